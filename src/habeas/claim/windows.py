"""Windows: the least clause that holds a number, its noun and a verb, and what that clause is about."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.acts import is_act
from habeas.claim.datelines import after_dateline
from habeas.claim.indexes import Context
from habeas.claim.segments import Segment, is_month, segments
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["Window", "relative_window", "window"]

_REACH = 3
"""How many segments a window may be widened to either side in search of a verb."""


_ADVERB = ("ly", "mente")
_WITH = 6
"""Words from "with" to what those behind it do."""
_BESIDE = 2
"""Words from an "-ing" form behind a preposition to its number: "accused of smuggling 40 men"."""


@dataclass(frozen=True, slots=True)
class Window:
    """The clause of a number: tokens `[first, last)`, and `area`, the stretch of the sentence in the same voice.

    `verb` is the index of the verb that governs the number, None where there is none; `leads` says that the number
    is the clause's subject ("30 people were killed"). `opening` is where the number's own segment starts.
    """

    first: int
    last: int
    area: Span
    verb: int | None
    leads: bool
    opening: int
    opened: str

    def span(self, ctx: Context) -> Span:
        """The window as offsets."""
        return Span(ctx.marks.tokens[self.first].start, ctx.marks.tokens[self.last - 1].end)


def window(ctx: Context, quantity: Quantity) -> Window:
    """The clause around a number, never reaching out of the words of the one who gives it."""
    area = _area(ctx, quantity)
    parts = segments(ctx, area)
    begin, _ = ctx.token_range(Span(quantity.span.start, quantity.span.end))
    own = next((i for i, part in enumerate(parts) if part.last > begin), None)
    if own is None:
        first, last = ctx.token_range(area)
        return Window(first, max(last, first + 1), area, None, False, first, "")
    words = ctx.words
    low, high = _widened(ctx, words, parts, own, begin)
    first, last = parts[low].first, _with_noun(ctx, quantity, parts[high].last)
    shared = _shared_deed(ctx, words, parts, own, begin)
    if shared is not None:
        return Window(shared, last, area, shared, False, parts[own - 1].first, parts[own - 1].opened)
    done = _with_done(ctx, words, quantity, first, begin)
    if done is not None:
        return Window(
            begin, max(parts[own].last, done + 1), area, done, True, begin, next(iter(words.having))
        )
    verb, leads = _governing(ctx, words, quantity, first, last, parts[high].first if high > own else 0)
    return Window(first, last, area, verb, leads, parts[own].first, parts[own].opened)


def _with_done(ctx: Context, words: Vocabulary, quantity: Quantity, first: int, begin: int) -> int | None:
    """What is done to those counted behind "with": "the plan was dropped with only eight men [moved]"; "a bus with eight men
    crashed" has no verb before."""
    tokens = ctx.marks.tokens
    led = begin - 1
    while led > first and tokens[led].lower in words.adverbs:
        led -= 1  # "with only eight men moved"
    if led < first or tokens[led].lower not in words.having or quantity.noun is None:
        return None
    _, after = ctx.token_range(quantity.noun)
    if after >= len(tokens) or tokens[after].start - quantity.noun.end != 1:
        return None
    word = tokens[after].lower
    if word in words.auxiliaries or not words.finite(word, tokens[after - 1].lower) or word.endswith("s"):
        return None
    acts = any(
        words.finite(tokens[i].lower, tokens[i - 1].lower if i > first else "")
        for i in range(first, begin - 1)
    )
    return after if acts else None


def _shared_deed(
    ctx: Context, words: Vocabulary, parts: tuple[Segment, ...], own: int, begin: int
) -> int | None:
    """The "-ing" form that two numbers share whose clause has another verb: "a ferry [carrying] 173 guests and 16 nurses sank"."""
    tokens, first = ctx.marks.tokens, parts[own].first
    if own == 0 or parts[own].opened not in words.joiners or begin - first > 1:
        return None
    counted = ctx.quantities_in(parts[own - 1].span(tokens))
    noun = counted[-1].noun if counted else None
    if noun is None or noun.end != tokens[first - 1].end:
        return None
    at = ctx.token_range(counted[-1].span)[0] - 1
    held = at > 0 and tokens[at].lower.endswith(words.gerund) and tokens[at - 1].lower[0].isalpha()
    return at if held and tokens[at - 1].lower not in words.prepositions else None


def relative_window(ctx: Context, quantity: Quantity, clause: Window) -> Window | None:
    """The clause about what is counted, where one follows it at once: "the 1,000 people who have already died"."""
    if quantity.noun is None:
        return None
    words = ctx.words
    _, after = ctx.token_range(Span(quantity.span.start, quantity.noun.end))
    parts = segments(ctx, clause.area)
    at = next((i for i, part in enumerate(parts) if part.first == after), None)
    if at is None or ctx.marks.tokens[after].lower not in words.relatives or not parts[at].verb:
        return None
    begin, _ = ctx.token_range(quantity.span)
    verb, leads = _governing(ctx, words, quantity, begin, parts[at].last)
    return Window(begin, parts[at].last, clause.area, verb, leads, begin, parts[at].opened)


def _area(ctx: Context, quantity: Quantity) -> Span:
    """The part of the sentence that the same voice says: inside the innermost quotation or attributed content."""
    whole = ctx.surroundings(quantity.span)
    start, end = min(after_dateline(ctx, whole.start), quantity.span.start), whole.end
    if quantity.kind is QuantityKind.VOTE:
        return Span(start, end)
    quotation = ctx.quotation_at(quantity.number)
    if quotation is not None and not quotation.fragment:
        start, end = max(start, quotation.span.start), min(end, quotation.span.end)
    for attribution in ctx.voices_at(quantity.number.start):
        content = attribution.content
        if is_act(ctx, attribution):
            continue
        if content.contains(quantity.number) and not _plain_object(ctx, content, quantity):
            start, end = max(start, content.start), min(end, content.end)
    return Span(min(start, quantity.span.start), max(end, quantity.span.end))


def _plain_object(ctx: Context, content: Span, quantity: Quantity) -> bool:
    """Whether the number stands in the object of the saying verb, with no clause of its own ("pledged $5 million")."""
    parts = segments(ctx, content)
    return bool(parts) and not parts[0].verb and quantity.number.start < parts[0].span(ctx.marks.tokens).end


def _widened(
    ctx: Context, words: Vocabulary, parts: tuple[Segment, ...], own: int, begin: int
) -> tuple[int, int]:
    """First and last segment of the window: the own one, widened until it has a verb."""
    if parts[own].verb:
        return own, own
    left = next((i for i in range(own - 1, max(-1, own - 1 - _REACH), -1) if parts[i].verb), None)
    ahead = [i for i in range(own + 1, min(len(parts), own + 1 + _REACH)) if parts[i].verb]
    # "300 men, half of whom came from Chad, are held": what is told of a part is not told of all.
    part = ctx.marks.tokens[parts[own].last - 1].lower in words.prepositions  # the number is "half of" whom
    others = [i for i in ahead if part or parts[i].opened not in words.relatives]
    right = next(iter(others or ahead), None)
    starts = all(_light(words, ctx.marks.tokens[i].lower) for i in range(parts[own].first, begin))
    if right is not None and (left is None or (starts and own == 0)):
        return own, right
    return (left, own) if left is not None else (own, own)


def _light(words: Vocabulary, word: str) -> bool:
    return word in words.articles or word in words.prepositions or not word[0].isalpha()


def _with_noun(ctx: Context, quantity: Quantity, last: int) -> int:
    """The window's end, moved so that the number and its noun are whole."""
    end = max(quantity.span.end, quantity.noun.end if quantity.noun else 0)
    _, after = ctx.token_range(Span(quantity.span.start, end))
    return max(last, after)


def _governing(
    ctx: Context, words: Vocabulary, quantity: Quantity, first: int, last: int, ahead: int = 0
) -> tuple[int | None, bool]:
    """The verb that governs the number, and whether the number leads its clause; a verb behind it stands from `ahead` on."""
    tokens = ctx.marks.tokens
    begin, after = ctx.token_range(quantity.span)
    if quantity.noun is not None:
        after = max(after, ctx.token_range(Span(quantity.span.start, quantity.noun.end))[1])
    for index in range(begin - 1, first - 1, -1):
        before = tokens[index - 1].lower if index > 0 else ""
        if words.finite(tokens[index].lower, before if index > first else ""):
            if tokens[index].lower in words.months and is_month(ctx, index):
                continue
            return index, False
        if not tokens[index].lower.endswith(words.gerund) or tokens[index].lower in words.prepositional:
            continue
        lasting = (
            quantity.kind is QuantityKind.DURATION
        )  # "suspected of holding three men captive for 30 years"
        beside = (lasting or begin - index <= _BESIDE) and before in words.deeds
        if index > first + 1 and before.endswith(_ADVERB):
            before = tokens[index - 2].lower  # "and seriously injuring 130"
        held = index == begin - 1 and before[:1].isalpha() and before not in words.prepositions
        if before == "," or before in words.joiners or beside or held or _absolute(ctx, words, index, first):
            return index, False
    verb = _verb_behind(ctx, words, max(after, ahead), last)
    return verb, verb is not None


def _absolute(ctx: Context, words: Vocabulary, verb: int, first: int) -> bool:
    """Whether "with" leads to those who do what an "-ing" form tells: "with the [agency] holding 300 men"."""
    tokens = ctx.marks.tokens
    for index in range(verb - 1, max(first, verb - _WITH) - 1, -1):
        word = tokens[index].lower
        if word in words.having:
            return verb - index > 1
        if not word[0].isalpha() or word in words.prepositions:
            return False
    return False


def _verb_behind(ctx: Context, words: Vocabulary, first: int, last: int) -> int | None:
    """The first verb in the tokens `[first, last)`; behind "where" the one after that of its clause: "owners of a mill where a
    fire killed seven [were] arrested"."""
    tokens, inner, passed = ctx.marks.tokens, None, False
    for index in range(first, last):
        word = tokens[index].lower
        if word in words.naming and tokens[index - 1].lower not in words.auxiliaries:
            continue  # "20 men of the jail known as Corran have been freed"
        if words.finite(word, tokens[index - 1].lower):
            if not passed or (inner is not None and not words.finite(tokens[index - 1].lower, "")):
                return index
            inner = index if inner is None else inner
        passed = passed or word in words.elsewhere
    return inner
