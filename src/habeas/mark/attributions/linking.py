"""Linking: which saying each quotation belongs to, and whose it is when no verb stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.mark.attributions import subjects
from habeas.mark.attributions.according import Relay
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, phrases
from habeas.mark.attributions.saying import Said
from habeas.mark.attributions.vocabulary import Group

__all__ = ["Link", "links"]

_BACK = 12
"""Quotations, or sayings of a sentence, that are looked back over."""


@dataclass(frozen=True, slots=True)
class Link:
    """Quotation `quotation` goes to `said`, to `relay`, or straight to a `source` phrase. `implied` when it is
    carried over from quotation `like`, or from a neighbouring sentence."""

    quotation: int
    said: Said | None = None
    relay: Relay | None = None
    source: Phrase | None = None
    like: int | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
    page: Page
    said: dict[int, list[Said]]
    relays: dict[int, list[Relay]]


def links(page: Page, said: list[Said], relays: list[Relay]) -> list[Link]:
    """One link for each quotation that is not inside another, in text order."""
    scene = _Scene(page, {}, {})
    for one in said:
        scene.said.setdefault(one.unit.start, []).append(one)
    for relay in relays:
        scene.relays.setdefault(relay.unit.start, []).append(relay)
    made: list[Link] = []
    for index, quotation in enumerate(page.quoted):
        start, end = page.held[index]
        at = scene.page.unit_at(start)
        if quotation.inner or start == end or at < 0:
            continue
        made.append(_link(scene, index, at, start, end, made))
    return _backward(page, made)


def _link(scene: _Scene, index: int, at: int, start: int, end: int, made: list[Link]) -> Link:
    page = scene.page
    unit = page.units[at]
    here = scene.said.get(unit.start, [])
    quotation = page.quoted[index]
    said = None
    if not quotation.scare:
        said = _beside(page, here, end) or _in_next(scene, at, end)
    said = said or _governing(page, here, start)
    if said is not None and said.source is not None:
        return Link(index, said=said)
    relay = next((r for r in scene.relays.get(unit.start, []) if r.content[0] <= start < r.content[1]), None)
    if relay is not None:
        agent = _agent(page, unit, end) if quotation.fragment else None
        return Link(index, relay=relay, source=agent)
    mate = next(
        (link for link in reversed(made[-_BACK:]) if page.quoted[link.quotation].group == quotation.group),
        None,
    )
    if mate is not None:
        return replace(mate, quotation=index, like=mate.quotation)
    later = _goes_on(scene, index, at, made) if said is None else None
    if later is not None:
        return later
    if said is not None:
        last = next((link for link in reversed(made[-_BACK:]) if _has_source(link)), None)
        return (
            _carried(index, last) if last is not None and _near(scene, last, at) else Link(index, said=said)
        )
    return _without_verb(scene, index, at, start, end, made)


def _goes_on(scene: _Scene, index: int, at: int, made: list[Link]) -> Link | None:
    """The link of the next paragraph of the same utterance, where that one says whose it is."""
    page = scene.page
    if index + 1 >= len(page.quoted) or page.quoted[index + 1].group != page.quoted[index].group:
        return None
    start, end = page.held[index + 1]
    unit = scene.page.unit_at(start)
    if start == end or unit < 0 or page.units[unit].block == page.units[at].block:
        return None
    following = _link(scene, index + 1, unit, start, end, made)
    return replace(following, quotation=index) if _has_source(following) and not following.implied else None


def _beside(page: Page, here: list[Said], end: int) -> Said | None:
    """The saying right after the quotation: “...,” she said."""
    for one in here:
        first = min(one.cue[0], one.source.start if one.source else one.cue[0])
        if first > end and page.lower[first - 1] in page.known.closed.indefinite:
            first -= 1  # "one prisoner said"
        if not end <= first <= end + 2 or not one.verb.groups & (Group.QUOTING | Group.SAY | Group.TELL):
            continue
        open_end = one.back or one.inverted or _ends_open(page, end)
        if open_end and not page.tags[end:first].strip(",a'"):
            return one
    return None


def _ends_open(page: Page, end: int) -> bool:
    """Whether the quotation before token `end` closes with a comma, question or exclamation mark."""
    tail = page.text[page.words[end - 1].start - 2 : page.words[end - 1].start + 2]
    return any(mark in tail for mark in ",?!—") or page.tags[end : end + 1] == ","


def _in_next(scene: _Scene, at: int, end: int) -> Said | None:
    """“Out!” he shouted. The saying opens the next unit, because the quotation ended its own."""
    page = scene.page
    if at + 1 >= len(page.units) or page.units[at].end != end:
        return None
    unit = page.units[at + 1]
    if unit.block != page.units[at].block:
        return None
    for one in scene.said.get(unit.start, [])[:1]:
        first = min(one.cue[0], one.source.start if one.source else one.cue[0])
        alone = one.content is None or (one.inverted and one.cue[0] == unit.start)
        if first == unit.start and alone and one.verb.groups & Group.QUOTING:
            return one
    return None


def _governing(page: Page, here: list[Said], start: int) -> Said | None:
    """The saying before the quotation whose words take it in: the outermost, unless one inside introduces it."""
    best: Said | None = None
    for one in here:
        if one.cue[0] > start and not one.back:
            break
        if one.content is not None and one.content[0] <= start < one.content[1]:
            if best is None or best.back or (one.at > best.at and _introduces(page, one, start)):
                best = one
        elif one.content is None and one.cue[1] <= start <= one.cue[1] + 12 and best is None:
            best = one
    return best


def _introduces(page: Page, one: Said, start: int) -> bool:
    """Whether a saying inside another one's words stands right before the quotation: "said Lee called it “a farce”"."""
    if one.back or not one.verb.groups & (Group.SAY | Group.TELL | Group.CALL | Group.JUDGE):
        return False
    return start - one.cue[1] <= 6 and page.tags[one.cue[0]] != "m"


def _without_verb(scene: _Scene, index: int, at: int, start: int, end: int, made: list[Link]) -> Link:
    page = scene.page
    unit = page.units[at]
    quotation = page.quoted[index]
    alone = start <= unit.start + 1
    signed = _signed(page, unit, at, end) if alone else None
    if signed is not None:
        return Link(index, source=signed)
    if quotation.scare:
        return Link(index, source=_agent(page, unit, end))
    if quotation.fragment and _is_charge(page, unit, start):
        return Link(index)
    if quotation.fragment or not alone:
        source = _agent(page, unit, end) or _subject(page, unit, start)
        if source is not None and not _points_back(page, source):
            return Link(index, source=source)
        reach = 1 if source is not None and quotation.fragment else 0
        last = made[-1] if made and unit.block - _block(scene, made[-1]) <= reach else None
        return _carried(index, last) if last is not None else Link(index, source=source)
    if at > 0 and page.units[at - 1].block == unit.block:
        previous = page.units[at - 1]
        carried = next(
            (link for link in reversed(made) if page.held[link.quotation][0] >= previous.start), None
        )
        if carried is not None and not page.quoted[carried.quotation].scare:
            return _carried(index, carried)
        before = _main(scene.said.get(previous.start, []))
        if before is not None:
            return Link(index, said=before, implied=True)
        held = next((link for link in reversed(made[-_BACK:]) if _has_source(link)), None)
        if held is not None and _block(scene, held) == unit.block and not page.quoted[held.quotation].scare:
            return _carried(index, held)
        subject = _first_subject(page, previous)
        if subject is not None:
            return Link(index, source=subject, implied=True)
    before = _main(scene.said.get(page.units[at - 1].start, [])) if at > 0 else None
    if before is not None and page.tags[page.units[at - 1].end - 1] == ":":
        return Link(index, said=before, implied=True)
    last = next((link for link in reversed(made[-_BACK:]) if not page.quoted[link.quotation].scare), None)
    later = (
        before is not None and last is not None and page.held[last.quotation][0] < page.units[at - 1].start
    )
    if last is not None and _near(scene, last, at) and not later:
        return _carried(index, last)
    if before is not None:
        return Link(index, said=before, implied=True)
    subject = _first_subject(page, page.units[at - 1]) if at > 0 else None
    return Link(index, source=subject, implied=True)


def _signed(page: Page, unit: Unit, at: int, end: int) -> Phrase | None:
    """Whose name stands after a dash at the end of a line: “Be kind.” — Ana Ruiz."""
    if end == unit.end and at + 1 < len(page.units) and page.units[at + 1].block == unit.block:
        unit = page.units[at + 1]
    stop = end + 1
    if end >= unit.end or page.tags[end] != ";" or page.lower[end] == "-":
        return None
    while stop < unit.end and page.tags[stop] == "p":
        stop += 1
    closes = stop == unit.end or page.tags[stop] in ",(."
    return Phrase(end + 1, stop, (end + 1, stop)) if stop > end + 2 and closes else None


def _is_charge(page: Page, unit: Unit, start: int) -> bool:
    """Whether the marks before token `start` hold the wording of a charge: "was charged with “spreading rumours”"."""
    k = start - 1
    while k > unit.start and page.tags[k] in "qd'":
        k -= 1
    if k <= unit.start or page.tags[k] != "i":
        return False
    return page.lower[k - 1] in page.known.closed.charging


def _points_back(page: Page, source: Phrase) -> bool:
    """Whether a subject is a bare "that", "it" or "which"."""
    return (source.end - source.start == 1 and page.tags[source.start] in "dsw") or page.lower[
        source.start
    ] == "it"


def _main(said: list[Said]) -> Said | None:
    """The last saying with a source that stands in no other one's words."""
    said = said[-_BACK:]
    for one in reversed(said):
        inside = any(
            o.content is not None and not o.back and o.content[0] <= one.at < o.content[1] for o in said
        )
        if one.source is not None and not inside:
            return one
    return None


def _carried(index: int, link: Link) -> Link:
    return Link(
        index, said=link.said, relay=link.relay, source=link.source, like=link.quotation, implied=True
    )


def _near(scene: _Scene, link: Link, at: int) -> bool:
    """Whether a linked quotation stands in this block or in one of the two before."""
    return scene.page.units[at].block - _block(scene, link) <= 2


def _block(scene: _Scene, link: Link) -> int:
    start = scene.page.held[link.quotation][0]
    return scene.page.units[scene.page.unit_at(start)].block


def _agent(page: Page, unit: Unit, end: int) -> Phrase | None:
    """Who uses a word: “a stunt” by several groups, “holy” among pilgrims."""
    for k in range(end, min(end + 3, unit.end)):
        if page.lower[k] in ("by", "among", "por", "entre"):
            found = phrases(page, unit)
            phrase = subjects.after(page, unit, found, k + 1)
            if phrase is not None and page.tags[phrase.start] not in "0gy":
                return Phrase(phrase.start, phrase.head[1], phrase.head)
    return None


def _subject(page: Page, unit: Unit, start: int) -> Phrase | None:
    """The subject of the clause that a fragment stands in."""
    found = phrases(page, unit)
    subject = subjects.nearest(page, unit, found, start) or _first_subject(page, unit)
    return None if subject is not None and _is_done_to(page, subject, start) else subject


def _is_done_to(page: Page, subject: Phrase, start: int) -> bool:
    """Whether the last verb before a fragment tells what is done to its subject: "was held for “acts of malice”"."""
    at = next((k for k in range(start - 1, subject.end - 1, -1) if page.tags[k] in "tg"), -1)
    if at < 0 or page.tags[at] == "g" or "c" in page.tags[at:start]:
        return False  # "was seen calling it “a joke”", "was jailed but wants “a deal”"
    before = at - 1
    while before >= subject.end and page.tags[before] == "a":
        before -= 1
    return subject.end <= before < at and page.lower[before] in page.known.closed.being


def _first_subject(page: Page, unit: Unit) -> Phrase | None:
    found = phrases(page, unit)
    for start in range(unit.start, min(unit.end, unit.start + 40)):
        phrase = found.at(start)
        if phrase is None or (start > unit.start and page.tags[start - 1] in "iovtg"):
            continue
        if phrase.end - start == 1 and (
            len(page.lower[start]) == 1 or page.lower[start] in page.known.closed.sections
        ):
            return None  # "Q:" and "Interview:" name nobody
        if "p" in page.tags[phrase.start : phrase.end] or page.tags[start] in "rh":
            return phrase
    return None


def _backward(page: Page, made: list[Link]) -> list[Link]:
    """A first part without a speaker takes that of a later part of the same utterance."""
    known = {page.quoted[link.quotation].group: link for link in reversed(made) if _has_source(link)}
    return [
        link
        if _has_source(link) or page.quoted[link.quotation].group not in known
        else replace(known[page.quoted[link.quotation].group], quotation=link.quotation)
        for link in made
    ]


def _has_source(link: Link) -> bool:
    return (
        link.source is not None
        or link.relay is not None
        or (link.said is not None and link.said.source is not None)
    )
