"""Clauses of an agreement: what is told of each of its terms, and where two tellings exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.marks import Comparator
from habeas.model.pack import PackQuestion
from habeas.model.record import Row
from habeas.packs import lexicon
from habeas.reconcile.names import folded
from habeas.record.answers import speaks_to
from habeas.record.collection import Collection
from habeas.record.rows import worded_rows
from habeas.record.wording import amount, sentence, voice

__all__ = ["clause_rows", "contradictions", "is_money", "speaks_of", "told_of_terms"]


FURTHER = 40
"""Characters after a claim in which its sentence may still qualify it ("... since 2017")."""

_LIMITS = frozenset({Comparator.AT_MOST, Comparator.EXACT, Comparator.LESS_THAN, Comparator.APPROX})


def told_of_terms(part: str, claims: Sequence[Claim], held: Collection) -> Mapping[str, Sequence[Claim]]:
    """Claims in words by the label of the pack's question that they answer, in the pack's order."""
    found: dict[str, list[Claim]] = {}
    for question in held.questions:
        if question.part == part and question.label:
            told = [c for c in claims if c.kind is not Kind.QUANTITY and _answers(question, c)]
            if told:
                found[question.label] = told
    return found


def _answers(question: PackQuestion, claim: Claim) -> bool:
    return claim.property in question.properties or speaks_to(question, claim)


def clause_rows(label: str, claims: Sequence[Claim], held: Collection) -> Iterator[Row]:
    """What is told of one term, in conflict where one voice says what another denies."""
    denials: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality is Modality.DENIED:
            denials[claim.doc].append(claim)
    claims = [
        c for c in claims
        if c.modality is Modality.DENIED or not any(d.span.contains(c.span) for d in denials.get(c.doc, ()))
    ]  # fmt: skip
    denied = {c.id for c in claims if c.negated or c.modality is Modality.DENIED}
    apart = bool(denied) and len(denied) < len(claims)
    for row in worded_rows(claims, held):
        first = held.claim[row.claims[0]]
        firm = "" if row.label in ("agreed", "reported", "number", "said of it") else f" ({row.label})"
        yield Row(
            f"{label}{firm}, by {voice(first)}", row.value, row.claims, None,
            str(Status.CONFLICT) if apart else row.status,
        )  # fmt: skip


def contradictions(
    numbers: Sequence[Claim], told: Mapping[str, Sequence[Claim]], around: Sequence[Claim], held: Collection
) -> Iterator[Row]:
    """Terms that cannot both be so: a sum once and the same each year, a limit and none, a payment and none."""
    yield from _once_or_each(numbers)
    yield from _limit_or_none(numbers, around, held)
    sums = [c for c in numbers if is_money(c)]
    others = (c for claims in told.values() for c in claims if c.kind is not Kind.QUANTITY)
    none = next((c for c in others if _says_none(c, held)), None) if sums else None
    if none is not None:
        words = f"{amount(sums[0])} ({voice(sums[0])}), but “{sentence(none)}” ({voice(none)})"
        yield _differ(words, sums[0], none)


def is_money(claim: Claim) -> bool:
    """Whether the claim's number is of money."""
    head = (claim.unit or "").partition(" per ")[0]
    return len(head) == 3 and head.isupper()


def _once_or_each(numbers: Sequence[Claim]) -> Iterator[Row]:
    """A sum told once for a term and once as a rate: both cannot be the whole of one agreement."""
    by_value: dict[object, list[Claim]] = defaultdict(list)
    for claim in numbers:
        if is_money(claim):
            by_value[claim.value].append(claim)
    for claims in by_value.values():
        flat = next((c for c in claims if " per " not in (c.unit or "")), None)
        rated = next((c for c in claims if " per " in (c.unit or "")), None)
        if flat is not None and rated is not None:
            yield _differ(
                f"{amount(flat)} in one sum ({voice(flat)}), {amount(rated)} ({voice(rated)})", flat, rated
            )


def _limit_or_none(numbers: Sequence[Claim], around: Sequence[Claim], held: Collection) -> Iterator[Row]:
    covered = next(
        (c for c in numbers if held.unit.get(c.property) == "people" and c.comparator in _LIMITS), None
    )
    if covered is None:
        return
    freeing = [c for c in around if c.kind is not Kind.QUANTITY and speaks_of(c, "open_ended", held)]
    if freeing:
        # The words reach past a claim's end: of claims side by side the last one holds them.
        free = max((c for c in freeing if c.doc == freeing[0].doc), key=lambda c: c.span.start)
        words = f"{amount(covered)} ({voice(covered)}), “{sentence(free)}” ({voice(free)})"
        yield _differ(words, covered, free)


def speaks_of(claim: Claim, idea: str, held: Collection) -> bool:
    """Whether the claim's words hold one of the language's words for an idea ("open_ended", "until_now")."""
    report = held.report.get(claim.doc)
    words = lexicon(report.language if report else "en", "reconcile")[idea]
    rest = report.text[claim.span.end : claim.span.end + FURTHER].split(". ")[0] if report else ""
    text = folded(f"{claim.quote} {rest}")
    return any(f" {folded(w).strip()} " in text for w in words)


def _says_none(claim: Claim, held: Collection) -> bool:
    """Whether the claim answers a question about a payment by saying that there was none."""
    asked = [q for q in held.questions if q.label and any(held.unit.get(p) == "money" for p in q.properties)]
    return any(q.words and speaks_to(q, claim) for q in asked)


def _differ(words: str, one: Claim, other: Claim) -> Row:
    return Row("terms that differ", words, (one.id, other.id), None, str(Status.CONFLICT))
