"""Context: a report, its marks and the pack, with the marks laid out so that a span finds what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from habeas.claim.clauses.parsing import Parsed
from habeas.claim.clauses.reading import Reading
from habeas.claim.segment import Segment
from habeas.claim.things import thing_types
from habeas.claim.vocabulary import Vocabulary, vocabulary
from habeas.model.claim import Assertor
from habeas.model.columns import Columns, columns
from habeas.model.marks import (
    Attribution,
    Cue,
    EntityType,
    Marks,
    Mention,
    Moment,
    Quantity,
    Quotation,
    ReportEntity,
    Sentence,
    Token,
)
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.seeking import first_from
from habeas.model.span import Span

__all__ = ["Context", "longest"]


T = TypeVar("T")

_RARE_SPACES = (
    "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""All white space but the blank and the end of a line."""
_STRETCH = 512
"""Characters of a stretch of text by which attributions, hedges and negations are looked up."""
_FEW = 24
"""Places of a list up to which filling one by one is quicker than making a list of them."""
_CLOSE = 64
"""Characters of a stretch by which the speakers of a place are looked up: quotations can stand close together."""
_FARTHEST = 200 * _STRETCH
"""Characters that one of them can reach over: about as long as a long report."""
_LONG = 1200
"""Characters from which a sentence is cut to what is near a place in it."""
_REACH = 300
"""Characters to either side of a place in a long sentence that can matter to it, at least."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the claim makers look at. Make one with `Context.of(report, marks, pack)`; no look-up searches.

    `words` are those of the report's language. `token_from` gives for every offset the first token that starts there or after it. `*_before` give for every token, and
    one beyond the last, how many of the marks of that name begin before it. `voices`, `hedges` and `negations` map
    a stretch of text to the attributions, hedges and negations that reach into it; `speech` is `voices` by shorter
    stretches. `even` says that no sentence has white space but single blanks, `rare` that the report has some besides blanks and ends of lines, `quoting` that the report has quotation marks of the usual signs. `things` gives the type of thing that the stem of a common noun of the pack names; `written` is a day of
    the month in which the report was written: the published date, else the latest day that it speaks of as "Wednesday"
    or "yesterday". What is asked for again and again is remembered: `parts` and `places` the stretches already divided
    and searched, `dating` the moments already judged, `acts` the attributions, by their identity, `parsed` the clauses
    of a sentence by its first token, `said` the speakers of the verbs already asked for, `read` the words that they are made of,
    `opening` the stems of the first words, `standing` where the words of a set stand, `offices` the things that those of an
    entity name. `seen` are the report's columns.
    """

    report: Report
    marks: Marks
    pack: Pack
    words: Vocabulary
    seen: Columns
    token_from: list[int]
    sentences_before: list[int]
    mentions_before: list[int]
    moments_before: list[int]
    quantities_before: list[int]
    quotations_before: list[int]
    voices: dict[int, tuple[Attribution, ...]]
    speech: dict[int, tuple[Attribution, ...]]
    hedges: dict[int, tuple[Cue, ...]]
    negations: dict[int, tuple[Cue, ...]]
    things: dict[str, EntityType]
    written: date | None
    even: bool
    rare: bool
    quoting: bool
    parts: dict[Span, tuple[Segment, ...]] = field(default_factory=dict, compare=False, repr=False)
    places: dict[Span, tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)
    dating: dict[Span, bool] = field(default_factory=dict, compare=False, repr=False)
    acts: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)
    parsed: dict[int, Parsed] = field(default_factory=dict, compare=False, repr=False)
    said: dict[Span, tuple[Assertor, ...]] = field(default_factory=dict, compare=False, repr=False)
    read: list[Reading] = field(default_factory=list, compare=False, repr=False)
    opening: list[frozenset[str]] = field(default_factory=list, compare=False, repr=False)
    standing: dict[frozenset[str], list[int]] = field(default_factory=dict, compare=False, repr=False)
    offices: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, report: Report, marks: Marks, pack: Pack) -> Context:
        """The context of one report."""
        seen = columns(report.text, marks.tokens)
        said = [(one, _extents(one, marks.quotations)) for one in marks.attributions]
        token_from = _first_from(seen.starts, len(report.text))
        count = len(marks.tokens)
        rare = any(sign in report.text for sign in _RARE_SPACES)
        return cls(
            report=report,
            marks=marks,
            pack=pack,
            words=vocabulary(marks.language),
            seen=seen,
            token_from=token_from,
            sentences_before=_before([s.span.start for s in marks.sentences], token_from, count),
            mentions_before=_before([m.span.start for m in marks.mentions], token_from, count),
            moments_before=_before([m.span.start for m in marks.moments], token_from, count),
            quantities_before=_before([q.span.start for q in marks.quantities], token_from, count),
            quotations_before=_before([q.span.start for q in marks.quotations], token_from, count),
            voices=_spread(said),
            speech=_spread(said, _CLOSE),
            hedges=_spread([(c, (c.scope,)) for c in marks.hedges]),
            negations=_spread([(c, (c.scope,)) for c in marks.negations]),
            things=thing_types(pack, marks.language),
            even=not rare and _is_even(report.text, marks.sentences),
            rare=rare,
            quoting='"' in report.text or "“" in report.text or "”" in report.text,
            written=report.published_date or _last_named_day(report, marks.moments),
        )

    @property
    def language(self) -> str:
        """The report's language code."""
        return self.marks.language

    def has_any(self, words: frozenset[str], first: int, last: int) -> bool:
        """Whether one of `words` is among the tokens `[first, last)`."""
        places = self.standing.get(words)
        if places is None:
            places = self.standing[words] = self.seen.among(words)
        if not places or places[-1] < first or places[0] >= last:
            return False
        return places[first_from(places, first)] < last

    def sentence_index(self, offset: int) -> int | None:
        """The index of the sentence that holds `offset`, or of the last one before it; None before the first."""
        index = self.sentences_before[self.token_from[offset + 1]] - 1
        return index if index >= 0 else None

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence in which `span` starts."""
        index = self.sentence_index(span.start)
        if index is None:
            return None
        sentence = self.marks.sentences[index]
        return sentence if span.start < sentence.span.end else None

    def surroundings(self, span: Span) -> Span:
        """The sentence in which `span` starts, cut to what is near where it is long; `span` alone outside of all."""
        sentence = self.sentence_at(span)
        if sentence is None:
            return span
        start, end = sentence.span.start, sentence.span.end
        if end - start <= _LONG:
            return sentence.span
        cut = span.start // _REACH * _REACH
        return Span(max(start, cut - _REACH), max(span.end, min(end, cut + 2 * _REACH)))

    def voices_at(self, offset: int) -> tuple[Attribution, ...]:
        """The attributions that may hold `offset`."""
        return self.voices.get(offset // _STRETCH, ())

    def speech_at(self, offset: int) -> tuple[Attribution, ...]:
        """The attributions that reach within `_CLOSE` characters of `offset`: the fewer of `voices_at`."""
        return self.speech.get(offset // _CLOSE, ())

    def hedges_at(self, offset: int) -> tuple[Cue, ...]:
        """The hedges that may hold `offset`."""
        return self.hedges.get(offset // _STRETCH, ())

    def negations_at(self, offset: int) -> tuple[Cue, ...]:
        """The negations that may hold `offset`."""
        return self.negations.get(offset // _STRETCH, ())

    def token_range(self, span: Span) -> tuple[int, int]:
        """First token index and the index after the last of the tokens that start in `span`."""
        return self.token_from[span.start], self.token_from[span.end]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start in `span`."""
        first, last = self.token_range(span)
        return self.marks.tokens[first:last]

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that start in `span`."""
        first, last = (
            self.mentions_before[self.token_from[span.start]],
            self.mentions_before[self.token_from[span.end]],
        )
        return self.marks.mentions[first:last] if first < last else ()

    def moments_in(self, span: Span) -> tuple[Moment, ...]:
        """The moments that start in `span`."""
        first, last = (
            self.moments_before[self.token_from[span.start]],
            self.moments_before[self.token_from[span.end]],
        )
        return self.marks.moments[first:last] if first < last else ()

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that start in `span`."""
        first, last = (
            self.quantities_before[self.token_from[span.start]],
            self.quantities_before[self.token_from[span.end]],
        )
        return self.marks.quantities[first:last] if first < last else ()

    def quotation_at(self, span: Span) -> Quotation | None:
        """The innermost quotation that holds `span`, if any."""
        index = self.quotations_before[self.token_from[span.start + 1]]
        for quotation in reversed(self.marks.quotations[max(0, index - 4) : index]):
            if quotation.span.contains(span):
                return quotation
        return None

    def mention_over(self, span: Span) -> Mention | None:
        """The longest mention that overlaps `span`, if any."""
        start, end = span.start, span.end
        index = self.mentions_before[self.token_from[end]]
        best: Mention | None = None
        for mention in self.marks.mentions[max(0, index - 4) : index]:
            full = mention.full
            if full.start < end and start < full.end and (best is None or _is_longer(mention, best)):
                best = mention
        return best

    def entity(self, mention: Mention) -> ReportEntity:
        """The entity that a mention refers to."""
        return self.marks.entities[mention.entity]


def _is_longer(one: Mention, other: Mention) -> bool:
    return one.span.end - one.span.start > other.span.end - other.span.start


def longest(mentions: Sequence[Mention]) -> Mention | None:
    """The mention with the longest name, the first of equals; None of none."""
    if len(mentions) > 1:
        return max(mentions, key=lambda m: m.span.end - m.span.start)
    return mentions[0] if mentions else None


def _first_from(starts: list[int], length: int) -> list[int]:
    """For every offset of a text of `length`, two beyond its end included, the index of the first token that starts at or
    after it; `starts` are the places of the tokens."""
    return _steps([*starts, length + 2])


def _is_even(text: str, sentences: tuple[Sentence, ...]) -> bool:
    """Whether there are neither ends of lines nor rows of blanks in the sentences."""
    rows = "  " in text
    return not any(
        "\n" in words or (rows and "  " in words) for words in [s.span.of(text) for s in sentences]
    )


def _last_named_day(report: Report, moments: tuple[Moment, ...]) -> date | None:
    """The latest day given by one word without a figure, which is counted from the day of writing."""
    named = [
        m.earliest
        for m in moments
        if m.basis == "resolved_from_doc" and m.earliest == m.latest and report.quote(m.span).isalpha()
    ]
    return max((day for day in named if day is not None), default=None)


def _before(starts: list[int], token_from: list[int], tokens: int) -> list[int]:
    """For each of `tokens` tokens, and one beyond the last, how many of `starts`, in order, lie before it; each start is
    that of a token."""
    at = [token_from[start] for start in starts]
    at.append(tokens)
    return _steps(at)


def _steps(ends: list[int]) -> list[int]:
    """0 up to the first of `ends`, which rise, that one included, then 1 up to the second, and so on."""
    # One object for all places of a step: where they were known to be numbers, compiled code would make one for each.
    found: list[object] = [None] * (ends[-1] + 1)
    at = 0
    for index, end in enumerate(ends):
        step: object = index
        if end - at > _FEW:
            found[at : end + 1] = [step] * (end + 1 - at)
            at = end + 1
        while at <= end:
            found[at] = step
            at += 1
    return cast("list[int]", found)


def _extents(attribution: Attribution, quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    if not attribution.quotations:
        return (attribution.content,)
    return (attribution.content, *[quotations[i].span for i in attribution.quotations])


def _spread(
    placed: Iterable[tuple[T, tuple[Span, ...]]], stretch: int = _STRETCH
) -> dict[int, tuple[T, ...]]:
    """Stretch of text (offset // `stretch`) to what reaches into it, in the order given."""
    found: dict[int, list[T]] = {}
    for value, spans in placed:
        for span in spans:
            first = span.start // stretch
            for index in range(first, min(span.end // stretch, first + _FARTHEST // stretch) + 1):
                held = found.get(index)
                if held is None:
                    found[index] = [value]
                elif held[-1] is not value:
                    held.append(value)
    return {index: tuple(values) for index, values in found.items()}
