"""Things and their figures: an entry for each thing, its numbers first, then what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Check
from habeas.model.record import Entry, Row
from habeas.reconcile.names import name_key
from habeas.record.collection import Collection
from habeas.record.rows import joined, quantity_rows, worded_rows
from habeas.record.subjects import by_subject
from habeas.record.wording import kind_label, voice

__all__ = ["entry_of", "measures", "other_rows", "span_of"]

_DESCRIBED = "described_as"
_NAMING = frozenset({_DESCRIBED, "nationality", "reputation"})

SHORT = 4
"""Words that a telling without a subject needs at least to tell anything."""

CARRIES = 90
"""Characters of a telling up to which a number in it is all that it tells."""


def measures(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each thing, the best attested first; last what names no thing."""
    subjects, rest = by_subject(claims, held)
    order = sorted(subjects, key=lambda s: (-len({c.doc for c in subjects[s]}), -len(subjects[s]), s))
    found = [entry_of(part, name, subjects[name], held) for name in order]
    found += other_rows(part, rest, held)
    return tuple(e for e in found if e.rows)


def entry_of(part: str, name: str, claims: Sequence[Claim], held: Collection) -> Entry:
    """One thing: figures, what follows from them, its descriptions, then what is told of it."""
    described = [c for c in claims if c.property == _DESCRIBED]
    told = [
        c
        for c in claims
        if c.kind is not Kind.QUANTITY and c.property not in _NAMING and not _counted(c, held)
    ]
    figures = [c for c in claims if not _is_itself(c, described)]
    rows: list[Row] = [*_names(name, held), *quantity_rows(figures, held), *derived_rows(claims, held)]
    if row := joined("described as", described):
        rows.append(row)
    rows += worded_rows([c for c in claims if c.property in _NAMING - {_DESCRIBED}], held, "known for")
    rows += _told_rows(told, held)
    earliest, latest = span_of(told)
    known = held.entity.get(name_key(name))
    kind = str(known.type) if known else (claims[0].subject_type or "")
    return Entry(f"{part}:{name}", name, tuple(rows), kind, None, earliest, latest)


def _is_itself(claim: Claim, described: Sequence[Claim]) -> bool:
    """Whether a count only says that there is one of what the thing is ("1 prison", of a prison)."""
    if claim.kind is not Kind.QUANTITY or claim.value != 1 or not claim.unit:
        return False
    return any(str(d.value).lower().split()[-1:] == [claim.unit.lower()] for d in described)


def _counted(claim: Claim, held: Collection) -> bool:
    """Whether the telling only carries a number that has a row of its own ("it has room for 40,000")."""
    if claim.kind not in (Kind.CONDITION, Kind.QUANTITY) or len(claim.quote) > CARRIES:
        return False
    return any(
        o.kind is Kind.QUANTITY
        and o.part == claim.part
        and o.property in held.label
        and o.span.overlaps(claim.span)
        for o in held.of_doc[claim.doc]
    )


def _names(name: str, held: Collection) -> Iterator[Row]:
    """The other names that reports use, cited by nothing: the entities' page shows where each stands."""
    known = held.entity.get(name_key(name))
    others = [a for a in known.aliases if name_key(a) != name_key(name)] if known else []
    if others:
        yield Row("also called", " | ".join(others[:8]), ())


def _told_rows(claims: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """Tellings, dated ones first, with the day in the label."""
    dated = sorted(
        (c for c in claims if _placed(c)), key=lambda c: (c.earliest or date.min, c.doc, c.span.start)
    )
    rest = [c for c in claims if not _placed(c)]
    for row in worded_rows([*dated, *rest], held):
        first = held.claim[row.claims[0]]
        label = f"{kind_label(first)}, {first.as_of}" if _placed(first) and first.as_of else kind_label(first)
        yield Row(label, row.value, row.claims)


def _placed(claim: Claim) -> bool:
    return bool(claim.earliest and claim.latest)


def derived_rows(claims: Iterable[Claim], held: Collection) -> Iterator[Row]:
    """What follows from the thing's own numbers ("35% full"), said to be derived, cited by the numbers' claims."""
    mine = {c.id: c for c in claims if c.kind is Kind.QUANTITY}
    told: dict[str, tuple[Check, list[str]]] = {}
    for claim in mine.values():
        for check in held.checks_of.get(claim.id, ()):
            if check.holds is None and set(check.claims) <= mine.keys() and check.type == "arithmetic":
                told.setdefault(check.statement, (check, []))[1].extend(check.claims)
    for statement, (check, cited) in told.items():
        label = check.note.partition(":")[0]
        yield Row(f"{label} (derived)" if label else "derived", statement, tuple(dict.fromkeys(cited)))


def other_rows(
    part: str, claims: Sequence[Claim], held: Collection, title: str = "Also reported"
) -> list[Entry]:
    """One last entry for what names no thing, each telling with its voice."""
    told = [
        c for c in claims
        if c.kind is not Kind.QUANTITY and c.property not in _NAMING and len(c.quote.split()) >= SHORT
    ]  # fmt: skip
    rows = [*quantity_rows(claims, held)]
    for row in worded_rows(told, held):
        first = held.claim[row.claims[0]]
        rows.append(Row(f"{row.label}, by {voice(first)}", row.value, row.claims))
    return [Entry(f"{part}:also", title, tuple(rows))] if rows else []


def span_of(claims: Iterable[Claim]) -> tuple[date | None, date | None]:
    """The first and last day on which the claims are placed."""
    placed = [c for c in claims if _placed(c)]
    return (
        min((c.earliest for c in placed if c.earliest), default=None),
        max((c.latest for c in placed if c.latest), default=None),
    )
