"""The noise phrases of all languages, compiled once and looked up by the first word of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from habeas.model.report import NoiseKind
from habeas.packs import lexicon

__all__ = ["LANGUAGES", "Phrase", "Phrases", "first_word", "phrases"]

LANGUAGES = ("en", "es")
"""A page mixes the languages of its site and of its article, so every language's phrases always apply."""

_PLACES = {
    "{n}": r"\d[\d.,]*[KkM]?",
    "{date}": r"[\w.,/ -]{4,40}",
    "{name}": r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){0,4}",
    "{words}": r"\S+(?:\s+\S+){0,11}",
    "{site}": r"[\w.&'’-]+(?:\s+[\w.&'’-]+){0,4}",
}
_SPLIT = re.compile(r"(\{\w+\}|\s+)")
_WORD = re.compile(r"[^\W_]+")
_EDGE = r"[\s|•·*_\-–—>»:.!…›→\[\]]*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One compiled phrase and the noise it shows; `closed` when it ends in a sign such as a colon."""

    kind: NoiseKind
    pattern: re.Pattern[str]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases. `lines` and `starts` are keyed by their folded first word ("#" for a number);
    `tails` are keyed by their longest word, which is looked for first."""

    lines: dict[str, tuple[Phrase, ...]]
    starts: dict[str, tuple[Phrase, ...]]
    tails: dict[str, tuple[Phrase, ...]]
    inside: tuple[Phrase, ...]
    by: str
    by_roles: str
    published: str
    agencies: str
    post_verbs: str


def first_word(text: str, start: int, end: int) -> str:
    """The folded first word of text[start:end], "#" when it is a number, "" when there is none."""
    match = _WORD.search(text, start, min(end, start + 40))
    if not match:
        return ""
    word = match.group().casefold()
    return "#" if word[0].isdigit() else word


@cache
def phrases() -> Phrases:
    """The compiled phrases of every language. Raises PackError when a file is missing or broken."""
    lines: dict[str, list[Phrase]] = {}
    starts: dict[str, list[Phrase]] = {}
    tails: dict[str, list[Phrase]] = {}
    inside: list[Phrase] = []
    words: dict[str, list[str]] = {}
    for language in LANGUAGES:
        table = lexicon(language, "noise")
        for name, values in table["words"].items():
            words.setdefault(name, []).extend(values)
        for kind in NoiseKind:
            entry = table.get(kind.value, {})
            for source in entry.get("lines", ()):
                _index(lines, source, Phrase(kind, _compiled(rf"{_EDGE}{_body(source)}{_EDGE}\Z")))
            for source in entry.get("starts", ()):
                closed = not source[-1].isalnum()
                ending = "" if closed else r"\b"
                _index(starts, source, Phrase(kind, _compiled(rf"{_EDGE}{_body(source)}{ending}"), closed))
            for source in entry.get("tails", ()):
                tails.setdefault(_rare_word(source), []).append(Phrase(kind, _compiled(_body(source))))
            inside += [Phrase(kind, _compiled(_body(source))) for source in entry.get("inside", ())]
    return Phrases(
        lines={word: tuple(found) for word, found in lines.items()},
        starts={word: tuple(found) for word, found in starts.items()},
        tails={word: tuple(found) for word, found in tails.items()},
        inside=tuple(inside),
        by=_choice(words["by"]),
        by_roles=_choice(words["by_role"]),
        published=_choice(words["published"]),
        agencies=_choice(words["agencies"]),
        post_verbs=_choice(words["post_verbs"]),
    )


def _index(table: dict[str, list[Phrase]], source: str, phrase: Phrase) -> None:
    key = "#" if source.lstrip("({")[:2] == "n}" else first_word(source, 0, len(source))
    table.setdefault(key, []).append(phrase)


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


def _rare_word(source: str) -> str:
    """The longest word of a tail phrase: the anchor that is looked for first."""
    return max(_WORD.findall(_SPLIT.sub(" ", source.lower())), key=len)


def _choice(words: list[str]) -> str:
    """One alternation, longest first so that the fuller phrase wins."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_body(word) for word in ordered) + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
