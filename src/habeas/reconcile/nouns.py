"""How many there are of a thing that reports call by one noun, each by its only number of it: "carried 77 passengers",
"80 passengers were on board", "pulled 13 cars off the tracks", "all twelve cars derailed". What one report calls by a noun for
anything ("items") another may call by another such noun ("pieces")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots, root
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, of_several, pairs
from habeas.reconcile.intervals import meant_bounds
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.scopes import is_past, is_repeated, is_wide
from habeas.reconcile.settings import on_other_days, sentence
from habeas.reconcile.telling import PEOPLE, is_part, sort_of, told_of, words_of

__all__ = ["noun_questions"]

LEAST = 5
"""Below this number reports count too many different things by one noun."""
FAR, SORTS = 1.5, 2
"""The factors by which two numbers of one thing, and of one sort of people, differ at most."""
APART, ALIKE = 1, 2
"""Words besides the noun that the sentences of two such numbers share at least, where these differ and where they are one."""
ANYTHING = "things"
"""For nouns that may be of anything."""
AFTER = 16
"""Characters behind a number in which it is said to come on top of another."""
TELLING = 20
"""From this number on reports that give one number tell of one thing, by whatever noun (`echoes`)."""
MOST = 24
"""Counts by one noun in one story beyond which they are of many things."""


def noun_questions(case: Case) -> Iterator[Question]:
    """One question for each noun by which a few reports laid side by side count a thing, each once, in numbers that exclude
    each other, and one for each number that several give. In a large collection a noun is of many things."""
    if not case.is_small:
        return
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if _is_count(claim, case) and (noun := _noun(claim, case)):
            told[case.story[claim.doc], noun].append(claim)
    for (_, noun), claims in told.items():
        if len(claims) <= MOST and of_several(claims):
            yield from _related(claims, noun, case)
    yield from _of_sorts(case)


def _of_sorts(case: Case) -> Iterator[Question]:
    """One question for each sort of people that reports count each once, in numbers that exclude each other: "19 were women"."""
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if (
            _is_count(claim, case)
            and (sort := sort_of(claim, case, None)) in words_of(claim, case)["persons"]["sorts"]
        ):
            told[case.story[claim.doc], sort].append(claim)
    for claims in told.values():
        values = _values(claims)
        alone = [c for c in claims if len(values[c.doc]) == 1]
        for held in gathered(alone, pairs(alone, partial(_are_other, case=case))):
            yield _question(held, Status.CONFLICT, "the only numbers of them exclude each other", case)


def _are_other(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two reports tell other numbers of one sort of people, and nothing else of them."""
    if not _are_apart(one, other, SORTS, case) or any(
        is_past(c, case) or _is_more(c, case) for c in (one, other)
    ):
        return False
    return len({told_of(c, case) for c in (one, other)} - {None}) < 2


def _is_more(claim: Claim, case: Case) -> bool:
    """Whether so many come on top of another: "98 other women" beside the one who says so."""
    end, text = case.quantity_of[claim.id].number.end, case.report[claim.doc].text
    return text[end : end + AFTER].split()[:1] in [[w] for w in words_of(claim, case)["part"]["added"]]


def _related(claims: Sequence[Claim], noun: str, case: Case) -> Iterator[Question]:
    values = _values(claims)
    alone = [c for c in claims if len(values[c.doc]) == 1]
    apart = partial(_exclude, noun=noun, given=values, case=case)
    for held in gathered(alone, pairs(alone, apart)):
        told_too = [c for c in claims if c not in alone and any(apart(c, one) for one in held)]
        yield _question(
            [*held, *told_too], Status.CONFLICT, "the only numbers of it exclude each other", case
        )
    # What the pack asks of one subject is related there.
    asked = {p.id for p in case.pack.properties if p.functional}
    things = [c for c in alone if c.unit != PEOPLE and c.property not in asked and float(c.value) < TELLING]
    for held in gathered(things, pairs(things, partial(_are_one, noun=noun, case=case))):
        yield _question(held, Status.AGREE, "the only number of it, in like sentences", case)


def _question(claims: Sequence[Claim], status: Status, note: str, case: Case) -> Question:
    return figure_question(claims, status, note, case, of=claims[0], named=False)


def _noun(claim: Claim, case: Case) -> str:
    """The noun that a number counts, by its root; those that may be of anything are one, those of anybody none."""
    noun, language = case.noun(claim), case.report[claim.doc].language
    if noun in _roots(language, "anybody"):
        return ""
    return ANYTHING if noun in _roots(language, "anything") else noun


@cache
def _roots(language: str, idea: str) -> frozenset[str]:
    table = lexicon(language, "reconcile")
    words = table["anything"] if idea == "anything" else table["sorts"][PEOPLE]
    return frozenset(root(word) for word in words)


def _is_count(claim: Claim, case: Case) -> bool:
    mark = case.quantity_of.get(claim.id) if claim.kind is Kind.QUANTITY else None
    plain = mark is not None and mark.kind is QuantityKind.COUNT and not isinstance(claim.value, str)
    return plain and float(claim.value) > 1


def _are_whole(one: Claim, other: Claim, case: Case) -> bool:
    """Whether neither count is of a part, of another year, of a whole country or of each of many times."""
    return not any(
        is_part(c, case) or is_past(c, case) or is_wide(c, case) or is_repeated(c, case) for c in (one, other)
    )


def _values(claims: Sequence[Claim]) -> Mapping[str, frozenset[float]]:
    found: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        found[claim.doc].add(float(claim.value))
    return {doc: frozenset(values) for doc, values in found.items()}


def _are_one(one: Claim, other: Claim, noun: str, case: Case) -> bool:
    """Whether two reports give one number of a thing, in sentences that share words."""
    same = one.doc != other.doc and one.value == other.value and not on_other_days(one, other, case)
    return same and _shared(one, other, noun, case) >= ALIKE and _are_whole(one, other, case)


def _shared(one: Claim, other: Claim, noun: str, case: Case) -> int:
    """How many words besides the noun the sentences of two counts share."""
    here, there = (content_roots(sentence(c, case), case.report[c.doc].language) for c in (one, other))
    return sum(not root[0].isdigit() for root in (here & there) - {noun})


def _exclude(one: Claim, other: Claim, noun: str, given: Mapping[str, frozenset[float]], case: Case) -> bool:
    """Whether two reports count one thing otherwise, in sentences that share words, and tell nothing else of it."""
    if not _are_apart(one, other, FAR, case):
        return False
    told = {_told(c, case) for c in (one, other)}
    if any(_gives(a.doc, b, given, case) for a, b in ((one, other), (other, one))):
        return False
    if (len(told) > 1 and None not in told) or not told.isdisjoint(_related_elsewhere(one, case)):
        return False
    return _shared(one, other, noun, case) >= APART and _are_whole(one, other, case)


def _are_apart(one: Claim, other: Claim, far: float, case: Case) -> bool:
    """Whether two reports give numbers of about one size and time that exclude each other."""
    low, high = sorted((float(one.value), float(other.value)))
    if one.doc == other.doc or low < LEAST or low == high or high > far * low:
        return False
    mine, theirs = (meant_bounds(c.value, c.value_max, c.comparator) for c in (one, other))
    if mine is None or theirs is None or mine.meets(theirs):
        return False
    return not on_other_days(one, other, case)


def _gives(doc: str, other: Claim, given: Mapping[str, frozenset[float]], case: Case) -> bool:
    """Whether a report gives another's number too, by the noun or by none: "120 officers, more than the 90 of last year"."""
    value = float(other.value)
    bare = (c for c in case.giving.get((doc, value), ()) if _is_count(c, case) and not case.noun(c))
    return value in given[doc] or any(bare)


def _related_elsewhere(claim: Claim, case: Case) -> frozenset[str]:
    """What happens to people and things of which all counts of a story are related by that (`kindred`)."""
    words = words_of(claim, case)
    return frozenset((*words["growing"]["told"], *words["growing"]["again"], *words["limits"]["told"]))


def _told(claim: Claim, case: Case) -> str | None:
    """What happened to those counted; None where it happens to people alone and things are counted, or the other way."""
    told = told_of(claim, case)
    if _noun(claim, case) == ANYTHING:
        return None
    other = words_of(claim, case)["befalling"]["things" if claim.unit == PEOPLE else "people"]
    return None if told in other else told
