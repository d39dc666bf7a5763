"""Cache: answers by what was asked, so that a second run asks nothing and says the same."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import UsageError
from habeas.second_reader.asking import Answer

__all__ = ["Cache", "usual_folder"]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers. The name of each is the SHA-256 of the model, the prompt and the text it answers."""

    folder: Path

    def name(self, model: str, system: str, text: str) -> str:
        """The name under which the answer to this question is kept."""
        return hashlib.sha256(json.dumps([model, system, text]).encode()).hexdigest()

    def answer(self, name: str) -> Answer | None:
        """The answer kept under `name`; None where there is none, or none that can be read."""
        try:
            kept = json.loads(self._path(name).read_bytes())
            content, fault = kept["content"], kept["fault"]
        except (OSError, ValueError, LookupError, TypeError):
            return None
        fits = isinstance(content, str) and (fault is None or isinstance(fault, str))
        return Answer(content, fault) if fits else None

    def keep(self, name: str, answer: Answer) -> None:
        """Keep an answer, whole or not at all, for this user alone. Raises UsageError where the folder is not writable."""
        path = self._path(name)
        content = json.dumps({"content": answer.content, "fault": answer.fault}).encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, made = tempfile.mkstemp(dir=path.parent, prefix=".answer-")
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            os.replace(made, path)
        except OSError as error:
            raise UsageError(
                f"--reader-cache {self.folder}: cannot be written ({error.strerror or error})"
            ) from error

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / f"{name}.json"


def usual_folder() -> Path:
    """Where answers are kept unless said otherwise: the user's cache folder (XDG Base Directory)."""
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "habeas" / "second-reader"
