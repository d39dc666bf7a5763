"""Citations of statutes and judgments in text ("8 U.S.C. § 1302(a)", "[2023] UKSC 42"), each under one key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from habeas.model.span import Span

__all__ = ["Citation", "citations"]

_HINT = re.compile(r"\d(?:[\])]?\s+[A-Z]|[-–]\d)")
"""What stands in any citation, found quickly: a number before a capital, a year in brackets before one, "119-1"."""
_SECTION = r"\d{1,5}[A-Za-z]{0,2}(?:[.\-]\d+[a-z]?)*(?!\d)(?:\([0-9A-Za-z]{1,4}\))*"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: where it stands, and one key a section without signs, so that two ways to write it are one."""

    span: Span
    keys: tuple[str, ...]


def citations(text: str) -> Iterator[Citation]:
    """The citations in `text`, in order; a list of sections ("§§ 1302, 1304") is one citation with a key for each.

    >>> [c.keys for c in citations("removed under 50 U.S.C. § 21, he said; see 8 USC §§ 1302, 1304")]
    [('50usc21',), ('8usc1302', '8usc1304')]
    """
    if _HINT.search(text) is None or _signs_of_one().search(text) is None:
        return
    for found in _pattern().finditer(text):
        code = found["report"] or found["court"] or found["numbered"]
        head = found["volume"] or found["year"] or ""
        listed = found["sections"] or found["number"] or found["act"]
        keys = tuple(_key(head, code, section) for section in _listed(listed))
        yield Citation(Span(found.start(), found.end()), tuple(dict.fromkeys(keys)))


def _listed(sections: str) -> Iterator[str]:
    for one in re.split(r"\s*(?:,|;|\band\b|&|\by\b)\s*", sections):
        if one:
            yield re.sub(r"\(.*", "", one)


def _key(head: str, code: str, section: str) -> str:
    return f"{head}{re.sub(r'[^a-z0-9]', '', code.lower())}{section.lower()}"


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads((resources.files("habeas.packs") / "citations.toml").read_text("utf-8"))


@cache
def _signs_of_one() -> re.Pattern[str]:
    """What any citation holds, and most sentences do not: a volume and how its title begins, a year and a court, "119-1"."""
    titles = "|".join(sorted({re.escape(title[:2].rstrip()) for title in _table()["reports"]}))
    return re.compile(rf"\d\s+(?:{titles})|[\[(]\d{{4}}[\])]\s+[A-Z]|\d[-–]\d")


@cache
def _pattern() -> re.Pattern[str]:
    table = _table()
    signs = "|".join(re.escape(s) for s in sorted(table["section_signs"], key=len, reverse=True))
    section = rf"{_SECTION}(?:\s*(?:,|,?\s*and|&)\s*{_SECTION}(?!\s+[A-Z]))*"
    return re.compile(
        rf"(?<![\d.,$€£])\b(?P<volume>\d{{1,4}})\s+(?P<report>{_choice(table['reports'])})\s*(?:(?:{signs})\s*)?"
        rf"(?P<sections>{section})"
        rf"|[\[(](?P<year>\d{{4}})[\])]\s+(?P<court>{_choice(table['courts'])})\s+(?P<number>\d{{1,5}})"
        rf"|\b(?P<numbered>{_choice(table['numbered'])})\s*(?:No\.\s*)?(?P<act>\d{{1,3}}[-–]\d{{1,4}})"
    )


def _choice(words: Iterable[str]) -> str:
    """The abbreviations, the longest first, with any space between their words."""
    parts = (re.escape(w).replace(r"\ ", r"\s*") for w in sorted(words, key=lambda w: (-len(w), w)))
    return "|".join(f"{p}(?![A-Za-z])" for p in parts)
