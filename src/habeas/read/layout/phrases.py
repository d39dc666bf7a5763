"""The noise phrases of all languages, folded once and looked up by the first word of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from habeas.model.report import NoiseKind
from habeas.packs import lexicon

__all__ = ["Phrase", "Phrases", "Prefix", "edges_off", "first_word", "folded", "pattern", "phrases"]

_LANGUAGES = ("en", "es")
"""A page mixes the language of its site with that of its article, so every language's phrases always apply."""

_PLACES = {
    "{n}": r"\d[\d.,]*[KkM]?",
    "{name}": r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){0,4}",
    "{words}": r"\S+(?:\s+\S+){0,11}",
    "{site}": r"[\w.&'’-]+(?:\s+[\w.&'’-]+){0,4}",
}
_SPLIT = re.compile(r"(\{\w+\}|\s+)")
_WORD = re.compile(r"[^\W_]+")
_EDGES = " \t\r\n\xa0|•·*_-–—>»:.!…›→[]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with places, as a pattern's source, and the noise it shows."""

    kind: NoiseKind
    source: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """How a noise line begins; `closed` when the phrase ends in a sign such as a colon."""

    kind: NoiseKind
    words: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases: `lines` are whole folded lines, `placed` and `starts` are keyed by their first word
    ("#" for a number), `tails` by their longest word, which is looked for first."""

    lines: dict[str, NoiseKind] = field(default_factory=dict)
    placed: dict[str, list[Phrase]] = field(default_factory=dict)
    starts: dict[str, list[Prefix]] = field(default_factory=dict)
    tails: dict[str, list[Phrase]] = field(default_factory=dict)
    inside: list[tuple[str, NoiseKind]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)


def folded(words: str) -> str:
    """`words` in lower case with single spaces and straight apostrophes."""
    return " ".join(words.lower().replace("’", "'").split())


def edges_off(words: str) -> str:
    """`words` without the bullets, bars and stops around them."""
    return words.strip(_EDGES)


def first_word(words: str) -> str:
    """The first word of folded `words`, "#" when it is a number, "" when there is none."""
    match = _WORD.search(words, 0, 40)
    if not match:
        return ""
    return "#" if match.group()[0].isdigit() else match.group()


@cache
def pattern(source: str) -> re.Pattern[str]:
    """The compiled form of a phrase's source; compiled when it is first needed."""
    return re.compile(source, re.IGNORECASE)


@cache
def phrases() -> Phrases:
    """The phrases of every language. Raises PackError when a file is missing or broken."""
    known = Phrases()
    words: dict[str, list[str]] = {}
    for language in _LANGUAGES:
        table = lexicon(language, "noise")
        for name, values in table["words"].items():
            words.setdefault(name, []).extend(values)
        for kind in NoiseKind:
            _take(known, kind, table.get(kind.value, {}))
    for name, values in words.items():
        known.words[name] = _choice(values)
    return known


def _take(known: Phrases, kind: NoiseKind, entry: dict[str, list[str]]) -> None:
    for source in entry.get("lines", ()):
        if "{" in source:
            known.placed.setdefault(_key(source), []).append(Phrase(kind, rf"{_body(source)}\Z"))
        else:
            known.lines[edges_off(folded(source))] = kind
    for source in entry.get("starts", ()):
        prefix = Prefix(kind, folded(source), not source[-1].isalnum())
        known.starts.setdefault(_key(source), []).append(prefix)
    for source in entry.get("tails", ()):
        longest = max(_WORD.findall(_SPLIT.sub(" ", re.sub(r"\{\w+\}", " ", source))), key=len)
        known.tails.setdefault(longest.lower(), []).append(Phrase(kind, _body(source)))
    known.inside.extend((folded(source), kind) for source in entry.get("inside", ()))


def _key(source: str) -> str:
    bare = edges_off(source).lstrip("(")
    return "#" if bare.startswith("{n}") else first_word(folded(bare))


def _body(source: str) -> str:
    parts = []
    for part in _SPLIT.split(source):
        if part in _PLACES:
            parts.append(_PLACES[part])
        elif part.isspace():
            parts.append(r"\s+")
        else:
            parts.append(re.escape(part).replace("'", "['’]"))
    return "".join(parts)


def _choice(words: list[str]) -> str:
    """One alternation, longest first so that the fuller phrase wins."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_body(word) for word in ordered) + ")"
