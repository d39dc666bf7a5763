"""Nominal sayings: a noun that holds what somebody says, "the union's claim that", "warnings by doctors that", "his denial of"."""

from __future__ import annotations

from habeas.mark.attributions.contents import clause_end
from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases, phrases
from habeas.mark.attributions.saying import Said
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["nominal_sayings"]

_BETWEEN = 12
"""Tokens between the noun and the "that" of what it holds: "a warning [to the mayor of Lima by the union] that"."""
_OWNED = ("'s", "’s", "s'", "s’")
_TOPIC = "dnep0'ig"
"""Tags of what a noun is about."""
_CLAUSE = ",;:cs(q"
"""Tags before the subject of a clause."""


def nominal_sayings(page: Page) -> list[Said]:
    """Every noun of the report that holds what somebody says, in text order."""
    made: list[Said] = []
    hits = [i for i in page.seen.among(page.known.holding) if page.inside[i] < 0 and page.tags[i] in "nvgp"]
    at = 0
    for unit in page.units:
        while at < len(hits) and hits[at] < unit.start:
            at += 1
        found: Phrases | None = None
        while at < len(hits) and hits[at] < unit.end:
            i = hits[at]
            that = _that(page, unit, i) if page.lower[i] in page.known.nouns else None
            if that is not None:
                found = found or phrases(page, unit)
                said = _said(page, unit, found, i, that)
            else:
                said = _of_topic(page, unit, i)
            made += [said] if said is not None else []
            at += 1
    return made


def _of_topic(page: Page, unit: Unit, i: int) -> Said | None:
    """What a noun with an owner says of a thing: "the union's criticism of [the plan]", "their claims of [beatings]"."""
    led = page.known.topics.get(page.lower[i])
    if led is None or led.isdisjoint(page.lower[i + 1 : i + 2]):
        return None
    owner = _owner(page, unit, i)
    end = i + 2
    while end < unit.end and (page.tags[end] in _TOPIC or _adds(page, end)):
        end += 1
    if owner is None or end == i + 2:
        return None
    verb = Verb(page.lower[i], Group.JUDGE, Form.BASE)
    return Said(unit, verb, i, (i, i + 2), owner, (i + 2, end))


def _adds(page: Page, k: int) -> bool:
    """Whether a conjunction only adds to the things spoken of: "claims of beatings [and] hunger"."""
    return page.tags[k] == "c" and page.tags[k + 1 : k + 2] in ("n", "e")


def _that(page: Page, unit: Unit, i: int) -> int | None:
    """The "that" behind a noun, with nothing but those who speak and hear between; None where none is, or where it stands
    for the noun itself: "a claim that angered many"."""
    stop = min(unit.end, i + 1 + _BETWEEN)
    for k in range(i + 1, stop):
        if page.lower[k] in page.known.closed.clausal:
            opens = page.tags[k + 1 : k + 2]
            spoken = opens not in ("", "v", "x", "m", "t", ".", ",", "o") or page.lower[k - 1] == "de"
            return k if spoken and not _stands_for(page, unit, k) else None
        if page.tags[k] not in "inopdey'0c":
            return None
    return None


def _stands_for(page: Page, unit: Unit, that: int) -> bool:
    """Whether a clause behind "that" lacks the object that its noun is: "a claim that the mayor made on Monday"."""
    for k in range(that + 1, min(unit.end, that + _BETWEEN)):
        if page.tags[k] in "vt":
            return page.lower[k] in page.known.closed.issuing and page.tags[k + 1 : k + 2] not in (
                "d",
                "n",
                "p",
                "0",
            )
        if page.tags[k] in ",.;:sxm":
            return False
    return False


def _said(page: Page, unit: Unit, found: Phrases, i: int, that: int) -> Said | None:
    owner = _owner(page, unit, i) or _giver(page, found, i, that)
    start = owner.start if owner is not None and owner.start < i else i
    while start > unit.start and page.tags[start - 1] in "dne0t":
        start -= 1
    end = _end(page, unit, start, that)
    if owner is None or end - that <= 2:
        return None
    verb = Verb(page.lower[i], Group.SAY, Form.BASE)
    return Said(unit, verb, i, (i, i + 1), owner, (that, end))


def _owner(page: Page, unit: Unit, i: int) -> Phrase | None:
    """Whose the noun is: "[the union]'s repeated claim", "[his] claim"."""
    k = i - 1
    while k > unit.start and page.tags[k] in "ent0" and not page.lower[k].endswith(_OWNED):
        k -= 1
    if k < unit.start:
        return None
    if page.lower[k] in page.known.closed.possessing:
        return Phrase(k, k + 1, (k, k + 1))
    if page.lower[k] in ("'", "’") and k > unit.start:
        k -= 1
    elif not page.lower[k].endswith(_OWNED):
        return None
    start = k
    while start > unit.start and page.tags[start - 1] in "pned0'" and page.lower[start - 1] != ",":
        start -= 1
        if page.tags[start] == "d":
            break
    return Phrase(start, k + 1, (start, k + 1))


def _giver(page: Page, found: Phrases, i: int, that: int) -> Phrase | None:
    """Who is named behind the noun as speaking: "warnings [to the firm] by [the board] that"."""
    for k in range(i + 1, that):
        if page.lower[k] in page.known.closed.givers and (phrase := found.at(k + 1)) is not None:
            return Phrase(phrase.start, that, phrase.head)
    return None


def _end(page: Page, unit: Unit, start: int, that: int) -> int:
    """Where the words end that the noun holds: before the verb of the clause whose subject it is, else with the clause."""
    end = clause_end(page, unit, that)
    tags = page.tags
    leads = start == unit.start or tags[start - 1] in _CLAUSE
    opened = tags[start - 1 : start] == "i" and (start - 1 == unit.start or tags[start - 2] in _CLAUSE)
    if opened:
        comma = tags.find(",", that, end)
        return comma if comma > 0 else end
    if not leads:
        return end
    k, acted = that + 1, False
    while k < end:
        if tags[k] in "vxmt" and not acted:
            acted = True
            while k + 1 < end and tags[k] in "xma" and tags[k + 1] in "xmavtg":
                k += 1
        elif tags[k] in "xmv" and tags[k - 1] not in "osw":
            return k
        elif tags[k] in "csw":
            acted = False
        k += 1
    return end
