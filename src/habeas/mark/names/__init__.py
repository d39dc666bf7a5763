"""Names: persons, organisations, places, facilities, laws and courts of a report, and what refers to them again."""

from __future__ import annotations

from habeas.mark.names.coreference import Reference, references
from habeas.mark.names.entities import Draft, group, settled, with_buildings, without_chance_capitals
from habeas.mark.names.governments import with_governments
from habeas.mark.names.headlines import headline_names
from habeas.mark.names.offices import offices
from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.runs import runs
from habeas.mark.names.scan import scan
from habeas.mark.names.segments import segment
from habeas.mark.names.small import small_places
from habeas.mark.names.titles import with_titles
from habeas.mark.names.vocabulary import known, vocabulary
from habeas.model.marks import EntityType, Mention, MentionForm, ReportEntity, Sentence, Token
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["names"]

_WIDE = 31
"""Bits of a place in a text: two places are one number."""


def names(
    report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...], pack: Pack
) -> tuple[tuple[ReportEntity, ...], tuple[Mention, ...]]:
    """Entities of the report, in order of first mention, and their mentions in text order.

    Of mentions that begin together the longest comes first ("El Salvador's government", then "El Salvador").
    An entity's offices are those that stand beside its name anywhere in the report.
    """
    vocab = vocabulary(report.language)
    seen, before = scan(report, words, parts), known(pack, report.language)
    begins = [False] * len(words)
    for at in seen.among(before.phrases):
        begins[at] = True
    reader = Reader(seen, vocab, before, begins, {})
    found = _found(reader)
    drafts, owner = group(reader, found)
    for index, office in offices(reader, found):
        drafts[owner[index]].offices.append(office)
    again = references(reader, drafts, found, owner)
    mentions = [_mention(reader, name, owner[at]) for at, name in enumerate(found)]
    referring = [_reference(reader, reference) for reference in again]
    referring.sort(key=_place)
    return tuple([_entity(draft) for draft in drafts]), tuple(_merged(mentions, referring))


def _merged(named: list[Mention], referring: list[Mention]) -> list[Mention]:
    """Two rows of mentions, each in text order, as one."""
    if not referring:
        return named
    merged: list[Mention] = []
    at = 0
    for mention in named:
        place = _place(mention)
        while at < len(referring) and _place(referring[at]) < place:
            merged.append(referring[at])
            at += 1
        merged.append(mention)
    return merged + referring[at:]


def _place(mention: Mention) -> int:
    """The start and the end of a mention as one number, less for the longer of two that begin together."""
    return (mention.span.start << _WIDE) - mention.span.end


def _found(reader: Reader) -> list[Found]:
    """All names in text order, types settled."""
    body = [name for run in runs(reader) for name in segment(reader, run)]
    body = with_buildings(reader, settled(reader, body))
    body = without_chance_capitals(reader, body)
    body = [*body, *headline_names(reader, body), *small_places(reader)]
    if any(body[at].first < body[at - 1].first for at in range(1, len(body))):
        body.sort(key=lambda name: name.first)
    return _in_order(with_governments(reader, with_titles(reader, body)))


def _in_order(found: list[Found]) -> list[Found]:
    """The names in text order, of those that begin together the longest first, as they mostly are."""
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        if one.first > two.first or (one.first == two.first and one.last < two.last):
            return sorted(found, key=lambda name: (name.first, -name.last))
    return found


def _mention(reader: Reader, name: Found, entity: int) -> Mention:
    tokens = reader.seen.words
    span = Span(tokens[name.first].start, reader.seen.end(name.last))
    start = tokens[name.title.first].start if name.title else span.start
    form = MentionForm.NOMINAL if name.adjective else MentionForm.NAME
    return Mention(span, Span(start, span.end), entity, form)


def _reference(reader: Reader, reference: Reference) -> Mention:
    end = reader.seen.end(reference.last)
    span = Span(reader.seen.words[reference.first].start, end)
    return Mention(span, span, reference.entity, reference.form)


def _entity(draft: Draft) -> ReportEntity:
    forms = list(draft.forms)
    if len(forms) > 1:
        forms.sort(key=lambda form: (form.isupper(), -len(form.split()), -len(form), form))
    told = draft.known in draft.forms and draft.type is not EntityType.LAW
    usual = draft.known is not None and (draft.usual or told)
    name = draft.known if usual and draft.known else forms[0]
    return ReportEntity(
        name=name,
        type=draft.type,
        aliases=tuple(form for form in forms if form != name),
        offices=tuple(draft.offices),
        gender=draft.gender,
        named=draft.named,
    )
