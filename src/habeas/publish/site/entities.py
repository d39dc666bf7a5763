"""Entities: who and what the reports speak of, under every name they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.model.entity import Entity, Form
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import shortened

__all__ = ["entities_sheets", "form_anchor"]

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
        forms=tuple(_form(form, catalogue.slugs, catalogue.labels) for form in first_named[:_FORMS]),
        more=max(0, len(forms) - _FORMS),
    )


def _form(form: Form, slugs: Mapping[str, str], labels: Mapping[str, str]) -> _FormView:
    href = f"report/{slugs[form.doc]}.html#{form_anchor(form)}"
    return _FormView(shortened(form.text, 60), len(form.spans), href, labels[form.doc], form.named)


def entities_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all entities, those in most reports first."""
    views = [_view(entity, catalogue) for entity in catalogue.dossier.entities]
    views.sort(key=lambda view: (-view.reports, -view.mentions, view.name))
    for paging, part in sliced("entities", views):
        yield Sheet(paging.href(paging.page), "entities", "Entities", "entities.html", tuple(part), paging)
