"""According: phrases that give a whole sentence to the source after them ("according to", "per", "citing")."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.attributions import subjects
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases, phrases
from habeas.model.marks import EntityType
from habeas.model.report import BlockKind
from habeas.model.seeking import first_from

__all__ = ["Relay", "relays"]


_SOURCE = 4
"""Words of the longest source beside a headline's colon."""
_GIVING = 6
"""Words from the verb by which a paper is given out to "by" at most."""
_DASHES = ("–", "—", "-")
_SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.COURT})


@dataclass(frozen=True, slots=True)
class Relay:
    """One "according to X": the tokens of the cue, of the source, and of what is given to it."""

    unit: Unit
    cue: tuple[int, int]
    source: Phrase
    content: tuple[int, int]


def relays(page: Page) -> list[Relay]:
    """Every such phrase outside quotations, in text order."""
    first = page.known.according
    hits = [i for i in page.seen.among(first) if page.inside[i] < 0]
    made: list[Relay] = []
    at = 0
    for unit in page.units:
        found: Phrases | None = None
        while at < len(hits) and hits[at] < unit.end:
            i = hits[at]
            at += 1
            length = _length(page, i)
            if length and i >= unit.start:
                found = found or phrases(page, unit)
                made += _relay(page, unit, found, i, i + length)
        if page.report.blocks[unit.block].kind is BlockKind.HEADLINE:
            made += _headed(page, unit)
    return made


def _headed(page: Page, unit: Unit) -> list[Relay]:
    """Who says what a headline tells, named at its colon: "Jails ‘close to collapse’: union", "Police: 30 dead"; or
    behind its last dash: "Four still held – lawyers"."""
    start, end = unit.start, _close(page, unit)
    last, first = page.tags.rfind(":", start + 1, end - 1), page.tags.find(":", start + 1, end - 1)
    dash = next((k for k in range(end - 2, max(start, end - 2 - _SOURCE), -1) if _is_dash(page, k)), -1)
    names = _speaks(page, dash + 1, end) or _is_paper(page, dash + 1, end)
    if dash > last and names and _tells(page, start, dash):
        return [Relay(unit, (dash, dash + 1), Phrase(dash + 1, end, (dash + 1, end)), (start, dash))]
    if last > 0 and (_speaks(page, last + 1, end) or _is_paper(page, last + 1, end)):
        return [Relay(unit, (last, last + 1), Phrase(last + 1, end, (last + 1, end)), (start, last))]
    if first > 0 and _speaks(page, start, first):
        return [Relay(unit, (first, first + 1), Phrase(start, first, (start, first)), (first + 1, end))]
    return _felt(page, unit, start, end)


def _felt(page: Page, unit: Unit, start: int, end: int) -> list[Relay]:
    """Who opens a headline without a verb and is said, in marks, to be something: "Judge ‘outraged’ at the outcome"."""
    mark = next((k for k in range(start, end) if page.tags[k] in "qz"), -1)
    if mark <= start or not _speaks(page, start, mark) or any(tag in "vxm" for tag in page.tags[mark:end]):
        return []
    close = next((k for k in range(mark, end) if page.tags[k] not in "qz"), end)
    return [Relay(unit, (mark, mark + 1), Phrase(start, mark, (start, mark)), (mark, close))]


def _is_dash(page: Page, k: int) -> bool:
    """Whether a dash stands free at token `k`."""
    free = page.words[k - 1].end < page.words[k].start and page.words[k].end < page.words[k + 1].start
    return free and page.lower[k] in _DASHES


def _tells(page: Page, start: int, end: int) -> bool:
    """Whether the words of a headline tell something: a verb or a number is among them."""
    return any(tag in "vtx0" for tag in page.tags[start:end])


def _is_paper(page: Page, start: int, end: int) -> bool:
    """Whether a headline names a paper alone behind its colon: "More held without charge: report"."""
    return end - start == 1 and page.lower[start] in page.known.documents


def _speaks(page: Page, start: int, end: int) -> bool:
    """Whether the words beside a headline's colon name somebody who can say something."""
    if end - start > _SOURCE or any(tag not in "pn" for tag in page.tags[start:end]):
        return False
    last, known = page.lower[end - 1], page.known
    if last in known.unnamed_heads or last in known.person_nouns or last in known.titles:
        return True
    if last in known.group_nouns or f"{last}s" in known.group_nouns:
        return True
    low, high = page.words[start].start, page.words[end - 1].end
    return any(
        m.span.start <= low and high <= m.span.end and page.entities[m.entity].type in _SPEAKERS
        for m in page.mentions
    )


def _length(page: Page, i: int) -> int:
    """How many tokens the phrase at token i has; 0 where there is none."""
    lower, following = page.lower, page.lower[i + 1] if i + 1 < len(page.lower) else ""
    for phrase in page.known.according[lower[i]]:
        size = len(phrase)
        if size == 1 or (phrase[1] == following and lower[i : i + size] == list(phrase)):
            return size
    return 0


def _relay(page: Page, unit: Unit, found: Phrases, start: int, end: int) -> list[Relay]:
    if end - start == 1 and not _is_aside(page, unit, found, start, end):
        return []
    source = subjects.after(page, unit, found, end)
    if source is None or (end - start == 1 and (_is_ground(page, source) or not _can_tell(page, source))):
        return []
    source = _issued(page, unit, found, source)
    if start == unit.start or (page.tags[start - 1] == "c" and start - 1 == unit.start):
        comma = next((k for k in range(source.head[1], unit.end) if page.tags[k] in ",:"), -1)
        held = _office_holder(page, source.start, comma) if comma > 0 else None
        if held is not None:
            source, comma = held, held.end
        if comma < 0 or comma + 1 >= _close(page, unit):
            return []
        close = _close(page, unit)
        close = next((k for k in range(comma + 1, close) if page.lower[k] == ";"), close)
        return [Relay(unit, (start, end), _cut(source, comma), (comma + 1, close))]
    before = start - 1 if page.tags[start - 1] == "," else start
    if before <= unit.start:
        return []
    said = (_clause(page, unit, before), before)
    if end - start == 1 and all(tag in "dpne0'" for tag in page.tags[said[0] : said[1]]):
        # "The Herald, citing police, says": a subject alone tells nothing
        comma = next((k for k in range(source.head[1], unit.end) if page.tags[k] in ",."), start)
        told = (comma + 1, _close(page, unit))
        return [Relay(unit, (start, end), _cut(source, comma), told)] if start < comma < told[1] - 1 else []
    rest = _rest(page, unit, source)
    return [Relay(unit, (start, end), source, content) for content in (said, rest) if content is not None]


def _office_holder(page: Page, start: int, comma: int) -> Phrase | None:
    """The office that ends at a comma with its holder, named up to the next one: "According to [Chad's health minister, Ana
    Ruiz], ..."."""
    if comma + 1 >= len(page.words):
        return None
    low, before = page.words[comma + 1].start, page.words[comma - 1]
    k = first_from(page.mention_starts, low)
    if k == len(page.mentions) or page.mention_starts[k] != low:
        return None
    mention = page.mentions[k]
    if not any(o.span.end == before.end for o in page.entities[mention.entity].offices):
        return None
    end = next((n for n in range(comma + 1, len(page.words)) if page.words[n].start >= mention.span.end), 0)
    return Phrase(start, end, (comma + 1, end)) if page.tags[end : end + 1] == "," else None


def _is_ground(page: Page, source: Phrase) -> bool:
    """Whether the phrase after "citing" is a reason and nobody: "citing privacy", "citing operational and safety concerns"."""
    last = source.end
    while page.tags[last : last + 1] in ("n", "e", "c"):
        last += 1
    word = page.lower[last - 1]
    return word in page.known.grounds or page.lower[source.head[1] - 1] in page.known.grounds


def _can_tell(page: Page, source: Phrase) -> bool:
    """Whether a phrase behind "citing" can be a source: a name, somebody, or a paper; "citing perilous conditions" is none."""
    known, (start, end) = page.known, source.head
    if page.tags[end - 1] == "p" or page.tags[start] in "rh0":
        return True
    last = page.lower[end - 1]
    single = last.removesuffix("s")
    people = (known.unnamed_heads, known.person_nouns, known.titles, known.group_nouns, known.documents)
    return any(last in words or single in words or f"{last}s" in words for words in people)


def _issued(page: Page, unit: Unit, found: Phrases, source: Phrase) -> Phrase:
    """A paper with whoever gave it out: "a statement [issued on Friday by the port authority]"."""
    end, known = source.end, page.known
    if page.lower[source.head[1] - 1] not in known.documents or end >= unit.end or page.tags[end] not in "tv":
        return source
    for k in range(end + 1, min(unit.end - 1, end + _GIVING)):
        if page.lower[k] in known.closed.makers:
            if page.lower[k - 1] in known.closed.receiving:
                break  # "documents reviewed by the Herald"
            maker = subjects.after(page, unit, found, k + 1)
            return Phrase(source.start, maker.end, source.head) if maker is not None else source
        if page.tags[k] in ",;:.":
            break
    return source


def _rest(page: Page, unit: Unit, source: Phrase) -> tuple[int, int] | None:
    """What goes on after the source with figures of the same origin: "..., according to X, up from 40 in May"."""
    at = source.head[1]
    while at < source.end and page.tags[at] != ",":
        at += 1
    if at + 1 >= unit.end or page.tags[at] != ",":
        return None
    # "reported, citing police, that"
    if page.lower[at + 1] not in page.known.goes_on and page.lower[at + 1] not in page.known.closed.that:
        return None
    return at + 1, _close(page, unit)


def _is_aside(page: Page, unit: Unit, found: Phrases, start: int, end: int) -> bool:
    """One-word cues ("per", "citing") count at the start, between commas, and before a name or a determiner only."""
    if page.lower[start] == "según":
        return found.at(end) is not None
    if page.lower[start] == "per":
        return start > unit.start and page.tags[start - 1] == "," and page.tags[end : end + 1] in ("p", "d")
    if found.at(end) is None:
        return False
    return (
        start == unit.start or page.tags[start - 1] == "," or page.lower[start - 1] in page.known.verbs
    )  # "media reported citing police"


def _cut(source: Phrase, end: int) -> Phrase:
    return Phrase(source.start, min(source.end, end), source.head) if source.end > end else source


def _close(page: Page, unit: Unit) -> int:
    end = unit.end
    while end > unit.start and page.tags[end - 1] == ".":
        end -= 1
    return end


def _clause(page: Page, unit: Unit, end: int) -> int:
    """Where the statement before the cue starts: the sentence, or what follows its last semicolon."""
    for k in range(end - 1, unit.start, -1):
        if page.lower[k] == ";":
            return k + 1
    return unit.start
