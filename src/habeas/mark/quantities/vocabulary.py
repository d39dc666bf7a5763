"""The number words of one language, made ready for one dictionary look-up a token."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from habeas.model.columns import lasting
from habeas.model.marks import Comparator, QuantityKind
from habeas.packs.lexicon import Table, lexicon

__all__ = ["VULGAR", "Phrases", "Unit", "Vocabulary", "vocabulary"]

T = TypeVar("T")

_PIECES = re.compile(r"(?:[a-z]\.){2,}|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
_LANGUAGES = frozenset({"en", "es"})

VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8,
          "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip
"""Unicode's vulgar fractions (Number Forms block)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is a number of: `name` is the unit as `Quantity.unit` gives it."""

    kind: QuantityKind
    name: str


class Phrases(Generic[T]):
    """Phrases of one or more tokens, each with a meaning; found from their first or their last token."""

    def __init__(self, meaning: dict[str, T], by_first: dict[str, int], by_last: dict[str, int]) -> None:
        self.meaning = meaning
        self.by_first = by_first
        self.by_last = by_last
        self.seconds = frozenset([phrase.split(" ")[1] for phrase in meaning if " " in phrase])

    def starting(self, low: list[str], at: int, limit: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at token `at` and ends by `limit`, and where it stops."""
        if at >= limit:
            return None
        longest = self.by_first.get(low[at], 0)
        if longest > 1 and at + 1 < limit and low[at + 1] not in self.seconds:
            longest = 1
        for size in range(min(longest, limit - at), 0, -1):
            key = low[at] if size == 1 else " ".join(low[at : at + size])
            if key in self.meaning:
                return self.meaning[key], at + size
        return None

    def ending(self, low: list[str], stop: int, limit: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that ends before token `stop`, from `limit` on, and where it starts."""
        if stop <= limit:
            return None
        for size in range(min(self.by_last.get(low[stop - 1], 0), stop - limit), 0, -1):
            key = low[stop - 1] if size == 1 else " ".join(low[stop - size : stop])
            if key in self.meaning:
                return self.meaning[key], stop - size
        return None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All number knowledge of one language. Sets and maps of folded tokens; phrases for more than one token."""

    decimal_sign: str
    group_sign: str
    and_in_tens: bool
    capital_months: bool
    stacked_plurals: bool
    words: dict[str, frozenset[str]]
    named: dict[str, set[str]]
    """The names of the `words` that hold each word."""
    articles: frozenset[str]
    """Those that count nothing alone."""
    cardinals: dict[str, int]
    scales: dict[str, int]
    plural_scales: dict[str, int]
    glued_scales: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    multiples: dict[str, float]
    before: Phrases[Comparator]
    after: Phrases[Comparator]
    equal_after: Phrases[bool]
    vague: Phrases[Comparator]
    units: Phrases[Unit]
    money: Phrases[Unit]
    letters: dict[str, Unit]
    """Single letters for a currency, capital and against the number: "K500 million"."""
    percent: Phrases[Unit]
    old: Phrases[bool]
    aged: Phrases[bool]
    froms: Phrases[bool]
    rate_adverbs: dict[str, str]
    rate_nouns: dict[str, str]
    compounds: dict[str, str]
    another: Phrases[bool]
    clock: Phrases[bool]
    starters: frozenset[str]
    after_article: frozenset[str]
    """The words that can make a quantity of the article before them ("a dozen", "a year", "a few")."""

    def has(self, name: str, word: str) -> bool:
        """Whether `word` is in the word set `name`."""
        names = self.named.get(word)
        return names is not None and name in names


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of "en" or "es"; any other language is read with the English one, for its digits."""
    table = lexicon(language if language in _LANGUAGES else "en", "quantities")
    units: dict[str, Unit] = {}
    for kind, rows in table["units"].items():
        units |= {w: Unit(QuantityKind(kind), name) for name, ws in rows.items() for w in ws}
    money = {w: Unit(QuantityKind.MONEY, iso) for iso, ws in table["currencies"].items() for w in ws}
    money |= {w: Unit(QuantityKind.MONEY, name) for name, ws in table["cents"].items() for w in ws}
    percent = {w: Unit(QuantityKind.PERCENT, "%") for w in table["percent"]["signs"]}
    percent |= {w: Unit(QuantityKind.PERCENT, "percentage points") for w in table["percent"]["points"]}
    vague = _comparators(table["vague"])
    another = [*table["another"]["words"], *table["another"]["phrases"]]
    words = _word_sets(table)
    return Vocabulary(
        decimal_sign=table["decimal_sign"],
        group_sign=table["group_sign"],
        and_in_tens=table["and_in_tens"],
        capital_months=table["capital_months"],
        stacked_plurals=table["stacked_plurals"],
        words=words,
        named=_named(words),
        articles=words["articles"] - words["one_words"],
        cardinals=table["cardinals"],
        scales=table["scales"],
        plural_scales=table["plural_scales"],
        glued_scales=table["glued_scales"],
        fractions=table["fractions"],
        ordinals=table["ordinals"],
        multiples=table["multiples"],
        before=_phrases(_comparators(table["before"])),
        after=_phrases(_comparators(table["after"])),
        equal_after=_phrases(dict.fromkeys(table["after_more"]["equal"], True)),
        vague=_phrases(vague),
        units=_phrases(units),
        money=_phrases(money),
        letters={w: Unit(QuantityKind.MONEY, unit) for w, unit in table.get("letters", {}).items()},
        percent=_phrases(percent),
        old=_phrases(dict.fromkeys(table["ages"]["old"], True)),
        aged=_phrases(dict.fromkeys(table["ages"]["aged"], True)),
        froms=_phrases(dict.fromkeys(table["ranges"]["from"], True)),
        rate_adverbs=table["rates"]["adverbs"],
        rate_nouns=table["rates"]["nouns"],
        compounds=table["single"]["compounds"],
        another=_phrases(dict.fromkeys(another, True)),
        clock=_phrases(dict.fromkeys(table["labels"]["clock"], True)),
        starters=lasting(_starters(table, [*vague, *another])),
        after_article=_after_article(table, [*vague, *another, *units]),
    )


def _named(sets: dict[str, frozenset[str]]) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for name, words in sets.items():
        for word in words:
            named.setdefault(word, set()).add(name)
    return named


def _starters(table: Table, phrases: list[str]) -> frozenset[str]:
    """Every word at which a quantity can begin, other than digits."""
    names = ("cardinals", "scales", "plural_scales", "fractions", "ordinals", "multiples")
    words = {w for name in names for w in table[name]}
    words |= set(table["single"]["compounds"]) | set(table["articles"]) | set(VULGAR)
    return frozenset(words | {_tokens(phrase)[0] for phrase in phrases})


def _after_article(table: Table, phrases: list[str]) -> frozenset[str]:
    articles = set(table["articles"])
    words = {pieces[1] for pieces in map(_tokens, phrases) if len(pieces) > 1 and pieces[0] in articles}
    words |= {_tokens(w)[0] for rows in table["units"]["duration"].values() for w in rows}
    return frozenset(words | set(table["scales"]) | set(table["fractions"]) | set(table["cardinals"]))


def _comparators(rows: Table) -> dict[str, Comparator]:
    return {phrase: Comparator(name) for name, phrases in rows.items() for phrase in phrases}


def _phrases(meanings: dict[str, T]) -> Phrases[T]:
    by_first: dict[str, int] = {}
    by_last: dict[str, int] = {}
    meaning = {}
    for phrase, value in meanings.items():
        pieces = _tokens(phrase)
        meaning[" ".join(pieces)] = value
        by_first[pieces[0]] = max(by_first.get(pieces[0], 0), len(pieces))
        by_last[pieces[-1]] = max(by_last.get(pieces[-1], 0), len(pieces))
    return Phrases(meaning, by_first, by_last)


def _tokens(phrase: str) -> list[str]:
    return _PIECES.findall(phrase)


def _word_sets(table: Table) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, entry in table.items():
        rows: Iterable[tuple[str, object]] = entry.items() if isinstance(entry, dict) else [("", entry)]
        for key, value in rows:
            if isinstance(value, list):
                found[f"{name}.{key}" if key else name] = frozenset(value)
    return found
