"""The id of a claim: made from what it says and where, so that the same report gives the same id everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from zlib import crc32

from habeas.claim.confidence import confidence
from habeas.model.claim import Claim, Claims

__all__ = ["identified", "ordered", "told_apart"]

_SEED = 20
"""Digits of a report's SHA-256 up to which they go into the checksums of its claims."""
_HEAD = 4
"""Digits of a report's SHA-256 that its claims begin with; with those of the checksum 48 bits, so that one collision is
expected in about 20 million claims."""

_HEX = tuple(f"{number:02x}" for number in range(256))


def identified(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in text order, each with its id, and its rule's prior turned into a calibrated confidence.

    The id is a checksum of the report, kind, span, property and value; of claims that agree in all of these (which differ
    in their subject, say) the later ones in order get the checksum of the next round.
    """
    seen: set[str] = set()
    found = []
    for claim in ordered(claims):
        name = _id(claim, 0)
        turn = 0
        while name in seen:
            turn += 1
            name = _id(claim, turn)
        seen.add(name)
        found.append(_finished(claim, name, confidence(claim.kind, claim.confidence)))
    return tuple(found)


def told_apart(claims: Sequence[Claims]) -> tuple[Claims, ...]:
    """The claims of each report, those of reports with the same bytes under ids of their own: a report that comes twice is
    two reports, and the second makes its claims once more."""
    seen: set[str] = set()
    found = []
    twins = {sha for sha, number in Counter(_bytes(one) for one in claims).items() if sha and number > 1}
    for one in claims:
        if _bytes(one) in twins:
            fresh = tuple([_renamed(claim, seen) for claim in one.claims])
            seen.update([claim.id for claim in fresh])
            found.append(replace(one, claims=fresh))
        else:
            found.append(one)
    return tuple(found)


def _bytes(one: Claims) -> str:
    return one.claims[0].report if one.claims else ""


def _renamed(claim: Claim, seen: set[str]) -> Claim:
    name = claim.id
    while name in seen:
        name = _hashed(claim.report, f"{name}\x1f{claim.doc}")
    return claim if name == claim.id else replace(claim, id=name)


def _finished(claim: Claim, name: str, sure: float) -> Claim:
    """The claim, its id and confidence filled in.

    A claim without an id was just made by this stage and nobody else holds it yet, so it is filled in place: a copy
    of its 27 fields costs more than finding its speaker, date and place. A claim that has an id is copied.
    """
    if claim.id:
        return replace(claim, id=name, confidence=sure)
    object.__setattr__(claim, "id", name)
    object.__setattr__(claim, "confidence", sure)
    return claim


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    """In text order; claims of one span by kind, property, subject and value."""
    given = list(claims)
    count = len(given)
    # Place and turn as one number: a function that gave the place would be called for each of them.
    placed = [
        given[key % count]
        for key in sorted([claim.span.start * count + turn for turn, claim in enumerate(given)])
    ]
    first = 0
    # Few claims begin at one place, and only these need the rest of the order, which takes longer to tell.
    while first < len(placed):
        start, last = placed[first].span.start, first + 1
        while last < len(placed) and placed[last].span.start == start:
            last += 1
        if last > first + 1:
            placed[first:last] = sorted(placed[first:last], key=_rank)
        first = last
    return placed


def _rank(claim: Claim) -> tuple[int, str, str, str, str]:
    return claim.span.end, claim.kind, claim.property, claim.subject, str(claim.value)


def _id(claim: Claim, turn: int) -> str:
    start, end = claim.span.start, claim.span.end
    said = f"{claim.kind}\x1f{start}\x1f{end}\x1f{claim.property}\x1f{claim.value}"
    return _hashed(claim.report, f"{said}\x1f{turn}" if turn else said)


_CHECKSUMS: dict[str, int] = {}
"""The checksum of the digits that the claims of the report last asked for share."""


def _begun(report: str) -> int:
    """The checksum of the digits of a report's SHA-256 that go into those of its claims."""
    found = _CHECKSUMS.get(report)
    if found is None:
        _CHECKSUMS.clear()
        found = _CHECKSUMS[report] = crc32(_encoded(report[_HEAD:_SEED]))
    return found


def _encoded(words: str) -> bytes:
    try:
        return words.encode()
    except UnicodeEncodeError:
        return words.encode("utf-8", "surrogatepass")


def _hashed(report: str, words: str) -> str:
    """The first digits of the report's SHA-256, and the CRC-32 (ISO 3309) of the report's next ones and the words: copies
    of a report, which say the same in the same places, have other ids. Eight digits need no hash that withstands attack:
    what collides within a report is told apart, and a hash that does takes four times as long."""
    checksum = crc32(_encoded(words), _begun(report))
    parts = checksum >> 24, checksum >> 16 & 255, checksum >> 8 & 255, checksum & 255
    return f"{report[:_HEAD]}{_HEX[parts[0]]}{_HEX[parts[1]]}{_HEX[parts[2]]}{_HEX[parts[3]]}"
