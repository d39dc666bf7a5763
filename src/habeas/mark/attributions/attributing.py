"""The marker of attributions: sayings, "according to" and quotations, each with its speaker."""

from __future__ import annotations

from habeas.mark.attributions.according import Relay, relays
from habeas.mark.attributions.linking import Link, links
from habeas.mark.attributions.minded import minded_sayings
from habeas.mark.attributions.nominal import nominal_sayings
from habeas.mark.attributions.outlets import is_outlet, via
from habeas.mark.attributions.page import Page, page
from habeas.mark.attributions.phrases import Phrase
from habeas.mark.attributions.saying import Said, sayings
from habeas.mark.attributions.speakers import Cast, Speaker
from habeas.mark.attributions.vocabulary import Group, vocabulary
from habeas.model.marks import (
    Attribution,
    AttributionKind,
    EntityType,
    Mention,
    Quotation,
    ReportEntity,
    Sentence,
    Token,
)
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["attributions"]

_NOBODY = Speaker(None)
_WIDE = 31
"""Bits of a place in a text: two places are one number."""


def attributions(
    report: Report,
    words: tuple[Token, ...],
    parts: tuple[Sentence, ...],
    quoted: tuple[Quotation, ...],
    entities: tuple[ReportEntity, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Who says what, in text order of the content.

    Every quotation that is not inside another has exactly one attribution of kind QUOTED, whose content is the
    quotation's span; its speaker is None when nobody can be named. A word merely set in marks has one only
    where it is said who uses it.
    """
    if not words:
        return ()
    sheet = page(report, vocabulary(report.language), words, parts, quoted, entities, mentions)
    said = sayings(sheet)
    others = [*nominal_sayings(sheet), *minded_sayings(sheet)]
    if others:
        said = sorted([*said, *others], key=lambda one: one.at)
    relayed = [relay for relay in relays(sheet) if not _is_cited(sheet, said, relay)]
    linked = links(sheet, said, relayed)
    speakers = _speakers(sheet, said, relayed, linked)
    made = [_quoted(sheet, link, speakers) for link in linked if not _is_bare(sheet, link)]
    taken = {id(link.said) for link in linked if link.said is not None}
    made += [_reported(sheet, one, speakers) for one in said if _is_reported(sheet, one, id(one) in taken)]
    made += [_relayed(sheet, relay, speakers) for relay in relayed]
    return tuple(sorted(made, key=lambda a: (a.content.start << _WIDE) - a.content.end))


def _is_cited(sheet: Page, said: list[Said], relay: Relay) -> bool:
    """Whether a speaker cites the source: "..., the group said, citing a survey" stays the group's claim."""
    if relay.cue[1] - relay.cue[0] != 1 or not sheet.lower[relay.cue[0]].endswith(("ing", "ando")):
        return False
    stop = relay.cue[0] - (sheet.tags[relay.cue[0] - 1] == ",")
    low, high = relay.content
    return any(
        one.unit == relay.unit
        and (
            (one.back and max(one.cue[1], one.source.end if one.source else 0) == stop)
            or (low > relay.cue[1] and low <= one.at < high)  # "Citing a survey, the group said"
        )
        and not _relays(sheet, one.source)
        for one in said
    )


def _relays(sheet: Page, source: Phrase | None) -> bool:
    """Whether a source is an outlet, which has its news from those it cites."""
    if source is None:
        return False
    start, end = source.head
    text = sheet.text[sheet.words[start].start : sheet.words[end - 1].end]
    if sheet.lower[end - 1] in sheet.known.closed.press or is_outlet(text, sheet.known):
        return True
    place = sheet.span(start, end)
    return any(
        sheet.entities[m.entity].type is EntityType.MEDIUM and place.overlaps(m.span) for m in sheet.mentions
    )


def _is_bare(sheet: Page, link: Link) -> bool:
    """Whether a word merely set in marks stands in the report's own voice."""
    nobody = link.source is None and link.relay is None and (link.said is None or link.said.source is None)
    return nobody and sheet.quoted[link.quotation].scare


def _speakers(sheet: Page, said: list[Said], relayed: list[Relay], linked: list[Link]) -> dict[int, Speaker]:
    """The speaker of every source phrase by its place, found in text order so that pronouns look back."""
    phrases = (
        [one.source for one in said] + [relay.source for relay in relayed] + [link.source for link in linked]
    )
    cast = Cast(sheet)
    ordered = sorted(
        [phrase for phrase in phrases if phrase is not None], key=lambda p: (p.head[0], p.start, p.end)
    )
    return {phrase.place(): cast.speaker(phrase) for phrase in ordered}


def _speaker(speakers: dict[int, Speaker], source: Phrase | None) -> Speaker:
    return speakers.get(source.place(), _NOBODY) if source is not None else _NOBODY


def _quoted(sheet: Page, link: Link, speakers: dict[int, Speaker]) -> Attribution:
    source = link.source
    cue: Span | None = None
    medium: str | None = None
    if link.said is not None:
        source = link.said.source
        cue = sheet.span(*link.said.cue)
        medium = _medium(sheet, link.said)
    elif link.relay is not None:
        cue = sheet.span(*link.relay.cue)
        relayer = _speaker(speakers, link.relay.source)
        medium = relayer.name if relayer.outlet else relayer.via
        source = source or link.relay.source
    who = _speaker(speakers, source)
    return Attribution(
        kind=AttributionKind.QUOTED,
        content=sheet.quoted[link.quotation].span,
        speaker=who.name,
        source=sheet.span(source.start, source.end) if source is not None and not link.implied else None,
        entity=who.entity,
        cue=None if link.implied else cue,
        role=who.role,
        via=medium,
        quotations=(link.quotation,),
        implied=link.implied,
    )


def _medium(sheet: Page, said: Said) -> str | None:
    """The medium after the cue and, for “...,” said X in a statement, after the inverted subject."""
    end = said.content[0] if said.content is not None and not said.back else said.unit.end
    start = said.source.end if said.inverted and said.source is not None else said.cue[1]
    return via(sheet, start, max(start, end))


def _is_reported(sheet: Page, said: Said, quoted: bool) -> bool:
    """Whether a saying gives more than its quotations to its source."""
    if said.content is None:
        return False
    start, end = said.content
    tags = sheet.tags
    told = any(
        tags[k] not in "q,.:;'" for k in range(start, end)
    )  # a word, and not only quotations and signs
    return told if quoted else told or tags[start] != "q"


def _reported(sheet: Page, said: Said, speakers: dict[int, Speaker]) -> Attribution:
    who = _speaker(speakers, said.source)
    assert said.content is not None
    relays_outlet = who.outlet and bool(said.verb.groups & (Group.SAY | Group.SHOW))
    return Attribution(
        kind=AttributionKind.ACCORDING_TO if relays_outlet else AttributionKind.REPORTED,
        content=sheet.span(*said.content),
        speaker=who.name,
        source=sheet.span(said.source.start, said.source.end) if said.source is not None else None,
        entity=who.entity,
        cue=sheet.span(*said.cue),
        role=who.role,
        via=who.name if relays_outlet else _medium(sheet, said),
        quotations=_quotations(sheet, said.content),
    )


def _quotations(sheet: Page, content: tuple[int, int]) -> tuple[int, ...]:
    """The quotations among what is said."""
    found = [sheet.inside[k] for k in range(content[0], content[1]) if sheet.inside[k] >= 0]
    return tuple(sorted(set(found))) if found else ()


def _relayed(sheet: Page, relay: Relay, speakers: dict[int, Speaker]) -> Attribution:
    who = _speaker(speakers, relay.source)
    return Attribution(
        kind=AttributionKind.ACCORDING_TO,
        content=sheet.span(*relay.content),
        speaker=who.name,
        source=sheet.span(relay.source.start, relay.source.end),
        entity=who.entity,
        cue=sheet.span(*relay.cue),
        role=who.role,
        via=who.name if who.outlet else who.via,
        quotations=_quotations(sheet, relay.content),
    )
