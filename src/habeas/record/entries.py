"""Entries: what is claimed of each thing in one part, a row for each question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Check, Finding
from habeas.model.record import Entry, Row
from habeas.reconcile import Settled

__all__ = ["entries", "rows_of"]


def entries(
    part: str, claims: Sequence[Claim], settled: Settled, labels: Mapping[str, str]
) -> tuple[Entry, ...]:
    """One entry for each subject of the part's claims, the best attested first."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject].append(claim)
    order = sorted(by_subject, key=lambda s: (-len({c.doc for c in by_subject[s]}), -len(by_subject[s]), s))
    held = {c: f for f in settled.findings for c in f.claims}
    return tuple(
        _entry(part, subject, by_subject[subject], held, settled.checks, labels) for subject in order
    )


def _entry(
    part: str,
    subject: str,
    claims: Sequence[Claim],
    held: Mapping[str, Finding],
    checks: Sequence[Check],
    labels: Mapping[str, str],
) -> Entry:
    days = [c.earliest for c in claims if c.earliest], [c.latest for c in claims if c.latest]
    return Entry(
        id=f"{part}:{subject}",
        title=subject,
        rows=(*rows_of(claims, held, labels), *_derived(claims, checks)),
        kind=claims[0].subject_type or "",
        earliest=min(days[0], default=None),
        latest=max(days[1], default=None),
    )


def rows_of(claims: Sequence[Claim], held: Mapping[str, Finding], labels: Mapping[str, str]) -> Iterator[Row]:
    """A row for each finding that the claims take part in, and one for each property without a finding."""
    done: set[str] = set()
    for claim in claims:
        finding = held.get(claim.id)
        key = finding.id if finding else f"{claim.property}\x1f{claim.value}"
        if key in done:
            continue
        done.add(key)
        label = labels.get(claim.property, claim.property)
        if finding:
            value = " | ".join(a.value for a in finding.answers)
            yield Row(label, value, finding.claims, finding.id, str(finding.status))
        else:
            yield Row(label, _value(claim), (claim.id,))


def _derived(claims: Sequence[Claim], checks: Sequence[Check]) -> Iterator[Row]:
    """What follows from the subject's numbers ("35% full"), shown as derived and cited by the numbers' claims."""
    mine = {c.id for c in claims if c.kind is Kind.QUANTITY}
    told: set[str] = set()
    for check in checks:
        if check.holds is None and check.claims and set(check.claims) <= mine and check.statement not in told:
            told.add(check.statement)
            label, _, _ = check.note.partition(":")
            yield Row(label or "derived", check.statement, check.claims)


def _value(claim: Claim) -> str:
    number = f"{claim.value:,}" if isinstance(claim.value, int | float) else claim.value
    return f"{number} {claim.unit}" if claim.unit else number
