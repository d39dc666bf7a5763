"""Running totals: "that brings the number to 101" is the sum of what reports told one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
    parts = _parts(case)
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
                    told = parts.get((case.story[doc], total.claim.property), {})
                    yield from _told_before(total, last[-1], doc, told)
                else:
                    before = [known[n] for n in places.beginning(start - REACH, at)]
                    yield from _made_up(total, [f for f in before if _may_add(f, total)], doc, case)


def _parts(case: Case) -> Mapping[tuple[int, str], Mapping[float, Sequence[Figure]]]:
    """The counts of each story that can be parts of a total, by property and number, in order of their reports."""
    found: dict[tuple[int, str], dict[float, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for doc in case.of_doc:
        for one in figures(case, doc):
            if one.mark.kind is QuantityKind.COUNT and one.claim.part is not None:
                found[case.story[doc], one.claim.property][one.value].append(one)
    return found


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
    left = total.value - last.value
    told = case.in_story.get((case.story[doc], left), ()) if left >= TELLING else ()
    others = (Figure(c, case.quantity_of[c.id]) for c in told if c.doc != doc and c.id in case.quantity_of)
    fitting = next((f for f in others if _may_add(f, total)), None)
    if fitting is not None:
        yield _check(total, (fitting, last), True, "the other part is told by another report")


def _told_before(
    total: Figure, last: Figure, doc: str, told: Mapping[float, Sequence[Figure]]
) -> Iterator[Check]:
    """A total against its last part and the numbers of the same property that other reports of the story tell."""
    fitting = _of_another(told.get(total.value - last.value, ()), doc)
    if fitting is not None:
        yield _check(total, (fitting, last), True, "the other part is told by another report")
        return
    less = (_of_another(same, doc) for value, same in told.items() if value < total.value)
    others = [one for one in less if one is not None]
    if len(others) == 1:
        sum_ = figure(int(others[0].value + last.value))
        yield _check(total, (others[0], last), False, f"with what another report tells it is {sum_}")


def _of_another(same: Sequence[Figure], doc: str) -> Figure | None:
    return next((f for f in same if f.claim.doc != doc), None)


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
