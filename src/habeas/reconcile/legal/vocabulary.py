"""The words of court acts in one language, compiled from `packs/language/<code>/orders.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.packs import lexicon
from habeas.reconcile.names import folded

__all__ = ["Act", "Vocabulary", "vocabulary"]

_CLASSES = ("stops", "lets", "keeps", "undoes", "others")


@dataclass(frozen=True, slots=True)
class Act:
    """One act found in words: its class ("stops", "lets", "keeps", "undoes", "others"), its name, where it stands."""

    kind: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What reading a legal claim needs; all patterns match folded text (see `names.folded`)."""

    acts: re.Pattern[str]
    names: tuple[tuple[str, str], ...]
    refusing: re.Pattern[str]
    orders: re.Pattern[str]
    executive: re.Pattern[str]
    courts: re.Pattern[str]
    judges: re.Pattern[str]
    invoking: re.Pattern[str]
    stopped: re.Pattern[str]
    despite: re.Pattern[str]
    lower: re.Pattern[str]
    unreal: re.Pattern[str]
    counting: re.Pattern[str]
    unlawful: re.Pattern[str]
    lawful: re.Pattern[str]
    decisions: re.Pattern[str]
    binding: re.Pattern[str]
    stays: re.Pattern[str]
    unanimous: re.Pattern[str]
    past: re.Pattern[str]
    behind: frozenset[str]
    undoing: frozenset[str]
    ranks: dict[str, int]

    def act(self, text: str, start: int = 0) -> Act | None:
        """The first act in folded `text` from `start` on."""
        found = self.acts.search(text, start)
        if found is None or found.lastindex is None:
            return None
        kind, name = self.names[found.lastindex - 1]
        return Act(kind, name, found.start(), found.end())

    def rank(self, text: str) -> int:
        """The rank of the court that folded `text` names, 0 where the words tell none."""
        found = [self.ranks[w] for w in text.split() if w in self.ranks]
        if not found:
            return 0
        return min(found) if self.lower.search(text) else max(found)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of one language. Raises PackError."""
    table = lexicon(language, "orders")
    groups = [(kind, name, words) for kind in _CLASSES for name, words in table[kind].items() if words]
    words = table["words"]
    return Vocabulary(
        acts=re.compile("|".join(f"({_choice(entry[2])})" for entry in groups)),
        names=tuple((kind, name) for kind, name, _ in groups),
        refusing=_pattern(words["refusing"]),
        orders=_pattern(words["orders"]),
        executive=_pattern(words["executive"]),
        courts=_pattern(words["courts"]),
        judges=_pattern(words["judges"]),
        invoking=_pattern(words["invoking"]),
        stopped=_pattern(words["stopped"]),
        despite=_pattern(words["despite"]),
        lower=_pattern(words["lower"]),
        unreal=_pattern(words["unreal"]),
        counting=_pattern(words["counting"]),
        unlawful=_pattern(words["unlawful"]),
        lawful=_pattern(words["lawful"]),
        decisions=_pattern(words["decisions"]),
        binding=_pattern(words["binding"]),
        stays=_pattern(words["stays"]),
        unanimous=_pattern(words["unanimous"]),
        past=re.compile(f" (?:{_choice(words['past'])})"),
        behind=frozenset(words["behind"]),
        undoing=frozenset(table["undoes"]),
        ranks=dict(table["ranks"]),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_choice(words))


def _choice(words: Iterable[str]) -> str:
    """Whole words, or beginnings of words where the entry ends in a hyphen; the longest first."""
    parts = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        stem = folded(word.removesuffix("-")).strip()
        parts.append(rf"(?<![\w-]){re.escape(stem)}" + (r"\w*" if word.endswith("-") else r"(?!\w)"))
    return "|".join(parts) or r"(?!)"
