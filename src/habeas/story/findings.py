"""How findings change: each finding of the later edition beside the one it continues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from habeas.model.finding import Finding, Status
from habeas.story.changes import Change, ChangeKind, Subject
from habeas.story.edition import Edition

__all__ = ["finding_changes"]


def finding_changes(old: Edition, new: Edition) -> Iterator[Change]:
    """What became of each question: answered anew, confirmed, repeated, contested, overtaken, withdrawn."""
    holders = _holders(old)
    continued: set[str] = set()
    for finding in new.findings:
        before = _continues(finding, holders)
        if before is None:
            if any(c not in old.claims for c in finding.claims):
                yield _unasked(finding, old, new)
            continue
        continued.add(before.id)
        kind = _kind(before, finding, old, new)
        if kind is not None:
            yield _change(kind, before, finding, old, new)
    for finding in old.findings:
        if finding.id not in continued and not any(c in new.claims for c in finding.claims):
            yield Change(
                ChangeKind.WITHDRAWN,
                Subject.FINDING,
                finding.id,
                finding.question,
                before=_answers(finding),
                origins_before=len(finding.origins),
                reports=finding.reports,
                claims=finding.claims,
            )


def _holders(edition: Edition) -> dict[str, list[Finding]]:
    holders: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        for claim in finding.claims:
            holders.setdefault(claim, []).append(finding)
    return holders


def _continues(finding: Finding, holders: Mapping[str, list[Finding]]) -> Finding | None:
    """The earlier finding of the same property that shares the most claims; of those that share as many, the one
    of the same question and the closest in size."""
    shared: Counter[str] = Counter()
    found: dict[str, Finding] = {}
    for claim in finding.claims:
        for before in holders.get(claim, ()):
            if before.property == finding.property:
                shared[before.id] += 1
                found[before.id] = before
    if not found:
        return None
    return min(
        found.values(),
        key=lambda f: (
            -shared[f.id],
            f.question != finding.question,
            abs(len(f.claims) - len(finding.claims)),
            f.id,
        ),
    )


def _kind(before: Finding, after: Finding, old: Edition, new: Edition) -> ChangeKind | None:
    """What happened between two states of one finding, None where nothing did that a reader must know."""
    if set(before.claims) == set(after.claims) and before.status is after.status:
        return None
    changed = _answers(before) != _answers(after)
    if after.status is Status.SUPERSEDED and (before.status is not Status.SUPERSEDED or changed):
        return ChangeKind.OVERTAKEN
    if after.status is Status.CONFLICT and before.status is not Status.CONFLICT:
        return ChangeKind.CONTESTED
    if not set(after.claims) - set(before.claims):
        return None
    more = len(after.origins) > len(before.origins)
    if _gained(before, after, old, new) or (more and after.status in (Status.AGREE, Status.REFINES)):
        return ChangeKind.CONFIRMED
    if set(_answers(after)) <= set(_answers(before)):
        return ChangeKind.REPEATED
    return ChangeKind.CONTESTED if after.status is Status.CONFLICT else ChangeKind.NEW


def _gained(before: Finding, after: Finding, old: Edition, new: Edition) -> bool:
    """Whether an answer that stood before is now given by more origins."""
    stood = {a.value: old.origins(old.docs(a.claims)) for a in before.answers}
    return any(a.value in stood and new.origins(new.docs(a.claims)) > stood[a.value] for a in after.answers)


def _change(kind: ChangeKind, before: Finding, after: Finding, old: Edition, new: Edition) -> Change:
    brought = tuple(c for c in after.claims if c not in old.claims)
    return Change(
        kind,
        Subject.FINDING,
        after.id,
        after.question,
        before=_answers(before),
        after=_answers(after),
        origins_before=len(before.origins),
        origins_after=len(after.origins),
        reports=new.docs(brought),
        claims=after.claims,
        note=" -> ".join(dict.fromkeys((_worded(before.status), _worded(after.status)))),
    )


def _unasked(finding: Finding, old: Edition, new: Edition) -> Change:
    """A question that the earlier edition did not ask. Where some of its claims stood there already, the new ones may
    overtake, contest or confirm them."""
    known = tuple(c for c in finding.claims if c in old.claims)
    brought = tuple(c for c in finding.claims if c not in old.claims)
    origins = old.origins(old.docs(known))
    return Change(
        _kind_of_unasked(finding, bool(known), len(finding.origins) > origins),
        Subject.FINDING,
        finding.id,
        finding.question,
        before=tuple(a.value for a in finding.answers if any(c in old.claims for c in a.claims)),
        after=_answers(finding),
        origins_before=origins,
        origins_after=len(finding.origins),
        reports=new.docs(brought),
        claims=finding.claims,
        note=_worded(finding.status),
    )


def _kind_of_unasked(finding: Finding, known: bool, more: bool) -> ChangeKind:
    if not known:
        return ChangeKind.NEW
    if finding.status is Status.SUPERSEDED:
        return ChangeKind.OVERTAKEN
    if finding.status is Status.CONFLICT:
        return ChangeKind.CONTESTED
    return (
        ChangeKind.CONFIRMED if more and finding.status in (Status.AGREE, Status.REFINES) else ChangeKind.NEW
    )


def _answers(finding: Finding) -> tuple[str, ...]:
    return tuple(answer.value for answer in finding.answers)


def _worded(status: Status) -> str:
    return status.replace("_", " ")
