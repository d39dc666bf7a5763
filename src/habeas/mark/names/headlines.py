"""Title Case and ALL CAPS sentences, where a capital says nothing: only names known from elsewhere count."""

from __future__ import annotations

from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["headline_names"]


def headline_names(reader: Reader, body: list[Found]) -> list[Found]:
    """Names in Title Case sentences: those of the report's other sentences, known ones, given name with surname."""
    if not reader.seen.titled:
        return []
    local = _forms(reader, body)
    found = []
    for start, end in reader.seen.titled:
        at = start
        while at < end:
            name = _name_at(reader, local, at, end) if reader.capital(at) else None
            if name is not None:
                found.append(name)
            at = at + 1 if name is None else name.last + 1
    return found


def _forms(reader: Reader, body: list[Found]) -> dict[str, list[tuple[tuple[str, ...], Found]]]:
    """The body's names by first word, as lower-case words; surnames of persons too."""
    low = reader.seen.low
    by_words: dict[tuple[str, ...], Found] = {}
    for name in body:
        words = (*low[name.first : name.last], base(low[name.last]))
        by_words.setdefault(words, name)
        if name.type is EntityType.PERSON:
            by_words.setdefault(words[-1:], name)
    forms: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
    for words, name in by_words.items():
        if name.weight or len(words) > 1:
            forms.setdefault(words[0], []).append((words, name))
    for held in forms.values():
        held.sort(key=lambda form: -len(form[0]))
    return forms


def _name_at(
    reader: Reader, local: dict[str, list[tuple[tuple[str, ...], Found]]], at: int, end: int
) -> Found | None:
    low = reader.seen.low
    if low[at] in reader.words.function:
        return None
    for words, name in local.get(base(low[at]), ()):
        last = at + len(words) - 1
        if last < end and tuple(low[at:last]) == words[:-1] and base(low[last]) == words[-1]:
            return Found(at, last, name.type, name=name.name, adjective=name.adjective, weight=name.weight)
    known = reader.phrase(at, end - 1)
    if known is not None and (
        len(known.words) > 1 or not reader.common(at) or reader.seen.word(at).isupper()
    ):
        return Found(at, at + len(known.words) - 1, known.type, name=known.name)
    demonym = reader.demonym(at)
    if demonym is not None:
        return Found(at, at + demonym[1] - 1, EntityType.PLACE, name=demonym[0], adjective=True)
    follows = at + 1 < end and reader.capital(at + 1) and not reader.seen.possessive(at)
    if (
        follows
        and reader.given(at)
        and not reader.common(at)
        and (reader.surname(at + 1) or not reader.common(at + 1))
    ):
        return Found(at, at + 1, EntityType.PERSON)
    return None
