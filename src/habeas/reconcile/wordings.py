"""Findings about quotations: one remark in the words of several reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import EntityType
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, of_several, sharing
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked, cited

__all__ = ["wording_questions"]

WORDS = 3
"""Words of a remark at least."""

LEAST = 4
"""Stems in common below which two quotations are of two remarks, if they are not all of the shorter one's."""

FEW, LONG = 2, 5
"""Stems in common at least where one quotation has all of the other's, and words of both then."""

OPENING = 6
"""Words that two quotations begin with alike which are one remark whoever is said to have made it."""

COMMON = 40
"""Quotations in which a speaker may use a word before it says nothing about the remark."""

ALIKE = 0.35
"""Share of the shorter quotation's content that the longer one must hold to be taken for the same remark."""


def wording_questions(case: Case) -> Iterator[Question]:
    """For each speaker: remarks that several reports quote alike, and remarks they quote in different words."""
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUOTATION and claim.asserted_by and len(str(claim.value).split()) >= WORDS:
            spoken[name_key(claim.asserted_by[-1].name)].append(claim)
    for short, full in _surnames(spoken, case):
        spoken[full] += spoken.pop(short)
    for claims in spoken.values():
        if of_several(claims):
            yield from _alike(claims)
            yield from _reworded(claims, case.report[claims[0].doc].language)
    yield from _in_two_mouths([c for claims in spoken.values() for c in claims], case)


def _surnames(spoken: Mapping[str, Sequence[Claim]], case: Case) -> list[tuple[str, str]]:
    """Speakers of whom a report tells the last name alone, with the only one of their story who bears it."""
    bearers: dict[tuple[int, str], set[str]] = defaultdict(set)
    for key, claims in spoken.items():
        for story in {case.story[c.doc] for c in claims}:
            bearers[story, key.split()[-1] if key else ""].add(key)
    found = []
    for key in [k for k in spoken if k and " " not in k]:
        full = {b for c in spoken[key] for b in bearers[case.story[c.doc], key]} - {key}
        if len(full) == 1:
            found.append((key, next(iter(full))))
    return found


def _in_two_mouths(claims: Sequence[Claim], case: Case) -> Iterator[Question]:
    """For each remark that two reports of a story quote of two speakers: who said it."""
    openings: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        words = _plain(claim).split()
        if len(words) >= OPENING:
            openings[case.story[claim.doc], " ".join(words[:OPENING])].append(claim)
    for alike in openings.values():
        speakers = dict.fromkeys(name_key(c.asserted_by[-1].name) for c in alike)
        if len(speakers) > 1 and of_several(alike):
            yield _who_said(sorted(alike, key=lambda c: (case.place[c.doc], c.span)), case)


def _who_said(alike: Sequence[Claim], case: Case) -> Question:
    named = {c.asserted_by[-1].name: _kind_of(c, case) for c in alike}
    persons = {name_key(name).split()[-1] for name, kind in named.items() if kind is EntityType.PERSON}
    first = max(alike, key=lambda c: (len(str(c.value)), c.id))
    return asked(
        f"Who said this: {cited(first, case)}?",
        first.asserted_by[-1].name,
        "speaker",
        Status.CONFLICT if len(persons) > 1 else Status.REFINES,
        [(c.asserted_by[-1].name, c) for c in alike],
        "one remark in two mouths" if len(persons) > 1 else "one report names the speaker more closely",
    )


def _kind_of(claim: Claim, case: Case) -> EntityType | None:
    """What the speaker of a quotation is, None where nobody knows."""
    found = case.directory.find(claim.asserted_by[-1].name)
    return found.type if found is not None else None


def _alike(claims: Sequence[Claim]) -> Iterator[Question]:
    """Quotations whose words stand whole in another report's quotation."""
    holders: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for run in _runs(_plain(claim)):
            holders[run].append(claim)
    done: set[str] = set()
    for claim in sorted(claims, key=lambda c: (len(str(c.value)), c.id)):
        if claim.id in done:
            continue
        words = _plain(claim)
        same = [c for c in holders[next(iter(_runs(words)))] if c.doc != claim.doc and words in _plain(c)]
        if same:
            group = [claim, *same]
            done.update(c.id for c in group)
            yield _question(group, Status.AGREE, "the same words in each report")


def _runs(words: str) -> Iterator[str]:
    """Every four words in a row, in order; a quotation that holds another holds its first four."""
    parts = words.split()
    for i in range(max(1, len(parts) - 3)):
        yield " ".join(parts[i : i + 4])


def _reworded(claims: Sequence[Claim], language: str) -> Iterator[Question]:
    """Quotations of one remark that differ in words: at most one is what was said."""
    known = [content_roots(str(c.value), language) for c in claims]
    tied = []
    for i, j in sharing(known, FEW, COMMON):
        one, other = claims[i], claims[j]
        if one.doc == other.doc or _plain(one) in _plain(other) or _plain(other) in _plain(one):
            continue
        common = len(known[i] & known[j])
        least = min(len(known[i]), len(known[j]))
        whole = FEW <= common == least and min(len(str(c.value).split()) for c in (one, other)) >= LONG
        if whole or (common >= LEAST and common / max(1, least) >= ALIKE):
            tied.append((i, j))
    for group in gathered(claims, tied):
        yield _question(group, Status.CONFLICT, "quoted in different words")


@lru_cache(maxsize=50_000)
def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower().replace("’", "'").replace("'", "")))


def _plain(claim: Claim) -> str:
    """The words alone, so that marks, case and cuts of punctuation make no difference."""
    return _folded(str(claim.value))


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    speaker = claims[0].asserted_by[-1].name
    told = [(str(c.value), c) for c in claims]
    return asked(f"In what words did {speaker} say this?", speaker, "wording", status, told, note)
