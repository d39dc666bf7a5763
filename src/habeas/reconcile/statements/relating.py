"""How claims in words relate: which say alike, whether one denies another, or each says something of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.finding import Answer, Status
from habeas.model.saying import said
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.questions import answers
from habeas.reconcile.statements.denials import is_denied

__all__ = ["Related", "relate"]

SAME = 0.5
"""Shared content of the shorter claim from which two say the same."""

MANY = 60
"""Beyond this many claims only the first are compared: the answer no longer changes, the cost would."""

FEW = 4
"""From so many claims on, a word that half of them hold is what they are asked about and tells none apart."""


@dataclass(frozen=True, slots=True)
class Related:
    """How the answers to one question relate: those that say alike are one answer, the most widely told first."""

    status: Status
    note: str
    answers: tuple[Answer, ...]


def relate(claims: Sequence[Claim], case: Case) -> Related:
    """How claims of several reports that answer one question relate."""
    contents = [content_roots(said(c), case.report[c.doc].language) for c in claims[:MANY]]
    if is_denied(claims, case):
        return Related(Status.CONFLICT, "one report denies what another says", _told(claims))
    alike = _alike(claims, _telling(contents))
    widest = max(alike, key=lambda group: (len(case.origins(group)), len(case.docs(group))))
    behind, among = (len(case.origins(group)) for group in (widest, claims))
    if len(case.docs(widest)) > 1 and (behind > 1 or among == 1):
        every = (
            "" if behind == among else f" by {behind} of {among} origins; the others say something besides"
        )
        status, note = Status.AGREE, f"said in other words{every}"
    else:
        status, note = Status.REFINES, "different things said to one question; they can all hold"
    alike.sort(key=lambda group: -len(case.origins(group)))
    return Related(status, note, answers((said(group[0]), group) for group in alike))


def _told(claims: Sequence[Claim]) -> tuple[Answer, ...]:
    return answers((said(claim), [claim]) for claim in claims)


def _telling(contents: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What each claim says besides the words that half of them hold."""
    if len(contents) < FEW:
        return list(contents)
    held = Counter(root for content in contents for root in content)
    common = {root for root, count in held.items() if 2 * count >= len(contents)}
    return [content - common or content for content in contents]


def _alike(claims: Sequence[Claim], contents: Sequence[frozenset[str]]) -> list[list[Claim]]:
    """The claims in groups that say alike: each joins the first group whose first claim it shares most words with."""
    heads: list[int] = []
    groups: list[list[Claim]] = []
    by_words: dict[str, list[Claim]] = {}
    for number, claim in enumerate(claims):
        words = said(claim)
        if words not in by_words:
            if number < len(contents):
                near = [
                    n for n, head in enumerate(heads) if _shared(contents[head], contents[number]) >= SAME
                ]
                by_words[words] = groups[near[0]] if near else []
                if not near:
                    heads.append(number)
                    groups.append(by_words[words])
            else:
                groups.append(by_words.setdefault(words, []))
        by_words[words].append(claim)
    return groups


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
