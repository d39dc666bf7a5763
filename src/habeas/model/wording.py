"""Reported numbers and days in English words, the same in every finding, row and page."""

from __future__ import annotations

from datetime import date

from habeas.model.marks import Comparator

__all__ = ["BOUND", "MONTHS", "amount", "day", "figure", "figures", "number"]

BOUND = {
    Comparator.EXACT: "",
    Comparator.APPROX: "about ",
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "up to ",
    Comparator.MORE_THAN: "more than ",
    Comparator.LESS_THAN: "less than ",
    Comparator.RANGE: "",
}
"""The words before a number that say how it bounds the value."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Written out: the names that Python knows follow the locale of the machine."""

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def figure(value: float | str) -> str:
    """A number to its last digit, with thousands separators: for what is computed and compared.

    >>> figure(40000), figure(1234.56), figure("5-4")
    ('40,000', '1,234.56', '5-4')
    """
    return value if isinstance(value, str) else f"{value:,}"


def figures(value: float | str, value_max: float | None) -> str:
    """A number or a range to the last digit.

    >>> figures(65, 70), figures(1200, None), figures("hundreds", None)
    ('65 to 70', '1,200', 'hundreds')
    """
    return figure(value) if value_max is None else f"{figure(value)} to {figure(value_max)}"


def number(value: float | str) -> str:
    """A number for reading: thousands separators and no needless digits.

    >>> number(40000), number(3.0555555), number(0.35), number("5-4")
    ('40,000', '3.056', '0.35', '5-4')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    if abs(value) < 1000:
        return f"{value:,.4g}"
    return f"{value:,.1f}".removesuffix(".0") if abs(value) < 10_000 else f"{value:,.0f}"


def amount(
    value: float | str,
    unit: str | None,
    value_max: float | None = None,
    comparator: Comparator = Comparator.EXACT,
) -> str:
    """A number for reading with its bound and unit; a word for a number ("hundreds") needs no bound.

    >>> amount(6000000, "USD per year"), amount(35, "%"), amount(1200, "CHF", comparator=Comparator.AT_MOST)
    ('$6,000,000 per year', '35 %', 'up to CHF 1,200')
    >>> amount(65, "beds", 70), amount(1, "months"), amount("dozens", "people")
    ('65 to 70 beds', '1 month', 'dozens of people')
    >>> amount(0.5, "share")
    '50 %'
    """
    if unit == "share" and not isinstance(value, str):
        value, value_max, unit = 100 * value, None if value_max is None else 100 * value_max, "%"
    shown = number(value) if value_max is None else f"{number(value)} to {number(value_max)}"
    head, _, per = (unit or "").partition(" per ")
    rate = f" per {per}" if per else ""
    if isinstance(value, str):
        return f"{value} of {head}{rate}" if head and value.endswith("s") else f"{value} {head}{rate}".strip()
    bound = BOUND[comparator]
    if len(head) == 3 and head.isupper():
        return f"{bound}{_SIGNS.get(head, f'{head} ')}{shown}{rate}"
    if value == 1 and value_max is None:
        head = head.removesuffix("s")
    return f"{bound}{shown} {head}".rstrip() + rate


def day(moment: date) -> str:
    """A day in words: "5 March 2024"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
