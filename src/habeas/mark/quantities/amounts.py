"""A number with its unit: money, percentages, measures, lengths of time, ages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.mark.quantities.currencies import currency_before
from habeas.mark.quantities.forms import Form, Numeral, whole_number
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.numerals import numeral
from habeas.mark.quantities.vocabulary import Unit
from habeas.model.marks import Comparator, QuantityKind
from habeas.model.span import Span

__all__ = ["Amount", "measured"]

_LESSER = {
    "feet": ("inches", 12),
    "pounds": ("ounces", 16),
    "USD": ("cents", 100),
    "EUR": ("cents", 100),
    "GBP": ("pence", 100),
}
"""Units that are read together with a number of lesser units: "5 feet 2 inches", "3 dollars 50 cents"."""


_GROWN = 13
"""The least age that "died at" tells: below it an hour may be meant."""
_TOLD = 8
"""Words between what happens to somebody and the age at which it does ("died of cancer at his home at 91")."""
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the making: tokens `first` to `stop` in all, `number` the tokens of the number alone."""

    first: int
    stop: int
    number: tuple[int, int]
    kind: QuantityKind
    value: int | float | str
    value_max: int | float | None = None
    unit: str | None = None
    comparator: Comparator = Comparator.EXACT
    per: str | None = None
    noun: Span | None = None
    scale: int = 1
    form: Form = Form.DIGITS


def measured(line: Line, number: Numeral) -> Amount:
    """The number with the unit before or after it."""
    plain = _plain(number)
    if number.form is Form.ORDINAL:
        return plain
    if priced := _priced(line, plain):
        return priced
    at = plain.stop
    hyphen = line.word(at) in {"-", "–"} and line.glued(at)
    at += hyphen
    if found := line.vocab.percent.starting(line.low, plain.stop, line.hi) or line.vocab.percent.starting(
        line.low, at, line.hi
    ):
        return _with(plain, *found)
    if parted := _parted(line, plain):
        return parted
    if aged := _aged(line, plain):
        return aged
    if found := _unit(line, plain, at, hyphen):
        return _with_lesser(line, _older(line, _with(plain, *found)))
    if amount_of := number.scale >= 1_000_000 and line.has("of_words", at):
        at += amount_of
    if (found := line.vocab.money.starting(line.low, at, line.hi)) and (
        line.low[at] != "p" or line.glued(at)
    ):
        return _with_lesser(line, _scaled(line, _with(plain, *found)))
    return plain


def _plain(number: Numeral) -> Amount:
    kinds = {Form.ORDINAL: QuantityKind.ORDINAL, Form.FRACTION: QuantityKind.FRACTION}
    return Amount(
        number.first,
        number.stop,
        (number.first, number.stop),
        kinds.get(number.form, QuantityKind.COUNT),
        number.value,
        scale=number.scale,
        form=number.form,
    )


def _parted(line: Line, amount: Amount) -> Amount | None:
    """A fraction of one unit: "half a mile", "a quarter of an hour"."""
    if amount.form is not Form.FRACTION:
        return None
    at = amount.stop + line.has("of_words", amount.stop)
    if not line.has("articles", at):
        return None
    found = line.vocab.units.starting(line.low, at + 1, line.hi)
    return _with(amount, *found) if found else None


def _with(amount: Amount, unit: Unit, stop: int) -> Amount:
    return replace(amount, kind=unit.kind, unit=unit.name, stop=stop)


def _priced(line: Line, amount: Amount) -> Amount | None:
    """Money with its currency before the number: "$6 million", "US$ 40", "EUR 3.4bn"."""
    found = currency_before(line, amount.first)
    if not found:
        return None
    unit, first = found
    priced = _scaled(line, replace(_with(amount, unit, amount.stop), first=first))
    again = line.vocab.money.starting(line.low, priced.stop, line.hi)
    if again and (again[0] == unit or line.low[priced.stop] in {"dollars", "dollar"}):
        return replace(priced, stop=again[1])
    return priced


def _scaled(line: Line, amount: Amount) -> Amount:
    """A sum of money times a power word that stands apart from the number ("$5 m", "75 USD million")."""
    word = line.word(amount.stop)
    scale = line.vocab.glued_scales.get(word) if word != "t" else 0
    if amount.scale == 1 and amount.unit != "cents" and not scale:
        scale = line.vocab.scales.get(word)
    if not scale or amount.scale != 1 or isinstance(amount.value, str):
        return amount
    stop = amount.stop + 1
    number = (amount.number[0], stop if amount.number[1] == amount.stop else amount.number[1])
    return replace(amount, value=whole_number(amount.value * scale), stop=stop, number=number, scale=scale)


def _unit(line: Line, amount: Amount, at: int, hyphen: bool) -> tuple[Unit, int] | None:
    """The unit of measure or of time at token `at`; adjectives may stand before one of time ("three full days")."""
    if line.word(at) in _BRACKETS:
        found = line.vocab.units.starting(line.low, at + 1, line.hi)
        return (found[0], found[1] + 1) if found and line.word(found[1]) == _BRACKETS[line.low[at]] else None
    found = line.vocab.units.starting(line.low, at, line.hi)
    if not found and not hyphen and line.has("unit_rules.between", at):
        found = line.vocab.units.starting(line.low, at + 1, line.hi)
        return found if found and found[0].kind is QuantityKind.DURATION else None
    if not found or (found[1] == at + 1 and not _is_unit(line, amount, at)):
        return None
    return found


def _is_unit(line: Line, amount: Amount, at: int) -> bool:
    """Whether the word at token `at` is a unit and not a letter, a preposition or a currency."""
    word = line.low[at]
    if word in line.vocab.words["unit_rules.ambiguous"]:
        near = line.low[max(line.lo, at - 8) : at + 3]
        weighing = line.vocab.words["unit_rules.weighing"]
        return amount.scale < 1000 and (
            not amount.value or any(w in weighing for w in near) or not _paying(line, at)
        )
    if word in line.vocab.words["unit_rules.capital"] and not _is_heat(line, at):
        return False
    if word not in line.vocab.words["unit_rules.glued_only"]:
        return True
    if line.glued(at + 1) and (line.alphabetic(at + 1) or line.numeric(at + 1) or line.word(at + 1) == "-"):
        return False
    if line.glued(at):
        return True
    if word not in line.vocab.words["unit_rules.spaced"] or not line.numeric(at - 1):
        return False
    return (
        word not in line.vocab.words["unit_rules.before_stop"]
        or not line.alphabetic(at + 1)
        or line.has("unit_rules.before_word", at + 1)
    )


def _is_heat(line: Line, at: int) -> bool:
    """Whether the capital letter at token `at` is of degrees: words of heat and cold, or of rising to it, are near."""
    near = range(max(line.lo, at - 9), min(line.hi, at + 6))
    return line.capital(at) and any(line.has("unit_rules.heat", back) for back in near)


def _paying(line: Line, at: int) -> bool:
    """Whether words of payment stand near token `at`, or a sum in the same word before it ("120 million pounds")."""
    near = range(max(line.lo, at - 10), min(line.hi, at + 5))
    if any(line.has("money_rules.paying", back) for back in near):
        return True
    return any(
        line.low[back] == line.low[at] and line.word(back - 1) in line.vocab.scales
        for back in range(line.lo, at)
    )


def _older(line: Line, amount: Amount) -> Amount:
    """An age where "old" follows a length of time."""
    if amount.kind is not QuantityKind.DURATION:
        return amount
    found = line.vocab.old.starting(line.low, amount.stop, line.hi)
    if found:
        return replace(amount, kind=QuantityKind.AGE, stop=found[1])
    back = amount.first - 1
    back -= line.has("ages.linking", back)
    return replace(amount, kind=QuantityKind.AGE) if line.has("ages.people", back) else amount


def _aged(line: Line, amount: Amount) -> Amount | None:
    """ "aged 34", "87 yo", and "Ana Ruiz, 34," with the person before the comma."""
    years = replace(amount, kind=QuantityKind.AGE, unit="years")
    if not isinstance(amount.value, int) or not 0 <= amount.value <= 120:
        return None
    if found := line.vocab.aged.ending(line.low, amount.first, line.lo):
        if not line.vocab.units.starting(line.low, amount.stop, line.hi):
            return replace(years, first=found[1])
        return None
    joined = line.has("and_words", amount.first - 1) and line.numeric(amount.first - 2)
    if (
        joined
        and not line.alphabetic(amount.stop)
        and amount.kind is QuantityKind.COUNT
        and line.vocab.aged.ending(line.low, amount.first - 2, line.lo)
    ):
        return years  # "aged 62 and 56"
    if found := line.vocab.old.starting(line.low, amount.stop, line.hi):
        return (
            replace(years, stop=found[1])
            if found[1] - amount.stop == 1 and line.low[amount.stop] == "yo"
            else None
        )
    return years if _by_name(line, amount) or _of_kin(line, amount) or _of_bearer(line, amount) else None


def _of_kin(line: Line, amount: Amount) -> bool:
    """Whether the number stands in a list of ages behind those who are so old: "two sons, 11 and 14"."""
    at = amount.first - 1
    while line.word(at) == "," or line.numeric(at) or line.has("and_words", at):
        at -= 1
    if at == amount.first - 1 or line.word(at + 1) != "," or not line.has("ages.kin", at):
        return False
    return not line.alphabetic(amount.stop) or line.has("and_words", amount.stop)


def _of_bearer(line: Line, amount: Amount) -> bool:
    """Whether the number is all that is said of a person: "he was 16 when", "At 77, Ruiz"."""
    at = amount.first
    after = line.word(amount.stop)
    ends = (
        not after
        or not (after[0].isalnum() or after in {"%", "$", "-"})
        or line.has("ages.closers", amount.stop)
    )
    if (about := line.vocab.before.ending(line.low, at, line.lo)) is not None:
        at = about[1]
    at -= line.has("ages.then", at - 1)  # "when she was just 15"
    if line.has("ages.at", at - 1) and line.capital(at - 1) and after == ",":
        return line.capital(amount.stop + 1) or line.has("ages.bearers", amount.stop + 1)
    grown = isinstance(amount.value, int) and amount.value >= _GROWN
    if ends and grown and line.has("ages.at", at - 1) and _lived(line, at - 1):
        return True
    if line.has("ages.copulas", at - 1) and line.capital(at - 2) and line.has("ages.then_when", amount.stop):
        return True
    if line.has("ages.turning", at - 1) and (line.capital(at - 2) or line.has("ages.persons", at - 2)):
        return ends or line.has("ages.days", amount.stop)
    return ends and line.has("ages.copulas", at - 1) and line.has("ages.bearers", at - 2)


def _lived(line: Line, at: int) -> bool:
    """Whether what is told before token `at` happens to somebody at an age: "died on Monday [at 91]"."""
    for back in range(at - 1, max(line.lo, at - _TOLD) - 1, -1):
        if line.word(back) in {",", ";", ":"}:
            return False
        if line.has("ages.lived", back):
            return not line.has("of_words", back - 1)  # "put the number of dead at 40"
    return False


def _by_name(line: Line, amount: Amount) -> bool:
    """Whether the number stands between commas or brackets after a name of two words or more, or after one person
    that has none ("the inmate, 34,")."""
    at = amount.first
    if amount.form is not Form.DIGITS or amount.stop != at + 1:
        return False
    at -= line.has("ages.then", at - 1)
    before, after = line.word(at - 1), line.word(amount.stop)
    if not ((before == "," and after in {",", ".", ";", ""}) or (before == "(" and after == ")")):
        return False
    name = at - 2 - (line.word(at - 2) == "." and line.glued(at - 2))  # "Ana Ruiz Jr., 34,"
    if line.has("ages.persons", name) and before == ",":
        return True
    return (
        line.capital(name)
        and (line.capital(name - 1) or before == ",")
        and not line.has("labels.months", name - 1)
    )


def _with_lesser(line: Line, amount: Amount) -> Amount:
    """ "5 feet 2 inches" and "3 dollars and 50 cents" as one amount in the greater unit."""
    lesser = _LESSER.get(amount.unit or "")
    if not lesser or amount.kind is QuantityKind.AGE or isinstance(amount.value, str):
        return amount
    name, parts = lesser
    at = amount.stop + line.has("and_words", amount.stop)
    if at >= line.hi or not (line.numeric(at) or line.low[at] in line.vocab.cardinals):
        return amount
    number = numeral(line, at, join=False)
    table = line.vocab.money if amount.kind is QuantityKind.MONEY else line.vocab.units
    found = number and table.starting(line.low, number.stop, line.hi)
    if not number or not found or found[0].name != name or number.value >= parts:
        return amount
    return replace(
        amount,
        value=amount.value + number.value / parts,
        stop=found[1],
        number=(amount.number[0], number.stop),
    )
