"""Acts: which steps told in several sentences and reports are one act of one court."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from habeas.model.law import Effect
from habeas.reconcile.legal.raw import Raw

__all__ = ["is_dated", "one_act"]

EXACT = 3
"""Days that an interval may span and still name one day for practical purposes (a weekend)."""

BARE = 40
"""A value shorter than this, with no act in it, adds nothing to the act of the same court on the same day."""

_NEVER, _EVER = -(10**9), 10**9
"""Days before and after all others."""

_COLUMNS = ("first", "last", "from", "to", "effect", "act", "of_stay", "actor", "name", "named", "level")
"""Of the first step of a group: its days as `_days` has them and as told; what it does, who does it."""

T = TypeVar("T", bound=Hashable)
Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]


def one_act(raws: Sequence[Raw]) -> list[list[Raw]]:
    """Raw steps in groups that tell of one act each; the best dated and best named come first and draw the vaguer ones."""
    groups: list[list[Raw]] = []
    known = _Known(raws)
    for raw in sorted(raws, key=_clearest_first):
        chosen = known.fitting(raw)
        if chosen is None:
            chosen = len(groups)
            groups.append([raw])
        else:
            groups[chosen].append(raw)
        known.take(raw, chosen)
    return groups


class _Known:
    """What the first step of each group is, and the words of each step in one, in tables: a report may tell of ten
    thousand orders, and to look at each group for each of them would take minutes."""

    def __init__(self, raws: Sequence[Raw]) -> None:
        self._docs = _numbered(r.claim.doc for r in raws)
        self._acts = _numbered(r.act for r in raws)
        self._effects = _numbered(r.effect for r in raws)
        self._actors = _numbered(r.actor for r in raws)
        self._names = _numbered(r.actor.name for r in raws)
        self._alike = _alike(self._names)
        self._ranks = 1 + max((r.actor.level for r in raws), default=0)
        self._first = np.zeros((len(_COLUMNS), len(raws)), dtype=np.int64)
        self._words = np.zeros((4, len(raws)), dtype=np.int64)
        self._groups = self._taken = 0

    def fitting(self, raw: Raw) -> int | None:
        """The group whose act `raw` tells of, the likest first; None where it tells of another act."""
        shared = self._around(raw)
        earliest, latest = _days(raw)
        days = self._first[:2, : self._groups]
        close = np.union1d(np.flatnonzero((days[0] <= latest + 1) & (days[1] >= earliest - 1)), shared)
        if not len(close):
            return None
        first = dict(zip(_COLUMNS, self._first[:, close], strict=True))
        fits = np.flatnonzero(self._fits(raw, first, np.isin(close, shared)))
        if not len(fits):
            return None
        level = first["level"]
        same_level = (level == raw.actor.level) & bool(raw.actor.level)
        name, act = first["name"] == self._names[raw.actor.name], first["act"] == self._acts[raw.act]
        likeness = (name * 4 + act * 2 + same_level) * self._ranks - level
        return int(close[fits[np.argmax(likeness[fits])]])

    def take(self, raw: Raw, group: int) -> None:
        """`raw` is of this group now; the first of a group says what the group tells of."""
        if group == self._groups:
            self._first[:, group] = self._row(raw)
            self._groups += 1
        span = raw.claim.span
        self._words[:, self._taken] = self._docs[raw.claim.doc], span.start, span.end, group
        self._taken += 1

    def _around(self, raw: Raw) -> Numbers:
        """The groups in whose words `raw` stands."""
        doc, start, end, group = self._words[:, : self._taken]
        span = raw.claim.span
        return np.unique(group[(doc == self._docs[raw.claim.doc]) & (start < span.end) & (end > span.start)])

    def _row(self, raw: Raw) -> tuple[int, ...]:
        """What the first of a group tells, in the order of `_COLUMNS`."""
        return (
            *_days(raw),
            raw.earliest.toordinal() if raw.earliest else _NEVER,
            raw.latest.toordinal() if raw.latest else _EVER,
            self._effects[raw.effect],
            self._acts[raw.act],
            raw.of_stay,
            self._actors[raw.actor],
            self._names[raw.actor.name],
            raw.actor.named,
            raw.actor.level,
        )

    def _fits(self, raw: Raw, first: Mapping[str, Numbers], in_words: Truths) -> Truths:
        """For each group whether `raw` tells of its act; `in_words` says whether it stands in the words of one of it."""
        mine = dict(zip(_COLUMNS, self._row(raw), strict=True))
        told = raw.effect is not Effect.NONE
        act, actor = first["act"] == mine["act"], first["actor"] == mine["actor"]
        effect = first["effect"] == mine["effect"]
        meet = (first["from"] <= mine["to"]) & (first["to"] >= mine["from"])
        same = effect & (told | act) & self._same_actor(raw, first) & meet
        bare = actor & meet if not told and _bare(raw) else np.zeros_like(act)
        stayed = effect & (first["of_stay"] != raw.of_stay) if told else np.zeros_like(act)
        found: Truths = ~stayed & ((act & actor & in_words) | bare | same)
        if raw.act != "invoked":
            return found
        # Reports count "a day earlier" differently; where one of the two has no day, any fits.
        undated = (first["from"] == _NEVER) | (first["to"] == _EVER) | (None in (raw.earliest, raw.latest))
        near = (first["from"] <= mine["to"] + 1) & (first["to"] >= mine["from"] - 1)
        return np.where(act, undated | near, found)

    def _same_actor(self, raw: Raw, first: Mapping[str, Numbers]) -> Truths:
        """One name; or one name within the other, where both name somebody; else no two ranks."""
        own, level = self._names[raw.actor.name], raw.actor.level
        within = np.isin(first["name"], self._alike[own]) if raw.actor.named else np.zeros(1, dtype=bool)
        ranks = (first["level"] == 0) | (first["level"] == level) if level else np.ones(1, dtype=bool)
        found: Truths = (first["name"] == own) | np.where(
            (first["named"] > 0) & raw.actor.named, within, ranks
        )
        return found


def _numbered(values: Iterable[T]) -> dict[T, int]:
    return {value: n for n, value in enumerate(dict.fromkeys(values))}


def _alike(names: Mapping[str, int]) -> list[list[int]]:
    """For each name the numbers of those that hold it or stand in it. All names are searched at once, as one text."""
    found: list[list[int]] = [[] for _ in names]
    text = "\n".join(names)
    starts = [0, *accumulate(len(name) + 1 for name in names)]
    for name, number in names.items():
        at = text.find(name)
        while at >= 0 and name:
            holder = bisect_right(starts, at) - 1
            found[number].append(holder)
            found[holder].append(number)
            at = text.find(name, starts[holder + 1])
    return found


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


def _bare(raw: Raw) -> bool:
    """Whether the claim only says that there was a ruling or an order ("had issued the order")."""
    return raw.act == "ruled" or len(str(raw.claim.value)) < BARE
