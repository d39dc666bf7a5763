"""Claims of role: the office a person holds, whom they belong to, what kind of organisation a name is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from habeas.claim.context import Context
from habeas.claim.dates import as_written
from habeas.claim.drafting import Draft
from habeas.model.claim import Kind, Modality
from habeas.model.marks import EntityType, Mention, MentionForm, Token
from habeas.model.span import Span
from habeas.packs.lexicon import lexicon

__all__ = ["roles"]

_LONGEST, _SHORT = 20, 12
_BODIES: Final = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.MEDIUM)
_OWNERS: Final = (*_BODIES[:2], EntityType.OTHER)
_ARTICLES: Final = frozenset({"a", "an", "the", "un", "una", "el", "la", "los", "las"})
_LISTS: Final = (
    "organisations",
    "offices",
    "affiliations",
    "based",
    "kin",
    "indefinite",
    "definite",
    "ones",
    "whose",
    "heading",
)


@dataclass(frozen=True, slots=True)
class _Words:
    organisations: frozenset[str]
    offices: frozenset[str]
    affiliations: frozenset[str]
    based: frozenset[str]
    kin: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    ones: frozenset[str]
    whose: frozenset[str]
    heading: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table = lexicon(language if language in ("en", "es") else "en", "descriptions")
    return _Words(*(frozenset(table[k]) for k in _LISTS))


def roles(ctx: Context) -> Iterator[Draft]:
    """The role drafts of a report: each office of each person once for each wording."""
    yield from _offices(ctx)
    words = _words(ctx.language)
    for mention in ctx.marks.mentions:
        if mention.form is not MentionForm.NAME:
            continue
        kind = ctx.entity(mention).type
        if kind is EntityType.PERSON:
            yield from (d for d in _apposed(ctx, mention, words) if not _known(ctx, mention, d))
            yield from _of_party(ctx, mention)
        elif kind in _BODIES:
            yield from _body(ctx, mention, words)
            yield from _said_after(ctx, mention, words)


def _known(ctx: Context, mention: Mention, draft: Draft) -> bool:
    """Whether the names already hold the office that stands there."""
    offices = ctx.entity(mention).offices
    return draft.property == "holds office" and any(
        o.title.strip(" ,") and o.span.overlaps(draft.span) for o in offices
    )


def _offices(ctx: Context) -> Iterator[Draft]:
    for index, entity in enumerate(ctx.marks.entities):
        if entity.type is not EntityType.PERSON:
            continue
        seen = set()
        for office in entity.offices:
            key = office.title.lower()
            if key in seen:
                continue
            seen.add(key)
            span = _with_name(ctx, index, office.span)
            title = office.title
            if title.startswith("-"):
                title = title.partition(" ")[2]  # "a U.S.[-based lawyer]"
            if not title.strip(" ,"):
                continue
            value = title if office.names_its_body else f"{title}, {office.of}"
            name = "held office" if office.former else "holds office"
            draft = _draft(entity.name, name, value, span, "office", "person", 0.8)
            yield draft if office.former else replace(draft, when=as_written(ctx))


def _with_name(ctx: Context, index: int, span: Span) -> Span:
    """The office with the name it stands beside, where one mention holds both."""
    mention = ctx.mention_over(span)
    if mention is not None and mention.entity == index:
        return Span(min(span.start, mention.full.start), max(span.end, mention.full.end))
    return span


def _apposed(ctx: Context, mention: Mention, words: _Words) -> Iterator[Draft]:
    """ "X, of the Y" and "X, director of Y": what a comma after a person's name adds."""
    tokens = _after(ctx, mention)
    if len(tokens) > 2 and tokens[0].lower in words.affiliations:
        yield from _of_body(ctx, mention, tokens)
    if len(tokens) < 3 or tokens[0].lower != ",":
        return
    if len(tokens) > 4 and tokens[1].lower.isdigit() and tokens[2].lower == ",":
        tokens = tokens[2:]  # "X, 34, a market vendor"
    if tokens[1].lower in _AND:
        return  # "the mayor, Ana Vega, and the warden, Omar Diallo"
    ends = _PHRASE_ENDS | words.whose if tokens[1].lower in words.indefinite else _PHRASE_ENDS
    end = next((i for i, w in enumerate(tokens[1:], 1) if w.lower in ends or _stops(ctx, w)), None)
    if end is None or end < 2:
        return
    phrase, first = tokens[1:end], tokens[1].lower
    if _heads_another(ctx, phrase, words):
        return
    span = Span(mention.full.start, phrase[-1].end)
    name = ctx.entity(mention).name
    if first in words.affiliations:
        value = (
            ctx.report.quote(Span(_skip_article(phrase[1:]).start, phrase[-1].end)) if len(phrase) > 1 else ""
        )
        opening = _skip_article(phrase[1:]) if len(phrase) > 1 else phrase[0]
        body = ctx.mention_over(Span(opening.start, opening.end))
        if body is not None and body.form is MentionForm.NAME and body.span.start == opening.start:
            value = ctx.report.quote(body.span)  # "of St. Albans", "of Sterling Heights and Alan Ruiz, 48"
        if (
            value
            and phrase[1].lower not in words.whose
            and _names_body(ctx, Span(phrase[0].end, phrase[-1].end))
        ):
            yield _draft(name, "affiliated with", value, span, "affiliation", "person", 0.8)
        return
    if phrase[0].lower in words.whose:
        if len(phrase) > 2 and phrase[1].lower in words.heading:
            value = ctx.report.quote(Span(phrase[2].start, phrase[-1].end))
            yield _draft(name, phrase[1].lower, value, span, "heading", "person", 0.7)
        return
    if phrase[0].lower in words.kin or (
        len(phrase) > 1 and phrase[0].lower in _ARTICLES and phrase[1].lower in words.kin
    ):
        yield _draft(
            name, "is", ctx.report.quote(Span(phrase[0].start, phrase[-1].end)), span, "kin", "person", 0.7
        )
        return
    if any(w.lower in words.offices for w in phrase[:6]) and not any(
        w.lower in ("who", "which", "that", "que") for w in phrase
    ):
        value = ctx.report.quote(Span(_skip_article(phrase).start, phrase[-1].end))
        yield _draft(name, "holds office", value, span, "apposed-office", "person", 0.7)
    elif _is_somebody(phrase, words):
        value = ctx.report.quote(Span(phrase[1].start, phrase[-1].end))
        yield _draft(name, "is", value, span, "apposed-person", "person", 0.6)


def _heads_another(ctx: Context, phrase: tuple[Token, ...], words: _Words) -> bool:
    """Whether an office after a comma is somebody else's: "chairman Ana Ruiz, mayor [Omar Diallo] and others"."""
    led = next((i for i, w in enumerate(phrase) if w.lower in words.offices), len(phrase))
    if led + 1 >= len(phrase) or phrase[0].lower in words.indefinite or phrase[0].lower in _ARTICLES:
        return False
    other = ctx.mention_over(Span(phrase[led + 1].start, phrase[led + 1].end))
    named = other is not None and other.span.start in (phrase[led].start, phrase[led + 1].start)
    if other is None or not named or ctx.entity(other).type is not EntityType.PERSON:
        return False
    return not ctx.report.quote(Span(other.span.end, other.span.end + 2)).lower().startswith(("'s", "’s"))


def _of_party(ctx: Context, mention: Mention) -> Iterator[Draft]:
    """ "Labour's X": the body that owns the name behind it."""
    first, _ = ctx.token_range(mention.full)
    owner = ctx.marks.tokens[first - 1] if first else None
    if owner is None or not owner.lower.endswith(("'s", "s'")):
        return
    body = ctx.mention_over(Span(owner.start, owner.end))
    if body is not None and (body.form is not MentionForm.NAME or ctx.entity(body).type not in _OWNERS):
        return
    if body is None and not ctx.report.text[owner.start].isupper():
        return
    of = ctx.entity(body).name if body is not None else ctx.report.quote(Span(owner.start, owner.end))[:-2]
    span = Span(owner.start if body is None else body.span.start, mention.full.end)
    yield _draft(ctx.entity(mention).name, "affiliated with", of, span, "affiliation", "person", 0.7)


def _is_somebody(phrase: tuple[Token, ...], words: _Words) -> bool:
    """Whether the words after a name's comma say what the person is: "a market vendor"."""
    plain = all(w.lower[0].isalnum() or w.lower in "-'’" for w in phrase)
    return phrase[0].lower in words.indefinite and 1 < len(phrase) <= _SHORT and plain


def _of_body(ctx: Context, mention: Mention, tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """ "X of the Y": a person's name and, right behind it, the organisation."""
    first = tokens[2] if tokens[1].lower in _ARTICLES else tokens[1]
    body = ctx.mention_over(Span(first.start, first.end))
    if body is None or body.form is not MentionForm.NAME or ctx.entity(body).type not in _BODIES[:2]:
        return
    if ctx.report.text[body.span.end : body.span.end + 1] == "-":
        return  # "of the Urdu-language daily"
    span = Span(mention.full.start, body.span.end)
    yield _draft(
        ctx.entity(mention).name,
        "affiliated with",
        ctx.report.quote(body.span),
        span,
        "affiliation",
        "person",
        0.75,
    )


def _said_after(ctx: Context, mention: Mention, words: _Words) -> Iterator[Draft]:
    """ "X, a Nairobi-based charity": what a comma after an organisation's name adds."""
    tokens = _after(ctx, mention)
    if len(tokens) < 4 or tokens[0].lower != ",":
        return
    if tokens[1].lower not in words.indefinite:
        yield from _named_kind(ctx, mention, tokens, words)
        return
    end = next(
        (i for i, w in enumerate(tokens) if i > 1 and (w.lower in _ENDS or _stops(ctx, w))), len(tokens)
    )
    phrase = tokens[2:end]
    if (kind := next((i for i, w in enumerate(phrase) if w.lower in words.organisations), None)) is None:
        return
    name, span = ctx.entity(mention).name, Span(mention.full.start, phrase[-1].end)
    what = ctx.report.quote(Span(phrase[0].start, span.end))
    yield _draft(name, "type", what, span, "body-type", "organisation", 0.7)
    where = _based(ctx, tokens[: kind + 3], words)
    if where is not None:
        yield _draft(name, "based in", ctx.report.quote(where), span, "based", "organisation", 0.8)


def _named_kind(ctx: Context, mention: Mention, tokens: tuple[Token, ...], words: _Words) -> Iterator[Draft]:
    """ "X, the region's largest union, said" and "X, one of the plaintiffs,": no list, for a plain word goes on."""
    end = next((i for i, w in enumerate(tokens) if i > 1 and (w.lower == "," or _stops(ctx, w))), len(tokens))
    if end >= len(tokens) - 1 and not _stops(ctx, tokens[min(end, len(tokens) - 1)]):
        return
    phrase = tokens[1:end]
    one = phrase[0].lower in words.ones and len(phrase) > 2
    last = next((i for i, w in enumerate(phrase) if w.lower in words.affiliations), len(phrase)) - 1
    kind = phrase[0].lower in words.definite and last > 0 and phrase[last].lower in words.organisations
    after = tokens[end + 1] if end + 1 < len(tokens) else tokens[end]
    listed = tokens[end].lower == "," and (ctx.report.text[after.start].isupper() or after.lower in _JOINING)
    if (one or kind) and not listed:
        first = phrase[0] if one else phrase[1]
        what = ctx.report.quote(Span(first.start, phrase[-1].end))
        span = Span(mention.full.start, phrase[-1].end)
        yield _draft(ctx.entity(mention).name, "type", what, span, "body-type", "organisation", 0.65)


def _body(ctx: Context, mention: Mention, words: _Words) -> Iterator[Draft]:
    """ "the human rights group X" and "the Nairobi-based X"."""
    first, _ = ctx.token_range(mention.span)
    before = ctx.marks.tokens[max(0, first - 8) : first]
    name = ctx.entity(mention).name
    kind = _kind_of_body(ctx, before, words)
    if kind:
        span = Span(kind[0].start, mention.span.end)
        yield _draft(
            name,
            "type",
            ctx.report.quote(Span(kind[0].start, kind[-1].end)),
            span,
            "body-type",
            "organisation",
            0.75,
        )
    where = _based(ctx, before, words)
    if where is not None:
        span = Span(where.start, mention.span.end)
        yield _draft(name, "based in", ctx.report.quote(where), span, "based", "organisation", 0.8)


def _kind_of_body(ctx: Context, before: tuple[Token, ...], words: _Words) -> list[Token]:
    """The modifiers and the noun right before a name, an article in front left out."""
    if len(before) > 2 and before[-1].lower == "," and before[-2].lower in words.organisations:
        opened = any(w.lower in _ARTICLES or w.lower in words.ones for w in before[-5:-2])
        before = before[:-1] if opened else ()
    if len(before) > 2 and before[-1].lower in words.definite and before[-2].lower in words.organisations:
        before = before[:-1]  # "the builder the Vega Group"
    if not before or before[-1].lower not in words.organisations:
        return []
    found = [before[-1]]
    for token in reversed(before[:-1]):
        if (
            not (token.lower.isalpha() or token.lower == "-")
            or token.lower in _BREAKERS
            or token.lower in _ARTICLES
            or token.lower in words.ones
            or ctx.words.finite(token.lower, "")
        ):
            break
        found.insert(0, token)
    return found if len(found) > 1 or (len(before) > 1 and before[-2].lower in _ARTICLES) else []


def _based(ctx: Context, before: tuple[Token, ...], words: _Words) -> Span | None:
    for i in range(len(before) - 1, 1, -1):
        if before[i].lower in words.based and before[i - 1].lower == "-":
            mention = ctx.mention_over(Span(before[i - 2].start, before[i - 2].end))
            return mention.span if mention else Span(before[i - 2].start, before[i - 2].end)
    return None


def _after(ctx: Context, mention: Mention) -> tuple[Token, ...]:
    _, last = ctx.token_range(mention.full)
    return ctx.marks.tokens[last : last + _LONGEST]


def _skip_article(tokens: tuple[Token, ...]) -> Token:
    return tokens[1] if len(tokens) > 1 and tokens[0].lower in _ARTICLES else tokens[0]


def _stops(ctx: Context, token: Token) -> bool:
    return ctx.report.text[token.start] in '.!?\n”"'


def _names_body(ctx: Context, span: Span) -> bool:
    return any(ctx.entity(m).type is not EntityType.PERSON for m in ctx.mentions_in(span))


def _draft(
    subject: str, prop: str, value: str, span: Span, frame: str, kind: str, confidence: float
) -> Draft:
    return Draft(
        kind=Kind.ROLE,
        subject=subject,
        property=prop,
        value=" ".join(value.split()),
        span=span,
        anchor=span,
        frame=frame,
        confidence=confidence,
        modality=Modality.ASSERTED,
        subject_type=kind,
    )


_ENDS: Final = frozenset(
    {",", ";", ")", "—", "–", "which", "that", "who", "que", "said", "has", "have", "is", "was"}
)
_PHRASE_ENDS: Final = frozenset({",", ";", ")", "—"})
_AND: Final = frozenset({"and", "or", "y", "o"})
_JOINING: Final = frozenset({"and", "or", "y", "o", "the", "el", "la", "a", "an"})
_BREAKERS: Final = frozenset(
    [
        "and",
        "or",
        "but",
        "of",
        "in",
        "at",
        "by",
        "for",
        "from",
        "with",
        "to",
        "as",
        "on",
        "that",
        "which",
        "who",
        "while",
        "when",
        "said",
        "says",
        "told",
        ",",
        "including",
        "like",
        "unlike",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "y",
        "o",
        "de",
        "en",
        "por",
        "para",
        "con",
        "que",
    ]
)
