"""The briefing as a PDF: A4 pages, the notes of a page at its foot, one place to look for the words of each line.

Letters come from FiraGO (Latin, Greek, Cyrillic, Arabic, Hebrew, Georgian, Devanagari, Thai); fonts for further scripts
can be given. Needs the extra `office`. The same dossier and fonts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from habeas.errors import UsageError
from habeas.publish.catalogue import Catalogue
from habeas.publish.exports.briefing import Briefing, Chapter, Line, Note, Passage, briefing
from habeas.publish.exports.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["pdf"]

_BUNDLED = {"": "figo", "B": "figbo"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DAY = date(1980, 1, 1)
"""The date of a dossier whose reports have none; ZIP files begin with it as well."""


def pdf(catalogue: Catalogue, fonts: Sequence[Path] = ()) -> bytes:
    """The dossier as a PDF. `fonts` (TrueType or OpenType files) are asked, in order, for letters that FiraGO lacks;
    a letter that no font holds is named on the last page. Raises UsageError without the extra `office`, or for a file
    that is no font."""
    made = briefing(catalogue)
    with TemporaryDirectory(prefix="habeas-fonts-") as folder:
        sheets = Sheets(made.title, _bundled(Path(folder)), fonts, _last_day(catalogue))
        return _Writing(made, sheets).written()


def _bundled(folder: Path) -> dict[str, Path]:
    """FiraGO as files, by style."""
    try:
        import pymupdf_fonts
    except ImportError as error:
        raise UsageError("a PDF needs further packages: pip install 'habeas[office]'") from error
    files = {style: folder / f"{name}.ttf" for style, name in _BUNDLED.items()}
    for style, path in files.items():
        path.write_bytes(pymupdf_fonts.myfont(_BUNDLED[style]))
    return files


def _last_day(catalogue: Catalogue) -> datetime:
    """The state of the record: the day of the last report, as a PDF must have some date and no clock may be read."""
    day = max((r.published_date for r in catalogue.dossier.reports if r.published_date), default=_DAY)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


class _Writing:
    """The briefing put on sheets, line by line, each with the notes that are new on it."""

    def __init__(self, made: Briefing, sheets: Sheets) -> None:
        self.made = made
        self.sheets = sheets
        self.notes = {note.number: note for note in made.notes}
        self.printed: set[int] = set()

    def written(self) -> bytes:
        self.sheets.text(self.made.title, size=20, bold=True, after=3)
        for sentence in self.made.summary:
            self.sheets.text(sentence, after=2)
        for chapter in self.made.chapters:
            self._chapter(chapter)
        if missing := self.sheets.missing(self._texts()):
            shown = ", ".join(f"U+{ord(letter):04X}" for letter in missing[:40])
            self.sheets.text(f"Letters that no font at hand holds: {shown}", size=8, grey=True)
        return self.sheets.bytes()

    def _texts(self) -> Iterator[str]:
        """Every text of reports in the briefing."""
        for chapter in self.made.chapters:
            for passage in chapter.passages:
                yield passage.title + passage.remark
                yield from (line.label + line.text for line in passage.lines)
        yield from (_note(note) for note in self.made.notes)

    def _chapter(self, chapter: Chapter) -> None:
        self.sheets.heading(chapter.title, level=0)
        self.sheets.text(chapter.gist, grey=True, after=2)
        for passage in chapter.passages:
            self._passage(passage)
        if chapter.left:
            self.sheets.text(f"{chapter.left}.", size=8, grey=True, after=2)

    def _passage(self, passage: Passage) -> None:
        if passage.title:
            self.sheets.heading(passage.title, level=1)
        for line in passage.lines:
            self._line(line)
        if passage.remark:
            self.sheets.text(passage.remark, size=8, grey=True, after=1.5)

    def _line(self, line: Line) -> None:
        new = [self.notes[number] for number in line.notes if number not in self.printed]
        self.printed.update(note.number for note in new)
        marks = " ".join(str(number).translate(_RAISED) for number in line.notes)
        more = f" (and {line.more:,} more)" if line.more else ""
        feet = tuple((_note(note), note.url) for note in new)
        self.sheets.item(
            line.label, f"{line.text}\u00a0{marks}{more}" if marks else f"{line.text}{more}", feet
        )


def _note(note: Note) -> str:
    said = f" (said by {note.voice})" if note.voice else ""
    raised = str(note.number).translate(_RAISED)
    return f"{raised}\u00a0“{note.words}”{said}: {note.source}. {note.place}."
