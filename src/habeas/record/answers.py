"""Whether anything answers a question of the pack: its properties, or its words in a claim or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection as Ids
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.model.claim import Claim
from habeas.model.pack import PackQuestion
from habeas.reconcile.names import folded
from habeas.record.collection import Collection

__all__ = ["by_claim", "by_paragraph", "speaks_to"]


def by_claim(question: PackQuestion, held: Collection, without: Ids[str]) -> bool:
    """Whether a claim of any kind answers `question`, other than those in `without`."""
    if any(held.properties.get(p, frozenset()) - frozenset(without) for p in question.properties):
        return True
    if not question.words:
        return False
    words = _pattern(question.words)
    return any(
        c.id not in without and speaks_to(question, c)
        for doc, text in held.claimed_words.items()
        if words.search(text)
        for c in held.of_doc[doc]
    )


def by_paragraph(question: PackQuestion, held: Collection) -> bool:
    """Whether a paragraph of a report holds the words that answer `question`."""
    return bool(question.words) and any(_holds(question, text) for text in _candidates(question, held))


def speaks_to(question: PackQuestion, claim: Claim) -> bool:
    """Whether the claim's own words answer the question, whatever the claim's kind."""
    return bool(question.words) and _holds(question, folded(claim.quote))


def _candidates(question: PackQuestion, held: Collection) -> Iterator[str]:
    words = _pattern(question.words)
    return (text for text in held.paragraphs if words.search(text))


def _holds(question: PackQuestion, text: str) -> bool:
    if not _pattern(question.words).search(text):
        return False
    return not question.also or _pattern(question.also).search(text) is not None


@lru_cache(maxsize=1000)
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words of folded text, or beginnings of words where one ends in a hyphen."""
    parts = [
        re.escape(folded(w.removesuffix("-")).strip()) + (r"[\w-]*" if w.endswith("-") else "") for w in words
    ]
    return re.compile(rf" (?:{'|'.join(parts)})(?= )")
