"""Describing: the words by which people and places are described, and how firmly a description is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.claim.frames import FrameIndex, singular
from habeas.claim.scenes import Scene
from habeas.packs.lexicon import lexicon

__all__ = ["DescriptionWords", "description_words", "tells_people", "weight"]

_REMEMBERED: Final = 32768
_SLIGHT: Final = 0.4
"""How firm a description is that nobody would dispute."""


@dataclass(frozen=True, slots=True)
class DescriptionWords:
    """The words of `packs/language/<code>/descriptions.toml` that describe people and places."""

    people: frozenset[str]
    neutral: frozenset[str]
    hedges: frozenset[str]
    accusing: frozenset[str]
    belonging: frozenset[str]
    reputations: frozenset[str]
    parts: frozenset[str]
    hailing: frozenset[str]
    bonds: frozenset[str]
    said_of: frozenset[str]
    members: frozenset[str]
    bodies: frozenset[str]
    them: frozenset[str]
    housed: frozenset[str]
    weighty: frozenset[str]
    ranks: frozenset[str]


_LISTS: Final = (
    "people",
    "neutral",
    "hedges",
    "accusing",
    "belonging",
    "reputations",
    "parts",
    "hailing",
    "bonds",
    "said_of",
    "members",
    "bodies",
    "them",
    "housed",
    "weighty",
    "ranks",
)


@cache
def description_words(language: str) -> DescriptionWords:
    """The words of a language; those of English for a language that has none."""
    table = lexicon(language if language in ("en", "es") else "en", "descriptions")
    return DescriptionWords(*(frozenset(table[k]) for k in _LISTS))


def weight(
    scene: Scene, words: DescriptionWords, charged: dict[str, str], plain: list[int], i: int, told: bool
) -> float:
    """How firmly a description of people is one that somebody could dispute: "violent men", no "new members"; a bare
    "gunmen" is one on somebody's word."""
    tokens = scene.parsed.words
    if singular(tokens[i].lower) in charged:
        bare = not plain and not told and scene.speaker(scene.span((i, i + 1))) is None
        return _SLIGHT if bare else 0.8
    known = scene.index.judging
    judged = any(
        tokens[k].lower in words.weighty or tokens[k].lower in known or singular(tokens[k].lower) in charged
        for k in plain
    )
    return 0.6 if told or judged else _SLIGHT


def tells_people(index: FrameIndex, words: DescriptionWords, word: str) -> bool:
    """Whether a word is a noun for people; the index remembers it."""
    found = index.of_people.get(word)
    if found is None:
        noun = singular(word)
        known = noun in index.stances or noun in words.people
        found = known or noun in words.ranks or word in words.people
        if len(index.of_people) < _REMEMBERED:
            index.of_people[word] = found
    return found
