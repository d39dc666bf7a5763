"""Entities across reports: one thing under all its names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.model.entity import Entity, Form
from habeas.model.joining import joined
from habeas.model.marks import EntityType, Marks, MentionForm, ReportEntity
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.packs.places import is_known_place
from habeas.reconcile.names import content_key, name_key, person_key, qualifiers

__all__ = ["Directory", "directory"]

_BODIES = frozenset(
    {
        EntityType.ORGANISATION,
        EntityType.FACILITY,
        EntityType.GROUP,
        EntityType.MEDIUM,
        EntityType.COURT,
        EntityType.OTHER,
    }
)


@dataclass(frozen=True, slots=True)
class Directory:
    """All entities of a collection, and which one a report's entity or a name is.

    `of_report[(doc, index)]` is the position in `entities` of `Marks.entities[index]`; `by_name` maps a name key
    to a position where only one entity bears that name.
    """

    entities: tuple[Entity, ...]
    of_report: dict[tuple[str, int], int]
    by_name: dict[str, int]

    def find(self, name: str) -> Entity | None:
        """The one entity that is called `name`, None where there is none or more than one."""
        at = self.by_name.get(name_key(name))
        return None if at is None else self.entities[at]

    def person(self, name: str) -> str:
        """The name of the one person who is called `name`; empty where there is none, or it is no person."""
        found = self.find(name)
        return found.name if found is not None and found.type is EntityType.PERSON else ""


def directory(reports: Sequence[Report], marks: Sequence[Marks], pack: Pack) -> Directory:
    """Join the entities of all reports by their names, acronyms, word order and the pack's aliases."""
    nodes = [
        (seen.doc, i, entity) for seen in marks for i, entity in enumerate(seen.entities) if entity.named
    ]
    pairs = ((group[0], other) for group in _same(nodes, pack) for other in group[1:])
    clusters = joined(range(len(nodes)), pairs)
    texts = {r.doc: r.text for r in reports}
    spans = {seen.doc: _mention_spans(seen) for seen in marks}
    built = [_entity([nodes[n] for n in members], texts, spans) for members in clusters]
    order = sorted(range(len(built)), key=lambda i: (built[i].type, name_key(built[i].name), built[i].id))
    entities = _distinct([built[i] for i in order])
    of_report = {(nodes[n][0], nodes[n][1]): at for at, i in enumerate(order) for n in clusters[i]}
    return Directory(entities, of_report, _by_name(entities))


def _same(nodes: Sequence[tuple[str, int, ReportEntity]], pack: Pack) -> Iterable[list[int]]:
    """Groups of nodes that bear one name."""
    known = {name_key(alias): i.id for i in pack.institutions for alias in (i.name, *i.aliases)}
    known |= {name_key(alias): law.id for law in pack.laws for alias in (law.name, *law.aliases)}
    known |= {name_key(alias): court.id for court in pack.courts for alias in (court.name, *court.aliases)}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    surnames: dict[str, set[str]] = defaultdict(set)
    for _, _, entity in nodes:
        if entity.type is EntityType.PERSON and len(name_key(entity.name).split()) > 1:
            surnames[name_key(entity.name).split()[-1]].add(person_key(entity.name))
    places = _only_places(nodes)
    heads = {noun for thing in pack.things if thing.entity == "facility" for noun in thing.nouns}
    bearers: dict[str, set[str]] = defaultdict(set)
    for _, _, entity in nodes:
        if entity.type is EntityType.FACILITY and (plain := _unqualified(_short(entity, heads))):
            bearers[plain].add(name_key(entity.name))
    last = _last_words(nodes, heads)
    fuller = _fuller(nodes)
    for n, (_, _, entity) in enumerate(nodes):
        if entity.type is EntityType.FACILITY and (whole := last.get(name_key(entity.name))):
            groups["body", whole].append(n)
        for key in _keys(entity, surnames):
            groups[key].append(n)
        if entity.type is EntityType.PERSON and (whole := fuller.get(name_key(entity.name))):
            groups["person", whole].append(n)
        if entity.type is EntityType.OTHER and name_key(entity.name) in places:
            groups["place", name_key(entity.name)].append(n)
        if entity.type is EntityType.FACILITY:
            short = _short(entity, heads)
            # "Salitral Regional Prison" is "Salitral" where no other building of Salitral is told of.
            plain = _unqualified(short)
            for called in {short, plain if plain and len(bearers[plain]) == 1 else short}:
                if called:
                    groups["body", called].append(n)
        for name in (entity.name, *entity.aliases):
            if (pack_id := known.get(name_key(name))) and entity.type is not EntityType.PERSON:
                groups["pack", pack_id].append(n)
    return groups.values()


def _fuller(nodes: Sequence[tuple[str, int, ReportEntity]]) -> Mapping[str, str]:
    """The keys of persons whose names of two words or more open or end the name of one other person, with that person's:
    "Vera Solis" and "Solis Prado" are "Vera Solis Prado", if no report names both."""
    docs: dict[str, set[str]] = defaultdict(set)
    for doc, _, entity in nodes:
        if entity.type is EntityType.PERSON:
            docs[name_key(entity.name)].add(doc)
    found: dict[str, set[str]] = defaultdict(set)
    for name, named in docs.items():
        words = name.split()
        for short in {" ".join(words[:-1]), " ".join(words[1:])} if len(words) > 2 else ():
            if short in docs and docs[short].isdisjoint(named):
                found[short].add(person_key(name))
    return {short: next(iter(whole)) for short, whole in found.items() if len(whole) == 1}


def _last_words(nodes: Sequence[tuple[str, int, ReportEntity]], heads: set[str]) -> dict[str, str]:
    """The last word of a building's name that no other building's name ends with, and that name: what a report calls
    "Alcazar" is the Old Alcazar of the others."""
    ending: dict[str, set[str]] = defaultdict(set)
    for _, _, entity in nodes:
        words = name_key(entity.name).split()
        if entity.type is EntityType.FACILITY and len(words) > 1 and words[-1] not in heads:
            ending[words[-1]].add(" ".join(words))
    return {word: next(iter(names)) for word, names in ending.items() if len(names) == 1}


def _only_places(nodes: Sequence[tuple[str, int, ReportEntity]]) -> set[str]:
    """Names that places bear and nobody: a thing of no known kind with such a name is the place."""
    borne: dict[bool, set[str]] = {True: set(), False: set()}
    for _, _, entity in nodes:
        if entity.type in (EntityType.PLACE, EntityType.PERSON):
            borne[entity.type is EntityType.PLACE].add(name_key(entity.name))
    return borne[True] - borne[False]


def _short(entity: ReportEntity, heads: set[str]) -> str | None:
    """What a place of detention or the like is called without its noun ("Salitral" for "Salitral Prison"), where that
    is no known place."""
    words = name_key(entity.name).split()
    if len(words) < 2 or words[-1] not in heads:
        return None
    short = " ".join(words[:-1])
    return None if is_known_place(short) else short


def _unqualified(short: str | None) -> str | None:
    """A short name without the words for whose the building is: "salitral" for "salitral regional"."""
    words = (short or "").split()
    while len(words) > 1 and words[-1] in qualifiers():
        words.pop()
    plain = " ".join(words)
    return None if not plain or is_known_place(plain) else plain


def _keys(entity: ReportEntity, surnames: dict[str, set[str]]) -> set[tuple[str, str]]:
    names = [n for n in (entity.name, *entity.aliases) if name_key(n)]
    if entity.type is EntityType.PERSON:
        full = [n for n in names if len(name_key(n).split()) > 1]
        if full:
            return {("person", person_key(n)) for n in full}
        bearers = surnames.get(name_key(entity.name), set())
        return {("person", next(iter(bearers)) if len(bearers) == 1 else f"?{name_key(entity.name)}")}
    if entity.type is EntityType.LAW:
        years = re.findall(r"\b\d{4}\b", " ".join(names))
        return {
            ("law", content_key(n) + (f" {years[0]}" if years and not content_key(n) else "")) for n in names
        }
    family = "body" if entity.type in _BODIES else str(entity.type)
    return {(family, key) for n in names for key in {name_key(n), content_key(n) or name_key(n)}}


def _mention_spans(seen: Marks) -> dict[int, list[tuple[Span, bool]]]:
    found: dict[int, list[tuple[Span, bool]]] = defaultdict(list)
    for mention in seen.mentions:
        found[mention.entity].append((mention.span, mention.form is MentionForm.NAME))
    return found


def _entity(
    members: Sequence[tuple[str, int, ReportEntity]],
    texts: dict[str, str],
    spans: dict[str, dict[int, list[tuple[Span, bool]]]],
) -> Entity:
    forms: dict[tuple[str, str, bool], list[Span]] = defaultdict(list)
    for doc, index, _ in members:
        for span, named in spans[doc].get(index, ()):
            forms[doc, span.of(texts[doc]), named].append(span)
    types = Counter(entity.type for _, _, entity in members)
    kind = max(types, key=lambda t: (t is not EntityType.OTHER, types[t], str(t)))
    name = _best_name(members, forms, kind)
    offices = sorted({_office(o.title, o.of) for _, _, e in members for o in e.offices})
    return Entity(
        id=f"{kind}:{name_key(name).replace(' ', '-')}",
        name=name,
        type=kind,
        aliases=tuple(sorted({n for _, _, e in members for n in (e.name, *e.aliases)} - {name})),
        forms=tuple(Form(doc, text, tuple(at), named) for (doc, text, named), at in sorted(forms.items())),
        offices=tuple(offices),
        public=kind is not EntityType.PERSON or bool(offices),
    )


def _best_name(
    members: Sequence[tuple[str, int, ReportEntity]],
    forms: dict[tuple[str, str, bool], list[Span]],
    kind: EntityType,
) -> str:
    """The name that most reports and mentions use; for a person a full one, not the fullest, which can be one report's
    taunt or title."""
    used = Counter(text for (_, text, named), at in forms.items() if named for _ in at)
    names = Counter(e.name for _, _, e in members)
    if kind is EntityType.PERSON:
        return max(names, key=lambda n: (min(len(n.split()), 2), names[n], used[n], len(n.split()), n))
    candidates = set(names) | {n for _, _, e in members for n in e.aliases}
    spelt = {"".join(word[0] for word in n.split() if word[:1].isupper()) for n in candidates if " " in n}
    candidates = candidates - spelt or candidates  # "Harbour Watch Norway" before "HWN"
    docs = {n: len({doc for (doc, text, named) in forms if text == n and named}) for n in candidates}
    return max(candidates, key=lambda n: (docs[n], used[n], names[n], len(n), n))


def _office(title: str, of: str | None) -> str:
    return title if not of or name_key(of) in name_key(title) else f"{title}, {of}"


def _distinct(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Ids made unique, in order."""
    seen: Counter[str] = Counter()
    found = []
    for entity in entities:
        seen[entity.id] += 1
        again = seen[entity.id]
        found.append(replace(entity, id=f"{entity.id}-{again}") if again > 1 else entity)
    return tuple(found)


def _by_name(entities: Sequence[Entity]) -> dict[str, int]:
    holders: dict[str, set[int]] = defaultdict(set)
    for at, entity in enumerate(entities):
        for name in (entity.name, *entity.aliases):
            holders[name_key(name)].add(at)
    return {key: next(iter(held)) for key, held in holders.items() if len(held) == 1 and key}
