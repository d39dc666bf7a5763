"""Figures that follow from reported ones, as the pack defines them: occupancy, free places, a price per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Check, CheckType
from habeas.model.pack import Derivation
from habeas.model.wording import amount, figures
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import rounded
from habeas.reconcile.intervals import Bounds, bounds

__all__ = ["derivations"]

EXCESS = "over"
"""The operation that tells by what share one figure is over another; it is made only where a report tells the share."""
NEAR = 0.05
"""How far a share that is told in words ("half full") may be from the derived one."""

_MONTHS = {"months": 1, "years": 12}
"""Months that a unit of a length of time has."""

_CREDIBLE = 3.0
"""The share of the whole from which a derived one needs the report's own word that it is so."""


def derivations(case: Case) -> Iterator[Check]:
    """One check for each derivation and each report that gives both figures."""
    for rule in case.pack.derivations:
        for doc in case.of_doc:
            yield from _within(case, rule, case.of_doc[doc])


def _within(case: Case, rule: Derivation, claims: Sequence[Claim]) -> Iterator[Check]:
    rights = _named(claims, rule.right)
    pairs = (
        (left, right) for left in _named(claims, rule.left) for right in rights if _alike(claims, left, right)
    )
    left, right = next(pairs, (None, None))
    right = _in_months(right) if rule.monthly and right is not None else right
    if left is None or right is None:
        return
    result = _computed(rule, left, right)
    if result is None or _unlikely(case, rule, left.doc, result):
        return
    if rule.op != EXCESS:
        yield _plain(rule, left, right, result)
    for claim in _named(claims, rule.against) if rule.against else []:
        yield _against(rule, left, right, result, claim)


def _in_months(claim: Claim) -> Claim | None:
    """A length of time in months; None where it is one of another unit than months and years."""
    months = _MONTHS.get(claim.unit or "")
    if months is None or isinstance(claim.value, str):
        return None
    until = claim.value_max if claim.value_max is None else claim.value_max * months
    return replace(claim, value=claim.value * months, value_max=until)


def _alike(claims: Sequence[Claim], left: Claim, right: Claim) -> bool:
    """Whether two figures of a report are of one thing: of one name, or one of a name and one of plain words ("the
    facility") for a thing of that sort. A country's figure is never set against a building's."""
    if left.id == right.id:
        return False
    one, other = left.subject.casefold(), right.subject.casefold()
    if one == other:
        return True
    rival = any(c.property == left.property and c.subject == right.subject for c in claims)
    named = (
        left.subject[:1].isupper() and right.subject[:1].isupper() and one not in other and other not in one
    )
    return left.subject_type == right.subject_type and not rival and not named


def _unlikely(case: Case, rule: Derivation, doc: str, result: Bounds) -> bool:
    """Whether a share is so far over the whole that only a report that says so in words makes it credible."""
    if not rule.percent or result.low <= _CREDIBLE:
        return False
    text = case.report[doc].text.casefold()
    return not any(word in text for word in rule.belied_by)


def _named(claims: Sequence[Claim], name: str) -> list[Claim]:
    return [c for c in claims if c.kind is Kind.QUANTITY and c.property == name]


def _computed(rule: Derivation, left: Claim, right: Claim) -> Bounds | None:
    """The derived figure as an interval: a range in gives a range out."""
    a, b = _values(left), _values(right)
    if a is None or b is None:
        return None
    match rule.op:
        case "/":
            return Bounds(a.low / b.high, a.high / b.low) if b.low > 0 else None
        case _ if rule.op == EXCESS:
            return Bounds(a.low / b.high - 1, a.high / b.low - 1) if b.low > 0 else None
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
        formula=_formula(rule, left, right),
        computed=_rounded(result),
        holds=None,
        claims=(left.id, right.id),
        note=f"{rule.label}: derived, no report states it",
    )


def _against(rule: Derivation, left: Claim, right: Claim, result: Bounds, claim: Claim) -> Check:
    wanted = bounds(claim.value, claim.value_max, claim.comparator)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{_statement(rule, left, right, result)}, against {_told(claim)} ({claim.property})",
        formula=f"{_formula(rule, left, right)} {rule.relation} {_told(claim)}",
        computed=_rounded(result),
        holds=None if wanted is None else _holds(rule, result, wanted, claim),
        claims=(claim.id, left.id, right.id),
        note=f"{rule.label} compared with what is claimed",
    )


def _formula(rule: Derivation, left: Claim, right: Claim) -> str:
    if rule.op == EXCESS:
        return f"{_amount(left)} / {_amount(right)} - 1"
    return f"{_amount(left)} {rule.op} {_amount(right)}"


def _holds(rule: Derivation, result: Bounds, wanted: Bounds, claim: Claim) -> bool | None:
    """Whether the claim stands to the result as the pack says; an equal one may be rounded to its last digit."""
    least = wanted.low if wanted.low > 0 else wanted.high
    match rule.relation:
        case ">=":
            return result.high >= least
        case "<=":
            return result.low <= least
        case "=":
            scale = 100 if claim.unit == "%" else 1
            near = (
                rounded(float(claim.value))
                if claim.unit == "%"
                else Bounds(wanted.low - NEAR, wanted.high + NEAR)
            )
            allowed = Bounds(min(wanted.low, near.low), max(wanted.high, near.high))
            return Bounds(result.low * scale, result.high * scale).meets(allowed)
    return None


def _told(claim: Claim) -> str:
    """The number as the report gives it, a share as a percentage."""
    if claim.unit in ("%", "share"):
        return amount(claim.value, claim.unit, claim.value_max, claim.comparator)
    return _amount(claim)


def _statement(rule: Derivation, left: Claim, right: Claim, result: Bounds) -> str:
    if result.high < 0 and rule.below:
        size = Bounds(-result.high, -result.low)
        return rule.below.format(left=_amount(left), right=_amount(right), result=_shown(rule, size))
    return rule.statement.format(left=_amount(left), right=_amount(right), result=_shown(rule, result))


def _shown(rule: Derivation, result: Bounds) -> str:
    if rule.percent:
        digits = 1 if result.high < 0.1 else 0
        low, high = f"{result.low:.{digits}%}", f"{result.high:.{digits}%}"
    else:
        low, high = _number(result.low), _number(result.high)
    return low if low == high else f"{low} to {high}"


def _number(value: float) -> str:
    return f"{value:,.6g}" if abs(value) < 1_000_000 else f"{value:,.0f}"


def _rounded(result: Bounds) -> float | tuple[float, ...]:
    low, high = round(result.low, 4), round(result.high, 4)
    return low if low == high else (low, high)


def _amount(claim: Claim) -> str:
    return figures(claim.value, claim.value_max)
