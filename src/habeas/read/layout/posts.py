"""Embedded posts: the lines of a message on a social network that a page shows inside its report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from habeas.model.span import Span
from habeas.read.dates import DATE
from habeas.read.layout.phrases import phrases

__all__ = ["Post", "posts"]

# "— Name (@handle) March 3, 2025", the last line of an embedded post.
_SIGNATURE = re.compile(
    rf"(?:—|–|--|―|&mdash;|-)\s?[^\n()]{{1,80}}\(\s?@[\w.]{{1,40}}\s?\)[ \t\xa0]*,?[ \t\xa0]*(?:{DATE})?",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+")
_HANDLE_LINE = re.compile(r"(?:[^\n@]{1,60}\s)?\(?@\w{2,30}\)?(?:\s*[·•|-].{0,40})?\Z")
_OWN_VOICE = re.compile(
    r"[#@]\w|https?://|[\U0001F1E6-\U0001FAFF\u2600-\u27BF]|\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]o|[Nn]uestr[oa]s?|[Mm]i|[Yy]ou|[Yy]our)\b|\b[A-Z]{3,}(?: [A-Z]{2,})+\b",
)
_LEADING_IN = re.compile(r":\s*\Z")
_CUE = re.compile(
    r"[\"”»]\s*,?\s|\b(?:said|says|told|dijo|afirmó|señaló|according to|según)\b", re.IGNORECASE
)
_MOST = 300
"""A post shown in a page is cut at 280 characters; its link comes on top."""


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post: from its first word to the end of its signature or link."""

    span: Span


def posts(text: str, found: list[Span]) -> list[Post]:
    """The embedded posts of `text`, whose visible lines are `found`, in text order."""
    ends = _endings(text)
    if not ends:
        return []
    made: list[Post] = []
    floor = 0
    at = 0
    for start, end in ends:
        if start < floor:
            continue
        while at + 1 < len(found) and found[at + 1].start <= start:
            at += 1
        first = _first(text, found, at, start, floor)
        while first < end and text[first].isspace():
            first += 1
        made.append(Post(Span(first, end)))
        floor = end
    return made


def _endings(text: str) -> list[tuple[int, int]]:
    """Where posts end: (start of the signature or link, end). A link and the signature after it are one end."""
    marks = []
    if "@" in text:
        marks += [(m.start(), _trimmed(text, m.start(), m.end())) for m in _signatures(text)]
    if "/" in text:
        marks += [(m.start(), m.end()) for m in _LINK.finditer(text)]
    marks.sort()
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif joined and _one_post(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _one_post(between: str) -> bool:
    """Whether two ends belong to one post: nothing, or a few words on the same line, is between them."""
    return not between.strip() or (len(between) < 100 and "\n" not in between)


def _signatures(text: str) -> list[re.Match[str]]:
    """Signatures, looked for only around each "(@"."""
    made = []
    at = text.find("(@")
    last = 0
    while at >= 0:
        line = max(text.rfind("\n", max(last, at - 90), at) + 1, last, at - 90)
        for match in _SIGNATURE.finditer(text, line, min(len(text), at + 120)):
            if match.start() < at < match.end():
                made.append(match)
                last = match.end()
                break
        at = text.find("(@", at + 2)
    return made


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,\t\xa0":
        end -= 1
    return end


def _first(text: str, found: list[Span], at: int, end: int, floor: int) -> int:
    """Where the post that ends at `end` (in line `at`) begins: at most 300 characters and never in another's prose."""
    line = found[at]
    begin = max(line.start, floor)
    own = text[begin:end].strip()
    if len(own) > _MOST:
        return _cut(text, begin, end)
    first = begin if own else end
    has_text = bool(own)
    taken = len(own)
    spaced = "\n\n" in text or "\n\r\n" in text
    for index in range(at - 1, -1, -1):
        above = found[index]
        words = text[above.start : above.end]
        taken += len(words)
        if (
            above.start < floor
            or taken > _MOST
            or not _is_post_line(words, has_text, spaced and _adjoins(text, above.end, first))
        ):
            break
        first = above.start
        has_text = True
    return first


def _adjoins(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) <= 1


def _is_post_line(words: str, has_text: bool, close: bool) -> bool:
    """Whether a line above the post's last line belongs to it; `close` when only the text's paragraphs, and not
    this line and the next, are set apart by empty lines."""
    if not has_text:
        return not _CUE.search(words) or words[0] not in '"“«'
    if _LEADING_IN.search(words) or _CUE.search(words) or _telling().search(words):
        return False
    return close or bool(_OWN_VOICE.search(words))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases().words['post_verbs']}\b", re.IGNORECASE)


def _cut(text: str, begin: int, end: int) -> int:
    """In a line where prose and post are glued together: the last sentence start that leaves a whole post."""
    lead = text.rfind(":", max(begin, end - _MOST), end)
    if lead > 0 and text[lead : lead + 3] != "://" and end - lead > 20:
        at = lead + 1
    else:
        stop = re.compile(r"[.!?…][\"”)]?\s+").search(text, max(begin, end - _MOST), end)
        at = stop.end() if stop else end
    while at < end and text[at].isspace():
        at += 1
    return at
