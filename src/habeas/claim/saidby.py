"""Said by: what a court finds is of the law, and what an agreement says is agreed, besides what it tells of."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses.parsing import Clause
from habeas.claim.context import chain
from habeas.claim.frames import singular
from habeas.claim.lawful import is_bench
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind

__all__ = ["said_by"]

_OF: Final = {
    "court": Kind.LEGAL,
    "judge": Kind.LEGAL,
    "law": Kind.LEGAL,
    "order": Kind.LEGAL,
    "agreement": Kind.AGREEMENT,
}
"""The pack's things that say what is so in a way of their own."""
_RULES: Final = ("court", "law", "order")
"""Of these, the ones whose every word is of the law."""
_RULED: Final = frozenset({"can", "cannot", "may", "must", "shall"})
"""Modals by which they rule in their own words: "the men shall not be moved"."""
_UNNAMED: Final = " (unnamed)"


def said_by(scene: Scene, clause: Clause, first: Kind) -> Kind | None:
    """The kind of what a court, a law or an agreement says in the report's words, or rules in its own: "the judge said she could not
    intervene", "the pact says that guests may work"; None for whatever anybody else says."""
    if first in (Kind.LEGAL, Kind.AGREEMENT) or clause.group.kind != "finite":
        return None
    if not scene.ctx.speech_at(scene.parsed.words[clause.verb[0]].start):
        return None
    verb = scene.span(clause.verb)
    quoted = scene.ctx.quotation_at(verb) is not None and clause.group.modal not in _RULED
    links = chain(scene.ctx, verb)
    if not links:
        return None
    for named in (links[-1].name.removesuffix(_UNNAMED), links[-1].role or ""):
        head = named.rpartition(" ")[2].lower()
        thing = scene.index.things.get(head) or scene.index.things.get(singular(head))
        if thing in _OF and (not quoted or thing in _RULES):
            return _OF[thing]
        if not quoted and is_bench(scene, head):
            return Kind.LEGAL
    return None
