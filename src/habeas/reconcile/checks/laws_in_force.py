"""Was a law in force when it was used: the day that a report gives for it against the day of what was done under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import EntityType, Mention
from habeas.model.report import Report
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over

__all__ = ["laws_in_force"]

NEAR = 60
"""Characters from the words "came into force" to their date, and from a law's name to these words."""


def laws_in_force(case: Case) -> Iterator[Check]:
    """A check for each thing done under a law of which a report of the story says when it came into force."""
    begun: dict[tuple[int, int], tuple[date, str]] = {}
    uses: list[tuple[Report, Mention, int]] = []
    for report in case.reports:
        marks = case.marked[report.doc]
        words = lexicon(report.language, "reconcile")["in_force"]
        for mention in marks.mentions:
            if marks.entities[mention.entity].type is not EntityType.LAW:
                continue
            at = case.directory.of_report.get((report.doc, mention.entity))
            if at is None:
                continue
            since = _since(case, report, mention, words)
            if since is not None:
                begun.setdefault((case.story[report.doc], at), (since, report.doc))
            if _is_used(report, mention, words):
                uses.append((report, mention, at))
    for report, mention, at in uses:
        known = begun.get((case.story[report.doc], at))
        if known is not None:
            check = _check(case, report, mention, at, known[0])
            if check is not None:
                yield check


def _since(case: Case, report: Report, mention: Mention, words: Table) -> date | None:
    """The first day of a law that the text right after its name gives."""
    after = report.text[mention.span.end : mention.span.end + NEAR]
    found = re.search("|".join(re.escape(w) for w in words["begins"]), after.lower())
    if found is None or "." in after[: found.start()]:
        return None
    at = mention.span.end + found.end()
    near = (m for m in case.marked[report.doc].moments if 0 <= m.span.start - at <= NEAR and m.earliest)
    moment = next(near, None)
    return moment.earliest if moment is not None else None


def _is_used(report: Report, mention: Mention, words: Table) -> bool:
    before = report.text[max(0, mention.full.start - NEAR) : mention.full.start].lower()
    under = "|".join(re.escape(w) for w in words["under"])
    return re.search(rf"(?:{under})\s+(?:the\s+|la\s+|el\s+)?$", before) is not None


def _check(case: Case, report: Report, mention: Mention, at: int, since: date) -> Check | None:
    """Whether what the sentence tells was done on or after the law's first day."""
    over = sentence_over(case.marked[report.doc].sentences, mention.span.start)
    told = [c for c in case.of_doc.get(report.doc, ()) if over.contains(c.span)]
    done = report.published_date
    if done is None or not told:
        return None
    law = case.directory.entities[at].name
    days = [c.latest for c in told if c.latest is not None and c.latest <= done and c.earliest != since]
    latest = max(days, default=done)
    return Check(
        id="",
        type=CheckType.ORDER_IN_FORCE,
        statement=f"{law} was in force on {latest.isoformat()}",
        formula=f"{since.isoformat()} <= {latest.isoformat()}",
        computed=since.isoformat(),
        holds=since <= latest,
        claims=_ids(told),
        note=f"in force from {since.isoformat()}, as the report says",
    )


def _ids(told: list[Claim]) -> tuple[str, ...]:
    return tuple(c.id for c in told[:6])
