"""Shifting: a text with some stretches replaced, and where each offset of the old text lies in the new."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.model.span import Span

__all__ = ["Edit", "Shifted", "shifted"]

Edit = tuple[int, int, str]
"""`[start, end)` of the old text and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """The new text. `starts`, `ends` are the replaced stretches of the old text, `at`, `to` those of the new."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    at: Sequence[int]
    to: Sequence[int]

    def span(self, old: Span) -> Span:
        """The place of `old` in the new text; one that cuts into a replaced stretch takes in all of it."""
        return Span(self._offset(old.start, False), self._offset(old.end, True))

    def offset(self, old: int) -> int:
        """The place of one offset."""
        return self._offset(old, False)

    def _offset(self, old: int, is_end: bool) -> int:
        before = bisect_right(self.starts, old - 1 if is_end else old) - 1
        if before < 0:
            return old
        if old < self.ends[before] or (is_end and old == self.ends[before]):
            return self.to[before] if is_end else self.at[before]
        return old - self.ends[before] + self.to[before]


def shifted(text: str, edits: Iterable[Edit]) -> Shifted:
    """`text` with `edits` made; of edits that overlap the first and longest is made, over the whole of both.

    >>> moved = shifted("Ana Ruiz said so.", [(0, 8, "Person A")])
    >>> moved.text, moved.span(Span(4, 8)).of(moved.text), moved.span(Span(9, 16)).of(moved.text)
    ('Person A said so.', 'Person A', 'said so')
    """
    merged: list[Edit] = []
    for start, end, instead in sorted(edits, key=lambda e: (e[0], -e[1])):
        if merged and start < merged[-1][1]:
            first, last, kept = merged[-1]
            merged[-1] = (first, max(last, end), kept)
        elif end > start:
            merged.append((start, end, instead))
    parts, last, size = [], 0, 0
    at, to = [], []
    for start, end, instead in merged:
        size += start - last
        parts += [text[last:start], instead]
        at.append(size)
        size += len(instead)
        to.append(size)
        last = end
    parts.append(text[last:])
    return Shifted("".join(parts), [e[0] for e in merged], [e[1] for e in merged], at, to)
