"""Ellipses: a bare number that counts what the number before it counts ("of the 90 guests, 60 were men")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.claim.comparing import is_course
from habeas.claim.governors import is_demonym
from habeas.claim.indexes import Context
from habeas.claim.phrases import PEOPLE, noun_words
from habeas.model.claim import Claim, Unclaimed
from habeas.model.marks import Quantity, QuantityKind, Sentence
from habeas.model.span import Span

__all__ = [
    "Counted",
    "counted_noun",
    "divides",
    "latest_count",
    "of_whole",
    "opens_whole",
    "told_of_part",
    "told_of_whole",
]

_TOLD = 60
"""Numbers back in which a total was told first."""
_OWNED = ("'s", "’s", "s'", "s’")
_WHOLE = 3
"""Words after "171" in which the whole that it is of begins: "of the 299"."""
_TELLING = 10
"""From this number on the same number again is of the same things."""
_FAR = 2500
"""Characters back in which a number was told with its noun."""
_COMMA = 60
"""Characters from a whole to the comma behind it, and from there to its part."""
_OPENING = 12
"""Words at the start of a sentence among which it says that it divides what was told before."""
_QUOTED = 4
"""Tokens before a number among which "of whom" stands, a quotation mark among them."""
_NEAR = 14
"""Tokens from "of whom" back to those whom it stands for."""
_LOOK = 5
"""Words after a bare number that can say what its few are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the latest count of a sentence counted: the index of the sentence, the noun as claims give it, and whether it
    opens the sentence as the whole of which parts are told."""

    sentence: int | None
    noun: str
    whole: bool = False


def counted_noun(ctx: Context, quantity: Quantity, before: Counted | None) -> str | None:
    """The noun of a number. Where only a verb or "more than" follows, that of the count before it in its sentence; else the
    people that it says they are ("244 were men")."""
    own = noun_words(ctx, quantity)
    whole = _owned_whole(ctx, quantity)
    if whole is not None:
        return noun_words(ctx, whole) or own
    here = before is not None and before.sentence == ctx.sentence_index(quantity.span.start)
    if before is not None and own is not None and (here and _does(ctx, quantity, own)):
        return before.noun  # "195,000 members voted, 191,000 rejecting it"
    if before is not None and own in ctx.words.rest and _are_things(ctx, quantity, before):
        return before.noun  # "200 homes fell, 21 others were hit"
    if own == PEOPLE and quantity.noun is None and here and _of_those(ctx, quantity, ctx.words.them):
        return before.noun if before is not None else None  # "eight fires in one week, five of them"
    if own is None and quantity.unit is None and (who := _of_whom(ctx, quantity)):
        return who
    if own is None and before is not None and _of_those(ctx, quantity, ctx.words.relatives):
        return before.noun if here else None
    if own is not None or quantity.kind is not QuantityKind.COUNT or quantity.unit is not None:
        return own
    return _bare_noun(ctx, quantity, before, here)


def _bare_noun(ctx: Context, quantity: Quantity, before: Counted | None, here: bool) -> str | None:
    """The noun of a count that has none of its own, where what stands around it says what it counts."""
    words = ctx.words
    first, after = ctx.token_range(quantity.span)
    leading = [token.lower for token in ctx.marks.tokens[max(0, first - 2) : first]]
    if len(leading) == 2 and leading[1] in words.partitive and leading[0] in words.gatherings:
        return PEOPLE  # "a crowd of some 5,000"
    if leading[-1:] and leading[-1] in words.definite:
        return _known_few(ctx, quantity)
    if before is not None and " ".join(leading) in words.excepting and _is_close(ctx, quantity, before):
        return before.noun  # "300 men joined. All but six stopped"
    if before is not None and leading[-1:] and leading[-1] in words.rest and _is_close(ctx, quantity, before):
        return before.noun  # "the other three"
    again = _restates(ctx, first) or _includes(ctx, first, after) or is_course(ctx, first)
    if here and before is not None and again:
        return before.noun
    following = [token.lower for token in ctx.marks.tokens[after : after + 2]]
    if len(following) < 2:
        return None
    if following[0] in words.travelling or " ".join(following) in words.travelling:
        return PEOPLE
    if before is not None and before.sentence is not None and _divides_last(ctx, quantity, before.sentence):
        return before.noun
    if _goes_on(ctx, quantity, before, following[0]):
        return before.noun if before is not None else None
    if following[0] == "," and opens_whole(ctx, quantity):
        return noun_again(ctx, quantity)
    parted = _of_whole(ctx, after) if following[0] in words.partitive else None
    same = noun_again(ctx, quantity) if parted is None else noun_again(ctx, parted)
    if same is not None and (parted is not None or following[0] in words.auxiliaries):
        return same
    acts = following[1] in words.auxiliaries or words.finite(following[1], "")
    if before is not None and acts and following[0] in words.increments and _is_close(ctx, quantity, before):
        return before.noun  # "deports 40 men a year. Another 20 more are"
    exceeds = following[0] in words.increments and following[1] in words.comparing
    part = before is not None and before.whole and words.finite(following[0], "")
    if not (part or exceeds or following[0] in words.auxiliaries or following[0] in words.copulas):
        return None
    if here and before is not None:
        return before.noun
    return PEOPLE if following[1] in words.persons or _are_of_a_people(ctx, after + 1) else None


def latest_count(
    ctx: Context, quantity: Quantity, noun: str | None, before: Counted | None, whole: bool
) -> Counted | None:
    """What the latest count counted, behind this number: a vague one ("various stages") gives way to one before it."""
    at = ctx.sentence_index(quantity.span.start)
    vague = quantity.kind is QuantityKind.VAGUE and (before is None or before.sentence != at)
    if noun is None or not (quantity.kind is QuantityKind.COUNT or vague):
        return before
    return Counted(at, noun, whole)


def _goes_on(ctx: Context, quantity: Quantity, before: Counted | None, following: str) -> bool:
    """Whether a number that opens its sentence tells of some of those whom the sentence before it counted: "arrested 30 men.
    [Two] are still held"."""
    here = ctx.sentence_index(quantity.span.start)
    if before is None or before.sentence is None or here is None or here - before.sentence != 1:
        return False
    opens = ctx.marks.sentences[here].span.start == quantity.span.start and before.noun.endswith("s")
    return opens and (following in ctx.words.auxiliaries or ctx.words.finite(following, ""))


def _restates(ctx: Context, first: int) -> bool:
    """Whether a number that begins at a token tells the count before it again, more or less surely: "dozens of men, perhaps
    [60]", "400, and possibly [600], men"."""
    tokens, at = ctx.marks.tokens, first - 1
    while at > 0 and tokens[at].lower in ctx.words.maybe:
        at -= 1
    if at == first - 1:
        return False
    while at > 0 and tokens[at].lower in ctx.words.joiners:
        at -= 1
    return not tokens[at].lower[0].isalnum()


def _known_few(ctx: Context, quantity: Quantity) -> str | None:
    """Who "the three" are, of whom a verb tells: those whom the same number counted before."""
    _, after = ctx.token_range(quantity.span)
    words = ctx.words
    following = ctx.marks.tokens[after].lower if after < len(ctx.marks.tokens) else "."
    if not (following in words.auxiliaries or words.finite(following, "")):
        return None
    start = quantity.span.start
    for other in reversed(ctx.quantities_in(Span(max(0, start - _FAR), start))):
        if other.value == quantity.value and other.noun is not None:
            return noun_words(ctx, other)
    return None


def _includes(ctx: Context, first: int, after: int) -> bool:
    """Whether a bare number is of some among those counted right before: "45 camps, including [eight] that were full"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if first == 0 or after >= len(tokens) or tokens[first - 1].lower not in words.including:
        return False
    following = tokens[after].lower
    return following in words.relatives or following in words.prepositions or not following[0].isalnum()


def _are_things(ctx: Context, quantity: Quantity, before: Counted) -> bool:
    """Whether a count goes on with the one before it, which counted no people: of these "others" may be other people."""
    plain = quantity.kind is QuantityKind.COUNT and before.noun.rpartition(" ")[2] not in ctx.words.persons
    return plain and _is_close(ctx, quantity, before)


def _is_close(ctx: Context, quantity: Quantity, before: Counted) -> bool:
    """Whether the count before a number stands in its sentence or in the one before that."""
    here = ctx.sentence_index(quantity.span.start)
    return here is not None and before.sentence is not None and here - before.sentence <= 1


def _are_of_a_people(ctx: Context, at: int) -> bool:
    """Whether a people is named at a token: "44 were [Sri Lankans]"."""
    token = ctx.marks.tokens[at]
    mention = ctx.mention_over(Span(token.start, token.end))
    return mention is not None and is_demonym(ctx, mention)


def _does(ctx: Context, quantity: Quantity, noun: str) -> bool:
    """Whether what stands behind a number tells what its few do: "191,000 [rejecting] it"."""
    words = ctx.words
    if quantity.noun is None or " " in noun or not noun.endswith(words.gerund):
        return False
    _, after = ctx.token_range(quantity.noun)
    following = ctx.marks.tokens[after].lower if after < len(ctx.marks.tokens) else ""
    return following in words.pronouns or following in words.articles


def _of_whom(ctx: Context, quantity: Quantity) -> str | None:
    """Those of whom a relative clause tells how many: "[clients], two of whom are held", "[men] from Chad, of whom about 40"."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    behind = [t.lower for t in tokens[after : after + 2]]
    ahead = [t.lower for t in tokens[max(0, first - _QUOTED) : first] if t.lower[0].isalpha()][-2:]
    if len(behind) == 2 and behind[1] in words.whom and behind[0] in words.partitive:
        at = first - 1
    elif len(ahead) == 2 and ahead[1] in words.whom and ahead[0] in words.partitive:
        at = first - 2
    else:
        return None
    for index in range(at, max(-1, at - _NEAR), -1):
        word = tokens[index].lower
        if word in words.persons and word.endswith(words.plural_endings):
            return word
    return PEOPLE


def _of_those(ctx: Context, quantity: Quantity, whom: frozenset[str]) -> bool:
    """Whether a number or a share is of those counted right before: "300 men, half of whom came from Chad"."""
    _, after = ctx.token_range(quantity.span)
    following = [token.lower for token in ctx.marks.tokens[after : after + 2]]
    return len(following) == 2 and following[0] in ctx.words.partitive and following[1] in whom


def _owned_whole(ctx: Context, quantity: Quantity) -> Quantity | None:
    """The whole that a part is of, where an owner stands between: "30 of the town's [900] residents"."""
    if quantity.noun is None or not ctx.report.quote(quantity.noun).endswith(_OWNED):
        return None
    end = quantity.noun.end
    following = ctx.quantities_in(Span(end, end + 2)) if end + 2 <= len(ctx.report.text) else ()
    linked = any(
        t.lower in ctx.words.partitive for t in ctx.tokens_in(Span(quantity.span.end, quantity.noun.start))
    )
    return following[0] if following and linked and following[0].kind is QuantityKind.COUNT else None


def told_of_whole(ctx: Context, quantity: Quantity, noun: str | None) -> tuple[str, str] | None:
    """Subject and property of a number that is only the whole of which a part is told right before: "30 of the town's
    [900] residents", "12 of the [40] men"; and of those of whom somewhere has "a population"."""
    start = quantity.span.start
    before = ctx.quantities_in(Span(max(0, start - _COMMA), start))
    if quantity.kind is not QuantityKind.COUNT:
        return None
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    if quantity.noun is None and first > 2 and tokens[first - 1].lower in ctx.words.partitive:
        peopled = tokens[first - 2].lower in ctx.words.populations and tokens[first - 3].lower.endswith(
            _OWNED
        )
        owner = tokens[first - 3].lower[:-2]
        return (owner, tokens[first - 2].lower) if peopled and owner not in ctx.words.light else None
    if noun is not None and _is_of_unsized(ctx, ctx.token_range(quantity.number)[0]):
        return noun, noun
    among = [t.lower for t in tokens[max(0, first - 3) : first]]
    if noun is not None and among and among[-1].endswith(_OWNED) and not ctx.words.among.isdisjoint(among):
        return among[-1][:-2], noun  # "two deaths among the town's [900] residents"
    if noun is None or not before or before[-1].noun is None or before[-1].span.end >= start:
        return None
    part = before[-1].noun
    if part == quantity.noun:
        return noun, noun
    if part.end <= start <= part.end + 2 and ctx.report.quote(part).endswith(_OWNED):
        owned = ctx.mention_over(part)
        return (ctx.entity(owned).name if owned else ctx.report.quote(part)[:-2]), noun
    return None


def _is_of_unsized(ctx: Context, first: int) -> bool:
    """Whether a number, from its first token on, is what some part without a size is of: "how many of [the 40]", "not all
    [40]"."""
    words, tokens = ctx.words, ctx.marks.tokens
    at = first - 1
    if at > 0 and tokens[at].lower in words.articles - words.entire:
        at -= 1
    of = at > 0 and tokens[at].lower in words.partitive
    at -= of
    part = tokens[at].lower if at >= 0 else ""
    if of and part in words.unsized:
        return True
    leading = [token.lower for token in tokens[max(0, at - 2) : max(0, at)]]
    whole = part in words.entire or " ".join((*leading[-1:], part)) in words.entire
    return whole and not words.not_entire.isdisjoint(leading)


def _of_whole(ctx: Context, after: int) -> Quantity | None:
    """The count that a part is of: "171 of [the 299]"."""
    tokens = ctx.marks.tokens[after : after + _WHOLE]
    found = ctx.quantities_in(Span(tokens[0].start, tokens[-1].end))
    return found[0] if found and found[0].kind is QuantityKind.COUNT else None


def noun_again(ctx: Context, quantity: Quantity) -> str | None:
    """The noun that the same number had when it was told before: "the 299 migrants ... 171 of the 299"."""
    if isinstance(quantity.value, str) or quantity.value < _TELLING:
        return None
    own = noun_words(ctx, quantity)
    if own is not None:
        return own
    start = quantity.span.start
    for other in ctx.quantities_in(Span(max(0, start - _FAR), start)):
        if other.noun is not None and other.value == quantity.value:
            return noun_words(ctx, other)
    return None


def opens_whole(ctx: Context, quantity: Quantity) -> bool:
    """Whether a number opens its sentence as the whole of which a part is told: "Of [the 736] men, 179 were freed"."""
    first, _ = ctx.token_range(quantity.span)
    tokens, sentence = ctx.marks.tokens, ctx.surroundings(quantity.span)
    start = first - 1
    while start >= 0 and tokens[start].start >= sentence.start and tokens[start].lower in ctx.words.articles:
        start -= 1
    if start < 0 or tokens[start].lower not in ctx.words.partitive or tokens[start].start < sentence.start:
        return False
    opening = sum(
        token.lower[0].isalnum() for token in ctx.tokens_in(Span(sentence.start, tokens[start].end))
    )
    after = ctx.tokens_in(Span(quantity.span.end, min(sentence.end, quantity.span.end + _COMMA)))
    comma = next((token for token in after if token.lower == ","), None)
    return (
        opening <= 2
        and comma is not None
        and bool(ctx.quantities_in(Span(comma.end, max(comma.end, min(sentence.end, comma.end + _COMMA)))))
    )


def of_whole(claim: Claim, noun: str, found: list[Claim | Unclaimed], rule: str) -> Claim:
    """A total of which the sentence tells a part ("Of the 736 men, 179 were deported"): what was told of it before, else
    that there are so many; never what its part did."""
    told = next(
        (
            c
            for c in reversed(found[-_TOLD:])
            if isinstance(c, Claim) and c.value == claim.value and c.unit == claim.unit
        ),
        None,
    )
    if told is None:
        return replace(claim, subject=noun, property=noun, subject_type=None, part=None, frame=rule)
    return replace(
        claim,
        subject=told.subject,
        property=told.property,
        subject_type=told.subject_type,
        part=told.part,
        frame=told.frame,
    )


def told_of_part(ctx: Context, quantity: Quantity) -> str | None:
    """What a bare number's few are said to be: "men" in "60 were men", "charged" in "5 were charged"."""
    words = ctx.words
    _, after = ctx.token_range(quantity.span)
    kept: list[str] = []
    for token in ctx.marks.tokens[after : after + _LOOK]:
        word = token.lower
        ends = not word[0].isalpha() or word in words.joiners or word in words.openers
        if ends or word in words.prepositions:
            break
        if word not in words.auxiliaries and word not in words.copulas and word not in words.articles:
            kept.append(word)
    return " ".join(kept) or None


def divides(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells the parts of the figure before it: "Of that number, 149 were freed", "By its count, of these,
    40 died"."""
    words = ctx.words
    first, end = ctx.token_range(sentence.span)
    opening = [t.lower for t in ctx.marks.tokens[first : min(end, first + _OPENING)]]
    for at in range(len(opening) - 1):
        if opening[at] in words.partitive and (at == 0 or opening[at - 1] == ","):
            return opening[at + 1] in words.demonstratives or opening[at + 1] in words.them
    return False


def _divides_last(ctx: Context, quantity: Quantity, counted: int) -> bool:
    """Whether a number is a part of what the sentence before its own counted; `counted` is the index of that sentence."""
    sentence, here = ctx.sentence_at(quantity.span), ctx.sentence_index(quantity.span.start)
    return sentence is not None and here is not None and here - counted == 1 and divides(ctx, sentence)
