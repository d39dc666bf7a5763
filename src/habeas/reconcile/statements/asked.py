"""The pack's questions: what readers of a domain ask, answered by whatever claims speak to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.model.claim import Claim
from habeas.model.marks import EntityType
from habeas.model.pack import PackQuestion
from habeas.model.wording import figure
from habeas.reconcile.case import Case
from habeas.reconcile.names import folded
from habeas.reconcile.questions import Question
from habeas.reconcile.statements.relating import relate

__all__ = ["asked_questions"]


def asked_questions(case: Case) -> Iterator[Question]:
    """One finding for each question of the pack and story that at least two reports answer in words."""
    for question in case.pack.questions:
        if not question.words:
            continue
        for claims in case.told_by_story(_answering(question, case)):
            yield _question(question, claims, case)


def _answering(question: PackQuestion, case: Case) -> list[Claim]:
    """The claims that answer a pack's question."""
    named = _pattern(_names(question.about, case))
    told = case.worded.holding(question.words, question.properties)
    return [c for c in told if c.property in question.properties or _speaks_to(question, c, named)]


def _names(about: Sequence[str], case: Case) -> tuple[str, ...]:
    """The nouns of the things that a question is about, in both numbers, and the names of such facilities."""
    things = [thing for thing in case.pack.things if thing.id in about]
    nouns = [form for thing in things for noun in thing.nouns for form in (noun, f"{noun}s", f"{noun}es")]
    if any(thing.entity == EntityType.FACILITY.value for thing in things):
        held = [one for one in case.directory.entities if one.type is EntityType.FACILITY]
        nouns += [name for one in held for name in (one.name, *one.aliases)]
    return tuple(nouns)


def _speaks_to(question: PackQuestion, claim: Claim, named: re.Pattern[str]) -> bool:
    if not question.words or (question.kinds and claim.kind not in question.kinds):
        return False
    text = folded(claim.quote)
    if not _any(question.words, text) or (question.also and not _any(question.also, text)):
        return False
    return not question.about or claim.subject_type in question.about or named.search(text) is not None


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
