"""Places that are often in the news: a name that is none of them is of a small place, and says which story is told."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["is_known_place"]


def is_known_place(name: str) -> bool:
    """Whether the gazetteer has a country, region or city of that name.

    >>> is_known_place("Guayaquil"), is_known_place("Kerio Bridge")
    (True, False)
    """
    return name.casefold().removeprefix("the ") in _known()


@cache
def _known() -> frozenset[str]:
    found: set[str] = set()
    for file in ("countries.txt", "regions.txt", "cities.txt"):
        text = (resources.files("habeas.packs") / "gazetteer" / file).read_text("utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                found.update(
                    n.strip().casefold()
                    for part in line.split(">")
                    for f in part.split(";")
                    for n in f.split(",")
                )
    return frozenset(found)
