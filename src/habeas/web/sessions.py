"""Sessions: who is signed in. Kept in memory, so that a restart signs everybody out and no file holds a secret."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

__all__ = ["Notice", "Session", "Sessions"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told on the next page: a sentence, and the decisions that a button there takes back."""

    words: str
    undo: tuple[int, ...] = ()


@dataclass(slots=True)
class Session:
    """One signed-in browser. `since` is the state of the account at sign-in: a change of the account ends the session."""

    name: str
    since: str
    csrf: str
    begun: float
    seen: float
    notice: Notice | None = field(default=None)

    def told(self) -> Notice | None:
        """The notice, once."""
        notice, self.notice = self.notice, None
        return notice


class Sessions:
    """All sessions, by the digest of the secret that the browser holds.

    >>> now = [0.0]
    >>> sessions = Sessions(idle=60, longest=100, clock=lambda: now[0])
    >>> secret, _ = sessions.begin("ana", "")
    >>> sessions.find(secret).name
    'ana'
    >>> now[0] = 61.0
    >>> sessions.find(secret) is None
    True
    """

    def __init__(self, idle: float, longest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle, self._longest, self._clock = idle, longest, clock
        self._held: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self, name: str, since: str) -> tuple[str, Session]:
        """A new session and its secret."""
        secret, now = secrets.token_urlsafe(32), self._clock()
        session = Session(name, since, secrets.token_urlsafe(32), now, now)
        with self._lock:
            self._held = {key: one for key, one in self._held.items() if self._lives(one, now)}
            self._held[_digest(secret)] = session
        return secret, session

    def find(self, secret: str) -> Session | None:
        """The session of this secret, unless it has ended."""
        now, key = self._clock(), _digest(secret)
        with self._lock:
            session = self._held.get(key)
            if session is None:
                return None
            if not self._lives(session, now):
                del self._held[key]
                return None
            session.seen = now
            return session

    def end(self, secret: str) -> None:
        """Forget the session of this secret."""
        with self._lock:
            self._held.pop(_digest(secret), None)

    def _lives(self, session: Session, now: float) -> bool:
        return now - session.seen <= self._idle and now - session.begun <= self._longest


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
