"""The laws of the pack that a citation names ("50 U.S.C. § 21")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.pack import Law
from habeas.packs.citations import citations

__all__ = ["cited_in", "cited_laws"]

_RANGE = re.compile(r"(\d{1,5})\s*[-–]\s*(\d{1,5})")


def cited_in(text: str) -> Iterator[str]:
    """The keys of the citations in `text`."""
    for found in citations(text):
        yield from found.keys


def cited_laws(laws: Sequence[Law]) -> dict[str, str]:
    """Keys of citations to the names of the pack's laws; a law cited for several sections has a key for each.

    Where two laws share a section, the first of the pack bears it.
    """
    found: dict[str, str] = {}
    for law in laws:
        for key in cited_in(_spelt(law.citation)):
            found.setdefault(key, law.name)
    return found


def _spelt(citation: str) -> str:
    """A citation with its ranges of sections ("21-24") spelt out, those of at most a hundred."""

    def listed(match: re.Match[str]) -> str:
        low, high = int(match[1]), int(match[2])
        return ", ".join(str(n) for n in range(low, high + 1)) if 0 <= high - low <= 100 else match[0]

    return citation if citation.startswith("Pub") else _RANGE.sub(listed, citation)
