"""Claim: what a report says, in its exact words, and who vouches for it."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.model.marks import Comparator
from habeas.model.span import Span

__all__ = [
    "BAR",
    "READER",
    "AsOfBasis",
    "Assertor",
    "Claim",
    "Claims",
    "Kind",
    "Modality",
    "Slot",
    "Unclaimed",
]

BAR = 0.5
"""Below this confidence a claim is as likely misread as not: a dossier sets it apart."""

READER = "reader:"
"""What the frame of a claim begins with that a second reader proposed and no rule made; its name follows."""


class Kind(StrEnum):
    """The nine kinds of claim."""

    QUANTITY = "quantity"
    QUOTATION = "quotation"
    EVENT = "event"
    LEGAL = "legal"
    CONDITION = "condition"
    AGREEMENT = "agreement"
    ALLEGATION = "allegation"
    ROLE = "role"
    PLAN = "plan"


class Modality(StrEnum):
    """How firmly the claim is put."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    OPINION = "opinion"


class AsOfBasis(StrEnum):
    """What places the claim in time."""

    STATED = "stated"
    FROM_DOC = "resolved_from_doc"
    FROM_OTHER_DOCS = "resolved_from_other_docs"


@dataclass(frozen=True, slots=True)
class Assertor:
    """One link of the assertion chain: who says it, in what office, and through what medium or outlet."""

    name: str
    role: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled place of a frame ("from", "to", "count", "authority"): the words and where they stand."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one report.

    `span` is where its words stand; `report.quote(claim.span) == claim.quote` always.
    `subject` is the canonical name within the report, `property` a pack property or a verb phrase,
    `value` a number, or words. `as_of` is an ISO date at the precision known ("2024-03"), `earliest`/`latest`
    the interval it may lie in. `asserted_by` is the assertion chain, outermost first; empty for the
    report's own voice. `frame` names the pack frame (or engine rule) that made it; `confidence` is in [0, 1].
    `via` is the outlet that relays the claim to this report ("according to Fox News"), `relaying` the people whose
    words the last speaker of the chain passes on ("Noem, relaying Bukele").
    `part` says where in the described system it belongs (a pack part such as "transfer"), None if nowhere.
    `decision` is what a person ruled on it (`confirmed rejected corrected unsure`), `correction` the right value.
    """

    id: str
    doc: str
    report: str
    kind: Kind
    subject: str
    property: str
    value: int | float | str
    span: Span
    quote: str
    value_max: int | float | None = None
    unit: str | None = None
    comparator: Comparator = Comparator.EXACT
    as_of: str | None = None
    as_of_basis: AsOfBasis | None = None
    earliest: date | None = None
    latest: date | None = None
    place: str | None = None
    asserted_by: tuple[Assertor, ...] = ()
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    subject_type: str | None = None
    slots: tuple[Slot, ...] = ()
    part: str | None = None
    frame: str = ""
    confidence: float = 0.5
    via: str | None = None
    relaying: tuple[str, ...] = ()
    decision: str | None = None
    correction: str | None = None

    @builtins.property
    def below_bar(self) -> bool:
        """Whether its confidence is under `BAR`, so that a person should look before relying on it."""
        return self.confidence < BAR

    @builtins.property
    def reader(self) -> str | None:
        """The second reader that proposed it ("openai:small-model"); None for what the program's own rules read."""
        return self.frame.removeprefix(READER) if self.frame.startswith(READER) else None

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        from habeas.model.tables import card

        return card(self)


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A number or quotation that no claim uses, and why."""

    doc: str
    report: str
    kind: str
    span: Span
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What one report claims, and the numbers and quotations left over: the two sum to all that were marked."""

    doc: str
    claims: tuple[Claim, ...]
    unclaimed: tuple[Unclaimed, ...]
