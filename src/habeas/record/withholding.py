"""Claims which say that something was not disclosed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from habeas.model.claim import Claim, Kind
from habeas.packs import lexicon
from habeas.reconcile.names import folded

__all__ = ["withheld_matter", "withholds"]


def withholds(claim: Claim, language: str) -> bool:
    """Whether the claim is a negated or denied telling of disclosure ("has not named them"), or a refusal to comment."""
    if claim.kind in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE):
        return False
    words = _words(language)
    text = folded(claim.quote)
    if words["refusing"].search(text):
        return True
    return (claim.negated or words["negating"].search(text) is not None) and words["disclosing"].search(
        text
    ) is not None


def withheld_matter(claim: Claim, language: str) -> str:
    """The words of the claim without the act of disclosing: what was withheld."""
    return _words(language)["giving"].sub(" ", folded(claim.quote))


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    return {name: _pattern(listed) for name, listed in lexicon(language, "disclosure").items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    parts = [
        re.escape(folded(w.removesuffix("-")).strip()) + (r"\w*" if w.endswith("-") else "")
        for w in sorted(words, key=lambda w: (-len(w), w))
    ]
    return re.compile(rf" (?:{'|'.join(parts)})(?= )")
