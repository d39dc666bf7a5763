"""Entering: signing in with a password or the printed token, and out again."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from habeas.ledger import Role
from habeas.web.access import COOKIE, Posted, Posting, address, desk_of, same_origin, signed_in
from habeas.web.desk import Desk
from habeas.web.refusing import RefusedError
from habeas.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_WRONG = "The name or the password is wrong, or the account is blocked."
_WRONG_TOKEN = "This is not the token that was printed when the desk was started."
_LOCKED = "Too many failed attempts: wait a quarter of an hour."
_FOREIGN = "This form was not sent from here."


@router.get("/sign-in")
def form(request: Request) -> Response:
    """The form."""
    if signed_in(request) is not None:
        return RedirectResponse("/claims", 303)
    return page(request, "sign_in.html", "", "Sign in", None, "")


@router.get("/enter")
def enter(request: Request, token: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The address that is printed at the start.

    It leads on by a page of its own: on a redirect from a link elsewhere, browsers keep a strict cookie back.
    """
    entered = _try_token(request, desk_of(request), token)
    if entered.status_code != 303:
        return entered
    onward = page(request, "entered.html", "", "Signed in", None, "", refresh="0; url=/claims")
    onward.headers["set-cookie"] = entered.headers["set-cookie"]
    return onward


async def _fields(request: Request) -> dict[str, str]:
    """The short texts of the sign-in form, which has no session and so no secret of one yet."""
    if not same_origin(request):
        raise RefusedError(403, _FOREIGN)
    sent = await request.form(max_files=0, max_fields=10)
    return {name: value[:400] for name, value in sent.items() if isinstance(value, str)}


@router.post("/sign-in")
def sign_in(request: Request, sent: Annotated[dict[str, str], Depends(_fields)]) -> Response:
    """Check the name and password, or the token. The same answer whatever was wrong."""
    desk = desk_of(request)
    if desk.settings.token is not None:
        return _try_token(request, desk, sent.get("token", "").strip())
    name, password, where = sent.get("name", "").strip(), sent.get("password", ""), address(request)
    if desk.lockout.is_locked(name, where):
        return page(request, "sign_in.html", "", "Sign in", None, _LOCKED, 429)
    user = desk.ledger.check_password(name, password)
    if user is None:
        desk.lockout.failed(name, where)
        return page(request, "sign_in.html", "", "Sign in", None, _WRONG, 403)
    desk.lockout.succeeded(name)
    return _begun(request, desk, user.name, user.since)


@router.post("/sign-out")
def sign_out(request: Request, sent: Annotated[Posted, Depends(Posting(Role.READER))]) -> Response:
    """End the session, here and in the desk."""
    sent.desk.sessions.end(request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return response


def _try_token(request: Request, desk: Desk, given: str) -> Response:
    where = address(request)
    if desk.settings.token is None:
        raise RefusedError(404, "There is no such page.")
    if desk.lockout.is_locked("", where):
        return page(request, "sign_in.html", "", "Sign in", None, _LOCKED, 429)
    if not secrets.compare_digest(given.encode("utf-8", "replace"), desk.settings.token.encode()):
        desk.lockout.failed("", where)
        return page(request, "sign_in.html", "", "Sign in", None, _WRONG_TOKEN, 403)
    desk.lockout.succeeded("")
    return _begun(request, desk, desk.settings.owner, "")


def _begun(request: Request, desk: Desk, name: str, since: str) -> Response:
    """A new session, whatever session the browser had before."""
    desk.sessions.end(request.cookies.get(COOKIE, ""))
    secret, _ = desk.sessions.begin(name, since)
    response = RedirectResponse("/claims", 303)
    response.set_cookie(
        COOKIE, secret, path="/", httponly=True, samesite="strict", secure=desk.settings.secure
    )
    return response
