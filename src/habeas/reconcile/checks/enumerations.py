"""Enumerations: a count beside the names that it counts ("three countries: Peru, Chile and Bolivia")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, Mention, MentionForm, Quantity
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.packs import lexicon
from habeas.reconcile.case import Case

__all__ = ["enumerations"]

_MOST = 20
"""The most things that a report counts and names in one breath."""

_OPENS = re.compile(r"\s*(?:[:,—–(-]|--)\s*")


def enumerations(case: Case) -> Iterator[Check]:
    """A check for each small exact count that a whole list of names follows: are as many named as counted?"""
    for doc, claims in case.of_doc.items():
        report, mentions = case.report[doc], case.marked[doc].mentions
        for claim in claims:
            mark = case.quantity_of.get(claim.id)
            if mark is None or mark.noun is None or not _counts(mark):
                continue
            named = [report.quote(span) for span in _list_after(report, mentions, mark.noun.end)]
            if len(named) > 1:
                yield _check(claim, report.quote(mark.noun), named)


def _counts(mark: Quantity) -> bool:
    whole = isinstance(mark.value, int) and 2 <= mark.value <= _MOST
    return whole and mark.value_max is None and mark.comparator is Comparator.EXACT and mark.unit is None


def _list_after(report: Report, mentions: Sequence[Mention], at: int) -> list[Span]:
    """The names of the list that opens at `at`; none where it holds anything but names, or no "and" closes it."""
    opened = _OPENS.match(report.text, at)
    if opened is None:
        return []
    joint = _joint("es" if report.language == "es" else "en")
    starting = {m.full.start: m.full for m in mentions if m.form is MentionForm.NAME}
    found: list[Span] = []
    place, closed = opened.end(), False
    while not closed:
        span = starting.get(place)
        between = joint.match(report.text, span.end) if span is not None else None
        if span is None or between is None:
            return []
        found.append(span)
        place, closed = between.end(), between["last"] is not None
    last = starting.get(place)
    return [*found, last] if last is not None else []


@cache
def _joint(language: str) -> re.Pattern[str]:
    """What stands between two names of a list; `last` is there before the last of them."""
    words = "|".join(map(re.escape, lexicon(language, "reconcile")["and_words"]))
    return re.compile(rf"\s*(?:[,;]\s*)?(?P<last>(?:\b(?:{words})|&)\s)\s*|\s*[,;]\s*", re.IGNORECASE)


def _check(claim: Claim, noun: str, named: Sequence[str]) -> Check:
    fits = len(named) == claim.value
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{claim.value} {noun}, and {len(named)} are named: {', '.join(named)}",
        formula=" + ".join("1" for _ in named),
        computed=len(named),
        holds=fits,
        claims=(claim.id,),
        note="" if fits else "a list may name one thing twice, or leave one out",
    )
