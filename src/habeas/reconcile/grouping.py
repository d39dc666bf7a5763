"""Which counts of a story are of one thing, by what happened and to whom: groups that are held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from habeas.model.claim import Claim
from habeas.model.marks import Comparator
from habeas.reconcile.case import Case
from habeas.reconcile.nations import nation_of
from habeas.reconcile.scopes import is_past, is_repeated, is_said_wide, is_wide
from habeas.reconcile.telling import FROM, PEOPLE, is_part, sort_of, told_of, words_of

__all__ = ["of_one_thing"]

TELLING = 20
"""From this number on reports that give it under two names count the same people."""
FEW = 5
"""Below this number reports count too many different people in one building."""
REPORTS = 3
"""Reports that give one smaller number under two names, from which they count the same people."""
CROWD = 10
"""The factor from which a number is of others than those told of: of a whole country."""
LARGE = 1000
"""From this number on it tells so though it is only a bound."""


class _Thing(NamedTuple):
    """What happened, to which sort of people or things, and whether again and again."""

    told: str
    sort: str
    again: bool


def of_one_thing(claims: Sequence[Claim], case: Case) -> Iterator[tuple[str, list[Claim]]]:
    """The counts of one story in groups of one thing, each in text order, with what happened."""
    groups: dict[_Thing, list[Claim]] = defaultdict(list)
    wide: list[tuple[_Thing, Claim]] = []
    for claim in claims:
        told = told_of(claim, case)
        if told is None or is_past(claim, case):
            continue
        # Of a building, of two or three people a report may tell anything.
        if told in words_of(claim, case)["housed"]["told"] and float(claim.value) < FEW:
            continue
        thing = _Thing(told, sort_of(claim, case, told), is_repeated(claim, case))
        if is_wide(claim, case):
            if not is_said_wide(claim, case):
                wide.append((thing, claim))
        elif thing.sort != PEOPLE or not is_part(claim, case):
            groups[thing].append(claim)
    for thing, claim in wide:
        # What others do not tell of a whole country, one that names it last does not either.
        if any(c.value == claim.value and c.doc != claim.doc for c in groups.get(thing, ())):
            groups[thing].append(claim)
    everyone = _nations_of_all(claims, case)
    for thing, group in _one_sort(_plainly(groups, case), everyone, case).items():
        group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
        yield thing.told, group


def _plainly(groups: Mapping[_Thing, list[Claim]], case: Case) -> Mapping[_Thing, list[Claim]]:
    """The groups, those of what a closer word tells with those of the plain one where two reports give one telling number of
    both ("130 wounded", "130 were severely injured")."""
    found: dict[_Thing, list[Claim]] = defaultdict(list)
    for thing, group in groups.items():
        words = words_of(group[0], case)
        closer = thing.told not in words["told"]
        plain = (thing._replace(told=name) for name in words["closer"]) if closer else ()
        home = next((t for t in plain if t in groups and _share_number(group, groups[t])), thing)
        found[home] += group
    return found


def _share_number(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    numbers = {(c.value, c.doc) for c in other if float(c.value) >= TELLING}
    given = {value for value, _ in numbers}
    return any(c.value in given and (c.value, c.doc) not in numbers for c in one)


def _nations_of_all(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """The sorts of one country's people that are all of a story's people: one report tells a number of them which another
    tells of people, whatever is told of them ("153 Tongans were held", "the 153 passengers may leave")."""
    named: dict[float, set[tuple[str, str]]] = defaultdict(set)
    plain: dict[float, set[str]] = defaultdict(set)
    for claim in claims:
        if float(claim.value) >= TELLING and _is_plain(claim):
            if nation := nation_of(claim, case):
                named[float(claim.value)].add((nation, claim.doc))
            elif claim.unit == PEOPLE:
                plain[float(claim.value)].add(claim.doc)
    return frozenset(
        f"{FROM}{nation}"
        for value, told in named.items()
        for nation, doc in told
        if plain[value] - {d for n, d in told if n == nation} and len({n for n, _ in told}) == 1
    )


def _one_sort(
    groups: Mapping[_Thing, list[Claim]], everyone_from: frozenset[str], case: Case
) -> Mapping[_Thing, list[Claim]]:
    """The groups, those of women, men, children or one country's people with those of people where two reports give one telling number of both:
    then the people told of are they ("46 women", "46 inmates")."""
    found: dict[_Thing, list[Claim]] = defaultdict(list)
    for thing, group in groups.items():
        everyone = groups.get(thing._replace(sort=PEOPLE), ())
        same = _are_same(group, everyone)
        persons = words_of(group[0], case)["persons"]["sorts"]
        sorts = [s for s in persons if groups.get(thing._replace(sort=s))]
        # Who counts women and men tells of the parts.
        parted = thing.sort in persons and len(sorts) > 1
        alike = same and not parted and (thing.sort.startswith(FROM) or thing.sort in persons)
        # A report that tells of men alone tells of everyone, whatever it tells of a crowd besides.
        anyone = words_of(group[0], case)["persons"]["anyone"]
        most = CROWD * max(float(c.value) for c in group)
        mine = {(c.doc, c.value) for c in group}
        given = {(c.doc, c.value) for c in everyone if float(c.value) <= most}
        told = {doc for doc, _ in given} - {doc for doc, _ in mine & given}
        alike = (
            alike
            or thing.sort in everyone_from
            or (thing.sort in anyone and not parted and told.isdisjoint(c.doc for c in group))
        )
        found[thing._replace(sort=PEOPLE) if alike else thing] += group
    return found


def _are_same(group: Sequence[Claim], everyone: Sequence[Claim]) -> bool:
    """Whether reports give one telling number of some and of people: a large one, or a smaller one that several give."""
    docs: dict[float, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for side, claims in enumerate((group, everyone)):
        for claim in claims:
            if _is_plain(claim):
                docs[float(claim.value)][side].add(claim.doc)
    return any(
        mine and theirs and len(mine | theirs) >= (REPORTS if value < TELLING else 2)
        for value, (mine, theirs) in docs.items()
        if value >= FEW
    )


def _is_plain(claim: Claim) -> bool:
    """Whether a number is one that two reports hardly share by chance: "more than 40" is of many things."""
    return claim.comparator is Comparator.EXACT or float(claim.value) >= LARGE
