"""Small counts of things that reports call by the same words: "two smaller boats", "three smaller boats"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import Comparator, QuantityKind
from habeas.packs.stems import content_roots, root
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.scopes import is_past, is_repeated
from habeas.reconcile.settings import sentence
from habeas.reconcile.telling import is_part

__all__ = ["phrase_questions"]

LEAST, MOST = 2, 20
"""The numbers between which counts of things are compared that have no told group of their own."""
FAR = 3
"""The factor by which two counts of one thing differ at most."""
SHORT = 3
"""Words that sentences share besides a phrase of one word."""
CROWD = 12
"""Claims of one phrase in one story beyond which it names no one thing."""


def phrase_questions(case: Case) -> Iterator[Question]:
    """A question for each phrase that reports of a story each count once, in sentences that share a word, or several where
    the phrase is one word."""
    groups: dict[tuple[int, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY and (phrase := _phrase(claim, case)):
            groups[case.story[claim.doc], phrase].append(claim)
    for (_, phrase), claims in groups.items():
        alone = len({c.doc for c in claims}) == len({(c.doc, c.value) for c in claims})
        if len(claims) <= CROWD and alone and of_several(claims):
            told = [c for c in claims if _is_told_again(c, claims, phrase, case)]
            # One word is little to agree by: that two numbers of it differ tells more.
            apart = len(phrase) > 1 or len({c.value for c in told}) > 1
            if apart and of_several(told):
                yield _question(told, case)


def _phrase(claim: Claim, case: Case) -> tuple[str, ...]:
    """The words that are counted, as roots; empty where they tell of a part, or are one word for people."""
    mark = case.quantity_of.get(claim.id)
    if mark is None or mark.kind is not QuantityKind.COUNT or mark.noun is None:
        return ()
    if not isinstance(claim.value, int) or not LEAST <= claim.value <= MOST or claim.value_max is not None:
        return ()
    words = mark.noun.of(case.report[claim.doc].text).lower().split()
    telling = len(words) > 1 or claim.unit not in (None, "people")
    plain = claim.comparator is Comparator.EXACT and telling and all(w.isalpha() for w in words)
    if not plain or is_part(claim, case) or is_past(claim, case) or is_repeated(claim, case):
        return ()
    return tuple(root(w) for w in words)


def _is_told_again(claim: Claim, claims: Sequence[Claim], phrase: tuple[str, ...], case: Case) -> bool:
    """Whether another report counts the same in a sentence that shares a word besides, or more where the phrase is short."""
    mine = _around(claim, phrase, case)
    least = 1 if len(phrase) > 1 else SHORT
    return any(o.doc != claim.doc and len(mine & _around(o, phrase, case)) >= least for o in claims)


def _around(claim: Claim, phrase: tuple[str, ...], case: Case) -> frozenset[str]:
    roots = content_roots(sentence(claim, case), case.report[claim.doc].language)
    return frozenset(r for r in roots if not r[0].isdigit()) - set(phrase)


def _question(claims: Sequence[Claim], case: Case) -> Question:
    values = sorted({float(c.value) for c in claims})
    apart = len(values) > 1
    status = Status.CONFLICT if apart and values[-1] <= FAR * values[0] else Status.DIFFERENT_SCOPE
    return figure_question(
        claims,
        status if apart else Status.AGREE,
        "the numbers exclude each other" if status is Status.CONFLICT else "the same words",
        case,
        of=claims[0],
        named=False,
    )
