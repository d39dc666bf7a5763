"""Users: who may read, review, edit and administer. A change of a user is a further row; the last one holds."""

from __future__ import annotations

import re

from sqlalchemy import Connection, Row, func, insert, select

from habeas.errors import UsageError
from habeas.ledger import auditing
from habeas.ledger.sealing import seal
from habeas.ledger.shapes import Role, User
from habeas.ledger.tables import users

__all__ = ["LEAST_LENGTH", "all_users", "check_password", "put_user", "user_named", "user_seal"]

LEAST_LENGTH = 10
"""Characters that a password must have (NIST SP 800-63B asks for 8 where it is not the only factor, 15 where it is)."""

_NAME = re.compile(r"[\w.@-]{1,64}\Z")


def put_user(
    connection: Connection,
    name: str,
    by: str,
    role: Role | None = None,
    password: str | None = None,
    active: bool | None = None,
) -> User:
    """Make a user, or change what is given of one. Raises UsageError for a bad name or password."""
    before = _row(connection, name)
    if not _NAME.match(name):
        raise UsageError(f"user {name!r}: a name is 1 to 64 letters, digits, dots, dashes or @")
    if before is None and (role is None or password is None):
        raise UsageError(f"there is no user {name}; a new one needs a role and a password")
    secret = before.secret if before is not None and password is None else _hashed(password or "")
    kept = role or Role(before.role if before is not None else Role.READER)
    is_active = active if active is not None else bool(before.active) if before is not None else True
    at = auditing.now()
    row = (name, kept.value, secret, int(is_active), at)
    entry = auditing.append(
        connection, by, "user", {"user": name, "role": kept.value, "active": is_active}, user_seal(row), at
    )
    columns = ("name", "role", "secret", "active", "at")
    connection.execute(insert(users), {"seq": entry.seq, **dict(zip(columns, row, strict=True))})
    return User(name, kept, is_active, at)


def user_seal(row: tuple[object, ...]) -> str:
    """The seal of a user's row (name, role, secret, active, at)."""
    return seal(*row)


def _hashed(password: str) -> str:
    if len(password) < LEAST_LENGTH:
        raise UsageError(f"a password needs at least {LEAST_LENGTH} characters")
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def check_password(connection: Connection, name: str, password: str) -> User | None:
    """The active user of this name and password, else None; it takes the same time where there is no such user."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerifyMismatchError

    row = _row(connection, name)
    hasher = PasswordHasher()
    if row is None:
        hasher.hash(password)
        return None
    try:
        hasher.verify(row.secret, password)
    except (VerifyMismatchError, InvalidHashError):
        return None
    return User(row.name, Role(row.role), True, row.at) if row.active else None


def all_users(connection: Connection) -> tuple[User, ...]:
    """Every user as of now, by name."""
    last = select(func.max(users.c.seq)).group_by(users.c.name)
    rows = connection.execute(select(users).where(users.c.seq.in_(last)).order_by(users.c.name))
    return tuple(User(row.name, Role(row.role), bool(row.active), row.at) for row in rows)


def user_named(connection: Connection, name: str) -> User | None:
    """The user of this name."""
    row = _row(connection, name)
    return User(row.name, Role(row.role), bool(row.active), row.at) if row is not None else None


def _row(connection: Connection, name: str) -> Row | None:  # type: ignore[type-arg]
    query = select(users).where(users.c.name == name).order_by(users.c.seq.desc()).limit(1)
    return connection.execute(query).first()
