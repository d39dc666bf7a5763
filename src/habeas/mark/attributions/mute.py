"""Mute: what looks like a saying and says nothing: a question's verb, a ruling on a plea, lives that are claimed."""

from __future__ import annotations

from itertools import pairwise

from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.mark.attributions.vocabulary import Verb

__all__ = [
    "does_to_many",
    "does_unsaid",
    "has_word",
    "in_question",
    "is_dated",
    "is_number",
    "is_scene",
    "is_unnamed",
    "mostly_names",
    "only_hears",
    "rules_on_plea",
    "takes_lives",
]

_NEAR = 5
"""Tokens behind a verb of claiming among which it says that lives are taken."""


def in_question(page: Page, unit: Unit, i: int) -> bool:
    """Whether the verb stands in the question that opens a sentence: "Asked whether he regretted it, Moreno ..."."""
    start = unit.start
    while start < i and page.tags[start] in "q'":
        start += 1
    return start < i and page.lower[start] in page.known.closed.questioned and "," not in page.tags[start:i]


def is_dated(page: Page, unit: Unit, verb: Verb, i: int) -> bool:
    """Whether a participle only says when, or by whom, a thing was told: "the deal [announced] on Tuesday follows"."""
    tags = page.tags
    noun = tags[i - 1 : i] == "n" or page.lower[i - 1] in page.known.documents
    if not verb.form & Form.PARTICIPLE or not noun or tags[i + 1 : i + 2] != "i":
        return False
    k = i + 2
    while k < unit.end and tags[k] in "y0":
        k += 1
    return k > i + 2 and (tags[k : k + 1] in ("v", "x", "m") or page.low(k) in page.known.closed.by)


def only_hears(page: Page, source: Phrase, verb: Verb) -> bool:
    """Whether a court or a jury hears what somebody says before it: "the court heard that"."""
    return (
        verb.lemma in page.known.closed.hearing and page.lower[source.end - 1] in page.known.closed.listeners
    )


def mostly_names(page: Page, unit: Unit, i: int) -> bool:
    """Whether a word that is far more often a noun is one at token `i`: "three western [states] such as", "the [plans] were"."""
    known = page.known
    if page.lower[i] not in known.closed.mostly_nouns:
        return False
    that = page.low(i + 1) == "that" and page.tags[i + 2 : i + 3] not in ("v", "x", "m", "t")
    if that or page.tags[i + 1 : i + 2] in (":", "q", "z"):
        return False
    before = page.lower[i - 1] if i > unit.start else ""
    return (
        page.tags[i - 1] not in "rhxma" and before not in known.documents and before not in known.person_nouns
    )


def takes_lives(page: Page, verb: Verb, i: int) -> bool:
    """Whether lives are claimed and nothing is said: "the flood [claimed] about 40 lives"."""
    taken = page.known.closed.taken
    return verb.lemma in page.known.closed.claiming and not taken.isdisjoint(page.lower[i + 1 : i + _NEAR])


def is_scene(page: Page, source: Phrase, verb: Verb) -> bool:
    """Whether a thing only "sees" what happens while it lasts: "the crackdown has seen 40 arrests"."""
    k = source.head[1] - 1
    known, noun = page.known, page.lower[source.head[1] - 1]
    if verb.lemma not in known.closed.witnessing or page.tags[k] != "n":
        return False
    people = (known.person_nouns, known.titles, known.unnamed_heads, known.group_nouns, known.documents)
    return not any(noun in words or noun.removesuffix("s") in words for words in people)


def does_to_many(page: Page, verb: Verb, content: tuple[int, int] | None) -> bool:
    """Whether the words are so many things that the subject does something to: "approved 17 amendments"."""
    if content is None or verb.lemma not in page.known.closed.counted:
        return False
    return page.tags[content[0]] == "0"


def rules_on_plea(page: Page, found: Phrases, verb: Verb, content: tuple[int, int]) -> bool:
    """Whether a plea is turned down, or granted, and nothing is said: "denied the union's request to lift a ban"."""
    if verb.lemma not in page.known.closed.counted:
        return False
    plea = found.at(content[0])
    return plea is not None and page.lower[plea.head[1] - 1] in page.known.closed.pleas


def is_unnamed(page: Page, content: tuple[int, int]) -> bool:
    """Whether somebody only asks "[not] to be named", which is nothing said of anything."""
    if page.lower[content[0]] != "to":
        return False
    being = page.known.closed.being
    return any(
        a in being and b in page.known.closed.anonymity
        for a, b in pairwise(page.lower[content[0] : content[0] + 4])
    )


def does_unsaid(page: Page, verb: Verb, content: tuple[int, int] | None, inverted: bool) -> bool:
    """Whether people are struck and nothing is said: "police [attacked] villagers, killing two", or only whose report it is:
    "..., [writes] Ana Ruiz"."""
    known = page.known
    if content is None:
        return False
    if inverted and verb.lemma in known.closed.bylines:
        return "q" not in page.tags[content[0] : content[1]]
    if verb.lemma not in known.closed.striking:
        return False
    near = [word for word in page.lower[content[0] : content[0] + _NEAR] if word.endswith("s")]
    return any(word in known.unnamed_heads or word.removesuffix("s") in known.person_nouns for word in near)


def is_number(page: Page, source: Phrase) -> bool:
    """Whether a subject is a bare number: "31% reported abuse" tells what happened to so many."""
    start = source.start
    while start < source.end - 1 and page.tags[start] == "a":
        start += 1  # "only 171 have agreed"
    return not has_word(page, (start, source.end))


def has_word(page: Page, tokens: tuple[int, int]) -> bool:
    """Whether any of the tokens `[start, end)` is a word."""
    return any(word[0].isalpha() for word in page.lower[tokens[0] : tokens[1]])
