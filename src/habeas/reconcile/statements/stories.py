"""Stories: reports that speak of the same named things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from habeas.model.marks import EntityType
from habeas.reconcile.case import Case

__all__ = ["stories"]

SHARED = 3
"""Named things in common that put two reports into one story; a country or a head of state alone is not enough."""

CROWD = 200
"""A thing named in more reports than this (a country, a president) says nothing about a story."""

_TELLING = frozenset(
    {EntityType.PERSON, EntityType.FACILITY, EntityType.LAW, EntityType.GROUP, EntityType.ORGANISATION}
)


def stories(case: Case) -> Sequence[frozenset[str]]:
    """The reports in groups, each report in one; in order of their first report."""
    holders: dict[str, list[str]] = defaultdict(list)
    for entity in case.directory.entities:
        if entity.type in _TELLING:
            docs = sorted({f.doc for f in entity.forms if f.named})
            if 1 < len(docs) <= CROWD:
                holders[entity.id] = docs
    shared: Counter[tuple[str, str]] = Counter()
    for docs in holders.values():
        for i, doc in enumerate(docs):
            for other in docs[i + 1 : i + 30]:
                shared[doc, other] += 1
    head = {r.doc: r.doc for r in case.reports}

    def root(doc: str) -> str:
        while head[doc] != doc:
            head[doc] = head[head[doc]]
            doc = head[doc]
        return doc

    for (a, b), count in sorted(shared.items()):
        if count >= SHARED:
            head[root(b)] = root(a)
    groups: dict[str, set[str]] = defaultdict(set)
    for report in case.reports:
        groups[root(report.doc)].add(report.doc)
    return [frozenset(g) for g in groups.values()]
