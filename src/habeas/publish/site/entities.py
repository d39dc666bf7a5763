"""Entities: who and what the reports speak of, under every name they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.model.entity import Entity, Form
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import shortened

__all__ = ["entities_sheets", "entity_pages", "form_anchor"]

_FORMS = 10


@dataclass(frozen=True, slots=True)
class _FormView:
    text: str
    times: int
    href: str
    report: str
    named: bool


@dataclass(frozen=True, slots=True)
class _EntityView:
    anchor: str
    name: str
    type: str
    offices: tuple[str, ...]
    country: str
    public: bool
    note: str
    mentions: int
    reports: int
    forms: tuple[_FormView, ...]
    more: int


def form_anchor(form: Form) -> str:
    """The id of the first place of a surface form in the page of its report."""
    first = form.spans[0]
    return f"name-{first.start}-{first.end}"


def _view(entity: Entity, catalogue: Catalogue) -> _EntityView:
    forms = [form for form in entity.forms if form.spans and form.doc in catalogue.reports]
    first_named = sorted(forms, key=lambda form: not form.named)
    return _EntityView(
        anchor=anchor("entity", entity.id),
        name=entity.name,
        type=entity.type.value,
        offices=entity.offices,
        country=entity.country or "",
        public=entity.public,
        note=entity.note,
        mentions=sum(len(form.spans) for form in forms),
        reports=len({form.doc for form in forms}),
        forms=tuple(_form(form, catalogue) for form in first_named[:_FORMS]),
        more=max(0, len(forms) - _FORMS),
    )


def _form(form: Form, catalogue: Catalogue) -> _FormView:
    href = f"{catalogue.report_href(form.doc)}#{form_anchor(form)}"
    return _FormView(shortened(form.text, 60), len(form.spans), href, catalogue.labels[form.doc], form.named)


def entity_pages(catalogue: Catalogue) -> Mapping[str, str]:
    """The page of each entity, by its id."""
    pages = sliced("entities", _in_order(catalogue))
    return {entity.id: paging.path for paging, part in pages for entity in part}


def _in_order(catalogue: Catalogue) -> list[Entity]:
    """Those in most reports first."""
    ranks = {}
    for entity in catalogue.dossier.entities:
        forms = [form for form in entity.forms if form.spans and form.doc in catalogue.reports]
        mentions = sum(len(form.spans) for form in forms)
        ranks[entity.id] = (-len({form.doc for form in forms}), -mentions, entity.name)
    return sorted(catalogue.dossier.entities, key=lambda entity: ranks[entity.id])


def entities_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all entities, those in most reports first."""
    for paging, part in sliced("entities", _in_order(catalogue)):
        seen = catalogue.at(paging.root)
        view = tuple(_view(entity, seen) for entity in part)
        yield Sheet(paging.path, "entities", "Entities", "entities.html", view, paging)
