"""Beside: the name that stands beside the noun for a source, before it or after it."""

from __future__ import annotations

from habeas.mark.attributions.page import Page
from habeas.mark.attributions.phrases import Phrase
from habeas.model.marks import EntityType, Mention, MentionForm
from habeas.model.seeking import first_from

__all__ = [
    "apposed",
    "branched",
    "closes",
    "counted",
    "described",
    "head_mention",
    "is_person",
    "one_of",
    "parted",
    "related",
]


def apposed(page: Page, source: Phrase) -> tuple[int, int] | None:
    """In "the French minister, Ana Roy, said" the name that stands beside a common noun, or beside "one of the men"."""
    start, end = source.head
    single = page.lower[start] in page.known.closed.numbering
    if not single and (page.tags[end - 1] != "n" or page.tags[start] == "r"):
        return None
    for k in range(end, source.end - 1):
        if page.tags[k] == ",":
            stop = k + 1
            while stop < source.end and page.tags[stop] == "p":
                stop += 1
            whole = stop == source.end or page.tags[stop] in ",(" or (single and page.tags[stop] == "i")
            told = stop - k > 2 or is_person(page, k + 1, stop)
            one = stop - k == 2 and page.lower[end - 1] in page.known.person_nouns  # "Bello's mother, Aissa,"
            return (k + 1, stop) if whole and (told or one) else None
        if page.tags[k] in "w;:c":
            return None
    return None


def described(page: Page, source: Phrase) -> tuple[int, int] | None:
    """In "Ana Roy, a lawyer who says she saw it" the name before the comma."""
    start = source.start
    if start < 2 or page.tags[start - 1] != "," or page.tags[start - 2] != "p":
        return None
    if page.lower[start] not in page.known.closed.articles or page.tags[source.head[1] - 1] != "n":
        return None
    if page.tags[source.end : source.end + 1] != "w":
        return None  # "..., named Ana Roy, the officials said"
    first = start - 2
    while first > 0 and page.tags[first - 1] == "p":
        first -= 1
    return (first, start - 1) if is_person(page, first, start - 1) else None


def branched(page: Page, source: Phrase, end: int) -> int:
    """Where a body or a post ends that the words behind its noun, at token `end`, tell apart: "the ministry [of justice]"; 0
    where none do."""
    closed, stop = page.known.closed, end + 1
    if (
        page.lower[end - 1] not in closed.branches
        or end >= source.end
        or page.lower[end] not in closed.branching
    ):
        return 0
    while stop < source.end and page.tags[stop] in "dn":
        stop += 1
    return stop if stop > end + 1 and page.tags[stop - 1] == "n" else 0


def is_person(page: Page, start: int, end: int) -> bool:
    """Whether the words from token `start` to `end` name a person at their head."""
    mention = head_mention(page, start, end) if end > start else None
    return mention is not None and page.entities[mention.entity].type is EntityType.PERSON


def head_mention(page: Page, start: int, end: int) -> Mention | None:
    """The mention that is the head of the phrase: the last one that is no possessor."""
    if not page.mentions:
        return None
    low, high = page.words[start].start, page.words[end - 1].end
    best: Mention | None = None
    outlet = " ".join(page.lower[end - 2 : end]) in page.known.outlet_nouns
    k = max(0, first_from(page.mention_starts, low) - 3)
    while k < len(page.mentions) and page.mention_starts[k] < high:
        mention = page.mentions[k]
        k += 1
        if mention.full.end <= low or mention.span.start >= high or mention.span.end <= low:
            continue
        if mention.form is MentionForm.PRONOUN and mention.span.end < high:
            continue  # "her" in "her brother"
        if page.entities[mention.entity].type is EntityType.MEDIUM and outlet:
            return mention  # "the Orsa news agency"
        ends_here = mention.span.end >= high or mention.full.end >= high
        person = page.entities[mention.entity].type is EntityType.PERSON
        possessor = page.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if ends_here or (person and not possessor):
            best = mention
    return best


def closes(page: Page, source: Phrase, mention: Mention) -> bool:
    """Whether a person's name closes a title with a place in it: "Ambassador to Chad Ana Ruiz", "head of the
    port police Ana Ruiz", no "lawyer for the mayor Ana Ruiz"."""
    _, end = source.head
    first = page.at(mention.span.start)
    if page.tags[end : end + 1] not in ("i", "o") or first <= end + 1:
        return False
    people = page.known.person_nouns
    within = (
        page.tags[end + 1] == "d" and page.lower[first - 1] not in people and page.lower[end - 1] in people
    )
    plain = all(tag in ("pnda" if within else "pn") for tag in page.tags[end + 1 : first])
    known = within or page.lower[end - 1] in page.known.titles
    return known and plain and mention.span.end >= page.words[source.end - 1].end


def one_of(page: Page, source: Phrase) -> str | None:
    """One of several who has no name: "one of the workers"; None for "one of them", and for any other source."""
    start, end = source.head
    several = page.low(end) == "of" and page.tags[end + 1] in "dn" and source.end > end + 1
    if not several or page.lower[start] not in page.known.closed.numbering:
        return None
    return page.text[page.words[start].start : page.words[source.end - 1].end]


def parted(page: Page, at: int) -> str | None:
    """The part of those whom the pronoun at token `at` means: "forty of them", "some of us"."""
    if at < 2 or page.lower[at - 1] != "of":
        return None
    part = at - 2
    joined = part > 1 and page.lower[part - 1] == "-"
    if page.tags[part] != "0" and not joined and page.lower[part] not in page.known.closed.indefinite:
        return None
    while part > 0 and (page.tags[part - 1] == "0" or page.lower[part - 1] == "-" or page.lower[part] == "-"):
        part -= 1
    return page.text[page.words[part].start : page.words[at].end]


def related(page: Page, source: Phrase) -> str | None:
    """Who speaks for somebody, or is kin to them, with the name of that person: "[a spokesman for] the mayor [Ana Ruiz]" is
    not the mayor; None for any other source."""
    end = source.head[1]
    if page.lower[end - 1] not in page.known.closed.related or page.tags[end : end + 1] not in ("i", "o"):
        return None
    low, high = page.words[end].end, page.words[source.end - 1].end
    comma = page.tags.find(",", end, source.end)
    high = page.words[comma].start if comma > 0 else high
    k = first_from(page.mention_starts, low)
    while k < len(page.mentions) and page.mention_starts[k] < high:
        mention = page.mentions[k]
        person = page.entities[mention.entity].type is EntityType.PERSON
        if person and mention.form is MentionForm.NAME:
            head = page.text[page.words[end - 1].start : low]
            return f"{head} {page.entities[mention.entity].name}"
        k += 1
    return None


def counted(page: Page, source: Phrase) -> str | None:
    """Those of whom the head of a source only says how many they are: "thousands of [residents]", "a group of [monks]",
    "two of the [guards]"."""
    at = source.head[1]
    several = page.lower[at - 1] in page.known.closed.crowds or page.tags[at - 1] == "0"
    if not several or page.low(at) not in page.known.closed.among:
        return None
    start = at + 1
    while start < source.end and page.lower[start] in page.known.closed.articles:
        start += 1
    end = start
    while end < source.end and page.tags[end] in "nep0":
        end += 1
    return page.text[page.words[start].start : page.words[end - 1].end] if end > start else None
