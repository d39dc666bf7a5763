"""The pack's questions: what readers of a domain ask, answered by whatever claims speak to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
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


class _Words:
    """In which claims each word stands, so that no question reads them all."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._of_property: dict[str, list[int]] = defaultdict(list)
        for n, claim in enumerate(claims):
            self._of_property[claim.property].append(n)
            for word in set(folded(claim.quote).split()):
                self._holders[word].append(n)
        self._known = sorted(self._holders)

    def holding(self, question: PackQuestion) -> list[Claim]:
        """The claims, in order, of a question's properties and those with a word, or the first of a phrase, of its."""
        found = {n for name in question.properties for n in self._of_property.get(name, ())}
        for told in question.words:
            if told.startswith("{"):
                continue
            words = folded(told.removesuffix("-")).split()
            opens = told.endswith("-") and len(words) == 1
            for word in self._opened_by(words[0]) if opens else words[:1]:
                found.update(self._holders.get(word, ()))
        return [self.claims[n] for n in sorted(found)]

    def _opened_by(self, opening: str) -> Iterator[str]:
        at = bisect_left(self._known, opening)
        while at < len(self._known) and self._known[at].startswith(opening):
            yield self._known[at]
            at += 1


def asked_questions(case: Case) -> Iterator[Question]:
    """One finding for each question of the pack and story that at least two reports answer in words."""
    known = _Words(case.claims)
    for question in case.pack.questions:
        if not question.words:
            continue
        for claims in case.told_by_story(_answering(question, known, case)):
            if len({c.doc for c in claims}) > 1:
                yield _question(question, claims, case)


def _answering(question: PackQuestion, known: _Words, case: Case) -> list[Claim]:
    """The claims that answer a pack's question."""
    named = _pattern(_names(question.about, case))
    told = known.holding(question)
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
