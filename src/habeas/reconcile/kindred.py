"""Counts of one thing that reports of one story give in other words: how many died, came back, or fit in.

Reports seldom name the subject of a count alike ("killed 41 people", "the toll stood at 47"). Counts of one story are
held against each other when they tell of the same thing happening to the same sort of people or things, at one place,
and none of them is of a whole country. A later and larger count takes the place of an earlier one; other numbers that
exclude each other conflict. What is a part of another count ("40 of them") is held against none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import Comparator, EntityType, QuantityKind
from habeas.model.pack import Pack
from habeas.model.wording import amount
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.states import states
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.settings import Near, meeting, sentence, sole

__all__ = ["kindred_questions"]

_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED_BEFORE = re.compile(r"(?<![\d.,])(\d[\d.,]*)\s+(?:[^\W\d_]+\s+)?$")
_COUNTED_AFTER = re.compile(r"[^\W\d_]+\s+[^\W\d_]{2,4}\s+(\d)")
NEAR = 70
"""Characters from a number within which a word says what happened."""
OPENING = 30
"""Characters of a sentence's beginning in which a word makes all of it wide: "Nationwide, ..."."""
LEAST = 5
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
SLIP = 10
"""How far off a sum is whose point stands one place too far."""
_PAID = "paid "
_ASKED = "asked "
"""Before a property of the pack that says by itself what is told."""
_CHANGED = "the later report says that it has changed"
CLOSER = 1.25
"""What a number may be of the one that only bounds it in the same report."""
GROWN = 1.05
"""The factor from which a later count is more than the earlier one told more closely."""
TELLING = 20
"""From this number on reports that give it under two names count the same people."""
_PEOPLE = "people"
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
        and case.quantity_of[c.id].kind in _COUNTED
    )
    for claims in case.told_by_story(counts):
        if len({c.doc for c in claims}) < 2:
            continue
        groups: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
        for claim in claims:
            told = _told(claim, case)
            if told is not None and not _is_wide(claim, case) and not _is_part(claim, case):
                groups[told, _sort(claim, case), _is_repeated(claim, case)].append(claim)
        for (told, _, _), group in _one_sort(groups, case).items():
            group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
            yield from _related(group, told, case)


def _one_sort(
    groups: Mapping[tuple[str, str, bool], list[Claim]], case: Case
) -> Mapping[tuple[str, str, bool], list[Claim]]:
    """The groups, those of women, men or children with those of people where two reports give one telling number of both:
    then the people told of are they ("46 women", "46 inmates")."""
    found: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for (told, sort, again), group in groups.items():
        everyone = groups.get((told, _PEOPLE, again), ())
        numbers = {c.value: c.doc for c in everyone if float(c.value) >= TELLING}
        same = any(numbers.get(c.value, c.doc) != c.doc for c in group)
        persons = _words(group[0], case)["persons"]["sorts"]
        found[told, _PEOPLE if same and sort in persons else sort, again] += group
    return found


def _words(claim: Claim, case: Case) -> Table:
    return lexicon(case.report[claim.doc].language, "reconcile")


def _told(claim: Claim, case: Case) -> str | None:
    """What happened to those counted: by the property, else by the telling word nearest to the number."""
    told = _words(claim, case)["told"]
    if claim.unit is not None and claim.unit[:3].isupper():
        return f"{_PAID}{claim.property}" if claim.part == "agreement" else None
    asked = {root(w) for w in claim.property.lower().split()} | set(claim.property.lower().split())
    for name, roots in told.items():
        if not asked.isdisjoint(roots):
            return str(name)
    if claim.property in _places_hold(case.pack):
        return f"{_ASKED}{claim.property}"
    number = case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    return (
        _held(claim, case)
        or _nearest(claim.quote, number - claim.span.start, told)
        or _nearest(over.of(case.report[claim.doc].text), number - over.start, told)
    )


@lru_cache(maxsize=16)
def _places_hold(pack: Pack) -> frozenset[str]:
    """The properties of a place that have one right answer and count people: how many it holds."""
    return frozenset(
        p.id for p in pack.properties if p.functional and p.on == ("facility",) and p.unit == "people"
    )


def _held(claim: Claim, case: Case) -> str | None:
    """What a building has, by the noun of what is counted there: "nine toilets", "six working toilets"."""
    noun = case.quantity_of[claim.id].noun
    if claim.subject_type != EntityType.FACILITY.value or noun is None or claim.unit in (None, "people"):
        return None
    if claim.property != claim.unit:
        return None
    return f"has {root(noun.of(case.report[claim.doc].text).split()[-1].lower())}"


def _nearest(quote: str, number: int, told: Table) -> str | None:
    """What is told by the word nearest to the number."""
    text = quote.lower()
    best: tuple[int, str] | None = None
    for name, roots in told.items():
        for at in _places(text, roots):
            away = abs(at - number)
            if away <= NEAR and _is_of_another(text, at, number):
                continue
            if away <= NEAR and (best is None or away < best[0]):
                best = (away, str(name))
    return best[1] if best else None


def _is_of_another(text: str, at: int, number: int) -> bool:
    """Whether a word stands with a number of its own: "17 men over the deaths of 59 people", "59 dead, 140 at the port"."""
    before = _COUNTED_BEFORE.search(text, max(0, at - OPENING), at)
    after = _COUNTED_AFTER.match(text, at)
    return bool((before and before.start(1) != number) or (after and after.start(1) != number))


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
    last = noun.of(case.report[claim.doc].text).lower().split()[-1] if noun else _numbered(claim, case)
    for name, nouns in _words(claim, case)["sorts"].items():
        if last in nouns:
            return str(name)
    own = noun.of(case.report[claim.doc].text).split()[-1][:1].isupper() if noun else False
    units = {p.unit for p in case.pack.properties if p.id == claim.property and "people" in p.counted}
    return _PEOPLE if own or claim.unit in (None, "people", *units) else str(claim.unit)


def _numbered(claim: Claim, case: Case) -> str:
    """What a bare number counts by the words before it: "the number of women killed has risen to 46"."""
    number = case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    told = case.report[claim.doc].text[over.start : number].lower()
    for opening in _words(claim, case)["number_of"]["words"]:
        _, found, after = told.partition(f"{opening} ")
        if found:
            return after.split(maxsplit=1)[0] if after.split() else ""
    return ""


def _is_wide(claim: Claim, case: Case) -> bool:
    """Whether a count is of a whole country: "across Kenya", "in Kenya", not "Kenya moved" nor "in Kenya's north"."""
    text = claim.quote.lower()
    known = states()
    country = next((n for n in (claim.subject, claim.place) if n and known.get(n) == n), None)
    if country and _is_told_of(country.lower(), text, _words(claim, case)["wide"]["within"]):
        return True
    sentence = sentence_over(case.marked[claim.doc].sentences, claim.span.start)
    opening = case.report[claim.doc].text[sentence.start : claim.span.start][:OPENING].lower()
    wide = _words(claim, case)["wide"]["words"]
    return any(re.search(rf"\b{re.escape(w)}\b", f"{opening} | {text}") for w in wide)


def _is_told_of(country: str, text: str, within: Sequence[str]) -> bool:
    """Whether a number is told of all of a country, and not of something in it: "at a prison in Honduras"."""
    found = re.search(rf"\b(?:across|in|throughout|en) (?:the )?{re.escape(country)}\b(?!['’]s)", text)
    if found is None:
        return False
    inside = "|".join(map(re.escape, within))
    return not re.search(rf"\b(?:{inside}) [^\W\d_]+ (?:[\w'’-]+ ){{1,3}}$", text[: found.start()])


def _is_repeated(claim: Claim, case: Case) -> bool:
    """Whether so many are counted each time: "20 a day", "20 sailors die each day"."""
    text = claim.quote.lower()
    each = _words(claim, case)["repeated"]["words"]
    return case.quantity_of[claim.id].per is not None or any(
        re.search(rf"\b{re.escape(w)}\b", text) for w in each
    )


def _is_part(claim: Claim, case: Case) -> bool:
    """Whether the number is of a part of what was just counted: "carried 90 people, 40 of them by order", "leaving 50"."""
    quantity, text = case.quantity_of[claim.id], case.report[claim.doc].text
    before = text[max(0, quantity.span.start - OPENING) : quantity.span.start].lower().rstrip()
    if before.endswith(tuple(_words(claim, case)["differences"]["left"])):
        return True
    ends = {quantity.number.end, quantity.noun.end if quantity.noun else quantity.number.end}
    parts = tuple(f" {w} " for w in _words(claim, case)["part"]["words"])
    return any(text[end : end + OPENING].lower().startswith(parts) for end in ends)


def _related(group: Sequence[Claim], told: str, case: Case) -> Iterator[Question]:
    """Each two numbers that reports give, and how they relate: what a report gives first is what it is about."""
    again = told in _words(group[0], case)["growing"]["again"]
    first: dict[str, Claim] = {}
    by_value: dict[float, list[Claim]] = defaultdict(list)
    for claim in group:
        if again or _is_same_number(first.setdefault(claim.doc, claim), claim):
            by_value[float(claim.value)].append(claim)
    if len(by_value) > FEW:
        return
    words = _words(group[0], case)
    housed = told in words["limits"]["told"] or told.startswith(_ASKED)
    counted = again or told not in words["growing"]["told"]
    near = Near(case, sole(group)) if again else None
    for same in by_value.values():
        if len({c.doc for c in same}) > 1 and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words")
    overtaken: dict[str, Claim] = {}
    contested: list[list[Claim]] = []
    for low, high in combinations(sorted(by_value), 2):
        if (high > low * FAR and not _is_slip(low, high, told)) or (
            counted and _told_together(by_value[low], by_value[high], case)
        ):
            continue
        claims = meeting(by_value[low], by_value[high], near, housed, case)
        if claims:
            status, note = _relation(claims, low, told, case)
            if note == _CHANGED:
                yield _question(claims, status, note)
            elif status is Status.SUPERSEDED:
                overtaken |= {c.id: c for c in claims}
            elif not _is_asked(claims, case):
                if status is Status.CONFLICT:
                    contested.append(claims)
                else:
                    yield _question(claims, status, note)
    for claims in _together(contested):
        yield _question(claims, Status.CONFLICT, "the numbers exclude each other")
    if overtaken and not _is_asked(list(overtaken.values()), case):
        yield _question(list(overtaken.values()), Status.SUPERSEDED, "a later report tells a larger number")


def _is_slip(low: float, high: float, told: str) -> bool:
    """Whether two sums have the same digits, with the point elsewhere: 7.5 and 75 million."""
    digits = f"{low:.0f}".rstrip("0")
    return told.startswith(_PAID) and len(digits) > 1 and high == low * SLIP


def _is_same_number(first: Claim, later: Claim) -> bool:
    """Whether a report gives one number again, or the one that its first words only bound: "more than 40", "at least 41"."""
    low, high = float(first.value), float(later.value)
    if low == high:
        return True
    loose = first.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.APPROX)
    allowed = bounds(first.value, first.value_max, first.comparator)
    return loose and allowed is not None and allowed.low <= high <= low * CLOSER and high <= allowed.high


def _together(contested: Sequence[Sequence[Claim]]) -> Iterator[list[Claim]]:
    """Pairs of numbers that exclude each other, those with a number in common as one."""
    first: dict[str, int] = {}
    pairs = [(first.setdefault(c.id, n), n) for n, claims in enumerate(contested) for c in claims]
    for group in joined(range(len(contested)), pairs):
        yield list({c.id: c for n in group for c in contested[n]}.values())


def _told_together(lows: Sequence[Claim], highs: Sequence[Claim], case: Case) -> bool:
    """Whether a report gives both numbers of things with two names ("173 passengers", "189 people in all"): then they are
    of two things, and no conflict where other reports give one of them each."""
    return any(_gives(mine, theirs, case) for mine, theirs in ((lows, highs), (highs, lows)))


def _gives(mine: Sequence[Claim], theirs: Sequence[Claim], case: Case) -> bool:
    value = mine[0].value
    for doc, others in _by_doc(theirs).items():
        named = {noun for c in mine if c.doc != doc and (noun := _noun(c, case))}
        called = {_noun(c, case) for c in others}
        for claim in case.of_doc[doc]:
            if claim.value == value and _noun(claim, case) in named - called:
                return True
    return False


def _by_doc(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc].append(claim)
    return found


def _noun(claim: Claim, case: Case) -> str:
    """The noun that a number counts, by its root; empty where it has none."""
    mark = case.quantity_of.get(claim.id)
    noun = mark.noun if mark else None
    return root(noun.of(case.report[claim.doc].text).split()[-1].lower()) if noun else ""


def _is_asked(claims: Sequence[Claim], case: Case) -> bool:
    """Whether claims of one subject answer one question of the pack, which relates them itself."""
    if len({(name_key(c.subject), c.property) for c in claims}) > 1:
        return False
    return any(p.functional for p in case.pack.properties if p.id == claims[0].property)


def _relation(claims: Sequence[Claim], low: float, told: str, case: Case) -> tuple[Status, str]:
    growing = _grows(told, claims, case)
    days = [(case.report[c.doc].published_date, c.value == low) for c in claims]
    # A report of no known day that gives a number of dated ones is of their time.
    early = [day for day, is_low in days if is_low and day]
    late = [day for day, is_low in days if not is_low and day]
    later = bool(early and late) and max(early) < min(late)
    high = max(float(c.value) for c in claims)
    if growing and later and high > low * GROWN:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    limit = told in _words(claims[0], case)["limits"]["told"]
    allowed = [
        b for c in claims if (b := bounds(c.value, c.value_max, c.comparator, limit=limit)) is not None
    ]
    if max(b.low for b in allowed) <= min(b.high for b in allowed):
        return Status.REFINES, "the numbers fit each other; one says more"
    if growing and later:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    if later and _has_changed([c for c in claims if float(c.value) == high], case):
        return Status.SUPERSEDED, _CHANGED
    return Status.CONFLICT, "the numbers exclude each other"


def _grows(told: str, claims: Sequence[Claim], case: Case) -> bool:
    """Whether a count only grows: a toll does, one of what happens again and again where it is told "since" a day."""
    words = _words(claims[0], case)["growing"]
    if told not in words["again"]:
        return told in words["told"]
    return all(any(f" {w} " in f" {sentence(c, case).lower()} " for w in words["so_far"]) for c in claims)


def _has_changed(later: Sequence[Claim], case: Case) -> bool:
    """Whether the later reports tell of a change: "now has space for 3,000"."""
    changed = _words(later[0], case)["changed"]["words"]
    return all(any(re.search(rf"\b{re.escape(w)}\b", c.quote.lower()) for w in changed) for c in later)


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    most = Counter(c.property for c in claims).most_common(1)[0][0]
    first = next(c for c in claims if c.property == most)
    alone = len({name_key(c.subject) for c in claims}) == 1
    shown: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        shown[amount(claim.value, claim.unit, claim.value_max, claim.comparator)].append(claim)
    return Question(
        text=f"{first.subject}: {first.property}?"
        if alone
        else f"What figure is given for {first.property}?",
        subject=first.subject,
        property=first.property,
        status=status,
        claims=tuple(claims),
        answers=answers(shown.items()),
        note=note,
    )
