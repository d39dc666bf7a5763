"""Numbers written in digits: separators of thousands and of decimals."""

from __future__ import annotations

import re
from functools import cache

from habeas.mark.quantities.line import Line

__all__ = ["digits", "grouped"]

_SPACES = frozenset(" \u00a0\u2009\u202f")


@cache
def _shapes(decimal: str, group: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Grouped numbers and decimals of one language; Indian grouping (12,34,567) is a grouping too."""
    d, g = re.escape(decimal), re.escape(group)
    grouping = re.compile(
        rf"\d{{1,3}}(?:{g}\d{{3}})+(?:{d}\d+)?|\d{{1,2}}(?:{g}\d{{2}})+{g}\d{{3}}(?:{d}\d+)?"
    )
    return grouping, re.compile(rf"\d+{d}\d+")


def digits(written: str, decimal: str, group: str) -> int | float | None:
    """The value of digits with separators, None where they are no one number (an address, a list, a version).

    >>> digits("1,200.50", ".", ","), digits("1.200", ",", "."), digits("192.168.1.2", ".", ",")
    (1200.5, 1200, None)
    """
    if written.isdecimal():
        return int(written) if len(written) <= 18 else None
    grouping, decimals = _shapes(decimal, group)
    for d, g in ((decimal, group), (group, decimal)):
        if (d, g) != (decimal, group):
            grouping, decimals = _shapes(d, g)
        if grouping.fullmatch(written):
            return _plain(written.replace(g, "").replace(d, "."))
        if decimals.fullmatch(written):
            return _plain(written.replace(d, "."))
    return None


_LONGEST = 24
"""Digits of a number at most, with its sign between whole and parts."""
_GROUPS = 9
"""Tokens from which groups of three are more than that: a row of them is no number, however long it goes on."""


def _plain(written: str) -> int | float | None:
    if len(written) > _LONGEST:
        return None
    return float(written) if "." in written else int(written)


def grouped(line: Line, at: int) -> tuple[int | float | None, int]:
    """The value of the digits at token `at`, and the token after them; groups of three may be set apart by a space."""
    vocab = line.vocab
    written, stop = line.low[at], at + 1
    if written.isdecimal() and len(written) <= 3 and written[0] != "0":
        most = min(line.hi, at + _GROUPS)
        while stop < most and _group(line, stop):
            stop += 1
        if stop > at + 1:
            pieces = "".join(line.low[at:stop])
            return _plain(pieces.replace(vocab.decimal_sign, ".")), stop
    return digits(written, vocab.decimal_sign, vocab.group_sign), stop


def _group(line: Line, at: int) -> bool:
    """Whether token `at` is three digits, one space after the token before it."""
    token = line.words[at]
    gap = line.text[line.words[at - 1].end : token.start]
    head, _, tail = token.lower.partition(line.vocab.decimal_sign)
    return (
        len(gap) == 1
        and gap in _SPACES
        and len(head) == 3
        and head.isdecimal()
        and (not tail or tail.isdecimal())
    )
