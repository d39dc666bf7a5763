"""The words of time of one language, read once from its lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from habeas.model.columns import lasting
from habeas.packs.lexicon import Table, lexicon

__all__ = ["Vocabulary", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word tables; see the comments in `packs/language/<code>/moments.toml` for what each holds.

    `triggers` maps every word that can start the recognition of a moment to the idea that handles it.
    `last_words` maps the last word of each phrase of several words to the phrases, longest first.
    """

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    units: dict[str, str]
    plural: frozenset[str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague: frozenset[str]
    deictic: dict[str, int]
    deictic_part: dict[str, str]
    decades: dict[str, int]
    loose: dict[str, str]
    repeated: dict[str, str]
    words: dict[str, frozenset[str]]
    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    triggers: dict[str, str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`; English where the language has none."""
    table = lexicon(language if language in ("en", "es") else "en", "moments")
    return Vocabulary(
        language=language if language in ("en", "es") else "en",
        months=table["months"],
        weekdays=table["weekdays"],
        seasons=table["seasons"],
        dayparts=table["dayparts"],
        units=table["units"],
        plural=frozenset(table["plural"]["units"]),
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        vague=frozenset(table["vague"]["words"]),
        deictic=table["deictic"],
        deictic_part=table["deictic_part"],
        decades=table["decades"],
        loose=table["loose"],
        repeated=table["repeated"],
        words={name: frozenset(words) for name, words in table["words"].items()},
        past=frozenset(table["words"]["past"]),
        future=frozenset(table["words"]["future"]),
        past_endings=tuple(table["endings"]["past"]),
        future_endings=tuple(table["endings"]["future"]),
        phrases=_phrases(table),
        triggers=lasting(_triggers(table)),
    )


def _phrases(table: Table) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Last word to (all words, "holiday" or "loose", value), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for name, idea in (("holidays", "holiday"), ("loose_phrases", "loose")):
        for phrase, value in table[name].items():
            words = tuple(phrase.replace("-", " - ").split())
            found.setdefault(words[-1], []).append((words, idea, value))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}


def _triggers(table: Table) -> dict[str, str]:
    """Word to the idea that handles it; later ideas win, so the order is from the general to the particular."""
    ideas: dict[str, str] = {}
    sources = (
        ("repeated", "repeated"),
        ("loose", "loose"),
        ("dayparts", "daypart"),
        ("decades", "decade"),
        ("seasons", "season"),
        ("units", "unit"),
        ("deictic", "deictic"),
        ("weekdays", "weekday"),
        ("months", "month"),
    )
    for name, idea in sources:
        for word in table[name]:
            ideas[word] = idea
    for words in _phrases(table):
        ideas.setdefault(words, "phrase")
    ideas.update(table["heads"])
    for word in [w for w, idea in ideas.items() if idea in ("weekday", "month", "unit", "deictic", "season")]:
        ideas.setdefault(word + "'s", ideas[word])
        if word.endswith("s"):
            ideas.setdefault(word + "'", ideas[word])
        elif ideas[word] == "weekday" and word not in table["words"]["short_weekdays"]:
            ideas.setdefault(word + "s", "weekdays")
    return ideas
