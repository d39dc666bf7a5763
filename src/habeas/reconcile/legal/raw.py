"""One legal claim as one step, before the reports are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.law import Effect
from habeas.model.pack import Pack
from habeas.reconcile.legal.actors import Actor, Bench, bench
from habeas.reconcile.legal.effects import effect
from habeas.reconcile.legal.measures import Measures, measures
from habeas.reconcile.legal.vocabulary import Act, Vocabulary, vocabulary
from habeas.reconcile.names import folded

__all__ = ["Raw", "raw_steps"]

NEARBY = 260
"""Characters back in which a participle ("lifting the order") finds the court that acts."""

_UNREAL = frozenset({Modality.PLANNED, Modality.OPINION, Modality.DENIED})
_PARTICIPLE = re.compile(r"^\w+(?:ing|ando|iendo)\b", re.I)
_VOTE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Raw:
    """One claim read as a step; `story` groups reports that tell of the same things."""

    story: int
    measure: str
    actor: Actor
    act: str
    effect: Effect
    claim: Claim
    earliest: date | None
    latest: date | None
    vote: str | None
    of_stay: bool = False
    """Whether it undoes a stay, which may itself have held up an order."""


def raw_steps(
    claims: Sequence[Claim], languages: Mapping[str, str], stories: Mapping[str, int], pack: Pack
) -> Iterator[Raw]:
    """Every legal claim in which a court acts or somebody invokes a law, in report and text order."""
    legal = [c for c in claims if c.kind is Kind.LEGAL]
    if not legal:
        return
    spoken = [(c, vocabulary(languages.get(c.doc, "en"))) for c in legal]
    judges = bench(pack.courts, spoken)
    laws = measures(legal, pack.laws)
    votes = {
        (c.doc, c.span.start): c for c in claims if c.kind is Kind.QUANTITY and _VOTE.fullmatch(str(c.value))
    }
    last: Raw | None = None
    for claim, words in spoken:
        near = last is not None and last.claim.doc == claim.doc
        before = folded(f"{last.claim.quote} {last.claim.value}") if last is not None and near else ""
        found = _read(claim, words, judges, laws, stories, before)
        if found is None and last is not None and _follows(claim, last):
            found = _carried(claim, words, last)
        if found is None:
            continue
        if last is not None:
            found = _in_context(found, last, words)
        found = replace(found, vote=found.vote or _vote(claim, votes, words))
        last = found
        yield found


def _read(
    claim: Claim, words: Vocabulary, judges: Bench, laws: Measures, stories: Mapping[str, int], before: str
) -> Raw | None:
    if (
        claim.frame == "year-of-law"
        or claim.negated
        or claim.modality in _UNREAL
        or words.unreal.match(folded(claim.property), 1)
    ):
        return None
    actor = judges.actor(claim, words)
    # In a headline the act may have been read as part of the subject ("Court lifts").
    whole = words.act(folded(claim.subject)) is not None and claim.subject in claim.quote
    text = folded(claim.quote if whole else f"{claim.property} {claim.value}")
    measure = laws.of(claim)
    # A law is one thing in all reports; an unnamed measure is one thing only within one story.
    story = -1 if measure else stories.get(claim.doc, 0)
    if actor is None:
        invoked = words.invoking.search(folded(f"{claim.property} {claim.quote}"))
        if (
            not invoked
            or words.counting.search(folded(claim.quote))
            or claim.modality is Modality.CONDITIONAL
        ):
            return None
        who = Actor(_invoker(claim), 0, claim.subject_type in ("person", "organisation", "government"))
        return Raw(story, measure, who, "invoked", Effect.NONE, claim, *_days(claim), None)
    told = effect(text, words, before)
    if told is None or told[1] is Effect.NONE:
        told = _moving(effect(folded(claim.quote), words, before)) or told
    if (told is None or told[1] is Effect.NONE) and words.stopped.search(folded(claim.quote)):
        return Raw(story, measure, actor, "blocked", Effect.STOPS, claim, *_days(claim), None)
    if told is None:
        return None
    act, does = told
    if does is Effect.NONE and act.name == "ruled" and not actor.level:
        return None
    undone = act.kind == "undoes" and words.stays.search(text, act.end) is not None
    return Raw(story, measure, actor, act.name, does, claim, *_days(claim), None, undone)


def _in_context(found: Raw, last: Raw, words: Vocabulary) -> Raw:
    """A step read in the light of the one told just before it.

    "Upholding a decision of ..." does what the ruling does that it hangs on. "An order that had barred ..." is the order
    that the sentence says was undone: it came before.
    """
    near = 0 <= found.claim.span.start - last.claim.span.start < NEARBY and found.claim.doc == last.claim.doc
    if not near or last.effect is Effect.NONE:
        return found
    text = folded(found.claim.quote)
    if (
        found.act in ("upheld", "extended")
        and words.decisions.search(text)
        and not words.unlawful.search(text)
    ):
        return replace(found, effect=last.effect)
    undone = last.effect is not found.effect and last.act in words.undoing
    if undone and words.past.match(text) and last.claim.span.contains(found.claim.span):
        return replace(found, earliest=None, latest=last.earliest or last.latest)
    return found


def _moving(told: tuple[Act, Effect] | None) -> tuple[Act, Effect] | None:
    """An act that stops or allows; one that does neither is no better than none."""
    return told if told is not None and told[1] is not Effect.NONE else None


def _invoker(claim: Claim) -> str:
    if claim.subject_type in ("person", "organisation", "government", "place"):
        return claim.subject
    return "the government"


def _days(claim: Claim) -> tuple[date | None, date | None]:
    return claim.earliest, claim.latest


def _follows(claim: Claim, last: Raw) -> bool:
    """Whether `claim` is a participle that hangs on the court act told just before it."""
    return (
        claim.doc == last.claim.doc
        and last.act != "invoked"
        and 0 <= claim.span.start - last.claim.span.start < NEARBY
        and bool(_PARTICIPLE.match(claim.property))
    )


def _carried(claim: Claim, words: Vocabulary, last: Raw) -> Raw | None:
    told = effect(folded(f"{claim.property} {claim.value}"), words)
    if told is None or told[1] is Effect.NONE:
        return None
    return replace(last, act=told[0].name, effect=told[1], claim=claim)


def _vote(claim: Claim, votes: Mapping[tuple[str, int], Claim], words: Vocabulary) -> str | None:
    """The vote that stands in the claim's own words, or in a number claim that begins where it does."""
    if said := _VOTE.search(claim.quote):
        return said[0]
    if words.unanimous.search(folded(claim.quote)):
        return "unanimous"
    beside = votes.get((claim.doc, claim.span.start))
    return str(beside.value) if beside else None
