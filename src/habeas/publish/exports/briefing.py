"""Briefing: a dossier as a report to read on paper, every sentence with notes that give the words it rests on.

The shape only; `markdown.py` and `pdf.py` put it on a page. It stays readable whatever the size of the dossier: each
chapter shows what comes first and says how much is left to the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.model.finding import Finding
from habeas.publish.catalogue import Catalogue
from habeas.publish.exports.references import citation
from habeas.publish.site.checks import check_view, in_reading_order
from habeas.publish.standing import LEGEND, Standing, standing
from habeas.publish.wording import count, period, shortened, voice

__all__ = ["Briefing", "Chapter", "Line", "Note", "Passage", "briefing"]

_MOST = 150
"""Passages or lines of one chapter."""

_ANSWERS, _NOTES, _ROWS = 8, 4, 40
"""Answers of a finding, notes of a line, rows of an entry."""

_LONG, _QUOTE = 600, 260
"""Characters of a line, and of the words in a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """The words a sentence rests on: who says so, in which report (and its address), from which character to which."""

    number: int
    words: str
    voice: str
    source: str
    place: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the numbers of its notes; `label` stands before it, `more` notes are left to the files."""

    text: str
    notes: tuple[int, ...] = ()
    label: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A few lines under one heading (empty for none), with a remark on them."""

    title: str
    lines: tuple[Line, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: what it is about, its passages, and what it leaves out."""

    title: str
    gist: str
    passages: tuple[Passage, ...]
    left: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole report; `notes` in the order in which they are first used."""

    title: str
    summary: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...]


def briefing(catalogue: Catalogue) -> Briefing:
    """The report of a dossier: what is contested and overtaken, the record part by part, what was computed, what is
    agreed or stands on one origin, what nobody says, and where the reports come from."""
    notes = _Notes(catalogue)
    chapters = (
        _findings(Standing.CONTESTED, notes),
        _findings(Standing.OVERTAKEN, notes),
        *_parts(notes),
        _checks(notes),
        _findings(Standing.CORROBORATED, notes),
        _findings(Standing.FITTING, notes),
        _findings(Standing.DIFFERENT_SCOPE, notes),
        _one_origin(notes),
        _unknowns(notes),
        _origins(catalogue),
        _reports(catalogue),
    )
    written = tuple(chapter for chapter in chapters if chapter.passages)
    return Briefing("What the reports say", tuple(_summary(catalogue)), written, tuple(notes.used.values()))


class _Notes:
    """The notes of the briefing so far."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.used: dict[str, Note] = {}

    def line(self, text: str, claims: Iterable[str], label: str = "") -> Line:
        """A line with notes to the words of `claims`, new ones added."""
        known = self._spread(claims)
        numbers = tuple(self._note(c).number for c in known[:_NOTES])
        return Line(shortened(text, _LONG), numbers, shortened(label), max(0, len(known) - _NOTES))

    def _spread(self, claims: Iterable[str]) -> list[str]:
        """Claims of the dossier, the first of each report before the second of any."""
        seen: Counter[str] = Counter()
        ranked = []
        for claim in (self.catalogue.claims[c] for c in dict.fromkeys(claims) if c in self.catalogue.claims):
            ranked.append((seen[claim.doc], claim.id))
            seen[claim.doc] += 1
        return [claim for _, claim in sorted(ranked, key=lambda pair: pair[0])]

    def _note(self, claim_id: str) -> Note:
        if claim_id not in self.used:
            claim = self.catalogue.claims[claim_id]
            report = self.catalogue.reports[claim.doc]
            self.used[claim_id] = Note(
                number=len(self.used) + 1,
                words=shortened(claim.quote, _QUOTE),
                voice=voice(claim),
                source=citation(report),
                place=f"{claim.doc}, characters {claim.span.start} to {claim.span.end}",
                url=report.url,
            )
        return self.used[claim_id]


def _summary(catalogue: Catalogue) -> Iterator[str]:
    dossier = catalogue.dossier
    days = [r.published_date for r in dossier.reports if r.published_date]
    when = f", published {period(min(days), max(days))}" if days else ""
    yield (
        f"{count(len(dossier.reports), 'report')} of {count(len(dossier.lineage.origins), 'independent origin')}{when}. "
        f"{count(len(dossier.claims), 'claim')}, {count(len(dossier.findings), 'finding')}, "
        f"{count(len(dossier.checks), 'check')}; {count(len(dossier.unclaimed), 'number or quotation', 'numbers and quotations')} "
        "not understood."
    )
    yield (
        "A machine read the reports. Nothing here is its own statement: each line is what a report says, and its "
        "notes give the words. Copies are not corroboration: agreement is counted in origins."
    )


def _findings(kind: Standing, notes: _Notes) -> Chapter:
    found = [f for f in notes.catalogue.findings if standing(f) is kind]
    passages = tuple(_finding(f, notes) for f in found[:_MOST])
    return Chapter(LEGEND[kind].label, LEGEND[kind].meaning, passages, _left(found, "findings.jsonl"))


def _finding(finding: Finding, notes: _Notes) -> Passage:
    answers = finding.answers[:_ANSWERS]
    lines = tuple(notes.line(answer.value, answer.claims) for answer in answers)
    backing = f"{count(len(finding.reports), 'report')}, {count(len(finding.origins), 'origin')}"
    more = len(finding.answers) - len(answers)
    told = (backing, finding.note, f"{count(more, 'further answer')} in findings.jsonl" if more else "")
    settled = f"settled by a person: {finding.settled}" if finding.settled else ""
    return Passage(finding.question, lines, "; ".join(part for part in (*told, settled) if part))


def _one_origin(notes: _Notes) -> Chapter:
    found = [f for f in notes.catalogue.findings if standing(f) is Standing.ONE_ORIGIN]
    lines = tuple(
        notes.line("; ".join(a.value for a in f.answers[:_ANSWERS]), f.claims, f.question)
        for f in found[:_MOST]
    )
    legend = LEGEND[Standing.ONE_ORIGIN]
    passages = (Passage("", lines),) if lines else ()
    return Chapter(legend.label, legend.meaning, passages, _left(found, "findings.jsonl"))


def _parts(notes: _Notes) -> Iterator[Chapter]:
    for part in notes.catalogue.dossier.record.parts:
        passages = tuple(
            Passage(
                entry.title,
                tuple(notes.line(row.value, row.claims, row.label) for row in entry.rows[:_ROWS]),
                entry.note,
            )
            for entry in part.entries[:_MOST]
            if entry.rows
        )
        yield Chapter(part.title, part.gist, passages, _left(part.entries, "record.json"))


def _checks(notes: _Notes) -> Chapter:
    checks = in_reading_order(notes.catalogue)
    lines = []
    for check in checks[:_MOST]:
        view = check_view(check, notes.catalogue)
        computed = f" = {view.computed}" if view.computed and view.formula else ""
        worked = f" ({view.formula}{computed})" if view.formula else ""
        remark = f". {view.note}" if view.note else ""
        lines.append(notes.line(f"{view.statement}{worked}{remark}", check.claims, view.verdict.label))
    passages = (Passage("", tuple(lines)),) if lines else ()
    gist = "What can be computed from what is reported, and whether it adds up."
    return Chapter("Checks", gist, passages, _left(checks, "checks.jsonl"))


def _unknowns(notes: _Notes) -> Chapter:
    passages = tuple(
        Passage(part.title, tuple(notes.line(u.question, u.withheld) for u in part.unknowns[:_ROWS]))
        for part in notes.catalogue.dossier.record.parts
        if part.unknowns
    )
    return Chapter("What no report says", "Questions that a reader will ask, and nobody answers.", passages)


def _origins(catalogue: Catalogue) -> Chapter:
    origins = catalogue.dossier.lineage.origins
    lines = []
    for origin in origins[:_MOST]:
        names = [catalogue.labels[doc] for doc in origin.docs if doc in catalogue.labels]
        credit = f", credited to {origin.credit}" if origin.credit else ""
        lines.append(Line(shortened(f"{', '.join(names)}{credit}", _LONG), (), count(len(names), "report")))
    passages = (Passage("", tuple(lines)),) if lines else ()
    gist = "Reports that derive from one original count once."
    return Chapter("Origins", gist, passages, _left(origins, "lineage.json"))


def _reports(catalogue: Catalogue) -> Chapter:
    reports = catalogue.dossier.reports
    lines = tuple(
        Line(f"{citation(report)}. {report.doc}, SHA-256 {report.sha256}", (), catalogue.labels[report.doc])
        for report in reports[:_MOST]
    )
    passages = (Passage("", lines),) if lines else ()
    return Chapter(
        "Reports",
        "The reports read, with the digest of their bytes.",
        passages,
        _left(reports, "reports.jsonl"),
    )


def _left(found: Sequence[object], file: str) -> str:
    more = len(found) - _MOST
    return f"{more:,} more in {file}" if more > 0 else ""
