"""Revisions: what a report that stands with other bytes under its name says differently, claim by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.publish.wording import answer, shortened
from habeas.story.changes import Change, ChangeKind, Subject
from habeas.story.edition import Edition

__all__ = ["revised_claims"]

_Key = tuple[str, str, str]


def revised_claims(old: Edition, new: Edition) -> Iterator[Change]:
    """Claims of revised reports that now have another value, or none."""
    revised = [doc for doc, sha in old.reports.items() if new.reports.get(doc, sha) != sha]
    for doc in revised:
        before = [c for c in old.claims.values() if c.doc == doc]
        after = [c for c in new.claims.values() if c.doc == doc]
        yield from _revisions(doc, before, after)


def _revisions(doc: str, before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Change]:
    """A claim whose value stands somewhere in the new text is as it was. The others are paired, in text order, with
    the new values of the same kind, subject and property."""
    stands = {(_key(c), answer(c)) for c in after}
    stood = {(_key(c), answer(c)) for c in before}
    replacing: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in after:
        if (_key(claim), answer(claim)) not in stood:
            replacing[_key(claim)].append(claim)
    for claim in before:
        if (_key(claim), answer(claim)) in stands:
            continue
        others = replacing[_key(claim)]
        yield _corrected(doc, claim, others.pop(0)) if others else _withdrawn(doc, claim)


def _key(claim: Claim) -> _Key:
    return claim.kind, claim.subject, claim.property


def _corrected(doc: str, claim: Claim, now: Claim) -> Change:
    return Change(
        ChangeKind.CORRECTED,
        Subject.CLAIM,
        now.id,
        f"{now.subject}: {now.property}",
        before=(answer(claim),),
        after=(answer(now),),
        reports=(doc,),
        claims=(claim.id, now.id),
        note=shortened(now.quote),
    )


def _withdrawn(doc: str, claim: Claim) -> Change:
    return Change(
        ChangeKind.WITHDRAWN,
        Subject.CLAIM,
        claim.id,
        f"{claim.subject}: {claim.property}",
        before=(answer(claim),),
        reports=(doc,),
        claims=(claim.id,),
        note=shortened(claim.quote),
    )
