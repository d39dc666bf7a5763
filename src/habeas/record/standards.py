"""Conditions beside a standard: which rules a reported condition touches, on whose word. Never whether one is broken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.pack import Rule
from habeas.model.record import Cell, Entry, Matrix, Row
from habeas.reconcile.names import folded
from habeas.record.collection import Collection
from habeas.record.rows import distinct, quantity_rows
from habeas.record.voices import VOICES, voice_kind
from habeas.record.wording import sentence, voice

__all__ = ["KnownRule", "rules_of", "standard_entries", "standard_matrices", "touched"]

_KINDS = frozenset({Kind.CONDITION, Kind.ALLEGATION, Kind.QUOTATION, Kind.EVENT, Kind.QUANTITY})
_NAMING = frozenset({"described_as", "nationality"})
_LIST = re.compile(r"^[^—–]*,[^—–]*$")

NEAR = 250
"""Characters from a condition within which what is told of no part belongs to it: its sentence or the next."""

WIDEST = 24
"""Past this many reports a matrix of rules by reports is too wide to read and is left out."""


@dataclass(frozen=True, slots=True)
class KnownRule:
    """A rule with the words that touch it in all languages."""

    number: str
    subject: str
    gist: str
    standard: str
    words: re.Pattern[str]


_TOUCHED: WeakKeyDictionary[Collection, Mapping[KnownRule, Sequence[Claim]]] = WeakKeyDictionary()


@lru_cache(maxsize=8)
def rules_of(rules: tuple[Rule, ...]) -> tuple[KnownRule, ...]:
    """The pack's rules in order, each once with the words of all languages."""
    by_number: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        by_number[rule.standard, rule.number].append(rule)
    return tuple(
        KnownRule(
            number, same[0].subject, same[0].gist, standard, _pattern({t for r in same for t in r.triggers})
        )
        for (standard, number), same in sorted(
            by_number.items(), key=lambda item: (item[0][0], _order(item[0][1]))
        )
    )


def _order(number: str) -> tuple[int, str]:
    """Rules in the order of their first number."""
    first = re.match(r"\d+", number)
    return (int(first[0]) if first else 0, number)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    stems = sorted(
        {folded(w.removesuffix("-")).strip() + ("-" if w.endswith("-") else "") for w in words}, key=len
    )
    parts = [
        re.escape(w.removesuffix("-")) + (r"\w*" if w.endswith("-") else "") for w in reversed(stems) if w
    ]
    return re.compile(rf" (?:{'|'.join(parts)})(?= )" if parts else r"(?!)")


def touched(held: Collection) -> Mapping[KnownRule, Sequence[Claim]]:
    """For each rule of the pack the claims whose words touch it, in the order of the standard."""
    if held not in _TOUCHED:
        _TOUCHED[held] = _touched(held)
    return _TOUCHED[held]


def _touched(held: Collection) -> Mapping[KnownRule, Sequence[Claim]]:
    rules = rules_of(held.pack.rules)
    found: dict[KnownRule, list[Claim]] = {rule: [] for rule in rules}
    if not rules:
        return {}
    any_word = re.compile("|".join(rule.words.pattern for rule in rules))
    for claim in _conditions(held):
        text = _words(claim, held)
        if any_word.search(text):
            for rule in rules:
                if rule.words.search(text):
                    found[rule].append(claim)
    return {rule: claims for rule, claims in found.items() if claims}


def _conditions(held: Collection) -> Iterator[Claim]:
    """Claims about conditions: those of the part, tellings of the places and movements beside it, quotations in reports
    that tell of conditions, and what is told of no part but right beside a condition ("..., and lights are kept on")."""
    parts = held.parts_with("standards")
    beside = held.parts_with("measures") | held.parts_with("movements")
    telling: dict[str, list[Claim]] = defaultdict(list)
    for claim in held.settled.claims:
        if claim.part in parts:
            telling[claim.doc].append(claim)
    for claim in held.settled.claims:
        if claim.property in _NAMING or (claim.modality is Modality.PLANNED and claim.part not in parts):
            continue
        near = claim.part is None and any(_close(claim, told) for told in telling.get(claim.doc, ()))
        real = claim.kind in _KINDS and claim.modality is not Modality.CONDITIONAL
        own = claim.part in parts or claim.part in beside or claim.kind is Kind.CONDITION
        quoted = claim.kind is Kind.QUOTATION and claim.doc in telling
        if (real and (own or quoted)) or (near and (real or claim.kind is Kind.PLAN)):
            yield claim


def _close(claim: Claim, told: Claim) -> bool:
    return told.span.start - NEAR <= claim.span.start <= told.span.end + NEAR


def _words(claim: Claim, held: Collection) -> str:
    """The claim's words, with its subject where they begin with the verb: "the gym ... [is] for staff only"."""
    report = held.report.get(claim.doc)
    before = report.text[max(0, claim.span.start - NEAR) : claim.span.start] if report else ""
    opening = re.split(r"[.!?;:]\s|\n", before)[-1]
    at = opening.rfind(claim.subject) if claim.kind is Kind.CONDITION and claim.subject else -1
    headless = at >= 0 and claim.subject not in claim.quote and _LIST.search(opening, at)
    text = folded(f"{opening[at:]} {claim.quote}" if headless else claim.quote)
    for link in claim.asserted_by:  # "the clinic said" tells of no health care
        text = text.replace(folded(link.name.removesuffix(" (unnamed)")), " ")
    return text


def standard_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each rule that is touched: who reports what; then what touches no rule."""
    found: list[Entry] = []
    used: set[str] = set()
    told: dict[str, list[Claim]] = defaultdict(list)
    for rule, touching in touched(held).items():
        used |= {c.id for c in touching}
        for claim in touching:
            told[claim.doc].append(claim)
        rows = tuple(_rows(touching, held))
        note = f"{rule.standard}, rule {rule.number}: {rule.gist} This says what the rule is about, not that it is broken."
        found.append(
            Entry(
                f"{part}:rule:{rule.number}", f"{rule.subject} (touches rule {rule.number})", rows, note=note
            )
        )
    rest = [
        c
        for c in claims
        if c.id not in used and c.property not in _NAMING and not _inside(c, told.get(c.doc, ()))
    ]
    rows = (*quantity_rows(rest, held), *_rows([c for c in rest if c.kind is not Kind.QUANTITY], held))
    return (*found, Entry(f"{part}:other", "Reported besides", rows)) if rows else tuple(found)


def _inside(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether the words are already told under a rule, by what their report tells there."""
    return any(t.span.contains(claim.span) for t in told)


def _rows(claims: Sequence[Claim], held: Collection) -> Iterable[Row]:
    for group in distinct(claims, held):
        shown = max(group, key=lambda c: len(c.quote))
        label = f"{voice_kind(shown, held)}: {voice(shown)}" if shown.asserted_by else "the report itself"
        yield Row(label, sentence(shown), tuple(c.id for c in group))


def standard_matrices(held: Collection) -> tuple[Matrix, ...]:
    """Rule by voice, and rule by report: how many tellings touch it."""
    rules = touched(held)
    if not rules:
        return ()
    names = tuple(f"{r.number} {r.subject}" for r in rules)
    voices = [v for v in VOICES if any(voice_kind(c, held) == v for cs in rules.values() for c in cs)]
    by_voice = _cells(rules, lambda c: voices.index(voice_kind(c, held)), held)
    found = [Matrix("standard-voices", "Rules touched, by who says so", names, tuple(voices), by_voice)]
    docs = held.docs([c for cs in rules.values() for c in cs])
    if 1 < len(docs) <= WIDEST:
        at = {d: n for n, d in enumerate(docs)}
        titles = tuple(held.title(d) for d in docs)
        cells = _cells(rules, lambda c: at[c.doc], held)
        found.append(Matrix("standard-reports", "Rules touched, by report", names, titles, cells))
    return tuple(found)


def _cells(
    rules: Mapping[KnownRule, Sequence[Claim]], column: Callable[[Claim], int], held: Collection
) -> tuple[Cell, ...]:
    """One cell for each rule and column: the shortest telling, and how many more there are."""
    found: list[Cell] = []
    for row, claims in enumerate(rules.values()):
        groups: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            groups[column(claim)].append(claim)
        for at, members in sorted(groups.items()):
            told = distinct(members, held)
            words = min((sentence(g[0]) for g in told), key=lambda w: (len(w) < 12, len(w)))
            short = words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " …"
            more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
            found.append(Cell(row, at, short + more, tuple(c.id for c in members)))
    return tuple(found)
