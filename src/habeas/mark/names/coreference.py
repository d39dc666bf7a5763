"""What refers again: "the prison", "the agency", "the justice minister", "she", to the nearest entity that fits."""

from __future__ import annotations

from habeas.mark.names.entities import Draft
from habeas.mark.names.explained import closes_name
from habeas.mark.names.fitting import fit, forms, told_apart
from habeas.mark.names.pronouns import pronoun
from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.scan import base
from habeas.mark.names.trail import Reference, Trail
from habeas.model.marks import EntityType, MentionForm

__all__ = ["Reference", "references"]

_FAR_TITLE = 60
"""How many tokens back the antecedent of a title alone may be."""
_UNNAMED = 60
"""Tokens back in which a people is sought for "the country"."""
_LOGGED = 120
"""Tokens back in which those are counted of whom "the group" may be."""
_KNOWN = 2
"""Times that an administration is named before it is "the government"."""
_LED = 2
"""Sentences back to which a place that opened one is "the country"."""
_APPOSED = 9
"""Tokens of a name between commas behind its noun, at most."""
_MODIFIERS = 5
"""The most words between "the" and its noun."""


def references(reader: Reader, drafts: list[Draft], named: list[Found], owner: list[int]) -> list[Reference]:
    """References to the entities of the names in `named`, in text order; `owner` has for each the index of its draft."""
    starts = {name.first: owner[k] for k, name in enumerate(named)}
    kin = reader.seen.columns.among(reader.words.unnamed.kin)
    trail = Trail(reader, drafts, {}, [0] * len(drafts), starts, reader.seen.opens, reader.seen.turns, kin)
    low, words = reader.seen.low, reader.words
    inside = [False] * len(reader.seen.starts)
    for name in named:
        for i in range(name.first, name.last + 1):
            inside[i] = True
    found: list[Reference] = []
    upcoming = 0
    for at in reader.seen.among(reader.known.referring):
        if inside[at]:
            continue
        while upcoming < len(named) and named[upcoming].first < at:
            trail.note(owner[upcoming], named[upcoming].first)
            upcoming += 1
        word = base(low[at])
        if low[at] in words.pronouns:
            reference = pronoun(trail, at)
        elif word in words.titles:
            reference = _title(trail, at, inside)
        else:
            reference = _noun(trail, at, word, inside)
        if reference is not None:
            found.append(reference)
            trail.note(reference.entity, at)
    return found


def _phrase_start(reader: Reader, at: int) -> int | None:
    """The determiner that opens the noun phrase whose head is at `at`; None when it is not definite."""
    low, words = reader.seen.low, reader.words
    first = at
    while first > 0 and at - first <= _MODIFIERS and not reader.seen.starts[first]:
        first -= 1
        word = low[first]
        if word in words.determiners:
            return first
        if word in words.function or word in words.indefinite or not (word[0].isalnum() or word in "-\"“”’'"):
            return None
    return None


def _title(trail: Trail, at: int, inside: list[bool]) -> Reference | None:
    """The holder of an office named by its title alone: "the minister", "the DHS secretary"."""
    reader = trail.reader
    first = _phrase_start(reader, at)
    after = reader.seen.low[at + 1] if at + 1 < len(reader.seen.low) else ""
    if first is None or after in reader.words.of or after in reader.words.titles or inside[at + 1]:
        return None
    bases, articles = reader.seen.bases, reader.words.articles
    said = {bases[k] for k in range(first + 1, at + 1) if bases[k] not in articles}
    alone = len(said) < 2 and (not said or bases[at] in said)
    for entity in trail.latest(at):
        draft = trail.drafts[entity]
        if alone and at - trail.seen[entity] > _FAR_TITLE:
            break
        if draft.type is EntityType.PERSON and any(
            _is_office(reader, said, at, o.title, o.of) for o in draft.offices
        ):
            return Reference(first, at, entity, MentionForm.NOMINAL)
    return None


def _is_office(reader: Reader, said: set[str], at: int, title: str, of: str | None) -> bool:
    """Whether the words said can name the office: its head word, and no word that another office has."""
    words = set(title.lower().replace(".", "").replace("-", " ").split()) | set((of or "").lower().split())
    head = base(reader.seen.low[at])
    if head not in words and not any(w in words for w in reader.words.short_titles.get(head, ())):
        return False
    rest = said - {head} - reader.words.modifiers
    return not rest or bool(rest & words)


def _noun(trail: Trail, at: int, word: str, inside: list[bool]) -> Reference | None:
    """The latest entity of the type that a noun names."""
    reader = trail.reader
    low = reader.seen.low
    if inside[at + 1] and not reader.seen.starts[at + 1] and low[at + 1][0].isalpha():
        return None
    first = _phrase_start(reader, at)
    if first is None:
        return None
    kind = reader.known.nouns.get(word) or reader.words.nominals.get(word)
    government = word in reader.words.government_nouns
    after = low[at + 1] if at + 1 < len(low) else ""
    if after in reader.words.of and reader.words.genitive == after:
        return None
    if (
        inside[at - 1]
        and at - 1 > first
        and reader.demonym(at - 1) is None
        and not reader.seen.possessive(at - 1)
    ):
        return None
    if any(
        _names_another(trail, kind, trail.starts[i]) for i in range(first + 1, at - 1) if i in trail.starts
    ):
        return None  # "the UN refugee agency" is a body of its own, "the Corran refugee camp" a camp
    introduced = _introduced(trail, at)
    if introduced is not None:
        return Reference(first, at, introduced, MentionForm.NOMINAL)
    if word in trail.called:
        return Reference(first, at, trail.called[word], MentionForm.NOMINAL)
    if word in reader.words.speaking and not _speaks(reader, first, at):
        return None
    candidates = trail.latest(at)
    if word in reader.words.countries:
        candidates = _countries(trail, at, candidates)
    if government or word in reader.words.civic:
        candidates.sort(key=lambda entity: -trail.counts[entity])
    best = None
    for entity in candidates:
        draft = trail.drafts[entity]
        if government and trail.counts[entity] < _KNOWN and word not in forms(draft):
            continue  # "the government" of a report that names another country's administration once
        if government and at - 1 > first and reader.capital(at - 1) and base(low[at - 1]) not in forms(draft):
            continue  # "the Conservative government"
        fits = fit(reader, draft, word, kind, government)
        if fits and told_apart(reader, draft, first, at):
            continue
        if fits == 2:
            return Reference(first, at, entity, MentionForm.NOMINAL)
        if fits == 1 and best is None:
            best = entity
    if best is None and reader.known.nouns.get(word) is EntityType.FACILITY:
        best = _ahead(trail)
    return None if best is None else Reference(first, at, best, MentionForm.NOMINAL)


def _speaks(reader: Reader, first: int, at: int) -> bool:
    """Whether "the group" is a body that speaks, and no group of people: "the group said", "the rights group"."""
    low, words = reader.seen.low, reader.words
    if not words.causes.isdisjoint(low[first + 1 : at]):
        return True
    if low[at + 1 : at + 2] == [] or low[at + 1] not in words.speech:
        return False
    return not any(
        low[i] == low[at] and low[i + 1] in words.of and low[i - 1] in words.indefinite
        for i in range(max(1, at - _LOGGED), at)
    )


def _countries(trail: Trail, at: int, candidates: list[int]) -> list[int]:
    """Which of the places "the country" may be: the one of a people named since, else one that opened a sentence before."""
    if (country := _demonym(trail, at, candidates)) is not None:
        return [entity for entity in candidates if trail.drafts[entity].known == country]
    here = trail.turns[at]
    led = [entity for entity in candidates if here - trail.led.get(entity, -_LED) <= _LED]
    return sorted(led, key=lambda entity: -trail.led[entity]) or candidates


def _demonym(trail: Trail, at: int, candidates: list[int]) -> str | None:
    """The country that an adjective or a people names after every place before "the country": "a Rwandan official"."""
    places = [trail.seen[e] for e in candidates if trail.drafts[e].type is EntityType.PLACE]
    for i in range(at - 1, max(max(places, default=0), at - _UNNAMED), -1):
        if trail.reader.capital(i) and (found := trail.reader.demonym(i)) is not None:
            return found[0]
    return None


def _ahead(trail: Trail) -> int | None:
    """The one place of the domain that a report names, when none was yet: a report may say "the prison" first."""
    nouns = trail.reader.known.nouns
    places = [
        i
        for i, draft in enumerate(trail.drafts)
        if draft.type is EntityType.FACILITY
        and any(nouns.get(w) is EntityType.FACILITY for form in draft.forms for w in form.lower().split())
    ]
    return places[0] if len(places) == 1 and not trail.counts[places[0]] else None


def _introduced(trail: Trail, at: int) -> int | None:
    """The entity that the noun's own phrase names: "the group known as Shining Path", "the jail, the Corran Complex, opened"."""
    low, words = trail.reader.seen.low, trail.reader.words
    naming = False
    comma = at + 3 < len(low) and low[at + 1] == ","
    apposed = at + 2 + (low[at + 2] in words.articles) if comma else 0
    if apposed in trail.starts and closes_name(low[apposed + 1 : apposed + _APPOSED], words.speech):
        entity = trail.starts[apposed]
        kind = trail.reader.known.nouns.get(low[at]) or words.nominals.get(low[at])
        return entity if trail.drafts[entity].type is kind else None
    for i in range(at + 1, min(at + 7, len(low))):
        if i in trail.starts and naming:
            return trail.starts[i]
        if low[i] in words.speech or low[i] == ".":
            return None
        naming = naming or low[i] in words.known_as
    return None


def _names_another(trail: Trail, kind: EntityType | None, entity: int) -> bool:
    """Whether what is named in a noun's own phrase makes it another than those named before: a body, the place of a building."""
    draft = trail.drafts[entity]
    if kind is EntityType.FACILITY and draft.type is EntityType.PLACE:
        return draft.known not in trail.reader.known.gazetteer.countries
    return draft.type in (EntityType.ORGANISATION, EntityType.OTHER, EntityType.MEDIUM)
