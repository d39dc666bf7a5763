"""Cohorts: people or things moved together, told apart by stage, number, day and story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.span import Span
from habeas.reconcile.intervals import Bounds, bounds
from habeas.record.collection import Collection
from habeas.record.homes import Cohort, Homes
from habeas.record.staging import Staged, stage_of

__all__ = ["Cohort", "cohorts"]

LONGEST = 10
"""Days that a told period may span and still date one movement."""

_UNREAL = frozenset({Modality.PLANNED, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class _Item:
    """Claims of one report on one act: the telling, and the numbers inside its words."""

    claims: tuple[Claim, ...]
    stage: Staged | None
    group: str
    count: tuple[Claim, Bounds] | None
    parts: tuple[Claim, ...]
    planned: bool
    days: tuple[date, date] | None


def cohorts(claims: Sequence[Claim], held: Collection) -> tuple[list[Cohort], list[Claim]]:
    """The cohorts that the claims tell of, the best attested first, and the claims that fit none.

    Items with a number open cohorts; two items are of one cohort where story, kind of act, day and number allow it.
    Items without a number join the one cohort of their report, or the one that fits their day.
    """
    items = sorted(_items(claims, held), key=lambda i: (i.count is None, _vague(i), i.days is None))
    found: list[Cohort] = []
    kept: dict[tuple[int, str, bool], Homes] = defaultdict(Homes)
    rest: list[Claim] = []
    for item in items:
        homes = kept[held.story.get(item.claims[0].doc, 0), item.group, item.planned]
        home = _home(item, homes)
        if home is None and (item.count is not None or item.days is not None):
            home = Cohort(held.story.get(item.claims[0].doc, 0), item.group, item.planned)
            found.append(home)
        if home is None:
            rest += item.claims
        else:
            _join(item, home)
            homes.keep(home)
    told = [c for c in found if _is_told(c)]
    rest += [m for c in found if not _is_told(c) for m, _ in c.members]
    told.sort(key=lambda c: (c.planned, -len(c.docs), -len(c.members), c.earliest or date.max))
    return told, rest


def _is_told(cohort: Cohort) -> bool:
    """Whether a report tells the act itself, or dates the number, or another report gives it too."""
    acts = any(c.kind is not Kind.QUANTITY for c, _ in cohort.members)
    return acts or cohort.earliest is not None or len(cohort.docs) > 1


def _items(claims: Sequence[Claim], held: Collection) -> Iterator[_Item]:
    """Overlapping claims of one report as one item."""
    groups = sorted({s.group for s in held.pack.stages})
    ahead = _ahead(held)
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)
    for doc in held.docs(claims):
        mine = sorted(by_doc[doc], key=lambda c: (c.span.start, -c.span.end))
        taken: set[int] = set()
        for number, head in enumerate(mine):
            if number in taken:
                continue
            same = [n for n in _overlapping(mine, number) if n not in taken and _one_act(head, mine[n])]
            taken.update(same)
            yield _item([head, *(mine[n] for n in same)], held, groups, ahead.get(doc, ()))


def _overlapping(ordered: Sequence[Claim], number: int) -> Iterator[int]:
    """The claims that begin inside one of those in order of their starts: they follow it at once."""
    end = ordered[number].span.end
    for later in range(number + 1, len(ordered)):
        if ordered[later].span.start >= end:
            return
        yield later


def _ahead(held: Collection) -> Mapping[str, Sequence[Span]]:
    """Where each report speaks of what is planned or may happen."""
    found: dict[str, list[Span]] = defaultdict(list)
    for claim in held.settled.claims:
        if claim.kind is Kind.PLAN or claim.modality in _UNREAL:
            found[claim.doc].append(claim.span)
    return found


def _one_act(head: Claim, other: Claim) -> bool:
    return other.kind is Kind.QUANTITY or head.kind is Kind.QUANTITY or other.frame == head.frame


def _item(claims: Sequence[Claim], held: Collection, groups: Sequence[str], ahead: Sequence[Span]) -> _Item:
    staged = [s for c in claims if c.kind is not Kind.QUANTITY and (s := stage_of(c, held.pack.stages))]
    staged = staged or [s for c in claims if (s := stage_of(c, held.pack.stages))]
    stage = max(staged, key=lambda s: s.order, default=None)
    counts = [
        (c, b) for c in claims
        if held.unit.get(c.property) == "people" and (b := bounds(c.value, c.value_max, c.comparator)) and b.low >= 2
    ]  # fmt: skip
    placed = [
        (c.earliest, c.latest) for c in claims
        if c.earliest and c.latest and (c.latest - c.earliest).days <= LONGEST
    ]  # fmt: skip
    tellings = [c for c in claims if c.kind is not Kind.QUANTITY]
    if tellings:
        planned = any(c.modality in _UNREAL or c.kind is Kind.PLAN for c in tellings)
    else:
        planned = any(c.modality in _UNREAL or any(s.overlaps(c.span) for s in ahead) for c in claims)
    group = stage.group if stage else (groups[-1] if groups else "")
    # The exact number leads, the largest of several in one telling; the smaller ones are parts of it.
    count = max(counts, key=lambda pair: (pair[1].low - pair[1].high, pair[1].low), default=None)
    parts = tuple(c for c, b in counts if count and c is not count[0] and b.high < count[1].low)
    return _Item(tuple(claims), stage, group, count, parts, planned, placed[0] if placed else None)


def _vague(item: _Item) -> float:
    return item.count[1].high - item.count[1].low if item.count else 0


def _home(item: _Item, homes: Homes) -> Cohort | None:
    """The cohort of the item's story and kind of act that it fits."""
    if item.count is not None:
        return next((c for c in homes.counted(item.count[1], item.days) if _fits(item, c)), None)
    own = [c for c in homes.of_report(item.claims[0].doc) if _fits(item, c)]
    if item.days is None:
        return own[0] if own else homes.only()
    fitting = [c for c in homes.dated(item.days) if _fits(item, c)]
    dated = next((c for c in fitting if c.earliest), None)
    if dated is not None or own:
        return dated or own[0]
    return fitting[0] if len(fitting) == 1 else None


def _fits(item: _Item, cohort: Cohort) -> bool:
    if item.days and cohort.earliest and cohort.latest:
        earliest, latest = item.days
        if earliest > cohort.latest or latest < cohort.earliest:
            return False
    if item.count is None:
        return True
    return item.count[1].meets(cohort.allowed)


def _join(item: _Item, home: Cohort) -> None:
    home.members += [(c, item.stage) for c in item.claims if c not in item.parts]
    home.parts += item.parts
    if item.count is not None:
        home.counts.append(item.count)
        low, high = item.count[1]
        home.allowed = Bounds(max(home.allowed.low, low), min(home.allowed.high, high))
    if item.days is None:
        return
    earliest, latest = item.days
    if home.earliest is None or home.latest is None:
        home.earliest, home.latest = earliest, latest
    else:
        home.earliest, home.latest = max(home.earliest, earliest), min(home.latest, latest)
