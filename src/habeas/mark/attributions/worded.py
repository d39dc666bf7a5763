"""Worded: what the noun of a saying gives to whoever stands behind it, "warnings by the union that the roof may fall"."""

from __future__ import annotations

from habeas.mark.attributions.contents import following
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrases, phrases
from habeas.mark.attributions.saying import Said
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["worded"]

_FAR = 9
"""Tokens from the noun to the preposition before whose words they are: "warnings to sailors [by] the port"."""
_SAYS = "vxmtgsw.;:q,"
"""Tags that end the phrase of the noun."""
_PREDICATE = "vxmt"
"""Tags behind a "that" which is the subject of a relative clause."""


def worded(page: Page) -> list[Said]:
    """Every noun of a saying whose words and source follow it, in text order."""
    hits = [i for i in page.seen.among(page.known.nouns) if page.inside[i] < 0]
    made: list[Said] = []
    at = 0
    for unit in page.units:
        first = at
        while at < len(hits) and hits[at] < unit.end:
            at += 1
        if at > first and "that" in page.lower[hits[first] : unit.end]:
            found = phrases(page, unit)
            spoken = (_worded(page, unit, found, i) for i in hits[first:at])
            made += [one for one in spoken if one is not None]
    return made


def _worded(page: Page, unit: Unit, found: Phrases, i: int) -> Said | None:
    tags, lower = page.tags, page.lower
    for k in range(i + 1, min(unit.end - 1, i + _FAR)):
        if tags[k] in _SAYS:
            return None
        if lower[k] not in page.known.closed.whose:
            continue
        source = found.by_start.get(k + 1)
        if source is None or tags[k + 1] in "gy0":
            return None
        verb = Verb(lower[i], Group.SAY, 0)
        end = source.end
        while tags[end : end + 1] in ("i", "c") and end + 1 in found.by_start:
            end = found.by_start[end + 1].end  # "by the minister [for ports and roads]"
        if end >= unit.end - 2 or lower[end] != "that" or tags[end + 1] in _PREDICATE:
            return None
        reach = following(page, unit, found, verb, i, end)
        whole = type(source)(source.start, end, source.head)
        return Said(unit, verb, i, (i, i + 1), whole, reach.content) if reach.content is not None else None
    return None
