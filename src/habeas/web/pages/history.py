"""History: the last changes of the ledger, and the hash to note so that its end cannot be cut off unseen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from habeas.ledger import Role
from habeas.web.access import Needs, Visitor, desk_of
from habeas.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class _Change:
    seq: int
    at: str
    by: str
    act: str
    what: str
    hash: str


@router.get("/history")
def history(request: Request, visitor: Annotated[Visitor, Depends(Needs(Role.REVIEWER))]) -> Response:
    """The last changes, newest first."""
    entries = desk_of(request).ledger.history(_SHOWN)
    changes = tuple(_Change(e.seq, e.at[:19], e.by, e.act, _told(e.what), e.hash) for e in entries)
    return page(request, "history.html", "history", "History", visitor, changes)


def _told(what: str) -> str:
    told = json.loads(what)
    return ", ".join(f"{name} {value}" for name, value in told.items() if name != "salt")
