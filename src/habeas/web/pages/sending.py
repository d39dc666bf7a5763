"""Sending reports in, and seeing how far the desk is with them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import UploadFile

from habeas.errors import UsageError
from habeas.ledger import Role
from habeas.web.access import Needs, Posted, Posting, Visitor, desk_of
from habeas.web.refusing import RefusedError
from habeas.web.rendering import page
from habeas.web.uploading import Sent

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Editor = Annotated[Visitor, Depends(Needs(Role.EDITOR))]


@router.get("/uploads")
def form(request: Request, visitor: Editor) -> Response:
    """The form."""
    most = desk_of(request).settings.uploading // (1024 * 1024)
    return page(request, "uploads.html", "reports", "Add reports", visitor, most)


@router.post("/uploads")
def send(sent: Annotated[Posted, Depends(Posting(Role.EDITOR))]) -> Response:
    """Take the files."""
    if not sent.desk.heavy.take(sent.visitor.name):
        raise RefusedError(429, "Too many uploads: wait a minute.")
    files = [one for one in sent.form.getlist("report") if isinstance(one, UploadFile) and one.filename]
    if not files:
        raise UsageError("choose at least one file")
    upload = sent.desk.uploads.begin([Sent(f.filename or "", f.file) for f in files], sent.visitor.name)
    return RedirectResponse(f"/uploads/{upload.id}", 303)


@router.get("/uploads/{number}")
def progress(request: Request, visitor: Editor, number: str) -> Response:
    """How far an upload is; the page asks again until it is over."""
    upload = desk_of(request).uploads.find(number)
    if upload is None:
        raise RefusedError(404, "There is no such upload, or it was long ago.")
    again = "" if upload.is_over else "1"
    return page(request, "upload.html", "reports", "Adding reports", visitor, upload, refresh=again)
