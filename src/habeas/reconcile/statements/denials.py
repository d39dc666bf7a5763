"""Denials: whether one report says that something is not so which another says is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.saying import said
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case

__all__ = ["holds_negation", "is_denied"]

DENIED = 0.6
"""Share of what the shorter claim says besides its subject that both must say, for one to deny the other."""

WHOLE = 0.6
"""The same of the longer claim, where the two do not tell of one act."""

MANY = 60
"""Beyond this many claims only the first are compared: the answer no longer changes, the cost would."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim as roots of its words: those of its subject, of its act and all of them."""

    claim: Claim
    subject: frozenset[str]
    act: frozenset[str]
    whole: frozenset[str]


def is_denied(claims: Sequence[Claim], case: Case) -> bool:
    """Whether a claim of one report is negated and one of another says the same of the same thing and is not.

    Two claims that share names and words may still speak of different things: "the ministry had no comment" denies
    nothing that is said of the ministry.
    """
    told = [_told(claim, case) for claim in claims[:MANY]]
    no = [one for one in told if one.claim.negated]
    yes = [one for one in told if not one.claim.negated and not holds_negation(one.claim, case)] if no else []
    return any(_denies(one, other) for one in no for other in yes if one.claim.doc != other.claim.doc)


def _told(claim: Claim, case: Case) -> _Told:
    language = case.report[claim.doc].language
    return _Told(
        claim,
        content_roots(claim.subject, language),
        content_roots(claim.property.replace("_", " "), language),
        content_roots(said(claim), language),
    )


def _denies(no: _Told, yes: _Told) -> bool:
    """Whether the two are of one subject, and what the one says besides is most of what the other says."""
    mine, theirs = _unnumbered(no.subject), _unnumbered(yes.subject)
    if not (mine <= yes.whole or theirs <= no.whole):
        return False
    besides = no.whole - no.subject, yes.whole - yes.subject - no.subject
    shared = len(besides[0] & besides[1])
    short, long = sorted(map(len, besides))
    # Who was "not arrested during the march" may have been arrested.
    if shared < DENIED * max(1, short, len(besides[0])):
        return False
    return shared >= WHOLE * long or not no.act.isdisjoint(yes.act)


def _unnumbered(subject: frozenset[str]) -> frozenset[str]:
    """What a subject is, without how many: "75 nationals" are "nationals"."""
    return frozenset(word for word in subject if not word[0].isdigit()) or subject


def holds_negation(claim: Claim, case: Case) -> bool:
    """Whether part of what a claim says is negated ("in areas that do not support it")."""
    return any(claim.span.contains(cue.span) for cue in case.marked[claim.doc].negations)
