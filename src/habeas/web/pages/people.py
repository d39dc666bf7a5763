"""People: whose names are withheld from what is published and from readers; an editor clears or protects a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from habeas.errors import UsageError
from habeas.ledger import Role
from habeas.review import Verdict, on_person
from habeas.web.access import Needs, Posted, Posting, Visitor, desk_of
from habeas.web.pages.deciding import verdict_named
from habeas.web.rendering import back_to, page
from habeas.web.sessions import Notice

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/people")
def people(request: Request, visitor: Annotated[Visitor, Depends(Needs(Role.REVIEWER))]) -> Response:
    """Every person that the reports name."""
    found = desk_of(request).ledger.entities("person")
    ordered = sorted(found, key=lambda view: (not view.protected, view.entity.name.casefold()))
    return page(request, "people.html", "people", "People", visitor, tuple(ordered))


@router.post("/people")
def rule(sent: Annotated[Posted, Depends(Posting(Role.EDITOR))]) -> Response:
    """Clear or protect one name."""
    name, verdict = sent.text("name"), verdict_named(sent.text("verdict"))
    if verdict not in (Verdict.CLEARED, Verdict.PROTECTED):
        raise UsageError("a person's name is cleared or protected")
    for view in sent.desk.ledger.entities("person"):
        if view.entity.name == name:
            made = sent.desk.ledger.decide(
                on_person(view.entity, verdict, sent.text("note")), sent.visitor.name
            )
            sent.session.notice = Notice(f"{name}: {verdict.value}.", tuple(d.id for d in made))
            return back_to("/people")
    raise UsageError(f"there is no person {name!r}")
