"""Exporting: the dossier as decided, with or without the names of protected people, and the reports' own bytes."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, Response

from habeas.ledger import Role
from habeas.web.access import Needs, Visitor, desk_of
from habeas.web.exports import FILES
from habeas.web.refusing import RefusedError
from habeas.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Reader = Annotated[Visitor, Depends(Needs(Role.READER))]


@router.get("/exports")
def exports(request: Request, visitor: Reader) -> Response:
    """What can be taken away."""
    return page(request, "exports.html", "exports", "Exports", visitor, FILES)


@router.get("/exports/{edition}/{name}")
def export(request: Request, visitor: Reader, edition: Literal["protected", "named"], name: str) -> Response:
    """One file of the dossier, made on demand."""
    if edition == "named" and not visitor.may("editor"):
        raise RefusedError(403, "Names of protected people leave the desk with an editor only.")
    if name not in {file for file, _, _ in FILES}:
        raise RefusedError(404, "There is no such file.")
    desk = desk_of(request)
    if not desk.heavy.take(f"{visitor.name} exports"):
        raise RefusedError(429, "Too many exports: wait a minute.")
    path = desk.exports.file(name, protected=edition == "protected")
    return FileResponse(path, filename=name, media_type="application/octet-stream")


@router.get("/reports/{sha256}/original", dependencies=[Depends(Needs(Role.REVIEWER))])
def original(request: Request, sha256: str) -> Response:
    """The bytes of a report as they came, to be saved: a page of somebody else is never shown as one of this desk."""
    desk = desk_of(request)
    found = desk.ledger.report(sha256)[0].report
    headers = {"content-disposition": f'attachment; filename="{found.sha256[:12]}.original"'}
    return Response(
        desk.ledger.original(found.sha256), media_type="application/octet-stream", headers=headers
    )
