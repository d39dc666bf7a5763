"""States by every name that the gazetteer knows: a capital stands for its government, as in "Lima will pay"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

__all__ = ["states"]


@cache
def states() -> Mapping[str, str]:
    """Every name of a state, and of its capital, to the state's English name; a name of two states is none.

    >>> states()["Canberra"], states()["Países Bajos"], states()["USA"]
    ('Australia', 'Netherlands', 'United States')
    """
    text = (resources.files("habeas.packs") / "gazetteer" / "countries.txt").read_text("utf-8")
    found: dict[str, str | None] = {}
    for line in text.splitlines():
        fields = line.split(";")
        if line.startswith("#") or len(fields) < 5:
            continue
        name, others, _, capital, spanish = fields[:5]
        for one in (name, *others.split(","), *capital.split(","), *spanish.split(",")):
            known = one.strip()
            if known:
                found[known] = name if found.get(known, name) == name else None
    return {known: name for known, name in found.items() if name is not None}
