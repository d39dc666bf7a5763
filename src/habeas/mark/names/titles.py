"""Titles in small letters before a name, and the names of places and organisations inside titles."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.names.persons import lower_title
from habeas.mark.names.reader import Found, Reader, Title
from habeas.model.marks import EntityType

__all__ = ["with_titles"]


def with_titles(reader: Reader, found: list[Found]) -> list[Found]:
    """The names, persons with their titles in small letters too, and the names that titles in capitals hold."""
    result: list[Found] = []
    for name in found:
        if name.type is not EntityType.PERSON:
            result.append(name)
            continue
        titled = _with_lower_title(reader, name)
        held = titled.title
        if held is not None and not held.courtesy:
            result += [
                n for n in _inside(reader, held) if not any(o.first <= n.first <= o.last for o in result[-4:])
            ]
        result.append(titled)
    return result


def _with_lower_title(reader: Reader, name: Found) -> Found:
    first = name.title.first if name.title else name.first
    before = lower_title(reader, first)
    if before is None and name.title is not None:
        before = _modifiers(reader, first)
    if before is None:
        return name
    last = name.title.last if name.title else before.last
    return replace(name, title=Title(before.first, last, name.title.gender if name.title else ""))


def _modifiers(reader: Reader, first: int) -> Title | None:
    """Small words before a title in capitals: "former", "acting"."""
    start = first
    while start > 0 and not reader.seen.starts[start] and _is_modifier(reader, start - 1):
        start -= 1
    return Title(start, first - 1) if start < first else None


def _is_modifier(reader: Reader, index: int) -> bool:
    low = reader.seen.low[index]
    return low in reader.words.modifiers and low not in reader.words.function


def _inside(reader: Reader, title: Title) -> list[Found]:
    """Known places and organisations among a title's words."""
    found = []
    at = title.first
    while at <= title.last:
        if not reader.capital(at):
            at += 1
            continue
        known = reader.phrase(at, title.last)
        demonym = reader.demonym(at)
        if known is not None and known.type is not EntityType.PERSON:
            found.append(Found(at, at + len(known.words) - 1, known.type, name=known.name))
            at += len(known.words)
        elif demonym is not None:
            found.append(Found(at, at + demonym[1] - 1, EntityType.PLACE, name=demonym[0], adjective=True))
            at += demonym[1]
        else:
            at += 1
    return found
