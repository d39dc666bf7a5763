"""What befell one person, by the words of a claim: an arrest, a release, a death. Two reports that tell one of these of
one person tell one act, whatever words they have for it."""

from __future__ import annotations

from typing import NamedTuple

from habeas.model.claim import Claim
from habeas.model.marks import EntityType
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key

__all__ = ["Fate", "fate_of"]

WORDS = 3
"""Words of what is said of the person, behind the verb, that belong to the act: "walked | out of prison"."""


class Fate(NamedTuple):
    """A person, by the place among the entities, and what befell them."""

    person: int
    act: str


def fate_of(claim: Claim, case: Case) -> Fate | None:
    """What a claim tells to have befallen the person that it is about, or to be about to; None where it tells no such
    thing, or that it was done to others."""
    table = lexicon(case.report[claim.doc].language, "reconcile").get("fates")
    person = case.directory.by_name.get(name_key(claim.subject))
    if not table or person is None or case.directory.entities[person].type is not EntityType.PERSON:
        return None
    verb = claim.property.lower().split()
    behind = str(claim.value).lower().split()[:WORDS]
    told = f" {' '.join(verb + behind)} "
    act = next((a for a, words in table["of_oneself"].items() if any(f" {w} " in told for w in words)), None)
    # "Was freed", "freed from" and "freed after", not "freed three men".
    suffered = not set(table["passive"]).isdisjoint(verb) or (verb and verb[-1] in table["behind"])
    if act is None and suffered:
        act = next((a for a, words in table["suffered"].items() if not set(words).isdisjoint(verb)), None)
    return Fate(person, str(act)) if act else None
