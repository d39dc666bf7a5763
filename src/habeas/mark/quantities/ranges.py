"""Ranges: "between 65 and 70", "10 to 20 percent", "$5-10 million", "two or three", "more than 5 and less than 9"."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount, measured
from habeas.mark.quantities.forms import Form, whole_number
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.numerals import numeral
from habeas.model.marks import Comparator, QuantityKind

__all__ = ["enclosed", "ranged", "shared"]

_LOOK_BACK = 7
"""Words before "from" among which a word of change ("rose from 30 to 50") is looked for."""
_LOWER = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
_UPPER = frozenset({Comparator.LESS_THAN, Comparator.AT_MOST})
_PLAIN = frozenset({QuantityKind.COUNT, QuantityKind.FRACTION, QuantityKind.ORDINAL})


def ranged(line: Line, amount: Amount) -> Amount:
    """The range that `amount` begins, or the amount itself."""
    if isinstance(amount.value, str):
        return amount
    between = line.has("ranges.between", amount.first - 1)
    start = line.vocab.froms.ending(line.low, amount.first, line.lo)
    at = amount.stop
    if between and line.has("ranges.between_and", at):
        return _joined(line, amount, at + 1, amount.first - 1, free=True) or amount
    if line.has("ranges.to", at):
        apart = start and line.low[start[1]] != "from" and start[1] < amount.first - 1
        if _change(line, amount.first) and not apart:
            high = _measured_once(line, amount, at + 1)
            if high is None:
                return amount
            if start:
                return replace(amount, kind=high.kind, unit=high.unit)  # "rose from 10 to 20 percent"
        return _joined(line, amount, at + 1, start[1] if start else amount.first, free=bool(start)) or amount
    if line.has("ranges.or", at):
        found = _joined(line, amount, at + 1, amount.first, free=False)
        return found if found and _near(found) else amount
    if line.has("ranges.dashes", at):
        found = _joined(line, amount, at + 1, amount.first, free=False)
        return found if found and _dashed(line, found, at) else amount
    return amount


def _joined(line: Line, low: Amount, at: int, first: int, free: bool) -> Amount | None:
    """`low` and the amount that begins at token `at` as one range; None where they do not belong together."""
    high = _upper(line, at)
    if high is None or isinstance(high.value, str) or isinstance(low.value, str):
        return None
    if not _same_unit(line, low, high, free):
        return None
    value = low.value
    if low.scale == 1 and high.scale >= 1000 and value < high.value / high.scale:
        value = whole_number(value * high.scale)
    if not value < high.value:
        return None
    kind = high.kind if low.kind in _PLAIN and low.unit is None else low.kind
    return replace(
        low,
        first=first,
        stop=high.stop,
        number=(low.number[0], high.number[1]),
        value=value,
        value_max=high.value,
        kind=kind,
        unit=low.unit or high.unit,
        comparator=Comparator.RANGE,
        scale=max(low.scale, high.scale),
    )


def _upper(line: Line, at: int) -> Amount | None:
    """The amount at token `at`, after an article, a currency sign or a bound."""
    if at >= line.hi:
        return None
    if line.has("articles", at) or line.word(at) == "the":
        number = numeral(line, at) or (numeral(line, at + 1) if at + 1 < line.hi else None)
        return measured(line, number) if number else None
    if bound := line.vocab.before.starting(line.low, at, line.hi):
        at = bound[1]
    if money := line.vocab.money.starting(line.low, at, line.hi):
        at = money[1]
    at += line.has("negative_words", at)
    number = numeral(line, at) if at < line.hi else None
    return measured(line, number) if number else None


def _same_unit(line: Line, low: Amount, high: Amount, free: bool) -> bool:
    """Whether the two ends can be one range: one unit, or only one of them names it."""
    if low.form is Form.ORDINAL or high.form is Form.ORDINAL:
        return low.form is high.form and free
    if low.unit and high.unit:
        return low.unit == high.unit
    if high.unit or not low.unit:
        return True
    if low.kind is QuantityKind.MONEY:
        return high.scale > 1 or not line.alphabetic(high.stop) or line.has("nouns.stop", high.stop)
    return low.kind is QuantityKind.AGE


def _change(line: Line, first: int) -> bool:
    """Whether the words before token `first` tell a change from one number to another."""
    change = line.vocab.words["ranges.change"]
    return any(word in change for word in line.low[max(line.lo, first - _LOOK_BACK) : first])


def _measured_once(line: Line, low: Amount, at: int) -> Amount | None:
    """The second of two numbers, where it alone has their measure: "fell 10 to [20 percent]", "went down 10 to [20 minutes]"."""
    high = _upper(line, at) if low.unit is None and low.kind is QuantityKind.COUNT else None
    return high if high is not None and high.unit and high.kind is not QuantityKind.MONEY else None


def _near(found: Amount) -> bool:
    """Whether "A or B" guesses at one number: "30 or 40", not "3 or 500"."""
    return (
        found.value_max is not None
        and isinstance(found.value, int | float)
        and found.value_max <= 3 * found.value
    )


def _dashed(line: Line, found: Amount, at: int) -> bool:
    """Whether a dash at token `at` joins two ends: tight on both sides, or loose on both."""
    if line.glued(at) != line.glued(at + 1) and line.low[at] == "-":
        return False
    return line.numeric(at - 1) or found.kind is not QuantityKind.COUNT or line.glued(at)


def enclosed(line: Line, low: Amount) -> Amount:
    """ "more than 5 and less than 9" as one range, or the amount itself."""
    at = low.stop
    if (
        low.comparator not in _LOWER | _UPPER
        or not line.has("ranges.conjoin", at)
        or isinstance(low.value, str)
    ):
        return low
    at += 1 + (line.word(at) == "," and line.has("and_words", at + 1))
    bound = line.vocab.before.starting(line.low, at, line.hi)
    if not bound or bound[1] >= line.hi:
        return low
    other, high = bound[0], _upper(line, bound[1])
    if high is None or isinstance(high.value, str) or not _same_unit(line, low, high, free=True):
        return low
    opposite = other in (_UPPER if low.comparator in _LOWER else _LOWER)
    ends = (low.value, high.value) if low.comparator in _LOWER else (high.value, low.value)
    if not opposite or not ends[0] < ends[1]:
        return low
    return replace(
        low, stop=high.stop, number=(low.number[0], high.number[1]), value=ends[0], value_max=ends[1],
        unit=low.unit or high.unit, kind=high.kind if low.unit is None else low.kind, comparator=Comparator.RANGE,
    )  # fmt: skip


def _odds(part: int | float, whole: int, before: str) -> bool:
    """Whether a share is said in round terms ("one in 20", "nine out of 10"), not by two counts ("53 out of 101")."""
    return part <= 10 and whole < 1500 and (before != "out" or whole <= 10 or whole % 10 == 0)


def shared(line: Line, amount: Amount) -> Amount:
    """ "one in five", "two out of three" and "three of every ten" as the fraction they say, or the amount itself."""
    at = amount.stop + line.has("ranges.ratio_out", amount.stop)
    plain = amount.kind is QuantityKind.COUNT and amount.scale == 1 and isinstance(amount.value, int)
    each = at + 1 < line.hi and line.has("ranges.ratio_each", at + 1)
    if not plain or not line.has("ranges.ratio", at):
        return amount
    if not each and (line.low[at] != "in") == (at == amount.stop):
        return amount
    start = at + 1 + each
    whole = numeral(line, start) if start < line.hi else None
    if (
        whole is None
        or not isinstance(whole.value, int)
        or isinstance(amount.value, str)
        or whole.form is Form.ORDINAL
    ):
        return amount
    if (
        not 0 < amount.value < whole.value
        or measured(line, whole).kind is not QuantityKind.COUNT
        or not _odds(amount.value, whole.value, line.low[at - 1])
    ):
        return amount
    return replace(
        amount, stop=whole.stop, number=(amount.number[0], whole.stop), value=amount.value / whole.value,
        kind=QuantityKind.FRACTION,
    )  # fmt: skip
