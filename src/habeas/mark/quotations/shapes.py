"""The shape of one quotation: what it holds, and whether it is an utterance, a fragment or a mere word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.mark.quotations.pairing import Pair
from habeas.model.span import Span

__all__ = ["Piece", "piece"]

_SOMETHING = re.compile(r"\S")
_SCARE_WORDS = 3
_TITLE_WORDS = 8
_BY_NAME = 24
"""Characters of a by-name, or of the first name before it, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation before it is joined with others of the same utterance."""

    span: Span
    outer: Span
    fragment: bool
    scare: bool
    inner: bool
    block: Span
    runs_on: bool


def piece(text: str, block: Span, pair: Pair) -> Piece | None:
    """The quotation between two marks, or None when they hold no word."""
    start, end = pair.open.end, pair.close.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    closing_comma = end > start and text[end - 1] == ","
    if closing_comma:
        end -= 1
    said = text[start:end]
    if not any(c.isalnum() for c in said[:200]):
        return None
    outer = Span(pair.open.start, pair.close.end)
    if _is_nickname(text, block, outer, said):
        return None
    titled = _is_title(text, block, outer, said)
    fragment = titled or _is_fragment(text, block, outer, said, closing_comma)
    return Piece(
        span=Span(start, end),
        outer=outer,
        fragment=fragment,
        scare=titled or (fragment and not closing_comma and _is_scare(text, block, outer, said)),
        inner=pair.depth > 0,
        block=block,
        runs_on=pair.runs_on,
    )


def _is_fragment(text: str, block: Span, outer: Span, said: str, closing_comma: bool) -> bool:
    """A part of a sentence: it starts small, or stands in the reporter's syntax without an end of its own."""
    before = _sign_before(text, block.start, outer.start)
    first = next(c for c in said if c.isalnum())
    if before and before not in ".!?:;,…\"”»’'—–-" and said[-1] not in ".!?…" and not closing_comma:
        return True
    if not first.islower():
        after = text[outer.end : outer.end + 1]
        inside = before.isalnum() and not closing_comma and said[-1] not in ".!?…"
        return inside or (before == "," and after == "," and said[-1].isalnum())
    ended = said[-1] in ".!?…"
    if not before:
        return not closing_comma and not ended
    return before not in ".!?:" and not (before == "," and ended)


def _sign_before(text: str, floor: int, at: int) -> str:
    """The last character before `at` that is no white space, not looking further back than `floor`; "" for none."""
    while at > floor and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at > floor else ""


def _is_scare(text: str, block: Span, outer: Span, said: str) -> bool:
    """A word or name merely set in marks."""
    if said[-1] in ".!?…" and _SOMETHING.search(text, outer.end, block.end):
        return False
    return len(said.split()) <= _SCARE_WORDS


def _is_nickname(text: str, block: Span, outer: Span, said: str) -> bool:
    """A by-name set within a name: Rosa "La Jefa" Quispe."""
    after = outer.end + 1
    if not said[0].isupper() or len(said) > _BY_NAME or said[-1] in ".!?,…" or text[outer.end : after] != " ":
        return False
    if not text[after : after + 1].isupper() or text[outer.start - 1 : outer.start] != " ":
        return False
    word = text[max(block.start, outer.start - _BY_NAME) : outer.start - 1].rpartition(" ")[2]
    return word.isalpha() and word[0].isupper()


def _is_title(text: str, block: Span, outer: Span, said: str) -> bool:
    """The name of a programme, a book, an operation: its long words have capitals, and a word leads up to it."""
    if not _sign_before(text, block.start, outer.start).isalnum() or said[-1] in "!?…":
        return False
    words = said.split()
    long = [w for w in words if len(w) > 3]
    return len(words) <= _TITLE_WORDS and bool(long) and all(w[0].isupper() or w[0].isdigit() for w in long)
