"""Numbers that a report sets against those of others: "221 people, seven more than the 214 announced", "24 million rather
than 18 million"; and those that it says have taken another's place: "to 180, up from 90".

The words of one report join the two numbers, so that it does not matter under what name the other reports tell theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over
from habeas.reconcile.questions import Question, figure_question

__all__ = ["rival_questions"]

LEAST = 5
"""Below this number reports count too many different things."""
MOST = 60
"""Claims with one number in one story beyond which it is too common to tell anything."""
BACK = 4
"""Numbers back among which the one is sought that a later one is set against."""
AHEAD = 40
"""Characters behind a number in which it is said to be of another time."""

_SORTS = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
_NOTES = {
    Status.CONFLICT: "a report sets its number against the other one",
    Status.SUPERSEDED: "a report says that the number was the other one before",
}
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def rival_questions(case: Case) -> Iterator[Question]:
    """One question for each number that a report sets against one that other reports of its story give."""
    for doc in case.of_doc:
        known = [f for f in figures(case, doc) if f.mark.kind in _SORTS]
        text = case.report[doc].text
        words = lexicon(case.report[doc].language, "reconcile")["rivals"]
        for at, rival in enumerate(known):
            status = _against(known, at, text, words) if rival.value >= LEAST else None
            one = _set_against(known, at, text, words, case) if status else None
            if one is None or status is None:
                continue
            others = [c for c in _alike(rival, case) if c.doc != doc]
            if others and len(others) <= MOST:
                same = [c for c in _alike(one, case) if c.doc != doc][:MOST]
                claims = [one.claim, *same, *others]
                yield figure_question(claims, status, _NOTES[status], case, of=others[0], named=False)


def _against(known: Sequence[Figure], at: int, text: str, words: Table) -> Status | None:
    """How the words just before a number set it against another: as contested, or as overtaken."""
    rival = known[at]
    before = text[max(0, rival.mark.span.start - AHEAD) : rival.mark.span.start].lower().split()
    lead = f" {' '.join(before)}"
    if any(lead.endswith(f" {w}") for w in words["overtaken"]):
        return Status.SUPERSEDED
    if not any(lead.endswith(f" {w}") for w in words["contested"]):
        return None
    after = text[rival.mark.span.end : rival.mark.span.end + AHEAD].lower()
    other_time = any(re.search(rf"\b{re.escape(w)}\b", after) for w in words["other_time"])
    return None if other_time or _YEAR.search(after) else Status.CONFLICT


def _set_against(known: Sequence[Figure], at: int, text: str, words: Table, case: Case) -> Figure | None:
    """The number of the same sentence that another is set against: the one just before it, or, where that says by how
    much, the one that fits."""
    rival = known[at]
    over = sentence_over(case.marked[rival.claim.doc].sentences, rival.mark.number.start)
    before = [f for f in known[max(0, at - BACK) : at] if f.mark.number.start >= over.start]
    alike = [f for f in before if f.mark.kind is rival.mark.kind and f.mark.unit == rival.mark.unit]
    if not alike:
        return None
    apart = alike[-1]
    between = f" {' '.join(text[apart.end : rival.mark.span.start].lower().split())} "
    if any(between.startswith(f" {w} ") for w in words["by"]):
        return next((f for f in alike[:-1] if abs(f.value - rival.value) == apart.value), None)
    near = apart.value <= 10 * rival.value and rival.value <= 10 * apart.value
    return apart if near and apart.value != rival.value else None


def _alike(one: Figure, case: Case) -> list[Claim]:
    """The claims of its story with one number of the same sort."""
    found = []
    for claim in case.in_story.get((case.story[one.claim.doc], one.value), ()):
        mark = case.quantity_of.get(claim.id)
        units = {claim.unit, one.claim.unit} - {None}
        if mark is not None and mark.kind is one.mark.kind and len(units) < 2:
            found.append(claim)
    return found
