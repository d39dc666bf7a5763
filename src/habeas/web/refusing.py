"""Refusing: the one way in which a request ends early."""

from __future__ import annotations

__all__ = ["RefusedError"]


class RefusedError(Exception):
    """A request that is not answered: the HTTP status, one sentence, whether signing in would help, and after how many
    seconds it may be asked `again` (0: there is no use in that)."""

    def __init__(self, status: int, words: str, sign_in: bool = False, again: int = 0) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.sign_in = sign_in
        self.again = again
