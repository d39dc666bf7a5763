"""Salience: how well a name is placed to be meant by "he" or "she" later on.

A pronoun goes on with whom the text speaks of: the first person of a sentence before one who is only spoken about,
whom a pronoun has just meant before all others, and the sentence before this one more than the ones before it. The
weights were found on the stories, lives and news of GUM (Zeldes 2017), by the pronouns that they resolve.
"""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.names.reader import Reader

__all__ = ["NEAR_PLACE", "SURE_PLACE", "Spot", "acts_on", "joined", "place", "weight"]

_FIRST = 9.0
_LATER = 0.0
_LED = 5.0
_OWNER = -8.0
_SUBJECT = 18.0
_OTHER_FORM = -7.0
_SENTENCE = 14.0
_TOKEN = 0.05
_JOINED = 6
"""Tokens from one name to the next that "and" joins to it at most."""
_UNSURE = 16.0
"""What it costs that nothing shows the person's gender."""
_SAME_CLAUSE = 7.0
"""What it costs the first person of a sentence that the pronoun is "him"."""
_NEXT = 3
"""Tokens from a name to the "him" that the verb between them acts on, at most: "Mora told him" is not of Mora."""
SURE_PLACE = -34.0
"""The least weight with which one of several people of unknown gender is taken."""

NEAR_PLACE = 2.0
"""Weights that differ by less are alike."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a person is named or meant: the entity, the token, the number of its sentence, its place."""

    entity: int
    at: int
    sentence: int
    place: float


def place(reader: Reader, at: int, sentence: int, last: Spot | None) -> float:
    """The place of a mention that begins at token `at`, where `last` is the person named before it."""
    low, words = reader.seen.low, reader.words
    if low[at] in words.pronouns:
        return _SUBJECT if low[at] in words.subjects else _OTHER_FORM
    end = at
    while end < len(low) - 1 and reader.seen.upper[end] and not reader.seen.possessive(end):
        end += 1
    if reader.seen.possessive(end):
        return _OWNER
    before = at - 1
    while before >= 0 and (reader.title(before) or low[before] in ".-"):
        before -= 1
    if before >= 0 and low[before] in words.leading:
        return _LED
    return _LATER if last is not None and last.sentence == sentence else _FIRST


def joined(reader: Reader, one: Spot, two: Spot) -> bool:
    """Whether "and" joins two persons: neither of "Ana Vo and Li Ru said" is spoken of before the other."""
    low, words = reader.seen.low, reader.words
    if one.sentence != two.sentence or two.at - one.at > _JOINED or two.at < 1:
        return False
    return low[two.at - 1] in words.both and all(
        reader.seen.upper[k] or low[k] in words.both for k in range(one.at + 1, two.at)
    )


def weight(spot: Spot, at: int, sentence: int, object_: bool, known: bool) -> float:
    """How well placed a spot is for the pronoun at token `at`: `object_` for "him", `known` where the gender fits."""
    away = sentence - spot.sentence
    value = spot.place - _SENTENCE * away - _TOKEN * (at - spot.at)
    if not known:
        value -= _UNSURE
    return value - _SAME_CLAUSE if object_ and not away and spot.place >= _FIRST else value


def acts_on(spot: Spot, at: int, sentence: int) -> bool:
    """Whether a verb or so is all that stands between a person and the "him" at token `at`, who is another then."""
    return spot.sentence == sentence and at - spot.at <= _NEXT and spot.place > _OTHER_FORM
