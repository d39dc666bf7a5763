"""Noise lines and noise inside lines."""

from __future__ import annotations

import re
from functools import cache

from habeas.model.report import NoiseKind
from habeas.model.span import Span
from habeas.read.dates import DATE
from habeas.read.layout.phrases import Phrase, first_word, phrases

__all__ = ["line_noise"]

_LONGEST_LINE = 240
_LONGEST_START = 160
_LONGEST_INSIDE = 700
_LONGEST_CAPTION = 600
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,400}\](?:\([^)\n]{0,600}\))?[ \t]*\|?|\[(?:image|photo|video|imagen|foto)[^\]\n]{0,200}\]",
    re.IGNORECASE,
)
_SIGNS_ONLY = re.compile(r"[\W_]+\Z")
_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+\Z")
_ENUMERATED = re.compile(r"(?:[\w&'’.]+ ?[|/»>•·] ?){2,}[\w&'’. ]+\Z")
_CLOCK = r"(?:\s*(?:[,|@•·-]|at|a las)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?|hrs?\.?|horas|h)?)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo),?\s+)?"


def line_noise(text: str, line: Span) -> NoiseKind | None:
    """The kind of noise that a whole line is, None when it holds words of the report.

    >>> line_noise("12 Comments", Span(0, 11))
    <NoiseKind.COMMENT_COUNTER: 'comment_counter'>
    >>> line_noise("12 comments were deleted by the court's own clerk on Monday.", Span(0, 60)) is None
    True
    """
    start, end = line
    length = end - start
    if length <= _LONGEST_LINE:
        kind = _phrase_noise(text, line)
        if kind is not None:
            return kind
        kind = _shaped(text[start:end])
        if kind is not None:
            return kind
    if length <= _LONGEST_CAPTION and (kind := _credited(text, line)) is not None:
        return kind
    if length <= _LONGEST_INSIDE:
        return _inside(text, line)
    return None


def _phrase_noise(text: str, line: Span) -> NoiseKind | None:
    start, end = line
    known = phrases()
    word = first_word(text, start, end)
    for phrase in known.lines.get(word, ()):
        if phrase.pattern.match(text, start, end) and not _lowercase_goes_on(text, start):
            return phrase.kind
    if end - start <= _LONGEST_START:
        for phrase in known.starts.get(word, ()):
            found = phrase.pattern.match(text, start, end)
            if found and not _is_prose(phrase, text, found.end(), end):
                return phrase.kind
    return None


def _lowercase_goes_on(text: str, start: int) -> bool:
    """A wrapped line that begins in lower case after a line without an end is prose, whatever it says."""
    if not text[start].islower():
        return False
    before = text[max(0, start - 3) : start].rstrip()
    return bool(before) and before[-1].isalnum() and start - len(before) > 0 and text[start - 1] != "\n"


_PROSE_KINDS = frozenset(
    {NoiseKind.CREDIT, NoiseKind.NAVIGATION, NoiseKind.PUBLISHED_LINE, NoiseKind.COMMENT_COUNTER}
)
_IMPERATIVE = re.compile(r"[.!?…][\"”')]?\Z")


def _is_prose(phrase: Phrase, text: str, after: int, end: int) -> bool:
    """Whether a line that begins like a credit is a sentence ("Photo by photo, the clerks ...")."""
    if phrase.closed or phrase.kind not in _PROSE_KINDS:
        return False
    rest = text[after:end]
    return rest.count(" ") > 7 and bool(_IMPERATIVE.search(rest))


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], NoiseKind], ...]:
    known = phrases()
    name = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
    names = rf"{name}(?:\s+(?:(?:de|del|la|van|von|al|bin|y|e|and)\s+)*{name}){{0,4}}"
    flags = 0
    agency = known.agencies
    by = rf"(?i:{known.by})"
    date = rf"(?i:{_WEEKDAY}{DATE}{_CLOCK})"
    rest = rf"(?:\s*[|,/•·–—-]\s*(?:[\w@.&'’ ]{{2,60}}|{date}))*"
    return (
        (
            re.compile(
                rf"[|•·*\s-]*(?i:{known.published})?\s*[:|–-]?\s*(?i:(?:on|el|at)\s+)?{date}(?:\s*[|•·,–-].{{0,80}}|\s+(?i:by|por)\s.{{0,60}})?\Z",
                flags,
            ),
            NoiseKind.PUBLISHED_LINE,
        ),
        (
            re.compile(
                rf"[|•·*\s-]*{by}:?\s+{names}(?:,?\s+(?:and|y|e|&)\s+{names}|,\s+{names})*{rest}(?:\s+{date})?\s*\Z",
                flags,
            ),
            NoiseKind.BYLINE,
        ),
        (
            re.compile(rf"{names}\s*[|/,]\s*(?i:{agency})(?:\s*[|/,]\s*(?i:{agency}))*\s*\Z", flags),
            NoiseKind.CREDIT,
        ),
        (
            re.compile(
                rf"[^|]{{2,120}}\|\s*(?i:(?:photo|image|picture|source|credit|foto|imagen|fuente|crédito|photograph|screenshot)s?(?:\s+(?:by|via|from|credit))?\s*:?)\s*[^|]{{2,80}}\Z",
                flags,
            ),
            NoiseKind.CREDIT,
        ),
        (re.compile(r"[^|]{10,200}\s\|\Z", flags), NoiseKind.CAPTION),
    )


def _shaped(words: str) -> NoiseKind | None:
    """Noise by its shape: an image, a bare link, a date line, a byline, a credit, a cell of an image table."""
    if _IMAGE.fullmatch(words):
        return NoiseKind.EMPTY_IMAGE
    if _SIGNS_ONLY.match(words):
        return NoiseKind.NAVIGATION
    if _URL_ONLY.match(words):
        return NoiseKind.EMBEDDED_POST if "t.co/" in words or "twitter.com" in words else NoiseKind.RELATED
    for pattern, kind in _shapes():
        if pattern.match(words):
            return kind
    if len(words) < 120 and _ENUMERATED.match(words) and words[-1] not in ".!?":
        return NoiseKind.NAVIGATION
    return None


@cache
def _credits() -> re.Pattern[str]:
    agency = phrases().agencies
    photo = r"(?:photo(?:graph)?s?|image|picture|pic|illustration|video|screenshot|handout|foto(?:graf[ií]a)?s?|imagen)"
    within = (
        rf"(?:{agency})\s*(?:{photo}|file)?\s*(?:/|via|,|\b)[^()\n]{{0,80}}|[^()\n]{{2,60}}(?:/|\bvia\s|\|)\s*{agency}[^()\n]{{0,40}}"
        rf"|{photo}\s*(?:by|credit|courtesy|via|from|de|por|:|/)[^()\n]{{2,80}}|(?:file|handout|courtesy|archivo)\s*(?:{photo})?[^()\n]{{0,40}}"
    )
    bare = rf"(?:{photo}(?:\s+(?:by|credit|courtesy of|courtesy|via|de|por))?\s*[:|/]|©|\bcredit:|\bcrédito:)\s*[^.!?\n]{{2,80}}"
    slashed = rf"(?:[A-Z][\w.'’-]+\s+){{1,4}}?[A-Z][\w.'’-]+\s*/\s*{agency}(?:\s*/\s*{agency})*(?:\s+(?:via|through)\s+{agency})?"
    return re.compile(rf"(?:\((?:{within})\)|{bare}|{slashed}|\bGetty Images)\s*[.|]?\s*\Z", re.IGNORECASE)


_CREDIT_SIGNS = re.compile(
    r"photo|image|getty|/|©|credit|crédito|foto|file|courtesy|handout|\(AP|archivo", re.IGNORECASE
)


def _credited(text: str, line: Span) -> NoiseKind | None:
    """A line that ends in a photographer's credit is the caption of the picture, or the credit alone."""
    tail = max(line.start, line.end - 140)
    if not _CREDIT_SIGNS.search(text, tail, line.end):
        return None
    found = _credits().search(text, tail, line.end)
    if not found:
        return None
    return NoiseKind.CREDIT if found.start() - line.start < 3 else NoiseKind.CAPTION


def _inside(text: str, line: Span) -> NoiseKind | None:
    for phrase in phrases().inside:
        if phrase.pattern.search(text, line.start, line.end):
            return phrase.kind
    return None
