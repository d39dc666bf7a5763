"""Figures that follow from reported ones, as the pack defines them: occupancy, free places, a price per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Check, CheckType
from habeas.model.pack import Derivation
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import Bounds, bounds

__all__ = ["derivations"]


def derivations(case: Case) -> Iterator[Check]:
    """One check for each derivation and each report (or subject across reports) that gives both figures."""
    for rule in case.pack.derivations:
        for doc in case.of_doc:
            yield from _within(rule, case.of_doc[doc])


def _within(rule: Derivation, claims: Sequence[Claim]) -> Iterator[Check]:
    for left in _named(claims, rule.left)[:1]:
        right = next(
            (
                c
                for c in _named(claims, rule.right)
                if c.subject == left.subject or not _rival(claims, left, c)
            ),
            None,
        )
        if right is None or left.id == right.id:
            continue
        result = _computed(rule, left, right)
        if result is None:
            continue
        compared = _named(claims, rule.against) if rule.against else []
        yield _plain(rule, left, right, result)
        for claim in compared:
            yield _against(rule, left, right, result, claim)


def _named(claims: Sequence[Claim], name: str) -> list[Claim]:
    return [c for c in claims if c.kind is Kind.QUANTITY and c.property == name]


def _rival(claims: Sequence[Claim], left: Claim, right: Claim) -> bool:
    """Whether the other subject is known to be something else: both subjects have the left property."""
    return any(c.property == left.property and c.subject == right.subject for c in claims)


def _computed(rule: Derivation, left: Claim, right: Claim) -> Bounds | None:
    """The derived figure as an interval: a range in gives a range out."""
    a, b = _values(left), _values(right)
    if a is None or b is None:
        return None
    match rule.op:
        case "/":
            return Bounds(a.low / b.high, a.high / b.low) if b.low > 0 else None
        case "-":
            return Bounds(a.low - b.high, a.high - b.low)
        case _:
            return Bounds(a.low * b.low, a.high * b.high)


def _values(claim: Claim) -> Bounds | None:
    if isinstance(claim.value, str):
        return None
    return Bounds(claim.value, claim.value if claim.value_max is None else claim.value_max)


def _plain(rule: Derivation, left: Claim, right: Claim, result: Bounds) -> Check:
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=_statement(rule, left, right, result),
        formula=f"{_amount(left)} {rule.op} {_amount(right)}",
        computed=_rounded(result),
        holds=None,
        claims=(left.id, right.id),
        note=f"{rule.label}: derived, no report states it",
    )


def _against(rule: Derivation, left: Claim, right: Claim, result: Bounds, claim: Claim) -> Check:
    wanted = bounds(claim.value, claim.value_max, claim.comparator)
    holds: bool | None = None
    if wanted is not None:
        least = wanted.low if wanted.low > 0 else wanted.high
        holds = (
            result.high >= least
            if rule.relation == ">="
            else result.low <= least
            if rule.relation == "<="
            else None
        )
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{_statement(rule, left, right, result)}, against {_amount(claim)} ({claim.property})",
        formula=f"{_amount(left)} {rule.op} {_amount(right)} {rule.relation} {_amount(claim)}",
        computed=_rounded(result),
        holds=holds,
        claims=(claim.id, left.id, right.id),
        note=f"{rule.label} compared with what is claimed",
    )


def _statement(rule: Derivation, left: Claim, right: Claim, result: Bounds) -> str:
    return rule.statement.format(left=_amount(left), right=_amount(right), result=_shown(rule, result))


def _shown(rule: Derivation, result: Bounds) -> str:
    if rule.percent:
        low, high = f"{result.low:.0%}", f"{result.high:.0%}"
    else:
        low, high = _number(result.low), _number(result.high)
    return low if low == high else f"{low} to {high}"


def _number(value: float) -> str:
    return f"{value:,.6g}" if abs(value) < 1_000_000 else f"{value:,.0f}"


def _rounded(result: Bounds) -> float | tuple[float, ...]:
    low, high = round(result.low, 4), round(result.high, 4)
    return low if low == high else (low, high)


def _amount(claim: Claim) -> str:
    text = claim.value if isinstance(claim.value, str) else f"{claim.value:,}"
    return f"{text} to {claim.value_max:,}" if claim.value_max is not None else str(text)
