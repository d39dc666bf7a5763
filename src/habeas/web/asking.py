"""Asking: a query for claims out of an address, and addresses out of a query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Annotated
from urllib.parse import quote_plus, urlencode

from fastapi import Query

from habeas.ledger import ClaimQuery, Facet
from habeas.publish.wording import when
from habeas.web.refusing import RefusedError
from habeas.web.rows import status_words

__all__ = ["FacetView", "Page", "address_of", "asked", "chosen", "facet_views", "wanted"]

Page = Annotated[int, Query(ge=1, le=100_000)]

_LABELS = {
    "verdict": "Decided",
    "status": "Status",
    "kind": "Kind",
    "modality": "Modality",
    "subject": "Subject",
    "speaker": "Speaker",
    "month": "Month",
    "origin": "Origin",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen in a facet; the link of a chosen one lets it go."""

    words: str
    claims: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet: its most frequent values, and those behind "more"."""

    name: str
    label: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]
    is_used: bool


def asked(
    words: Annotated[str, Query(max_length=200)] = "",
    kind: Annotated[str, Query(max_length=40)] = "",
    subject: Annotated[str, Query(max_length=400)] = "",
    speaker: Annotated[str, Query(max_length=400)] = "",
    modality: Annotated[str, Query(max_length=40)] = "",
    status: Annotated[str, Query(max_length=40)] = "",
    origin: Annotated[str, Query(max_length=200)] = "",
    month: Annotated[str, Query(max_length=10)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    verdict: Annotated[str, Query(max_length=20)] = "",
    report: Annotated[str, Query(max_length=64)] = "",
) -> ClaimQuery:
    """The query; what is empty is not asked. Raises RefusedError for a day that is none."""
    for name, given in (("since", since), ("until", until)):
        if given and not _DAY.match(given):
            raise RefusedError(400, f"{name}: a day is written 2024-03-05")
    return ClaimQuery(
        kind=kind or None,
        subject=subject or None,
        speaker=speaker or None,
        modality=modality or None,
        status=status or None,
        origin=origin or None,
        month=month or None,
        since=since or None,
        until=until or None,
        verdict=verdict or None,
        report=report or None,
        words=words or None,
    )


_FIELDS = tuple(f.name for f in fields(ClaimQuery))


def wanted(query: ClaimQuery) -> dict[str, str]:
    """What a query asks, by field."""
    return {name: value for name in _FIELDS if (value := getattr(query, name)) is not None}


def address_of(query: ClaimQuery, page: int = 1, path: str = "/claims") -> str:
    """The address of a page of a query."""
    found: dict[str, str | int] = dict(wanted(query))
    if page > 1:
        found["page"] = page
    return f"{path}?{urlencode(found)}" if found else path


def facet_views(query: ClaimQuery, facets: Sequence[Facet]) -> tuple[FacetView, ...]:
    """The facets in the order of their labels, each value with its link."""
    by_name = {facet.name: facet for facet in facets}
    views = []
    here = wanted(query)
    for name, label in _LABELS.items():
        if name not in by_name:
            continue
        own = here.get(name)
        rest = urlencode({other: value for other, value in here.items() if other != name})
        let_go, start = f"/claims?{rest}" if rest else "/claims", f"/claims?{rest}&" if rest else "/claims?"
        choices = tuple(
            Choice(
                _worded(name, one.value),
                one.claims,
                let_go if one.value == own else f"{start}{name}={quote_plus(one.value)}",
                one.value == own,
            )
            for one in by_name[name].counts
        )
        if choices:
            views.append(FacetView(name, label, choices[:_SHOWN], choices[_SHOWN:], own is not None))
    return tuple(views)


def chosen(query: ClaimQuery) -> tuple[tuple[str, str], ...]:
    """What is asked for in words, each with the address of the query without it."""
    return tuple(
        (
            f"{_LABELS.get(name, name.capitalize())}: {_worded(name, value)}",
            address_of(replace(query, **{name: None})),
        )
        for name, value in wanted(query).items()
    )


def _worded(name: str, value: str) -> str:
    if name == "status":
        return status_words(value)
    if name == "month":
        return when(value)
    return "not yet" if name == "verdict" and value == "none" else value
