"""Weekdays and centuries: does the named day fall on the date, does the year lie in the century."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import EntityType, Moment
from habeas.model.report import NoiseKind, Report
from habeas.packs import lexicon
from habeas.reconcile.case import Case

__all__ = ["calendars"]

_ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def calendars(case: Case) -> Iterator[Check]:
    """Checks of weekdays that stand with a date, and of centuries that stand with a year."""
    for doc, claims in case.of_doc.items():
        report = case.report[doc]
        names: dict[str, int] = lexicon(report.language, "reconcile")["weekdays"]
        post_days = _embedded_days(report)
        told: set[tuple[str, date]] = set()
        for moment in case.marked[doc].moments:
            words = report.quote(moment.span).lower()
            weekday = next((n for n in names if n in words), None)
            if (
                weekday
                and moment.earliest
                and moment.earliest == moment.latest
                and (weekday, moment.earliest) not in told
            ):
                check = _weekday(weekday, names[weekday], moment, claims, words, post_days)
                if check:
                    told.add((weekday, moment.earliest))
                    yield check
        yield from _centuries(case, doc, claims)


def _weekday(
    name: str,
    number: int,
    moment: Moment,
    claims: Sequence[Claim],
    words: str,
    post_days: frozenset[tuple[int, int]],
) -> Check | None:
    day = moment.earliest
    assert day is not None
    stated = any(c.isdigit() for c in words)
    if not stated and (day.year, day.day) not in post_days:
        return None
    over = tuple(c.id for c in claims if c.span.overlaps(moment.span))
    if not over:
        return None
    holds = day.isoweekday() == number
    actual = f"{day:%A}"
    ground = "the date stands with the weekday" if stated else "the date is that of a post the report shows"
    return Check(
        "", CheckType.CALENDAR, f"{day.isoformat()} was a {name.capitalize()}", f"weekday({day.isoformat()})", actual,
        holds, over[:6], ground,
    )  # fmt: skip


def _embedded_days(report: Report) -> frozenset[tuple[int, int]]:
    """(year, day of month) of every embedded post's date line: enough to confirm a resolved weekday."""
    found = set()
    for block in report.blocks:
        if block.noise is NoiseKind.EMBEDDED_POST:
            for day, year in re.findall(r"\b(\d{1,2}),? (?:de )?(20\d\d)\b", report.quote(block.span)):
                found.add((int(year), int(day)))
    return frozenset(found)


def _centuries(case: Case, doc: str, claims: Sequence[Claim]) -> Iterator[Check]:
    """A law said to be of a century, and the year in the law's name."""
    marks, report = case.marked[doc], case.report[doc]
    laws = [e for e in marks.entities if e.type is EntityType.LAW]
    years = {
        int(y): law.name
        for law in laws
        for n in (law.name, *law.aliases)
        for y in re.findall(r"\b1[5-9]\d\d\b|\b20\d\d\b", n)
    }
    for moment in marks.moments:
        span_years = _century(report.quote(moment.span))
        if span_years is None or not years:
            continue
        over = tuple(c.id for c in claims if c.span.overlaps(moment.span) and c.kind == "legal")
        fitting = [y for y in years if span_years[0] <= y <= span_years[1]]
        if over and fitting:
            year = fitting[0]
            century = (year - 1) // 100 + 1
            yield Check(
                "", CheckType.CALENDAR, f"{year} ({years[year]}) lies in century {century}", f"ceil({year}/100)", century,
                True, over[:6], f"the report speaks of {report.quote(moment.span)!r}",
            )  # fmt: skip


def _century(words: str) -> tuple[int, int] | None:
    match = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)[- ]century|\bsiglo (\d{1,2})\b", words.lower())
    if match is None:
        return None
    number = int(match[1] or match[2])
    return (number - 1) * 100 + 1, number * 100
