"""Amounts: what money is paid for, and what is paid for with it."""

from __future__ import annotations

from habeas.claim.adjacent import phrase_end
from habeas.claim.governors import plain_words
from habeas.claim.indexes import Context
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["bargain", "brought", "costs", "payer", "price", "purpose", "resized"]

_TRADE = 12
"""Words from a verb of trade to "for", and from there to the amount."""
_WITH = 4
"""Words of what belongs to it ("a $5 million grant to the city of Lima")."""
_OTHER = 4
"""Tokens from an old amount to the new one."""
_PAYER = 6
"""Words from "cost" to its amount: "cost [the people of Lima] $5 million"."""


def costs(ctx: Context, quantity: Quantity) -> int | None:
    """The token of the verb of costing whose amount the number is: "the camp [cost] Chad $5 million"; None for no such verb."""
    if quantity.kind is not QuantityKind.MONEY:
        return None
    words, tokens = ctx.words, ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    for at in range(first - 1, max(-1, first - _PAYER), -1):
        word = tokens[at].lower
        if word in words.costing:
            noun = at > 0 and tokens[at - 1].lower in words.articles
            return None if noun else at
        if not word[0].isalpha() or word in words.prepositions - words.partitive or word in words.relatives:
            return None
    return None


def payer(ctx: Context, quantity: Quantity) -> str:
    """Whom something costs so much that has no subject of its own: "it costs [taxpayers] $90 a day to", else ""."""
    at = costs(ctx, quantity)
    tokens, words = ctx.marks.tokens, ctx.words
    if at is None or at == 0:
        return ""
    before = at - 1
    while before > 0 and (tokens[before].lower in words.auxiliaries or tokens[before].lower in words.adverbs):
        before -= 1
    if tokens[before].lower not in words.dummies:
        return ""
    return plain_words(ctx, at + 1, ctx.token_range(quantity.span)[0])


def bargain(ctx: Context, quantity: Quantity, clause: Window) -> str:
    """The bargain that is made for the amount, "" for none: "reached an [agreement] with the lender for $1 billion"."""
    words, tokens = ctx.words, ctx.marks.tokens
    at = ctx.token_range(quantity.span)[0] - 1
    if at < 1 or not (tokens[at].lower in words.exchanging or tokens[at].lower in words.valued):
        return ""
    for index in range(at - 1, max(clause.first, at - _TRADE) - 1, -1):
        word = tokens[index].lower
        if word in words.bargains:
            return word
        if not word[0].isalnum() or words.finite(word, tokens[index - 1].lower if index else ""):
            return ""
    return ""


def brought(ctx: Context, quantity: Quantity) -> str:
    """What an amount is the old or the new size of: "raising the daily [rate] from $70 to $90", "cut its [budget] by $4
    million"; "" where nothing is changed by it."""
    words, tokens = ctx.words, ctx.marks.tokens
    at = ctx.token_range(quantity.span)[0] - 1
    leading = words.courses | words.agents
    if at < 1 or tokens[at].lower not in leading:
        return ""
    before = ctx.quantities_in(Span(tokens[max(0, at - _OTHER)].start, tokens[at].start))
    if before and tokens[(opened := ctx.token_range(before[-1].span)[0]) - 1].lower in words.courses:
        at = opened - 1  # "from $70 to $90"
    start = at
    while start > 0 and at - start < _WITH and _goes_back(ctx, start - 1):
        start -= 1
    verb = start - 1
    while verb > 0 and (tokens[verb].lower in words.articles or tokens[verb].lower in words.possessing):
        verb -= 1
    word = tokens[verb].lower
    acts = words.finite(word, tokens[verb - 1].lower if verb else "") or word.endswith(words.gerund)
    return " ".join(t.lower for t in tokens[start:at]) if acts and start < at else ""


def resized(ctx: Context, quantity: Quantity, clause: Window) -> str:
    """What somebody makes larger or smaller by an amount or to it: "raised the monthly [wage] for miners by 51 percent to
    8,000 taka"; "" for nothing."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    verb = clause.verb
    if verb is None or clause.leads or tokens[verb].lower not in words.raising:
        return ""
    if first < 1 or tokens[first - 1].lower not in words.courses | words.agents:
        return ""
    kept: list[str] = []
    for at in range(verb + 1, first):
        word = tokens[at].lower
        if word in words.prepositions or not word[0].isalpha() or word in words.joiners:
            break
        if word not in words.articles and word not in words.possessing:
            kept.append(word)
    return " ".join(kept)


def _goes_back(ctx: Context, at: int) -> bool:
    """Whether the token is a word of the noun phrase that ends behind it."""
    words, word = ctx.words, ctx.marks.tokens[at].lower
    light = word in words.light or word in words.prepositions or word in words.possessing
    acts = words.finite(word, ctx.marks.tokens[at - 1].lower if at else "") or word.endswith(words.gerund)
    return word[0].isalpha() and not light and not acts


def price(ctx: Context, quantity: Quantity) -> str:
    """ "price of trams" for "to buy 12 trams for $40 million", "" where nothing is traded for the amount; the same in another
    currency may stand between."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    opened = next(
        (i for i in range(first - 1, max(0, first - _TRADE), -1) if tokens[i].lower in words.exchanging), 0
    )
    if any(tokens[i].lower in words.prepositions or tokens[i].lower == "." for i in range(opened + 1, first)):
        return ""
    for at in range(opened - 1, max(0, opened - _TRADE), -1):
        if tokens[at].lower in words.relatives or tokens[at].lower == ".":
            break
        if tokens[at].lower in words.trading:
            traded: list[str] = []
            for i in range(at + 1, opened):
                if traded and tokens[i].lower in words.prepositions:
                    break
                counted = ctx.quantities_in(Span(tokens[i].start, tokens[i].end))
                if tokens[i].lower[0].isalpha() and tokens[i].lower not in words.articles and not counted:
                    traded.append(tokens[i].lower)
            return " ".join([*words.worth, *traded]) if traded else ""
    return ""


def purpose(ctx: Context, quantity: Quantity) -> str:
    """What an amount is for, "" where nothing is said: "in damages", "for school meals", "to rebuild the bridge"."""
    words = ctx.words
    tokens = ctx.marks.tokens
    _, after = ctx.token_range(quantity.span)
    if after < len(tokens) and tokens[after].lower == "(":
        # The same in another currency may stand between.
        after = next(
            (i + 1 for i in range(after, min(len(tokens), after + _WITH)) if tokens[i].lower == ")"), after
        )
    start = after
    if start + 1 < len(tokens) and tokens[start].lower in words.intended:
        start += 1
    if start + 1 >= len(tokens) or tokens[start].lower not in words.purposes:
        return ""
    begin = Span(tokens[start].end, tokens[start].end + 2)
    if ctx.moments_in(begin) or ctx.quantities_in(begin):
        return ""
    start += 2 * (
        tokens[start + 1].lower in words.orders and start + 3 < len(tokens)
    )  # "in order to hire guards"
    first = start + 1
    if tokens[start].lower in words.infinitive:
        first += 1
    while first < len(tokens) and tokens[first].lower in words.articles:
        first += 1
    end = phrase_end(ctx, first, _WITH)
    if end == first:
        return ""
    return " ".join(ctx.report.text[tokens[start].start : tokens[end - 1].end].lower().split())
