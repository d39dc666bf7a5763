"""What a report says that somebody disputes, held against the reports that tell it as so: "lawyers dispute that account",
"the family denied these allegations", "the judge found the claim unsupported".

The words that dispute seldom repeat what they dispute: it stands in the same sentence or in the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.saying import said
from habeas.model.span import Span
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.names import capitals, folded
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.settings import sentence_at, sentence_before

__all__ = ["contested_questions"]

_WORDED = frozenset({Kind.EVENT, Kind.CONDITION, Kind.LEGAL, Kind.ALLEGATION, Kind.PLAN, Kind.AGREEMENT})
OPENING = 6
"""Words behind a disputing verb among which its object is named."""
ALONE = 2
"""Words of an object at most that is no more than "this"."""
WORDS = 2
"""Words, as they are written, that two tellings share before their roots are compared."""
SHARED = 3
"""Roots that what is disputed and what another report tells share at least."""
PLAIN = 2
"""Roots among them that are of no name."""
ALIKE = 0.5
"""Share of the shorter telling's roots that both have."""
COMMON = 60
"""Claims that hold a word beyond which it tells nothing."""
MANY = 12
"""Claims of each side of a question at most."""


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A claim that something is disputed, what it points back to, and the claims of other reports that tell the same."""

    denial: Claim
    told: Sequence[Claim]
    others: Sequence[Claim]


def contested_questions(case: Case) -> Iterator[Question]:
    """One question for each account that reports say is disputed and another report of their story gives."""
    tables = [_table(language) for language in {r.language for r in case.reports}]
    verbs = {w for table in tables if table for w in (*table["verbs"], *table["judged"])}
    found: list[_Dispute] = []
    for claim in case.worded.holding(sorted(verbs)):
        if claim.kind in _WORDED and _disputes(claim, case):
            pairs = [(c, other) for c in _before(claim, case) for other in _alike(c, case)]
            if pairs:
                found.append(_Dispute(claim, [one for one, _ in pairs], [other for _, other in pairs]))
    # Who disputes what others dispute too answers their question.
    first: dict[str, int] = {}
    ties = [(first.setdefault(c.id, n), n) for n, one in enumerate(found) for c in (*one.told, *one.others)]
    for group in joined(range(len(found)), ties):
        yield _question([found[n] for n in group], case)


def _table(language: str) -> Table:
    found: Table = lexicon(language, "reconcile").get("accounts", {})
    return found


def _disputes(claim: Claim, case: Case) -> bool:
    """Whether a claim says that an account is disputed which it does not tell itself."""
    language = case.report[claim.doc].language
    table = _table(language)
    if not table:
        return False
    behind = folded(str(claim.value)).split()
    judged = not set(table["judged"]).isdisjoint(behind)
    # "Her account was false."
    if judged and not claim.negated and not set(table["nouns"]).isdisjoint(folded(claim.subject).split()):
        return True
    if not set(folded(claim.property).split()) & set(table["verbs"]):
        return False
    object_ = behind[:OPENING]
    # "Found this claim to be unsupported" disputes it, "found the claim to be credible" does not.
    if set(table["judging"]) & set(folded(claim.property).split()) and set(table["judged"]).isdisjoint(
        behind
    ):
        return False
    # "Rejected the claim that he was a spy" tells itself what is disputed.
    if not set(lexicon(language, "reconcile")["ties"]).isdisjoint(behind[1 : OPENING + 1]):
        return False
    pointing = len(behind) <= ALONE and not set(table["alone"]).isdisjoint(behind[:1])
    return pointing or not set(table["nouns"]).isdisjoint(object_)


def _before(claim: Claim, case: Case) -> list[Claim]:
    """What a disputing claim points back to: what its sentence tells before it, or else the sentence before that."""
    here = sentence_at(claim, case)
    found = _told_in(here, claim, case)
    before = None if found else sentence_before(claim, case)
    return _told_in(before, claim, case) if before is not None else found


def _told_in(place: Span, claim: Claim, case: Case) -> list[Claim]:
    held = [case.of_doc[claim.doc][n] for n in case.places[claim.doc].touching(place.start, place.end)]
    return [c for c in held if c.kind in _WORDED and c.span.end <= claim.span.start and _is_told(c)]


def _is_told(claim: Claim) -> bool:
    return not claim.negated and claim.modality is not Modality.DENIED


def _alike(claim: Claim, case: Case) -> list[Claim]:
    """The claims of other reports of its story that tell what a claim tells."""
    return [
        other
        for other in case.worded.sharing(claim, WORDS, COMMON)
        if other.doc != claim.doc
        and case.story[other.doc] == case.story[claim.doc]
        and other.kind in _WORDED
        and _is_told(other)
        and _is_alike(claim, other, case)
    ]


def _is_alike(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two claims share most of what the shorter says, and more than names."""
    mine, theirs = (content_roots(said(c), case.report[c.doc].language) for c in (one, other))
    shared = mine & theirs
    if len(shared) < max(SHARED, ALIKE * min(len(mine), len(theirs))):
        return False
    names = content_roots(capitals(said(one)[1:]), case.report[one.doc].language)
    return len(shared - names) >= PLAIN


def _question(disputes: Sequence[_Dispute], case: Case) -> Question:
    denials = [one.denial for one in disputes]
    told = list({c.id: c for one in disputes for c in one.told}.values())[:MANY]
    others = list({c.id: c for one in disputes for c in one.others}.values())[:MANY]
    # What stands nearest to the dispute is what it is about.
    first = max(told, key=lambda c: (c.doc == denials[0].doc, c.span.end, c.confidence, c.id))
    return asked_about(
        "Is this so, or disputed: {}?",
        "disputed",
        Status.CONFLICT,
        [(said(c), c) for c in (*denials, *told, *others)],
        "a report says that it is disputed",
        case,
        first=first,
    )
