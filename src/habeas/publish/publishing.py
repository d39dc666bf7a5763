"""The stage in one function: a dossier becomes a folder of files, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from habeas.model.dossier import Dossier
from habeas.publish import codec
from habeas.publish.catalogue import Catalogue, catalogue
from habeas.publish.exports.database import datasette
from habeas.publish.exports.formats import FORMATS
from habeas.publish.manifest import digest, manifest
from habeas.publish.placing import MANIFEST, place
from habeas.publish.site import site
from habeas.publish.state import state_files
from habeas.publish.values import plain

__all__ = ["publish"]


def publish(dossier: Dossier, out: Path) -> tuple[Path, ...]:
    """Write every file of `dossier` to the folder `out` and return their paths, the manifest last.

    The folder appears whole or not at all; a dossier that stood there is replaced. Raises DossierError if `out`
    holds anything else, or cannot be written.
    """
    known = catalogue(dossier)
    return place(_with_manifest(known), out)


def _with_manifest(known: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every file, each forgotten once written, and last the manifest that seals them."""
    outputs = []
    for name, content in chain(_data(known), _sources(known), state_files(known), site(known)):
        outputs.append((name, digest(content), len(content)))
        yield name, content
    yield MANIFEST, codec.document(manifest(known, outputs))


def _data(known: Catalogue) -> Iterator[tuple[str, bytes]]:
    dossier = known.dossier
    yield (
        "reports.jsonl",
        codec.lines(codec.report_json(r, _source(known, r.doc)) for r in dossier.reports),
    )
    yield "claims.jsonl", codec.lines(map(codec.claim_json, dossier.claims))
    yield "findings.jsonl", codec.lines(map(codec.finding_json, dossier.findings))
    yield "checks.jsonl", codec.lines(map(codec.check_json, dossier.checks))
    yield "unclaimed.jsonl", codec.lines(map(codec.unclaimed_json, dossier.unclaimed))
    yield "lineage.json", codec.document(codec.lineage_json(dossier.lineage))
    yield "entities.json", codec.document([codec.entity_json(entity) for entity in dossier.entities])
    yield "record.json", codec.document(plain(dossier.record))
    yield "datasette.json", datasette()
    for form in FORMATS:
        if form.kept:
            yield form.file, form.make(known)


def _sources(known: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The decoded text of each report, the one that all spans point into."""
    for report in known.dossier.reports:
        yield _source(known, report.doc), report.text.encode()


def _source(known: Catalogue, doc: str) -> str:
    return f"sources/{known.slugs[doc]}.txt"
