"""Words of which only one can hold of one person or building: a suicide or a homicide, an accident or arson."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.marks import EntityType
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.settings import named

__all__ = ["opposite_questions"]

_TYPES = frozenset({EntityType.PERSON, EntityType.FACILITY})
_OTHERWISE = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.DENIED})
MOST = 24
"""Claims of one person or building beyond which the words are of many things."""


def opposite_questions(case: Case) -> Iterator[Question]:
    """One question for each person or building of whom reports of one story use words that exclude each other."""
    told: dict[tuple[int, int, int], list[tuple[int, str, Claim]]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY or claim.negated or claim.modality in _OTHERWISE:
            continue
        words, sides = _sides(case.report[claim.doc].language)
        for match in words.finditer(claim.quote.lower()):
            pair, side, word = sides[match.group()]
            for thing in named(claim, case):
                if case.directory.entities[thing].type in _TYPES:
                    told[case.story[claim.doc], thing, pair].append((side, word, claim))
    for (_, thing, _), found in told.items():
        docs = [{c.doc for side, _, c in found if side == wanted} for wanted in (0, 1)]
        if docs[0] and docs[1] and len(docs[0] | docs[1]) > 1 and len(found) <= MOST:
            yield _question(case.directory.entities[thing].name, found)


@cache
def _sides(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[int, int, str]]]:
    """The words, and for each its pair, its side and the word that stands for that side."""
    found = {
        word: (pair, side, words[0])
        for pair, both in enumerate(lexicon(language, "reconcile")["opposites"].values())
        for side, words in enumerate(both)
        for word in words
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b"), found


def _question(name: str, told: Sequence[tuple[int, str, Claim]]) -> Question:
    words = list(dict.fromkeys(word for _, word, _ in sorted(told, key=lambda t: t[0])))
    by_word: dict[str, list[Claim]] = defaultdict(list)
    for _, word, claim in told:
        by_word[word].append(claim)
    return Question(
        text=f"{name}: {' or '.join(words)}?",
        subject=name,
        property=" or ".join(words),
        status=Status.CONFLICT,
        claims=tuple({c.id: c for _, _, c in told}.values()),
        answers=answers(by_word.items()),
        note="words that exclude each other",
    )
