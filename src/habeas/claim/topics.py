"""Topics: what a number can be about, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from habeas.claim.adjacent import described_noun, holder, measured_thing, possessor
from habeas.claim.bearers import bearer
from habeas.claim.carriers import carrier
from habeas.claim.datelines import after_dateline
from habeas.claim.frames import singular
from habeas.claim.governors import clause_subject, counts_some, free_mention, is_demonym, plain_words
from habeas.claim.indexes import Context
from habeas.claim.laid import laid_upon
from habeas.claim.listed import bracketed, gapped
from habeas.claim.phrases import PEOPLE
from habeas.claim.predicates import told_of
from habeas.claim.respective import respective_name
from habeas.claim.things import thing_scopes
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, Mention, Quantity, QuantityKind
from habeas.model.span import Span
from habeas.packs.stems import stem

__all__ = [
    "Topic",
    "beside_number",
    "counted_by",
    "earlier",
    "predicated",
    "reckoner",
    "somebody",
    "stands_by",
    "topics",
    "untold",
]

_LOOK_BACK = 3
"""Sentences before the number's own in which its topic may have been named."""
_FAR = 2000
"""Characters before the number's sentence in which its topic may have been named."""
_MOST = 8
"""Names to either side of a clause that are looked at."""
_ANYONE = "person"
"""Of whom an age is told that nobody near is named for."""
_RULERS = (EntityType.COURT, EntityType.PERSON)
_RULERS_SCOPE = "court"
"""The scope of the pack's things that rule on people."""
_WHOLE_SCOPE = "facility"
"""The scope of the pack's things that are a facility as a whole, not a cell or a wing of one."""
_OWNED = ("'s", "’s", "s'", "s’")
_COUNTERS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.MEDIUM)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a number may be said of. `rank` is 0 for the subject of its clause and grows with distance.

    `described` marks words that no name in the report was found for; their type is that of the pack's thing which
    their last noun names ("the old jail"); `several` those of more than one facility ("the country's prisons").
    """

    name: str
    type: EntityType | None
    rank: int
    described: bool = False
    several: bool = False

    @property
    def kind(self) -> str | None:
        """The type as claims give it."""
        return self.type.value if self.type else None


def topics(ctx: Context, quantity: Quantity, noun: str | None, clause: Window) -> list[Topic]:
    """Subject of the clause, then "of"/"in" what, then other names nearby, then the one who gives the number."""
    noun_end = quantity.noun.end if quantity.noun else quantity.span.end
    counted = Span(quantity.span.start, noun_end)
    found: list[Topic] = []
    # Of those whom a relative clause itself counts ("a riot in which 22 men died") the main clause tells nothing.
    counting = counted_by(ctx, clause) is not None
    if clause.leads:
        apart = clause.opened in ctx.words.relatives | ctx.words.meanwhile | ctx.words.having
        counting = counting or apart or counts_some(ctx, clause.opening)
    parsed = None if counting else predicated(ctx, quantity, clause)
    subject = None if counting else clause_subject(ctx, quantity, clause)
    after = _complement(ctx, noun_end, clause)
    owner = bearer(ctx, quantity) if quantity.kind is QuantityKind.AGE else _of_its_own(ctx, quantity)
    if owner is None and quantity.kind in (QuantityKind.DURATION, QuantityKind.MONEY):
        owner = laid_upon(ctx, quantity, clause)
    if isinstance(owner, str) and quantity.kind is QuantityKind.AGE:
        return [_described(ctx, owner, 0)]
    first, second = (subject, parsed) if _owns(ctx, subject, parsed) else (parsed, subject)
    for mention in (owner, after, first, second) if clause.leads else (owner, first, second, after):
        if isinstance(mention, Topic):
            found.append(mention if not found else replace(mention, rank=1))
        elif isinstance(mention, str):
            plain = _subject(ctx, mention, clause) if mention is subject else mention
            if plain:
                found.append(_described(ctx, plain, 0))
        elif mention is not None and not mention.full.overlaps(counted) and not is_demonym(ctx, mention):
            found.append(_topic(ctx, mention, 0 if not found else 1))
    if noun is not None and (clause.leads or not found):
        found.append(Topic(noun, None, 1, described=True))
    found.extend(_around(ctx, clause, counted))
    return found


def untold(label: str, measured: str, noun: str | None, near: list[Topic], who: str = "") -> Topic:
    """What answers a property that no topic fits: its noun, or `who` is told of; for an age what is described as so old,
    else anyone."""
    if measured != "age":
        return Topic(noun or who or label, None, 0)
    return near[0] if near and near[0].described else Topic(noun or _ANYONE, None, 0)


def stands_by(ctx: Context, topic: Topic) -> bool:
    """Whether a topic is nobody among whom people are counted, but who rules on them or sees to them: "a judge barred the
    transfer of 13 sailors" tells of the sailors."""
    if topic.type in _RULERS:
        return True
    last = topic.name.lower().rpartition(" ")[2]
    if topic.described and topic.rank == 0 and (last in ctx.words.persons or last in ctx.words.enforcers):
        return True  # "Guards killed two inmates", "Soldiers detained three reporters"
    return topic.described and _scope(ctx, last) == _RULERS_SCOPE


def _scope(ctx: Context, noun: str) -> str | None:
    """The scope of the pack's thing that a noun names, None for no thing."""
    return thing_scopes(ctx.pack, ctx.language).get(stem(noun, ctx.language[:2]))


def somebody(ctx: Context, clause: Window) -> str:
    """Whom a clause tells of by a pronoun that stands for nobody named: "person", or "people" for several; "" for nobody."""
    if clause.verb is None or clause.leads:
        return ""
    words = ctx.words
    for token in ctx.marks.tokens[min(clause.opening, clause.verb) : clause.verb]:
        if token.lower in words.several:
            return PEOPLE
        if token.lower in words.personal:
            return _ANYONE
    return ""


def _of_its_own(ctx: Context, quantity: Quantity) -> Mention | Topic | str | None:
    """What the words right beside the number say that it is of."""
    if named := bracketed(ctx, quantity) or respective_name(ctx, quantity):
        return named
    far = measured_thing(ctx, quantity)
    if far is not None:
        return _described(ctx, far, 0) if isinstance(far, str) else far
    noun = described_noun(ctx, quantity)
    return (
        _described(ctx, noun, 0)
        if noun
        else possessor(ctx, quantity) or holder(ctx, quantity) or carrier(ctx, quantity)
    )


def _owns(ctx: Context, subject: Mention | str | None, parsed: Topic | None) -> bool:
    """Whether the parsed subject is something of the name that the clause begins with ("Chad's army"), or the
    building itself ("Orly jail")."""
    if parsed is None or not parsed.described or not isinstance(subject, Mention):
        return False
    rest = parsed.name.removeprefix(ctx.report.quote(subject.span))
    if rest == parsed.name:
        return False
    return rest[:1] in ("'", "’") or ctx.entity(subject).type is parsed.type is EntityType.FACILITY


def predicated(ctx: Context, quantity: Quantity, clause: Window) -> Topic | None:
    """What the parsed clause of the number is said of, where the number does not stand in that itself."""
    told = told_of(ctx, quantity)
    if told is None:
        return None
    if told.entity is not None:
        entity = ctx.marks.entities[told.entity]
        return Topic(told.name, entity.type, 0)
    plain = _subject(ctx, told.name, clause)
    if not plain or (told.entity is None and plain.lower() in ctx.words.pronouns):
        return None
    return _described(ctx, plain, 0)


def _subject(ctx: Context, text: str, clause: Window) -> str:
    """The name in a clause's first words: without what is no part of it, "" for a moment, a number or a pronoun."""
    words = ctx.words
    text = _undated(ctx, _uncounted(ctx, text, clause), clause)
    if not text or not text[0].isalpha():
        return ""
    kept: list[str] = []
    for word in text.split():
        plain = word.lower().replace("’", "'")
        clitic = plain.partition("'")[0] in words.pronouns
        if clitic or plain in words.relatives or (kept and plain.endswith(words.gerund) and len(kept) < 2):
            break
        kept.append(word)
    while len(kept) > 1 and kept[0].lower() in words.articles:
        kept.pop(0)
    while kept and (kept[-1].lower() in words.prepositions or kept[-1].lower() in words.light):
        kept.pop()
    light = not kept or kept[0].lower() in words.light or kept[0].lower() == QuantityKind.AGE.value
    return "" if light and len(kept) < 2 else " ".join(kept)


def _uncounted(ctx: Context, text: str, clause: Window) -> str:
    """The words without a count before them ("three city commissioners"), "" where they begin with a measure or
    a moment."""
    folded = text.lower()
    moments = [_unarticled(ctx, m.span) for m in ctx.moments_in(clause.area) if not _names(ctx, m.span)]
    if any(folded.startswith(moment) or moment.endswith(f" {folded}") for moment in moments):
        return ""
    for quantity in ctx.quantities_in(clause.area):
        if quantity.kind is QuantityKind.ORDINAL:
            continue  # "the first trip"
        counted = ctx.report.quote(quantity.span)
        joined = text[len(counted) : len(counted) + 1] in ("-", "‑")
        if joined or not folded.startswith(counted.lower()):
            continue
        rest = text[len(counted) :].split()
        if len(rest) > 1 and rest[0].lower() in ("of", "de"):
            return " ".join(rest[1:])
        told = quantity.kind is QuantityKind.COUNT and quantity.noun is not None
        return " ".join(rest) if told or quantity.kind is QuantityKind.AGE else ""
    return text


def _names(ctx: Context, moment: Span) -> bool:
    """Whether a month or a year between an article and a noun says which one is meant: "the [May] attack"."""
    first, after = ctx.token_range(moment)
    tokens, articles = ctx.marks.tokens, ctx.words.articles
    led = first > 0 and after - first == 1 and tokens[first - 1].lower in articles
    return led and after < len(tokens) and tokens[after].lower[0].isalpha()


def _undated(ctx: Context, text: str, clause: Window) -> str:
    """The words without a day behind them: "police [Tuesday]"."""
    for moment in ctx.moments_in(clause.area):
        text = text.removesuffix(f" {ctx.report.quote(moment.span)}")
    return text


def _unarticled(ctx: Context, span: Span) -> str:
    """The folded words at `span` without an article before them."""
    words = ctx.report.quote(span).lower().split()
    while len(words) > 1 and words[0] in ctx.words.articles:
        words.pop(0)
    return " ".join(words)


def earlier(ctx: Context, offset: int) -> Iterator[Topic]:
    """The names and descriptions in the sentences before the one at `offset`, the latest first."""
    index = ctx.sentence_index(offset) or 0
    first = ctx.marks.sentences[max(0, index - _LOOK_BACK)].span.start
    here = ctx.marks.sentences[index].span.start
    for mention in reversed(ctx.mentions_in(Span(max(first, here - _FAR), here))):
        held = ctx.marks.sentences[ctx.sentence_index(mention.full.start) or 0]
        if mention.full.start >= after_dateline(ctx, held.span.start):
            yield _topic(ctx, mention, 4)


def counted_by(ctx: Context, clause: Window) -> Topic | None:
    """Who gives the number by documenting or counting ("the group recorded 40 cases")."""
    words = ctx.words
    if clause.verb is None or clause.leads or ctx.marks.tokens[clause.verb].lower not in words.counting_verbs:
        return None
    start = clause.opening if clause.opening <= clause.verb else clause.first
    mention = free_mention(ctx, start, clause.verb)
    if mention is None:
        told = plain_words(ctx, start, clause.verb)
        people = told.lower().rpartition(" ")[2] in words.persons
        return Topic(f"{told} (unnamed)", EntityType.PERSON, 0) if people else None
    return _topic(ctx, mention, 0) if ctx.entity(mention).type in _COUNTERS else None


def reckoner(ctx: Context, quantity: Quantity) -> str | None:
    """Whose reckoning gives the number: "[the UN]'s tally of 1,200 deaths", "the ministry's latest figure of 40"."""
    words, tokens = ctx.words, ctx.marks.tokens
    at = ctx.token_range(quantity.span)[0] - 2
    if at < 1 or tokens[at + 1].lower not in words.partitive:
        return None
    if tokens[at].lower not in words.reckonings:
        return None
    at -= 1
    at -= at > 0 and not tokens[at].lower.endswith(_OWNED) and tokens[at].lower[0].isalpha()
    if not tokens[at].lower.endswith(_OWNED):
        return None
    known = ctx.mention_over(Span(tokens[at].start, tokens[at].end))
    if known is not None:
        return ctx.entity(known).name if ctx.entity(known).type in _COUNTERS else None
    told = tokens[at].lower.replace("’", "'").removesuffix("'s").removesuffix("'")
    return None if told in words.light or told in words.relatives else f"{told} (unnamed)"


def beside_number(ctx: Context, quantity: Quantity, clause: Window) -> Topic | None:
    """What a listed number is of: who stands right before it ("Quito seven"), or what a preposition right after it ties it
    to ("21 in Guayaquil")."""
    owner = gapped(ctx, quantity)
    if isinstance(owner, str):
        return _described(ctx, owner, 0)
    mention = owner or _complement(ctx, quantity.span.end, clause)
    return None if mention is None or is_demonym(ctx, mention) else _topic(ctx, mention, 0)


def _described(ctx: Context, text: str, rank: int) -> Topic:
    prepositions = ctx.words.prepositions
    parts = text.lower().split()
    head = next((before for before, word in pairwise(parts) if word in prepositions), parts[-1])
    several = singular(head) != head and _scope(ctx, head) == _WHOLE_SCOPE
    named = ctx.things.get(stem(head, ctx.language[:2]))
    return Topic(text, named, rank, described=True, several=several)


def _topic(ctx: Context, mention: Mention, rank: int) -> Topic:
    entity = ctx.entity(mention)
    owning = (EntityType.ORGANISATION, EntityType.PLACE)
    building = _building(ctx, mention) if entity.type in owning else ""
    if building:
        return Topic(building, EntityType.FACILITY, rank, described=True)
    return Topic(entity.name, entity.type, rank)


def _building(ctx: Context, mention: Mention) -> str:
    """The building that the name of a body or a place describes, "" where it stands for itself: "a [UN school]", "a [Kansas
    jail]"."""
    _, after = ctx.token_range(mention.full)
    tokens = ctx.marks.tokens
    if after >= len(tokens) or not tokens[after].lower[0].isalpha():
        return ""
    noun = tokens[after].lower
    thing = ctx.things.get(stem(noun, ctx.language[:2]))
    placed = ctx.entity(mention).type is EntityType.PLACE
    if thing is not EntityType.FACILITY and (placed or noun not in ctx.words.buildings):
        return ""
    return ctx.report.text[mention.span.start : tokens[after].end]


def _complement(ctx: Context, end: int, clause: Window) -> Mention | None:
    """The mention after "of", "in", "at" that follows the counted noun."""
    words = ctx.words
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(Span(end, clause.area.end))
    last = min(first + 5, ctx.token_range(clause.area)[1])
    for index in range(first, last):
        word = tokens[index].lower
        if word in words.prepositions:
            if word not in words.locatives and word not in words.partitive:
                continue
            within = Span(tokens[index].end, tokens[min(last, index + 4) - 1].end)
            found = next(iter(ctx.mentions_in(within)), None)
            listed = found is not None and ":" in ctx.report.text[within.start : found.full.start]
            return None if listed else found  # "to five countries: Togo ($5 million)"
        if not word[0].isalpha():
            return None
    return None


def _around(ctx: Context, clause: Window, counted: Span) -> list[Topic]:
    """Other names: in the window, nearest first; before it in the same voice, the latest first; then after it."""
    window = clause.span(ctx)
    inside = [m for m in ctx.mentions_in(window) if not m.full.overlaps(counted) and not is_demonym(ctx, m)]
    inside = [m for m in inside if not (_listed(ctx, counted, m) or _is_origin(ctx, counted, m))]
    inside.sort(key=lambda m: max(counted.start - m.span.end, m.span.start - counted.end))
    before = ctx.mentions_in(Span(clause.area.start, window.start))[: -_MOST - 1 : -1]
    after = ctx.mentions_in(Span(window.end, clause.area.end))[:_MOST] if window.end < clause.area.end else ()
    apart = [m for m in (*before, *after) if not is_demonym(ctx, m) and not _listed(ctx, counted, m)]
    named = [m for m in apart if not _is_origin(ctx, counted, m)]
    outside = [_topic(ctx, m, 1 if _located(ctx, m) else 3) for m in named]
    return [_topic(ctx, m, 2) for m in inside[:_MOST]] + outside


def _listed(ctx: Context, counted: Span, mention: Mention) -> bool:
    """Whether a colon opens a list with the mention behind what is counted: "paid to five countries: Togo, Chad"."""
    return ":" in ctx.report.text[counted.end : mention.full.start]


def _is_origin(ctx: Context, counted: Span, mention: Mention) -> bool:
    """Whether only some others are told to come from a place: "40 miners died, including eight [from Chad]"."""
    words, tokens = ctx.words, ctx.marks.tokens
    at = ctx.token_range(mention.full)[0] - 1
    while at > 0 and tokens[at].lower in words.articles:
        at -= 1
    if at < 1 or tokens[at].lower not in words.origins:
        return False
    before = tokens[at - 1]
    people = before.lower in words.persons or before.lower.endswith(words.person_endings)
    those = people or bool(ctx.quantities_in(Span(before.start, before.end)))
    return those and not (counted.start <= before.start < counted.end)


def _located(ctx: Context, mention: Mention) -> bool:
    """Whether a preposition of place sets the scene with the mention ("In Chile, ...")."""
    words = ctx.words
    index = ctx.token_range(mention.full)[0] - 1
    while index > 0 and ctx.marks.tokens[index].lower in words.articles:
        index -= 1
    return index >= 0 and ctx.marks.tokens[index].lower in words.locatives
