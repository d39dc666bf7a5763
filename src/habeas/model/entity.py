"""Entity: one thing across reports, with every surface form."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.marks import EntityType
from habeas.model.span import Span

__all__ = ["Entity", "Form"]


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form in one report: the words, every place it stands, and whether it is a name."""

    doc: str
    text: str
    spans: tuple[Span, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. `public` is true for holders of public office (their names are never protected)."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    forms: tuple[Form, ...]
    offices: tuple[str, ...] = ()
    country: str | None = None
    public: bool = False
    note: str = ""
