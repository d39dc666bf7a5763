"""Adjacent: what stands right beside a number and says what it is of: its owner, the noun that it describes, and the
same amount in another unit."""

from __future__ import annotations

from habeas.claim.dimensions import dimension
from habeas.claim.indexes import Context
from habeas.model.marks import EntityType, Mention, Quantity, QuantityKind, Token
from habeas.model.span import Span
from habeas.packs.stems import stem

__all__ = [
    "change",
    "children",
    "converts",
    "described_noun",
    "holder",
    "lasting",
    "measured_thing",
    "of_longer",
    "past_modifiers",
    "past_share",
    "phrase_end",
    "possessor",
]

_COMPOUND = 5
"""Words of a noun phrase that a number describes ("a $5 million federal housing grant")."""
_WITH = 4
"""Words of what belongs to it ("a $5 million grant to the city of Lima")."""
_CHANGE = 10
"""Words from the noun of a change to its size."""
_HELD = 16
"""Words back from a number to the building that has what it counts."""
_SHARE = 6
"""Tokens from a bracket to where it closes around a share."""
_BRACKETS = ("(", ")")
_HYPHENS = ("-", "‑")
_DESCRIBING = (QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT)
_BETWEEN = 20
"""Characters between an amount and the same in another unit ("24 million rupees, or $290,000")."""
_SIZES = frozenset(("distance", "area", "weight", "volume"))
"""Dimensions in which a thing has its size."""


def change(ctx: Context, quantity: Quantity) -> tuple[str, str] | None:
    """The noun of a change that the number says the size of, and what stands between as changed: "a rise of 1,159", "an
    increase in the population by 3,497"."""
    first, _ = ctx.token_range(quantity.span)
    tokens, words = ctx.marks.tokens, ctx.words
    if first > 2 and tokens[first - 2].lower in words.articles and tokens[first - 1].lower[0].isalpha():
        first -= 2  # "a rise of a record 90"
    sized = (QuantityKind.COUNT, QuantityKind.MONEY)
    if quantity.kind not in sized or first < 2 or tokens[first - 1].lower not in words.sizing:
        return None
    for at in range(first - 2, max(-1, first - _CHANGE), -1):
        word = tokens[at].lower
        if at == first - 2 and word in words.changing and tokens[first - 1].lower in words.agents:
            return f"{word} {tokens[first - 1].lower}", ""
        if word in words.changes:
            between = [t.lower for t in tokens[at + 1 : first - 1]]
            return word, " ".join(
                w for w in between if w not in words.prepositions and w not in words.articles
            )
        acts = at < first - 2 and words.finite(word, tokens[at - 1].lower if at else "")
        if not word[0].isalnum() or acts:
            return None
    return None


def children(ctx: Context, quantity: Quantity, noun: str | None) -> tuple[str, str] | None:
    """Of whom the number tells how many children they have, and the word for these: "a [mother] of three"."""
    first, _ = ctx.token_range(quantity.span)
    words = ctx.words
    before = [t.lower for t in ctx.marks.tokens[max(0, first - 2) : first]]
    if noun is not None or len(before) < 2 or before[0] not in words.parents:
        return None
    return (before[0], words.offspring) if before[1] in words.prepositions else None


def possessor(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """Whose the counted things are: "the region's 40 clinics"."""
    first, _ = ctx.token_range(quantity.span)
    if first == 0:
        return None
    owner = ctx.marks.tokens[first - 1]
    plain = owner.lower.removesuffix("'s")
    words = ctx.words
    if plain == owner.lower and not plain.endswith("s'"):
        return None
    if plain in words.light or plain in words.relatives:
        return None
    return ctx.mention_over(Span(owner.start, owner.end)) or plain.removesuffix("'")


def described_noun(ctx: Context, quantity: Quantity) -> str | None:
    """The noun that an amount of money or a measure describes: "a $5 million grant to the city", "the 3-metre wall"."""
    words = ctx.words
    first, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    if quantity.kind not in _DESCRIBING or quantity.per is not None:
        return None
    bound = ctx.report.text[quantity.number.end : quantity.number.end + 1] in _HYPHENS
    if bound:
        after = past_share(ctx, after)  # "the 100-mile (160-kilometre) passage"
        following = [t.lower for t in tokens[after : after + 2]]
        extended = len(following) == 2 and following[0] in _HYPHENS and following[1] in words.extents
        after = past_modifiers(ctx, after + 2 * extended)  # "a 12-kilometre-long tunnel"
    elif first == 0 or not (
        tokens[first - 1].lower in words.articles
        or tokens[first - 1].lower.endswith(("'s", "s'"))
        or _behind_term(ctx, first)
        or _behind_adjective(ctx, first)
    ):
        return None
    last = phrase_end(ctx, after, _COMPOUND)
    if last == after:
        return None
    whole = ctx.mention_over(Span(tokens[last - 1].start, tokens[last - 1].end))
    if whole is not None and whole.span.end > tokens[last - 1].end:
        return " ".join(ctx.report.text[tokens[after].start : whole.span.end].split())
    dated = ctx.moments_in(Span(tokens[last - 1].end, tokens[min(last + 1, len(tokens) - 1)].end))
    if last < len(tokens) and tokens[last].lower in words.prepositions and not dated:
        further = last + 1
        while further < len(tokens) and tokens[further].lower in words.articles:
            further += 1
        end = phrase_end(ctx, further, _WITH)
        last = end if end > further else last
    return " ".join(ctx.report.text[tokens[after].start : tokens[last - 1].end].split())


def _stands_behind(ctx: Context, first: int) -> bool:
    """Whether a measure stands right behind the one noun that it is of: "with [winds] up to 40 km/h and [swells] up to 9 feet"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if first < 2:
        return False
    noun, before = tokens[first - 1].lower, tokens[first - 2].lower
    opened = before in words.having or before in words.joiners or before == ","
    plural = noun.isalpha() and noun.endswith("s") and not words.finite(noun, "the")
    return opened and plural and noun not in words.light and noun not in words.prepositions


def _behind_adjective(ctx: Context, first: int) -> bool:
    """Whether an article and one adjective stand before an amount: "a projected [£20m] loss"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if first < 2 or tokens[first - 2].lower not in words.articles:
        return False
    word = tokens[first - 1].lower
    light = word in words.prepositions or word in words.light or word in words.joiners
    return word[0].isalpha() and not light and not words.finite(word, tokens[first - 2].lower)


def _behind_term(ctx: Context, first: int) -> bool:
    """Whether the length of time that also describes a noun stands right before an amount: "a 10 year [£5m] contract", "a
    three-year, [$60m] deal"."""
    at = first - 1
    at -= at > 0 and ctx.marks.tokens[at].lower == ","
    end = ctx.marks.tokens[at].end
    before = ctx.quantities_in(Span(ctx.marks.tokens[max(0, at - 2)].start, end))
    return bool(before) and before[-1].span.end == end and _is_attributive(ctx, before[-1])


def _is_attributive(ctx: Context, quantity: Quantity) -> bool:
    """Whether a length of time stands before a noun: a hyphen in it, or one unit for several ("10 year")."""
    if quantity.kind is not QuantityKind.DURATION:
        return False
    said = ctx.report.quote(quantity.span)
    if ctx.report.text[quantity.number.end : quantity.number.end + 1] in _HYPHENS:
        return True
    return quantity.value not in (1, 0.5) and not said.endswith(tuple(ctx.words.plural_endings))


def measured_thing(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """What is so far from somewhere or so long: "a [camp] 30 km from Tripoli", "the [valley], about 600 km north of", "a
    [boat] 10 metres long", "a [room] of 12 square metres"."""
    sort = dimension(quantity)
    if (sort not in _SIZES and sort != "speed") or quantity.per is not None:
        return None
    words, tokens = ctx.words, ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    if first > 1 and tokens[first - 1].lower in words.partitive:
        noun = tokens[first - 2].lower
        named = (
            noun in _SIZES or noun in words.extents.values() or noun in words.measures or noun in words.light
        )
        return None if named or not noun.isalpha() else noun
    if _stands_behind(ctx, first):
        return tokens[first - 1].lower
    if sort != "distance":
        return None
    behind = past_share(ctx, after)  # "75 miles (120 km) east"
    following = tokens[behind].lower if behind < len(tokens) else ""
    if following not in words.bearings and following not in words.extents:
        return None
    at = first - 1
    while at > 0 and tokens[at].lower in words.locating:
        at -= 1
    apart = tokens[at].lower in (",", "(", "—", "–")
    at -= apart
    if at < 1 or (apart and following in words.extents):
        return None
    known = ctx.mention_over(Span(tokens[at].start, tokens[at].end))
    if known is not None:
        return known
    start = at + 1
    while start > 1 and start > at + 1 - _COMPOUND:
        word, before = tokens[start - 1].lower, tokens[start - 2].lower
        light = word in words.light or word in words.prepositions or word in words.relatives
        if light or not word[0].isalpha() or words.finite(word, before):
            break
        start -= 1
    return " ".join(ctx.report.text[tokens[start].start : tokens[at].end].split()) if start <= at else None


def past_share(ctx: Context, index: int) -> int:
    """The token behind the same share in other figures, which stands in brackets: "a third (36 percent) [of] inmates"."""
    tokens = ctx.marks.tokens
    if index >= len(tokens) or tokens[index].lower not in _BRACKETS:
        return index
    closing = next((i for i in range(index, min(len(tokens), index + _SHARE)) if tokens[i].lower == ")"), -1)
    return closing + 1 if 0 <= closing < len(tokens) - 1 else index


def lasting(ctx: Context, quantity: Quantity) -> str | None:
    """The noun that a length of time describes: "a two-day [riot]", "a 60-day [state of emergency]", "11 days of [talks]"."""
    if quantity.kind is not QuantityKind.DURATION:
        return None
    first, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    if not _is_attributive(ctx, quantity):
        return _endured(ctx, first, after)
    after = _past_amount(ctx, past_modifiers(ctx, after))
    last = phrase_end(ctx, after, _COMPOUND)
    if last == after:
        return None
    if last + 1 < len(tokens) and tokens[last].lower in ctx.words.partitive:
        end = phrase_end(ctx, last + 1, 1)
        last = end if end > last + 1 else last
    elif last < len(tokens) and tokens[last].lower in ctx.words.verbs_or_nouns:
        following = tokens[last + 1].lower if last + 1 < len(tokens) else "."
        words = ctx.words
        closed = not following[0].isalpha() or following in words.prepositions or following in words.adverbs
        last += closed or following in words.timely or words.finite(following, "")
    return " ".join(ctx.report.text[tokens[after].start : tokens[last - 1].end].lower().split())


def _past_amount(ctx: Context, after: int) -> int:
    """The token behind the amount of money that describes the same noun: "a 10 year £5m [contract]"."""
    tokens = ctx.marks.tokens
    at = after + (after < len(tokens) and tokens[after].lower == ",")
    found = ctx.quantities_in(Span(tokens[at].start, tokens[at].end)) if at < len(tokens) else ()
    money = bool(found) and found[0].kind is QuantityKind.MONEY and found[0].span.start == tokens[at].start
    return ctx.token_range(found[0].span)[1] if money else after


def _endured(ctx: Context, first: int, after: int) -> str | None:
    """What went on for the length of time in the tokens `[first, after)`: "after 11 days of a punishing [offensive]"."""
    tokens, words = ctx.marks.tokens, ctx.words
    governed = first > 0 and (
        tokens[first - 1].lower in words.prepositions or tokens[first - 1].lower in words.openers
    )
    if not governed or after >= len(tokens) or tokens[after].lower not in words.partitive:
        return None
    start = after + 1
    while start < len(tokens) and tokens[start].lower in words.articles:
        start += 1
    last = phrase_end(ctx, start, _COMPOUND)
    return (
        " ".join(ctx.report.text[tokens[start].start : tokens[last - 1].end].split())
        if last > start
        else None
    )


def of_longer(ctx: Context, quantity: Quantity) -> bool:
    """Whether a length of time is part of a longer one: "held for [five years] of an 18-year sentence"."""
    _, after = ctx.token_range(quantity.span)
    tokens, words = ctx.marks.tokens, ctx.words
    if quantity.kind is not QuantityKind.DURATION or after + 2 >= len(tokens):
        return False
    if tokens[after].lower not in words.partitive or tokens[after + 1].lower not in words.articles:
        return False
    whole = ctx.quantities_in(Span(tokens[after + 2].start, tokens[after + 2].end))
    return bool(whole) and whole[0].kind is QuantityKind.DURATION


def holder(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """The facility that has the counted things: "a hostel in the old port [with 50 rooms]", "[and 100 beds]"."""
    if quantity.kind is not QuantityKind.COUNT or quantity.noun is None:
        return None
    tokens, words = ctx.marks.tokens, ctx.words
    at = ctx.token_range(quantity.span)[0] - 1
    begin = max(0, at - _HELD)
    while at > begin and tokens[at].lower not in words.having:
        word, before = tokens[at].lower, tokens[at - 1].lower
        plain = word in words.joiners or word == "," or word[0].isalnum()
        if not plain or (words.finite(word, before) and before not in words.infinitive):
            return None  # "a camp with the capacity to hold 90"
        at -= 1
    if at <= begin:
        return None
    called: str | None = None
    for index in range(at - 1, begin - 1, -1):
        word = tokens[index].lower
        known = ctx.mention_over(Span(tokens[index].start, tokens[index].end))
        if known is not None and ctx.entity(known).type is EntityType.FACILITY:
            return known
        if words.finite(word, tokens[index - 1].lower if index else ""):
            break
        if known is None and ctx.things.get(stem(word, ctx.language)) is EntityType.FACILITY:
            called = word
    return called


def phrase_end(ctx: Context, start: int, most: int) -> int:
    """The end of the nouns and adjectives that begin at the token `start`; `start` where none do."""
    words = ctx.words
    tokens = ctx.marks.tokens
    end = start
    for index in range(start, min(len(tokens), start + most)):
        word = tokens[index].lower
        light = word in words.light or word in words.prepositions or word in words.relatives
        verb = words.finite(word, "the" if index == start else tokens[index - 1].lower)
        verb = verb and not (word in words.verbs_or_nouns and _closes(ctx, index + 1))
        if (
            word in _HYPHENS
            and start < index < len(tokens) - 1
            and _is_joint(tokens[index - 1], tokens[index + 1])
        ):
            continue  # "a $5 million low-income grant"
        if light or not word[0].isalpha() or (verb and index > start) or word.endswith("ly"):
            break
        if tokens[index].start - tokens[index - 1].end > 1:
            break
        end = index + 1
    return end


def _closes(ctx: Context, at: int) -> bool:
    """Whether what stands at a token can follow a noun and no verb: a sign, "of", a verb of its own."""
    tokens, words = ctx.marks.tokens, ctx.words
    word = tokens[at].lower if at < len(tokens) else "."
    return not word[0].isalnum() or word in words.partitive or word in words.auxiliaries


def _is_joint(before: Token, after: Token) -> bool:
    """Whether one sign alone stands between two words."""
    return after.start - before.end == 1 and after.lower[0].isalpha()


def past_modifiers(ctx: Context, after: int) -> int:
    """The token behind the adjectives that a comma joins to a number with a hyphen: "a 150-foot, triple-deck [ferry]"."""
    tokens, words = ctx.marks.tokens, ctx.words
    while after + 2 < len(tokens) and tokens[after].lower == ",":
        at = after + 1
        light = words.light
        if (
            not tokens[at].lower[0].isalnum()
            or tokens[at].lower in light
            or tokens[at].lower in words.prepositions
        ):
            return after
        joined = tokens[at + 1].lower == "-" and tokens[at + 1].start == tokens[at].end
        behind = at + 3 if joined else at + 1
        if behind >= len(tokens) or not (tokens[behind].lower[0].isalpha() or tokens[behind].lower == ","):
            return after
        if not joined and (words.finite(tokens[at].lower, ",") or tokens[behind].lower in light):
            return after
        after = behind if joined else at + tokens[at].lower.endswith("ly")
    return after


def converts(ctx: Context, quantity: Quantity, previous: Quantity | None) -> bool:
    """Whether a number gives the one before it in another unit: "72 kilometers (45 miles)"."""
    if previous is None or not _same_sort(quantity, previous):
        return False
    end = previous.noun.end if previous.noun is not None else previous.span.end
    between = ctx.report.text[end : quantity.span.start] if end <= quantity.span.start else ""
    return 0 < len(between) < _BETWEEN and between.strip() == "("


def _same_sort(quantity: Quantity, previous: Quantity) -> bool:
    """Whether both measure the same; money whose unit is not known is a count of a noun."""
    measured, before = dimension(quantity), dimension(previous)
    if measured in ("count", "age", "times", "votes", "%", "duration"):
        return False
    return measured == before or (measured == "money" and before == "count" and previous.noun is not None)
