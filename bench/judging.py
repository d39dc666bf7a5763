"""Claims with the prior that their rule gives them, and whether they are right: what confidence is calibrated on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attributions import Found, Gold, articles, overlap, same_speaker
from habeas.claim.context import Context
from habeas.claim.quantities import quantity_claims
from habeas.claim.quotations import quotation_claims
from habeas.claim.wording import clause_claims
from habeas.mark import mark
from habeas.model.claim import Claim, Kind
from habeas.model.marks import Attribution, Marks
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from habeas.read.plain import read_text

__all__ = ["Judged", "by_hand", "by_polnear"]


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of a kind: its report, the prior of the rule that made it, and whether it is right."""

    kind: str
    doc: str
    prior: float
    right: bool


def by_polnear(checkout: Path, part: str) -> Iterator[Judged]:
    """Quotation claims of a part of PolNeAR that a gold attribution holds: right when the speaker is."""
    pack = load_pack()
    for name, text, golds in articles(checkout, part):
        report = read_text(name, text.encode())
        marks = mark(report, pack)
        said = {marks.quotations[i].span: a for a in marks.attributions for i in a.quotations}
        for outcome in quotation_claims(Context.of(report, marks, pack)):
            if isinstance(outcome, Claim):
                holder = _holder(golds, outcome)
                if holder is not None and holder.source:
                    right = _right_speaker(report, holder, outcome, said.get(outcome.span))
                    yield Judged(Kind.QUOTATION.value, name, outcome.confidence, right)


def _holder(golds: Sequence[Gold], claim: Claim) -> Gold | None:
    """The smallest gold attribution whose content holds most of the claim's words."""
    length = claim.span.end - claim.span.start
    holding = [g for g in golds if overlap(g.content, (tuple(claim.span),)) * 2 > length]
    return min(holding, key=lambda g: sum(b - a for a, b in g.content), default=None)


def _right_speaker(report: Report, gold: Gold, claim: Claim, said: Attribution | None) -> bool:
    speaker = claim.asserted_by[-1].name if claim.asserted_by else None
    source = tuple(said.source) if said is not None and said.source is not None else None
    return same_speaker(report.text, gold, Found(source, (tuple(claim.span),), speaker, quote=True))


def by_hand(gold: Path, reports: Path) -> Iterator[Judged]:
    """Claims of reports that a careful reader has listed: right when the reader has a claim that fits.

    `gold` is a file of claims, one JSON object a line, with doc, kind, subject, property, value, start and end.
    A number fits with the same value, comparator and a shared word of its question; words fit when a third of the
    reader's words for a claim of the kind are in the claim, and their places overlap.
    """
    pack = load_pack()
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in gold.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            wanted[row["doc"], row["kind"]].append(row)
    for doc in sorted({doc for doc, _ in wanted}):
        report = read_report(doc, (reports / doc).read_bytes())
        for claim in _priors(report, mark(report, pack), pack):
            if claim.kind is not Kind.QUOTATION:
                right = any(_fits(claim, row) for row in wanted[doc, claim.kind.value])
                yield Judged(claim.kind.value, doc, claim.confidence, right)


def _priors(report: Report, marks: Marks, pack: Pack) -> Iterable[Claim]:
    """The claims of a report before their confidence is calibrated."""
    ctx = Context.of(report, marks, pack)
    yield from (one for one in quantity_claims(ctx) if isinstance(one, Claim))
    yield from clause_claims(ctx)


def _fits(claim: Claim, row: dict[str, Any]) -> bool:
    if claim.span.end <= row["start"] or row["end"] <= claim.span.start:
        return False
    asked = _words(row["subject"], row["property"])
    if claim.kind is Kind.QUANTITY:
        return (
            str(claim.value) == str(row["value"])
            and claim.comparator.value == row["comparator"]
            and bool(_words(claim.subject, claim.property) & asked)
        )
    theirs = asked | _words(row["value"])
    return len(_words(claim.subject, claim.property, claim.value) & theirs) >= 0.34 * max(1, len(theirs))


_SMALL = frozenset(
    ["the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "or", "by", "is", "was", "were"]
)


def _words(*parts: object) -> set[str]:
    return {w for part in parts for w in re.findall(r"[a-z0-9]+", str(part).lower()) if w not in _SMALL}
