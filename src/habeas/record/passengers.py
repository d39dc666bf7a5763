"""Who is moved and by what: nationalities, the bodies people are said to belong to, and the carriers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.record import Row
from habeas.model.wording import BOUND, number
from habeas.reconcile.names import folded
from habeas.record.collection import Collection
from habeas.record.wording import amount

__all__ = ["belonging_row", "carrier_row", "nationality_row"]

_WAYS = ("as alleged", "on others' word", "outright")

CLOSE = 40
"""Characters from a number to the people whom it counts ("44 of them were Iranians")."""


def nationality_row(near: Sequence[Claim], held: Collection) -> Row | None:
    """The peoples that the claims name, each with its number where one is told ("44 Iranians")."""
    found: dict[str, tuple[str, list[str]]] = {}
    for claim in near:
        for at, name in held.peoples.get(claim.doc, ()):
            if not claim.span.contains(at):
                continue
            counted = claim.kind is Kind.QUANTITY and _counts(claim, name)
            shown = f"{BOUND[claim.comparator]}{number(claim.value)} {name}" if counted else name
            key = shown.casefold()
            found.setdefault(key, (shown, []))[1].append(claim.id)
    numbered = {name.casefold() for name in found if any(k != name and k.endswith(f" {name}") for k in found)}
    kept = {k: v for k, v in found.items() if k not in numbered}
    if not kept:
        return None
    shown = " | ".join(v for v, _ in list(kept.values())[:12])
    return Row("nationality", shown, tuple(dict.fromkeys(i for _, ids in kept.values() for i in ids)))


def _counts(claim: Claim, name: str) -> bool:
    """Whether the claim's number stands right before the people named."""
    if isinstance(claim.value, str):
        return False
    digits = rf"(?:{claim.value:,}|{claim.value})" if isinstance(claim.value, int) else r"(?!)"
    return re.search(rf"\b{digits}\b[^.,;\d]{{0,{CLOSE}}}\b{re.escape(name)}", claim.quote) is not None


def belonging_row(near: Sequence[Claim], held: Collection) -> Row | None:
    """The groups that the people moved are said to belong to, and how firmly: as alleged, or outright."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in near:
        if claim.kind is Kind.QUOTATION or claim.negated:
            continue
        text = f" {folded(claim.quote).strip()} "
        for name, keys in held.groups:
            if any(f" {key} " in text for key in keys):
                told[name].append(claim)
    if not told:
        return None
    shown = []
    for name, claims in sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        ways = Counter(_firmness(c) for c in claims)
        shown.append(f"{name} ({', '.join(f'{ways[way]} {way}' for way in _WAYS if ways[way])})")
    cited = tuple(dict.fromkeys(c.id for claims in told.values() for c in claims))
    return Row("said to belong to", " | ".join(shown[:8]), cited)


def _firmness(claim: Claim) -> str:
    """Whether the report says it outright, gives it as an allegation, or on somebody's word."""
    if claim.modality is not Modality.ASSERTED:
        return _WAYS[0]
    return _WAYS[1] if claim.asserted_by or claim.via else _WAYS[2]


def carrier_row(near: Sequence[Claim], held: Collection) -> Row | None:
    """What carried the people, with its number where a report gives one ("3 planes")."""
    words = held.carriers
    if words is None:
        return None
    found: dict[str, tuple[str, list[str]]] = {}
    for claim in near:
        counted = claim.kind is Kind.QUANTITY and words.search(folded(claim.unit or "")) is not None
        named = [amount(claim)] if counted else [m[0].strip() for m in words.finditer(folded(claim.quote))]
        for name in named:
            found.setdefault(name.casefold(), (name, []))[1].append(claim.id)
    counted_nouns = {k.rsplit(" ", 1)[-1] for k in found if k[:1].isdigit()}
    kept = [v for k, v in found.items() if k not in counted_nouns]
    if not kept:
        return None
    shown = " | ".join(v for v, _ in kept[:8])
    return Row("carried by", shown, tuple(dict.fromkeys(i for _, ids in kept for i in ids)))
