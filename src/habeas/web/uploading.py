"""Uploading: reports that came through the desk, taken into the ledger one upload after the other, in the background."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from habeas.errors import HabeasError, UsageError
from habeas.ledger import Grown, Ledger, grow
from habeas.read import Limits

__all__ = ["Sent", "Upload", "Uploads"]

_REMEMBERED = 50
_STRANGE = re.compile(r"[^\w.,()@ -]+")


@dataclass(frozen=True, slots=True)
class Sent:
    """One file as it was sent: the name that the browser gave it and its content."""

    name: str
    content: BinaryIO


@dataclass(slots=True)
class Upload:
    """One upload and how far it is: a stage ("waiting", then those of the flow, "done" or "failed") and its count."""

    id: str
    by: str
    names: tuple[str, ...]
    stage: str = "waiting"
    done: int = 0
    total: int = 0
    grown: Grown | None = None
    error: str = ""
    folder: Path = field(default_factory=Path)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage in {"done", "failed"}


class Uploads:
    """The last uploads. One is worked on at a time, as each makes the whole assembly anew."""

    def __init__(self, ledger: Ledger, limits: Limits) -> None:
        self._ledger, self._limits = ledger, limits
        self._held: OrderedDict[str, Upload] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="habeas-upload")

    def begin(self, files: Sequence[Sent], by: str) -> Upload:
        """Keep the files and start. Raises UsageError where there are none."""
        if not files:
            raise UsageError("choose at least one file")
        folder = Path(tempfile.mkdtemp(prefix="habeas-upload-"))
        names: list[str] = []
        for file in files:
            names.append(safe_name(file.name, names))
            with (folder / names[-1]).open("wb") as out:
                shutil.copyfileobj(file.content, out)
        upload = Upload(secrets.token_urlsafe(9), by, tuple(names), folder=folder)
        self._held[upload.id] = upload
        while len(self._held) > _REMEMBERED:
            self._held.popitem(last=False)
        self._worker.submit(self._work, upload)
        return upload

    def find(self, number: str) -> Upload | None:
        """The upload of this id."""
        return self._held.get(number)

    def close(self) -> None:
        """Finish what is under way and start nothing more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _work(self, upload: Upload) -> None:
        def watch(stage: str, done: int, total: int) -> None:
            upload.stage, upload.done, upload.total = stage, done, total

        try:
            # The files, not the folder, so that reports are named as they were sent.
            paths = [upload.folder / name for name in upload.names]
            upload.grown = grow(self._ledger, paths, upload.by, watch=watch, limits=self._limits)
            upload.stage = "done"
        except HabeasError as error:
            upload.stage, upload.error = "failed", str(error)
        finally:
            shutil.rmtree(upload.folder, ignore_errors=True)
            if not upload.is_over:
                upload.stage, upload.error = "failed", "the reading broke off; nothing of it was kept"


def safe_name(given: str, taken: Sequence[str] = ()) -> str:
    r"""A file name without folders, signs of control or leading dots, different from those `taken`.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\news\\a b.txt"), safe_name("..."), safe_name("a.txt", ["a.txt"])
    ('passwd', 'a b.txt', 'report', 'a (2).txt')
    """
    last = PurePosixPath(given.replace("\\", "/")).name
    name = _STRANGE.sub("-", last).strip(". ")[-120:] or "report"
    path, number = PurePosixPath(name), 2
    while name in taken:
        name, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return name
