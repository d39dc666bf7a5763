"""Steps of several reports joined: the same act of the same court is one step, and the later overtakes the earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from habeas.model.claim import Claim
from habeas.model.law import Effect, LegalStep
from habeas.model.pack import Pack
from habeas.reconcile.legal.raw import Raw, raw_steps

__all__ = ["legal_steps"]

EXACT = 3
"""Days that an interval may span and still name one day for practical purposes (a weekend)."""

_TURNED = {Effect.STOPS: Effect.ALLOWS, Effect.ALLOWS: Effect.STOPS, Effect.NONE: Effect.NONE}

BARE = 40
"""A value shorter than this, with no act in it, adds nothing to the act of the same court on the same day."""


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
        raws = _orders_by_name([_as_whole(r, told) for r in told])
        made = [(_step(story, measure, group), group[0].of_stay) for group in _groups(raws)]
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


def _as_whole(raw: Raw, raws: Sequence[Raw]) -> Raw:
    """A clause does what the longer telling of the same act does that it stands in: it may be cut short."""
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
    issued = [r for r in raws if r.effect is Effect.NONE and r.act == "required" and r.actor.named]
    found = list(raws)
    for raw in issued:
        order = told.get(raw.claim.doc)
        once = sum(r.claim.doc == raw.claim.doc for r in issued) == 1
        own = any(r.actor == raw.actor and r.effect is not Effect.NONE for r in raws)
        if order is not None and once and not own:
            found[found.index(raw)] = replace(raw, act=order.act, effect=order.effect)
    return found


def _restored(steps: Sequence[LegalStep], of_stay: set[str]) -> Iterator[LegalStep]:
    """To lift a stay that held up an order is to let the order stop the measure again."""
    last: LegalStep | None = None
    for one in steps:
        again = one.id in of_stay and last is not None and last.act == "stayed" and last.effect is one.effect
        step = replace(one, effect=_TURNED[one.effect], act=f"{one.act} the stay") if again else one
        if step.effect is not Effect.NONE:
            last = step
        yield step


def _groups(raws: Sequence[Raw]) -> list[list[Raw]]:
    """Raw steps that tell of one act; the best dated and best named come first and draw the vaguer ones."""
    groups: list[list[Raw]] = []
    for raw in sorted(raws, key=_clearest_first):
        fitting = [g for g in groups if _fits(raw, g)]
        if fitting:
            max(fitting, key=lambda g: _likeness(raw, g)).append(raw)
        else:
            groups.append([raw])
    return groups


def _clearest_first(raw: Raw) -> tuple[bool, bool, bool, int]:
    return raw.effect is Effect.NONE, not _dated(raw), not raw.actor.named, -raw.actor.level


def _dated(raw: Raw) -> bool:
    return bool(raw.earliest and raw.latest and (raw.latest - raw.earliest).days <= EXACT)


def _fits(raw: Raw, group: Sequence[Raw]) -> bool:
    first = group[0]
    if raw.act == "invoked" and first.act == "invoked":
        return _near(raw, first)
    if raw.of_stay is not first.of_stay and raw.effect is first.effect is not Effect.NONE:
        return False
    if raw.act == first.act and raw.actor == first.actor and _in_words_of(raw, group):
        return True
    if raw.effect is Effect.NONE and _bare(raw) and raw.actor == first.actor:
        return _meet(raw, first)
    if raw.effect is not first.effect or (raw.effect is Effect.NONE and raw.act != first.act):
        return False
    if not _same_actor(raw, first):
        return False
    return _meet(raw, first)


def _in_words_of(raw: Raw, group: Sequence[Raw]) -> bool:
    """Whether the claim stands in the words of one of the group: a clause of the same telling."""
    return any(raw.claim.doc == r.claim.doc and raw.claim.span.overlaps(r.claim.span) for r in group)


def _same_actor(raw: Raw, first: Raw) -> bool:
    a, b = raw.actor, first.actor
    if a.name == b.name:
        return True
    if a.named and b.named:
        return a.name in b.name or b.name in a.name
    return not (a.level and b.level) or a.level == b.level


def _bare(raw: Raw) -> bool:
    """Whether the claim only says that there was a ruling or an order ("had issued the order")."""
    return raw.act == "ruled" or len(str(raw.claim.value)) < BARE


def _near(one: Raw, other: Raw) -> bool:
    """Whether two tellings of one invocation fit but for a day: reports count "a day earlier" differently."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    return one.earliest <= other.latest + timedelta(1) and other.earliest <= one.latest + timedelta(1)


def _meet(one: Raw, other: Raw) -> bool:
    return not (
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )


def _likeness(raw: Raw, group: Sequence[Raw]) -> tuple[bool, bool, bool, int]:
    first = group[0]
    same_level = bool(raw.actor.level) and raw.actor.level == first.actor.level
    return raw.actor.name == first.actor.name, raw.act == first.act, same_level, -first.actor.level


def _step(story: int, measure: str, group: Sequence[Raw]) -> LegalStep:
    first = group[0]
    claims = tuple(dict.fromkeys(r.claim.id for r in group))
    earliest = max((r.earliest for r in group if r.earliest), default=None)
    latest = min((r.latest for r in group if r.latest), default=None)
    if first.act == "invoked":
        earliest = min((r.earliest for r in group if r.earliest), default=None)
        latest = max((r.latest for r in group if r.earliest and r.latest), default=latest)
    elif _dated(first):
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
    standing: list[LegalStep] = []
    for step in steps:
        if step.effect is Effect.NONE:
            yield step
            continue
        beaten = [
            s for s in standing
            if s.effect is not step.effect and (not step.level or step.level >= s.level)
        ]  # fmt: skip
        standing = [s for s in standing if s not in beaten] + [step]
        yield replace(step, overtakes=tuple(s.id for s in beaten))
