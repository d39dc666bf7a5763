"""The law of the day: what courts and governments did to a measure, step by step, and what held on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Effect", "LegalState", "LegalStep"]


class Effect(StrEnum):
    """What a step does to the measure at issue."""

    STOPS = "stops"
    ALLOWS = "allows"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LegalStep:
    """One step in the law's course, as all reports together tell it.

    `measure` is the law or act at issue, `actor` the court, judge or government, `level` the rank of a court
    (0 where unknown), `act` one word ("blocked", "upheld", "lifted", "invoked"), `vote` as reported ("5-4").
    `earliest`/`latest` bound the day; `dated` is true where a report places it. `said` is the plainest wording;
    `story` numbers the reports that tell
    of the same things; `overtakes` are the ids of earlier steps of contrary effect.
    """

    id: str
    measure: str
    actor: str
    level: int
    act: str
    effect: Effect
    said: str
    earliest: date | None
    latest: date | None
    claims: tuple[str, ...]
    docs: tuple[str, ...]
    story: int = 0
    vote: str | None = None
    overtakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalState:
    """What held of one measure on one day: `effect` is None where it cannot be told, and `note` says why.

    `steps` are the ids of the steps that the answer rests on, `open` of those that may or may not have come before; of
    very many, the last, and `note` counts the others.
    """

    measure: str
    on: date
    effect: Effect | None
    steps: tuple[str, ...]
    open: tuple[str, ...]
    note: str
