"""What holds between the entries of a pack: every name that one entry uses is one that another gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from habeas.errors import PackError
from habeas.model.claim import Kind, Modality
from habeas.model.marks import Comparator, EntityType
from habeas.model.pack import VIEWS

__all__ = ["Place", "Placed", "check", "meant"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its file, the line of its [[table]] (from 1), and the file's text."""

    file: str
    line: int
    text: str

    def of(self, field: str) -> str:
        """ "file:line" of a field of the entry, of the entry itself where it has no such field.

        >>> Place("mine/parts.toml", 1, '[[parts]]\\nid = "vote"\\n').of("id")
        'mine/parts.toml:2'
        """
        lines = self.text.split("\n")
        for number in range(self.line, len(lines)):
            if lines[number].startswith("[["):
                break
            if field and re.match(rf"\s*{re.escape(field)}\s*=", lines[number]):
                return f"{self.file}:{number + 1}"
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry of a pack (a Part, a Property ...) and where it stands."""

    entry: Any
    place: Place


def meant(word: str, known: Iterable[str]) -> str:
    """What to write instead of `word`: the likeliest of the known names, else all of them.

    >>> meant("trigger", ["id", "triggers"])
    "write 'triggers'"
    """
    names = list(dict.fromkeys(known))
    close = get_close_matches(word, names, 1, 0.6)
    return f"write {close[0]!r}" if close else f"known: {', '.join(names)}"


def check(placed: Mapping[str, tuple[Placed, ...]]) -> None:
    """Raises PackError for the first entry that names something which the pack does not have."""
    for uses in (_parts, _things, _properties, _frames, _questions, _disputes, _others, _derivations):
        for found, field, values, known in uses(placed):
            for value in values:
                if value and value not in known:
                    raise PackError(found.place.of(field), f"{field}: no {value!r}; {meant(value, known)}")
    for found in placed["properties"]:
        if "{subject}" not in found.entry.question:
            raise PackError(
                found.place.of("question"), "question: write {subject} where the name is to stand"
            )
    for found in placed["derivations"]:
        for name in ("{left}", "{right}", "{result}"):
            if name not in found.entry.statement:
                raise PackError(
                    found.place.of("statement"), f"statement: write {name} where the figure stands"
                )


_Use = tuple[Placed, str, Iterable[str], tuple[str, ...]]
"""An entry, a field of it, the names there, and the names that may stand there."""

_TYPES = tuple(t.value for t in EntityType)


def _ids(placed: Mapping[str, tuple[Placed, ...]], idea: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.entry.id for p in placed[idea]))


def _parts(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["parts"]:
        yield found, "view", (found.entry.view,), VIEWS


def _things(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["things"]:
        yield found, "entity", (found.entry.entity,), _TYPES


def _properties(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    scopes = dict.fromkeys(p.entry.scope for p in placed["things"] if p.entry.scope)
    kinds = (*_ids(placed, "things"), *scopes, "country", *_TYPES)
    for found in placed["properties"]:
        yield found, "part", (found.entry.part,), _ids(placed, "parts")
        yield found, "on", found.entry.on, kinds


def _frames(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    kinds = (*(k.value for k in Kind), "none")
    for found in placed["frames"]:
        frame = found.entry
        yield found, "kind", (frame.kind,), kinds
        yield found, "also", frame.also, kinds
        yield found, "part", (frame.part,), _ids(placed, "parts")
        yield found, "subjects", frame.subjects, (*_ids(placed, "things"), *_TYPES)
        yield found, "modality", (frame.modality,), tuple(m.value for m in Modality)


def _questions(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["questions"]:
        yield found, "part", (found.entry.part,), _ids(placed, "parts")
        yield found, "kinds", found.entry.kinds, tuple(k.value for k in Kind)
        yield found, "about", found.entry.about, _ids(placed, "things")


def _disputes(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["disputes"]:
        yield found, "part", (found.entry.part,), _ids(placed, "parts")


def _others(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["provisions"]:
        yield found, "law", (found.entry.law,), _ids(placed, "laws")
        yield found, "comparator", (found.entry.comparator,), tuple(c.value for c in Comparator)
    for found in placed["projections"]:
        yield found, "properties", found.entry.properties, _ids(placed, "properties")
    for found in placed["institutions"]:
        yield found, "type", (found.entry.type,), _TYPES


def _derivations(placed: Mapping[str, tuple[Placed, ...]]) -> Iterator[_Use]:
    for found in placed["derivations"]:
        rule, known = found.entry, _ids(placed, "properties")
        yield found, "part", (rule.part,), _ids(placed, "parts")
        for field in ("left", "right", "against"):
            yield found, field, (getattr(rule, field),), known
        yield found, "op", (rule.op,), ("/", "-", "*", "over")
        yield found, "relation", (rule.relation,), ("<=", ">=", "=")
