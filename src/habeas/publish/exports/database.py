"""`dossier.sqlite`: the whole dossier as tables with foreign keys and full-text search, as Datasette likes them.

The same dossier gives the same bytes: one connection, one order of inserts, no free pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Sequence
from importlib import resources

from habeas.model.dossier import Dossier
from habeas.model.finding import Answer
from habeas.publish.catalogue import Catalogue
from habeas.publish.standing import standing
from habeas.publish.wording import answer, voice

__all__ = ["database", "datasette"]


def database(catalogue: Catalogue) -> bytes:
    """The SQLite file. Finding, check and lineage rows that name an unknown claim or report leave that link out."""
    schema = resources.files(__package__).joinpath("database.sql").read_text("utf-8")
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(schema)
        connection.execute("BEGIN")
        _fill(connection, catalogue)
        connection.execute("INSERT INTO claims_search(claims_search) VALUES ('rebuild')")
        connection.execute("INSERT INTO reports_search(reports_search) VALUES ('rebuild')")
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()


def datasette() -> bytes:
    """What Datasette is told of the tables: labels for foreign keys, facets, descriptions; the same for every dossier."""
    return resources.files(__package__).joinpath("datasette.json").read_bytes()


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Insert complete rows, in the order of the table's columns."""
    found = list(rows)
    if found:
        places = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)


def _fill(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    dossier, known, docs = catalogue.dossier, catalogue.claims, catalogue.reports
    origins = {doc: origin for doc, origin in catalogue.origin_of.items() if doc in docs}
    _insert(connection, "origins", ((o.id, o.credit, len(o.docs)) for o in dossier.lineage.origins))
    _insert(connection, "reports", _reports(catalogue, origins))
    _insert(connection, "claims", _claims(catalogue))
    _insert(connection, "findings", _findings(catalogue))
    links = (
        (f.id, c, given.get(c))
        for f in dossier.findings
        for given in (_given(f.answers),)
        for c in dict.fromkeys(f.claims)
        if c in known
    )
    _insert(connection, "finding_claims", links)
    _insert(
        connection,
        "checks",
        (
            (c.id, c.type.value, c.statement, c.formula, _computed(c.computed), c.holds, c.note)
            for c in dossier.checks
        ),
    )
    _insert(
        connection,
        "check_claims",
        ((k.id, c) for k in dossier.checks for c in dict.fromkeys(k.claims) if c in known),
    )
    _fill_entities(connection, dossier, docs)
    _insert(
        connection,
        "pairs",
        (
            (p.a, p.b, p.relation.value, "; ".join(e.note for e in p.evidence))
            for p in dossier.lineage.pairs
            if p.a in docs and p.b in docs
        ),
    )
    _insert(
        connection,
        "unclaimed",
        ((None, u.doc, u.kind, u.quote, u.span.start, u.span.end, u.reason) for u in dossier.unclaimed),
    )


def _fill_entities(connection: sqlite3.Connection, dossier: Dossier, docs: Container[str]) -> None:
    _insert(
        connection,
        "entities",
        (
            (
                e.id,
                e.name,
                e.type.value,
                ", ".join(e.aliases),
                ", ".join(e.offices),
                e.country,
                e.public,
                e.note,
            )
            for e in dossier.entities
        ),
    )
    mentions = (
        (e.id, form.doc, form.text, span.start, span.end, form.named)
        for e in dossier.entities
        for form in e.forms
        if form.doc in docs
        for span in form.spans
    )
    _insert(connection, "mentions", ((None, *mention) for mention in mentions))


def _reports(catalogue: Catalogue, origins: dict[str, str]) -> Iterable[tuple[object, ...]]:
    for report in catalogue.dossier.reports:
        facts = (report.headline, report.outlet, report.byline, report.published)
        values = tuple(fact.value if fact else None for fact in facts)
        page = catalogue.report_href(report.doc)
        yield (
            report.doc,
            report.sha256,
            origins.get(report.doc),
            *values,
            report.language,
            report.url,
            report.text,
            page,
        )


def _claims(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for claim in catalogue.dossier.claims:
        is_number = isinstance(claim.value, int | float)
        yield (
            claim.id,
            claim.doc,
            claim.kind.value,
            claim.subject,
            claim.property,
            str(claim.value),
            float(claim.value) if is_number else None,
            claim.value_max,
            claim.unit,
            claim.comparator.value,
            answer(claim),
            claim.as_of,
            claim.as_of_basis.value if claim.as_of_basis else None,
            claim.earliest.isoformat() if claim.earliest else None,
            claim.latest.isoformat() if claim.latest else None,
            claim.place,
            claim.asserted_by[-1].name if claim.asserted_by else None,
            voice(claim) or None,
            claim.modality.value,
            claim.negated,
            claim.part,
            claim.confidence,
            claim.quote,
            claim.span.start,
            claim.span.end,
            catalogue.words_href(claim),
            claim.reader,
            claim.decision,
            claim.correction,
        )


def _findings(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for f in catalogue.dossier.findings:
        answers = "; ".join(a.value for a in f.answers)
        counts = len(f.reports), len(f.origins), len(f.upstream)
        yield (
            f.id,
            f.question,
            f.subject,
            f.property,
            f.status.value,
            standing(f).value,
            answers,
            *counts,
            f.note,
        )


def _given(answers: Sequence[Answer]) -> dict[str, str]:
    """The answer that each claim gives to its finding, the first of several."""
    return {claim: answer.value for answer in reversed(answers) for claim in answer.claims}


def _computed(value: object) -> str | None:
    if value is None:
        return None
    return " to ".join(str(v) for v in value) if isinstance(value, tuple) else str(value)
