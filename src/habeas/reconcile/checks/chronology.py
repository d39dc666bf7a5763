"""Dates of one event told twice: do they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.reconcile.case import Case
from habeas.reconcile.statements.dates import dated_events

__all__ = ["chronology"]


FIRST, LAST = 3, 2
"""Claims of one date of one event that are compared with those of other dates."""


def chronology(case: Case) -> Iterator[Check]:
    """A check for each two places that date one event, inside one report and across reports."""
    for (_, event), claims in dated_events(case).items():
        done: set[tuple[str | None, str | None, bool]] = set()
        few = _few(claims)
        for i, one in enumerate(few):
            for other in few[i + 1 :]:
                key = (one.as_of, other.as_of, one.doc == other.doc)
                if key not in done and one.span != other.span:
                    done.add(key)
                    yield _check(event, one, other)


def _few(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The first and the last claims of each date, in order: that many reports repeat it adds nothing to check."""
    held: dict[str | None, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        held[claim.as_of].append(number)
    kept = {n for numbers in held.values() for n in (*numbers[:FIRST], *numbers[-LAST:])}
    return [claims[n] for n in sorted(kept)]


def _check(event: str, one: Claim, other: Claim) -> Check:
    assert one.earliest and one.latest and other.earliest and other.latest
    holds = one.earliest <= other.latest and other.earliest <= one.latest
    apart = abs((one.earliest - other.earliest).days)
    where = "in one report" if one.doc == other.doc else "in two reports"
    return Check(
        id="",
        type=CheckType.CHRONOLOGY,
        statement=f"{one.subject}, {event}: {one.as_of} and {other.as_of} are one date, {where}",
        formula=f"{one.as_of} ~ {other.as_of}",
        computed=apart,
        holds=holds,
        claims=(one.id, other.id),
        note="the dates fit"
        if holds
        else f"about {round(apart / 365.25, 1)} years apart"
        if apart > 60
        else f"{apart} days apart",
    )
