"""Words, numbers and signs: one pass over the text that every marker shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def tokens(report: Report) -> tuple[Token, ...]:
    """The tokens of the report's own blocks, in text order; noise blocks give none.

    A possessive stays on its word ("bukele's"); hyphens are tokens of their own.
    """
    text = report.text
    folded = _fold(text)
    found: list[Token] = []
    for block in report.blocks:
        if block.noise is not None:
            continue
        start, end = block.span.start, block.span.end
        # A few letters (İ) grow when lowered; then offsets differ and each token is folded by itself.
        if len(folded) == len(text):
            found += _between_spaces(text, folded, start, end)
        else:
            found += [Token(a, b, _fold(text[a:b])) for a, b in _places(text, start, end)]
    return tuple(found)


def _between_spaces(text: str, folded: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch whose folded form has the same places; what is a word or a number as it stands between
    spaces, or with signs around it, needs no pattern."""
    found: list[Token] = []
    at = start
    for piece in folded[start:end].split():
        while _is_space(folded, at):
            at += 1
        after = at + len(piece)
        if _is_plain(piece):
            found.append(Token(at, after, piece))
        else:
            first, last = _body(text, at, after)
            body = folded[first:last]
            if _is_plain(body) or body.isalpha() or _is_number(body):
                found += [Token(sign, sign + 1, folded[sign]) for sign in range(at, first)]
                found.append(Token(first, last, body))
                found += [Token(sign, sign + 1, folded[sign]) for sign in range(last, after)]
            else:
                found += _joined(text, folded, at, after, first, last)
        at = after
    return found


def _joined(text: str, folded: str, start: int, end: int, first: int, last: int) -> list[Token]:
    """The tokens of what stands between spaces and is more than one word: words with apostrophes, and those and numbers
    joined by hyphens, need no pattern; `first` and `last` are its places without the signs around it."""
    inner: list[Token] = []
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
            return [Token(a, b, folded[a:b]) for a, b in _places(text, start, end)]
        inner.append(Token(at, at + len(part), part))
        at += len(part)
    before = [Token(sign, sign + 1, folded[sign]) for sign in range(start, first)]
    return before + inner + [Token(sign, sign + 1, folded[sign]) for sign in range(last, end)]


def _is_space(text: str, at: int) -> bool:
    """Whether there is white space at a place of `text`: of plain signs told by their number."""
    number = ord(text[at])
    return number == 32 or (not 33 <= number <= 126 and text[at].isspace())


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


def _body(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands between spaces without the signs before and behind it."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return map(re.Match.span, _TOKEN.finditer(text, start, end))


def _fold(text: str) -> str:
    return text.lower().replace("’", "'").replace("ʼ", "'").replace("\u2010", "-")
