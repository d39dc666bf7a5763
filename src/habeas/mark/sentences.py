"""Sentences of the report's own text: candidates by one pattern, each judged by the words on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from habeas.model.letters import is_capital
from habeas.model.marks import Sentence, Token
from habeas.model.report import BlockKind, Report
from habeas.model.span import Span
from habeas.packs.lexicon import lexicon

__all__ = ["sentences"]

_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿ"
_CLOSERS = "\"”’'»)\\]"
_END = re.compile(
    # All three ends begin with a stop, so that the search can leap from stop to stop; what stands before is looked at after.
    r"[.!?…。！？](?:"
    # The usual end. A run of stops is tried from its first one only, or a row of dots would cost its square.
    rf"(?<![.!?…。！？].)[.!?…。！？]*[{_CLOSERS}]*(?=\s)|(?<=[。！？])[。！？]*[」』]*"
    rf"|(?<=[{_LOWER}0-9%)].)[.!?…。！？]*[{_CLOSERS}]*(?=[{_UPPER}“¿¡][{_LOWER}\s])"  # a space forgotten
    r")"
)
_OTHER_STOPS = "!?…。！？"
_STOPS = f".{_OTHER_STOPS}"
_BLANK = ord(" ")
_NEXT = re.compile(r"\s{0,200}([\"“‘'«(\[¿¡*•#@—–-]{0,8}\s?)([^\W_]{0,40}(?:['’.][^\W_]{1,40}){0,3})")
_BEFORE_WORD = frozenset('"“”‘([«»')
_LOOK_BACK = 30
"""Characters of a word before a full stop that are looked at: no abbreviation is longer."""
_LOOK_AHEAD = 60
"""Where a saying word is looked for after a closed question."""
_BULLETS = frozenset("•·▪◦‣*")
_LONGEST_MARKER = 4
"""A list marker ("12.", "iv.") has at most this many characters."""
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    """The sentence lexicon of one language."""

    never: frozenset[str]
    seldom: frozenset[str]
    number: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    domains: frozenset[str]


@cache
def _abbreviations(language: str) -> _Abbreviations:
    table = lexicon(language, "sentences")
    return _Abbreviations(**{one.name: frozenset(table[one.name]) for one in fields(_Abbreviations)})


def sentences(report: Report, words: tuple[Token, ...]) -> tuple[Sentence, ...]:  # noqa: ARG001 (one shape for all markers)
    """Sentences in text order, one block at a time; a heading is one sentence, noise has none.

    A sentence's span has no white space at its ends and no bullet before it, and the sentences of a block cover all of
    its words.
    """
    abbreviations = _abbreviations(report.language)
    usual = not any(stop in report.text for stop in _OTHER_STOPS)
    found: list[Sentence] = []
    for index, block in enumerate(report.blocks):
        if block.noise is not None:
            continue
        if block.kind in _HEADINGS:
            found.append(Sentence(block.span, index))
            continue
        found += [Sentence(span, index) for span in _split(report.text, block.span, abbreviations, usual)]
    return tuple(found)


def _split(text: str, block: Span, abbreviations: _Abbreviations, usual: bool) -> list[Span]:
    found: list[Span] = []
    start = _behind_bullet(text, block)
    for at, end in _stops(text, block, usual):
        if end >= block.end or not _ends(text, start, at, end, abbreviations):
            continue
        found.append(Span(start, end))
        start = end
        while start < block.end and text[start].isspace():
            start += 1
    if start < block.end:
        found.append(Span(start, block.end))
    return found


def _behind_bullet(text: str, block: Span) -> int:
    """Where the words of a block begin, behind the sign that makes it an item of a list."""
    start = block.start
    while start < block.end - 1 and text[start] in _BULLETS and text[start + 1].isspace():
        start += 1
        while start < block.end - 1 and text[start].isspace():
            start += 1
    return start


def _stops(text: str, block: Span, usual: bool) -> list[tuple[int, int]]:
    """Every stop of a block that can end a sentence, with its closing marks; mostly all are full stops, as in every block
    of a `usual` text, and the search leaps from one to the next."""
    if not usual and any(text.find(stop, block.start, block.end) >= 0 for stop in _OTHER_STOPS):
        return [stop.span() for stop in _END.finditer(text, block.start, block.end)]
    found: list[tuple[int, int]] = []
    at = text.find(".", block.start, block.end)
    while at >= 0:
        after = at + 1
        if after == block.end:
            break  # behind it, the next block begins in any case
        following = ord(text[after])
        if following == _BLANK and (at == 0 or text[at - 1] not in _STOPS):
            found.append((at, after))
        elif not (97 <= following <= 122 or 48 <= following <= 57):  # as in "3.5", "example.org"
            match = _END.match(text, at, block.end)
            if match is not None:
                after = match.end()
                found.append((at, after))
        at = text.find(".", after, block.end)
    return found


def _ends(text: str, start: int, at: int, end: int, known: _Abbreviations) -> bool:
    """Whether the stop at `at`, with its closing marks up to `end`, ends the sentence that began at `start`."""
    opens = end == at + 1 and end + 1 < len(text) and text[end] == " " and is_capital(text, end + 1)
    if not opens:
        opening, word = _following(text, end)
        if not word and not opening.strip():
            return False
        informal = text[start].islower()
        if word[:1].islower() and not informal and not opening.strip(" -–—(["):
            return False
    if text[at] == "." and text[at : at + 2] != "..":
        return _stop_ends(text, Span(start, at), end, known)
    return not (end - at > 1 and text[end - 1] in "\"”’'»" and _is_said(text, end, known))


def _following(text: str, end: int) -> tuple[str, str]:
    """The signs and the word after the stop that ends at `end`."""
    found = _NEXT.match(text, end)
    return (found[1], found[2]) if found else ("", "")


def _stop_ends(text: str, said: Span, end: int, known: _Abbreviations) -> bool:
    """Whether a single full stop after `said` ends its sentence."""
    start, at = said.start, said.end
    first, chunk = _word_before(text, start, at)
    if not chunk:
        return end - start > 2
    chunk = chunk.strip("'’-–—")
    low = chunk.lower()
    if not text[end].isspace():
        then = _folded(_following(text, end)[1])
        return not ("@" in chunk or "/" in chunk or "." in chunk or then in known.domains)
    if first <= start and len(chunk) <= _LONGEST_MARKER and _is_marker(low):
        return False
    if low in known.never:
        return False
    initial = len(chunk) == 1 and chunk.isalpha() and chunk.isupper()
    if low in known.number and not initial:
        return not _following(text, end)[1][:1].isdigit()
    if low in known.clock:
        return _folded(_following(text, end)[1]) not in known.after_clock
    if low in known.seldom or initial or _is_initials(chunk):
        opening, word = _following(text, end)
        return _folded(word) in known.openers or (bool(opening.strip()) and opening[:1] in '"“«¿¡•*')
    return True


def _folded(word: str) -> str:
    return word.replace("’", "'").lower()


def _word_before(text: str, start: int, at: int) -> tuple[int, str]:
    """Where the word before the stop at `at` begins, not looking back beyond `start`, and its last letters."""
    # The stop may stand alone on the next line.
    last = at - 1 if at > start and text[at - 1] == "\n" else at
    first, least = last, max(start, last - _LOOK_BACK)
    while first > least and not text[first - 1].isspace() and text[first - 1] not in _BEFORE_WORD:
        first -= 1
    return first, text[first:last]


def _is_marker(low: str) -> bool:
    """Whether the word can number an item of a list: "3", "b", "iv"."""
    return low.isdigit() or (len(low) == 1 and low != "i") or (len(low) > 1 and not low.strip("ivx"))


def _is_initials(chunk: str) -> bool:
    """Whether the word is made of single letters and stops ("J.D", "S.A")."""
    return len(chunk) > 2 and all(len(part) == 1 and part.isalpha() for part in chunk.split("."))


def _is_said(text: str, end: int, known: _Abbreviations) -> bool:
    """Whether a speaker and a saying word follow the closed quotation: then the sentence goes on."""
    return any(
        word.strip(",.").lower() in known.speech for word in text[end : end + _LOOK_AHEAD].split()[1:4]
    )
