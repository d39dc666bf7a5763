"""Agreements: parties, payment, term, what each side says it gives, and what a place for a person costs a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.record import Entry, Row
from habeas.model.wording import number
from habeas.reconcile.intervals import bounds
from habeas.record.cohorts import cohorts
from habeas.record.collection import Collection
from habeas.record.measures import span_of
from habeas.record.movements import moving
from habeas.record.rows import quantity_rows, worded_rows
from habeas.record.wording import amount, voice

__all__ = ["terms"]

_DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
SHORT = 5
"""Words that a telling of an agreement needs at least to tell anything."""

MOST = 1e7
"""Beyond this many people a count is of a population, not of those whom an agreement covers."""


def terms(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each story in which an agreement is reported; the story whose reports say most first."""
    story = held.story
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[story[claim.doc]].append(claim)
    order = sorted(groups, key=lambda n: (-len({c.doc for c in groups[n]}), -len(groups[n]), n))
    return tuple(e for n in order if (e := _entry(part, n, groups[n], held)).rows)


def _entry(part: str, n: int, claims: Sequence[Claim], held: Collection) -> Entry:
    numbers = [c for c in claims if c.kind is Kind.QUANTITY]
    told = [c for c in claims if c.kind is not Kind.QUANTITY]
    parties = _parties(claims, held)
    rows: list[Row] = []
    if parties:
        cited = tuple(c.id for c in claims if any(p in f"{c.subject} {c.quote}" for p in parties))
        rows.append(Row("parties named", " | ".join(parties), cited))
    rows += quantity_rows(numbers, held)
    rows += _contradictions(numbers)
    rows += _unit_costs(numbers, n, held)
    for row in worded_rows([c for c in told if len(c.quote.split()) >= SHORT], held):
        first = held.claim[row.claims[0]]
        rows.append(Row(f"{row.label}, by {voice(first)}", row.value, row.claims))
    title = f"Agreement of {' and '.join(parties[:2])}" if len(parties) > 1 else "Agreement"
    earliest, latest = span_of(told)
    return Entry(f"{part}:{n}", title, tuple(rows), "agreement", None, earliest, latest)


def _parties(claims: Sequence[Claim], held: Collection) -> list[str]:
    """The places and governments that the claims name most, at most four."""
    counted: dict[str, int] = defaultdict(int)
    states = {c.subject for c in claims if c.subject_type in ("place", "government", "organisation")}
    for claim in claims:
        for name in {
            e for s in states for e, n in held.bodies.get(s, ()) if claim.subject == e or n in claim.quote
        }:
            counted[name] += 1
    return sorted(counted, key=lambda p: (-counted[p], p))[:4]


def _contradictions(numbers: Sequence[Claim]) -> Iterator[Row]:
    """A sum told once for a term and once as a rate: both cannot be the whole of one agreement."""
    money = [c for c in numbers if _is_money(c)]
    flat = [c for c in money if " per " not in (c.unit or "")]
    rated = [c for c in money if " per " in (c.unit or "")]
    for one in flat:
        for other in rated:
            if one.value == other.value:
                words = f"{amount(one)} in one sum ({voice(one)}), {amount(other)} ({voice(other)})"
                yield Row("terms that differ", words, (one.id, other.id), None, str(Status.CONFLICT))
                return


def _unit_costs(numbers: Sequence[Claim], n: int, held: Collection) -> Iterator[Row]:
    """Money over people over days, where a report of the story counts the people; a range where a count is vague."""
    sums = [c for c in numbers if _is_money(c) and not isinstance(c.value, str)]
    paid = next(((c, spell) for c in sums if (spell := _spell(c, numbers))), None)
    if paid is None or isinstance(paid[0].value, str):
        return
    money, (length, source) = paid[0], paid[1]
    worth = float(paid[0].value)
    seen: set[tuple[float, float]] = set()
    for count in _people(n, held):
        allowed = bounds(count.value, count.value_max, count.comparator)
        if allowed is None or not 0 < allowed.low <= allowed.high < MOST or allowed in seen:
            continue
        seen.add((allowed.low, allowed.high))
        low, high = worth / (allowed.high * length), worth / (allowed.low * length)
        least, most = _price(low), _price(high)
        shown = least if least == most else f"{least} to {most}"
        currency = (money.unit or "").partition(" per ")[0]
        words = f"{currency} {shown} a person a day, if {amount(money)} pays for {amount(replace(count, unit='people'))} over {length:.0f} days"
        yield Row("cost a person a day (derived)", words, tuple(dict.fromkeys((money.id, *source, count.id))))


def _spell(money: Claim, numbers: Sequence[Claim]) -> tuple[float, tuple[str, ...]] | None:
    """How many days the money covers: by its own rate, else by the term that is reported."""
    per = (money.unit or "").partition(" per ")[2]
    if per in _DAYS:
        return _DAYS[per], ()
    for claim in numbers:
        unit = (claim.unit or "").rstrip("s")
        if unit in _DAYS and not isinstance(claim.value, str) and claim.value > 0:
            return claim.value * _DAYS[unit], (claim.id,)
    return None


def _people(n: int, held: Collection) -> Iterator[Claim]:
    """The numbers of those who were moved by any report of the story, cohort by cohort, as far as they are told."""
    for part in sorted(held.parts_with("movements")):
        last = held.pack.stages[-1].group if held.pack.stages else ""
        for cohort in cohorts(moving(held.of_part.get(part, ()), held), held)[0]:
            if cohort.story == n and cohort.group == last and not cohort.planned:
                yield from (claim for claim, _ in cohort.counts)


def _is_money(claim: Claim) -> bool:
    head = (claim.unit or "").partition(" per ")[0]
    return len(head) == 3 and head.isupper()


def _price(value: float) -> str:
    """A computed price: no more digits than a reader can use."""
    return number(round(value) if value >= 1000 else round(value, 2))
