"""Statements by speaker: what each is quoted as saying, in how many versions, and what reports say that they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.record import Entry, Row
from habeas.packs.stems import content_roots
from habeas.record.collection import Collection
from habeas.record.rows import worded_rows

__all__ = ["statement_entries"]

SAME = 0.6
"""Shared content of the shorter of two quotations from which they are versions of one remark."""

COMPARED = 300
"""Remarks of one speaker that a quotation is compared with; a speaker with more is quoted on everything."""


def statement_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each speaker who is quoted or told to have spoken, the most quoted first."""
    quoted: dict[str, list[Claim]] = defaultdict(list)
    roles: dict[str, str] = {}
    for claim in held.settled.claims:
        if claim.kind is Kind.QUOTATION and claim.asserted_by:
            last = claim.asserted_by[-1]
            quoted[last.name].append(claim)
            if last.role:
                roles.setdefault(last.name, last.role)
    acts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is not Kind.QUOTATION and claim.subject_type in (
            "person",
            "organisation",
            "government",
            "group",
        ):
            acts[claim.subject].append(claim)
    names = sorted(set(quoted) | set(acts), key=lambda n: (-len(quoted.get(n, ())), -len(acts.get(n, ())), n))
    entries = [_entry(part, n, quoted.get(n, ()), acts.get(n, ()), roles.get(n, ""), held) for n in names]
    return tuple(e for e in entries if e.rows)


def _entry(
    part: str, name: str, quoted: Sequence[Claim], acts: Sequence[Claim], role: str, held: Collection
) -> Entry:
    rows = [_version_row(group) for group in versions(quoted, held)]
    rows += worded_rows(acts, held, "told")
    return Entry(f"{part}:{name}", name, tuple(rows), role)


def versions(quoted: Sequence[Claim], held: Collection) -> list[list[Claim]]:
    """Quotations of one speaker grouped by remark: the same words, or most of the same content."""
    groups: list[tuple[list[Claim], frozenset[str]]] = []
    for claim in quoted:
        report = held.report.get(claim.doc)
        content = content_roots(str(claim.value), report.language if report else "en")
        home = next((g for g in groups[-COMPARED:] if _one_remark(content, claim, g)), None)
        if home is None:
            groups.append(([claim], content))
        else:
            home[0].append(claim)
    return [members for members, _ in groups]


def _one_remark(content: frozenset[str], claim: Claim, group: tuple[list[Claim], frozenset[str]]) -> bool:
    members, words = group
    shorter = min(len(content), len(words))
    if shorter >= 2:
        return len(content & words) / shorter >= SAME
    return content == words and str(claim.value).casefold() == str(members[0].value).casefold()


def _version_row(group: Sequence[Claim]) -> Row:
    """A remark: its fullest version, and the others where reports word it differently."""
    texts = {" ".join(str(c.value).split()).casefold(): " ".join(str(c.value).split()) for c in group}
    wordings = sorted(texts.values(), key=lambda t: -len(t))
    cited = tuple(c.id for c in group)
    if len(wordings) == 1:
        return Row("quoted", f"“{wordings[0]}”", cited)
    whole = wordings[0].casefold()
    cut = all(w.casefold().strip(" .,") in whole for w in wordings)
    docs = {c.doc for c in group}
    label = "quoted, whole and in part" if cut else f"quoted in {len(wordings)} versions"
    status = None if cut or len(docs) == 1 else str(Status.CONFLICT)
    return Row(label, " | ".join(f"“{w}”" for w in wordings), cited, None, status)
