"""Phrases: a name for what a number says where no pack property fits: its noun and its verb."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary, vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind, Token
from habeas.model.span import Span

__all__ = ["noun_words", "phrase"]

_EXTENT = {"deep": "depth", "high": "height", "long": "length", "tall": "height", "wide": "width"}
_LATER = frozenset(["after", "afterwards", "ago", "before", "earlier", "later", "luego", "después", "antes"])
_MOST = 5


def noun_words(ctx: Context, quantity: Quantity) -> str | None:
    """The counted noun phrase, folded, without leading articles; None where nothing is counted."""
    if quantity.noun is None:
        return None
    words = vocabulary(ctx.language)
    kept = [t.lower for t in ctx.tokens_in(quantity.noun) if t.lower[0].isalnum()]
    while len(kept) > 1 and kept[0] in words.articles:
        kept.pop(0)
    return " ".join(kept[-_MOST:]).removesuffix("'s") or None


def phrase(ctx: Context, quantity: Quantity, noun: str | None, clause: Window, measured: str) -> str:
    """The property of a number in plain words ("acres burned", "distance from the capital", "share of voters")."""
    words = vocabulary(ctx.language)
    verb = _verb(ctx, words, clause)
    if quantity.kind is QuantityKind.VOTE:
        return "vote"
    if quantity.kind is QuantityKind.AGE:
        return "age"
    if measured == "%":
        return _joined(
            "share of", noun or _following(ctx, words, quantity) or _preceding(ctx, words, quantity), verb
        )
    if measured == "duration":
        return _duration(ctx, words, quantity, noun, verb)
    if measured == "times":
        return _joined("times", verb or _preceding(ctx, words, quantity), "")
    if measured not in ("count", "money"):
        return _joined(_extent(ctx, quantity, measured), noun or _following(ctx, words, quantity), "")
    head = noun or _preceding(ctx, words, quantity)
    return _joined(head, verb, "") or ("amount" if measured == "money" else "number")


def _joined(*parts: str | None) -> str:
    """The parts that there are, a word said only once."""
    kept: list[str] = []
    for part in parts:
        kept.extend(w for w in (part or "").split() if w not in kept)
    text = " ".join(kept)
    return text.removesuffix(" of")


def _verb(ctx: Context, words: Vocabulary, clause: Window) -> str:
    """The verb that says what happens; a linking verb gives way to the participle after it, or to nothing."""
    if clause.verb is None:
        return ""
    tokens = ctx.marks.tokens
    for index in range(clause.verb, min(clause.last, clause.verb + 4)):
        word = tokens[index].lower
        if word in words.auxiliaries:
            continue
        if words.finite(word, "to"):
            return word
        if index > clause.verb and not word.endswith("ly") and word not in ("not", "no", "been"):
            return ""
    return ""


def _preceding(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """The noun that the number is given for: before "of" or a verb ("a capacity of", "the population rose to")."""
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    sentence = ctx.sentence_at(quantity.span)
    start = ctx.token_range(sentence.span)[0] if sentence else first
    kept: list[str] = []
    for index in range(first - 1, max(start - 1, first - 9), -1):
        word = tokens[index].lower
        plain = word[0].isalpha() and word not in words.prepositions and word not in words.articles
        if plain and not words.finite(word, "") and not word.endswith("ly"):
            kept.insert(0, word.removesuffix("'s"))
            if len(kept) == 2:
                break
        elif kept or not word[0].isalpha():
            break
    return " ".join(kept)


def _following(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """The noun after "of", "from" behind the number ("35 % of voters", "45 miles from the capital")."""
    _, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens[after : after + 7]
    if not tokens or tokens[0].lower not in words.prepositions:
        return ""
    kept: list[Token] = []
    for token in tokens[1:]:
        word = token.lower
        if not word[0].isalnum() or word in words.prepositions or words.finite(word, "of"):
            break
        if word not in words.articles:
            kept.append(token)
    link = tokens[0].lower
    text = " ".join(t.lower.removesuffix("'s") for t in kept[:3])
    return text if link in ("of", "de") else f"{link} {text}" if text else ""


def _duration(ctx: Context, words: Vocabulary, quantity: Quantity, noun: str | None, verb: str) -> str:
    tokens = ctx.marks.tokens
    _, after = ctx.token_range(Span(quantity.span.start, quantity.span.end))
    following = tokens[after].lower if after < len(tokens) else ""
    if following in _LATER or any(w in _LATER for w in ctx.report.quote(quantity.span).lower().split()):
        return _joined("interval", verb, "")
    return _joined("duration of", noun or _preceding(ctx, words, quantity), verb)


def _extent(ctx: Context, quantity: Quantity, measured: str) -> str:
    """The name of a measure: "height" for so many metres tall, else the dimension."""
    _, after = ctx.token_range(quantity.span)
    near = [t.lower for t in ctx.marks.tokens[after : after + 2]]
    named = next((_EXTENT[w] for w in near if w in _EXTENT), None)
    return named or measured
