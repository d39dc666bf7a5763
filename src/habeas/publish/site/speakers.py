"""Who said what: quotations and reported words by speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim, Kind
from habeas.publish.catalogue import PAGE_ROWS, Catalogue, anchor
from habeas.publish.site.sheet import Piece, Sheet, chunked
from habeas.publish.wording import answer, shortened, when

__all__ = ["known_names", "speaker_hrefs", "speakers_sheets"]


@dataclass(frozen=True, slots=True)
class _Utterance:
    quoted: bool
    words: str
    about: str
    href: str
    report: str
    report_title: str
    when: str
    relayed_by: str
    via: str


@dataclass(frozen=True, slots=True)
class _Speaker:
    anchor: str
    name: str
    roles: tuple[str, ...]
    quotations: int
    reports: int
    continued: bool
    utterances: tuple[_Utterance, ...]


def known_names(catalogue: Catalogue) -> Mapping[str, str]:
    """Every name form of an entity, in lower case, to the name the dossier uses for it."""
    names: dict[str, str] = {}
    for entity in catalogue.dossier.entities:
        for form in (entity.name, *entity.aliases):
            names.setdefault(form.lower(), entity.name)
    return names


def _by_speaker(catalogue: Catalogue) -> list[tuple[str, list[Claim]]]:
    """Who spoke and what is attributed to them, those with most to say first."""
    names = known_names(catalogue)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in catalogue.dossier.claims:
        if claim.asserted_by and claim.reader is None:
            name = claim.asserted_by[-1].name
            said[names.get(name.lower(), name)].append(claim)
    order = sorted(said, key=lambda name: (-len(said[name]), name))
    return [(name, sorted(said[name], key=_quotations_first)) for name in order]


def _quotations_first(claim: Claim) -> bool:
    return claim.kind is not Kind.QUOTATION


def speakers_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all that is said by someone."""
    said = _by_speaker(catalogue)
    about = {name: _about(claims) for name, claims in said}
    for paging, pieces in chunked("speakers", said, PAGE_ROWS):
        seen = catalogue.at(paging.root)
        view = tuple(_speaker(piece, about[piece.thing], seen) for piece in pieces)
        yield Sheet(paging.path, "speakers", "Who said what", "speakers.html", view, paging)


def speaker_hrefs(catalogue: Catalogue) -> Mapping[str, str]:
    """Where each speaker begins."""
    pages = chunked("speakers", _by_speaker(catalogue), PAGE_ROWS)
    found: dict[str, str] = {}
    for paging, pieces in pages:
        for piece in pieces:
            found.setdefault(piece.thing, f"{paging.path}#{anchor('speaker', piece.thing)}")
    return found


@dataclass(frozen=True, slots=True)
class _About:
    """What is the same on every page that a speaker fills."""

    roles: tuple[str, ...]
    quotations: int
    reports: int


def _about(claims: Sequence[Claim]) -> _About:
    roles = dict.fromkeys(c.asserted_by[-1].role for c in claims if c.asserted_by[-1].role)
    quotations = sum(claim.kind is Kind.QUOTATION for claim in claims)
    return _About(tuple(role for role in roles if role)[:4], quotations, len({claim.doc for claim in claims}))


def _speaker(piece: Piece[str, Claim], about: _About, catalogue: Catalogue) -> _Speaker:
    return _Speaker(
        anchor=anchor("speaker", piece.thing),
        name=piece.thing,
        roles=about.roles,
        quotations=about.quotations,
        reports=about.reports,
        continued=piece.continued,
        utterances=tuple(_utterance(claim, catalogue) for claim in piece.rows),
    )


def _utterance(claim: Claim, catalogue: Catalogue) -> _Utterance:
    quoted = claim.kind is Kind.QUOTATION
    return _Utterance(
        quoted=quoted,
        words=shortened(str(claim.value) if quoted else claim.quote, 400),
        about=""
        if quoted
        else f"{claim.subject}: {claim.property.replace('_', ' ')}: {shortened(answer(claim), 80)}",
        href=catalogue.words_href(claim),
        report=catalogue.labels[claim.doc],
        report_title=shortened(catalogue.title(claim.doc), 80),
        when=when(claim.as_of),
        relayed_by=", ".join(link.name for link in claim.asserted_by[:-1]),
        via=claim.asserted_by[-1].via or "",
    )
