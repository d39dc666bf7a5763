"""The stage in one function: claims to findings and checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from habeas.model.claim import Claim, Claims
from habeas.model.entity import Entity
from habeas.model.finding import Check, Finding
from habeas.model.law import LegalStep
from habeas.model.lineage import Lineage, Relation
from habeas.model.marks import Marks
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.reconcile.ages import age_questions
from habeas.reconcile.anchoring import anchored
from habeas.reconcile.case import Case
from habeas.reconcile.checks import checks
from habeas.reconcile.distances import distance_questions
from habeas.reconcile.echoes import echo_questions
from habeas.reconcile.entities import Directory, directory
from habeas.reconcile.kindred import kindred_questions
from habeas.reconcile.lasting import lasting_questions
from habeas.reconcile.matters import of_one_matter
from habeas.reconcile.merging import merged
from habeas.reconcile.nouns import noun_questions
from habeas.reconcile.phrases import phrase_questions
from habeas.reconcile.quantities import quantity_questions
from habeas.reconcile.questions import Question
from habeas.reconcile.rivals import rival_questions
from habeas.reconcile.statements import statement_questions
from habeas.reconcile.story import story_of
from habeas.reconcile.subjects import with_common_names
from habeas.reconcile.sums import sum_questions
from habeas.reconcile.upstream import upstream
from habeas.reconcile.vague import vague_questions
from habeas.reconcile.wordings import wording_questions

__all__ = ["Settled", "reconcile"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What reconciling made: the claims under common names, the entities, the findings, the checks and the course of
    law; `story` numbers the reports that tell of the same things."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    steps: tuple[LegalStep, ...] = ()
    story: Mapping[str, int] = field(default_factory=dict)


def reconcile(
    reports: Sequence[Report], marks: Sequence[Marks], claimed: Sequence[Claims], lineage: Lineage, pack: Pack
) -> Settled:
    """Findings and checks of a collection. Pure: the same claims give the same findings with the same ids."""
    known = directory(reports, marks, pack)
    claims = with_common_names((c for found in claimed for c in found.claims), known)
    story = _stories(reports, known, lineage)
    undated = Case(tuple(reports), tuple(marks), claims, lineage, known, pack, story)
    claims = anchored(undated)
    case = replace(undated, claims=claims)
    return Settled(
        claims=claims,
        entities=known.entities,
        findings=tuple(_findings(case, merged(of_one_matter(_questions(case), case), case))),
        checks=checks(case),
        steps=case.steps,
        story=story,
    )


def _stories(reports: Sequence[Report], known: Directory, lineage: Lineage) -> Mapping[str, int]:
    """The number of each report's story."""
    derived = [(p.a, p.b) for p in lineage.pairs if p.relation in (Relation.COPY, Relation.REWRITE)]
    event = [(p.a, p.b) for p in lineage.pairs if p.relation is Relation.INDEPENDENT]
    return story_of(reports, known.entities, derived, event)


def _questions(case: Case) -> Iterator[Question]:
    yield from kindred_questions(case)
    yield from sum_questions(case)
    yield from vague_questions(case)
    yield from lasting_questions(case)
    yield from quantity_questions(case)
    yield from age_questions(case)
    yield from rival_questions(case)
    yield from distance_questions(case)
    yield from echo_questions(case)
    yield from noun_questions(case)
    yield from phrase_questions(case)
    yield from wording_questions(case)
    yield from statement_questions(case)


def _findings(case: Case, questions: Iterable[Question]) -> Iterator[Finding]:
    """Questions to findings, with the reports, origins and upstream sources counted."""
    seen: set[str] = set()
    told: set[tuple[frozenset[tuple[str, Span]], str]] = set()
    for question in questions:
        ids = tuple(c.id for c in question.claims)
        # The exact kinds of question come first; the same words related in the same way are told once, whatever kinds
        # of claim they make.
        words = frozenset((c.doc, c.span) for c in question.claims)
        if len(question.claims) > 1 and (words, question.status) in told:
            continue
        told.add((words, question.status))
        digest = sha256("\x1f".join((question.subject, question.property, *sorted(ids))).encode()).hexdigest()
        name = f"F{digest[:10]}"
        if name in seen:
            continue
        seen.add(name)
        yield Finding(
            id=name,
            question=question.text,
            subject=question.subject,
            property=question.property,
            status=question.status,
            answers=question.answers,
            claims=ids,
            reports=case.docs(question.claims),
            origins=case.origins(question.claims),
            upstream=upstream(question.claims),
            note=question.note,
        )
