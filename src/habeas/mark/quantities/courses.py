"""Courses: a bare number that is of the unit of the one it goes from or to ("from 60 days to 30", "up from 120 million")."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.line import Line
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["carried", "crossed"]

_BETWEEN = 5
"""Tokens between an amount and the "from" with the one it came from ("145 million pounds, up from 120 million")."""


def carried(line: Line, amount: Amount, before: Quantity) -> Amount:
    """The amount with the unit of the one before it in its sentence, where the two are ends of one course."""
    bare = amount.kind is QuantityKind.COUNT and amount.unit is None and amount.noun is None
    if not bare or before.unit is None or before.kind is QuantityKind.COUNT or isinstance(amount.value, str):
        return amount
    if before.span.start < line.words[line.lo].start:
        return amount
    if not (
        _from_to(line, amount, before) or _to_from(line, amount, before) or _across(line, amount, before)
    ):
        return amount
    return replace(amount, kind=before.kind, unit=before.unit)


def crossed(line: Line, before: Quantity, amount: Amount) -> Quantity:
    """A number with the unit of the measure that it is crossed with: "[3] by 4 metres", "a [6]-by-9-foot room"."""
    bare = before.kind is QuantityKind.COUNT and before.unit is None
    if not bare or amount.kind is not QuantityKind.MEASURE or amount.unit is None:
        return before
    at = amount.first - 1
    at -= line.word(at) == "-"
    if not line.has("courses.by", at) or at <= line.lo:
        return before
    left = at - 1 - (line.word(at - 1) == "-")
    if line.words[left].end != before.number.end:
        return before
    return replace(before, span=before.number, kind=amount.kind, unit=amount.unit, noun=None)


def _from_to(line: Line, amount: Amount, before: Quantity) -> bool:
    """ "from 60 days to 30" """
    link = amount.first - 1
    if not line.has("courses.to", link) or link <= line.lo or line.words[link - 1].end != before.span.end:
        return False
    return line.has("courses.from", _start(line, before, link) - 1)


def _across(line: Line, amount: Amount, before: Quantity) -> bool:
    """ "two metres by three" """
    at = amount.first - 1
    measured = before.kind is QuantityKind.MEASURE and line.has("courses.by", at) and at > line.lo
    return measured and line.words[at - 1].end == before.span.end


def _to_from(line: Line, amount: Amount, before: Quantity) -> bool:
    """ "145 million pounds, up from 120 million", "rose to $5 million from 3 million"; not "rose 5 percent from 300" """
    at = amount.first - 1
    if not line.has("courses.back", at):
        return False
    if line.words[at - 1].end == before.span.end:
        return line.has("courses.to", _start(line, before, at) - 1)
    if not line.has("courses.turns", at - 1):
        return False
    for back in range(at - 2, max(line.lo, at - _BETWEEN) - 1, -1):
        if line.words[back].end <= before.span.end:
            return True
        if not line.alphabetic(back) and line.low[back] != ",":
            return False
    return False


def _start(line: Line, before: Quantity, end: int) -> int:
    """The token at which a number before token `end` starts."""
    at = end - 1
    while at > line.lo and line.words[at].start > before.span.start:
        at -= 1
    return at
