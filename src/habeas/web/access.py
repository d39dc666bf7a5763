"""Access: who asks, what they may, and that a form was sent from a page of this desk."""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from habeas.ledger import Role, State
from habeas.web.desk import Desk
from habeas.web.directions import read_back
from habeas.web.editions import Edition
from habeas.web.refusing import RefusedError
from habeas.web.sessions import Session

__all__ = [
    "COOKIE",
    "Needs",
    "Posted",
    "Posting",
    "Visitor",
    "address",
    "desk_of",
    "edition_for",
    "entered",
    "same_origin",
    "signed_in",
]

COOKIE = "habeas"
_FIELDS = 500


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in. Without a session the request named its user itself (API only). `state` is that of the
    ledger as they were let in, where it was looked at for that."""

    name: str
    role: Role
    session: Session | None
    state: State | None = None

    def may(self, needed: str) -> bool:
        """Whether the visitor holds the rights of the role `needed`."""
        return self.role.may(Role(needed))


def desk_of(request: Request) -> Desk:
    """The desk that this request is for."""
    desk: Desk = request.app.state.desk
    return desk


def edition_for(request: Request, visitor: Visitor) -> Edition:
    """What this visitor may read."""
    return desk_of(request).edition(visitor.may("reviewer"), visitor.state)


def address(request: Request) -> str:
    """The address of who asks."""
    return request.client.host if request.client else "nobody"


def signed_in(request: Request) -> Visitor | None:
    """Who asks, by the session; None where there is none, it ended, or the account changed since."""
    desk = desk_of(request)
    session = desk.sessions.find(request.cookies.get(COOKIE, ""))
    if session is None:
        return None
    if desk.settings.token is not None:
        return Visitor(session.name, Role.ADMIN, session)
    state = desk.ledger.state
    user = desk.user(session.name, state)
    if user is None or not user.active or user.since != session.since:
        return None
    return Visitor(user.name, user.role, session, state)


def entered(request: Request, needed: Role) -> Visitor:
    """Who asks, if they may. Raises RefusedError."""
    desk, visitor = desk_of(request), signed_in(request)
    if not desk.asked.take(visitor.name if visitor else address(request)):
        raise RefusedError(429, "Too many requests: wait a minute.")
    if visitor is None and request.url.path.startswith("/api"):
        visitor = _authorized(request, desk)
    if visitor is None:
        raise RefusedError(401, "Sign in first.", sign_in=True)
    if not visitor.role.may(needed):
        raise RefusedError(403, f"This needs the role of {needed.value}; you are {visitor.role.value}.")
    return visitor


def _authorized(request: Request, desk: Desk) -> Visitor | None:
    """Who a program says it is: `Bearer TOKEN` at a desk of one, `Basic NAME:PASSWORD` at a team's."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if not secret:
        return None
    name, where = "", address(request)
    password = secret
    if scheme.lower() == "basic":
        try:
            name, _, password = base64.b64decode(secret, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise RefusedError(401, "The authorization cannot be read.") from None
    if desk.lockout.is_locked(name, where):
        raise RefusedError(429, "Too many failed attempts: wait a quarter of an hour.")
    found = _of_token(desk, scheme, password) if desk.settings.token else _of_password(desk, name, password)
    if found is None:
        desk.lockout.failed(name, where)
        raise RefusedError(401, "The name or the secret is wrong.")
    desk.lockout.succeeded(name)
    return found


def _of_token(desk: Desk, scheme: str, given: str) -> Visitor | None:
    token = desk.settings.token or ""
    is_right = scheme.lower() == "bearer" and secrets.compare_digest(given.encode(), token.encode())
    return Visitor(desk.settings.owner, Role.ADMIN, None) if is_right else None


def _of_password(desk: Desk, name: str, password: str) -> Visitor | None:
    user = desk.ledger.check_password(name, password)
    return Visitor(user.name, user.role, None) if user else None


def same_origin(request: Request) -> bool:
    """Whether the browser says that the request comes from a page of this desk, or says nothing."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


class Needs:
    """A dependency: the visitor, who holds at least this role."""

    def __init__(self, role: Role) -> None:
        self.role = role

    def __call__(self, request: Request) -> Visitor:
        """The visitor. Raises RefusedError; an unsafe request of a session must bring its secret in a header."""
        visitor = entered(request, self.role)
        if request.method not in {"GET", "HEAD"} and visitor.session is not None:
            _check(request, visitor.session, request.headers.get("x-csrf-token", ""))
        return visitor


@dataclass(frozen=True, slots=True)
class Posted:
    """A form and who sent it."""

    desk: Desk
    visitor: Visitor
    form: FormData

    def text(self, name: str, most: int = 2000) -> str:
        """A field's words without space around them; empty where it is missing."""
        value = self.form.get(name, "")
        return read_back(value.replace("\x00", "")).strip()[:most] if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """All values of a field."""
        return [read_back(v.replace("\x00", "")) for v in self.form.getlist(name) if isinstance(v, str)]

    @property
    def session(self) -> Session:
        """The session that the form was sent from."""
        assert self.visitor.session is not None
        return self.visitor.session

    @property
    def edition(self) -> Edition:
        """What the visitor may read."""
        return self.desk.edition(self.visitor.may("reviewer"), self.visitor.state)


class Posting:
    """A dependency: the form that somebody of at least this role sent from a page of this desk."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, request: Request) -> Posted:
        """The form. Raises RefusedError, before a byte of it is read where the visitor may not send it at all."""
        visitor = await run_in_threadpool(entered, request, self.role)
        if visitor.session is None:
            raise RefusedError(401, "Sign in first.", sign_in=True)
        form = await request.form(max_files=50, max_fields=_FIELDS)
        given = form.get("csrf", "")
        _check(request, visitor.session, given if isinstance(given, str) else "")
        return Posted(desk_of(request), visitor, form)


def _check(request: Request, session: Session, given: str) -> None:
    if not same_origin(request) or not secrets.compare_digest(given.encode(), session.csrf.encode()):
        raise RefusedError(
            403, "This form is out of date, or was not sent from here. Go back, load the page again."
        )
