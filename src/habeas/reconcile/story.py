"""Which reports tell of the same things: a shared place of detention, law or court says more than a shared name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from habeas.model.entity import Entity
from habeas.model.marks import EntityType
from habeas.model.report import Report

__all__ = ["story_of"]

_WEIGHT = {
    EntityType.FACILITY: 2,
    EntityType.LAW: 2,
    EntityType.COURT: 1,
    EntityType.GROUP: 1,
    EntityType.ORGANISATION: 1,
    EntityType.PERSON: 1,
}
ENOUGH = 3
"""Weight of shared named things from which two reports tell one story: a place and a name, or three names."""

CROWD = 60
"""A thing named in more reports than this says nothing about a story."""

APART = 120
"""Days between two reports beyond which shared names alone do not make them one story."""


def story_of(reports: Sequence[Report], entities: Sequence[Entity]) -> Mapping[str, int]:
    """The number of each report's story, in the order of first reports."""
    shared: Counter[tuple[str, str]] = Counter()
    for weight, docs in _holders(entities):
        for i, doc in enumerate(docs):
            for other in docs[i + 1 :]:
                shared[doc, other] += weight
    days = {r.doc: r.published_date for r in reports}
    head = {r.doc: r.doc for r in reports}

    def root(doc: str) -> str:
        while head[doc] != doc:
            head[doc] = head[head[doc]]
            doc = head[doc]
        return doc

    for (a, b), weight in sorted(shared.items()):
        first, second = days.get(a), days.get(b)
        near = first is None or second is None or abs((first - second).days) <= APART
        if weight >= ENOUGH and near:
            head[root(b)] = root(a)
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    return {r.doc: numbers[root(r.doc)] for r in reports}


def _holders(entities: Sequence[Entity]) -> list[tuple[int, list[str]]]:
    """For each telling thing its weight and the reports that name it."""
    found = []
    for entity in entities:
        weight = _WEIGHT.get(entity.type, 0)
        docs = sorted({f.doc for f in entity.forms if f.named}) if weight else []
        if 1 < len(docs) <= CROWD:
            found.append((weight, docs))
    return found
