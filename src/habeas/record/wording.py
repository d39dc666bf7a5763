"""Claims in words that a reader takes in at once: amounts, voices, days, and the report's own words trimmed."""

from __future__ import annotations

import re
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.marks import Comparator

__all__ = ["amount", "days", "kind_label", "number", "sentence", "voice"]

LONGEST = 260
"""Characters of a report's words that a row shows."""

_BOUND = {
    Comparator.EXACT: "",
    Comparator.APPROX: "about ",
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "up to ",
    Comparator.MORE_THAN: "more than ",
    Comparator.LESS_THAN: "less than ",
    Comparator.RANGE: "",
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS = [
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
]
_EDGES = " \n\t,;:—–-|"
_KIND = {
    Kind.EVENT: "reported",
    Kind.LEGAL: "law",
    Kind.CONDITION: "said of it",
    Kind.AGREEMENT: "agreed",
    Kind.ALLEGATION: "alleged",
    Kind.PLAN: "planned",
    Kind.QUOTATION: "in quotation",
    Kind.ROLE: "office",
    Kind.QUANTITY: "number",
}


def number(value: float | str) -> str:
    """A number with thousands separators.

    >>> number(40000), number(2.5), number("hundreds")
    ('40,000', '2.5', 'hundreds')
    """
    if isinstance(value, str):
        return value
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def amount(claim: Claim) -> str:
    """The number of a claim with its bound and unit."""
    low, unit = claim.value, claim.unit or ""
    bound = "" if isinstance(low, str) else _BOUND[claim.comparator]
    shown = number(low) if claim.value_max is None else f"{number(low)} to {number(claim.value_max)}"
    head, _, per = unit.partition(" per ")
    if low == 1 and claim.value_max is None:
        head = head.removesuffix("s")
    if isinstance(low, str) and head and low.endswith("s"):
        return f"{low} of {head}"
    rate = f" per {per}" if per else ""
    if len(head) == 3 and head.isupper():
        sign = _SIGNS.get(head, f"{head} ")
        return f"{bound}{sign}{shown}{rate}"
    return f"{bound}{shown} {head}{rate}".strip() if head else f"{bound}{shown}"


def sentence(claim: Claim) -> str:
    """The report's own words for the claim, on one line and without loose signs at the ends."""
    words = re.sub(r"\s+", " ", claim.quote).strip(_EDGES)
    if _headless(claim, words):
        words = f"[{claim.subject}] {words}"
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:]


def _headless(claim: Claim, words: str) -> bool:
    """Whether the words begin with their verb, so that a reader needs the subject in brackets."""
    verb = claim.property.split(" ", 1)[0]
    return (
        claim.kind not in (Kind.QUANTITY, Kind.QUOTATION)
        and bool(verb)
        and words.startswith(verb)
        and words[:1].islower()
        and 0 < len(claim.subject) <= 60
        and claim.subject not in words
    )


def voice(claim: Claim) -> str:
    """Who says so, outermost last: "Cristosal", "the report itself", "Kristi Noem, in Fox News"."""
    if not claim.asserted_by:
        return f"the report, after {claim.via}" if claim.via else "the report itself"
    last = claim.asserted_by[-1]
    relay = last.via or claim.via
    return f"{last.name}, in {relay}" if relay and relay != last.name else last.name


def kind_label(claim: Claim) -> str:
    """What kind of telling it is, in one or two words."""
    if claim.negated and claim.modality is Modality.ASSERTED and claim.kind in (Kind.EVENT, Kind.CONDITION):
        return "said not to be" if claim.kind is Kind.CONDITION else "did not happen"
    if claim.modality is Modality.DENIED:
        return "denied"
    if claim.modality is Modality.ALLEGED:
        return "alleged"
    if claim.modality is Modality.PLANNED and claim.kind in (Kind.EVENT, Kind.PLAN):
        return "planned"
    if claim.modality is Modality.OPINION:
        return "opinion"
    return _KIND[claim.kind]


def days(earliest: date | None, latest: date | None) -> str:
    """A period in words; empty where nothing is known.

    >>> days(date(2025, 3, 15), date(2025, 3, 16)), days(None, date(2025, 3, 27)), days(date(2025, 3, 1), None)
    ('15 March 2025 to 16 March 2025', 'by 27 March 2025', 'from 1 March 2025')
    """
    if earliest and latest:
        return _day(earliest) if earliest == latest else f"{_day(earliest)} to {_day(latest)}"
    if latest:
        return f"by {_day(latest)}"
    return f"from {_day(earliest)}" if earliest else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
