"""What can be asked: the properties of a pack laid out for a language, and a number as they see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.claim.topics import Topic
from habeas.model.marks import EntityType, Token
from habeas.model.pack import Pack, Property
from habeas.packs.stems import stem

__all__ = ["Asked", "Entry", "Number", "Trigger", "asked"]

_ANY_PERSON = "people"
_REMEMBERED = 32768
"""Words whose stems are remembered at most."""
_NUMBER = "#"
"""Stands in a trigger for the number itself: "receive #"."""
_PASSING = frozenset({"organisation", "other"})
"""What a facility that the report never calls one ("Fort Bliss") can pass for; a country cannot."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A property: the types it can be said of, the stems of what it counts, whether that is people of any sort, the
    types that can pass for one of `on`, and the stems one of which a doubtful number needs near."""

    property: Property
    on: frozenset[str]
    counted: frozenset[str]
    persons: bool
    passing: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that give a number its question: their stems, the index of the property, the ending that the first of
    them must have ("lives" is not "live", "hearing" not "hear"), whether they are weak, and on which side of them the
    number must stand: 1 after ("receive #"), -1 before, 0 either."""

    stems: tuple[str, ...]
    index: int
    ending: str
    weak: bool
    side: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The properties of a pack in one language, laid out by the first stem of their triggers and by unit.

    `triggers` are laid out by their first stem; `untriggered` are the indexes of entries that need none;
    `stems` remembers the stems of words.
    """

    language: str
    entries: tuple[Entry, ...]
    untriggered: frozenset[int]
    triggers: dict[str, tuple[Trigger, ...]]
    stems: dict[str, str]

    def stem(self, word: str) -> str:
        """The stem of a word of a report, remembered."""
        found = self.stems.get(word)
        if found is None:
            if len(self.stems) >= _REMEMBERED:
                self.stems.clear()
            found = self.stems[word] = stem(word, self.language)
        return found


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a property sees it: the tokens of its clause, where in them the number stands (`at`) and its
    noun ends (`noun_end`), the noun folded, what it measures, the topics of its sentence, and `before()`, which
    gives those of earlier sentences (asked only when the sentence names nothing of the right type). `speakers` are
    those who give the number: it is not about them. `verb` is the place of the verb that governs it,
    `named` are the places of words in names, which trigger nothing; `whole` says that it is no fraction.
    `around()` gives the stems of its sentence, the two before it and the report's opening; `opens` is where the
    words that belong to the number begin ("at least 40")."""

    tokens: tuple[Token, ...]
    at: tuple[int, int]
    noun_end: int
    noun: str | None
    measured: str
    near: tuple[Topic, ...]
    before: Callable[[], Iterable[Topic]]
    speakers: frozenset[str] = frozenset()
    verb: int | None = None
    named: frozenset[int] = frozenset()
    whole: bool = True
    around: Callable[[], frozenset[str]] = frozenset
    opens: int = 0


def asked(pack: Pack, language: str) -> Asked:
    """The properties of `pack` for reports in `language`, made once for each pack that is in use."""
    code = "es" if language.startswith("es") else "en"
    held = _MADE.get((id(pack), code))
    if held is None or held[0] is not pack:
        held = (pack, _compile(pack, code))
        _MADE[id(pack), code] = held
    return held[1]


_MADE: dict[tuple[int, str], tuple[Pack, Asked]] = {}


def _compile(pack: Pack, language: str) -> Asked:
    entries: list[Entry] = []
    triggers: dict[str, list[Trigger]] = {}
    for found in pack.properties:
        if found.language != language:
            continue
        index = len(entries)
        counted = frozenset(_stems(c, language)[-1] for c in found.counted if c != _ANY_PERSON)
        types = _types(pack, found.on)
        passing = _PASSING - types if "facility" in types else frozenset()
        entries.append(
            Entry(
                found,
                types | passing,
                counted,
                _ANY_PERSON in found.counted,
                passing,
                beside=_beside(found, language),
            )
        )
        for words in (*found.triggers, *found.weak):
            made = _trigger(found, index, words, language)
            triggers.setdefault(made.stems[0], []).append(made)
    free = frozenset(
        i for i, entry in enumerate(entries) if not entry.property.triggers and not entry.property.weak
    )
    laid = {first: tuple(rest) for first, rest in triggers.items()}
    return Asked(language, tuple(entries), free, laid, {})


def _beside(found: Property, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in found.beside)


def _trigger(found: Property, index: int, words: str, language: str) -> Trigger:
    side = 1 if words.endswith(_NUMBER) else -1 if words.startswith(_NUMBER) else 0
    plain = words.replace(_NUMBER, "").strip()
    plural = (language == "en" or plain in found.counted) and plain.endswith("s") and not plain.endswith("ss")
    ending = "s" if plural else "ing" if language == "en" and plain.endswith("ing") else ""
    return Trigger(
        _stems(plain, language), index, ending if " " not in plain else "", words in found.weak, side
    )


def _stems(words: str, language: str) -> tuple[str, ...]:
    return tuple(stem(w, language) for w in words.lower().replace("-", " ").split())


def _types(pack: Pack, on: tuple[str, ...]) -> frozenset[str]:
    """Entity types that a property can be said of: `on` names things of the pack, scopes or entity types."""
    known = {t.value for t in EntityType}
    found = {"place" if name == "country" else name for name in on}
    for thing in pack.things:
        if thing.id in on or (thing.scope and thing.scope in on):
            found.add(thing.entity)
    return frozenset(found & known)
