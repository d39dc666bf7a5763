"""Claims of different reports that say the same in other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log, sqrt

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.statements.relating import said
from habeas.reconcile.statements.standing import turn

__all__ = ["likeness_questions"]

ALIKE = 0.42
"""Cosine of two claims' weighted content from which they are taken to say the same."""

COMMON = 60
"""A stem in more claims than this joins nothing by itself."""

_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")

_LETTERS = re.compile(r"[^\W\d_]+")

TELLING = 4
"""Words from which a quotation tells by itself what it is about."""

LARGEST = 12
"""Claims in one group at most; beyond it the words are too common to mean one thing."""


def likeness_questions(case: Case) -> Iterator[Question]:
    """Groups of claims in words, from at least two reports, whose content meets."""
    claims = [
        c for c in case.claims if c.kind not in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE) and _telling(c)
    ]
    contents = [_content(c, case) for c in claims]
    weight = _weights(contents)
    norms = [sqrt(fsum(weight[s] ** 2 for s in c)) for c in contents]
    for group in _groups(claims, _pairs(claims, contents, weight, norms, case)):
        yield _question(group)


def _telling(claim: Claim) -> bool:
    return claim.property not in ("described_as", "nationality")


def _content(claim: Claim, case: Case) -> frozenset[str]:
    # A property that is a name of ours ("took place" for "the flood") is no content of the report.
    told = claim.property if claim.property in claim.quote else ""
    return content_roots(f"{claim.subject} {told} {claim.value}", case.report[claim.doc].language)


def _weights(contents: Sequence[frozenset[str]]) -> Mapping[str, float]:
    holders = Counter(s for content in contents for s in content)
    total = len(contents) + 1
    return {s: log(total / n) for s, n in holders.items()}


def _pairs(
    claims: Sequence[Claim],
    contents: Sequence[frozenset[str]],
    weight: Mapping[str, float],
    norms: Sequence[float],
    case: Case,
) -> list[tuple[float, int, int]]:
    """Pairs of different reports of one story that are alike, best first, found through the roots they share."""
    story = [case.story[claim.doc] for claim in claims]
    index: dict[str, list[int]] = defaultdict(list)
    for i, content in enumerate(contents):
        for stem in content:
            index[stem].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in index.values():
        if len(holders) <= COMMON:
            for n, i in enumerate(holders):
                for j in holders[n + 1 :]:
                    if claims[i].doc != claims[j].doc and story[i] == story[j]:
                        shared[i, j] += 1
    found = []
    for (i, j), count in shared.items():
        if count < 2 or not norms[i] or not norms[j]:
            continue
        # fsum: a sum in the order of a set would differ in its last bits from run to run.
        cosine = fsum(weight[s] ** 2 for s in contents[i] & contents[j]) / (norms[i] * norms[j])
        if cosine >= ALIKE and not _apart(claims[i], claims[j], case):
            found.append((cosine, i, j))
    return sorted(found, key=lambda f: (-f[0], f[1], f[2]))


def _apart(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two claims that share words cannot say the same: other figures, or one begins what the other ends."""
    figures = [_figures(said(c), case.report[c.doc].language) for c in (one, other)]
    if figures[0] and figures[1] and not figures[0] & figures[1]:
        return True
    turns = {turn(c, case.report[c.doc].language) for c in (one, other)}
    return turns == {"begins", "ends"}


def _figures(words: str, language: str) -> frozenset[str]:
    """The numbers in some words, those from two on in letters too."""
    numbers = lexicon(language if language in ("en", "es") else "en", "moments")["numbers"]
    spelt = (numbers.get(word, 0) for word in _LETTERS.findall(words.lower()))
    return frozenset([*_FIGURES.findall(words), *(str(number) for number in spelt if number > 1)])


def _groups(claims: Sequence[Claim], pairs: Sequence[tuple[float, int, int]]) -> Iterator[list[Claim]]:
    """Pairs joined into groups while they stay small."""
    group_of: dict[int, set[int]] = {}
    for _, i, j in pairs:
        mine, theirs = group_of.get(i, {i}), group_of.get(j, {j})
        if mine is theirs or len(mine) + len(theirs) > LARGEST:
            continue
        joined = mine | theirs
        for member in joined:
            group_of[member] = joined
    seen: set[int] = set()
    for i in sorted(group_of):
        if i not in seen:
            seen |= group_of[i]
            yield [claims[n] for n in sorted(group_of[i])]


def _question(group: Sequence[Claim]) -> Question:
    first = max(group, key=lambda c: (len(c.quote.split()) >= TELLING, c.confidence, -len(c.quote), c.id))
    by_words: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        by_words[said(claim)].append(claim)
    negated = {c.negated for c in group}
    status = Status.CONFLICT if len(negated) > 1 else Status.AGREE
    return Question(
        text=f"Who else says “{first.quote}”?",
        subject=first.subject,
        property=first.property,
        status=status,
        claims=tuple(group),
        answers=answers(by_words.items()),
        note="one report denies what another says" if status is Status.CONFLICT else "said in other words",
    )
