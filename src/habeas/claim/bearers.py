"""Bearers: who or what is so many years old."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import EntityType, Mention, MentionForm, Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["bearer"]

_LOOK_BACK = 3
"""Sentences before the age's own in which its bearer may have been named."""
_FAR = 5
"""Words after an age among which the person stands ("the 37-year-old small-town mayor")."""

_Told = tuple[Mention | str | None]
"""What the words show: somebody, words of their own, or that nobody can be told; where they show nothing there is none."""


def bearer(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """Who is so old: named just before ("Ana Ruiz, 34,") or after ("the 34-year-old nurse"); words where no name is."""
    # "34-year-old" belongs to what follows it, "was 34 years old" to what stands before.
    attributive = "-" in ctx.report.quote(quantity.span)
    named = _right_behind(ctx, quantity) if attributive else None
    if named is not None:
        return named
    told = _beside(ctx, quantity) or _before(ctx, quantity, attributive)
    return told[0] if told is not None else _behind(ctx, quantity, attributive)


def _beside(ctx: Context, quantity: Quantity) -> _Told | None:
    """Whom the age is set beside: "Ana Ruiz, 34,", "men 34 and older", "Ana Ruiz, a 34-year-old"."""
    first, _ = ctx.token_range(quantity.span)
    if first == 0:
        return None
    tokens, words, last = ctx.marks.tokens, ctx.words, ctx.marks.tokens[first - 1].lower
    named = _named_at(ctx, first - 2) if last == "," and first > 1 else None
    if named is not None:
        return (named,)
    if last in words.persons or last in words.anybody:
        return (last,)
    listed = _listed(ctx, first - 1)
    if listed is not None:
        return (listed,)
    if first < 3 or last not in words.articles:
        return None
    link = tokens[first - 2].lower
    apposed = None
    if link == "," or link in words.copulas or link in words.auxiliaries:
        apposed = _named_at(ctx, first - 3)
    return (apposed,) if _is_person(ctx, apposed) else None


def _listed(ctx: Context, at: int) -> str | None:
    """Those whose ages are listed behind them: "two [sons], 11 and 14", "[daughters], aged 3 and 5"."""
    tokens, words = ctx.marks.tokens, ctx.words
    comma = False
    while at > 0 and (
        _divides(words, tokens[at].lower) or tokens[at].lower[0].isdigit() or _is_year(ctx, at)
    ):
        comma = tokens[at].lower == ","
        at -= 1
    word = tokens[at].lower
    return word if comma and word in words.persons and word.endswith(words.plural_endings) else None


def _divides(words: Vocabulary, word: str) -> bool:
    return word == "," or word in words.joiners


def _is_year(ctx: Context, at: int) -> bool:
    """Whether the word at a token opens an age ("aged 3 and 5")."""
    token = ctx.marks.tokens[at]
    opened = ctx.quantities_in(Span(token.start, token.end))
    return bool(opened) and opened[0].kind is QuantityKind.AGE and opened[0].span.start == token.start


def _before(ctx: Context, quantity: Quantity, attributive: bool) -> _Told | None:
    """Of whom the clause tells the age: "Ana Ruiz is 34", "a man of 34", "boys aged 14"."""
    first, _ = ctx.token_range(quantity.span)
    tokens, words = ctx.marks.tokens, ctx.words
    last = tokens[first - 1].lower if first else ""
    if first > 1 and last in words.auxiliaries:
        named = _named_at(ctx, first - 2)
        if named is not None or tokens[first - 2].lower in words.personal or not attributive:
            return (named,)
    if first > 1 and last in words.prepositions and not attributive:
        noun = tokens[first - 2].lower
        behind = _named_at(ctx, first - 3) if first > 2 and last in words.locatives else None
        if not _is_person(ctx, behind):
            return (_named_at(ctx, first - 2) or (noun if noun in words.persons else None),)
        return (behind,)  # "Ana Ruiz dead at 84"
    return (last,) if first and _is_aged(ctx, quantity) and last[0].isalpha() else None


def _behind(ctx: Context, quantity: Quantity, attributive: bool) -> Mention | str | None:
    """Whom the age stands before: "the 34-year-old nurse", "the 34-year-old Ana Ruiz"."""
    _, last = ctx.token_range(quantity.span)
    tokens, words = ctx.marks.tokens, ctx.words
    if last >= len(tokens) or words.finite(tokens[last].lower, "it"):
        return _known_by_age(ctx, quantity) if attributive else None
    end = last + 1
    while end < min(len(tokens), last + _FAR) and (
        tokens[end].lower == "-" or _goes_on(words, tokens[end].lower)
    ):
        end += 1
    following = tokens[last:end]
    mention = next(iter(ctx.mentions_in(Span(following[0].start, following[-1].end))), None)
    noun = None
    for token in following:
        if token.lower.removesuffix("'s") in words.persons:
            noun = token  # "an 18-year-old Chilean [woman]"
        if token.lower.endswith("'s"):
            break
    if noun is not None:
        named = mention is not None and mention.full.start <= noun.end + 1 and _is_person(ctx, mention)
        return mention if named else noun.lower.removesuffix("'s")
    if mention is not None and mention.full.start == following[0].start:
        return mention
    return _aged(ctx, quantity, last) if attributive else None


def _right_behind(ctx: Context, quantity: Quantity) -> Mention | None:
    """The person whose name follows the age at once: "The captain, 47-year-old [Ana Ruiz]"."""
    _, last = ctx.token_range(quantity.span)
    named = _named_at(ctx, last) if last < len(ctx.marks.tokens) else None
    whole = named is not None and named.form is MentionForm.NAME and _is_person(ctx, named)
    return named if whole else None


def _named_at(ctx: Context, index: int) -> Mention | None:
    """The mention over a token, if any."""
    return ctx.mention_over(Span(ctx.marks.tokens[index].start, ctx.marks.tokens[index].end))


def _is_aged(ctx: Context, quantity: Quantity) -> bool:
    """Whether the age begins with its word: "blacks ages 16 to 24", "boys aged 14"."""
    return quantity.span.start < quantity.number.start and ctx.report.text[quantity.span.start].isalpha()


def _aged(ctx: Context, quantity: Quantity, last: int) -> str | None:
    """What is so old where no person's word follows: "a 60-year-old law", and "a 13-year-old" itself."""
    words, tokens = ctx.words, ctx.marks.tokens
    if tokens[last].lower == ",":
        apposed = ctx.mention_over(Span(tokens[last].end, min(tokens[last].end + 2, len(ctx.report.text))))
        return ctx.report.quote(apposed.span) if apposed is not None and _is_person(ctx, apposed) else None
    end = last
    while end < len(tokens) and end < last + _FAR and _goes_on(words, tokens[end].lower):
        end += 1
    if end == last or ctx.moments_in(Span(tokens[last].start, tokens[end - 1].end)):
        return _years_old(ctx, quantity)
    return ctx.report.text[tokens[last].start : tokens[end - 1].end]


def _known_by_age(ctx: Context, quantity: Quantity) -> Mention | str:
    """Who "the 24-year-old" is: the person named last before the sentence, else nobody but that."""
    index = ctx.sentence_index(quantity.span.start) or 0
    first = ctx.marks.sentences[max(0, index - _LOOK_BACK)].span.start
    before = ctx.mentions_in(Span(first, ctx.marks.sentences[index].span.start))
    return next((m for m in reversed(before) if _is_person(ctx, m)), None) or _years_old(ctx, quantity)


def _years_old(ctx: Context, quantity: Quantity) -> str:
    """The age itself as a name: "24-year-old"."""
    return " ".join(ctx.report.quote(Span(quantity.number.start, quantity.span.end)).split())


def _goes_on(words: Vocabulary, word: str) -> bool:
    """Whether a word can belong to the noun that an age stands before."""
    closing = (
        word in words.prepositions
        or word in words.joiners
        or word in words.openers
        or word in words.relatives
    )
    return word[0].isalpha() and not closing and not words.finite(word, "it")


def _is_person(ctx: Context, mention: Mention | None) -> bool:
    return mention is not None and ctx.entity(mention).type is EntityType.PERSON
