"""Acts: which steps told in several sentences and reports are one act of one court."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from habeas.model.law import Effect
from habeas.reconcile.legal.raw import Raw

__all__ = ["is_dated", "one_act"]

EXACT = 3
"""Days that an interval may span and still name one day for practical purposes (a weekend)."""

BARE = 40
"""A value shorter than this, with no act in it, adds nothing to the act of the same court on the same day."""

_NEVER, _EVER = -(10**9), 10**9
"""Days before and after all others."""


def one_act(raws: Sequence[Raw]) -> list[list[Raw]]:
    """Raw steps in groups that tell of one act each; the best dated and best named come first and draw the vaguer ones."""
    groups: list[list[Raw]] = []
    known = _Known(raws)
    for raw in sorted(raws, key=_clearest_first):
        close, shared = known.around(raw)
        fitting = [n for n in close if _fits(raw, groups[n], n in shared)]
        if fitting:
            chosen = max(fitting, key=lambda n: _likeness(raw, groups[n]))
            groups[chosen].append(raw)
        else:
            chosen = len(groups)
            groups.append([raw])
        known.take(raw, chosen)
    return groups


class _Known:
    """The days of each group and the words of each step in one: a report may tell of ten thousand orders, and to look
    at each group for each of them would take minutes."""

    def __init__(self, raws: Sequence[Raw]) -> None:
        self._docs = {doc: n for n, doc in enumerate(dict.fromkeys(r.claim.doc for r in raws))}
        self._days = np.zeros((2, len(raws)), dtype=np.int64)
        self._words = np.zeros((4, len(raws)), dtype=np.int64)
        self._groups = self._taken = 0

    def around(self, raw: Raw) -> tuple[list[int], frozenset[int]]:
        """The groups, in order, that `raw` can belong to by its day or its words, and those in whose words it stands."""
        earliest, latest = _days(raw)
        first, last = self._days[:, : self._groups]
        near = np.flatnonzero((first <= latest + 1) & (last >= earliest - 1))
        doc, start, end, group = self._words[:, : self._taken]
        span = raw.claim.span
        shared = group[(doc == self._docs[raw.claim.doc]) & (start < span.end) & (end > span.start)]
        return np.union1d(near, shared).tolist(), frozenset(shared.tolist())

    def take(self, raw: Raw, group: int) -> None:
        """`raw` is of this group now; the first of a group gives it its days."""
        if group == self._groups:
            self._days[:, group] = _days(raw)
            self._groups += 1
        span = raw.claim.span
        self._words[:, self._taken] = self._docs[raw.claim.doc], span.start, span.end, group
        self._taken += 1


def _days(raw: Raw) -> tuple[int, int]:
    """First and last day that it can have been, by number; an invocation that lacks one of them fits any day."""
    if raw.act == "invoked" and (raw.earliest is None or raw.latest is None):
        return _NEVER, _EVER
    return (
        raw.earliest.toordinal() if raw.earliest else _NEVER,
        raw.latest.toordinal() if raw.latest else _EVER,
    )


def _clearest_first(raw: Raw) -> tuple[bool, bool, bool, int]:
    return raw.effect is Effect.NONE, not is_dated(raw), not raw.actor.named, -raw.actor.level


def is_dated(raw: Raw) -> bool:
    """Whether its day is known for practical purposes."""
    return bool(raw.earliest and raw.latest and (raw.latest - raw.earliest).days <= EXACT)


def _fits(raw: Raw, group: Sequence[Raw], in_words: bool) -> bool:
    """Whether `raw` tells of the group's act; `in_words` says whether it stands in the words of one of the group."""
    first = group[0]
    if raw.act == "invoked" and first.act == "invoked":
        return _near(raw, first)
    if raw.of_stay is not first.of_stay and raw.effect is first.effect is not Effect.NONE:
        return False
    if raw.act == first.act and raw.actor == first.actor and in_words:
        return True
    if raw.effect is Effect.NONE and _bare(raw) and raw.actor == first.actor:
        return _meet(raw, first)
    if raw.effect is not first.effect or (raw.effect is Effect.NONE and raw.act != first.act):
        return False
    if not _same_actor(raw, first):
        return False
    return _meet(raw, first)


def _same_actor(raw: Raw, first: Raw) -> bool:
    a, b = raw.actor, first.actor
    if a.name == b.name:
        return True
    if a.named and b.named:
        return a.name in b.name or b.name in a.name
    return not (a.level and b.level) or a.level == b.level


def _bare(raw: Raw) -> bool:
    """Whether the claim only says that there was a ruling or an order ("had issued the order")."""
    return raw.act == "ruled" or len(str(raw.claim.value)) < BARE


def _near(one: Raw, other: Raw) -> bool:
    """Whether two tellings of one invocation fit but for a day: reports count "a day earlier" differently."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    return one.earliest <= other.latest + timedelta(1) and other.earliest <= one.latest + timedelta(1)


def _meet(one: Raw, other: Raw) -> bool:
    return not (
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )


def _likeness(raw: Raw, group: Sequence[Raw]) -> tuple[bool, bool, bool, int]:
    first = group[0]
    same_level = bool(raw.actor.level) and raw.actor.level == first.actor.level
    return raw.actor.name == first.actor.name, raw.act == first.act, same_level, -first.actor.level
