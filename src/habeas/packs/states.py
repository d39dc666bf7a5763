"""States by every name that the gazetteer knows: a capital stands for its government, as in "Lima will pay"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

__all__ = ["nations", "states"]


_NAME, _OTHERS, _DEMONYMS, _CAPITAL, _SPANISH, _DEMONYM = range(6)
"""The fields of a line of countries.txt."""


@cache
def states() -> Mapping[str, str]:
    """Every name of a state, and of its capital, to the state's English name; a name of two states is none.

    >>> states()["Canberra"], states()["Países Bajos"], states()["USA"]
    ('Australia', 'Netherlands', 'United States')
    """
    return _called((_NAME, _OTHERS, _CAPITAL, _SPANISH))


@cache
def nations() -> Mapping[str, str]:
    """Every name of a state and of its people, in small letters, to the state's English name.

    >>> nations()["guatemalans"], nations()["guatemalan"], nations()["guatemaltecos"], nations()["honduras"]
    ('Guatemala', 'Guatemala', 'Guatemala', 'Honduras')
    """
    found: dict[str, str] = {}
    for field, endings in (
        (_NAME, ("",)),
        (_OTHERS, ("",)),
        (_SPANISH, ("",)),
        (_DEMONYMS, ("", "s")),
        (_DEMONYM, ("", "s", "es")),
    ):
        for known, name in _called((field,)).items():
            for ending in endings:
                found.setdefault(f"{known}{ending}".lower(), name)
    return found


def _called(fields: Sequence[int]) -> Mapping[str, str]:
    text = (resources.files("habeas.packs") / "gazetteer" / "countries.txt").read_text("utf-8")
    found: dict[str, str | None] = {}
    for line in text.splitlines():
        told = line.split(";")
        if line.startswith("#") or len(told) <= _SPANISH:
            continue
        name = told[_NAME]
        for field in fields:
            for one in told[field].split(",") if field < len(told) else ():
                known = one.strip()
                if known:
                    found[known] = name if found.get(known, name) == name else None
    return {known: name for known, name in found.items() if name is not None}
