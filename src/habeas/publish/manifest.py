"""The manifest: the SHA-256 of everything that went in and came out, and what made it."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from importlib import metadata

import habeas
from habeas.publish.catalogue import Catalogue
from habeas.publish.state import keeps_state, state_path
from habeas.publish.values import Json, plain

__all__ = ["digest", "manifest"]


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest(catalogue: Catalogue, outputs: Iterable[tuple[str, str, int]]) -> Json:
    """The content of `manifest.json`; `outputs` are (path, digest, size in bytes) of every other file."""
    dossier = catalogue.dossier
    return {
        "program": {"name": "habeas", "version": habeas.__version__},
        "pack": {"name": dossier.pack, "version": dossier.pack_version, "sha256": dossier.pack_digest},
        "written_with": {
            "pyarrow": metadata.version("pyarrow"),
            "sqlite": sqlite3.sqlite_version,
            "zlib": zlib.ZLIB_RUNTIME_VERSION,
        },
        "counts": {
            "reports": len(dossier.reports),
            "origins": len(dossier.lineage.origins),
            "claims": len(dossier.claims),
            "findings": len(dossier.findings),
            "checks": len(dossier.checks),
            "unclaimed": len(dossier.unclaimed),
        },
        **({"protected": True} if dossier.protected else {}),
        **({"second_reader": plain(dossier.reread)} if dossier.reread else {}),
        "inputs": [
            {
                "doc": report.doc,
                "sha256": report.sha256,
                "media_type": report.media_type,
                "encoding": report.encoding,
                "text": f"sources/{catalogue.slugs[report.doc]}.txt",
                **({"state": state_path(catalogue, report.doc)} if keeps_state(dossier) else {}),
            }
            for report in dossier.reports
        ],
        "failures": [{"doc": failure.doc, "reason": failure.reason} for failure in dossier.failures],
        "outputs": [
            {"path": path, "sha256": sha256, "bytes": size} for path, sha256, size in sorted(outputs)
        ],
    }
