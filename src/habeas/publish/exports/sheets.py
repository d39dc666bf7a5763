"""Sheets of paper: text, headings and items set down in order, with foot notes at the foot of the page they belong to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.errors import UsageError

if TYPE_CHECKING:
    from fpdf import FPDF

__all__ = ["Sheets"]

_FAMILY = "bundled"
_MARGIN, _FOOT, _INDENT = 20.0, 22.0, 5.0
"""Millimetres at the sides and the top, at the bottom, and before an item."""

_COLUMN = 50.0
"""Millimetres from a label to what it labels."""

_SIZE, _LABEL, _SMALL = 10.0, 9.0, 7.5
"""Points of the text, of labels and of foot notes."""

_LEAD = 0.3528 * 1.35
"""Millimetres of a line for each point of its letters."""

_RULE = 3.0
"""Room for the rule above the notes."""

_GREY, _BLACK = 95, 20
_LEAST = (50.0, 28.0)
"""Millimetres that must be left below a heading, by its level."""

_MISSING = "▯"
"""Stands for a letter that no font holds."""


class Sheets:
    """A4 pages that fill from the top with text and from the bottom with notes."""

    def __init__(self, title: str, bundled: dict[str, Path], fonts: Sequence[Path], dated: datetime) -> None:
        self.pdf = _blank(title, dated)
        for style, path in bundled.items():
            self.pdf.add_font(_FAMILY, style, str(path))
        names = [_added(self.pdf, number, path) for number, path in enumerate(fonts)]
        self.pdf.set_fallback_fonts(names, exact_match=False)
        self.held = frozenset(c for font in self.pdf.fonts.values() for c in getattr(font, "cmap", ()))
        self.pdf.add_page()
        self.notes: list[tuple[str, str | None]] = []
        self.taken = 0.0
        self.widths: dict[tuple[str, float, str], float] = {}

    def text(
        self, text: str, size: float = _SIZE, bold: bool = False, grey: bool = False, after: float = 1.0
    ) -> None:
        """A paragraph."""
        self._style(size, bold, grey)
        self._make_room(self._height(text, size), ())
        self._style(size, bold, grey)
        self._write(text, size)
        self.pdf.set_y(self.pdf.get_y() + after)

    def heading(self, text: str, level: int) -> None:
        """A heading (of level 0 or 1), also in the outline; never the last thing on a page."""
        size = (14.0, 10.5)[level]
        self._style(size, bold=True)
        self._make_room(self._height(text, size) + _LEAST[level], ())
        self.pdf.set_y(self.pdf.get_y() + (5.0, 2.0)[level])
        self.pdf.start_section(" ".join(text.split()), level)
        self._style(size, bold=True)
        self._write(text, size)
        self.pdf.set_y(self.pdf.get_y() + 1.0)

    def item(self, label: str, text: str, notes: Iterable[tuple[str, str | None]]) -> None:
        """An item of a list, beside its label where it has one, and its notes (with an address each) for the foot."""
        new = tuple(notes)
        indent = _COLUMN if label else _INDENT
        self._style(_SIZE)
        height = self._height(text, _SIZE, indent)
        self._style(_LABEL, bold=True)
        beside = self._height(label, _SIZE, 0, _COLUMN - 4) if label else 0.0
        self._make_room(max(height, beside), new)
        top = self.pdf.get_y()
        if label:
            self._style(_LABEL, bold=True)
            self._write(label, _SIZE, 0, _COLUMN - 4)
        bottom = self.pdf.get_y()
        self._style(_SIZE)
        if not label:
            self.pdf.set_xy(_MARGIN + 1, top)
            self.pdf.cell(_INDENT - 1, _SIZE * _LEAD, "–")
        self.pdf.set_y(top)
        self._write(text, _SIZE, indent)
        self.pdf.set_y(max(self.pdf.get_y(), bottom) + 0.8)
        self.notes += new

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The letters of `texts` that no font holds, in order of code points."""
        return tuple(sorted(letter for letter in set("".join(texts)) if self._is_missing(letter)))

    def _is_missing(self, letter: str) -> bool:
        return ord(letter) not in self.held and letter.isprintable()

    def bytes(self) -> bytes:
        """The finished document."""
        self._flush()
        return bytes(self.pdf.output())

    def _style(self, size: float, bold: bool = False, grey: bool = False) -> None:
        self.pdf.set_font(_FAMILY, "B" if bold else "", size)
        self.pdf.set_text_color(_GREY if grey else _BLACK)

    def _height(self, text: str, size: float, indent: float = 0.0, width: float = 0.0) -> float:
        """Millimetres that `text` takes in the font that is set."""
        return len(self._lines(text, size, self._wide(indent, width))) * size * _LEAD

    def _wide(self, indent: float, width: float) -> float:
        return width or float(self.pdf.w) - 2 * _MARGIN - indent

    def _write(
        self, text: str, size: float, indent: float = 0.0, width: float = 0.0, link: str | None = None
    ) -> None:
        wide = self._wide(indent, width)
        shown = "".join(_MISSING if self._is_missing(letter) else letter for letter in text)
        shaped = self._shape(shown)
        for line in [shown] if shaped else self._lines(shown, size, wide):
            self.pdf.set_x(_MARGIN + indent)
            put = self.pdf.multi_cell if shaped else self.pdf.cell
            put(wide, size * _LEAD, line, align="L", link=link or "", new_x="LMARGIN", new_y="NEXT")

    def _shape(self, text: str) -> bool:
        """Turn shaping on or off as `text` needs it, and say which."""
        shaped = any(map(_is_shaped, text))
        self.pdf.set_text_shaping(use_shaping_engine=shaped)
        return shaped

    def _lines(self, text: str, size: float, wide: float) -> list[str]:
        """`text` broken to lines of at most `wide` millimetres. Words are measured once: the library's own breaking
        measures the whole line anew for each letter, and only text that must be shaped is left to it."""
        if self._shape(text):
            found = self.pdf.multi_cell(wide, size * _LEAD, text, align="L", dry_run=True, output="LINES")
            assert isinstance(found, list)
            return found
        room = wide - 2 * float(self.pdf.c_margin)
        lines, taken, space = [""], 0.0, self._measure(" ")
        for word in (part for piece in text.split(" ") for part in self._parts(piece, room)):
            width = self._measure(word)
            if lines[-1] and taken + space + width > room:
                lines.append(word)
                taken = width
            else:
                taken += width + (space if lines[-1] else 0.0)
                lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
        return lines

    def _parts(self, word: str, room: float) -> list[str]:
        """A word as it stands, or in pieces where it is longer than a line."""
        if self._measure(word) <= room:
            return [word]
        most = max(1, int(len(word) * room / self._measure(word) * 0.8))
        return [word[at : at + most] for at in range(0, len(word), most)]

    def _measure(self, word: str) -> float:
        key = self.pdf.font_style, self.pdf.font_size_pt, word
        if key not in self.widths:
            self.widths[key] = float(self.pdf.get_string_width(word))
        return self.widths[key]

    def _make_room(self, height: float, notes: Sequence[tuple[str, str | None]]) -> None:
        """Go to the next page where `height` and the new notes do not fit on this one any more."""
        needed = self._note_height(notes)
        rule = 0.0 if self.notes or not notes else _RULE
        bottom = float(self.pdf.h) - _FOOT - self.taken - rule
        if self.pdf.get_y() + height + needed > bottom and self.pdf.get_y() > _MARGIN:
            self._flush()
            self.pdf.add_page()
            rule = _RULE if notes else 0.0
        self.taken += needed + rule

    def _note_height(self, notes: Sequence[tuple[str, str | None]]) -> float:
        family, style, size = self.pdf.font_family, self.pdf.font_style, self.pdf.font_size_pt
        self.pdf.set_font(_FAMILY, "", _SMALL)
        total = sum(self._height(text, _SMALL) for text, _ in notes)
        self.pdf.set_font(family, style, size)
        return total

    def _flush(self) -> None:
        """Set the notes of this page down at its foot."""
        if self.notes:
            top = float(self.pdf.h) - _FOOT - self.taken
            self.pdf.set_draw_color(_GREY)
            self.pdf.line(_MARGIN, top + 1, _MARGIN + 40, top + 1)
            self.pdf.set_y(top + _RULE)
            self._style(_SMALL)
            for text, url in self.notes:
                self._write(text, _SMALL, link=url)
        self.notes, self.taken = [], 0.0


@cache
def _is_shaped(letter: str) -> bool:
    """Whether a letter joins its neighbours, or runs from right to left: only then is shaping worth its time."""
    return letter > "\u02ff" and (
        unicodedata.bidirectional(letter) in {"R", "AL", "AN"}
        or unicodedata.category(letter) in {"Mn", "Mc", "Me"}
        or "\u0900" <= letter <= "\u109f"
        or "\u1780" <= letter <= "\u17ff"
    )


def _blank(title: str, dated: datetime) -> FPDF:
    """A document without pages whose pages are numbered at the bottom. Raises UsageError without the extra."""
    try:
        import uharfbuzz  # noqa: F401 - fpdf asks for it only when it shapes the first text
        from fpdf import FPDF
    except ImportError as error:
        raise UsageError("a PDF needs further packages: pip install 'habeas[office]'") from error

    class Numbered(FPDF):
        def footer(self) -> None:
            self.set_y(-_FOOT + 8)
            self.set_font(_FAMILY, "", _SMALL)
            self.set_text_color(_GREY)
            self.cell(0, 4, f"{title}, page {self.page_no()} of {{nb}}", align="R")

    made = Numbered("portrait", "mm", "A4")
    made.set_auto_page_break(False)
    made.set_margins(_MARGIN, _MARGIN, _MARGIN)
    made.set_title(title)
    made.set_creator("habeas")
    made.set_lang("en")
    made.set_creation_date(dated)
    return made


def _added(pdf: FPDF, number: int, path: Path) -> str:
    """The name under which a further font is known. Raises UsageError for a file that is no font."""
    from fontTools.ttLib import TTLibError

    name = f"given{number}"
    try:
        pdf.add_font(name, "", str(path))
    except (OSError, ValueError, TTLibError) as error:
        raise UsageError(f"--font {path}: is no TrueType or OpenType font ({error})") from error
    return name
