"""The finder: one pass over the tokens, and at each word that can begin a quantity, the quantity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from habeas.mark.quantities.amounts import Amount, measured
from habeas.mark.quantities.bounds import bound_after, bounded
from habeas.mark.quantities.courses import carried, crossed
from habeas.mark.quantities.forms import Form, Numeral
from habeas.mark.quantities.labels import labelled, labels
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.nouns import counted
from habeas.mark.quantities.numerals import numeral
from habeas.mark.quantities.ranges import enclosed, ranged, shared
from habeas.mark.quantities.rates import rated
from habeas.mark.quantities.vague import added, multiplied, single, unspecific, whole
from habeas.mark.quantities.vocabulary import vocabulary
from habeas.mark.quantities.votes import tally
from habeas.model.columns import Columns, columns
from habeas.model.marks import Comparator, Moment, Quantity, QuantityKind, Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["quantities"]

_NAMING = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.VAGUE,
        QuantityKind.FRACTION,
        QuantityKind.PERCENT,
        QuantityKind.ORDINAL,
    }
)
"""Kinds that count a noun."""
_COUNTRY_CODE = 3
"""Digits of the code of a country at most."""
_LEAST_DIGITS = 8
"""Digits of a telephone number with its country code at least."""
_LEAST_TABLE = 90
"""Tokens from which a line can be a table."""


def quantities(
    report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...], when: tuple[Moment, ...]
) -> tuple[Quantity, ...]:
    """Quantities in text order, no two of which share a number.

    A number inside a moment that is a date or a time of day is no quantity; a length of time ("30 days") is one.

    """
    seen = columns(report.text, words)
    dated = [m.span for m in when if m.kind != "DURATION"]
    starts = [span.start for span in dated]
    found: list[Quantity] = []
    for line in _lines(report, seen, parts):
        _read(line, dated, starts, found)
    return tuple(found)


def _lines(report: Report, seen: Columns, parts: tuple[Sentence, ...]) -> Iterator[Line]:
    """Each sentence that can hold a quantity as a line of tokens."""
    vocab = vocabulary(report.language)
    words = seen.tokens
    spots = seen.among(vocab.starters) + seen.figures
    spots.sort()
    bounds = seen.bounds(parts)
    k = 0
    for number, part in enumerate(parts):
        first, at = bounds.firsts[number], bounds.ends[number]
        while at > first and words[at - 1].end > part.span.end:
            at -= 1
        while k < len(spots) and spots[k] < first:
            k += 1
        from_here = k
        while k < len(spots) and spots[k] < at:
            k += 1
        if k > from_here or at - first >= _LEAST_TABLE:
            yield Line(report.text, words, seen.lower, spots[from_here:k], first, at, vocab)


def _read(line: Line, dated: list[Span], starts: list[int], found: list[Quantity]) -> None:
    """Add the quantities of one line to `found`."""
    if _is_table(line):
        found += _cells(line, dated, starts)
        return
    low, articles = line.low, line.vocab.articles
    stop = line.lo
    for at in line.begins:
        if at < stop or (low[at] in articles and line.word(at + 1) not in line.vocab.after_article):
            continue
        stop = at + 1
        if line.lo < at < line.hi - 1 and (value := _cell(line, at)) is not None:
            span = line.span(at, at + 1)
            found.append(Quantity(span, span, QuantityKind.COUNT, value, None, None, Comparator.EXACT))
            continue
        if low[at - 1 if at > line.lo else at] == "+" and (end := _telephone(line, at)):
            stop = end
            continue
        amount, stop = _amount(line, at, dated, starts)
        if amount is None:
            continue
        if found and amount.comparator is Comparator.EXACT and amount.unit:
            amount = _inherited(line, amount, found[-1])
        elif found:
            amount = carried(line, amount, found[-1])
        if found and amount.kind is QuantityKind.MEASURE:
            found[-1] = crossed(line, found[-1], amount)
        found.append(_quantity(line, amount))


def _telephone(line: Line, at: int) -> int:
    """Where a telephone number ends whose first digits at token `at` follow a plus sign; 0 where there is none."""
    if not line.glued(at) or not line.numeric(at) or len(line.low[at]) > _COUNTRY_CODE:
        return 0
    end = at + 1
    while end < line.hi and (line.numeric(end) or line.low[end] in "()-" or line.low[end] == "–"):
        end += 1
    groups = [word for word in line.low[at:end] if word[0].isdecimal()]
    return end if len(groups) > 1 and sum(map(len, groups)) >= _LEAST_DIGITS else 0


def _is_table(line: Line) -> bool:
    """Whether a long line is numbers for more than a third: no sentence is, and what its words say costs too much."""
    count = line.hi - line.lo
    if count < _LEAST_TABLE:
        return False
    return 3 * sum([word[0].isdecimal() for word in line.low[line.lo : line.hi]]) > count


def _cells(line: Line, dated: list[Span], starts: list[int]) -> Iterator[Quantity]:
    """Each number of a table for itself, those in dates left out."""
    stop = line.lo
    for at in range(line.lo, line.hi):
        number = numeral(line, at) if at >= stop and line.low[at][0].isdecimal() else None
        if number is None:
            continue
        stop = max(number.stop, at + 1)
        span = line.span(at, stop)
        if not _in_date(span, dated, starts):
            yield Quantity(span, span, QuantityKind.COUNT, number.value, None, None, Comparator.EXACT)


def _cell(line: Line, at: int) -> int | None:
    """The value of a number that stands between two other numbers: a cell of a table, with no words to read about it."""
    low, cardinals = line.low, line.vocab.cardinals
    before, word, after = low[at - 1], low[at], low[at + 1]
    if not (before.isdecimal() or before in cardinals) or not (after.isdecimal() or after in cardinals):
        return None
    if word.isdecimal():
        return (
            int(word)
            if len(word) <= 18 and len(after) != 3 and len(word) != 4 and after.isdecimal()
            else None
        )
    value = cardinals.get(word)
    return (
        value
        if value is not None and value < 20 and cardinals.get(before, 0) < 20 and not after.isdecimal()
        else None
    )


def _amount(line: Line, at: int, dated: list[Span], starts: list[int]) -> tuple[Amount | None, int]:
    """The amount that begins at token `at`, and the token to go on from."""
    number = numeral(line, at)
    if number is None:
        amount = single(line, at) or added(line, at) or unspecific(line, at) or multiplied(line, at)
        return _finished(line, amount) if amount else (None, at + 1)
    if number.form is Form.ORDINAL and (amount := unspecific(line, at)):
        return _finished(line, amount)
    if pair := tally(line, number):
        if labelled(line, number):
            return None, pair[1]
        return (replace(pair[0], comparator=Comparator.EXACT) if pair[0] else None), pair[1]
    if number.value == 1 and line.has("one_words", at) and number.stop == at + 1 and not _is_one(line, at):
        return None, at + 1
    if labels(line, number):
        return None, max(number.stop, at + 1)
    if line.has("ranges.between", number.first - 1):
        number = numeral(line, at, join=_both_joined(line, number)) or number
    amount = measured(line, number)
    if amount.kind is not QuantityKind.DURATION and _inside(line, amount, dated, starts):
        return None, number.stop
    return _finished(line, amount)


def _is_one(line: Line, at: int) -> bool:
    return (
        whole(line, at)
        or (line.has("ranges.ratio", at + 1) and line.low[at + 1] == "in" and _numeric(line, at + 2))
        or line.has("ranges.ratio_out", at + 1)
        or (line.has("ranges.ratio_each", at + 2) and line.has("ranges.ratio", at + 1))
        or (line.vocab.units.starting(line.low, at + 1, line.hi) is not None and not _some_day(line, at))
    )


def _numeric(line: Line, at: int) -> bool:
    return line.numeric(at) or line.word(at) in line.vocab.cardinals


def _some_day(line: Line, at: int) -> bool:
    """Whether "one day" at token `at` means some day."""
    placed = (
        line.has("single.before", at - 1)
        or line.has("one.loose_before", at + 2)
        or line.has("one.count_after", at - 1)
    )
    return line.has("one.loose", at + 1) and not placed


def _both_joined(line: Line, number: Numeral) -> bool:
    """In "between A and B": whether another "and" follows `number`, so that the "and" in it is its own."""
    return line.has("ranges.between_and", number.stop)


def _inside(line: Line, amount: Amount, dated: list[Span], starts: list[int]) -> bool:
    """Whether the number stands in a moment that is a date or a time of day."""
    return _in_date(line.span(*amount.number), dated, starts)


def _in_date(span: Span, dated: list[Span], starts: list[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and dated[at].contains(span)


def _finished(line: Line, amount: Amount) -> tuple[Amount, int]:
    """The amount with its range, multiple, bounds, rate and noun."""
    if amount.kind is QuantityKind.COUNT and (past := _past_figure(line, amount.stop)) != amount.stop:
        amount = replace(amount, stop=past)
    amount = _repeated(line, _aged_between(line, ranged(line, shared(line, amount))))
    amount = enclosed(line, rated(line, bounded(line, amount)))
    stop = amount.stop
    if amount.kind in _NAMING and amount.noun is None and amount.unit is None:
        singular = amount.value == 1 or amount.kind is QuantityKind.ORDINAL
        noun = counted(line, amount.stop, singular)
        amount = replace(amount, noun=noun) if noun is not None else amount
    if amount.noun is not None:
        amount = _after_noun(line, amount)
    return amount, max(stop, amount.number[1])


def _aged_between(line: Line, amount: Amount) -> Amount:
    """An age for "aged between 8 and 12": the word stands before the whole range."""
    if amount.kind is not QuantityKind.COUNT or amount.value_max is None or amount.unit is not None:
        return amount
    found = line.vocab.aged.ending(line.low, amount.first, line.lo)
    return amount if found is None else replace(amount, kind=QuantityKind.AGE, unit="years", first=found[1])


def _past_figure(line: Line, at: int) -> int:
    """The token after a figure in brackets that says a number in words again: "eight (8) suspects"."""
    again = line.word(at) == "(" and line.numeric(at + 1) and line.word(at + 2) == ")"
    return at + 3 if again else at


def _after_noun(line: Line, amount: Amount) -> Amount:
    """Bounds and rates that stand after the noun: "30 people or more", "200 flights a day"."""
    at = amount.stop
    while at < line.hi and amount.noun is not None and line.words[at].end <= amount.noun.end:
        at += 1
    late = replace(amount, stop=at)
    turned = rated(line, late)
    if turned.per:
        return replace(amount, per=turned.per, stop=turned.stop)
    after = bound_after(line, at, None)
    if after and amount.comparator is Comparator.EXACT and after[0] and line.has("after_more.noun_first", at):
        return replace(amount, comparator=after[0], stop=after[1])
    return amount


def _repeated(line: Line, amount: Amount) -> Amount:
    """ "four times as many" is a multiple, "three times" counts occasions; "a 10-fold rise"."""
    at = amount.stop
    at += line.word(at) == "-" and line.glued(at)
    if amount.kind is not QuantityKind.COUNT:
        return amount
    if line.has("multiple_rules.fold", at):
        return replace(amount, kind=QuantityKind.MULTIPLE, unit="times", stop=at + 1)
    if not line.has("multiple_rules.times", at):
        return amount
    compares = line.has("multiple_rules.comparing", at + 1)
    kind = QuantityKind.MULTIPLE if compares else QuantityKind.COUNT
    return replace(amount, kind=kind, unit="times", stop=at + 1)


def _inherited(line: Line, amount: Amount, before: Quantity) -> Amount:
    """The same length said again in brackets has the bound of the first: "about 72 kilometers (45 miles)"."""
    opening = amount.first - 1
    if line.word(opening) != "(" or opening <= line.lo or before.comparator is Comparator.EXACT:
        return amount
    if before.kind is not amount.kind or before.unit == amount.unit or before.comparator is Comparator.RANGE:
        return amount
    return (
        replace(amount, comparator=before.comparator)
        if line.words[opening - 1].end == before.span.end
        else amount
    )


def _quantity(line: Line, amount: Amount) -> Quantity:
    return Quantity(
        span=line.span(amount.first, amount.stop),
        number=line.span(*amount.number),
        kind=amount.kind,
        value=amount.value,
        value_max=amount.value_max,
        unit=amount.unit,
        comparator=amount.comparator,
        per=amount.per,
        noun=amount.noun,
    )
