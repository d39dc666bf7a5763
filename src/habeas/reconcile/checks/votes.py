"""A vote counts the bench: 5-4 is nine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.pack import Court
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key

__all__ = ["votes"]


def votes(case: Case) -> Iterator[Check]:
    """A check for each vote: the sides add up to the court's full bench, where the pack knows it, and the first is the larger."""
    for claim in case.claims:
        mark = case.quantity_of.get(claim.id)
        if mark is None or mark.kind is not QuantityKind.VOTE:
            continue
        sides = [int(n) for n in re.findall(r"\d+", str(claim.value))]
        if len(sides) < 2:
            continue
        yield _check(claim, sides, _court(claim, case))


def _court(claim: Claim, case: Case) -> Court | None:
    text = f" {name_key(claim.subject)} {name_key(claim.quote)} "
    held = [c for c in case.pack.courts if any(f" {name_key(n)} " in text for n in (c.name, *c.aliases))]
    best = max(held, key=lambda c: len(c.name)) if held else None
    return (_of_country(best, claim, case) or best) if best is not None and best.bench is None else best


def _of_country(court: Court, claim: Claim, case: Case) -> Court | None:
    """The one court of that rank and name in the country whose law the vote is about ("the Supreme Court")."""
    about = {
        s.measure
        for s in case.steps
        if any(case.claim[i].span.overlaps(claim.span) and case.claim[i].doc == claim.doc for i in s.claims)
    }
    countries = {law.country for law in case.pack.laws if law.name in about and law.country}
    key = name_key(court.name)
    fitting = [
        c for c in case.pack.courts
        if c.bench is not None and c.level == court.level and c.country in countries
        and any(f" {key} " in f" {name_key(n)} " for n in (c.name, *c.aliases))
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _check(claim: Claim, sides: list[int], court: Court | None) -> Check:
    total = sum(sides)
    formula = " + ".join(str(s) for s in sides)
    if court is None or court.bench is None:
        carried = sides[0] > sides[1]
        return Check(
            "", CheckType.ARITHMETIC, f"{claim.value} is a majority of {total}", formula, total,
            carried or None, (claim.id,), "the size of the body is not known to the pack",
        )  # fmt: skip
    full = total == court.bench
    note = (
        "a full bench"
        if full
        else f"{court.bench - total} of {court.bench} did not take part, or the vote is another body's"
    )
    return Check(
        "", CheckType.ARITHMETIC, f"{claim.value} is the full bench of {court.bench} ({court.name})", formula, total,
        True if full else (False if total > court.bench else None), (claim.id,), note,
    )  # fmt: skip
