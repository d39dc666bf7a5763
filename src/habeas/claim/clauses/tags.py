"""Tags: what one token does in its clause. Plain small integers, compared millions of times."""

from __future__ import annotations

from typing import Final

__all__ = ["NOMINAL"]

N: Final = 1
NAME: Final = 2
NUM: Final = 3
ADJ: Final = 4
DET: Final = 5
POSS: Final = 6  # "his", and nouns with a possessive ending
PRON: Final = 7  # pronouns that can be a subject
OBJ: Final = 8
REL: Final = 9
SUB: Final = 10  # subordinators
CC: Final = 11
PREP: Final = 12
TO: Final = 13
MODAL: Final = 14
BE: Final = 15
HAVE: Final = 16
DO: Final = 17
NEG: Final = 18
V: Final = 19  # finite full verb
VB: Final = 20  # bare verb after "to", a modal, "do"
VG: Final = 21  # -ing form used as a verb
VN: Final = 22  # past participle used as a verb
COMMA: Final = 23
DASH: Final = 24
COLON: Final = 25  # colon, semicolon, end of sentence inside
QUOTE: Final = 26
PAREN: Final = 27
ADV: Final = 28
HYPHEN: Final = 29
THAT: Final = 30  # "that" that opens a clause with a subject of its own
PRON_BE: Final = 31  # "he's", "we're"
PRON_MODAL: Final = 32  # "they'll"
PRON_HAVE: Final = 33  # "we've"

NOMINAL: Final = frozenset({N, NAME, NUM, ADJ, DET, POSS, PRON, OBJ, HYPHEN})
"""Tags that can stand inside a noun phrase."""

BREAKS: Final = frozenset({COMMA, DASH, COLON, QUOTE, PAREN, REL, SUB, THAT})
"""Tags at which one clause can give way to the next."""

CONTRACTED: Final = frozenset({PRON_BE, PRON_MODAL, PRON_HAVE})
"""A subject pronoun and its auxiliary in one token."""

AUXILIARY: Final = frozenset({MODAL, BE, HAVE, DO}) | CONTRACTED
"""Tags that open a verb group."""

_ASIDE: Final = 8
"""Words of an aside between an auxiliary and its verb, its commas counted."""
_INSERTED: Final = frozenset({ADV, PREP, DET, N, NAME, NUM, ADJ, POSS})
"""Tags of such an aside."""
_SAYING: Final = frozenset({ADJ, DET, N, NAME, NUM, POSS, PRON})
"""Tags that open a saying inside another one's words: "would, [her lawyer] said, appeal"."""


def mask(*tags: int) -> int:
    """The set of some tags as one number, for the sets that nearly every word is held against; `holds` asks it.

    >>> holds(mask(N, ADJ), ADJ), holds(mask(N, ADJ), DET)
    (True, False)
    """
    return held(list(tags))


def held(row: list[int]) -> int:
    """The set of the tags in a row, as `mask` makes it."""
    found = 0
    for tag in row:
        found |= 1 << tag
    return found


def holds(tags: int, tag: int) -> bool:
    """Whether `tag` is in the set that `mask` made."""
    return (tags >> tag) & 1 == 1


def met(tags: int, row: list[int], start: int, end: int) -> int:
    """The first place from `start` up to `end` of a row of tags where one of the set stands that `mask` made, else -1.

    >>> met(mask(COMMA), [N, COMMA, N], 0, 3), met(mask(COMMA), [N, COMMA, N], 2, 3)
    (1, -1)
    """
    for at in range(max(start, 0), min(end, len(row))):
        if (tags >> row[at]) & 1:
            return at
    return -1


def leads_up(tags: list[int], i: int) -> bool:
    """Whether the word at `i` only leads up to the noun phrase behind it: "also", "and", but not "not" in "not all", "no" in "no one"."""
    if tags[i] == NEG:
        return tags[i + 1] not in (DET, NUM, PRON)
    return tags[i] in (ADV, CC, COMMA)


def aside_from(tags: list[int], opening: int) -> int:
    """Where the comma closes that opens at `opening` an adverb, a phrase with a preposition or a saying; -1 where none does:
    "did not[, however,] stop", "would[, she said,] go"."""
    if opening + 2 >= len(tags) or tags[opening] != COMMA:
        return -1
    first = tags[opening + 1]
    if first not in (ADV, PREP) and first not in _SAYING:
        return -1
    for i in range(opening + 2, min(len(tags), opening + _ASIDE)):
        if tags[i] == COMMA:
            return i if (first in (ADV, PREP)) != (tags[i - 1] == V) else -1
        if tags[i] not in _INSERTED and (tags[i] != V or tags[i + 1 : i + 2] != [COMMA]):
            return -1
    return -1


def aside_to(tags: list[int], closing: int) -> int:
    """The tag of the auxiliary before the aside that the comma at `closing` ends, 0 where there is none."""
    for i in range(closing - 2, max(0, closing - _ASIDE), -1):
        if tags[i] == COMMA:
            if aside_from(tags, i) != closing:
                return 0
            at = i
            while at > 0 and tags[at - 1] in (ADV, NEG):
                at -= 1
            return tags[at - 1] if at > 0 and tags[at - 1] in (MODAL, DO, HAVE, BE) else 0
    return 0
