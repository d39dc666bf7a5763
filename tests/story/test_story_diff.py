"""What a later state of a story changes: confirmed by a new origin, only repeated, contested, corrected, withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.claim import Claim, Kind
from habeas.model.finding import Answer, Finding, Status
from habeas.model.lineage import Lineage, Origin
from habeas.model.span import Span
from habeas.publish import publish
from habeas.story import ChangeKind, Edition, diff, edition, edition_of
from habeas.story.changes import Subject
from habeas.story.page import page
from habeas.story.words import change_json, text

QUESTION = "How many people does the Norvale camp hold?"


def sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def claim(doc: str, value: float, version: str = "") -> Claim:
    report = sha(doc + version)
    name = sha(f"{report}{value}")[:12]
    return Claim(
        name,
        doc,
        report,
        Kind.QUANTITY,
        "Norvale camp",
        "people there",
        value,
        Span(0, 3),
        "abc",
        unit="people",
    )


def made(
    answers: dict[str, Sequence[Claim]],
    origins: Sequence[Sequence[str]],
    status: str,
    *,
    reports: Sequence[str] = (),
) -> Edition:
    """An edition with one finding of `answers`, whose reports form `origins`."""
    claims = [c for group in answers.values() for c in group]
    lineage = Lineage((), tuple(Origin(f"O{n}", tuple(docs)) for n, docs in enumerate(origins, 1)))
    docs = tuple(dict.fromkeys(c.doc for c in claims))
    finding = Finding(
        id="F" + sha("".join(sorted(c.id for c in claims)))[:8],
        question=QUESTION,
        subject="Norvale camp",
        property="people there",
        status=Status(status),
        answers=tuple(Answer(value, tuple(c.id for c in group)) for value, group in answers.items()),
        claims=tuple(c.id for c in claims),
        reports=docs,
        origins=tuple(dict.fromkeys(lineage.origin_of(doc) for doc in docs)),
        upstream=(),
    )
    every = {c.doc: c.report for c in claims} | {doc: sha(doc) for doc in reports}
    return Edition("edition", every, {c.id: c for c in claims}, (finding,), lineage)


A, B, C = claim("a.txt", 3500), claim("b.txt", 3500), claim("c.txt", 4200)
ALONE = made({"3,500": [A]}, [["a.txt"]], "single_source")


def kinds(old: Edition, new: Edition, about: Subject = Subject.FINDING) -> list[ChangeKind]:
    return [change.kind for change in diff(old, new).changes if change.about is about]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (made({"3,500": [A, B]}, [["a.txt"], ["b.txt"]], "agree"), ChangeKind.CONFIRMED),
        (made({"3,500": [A, B]}, [["a.txt", "b.txt"]], "agree"), ChangeKind.REPEATED),
        (made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], "conflict"), ChangeKind.CONTESTED),
        (made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], "superseded"), ChangeKind.OVERTAKEN),
        (made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], "refines"), ChangeKind.CONFIRMED),
        (made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], "different_scope"), ChangeKind.NEW),
    ],
)
def test_a_later_report_changes_a_finding(later, expected):
    assert kinds(ALONE, later) == [expected]


def test_nothing_changes_between_a_state_and_itself():
    assert diff(ALONE, ALONE).changes == ()
    assert "nothing has changed" in text(diff(ALONE, ALONE))


def test_a_question_not_asked_before_is_new():
    found = diff(replace(ALONE, findings=(), claims={}, reports={}), ALONE)
    assert [(c.kind, c.about) for c in found.changes] == [
        (ChangeKind.NEW, Subject.REPORT),
        (ChangeKind.NEW, Subject.FINDING),
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("superseded", ChangeKind.OVERTAKEN),
        ("conflict", ChangeKind.CONTESTED),
        ("agree", ChangeKind.CONFIRMED),
        ("different_scope", ChangeKind.NEW),
    ],
)
def test_a_question_that_a_later_report_raises_about_earlier_claims(status, expected):
    later = made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], status)
    (finding,) = later.findings
    (found,) = [c for c in diff(replace(ALONE, findings=()), later).changes if c.about is Subject.FINDING]
    assert (found.kind, found.before, found.reports) == (expected, ("3,500",), ("c.txt",))
    old_claims_only = replace(finding, claims=(A.id,), answers=finding.answers[:1])
    assert kinds(replace(ALONE, findings=()), replace(later, findings=(old_claims_only,))) == []


def test_copies_are_told_apart_from_corroboration_in_the_counts():
    copy = diff(ALONE, made({"3,500": [A, B]}, [["a.txt", "b.txt"]], "agree"))
    (finding,) = copy.of(ChangeKind.REPEATED)
    assert (finding.origins_before, finding.origins_after, finding.reports) == (1, 1, ("b.txt",))
    (report,) = copy.of(ChangeKind.NEW)
    assert report.note == "of one origin with a.txt"


def test_a_conflict_one_side_of_which_gains_an_origin_is_confirmed_there():
    old = made({"3,500": [A], "4,200": [C]}, [["a.txt"], ["c.txt"]], "conflict")
    new = made({"3,500": [A, B], "4,200": [C]}, [["a.txt"], ["b.txt"], ["c.txt"]], "conflict")
    assert kinds(old, new) == [ChangeKind.CONFIRMED]


def test_a_report_that_is_gone_takes_its_findings_with_it():
    found = diff(ALONE, made({"4,200": [C]}, [["c.txt"]], "single_source"))
    assert [(c.kind, c.about) for c in found.changes] == [
        (ChangeKind.WITHDRAWN, Subject.REPORT),
        (ChangeKind.WITHDRAWN, Subject.FINDING),
        (ChangeKind.NEW, Subject.REPORT),
        (ChangeKind.NEW, Subject.FINDING),
    ]


def test_a_corrected_report_shows_the_value_before_and_after():
    new = made({"2,500": [claim("a.txt", 2500, "corrected")]}, [["a.txt"]], "single_source")
    (changed,) = [c for c in diff(ALONE, new).changes if c.about is Subject.CLAIM]
    assert (changed.kind, changed.before, changed.after) == (
        ChangeKind.CORRECTED,
        ("3,500 people",),
        ("2,500 people",),
    )
    assert kinds(ALONE, new, Subject.REPORT) == [ChangeKind.CORRECTED]


def test_a_claim_that_a_corrected_report_no_longer_makes_is_withdrawn():
    new = made({"4,200": [C]}, [["c.txt"], ["a.txt"]], "single_source")
    new = replace(new, reports={**new.reports, "a.txt": sha("a.txt, corrected")})
    assert kinds(ALONE, new, Subject.CLAIM) == [ChangeKind.WITHDRAWN]


def test_a_report_that_was_only_renamed_is_no_change():
    renamed = claim("folder/a.txt", 3500)
    renamed = replace(renamed, id=A.id, report=A.report)
    new = made({"3,500": [renamed]}, [["folder/a.txt"]], "single_source")
    assert diff(ALONE, new).changes == ()


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_escapes_what_reports_say():
    new = made({"<b>4,200": [C]}, [["c.txt"]], "single_source")
    html = page(diff(ALONE, new))
    outline = _Outline()
    outline.feed(html)
    assert outline.open == []
    assert outline.seen.count("h1") == outline.seen.count("main") == 1
    assert "<b>4,200" not in html
    assert "default-src 'none'" in html
    assert "Withdrawn" in html


def test_two_dossiers_on_disk_are_compared_as_those_in_memory(reports: Path, tmp_path: Path):
    files = sorted(reports.iterdir())
    early, late = build(files[:1]), build(files)
    publish(early, tmp_path / "early")
    publish(late, tmp_path / "late")
    found = diff(edition(tmp_path / "early"), edition(tmp_path / "late"))
    assert found.changes == diff(edition_of(early, "early"), edition_of(late, "late")).changes
    told = {c.title: c for c in found.of(ChangeKind.CONFIRMED)}
    assert [t for t in told if "Norvale" in t and "hold" in t]
    assert all(change_json(change)["change"] == change.kind for change in found.changes)
    assert "4 reports" not in text(found)
    assert "reports 1 -> 4" in text(found)
