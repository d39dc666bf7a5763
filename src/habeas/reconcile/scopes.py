"""Counts that are of more than what a story tells of: of a whole country, of another year, of each of many times."""

from __future__ import annotations

import re

from habeas.model.claim import Claim
from habeas.packs.lexicon import Table
from habeas.packs.states import states
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.telling import FAR_BACK, OPENING, words_of

__all__ = ["is_past", "is_repeated", "is_said_wide", "is_wide"]


def is_wide(claim: Claim, case: Case) -> bool:
    """Whether a count is of a whole country: "across Kenya", "in Kenya", not "Kenya moved" nor "in Kenya's north"."""
    known = states()
    country = next((n for n in (claim.subject, claim.place) if n and known.get(n) == n), None)
    text = claim.quote.lower()
    within = country and _is_told_of(country.lower(), text, words_of(claim, case)["wide"])
    return bool(within) or is_said_wide(claim, case)


def is_said_wide(claim: Claim, case: Case) -> bool:
    """Whether a count is said to be of a whole country: "nationwide"."""
    sentence = sentence_over(case.marked[claim.doc].sentences, claim.span.start)
    opening = case.report[claim.doc].text[sentence.start : claim.span.start][:OPENING].lower()
    wide = words_of(claim, case)["wide"]["words"]
    text = f"{opening} | {claim.quote.lower()}"
    return any(re.search(rf"\b{re.escape(w)}\b", text) for w in wide)


def _is_told_of(country: str, text: str, words: Table) -> bool:
    """Whether a number is told of all of a country, and not of something in it: "at a prison in Honduras"."""
    all_over = "|".join(map(re.escape, words["all_over"]))
    found = re.search(rf"\b(?:{all_over}) {re.escape(country)}\b(?!['’]s)", text)
    if found is None:
        return False
    inside = "|".join(map(re.escape, words["within"]))
    return not re.search(rf"\b(?:{inside}) [^\W\d_]+ (?:[\w'’-]+ ){{1,3}}$", text[: found.start()])


def is_past(claim: Claim, case: Case) -> bool:
    """Whether a number is told of an event of another year: "a 2014 breakout in which 300 of the 899 inmates escaped"."""
    report, number = case.report[claim.doc], case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    before = report.text[max(over.start, number - FAR_BACK) : number].lower()
    which = "|".join(map(re.escape, words_of(claim, case)["past"]["which"]))
    found = re.search(rf"\b((?:19|20)\d\d)(?:,|\s[^\W\d_]+)\s(?:{which})\b", before)
    year = report.published_date.year if report.published_date else None
    return found is not None and year is not None and int(found.group(1)) < year


def is_repeated(claim: Claim, case: Case) -> bool:
    """Whether so many are counted each time: "20 a day", "20 sailors die each day"."""
    text = claim.quote.lower()
    each = words_of(claim, case)["repeated"]["words"]
    return case.quantity_of[claim.id].per is not None or any(
        re.search(rf"\b{re.escape(w)}\b", text) for w in each
    )
