"""Origins: reports joined by derivation count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.model.joining import joined
from habeas.model.lineage import Origin, Pair, Relation

__all__ = ["DERIVED", "origins"]

DERIVED = frozenset({Relation.COPY, Relation.REWRITE})


def origins(docs: Sequence[str], pairs: Iterable[Pair], credited: Mapping[str, str]) -> tuple[Origin, ...]:
    """The groups of `docs` joined by derived pairs, in input order of their first report.

    `credited` gives the outside outlet that a report credits; a group shows one if any of its reports does.
    """
    groups = joined(docs, ((p.a, p.b) for p in pairs if p.relation in DERIVED))
    return tuple(
        Origin(
            id=f"O{number}",
            docs=group,
            credit=next((credited[d] for d in group if d in credited), None),
        )
        for number, group in enumerate(groups, 1)
    )
