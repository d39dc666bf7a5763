"""What a count tells of: what happened, to which sort of people or things, and whether it is of all or of a part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from habeas.model.claim import Claim
from habeas.model.marks import EntityType, QuantityKind
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.stems import root, stem
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.nations import nation_of

__all__ = [
    "ASKED",
    "FROM",
    "PAID",
    "PEOPLE",
    "has_grown",
    "is_part",
    "sort_of",
    "told_of",
    "words_of",
]

_WORD = re.compile(r"[^\W\d_]+")
_COUNTED_BEFORE = re.compile(r"(?<![\d.,])(\d[\d.,]*)\s+(?:[^\W\d_]+\s+){0,2}$")
_COUNTED_AFTER = re.compile(r"[^\W\d_]+\s+[^\W\d_]{2,4}\s+(\d)")
_LISTED = re.compile(r"(?:\d[\d.,]*\s+[^\W\d_]+(?:,\s+|\s+[^\W\d_]{1,3}\s+|,\s+[^\W\d_]{1,3}\s+))+")
NEAR = 70
"""Characters from a number within which a word says what happened."""
OPENING = 30
"""Characters of a sentence's beginning in which a word makes all of it wide: "Nationwide, ..."."""
PAID = "paid "
"""Before the property of a sum."""
ASKED = "asked "
"""Before a property of the pack that says by itself what is told."""
NEARER = "told_nearer"
"""The table of words that tell of another thing where they stand nearer to a number."""
FROM = "from "
"""Before the country whose people are counted."""
PEOPLE = "people"
LONGEST = 40
"""Characters of a word at most."""
FAR_BACK = 300
"""Characters back to the subject of a count that is said to have grown."""
_Told: TypeAlias = tuple[int, str]
_Near: TypeAlias = tuple[int, int, str]
"""How far a word stands from a number, the place of what it tells in its table, and the name of that."""


def words_of(claim: Claim, case: Case) -> Table:
    """The words that reconciling reads in the language of the claim's report."""
    return lexicon(case.report[claim.doc].language, "reconcile")


def told_of(claim: Claim, case: Case) -> str | None:
    """What happened to those counted: by the property, else by the telling word nearest to the number."""
    if claim.id not in case.told:
        case.told[claim.id] = _told(claim, case)
    return case.told[claim.id]


def _told(claim: Claim, case: Case) -> str | None:
    if claim.unit is not None and claim.unit[:3].isupper():
        return f"{PAID}{claim.property}" if claim.part == "agreement" else None
    words = words_of(claim, case)
    if _joined_to(claim, case, behind=False):
        # What happened to some of them is told of these, and not of all.
        return _told_by_noun(claim, case)
    told = _asked(claim, words["told"], case) or _grown(claim, case) or _told_near(claim, case)
    if told is None:
        return _nearest_of(claim, "told_last", case)
    closer = words["closer"].get(told)
    return (_closer(claim, told, closer, case) if closer else None) or told


def _closer(claim: Claim, told: str, table: str, case: Case) -> str | None:
    """What a closer word tells of those counted; one that tells another thing must stand nearer to the number than any word
    of the plain telling."""
    found = _in_sentence(claim, table, case)
    if found is None or _is_of_some(claim, found[0], case):
        return None
    plain = _in_sentence(claim, "told", case, told)
    if table == NEARER:
        return found[2] if plain is None or found[0] < plain[0] else None
    return None if plain is not None and _is_of_next(claim, found[0], case) else found[2]


def _is_of_some(claim: Claim, reach: int, case: Case) -> bool:
    """Whether a word behind a number is told of some of them alone: "43 injured, several of them seriously"."""
    start = case.quantity_of[claim.id].number.start
    between = case.report[claim.doc].text[start : start + reach].lower()
    pointing = "|".join(map(re.escape, words_of(claim, case)["part"]["pointing"]))
    return re.search(rf"[,;:–—] (?:[\w-]+ )?(?:{pointing}) ", between) is not None


def _is_of_next(claim: Claim, reach: int, case: Case) -> bool:
    """Whether a word behind a number is told of another one that stands before it: "43 injured, with eight in serious condition"."""
    start = case.quantity_of[claim.id].number.start
    marks = case.marked[claim.doc].quantities
    at = bisect_left(marks, start, key=lambda q: q.number.start) + 1
    return at < len(marks) and marks[at].number.start < start + reach and marks[at].kind is QuantityKind.COUNT


def is_told_closer(claim: Claim, case: Case) -> bool:
    """Whether more is told of those counted than the property says: of "inmates held" that they escaped."""
    words = words_of(claim, case)
    asked = _asked(claim, words["told"], case)
    return asked in words["closer"] and told_of(claim, case) != asked


def _asked(claim: Claim, told: Table, case: Case) -> str | None:
    """What the noun or the property of a count says by itself."""
    noun = case.quantity_of[claim.id].noun
    counted = noun.of(case.report[claim.doc].text).lower().split()[-1] if noun else ""
    for name, nouns in words_of(claim, case)["told_counted"].items():
        if counted in nouns:
            return str(name)
    # "Taken" tells nothing by itself: "60 had taken part".
    held = [w for w in claim.property.lower().split() if w not in words_of(claim, case)["light"]]
    asked = {root(w) for w in held} | set(held)
    for name, roots in told.items():
        if not asked.isdisjoint(roots):
            return str(name)
    return f"{ASKED}{claim.property}" if claim.property in case.held_by_places else None


def _told_by_noun(claim: Claim, case: Case) -> str | None:
    """What the noun of those counted tells by itself ("fugitives", "the injured"), or what is said of them right behind it
    ("men who broke out")."""
    report, noun = case.report[claim.doc], case.quantity_of[claim.id].noun
    if noun is None:
        return None
    words, _ = _telling(report.language, "told")
    named = noun.of(report.text).lower().split()
    found = next((name for w in named for _, name in (*words.get(w, ()), *words.get(root(w), ()))), None)
    behind = report.text[noun.end : noun.end + NEAR].lower()
    ties = lexicon(report.language, "reconcile")["ties"]
    if found or not any(behind.startswith(f" {t} ") for t in ties):
        return found
    told = list(_places(behind, 0, report.language, "told"))
    return min(told)[2] if told else None


def _told_near(claim: Claim, case: Case) -> str | None:
    return _held(claim, case) or _nearest_of(claim, "told", case)


def _nearest_of(claim: Claim, table: str, case: Case) -> str | None:
    """What the nearest word of a table tells, in the words of a claim or else in its sentence; what people are, and not what
    befalls them, is told in the words of the claim alone."""
    number = case.quantity_of[claim.id].number.start
    near = _nearest(claim.quote, number - claim.span.start, case.report[claim.doc].language, table)
    if near is not None:
        return near[2]
    found = _in_sentence(claim, table, case)
    return found[2] if found and found[2] not in words_of(claim, case)["befalling"]["never"] else None


def _in_sentence(claim: Claim, table: str, case: Case, only: str | None = None) -> _Near | None:
    report, number = case.report[claim.doc], case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    return _nearest(over.of(report.text), number - over.start, report.language, table, only)


def _grown(claim: Claim, case: Case) -> str | None:
    """What a count tells of that is said to have grown: its subject stands far before the number, and first."""
    if not has_grown(claim, case):
        return None
    number = case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    before = case.report[claim.doc].text[max(over.start, number - FAR_BACK) : number].lower()
    found = list(_places(before, len(before), case.report[claim.doc].language, "told", FAR_BACK))
    return min(found)[2] if found else None


def has_grown(claim: Claim, case: Case) -> bool:
    """Whether a number is told as what a count has grown to: "the toll rose to at least 53"."""
    start = case.quantity_of[claim.id].span.start
    before = case.report[claim.doc].text[max(0, start - OPENING) : start].lower().split()
    risen = words_of(claim, case)["growing"]["risen"]
    return any(f" {' '.join(before)}".endswith(f" {w}") for w in risen)


def _held(claim: Claim, case: Case) -> str | None:
    """What a building has, by the noun of what is counted there: "nine toilets", "six working toilets"."""
    noun = case.quantity_of[claim.id].noun
    if claim.subject_type != EntityType.FACILITY.value or noun is None or claim.unit in (None, "people"):
        return None
    if claim.property != claim.unit:
        return None
    return f"has {root(noun.of(case.report[claim.doc].text).split()[-1].lower())}"


def _nearest(quote: str, number: int, language: str, table: str, only: str | None = None) -> _Near | None:
    """The word nearest to the number, of all that a table holds or of those that tell one thing."""
    text = quote.lower()
    found = [
        (abs(at - number), order, name)
        for at, order, name in _places(text, number, language, table)
        if abs(at - number) <= NEAR
        and only in (None, name)
        and not _is_of_another(text, at, number, language)
    ]
    return min(found) if found else None


def _is_of_another(text: str, at: int, number: int, language: str) -> bool:
    """Whether a word stands with a number of its own: "17 men over the deaths of 59 people", "59 dead, 140 at the port"."""
    before = _COUNTED_BEFORE.search(text, max(0, at - OPENING), at)
    after = _COUNTED_AFTER.match(text, at)
    listed = after and after.start(1) < number and _LISTED.fullmatch(text, after.start(1), number)
    apart = before and before.start(1) != number and not _is_whole(text, number, before.start(1), language)
    return bool(apart or (after and after.start(1) != number and not listed))


def _is_whole(text: str, number: int, whole: int, language: str) -> bool:
    """Whether a number behind another is the whole that the other is a part of: "1,000 of the firm's 1,300"."""
    of = "|".join(map(re.escape, lexicon(language, "reconcile")["part"]["of"]))
    return (
        number < whole and re.fullmatch(rf"\S+ (?:{of}) (?:[\w'’-]+ ){{0,2}}", text[number:whole]) is not None
    )


def _places(
    text: str, number: int, language: str, table: str, reach: int = NEAR
) -> Iterator[tuple[int, int, str]]:
    """Where the words of a table stand near a number, with the place of what they tell in the table and its name."""
    words, phrases = _telling(language, table)
    first = max(0, number - reach)
    while first and text[first - 1].isalpha():
        first -= 1
    within: list[tuple[int, int]] = []
    for phrase, order, name in phrases:
        if (at := text.find(phrase, first)) >= 0:
            within.append((at, at + len(phrase)))
            yield at, order, name
    never = lexicon(language, "reconcile")["persons"]["never"]
    for match in _WORD.finditer(text, first, number + NEAR + LONGEST):
        # "Strike" in "hunger strike" tells nothing of its own.
        if match.group() in never or any(a < match.start() < b for a, b in within):
            continue
        for order, name in (*words.get(match.group(), ()), *words.get(root(match.group()), ())):
            yield match.start(), order, name


@lru_cache(maxsize=32)
def _telling(
    language: str, table: str
) -> tuple[Mapping[str, Sequence[_Told]], Sequence[tuple[str, int, str]]]:
    """The words and the phrases of a table, each with the place of what it tells and its name."""
    words: dict[str, list[_Told]] = defaultdict(list)
    phrases: list[tuple[str, int, str]] = []
    for order, (name, roots) in enumerate(lexicon(language, "reconcile")[table].items()):
        for one in roots:
            if " " in one:
                phrases.append((one, order, str(name)))
            else:
                words[one].append((order, str(name)))
    return words, phrases


def sort_of(claim: Claim, case: Case, told: str | None) -> str:
    """The sort of people or things counted, of which something is told: who is hurt or killed is a person, by whatever
    noun."""
    noun = case.quantity_of[claim.id].noun
    last = noun.of(case.report[claim.doc].text).lower().split()[-1] if noun else _numbered(claim, case)
    nation = nation_of(claim, case)
    if nation and last not in words_of(claim, case)["sorts"]["children"]:
        return f"{FROM}{nation}"
    for name, nouns in words_of(claim, case)["sorts"].items():
        if last in nouns:
            return str(name)
    persons = words_of(claim, case)["sorts"]
    if (noun is None or is_part(claim, case)) and (called := _called(claim, persons, case)):
        return called
    own = noun.of(case.report[claim.doc].text).split()[-1][:1].isupper() if noun else False
    units = {p.unit for p in case.pack.properties if p.id == claim.property and "people" in p.counted}
    person = (
        told in words_of(claim, case)["persons"]["told"]
        and last not in words_of(claim, case)["animals"]["nouns"]
    )
    counted = person and case.quantity_of[claim.id].unit is None
    return PEOPLE if own or counted or claim.unit in (None, "people", *units) else stem(str(claim.unit), "en")


def _called(claim: Claim, persons: Table, case: Case) -> str | None:
    """Who a number without a noun says that they are: "four were children", "12 of those taken away were adults"."""
    if claim.property in persons:
        return claim.property
    text, end = case.report[claim.doc].text, case.quantity_of[claim.id].number.end
    behind = re.split(r"[,.;:\d\n]", text[end : end + NEAR])[0].lower()
    are = "|".join(map(re.escape, words_of(claim, case)["nation"]["are"]))
    found = re.search(rf"\b(?:{are})\s+([^\W\d_]+)\b", behind)
    return next((str(name) for name, nouns in persons.items() if found and found.group(1) in nouns), None)


def _numbered(claim: Claim, case: Case) -> str:
    """What a bare number counts by the words before it: "the number of women killed has risen to 46"."""
    number = case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    told = case.report[claim.doc].text[over.start : number].lower()
    for opening in words_of(claim, case)["number_of"]["words"]:
        _, found, after = told.partition(f"{opening} ")
        if found:
            return after.split(maxsplit=1)[0] if after.split() else ""
    return ""


def is_part(claim: Claim, case: Case) -> bool:
    """Whether the number is of a part of what was just counted or comes on top ("86 more"): "carried 90 people, 40 of them by order", "leaving 50"."""
    quantity, text = case.quantity_of[claim.id], case.report[claim.doc].text
    before = " ".join(text[max(0, quantity.span.start - OPENING) : quantity.span.start].lower().split())
    if before.endswith(tuple(words_of(claim, case)["differences"]["left"])) and not _is_outcome(claim, case):
        return True
    ends = {quantity.number.end, quantity.noun.end if quantity.noun else quantity.number.end}
    table = words_of(claim, case)["part"]
    if any(f" {before}".endswith(f" {w}") for w in table["before"]):
        return True
    if told_of(claim, case) in table["own"]:
        return False
    if any(f" {before}".endswith(f" {w}") for w in table["inside"]) or _behind_colon(claim, before, case):
        return True
    if any(f" {before}".endswith(f" {w}") for w in table["extra"]) and _is_on_top(claim, case):
        return True
    parts = tuple(f" {w} " for w in (*table["words"], *table["added"]))
    if any(text[end : end + OPENING].lower().startswith(parts) for end in ends):
        return True
    return _joined_to(claim, case, behind=True)


def _is_on_top(claim: Claim, case: Case) -> bool:
    """Whether a number of others of whom the same is told stands just before one: "80 were arrested, and another 15 later", not
    "116 were killed, and another 80 hurt"; whom no such thing befell are others: "90 were aboard. Another 15 would be flown"."""
    start = case.quantity_of[claim.id].number.start
    told = told_of(claim, case)
    if told not in words_of(claim, case)["outcomes"]["told"]:
        return True
    near = case.places[claim.doc].touching(max(0, start - FAR_BACK), start)
    before = (case.of_doc[claim.doc][n] for n in near)
    return any(
        c.id in case.quantity_of
        and case.quantity_of[c.id].kind is QuantityKind.COUNT
        and case.quantity_of[c.id].number.end < start
        and told_of(c, case) == told
        for c in before
    )


def _behind_colon(claim: Claim, before: str, case: Case) -> bool:
    """Whether a number opens the list of what the one before a colon is made of: "90 people: [50] women and 40 men"."""
    if not before.endswith(":"):
        return False
    marks = case.marked[claim.doc].quantities
    at = bisect_left(marks, case.quantity_of[claim.id].number.start, key=lambda q: q.number.start)
    whole = case.quantity_of[claim.id].number.start - marks[at - 1].number.end if at else OPENING
    return whole < OPENING and "." not in before[-whole:]


def _joined_to(claim: Claim, case: Case, behind: bool) -> bool:
    """Whether another number follows this one as its whole ("four of the six"), or precedes it as a part of it."""
    marks, text = case.marked[claim.doc].quantities, case.report[claim.doc].text
    at = bisect_left(marks, case.quantity_of[claim.id].number.start, key=lambda q: q.number.start)
    first, second = (at, at + 1) if behind else (at - 1, at)
    if first < 0 or second >= len(marks):
        return False
    end, start = marks[first].number.end, marks[second].number.start
    if not 0 < start - end <= OPENING:
        return False
    of = "|".join(map(re.escape, words_of(claim, case)["part"]["of"]))
    return re.fullmatch(rf" (?:{of}) (?:[\w'’-]+ ){{0,2}}", text[end:start].lower()) is not None


def _is_outcome(claim: Claim, case: Case) -> bool:
    """Whether a number is of what something leaves so many people in, and not of who is left: "leaving 39 dead"."""
    quantity = case.quantity_of[claim.id]
    behind = case.report[claim.doc].text[quantity.number.end : quantity.number.end + OPENING].lower()
    table = words_of(claim, case)
    return any(
        root(w) in table["told"][name] or w in table["told"][name]
        for w in _WORD.findall(behind)
        for name in table["outcomes"]["told"]
    )
