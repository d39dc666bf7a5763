"""Claims in words that a reader takes in at once: amounts, voices, days, and the report's own words trimmed."""

from __future__ import annotations

import re
from datetime import date

from habeas.model import wording
from habeas.model.claim import Claim, Kind, Modality
from habeas.model.wording import day

__all__ = ["amount", "days", "kind_label", "sentence", "voice"]

LONGEST = 260
"""Characters of a report's words that a row shows."""

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


def amount(claim: Claim) -> str:
    """The number of a claim with its bound and unit."""
    return wording.amount(claim.value, claim.unit, claim.value_max, claim.comparator)


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
        return day(earliest) if earliest == latest else f"{day(earliest)} to {day(latest)}"
    if latest:
        return f"by {day(latest)}"
    return f"from {day(earliest)}" if earliest else ""
