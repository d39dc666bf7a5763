"""Citations of statutes in text ("50 U.S.C. § 21"), and the laws of the pack that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.pack import Law

__all__ = ["citations", "cited_laws"]

_CITED = re.compile(
    r"\b(\d{1,4})\s+((?:[A-Z][A-Za-z]{0,6}\.?\s?){1,4})(?:§+\s*|[Ss]ec(?:tion|tions|\.)\s*)?(\d{1,5}[a-z]?)\b"
)
"""Volume or title, abbreviation of the code, section: the form that statutes and law reports share."""

_LISTED = re.compile(r"\d{1,5}[a-z]?(?:\s*-\s*\d{1,5})?")


def citations(text: str) -> Iterator[str]:
    """The citations in `text`, each as one key without signs.

    A text without a capital letter between two numbers is passed over at the cost of one search.

    >>> list(citations("removed under 50 U.S.C. § 21, he said; see 8 USC 1302"))
    ['50usc21', '8usc1302']
    """
    for found in _CITED.finditer(text):
        yield _key(found[1], found[2], found[3])


def cited_laws(laws: Sequence[Law]) -> dict[str, str]:
    """Keys of citations to the names of the pack's laws; a law cited for several sections has a key for each.

    Where two laws share a section, the first of the pack bears it.
    """
    found: dict[str, str] = {}
    for law in laws:
        for one in law.citation.split(";"):
            head = _CITED.search(one)
            if head is None:
                continue
            for section in _sections(one[head.start(3) :]):
                found.setdefault(_key(head[1], head[2], section), law.name)
    return found


def _sections(listed: str) -> Iterator[str]:
    """Sections of "21-24" or "1302, 1304, 1306", ranges of at most a hundred spelt out."""
    for part in _LISTED.findall(listed):
        low, _, high = part.partition("-")
        if high.strip().isdigit() and low.strip().isdigit() and 0 <= int(high) - int(low) <= 100:
            yield from (str(n) for n in range(int(low), int(high) + 1))
        else:
            yield low.strip()


def _key(volume: str, code: str, section: str) -> str:
    return f"{volume}{re.sub(r'[^a-z]', '', code.lower())}{section}"
