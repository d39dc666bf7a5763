"""Joints: whether an "and" beside a hedge or a negation divides two clauses, the other of which it says nothing of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from habeas.packs.lexicon import Table, lexicon

__all__ = ["Joints", "divides_before", "divides_behind", "joints"]

_NEAR = 12
"""Words to either side of an "and" among which the verb of its clause stands."""
_SIGNS = frozenset(',.;:—–()“”«»?!"')
_PASSIVE = 4
"""Words before an "and" among which the "be" or "have" stands that a participle behind it goes on with."""


@dataclass(frozen=True, slots=True)
class Joints:
    """What tells the clauses beside an "and": the words that join, those that end a clause, those that a participle goes on
    with, and forms of verbs: auxiliaries and modals, those of them that open a clause, past forms, those that can be
    participles too, and plain ones; the endings of adverbs and of regular past forms."""

    joiners: frozenset[str]
    ends: frozenset[str]
    determiners: frozenset[str]
    perfect: frozenset[str]
    auxiliaries: frozenset[str]
    opening: frozenset[str]
    past: frozenset[str]
    either: frozenset[str]
    plain: frozenset[str]
    adverbial: tuple[str, ...]
    regular: tuple[str, ...]


def joints(language: str, words: Table) -> Joints:
    """The joints of a language by its word classes; `words` are those of its hedges."""
    classes = lexicon(language, "wordclasses")
    listed = {name: frozenset(classes.get(name, ())) for name in ("past", "past_or_participle", "present")}
    auxiliaries = frozenset(classes["auxiliary"]) | frozenset(classes.get("modal", ()))
    return Joints(
        joiners=frozenset(words["joiners"]),
        ends=frozenset(words["links"]) | _SIGNS,
        determiners=frozenset(words["determiners"]),
        perfect=frozenset(words["perfect"]),
        auxiliaries=auxiliaries | frozenset(words["within"]),
        opening=auxiliaries - frozenset(words["within"]),
        past=listed["past"],
        either=listed["past_or_participle"],
        plain=listed["present"],
        adverbial=tuple(words["adverb_endings"]),
        regular=tuple(words["past_endings"]),
    )


def divides_before(low: Callable[[int], str], k: int, i: int, known: Joints) -> bool:
    """Whether the joiner at word `k`, before the cue at `i`, divides two clauses: the words between are the cue's own subject,
    or it has none, and a verb stands before: "was beaten [and] could die", "closed the camp [and] guards may leave"."""
    between = [low(j) for j in range(k + 1, i)]
    if all(word in known.auxiliaries or word.endswith(known.adverbial) for word in between):
        return True
    if between[0].endswith(known.regular) or between[0] in known.either:
        return False  # "men arrested and jailed in May could"
    for j in range(k - 1, k - _NEAR, -1):
        word = low(j)
        if not word or word in known.ends:
            return False
        if (
            word in known.auxiliaries
            or word in known.past
            or word in known.either
            or word.endswith(known.regular)
        ):
            return True
    return False


def divides_behind(low: Callable[[int], str], k: int, known: Joints) -> bool:
    """Whether the joiner at `k`, behind a cue, opens a clause with a verb of its own: "may be freed [and] the jail holds
    400", "will sue [and] has hired", not "may be freed and flown home"."""
    after = low(k + 1)
    if after in known.past or after in known.opening:
        return True
    if after.endswith(known.regular) or after in known.either:
        return not any(low(j) in known.perfect for j in range(k - _PASSIVE, k))
    for j in range(k + 1, k + _NEAR):
        word, before = low(j), low(j - 1)
        if not word or word in known.ends or (word in known.joiners and j > k + 1):
            return False
        if j > k + 1 and (word in known.opening or word in known.past):
            return True
        third = word.endswith("s") and (word[:-1] in known.plain or word in known.plain)
        follows = low(j + 1)
        if (
            third
            and before not in known.determiners
            and (follows in known.determiners or follows[:1].isdigit())
        ):
            return True
    return False
