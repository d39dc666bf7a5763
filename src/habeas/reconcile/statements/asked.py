"""The pack's questions: what readers of a domain ask, answered by whatever claims speak to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.model.claim import Claim
from habeas.model.finding import Status
from habeas.model.pack import PackQuestion
from habeas.reconcile.case import Case
from habeas.reconcile.names import folded
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.statements.relating import relate, said

__all__ = ["answering", "asked_questions"]


def asked_questions(case: Case) -> Iterator[Question]:
    """One finding for each question of the pack and story that at least two reports answer in words."""
    for question in case.pack.questions:
        if not question.words:
            continue
        for claims in case.told_by_story(answering(question, case.claims)):
            if len({c.doc for c in claims}) > 1:
                yield _question(question, claims, case)


def answering(question: PackQuestion, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that answer a pack's question."""
    return [c for c in claims if c.property in question.properties or _speaks_to(question, c)]


def _speaks_to(question: PackQuestion, claim: Claim) -> bool:
    if not question.words or (question.kinds and claim.kind not in question.kinds):
        return False
    text = folded(claim.quote)
    return _any(question.words, text) and (not question.also or _any(question.also, text))


def _any(words: Sequence[str], text: str) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=1000)
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words of folded text, or beginnings of words where one ends in a hyphen."""
    parts = [
        re.escape(folded(w.removesuffix("-")).strip()) + ("" if w.endswith("-") else "(?= )") for w in words
    ]
    return re.compile(rf" (?:{'|'.join(parts)})")


def _question(question: PackQuestion, claims: Sequence[Claim], case: Case) -> Question:
    by_words: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_words[said(claim)].append(claim)
    status, note = relate(claims, case)
    return Question(
        text=question.question,
        subject=_main_subject(claims),
        property=question.id,
        status=status if status is not Status.AGREE or len(by_words) > 1 else Status.AGREE,
        claims=tuple(claims),
        answers=answers(by_words.items()),
        note=note,
    )


def _main_subject(claims: Sequence[Claim]) -> str:
    counted: dict[str, int] = defaultdict(int)
    for claim in claims:
        counted[claim.subject] += 1
    return max(counted, key=lambda s: (counted[s], s))
