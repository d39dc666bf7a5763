"""State: what a dossier keeps of each report so that later reports can be added without reading it again.

One file a report, `state/<page name>.json.gz`: the report (its text stands in `sources/`), its marks, and its claims
as the report alone gives them. Plain JSON in gzip with a fixed time stamp, so the same report gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import habeas
from habeas.errors import DossierError
from habeas.model.claim import Claims
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.model.reread import Reread
from habeas.publish.catalogue import Catalogue
from habeas.publish.placing import MANIFEST
from habeas.publish.values import plain, restored

__all__ = ["State", "keeps_state", "pack_name", "read_state", "state_files", "state_path"]

_LEVEL = 6
"""Of gzip; higher levels take several times as long for a few percent."""


@dataclass(frozen=True, slots=True)
class State:
    """What a dossier was made of: its reports as understood, the inputs that could not be read, the pack, and the
    account of a second reader."""

    understood: tuple[Understood, ...]
    failures: tuple[Failure, ...]
    pack: str
    pack_digest: str
    reread: Reread | None = None


def state_path(known: Catalogue, doc: str) -> str:
    """Where the state of the report `doc` is kept in its dossier."""
    return f"state/{known.slugs[doc]}.json.gz"


def state_files(known: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The state of each report, nothing for a dossier that was made without it."""
    dossier = known.dossier
    if not keeps_state(dossier):
        return
    for report, marks, claims in zip(dossier.reports, dossier.marks, dossier.raw, strict=True):
        bare = replace(report, text="")
        data = {"report": plain(bare), "marks": plain(marks), "claims": plain(claims)}
        content = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
        yield state_path(known, report.doc), gzip.compress(content, _LEVEL, mtime=0)


def keeps_state(dossier: Dossier) -> bool:
    """Whether `dossier` holds what its reports said before they were reconciled."""
    return len(dossier.raw) == len(dossier.reports) == len(dossier.marks)


def read_state(folder: Path) -> State:
    """The state of the dossier in `folder`.

    Raises DossierError where there is none, or where another version of the program made it.
    """
    sealed = _manifest(folder)
    try:
        version, pack = sealed["program"]["version"], sealed["pack"]
        if version != habeas.__version__:
            raise DossierError(
                str(folder),
                f"was made by habeas {version}, this is {habeas.__version__}; build it again from its reports",
            )
        return State(
            tuple(_understood(folder, row) for row in sealed["inputs"]),
            tuple(Failure(row["doc"], row["reason"]) for row in sealed["failures"]),
            pack["name"],
            pack.get("sha256", ""),
            restored(Reread, sealed["second_reader"]) if "second_reader" in sealed else None,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DossierError(
            str(folder / MANIFEST), f"lacks {error}; build the dossier again from its reports"
        ) from error


def pack_name(folder: Path) -> str:
    """The name of the pack that the dossier in `folder` was made with. Raises DossierError."""
    try:
        return str(_manifest(folder)["pack"]["name"])
    except (KeyError, TypeError) as error:
        raise DossierError(str(folder / MANIFEST), "names no pack; build the dossier again") from error


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        sealed: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise DossierError(
            str(folder), f"no dossier here (no {MANIFEST}): build one with `habeas build REPORTS --out DIR`"
        ) from error
    except (OSError, ValueError) as error:
        raise DossierError(
            str(folder / MANIFEST), f"cannot be read ({error}); build the dossier again"
        ) from error
    return sealed


def _understood(folder: Path, row: Mapping[str, Any]) -> Understood:
    path = folder / str(row.get("state", ""))
    try:
        data = json.loads(gzip.decompress(path.read_bytes()))
        text = (folder / row["text"]).read_bytes().decode()
        report = replace(restored(Report, data["report"]), text=text)
        return Understood(report, restored(Marks, data["marks"]), restored(Claims, data["claims"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise DossierError(
            str(path),
            f"does not hold what was understood of {row.get('doc')} ({error}); build the dossier again",
        ) from error
