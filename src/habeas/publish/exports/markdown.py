"""The briefing as Markdown with footnotes, for pandoc, Obsidian, GitHub, or a text editor.

Words of reports are escaped: nothing in them is read as a heading, a link or HTML.
https://spec.commonmark.org/, https://pandoc.org/MANUAL.html#footnotes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.publish.catalogue import Catalogue
from habeas.publish.exports.briefing import Briefing, Line, Note, Passage, briefing

__all__ = ["markdown"]

_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~$^{}@!]")
_OPENING = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_LINKED = re.compile(r"[\s<>\\]")


def markdown(catalogue: Catalogue) -> bytes:
    """The dossier as one Markdown text in UTF-8."""
    return "\n".join(_text(briefing(catalogue))).encode()


def _text(made: Briefing) -> Iterator[str]:
    yield f"# {_plain(made.title)}\n"
    for sentence in made.summary:
        yield f"{_plain(sentence)}\n"
    for chapter in made.chapters:
        yield f"## {_plain(chapter.title)}\n"
        yield f"{_plain(chapter.gist)}\n"
        for passage in chapter.passages:
            yield from _passage(passage)
        if chapter.left:
            yield f"{_plain(chapter.left)}\n"
    for note in made.notes:
        yield _note(note)


def _passage(passage: Passage) -> Iterator[str]:
    if passage.title:
        yield f"### {_plain(passage.title)}\n"
    for line in passage.lines:
        yield _line(line)
    yield ""
    if passage.remark:
        yield f"{_plain(passage.remark)}\n"


def _line(line: Line) -> str:
    label = f"**{_plain(line.label)}**: " if line.label else ""
    marks = "".join(f"[^{number}]" for number in line.notes)
    more = f" (and {line.more:,} more)" if line.more else ""
    return f"- {label}{_plain(line.text)}{marks}{more}"


def _note(note: Note) -> str:
    said = f" (said by {_plain(note.voice)})" if note.voice else ""
    shown = note.url and note.url.startswith(("http:", "https:")) and not _LINKED.search(note.url)
    link = f" <{note.url}>." if shown else ""
    return (
        f"[^{note.number}]: “{_plain(note.words)}”{said}: {_plain(note.source)}.{link} {_plain(note.place)}."
    )


def _plain(text: str) -> str:
    r"""`text` on one line, with every sign that Markdown would read put behind a backslash.

    >>> print(_plain("1. *not* a <b>list</b>"))
    1\. \*not\* a \<b\>list\</b\>
    """
    safe = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)
