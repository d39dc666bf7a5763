"""Claims of different reports that say the same in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, log, sqrt

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.saying import said
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import sharing
from habeas.reconcile.names import capitals
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.statements.denials import is_denied
from habeas.reconcile.statements.otherwise import told_otherwise
from habeas.reconcile.statements.standing import turn

__all__ = ["likeness_questions"]

ALIKE = 0.42
"""Cosine of two claims' weighted content from which they are taken to say the same."""

CLOSE = 0.3
"""Mean cosine of the claims of two groups, those of one report apart, from which the groups are one: without it a group
drifts from claim to claim and its ends have nothing in common."""

COMMON = 60
"""A stem in more claims than this joins nothing by itself."""

_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")

_LETTERS = re.compile(r"[^\W\d_]+")

TELLING = 4
"""Words from which a clause tells by itself what it is about."""

PART_AND_WHOLE = 2
"""Numbers in a subject that is a share of a whole."""

LARGEST = 12
"""Clauses in one group at most; beyond it the words are too common to mean one thing. What is one clause of a report
under several kinds of claim counts once."""


@dataclass(frozen=True, slots=True)
class _Content:
    """The roots of what a claim says, and which of them are of words with a capital: names, mostly."""

    roots: frozenset[str]
    named: frozenset[str]


def likeness_questions(case: Case) -> Iterator[Question]:
    """Groups of claims in words, from at least two reports, whose content meets."""
    claims = [
        c for c in case.claims if c.kind not in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE) and _telling(c)
    ]
    pairs, apart = _pairs(claims, [_content(c, case) for c in claims], case)
    for group in _groups(claims, pairs):
        yield _question(group, case)
    yield from told_otherwise([(claims[i], claims[j]) for i, j in apart], case)


def _telling(claim: Claim) -> bool:
    """Whether a claim tells more than that somebody spoke somewhere ("said in a statement")."""
    spoke = claim.frame == "statement" and len(str(claim.value).split()) < TELLING
    return claim.property not in ("described_as", "nationality") and not spoke


def _content(claim: Claim, case: Case) -> _Content:
    # A property that is a name of ours ("took place" for "the flood") is no content of the report.
    told = claim.property if claim.property in claim.quote else ""
    language = case.report[claim.doc].language
    names = capitals(f"{claim.subject} {claim.value}")
    return _Content(
        content_roots(f"{claim.subject} {told} {claim.value}", language), content_roots(names, language)
    )


def _weights(contents: Sequence[_Content]) -> Mapping[str, float]:
    holders = Counter(s for content in contents for s in content.roots)
    total = len(contents) + 1
    return {s: log(total / n) for s, n in holders.items()}


def _pairs(
    claims: Sequence[Claim], contents: Sequence[_Content], case: Case
) -> tuple[list[tuple[float, int, int]], list[tuple[int, int]]]:
    """Pairs of different reports of one story that are alike, best first, found through the roots they share, and those
    that would be but for a figure; claims that share names alone are not alike."""
    weight = _weights(contents)
    norms = [sqrt(fsum(weight[s] ** 2 for s in c.roots)) for c in contents]
    found: list[tuple[float, int, int]] = []
    otherwise: list[tuple[int, int]] = []
    for i, j in _sharing(claims, contents, case):
        one, other = contents[i], contents[j]
        shared = one.roots & other.roots
        if not norms[i] or not norms[j] or shared <= one.named | other.named:
            continue
        # fsum: a sum in the order of a set would differ in its last bits from run to run.
        cosine = fsum(weight[s] ** 2 for s in shared) / (norms[i] * norms[j])
        if cosine < ALIKE:
            continue
        if _other_figures(claims[i], claims[j], case):
            otherwise.append((i, j))
        elif not _turned(claims[i], claims[j], case):
            found.append((cosine, i, j))
    return sorted(found, key=lambda f: (-f[0], f[1], f[2])), sorted(otherwise)


def _sharing(claims: Sequence[Claim], contents: Sequence[_Content], case: Case) -> list[tuple[int, int]]:
    """Pairs of claims of different reports of one story that share two roots, one of which is not common."""
    docs = [claim.doc for claim in claims]
    story = [case.story[doc] for doc in docs]
    roots = [content.roots for content in contents]
    return sharing(roots, 2, COMMON, lambda i, j: docs[i] != docs[j] and story[i] == story[j])


def _other_figures(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two claims that share words tell other figures, and so cannot say the same."""
    figures = [_figures(said(c), case.report[c.doc].language) for c in (one, other)]
    return bool(figures[0] and figures[1] and not figures[0] & figures[1])


def _turned(one: Claim, other: Claim, case: Case) -> bool:
    """Whether one begins what the other ends."""
    return {turn(c, case.report[c.doc].language) for c in (one, other)} == {"begins", "ends"}


def _figures(words: str, language: str, least: int = 2) -> frozenset[str]:
    """The numbers in some words, those from `least` on in letters too."""
    numbers = lexicon(language if language in ("en", "es") else "en", "moments")["numbers"]
    spelt = (numbers.get(word, 0) for word in _LETTERS.findall(words.lower()))
    return frozenset([*_FIGURES.findall(words), *(str(number) for number in spelt if number >= least)])


def _groups(claims: Sequence[Claim], pairs: Sequence[tuple[float, int, int]]) -> Iterator[list[Claim]]:
    """Pairs joined into groups while they stay small and what is in them alike."""
    alike = {(i, j): cosine for cosine, i, j in pairs}
    group_of: dict[int, set[int]] = {}
    for _, i, j in pairs:
        mine, theirs = group_of.get(i, {i}), group_of.get(j, {j})
        if mine is theirs or len({(claims[n].doc, claims[n].span.start) for n in mine | theirs}) > LARGEST:
            continue
        across = [
            alike.get((min(a, b), max(a, b)), 0.0)
            for a in mine
            for b in theirs
            if claims[a].doc != claims[b].doc
        ]
        if fsum(across) < CLOSE * len(across):
            continue
        joined = mine | theirs
        for member in joined:
            group_of[member] = joined
    seen: set[int] = set()
    for i in sorted(group_of):
        if i not in seen:
            seen |= group_of[i]
            yield [claims[n] for n in sorted(group_of[i])]


def _question(group: Sequence[Claim], case: Case) -> Question:
    first = max(
        group,
        key=lambda c: (_is_whole(c), len(c.quote.split()) >= TELLING, c.confidence, -len(c.quote), c.id),
    )
    status, note = Status.AGREE, "said in other words"
    if is_denied(group, case):
        status, note = Status.CONFLICT, "one report denies what another says"
    elif _other_share(group, case):
        status, note = Status.CONFLICT, "another number of the same whole, or of another whole"
    told = [(said(c), c) for c in group]
    text = "Which reports say: {}?"
    return asked_about(text, first.property, status, told, note, case, first=first, loose=True)


def _is_whole(claim: Claim) -> bool:
    """Whether the words of a claim begin with what it is about, so that they can be read by themselves."""
    return claim.quote.lower().startswith(claim.subject.lower()) and len(claim.quote.split()) >= TELLING


def _other_share(group: Sequence[Claim], case: Case) -> bool:
    """Whether two reports tell the same of other shares of a whole: "three of the four exits", "one exit of four"."""
    shares = [(c.doc, _share(c.subject, case.report[c.doc].language)) for c in group]
    return any(
        doc != also and len(share) == len(other) == PART_AND_WHOLE and len(share & other) == 1
        for (doc, share), (also, other) in combinations(shares, 2)
    )


def _share(subject: str, language: str) -> frozenset[str]:
    """The numbers of a part and its whole: not those of "30 to 40 volunteers" nor of a day."""
    words = lexicon(language, "reconcile")["part"]["of"]
    parted = any(f" {w} " in f" {subject.lower()} " for w in words)
    return _figures(subject, language, 1) if parted else frozenset()
