"""Desk: the ledger that is served, and what is remembered between requests."""

from __future__ import annotations

from habeas.ledger import Ledger, State, User
from habeas.web.editions import Edition, Editions
from habeas.web.exports import Exports
from habeas.web.limits import Lockout, Window
from habeas.web.sessions import Sessions
from habeas.web.settings import Settings
from habeas.web.uploading import Uploads

__all__ = ["Desk"]


class Desk:
    """One desk, shared by all requests."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self.ledger = ledger
        self.settings = settings
        self.sessions = Sessions(settings.idle, settings.longest)
        self.lockout = Lockout()
        self.asked = Window(settings.requests, 60)
        self.heavy = Window(30, 60)
        self.editions = Editions(ledger)
        self.uploads = Uploads(ledger, settings.limits)
        self.exports = Exports(ledger)
        self._users: tuple[int, dict[str, User | None]] = (-1, {})

    def edition(self, with_names: bool, state: State | None = None) -> Edition:
        """What a visitor reads: the ledger itself, or its edition without the names of protected people; as of `state`
        where the ledger was looked at for this request already."""
        return self.editions.current(with_names, state or self.ledger.state)

    def user(self, name: str, state: State) -> User | None:
        """The account of this name, remembered until an account changes."""
        if self._users[0] != state.account:
            self._users = (state.account, {})
        known = self._users[1]
        if name not in known:
            known[name] = self.ledger.user(name)
        return known[name]

    def prepare(self) -> None:
        """Make what the first visitors would wait for; a desk of one has no readers."""
        self.editions.prepare(with_readers=self.settings.token is None)

    def close(self) -> None:
        """Let go of everything."""
        self.uploads.close()
        self.editions.close()
        self.exports.close()
        self.ledger.close()
