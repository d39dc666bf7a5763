"""Running totals: "that brings the number to 101" is the sum of what reports told one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.stretches import Stretches
from habeas.model.wording import figure
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over

__all__ = ["running_totals"]

LEAD = 1_000
"""Characters of its sentence before a number in which it is called a total."""

TELLING = 20
"""From this number on a part that fits hardly does so by chance."""

REACH = 400
"""Characters back from a running total to the number that was added last."""


def running_totals(case: Case) -> Iterator[Check]:
    """A check for each number that a report calls a total so far, with the last part in the report and one part that
    another report of its story tells."""
    for doc in case.of_doc:
        known = figures(case, doc)
        text, sentences = case.report[doc].text, case.marked[doc].sentences
        cues = re.compile(
            "|".join(map(re.escape, lexicon(case.report[doc].language, "reconcile")["total_cues"]))
        )
        places = Stretches((one.end, one.end + 1) for one in known)
        for total in known:
            at = total.mark.number.start
            start = sentence_over(sentences, at).start
            # A sentence of a megabyte may hold thousands of numbers.
            lead = text[max(start, at - LEAD) : at].lower()
            if total.mark.kind is QuantityKind.COUNT and cues.search(lead):
                near = [known[n] for n in places.beginning(start - REACH, start + 1)]
                last = [f for f in near if _adds(f, total)]
                if last:
                    yield from _told_before(total, last[-1], doc, case)
                else:
                    before = [known[n] for n in places.beginning(start - REACH, at)]
                    yield from _made_up(total, [f for f in before if _may_add(f, total)], doc, case)


def _adds(part: Figure, total: Figure) -> bool:
    """Whether the two answer one question, so that one can be part of the other."""
    return (
        part.mark.kind is QuantityKind.COUNT
        and part.claim.property == total.claim.property
        and part.claim.part is not None
        and part.value < total.value
    )


def _may_add(part: Figure, total: Figure) -> bool:
    """Whether both count the same sort, though told in other words ("86 more arrived", "the number sent")."""
    return (
        part.mark.kind is QuantityKind.COUNT
        and part.claim.unit == total.claim.unit
        and part.value < total.value
    )


def _made_up(total: Figure, parts: Sequence[Figure], doc: str, case: Case) -> Iterator[Check]:
    """A total that the last number before it and one of another report make up to one."""
    if not parts:
        return
    last = parts[-1]
    others = (
        f for other in case.of_doc if other != doc and case.story[other] == case.story[doc]
        for f in figures(case, other) if _may_add(f, total)
    )  # fmt: skip
    fitting = next((f for f in others if f.value == total.value - last.value and f.value >= TELLING), None)
    if fitting is not None:
        yield _check(total, (fitting, last), True, "the other part is told by another report")


def _told_before(total: Figure, last: Figure, doc: str, case: Case) -> Iterator[Check]:
    left = total.value - last.value
    others = [
        f for other in case.of_doc if other != doc and case.story[other] == case.story[doc]
        for f in figures(case, other) if _adds(f, total)
    ]  # fmt: skip
    fitting = [f for f in others if f.value == left]
    values = {f.value for f in others}
    if fitting:
        yield _check(total, (fitting[0], last), True, "the other part is told by another report")
    elif len(values) == 1:
        yield _check(
            total,
            (others[0], last),
            False,
            f"with what another report tells it is {figure(int(others[0].value + last.value))}",
        )


def _check(total: Figure, parts: Sequence[Figure], holds: bool, note: str) -> Check:
    said = " and ".join(figure(p.claim.value) for p in parts)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{said} make {figure(total.claim.value)}",
        formula=" + ".join(str(p.claim.value) for p in parts),
        computed=sum(int(p.value) for p in parts),
        holds=holds,
        claims=(total.claim.id, *(p.claim.id for p in parts)),
        note=note,
    )
