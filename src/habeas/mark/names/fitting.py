"""Fitting: whether a named thing answers to a noun that may stand for it: "the union" for the Port Workers' Union."""

from __future__ import annotations

from itertools import pairwise

from habeas.mark.names.entities import Draft
from habeas.mark.names.reader import Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["fit", "forms", "told_apart"]


def forms(draft: Draft) -> set[str]:
    """The words of an entity's names."""
    if draft.words is None:
        draft.words = {w for form in draft.forms for w in form.lower().split()}
    return draft.words


def told_apart(reader: Reader, draft: Draft, first: int, at: int) -> bool:
    """Whether a word before the noun says that another of its kind is meant: "the women's jail"."""
    said = {base(word) for word in reader.seen.low[first + 1 : at]} & reader.words.unnamed.apart
    return bool(said - {base(word) for word in forms(draft)})


def fit(reader: Reader, draft: Draft, word: str, kind: EntityType | None, government: bool) -> int:
    """How well an entity answers to the noun: 2 by its own name, 1 by its type, 0 not at all."""
    names = forms(draft)
    if government:
        return 2 if draft.type is EntityType.ORGANISATION and _governs(reader, draft) else 0
    if draft.type is not kind:
        related = {EntityType.GROUP, EntityType.ORGANISATION}
        said = word in names or word in reader.words.speaking
        if not (draft.type in related and kind in related and said):
            return 0
    if kind is EntityType.PLACE:
        if any(name != word and name in reader.words.landforms for name in names):
            return 0  # "the island" is no "Bay of Bengal"
        country = draft.known in reader.known.gazetteer.countries
        return 2 if country == (word in reader.words.countries) else 0
    if kind is EntityType.FACILITY and word not in names and names & reader.words.own_heads:
        return 0  # "the camp" is no airport
    if kind is EntityType.ORGANISATION and names & reader.words.government:
        return 0
    if (word in reader.words.civic or word in reader.words.speaking) and names & reader.words.official:
        return 0
    if word in reader.words.commercial and names & (reader.words.uncommercial | reader.words.official):
        return 0  # "the company" is no police
    if word in reader.words.own_names and word not in names:
        return 0
    return 2 if word in names else 1


def _governs(reader: Reader, draft: Draft) -> bool:
    """Whether a name is one of a government: "Chad's government", "Government of Chad", but not "Government House"."""
    known, of = reader.words.government, reader.words.of
    for form in draft.forms:
        words = form.lower().split()
        if words[-1] in known or any(a in known and b in of for a, b in pairwise(words)):
            return True
        if reader.words.noun_first and not known.isdisjoint(words):
            return True
    return False
