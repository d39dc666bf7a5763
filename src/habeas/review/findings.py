"""Findings as decided: without rejected claims, merged, split, and settled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.finding import Answer, Finding, Status
from habeas.review.decision import Decision, FindingAnchor, Verdict

__all__ = ["decided_findings"]


def decided_findings(
    dossier: Dossier, claims: Sequence[Claim], held: Iterable[Decision]
) -> tuple[Finding, ...]:
    """The findings of `dossier` after decisions on claims (which `claims` carry) and on findings, in their order."""
    known = {claim.id: claim for claim in claims}
    origin_of = {doc: origin.id for origin in dossier.lineage.origins for doc in origin.docs}
    rejected = {claim.id for claim in claims if claim.decision == Verdict.REJECTED}
    found = {finding.id: finding for finding in dossier.findings}
    touched: set[str] = {f.id for f in dossier.findings if rejected.intersection(f.claims)}
    for decision in held:
        anchor = decision.ruling.anchor
        if not isinstance(anchor, FindingAnchor):
            continue
        target = _target(anchor, found)
        if target is not None:
            touched |= _rule(decision, anchor, target, found)
    made = (_restated(f, rejected, known, origin_of) if f.id in touched else f for f in found.values())
    return tuple(finding for finding in made if finding.claims)


def _target(anchor: FindingAnchor, found: Mapping[str, Finding]) -> Finding | None:
    """The finding meant: by its id, else the only one that asks the same."""
    if anchor.finding in found:
        return found[anchor.finding]
    same = [f for f in found.values() if f.question == anchor.question]
    return same[0] if len(same) == 1 else None


def _rule(decision: Decision, anchor: FindingAnchor, target: Finding, found: dict[str, Finding]) -> set[str]:
    """Change `found` as decided; the ids of the findings that changed."""
    ruling = decision.ruling
    if ruling.verdict is Verdict.SETTLE:
        found[target.id] = replace(target, settled=ruling.value)
        return set()
    if ruling.verdict is Verdict.MERGE:
        other = found.pop(anchor.other, None) if anchor.other != target.id else None
        if other is None:
            return set()
        found[target.id] = _merged(target, other)
        return {target.id}
    apart = [c for c in anchor.claims if c in target.claims]
    if not apart or len(apart) == len(target.claims):
        return set()
    name = hashlib.sha256("\x1f".join((target.id, *apart)).encode()).hexdigest()[:12]
    rest = set(target.claims) - set(apart)
    found[target.id] = _kept(target, rest, "claims were split off by decision")
    found[name] = replace(_kept(target, set(apart), f"split off {target.id} by decision"), id=name)
    return {target.id, name}


def _merged(one: Finding, other: Finding) -> Finding:
    given: dict[str, dict[str, None]] = {}
    for answer in (*one.answers, *other.answers):
        given.setdefault(answer.value, {}).update(dict.fromkeys(answer.claims))
    answers = tuple(Answer(value, tuple(claims)) for value, claims in given.items())
    claims = tuple(dict.fromkeys((*one.claims, *other.claims)))
    upstream = tuple(dict.fromkeys((*one.upstream, *other.upstream)))
    note = _noted(one.note, f"merged with {other.id} by decision")
    return replace(one, answers=answers, claims=claims, upstream=upstream, note=note)


def _kept(finding: Finding, kept: set[str], note: str) -> Finding:
    """`finding` with only the claims in `kept`."""
    answers = tuple(Answer(a.value, tuple(c for c in a.claims if c in kept)) for a in finding.answers)
    return replace(
        finding,
        answers=tuple(a for a in answers if a.claims),
        claims=tuple(c for c in finding.claims if c in kept),
        note=_noted(finding.note, note),
    )


def _restated(
    finding: Finding, rejected: set[str], known: Mapping[str, Claim], origin_of: Mapping[str, str]
) -> Finding:
    """`finding` without rejected claims, its reports, origins and status told again from those that are left."""
    gone = [c for c in finding.claims if c in rejected]
    if gone:
        times = f"{len(gone)} {'claim' if len(gone) == 1 else 'claims'} left out by decision"
        finding = _kept(finding, set(finding.claims) - rejected, times)
    docs = dict.fromkeys(known[c].doc for c in finding.claims if c in known)
    reports = tuple(doc for doc in origin_of if doc in docs)
    origins = tuple(dict.fromkeys(origin_of[doc] for doc in reports))
    names = {a.name for c in finding.claims if c in known for a in known[c].asserted_by}
    upstream = tuple(name for name in finding.upstream if name in names or not gone)
    status = finding.status
    if len(finding.answers) == 1 and (status is not Status.SINGLE_SOURCE or len(origins) > 1):
        status = Status.AGREE if len(reports) > 1 else Status.SINGLE_SOURCE
    elif len(finding.answers) > 1 and status in (Status.AGREE, Status.SINGLE_SOURCE):
        status = Status.CONFLICT
    return replace(finding, reports=reports, origins=origins, upstream=upstream, status=status)


def _noted(note: str, more: str) -> str:
    return f"{note}; {more}" if note else more
