"""Limits: how often one visitor may ask, and when an account or address is locked after failed sign-ins."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

__all__ = ["FAILURES_OF_ADDRESS", "FAILURES_OF_NAME", "LOCKED", "Lockout", "Window"]

FAILURES_OF_NAME = 5
FAILURES_OF_ADDRESS = 20
LOCKED = 15 * 60
"""Seconds. NIST SP 800-63B 5.2.2 asks for at most 100 failures in a row; this leaves 20 an hour for one account."""

_REMEMBERED = 10_000


class Window:
    """At most `most` times in the last `seconds`, for each key; the keys seen longest ago are forgotten first.

    >>> now = [0.0]
    >>> window = Window(2, 60, clock=lambda: now[0])
    >>> window.take("a"), window.take("a"), window.take("a"), window.take("b")
    (True, True, False, True)
    >>> now[0] = 61.0
    >>> window.take("a")
    True
    """

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> bool:
        """Count one more, unless there are too many already."""
        with self._lock:
            times = self._fresh(key)
            if len(times) >= self._most:
                return False
            times.append(self._clock())
            return True

    def is_full(self, key: str) -> bool:
        """Whether no further one may be taken now."""
        with self._lock:
            return len(self._fresh(key)) >= self._most

    def forget(self, key: str) -> None:
        """Start again for this key."""
        with self._lock:
            self._times.pop(key, None)

    def _fresh(self, key: str) -> deque[float]:
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        while len(self._times) > _REMEMBERED:
            self._times.popitem(last=False)
        oldest = self._clock() - self._seconds
        while times and times[0] < oldest:
            times.popleft()
        return times


class Lockout:
    """Failed sign-ins, counted for the name that was tried and for the address that tried."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._names = Window(FAILURES_OF_NAME, LOCKED, clock)
        self._addresses = Window(FAILURES_OF_ADDRESS, LOCKED, clock)

    def is_locked(self, name: str, address: str) -> bool:
        """Whether no try is allowed now, right password or not."""
        return self._names.is_full(name) or self._addresses.is_full(address)

    def failed(self, name: str, address: str) -> None:
        """Count a failure."""
        self._names.take(name)
        self._addresses.take(address)

    def succeeded(self, name: str) -> None:
        """Forget the failures of this name."""
        self._names.forget(name)
