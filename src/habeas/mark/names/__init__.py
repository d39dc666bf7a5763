"""Names: persons, organisations, places, facilities, laws and courts of a report, and what refers to them again."""

from __future__ import annotations

from habeas.mark.names.entities import Draft, group
from habeas.mark.names.scan import runs, scan
from habeas.mark.names.segments import Found, Reader, segment
from habeas.mark.names.vocabulary import known, vocabulary
from habeas.model.marks import Mention, MentionForm, Office, ReportEntity, Sentence, Token
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["names"]


def names(
    report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...], pack: Pack
) -> tuple[tuple[ReportEntity, ...], tuple[Mention, ...]]:
    """Entities of the report and their mentions in text order."""
    vocab = vocabulary(report.language)
    reader = Reader(scan(report, words, parts), vocab, known(pack, report.language))
    found = [name for run in runs(reader.seen, vocab) for name in segment(reader, run)]
    drafts, owner = group(reader, found)
    mentions = tuple(_mention(reader, name, entity) for name, entity in zip(found, owner, strict=True))
    for name, entity in zip(found, owner, strict=True):
        if name.title is not None and not name.title.courtesy:
            drafts[entity].offices.append(_office(reader, name))
    return tuple(_entity(draft) for draft in drafts), mentions


def _mention(reader: Reader, name: Found, entity: int) -> Mention:
    tokens = reader.seen.words
    span = Span(tokens[name.first].start, reader.seen.end(name.last))
    start = tokens[name.title.first].start if name.title else span.start
    form = MentionForm.NOMINAL if name.adjective else MentionForm.NAME
    return Mention(span, Span(start, span.end), entity, form)


def _office(reader: Reader, name: Found) -> Office:
    title, tokens = name.title, reader.seen.words
    assert title is not None
    span = Span(tokens[title.first].start, tokens[title.last].end)
    return Office(reader.seen.text[span.start : span.end], None, span)


def _entity(draft: Draft) -> ReportEntity:
    forms = sorted(draft.forms, key=lambda f: (-len(f), f))
    name = draft.known if draft.known in draft.forms else forms[0]
    return ReportEntity(
        name=name or forms[0],
        type=draft.type,
        aliases=tuple(f for f in forms if f != name),
        offices=tuple(draft.offices),
        gender=draft.gender,
        named=draft.named,
    )
