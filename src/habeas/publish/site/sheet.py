"""Sheet: one page to be rendered, and its place among the pages of a table that was cut into several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from habeas.publish.catalogue import PAGE_ROWS, page_name, page_size

__all__ = ["Paging", "Piece", "Sheet", "chunked", "sliced"]

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `page` (from 0) of `pages`, rows `first` to `last` (from 1) of `total`."""

    stem: str
    page: int
    pages: int
    first: int
    last: int
    total: int

    @property
    def path(self) -> str:
        """The file of this page."""
        return page_name(self.stem, self.page)

    @property
    def root(self) -> str:
        """The way from this page back to the first folder."""
        return "../" * self.path.count("/")

    def href(self, page: int) -> str:
        """Another page of the same table, seen from this one."""
        return self.root + page_name(self.stem, page)

    @property
    def shown(self) -> tuple[int, ...]:
        """The pages to link: the first, the last, those around this one, and some at round distances between."""
        near = {0, self.pages - 1, *range(self.page - 2, self.page + 3)}
        if self.pages > 20:
            near |= {self.pages * tenth // 10 for tenth in range(1, 10)}
        return tuple(sorted(page for page in near if 0 <= page < self.pages))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its file, its place in the navigation, its title, its template and what the template shows."""

    path: str
    here: str
    title: str
    template: str
    view: object
    paging: Paging | None = None

    @property
    def root(self) -> str:
        """The way from this page back to the first folder."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T, R]):
    """As much of a thing as stands on one page: `rows` from its row `first` on, of `total`."""

    thing: T
    rows: Sequence[R]
    first: int
    total: int

    @property
    def continued(self) -> bool:
        """Whether the thing began on an earlier page."""
        return self.first > 0


def sliced(stem: str, rows: Sequence[T], most: int = PAGE_ROWS) -> Iterator[tuple[Paging, Sequence[T]]]:
    """The pages of a table: one of up to `most` rows, or several shorter ones; at least one, even without rows."""
    size = page_size(len(rows), most)
    pages = max(1, -(-len(rows) // size))
    for page in range(pages):
        part = rows[page * size : (page + 1) * size]
        first = page * size
        yield Paging(stem, page, pages, first + 1 if part else 0, first + len(part), len(rows)), part


def chunked(
    stem: str, things: Sequence[tuple[T, Sequence[R]]], most: int, most_rows: int = PAGE_ROWS
) -> list[tuple[Paging, tuple[Piece[T, R], ...]]]:
    """The pages of things that have rows of their own: all on one page if it holds at most `most` things and
    `most_rows` rows, else on several shorter ones, a long thing on as many as it takes. At least one page."""
    whole = len(things) <= most and sum(len(rows) for _, rows in things) <= most_rows
    wide, deep = (most, most_rows) if whole else (max(1, most // 4), max(1, most_rows // 4))
    pages: list[list[tuple[int, Piece[T, R]]]] = [[]]
    room = deep
    for n, (thing, rows) in enumerate(things):
        at = 0
        while True:
            if pages[-1] and (len(pages[-1]) >= wide or room <= 0):
                pages.append([])
                room = deep
            part = rows[at : at + room]
            pages[-1].append((n, Piece(thing, part, at, len(rows))))
            room -= len(part)
            at += len(part)
            if at >= len(rows):
                break
    found = []
    for page, pieces in enumerate(pages):
        first, last = (pieces[0][0] + 1, pieces[-1][0] + 1) if pieces else (0, 0)
        paging = Paging(stem, page, len(pages), first, last, len(things))
        found.append((paging, tuple(piece for _, piece in pieces)))
    return found
