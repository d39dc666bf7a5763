"""A rule with a date and figures: what reports say of it beside what the statute says, and a calculator over both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import Comparator
from habeas.model.pack import Pack, Provision
from habeas.model.record import Entry, Row, Threshold
from habeas.model.wording import day, number
from habeas.reconcile.intervals import bounds
from habeas.record.collection import Collection
from habeas.record.rows import quantity_rows, worded_rows
from habeas.record.wording import amount, voice

__all__ = ["NO_ADVICE", "Answer", "applies", "rule_entries", "thresholds"]

NO_ADVICE = "This adds up what reports say. It is no legal advice: ask a lawyer."

SHORT = 4
"""Words of a clause that only dates the next one."""

CLOSE = 160
"""Characters from the day that a clause gives to the clause of the rule that it dates: one sentence."""

_UNITS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a rule covers somebody who arrived on one day, on another day: by one threshold as told or as enacted.

    `covered` is None where the threshold is a range that the stay falls into. `claims` are empty for the statute.
    """

    source: str
    threshold: str
    stayed: int
    covered: bool | None
    reason: str
    claims: tuple[str, ...]


def applies(arrived: date, on: date, claims: Sequence[Claim], pack: Pack) -> tuple[Answer, ...]:
    """One answer for each threshold that reports give, and one for each that the pack's statutes give.

    Raises ValueError when `on` is before `arrived`.
    """
    if on < arrived:
        raise ValueError(f"{on} is before {arrived}")
    return tuple(_answer(t, arrived, on) for t in thresholds(claims, pack))


def thresholds(claims: Sequence[Claim], pack: Pack) -> tuple[Threshold, ...]:
    """The thresholds that reports give, each with the day from which the rule is told to hold, then the statutes'."""
    wanted = {p.property for p in pack.provisions if p.role == "threshold"}
    start = _in_force_from(claims, pack)
    told = _distinct([c for c in claims if c.kind is Kind.QUANTITY and c.property in wanted])
    found = [_as_told(same, start) for same in told]
    found += [_as_enacted(p) for p in pack.provisions if p.role == "threshold"]
    return tuple(found)


def _distinct(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(amount(claim), []).append(claim)
    return list(groups.values())


def _in_force_from(claims: Sequence[Claim], pack: Pack) -> tuple[date, tuple[str, ...]] | None:
    """The first day on which the rule holds, where a report dates what its part tells, or opens the sentence with
    the day ("starting April 11, those who ... must register")."""
    parts = {p.id for p in pack.parts if p.view == "dated rule"}
    told = _by_report(c for c in claims if c.part in parts and c.kind is not Kind.QUANTITY)
    dated = [
        c for c in claims
        if c.kind is not Kind.QUANTITY and c.earliest and c.earliest == c.latest
        and (c.part in parts or any(_leads(c, rule) for rule in told.get(c.doc, ())))
    ]  # fmt: skip
    if not dated:
        return None
    first = min(dated, key=lambda c: (c.earliest or date.max, c.id))
    assert first.earliest is not None
    return first.earliest, tuple(c.id for c in dated if c.earliest == first.earliest)


def _leads(claim: Claim, rule: Claim) -> bool:
    """Whether a few words with a day stand right before what the rule says."""
    before = rule.span.start - claim.span.end
    return 0 <= before < CLOSE and len(claim.quote.split()) <= SHORT


def _as_told(same: Sequence[Claim], start: tuple[date, tuple[str, ...]] | None) -> Threshold:
    first = same[0]
    who = "; ".join(dict.fromkeys(f"{voice(c)} in {c.doc}" for c in same))
    first_day, dated = start or (None, ())
    return Threshold(
        source=who,
        said=amount(first),
        days=_in_days(first),
        comparator=str(first.comparator),
        starts=first_day,
        claims=(*(c.id for c in same), *dated),
    )


def _as_enacted(provision: Provision) -> Threshold:
    return Threshold(
        source=f"{provision.citation} (the statute, from the pack)",
        said=f"{provision.comparator.replace('_', ' ')} {number(provision.value)} {provision.unit}",
        days=provision.value * _UNITS.get(provision.unit.rstrip("s"), 1.0),
        comparator=provision.comparator,
        starts=None,
        claims=(),
        gist=provision.gist,
    )


def _answer(one: Threshold, arrived: date, on: date) -> Answer:
    stayed = (on - arrived).days
    if one.days is None:
        covered, reason = None, "the report gives no length in days"
    elif one.starts is not None and on < one.starts:
        covered, reason = False, f"the rule is told to start on {one.starts}"
    else:
        covered = _passes(stayed, one.days, Comparator(one.comparator))
        reason = one.gist or f"{stayed} days since {arrived}; the report says {one.said}"
    return Answer(one.source, one.said, stayed, covered, reason, one.claims)


def _in_days(claim: Claim) -> float | None:
    unit = (claim.unit or "").rstrip("s")
    return None if isinstance(claim.value, str) or unit not in _UNITS else claim.value * _UNITS[unit]


def _passes(stayed: int, days: float, comparator: Comparator) -> bool | None:
    match comparator:
        case Comparator.MORE_THAN:
            return stayed > days
        case Comparator.APPROX:
            return None if abs(stayed - days) <= 3 else stayed > days
        case Comparator.AT_MOST | Comparator.LESS_THAN:
            return stayed <= days
        case _:
            return stayed >= days


def rule_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """The rule as told, then the statute beside it, then worked cases on the edges of the thresholds."""
    if not claims:
        return ()
    known = {p.property for p in held.pack.provisions}
    own = _by_report(claims)
    others = [
        c for c in held.settled.claims
        if c.property in known and c.part != part and _beside(c, own.get(c.doc, ()))
    ]  # fmt: skip
    rows = [*quantity_rows([*claims, *others], held), *_told(claims, held)]
    if start := _in_force_from(held.settled.claims, held.pack):
        rows.insert(0, Row("starts", day(start[0]), start[1]))
    found = [Entry(f"{part}:told", "The rule as reports tell it", tuple(rows))] if rows else []
    beside = tuple(_beside_rows([*claims, *others], held))
    if beside:
        found.append(Entry(f"{part}:statute", "Beside the statute", beside, note=NO_ADVICE))
    if cases := tuple(_cases([*claims, *others], held)):
        found.append(Entry(f"{part}:cases", "Worked cases on the edges", cases, note=NO_ADVICE))
    return tuple(found)


def _beside(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim of another part stands with the rule, as its report tells it: within a few sentences of it."""
    return any(abs(c.span.start - claim.span.start) < 400 for c in claims)


def _by_report(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc].append(claim)
    return found


def _told(claims: Sequence[Claim], held: Collection) -> Iterator[Row]:
    for row in worded_rows([c for c in claims if c.kind is not Kind.QUANTITY], held):
        first = held.claim[row.claims[0]]
        when = f", {first.as_of}" if first.earliest and first.latest else ""
        yield Row(f"{row.label}{when}, by {voice(first)}", row.value, row.claims)


def _beside_rows(claims: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """Each provision with what reports say of the same figure, and whether the two fit."""
    for provision in held.pack.provisions:
        said = [
            c for c in claims
            if c.kind is Kind.QUANTITY and c.property == provision.property and not _of_another(provision, c, held)
        ]  # fmt: skip
        label = f"{provision.citation} (from the pack)"
        if not said:
            yield Row(label, f"{provision.gist} No report gives this figure.", ())
        for same in _distinct(said):
            fits = _agrees(provision, same[0])
            verdict = "the report agrees" if fits else "the report says otherwise"
            cited = tuple(c.id for c in same)
            status = Status.AGREE if fits else Status.CONFLICT
            yield Row(
                label, f"{provision.gist} Reported: {amount(same[0])}; {verdict}.", cited, None, str(status)
            )


def _of_another(provision: Provision, claim: Claim, held: Collection) -> bool:
    """Whether the figure is that of another provision on the same property, so that it speaks against none."""
    others = (p for p in held.pack.provisions if p.property == provision.property and p is not provision)
    return not _agrees(provision, claim) and any(_agrees(p, claim) for p in others)


def _agrees(provision: Provision, claim: Claim) -> bool:
    """Whether figure, unit, bound and rate are those of the statute."""
    unit, _, per = (claim.unit or "").partition(" per ")
    allowed = bounds(claim.value, claim.value_max, claim.comparator)
    if allowed is None or per or unit.rstrip("s") != provision.unit.rstrip("s"):
        return False
    strict = {Comparator.MORE_THAN, Comparator.LESS_THAN}
    same_edge = (claim.comparator in strict) == (Comparator(provision.comparator) in strict)
    return claim.value == provision.value and same_edge


def _cases(claims: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """Stays of one day less, just, and one day more than the statute's thresholds: where reports and statute part."""
    arrived = date(2000, 1, 1)
    edges = sorted({int(p.value) for p in held.pack.provisions if p.role == "threshold" and p.unit == "days"})
    for edge in edges:
        for stay in (edge - 1, edge, edge + 1):
            answers = applies(arrived, arrived + timedelta(stay), _undated(claims), held.pack)
            words = "; ".join(f"{_verdict(a.covered)} by {a.threshold} ({_ground(a)})" for a in answers)
            cited = tuple(dict.fromkeys(i for a in answers for i in a.claims))
            differ = len({a.covered for a in answers}) > 1
            yield Row(f"a stay of {stay} days", words, cited, None, str(Status.CONFLICT) if differ else None)


def _ground(answer: Answer) -> str:
    return "as reported" if answer.claims else answer.source.removesuffix(" (the statute, from the pack)")


def _undated(claims: Sequence[Claim]) -> list[Claim]:
    return [c for c in claims if c.kind is Kind.QUANTITY]


def _verdict(covered: bool | None) -> str:
    return {True: "covered", False: "not covered", None: "cannot be told"}[covered]
