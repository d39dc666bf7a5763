"""Figures and words that pull apart: a place a third full that is described as packed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.pack import Derivation
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["tension_questions"]


def tension_questions(case: Case) -> Iterator[Question]:
    """A question for each derivation whose result speaks against words that reports use of the same subject."""
    for rule in case.pack.derivations:
        if rule.belied_by:
            yield from _against_words(rule, case)


def _against_words(rule: Derivation, case: Case) -> Iterator[Question]:
    numbers = [c for c in case.claims if c.kind is Kind.QUANTITY and not isinstance(c.value, str)]
    left = [c for c in numbers if c.property == rule.left]
    right = [c for c in numbers if c.property == rule.right]
    of_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in right:
        of_report[claim.doc, claim.subject].append(claim)
    pairs = [(a, b) for a in left for b in of_report.get((a.doc, a.subject), ())]
    below = [(a, b) for a, b in pairs if float(b.value) and float(a.value) / float(b.value) < 1]
    said = [c for c in case.claims if c.kind is not Kind.QUANTITY and _says(c, rule)]
    docs = {c.doc for c in said} | {a.doc for a, _ in below}
    if not below or not said or len(docs) < 2:
        return
    subject = below[0][0].subject
    figures = [c for c in (*left, *right) if c.subject == subject]
    share = float(below[0][0].value) / float(below[0][1].value)
    yield Question(
        text=f"Do figures and words fit: {rule.label}, {subject}?",
        subject=subject,
        property=rule.label,
        status=Status.CONFLICT,
        claims=(*_once(figures), *said),
        answers=answers(
            [(f"by the figures {share:.0%}", _once(figures)), (f"by the words {_words(said, rule)}", said)]
        ),
        note="figures of the whole and words about a part can both hold",
    )


def _says(claim: Claim, rule: Derivation) -> bool:
    words = set(name_key(claim.quote).split())
    return any(w in words for w in rule.belied_by)


def _words(claims: list[Claim], rule: Derivation) -> str:
    """The words that the reports use, in quotation marks."""
    used = {w for c in claims for w in name_key(c.quote).split()}
    return ", ".join(f"“{w}”" for w in rule.belied_by if w in used)


def _once(claims: list[Claim]) -> list[Claim]:
    return list({c.id: c for c in claims}.values())
