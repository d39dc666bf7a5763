"""Findings: each question with its answers side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.model.claim import Kind
from habeas.model.finding import Answer, Finding
from habeas.publish.catalogue import FINDINGS_A_PAGE, MOST_ANSWERS, Catalogue, Cites, anchor, cites_each
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import count, voice, when

__all__ = [
    "AnswerView",
    "FindingView",
    "StandingCount",
    "Tally",
    "finding_view",
    "findings_sheets",
    "standing_counts",
]

_VOICES = 3
_UPSTREAM = 6
_SHORT = 48
"""A longer answer is set as text, not as a figure."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer: who gives it, when it was so, and in how many reports and origins."""

    value: str
    long: bool
    backing: str
    voices: tuple[str, ...]
    times: tuple[str, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as a page shows it."""

    anchor: str
    href: str
    question: str
    standing: Standing
    legend: Legend
    backing: str
    answers: tuple[AnswerView, ...]
    more: int
    whole: str
    upstream: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class StandingCount:
    """How many findings have a standing, and where the first of them is."""

    standing: Standing
    legend: Legend
    number: int
    href: str


def finding_view(finding: Finding, catalogue: Catalogue) -> FindingView:
    """The view of one finding."""
    stands = standing(finding)
    return FindingView(
        anchor=anchor("finding", finding.id),
        href=catalogue.finding_href(finding.id) or "",
        question=finding.question,
        standing=stands,
        legend=LEGEND[stands],
        backing=f"{count(len(finding.reports), 'report')}, {count(len(finding.origins), 'origin')}",
        answers=tuple(
            _answer_view(given, cites_each(finding), catalogue) for given in finding.answers[:MOST_ANSWERS]
        ),
        more=max(0, len(finding.answers) - MOST_ANSWERS),
        whole=catalogue.whole_href(finding),
        upstream=_some(finding.upstream, _UPSTREAM),
        note=finding.note,
    )


def _some(names: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first of many names, and how many are left."""
    return names if len(names) <= most else (*names[:most], f"{len(names) - most:,} more")


def _answer_view(given: Answer, most: int, catalogue: Catalogue) -> AnswerView:
    claims = [catalogue.claims[c] for c in given.claims if c in catalogue.claims]
    docs = dict.fromkeys(claim.doc for claim in claims)
    origins = {catalogue.origin_of.get(doc, doc) for doc in docs}
    voices = Counter(voice(claim) or "the report itself" for claim in claims)
    named = _some(tuple(voice for voice, _ in voices.most_common()), _VOICES)
    quoted = bool(claims) and all(claim.kind is Kind.QUOTATION for claim in claims)
    return AnswerView(
        value=f"“{given.value.strip('“”')}”" if quoted else given.value,
        long=quoted or len(given.value) > _SHORT,
        backing=f"{count(len(docs), 'report')}, {count(len(origins), 'origin')}",
        voices=named,
        times=tuple(dict.fromkeys(when(claim.as_of) for claim in claims if claim.as_of))[:2],
        cites=catalogue.cites(given.claims, most),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """The findings of each standing that occurs, in reading order: the first of them, and how many there are."""

    rows: tuple[tuple[Standing, Finding, int], ...]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Tally:
        """Count them; once for all pages that show the counts."""
        first: dict[Standing, Finding] = {}
        numbers: Counter[Standing] = Counter()
        for finding in findings:
            stands = standing(finding)
            first.setdefault(stands, finding)
            numbers[stands] += 1
        return cls(tuple((stands, first[stands], numbers[stands]) for stands in Standing if stands in first))


def standing_counts(tally: Tally, catalogue: Catalogue) -> tuple[StandingCount, ...]:
    """The count of each standing that occurs, in reading order, as the page shows it."""
    return tuple(
        StandingCount(stands, LEGEND[stands], number, _group_href(first, catalogue))
        for stands, first, number in tally.rows
    )


def _group_href(finding: Finding, catalogue: Catalogue) -> str:
    return f"{catalogue.root}{catalogue.finding_pages[finding.id]}#group-{standing(finding)}"


@dataclass(frozen=True, slots=True)
class _Group:
    standing: Standing
    legend: Legend
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class _FindingsView:
    counts: tuple[StandingCount, ...]
    groups: tuple[_Group, ...]


def findings_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all findings, contested ones first."""
    tally = Tally.of(catalogue.findings)
    for paging, part in sliced("findings", catalogue.findings, FINDINGS_A_PAGE):
        seen = catalogue.at(paging.root)
        views = [finding_view(finding, seen) for finding in part]
        groups = tuple(
            _Group(stands, LEGEND[stands], tuple(view for view in views if view.standing is stands))
            for stands in Standing
            if any(view.standing is stands for view in views)
        )
        view = _FindingsView(standing_counts(tally, seen), groups)
        yield Sheet(paging.path, "findings", "Findings", "findings.html", view, paging)
