"""Ages that are of a time past: "came at the age of six", "here since age 7". Nobody is so old today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.gathering import of_several
from habeas.reconcile.questions import Question, by_amount

__all__ = ["OTHERWISE", "age_questions", "age_then"]

OTHERWISE = "something else"
BEFORE = 24
"""Characters before a number in which an age is said to be of a time."""


def age_then(claim: Claim, case: Case) -> str:
    """What somebody did at an age, by the name of the table of such acts; `OTHERWISE` where it is none of them, and empty
    where the age is that of today."""
    mark = case.quantity_of.get(claim.id)
    report = case.report[claim.doc]
    if mark is None or mark.kind is not QuantityKind.AGE or not (table := _table(report.language)):
        return ""
    before = " ".join(report.text[max(0, mark.number.start - BEFORE) : mark.number.start].lower().split())
    if not any(f" {before}".endswith(f" {w}") for w in table["then"]):
        return ""
    over = sentence_over(case.marked[claim.doc].sentences, mark.number.start)
    around = f" {over.of(report.text).lower()} "
    acts = table["acts"].items()
    return next((str(name) for name, words in acts if any(f" {w} " in around for w in words)), OTHERWISE)


def _table(language: str) -> Table:
    found: Table = lexicon(language, "reconcile").get("ages", {})
    return found


def age_questions(case: Case) -> Iterator[Question]:
    """One question for each act and person whose age then several reports give; where a story names one such person it is
    of them, whatever else they are called."""
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY and (act := age_then(claim, case)) not in ("", OTHERWISE):
            told[case.story[claim.doc], act].append(claim)
    for (_, act), claims in told.items():
        of = case.directory.person
        persons = list(dict.fromkeys(p for c in claims if (p := of(c.subject))))
        for person in persons:
            mine = [c for c in claims if of(c.subject) == person or len(persons) == 1]
            if of_several(mine):
                yield _question(act, person, mine, case)


def _question(act: str, person: str, claims: Sequence[Claim], case: Case) -> Question:
    apart = len({c.value for c in claims}) > 1
    asked = str(_table(case.report[claims[0].doc].language)["asked"][act])
    return Question(
        text=asked.format(person=person),
        subject=person,
        property=f"age at {act}",
        status=Status.CONFLICT if apart else Status.AGREE,
        claims=tuple(claims),
        answers=by_amount(claims),
        note="the ages exclude each other" if apart else "",
    )
