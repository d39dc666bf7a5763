"""Names as keys: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from habeas.packs import lexicon

__all__ = ["capitals", "content_key", "folded", "name_key", "person_key", "qualifiers", "sorts"]

_WORDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_LANGUAGES = ("en", "es")
"""A name is keyed alike in every report, so its small words are those of all languages that reports are read in."""


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """A name without case, accents, signs and leading article.

    >>> name_key("The Héctor-Ruiz Center")
    'hector ruiz center'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'s ", " ")).casefold()
    words = re.findall(
        r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    )
    if words and words[0] in _words("name_articles"):
        words = words[1:]
    return " ".join(_spellings().get(w, w) for w in words)


def capitals(text: str) -> str:
    """The words of a text that begin with a capital: names, mostly.

    >>> capitals("it sailed to “Merando” in May")
    '“Merando” May'
    """
    return " ".join(w for w in text.split() if w.strip("“\"‘'(")[:1].isupper())


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Words without case and accents, hyphens kept, one space around each: ready for whole-word search.

    >>> folded("A High-Security Prisión.")
    ' a high-security prision '
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return f" {' '.join(_WORDS.findall(''.join(c for c in plain if not unicodedata.combining(c))))} "


def content_key(name: str) -> str:
    """The content words of a name in alphabetical order, years left out: one key for names whose words are turned
    round ("Act of 1798", "1798 Act").

    >>> content_key("Centre for Water Research") == content_key("Water Research Center")
    True
    """
    return " ".join(
        sorted(w for w in _YEAR.sub(" ", name_key(name)).split() if w not in _words("name_joiners"))
    )


def person_key(name: str) -> str:
    """First and last word of a person's name, so that a middle name or "Jr." does not make another person."""
    words = name_key(name).split()
    while len(words) > 2 and words[-1] in _words("name_generations"):
        words.pop()
    return " ".join(words) if len(words) < 2 else f"{words[0]} {words[-1]}"


def qualifiers() -> frozenset[str]:
    """Words in the names of buildings that say whose they are, or of what sort: "regional", "federal"."""
    return _words("name_qualifiers")


def sorts() -> frozenset[str]:
    """Words in the names of buildings that say what they are for or which part: "processing", "north"."""
    return _words("name_sorts")


@cache
def _words(idea: str) -> frozenset[str]:
    return frozenset(w for language in _LANGUAGES for w in lexicon(language, "reconcile")[idea])


@cache
def _spellings() -> dict[str, str]:
    return dict(lexicon("en", "reconcile")["spellings"])
