"""What refers again: "the prison", "the agency", "the justice minister", "she", to the nearest entity that fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from habeas.mark.names.entities import Draft
from habeas.mark.names.reader import Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType, MentionForm

__all__ = ["Reference", "references"]

_FAR = {MentionForm.PRONOUN: 70, MentionForm.NOMINAL: 400}
_FAR_TITLE = 60
"""How many tokens back an antecedent may be: some three sentences for a pronoun, a page for a noun."""
_CLOSING = {"”": "“", '"': '"', "»": "«", "’": "‘"}
_QUOTED = 200
"""Tokens of the longest quotation that is looked back over."""
_LOGGED = 120
"""Names before a quotation among which its speaker is sought."""
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
    """The entities named so far, the latest last, each once."""

    reader: Reader
    drafts: list[Draft]
    seen: dict[int, int]
    counts: Counter[int]
    starts: dict[int, int]
    log: list[tuple[int, int]] = field(default_factory=list)

    def note(self, entity: int, at: int) -> None:
        self.seen.pop(entity, None)
        self.seen[entity] = at
        self.counts[entity] += 1
        self.log.append((entity, at))

    def before(self, opened: int, form: MentionForm) -> list[int]:
        """Entities named before the token `opened`, from the latest back, no farther than the form reaches."""
        recent: dict[int, None] = {}
        for entity, at in reversed(self.log[-_LOGGED:]):
            if opened - at > _FAR[form]:
                break
            if at < opened:
                recent.setdefault(entity)
        return list(recent)

    def latest(self, at: int, form: MentionForm) -> list[int]:
        """Entities from the latest back, no farther than the form reaches."""
        far = _FAR[form]
        recent = []
        for entity in reversed(self.seen):
            if at - self.seen[entity] > far:
                break
            recent.append(entity)
        return recent


def references(reader: Reader, drafts: list[Draft], named: list[tuple[int, int, int]]) -> list[Reference]:
    """References to the entities of `named` (first token, last token, entity; in text order)."""
    trail = _Trail(reader, drafts, {}, Counter(), {first: entity for first, _, entity in named})
    inside = {i for first, last, _ in named for i in range(first, last + 1)}
    low, words = reader.seen.low, reader.words
    interesting = _interesting(reader)
    spots = [
        i
        for i, (word, bare) in enumerate(zip(low, reader.seen.bases, strict=True))
        if (word in interesting or bare in interesting) and i not in inside
    ]
    found: list[Reference] = []
    upcoming = 0
    for at in spots:
        while upcoming < len(named) and named[upcoming][0] < at:
            trail.note(named[upcoming][2], named[upcoming][0])
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


def _interesting(reader: Reader) -> frozenset[str]:
    words = reader.words
    return frozenset(
        {*words.pronouns, *words.titles, *words.nominals, *words.government_nouns, *reader.known.nouns}
    )


def _pronoun(trail: _Trail, at: int) -> Reference | None:
    """The latest person of the pronoun's gender; a person whose gender nothing shows takes it when alone."""
    gender = trail.reader.words.pronouns[trail.reader.seen.low[at]]
    open_ = []
    opened = _quotation_before(trail.reader, at)
    named = (
        trail.latest(at, MentionForm.PRONOUN) if opened is None else trail.before(opened, MentionForm.PRONOUN)
    )
    for entity in named:
        draft = trail.drafts[entity]
        if draft.type is not EntityType.PERSON:
            continue
        if draft.gender == gender:
            return Reference(at, at, entity, MentionForm.PRONOUN)
        if draft.gender is None:
            open_.append(entity)
    if len(open_) != 1:
        return None
    trail.drafts[open_[0]].gender = gender
    return Reference(at, at, open_[0], MentionForm.PRONOUN)


def _quotation_before(reader: Reader, at: int) -> int | None:
    """Where the quotation opens that ends right before token `at`: “...,” he said. Whom it names does not speak it."""
    low = reader.seen.low
    last = at - 1 if at > 0 and low[at - 1] not in ",." else at - 2
    if last < 1 or low[last] not in _CLOSING:
        return None
    opening = _CLOSING[low[last]]
    for k in range(last - 1, max(-1, last - _QUOTED), -1):
        if low[k] == opening:
            return k
    return None


def _phrase_start(reader: Reader, at: int) -> int | None:
    """The determiner that opens the noun phrase whose head is at `at`; None when it is not definite."""
    low, words = reader.seen.low, reader.words
    first = at
    while first > 0 and at - first <= _MODIFIERS and first not in reader.seen.starts:
        first -= 1
        word = low[first]
        if word in words.determiners:
            return first
        if word in words.function or word in words.indefinite or not (word[0].isalnum() or word in "-\"“”’'"):
            return None
    return None


def _title(trail: _Trail, at: int, inside: set[int]) -> Reference | None:
    """The holder of an office named by its title alone: "the minister", "the DHS secretary"."""
    reader = trail.reader
    first = _phrase_start(reader, at)
    after = reader.seen.low[at + 1] if at + 1 < len(reader.seen.low) else ""
    if first is None or after in reader.words.of or after in reader.words.titles or at + 1 in inside:
        return None
    said = {base(w) for w in reader.seen.low[first + 1 : at + 1]} - reader.words.articles
    for entity in trail.latest(at, MentionForm.NOMINAL):
        draft = trail.drafts[entity]
        if not said - {base(reader.seen.low[at])} and at - trail.seen[entity] > _FAR_TITLE:
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


def _noun(trail: _Trail, at: int, word: str, inside: set[int]) -> Reference | None:
    """The latest entity of the type that a noun names."""
    reader = trail.reader
    low = reader.seen.low
    if at + 1 in inside and at + 1 not in reader.seen.starts and low[at + 1][0].isalpha():
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
        at - 1 in inside
        and at - 1 > first
        and reader.demonym(at - 1) is None
        and not reader.seen.possessive(at - 1)
    ):
        return None
    introduced = _introduced(trail, at)
    if introduced is not None:
        return Reference(first, at, introduced, MentionForm.NOMINAL)
    candidates = trail.latest(at, MentionForm.NOMINAL)
    if government or word in reader.words.civic:
        candidates.sort(key=lambda entity: -trail.counts[entity])
    best = None
    for entity in candidates:
        draft = trail.drafts[entity]
        fit = _fit(reader, draft, word, kind, government)
        if fit == 2:
            return Reference(first, at, entity, MentionForm.NOMINAL)
        if fit == 1 and best is None:
            best = entity
    if best is None and reader.known.nouns.get(word) is EntityType.FACILITY:
        best = _ahead(trail)
    return None if best is None else Reference(first, at, best, MentionForm.NOMINAL)


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
    """The entity that the noun's own phrase names: "the group known as Shining Path"."""
    low, words = trail.reader.seen.low, trail.reader.words
    naming = False
    for i in range(at + 1, min(at + 7, len(low))):
        if i in trail.starts and naming:
            return trail.starts[i]
        if low[i] in words.speech or low[i] == ".":
            return None
        naming = naming or low[i] in words.known_as
    return None


def _fit(reader: Reader, draft: Draft, word: str, kind: EntityType | None, government: bool) -> int:
    """How well an entity answers to the noun: 2 by its own name, 1 by its type, 0 not at all."""
    names = {w for form in draft.forms for w in form.lower().split()}
    if government:
        return 2 if names & reader.words.government and draft.type is EntityType.ORGANISATION else 0
    if draft.type is not kind:
        related = {EntityType.GROUP, EntityType.ORGANISATION}
        if not (draft.type in related and kind in related and word in names):
            return 0
    if kind is EntityType.PLACE:
        country = draft.known in reader.known.gazetteer.countries
        return 2 if country == (word in reader.words.countries) else 0
    if kind is EntityType.ORGANISATION and names & reader.words.government:
        return 0
    if word in reader.words.civic and names & reader.words.official:
        return 0
    if word in reader.words.own_names and word not in names:
        return 0
    return 2 if word in names else 1
