"""The default scenario: what the claims of a dossier allow to be projected, and what nobody has said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from habeas.errors import UsageError
from habeas.model.claim import Claim, Kind
from habeas.model.pack import Pack, Projected
from habeas.project.parameters import ROLES, Basis, Dimension, Parameter
from habeas.project.ranges import claimed_range, comparable, currency_of, days_of, says_a_number, usable
from habeas.project.scenario import Missing, Scenario

__all__ = ["default_scenario"]

HORIZON = 5 * 365 + 1


def default_scenario(claims: Sequence[Claim], pack: Pack, start: date | None = None) -> Scenario:
    """The scenario that `claims` allow: every parameter of the pack that they answer, the others listed as missing.

    The place is the one that most reports give numbers for. It starts on the day after the last that its claims
    speak of, unless `start` is given. Raises UsageError where nothing is dated and no start is given.
    """
    told = [c for c in claims if c.kind is Kind.QUANTITY and usable(c, planned=True)]
    place = _place(told, pack.projections)
    begins = start or _day_after(told, claims)
    parameters: list[Parameter] = []
    missing: list[Missing] = []
    for asked in pack.projections:
        found = _parameter(asked, told, place, begins)
        if found:
            parameters.append(found)
        else:
            missing.append(
                Missing(
                    asked.id, asked.question, "" if asked.properties else "no property of the pack answers it"
                )
            )
    if not any(p.id == "term" for p in parameters) and (term := _term_in_payment(parameters, told)):
        parameters.append(term)
        missing = [m for m in missing if m.id != "term"]
    if renewal := _renewal(parameters, told):
        parameters.append(renewal)
        missing = [m for m in missing if m.id != "renewal"]
    order = tuple(ROLES)
    return Scenario(
        title=f"{place} as reported" if place else "Projection",
        start=begins,
        days=HORIZON,
        parameters=tuple(sorted(parameters, key=lambda p: order.index(p.id))),
        missing=tuple(missing),
        currency=next((p.unit for p in parameters if p.dimension is Dimension.MONEY and p.unit), ""),
    )


def _place(told: Iterable[Claim], projections: Iterable[Projected]) -> str | None:
    """The subject that most reports, and then most claims, give the place's numbers for."""
    wanted = {name for p in projections if p.of_place for name in p.properties}
    reports: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for claim in told:
        if claim.property in wanted and usable(claim) and says_a_number(claim, Dimension.PEOPLE):
            reports[claim.subject].add(claim.doc)
            counts[claim.subject] += 1
    return min(counts, key=lambda s: (-len(reports[s]), -counts[s], s), default=None)


def _parameter(asked: Projected, told: Sequence[Claim], place: str | None, start: date) -> Parameter | None:
    role = ROLES[asked.id]
    chosen = [
        c for c in told
        if c.property in asked.properties
        and (not asked.of_place or (c.subject == place and usable(c)))
        and says_a_number(c, role.dimension)
    ]  # fmt: skip
    chosen = comparable(chosen, role.dimension)
    found = claimed_range(chosen, role.dimension, start=start, limit=asked.limit)
    if found is None:
        return None
    unit = currency_of(chosen[0].unit) if role.dimension is Dimension.MONEY else ""
    ids = tuple(c.id for c in chosen)
    return Parameter(
        asked.id, role.label, role.dimension, found.low, found.high, Basis.CLAIMS, unit, ids, found.note
    )


def _term_in_payment(parameters: Iterable[Parameter], told: Sequence[Claim]) -> Parameter | None:
    """The term that a payment names itself ("$6 million a year")."""
    paid = next((p for p in parameters if p.id == "payment"), None)
    if paid is None:
        return None
    role = ROLES["term"]
    cited = [c for c in told if c.id in paid.claims and " per " in (c.unit or "")]
    lengths = {days_of((c.unit or "").partition(" per ")[2]): c for c in cited}
    found = sorted(days for days in lengths if days is not None)
    if not found:
        return None
    ids = tuple(c.id for c in cited)
    return Parameter(
        "term",
        role.label,
        role.dimension,
        found[0],
        found[-1],
        Basis.CLAIMS,
        "",
        ids,
        "the period of the payment",
    )


def _renewal(parameters: Iterable[Parameter], told: Sequence[Claim]) -> Parameter | None:
    """Whether the payment comes again with each term: as some claims say ("$6 million a year") where no other names
    a sum without a period; between never and always where they differ; None where none says."""
    paid = next((p for p in parameters if p.id == "payment"), None)
    if paid is None:
        return None
    again = [" per " in (c.unit or "") for c in told if c.id in paid.claims]
    if not any(again):
        return None
    role, low = ROLES["renewal"], float(all(again))
    note = "" if low else "some claims pay for each period, others name one sum"
    return Parameter("renewal", role.label, role.dimension, low, 1.0, Basis.CLAIMS, "", paid.claims, note)


def _day_after(told: Sequence[Claim], claims: Sequence[Claim]) -> date:
    days = [c.latest for c in told if c.latest] or [c.latest for c in claims if c.latest]
    if not days:
        raise UsageError("no claim of the dossier is dated: give the first day with --start 2025-04-01")
    return max(days) + timedelta(days=1)
