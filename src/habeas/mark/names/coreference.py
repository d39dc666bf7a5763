"""What refers again: "the prison", "the agency", "the justice minister", "she", to the nearest entity that fits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf

from habeas.mark.names.entities import Draft
from habeas.mark.names.explained import closes_name
from habeas.mark.names.fitting import fit, forms, told_apart
from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.salience import (
    NEAR_PLACE,
    SURE_PLACE,
    Spot,
    acts_on,
    joined,
    place,
    weight,
)
from habeas.mark.names.scan import base
from habeas.mark.names.strangers import quotation_before, stranger_between, stranger_opens
from habeas.model.marks import EntityType, MentionForm

__all__ = ["Reference", "references"]

_FAR_PRONOUN = 110
_FAR = 400
_FAR_TITLE = 60
"""How many tokens back an antecedent may be: some five sentences for a pronoun, a page for a noun."""
_LOGGED = 120
"""Names before a quotation among which its speaker is sought."""
_UNNAMED = 60
"""Tokens back in which somebody without a name is sought."""
_KNOWN = 2
"""Times that an administration is named before it is "the government"."""
_OPENING = 5
_LED = 2
"""Words from its start within which a place opens a sentence, and sentences back to which it is then "the country"."""
_APPOSED = 9
"""Tokens of a name between commas behind its noun, at most."""
_MODIFIERS = 5
"""The most words between "the" and its noun."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase or pronoun, tokens `first` to `last` (inclusive), that refers to entity `entity`."""

    first: int
    last: int
    entity: int
    form: MentionForm


@dataclass(slots=True)
class _Trail:
    """The entities named so far, the latest last, each once; `called` are the bodies by what they were said to be, `kin`
    where words such as "son" stand."""

    reader: Reader
    drafts: list[Draft]
    seen: dict[int, int]
    counts: list[int]
    starts: dict[int, int]
    opens: list[int]
    turns: list[int]
    kin: list[int]
    people: list[Spot] = field(default_factory=list)
    called: dict[str, int] = field(default_factory=dict)
    led: dict[int, int] = field(default_factory=dict)

    def note(self, entity: int, at: int) -> None:
        if entity in self.seen:
            del self.seen[entity]
        self.seen[entity] = at
        self.counts[entity] += 1
        kind = self.drafts[entity].type
        if kind is EntityType.ORGANISATION:
            for noun in _nouns_beside(self.reader, at):
                self.called[noun] = entity
        elif kind is EntityType.PLACE:
            turn = self.turns[at]
            if turn and at - self.opens[turn - 1] < _OPENING:
                self.led[entity] = turn
        elif kind is EntityType.PERSON:
            here = self.turns[at]
            last = self.people[-1] if self.people else None
            spot = Spot(entity, at, here, place(self.reader, at, here, last))
            if last is not None and joined(self.reader, last, spot):
                self.people[-1] = replace(last, place=spot.place)
            self.people.append(spot)

    def latest(self, at: int) -> list[int]:
        """Entities from the latest back, no farther than a noun reaches."""
        recent = []
        for entity in reversed(self.seen):
            if at - self.seen[entity] > _FAR:
                break
            recent.append(entity)
        return recent


def _nouns_beside(reader: Reader, at: int) -> list[str]:
    """What a body is said to be where it is named: "the charity Harbour Watch", "Harbour Watch, a charity"."""
    low, civic = reader.seen.low, reader.words.civic
    found = [low[at - 1]] if at and low[at - 1] in civic else []
    comma = next((i for i in range(at + 1, min(at + 7, len(low))) if low[i] in ",."), len(low))
    if low[comma : comma + 1] == [","] and low[comma + 1 : comma + 2] != []:
        for word in low[comma + 1 : comma + 6]:
            if word in ",.;":
                break
            if word in civic:
                found.append(word)
    return found


def references(reader: Reader, drafts: list[Draft], named: list[Found], owner: list[int]) -> list[Reference]:
    """References to the entities of the names in `named`, in text order; `owner` has for each the index of its draft."""
    starts = {name.first: owner[k] for k, name in enumerate(named)}
    kin = reader.seen.columns.among(reader.words.unnamed.kin)
    trail = _Trail(reader, drafts, {}, [0] * len(drafts), starts, reader.seen.opens, reader.seen.turns, kin)
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
            reference = _pronoun(trail, at)
        elif word in words.titles:
            reference = _title(trail, at, inside)
        else:
            reference = _noun(trail, at, word, inside)
        if reference is not None:
            found.append(reference)
            trail.note(reference.entity, at)
    return found


def _pronoun(trail: _Trail, at: int) -> Reference | None:
    """The best placed person of the pronoun's gender; one whose gender nothing shows when no other is better placed.

    Nobody, where two whose gender nothing shows are placed alike.
    """
    gender = trail.reader.words.pronouns[trail.reader.seen.low[at]]
    placed = _placed(trail, at, gender)
    if not placed or _is_of_nobody_named(trail, at, max([trail.seen[e] for e in placed]), gender):
        return None
    best = _best(placed, trail.seen)
    if trail.drafts[best].gender is None:
        rival = max([value for entity, value in placed.items() if entity != best], default=-inf)
        if rival > -inf and (placed[best] < SURE_PLACE or placed[best] - rival < NEAR_PLACE):
            return None
        trail.drafts[best].gender = gender
    return Reference(at, at, best, MentionForm.PRONOUN)


def _best(placed: dict[int, float], seen: dict[int, int]) -> int:
    """The best placed of them; of equals the one seen last."""
    best = -1
    for entity, value in placed.items():
        if best < 0 or value > placed[best] or (value == placed[best] and seen[entity] > seen[best]):
            best = entity
    return best


def _is_of_nobody_named(trail: _Trail, at: int, named: int, gender: str) -> bool:
    """Whether somebody without a name stands between the pronoun at `at` and the names before: "her son, a baker, said
    he", "One of them was shot. He died", "A guard spoke. He said"."""
    low, words, unnamed = trail.reader.seen.low, trail.reader.words, trail.reader.words.unnamed
    floor = max(named, at - _UNNAMED)
    for i in reversed(trail.kin):
        if i <= floor:
            break
        if (
            i < at
            and low[i - 1] in unnamed.owning
            and low[i] not in (unnamed.male, unnamed.female)[gender == "m"]
        ):
            return True
    opened = trail.opens[trail.turns[at] - 1]
    if stranger_between(trail.reader, opened, at, named, gender):
        return True
    for turn in range(trail.turns[at - 1] - 1, -1, -1):
        i = trail.opens[turn]
        if i <= floor:
            break
        one_of = low[i] in unnamed.singled and low[i + 1] in words.of
        if one_of or stranger_opens(trail.reader, i, gender):
            return True
    return False


def _placed(trail: _Trail, at: int, gender: str) -> dict[int, float]:
    """How well each person who may be meant by the pronoun at token `at` is placed."""
    opened = quotation_before(trail.reader, at)
    before = at if opened is None else opened
    here = trail.turns[at]
    object_ = trail.reader.seen.low[at] in trail.reader.words.objects
    placed: dict[int, float] = {}
    barred: list[int] = []
    people = trail.people
    for k in range(len(people) - 1, max(-1, len(people) - 1 - _LOGGED), -1):
        spot = people[k]
        if before - spot.at > _FAR_PRONOUN:
            break
        known = trail.drafts[spot.entity].gender
        if spot.at >= before or (known is not None and known != gender):
            if opened is not None and spot.at > opened:
                barred.append(spot.entity)  # whom a quotation names does not speak it
            continue
        if object_ and acts_on(spot, at, here):
            barred.append(spot.entity)
        value = weight(spot, at, here, object_, known is not None)
        held = placed.get(spot.entity)
        if held is None or value > held:
            placed[spot.entity] = value
    for entity in barred:
        placed.pop(entity, None)
    return placed


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


def _title(trail: _Trail, at: int, inside: list[bool]) -> Reference | None:
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


def _noun(trail: _Trail, at: int, word: str, inside: list[bool]) -> Reference | None:
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


def _countries(trail: _Trail, at: int, candidates: list[int]) -> list[int]:
    """Which of the places "the country" may be: the one of a people named since, else one that opened a sentence before."""
    if (country := _demonym(trail, at, candidates)) is not None:
        return [entity for entity in candidates if trail.drafts[entity].known == country]
    here = trail.turns[at]
    led = [entity for entity in candidates if here - trail.led.get(entity, -_LED) <= _LED]
    return sorted(led, key=lambda entity: -trail.led[entity]) or candidates


def _demonym(trail: _Trail, at: int, candidates: list[int]) -> str | None:
    """The country that an adjective or a people names after every place before "the country": "a Rwandan official"."""
    places = [trail.seen[e] for e in candidates if trail.drafts[e].type is EntityType.PLACE]
    for i in range(at - 1, max(max(places, default=0), at - _UNNAMED), -1):
        if trail.reader.capital(i) and (found := trail.reader.demonym(i)) is not None:
            return found[0]
    return None


def _ahead(trail: _Trail) -> int | None:
    """The one place of the domain that a report names, when none was yet: a report may say "the prison" first."""
    nouns = trail.reader.known.nouns
    places = [
        i
        for i, draft in enumerate(trail.drafts)
        if draft.type is EntityType.FACILITY
        and any(nouns.get(w) is EntityType.FACILITY for form in draft.forms for w in form.lower().split())
    ]
    return places[0] if len(places) == 1 and not trail.counts[places[0]] else None


def _introduced(trail: _Trail, at: int) -> int | None:
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


def _names_another(trail: _Trail, kind: EntityType | None, entity: int) -> bool:
    """Whether what is named in a noun's own phrase makes it another than those named before: a body, the place of a building."""
    draft = trail.drafts[entity]
    if kind is EntityType.FACILITY and draft.type is EntityType.PLACE:
        return draft.known not in trail.reader.known.gazetteer.countries
    return draft.type in (EntityType.ORGANISATION, EntityType.OTHER, EntityType.MEDIUM)
