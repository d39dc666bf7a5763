"""When something happened once: openings, foundings, signings, told by several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from habeas.model.claim import AsOfBasis, Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.packs import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several, starting_in
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked
from habeas.reconcile.statements.fates import fate_of

__all__ = ["date_questions", "dated_events"]

_KINDS = frozenset({Kind.EVENT, Kind.CONDITION, Kind.LEGAL, Kind.AGREEMENT})


def dated_events(case: Case, persons: bool = False) -> Mapping[tuple[str, str], Sequence[Claim]]:
    """Claims that place a once-only event of one subject in time, by (subject, event); with `persons` those too that say when
    something befell somebody."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    shown: dict[str, str] = {}
    for claim in case.claims:
        if claim.kind not in _KINDS or claim.earliest is None or claim.latest is None:
            continue
        if claim.as_of_basis is AsOfBasis.FROM_DOC and (claim.latest - claim.earliest).days > 366:
            continue
        verbs: dict[str, str] = lexicon(case.report[claim.doc].language, "reconcile")["once_only"]
        event = next((verbs[w] for w in name_key(claim.property).split() if w in verbs), None)
        if event is None:
            fate = fate_of(claim, case) if persons else None
            if fate is not None and _is_placed(claim, case):
                found[case.directory.entities[fate.person].name, fate.act].append(claim)
            continue
        if (thing := _signed(claim, event, case)) and _is_placed(claim, case):
            found[thing, event].append(claim)
            continue
        subject = claim.subject
        known = case.directory.find(subject)
        object_ = _object(claim, case)
        # "he inaugurated the centre" and "the centre opened" are one event of the centre.
        if known is not None and known.type == "person" and object_:
            subject = object_
        # Where a building is named as the place, it is what opened, and not what surrounds it.
        site = case.directory.find(claim.place) if claim.place else None
        if site is not None and site.type == "facility" and (known is None or known.type != "facility"):
            subject = site.name
        found[shown.setdefault(name_key(subject), subject), event].append(claim)
    return found


def _signed(claim: Claim, event: str, case: Case) -> str | None:
    """The agreement of its story that a claim says to have been made, by whatever noun: a story is about one."""
    table = lexicon(case.report[claim.doc].language, "reconcile")["signings"]
    words = name_key(f"{claim.subject} {claim.value}").split()
    if event != table["event"] or set(table["nouns"]).isdisjoint(words[:LONGEST]):
        return None
    return f"{table['called']} {case.story[claim.doc] + 1}" if case.story[claim.doc] else str(table["called"])


def _is_placed(claim: Claim, case: Case) -> bool:
    """Whether the words of a claim say when it was: not the time of its report."""
    moments = starting_in(case.marked[claim.doc].moments, claim.span.start, claim.span.end)
    placed = any((m.earliest, m.latest) == (claim.earliest, claim.latest) for m in moments)
    return placed and not claim.negated and claim.modality in (Modality.ASSERTED, Modality.ALLEGED)


def _object(claim: Claim, case: Case) -> str | None:
    """The named thing that a person's act is done to."""
    words = name_key(str(claim.value)).split()
    runs = {
        " ".join(words[i:j])
        for i in range(len(words))
        for j in range(i + 1, min(i + LONGEST, len(words)) + 1)
    }
    things = [at for key in runs if (at := case.directory.by_name.get(key)) is not None]
    named = [at for at in things if case.directory.entities[at].type in ("facility", "organisation", "law")]
    return case.directory.entities[min(named)].name if named else None


YEAR = 366
"""Days from which two times of what befell somebody are of two acts."""
LONGEST = 12
"""Words of a name at most, where one is looked for in a text."""


def date_questions(case: Case) -> Iterator[Question]:
    """One question an event; dates that exclude each other conflict, a narrower date refines a wider one."""
    for (subject, event), claims in dated_events(case, persons=True).items():
        # Acts that are each of one day are asked after day by day, nights and all.
        if not of_several(claims) or (
            event not in _once_only(claims, case) and all(c.earliest == c.latest for c in claims)
        ):
            continue
        status, note = _status(claims)
        if status is Status.CONFLICT and event not in _once_only(claims, case) and _apart(claims) > YEAR:
            continue
        told = [(claim.as_of or "", claim) for claim in claims]
        text = f"When did this happen: {subject}, {event}?"
        yield asked(text, subject, f"date of {event}", status, told, note)


def _apart(claims: Sequence[Claim]) -> int:
    """Days between the end of the first time and the beginning of the last one: what befalls somebody may do so again."""
    ends = [c.latest for c in claims if c.latest]
    starts = [c.earliest for c in claims if c.earliest]
    return (max(starts) - min(ends)).days


def _once_only(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """The events that a thing has once."""
    verbs: dict[str, str] = lexicon(case.report[claims[0].doc].language, "reconcile")["once_only"]
    return frozenset(verbs.values())


def _status(claims: Sequence[Claim]) -> tuple[Status, str]:
    days = list({(c.as_of, c.earliest, c.latest): c for c in reversed(claims)}.values())[::-1]
    for i, one in enumerate(days):
        for other in days[i + 1 :]:
            assert one.earliest and one.latest and other.earliest and other.latest
            if one.latest < other.earliest or other.latest < one.earliest:
                return Status.CONFLICT, f"{one.as_of} and {other.as_of} exclude each other"
    if len({c.as_of for c in claims}) > 1:
        return Status.REFINES, "one date lies within the other"
    return Status.AGREE, ""
