"""Numbers that reports of one story give alike in other words: "flew 187 Haitians", "returned 187 people by air"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import Comparator, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.checks.units import convertible, in_base
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked, cited, clearest
from habeas.reconcile.telling import told_of

__all__ = ["echo_questions"]

TELLING = 20
"""From this number on two reports of one story hardly give the same number of different things."""
DIGITS = 100
"""The least number with three digits that tell."""
LARGE = 1000
"""From this sum of money on two reports of one story hardly give the same sum for different things."""
FEW, SOME, MANY = 2, 3, 5
"""Words that the two clauses must share beside a telling number, beside a smaller one in reports of one origin, and
beside a smaller one in others."""
SMALL = 10
"""From this number on two shared words tell, where reports count things of one name."""
LONG, SHORT, WEEK, BACK = 10, 5, 7, 40
"""Days, or hours that are no half days, from which two reports of one story hardly give one length of time for two things that last so long, the same where
they are no whole weeks, and characters before it in which that is said."""
MOST = 200
"""Claims with one number in one story beyond which it is too common to tell anything."""


def echo_questions(case: Case) -> Iterator[Question]:
    """Questions whose reports give the same number of the same unit in clauses that share words, under other names.

    Claims that have one subject and property are a question already; they are not asked again.
    """
    alike: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY and isinstance(claim.value, int | float) and claim.value_max is None:
            alike[case.story[claim.doc], *_amount(claim, case)].append(claim)
    for claims in alike.values():
        if len({c.doc for c in claims}) > 1 and len(claims) <= MOST:
            yield from _echoes(claims, case)


def _amount(claim: Claim, case: Case) -> tuple[str, str]:
    """The number and its sort: money by its currency, lengths of time in one unit ("14 days", "two weeks"), bare counts and
    counts of people or things together."""
    assert not isinstance(claim.value, str)
    unit, value = claim.unit or "", float(claim.value)
    mark = case.quantity_of.get(claim.id)
    lasts = mark.unit if mark is not None and mark.kind is QuantityKind.DURATION else None
    if lasts and (lasts == "days" or convertible(lasts, "days")):
        return f"{in_base(value, lasts) / in_base(1, 'days'):g}", "days"
    return f"{value:g}", unit if unit[:3].isupper() or unit == "%" else "count"


def _echoes(claims: Sequence[Claim], case: Case) -> Iterator[Question]:
    left = [(c, content_roots(f"{c.subject} {c.quote}", case.report[c.doc].language)) for c in claims]
    while left:
        (first, mine), *rest = left
        group, docs, apart = [first], {first.doc}, []
        for other, theirs in rest:
            if other.doc not in docs and _shares(first, other, mine & theirs, case):
                group.append(other)
                docs.add(other.doc)
            else:
                apart.append((other, theirs))
        left = apart
        asked = {(name_key(c.subject), c.property, c.unit) for c in group}
        if len(group) > 1 and len(asked) > 1:
            yield _question(group, case)


def _shares(one: Claim, other: Claim, common: frozenset[str], case: Case) -> bool:
    if _amount(one, case)[1] == "days":
        days = float(_amount(one, case)[0])
        odd = days * 24 >= LONG and days % 0.5 != 0
        telling = days >= LONG or odd or (days >= SHORT and days % WEEK != 0)
        ahead = _is_ahead(one, case) and _is_ahead(other, case)
        # Few things last so many days for one person.
        telling = telling or (
            days >= FEW and (_are_of_one_person(one, other, case) or _are_of_one_thing(one, other))
        )
        return telling and (ahead or _worded(common) >= FEW)
    # That as many died is told by "deaths" and by "found dead".
    told = told_of(one, case) if one.id in case.quantity_of and other.id in case.quantity_of else None
    alike = told is not None and told == told_of(other, case)
    if one.unit != other.unit and one.unit is not None and other.unit is not None and not alike:
        return False
    assert not isinstance(one.value, str)
    if one.unit and one.unit[:3].isupper() and one.value >= LARGE:
        return not _is_round(float(one.value)) or _worded(common) >= SOME
    if _telling(float(one.value)) or (
        case.origin.get(one.doc) == case.origin.get(other.doc) and one.value >= TELLING
    ):
        return True
    copied = case.origin.get(one.doc) == case.origin.get(other.doc)
    noun = case.noun(one)
    if noun and noun == case.noun(other):
        if one.value >= TELLING and one.value % 10:
            return True
        plain = noun in lexicon(case.report[one.doc].language, "reconcile")["sorts"]["people"]
        needed = FEW if one.value >= SMALL else SOME
        if not plain and len(common - {noun}) >= needed:
            return True
    needed = FEW if abs(one.value) >= TELLING else SOME if copied else MANY
    measured = _is_measured(one, case) and one.unit == other.unit
    return _worded(common) + alike + measured >= needed


def _are_of_one_person(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two lengths of time are told of one named person."""
    person = case.directory.person(one.subject)
    return person != "" and person == case.directory.person(other.subject)


def _are_of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two lengths of time are how long things of one name last."""
    return (name_key(one.subject), one.property) == (name_key(other.subject), other.property)


def _is_ahead(claim: Claim, case: Case) -> bool:
    """Whether a length of time is how long something is to last: "for at least the next two weeks"."""
    mark, report = case.quantity_of[claim.id], case.report[claim.doc]
    before = report.text[max(0, mark.span.start - BACK) : mark.span.start].lower().split()
    words = lexicon(report.language, "reconcile")["lasting"]
    while before and before[-1] in words["between"]:
        before.pop()
    return bool(before) and before[-1] in words["before"]


def _is_measured(claim: Claim, case: Case) -> bool:
    """Whether a number is of a measure: feet, tonnes."""
    mark = case.quantity_of.get(claim.id)
    return mark is not None and mark.kind is QuantityKind.MEASURE


def _worded(common: frozenset[str]) -> int:
    """How many words two clauses share, figures left out."""
    return sum(not s[0].isdigit() for s in common)


def _is_round(value: float) -> bool:
    """Whether a sum has one digit other than zero: anybody may have raised, paid or lost a million."""
    return len(f"{value:.0f}".rstrip("0")) == 1


def _telling(value: float) -> bool:
    """Whether a number has so many digits that two things of one story hardly share it: 1,150, not 640."""
    digits = f"{value:.0f}".rstrip("0")
    return value >= DIGITS and len(digits) >= 3


def _question(group: Sequence[Claim], case: Case) -> Question:
    first = clearest(group)
    lasting = _amount(first, case)[1] == "days"
    return asked(
        f"For how long: {cited(first, case)}?" if lasting else f"{first.subject}: {first.property}?",
        first.subject,
        first.property,
        Status.AGREE if len({c.comparator for c in group}) == 1 else Status.REFINES,
        [(_shown(c), c) for c in group],
        "the same number, told in other words",
        loose=True,
    )


def _shown(claim: Claim) -> str:
    bound = "" if claim.comparator is Comparator.EXACT else f"{claim.comparator.replace('_', ' ')} "
    return f"{bound}{figure(claim.value)} {claim.unit or ''}".strip()
