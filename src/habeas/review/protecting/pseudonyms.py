"""Pseudonyms: "Person A", "Person B" in the order of the dossier, or from a ledger's key the same in every build.

Letters and no digits, so that no reader takes a pseudonym for a quantity. Without a key the letter follows from the
order alone and tells nothing about the name; with one it is an HMAC (RFC 2104) of the name, which only who has the key
could try names against.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

from habeas.model.entity import Entity
from habeas.review.folding import fold

__all__ = ["pseudonyms"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORTEST = 4


def pseudonyms(people: Iterable[Entity], key: bytes | None = None) -> dict[str, str]:
    """A pseudonym for each of `people`, by entity id."""
    if key is None:
        return {person.id: f"Person {_numeral(n)}" for n, person in enumerate(people)}
    given: dict[str, str] = {}
    taken: set[str] = set()
    for person in people:
        digest = hmac.new(key, fold(person.name).encode(), hashlib.sha256).digest()
        letters = "".join(_LETTERS[byte % 26] for byte in digest)
        length = _SHORTEST
        while letters[:length] in taken:
            length += 1
        taken.add(letters[:length])
        given[person.id] = f"Person {letters[:length]}"
    return given


def _numeral(number: int) -> str:
    """A, B, ..., Z, AA, AB, ..."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = _LETTERS[digit] + letters
    return letters
