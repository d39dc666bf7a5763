"""The trail of names in a report: who was named where, so that a noun or a pronoun finds whom it means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from habeas.mark.names.entities import Draft
from habeas.mark.names.reader import Reader
from habeas.mark.names.salience import Spot, joined, place
from habeas.model.marks import EntityType, MentionForm

__all__ = ["Reference", "Trail"]

_FAR = 400
"""How many tokens back the antecedent of a noun may be: some page."""
_OPENING = 5
"""Words from its start within which a place opens a sentence."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase or pronoun, tokens `first` to `last` (inclusive), that refers to entity `entity`."""

    first: int
    last: int
    entity: int
    form: MentionForm


@dataclass(slots=True)
class Trail:
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
        """Remember that an entity is named or meant at token `at`."""
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
