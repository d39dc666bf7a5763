"""State: how far a ledger is, in four numbers that one cheap question brings."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

__all__ = ["ASKED", "State", "state"]

ASKED = (
    "SELECT (SELECT coalesce(max(seq), 0) FROM audit), (SELECT coalesce(max(seq), 0) FROM users), "
    "(SELECT coalesce(max(id), 0) FROM builds), (SELECT coalesce(max(id), 0) FROM decisions)"
)
"""Each number is the last of a primary key: found without reading a table, the same on both stores."""


@dataclass(frozen=True, slots=True)
class State:
    """The numbers of the last change, the last change of an account, the build that is shown and the last decision; 0
    where there is none. What somebody keeps of a ledger holds for as long as the number does."""

    head: int
    account: int
    build: int
    decision: int


def state(connection: Connection) -> State:
    """The state that this connection sees."""
    return State(*connection.exec_driver_sql(ASKED).one())
