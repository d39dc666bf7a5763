"""The pack's disputes: matters on which reports take sides in words that exclude each other ("a suicide", "a homicide")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.marks import EntityType
from habeas.model.pack import Dispute
from habeas.model.span import Span
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.settings import named, sentence, sentence_at

__all__ = ["dispute_questions"]

_TYPES = frozenset({EntityType.PERSON, EntityType.FACILITY})
_OTHERWISE = frozenset({Modality.CONDITIONAL, Modality.PLANNED})
MOST = 24
"""Claims of one person or building beyond which the words are of many things."""
NEAR = 40
"""Characters between a negation and what it denies at most; a sign between them ends what it is about."""
ASIDE = 3
"""The place of the words that take no side, behind those of three sides."""
BEFORE = 12
"""Characters before a claim in which its words may begin."""
_SIGNS = re.compile(r"[,;:–—]")


@dataclass(frozen=True, slots=True)
class _Side:
    """A claim on one side of a dispute, with the words that put it there."""

    side: int
    word: str
    claim: Claim


def dispute_questions(case: Case) -> Iterator[Question]:
    """One question for each dispute of the pack, and each person or building or else each story of which reports take
    two sides."""
    for dispute in case.pack.disputes:
        told: dict[tuple[int, int], list[_Side]] = defaultdict(list)
        for claim in case.worded.holding((*dispute.one, *dispute.other, *dispute.third)):
            if side := _side(claim, dispute, case):
                for thing in _things(claim, case) if dispute.each else (-1,):
                    # A person or a building is of one story by itself.
                    told[case.story[claim.doc] if thing < 0 else 0, thing].append(side)
        for (_, thing), sides in told.items():
            name = case.directory.entities[thing].name if thing >= 0 else ""
            if len(sides) > MOST and dispute.each:
                continue
            later = _later(sides, case) if dispute.ends else []
            contested = [one for one in sides if one not in later]
            if _is_contested(contested):
                yield _question(dispute, name, contested, Status.CONFLICT)
            if later:
                first = [one for one in sides if one.side == 0]
                yield _question(dispute, name, [*first, *later], Status.SUPERSEDED)


def _later(sides: Sequence[_Side], case: Case) -> list[_Side]:
    """Those of the other side that are told by reports later than all of the first one."""
    days = {one.claim.doc: case.report[one.claim.doc].published_date for one in sides}
    first = [days[one.claim.doc] for one in sides if one.side == 0]
    known = [day for day in first if day is not None]
    if not known or len(known) < len(first):
        return []
    last = max(known)
    return [one for one in sides if one.side == 1 and (day := days[one.claim.doc]) is not None and day > last]


def _things(claim: Claim, case: Case) -> list[int]:
    """The person that a claim is about, or else the persons and buildings that its sentence names."""
    about = case.directory.by_name.get(name_key(claim.subject))
    if about is not None and case.directory.entities[about].type is EntityType.PERSON:
        return [about]
    return sorted(at for at in named(claim, case) if case.directory.entities[at].type in _TYPES)


def _side(claim: Claim, dispute: Dispute, case: Case) -> _Side | None:
    """The side that a claim takes; none where it holds words of two, or of none."""
    if claim.kind is Kind.QUANTITY or claim.modality in _OTHERWISE:
        return None
    found: dict[int, str] = {}
    for side, word, at in _words_of(claim, dispute, case):
        if not _is_denied(Span(at, at + len(word)), claim, case):
            found.setdefault(side, word)
        elif dispute.turns:
            found.setdefault(1 - side, f"not {word}")
    around = sentence(claim, case).lower().replace("’", "'") if len(found) == 1 else ""
    if not around or (dispute.also and not _pattern(dispute.also).search(around)):
        return None
    if dispute.unless and _pattern(dispute.unless).search(around):
        return None
    return _Side(*next(iter(found.items())), claim)


def _words_of(claim: Claim, dispute: Dispute, case: Case) -> Iterator[tuple[int, str, int]]:
    """The words of each side that a claim holds, with where they stand; of two that overlap the longer one ("no hunger
    strike")."""
    # A claim may leave out the little word before its own: "no | one escaped".
    begin = max(claim.span.start - BEFORE, sentence_at(claim, case).start)
    text = case.report[claim.doc].text[begin : claim.span.end].lower().replace("’", "'")
    found = [
        (match.start(), match.end(), side)
        for side, words in enumerate((dispute.one, dispute.other, dispute.third, dispute.aside))
        if words
        for match in _pattern(words).finditer(text)
        if begin + match.end() > claim.span.start
    ]
    for start, end, side in found:
        if side < ASIDE and not any(a <= start and end <= b and b - a > end - start for a, b, _ in found):
            yield side, text[start:end], begin + start


def _is_denied(word: Span, claim: Claim, case: Case) -> bool:
    """Whether a negation just before a word, or a denial of the whole, says that it is not so."""
    if claim.modality is Modality.DENIED:
        return True
    cues = case.marked[claim.doc].negations
    text = case.report[claim.doc].text
    at = bisect_left(cues, word.start, key=lambda c: c.span.start)
    for cue in cues[max(0, at - 2) : at]:
        between = text[cue.span.end : word.start]
        near = cue.span.end <= word.start and len(between) <= NEAR and not _SIGNS.search(between)
        if near and cue.scope.start < word.end and word.start < cue.scope.end:
            return True
    return False


@lru_cache(maxsize=1000)
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words, or beginnings of words where one ends in a hyphen."""
    parts = [re.escape(w.removesuffix("-")) + (r"\w*" if w.endswith("-") else r"\b") for w in words]
    return re.compile(rf"\b(?:{'|'.join(parts)})")


def _is_contested(sides: Sequence[_Side]) -> bool:
    """Whether two reports each take a side, and not the same one."""
    docs: dict[int, set[str]] = defaultdict(set)
    for one in sides:
        docs[one.side].add(one.claim.doc)
    return len(docs) > 1 and len(set().union(*docs.values())) > 1


def _question(dispute: Dispute, name: str, sides: Sequence[_Side], status: Status) -> Question:
    by_side: dict[int, list[_Side]] = defaultdict(list)
    for one in sides:
        by_side[one.side].append(one)
    told = sorted(by_side.items())
    return Question(
        text=dispute.question.format(name=name),
        subject=name or dispute.id,
        property=dispute.id,
        status=status,
        claims=tuple({one.claim.id: one.claim for one in sides}.values()),
        answers=answers((_words(held), [one.claim for one in held]) for _, held in told),
        note="words that exclude each other"
        if status is Status.CONFLICT
        else "later reports tell what came after",
    )


def _words(sides: Sequence[_Side]) -> str:
    return ", ".join(dict.fromkeys(f"“{one.word}”" for one in sides))
