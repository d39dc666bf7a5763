"""Papers: who speaks through a report, a letter or a statement that they give out."""

from __future__ import annotations

from habeas.mark.attributions import subjects
from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.mark.attributions.verbs import group_start
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["author"]

_FAR = 8
"""Tokens from the paper to the verb of what it says: "sent a [letter] to the mayor of Lima [warning] that"."""


def author(page: Page, unit: Unit, found: Phrases, verb: Verb, i: int) -> Phrase | None:
    """Who gave out the paper whose words the "-ing" form at token `i` tells: "[the panel] published a study showing"."""
    if not (verb.form & Form.ING and verb.groups & (Group.SAY | Group.SHOW) and page.tags[i - 1] in "npy"):
        return None
    known, low = page.known, max(unit.start + 1, i - _FAR)
    beside = i + 1 >= unit.end or page.lower[i + 1] not in known.closed.that
    for k in range(i - 1, i - 2 if beside else low - 1, -1):
        if page.tags[k] in ",.;:vxmw":
            return None
        if page.lower[k] not in known.documents:
            continue
        paper = found.until(k + 1)
        if paper is None or paper.start - 1 <= unit.start:
            return None
        given = paper.start - 1
        given -= page.tags[given] == "a"
        if page.lower[given] not in known.closed.issuing:
            return None
        return subjects.before(page, unit, found, group_start(page, unit, given))
    return None
