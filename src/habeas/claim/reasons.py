"""Reasons: why a number or a quotation that was marked is no claim."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.marks import Attribution, EntityType, Mention, MentionForm, Quantity, QuantityKind
from habeas.model.span import Span
from habeas.packs.citations import citations

__all__ = ["number_reason"]

_PARTITIVE = frozenset(("of", "another", "de", "del"))
_ONE = frozenset(("one", "ones", "uno", "una", "un"))
_DATE = 40
"""Characters that a date may have before the number in it."""
_CITED = 40
"""Characters that a citation may have before and after a number in it."""
_CODE = 6
"""Digits without a separator from which a bare number is a code."""
_SERIAL = 2
"""Digits of the number that ends a name."""
_SOURCES = 12
"""More than these are told of as a number, whoever they speak to."""
_CLOSING = frozenset([",", ".", ")", ";", "—", "”", '"'])
_NEAR = 4
"""Characters that may stand between a number in words and the same number in brackets."""


def number_reason(ctx: Context, quantity: Quantity, previous: Quantity | None) -> str | None:
    """Why the number is no claim, None when nothing speaks against it. `previous` is the number marked before it."""
    if quantity.kind is QuantityKind.ORDINAL:
        return "ordinal"
    mention = ctx.mention_over(quantity.number)
    if mention is not None and _in_name(ctx, mention, quantity):
        return f"part of a name: {ctx.report.quote(mention.span)}"
    if _in_citation(ctx, quantity):
        return "part of a legal citation"
    if quantity.kind is not QuantityKind.DURATION and _in_date(ctx, quantity):
        return "part of a date"
    if previous is not None and _repeats(previous, quantity):
        return f"duplicate of {ctx.report.quote(previous.span)}"
    if quantity.kind is QuantityKind.COUNT and _is_label(ctx, quantity):
        return "a label, not a count"
    if quantity.kind is QuantityKind.VAGUE and _is_superlative(ctx, quantity):
        return "part of a superlative"
    if _in_set_phrase(ctx, quantity) or _is_reckoning(ctx, quantity):
        return "a set phrase, not a count"
    if quantity.kind is QuantityKind.COUNT and quantity.noun is None and _is_code(ctx, quantity):
        return "an identifier, not a count"
    if quantity.unit == "seconds" and quantity.value == 1 and _is_next(ctx, quantity):
        return "ordinal"
    if quantity.kind is QuantityKind.COUNT and _belongs_to_name(ctx, quantity):
        return "part of a name"
    if _counts_sources(ctx, quantity):
        return "counts those who say it"
    if quantity.value == 1 and _is_another_person(ctx, quantity):
        return "one more of a kind, not a count"
    if quantity.kind is QuantityKind.COUNT and quantity.value == 1 and _is_pronoun(ctx, quantity):
        return "a pronoun, not a count"
    return None


def _counts_sources(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number leads the words for a source, of whom it only says how many they are: "two officials said"."""
    if quantity.noun is None or not (isinstance(quantity.value, str) or quantity.value <= _SOURCES):
        return False
    if ctx.words.informants.isdisjoint(t.lower for t in ctx.tokens_in(quantity.noun)):
        return False
    for one in (*ctx.voices_at(quantity.number.start), *_sources_near(ctx, quantity)):
        source = one.source
        if source is not None and one.entity is None and source.contains(quantity.number):
            first, _ = ctx.token_range(source)
            begin, _ = ctx.token_range(quantity.span)
            return begin - first <= 1 or ctx.marks.tokens[begin - 1].lower in ctx.words.joiners
    return False


def _sources_near(ctx: Context, quantity: Quantity) -> list[Attribution]:
    """The attributions whose source, in the sentence of the number, stands apart from what it says: "..., wrote Ana Ruiz and
    [five] colleagues"."""
    near = ctx.surroundings(quantity.span)
    return [a for a in ctx.marks.attributions if a.source is not None and near.contains(a.source)]


def _in_name(ctx: Context, mention: Mention, quantity: Quantity) -> bool:
    """Whether the number is one of the words of a name; a people after a number is counted by it."""
    if mention.span == quantity.number:
        return False
    if mention.form is not MentionForm.NAME or not mention.span.contains(quantity.number):
        return False
    return ctx.entity(mention).type is not EntityType.GROUP or quantity.noun is None


def _in_citation(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number is the volume, the section or the page of a citation ("8 U.S.C. 1302")."""
    if not ctx.report.text[quantity.number.start].isdigit():
        return False
    start = max(0, quantity.number.start - _CITED)
    around = ctx.report.text[start : quantity.number.end + _CITED]
    at = Span(quantity.number.start - start, quantity.number.end - start)
    return any(c.span.contains(at) for c in citations(around))


def _in_date(ctx: Context, quantity: Quantity) -> bool:
    near = ctx.moments_in(Span(max(0, quantity.span.start - _DATE), quantity.span.end))
    return any(m.kind in ("DATE", "TIME") and m.span.contains(quantity.span) for m in near)


def _repeats(previous: Quantity, quantity: Quantity) -> bool:
    """Whether the number is the one before it again ("five (5)"), or marked twice."""
    if previous.number.overlaps(quantity.number):
        return True
    close = 0 <= quantity.number.start - previous.number.end <= _NEAR
    return (
        close
        and previous.value == quantity.value
        and previous.unit == quantity.unit
        and previous.noun is None
    )


def _is_label(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number names rather than counts ("Article 5", "Flight 93")."""
    first, _ = ctx.token_range(quantity.number)
    if first == 0 or quantity.noun is not None:
        return False
    before = ctx.marks.tokens[first - 1]
    return before.lower in ctx.words.labels and quantity.span.start == quantity.number.start


def _in_set_phrase(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number is the first part of a compound such as "one-way"."""
    text, end = ctx.report.text, quantity.number.end
    if text[end : end + 1] not in ("-", "‑", " "):
        return False
    _, after = ctx.token_range(Span(quantity.number.start, end + 1))
    if after >= len(ctx.marks.tokens):
        return False
    tail = ctx.marks.tokens[after].lower
    if text[end] == " " and quantity.value not in (0, 0.5):
        return False  # "one man" is a count, "one-man" is not; "zero tolerance" is none either way
    whole = f"{ctx.report.quote(quantity.number).lower()}-{tail}"
    return whole in ctx.words.set_phrases


def _is_reckoning(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number is of the counts that a figure is by: "238 by [one] count", "by [some] estimates"."""
    first, _ = ctx.token_range(quantity.span)
    if quantity.noun is None or first == 0 or ctx.marks.tokens[first - 1].lower not in ctx.words.agents:
        return False
    return ctx.tokens_in(quantity.noun)[-1].lower in ctx.words.reckonings


def _is_superlative(ctx: Context, quantity: Quantity) -> bool:
    """Whether "most" compares ("the region's most dangerous men") rather than counts."""
    first, _ = ctx.token_range(quantity.number)
    if first == 0 or quantity.value != "most":
        return False
    before = ctx.marks.tokens[first - 1].lower
    return before in ctx.words.articles or before.endswith(("'s", "s'"))


def _is_code(ctx: Context, quantity: Quantity) -> bool:
    """Whether the number is a long row of digits that nobody would write for a count."""
    digits = ctx.report.quote(quantity.number)
    return digits.isdecimal() and len(digits) >= _CODE


def _is_next(ctx: Context, quantity: Quantity) -> bool:
    """Whether "a second" stands before a noun and means the next one ("a second term")."""
    words = ctx.words
    first, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    if after >= len(tokens) or tokens[first].lower not in words.articles:
        return False
    word = tokens[after].lower
    return word[0].isalpha() and not (
        word in words.prepositions or word in words.openers or word in words.joiners or word in words.adverbs
    )


def _says(ctx: Context, word: str) -> bool:
    """Whether a word is a verb, so that what stands before it is no number of what follows."""
    return ctx.words.finite(word, "")


def _belongs_to_name(ctx: Context, quantity: Quantity) -> bool:
    """Whether a small number is part of a name: "known as Camp Borj 2,", "the Geekbench 5 Compute test"."""
    if quantity.noun is None and _closes_name(ctx, quantity):
        return True
    first, after = ctx.token_range(quantity.number)
    tokens, digits = ctx.marks.tokens, ctx.report.quote(quantity.number)
    small = digits.isdecimal() and len(digits) <= _SERIAL and quantity.value != 1
    if not small or first < 2 or quantity.span.start != quantity.number.start or after >= len(tokens):
        return False
    before, following = tokens[first - 1], tokens[after]
    mention = ctx.mention_over(Span(before.start, before.end))
    if mention is not None and ctx.entity(mention).type is EntityType.PLACE:
        return False
    text, words = ctx.report.text, ctx.words
    plain = (
        before.lower in words.light or before.lower in words.articles or before.lower in words.demonstratives
    )
    if plain or not text[before.start].isupper() or text[before.end : quantity.number.start] != " ":
        return False
    if text[following.start].isupper():
        known = ctx.mention_over(Span(following.start, following.end)) not in (None, mention)
        return not known and not following.lower.endswith("s")
    if quantity.noun is not None and _is_single(ctx, quantity.noun):
        return True
    goes_on = following.lower in words.auxiliaries or "'" in following.lower or "’" in following.lower
    return goes_on or (following.lower in words.prepositions and following.lower not in words.partitive)


def _is_single(ctx: Context, noun: Span) -> bool:
    """Whether a noun is of one thing, which several of it are not: "the Wi-Fi 6 [router]", not "the Wi-Fi 6 [routers]"."""
    word = ctx.tokens_in(noun)[-1].lower
    words = ctx.words
    several = word in words.persons or word.endswith((*words.plural_endings, *words.participle_endings))
    return word.isalpha() and not several


def _closes_name(ctx: Context, quantity: Quantity) -> bool:
    """Whether a small number ends a name of its own: "known as Camp Borj 2,"."""
    first, after = ctx.token_range(quantity.number)
    tokens, digits = ctx.marks.tokens, ctx.report.quote(quantity.number)
    if first < 1 or quantity.span != quantity.number or not digits.isdecimal() or len(digits) > _SERIAL:
        return False
    before = tokens[first - 1]
    mention = ctx.mention_over(Span(before.start, before.end))
    following = tokens[after].lower if after < len(tokens) else "."
    aired = ctx.report.quote(Span(before.start, before.end)).isupper() and before.end - before.start > 1
    if aired and (
        following in ctx.words.openers or following in ctx.words.relatives or _says(ctx, following)
    ):
        return mention is None or ctx.entity(mention).type is not EntityType.PLACE  # "told FOX 5 that"
    if first < 2:
        return False
    placed = mention is not None and ctx.entity(mention).type is EntityType.PLACE
    closed = after >= len(tokens) or tokens[after].lower in _CLOSING
    return (
        closed and not placed and ctx.report.text[before.start].isupper() and tokens[first - 2].lower != "."
    )


def _is_another_person(ctx: Context, quantity: Quantity) -> bool:
    """Whether "another" introduces a further person ("another neighbour said"), who is not being counted."""
    words = ctx.words
    first, _ = ctx.token_range(quantity.number)
    if (
        quantity.noun is None
        or first >= len(ctx.marks.tokens)
        or ctx.marks.tokens[first].lower not in words.another
    ):
        return False
    head = ctx.tokens_in(quantity.noun)
    return bool(head) and head[-1].lower in words.persons


def _is_pronoun(ctx: Context, quantity: Quantity) -> bool:
    """Whether "one" stands for a thing: "one of the men", "the one who", "the old one"."""
    first, last = ctx.token_range(quantity.number)
    tokens = ctx.marks.tokens
    if not (first < last <= len(tokens)) or tokens[first].lower not in _ONE:
        return False
    following = tokens[last].lower if last < len(tokens) else ""
    words = ctx.words
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    if before and quantity.noun is None and (following in _CLOSING or following in words.joiners):
        harmed = before[-1].endswith(words.participle_endings) or before[-1].endswith(words.gerund)
        return not harmed  # "killing one, and injuring 70"
    # "the existing one", "this one": the word stands for something named before
    described = len(before) == 2 and before[0] in words.articles and before[1][0].isalpha()
    pointed = bool(before) and (before[-1] in words.demonstratives or before[-1] in words.articles)
    return quantity.noun is None or following in _PARTITIVE or described or pointed
