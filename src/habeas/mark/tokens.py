"""Words, numbers and signs: one pass over the text that every marker shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from habeas.model.marks import Token
from habeas.model.report import Report

__all__ = ["tokens"]

_TOKEN = re.compile(
    # Most words are of plain letters alone: one quick class finds them, and gives way to the general one below.
    r"[A-Za-z]++(?![^\W\d_]|['’ʼ.])"
    r"|(?:[A-Z]\.){2,}"  # U.S., D.C.
    r"|\d+(?:[.,]\d+)*"  # 1,200.50
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # words, with inner apostrophes
    r"|[^\s]",
)


_LONGEST: Final = 40
"""Characters of what is remembered, at most."""
_MET: Final[dict[str, list[Token]]] = {}
"""What stands between two spaces to its tokens, counted from its own start: most is met again and again."""
_REMEMBERED: Final = 32768


def tokens(report: Report) -> tuple[Token, ...]:
    """The tokens of the report's own blocks, in text order; noise blocks give none.

    A possessive stays on its word ("bukele's"); hyphens are tokens of their own.
    """
    text = report.text
    if len(_MET) > _REMEMBERED:
        _MET.clear()
    found: list[Token] = []
    for block in report.blocks:
        if block.noise is None:
            _between_spaces(text, block.span.start, block.span.end, found)
    return tuple(found)


def _between_spaces(text: str, start: int, end: int, found: list[Token]) -> None:
    """Add the tokens of a stretch to `found`."""
    at = start
    for piece in text[start:end].split():
        first = ord(piece[0])
        while ord(text[at]) != first:  # white space, which no piece begins with
            at += 1
        known = _MET.get(piece)
        if known is None:
            known = _cut(piece)
            if len(piece) <= _LONGEST:
                _MET[piece] = known
        for token in known:
            found.append(Token(at + token.start, at + token.end, token.lower))
        at += len(piece)


def _cut(piece: str) -> list[Token]:
    """The tokens of what stands between spaces; what is a word or a number, with or without signs around it, needs no
    pattern, and before a comma, or a stop, stands mostly what was met without it."""
    if piece[-1] == "," or piece[-1] == ".":
        bare = _MET.get(piece[:-1])
        if bare is not None and (piece[-1] == "," or (len(bare) == 1 and len(piece) > 2)):
            return [*bare, Token(len(piece) - 1, len(piece), piece[-1])]
    folded = _fold(piece)
    # A few letters (İ) grow when lowered; then offsets differ and each token is folded by itself.
    if len(folded) != len(piece):
        return [Token(a, b, _fold(piece[a:b])) for a, b in _places(piece)]
    first, last = _body(piece)
    body = folded[first:last]
    if not (_is_plain(body) or body.isalpha() or _is_number(body)):
        return _joined(piece, folded, first, last)
    found = _signs(folded, 0, first)
    found.append(Token(first, last, body))
    if last < len(piece):
        found += _signs(folded, last, len(piece))
    return found


def _joined(piece: str, folded: str, first: int, last: int) -> list[Token]:
    """The tokens of what is more than one word: words with apostrophes, and those and numbers joined by hyphens, need no
    pattern; `first` and `last` are its places without the signs around it."""
    inner = _signs(folded, 0, first)
    at = first
    for number, part in enumerate(folded[first:last].split("-")):
        if number:
            inner.append(Token(at, at + 1, "-"))
            at += 1
        if not (
            _is_plain(part)
            or _is_number(part)
            or ("'" in part and all(_is_plain(p) for p in part.split("'")))
        ):
            return [Token(a, b, folded[a:b]) for a, b in _places(piece)]
        inner.append(Token(at, at + len(part), part))
        at += len(part)
    return inner + _signs(folded, last, len(piece))


def _signs(folded: str, start: int, end: int) -> list[Token]:
    """Each sign of a stretch as a token."""
    return [Token(sign, sign + 1, folded[sign]) for sign in range(start, end)]


def _is_plain(word: str) -> bool:
    """Whether a folded word, which may be empty, is of the letters from a to z alone: told by their numbers."""
    for at in range(len(word)):
        if not 97 <= ord(word[at]) <= 122:
            return False
    return word != ""


def _is_number(word: str) -> bool:
    """Whether a word is digits, with single stops or commas between them."""
    if word.isdecimal():
        return True
    divided = True
    for at in range(len(word)):
        letter = ord(word[at])
        if 48 <= letter <= 57:
            divided = False
        elif divided or letter not in (44, 46):
            return False
        else:
            divided = True
    return not divided


def _body(piece: str) -> tuple[int, int]:
    """What stands between spaces without the signs before and behind it."""
    start, end = 0, len(piece)
    while start < end and not piece[start].isalnum():
        start += 1
    while end > start and not piece[end - 1].isalnum():
        end -= 1
    return start, end


def _places(piece: str) -> Iterator[tuple[int, int]]:
    return map(re.Match.span, _TOKEN.finditer(piece))


def _fold(text: str) -> str:
    low = text.lower()
    return low if low.isascii() else low.replace("’", "'").replace("ʼ", "'").replace("\u2010", "-")
