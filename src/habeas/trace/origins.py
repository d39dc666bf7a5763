"""Origins: reports joined by derivation count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.model.lineage import Origin, Pair, Relation

__all__ = ["DERIVED", "origins"]

DERIVED = frozenset({Relation.COPY, Relation.REWRITE})


def origins(docs: Sequence[str], pairs: Iterable[Pair], credited: Mapping[str, str]) -> tuple[Origin, ...]:
    """The groups of `docs` joined by derived pairs, in input order of their first report.

    `credited` gives the outside outlet that a report credits; a group shows one if any of its reports does.
    """
    head = {doc: doc for doc in docs}

    def root(doc: str) -> str:
        while head[doc] != doc:
            head[doc] = head[head[doc]]
            doc = head[doc]
        return doc

    order = {doc: i for i, doc in enumerate(docs)}
    for pair in pairs:
        if pair.relation in DERIVED:
            first, second = sorted((root(pair.a), root(pair.b)), key=order.__getitem__)
            head[second] = first
    groups: dict[str, list[str]] = {}
    for doc in docs:
        groups.setdefault(root(doc), []).append(doc)
    return tuple(
        Origin(
            id=f"O{number}",
            docs=tuple(group),
            credit=next((credited[d] for d in group if d in credited), None),
        )
        for number, group in enumerate(groups.values(), 1)
    )
