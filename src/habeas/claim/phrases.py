"""Phrases: a name for what a number says where no pack property fits: its noun and its verb."""

from __future__ import annotations

from habeas.claim.adjacent import described_noun, past_share, phrase_end
from habeas.claim.amounts import bargain, brought, costs, price, purpose, resized
from habeas.claim.dimensions import is_ratio
from habeas.claim.extents import extent, side
from habeas.claim.governors import plain_words
from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind, Token
from habeas.model.span import Span

__all__ = ["PEOPLE", "SHARE", "noun_words", "phrase"]

_LATER = frozenset(["after", "afterwards", "ago", "before", "earlier", "later", "luego", "después", "antes"])
_MOST = 5
_STATE = 4
"""Words of the state in which those counted are ("on an open-ended hunger strike")."""
PEOPLE = "people"
SHARE = "share of"
_DENYING = frozenset(["not", "no", "never"])
_QUOTES = frozenset(['"', "“", "”"])
_CLOSING = frozenset([",", ".", ";", ")", "and", "y", "—", "–"])


def noun_words(ctx: Context, quantity: Quantity) -> str | None:
    """The counted noun phrase, folded, without leading articles or a verb after it; None where nothing is counted."""
    words = ctx.words
    if quantity.noun is None or any(m.span.contains(quantity.noun) for m in ctx.moments_in(quantity.noun)):
        return _of_us(ctx, words, quantity)
    kept: list[str] = []
    tokens = ctx.tokens_in(quantity.noun)
    for at, token in enumerate(tokens):
        word = token.lower
        if not kept and word.endswith("ly") and at + 2 < len(tokens):
            continue  # "eight seriously injured prisoners"
        if at == 0 and len(tokens) > 1 and quantity.value != 1 and _acts(words, word):
            return _of_us(ctx, words, quantity)  # "while 128 resist return"
        if kept and words.finite(word, kept[-1]) and not _is_noun(words, quantity, tokens, at):
            break
        if kept and word in words.adverbs:
            break
        before = tokens[at - 1].lower if at > 0 and token.start == tokens[at - 1].end else "-"
        if kept and ((word[0].isdigit() and before[0].isalpha()) or before[0].isdigit()):
            kept[-1] += word  # "three G4S guards"
        elif word[0].isalnum() and (kept or word not in words.articles):
            kept.append(word)
    if len(kept) == 1 and kept[0].endswith(words.gerund) and isinstance(quantity.value, str):
        _, after = ctx.token_range(quantity.noun)
        if after < len(ctx.marks.tokens) and ctx.marks.tokens[after].lower in words.infinitive:
            return PEOPLE  # "thousands attempting to reach the coast"
    named = _behind_name(ctx, words, tokens) if kept and quantity.value != 1 else None
    if named is not None:
        return named
    if kept and kept[-1] in words.heights:
        kept.pop()  # "passed the 84,000 mark"
    if len(kept) == 1 and kept[0] in words.verbs and kept[0] not in words.persons:
        # What follows "31" is a plural noun even where a verb has its form.
        return kept[0] if kept[0].endswith("s") and quantity.value != 1 else None
    return " ".join(kept[-_MOST:]).removesuffix("'s") or None


def _acts(words: Vocabulary, word: str) -> bool:
    """Whether a word right behind a number can only be what those counted do."""
    plain = word in words.verbs and word not in words.verbs_or_nouns and word not in words.persons
    plain = plain and word not in words.naming  # "39 known smugglers"
    return plain and not word.endswith(("s", *words.gerund, *words.participle_endings))


def _governed(ctx: Context, words: Vocabulary, quantity: Quantity) -> bool:
    """Whether a preposition leads to the noun phrase that opens with the number: "at the £4.5 million centre"."""
    at, _ = ctx.token_range(quantity.span)
    while at > 0 and ctx.marks.tokens[at - 1].lower in words.articles:
        at -= 1
    return at > 0 and ctx.marks.tokens[at - 1].lower in words.prepositions


def _behind_name(ctx: Context, words: Vocabulary, tokens: tuple[Token, ...]) -> str | None:
    """The plural behind a name with "of" in it, which is what is counted: "three Court of Appeal [judges]"."""
    mention = ctx.mention_over(Span(tokens[-1].start, tokens[-1].end)) if tokens else None
    if mention is None or mention.span.end <= tokens[-1].end or mention.span.start < tokens[0].start:
        return None
    _, after = ctx.token_range(mention.span)
    following = ctx.marks.tokens[after].lower if after < len(ctx.marks.tokens) else ""
    plural = following in words.persons and following.endswith("s")
    return following if plural else None


def _is_noun(words: Vocabulary, quantity: Quantity, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what can be a verb is part of what is counted: the end of "two lengthy interviews", "gang-related"."""
    if tokens[at].lower in words.verbs_or_nouns or tokens[at - 1].lower == "-":
        return True
    if tokens[at - 1].lower in words.joiners and at + 1 < len(tokens):
        return True  # "39 known or suspected smugglers"
    if at + 2 == len(tokens) and tokens[at].lower.endswith(words.participle_endings):
        return tokens[at + 1].lower.endswith("s") and not tokens[at - 1].lower.endswith(
            "s"
        )  # "two separate chartered flights"
    return at == len(tokens) - 1 and tokens[at].lower.endswith("s") and quantity.value != 1


def phrase(ctx: Context, quantity: Quantity, noun: str | None, clause: Window, measured: str) -> str:
    """The property of a number in plain words ("acres burned", "distance from the capital", "share of voters")."""
    words = ctx.words
    verb = _verb(ctx, words, clause)
    if quantity.kind in (QuantityKind.VOTE, QuantityKind.AGE):
        return quantity.kind.value
    if is_ratio(quantity):
        return _joined(f"rate per {quantity.per}", _with(verb))
    changed = resized(ctx, quantity, clause)
    if changed and measured in ("%", "money"):
        return _joined("change in" if measured == "%" else "", changed, _with(verb))
    if measured == "%":
        exceeding = _exceeding(ctx, words, quantity)
        if exceeding:
            return _joined(exceeding, _with(verb))
        return _joined(SHARE, noun or _following(ctx, words, quantity, words.partitive), _with(verb))
    if measured == "duration":
        return _duration(ctx, words, quantity, noun, verb, clause)
    if measured == "times":
        return _multiple(ctx, quantity, clause, verb)
    if measured == "money":
        sold = price(ctx, quantity)
        if sold:
            return sold
        aim = purpose(ctx, quantity)
        if costs(ctx, quantity) is not None:
            return _joined("cost", _with(aim))
        if described_noun(ctx, quantity) and (clause.leads or _governed(ctx, words, quantity)):
            return _joined("amount", _with(aim))  # "at the £4.5 million centre" nothing is held for the money
        head = (
            noun
            or _head(ctx, words, quantity)
            or bargain(ctx, quantity, clause)
            or brought(ctx, quantity)
            or "amount"
        )
        doing = aim if verb in aim.split() else " ".join(w for w in (verb, aim) if w)
        return _joined(head, _with(doing))
    beside = side(ctx, quantity) if measured == "distance" else ""
    if beside:
        return beside
    if measured != "count":
        return _joined(extent(ctx, quantity, measured), noun or _following(ctx, words, quantity, frozenset()))
    scale = _scale(ctx, words, quantity)
    if scale:
        return scale
    limit = _limit(ctx, words, quantity)
    if limit:
        return limit
    if noun and verb and not clause.leads:
        return noun if _located(ctx, words, quantity) else _joined(verb, noun)
    if noun and not verb and clause.leads:
        return _joined(noun, _with(_state(ctx, words, clause)))
    return _joined(noun or _preceding(ctx, words, quantity), verb) or "number"


def _exceeding(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """How much more or less of what a share says: "60 percent [fewer prisoners]", "31% [fewer] than"."""
    _, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    if after + 1 >= len(tokens) or tokens[after].lower not in words.increments:
        return ""
    end = phrase_end(ctx, after + 1, _MOST)
    return " ".join(t.lower for t in tokens[after:end])


def _limit(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """What the number is the size of: "its licensed [capacity] of 85 people"."""
    first, _ = ctx.token_range(quantity.span)
    before = [t.lower for t in ctx.marks.tokens[max(0, first - 2) : first]]
    return (
        before[0] if len(before) == 2 and before[0] in words.limits and before[1] in words.partitive else ""
    )


def _located(ctx: Context, words: Vocabulary, quantity: Quantity) -> bool:
    """Whether the number only says where something is or was done: "infected men [in] six regions"."""
    first, _ = ctx.token_range(quantity.span)
    return first > 0 and ctx.marks.tokens[first - 1].lower in words.locatives


def _state(ctx: Context, words: Vocabulary, clause: Window) -> str:
    """The state in which those counted are: "prisoners are [on hunger strike]"; "" for none."""
    if clause.verb is None or ctx.marks.tokens[clause.verb].lower not in words.auxiliaries:
        return ""
    kept: list[str] = []
    for token in ctx.marks.tokens[clause.verb + 1 : min(clause.last, clause.verb + 2 + _STATE)]:
        word = token.lower
        link = word in words.prepositions
        if not word[0].isalpha() or (link == bool(kept)) or word in words.joiners:
            break
        if word not in words.articles:
            kept.append(word)
    return " ".join(kept) if len(kept) > 1 else ""


def _with(verb: str) -> str:
    return f"({verb})" if verb else ""


def _joined(*parts: str | None) -> str:
    """The parts that there are, a word said only once."""
    kept: list[str] = []
    for part in parts:
        for word in (part or "").split():
            if word not in kept:
                kept.append(word)
    text = " ".join(kept)
    return text.replace(" of (", " (").removesuffix(" of")


def _of_us(ctx: Context, words: Vocabulary, quantity: Quantity) -> str | None:
    """ "people" for "12 of us", "two of them": a count of persons without a noun."""
    _, after = ctx.token_range(quantity.span)
    following = [t.lower for t in ctx.marks.tokens[after : after + 4]]
    if len(following) < 2 or following[0] not in words.partitive or following[1] not in words.us:
        return None
    return _kind_of_them(words, following) or PEOPLE


def _kind_of_them(words: Vocabulary, following: list[str]) -> str | None:
    """The noun right after "of them" that says what the few are: "nine of them minors, ..."."""
    if len(following) < 4 or following[3] not in _CLOSING or not following[2][0].isalpha():
        return None
    word = following[2]
    if word in words.persons:
        return word
    verbal = word.endswith(words.participle_endings) or (
        words.finite(word, "they") and not word.endswith("s")
    )
    light = word in words.adverbs or word in words.prepositions or word in words.auxiliaries
    return word if word.endswith("s") and not verbal and not light else None


def _scale(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """The scale that the number is a point of ("magnitude 6.8"), if the word before it names one."""
    first, _ = ctx.token_range(quantity.span)
    before = ctx.marks.tokens[first - 1].lower if first > 0 else ""
    return before if before in words.scales else ""


def _head(ctx: Context, words: Vocabulary, quantity: Quantity) -> str:
    """The noun before "of" or "worth" that the number fills ("a budget of $4 million")."""
    first, _ = ctx.token_range(quantity.span)
    while first > 1 and ctx.marks.tokens[first - 1].lower in words.adverbs:
        first -= 1  # "a budget of just $50"
    before = ctx.marks.tokens[first - 1].lower if first > 0 else ""
    return _preceding(ctx, words, quantity) if before in words.partitive else ""


def _multiple(ctx: Context, quantity: Quantity, clause: Window, verb: str) -> str:
    """ "times applied" where something is done so often; "wages multiple" where something grows so much."""
    _, after = ctx.token_range(quantity.span)
    if verb and clause.verb is not None and clause.verb < after:
        return _joined("times", verb)
    leading = plain_words(ctx, clause.opening, ctx.token_range(quantity.span)[0])
    changes = after < len(ctx.marks.tokens) and ctx.marks.tokens[after].lower in ctx.words.changes
    if changes and not leading:
        leading = ctx.marks.tokens[after].lower  # "a six-fold decline"
    return _joined(leading.lower(), "multiple")


def _verb(ctx: Context, words: Vocabulary, clause: Window) -> str:
    """The verb that says what happens; a linking verb gives way to the participle after it, or to nothing."""
    if clause.verb is None:
        return ""
    tokens = ctx.marks.tokens
    for index in range(clause.verb, min(clause.last, clause.verb + 4)):
        word = tokens[index].lower
        if word in words.auxiliaries or (
            index > clause.verb and (word in words.adverbs or word in words.since) and word not in _DENYING
        ):
            continue
        going = index == clause.verb or tokens[index - 1].lower in words.auxiliaries  # "is holding 40 men"
        if words.finite(word, "to") or (going and word.endswith(words.gerund)):
            nearly = tokens[index - 1].lower
            return f"{nearly} {word}" if nearly in words.nearing else word
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
        linking = word in words.prepositions or word in words.light or word in words.relatives
        plain = word[0].isalpha() and not linking
        if plain and not words.finite(word, "") and not word.endswith("ly"):
            kept.insert(0, word.removesuffix("'s"))
            if len(kept) == 2:
                break
        elif word in _QUOTES:
            continue  # "a “community service duty” of $12m"
        elif kept or not word[0].isalpha():
            break
    return " ".join(kept)


def _following(ctx: Context, words: Vocabulary, quantity: Quantity, links: frozenset[str]) -> str:
    """The noun after a preposition behind the number ("35 % of voters", "45 miles from the capital").

    `links` are the prepositions that count (all where empty); "of" is left out of the words that come back.
    """
    _, after = ctx.token_range(quantity.span)
    after = past_share(ctx, after) if links else after
    tokens = ctx.marks.tokens[after : after + 7]
    if not tokens or tokens[0].lower not in (links or words.prepositions):
        return ""
    kept: list[Token] = []
    before = "of"
    for token in tokens[1:]:
        word, last = token.lower, before
        before = word
        if (
            not word[0].isalnum()
            or word in words.prepositions
            or words.finite(word, last)
            or any(q.kind is QuantityKind.MONEY for q in ctx.quantities_in(Span(token.start, token.end)))
            or word in words.adverbs
            or word.endswith("ly")
        ):
            break
        if word not in words.articles:
            kept.append(token)
    link = tokens[0].lower
    text = " ".join(t.lower.removesuffix("'s") for t in kept[:3])
    return text if not text or link in words.partitive else f"{link} {text}"


def is_interval(ctx: Context, quantity: Quantity) -> bool:
    """Whether a length of time only lies between two moments, and nothing lasts it: "up from 300 a year earlier"."""
    if quantity.kind is not QuantityKind.DURATION:
        return False
    _, after = ctx.token_range(quantity.span)
    following = ctx.marks.tokens[after].lower if after < len(ctx.marks.tokens) else ""
    return following in _LATER or any(w in _LATER for w in ctx.report.quote(quantity.span).lower().split())


def _duration(
    ctx: Context, words: Vocabulary, quantity: Quantity, noun: str | None, verb: str, clause: Window
) -> str:
    if is_interval(ctx, quantity):
        return _joined("interval", _following(ctx, words, quantity, frozenset()), _with(verb))
    thing = noun or _head(ctx, words, quantity)
    if thing:
        return _joined("duration of", thing, _with(verb))
    held = _between(ctx, words, quantity, clause)
    return _joined("duration", _with(" ".join(w for w in (verb, held) if w)))


def _between(ctx: Context, words: Vocabulary, quantity: Quantity, clause: Window) -> str:
    """What stands between the verb and the number that it lasts: its object, or where somebody is ("in handcuffs")."""
    if clause.verb is None:
        return ""
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    start = max(clause.verb + 1, clause.first)
    while start < first and (
        words.finite(tokens[start].lower, "to") or tokens[start].lower in words.auxiliaries
    ):
        start += 1
    kept: list[str] = []
    for index in range(start, min(first, start + 8)):
        word = tokens[index].lower
        last = index == first - 1 and word in words.prepositions
        if not word[0].isalpha() or last or (word in words.prepositions and kept):
            break
        if word not in words.articles and word not in words.adverbs and word not in words.pronouns:
            kept.append(word)
    plain = [w for w in kept if w not in words.prepositions]
    return " ".join(kept[:3]) if plain else ""
