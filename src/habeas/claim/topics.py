"""Topics: what a number can be about, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.indexes import Context
from habeas.claim.stems import stem
from habeas.claim.vocabulary import Vocabulary, vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, Mention, Quantity
from habeas.model.span import Span

__all__ = ["Topic", "topics"]

_LOOK_BACK = 3
"""Sentences before the number's own in which its topic may have been named."""
_COUNTERS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.MEDIUM)
_NEAR = 8
"""Words between a relative clause and the thing it describes."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a number may be said of. `rank` is 0 for the subject of its clause and grows with distance.

    `described` marks words that no name in the report was found for; their type is that of the pack's thing which
    their last noun names ("the old jail").
    """

    name: str
    type: EntityType | None
    rank: int
    described: bool = False


def topics(ctx: Context, quantity: Quantity, clause: Window) -> list[Topic]:
    """Subject of the clause, then "of"/"in" what, then other names nearby, then names of the sentences before."""
    words = vocabulary(ctx.language)
    noun_end = quantity.noun.end if quantity.noun else quantity.span.end
    counted = Span(quantity.span.start, noun_end)
    found: list[Topic] = []
    subject = None if counted_by(ctx, clause) else _subject(ctx, words, clause, quantity)
    after = _complement(ctx, words, noun_end, clause)
    for mention in (after, subject) if clause.leads else (subject, after):
        if isinstance(mention, str):
            found.append(_described(ctx, mention, 0))
        elif mention is not None and not mention.full.overlaps(counted):
            found.append(_topic(ctx, mention, 0 if not found else 1))
    if clause.leads and quantity.noun is not None:
        found.append(Topic(_folded(ctx, quantity.noun), None, 1, described=True))
    found.extend(_around(ctx, clause, counted))
    return found


def earlier(ctx: Context, offset: int) -> list[Topic]:
    """The names and descriptions in the sentences before the one at `offset`, the latest first."""
    index = ctx.sentence_index(offset) or 0
    first = ctx.marks.sentences[max(0, index - _LOOK_BACK)].span.start
    here = ctx.marks.sentences[index].span.start
    return [_topic(ctx, m, 4) for m in reversed(ctx.mentions_in(Span(first, here)))]


def counted_by(ctx: Context, clause: Window) -> Topic | None:
    """Who gives the number by documenting or counting ("the group recorded 40 cases")."""
    words = vocabulary(ctx.language)
    if clause.verb is None or clause.leads or ctx.marks.tokens[clause.verb].lower not in words.counting_verbs:
        return None
    start = clause.opening if clause.opening <= clause.verb else clause.first
    mention = _free(ctx, words, start, clause.verb)
    if mention is None or ctx.entity(mention).type not in _COUNTERS:
        return None
    return _topic(ctx, mention, 0)


def _described(ctx: Context, text: str, rank: int) -> Topic:
    head = stem(text.rsplit(maxsplit=1)[-1], ctx.language[:2])
    return Topic(text, ctx.things.get(head), rank, described=True)


def _topic(ctx: Context, mention: Mention, rank: int) -> Topic:
    entity = ctx.entity(mention)
    return Topic(entity.name, entity.type, rank)


def _subject(ctx: Context, words: Vocabulary, clause: Window, quantity: Quantity) -> Mention | str | None:
    """What the clause's verb is said of: a mention, words, or nothing."""
    if clause.verb is None or clause.leads:
        return None
    start = clause.opening
    if clause.verb < clause.opening:
        begin, _ = ctx.token_range(quantity.span)
        beside = _antecedent(ctx, begin) if begin - clause.opening <= 2 else None
        if beside is not None:
            return beside
        start = clause.first
    if ctx.marks.tokens[start].lower in words.openers:
        start += 1
    free = _free(ctx, words, start, clause.verb)
    if free is not None:
        return free
    if clause.opened in words.openers and start >= clause.verb - 1:
        return _antecedent(ctx, start)
    plain = _plain(ctx, words, start, clause.verb)
    if plain:
        return plain
    begin, _ = ctx.token_range(clause.area)
    return _free(ctx, words, begin, start) or _antecedent(ctx, start)


def _free(ctx: Context, words: Vocabulary, first: int, last: int) -> Mention | None:
    """The first mention in `[first, last)` that no preposition governs."""
    if first >= last:
        return None
    tokens = ctx.marks.tokens
    for mention in ctx.mentions_in(Span(tokens[first].start, tokens[last - 1].end)):
        index, _ = ctx.token_range(mention.full)
        before = index - 1
        while before >= first and tokens[before].lower in words.articles:
            before -= 1
        if before < first or tokens[before].lower not in words.prepositions:
            return mention
    return None


def _antecedent(ctx: Context, index: int) -> Mention | None:
    """The mention that ends shortly before the token `index`."""
    tokens = ctx.marks.tokens
    if index <= 0:
        return None
    near = ctx.mentions_in(Span(tokens[max(0, index - _NEAR)].start, tokens[index - 1].end))
    return near[-1] if near else None


def _plain(ctx: Context, words: Vocabulary, first: int, last: int) -> str:
    """The words of a subject that is no mention ("each cell", "failure to comply")."""
    tokens = ctx.marks.tokens
    skipped = (
        words.articles | words.auxiliaries | words.joiners | words.pronouns | words.adverbs | words.openers
    )
    kept: list[str] = []
    for index in range(first, last):
        word = tokens[index].lower
        if word == "," or not word[0].isalnum():
            kept = []
        elif kept and words.finite(word, tokens[index - 1].lower):
            break
        elif word in words.prepositions and not kept:
            continue
        elif word not in skipped and not word.endswith(("ly", "mente")):
            kept.append(word)
    return " ".join(kept[:6])


def _complement(ctx: Context, words: Vocabulary, end: int, clause: Window) -> Mention | None:
    """The mention after "of", "in", "at" that follows the counted noun."""
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(Span(end, clause.area.end))
    last = min(first + 5, ctx.token_range(clause.area)[1])
    for index in range(first, last):
        word = tokens[index].lower
        if word in words.prepositions:
            return next(
                iter(ctx.mentions_in(Span(tokens[index].end, tokens[min(last, index + 4) - 1].end))), None
            )
        if not word[0].isalpha():
            return None
    return None


def _around(ctx: Context, clause: Window, counted: Span) -> list[Topic]:
    """Other names: in the window, then before it in the same voice, each nearest first."""
    window = clause.span(ctx)
    inside = [m for m in ctx.mentions_in(window) if not m.full.overlaps(counted)]
    inside.sort(key=lambda m: max(counted.start - m.span.end, m.span.start - counted.end))
    before = reversed(ctx.mentions_in(Span(clause.area.start, window.start)))
    return [_topic(ctx, m, 2) for m in inside] + [_topic(ctx, m, 3) for m in before]


def _folded(ctx: Context, span: Span) -> str:
    return " ".join(ctx.report.quote(span).split())
