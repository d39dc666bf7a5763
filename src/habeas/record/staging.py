"""Which stage of a movement a claim tells of, by the words of the pack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.model.claim import Claim
from habeas.model.pack import Stage
from habeas.reconcile.names import folded

__all__ = ["Staged", "stage_of"]


@dataclass(frozen=True, slots=True)
class Staged:
    """A stage and its place in the order of stages."""

    id: str
    title: str
    group: str
    order: int


@lru_cache(maxsize=8)
def _patterns(stages: tuple[Stage, ...]) -> tuple[tuple[Staged, re.Pattern[str]], ...]:
    """Stages in the pack's order, each with the words of all languages."""
    words: dict[str, list[str]] = {}
    first: dict[str, Stage] = {}
    for stage in stages:
        first.setdefault(stage.id, stage)
        words.setdefault(stage.id, []).extend(stage.words)
    return tuple(
        (Staged(i, first[i].title, first[i].group, n), re.compile(_choice(listed)))
        for n, (i, listed) in enumerate(words.items())
    )


def stage_of(claim: Claim, stages: Sequence[Stage]) -> Staged | None:
    """The stage that the claim tells of: what its own verb says, else its words; the last stage that fits."""
    patterns = _patterns(tuple(stages))
    for text in (folded(claim.property), folded(f"{claim.property} {claim.value}"), folded(claim.quote)):
        fitting = [stage for stage, words in patterns if words.search(text)]
        if fitting:
            return fitting[-1]
    return None


def _choice(words: Sequence[str]) -> str:
    parts = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        stem = folded(word.removesuffix("-")).strip()
        parts.append(rf"(?<![\w-]){re.escape(stem)}" + (r"\w*" if word.endswith("-") else r"(?!\w)"))
    return "|".join(parts) or r"(?!)"
