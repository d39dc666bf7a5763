"""Tables of a part: as one grid, or where they are too wide or too long for it, some columns and rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.record import Cell, Matrix, PartRecord
from habeas.publish.catalogue import Catalogue, Cites, anchor
from habeas.publish.site.sheet import Piece, Sheet, chunked

__all__ = ["WindowView", "first_window", "window_sheets"]

_WIDEST, _LONGEST = 16, 120
_WINDOWS = 30


@dataclass(frozen=True, slots=True)
class _CellView:
    value: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class WindowView:
    """Some columns of a table; `onward` leads to all of its `total` columns, "" where these are all."""

    anchor: str
    title: str
    number: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[_CellView, ...], ...]], ...]
    onward: str
    total: int


@dataclass(frozen=True, slots=True)
class _WindowsView:
    part: str
    part_href: str
    title: str
    windows: tuple[WindowView, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """Columns from `first` on, and the cells in them by row and column."""

    number: int
    columns: tuple[int, ...]
    cells: dict[int, dict[int, list[Cell]]]


def _fits(matrix: Matrix) -> bool:
    return len(matrix.columns) <= _WIDEST and len(matrix.rows) <= _LONGEST


def _windows(matrix: Matrix) -> list[_Window]:
    """Columns that hold anything, as many at a time as can be read."""
    filled = sorted({cell.column for cell in matrix.cells})
    place = {column: n // _WIDEST for n, column in enumerate(filled)}
    cells: dict[int, dict[int, dict[int, list[Cell]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for cell in matrix.cells:
        cells[place[cell.column]][cell.row][cell.column].append(cell)
    starts = range(0, len(filled), _WIDEST)
    return [_Window(n, tuple(filled[at : at + _WIDEST]), cells[n]) for n, at in enumerate(starts)]


def _view(
    matrix: Matrix, window: _Window, rows: Sequence[int], onward: str, catalogue: Catalogue
) -> WindowView:
    """A window with some of its rows."""
    shown = tuple(
        (
            matrix.rows[row],
            tuple(
                tuple(
                    _CellView(cell.value, catalogue.cites(cell.claims)) for cell in window.cells[row][column]
                )
                if row in window.cells and column in window.cells[row]
                else ()
                for column in window.columns
            ),
        )
        for row in rows
    )
    columns = tuple(matrix.columns[column] for column in window.columns)
    name = anchor("matrix", matrix.id)
    return WindowView(name, matrix.title, window.number, columns, shown, onward, len(matrix.columns))


def first_window(part: PartRecord, matrix: Matrix, catalogue: Catalogue) -> WindowView:
    """The table for the page of its part: the whole, or its beginning and where the whole is."""
    if _fits(matrix):
        cells: dict[int, dict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
        for cell in matrix.cells:
            cells[cell.row][cell.column].append(cell)
        every = _Window(0, tuple(range(len(matrix.columns))), cells)
        return _view(matrix, every, range(len(matrix.rows)), "", catalogue)
    first = next(iter(_windows(matrix)), _Window(0, (), {}))
    onward = f"{catalogue.root}{_stem(part, matrix)}.html"
    return _view(matrix, first, sorted(first.cells)[:_LONGEST], onward, catalogue)


def window_sheets(part: PartRecord, matrix: Matrix, catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of a table that does not fit on the page of its part."""
    if _fits(matrix):
        return
    stem = _stem(part, matrix)
    sized = [(window, sorted(window.cells)) for window in _windows(matrix)]
    for paging, pieces in chunked(stem, sized, _WINDOWS, _LONGEST * 3):
        seen = catalogue.at(paging.root)
        views = tuple(_piece(matrix, piece, seen) for piece in pieces)
        view = _WindowsView(part.title, f"{anchor('part', part.id)}.html", matrix.title, views)
        yield Sheet(paging.path, "record", matrix.title, "windows.html", view, paging)


def _piece(matrix: Matrix, piece: Piece[_Window, int], catalogue: Catalogue) -> WindowView:
    return _view(matrix, piece.thing, piece.rows, "", catalogue)


def _stem(part: PartRecord, matrix: Matrix) -> str:
    return f"{anchor('part', part.id)}-{anchor('table', matrix.id)}"
