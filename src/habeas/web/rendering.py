"""Rendering: a page of the desk from its template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import habeas
from habeas.model.wording import number
from habeas.publish.wording import count, period, shortened, when
from habeas.web.access import Visitor, desk_of
from habeas.web.directions import shown

__all__ = ["back_to", "page"]

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class _NavItem:
    key: str
    title: str
    href: str
    role: str = "reader"


_NAVIGATION = (
    _NavItem("claims", "Claims", "/claims"),
    _NavItem("review", "Review", "/claims?verdict=none", "reviewer"),
    _NavItem("findings", "Findings", "/findings"),
    _NavItem("timeline", "Timeline", "/timeline"),
    _NavItem("reports", "Reports", "/reports"),
    _NavItem("compare", "Compare", "/compare"),
    _NavItem("people", "People", "/people", "reviewer"),
    _NavItem("exports", "Exports", "/exports"),
    _NavItem("history", "History", "/history", "reviewer"),
    _NavItem("team", "Team", "/team", "admin"),
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(number=number, shortened=shortened, when=when)
    environment.globals.update(count=count, period=period, version=habeas.__version__)
    return environment


def page(
    request: Request,
    template: str,
    here: str,
    title: str,
    visitor: Visitor | None,
    view: object,
    status: int = 200,
    refresh: str = "",
) -> Response:
    """The page that `template` makes of `view`; `refresh` is when the browser goes where: "1", "0; url=/claims"."""
    session = visitor.session if visitor else None
    desk = desk_of(request)
    items = [item for item in _NAVIGATION if visitor and visitor.may(item.role)]
    html = (
        _environment()
        .get_template(template)
        .render(
            view=view,
            here=here,
            title=title,
            visitor=visitor,
            navigation=[i for i in items if i.key != "team" or desk.settings.token is None],
            ledger_name=Path(desk.ledger.name).name,
            csrf=session.csrf if session else "",
            notice=session.told() if session else None,
            is_team=desk.settings.token is None,
            url=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            refresh=refresh,
        )
    )
    # A report may hold half of a surrogate pair; a page shows the sign for an unreadable letter instead.
    return Response(shown(html).encode("utf-8", "replace"), status, media_type="text/html")


def back_to(place: str, otherwise: str = "/claims") -> RedirectResponse:
    """On to another page after a form: one of this desk, whatever the form says."""
    is_own = place.startswith("/") and not place.startswith(("//", "/\\")) and place.isprintable()
    return RedirectResponse(place if is_own else otherwise, 303)
