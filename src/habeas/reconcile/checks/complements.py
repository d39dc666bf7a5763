"""Men and women, adults and children, and some of those named before with the others: parts that make a whole told elsewhere
in the report ("39 men and 12 women", "three of those guards work for the state and five for a firm")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from habeas.model.finding import Check
from habeas.model.marks import Comparator, QuantityKind
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over
from habeas.reconcile.checks.sums import made_up

__all__ = ["complements"]

CLOSE = 30
"""Characters between two numbers that one "and" joins."""
REACH, BACK = 3_000, 500
"""Characters from such parts to their whole, and back to a whole that is only pointed at."""
MOST = 120
"""Characters between two parts that are told in two clauses of one sentence."""


def complements(case: Case) -> Iterator[Check]:
    """A check for each whole that two sorts of people, or some of them and the others, make up to one."""
    for doc in case.of_doc:
        counts = [f for f in figures(case, doc) if _counts(f)]
        report = case.report[doc]
        words = lexicon(report.language, "reconcile")
        done: set[float] = set()
        for one, other in pairwise(counts):
            total = one.value + other.value
            if _are_two_sorts(one, other, report.text, words):
                near = [f for f in counts if abs(f.mark.number.start - one.mark.number.start) <= REACH]
            elif _are_some_and_others(one, other, case, words):
                start = one.mark.number.start
                near = [f for f in counts if 0 < start - f.mark.number.start <= BACK]
            else:
                continue
            wholes = [f for f in near if f.value == total and f not in (one, other)]
            if wholes and total not in done:
                done.add(total)
                nearest = min(wholes, key=lambda f: abs(f.mark.number.start - one.mark.number.start))
                yield made_up(nearest, (one, other))


def _counts(one: Figure) -> bool:
    plain = one.claim.comparator is Comparator.EXACT and one.claim.value_max is None
    return one.mark.kind is QuantityKind.COUNT and isinstance(one.claim.value, int) and plain


def _are_two_sorts(one: Figure, other: Figure, text: str, words: Table) -> bool:
    """Whether two numbers are of two sorts of people that make up everyone, joined by "and"."""
    between = text[one.mark.number.end : other.mark.number.start].lower()
    if len(between) > CLOSE or not any(f" {w} " in between for w in words["and_words"]):
        return False
    sorts = {_sort(f, text, words) for f in (one, other)}
    return any(sorts == set(pair) for pair in words["persons"]["everyone"])


def _sort(one: Figure, text: str, words: Table) -> str:
    noun = one.mark.noun.of(text).lower().split()[-1] if one.mark.noun else ""
    return next((str(name) for name, nouns in words["sorts"].items() if noun in nouns), "")


def _are_some_and_others(one: Figure, other: Figure, case: Case, words: Table) -> bool:
    """Whether two numbers are told as "three of those are ..., and five are ..."."""
    doc = one.claim.doc
    text = case.report[doc].text
    over = sentence_over(case.marked[doc].sentences, one.mark.number.start)
    between = text[one.mark.number.end : other.mark.number.start].lower()
    if other.mark.number.start >= over.end or len(between) > MOST:
        return False
    pointing = "|".join(map(re.escape, words["part"]["pointing"]))
    joined = any(between.endswith(f" {w} ") for w in words["and_words"])
    return joined and re.match(rf"\s(?:{pointing})\b", between) is not None
