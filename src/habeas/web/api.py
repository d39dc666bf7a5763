"""The API under /api: the same record with the same rights, described in OpenAPI at /api/openapi.json.

A program names itself in each request: `Authorization: Bearer TOKEN` at a desk of one, `Basic` with name and password
at a team's. A page's own script uses its session, and then sends the session's secret as `X-CSRF-Token`.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Query, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from habeas.ledger import ClaimQuery, ClaimView, Hit, Role
from habeas.publish import codec
from habeas.publish.values import plain
from habeas.review import Decision
from habeas.web.access import Needs, Visitor, desk_of, edition_for
from habeas.web.asking import Page, asked
from habeas.web.editions import Edition
from habeas.web.pages.deciding import MOST_AT_ONCE, decide_claims, take_back
from habeas.web.refusing import RefusedError
from habeas.web.uploading import Sent, Upload

__all__ = ["router"]


class ErrorTold(BaseModel):
    """What went wrong, in one sentence."""

    error: str


_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorTold, "description": words}
    for status, words in (
        (400, "What is asked for cannot be."),
        (401, "Not signed in."),
        (403, "Not allowed."),
        (404, "Not there."),
        (413, "Too large."),
        (422, "Not of the right form."),
        (429, "Too often."),
        (503, "The ledger failed."),
    )
}
router = APIRouter(prefix="/api", responses=_ERRORS)

Reader = Annotated[Visitor, Depends(Needs(Role.READER))]
Reviewer = Annotated[Visitor, Depends(Needs(Role.REVIEWER))]
Editor = Annotated[Visitor, Depends(Needs(Role.EDITOR))]
Size = Annotated[int, Query(ge=1, le=500)]


_PLAIN = r"^[^\x00]*$"
"""PostgreSQL keeps no text with the sign of number 0."""


class Ruled(BaseModel):
    """A ruling on claims; `value` is the right value where the verdict is `corrected`."""

    claims: list[Annotated[str, Field(min_length=1, max_length=64, pattern=_PLAIN)]] = Field(
        min_length=1, max_length=MOST_AT_ONCE
    )
    verdict: str = Field(max_length=20)
    note: str = Field("", max_length=2000, pattern=_PLAIN)
    value: str | None = Field(None, max_length=400, pattern=_PLAIN)


class Undone(BaseModel):
    """Decisions that are taken back."""

    decisions: list[Annotated[int, Field(ge=1, le=2**53)]] = Field(min_length=1, max_length=MOST_AT_ONCE)


def _edition(request: Request, visitor: Visitor) -> Edition:
    return edition_for(request, visitor)


def _json(told: object) -> Response:
    """JSON as the dossier's files hold it; half a surrogate pair is shown as the sign for an unreadable letter."""
    text = json.dumps(told, ensure_ascii=False, default=str)
    return Response(text.encode("utf-8", "replace"), media_type="application/json")


@router.get("", include_in_schema=False)
def start() -> RedirectResponse:
    """The description is where a program begins."""
    return RedirectResponse("/api/openapi.json", 303)


@router.get("/openapi.json", include_in_schema=False, dependencies=[Depends(Needs(Role.READER))])
def description(request: Request) -> Response:
    """This API in OpenAPI."""
    return _json(request.app.openapi())


@router.get("/claims")
def claims(
    request: Request,
    visitor: Reader,
    query: Annotated[ClaimQuery, Depends(asked)],
    page: Page = 1,
    size: Size = 50,
) -> Response:
    """One page of the claims asked for, with how many there are by kind, subject and so on."""
    found = _edition(request, visitor).ledger.claims(query, page, size)
    told = {
        "total": found.total,
        "page": page,
        "pages": found.pages,
        "claims": [_claim(view) for view in found.claims],
        "facets": {f.name: {one.value: one.claims for one in f.counts} for f in found.facets},
    }
    return _json(told)


@router.get("/claims/{claim}")
def claim(request: Request, visitor: Reader, claim: str) -> Response:
    """One claim."""
    return _json(_claim(_edition(request, visitor).ledger.claim(claim)))


def _claim(view: ClaimView) -> dict[str, object]:
    stands = [{"finding": name, "status": status} for name, status in view.findings]
    return {
        **codec.claim_json(view.claim),
        "origin": view.origin,
        "findings": stands,
        "verdict": view.verdict,
        "decision": view.decision,
    }


@router.get("/findings")
def findings(
    request: Request,
    visitor: Reader,
    status: Annotated[str, Query(max_length=40)] = "",
    words: Annotated[str, Query(max_length=200)] = "",
    page: Page = 1,
    size: Size = 50,
) -> Response:
    """One page of findings, those with most origins first."""
    found = _edition(request, visitor).ledger.findings(status or None, words or None, page, size)
    told = {
        "total": found.total,
        "page": page,
        "pages": found.pages,
        "findings": [codec.finding_json(view.finding) for view in found.findings],
        "statuses": {one.value: one.claims for one in found.statuses},
    }
    return _json(told)


@router.get("/reports")
def reports(request: Request, visitor: Reader) -> Response:
    """Every report."""
    return _json([plain(one) for one in _edition(request, visitor).ledger.reports()])


@router.get("/reports/{sha256}")
def report(request: Request, visitor: Reader, sha256: str) -> Response:
    """One report with its text, in its newest reading."""
    readings = _edition(request, visitor).ledger.report(sha256)
    return _json(plain(next((r for r in readings if r.current), readings[0])))


@router.get("/search")
def search(
    request: Request, visitor: Reader, words: Annotated[str, Query(max_length=200)], page: Page = 1
) -> Response:
    """Reports and claims that hold all words."""
    hits = _edition(request, visitor).ledger.search(words, page)
    told = {
        "total_reports": hits.total_reports,
        "total_claims": hits.total_claims,
        "reports": [_hit(hit) for hit in hits.reports],
        "claims": [_hit(hit) for hit in hits.claims],
    }
    return _json(told)


def _hit(hit: Hit) -> dict[str, str]:
    return {"id": hit.id, "doc": hit.doc, "report": hit.report, "title": hit.title, "around": hit.around}


@router.post("/decisions")
def decide(request: Request, visitor: Reviewer, ruled: Ruled) -> Response:
    """Rule on one claim or many: all of them, or none where one cannot be ruled so."""
    ledger = desk_of(request).ledger
    made = decide_claims(ledger, visitor, ruled.claims, ruled.verdict, ruled.note, ruled.value)
    return _json({"decisions": [_decision(one) for one in made]})


@router.post("/undo")
def undo(request: Request, visitor: Reviewer, undone: Undone) -> Response:
    """Take decisions back."""
    made = take_back(desk_of(request).ledger, visitor, undone.decisions)
    return _json({"decisions": [_decision(one) for one in made]})


def _decision(one: Decision) -> dict[str, object]:
    return {"id": one.id, "at": one.at, "by": one.by, "verdict": one.ruling.verdict, "undoes": one.undoes}


@router.post("/reports", status_code=202)
def send(request: Request, visitor: Editor, report: Annotated[list[UploadFile], File()]) -> Response:
    """Add reports; the answer names the upload to ask after."""
    desk = desk_of(request)
    if not desk.heavy.take(visitor.name):
        raise RefusedError(429, "Too many uploads: wait a minute.")
    upload = desk.uploads.begin([Sent(f.filename or "", f.file) for f in report], visitor.name)
    response = _json(_upload(upload))
    response.status_code = 202
    return response


@router.get("/uploads/{number}", dependencies=[Depends(Needs(Role.EDITOR))])
def progress(request: Request, number: str) -> Response:
    """How far an upload is."""
    upload = desk_of(request).uploads.find(number)
    if upload is None:
        raise RefusedError(404, "There is no such upload, or it was long ago.")
    return _json(_upload(upload))


def _upload(upload: Upload) -> dict[str, object]:
    added = upload.grown.added.reports if upload.grown else 0
    return {
        "id": upload.id,
        "stage": upload.stage,
        "done": upload.done,
        "total": upload.total,
        "error": upload.error,
        "added": added,
    }
