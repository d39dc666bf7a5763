"""A count beside those it counts, some by name ("19 people, including Reyes, Costa and 17 sailors")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from habeas.model.finding import Check, CheckType
from habeas.model.marks import EntityType, Marks, MentionForm, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over

__all__ = ["named_parts"]

_MOST = 20
"""The most people that a report names in one breath."""


def named_parts(case: Case) -> Iterator[Check]:
    """A check for each count of people that people by name and a number of others make up to one."""
    for doc in case.of_doc:
        known = [f for f in figures(case, doc) if f.mark.kind is QuantityKind.COUNT and f.value > 1]
        text, marks = case.report[doc].text, case.marked[doc]
        words = lexicon(case.report[doc].language, "reconcile")
        for whole, part in pairwise(known):
            names = _named(whole, part, text, marks, words) if whole.value > part.value else []
            if names and len(names) + part.value == whole.value:
                yield _check(whole, part, names)


def _named(whole: Figure, part: Figure, text: str, marks: Marks, words: Table) -> Sequence[str]:
    """The people named between a whole and the last of its parts, in one sentence that says that they are parts."""
    if part.mark.number.start >= sentence_over(marks.sentences, whole.mark.number.start).end:
        return []
    between = text[whole.end : part.mark.span.start].lower()
    cues = "|".join(map(re.escape, words["part_cues"]))
    joint = "|".join(map(re.escape, words["and_words"]))
    opened = re.search(rf"\b(?:{cues})\b", between)
    closed = re.search(rf"\b(?:{joint})(?:\s+[^\W\d_]+){{0,2}}\s*$", between)
    if opened is None or closed is None:
        return []
    at = bisect_left(marks.mentions, whole.end + opened.end(), key=lambda m: m.span.start)
    names: list[str] = []
    while at < len(marks.mentions) and marks.mentions[at].span.end <= part.mark.span.start:
        mention = marks.mentions[at]
        if mention.form is MentionForm.NAME and marks.entities[mention.entity].type is EntityType.PERSON:
            names.append(mention.span.of(text))
        at += 1
    return names if len(names) <= _MOST else []


def _check(whole: Figure, part: Figure, names: Sequence[str]) -> Check:
    named = ", ".join(names)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{named} and {figure(part.claim.value)} others make {figure(whole.claim.value)}",
        formula=" + ".join([*("1" for _ in names), str(part.claim.value)]),
        computed=len(names) + int(part.value),
        holds=True,
        claims=(whole.claim.id, part.claim.id),
        note="",
    )
