"""Sentences as reports: what a reader of a test needs to make one."""

from __future__ import annotations

import re

from habeas.claim import claim
from habeas.claim.context import Context
from habeas.mark import mark
from habeas.model.claim import Claim, Claims, Kind
from habeas.model.marks import Marks
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span
from habeas.packs import load_pack


def as_report(text: str, language: str = "en", published: str | None = "2025-05-20") -> Report:
    blocks = tuple(
        Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)
    )
    date = Fact(published, "argument") if published else None
    return Report("report.txt", "0" * 64, "text/plain", "utf-8", text, blocks, language, published=date)


def marked(text: str, language: str = "en", published: str | None = "2025-05-20") -> tuple[Report, Marks]:
    report = as_report(text, language, published)
    return report, mark(report, load_pack())


def context(text: str, language: str = "en", published: str | None = "2025-05-20") -> Context:
    report, marks = marked(text, language, published)
    return Context.of(report, marks, load_pack())


def claims(text: str, language: str = "en", published: str | None = "2025-05-20") -> Claims:
    report, marks = marked(text, language, published)
    return claim(report, marks, load_pack())


def numbers(text: str, language: str = "en", published: str | None = "2025-05-20") -> dict[object, Claim]:
    made = claims(text, language, published).claims
    return {one.value: one for one in made if one.kind is Kind.QUANTITY}


def assert_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    """A claim of the kind has the subject, the property and the value, or words that hold them."""
    made = [(c.subject, c.property, str(c.value)) for c in claims(text).claims if c.kind is kind]
    assert any(subject in s and (prop in p or prop in v) and value in v for s, p, v in made), made


def assert_not_claimed(text: str, kind: Kind, subject: str) -> None:
    """No claim of the kind is of the subject."""
    made = [(c.subject, c.property, str(c.value)) for c in claims(text).claims if c.kind is kind]
    assert not [one for one in made if one[0] == subject], made
