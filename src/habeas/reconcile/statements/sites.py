"""Where something was done, by reports that tell one act with one verb and name another place for it: "held at Camp Dell",
"held at the Rowan barracks"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.marks import EntityType, MentionForm
from habeas.packs.lexicon import lexicon
from habeas.packs.places import is_known_place
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, pairs, starting_in
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked_about

__all__ = ["site_questions"]

_KINDS = frozenset({Kind.EVENT, Kind.CONDITION})
_FIRM = frozenset({Modality.ASSERTED, Modality.ALLEGED, Modality.OPINION})
_SITES = frozenset({EntityType.FACILITY, EntityType.PLACE, EntityType.OTHER})
MOST = 24
"""Places at which one story tells of one verb beyond which they are of many acts."""
ARTICLE = 6
"""Signs before a name that are no part of it."""


@dataclass(frozen=True, slots=True)
class _At:
    """A claim and the place where it puts its act: among the entities, and by name."""

    claim: Claim
    site: int
    name: str


def site_questions(case: Case) -> Iterator[Question]:
    """One question for each verb that two reports of a story put at two places, if neither names the other's."""
    told: dict[tuple[int, str, str], list[_At]] = defaultdict(list)
    for claim in case.claims:
        if (
            claim.kind in _KINDS
            and not claim.negated
            and claim.modality in _FIRM
            and claim.property in claim.quote
        ):
            words = claim.property.lower().split()
            into = lexicon(case.report[claim.doc].language, "reconcile").get("sites", {}).get("at", ())
            verb = _verb(claim, words, case) if words and words[-1] in into else ""
            at = _site(claim, case) if verb else None
            if at is not None:
                # A group has no name here: a story is of one.
                told[case.story[claim.doc], verb, case.directory.person(claim.subject)].append(at)
    named = _named(case) if told else {}
    for group in told.values():
        if len(group) <= MOST:
            for one in gathered(group, pairs(group, lambda at, other: _are_apart(at, other, named))):
                yield _question(one, case)


def _verb(claim: Claim, words: Sequence[str], case: Case) -> str:
    roots = [r for w in words[:-1] for r in content_roots(w, case.report[claim.doc].language)]
    return roots[-1] if roots else ""


def _site(claim: Claim, case: Case) -> _At | None:
    """The place that a claim's value begins with, countries and the like left out."""
    start = claim.span.start + max(0, claim.quote.find(str(claim.value)))
    mentions = starting_in(case.marked[claim.doc].mentions, start, start + ARTICLE + 1)
    if not mentions or mentions[0].form is not MentionForm.NAME:
        return None
    place = case.directory.of_report.get((claim.doc, mentions[0].entity))
    entity = case.directory.entities[place] if place is not None else None
    if place is None or entity is None or entity.type not in _SITES:
        return None
    return (
        None
        if any(is_known_place(n) for n in (entity.name, *entity.aliases))
        else _At(claim, place, entity.name)
    )


def _named(case: Case) -> Mapping[str, frozenset[int]]:
    """What each report names."""
    found: dict[str, set[int]] = defaultdict(set)
    for (doc, _), place in case.directory.of_report.items():
        found[doc].add(place)
    return {doc: frozenset(held) for doc, held in found.items()}


def _are_apart(one: _At, other: _At, named: Mapping[str, frozenset[int]]) -> bool:
    """Whether two reports name two places, of names that share no word, and neither names the other's."""
    apart = one.site != other.site and set(name_key(one.name).split()).isdisjoint(
        name_key(other.name).split()
    )
    alone = one.site not in named[other.claim.doc] and other.site not in named[one.claim.doc]
    return one.claim.doc != other.claim.doc and apart and alone


def _question(told: Sequence[_At], case: Case) -> Question:
    return asked_about(
        "Where was this: {}?",
        "where",
        Status.CONFLICT,
        [(at.name, at.claim) for at in told],
        "two places for one act, and neither report names the other's",
        case,
    )
