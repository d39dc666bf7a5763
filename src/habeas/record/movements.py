"""Movements in stages: who was moved when, how many, from where to where, under what, and how they were treated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from habeas.model.claim import Claim, Kind
from habeas.model.finding import CheckType
from habeas.model.record import Entry, Lane, LaneItem, Row
from habeas.model.wording import number
from habeas.reconcile.names import folded, name_key
from habeas.record.cohorts import Cohort, cohorts
from habeas.record.collection import Collection
from habeas.record.measures import other_rows
from habeas.record.passengers import belonging_row, carrier_row, nationality_row
from habeas.record.rows import joined, worded_rows
from habeas.record.staging import Staged, stage_of
from habeas.record.wording import amount, days

__all__ = ["moved", "movement_entries", "movement_lanes"]

_SLOTS = (("from", "from"), ("to", "to"), ("by", "by"), ("authority", "under"), ("despite", "despite"))
_PLACES = frozenset({"from", "to"})
_MOVED: WeakKeyDictionary[Collection, dict[str, tuple[list[Cohort], list[Claim]]]] = WeakKeyDictionary()
NEAR = 400
"""Characters from a telling of a movement within which a report describes the people moved."""


def movement_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each cohort, then what is told without number or day."""
    found, rest = moved(part, held)
    treated = _treatment(claims, held)
    entries = [_entry(part, n, cohort, held, treated) for n, cohort in enumerate(found)]
    staged = [c for c in rest if c.kind is not Kind.QUANTITY and stage_of(c, held.pack.stages)]
    return (
        *(e for e in entries if e.rows),
        *other_rows(part, staged, held, "Told without a number or a day"),
    )


def movement_lanes(part: str, held: Collection) -> tuple[Lane, ...]:
    """Dated cohorts on one lane."""
    found, _ = moved(part, held)
    items = tuple(
        LaneItem(_title(c), "event", c.earliest, c.latest, tuple(m.id for m, _ in c.members))
        for c in found
        if c.earliest and not c.planned
    )
    return (Lane("movements", "Movements", items),) if items else ()


def moved(part: str, held: Collection) -> tuple[Sequence[Cohort], Sequence[Claim]]:
    """The cohorts of a part, gathered once for all that looks at them, and the claims that fit none."""
    known = _MOVED.setdefault(held, {})
    if part not in known:
        known[part] = cohorts(_moving(held.of_part.get(part, ()), held), held)
    return known[part]


def _moving(claims: Sequence[Claim], held: Collection) -> list[Claim]:
    """Claims of the part, and counts from other parts that stand inside an act of the part ("the arrest of three")."""
    acts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is not Kind.QUANTITY:
            acts[claim.doc].append(claim)
    mine = {c.id for c in claims}
    counts = [
        c for c in held.settled.claims
        if c.kind is Kind.QUANTITY and c.id not in mine and held.unit.get(c.property) == "people"
        and stage_of(c, held.pack.stages) and any(a.span.overlaps(c.span) for a in acts.get(c.doc, ()))
    ]  # fmt: skip
    kept = [c for c in claims if not c.negated and (c.kind is Kind.QUANTITY or stage_of(c, held.pack.stages))]
    return [c for c in (*kept, *counts) if c.kind is not Kind.QUANTITY or c.property in held.label]


def _title(cohort: Cohort) -> str:
    stages = [s for _, s in cohort.members if s]
    act = min(stages, key=lambda s: s.order).title if stages else cohort.group
    count = (
        _people(min(cohort.counts, key=lambda p: p[1].high - p[1].low)[0])
        if cohort.counts
        else "no number told"
    )
    when = days(cohort.earliest, cohort.latest) or ("planned" if cohort.planned else "no day told")
    return f"{act[:1].upper()}{act[1:]}: {count}, {when}"


def _entry(
    part: str, n: int, cohort: Cohort, held: Collection, treated: dict[tuple[str, int], list[Claim]]
) -> Entry:
    members = [c for c, _ in cohort.members]
    told = [c for c in members if c.kind is not Kind.QUANTITY]
    rows: list[Row] = [*_counts(cohort), *_sums(members, held)]
    rows += _slot_rows(told, held)
    near = _near(cohort, held)
    if row := carrier_row(_near(cohort, held, 3 * NEAR), held):
        rows.append(row)
    rows += _people_rows(near, held)
    rows += _stage_rows(cohort, held)
    if cohort.group == _last_group(held) and not cohort.planned:
        for doc in cohort.docs:
            told_there = treated.pop((doc, cohort.story), [])
            rows += worded_rows(told_there, held, "treatment told")
    rows += _in_force(members, held)
    return Entry(f"{part}:{n}", _title(cohort), tuple(rows), "planned" if cohort.planned else "",
                 None, cohort.earliest, cohort.latest)  # fmt: skip


def _counts(cohort: Cohort) -> Iterator[Row]:
    """Every number that reports give, one row for each, the exact first."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for claim, _ in sorted(cohort.counts, key=lambda p: p[1].high - p[1].low):
        by_value[_people(claim)].append(claim.id)
    for value, cited in by_value.items():
        yield Row("how many", value, tuple(dict.fromkeys(cited)))
    for claim in cohort.parts:
        yield Row("of whom", _people(claim), (claim.id,))
    spans = [b for _, b in cohort.counts]
    low, high = max((b.low for b in spans), default=0), min((b.high for b in spans), default=0)
    if len(by_value) > 1 and low < high:
        shown = f"{number(low)} to {number(high)} people"
        yield Row("what all of them allow (derived)", shown, tuple(c.id for c, _ in cohort.counts))


def _people(claim: Claim) -> str:
    return amount(replace(claim, unit="people"))


def _sums(members: Iterable[Claim], held: Collection) -> Iterator[Row]:
    """Counts that are parts of one another, as the arithmetic checks found them."""
    told: set[str] = set()
    for claim in members:
        for check in held.checks_of.get(claim.id, ()):
            if " + " in check.formula and check.type is CheckType.ARITHMETIC and check.statement not in told:
                told.add(check.statement)
                verdict = {True: "it adds up", False: "it does not add up", None: "cannot be told"}[
                    check.holds
                ]
                yield Row("parts of the number", f"{check.statement}: {verdict}", check.claims)


def _slot_rows(told: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """From, to, by, under: the distinct values that the tellings fill in."""
    for name, label in _SLOTS:
        values: dict[str, tuple[str, list[str]]] = {}
        for claim in told:
            for slot in claim.slots:
                if slot.name == name and (name not in _PLACES or _placed(slot.value, held)):
                    shown = " ".join(slot.value.split())
                    values.setdefault(shown.lower(), (shown, []))[1].append(claim.id)
        if values:
            shown = " | ".join(v for v, _ in list(values.values())[:6])
            yield Row(label, shown, tuple(dict.fromkeys(i for _, ids in values.values() for i in ids)))


def _placed(value: str, held: Collection) -> bool:
    """Whether the words can name a place: a name, or a noun that the pack knows for one."""
    if any(f" {court} " in f" {name_key(value)} " for court in held.courts):
        return False
    nouns = held.nouns.get("facility", frozenset())
    return any(w[:1].isupper() for w in value.split()) or any(f" {n} " in folded(value) for n in nouns)


def _near(cohort: Cohort, held: Collection, reach: int = NEAR) -> list[Claim]:
    """The tellings and what stands near them in their reports."""
    near: dict[str, set[int]] = {doc: set() for doc in cohort.docs}
    for member, _ in cohort.members:
        span = member.span
        found = held.places[member.doc].beginning(span.start - reach // 4, span.end + reach + 1)
        near[member.doc].update(found)
    return [held.of_doc[doc][n] for doc, numbers in near.items() for n in sorted(numbers)]


def _people_rows(near: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """How the people moved are described near the telling: their nationality, and what they are said to be."""
    said = [c for c in near if c.kind is Kind.ALLEGATION]
    if row := nationality_row(near, held):
        yield row
    if row := joined("said to come from", [c for c in said if c.property == "nationality"]):
        yield row
    if row := belonging_row(near, held):
        yield row
    if row := joined("described as", [c for c in said if c.property == "described_as" and _of_people(c)]):
        yield row
    told = [c for c in said if c.property not in ("described_as", "nationality") and _of_people(c)]
    yield from worded_rows(told[:12], held, "said of them")


def _of_people(claim: Claim) -> bool:
    return claim.subject_type in (None, "group")


def _stage_rows(cohort: Cohort, held: Collection) -> Iterator[Row]:
    """The tellings, stage by stage."""
    by_stage: dict[Staged, list[Claim]] = defaultdict(list)
    for claim, stage in cohort.members:
        if claim.kind is not Kind.QUANTITY and stage is not None:
            by_stage[stage].append(claim)
    for stage in sorted(by_stage, key=lambda s: s.order):
        yield from worded_rows(by_stage[stage], held, stage.title)


def _treatment(claims: Sequence[Claim], held: Collection) -> dict[tuple[str, int], list[Claim]]:
    """Claims of other parts that tell of treatment on the way and on arrival, by report and story."""
    moved = {c.doc for c in claims}
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    standards = held.parts_with("standards")
    for claim in held.settled.claims:
        if claim.part not in standards or claim.kind is Kind.QUANTITY or claim.doc not in moved:
            continue
        stage = stage_of(claim, held.pack.stages)
        if stage is not None and stage.order >= _arrival(held):
            found[claim.doc, held.story.get(claim.doc, 0)].append(claim)
    return found


def _arrival(held: Collection) -> int:
    """The order of the third stage: what comes after the departure."""
    return min(2, len({s.id for s in held.pack.stages}) - 1)


def _last_group(held: Collection) -> str:
    return held.pack.stages[-1].group if held.pack.stages else ""


def _in_force(members: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """What the orders of the day say of it."""
    told: set[str] = set()
    for claim in members:
        for check in held.checks_of.get(claim.id, ()):
            if check.type is CheckType.ORDER_IN_FORCE and check.id not in told:
                told.add(check.id)
                yield Row("order in force?", f"{check.computed}: {check.note}", check.claims)
