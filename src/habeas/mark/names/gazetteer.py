"""The gazetteer: names that any newspaper reader knows, from `packs/gazetteer/*.txt`, read once when first needed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from habeas.model.marks import EntityType

__all__ = ["Gazetteer", "Phrase", "gazetteer", "phrase_index", "phrase_words"]

_WORDS = re.compile(r"(?:[A-Z]\.){2,}|\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\s]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known name as lower-case tokens, its type, the thing's usual name, and whether its last word has a capital."""

    words: tuple[str, ...]
    type: EntityType
    name: str
    capital: bool = True


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places with their demonyms, personal names with gender, and well-known organisations; `leading` are the first words
    of demonyms of two."""

    phrases: tuple[tuple[str, EntityType, str], ...]
    demonyms: dict[str, str]
    leading: frozenset[str]
    countries: frozenset[str]
    capitals: dict[str, str]
    given: dict[str, str]
    surnames: frozenset[str]
    common: frozenset[str]


def phrase_words(name: str) -> tuple[str, ...]:
    """The lower-case tokens of a name, cut as the report's text is cut."""
    return tuple(w.lower().replace("’", "'") for w in _WORDS.findall(name))


def phrase_index(names: Iterable[tuple[str, EntityType, str]]) -> dict[str, tuple[Phrase, ...]]:
    """Names by first word, longest first; of two names with the same words the later wins."""
    by_words = {
        words: Phrase(words, kind, name, _WORDS.findall(form)[-1][:1].isupper())
        for form, kind, name in names
        if (words := phrase_words(form))
    }
    index: dict[str, list[Phrase]] = defaultdict(list)
    for words, phrase in by_words.items():
        index[words[0]].append(phrase)
    return {first: tuple(sorted(ps, key=lambda p: -len(p.words))) for first, ps in index.items()}


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer as seen from `language`: place names of all languages, demonyms of this one."""
    phrases: list[tuple[str, EntityType, str]] = []
    demonyms: dict[str, str] = {}
    countries, capitals = set(), {}
    for line in _lines("cities"):
        phrases += [
            (city, EntityType.PLACE, city)
            for city in line.replace("Washington, D.C.", "").split(", ")
            if city
        ]
    for line in _lines("regions"):
        names, _, adjectives = line.partition(" > ")
        forms = [n for n in names.split(", ") if n]
        phrases += [(name, EntityType.PLACE, name) for name in forms]
        demonyms.update({a.lower(): forms[0] for a in adjectives.split(", ") if a})
    for line in _lines("countries"):
        fields = [[x for x in field.split(", ") if x] for field in line.split(";")]
        (english_name,), others, english, capital, spanish, roots = fields
        name = english_name if language == "en" else spanish[0]
        countries.add(name)
        phrases += [(city, EntityType.PLACE, city) for city in capital]
        phrases += [(form, EntityType.PLACE, name) for form in (*others, *spanish, english_name)]
        capitals.update(dict.fromkeys(capital, name))
        words = english if language == "en" else [w for root in roots for w in _spanish_forms(root)]
        demonyms.update(
            {w.lower(): name for d in words for w in ((d, d + "s") if language == "en" else (d,))}
        )
    phrases += _organisations()
    given = {n.lower(): line[0] for line in _lines("given_names") for n in line[3:].split(", ")}
    surnames = frozenset(n.lower() for line in _lines("surnames") for n in line.split(", "))
    common = frozenset(w for line in _lines(f"common_{language}") for w in line.split())
    leading = frozenset(adjective.split()[0] for adjective in demonyms if " " in adjective)
    return Gazetteer(
        tuple(phrases), demonyms, leading, frozenset(countries), capitals, given, surnames, common
    )


def _organisations() -> list[tuple[str, EntityType, str]]:
    found, kind = [], EntityType.ORGANISATION
    for line in _lines("organisations"):
        if line.startswith("["):
            kind = EntityType(line[1:-1])
            continue
        forms = line.split(" | ")
        found += [(form, kind, forms[0]) for form in forms]
    return found


def _spanish_forms(root: str) -> tuple[str, ...]:
    """Masculine, feminine and plural of a Spanish demonym."""
    if root.endswith("o"):
        return root, root[:-1] + "a", root + "s", root[:-1] + "as"
    if root.endswith(("és", "án")):
        stem = root[:-2] + ("es" if root.endswith("és") else "an")
        return root, stem + "a", stem + "es", stem + "as"
    if root.endswith(("a", "e")):
        return root, root + "s"
    return root, root + "es", root + "s"


def _lines(name: str) -> list[str]:
    text = (resources.files("habeas.packs") / "gazetteer" / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
