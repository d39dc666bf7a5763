"""Counts of one thing that reports of one story give in other words: how many died, came back, or fit in.

Reports seldom name the subject of a count alike ("killed 41 people", "the toll stood at 47"). Counts of one story are
held against each other when they tell of the same thing happening to the same sort of people or things, at one place,
and none of them is of a whole country. A later and larger count takes the place of an earlier one; other numbers that
exclude each other conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import EntityType
from habeas.model.wording import amount
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.states import states
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["kindred_questions"]

_WORD = re.compile(r"[^\W\d_]+")
NEAR = 70
"""Characters from a number within which a word says what happened."""
OPENING = 30
"""Characters of a sentence's beginning in which a word makes all of it wide: "Nationwide, ..."."""
LEAST = 5
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
FEW = 6
"""Distinct numbers of one thing that are compared; more are no one thing."""


def kindred_questions(case: Case) -> Iterator[Question]:
    """Questions whose reports tell what happened to how many, under different subjects and properties."""
    counts = (
        c
        for c in case.claims
        if c.kind is Kind.QUANTITY
        and isinstance(c.value, int | float)
        and c.value >= LEAST
        and c.id in case.quantity_of
    )
    for claims in case.told_by_story(counts):
        if len({c.doc for c in claims}) < 2:
            continue
        groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            told = _told(claim, case)
            if told is not None and not _is_wide(claim, case):
                groups[told, _sort(claim, case)].append(claim)
        for (told, _), group in groups.items():
            group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
            yield from _related(group, told, case)


def _words(claim: Claim, case: Case) -> Table:
    return lexicon(case.report[claim.doc].language, "reconcile")


def _told(claim: Claim, case: Case) -> str | None:
    """What happened to those counted: by the property, else by the telling word nearest to the number."""
    told = _words(claim, case)["told"]
    asked = {root(w) for w in claim.property.lower().split()} | set(claim.property.lower().split())
    for name, roots in told.items():
        if not asked.isdisjoint(roots):
            return str(name)
    text = claim.quote.lower()
    number = case.quantity_of[claim.id].number.start - claim.span.start
    best: tuple[int, str] | None = None
    for name, roots in told.items():
        for at in _places(text, roots):
            away = abs(at - number)
            if away <= NEAR and (best is None or away < best[0]):
                best = (away, str(name))
    return best[1] if best else None


def _places(text: str, roots: Sequence[str]) -> Iterator[int]:
    single = {r for r in roots if " " not in r}
    for match in _WORD.finditer(text):
        if match.group() in single or root(match.group()) in single:
            yield match.start()
    for phrase in roots:
        if " " in phrase and (at := text.find(phrase)) >= 0:
            yield at


def _sort(claim: Claim, case: Case) -> str:
    """The sort of people or things counted."""
    noun = case.quantity_of[claim.id].noun
    last = noun.of(case.report[claim.doc].text).lower().split()[-1] if noun else ""
    for name, nouns in _words(claim, case)["sorts"].items():
        if last in nouns:
            return str(name)
    return "people" if claim.unit in (None, "people", "deaths") else claim.unit


def _is_wide(claim: Claim, case: Case) -> bool:
    """Whether a count is of a whole country: "across Kenya", "in Kenya", not "Kenya moved" nor "in Kenya's north"."""
    text = claim.quote.lower()
    known = states()
    country = next((n for n in (claim.subject, claim.place) if n and known.get(n) == n), None)
    if country and re.search(rf"\b(?:in|en) (?:the )?{re.escape(country.lower())}\b(?!['’]s)", text):
        return True
    sentence = sentence_over(case.marked[claim.doc].sentences, claim.span.start)
    opening = case.report[claim.doc].text[sentence.start : claim.span.start][:OPENING].lower()
    wide = _words(claim, case)["wide"]["words"]
    return any(re.search(rf"\b{re.escape(w)}\b", f"{opening} | {text}") for w in wide)


def _related(group: Sequence[Claim], told: str, case: Case) -> Iterator[Question]:
    """Each two numbers that different reports give first, and how they relate."""
    first: dict[str, float] = {}
    by_value: dict[float, list[Claim]] = defaultdict(list)
    for claim in group:
        value = float(claim.value)
        if first.setdefault(claim.doc, value) == value:
            by_value[value].append(claim)
    if len(by_value) > FEW:
        return
    for same in by_value.values():
        if len({c.doc for c in same}) > 1:
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words")
    for low, high in combinations(sorted(by_value), 2):
        pair = [(a, b) for a in by_value[low] for b in by_value[high] if _may_meet(a, b, case)]
        if low and high / low <= FAR and pair:
            claims = list(dict.fromkeys(c for two in pair for c in two))
            yield _question(claims, *_relation(claims, low, told, case))


def _may_meet(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two counts can be of one time and place: no two places of detention or the like, no two stated times."""
    here, there = _facilities(one, case), _facilities(other, case)
    if here and there and here.isdisjoint(there):
        return False
    if one.as_of_basis is not AsOfBasis.STATED or other.as_of_basis is not AsOfBasis.STATED:
        return True
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _facilities(claim: Claim, case: Case) -> frozenset[str]:
    found = (case.directory.find(name) for name in (claim.subject, claim.place) if name)
    return frozenset(name_key(e.name) for e in found if e is not None and e.type is EntityType.FACILITY)


def _relation(claims: Sequence[Claim], low: float, told: str, case: Case) -> tuple[Status, str]:
    allowed = [b for c in claims if (b := bounds(c.value, c.value_max, c.comparator)) is not None]
    if max(b.low for b in allowed) <= min(b.high for b in allowed):
        return Status.REFINES, "the numbers fit each other; one says more"
    growing = _words(claims[0], case)["growing"]["told"]
    days = [(case.report[c.doc].published_date, c.value == low) for c in claims]
    early = [day for day, is_low in days if is_low]
    late = [day for day, is_low in days if not is_low]
    known = all(day is not None for day, _ in days)
    if told in growing and known and max(d for d in early if d) < min(d for d in late if d):
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    return Status.CONFLICT, "the numbers exclude each other"


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    first = claims[0]
    shown: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        shown[amount(claim.value, claim.unit, claim.value_max, claim.comparator)].append(claim)
    return Question(
        text=f"{first.property}: {first.subject}?",
        subject=first.subject,
        property=first.property,
        status=status,
        claims=tuple(claims),
        answers=answers(shown.items()),
        note=note,
    )
