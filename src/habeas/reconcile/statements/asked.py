"""The pack's questions: what readers of a domain ask, answered by whatever claims speak to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.model.claim import Claim
from habeas.model.pack import PackQuestion
from habeas.model.wording import figure
from habeas.reconcile.case import Case
from habeas.reconcile.names import folded
from habeas.reconcile.questions import Question
from habeas.reconcile.statements.relating import relate

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
    """Whole words of folded text, or beginnings of words where one ends in a hyphen. What stands for the names of a
    report ("{people}") is no word by itself."""
    parts = [
        re.escape(folded(w.removesuffix("-")).strip()) + ("" if w.endswith("-") else "(?= )")
        for w in words
        if not w.startswith("{")
    ]
    return re.compile(rf" (?:{'|'.join(parts) or '(?!)'})")


def _question(question: PackQuestion, claims: Sequence[Claim], case: Case) -> Question:
    related = relate(claims, case)
    return Question(
        text=question.question,
        subject=_main_subject(question, claims, case),
        property=question.id,
        status=related.status,
        claims=tuple(claims),
        answers=related.answers,
        note=related.note,
    )


def _main_subject(question: PackQuestion, claims: Sequence[Claim], case: Case) -> str:
    """What the question is about: the thing of the part's own kind ("facility") that most claims are about or name,
    otherwise the named subject of most claims."""
    ranked: Counter[tuple[bool, bool, str]] = Counter()
    for claim in claims:
        for told in dict.fromkeys((claim.subject, figure(claim.value))):
            known = case.directory.find(told)
            if known is not None or told == claim.subject:
                own = known is not None and known.type.value == question.part
                ranked[own, known is not None, known.name if known is not None else told] += 1
    return max(ranked, key=lambda key: (key[0], key[1], ranked[key], key[2]))[2]
