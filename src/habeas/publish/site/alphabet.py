"""The index, as at the back of a book: every subject, name and speaker by letter, and what is claimed of it.

It is what one searches by without a script; with one, the box above it looks up words (`searching.py`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.entities import entity_pages
from habeas.publish.site.sheet import Paging, Piece, Sheet, chunked
from habeas.publish.site.speakers import speaker_hrefs
from habeas.publish.wording import alphabetical, answer, folded, shortened

__all__ = ["SEARCH", "alphabet_sheets", "name_hrefs"]

SEARCH = "search"
_FIGURES, _OTHER = "0–9", "Other"
_NAMES, _LINES, _CITES = 600, 1200, 6


@dataclass(frozen=True, slots=True)
class _Line:
    """An answer to one property of a subject, and the claims that give it."""

    property: str
    answer: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A heading of the index."""

    name: str
    entities: tuple[Entity, ...]
    lines: tuple[_Line, ...]


@dataclass(frozen=True, slots=True)
class _LineView:
    property: str
    answer: str
    href: str
    cites: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class _NameView:
    anchor: str
    name: str
    continued: bool
    links: tuple[tuple[str, str], ...]
    lines: tuple[_LineView, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    letter: str
    anchor: str
    names: tuple[_NameView, ...]


@dataclass(frozen=True, slots=True)
class _AlphabetView:
    letters: tuple[_Letter, ...]
    jumps: tuple[tuple[str, str], ...]


_Pages = list[tuple[Paging, tuple[Piece[_Name, _Line], ...]]]


def alphabet_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the index."""
    pages = _pages(catalogue)
    homes, speakers = entity_pages(catalogue), speaker_hrefs(catalogue)
    begins: dict[str, int] = {}
    for paging, pieces in pages:
        for piece in pieces:
            begins.setdefault(_letter(piece.thing.name), paging.page)
    for paging, pieces in pages:
        seen = catalogue.at(paging.root)
        letters: dict[str, list[_NameView]] = defaultdict(list)
        for piece in pieces:
            links = _links(piece.thing, homes, speakers, seen)
            letters[_letter(piece.thing.name)].append(_name_view(piece, links, seen))
        jumps = tuple(
            (letter, ("" if page == paging.page else paging.href(page)) + f"#{_letter_anchor(letter)}")
            for letter, page in begins.items()
        )
        shown = tuple(_Letter(one, _letter_anchor(one), tuple(names)) for one, names in letters.items())
        view = _AlphabetView(shown, jumps)
        yield Sheet(paging.path, SEARCH, "Search", "search.html", view, paging)


def name_hrefs(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Each heading of the index with all its forms, how much there is under it, and where it stands."""
    for paging, pieces in _pages(catalogue):
        for piece in pieces:
            if not piece.continued:
                name = piece.thing
                forms = dict.fromkeys(alias for entity in name.entities for alias in entity.aliases)
                words = "; ".join((name.name, *forms))
                yield name.name, words, f"{paging.path}#{_name_anchor(name.name)}"


def _pages(catalogue: Catalogue) -> _Pages:
    names = sorted(_names(catalogue), key=lambda name: (_rank(name.name), alphabetical(name.name)))
    return chunked(SEARCH, [(name, name.lines) for name in names], _NAMES, _LINES)


def _names(catalogue: Catalogue) -> Iterator[_Name]:
    """Subjects of claims and names of entities; those that differ by case or accent alone share a heading."""
    spelled: dict[str, str] = {}
    claims: dict[str, list[Claim]] = defaultdict(list)
    entities: dict[str, list[Entity]] = defaultdict(list)
    for entity in catalogue.dossier.entities:
        entities[folded(entity.name)].append(entity)
        spelled.setdefault(folded(entity.name), entity.name)
    for claim in catalogue.dossier.claims:
        claims[folded(claim.subject)].append(claim)
        spelled.setdefault(folded(claim.subject), claim.subject)
    for key, name in spelled.items():
        yield _Name(name, tuple(entities.get(key, ())), _lines(claims.get(key, ())))


def _lines(claims: Sequence[Claim]) -> tuple[_Line, ...]:
    given: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        given[claim.property, shortened(answer(claim), 120)].append(claim)
    order = sorted(given, key=lambda pair: (alphabetical(pair[0]), -len(given[pair]), pair[1]))
    return tuple(_Line(prop, said, tuple(given[prop, said])) for prop, said in order)


def _letter(name: str) -> str:
    """The heading that a name stands under."""
    first = folded(name)[:1].upper()
    return first if first.isalpha() else _FIGURES if first.isdigit() else _OTHER


def _rank(name: str) -> tuple[int, str]:
    """Figures first, then letters, then all else."""
    letter = _letter(name)
    return (0 if letter == _FIGURES else 2 if letter == _OTHER else 1), letter


def _letter_anchor(letter: str) -> str:
    return f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else f'{ord(letter[0]):x}'}"


def _name_anchor(name: str) -> str:
    """The same for all spellings of a name, in whatever letters it is written."""
    return f"name-{hashlib.sha256(folded(name).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _links(
    name: _Name, homes: Mapping[str, str], speakers: Mapping[str, str], catalogue: Catalogue
) -> tuple[tuple[str, str], ...]:
    found = []
    for entity in name.entities:
        words = f"{entity.type.value}, named in {len({form.doc for form in entity.forms}):,} reports"
        words = words.removesuffix("s") if words.endswith(" 1 reports") else words
        found.append((words, f"{catalogue.root}{homes[entity.id]}#{anchor('entity', entity.id)}"))
    if name.name in speakers:
        found.append(("words given to it", catalogue.root + speakers[name.name]))
    return tuple(found)


def _name_view(
    piece: Piece[_Name, _Line], links: tuple[tuple[str, str], ...], catalogue: Catalogue
) -> _NameView:
    name = _name_anchor(piece.thing.name)
    lines = tuple(_line_view(line, catalogue) for line in piece.rows)
    return _NameView(name, piece.thing.name, piece.continued, links, lines)


def _line_view(line: _Line, catalogue: Catalogue) -> _LineView:
    first = {claim.doc: claim for claim in reversed(line.claims)}
    shown = list(reversed(first.values()))
    cites = tuple((catalogue.words_href(c), catalogue.labels[c.doc]) for c in shown[:_CITES])
    return _LineView(
        line.property.replace("_", " "), line.answer, cites[0][0], cites, max(0, len(shown) - _CITES)
    )
