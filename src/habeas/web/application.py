"""Application: the desk's pages, its API and what surrounds them, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

import habeas
from habeas.errors import AbsentError, HabeasError, LedgerError, UsageError
from habeas.ledger import Ledger
from habeas.publish import site
from habeas.web import api
from habeas.web.access import Visitor, signed_in
from habeas.web.desk import Desk
from habeas.web.hardening import Hardened
from habeas.web.pages import ROUTERS
from habeas.web.refusing import RefusedError
from habeas.web.rendering import page
from habeas.web.settings import Settings

__all__ = ["create_app"]

_AT_ONCE = 16
"""Requests worked on at a time. Python runs one thread at a time: more of them only make each other wait."""

_OWN = Path(__file__).parent / "static"
_SITE = Path(site.__file__).parent
_FILES = {
    "/style.css": (_SITE / "style.css", "text/css"),
    "/desk.css": (_OWN / "desk.css", "text/css"),
    "/desk.js": (_OWN / "desk.js", "text/javascript"),
    "/icon.svg": (_SITE / "icon.svg", "image/svg+xml"),
}


def create_app(ledger: Ledger, settings: Settings) -> FastAPI:
    """The application over an open ledger, which it closes at its end."""
    desk = Desk(ledger, settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.prepare()
        anyio.to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        yield
        desk.close()

    app = FastAPI(
        title="habeas",
        version=habeas.__version__,
        description="Claims, findings and reports of one ledger, with the same rights as on its pages.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.desk = desk
    for router in (*ROUTERS, api.router):
        app.include_router(router)
    for path, (file, kind) in _FILES.items():
        _serve(app, path, file.read_bytes(), kind)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(HabeasError, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _plain)
    app.add_middleware(Hardened, settings=settings)
    return app


def _serve(app: FastAPI, path: str, content: bytes, kind: str) -> None:
    def file() -> Response:
        return Response(content, media_type=kind, headers={"cache-control": "max-age=3600"})

    app.get(path, include_in_schema=False)(file)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    wants_page = request.method == "GET" and not request.url.path.startswith("/api")
    if error.sign_in and wants_page:
        return RedirectResponse("/sign-in", 303)
    answer = _told(request, error.status, error.words, error.again)
    if error.again:
        answer.headers["retry-after"] = str(error.again)
    return answer


async def _failed(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, LedgerError) else 400 if isinstance(error, UsageError) else 500
    if isinstance(error, AbsentError) and request.method in {"GET", "HEAD"}:
        status = 404
    return _told(request, status, str(error))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = error.errors()[0]
    place = ".".join(str(part) for part in wrong["loc"][1:])
    return _told(request, 422, f"{place}: {wrong['msg']}")


async def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = "There is no such page." if error.status_code == 404 else str(error.detail)
    return _told(request, error.status_code, words)


def _told(request: Request, status: int, words: str, again: int = 0) -> Response:
    """An error as JSON for programs, as a page for people."""
    if request.url.path.startswith("/api") or "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"error": words}, status)
    return page(request, "refused.html", "", "Not possible", _who(request), words, status, str(again or ""))


def _who(request: Request) -> Visitor | None:
    """Who is told; nobody in particular where the ledger, which knows the accounts, is what fails."""
    try:
        return signed_in(request)
    except LedgerError:
        return None
