"""Sheet: one page to be rendered, and its place among the pages of a table that was cut into several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from habeas.publish.catalogue import PAGE_ROWS, page_name

__all__ = ["Paging", "Sheet", "sliced"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `page` (from 0) of `pages`, rows `first` to `last` (from 1) of `total`."""

    stem: str
    page: int
    pages: int
    first: int
    last: int
    total: int

    def href(self, page: int) -> str:
        """The file of another page of the same table."""
        return page_name(self.stem, page)

    @property
    def shown(self) -> tuple[int, ...]:
        """The pages to link: the first, the last, and those around this one."""
        near = {0, self.pages - 1, *range(self.page - 2, self.page + 3)}
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
    root: str = ""


def sliced(stem: str, rows: Sequence[T], size: int = PAGE_ROWS) -> Iterator[tuple[Paging, Sequence[T]]]:
    """The pages of a table: at least one, even without rows."""
    pages = max(1, -(-len(rows) // size))
    for page in range(pages):
        part = rows[page * size : (page + 1) * size]
        first = page * size
        yield Paging(stem, page, pages, first + 1 if part else 0, first + len(part), len(rows)), part
