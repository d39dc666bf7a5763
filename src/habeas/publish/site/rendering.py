"""Rendering: templates to HTML. The templates see a sheet and its view, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import habeas
from habeas.model.wording import number
from habeas.publish.site.sheet import Sheet
from habeas.publish.wording import count

__all__ = ["NavItem", "rendered"]

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class NavItem:
    """A link of the main navigation."""

    key: str
    title: str
    href: str


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
    environment.filters["number"] = number
    environment.globals["count"] = count
    environment.globals["version"] = habeas.__version__
    return environment


def rendered(sheet: Sheet, navigation: Sequence[NavItem], dossier_title: str) -> bytes:
    """The page as UTF-8 HTML."""
    template = _environment().get_template(sheet.template)
    html = template.render(
        sheet=sheet,
        view=sheet.view,
        paging=sheet.paging,
        root=sheet.root,
        navigation=navigation,
        dossier_title=dossier_title,
    )
    # A report may hold half of a surrogate pair; a page shows the sign for an unreadable letter instead.
    return html.encode("utf-8", "replace")
