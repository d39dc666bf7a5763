"""Whose people a number counts: "22 Mexicans", "28 Guatemalan nationals", "seven were from Honduras", "12 are Syrian"."""

from __future__ import annotations

import re

from habeas.model.claim import Claim
from habeas.packs.lexicon import lexicon
from habeas.packs.states import nations
from habeas.reconcile.case import Case

__all__ = ["nation_of"]

BEHIND = 60
"""Characters behind a number in which it is said whose people they are."""
FEW = 3
"""Words between a number and the verb that says so ("22 of the dead were Mexican")."""
_NAMES = re.compile(r"\W*((?:[A-ZÁÉÍÓÚÑ][\w'’-]+)(?: [A-ZÁÉÍÓÚÑ][\w'’-]+)?|[^\W\d_]+)")


def nation_of(claim: Claim, case: Case) -> str | None:
    """The country whose people are counted, None where none is told."""
    if claim.id not in case.nations:
        case.nations[claim.id] = _nation_of(claim, case)
    return case.nations[claim.id]


def _nation_of(claim: Claim, case: Case) -> str | None:
    quantity, report = case.quantity_of[claim.id], case.report[claim.doc]
    if quantity.unit is not None:
        return None
    noun = quantity.noun.of(report.text) if quantity.noun else ""
    if "people" not in (claim.unit or "people"):
        return None
    for word in noun.split():
        if nation := _nation(word, report.language):
            return nation
    end = quantity.noun.end if quantity.noun else quantity.number.end
    behind = re.split(r"[,.;:\d\n]", report.text[end : end + BEHIND])[0]
    table = lexicon(report.language, "reconcile")["nation"]
    words = sorted((*table["before"], *table["bare"]), key=len, reverse=True)
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, words))})(?=\W)", behind)
    if found is None or len(behind[: found.start()].split()) > FEW:
        return None
    # "200 people from Honduras" may have been flown from there; "and two from Honduras" are its people.
    if found.group() in table["bare"] and (quantity.noun or found.start() > 1):
        return None
    named = _NAMES.match(behind, found.end())
    if named is None:
        return None
    name = named.group(1)
    return _nation(name, report.language) or _nation(name.split()[0], report.language)


def _nation(name: str, language: str) -> str | None:
    if language == "en" and not name[:1].isupper():
        return None
    return nations().get(name.lower())
