"""Hanging: what a noun phrase hangs on to its left, and whom a relative clause before a verb of saying tells of."""

from __future__ import annotations

from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.model.marks import EntityType
from habeas.model.seeking import first_from

__all__ = [
    "antecedent",
    "before_day",
    "behind_relative",
    "grown_left",
    "head_of_relative",
    "over_brackets",
    "reduced",
]

_STOPS = frozenset("q.;:")
_YEAR = 4
"""Digits of a year."""
_RELATIVE = 14
"""Tokens of a relative clause between somebody and what they say."""


def behind_relative(page: Page, unit: Unit, found: Phrases, k: int) -> Phrase | None:
    """The phrase before a relative clause that ends with a verb or an adverb: "[A diplomat] who was there said"."""
    tags, low = page.tags, max(unit.start, k - _RELATIVE)
    if tags[k] not in "vtx":
        return None
    while k > low and tags[k] not in ".:;,qws":
        k -= 1
    held = antecedent(page, found, k) if k > unit.start and tags[k] == "w" else None
    of = held is not None and held.start > unit.start and page.lower[held.start - 1] == "of"
    return grown_left(page, unit, found, held) if of and held is not None else held


def over_brackets(tags: str, unit: Unit, k: int) -> int:
    """The token before the brackets that close at token `k`; `k` itself where none do."""
    if tags[k] != ")":
        return k
    opened = tags.rfind("(", max(unit.start, k - 12), k)
    return opened - 1 if opened >= 0 else k


def grown_left(page: Page, unit: Unit, found: Phrases, phrase: Phrase) -> Phrase:
    """The phrase with what it hangs on: "[officials in] Lima", "[Smith and] Jones"."""
    tags, head, start, kept = page.tags, phrase.head, phrase.start, False
    for _ in range(6):
        at = start - 1
        if at <= unit.start or page.lower[at] in page.known.closed.timely:
            break
        if tags[at] == ")":
            kept = kept or (
                tags[start] == "n" and tags[head[1] - 1] == "p"
            )  # "Ports Watch (PW) official Ana Reis"
            at = over_brackets(tags, unit, at)
        if tags[at - 1 : at + 1] == "ii":
            at -= 1  # "a person familiar with the talks"
        elif tags[at - 2 : at + 1] == "ici":
            at -= 2  # "officials in and around Lima"
        link = tags[at]
        left = found.until(at if link in "ioc" else at + 1)
        if left is None or left.end == start or _is_year(page, left):
            break  # "written in [2003] by Ana Ruiz"
        if tags[left.start] in "rhw" and page.lower[left.start] not in page.known.closed.numbering:
            break
        if link == "c" and left.start > unit.start and tags[left.start - 1] in "vtxmgior":
            if not _opens_with(tags, unit, found, left.start - 1):
                break
            start = left.start  # "The commission on [farms and] mills"
            continue
        nouns = link == "c" and tags[left.end - 1] == "n" == tags[head[1] - 1]
        start = left.start
        if not kept:
            head = (left.head[0], head[1]) if nouns else left.head
    return Phrase(start, phrase.end, head)


def _opens_with(tags: str, unit: Unit, found: Phrases, link: int) -> bool:
    """Whether the preposition at token `link` hangs on the phrase that opens the sentence."""
    outer = found.until(link) if tags[link] == "i" else None
    return outer is not None and outer.end == link and outer.start == unit.start


def _is_year(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase is nothing but a year."""
    word = page.lower[phrase.start]
    return phrase.end - phrase.start == 1 and len(word) == _YEAR and word.isdigit()


def head_of_relative(page: Page, unit: Unit, found: Phrases, phrase: Phrase) -> Phrase | None:
    """In "sources who spoke with the paper said" the phrase before "who"."""
    tags = page.tags
    k = phrase.start - 1
    if k <= unit.start or tags[k] not in "vtgxioa":
        return None
    low, acted = max(unit.start, k - 14), False
    while k > low and tags[k] not in _STOPS and tags[k] not in "ws,":
        led = not acted and (tags[k] == "g" or tags[k : k + 2] in ("ti", "to"))
        doer = found.until(k) if led else None
        acted = acted or tags[k] == "v"  # "men held there remain calm after the [guards] refused"
        if doer is not None and page.lower[doer.end - 1] in page.known.documents:
            whole = grown_left(page, unit, found, doer)
            return Phrase(whole.start, phrase.end, doer.head)  # "figures released on Monday by the ministry"
        if doer is not None and (tags[k] == "g" or _are_people(page, doer)):
            whole = grown_left(page, unit, found, doer)
            if doer.start == unit.start or tags[doer.start - 1] in ",c0":
                return doer  # "protesters marching through the streets", "people briefed on the plan"
            if not tags[unit.start : whole.start].strip("cas,"):
                return whole  # "[Lawyers of] migrants deported to Chad"
        k -= 1
    if tags[k] == "w":
        return antecedent(page, found, k)
    return None


def antecedent(page: Page, found: Phrases, relative: int) -> Phrase | None:
    """The phrase that the relative pronoun at token `relative` stands for."""
    tags, at = page.tags, relative
    if at > 0 and tags[at - 1] == ",":
        at -= 1
    phrase = found.until(before_day(tags, at))
    if phrase is None:
        return None
    left = found.until(phrase.start - 1) if tags[phrase.start - 1 : phrase.start] == "i" else None
    given = left is not None and page.lower[phrase.start - 1] in page.known.closed.by
    if left is not None and given and page.lower[left.end - 1] in page.known.documents:
        return Phrase(left.start, relative, left.head)  # "a letter by nurses that warned"
    paper = page.lower[phrase.end - 1] in page.known.documents
    if left is not None and paper and not _are_people(page, left):
        return Phrase(phrase.start, at, phrase.head)  # "the release of a report, which said"
    if left is not None and _are_people(page, left) and _is_place(page, phrase):
        return Phrase(left.start, relative, left.head)  # "officials in Lima, who fear"
    people = left is None or _are_people(page, left) or not _are_people(page, phrase)
    if left is not None and people and tags[phrase.start] != "p" and tags[left.start] not in "rhw":
        return Phrase(left.start, relative, left.head)
    return Phrase(phrase.start, at, phrase.head)


def leads_to_act(page: Page, unit: Unit, phrase: Phrase) -> bool:
    """Whether a word only describes the act behind it: "was exposed by secret [filming]", and is nobody who acts."""
    plain = phrase.end - phrase.start == 1 and page.tags[phrase.start] == "n"
    acts = phrase.end < unit.end and page.tags[phrase.end] == "g"
    return plain and acts and not _are_people(page, phrase)


def before_day(tags: str, at: int) -> int:
    """Where what stands before a day ends: "a statement [on Thursday] that warned"; `at` itself where no day ends there."""
    start = at
    while start > 1 and tags[start - 1] in "y0":
        start -= 1
    return start - (start < at and tags[start - 1] == "i")


def _is_place(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase is the name of a place."""
    at = page.words[phrase.start].start
    k = first_from(page.mention_starts, at)
    mention = page.mentions[k] if k < len(page.mentions) else None
    return (
        mention is not None
        and mention.full.start == at
        and page.entities[mention.entity].type is EntityType.PLACE
    )


def _are_people(page: Page, phrase: Phrase) -> bool:
    """Whether the noun that ends a phrase stands for people."""
    word, known = page.lower[phrase.end - 1], page.known
    return word in known.unnamed_heads or word.removesuffix("s") in known.person_nouns


def reduced(page: Page, unit: Unit, found: Phrases, phrase: Phrase) -> Phrase | None:
    """In "a poll [published] last week found" the phrase before the participle."""
    k = phrase.start - 1
    left = found.until(k) if k > unit.start and page.tags[k] in "tv" else None
    return grown_left(page, unit, found, left) if left is not None else None
