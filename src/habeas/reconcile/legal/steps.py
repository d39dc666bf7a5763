"""Steps of several reports joined: the same act of the same court is one step, and the later overtakes the earlier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from heapq import heappop, heappush

from habeas.model.claim import Claim
from habeas.model.law import Effect, LegalStep
from habeas.model.pack import Pack
from habeas.reconcile.legal.acts import is_dated, one_act
from habeas.reconcile.legal.raw import Raw, raw_steps

__all__ = ["legal_steps"]

_TURNED = {Effect.STOPS: Effect.ALLOWS, Effect.ALLOWS: Effect.STOPS, Effect.NONE: Effect.NONE}


def legal_steps(
    claims: Sequence[Claim], languages: Mapping[str, str], stories: Mapping[str, int], pack: Pack
) -> tuple[LegalStep, ...]:
    """The course of law, measure by measure, in the order in which things happened as far as reports tell.

    `languages` and `stories` map report names to the language ("en") and to the number of their story.
    """
    grouped: dict[tuple[int, str], list[Raw]] = defaultdict(list)
    for raw in raw_steps(claims, languages, stories, pack):
        grouped[raw.story, raw.measure].append(raw)
    _adopt(grouped, stories)
    found: list[LegalStep] = []
    for (story, measure), told in sorted(grouped.items()):
        raws = _orders_by_name(_as_wholes(told))
        made = [(_step(story, measure, group), group[0].of_stay) for group in one_act(raws)]
        merged = _ordered([step for step, _ in made])
        found += _overtaking(_restored(merged, {step.id for step, of_stay in made if of_stay}))
    return tuple(found)


def _adopt(grouped: dict[tuple[int, str], list[Raw]], stories: Mapping[str, int]) -> None:
    """Steps whose report names no law join the law of their story, where it has but one at issue."""
    for story in sorted({s for s, measure in grouped if not measure}):
        named = [
            key for key, raws in grouped.items()
            if key[1] and any(r.effect is not Effect.NONE and stories.get(r.claim.doc) == story for r in raws)
        ]  # fmt: skip
        if len(named) == 1:
            grouped[named[0]] += grouped.pop((story, ""))


def _as_wholes(raws: Sequence[Raw]) -> list[Raw]:
    """A clause does what the longer telling of the same act does that it stands in: it may be cut short."""
    ends: dict[str, int] = {}
    inside: set[int] = set()
    for n, raw in sorted(enumerate(raws), key=lambda r: (r[1].claim.span.start, -r[1].claim.span.end)):
        if ends.get(raw.claim.doc, -1) >= raw.claim.span.end:
            inside.add(n)
        ends[raw.claim.doc] = max(ends.get(raw.claim.doc, -1), raw.claim.span.end)
    return [_as_whole(raw, raws) if n in inside else raw for n, raw in enumerate(raws)]


def _as_whole(raw: Raw, raws: Sequence[Raw]) -> Raw:
    longer = [
        r for r in raws
        if r.claim.doc == raw.claim.doc and r.actor == raw.actor and r.act == raw.act
        and len(r.claim.quote) > len(raw.claim.quote) and r.claim.span.contains(raw.claim.span)
    ]  # fmt: skip
    return replace(raw, effect=max(longer, key=lambda r: len(r.claim.quote)).effect) if longer else raw


def _orders_by_name(raws: Sequence[Raw]) -> list[Raw]:
    """An order that a judge "issued" in one sentence and that another says "barred" something does what it is said to
    do: it takes the effect that its report tells of an order of nobody in particular."""
    told = {
        r.claim.doc: r for r in raws if not r.actor.named and not r.actor.level and r.effect is Effect.STOPS
    }
    issued = Counter(r.claim.doc for r in raws if _is_bare(r))
    acting = {r.actor for r in raws if r.effect is not Effect.NONE}
    found: list[Raw] = []
    for raw in raws:
        order = told.get(raw.claim.doc)
        does = order is not None and _is_bare(raw) and issued[raw.claim.doc] == 1 and raw.actor not in acting
        found.append(replace(raw, act=order.act, effect=order.effect) if order and does else raw)
    return found


def _is_bare(raw: Raw) -> bool:
    """Whether somebody named only "issued" an order."""
    return raw.effect is Effect.NONE and raw.act == "required" and raw.actor.named


def _restored(steps: Sequence[LegalStep], of_stay: set[str]) -> Iterator[LegalStep]:
    """To lift a stay that held up an order is to let the order stop the measure again."""
    last: LegalStep | None = None
    for one in steps:
        again = one.id in of_stay and last is not None and last.act == "stayed" and last.effect is one.effect
        step = replace(one, effect=_TURNED[one.effect], act=f"{one.act} the stay") if again else one
        if step.effect is not Effect.NONE:
            last = step
        yield step


def _step(story: int, measure: str, group: Sequence[Raw]) -> LegalStep:
    first = group[0]
    claims = tuple(dict.fromkeys(r.claim.id for r in group))
    earliest = max((r.earliest for r in group if r.earliest), default=None)
    latest = min((r.latest for r in group if r.latest), default=None)
    if first.act == "invoked":
        earliest = min((r.earliest for r in group if r.earliest), default=None)
        latest = max((r.latest for r in group if r.earliest and r.latest), default=latest)
    elif is_dated(first):
        earliest, latest = first.earliest, first.latest
    seed = "\x1f".join((str(story), measure, first.act, *sorted(claims)))
    telling = max(
        group, key=lambda r: (r.act == first.act, r.actor.name == first.actor.name, len(r.claim.quote))
    )
    return LegalStep(
        id=f"L{sha256(seed.encode()).hexdigest()[:10]}",
        measure=measure,
        actor=first.actor.name,
        level=first.actor.level,
        act=first.act,
        effect=first.effect,
        said=" ".join(telling.claim.quote.split()),
        earliest=earliest,
        latest=latest,
        claims=claims,
        docs=tuple(sorted({r.claim.doc for r in group})),
        story=story,
        vote=next((r.vote for r in group if r.vote), None),
    )


def _ordered(steps: Sequence[LegalStep]) -> list[LegalStep]:
    """By day; an undated act of a lower court comes before, of a higher court after what is dated."""
    return sorted(steps, key=_when)


def _when(step: LegalStep) -> tuple[date, int, str]:
    if step.earliest is not None:
        return step.earliest, step.level, step.id
    if step.level >= 30 or (step.latest is None and step.effect is Effect.ALLOWS):
        return step.latest or date.max, step.level, step.id
    return step.latest or date.min, step.level, step.id


def _overtaking(steps: Iterable[LegalStep]) -> Iterator[LegalStep]:
    """Each step with the contrary ones that it overtakes: those before it, of courts that rank no higher."""
    standing: dict[Effect, list[tuple[int, int, str]]] = {Effect.STOPS: [], Effect.ALLOWS: []}
    for place, step in enumerate(steps):
        if step.effect is Effect.NONE:
            yield step
            continue
        contrary = standing[_TURNED[step.effect]]  # a heap, the lowest court first
        beaten = []
        while contrary and (not step.level or contrary[0][0] <= step.level):
            beaten.append(heappop(contrary))
        heappush(standing[step.effect], (step.level, place, step.id))
        yield replace(step, overtakes=tuple(id_ for _, _, id_ in sorted(beaten, key=lambda b: b[1])))
