"""Governors: what the verb of a clause is said of, as a mention or as the words themselves."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, Mention, MentionForm, Quantity, Token
from habeas.model.span import Span

__all__ = ["antecedent", "clause_subject", "counts_some", "free_mention", "is_demonym", "plain_words"]

_NEAR = 8
"""Words between a relative clause, or an aside, and the thing it describes."""
_WHOM = 4
"""Words of an aside among which "of whom" stands: "about 40 of whom"."""
_LONGEST = 8
"""Words of a subject that is no mention."""


def clause_subject(ctx: Context, quantity: Quantity, clause: Window) -> Mention | str | None:
    """What the clause's verb is said of: a mention, words ("each cell"), or nothing."""
    words = ctx.words
    tokens = ctx.marks.tokens
    begin, _ = ctx.token_range(quantity.span)
    if clause.verb is None or clause.leads:
        aside = clause.opened in (",", "(", "—", "–", "-") and _apart(ctx, clause, begin)
        return _beside(ctx, clause, begin) if aside else None
    start = clause.opening
    if clause.verb < clause.opening:
        beside = _beside(ctx, clause, begin)
        if beside is not None:
            return beside
        start = clause.first
    relative = tokens[start].lower in words.relatives
    if tokens[start].lower in words.openers or tokens[start].lower in words.joiners:
        start += 1
    if _exists(ctx, start, clause.verb):
        return None
    found = free_mention(ctx, start, clause.verb)
    if found is not None:
        return found
    if relative:
        return antecedent(ctx, start - 1)
    return (
        _pronoun(ctx, words, start, clause.verb)
        or plain_words(ctx, start, clause.verb)
        or _before(ctx, clause)
    )


def _exists(ctx: Context, start: int, verb: int) -> bool:
    """Whether the verb only says that something is, so that nothing before it is its subject: "Table 2 shows [there were] 40"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if verb - 2 < start or tokens[verb - 1].lower not in words.existing:
        return False
    return words.finite(tokens[verb - 2].lower, "")


def free_mention(ctx: Context, first: int, last: int) -> Mention | None:
    """The first mention in the tokens `[first, last)` that no preposition governs."""
    if first >= last:
        return None
    words = ctx.words
    tokens = ctx.marks.tokens
    for mention in ctx.mentions_in(Span(tokens[first].start, tokens[last - 1].end)):
        index, _ = ctx.token_range(mention.full)
        before = index - 1
        while before >= first and tokens[before].lower in words.articles:
            before -= 1
        governed = before >= first and tokens[before].lower in words.prepositions
        if not governed and not is_demonym(ctx, mention):
            return mention
    return None


def antecedent(ctx: Context, index: int) -> Mention | None:
    """The mention that ends shortly before the token `index`."""
    tokens = ctx.marks.tokens
    if index <= 0:
        return None
    sentence = ctx.surroundings(Span(tokens[index - 1].start, tokens[index - 1].end))
    start = max(tokens[max(0, index - _NEAR)].start, sentence.start)
    near = ctx.mentions_in(Span(start, tokens[index - 1].end))
    return near[-1] if near else None


def plain_words(ctx: Context, first: int, last: int, *, leading: bool = False) -> str:
    """The noun phrase in the tokens `[first, last)` that is a subject ("failure to comply"), "" where there is none.

    A comma starts a new one, unless the `leading` phrase of a sentence is wanted.
    """
    words = ctx.words
    tokens = ctx.marks.tokens
    start = end = None
    for index in range(first, last):
        word = tokens[index].lower
        if word == "," and leading and start is not None:
            break
        if word == ",":
            start = end = None
        elif start is None and word.endswith(words.gerund) and _divides(words, tokens[index - 1].lower):
            break
        elif (
            words.finite(word, tokens[index - 1].lower)
            and tokens[index - 1].lower != "to"
            and not _is_head(words, tokens, index)
        ):
            if start is not None or leading:
                break
        elif start is None:
            start = end = None if _light(words, word) or word in words.prepositions else index
        elif not _light(words, word):
            end = index
    if start is None or end is None:
        return ""
    end = min(end, start + _LONGEST - 1)
    return " ".join(ctx.report.text[tokens[start].start : tokens[end].end].split())


def _is_head(words: Vocabulary, tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word that can be a noun or a verb is the noun of a verb right behind it: "the main transfer took"."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return tokens[index].lower in words.verbs_or_nouns and words.finite(following, tokens[index].lower)


def is_demonym(ctx: Context, mention: Mention) -> bool:
    """Whether a mention names a people or describes by a place ("Hondurans", "the Salvadoran state"), not a place."""
    if ctx.entity(mention).type is not EntityType.PLACE or mention.form is MentionForm.NAME:
        return False
    last = ctx.report.quote(mention.span).split()[-1]
    return last[0].isupper()


def _divides(words: Vocabulary, word: str) -> bool:
    return word == "," or word in words.joiners


def _light(words: Vocabulary, word: str) -> bool:
    """Whether a word alone makes no subject."""
    return word in words.light or word.endswith(("ly", "mente")) or not word[0].isalnum()


def _pronoun(ctx: Context, words: Vocabulary, first: int, last: int) -> Mention | None:
    """The latest person named before, for a clause that begins with "he" or "she"."""
    tokens = ctx.marks.tokens
    if first >= last or tokens[first].lower not in words.personal:
        return None
    index = ctx.sentence_index(tokens[first].start) or 0
    begin = ctx.marks.sentences[max(0, index - 2)].span.start
    for mention in reversed(ctx.mentions_in(Span(begin, tokens[first].start))):
        if ctx.entity(mention).type is EntityType.PERSON and mention.form is MentionForm.NAME:
            return mention
    return None


def _apart(ctx: Context, clause: Window, begin: int) -> bool:
    """Whether a sign divides the number from the verb after it, so that it stands in an aside."""
    if clause.verb is None:
        return True
    return any(
        not t.lower[0].isalnum() and t.lower not in "-%$" for t in ctx.marks.tokens[begin : clause.verb]
    )


def _beside(ctx: Context, clause: Window, begin: int) -> Mention | str | None:
    """What an aside stands beside: "Tecoluca, 72 kilometers away", "The dam, 160 meters high"."""
    if begin - clause.opening > 2 or counts_some(ctx, clause.opening):
        return None
    first, _ = ctx.token_range(clause.area)
    return antecedent(ctx, clause.opening) or (plain_words(ctx, first, clause.opening - 1) or None)


def counts_some(ctx: Context, opening: int) -> bool:
    """Whether an aside counts some of those told of before: "returnees from Chad, including two pilots", "men, two of whom"."""
    near = [t.lower for t in ctx.marks.tokens[opening : opening + _WHOM]]
    return near[0] in ctx.words.including or not ctx.words.whom.isdisjoint(near)


def _before(ctx: Context, clause: Window) -> Mention | str | None:
    """The subject of the clauses before, which a clause without one shares ("... and holds 400")."""
    first, _ = ctx.token_range(clause.area)
    found = free_mention(ctx, first, clause.opening) or plain_words(ctx, first, clause.opening, leading=True)
    return found or None
