"""The team: an administrator makes, changes and blocks accounts; everyone changes their own password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from habeas.errors import UsageError
from habeas.ledger import Ledger, Role
from habeas.web.access import Needs, Posted, Posting, Visitor, address, desk_of
from habeas.web.refusing import RefusedError
from habeas.web.rendering import back_to, page
from habeas.web.sessions import Notice

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/team")
def team(request: Request, visitor: Annotated[Visitor, Depends(Needs(Role.ADMIN))]) -> Response:
    """Every account."""
    _for_teams(request)
    return page(request, "team.html", "team", "Team", visitor, desk_of(request).ledger.users())


@router.post("/team")
def change(request: Request, sent: Annotated[Posted, Depends(Posting(Role.ADMIN))]) -> Response:
    """Make an account, or change its role, its password, or whether it may sign in."""
    _for_teams(request)
    name, ledger = sent.text("name", 64), sent.desk.ledger
    try:
        role = Role(sent.text("role"))
    except ValueError:
        raise UsageError("choose a role") from None
    active = sent.text("active") != "no"
    if not (active and role is Role.ADMIN):
        _keep_one_admin(ledger, name)
    before = {user.name for user in ledger.users()}
    if sent.text("new") and name in before:
        raise UsageError(f"there is a user {name} already")
    ledger.put_user(name, sent.visitor.name, role, _secret(sent, "password") or None, active)
    sent.session.notice = Notice(f"{name}: {role.value if active else 'blocked'}.")
    return back_to("/team")


@router.get("/account")
def account(request: Request, visitor: Annotated[Visitor, Depends(Needs(Role.READER))]) -> Response:
    """One's own password."""
    _for_teams(request)
    return page(request, "account.html", "", "Your account", visitor, "")


@router.post("/account")
def renew(request: Request, sent: Annotated[Posted, Depends(Posting(Role.READER))]) -> Response:
    """Change one's own password; every session of the account ends."""
    _for_teams(request)
    desk, name, where = sent.desk, sent.visitor.name, address(request)
    if desk.lockout.is_locked(name, where):
        raise RefusedError(429, "Too many failed attempts: wait a quarter of an hour.")
    if desk.ledger.check_password(name, _secret(sent, "password")) is None:
        desk.lockout.failed(name, where)
        raise RefusedError(403, "The present password is wrong.")
    desk.ledger.put_user(name, name, password=_secret(sent, "renewed"))
    return RedirectResponse("/sign-in", 303)


def _secret(sent: Posted, field: str) -> str:
    """A password just as it was typed."""
    value = sent.form.get(field, "")
    return value[:400] if isinstance(value, str) else ""


def _for_teams(request: Request) -> None:
    if desk_of(request).settings.token is not None:
        raise RefusedError(404, "This desk has one user; start it with --team for more.")


def _keep_one_admin(ledger: Ledger, name: str) -> None:
    admins = {user.name for user in ledger.users() if user.active and user.role is Role.ADMIN}
    if admins == {name}:
        raise UsageError("a team keeps at least one administrator")
