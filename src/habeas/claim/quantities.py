"""Quantity claims: every number of a report becomes a claim, or is put aside with the reason."""

from __future__ import annotations

from dataclasses import replace

from habeas.claim.adjacent import children, converts, lasting, of_longer
from habeas.claim.amounts import payer
from habeas.claim.asides import in_aside
from habeas.claim.asked import asked
from habeas.claim.chains import Voice, voice
from habeas.claim.dates import AsOf
from habeas.claim.dimensions import is_ratio, unit
from habeas.claim.ellipses import (
    Counted,
    counted_noun,
    latest_count,
    of_whole,
    opens_whole,
    told_of_part,
    told_of_whole,
)
from habeas.claim.figures import Figure, figure_of, goes_on, told_when
from habeas.claim.governors import is_demonym
from habeas.claim.indexes import Context
from habeas.claim.inhabited import inhabited
from habeas.claim.listed import gapped
from habeas.claim.measures import measured
from habeas.claim.modality import modality
from habeas.claim.numbering import as_number
from habeas.claim.phrases import PEOPLE, SHARE, is_interval, phrase
from habeas.claim.predicates import subject_window
from habeas.claim.properties import choose
from habeas.claim.rated import rated
from habeas.claim.reasons import number_reason
from habeas.claim.said import OWN_RULE, Said, bare, changed, compound
from habeas.claim.subjects import place
from habeas.claim.topics import (
    Topic,
    beside_number,
    counted_by,
    reckoner,
    somebody,
    stands_by,
    topics,
    untold,
)
from habeas.claim.windows import Window, relative_window, window
from habeas.model.claim import Assertor, Claim, Kind, Unclaimed
from habeas.model.marks import Comparator, Quantity, QuantityKind, Sentence
from habeas.model.span import Span

__all__ = ["quantity_claims"]

_VAGUE = 0.6
"""A vague count ("some", "many") is less often what a clause is about; the share of the prior that it keeps."""

_MULTIPLE = " multiple"
_SHARES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
_CROWD = 40
"""Numbers within a sentence (or 900 characters of a longer one) from which it is a table."""
_COLUMN = " | "
_COLUMNS = 2
"""Signs between the columns of a table from which a sentence is one of its rows."""
_LISTING = frozenset({",", ";", ":", "(", "–", "—"})
"""Signs before a number of a list that goes on with the number before it."""
_DATED = 3
"""Words behind a listed number in which its time begins ("1,500 in 2024 and 2,100 so far this year")."""


def quantity_claims(ctx: Context) -> tuple[Claim | Unclaimed, ...]:
    """One outcome for each quantity mark, in text order. The claims have no id yet."""
    found: list[Claim | Unclaimed] = []
    previous: Quantity | None = None
    last: Claim | None = None
    before: Counted | None = None
    for quantity in ctx.marks.quantities:
        noun = counted_noun(ctx, quantity, before)
        outcome = _outcome(ctx, quantity, noun, previous, last)
        whole = noun is not None and opens_whole(ctx, quantity)
        if noun is not None and whole and isinstance(outcome, Claim):
            outcome = of_whole(outcome, noun, found, OWN_RULE)
        found.append(outcome)
        before = latest_count(ctx, quantity, noun, before, whole)
        told = quantity.kind is not QuantityKind.DURATION and not converts(ctx, quantity, previous)
        last = outcome if isinstance(outcome, Claim) and told else last
        previous = quantity
    return tuple(found)


def _outcome(
    ctx: Context, quantity: Quantity, noun: str | None, previous: Quantity | None, last: Claim | None
) -> Claim | Unclaimed:
    sentence = ctx.sentence_at(quantity.span)
    reason = _crowd(ctx, quantity) or number_reason(ctx, quantity, previous)
    if reason is not None or sentence is None:
        return _put_aside(ctx, quantity, reason or "outside the report's own text")
    clause = subject_window(ctx, quantity, window(ctx, quantity))
    of = measured(ctx, quantity, clause) if noun is None else None
    noun = of.noun if of is not None else noun
    figure = figure_of(ctx, quantity, noun, sentence, last) if last is not None else None
    converted = last is not None and converts(ctx, quantity, previous)
    if last is not None and converted:
        said: Said | None = _same(ctx, quantity, last)
    else:
        asking = clause if of is None else of.asking(clause)
        said = _told(ctx, quantity, noun, asking, figure, last, sentence)
    if (
        said is not None
        and not converted
        and said.frame == OWN_RULE
        and (wider := relative_window(ctx, quantity, clause))
    ):
        better = _said(ctx, quantity, noun, wider, figure)
        if better is not None and better.frame != OWN_RULE:
            said, clause = better, wider
    if said is None:
        return _put_aside(ctx, quantity, "not understood: no noun and no property")
    made = _claim(ctx, quantity, clause, said, told_when(ctx, quantity, figure))
    if converted and last is not None:
        made = replace(
            made,
            as_of=last.as_of,
            as_of_basis=last.as_of_basis,
            earliest=last.earliest,
            latest=last.latest,
            modality=last.modality,
        )
    if converted and last is not None and made.comparator is Comparator.EXACT and made.value_max is None:
        return replace(made, comparator=last.comparator)
    if last is not None and last.asserted_by and not made.asserted_by and goes_on(ctx, sentence, last):
        return replace(made, asserted_by=last.asserted_by, via=last.via)
    return made


def _crowd(ctx: Context, quantity: Quantity) -> str | None:
    """Why a number among a great many in one endless sentence is no claim: no clause tells what it is said of."""
    around = ctx.surroundings(quantity.span)
    crowded = len(ctx.quantities_in(around)) > _CROWD
    if not crowded:
        row = ctx.report.text.find(_COLUMN, around.start, around.end)
        crowded = row >= 0 and ctx.report.text.count(_COLUMN, row, around.end) > _COLUMNS
    return "in a table or list of numbers, not in a clause" if crowded else None


def _claim(ctx: Context, quantity: Quantity, clause: Window, said: Said, when: AsOf) -> Claim:
    span = clause.span(ctx)
    speaker = _speaker(ctx, quantity, clause)
    firmness, negated = modality(ctx, quantity.number, counted=quantity.span)
    return Claim(
        id="",
        doc=ctx.report.doc,
        report=ctx.report.sha256,
        kind=Kind.QUANTITY,
        subject=said.subject,
        property=said.property,
        value=quantity.value,
        span=span,
        quote=ctx.report.quote(span),
        value_max=quantity.value_max,
        unit=said.unit,
        comparator=quantity.comparator,
        as_of=when.as_of,
        as_of_basis=when.basis,
        earliest=when.earliest,
        latest=when.latest,
        place=place(ctx, quantity.number),
        asserted_by=speaker.asserted_by,
        modality=firmness,
        negated=negated,
        subject_type=said.subject_type,
        part=said.part,
        frame=said.frame,
        confidence=said.confidence * (_VAGUE if quantity.kind is QuantityKind.VAGUE else 1),
        via=speaker.via,
        relaying=speaker.relaying,
    )


def _speaker(ctx: Context, quantity: Quantity, clause: Window) -> Voice:
    """Who gives the number: the one it is attributed to, or who "documented" or "counted" it."""
    at = quantity.number
    if quantity.kind in _SHARES and _is_of_others(ctx, quantity):
        return Voice()
    if quantity.kind is QuantityKind.VOTE:
        # A court that "ruled 5-4" speaks the ruling; the vote is told of it, so it is heard where the court stands.
        at = Span(ctx.marks.tokens[clause.opening].start, ctx.marks.tokens[clause.opening].end)
    heard = voice(ctx, at)
    whose = None if ctx.quotation_at(at) else reckoner(ctx, quantity)
    if whose is not None:
        return Voice((Assertor(whose, None, heard.via),), heard.via)
    if heard.asserted_by:
        return Voice() if in_aside(ctx, at) else heard
    counter = counted_by(ctx, clause)
    return replace(heard, asserted_by=(Assertor(counter.name, None, heard.via),)) if counter else heard


def _is_of_others(ctx: Context, quantity: Quantity) -> bool:
    """Whether a share only stands in what another share of them tell: "21% report fights, and [7%] say that they were hurt"."""
    for one in ctx.voices_at(quantity.number.start):
        told = ctx.quantities_in(one.source) if one.source is not None else ()
        if told and told[0].kind in _SHARES and told[0].span.start - one.source.start <= 1:  # type: ignore[union-attr]
            return True
    return False


def _told(
    ctx: Context,
    quantity: Quantity,
    noun: str | None,
    clause: Window,
    figure: Figure | None,
    last: Claim | None,
    sentence: Sentence,
) -> Said | None:
    """What the number says by its own words, or as the one before it in a list, or, failing both, in its sentence."""
    alike = last if last is not None and _same_sort(quantity, sentence, last) else None
    if alike is not None and noun in (None, PEOPLE) and (gapped(ctx, quantity) or _is_listed(ctx, quantity)):
        return _like(ctx, quantity, clause, alike)
    said = _said(ctx, quantity, noun, clause, figure)
    if said is not None:
        return _carried(ctx, clause, said, last)
    return _like(ctx, quantity, clause, alike) if alike is not None else bare(ctx, quantity, clause)


def _carried(ctx: Context, clause: Window, said: Said, last: Claim | None) -> Said:
    """What a number says whose clause goes on with "it" and the verb of the one before: "The group includes 30 men. [It] also
    includes 12 boys"."""
    if (
        last is None
        or clause.verb is None
        or clause.leads
        or said.frame != OWN_RULE
        or last.frame != OWN_RULE
    ):
        return said
    opening = ctx.marks.tokens[clause.opening].lower
    same = said.property.partition(" ")[0] == last.property.partition(" ")[0]
    if not same or opening not in ctx.words.dummies:
        return said
    return replace(said, subject=last.subject, subject_type=last.subject_type)


def _same(ctx: Context, quantity: Quantity, last: Claim) -> Said:
    """What an amount says that is the one before it in another unit."""
    counted = unit(ctx.words, quantity, None)
    return Said(
        last.subject, last.subject_type, last.property, last.part, counted, last.frame, last.confidence
    )


def _is_listed(ctx: Context, quantity: Quantity) -> bool:
    """Whether a number without a noun goes on with the one before it ("33 died in Cuenca, 21 in Quito and 8 in Loja")."""
    if quantity.noun is not None:
        return False
    words = ctx.words
    first, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    if first == 0 or after >= len(tokens):
        return False
    before, following = tokens[first - 1].lower, tokens[after].lower
    opens = before in _LISTING or before in words.joiners
    if not opens or words.finite(following, before):
        return False  # "it can hold 40,000; about 14,500 are there now"
    end = tokens[min(after + _DATED, len(tokens)) - 1].end
    dated = bool(ctx.moments_in(Span(tokens[after].start, end)))
    return (following in words.prepositions and following != "to") or (dated and following[0].isalpha())


def _same_sort(quantity: Quantity, sentence: Sentence, last: Claim) -> bool:
    """Whether a number counts as the one before it in the sentence does, as far as the two show it."""
    if quantity.kind is not QuantityKind.COUNT or not sentence.span.contains(last.span):
        return False
    timed = last.property.startswith(("duration", "interval"))
    return not isinstance(last.value, float) and last.unit not in ("%", "times", "USD") and not timed


def _like(ctx: Context, quantity: Quantity, clause: Window, last: Claim) -> Said:
    """What a listed number says: what the one before it says, of the place or body that stands beside it."""
    beside = beside_number(ctx, quantity, clause)
    name, kind = (beside.name, beside.kind) if beside is not None else (last.subject, last.subject_type)
    counted = last.unit if last.unit and last.unit.isalpha() else None
    return Said(name, kind, last.property, last.part, counted, last.frame, 0.6)


def _said(
    ctx: Context, quantity: Quantity, noun: str | None, clause: Window, figure: Figure | None
) -> Said | None:
    """Subject and property of the number: of the figure it points back to, of the pack, or of its own words."""
    near = topics(ctx, quantity, noun, clause)
    counted = PEOPLE if _is_people(ctx, quantity) else unit(ctx.words, quantity, noun)
    special = compound(ctx, quantity, noun, counted) or changed(ctx, quantity, noun, counted, near)
    if special is not None:
        return special
    named_rate = rated(ctx, quantity, clause)
    if named_rate is not None and not _is_asked(ctx, named_rate[1]):
        had = named_rate[0] or (near[0].name if near else named_rate[1])
        return Said(had, None, named_rate[1], None, counted, OWN_RULE, 0.5)
    place_told = inhabited(ctx, quantity, noun, clause)
    if place_told is not None:
        label = next(iter(ctx.words.population))
        return Said(place_told.name, place_told.kind, label, None, PEOPLE, OWN_RULE, 0.6)
    if figure is None and (whole := told_of_whole(ctx, quantity, noun) or children(ctx, quantity, noun)):
        sort = counted if quantity.noun is not None else PEOPLE
        return Said(whole[0], None, whole[1], None, sort, OWN_RULE, 0.6)
    if figure is not None:
        return _as_figure(quantity, figure.claim, counted)
    number = as_number(ctx, quantity, noun, clause, near)
    unasked = of_longer(ctx, quantity) or is_interval(ctx, quantity)
    answer = None if unasked else choose(asked(ctx.pack, ctx.language), ctx.words, number)
    if answer is not None:
        who = somebody(ctx, clause)
        topic = answer.topic or untold(answer.property.label, number.measured, noun, near, who)
        told = noun not in (None, PEOPLE) and noun not in ctx.words.anyone
        if told and PEOPLE in answer.property.counted and stands_by(ctx, topic):
            topic = Topic(noun or "", None, 0)
        question, sure = answer.property, min(0.95, 0.6 + 0.1 * answer.fit)
        if counted is None and number.measured == "count" and PEOPLE in question.counted:
            counted = PEOPLE
        return Said(
            topic.name,
            topic.kind,
            question.id,
            question.part or None,
            counted,
            f"property {question.id}",
            sure,
        )
    if not near and noun is None and quantity.kind is QuantityKind.COUNT and not is_ratio(quantity):
        return None
    thing = lasting(ctx, quantity)
    if thing is not None:
        return Said(thing, None, "duration", None, counted, OWN_RULE, 0.5)
    part = told_of_part(ctx, quantity) if noun is not None and quantity.noun is None else None
    if part and noun != PEOPLE:
        part = f"{noun} {part}"
    words = part or phrase(ctx, quantity, noun, clause, number.measured)
    alone = (
        noun
        or payer(ctx, quantity)
        or somebody(ctx, clause)
        or words.removeprefix(SHARE).partition(" (")[0].strip()
    )
    topic = near[0] if near else Topic(alone, None, 0)
    return Said(topic.name, topic.kind, words, None, counted, OWN_RULE, 0.5 if topic.type else 0.4)


def _as_figure(quantity: Quantity, known: Claim, counted: str | None) -> Said:
    """What a number says that points back to a figure given before: the same of the same."""
    base = known.property.removesuffix(_MULTIPLE)
    asks = base + _MULTIPLE if quantity.kind is QuantityKind.MULTIPLE else base
    sort = counted if counted is not None or known.unit == "times" else known.unit
    return Said(known.subject, known.subject_type, asks, known.part, sort, known.frame, 0.6)


def _is_asked(ctx: Context, rate: str) -> bool:
    """Whether a rate is one that the pack asks for by its name."""
    return any(entry.property.id == rate for entry in asked(ctx.pack, ctx.language).entries)


def _is_people(ctx: Context, quantity: Quantity) -> bool:
    """Whether what is counted are some of a people: "13 Nigerians and one Gambian"."""
    if quantity.noun is None or quantity.kind is not QuantityKind.COUNT or quantity.per:
        return False
    last = ctx.tokens_in(quantity.noun)[-1:]
    mention = ctx.mention_over(Span(last[0].start, last[0].end)) if last else None
    return mention is not None and is_demonym(ctx, mention)


def _put_aside(ctx: Context, quantity: Quantity, reason: str) -> Unclaimed:
    return Unclaimed(
        doc=ctx.report.doc,
        report=ctx.report.sha256,
        kind=Kind.QUANTITY.value,
        span=quantity.span,
        quote=ctx.report.quote(quantity.span),
        reason=reason,
    )
