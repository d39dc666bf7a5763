"""Agreements: parties, payment, term, what each side says it gives, and what a place for a person costs a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from operator import itemgetter

from habeas.model.claim import Claim, Kind
from habeas.model.joining import joined
from habeas.model.record import Entry, Row
from habeas.model.wording import number
from habeas.reconcile.intervals import bounds
from habeas.record.clauses import clause_rows, contradictions, is_money, speaks_of, told_of_terms
from habeas.record.collection import Collection
from habeas.record.measures import span_of
from habeas.record.movements import moved
from habeas.record.rows import quantity_rows, worded_rows
from habeas.record.wording import amount, voice

__all__ = ["terms"]

_DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
SHORT = 5
"""Words that a telling of an agreement needs at least to tell anything."""

MOST = 1e7
"""Beyond this many people a count is of a population, not of those whom an agreement covers."""


def terms(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each agreement that reports tell of, those of the same parties as one; the best attested first."""
    groups = _by_agreement(claims, held)
    order = sorted(groups, key=lambda g: (-len({c.doc for c in groups[g]}), -len(groups[g]), g))
    return tuple(e for n in order if (e := _entry(part, n, groups[n], held)).rows)


def _by_agreement(claims: Sequence[Claim], held: Collection) -> dict[tuple[int, ...], list[Claim]]:
    """Claims by story, stories whose agreements name the same two parties, or one of
    them and the same sum, together."""
    stories: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        stories[held.story[claim.doc]].append(claim)
    parties = {n: frozenset(_parties(told, held)[:3]) for n, told in stories.items()}
    sums = {n: frozenset(c.value for c in told if is_money(c)) for n, told in stories.items()}
    groups = joined(sorted(stories), _alike(parties, sums))
    home = {story: tuple(sorted(group)) for group in groups for story in group}
    found: dict[tuple[int, ...], list[Claim]] = {tuple(sorted(group)): [] for group in groups}
    for claim in claims:
        found[home[held.story[claim.doc]]].append(claim)
    return found


def _alike(
    parties: Mapping[int, frozenset[str]], sums: Mapping[int, frozenset[float | str]]
) -> Iterator[tuple[int, int]]:
    """Stories with two parties, or a party and a sum, that an earlier one has: each with the first that has them."""
    first: dict[tuple[str, float | str], int] = {}
    for story in sorted(parties):
        named = sorted(parties[story])
        for shared in (*combinations(named, 2), *product(named, sums[story])):
            yield first.setdefault(shared, story), story


def _entry(part: str, group: tuple[int, ...], claims: Sequence[Claim], held: Collection) -> Entry:
    numbers = [c for c in claims if c.kind is Kind.QUANTITY]
    parties = _parties(claims, held)
    rows: list[Row] = []
    if parties:
        cited = tuple(c.id for c in claims if any(p in f"{c.subject} {c.quote}" for p in parties))
        rows.append(Row("parties named", " | ".join(parties), cited))
    rows += quantity_rows(numbers, held)
    placed = sorted((told for n in group for told in held.of_story[n]), key=itemgetter(0))
    around = [claim for _, claim in placed]
    told = told_of_terms(part, [*claims, *(c for c in around if c.part != part)], held)
    rows += contradictions(numbers, told, around, held)
    rows += _unit_costs(numbers, group, held)
    for label, said in told.items():
        rows += clause_rows(label, said, held)
    shown = {c.id for said in told.values() for c in said}
    rest = [c for c in claims if c.kind is not Kind.QUANTITY and c.id not in shown]
    for row in worded_rows([c for c in rest if len(c.quote.split()) >= SHORT], held):
        first = held.claim[row.claims[0]]
        rows.append(Row(f"{row.label}, by {voice(first)}", row.value, row.claims))
    title = f"Agreement of {' and '.join(parties[:2])}" if len(parties) > 1 else "Agreement"
    earliest, latest = span_of([c for c in claims if c.kind is not Kind.QUANTITY])
    return Entry(f"{part}:{group[0]}", title, tuple(rows), "agreement", None, earliest, latest)


def _parties(claims: Sequence[Claim], held: Collection) -> list[str]:
    """The states and governments that the claims name most, at most four; a capital stands for its state."""
    counted: dict[str, int] = defaultdict(int)
    subjects = {c.subject for c in claims if c.subject_type in ("place", "government", "organisation")}
    names = {n: held.states.get(e, e) for s in subjects for e, n in held.bodies.get(s, ())} | dict(
        held.states
    )
    for claim in claims:
        named = {party for name, party in names.items() if _names(name, claim.quote)}
        for party in named | (
            {names.get(claim.subject, claim.subject)} if claim.subject in subjects else set()
        ):
            counted[party] += 1
    order = sorted(counted, key=lambda p: (p not in held.states.values(), -counted[p], p))
    return order[:4]


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _unit_costs(numbers: Sequence[Claim], group: tuple[int, ...], held: Collection) -> Iterator[Row]:
    """Money over people over days, where a report of the story counts the people; a range where a count is vague."""
    sums = [
        c for c in numbers
        if is_money(c) and not isinstance(c.value, str) and not speaks_of(c, "until_now", held)
    ]  # fmt: skip
    paid = next(((c, spell) for c in sums if (spell := _spell(c, numbers))), None)
    if paid is None or isinstance(paid[0].value, str):
        return
    money, (length, source) = paid[0], paid[1]
    worth = float(paid[0].value)
    seen: set[tuple[float, float]] = set()
    for count in _people(group, held):
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


def _people(group: tuple[int, ...], held: Collection) -> Iterator[Claim]:
    """The numbers of those who were moved by any report of the story, cohort by cohort, as far as they are told."""
    for part in sorted(held.parts_with("movements")):
        last = held.pack.stages[-1].group if held.pack.stages else ""
        for cohort in moved(part, held)[0]:
            if cohort.story in group and cohort.group == last and not cohort.planned:
                yield from (claim for claim, _ in cohort.counts)


def _price(value: float) -> str:
    """A computed price: no more digits than a reader can use."""
    return number(round(value) if value >= 1000 else round(value, 2))
