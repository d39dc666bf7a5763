"""When something happened once: openings, foundings, signings, told by several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.packs import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["date_questions", "dated_events"]

_KINDS = frozenset({Kind.EVENT, Kind.CONDITION, Kind.LEGAL, Kind.AGREEMENT})


def dated_events(case: Case) -> Mapping[tuple[str, str], Sequence[Claim]]:
    """Claims that place a once-only event of one subject in time, by (subject, event)."""
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


LONGEST = 12
"""Words of a name at most, where one is looked for in a text."""


def date_questions(case: Case) -> Iterator[Question]:
    """One question an event; dates that exclude each other conflict, a narrower date refines a wider one."""
    for (subject, event), claims in dated_events(case).items():
        docs = {c.doc for c in claims}
        if len(docs) < 2:
            continue
        status, note = _status(claims)
        by_date: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_date[claim.as_of or ""].append(claim)
        yield Question(
            text=f"When did this happen: {subject}, {event}?",
            subject=subject,
            property=f"date of {event}",
            status=status,
            claims=tuple(claims),
            answers=answers(by_date.items()),
            note=note,
        )


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
