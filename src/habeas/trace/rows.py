"""Rows of (key, report) in order of their keys, in bounded memory: what does not fit lies in a file."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Keys", "Part", "Reports", "Rows", "spread", "unspread"]

Keys: TypeAlias = NDArray[np.uint64]
Reports: TypeAlias = NDArray[np.uint32]
Part: TypeAlias = tuple[Keys, Reports]

_ODD = 0x9E3779B97F4A7C15
"""The golden ratio in 64 bits (Knuth, The Art of Computer Programming 3, 6.4): multiplying by it spreads any keys."""

_BITS = 6
_FILES = 1 << _BITS
"""Parts that spilled rows are dealt to by the first bits of their keys."""

_ROW = np.dtype([("key", "<u8"), ("report", "<u4")])
_COPIES = 4
"""Times that a part is held while it is sorted: the rows, two orders, the result."""


def spread(keys: Keys) -> Keys:
    """The keys mixed so that their first bits are even; `unspread` gives them back.

    >>> unspread(spread(np.array([1, 2, 3], dtype=np.uint64))).tolist()
    [1, 2, 3]
    """
    return keys * np.uint64(_ODD)


def unspread(keys: Keys) -> Keys:
    """The keys before they were spread."""
    return keys * np.uint64(pow(_ODD, -1, 1 << 64))


class Rows:
    """A collection of rows that is filled once and read in order as often as wanted. `memory` bounds it in bytes.

    Keys must be even in their first bits (`spread`). Rows of one key always come in one part.
    """

    def __init__(self, memory: int) -> None:
        self._most = max(1024, memory // (_ROW.itemsize * _COPIES))
        self._held: list[Part] = []
        self._count = 0
        self._file: IO[bytes] | None = None
        self._pieces: list[list[tuple[int, int]]] = [[] for _ in range(_FILES)]

    def add(self, keys: Keys, reports: Reports) -> None:
        """Take in rows, in any order."""
        if not len(keys):
            return
        self._held.append((keys, reports))
        self._count += len(keys)
        if self._count >= self._most:
            self._spill()

    @property
    def spilled(self) -> int:
        """Bytes that lie in the file."""
        return sum(size for pieces in self._pieces for _, size in pieces) * _ROW.itemsize

    def parts(self) -> Iterator[Part]:
        """The rows part by part, each sorted by key, then report."""
        if self._file is None:
            yield _sorted(*self._joined())
            return
        self._spill()
        for pieces in self._pieces:
            rows = sum(size for _, size in pieces)
            shares = -(-rows // self._most)
            for share in range(shares):
                yield _sorted(*self._read(pieces, share, shares))

    def _joined(self) -> Part:
        if not self._held:
            return np.zeros(0, np.uint64), np.zeros(0, np.uint32)
        keys = np.concatenate([k for k, _ in self._held])
        reports = np.concatenate([r for _, r in self._held])
        self._held = [(keys, reports)]
        return keys, reports

    def _spill(self) -> None:
        """Deal what is held to the parts of the file."""
        if not self._count:
            return
        if self._file is None:
            self._file = TemporaryFile(prefix="habeas-")  # noqa: SIM115 - it lives as long as the rows
        keys, reports = self._joined()
        part = (keys >> np.uint64(64 - _BITS)).astype(np.uint8)
        order = np.argsort(part, kind="stable")
        rows = np.empty(len(keys), _ROW)
        rows["key"], rows["report"] = keys[order], reports[order]
        ends = np.cumsum(np.bincount(part, minlength=_FILES))
        at = self._file.seek(0, 2)
        self._file.write(rows.tobytes())
        for n, (end, size) in enumerate(zip(ends.tolist(), np.diff(ends, prepend=0).tolist(), strict=True)):
            if size:
                self._pieces[n].append((at + (end - size) * _ROW.itemsize, size))
        self._held, self._count = [], 0

    def _read(self, pieces: list[tuple[int, int]], share: int, shares: int) -> Part:
        """One of `shares` equal ranges of a part's keys."""
        assert self._file is not None
        keys, reports = [], []
        for at, size in pieces:
            self._file.seek(at)
            rows = np.frombuffer(self._file.read(size * _ROW.itemsize), _ROW)
            if shares > 1:
                place = ((rows["key"] << np.uint64(_BITS)) >> np.uint64(32)) * np.uint64(shares)
                rows = rows[place >> np.uint64(32) == share]
            keys.append(rows["key"].astype(np.uint64))
            reports.append(rows["report"].astype(np.uint32))
        return np.concatenate(keys), np.concatenate(reports)


def _sorted(keys: Keys, reports: Reports) -> Part:
    order = np.lexsort((reports, keys))
    return keys[order], reports[order]
