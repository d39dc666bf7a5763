"""The law of the day: statutes, who invoked them, and the course of orders with what overtook what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import CheckType, Status
from habeas.model.law import Effect, LegalStep
from habeas.model.pack import Law
from habeas.model.record import Entry, Lane, LaneItem, Row
from habeas.model.stretches import Stretches
from habeas.reconcile.legal.citations import cited_in, cited_laws
from habeas.reconcile.names import name_key
from habeas.record.cited import cited_entries
from habeas.record.collection import Collection
from habeas.record.measures import other_rows
from habeas.record.periods import periods
from habeas.record.rows import quantity_rows, worded_rows
from habeas.record.wording import days, sentence

__all__ = ["law_entries", "law_lanes"]

_EFFECT = {Effect.STOPS: "stops the measure", Effect.ALLOWS: "lets the measure go on", Effect.NONE: ""}


def law_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """The course of each measure, what held from day to day, what is said to have happened against an order, the statutes, and the rest."""
    in_course = {i for s in held.settled.steps for i in s.claims}
    found = [_course(part, steps) for steps in _courses(held.settled.steps)]
    found += periods(part, held)
    found += _against(part, held)
    statutes = _statutes(claims, held)
    found += [_statute(part, name, law, said, held) for name, (law, said) in statutes.items()]
    found += cited_entries(part, held)
    used = in_course | {c.id for _, said in statutes.values() for c in said}
    free = [c for c in claims if c.id not in used and c.frame != "year-of-law"]
    told = _told(free, used, held)
    rest = [c for c in free if not told[c.doc].touch(*c.span)]
    found += other_rows(part, rest, held, "Also said of the law")
    return tuple(e for e in found if e.rows)


def _told(claims: Sequence[Claim], used: set[str], held: Collection) -> dict[str, Stretches]:
    """Where each of these claims' reports is told already: what has the same words is the same under another kind."""
    return {
        doc: Stretches((o.span.start, o.span.end) for o in held.of_doc[doc] if o.id in used)
        for doc in dict.fromkeys(c.doc for c in claims)
    }


def _courses(steps: Sequence[LegalStep]) -> list[list[LegalStep]]:
    courses: dict[tuple[int, str], list[LegalStep]] = defaultdict(list)
    for step in steps:
        courses[step.story, step.measure].append(step)
    return sorted(courses.values(), key=lambda course: -len({d for s in course for d in s.docs}))


def _course(part: str, steps: Sequence[LegalStep]) -> Entry:
    """One measure's steps in order, each with its day, its court, its vote, and whether it was overtaken."""
    overtaken = {i: s for s in steps for i in s.overtakes}
    rows = tuple(_step_row(s, overtaken.get(s.id)) for s in steps)
    title = f"Course of the law: {steps[0].measure}" if steps[0].measure else "Course of an order"
    firsts = [s.earliest for s in steps if s.earliest]
    lasts = [s.latest for s in steps if s.latest]
    held_now = [s for s in steps if s.effect is not Effect.NONE and s.id not in overtaken]
    note = "; ".join(f"Last reported: {s.act} by {s.actor} ({_EFFECT[s.effect]})" for s in held_now[-1:])
    return Entry(
        f"{part}:course:{steps[0].story}:{steps[0].measure}", title, rows, "", None,
        min(firsts, default=None), max(lasts, default=None), note,
    )  # fmt: skip


def _step_row(step: LegalStep, by: LegalStep | None) -> Row:
    when = days(step.earliest, step.latest) or "no day reported"
    vote = f", {step.vote}" if step.vote else ""
    does = f" It {_EFFECT[step.effect]}." if _EFFECT[step.effect] else ""
    past = f" Overtaken by {by.actor}, {by.act}." if by else ""
    value = f"{step.actor}: {step.act}{vote}.{does}{past} “{step.said}”"
    status = Status.SUPERSEDED if by else Status.SINGLE_SOURCE if len(step.docs) == 1 else None
    return Row(when, value, step.claims, None, str(status) if status else None)


def _against(part: str, held: Collection) -> list[Entry]:
    """Acts set against the orders of their day: a check's three answers as rows."""
    said = {True: "An order was in force", False: "No order was in force", None: "Cannot be told"}
    rows = tuple(
        Row(
            said[k.holds],
            f"{k.statement[:1].upper()}{k.statement[1:]}? {k.note[:1].upper()}{k.note[1:]}.",
            k.claims,
        )
        for k in held.settled.checks
        if k.type is CheckType.ORDER_IN_FORCE
    )
    return [Entry(f"{part}:in-force", "Was an order in force?", rows)] if rows else []


def _statutes(claims: Sequence[Claim], held: Collection) -> dict[str, tuple[Law | None, list[Claim]]]:
    """Laws by their common name with the claims that speak of them by name."""
    known = {name_key(n): law for law in held.pack.laws for n in (law.name, *law.aliases)}
    found: dict[str, tuple[Law | None, list[Claim]]] = {}
    in_course = {i for s in held.settled.steps for i in s.claims}
    twins = _told(claims, in_course, held)
    for claim in claims:
        if claim.frame != "year-of-law" and (claim.id in in_course or twins[claim.doc].touch(*claim.span)):
            continue
        law = known.get(name_key(claim.subject)) or _named(claim, known)
        if law is not None:
            found.setdefault(law.name, (law, []))[1].append(claim)
        elif claim.frame == "year-of-law":
            found.setdefault(claim.subject, (None, []))[1].append(claim)
    return found


def _named(claim: Claim, known: dict[str, Law]) -> Law | None:
    text = f" {name_key(claim.quote)} "
    fitting = [name for name in known if len(name) > 4 and f" {name} " in text]
    if fitting:
        return known[max(fitting, key=len)]
    cited = set(cited_in(claim.quote))
    return next((law for law in known.values() if cited & cited_laws([law]).keys()), None) if cited else None


def _statute(part: str, name: str, law: Law | None, claims: Sequence[Claim], held: Collection) -> Entry:
    enacted = [c for c in claims if c.frame == "year-of-law"]
    rows: list[Row] = []
    if law is not None and law.citation:
        rows.append(Row("citation (from the pack)", law.citation, ()))
    if law is not None and law.gist:
        rows.append(Row("in short (from the pack)", law.gist, ()))
    if enacted:
        years = sorted({str(c.value) for c in enacted})
        status = None if len(years) == 1 else str(Status.CONFLICT)
        rows.append(Row("year", " | ".join(years), tuple(c.id for c in enacted), None, status))
    rows += quantity_rows(claims, held)
    told = [c for c in claims if c.frame != "year-of-law" and c.kind is not Kind.QUANTITY]
    rows += worded_rows(told, held, "said of it")
    return Entry(f"{part}:statute:{name}", name, tuple(rows), "law")


def law_lanes(held: Collection) -> tuple[Lane, ...]:
    """One lane for each court and measure, and one for what was done meanwhile."""
    lanes: dict[str, list[LaneItem]] = defaultdict(list)
    for course in _courses(held.settled.steps):
        overtaken = {i: s for s in course for i in s.overtakes}
        for step in course:
            if step.earliest is None and step.latest is None:
                continue
            lanes[_lane_title(step)].append(_item(step, overtaken.get(step.id)))
    moved = _acts(held)
    found = [Lane(f"law:{title}", title, tuple(items)) for title, items in lanes.items()]
    return (*found, Lane("law:acts", "Meanwhile", moved)) if found and moved else tuple(found)


def _lane_title(step: LegalStep) -> str:
    return step.actor if step.effect is not Effect.NONE else (step.measure or step.actor)


def _item(step: LegalStep, by: LegalStep | None) -> LaneItem:
    """A step as a bar: from its day until the one that overtook it; a step without effect is a point."""
    label = f"{step.act}{f' {step.vote}' if step.vote else ''}: {step.measure or sentence_of(step)}"
    start = step.earliest or step.latest
    if step.effect is Effect.NONE:
        return LaneItem(label, "legal", start, step.latest, step.claims)
    if by is not None and (by.earliest or by.latest):
        return LaneItem(label, str(step.effect), start, by.earliest or by.latest, (*step.claims, *by.claims))
    return LaneItem(label, str(step.effect), start, step.latest, step.claims, open_end=True)


def sentence_of(step: LegalStep) -> str:
    """A step without a law's name, by its first words."""
    return step.said if len(step.said) <= 60 else step.said[:57].rsplit(" ", 1)[0] + " …"


def _acts(held: Collection) -> tuple[LaneItem, ...]:
    """The dated acts that were set against the orders, one item for each period."""
    return tuple(_acted(held))


def _acted(held: Collection) -> Iterator[LaneItem]:
    seen: set[tuple[object, object]] = set()
    for check in held.settled.checks:
        if check.type is not CheckType.ORDER_IN_FORCE:
            continue
        first = next((held.claim[i] for i in check.claims if held.claim[i].kind is Kind.EVENT), None)
        if first is None or first.earliest is None or (first.earliest, first.latest) in seen:
            continue
        seen.add((first.earliest, first.latest))
        yield LaneItem(sentence(first), "event", first.earliest, first.latest, (first.id,))
