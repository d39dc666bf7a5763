"""Names: where the names of protected people stand in any string, however they are spelled, joined or accented."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from habeas.model.entity import Entity
from habeas.model.marks import EntityType
from habeas.review.folding import fold

__all__ = ["Hit", "Names", "is_certain", "names_of"]

_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
"""Combining accents and signs without width: they can stand inside a word and do not make it another."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}])*")
_DROPPED = re.compile(f"[{_UNSEEN}]+")
_GAP = 3
"""Signs that may stand between two parts of a name: a blank, a hyphen, a line break with its blanks."""

_LEAST = 3
"""Letters of a name's part that is taken for a name by itself; below it, it is an initial or a particle."""

_SURE = frozenset(EntityType) - {EntityType.PERSON, EntityType.OTHER}


class Hit(NamedTuple):
    """A name found at `[start, end)` and what takes its place; `alone` if it is one word, not a whole name."""

    start: int
    end: int
    instead: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What to look for, by first word: the further words, longest first, and the pseudonym."""

    whole: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    single: Mapping[str, str]

    def found(self, text: str, any_case: bool = False) -> list[Hit]:
        """The names in `text`, in order, none overlapping. One word alone counts only with a capital, or `any_case`."""
        folded = fold(text)
        if not any(self._names_someone(word) for word in set(_WORD.findall(folded))):
            return []
        words = [(m.start(), m.end(), _DROPPED.sub("", m.group())) for m in _WORD.finditer(folded)]
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            hit, used = self._at(words, at, text, any_case)
            if hit:
                hits.append(hit)
            at += used
        return hits

    def _names_someone(self, word: str) -> bool:
        bare = word if word.isascii() else _DROPPED.sub("", word)
        return bare in self.whole or bare in self.single

    def _at(
        self, words: Sequence[tuple[int, int, str]], at: int, text: str, any_case: bool
    ) -> tuple[Hit | None, int]:
        start, end, word = words[at]
        for rest, instead in self.whole.get(word, ()):
            following = words[at : at + len(rest) + 1]
            if tuple(w for _, _, w in following[1:]) == rest and _joined(following):
                return Hit(start, following[-1][1], instead, False), len(rest) + 1
        if word in self.single and (any_case or text[start].isupper()):
            return Hit(start, end, self.single[word], True), 1
        return None, 1

    def string(self, text: str, any_case: bool = False) -> str:
        """`text` with every name replaced."""
        made, last = [], 0
        for hit in self.found(text, any_case):
            made += [text[last : hit.start], hit.instead]
            last = hit.end
        return "".join((*made, text[last:])) if last else text


def _joined(words: Sequence[tuple[int, int, str]]) -> bool:
    return all(b[0] - a[1] <= _GAP for a, b in pairwise(words))


def names_of(people: Sequence[Entity], others: Iterable[Entity], instead: Mapping[str, str]) -> Names:
    """What to look for so that none of `people` is named.

    Whole names, names written as one word, and each further part of a name by itself, unless that is also part of the
    name of one of the `others` (a public person, a place). First names alone only where a report uses them so.
    """
    taken = _words_of_others(others)
    whole: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    single: dict[str, list[str]] = defaultdict(list)
    for person in people:
        forms = {form.text for form in person.forms if form.named}
        for name in {person.name, *person.aliases, *forms}:
            words = tuple(_words(name))
            if len(words) > 1:
                whole[words[0]][words[1:]].append(instead[person.id])
                whole["".join(words)][()].append(instead[person.id])
        for word in _alone(person, forms) - taken:
            single[word].append(instead[person.id])
    ordered = {
        first: sorted(((rest, _either(named)) for rest, named in rests.items()), key=lambda r: -len(r[0]))
        for first, rests in whole.items()
    }
    return Names(ordered, {word: _either(named) for word, named in single.items()})


def _alone(person: Entity, forms: Iterable[str]) -> set[str]:
    """The words that name this person by themselves."""
    parts = [word for word in person.name.split() if not word[:1].islower()]
    further = parts[1:] if len(parts) > 1 else parts
    used = [name for name in (*person.aliases, *forms) if len(list(_words(name))) == 1 and name[:1].isupper()]
    return {word for part in (*further, *used) for word in _words(part) if len(word) >= _LEAST}


def _words(name: str) -> Iterable[str]:
    return (_DROPPED.sub("", m.group()) for m in _WORD.finditer(fold(name)))


def is_certain(other: Entity) -> bool:
    """Whether a word of this entity's name may stay where it is part of that name.

    So it is with a person whose name is open, and with a place, body or law of several words or of a known country. A
    single guessed word is no ground to leave a person's surname open.
    """
    if other.type is EntityType.PERSON:
        return True
    return other.type in _SURE and (len(list(_words(other.name))) > 1 or other.country is not None)


def _words_of_others(others: Iterable[Entity]) -> set[str]:
    return {word for other in others if is_certain(other) for word in _words(other.name)}


def _either(named: Iterable[str]) -> str:
    """People who share a name cannot be told apart by it."""
    return " or ".join(dict.fromkeys(named))
