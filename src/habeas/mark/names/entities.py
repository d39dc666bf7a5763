"""Names that name one thing: full and short names, acronyms, known aliases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from habeas.mark.names.scan import base
from habeas.mark.names.segments import Found, Reader
from habeas.model.marks import EntityType, Office

__all__ = ["Draft", "group"]


@dataclass(slots=True)
class Draft:
    """An entity while its mentions are gathered; the only mutable value of this package, and never handed out."""

    type: EntityType
    forms: Counter[str] = field(default_factory=Counter)
    known: str | None = None
    gender: str | None = None
    offices: list[Office] = field(default_factory=list)
    named: bool = True


def surface(reader: Reader, found: Found) -> str:
    """The name as written, one space between words, without a possessive ending."""
    text = reader.seen.text
    return " ".join(text[reader.seen.words[found.first].start : reader.seen.end(found.last)].split())


def group(reader: Reader, found: list[Found]) -> tuple[list[Draft], list[int]]:
    """Entities of all names, and for each name the index of its entity."""
    drafts: list[Draft] = []
    by_name: dict[str, int] = {}
    by_surname: dict[str, int] = {}
    order = sorted(range(len(found)), key=lambda i: (-(found[i].last - found[i].first), i))
    owner = [0] * len(found)
    acronyms = _acronyms(reader, found)
    for i in order:
        name = found[i]
        form = surface(reader, name)
        key = (name.known or form).lower()
        key = acronyms.get(key, key)
        at = by_name.get(key)
        if at is None and name.type in (EntityType.PERSON, EntityType.OTHER) and name.first == name.last:
            at = by_surname.get(key)
        if at is None:
            at = len(drafts)
            drafts.append(Draft(name.type, known=name.known))
            by_name[key] = at
            if name.type is EntityType.PERSON and name.first != name.last:
                by_surname.setdefault(base(reader.seen.low[name.last]), at)
        by_name.setdefault(form.lower(), at)
        owner[i] = at
        drafts[at].forms[form] += 1
        _learn_gender(reader, drafts[at], name)
    return drafts, owner


def _learn_gender(reader: Reader, draft: Draft, name: Found) -> None:
    if draft.type is not EntityType.PERSON or draft.gender is not None:
        return
    if name.title is not None and name.title.gender:
        draft.gender = name.title.gender
        return
    given = reader.known.gazetteer.given.get(base(reader.seen.low[name.first]))
    if given in ("m", "f") and name.first != name.last:
        draft.gender = given


def _acronyms(reader: Reader, found: list[Found]) -> dict[str, str]:
    """Acronyms in brackets after a name, and initials of a longer name."""
    low = reader.seen.low
    short: dict[str, str] = {}
    for one, two in zip(found, found[1:], strict=False):
        if two.first == one.last + 2 and low[one.last + 1] == "(" and one.type is not EntityType.PLACE:
            short[surface(reader, two).lower()] = (one.known or surface(reader, one)).lower()
    for name in found:
        if name.last - name.first >= 2 and name.type is not EntityType.PERSON:
            initials = "".join(w[0] for w in low[name.first : name.last + 1] if w not in reader.words.of and w not in reader.words.articles and w not in reader.words.both and w[0].isalnum())
            if len(initials) > 2:
                short.setdefault(initials, (name.known or surface(reader, name)).lower())
    return short
