"""Marks: typed spans, what is seen in a report before any claim is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.model.span import Span

__all__ = [
    "Attribution",
    "AttributionKind",
    "Comparator",
    "Cue",
    "EntityType",
    "Marks",
    "Mention",
    "MentionForm",
    "Moment",
    "Office",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "ReportEntity",
    "Sentence",
    "Token",
]


class Comparator(StrEnum):
    """How a number bounds the thing it counts."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"


class QuantityKind(StrEnum):
    """What sort of number a quantity is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    VOTE = "vote"
    VAGUE = "vague"


class EntityType(StrEnum):
    """The types of named things."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    FACILITY = "facility"
    LAW = "law"
    COURT = "court"
    GROUP = "group"
    MEDIUM = "medium"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention refers: by name, by a noun ("the prison"), or by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class AttributionKind(StrEnum):
    """How words are given to a source."""

    QUOTED = "quoted"
    REPORTED = "reported"
    ACCORDING_TO = "according_to"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation sign; `lower` is its folded form (curly apostrophes straightened)."""

    start: int
    end: int
    lower: str

    def __reduce__(self) -> tuple[object, ...]:
        return Token, (self.start, self.end, self.lower)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report's own text (never noise); `block` is the index into `Report.blocks`."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in words or digits.

    `span` covers the number with its unit and its bound words ("up to $1,000 per day"); `number` the number alone.
    `value` is an int or float in `unit`s, `"5-4"` for a vote, the lower-case word for a vague one ("hundreds").
    `unit` is an ISO 4217 code for money, "%" for percentages, an English plural noun for measures and durations
    ("kilometers", "days"), "times" for multiples, else None; `per` the "per day" of a rate ("day").
    `noun` is the head noun phrase that is counted ("armed men" in "at least 30 armed men"), None where there is none.
    """

    span: Span
    number: Span
    kind: QuantityKind
    value: int | float | str
    value_max: int | float | None
    unit: str | None
    comparator: Comparator
    per: str | None = None
    noun: Span | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment or period. `timex` is its TIMEX3 value ("2024-03", "XXXX-04-11", "P1Y", "2025-W13").

    `earliest`/`latest` bound the calendar interval, both None when it cannot be placed; where two days remain
    possible they are in `candidates` as (earliest, latest) pairs and the bounds span both.
    `basis`: `stated`, `resolved_from_doc` (from the published date or another moment of the report), `unresolved`.
    `kind` is a TIMEX3 type: DATE, TIME, DURATION, SET.
    """

    span: Span
    kind: str
    timex: str
    earliest: date | None
    latest: date | None
    basis: str
    candidates: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an entity; `entity` is the index into `Marks.entities`.

    `span` is the name itself without title ("Kristi Noem"); `full` includes titles and modifiers
    ("U.S. Homeland Security Secretary Kristi Noem").
    """

    span: Span
    full: Span
    entity: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Office:
    """An office held as the report words it: `title` "Homeland Security Secretary", `of` an organisation or place."""

    title: str
    of: str | None
    span: Span
    former: bool = False

    @property
    def names_its_body(self) -> bool:
        """Whether the title says whose office it is: by the words of the body, or by their initials.

        >>> Office("Justice Minister", "Ministry of Justice", Span(0, 16)).names_its_body
        True
        >>> Office("National Security Adviser", "National Police", Span(0, 25)).names_its_body
        False
        """
        if self.of is None or self.of in self.title:
            return True
        said = {word.replace(".", "") for word in self.title.split()}
        proper = [word for word in self.of.split() if word[:1].isupper()]
        initials = "".join(word[0] for word in proper)
        return bool(proper) and (proper[-1] in said or (len(initials) > 1 and initials in said))


@dataclass(frozen=True, slots=True)
class ReportEntity:
    """All mentions in one report of one thing. `name` is the fullest name form used in the report
    (for a named person without titles), or for things never named the descriptive phrase."""

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    gender: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks.

    `span` is the content without the outer marks (and without a comma that the marks enclose at the end),
    `outer` includes the marks. `group` joins the parts of one utterance that the reporter splits; `fragment`
    is true for a part of a sentence in the reporter's syntax; `scare` for a word or name merely set in marks;
    `inner` for a quotation inside a quotation.
    """

    span: Span
    outer: Span
    group: int
    fragment: bool = False
    scare: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to a source. `source` is the span of the words that name it (None when only implied),
    `entity` the index into `Marks.entities` (None when no entity), `speaker` its best name in the report
    (`"<noun phrase> (unnamed)"` for unnamed sources such as "critics"), `role` the office if known.
    `content` is what is attributed; `cue` the saying words; `via` the medium or relaying outlet
    ("Fox News", "X post", "statement"). `quotations` are indexes into `Marks.quotations`.
    `implied` marks a speaker carried over from a neighbouring quotation. Attributions can nest.
    """

    kind: AttributionKind
    content: Span
    speaker: str | None
    source: Span | None = None
    entity: int | None = None
    cue: Span | None = None
    role: str | None = None
    via: str | None = None
    quotations: tuple[int, ...] = ()
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A hedge ("allegedly", modality it implies) or a negation ("not", "no"), and the words in its scope."""

    span: Span
    kind: str
    modality: str | None
    scope: Span


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything seen in one report, each tuple in text order."""

    doc: str
    language: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[ReportEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Cue, ...] = ()
    negations: tuple[Cue, ...] = ()
