"""Agreements that one report says were made and another one says were not: "we have not reached such an agreement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.saying import said
from habeas.model.span import Span
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import starting_in
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.settings import sentence_at

__all__ = ["made_or_not_questions"]

SHORT = 2
"""Words of an object at most that is the agreement itself, and none of its terms: "such an agreement", "any similar pact"."""
NAMED = "agreement"
"""The property of claims that name an agreement."""
MANY = 12
"""Claims of each side of a question at most."""


def made_or_not_questions(case: Case) -> Iterator[Question]:
    """One question for each agreement of a few reports that some of them tell as made and others as denied; reports later than
    the first that denies it overtake it."""
    told = (c for c in case.claims if c.kind is Kind.AGREEMENT) if case.is_small else ()
    for claims in case.told_by_story(told):
        nouns = _nouns(claims, case)
        denied = [c for c in claims if _is_denied(c, nouns, case)]
        made = [c for c in claims if not c.negated and c.modality is Modality.ASSERTED] if denied else []
        parties = frozenset().union(*(_parties(c, case) for c in denied))
        docs = {c.doc for c in denied}
        others = [c for c in made if c.doc not in docs and _parties(c, case) & parties]
        for status, held in _by_day(others, docs, case).items():
            note = "made in one report, denied in another"
            answers = [(f"{'no' if c in denied else 'yes'}: {said(c)}", c) for c in (*denied, *held)]
            yield asked_about("Was this agreed: {}?", "agreed", status, answers, note, case, first=held[0])


def _nouns(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """The roots of the words by which the reports of a story call their agreements."""
    words = {c.subject.split()[-1] for c in claims if c.subject.islower()} | {NAMED}
    return frozenset(r for word in words for r in content_roots(word, case.report[claims[0].doc].language))


def _is_denied(claim: Claim, nouns: frozenset[str], case: Case) -> bool:
    """Whether a claim denies an agreement itself, and none of its terms."""
    if not claim.negated and claim.modality is not Modality.DENIED:
        return False
    language = case.report[claim.doc].language
    named = (content_roots(words, language) for words in (claim.subject, str(claim.value)))
    return any(len(roots) <= SHORT and roots & nouns for roots in named)


def _parties(claim: Claim, case: Case) -> frozenset[str]:
    """What a claim names, or else its sentence."""
    return _named(claim.span, claim, case) or _named(sentence_at(claim, case), claim, case)


def _named(over: Span, claim: Claim, case: Case) -> frozenset[str]:
    found = set()
    for mention in starting_in(case.marked[claim.doc].mentions, over.start, over.end):
        place = case.directory.of_report.get((claim.doc, mention.entity))
        if place is not None:
            found.add(case.directory.entities[place].name)
    return frozenset(found)


def _by_day(made: Sequence[Claim], denying: set[str], case: Case) -> dict[Status, list[Claim]]:
    """Claims that an agreement was made, those of reports later than the first that denies it apart."""
    days = [case.report[doc].published_date for doc in denying]
    first = min((day for day in days if day is not None), default=None)
    found: dict[Status, list[Claim]] = {}
    for claim in made:
        day = case.report[claim.doc].published_date
        later = day is not None and first is not None and day > first
        found.setdefault(Status.SUPERSEDED if later else Status.CONFLICT, []).append(claim)
    return {status: held[:MANY] for status, held in found.items()}
