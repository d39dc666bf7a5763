"""What a program or a notebook calls: build a dossier, write it, open it again, show parts of it as tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from habeas.errors import UsageError
from habeas.model.dossier import Dossier
from habeas.model.tables import Rows, table
from habeas.packs import DEFAULT

__all__ = ["Dossier", "Rows", "build", "open_dossier", "table", "write"]


def build(
    reports: str | Path | Iterable[str | Path], pack: str = DEFAULT, published: date | None = None
) -> Dossier:
    """The dossier of files and folders of reports: text, HTML, PDF, WARC, JSONL.

    `pack` is the domain, a bundled pack or a folder with a `pack.toml`; `published` the day of reports that state none.
    A report that cannot be read is in `failures`, and the rest is built. Raises UsageError for a path that is not there,
    PackError.
    """
    from habeas.flow import build as build_dossier

    paths = [Path(reports)] if isinstance(reports, str | Path) else [Path(path) for path in reports]
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    return build_dossier(paths, pack, published=published)


def open_dossier(folder: str | Path) -> Dossier:
    """The dossier that a build wrote to `folder`, without reading a report again. Raises DossierError."""
    from habeas.publish.opening import open_dossier as opened

    return opened(folder)


def write(dossier: Dossier, out: str | Path) -> tuple[Path, ...]:
    """Write every file of a dossier to the folder `out`, and return their paths. Raises DossierError."""
    from habeas.publish import publish

    return publish(dossier, Path(out))
