"""Minded: what somebody is said to be sure, afraid or unaware of, "officials are confident that the dam will hold"."""

from __future__ import annotations

from habeas.mark.attributions import subjects
from habeas.mark.attributions.contents import following
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrases, phrases
from habeas.mark.attributions.saying import Said
from habeas.mark.attributions.verbs import group_start
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["minded_sayings"]

_SUBJECT = 9
"""Tokens from the word to the verb of what is thought, where no "that" opens it."""


def minded_sayings(page: Page) -> list[Said]:
    """Every such word behind a form of "be" that a clause follows, in text order."""
    hits = [i for i in page.seen.among(page.known.closed.minded) if page.inside[i] < 0]
    made: list[Said] = []
    at = 0
    for unit in page.units:
        found: Phrases | None = None
        while at < len(hits) and hits[at] < unit.end:
            if hits[at] > unit.start and _leads(page, unit, hits[at]):
                found = found or phrases(page, unit)
                said = _said(page, unit, found, hits[at])
                made += [said] if said is not None else []
            at += 1
    return made


def _leads(page: Page, unit: Unit, i: int) -> bool:
    """Whether a clause stands behind the word at token `i`: "sure that", "convinced the roof will fall"."""
    if page.low(i + 1) == "that":
        return True
    tags = page.tags[i + 1 : min(unit.end, i + 1 + _SUBJECT)]
    if tags[:1] not in ("d", "r", "p", "h") and tags[:2] not in ("nv", "nx", "nm", "nt"):
        return False
    verb = next((k for k, tag in enumerate(tags) if k and tag in "vxmt"), 0)
    return verb > 0 and not any(tag in ",;:q.iowsc" for tag in tags[:verb])


def _said(page: Page, unit: Unit, found: Phrases, i: int) -> Said | None:
    group = group_start(page, unit, i)
    words = page.lower[group:i]
    if not any(word in page.known.closed.being for word in words) or page.known.closed.denying.intersection(
        words
    ):
        return None
    source = subjects.before(page, unit, found, group)
    if source is None or page.lower[source.head[0]] in page.known.closed.it:
        return None
    verb = Verb(page.lower[i], Group.THINK, 0)
    reach = following(page, unit, found, verb, i, i + 1)
    if reach.content is None:
        return None
    return Said(unit, verb, i, (group, i + 1), source, reach.content)
