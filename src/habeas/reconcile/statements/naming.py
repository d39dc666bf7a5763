"""Full names: one thing that reports spell out in different words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.model.finding import Status
from habeas.model.marks import EntityType
from habeas.model.span import Span
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.names import content_key, name_key, qualifiers, sorts
from habeas.reconcile.questions import Question, asked

__all__ = ["naming_questions"]

LONG = 3
"""Words of a name at least that a building is fully called by."""

_NAMED = frozenset({EntityType.FACILITY, EntityType.ORGANISATION, EntityType.COURT})


def naming_questions(case: Case) -> Iterator[Question]:
    """A question for each facility or body with full names of the same words in another order."""
    known = {name_key(name) for i in case.pack.institutions for name in (i.name, *i.aliases)}
    for entity in case.directory.entities:
        if entity.type not in _NAMED:
            continue
        # A body that the pack knows by several names has them all.
        body = entity.type is EntityType.ORGANISATION
        if body and any(name_key(n) in known for n in (entity.name, *entity.aliases)):
            continue
        full = _full_names(entity)
        if len(full) < 2 or (entity.type is EntityType.ORGANISATION and _are_turned(list(full))):
            continue
        groups = [(name, _citing(case, spans)) for name, spans in full.items()]
        groups = [(name, claims) for name, claims in groups if claims]
        if len(groups) > 1 and of_several(c for _, claims in groups for c in claims):
            yield _question(entity.name, groups, "the same words in another order")
    yield from _buildings(case)


def _buildings(case: Case) -> Iterator[Question]:
    """A question for each building that reports of a story call by two long names around one word of its own, if none of
    them uses both: "Ferrol Detention Center", "Ferrol North Processing Facility"."""
    common = frozenset(n for t in case.pack.things if t.entity == EntityType.FACILITY.value for n in t.nouns)
    found: dict[tuple[int, frozenset[str]], dict[str, list[tuple[str, Span]]]] = defaultdict(dict)
    for entity in case.directory.entities:
        if entity.type is not EntityType.FACILITY:
            continue
        for form in entity.forms:
            words = name_key(form.text).split()
            own = frozenset(words) - common - qualifiers() - sorts()
            if form.named and len(words) >= LONG and own:
                names = found[case.story[form.doc], own]
                names.setdefault(form.text, []).extend((form.doc, span) for span in form.spans)
    for names in found.values():
        docs = [{doc for doc, _ in at} for at in names.values()]
        # "Salitral Regional Prison" is no other name of Salitral Prison.
        keys = {frozenset(name_key(name).split()) - qualifiers() - common for name in names}
        if len(keys) == len(names) > 1 and all(a.isdisjoint(b) for a, b in combinations(docs, 2)):
            groups = [(name, claims) for name, at in names.items() if (claims := _citing(case, at))]
            if len(groups) > 1:
                yield _question(
                    max(groups, key=lambda g: (len(g[1]), g[0]))[0], groups, "two names of one building"
                )


def _question(name: str, groups: Sequence[tuple[str, Sequence[Claim]]], note: str) -> Question:
    told = [(called, c) for called, claims in groups for c in claims]
    note = f"{note}: aliases of one thing, at most one of them official"
    return asked(f"What is the full name of {name}?", name, "name", Status.CONFLICT, told, note)


def _full_names(entity: Entity) -> dict[str, list[tuple[str, Span]]]:
    """Names of three words or more with one set of content words but another order, with where they stand."""
    found: dict[str, list[tuple[str, Span]]] = {}
    shown: dict[str, str] = {}
    for form in entity.forms:
        key = name_key(form.text)
        if form.named and len(key.split()) >= 3:
            found.setdefault(shown.setdefault(key, form.text), []).extend((form.doc, s) for s in form.spans)
    keys = [content_key(name) for name in found]
    return {name: at for name, at in found.items() if keys.count(content_key(name)) > 1}


def _are_turned(names: Sequence[str]) -> bool:
    """Whether all names of a body are one that is turned round: "Ministry of Works", "Works Ministry"."""
    keys = {tuple(name_key(name).split()) for name in names}
    turned = {(*key[2:], key[0]) if key[1:2] == ("of",) else key for key in keys}
    return len(turned) == 1


def _citing(case: Case, places: list[tuple[str, Span]]) -> list[Claim]:
    """For each report the first claim that holds the name."""
    cited: dict[str, Claim] = {}
    for doc, span in places:
        if doc in cited or doc not in case.places:
            continue
        first = next(case.places[doc].touching(span.start, span.end), None)
        if first is not None:
            cited[doc] = case.of_doc[doc][first]
    return list(cited.values())
