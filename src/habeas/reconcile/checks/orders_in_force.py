"""Was an order in force when it happened: each dated act that needs an authority against the law of its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Check, CheckType
from habeas.model.law import Effect, LegalState, LegalStep
from habeas.model.stretches import Stretches
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.legal import MOST, groups, states_on
from habeas.reconcile.legal.effects import effect
from habeas.reconcile.legal.vocabulary import vocabulary
from habeas.reconcile.names import folded

__all__ = ["against_orders", "orders_in_force"]

LONGEST = 7
"""Days that an act may be spread over and still be set against the orders of its day."""

BEFORE = 14
"""Characters before a court's act in which "although" or "despite" sets it against what happened."""

AFTER = 400
"""Characters after an act in which the clause that sets it against an order stands."""

_TELLING = frozenset({Kind.EVENT, Kind.ALLEGATION, Kind.QUANTITY, Kind.LEGAL})


def orders_in_force(case: Case) -> Iterator[Check]:
    """One check for each period in which reports place such acts, and for each that is told to be against an order.

    `holds` is True where an order that stops the act was in force, False where none was, None where it cannot be told.
    """
    courses = [c for c in groups(case.steps) if any(s.effect is Effect.STOPS for s in c)]
    against = against_orders(case)
    if not courses and not against:
        return
    acts = [c for c in case.claims if _needs_authority(c, case)]
    by_days: dict[tuple[date, date], list[Claim]] = defaultdict(list)
    for claim in acts:
        if claim.earliest and claim.latest and (claim.latest - claim.earliest).days <= LONGEST:
            by_days[claim.earliest, claim.latest].append(claim)
    laws = [_Law(course, by_days, case) for course in courses]
    for (earliest, latest), claims in sorted(by_days.items()):
        near = {case.story[c.doc] for c in claims}
        said: list[Claim] | None = None
        for law in laws:
            if near & law.stories:
                if said is None:
                    said = [c for c in against if case.story[c.doc] in near and _meets(c, earliest, latest)]
                yield _dated(earliest, latest, claims, law, said[:MOST], case)
    dated = {c.id for claims in by_days.values() for c in claims} if courses else set()
    for claim in against:
        if claim.kind is Kind.EVENT and (claim.earliest is None or claim.id not in dated):
            yield _undated(claim)


class _Law:
    """A course of law with what held on each of the days that are asked about."""

    def __init__(self, course: Sequence[LegalStep], periods: Iterable[tuple[date, date]], case: Case) -> None:
        days = sorted({day for period in periods for day in period})
        self.measure = course[0].measure
        self.stories = {case.story[doc] for step in course for doc in step.docs}
        self.known = {step.id: step for step in course}
        self._states = dict(zip(days, states_on(days, course), strict=True))
        self._dated = [s for s in course if s.effect is not Effect.NONE and s.earliest and s.latest]
        self._days = Stretches(
            (s.earliest.toordinal(), s.latest.toordinal() + 1) for s in self._dated if s.earliest and s.latest
        )

    def states(self, earliest: date, latest: date) -> list[LegalState]:
        """What held at the end of the first and of the last day."""
        return [self._states[day] for day in dict.fromkeys((earliest, latest))]

    def within(self, earliest: date, latest: date) -> list[LegalStep]:
        """The first acts, in the order of the course, that can fall on these days."""
        found = self._days.touching(earliest.toordinal(), latest.toordinal() + 1)
        return [self._dated[n] for n in sorted(found)[:MOST]]


def against_orders(case: Case) -> list[Claim]:
    """Claims which say that something happened although a court had forbidden it."""
    return [c for c in case.claims if c.kind in _TELLING and not c.negated and c.part and _against(c, case)]


def _against(claim: Claim, case: Case) -> bool:
    report = case.report[claim.doc]
    words = vocabulary(report.language)
    text = folded(claim.quote)
    if claim.kind is Kind.LEGAL:
        before = folded(report.text[max(0, claim.span.start - BEFORE) : claim.span.start])
        told = effect(text, words)
        return told is not None and told[1] is Effect.STOPS and bool(words.despite.search(before))
    text += _rest(claim, case).removeprefix(" ")
    found = words.despite.search(text)
    if found is None:
        return False
    order = words.binding.search(text, found.start())
    bound = order is not None and words.executive.search(text, found.start(), order.start() + 1) is None
    return bound or words.courts.search(text, found.start()) is not None


def _rest(claim: Claim, case: Case) -> str:
    """What the sentence adds right after the claim, folded: "..., although a court had forbidden it"."""
    if claim.frame not in case.authorised:
        return ""
    report = case.report[claim.doc]
    over = sentence_over(case.marked[claim.doc].sentences, claim.span.start)
    # A sentence of a megabyte may hold thousands of claims.
    end = min(over.end, claim.span.end + AFTER) if over.contains(claim.span) else claim.span.end
    rest = folded(report.text[claim.span.end : end])
    return rest if vocabulary(report.language).despite.match(rest, 1) else ""


def _needs_authority(claim: Claim, case: Case) -> bool:
    """Whether the claim's frame has a place for the authority that is relied on."""
    return (
        claim.kind is Kind.EVENT
        and not claim.negated
        and claim.modality in (Modality.ASSERTED, Modality.ALLEGED)
        and claim.frame in case.authorised
    )


def _dated(
    earliest: date,
    latest: date,
    claims: Sequence[Claim],
    law: _Law,
    said: Sequence[Claim],
    case: Case,
) -> Check:
    states = law.states(earliest, latest)
    used = [law.known[i] for state in states for i in (*state.steps, *state.open)]
    same_day = law.within(earliest, latest)
    holds: bool | None = None
    if said:
        steps = f"; on record: {_acts(same_day)}" if same_day else ""
        holds, note = (
            True,
            f"by the word of {_docs(said, case)} it happened although a court had forbidden it{steps}",
        )
    elif same_day:
        used += same_day
        note = f"an act of a court falls on the same day ({_acts(same_day)}): the hours would decide, and days do not"
    elif len({s.effect for s in states}) == 1 and states[0].effect is not None:
        holds, note = states[0].effect is Effect.STOPS, states[0].note
    else:
        note = next(s.note for s in states if s.effect is None) if any(s.effect is None for s in states) else (
            "the order changed within these days"
        )  # fmt: skip
    cited = (*(c.id for c in claims), *(c.id for c in said), *(i for s in used for i in s.claims))
    return Check(
        id="",
        type=CheckType.ORDER_IN_FORCE,
        statement=f"Was an order stopping measures under {law.measure or 'review'} in force {_days(earliest, latest)},"
        f" when this happened: {_what(claims)}?",
        formula=f"orders on {_days(earliest, latest)}",
        computed={True: "in force", False: "not in force", None: "cannot be told"}[holds],
        holds=holds,
        claims=tuple(dict.fromkeys(cited)),
        note=note,
    )


def _undated(claim: Claim) -> Check:
    told = claim.modality is Modality.ASSERTED and not claim.asserted_by
    return Check(
        id="",
        type=CheckType.ORDER_IN_FORCE,
        statement=f"Was an order in force when this happened: {_what([claim])}?",
        formula="the report's own words",
        computed="in force" if told else "cannot be told",
        holds=True if told else None,
        claims=(claim.id,),
        note="the report gives no day, but says that it happened against an order"
        if told
        else f"{claim.asserted_by[0].name if claim.asserted_by else 'the report'} says so; the report gives no day",
    )


def _what(claims: Sequence[Claim]) -> str:
    first = max(claims, key=lambda c: (c.confidence, -len(c.quote), c.id))
    words = " ".join(first.quote.split())
    return words if len(words) <= 140 else words[:137].rsplit(" ", 1)[0] + " ..."


def _acts(steps: Sequence[LegalStep]) -> str:
    return ", ".join(f"{s.act} by {s.actor}" for s in steps)


def _docs(claims: Sequence[Claim], case: Case) -> str:
    """The reports by outlet, or by file name where they name none."""
    outlets = {c.doc: case.report[c.doc].outlet for c in claims}
    return ", ".join(sorted({o.value if o else doc for doc, o in outlets.items()}))


def _meets(claim: Claim, earliest: date, latest: date) -> bool:
    return not ((claim.latest and claim.latest < earliest) or (claim.earliest and claim.earliest > latest))


def _days(earliest: date, latest: date) -> str:
    return earliest.isoformat() if earliest == latest else f"{earliest} to {latest}"
