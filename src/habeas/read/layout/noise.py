"""Noise lines and noise inside lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from habeas.model.report import NoiseKind
from habeas.model.span import Span
from habeas.read.dates import DATE
from habeas.read.layout.phrases import Prefix, edges_off, first_word, folded, phrases

__all__ = ["NAMES", "line_noise", "telltales"]

_LONGEST_LINE = 240
_LONGEST_START = 160
_LONGEST_INSIDE = 700
_LONGEST_CAPTION = 600
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,400}\](?:\([^)\n]{0,600}\))?[ \t]*\|?|\[(?:image|photo|video|imagen|foto)[^\]\n]{0,200}\]",
    re.IGNORECASE,
)
_SIGNS_ONLY = re.compile(r"[\W_]+\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CELL = re.compile(r"[^|]{10,200}\s\|\Z")
_PICTURE_FILES = frozenset({".gif", ".jpg", ".png", "jpeg", "webp"})
_NUMBERED = re.compile(r"\d{1,3} (?:of|/) \d{1,3} ?[|–—-] ?\S")
_REACH = re.compile(r"(?:Reach|Contact|Email|E-mail) (?:the )?[^.!?\n]{2,60} (?:at|on|via) \S*[\d@]\S*\.?\Z")
_FILED = re.compile(r"FILE(?: PHOTO)?\s?[-–—:]\s?\S")
_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+\Z")
_ENUMERATED = re.compile(r"(?:[\w&'’.]+ ?[|/»>•·] ?){2,}[\w&'’. ]+\Z")
_CLOCK = r"(?:\s*(?:[,|@•·-]|at|a las)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?|hrs?\.?|horas|h)?)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo),?\s+)?"


@dataclass(frozen=True, slots=True)
class Telltales:
    """What gives a line away wherever it holds it, as far as a text holds it at all: phrases with the kind of noise that
    they show, and the signs of a photographer's credit."""

    phrases: tuple[tuple[str, NoiseKind], ...]
    credits: tuple[str, ...]


def telltales(text: str) -> Telltales:
    """What of them stands anywhere in `text`."""
    lowered = text.lower()
    flat = lowered.replace("’", "'").encode("utf-8", "replace")  # bytes are searched in half the time
    return Telltales(
        tuple(found for found in phrases().inside if found[0].encode() in flat),
        tuple(sign for sign in _CREDIT_SIGNS if sign in lowered),
    )


def line_noise(text: str, line: Span, known: Telltales | None = None) -> NoiseKind | None:
    """The kind of noise that a whole line is, None when it holds words of the report. `known` are the telltales
    of the text, or of more than the line.

    >>> line_noise("12 Comments", Span(0, 11))
    <NoiseKind.COMMENT_COUNTER: 'comment_counter'>
    >>> line_noise("12 comments were deleted by the court's own clerk on Monday.", Span(0, 60)) is None
    True
    """
    length = line.end - line.start
    if length > _LONGEST_INSIDE:
        return None
    words = text[line.start : line.end]
    if length <= _LONGEST_LINE:
        kind = _phrase_noise(words, folded(words)) or _shaped(words)
        if kind is not None:
            return kind
    signs = _CREDIT_SIGNS if known is None else known.credits
    if length <= _LONGEST_CAPTION and (kind := _credited(words, signs)) is not None:
        return kind
    if known is None or not known.phrases:
        return None
    flat = folded(words)
    return next((kind for phrase, kind in known.phrases if phrase in flat), None)


def _phrase_noise(words: str, flat: str) -> NoiseKind | None:
    known = phrases()
    bare = edges_off(flat)
    if (kind := known.lines.get(bare)) is not None:
        return kind
    first = first_word(flat)
    if first in known.placed and (kind := _placed(first, bare, flat)) is not None:
        return kind
    if len(words) <= _LONGEST_START:
        unbulleted = flat.lstrip("|•·*–—>»([ ")
        for prefix in known.starts.get(first, ()):
            if unbulleted.startswith(prefix.words) and not _goes_on(prefix, unbulleted):
                return prefix.kind
    return None


def _placed(first: str, bare: str, flat: str) -> NoiseKind | None:
    """The kind of the first phrase of those that begin with `first` which a line is, without the signs around it or with
    them; one pattern asks for all."""
    whole = _any_placed(first)
    without = whole.match(bare)
    within = without if bare == flat else whole.match(flat)
    found = [match.lastindex or 0 for match in (without, within) if match]
    return phrases().placed[first][min(found) - 1].kind if found else None


@cache
def _any_placed(first: str) -> re.Pattern[str]:
    return re.compile("|".join(f"({phrase.source})" for phrase in phrases().placed[first]), re.IGNORECASE)


_PROSE_KINDS = frozenset(
    {NoiseKind.CREDIT, NoiseKind.NAVIGATION, NoiseKind.PUBLISHED_LINE, NoiseKind.COMMENT_COUNTER}
)


def _goes_on(prefix: Prefix, flat: str) -> bool:
    """Whether a line that begins like noise is a sentence of the report ("Photo by photo, the clerks ...")."""
    if prefix.closed:
        return False
    rest = flat[len(prefix.words) :]
    if rest[:1].isalnum():
        return True
    return prefix.kind in _PROSE_KINDS and rest.count(" ") > 7 and rest.rstrip("\"”')")[-1:] in ".!?…"


_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
NAMES = rf"{_NAME}(?:\s+(?:(?:de|del|la|las|los|van|von|al|bin|da|dos)\s+){{0,2}}{_NAME}){{0,4}}"
"""One written name: one to five capitalised words."""


# "By Tuesday, the piers were open again": a day or month is no author, and a byline is no sentence.
_CLAUSE = re.compile(
    r"(?i:by|por)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December|Then|Now|That|This|Contrast|Comparison|Law)\b(?!\s+[A-Z])|[a-z]{3}[.!?][\"”’]?\Z"
)


@dataclass(frozen=True, slots=True)
class _Shapes:
    published: re.Pattern[str]
    byline: re.Pattern[str]
    agency: re.Pattern[str]
    source: re.Pattern[str]


@cache
def _shapes() -> _Shapes:
    words = phrases().words
    agency = f"(?i:{words['agencies']})"
    day = f"(?i:{_WEEKDAY}{DATE}{_CLOCK})"
    hour = r"(?i:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?\s*[,|-]?\s*(?:on\s+)?)?"
    said = rf"(?i:{words['published']})?\s*[:|–-]?\s*(?i:(?:on|el|at)\s+)?{hour}"
    desk = rf"(?:{NAMES}(?:\s*[|,-])?\s+)"
    parts = rf"(?:\s*[|,/•·–—-]\s*(?:[\w@.&'’ ]{{2,60}}|{day})){{0,4}}"
    seat = rf"(?:\s+(?:in|en)\s+{NAMES})?"
    more = rf"{seat}(?:,?\s+(?:and|y|e|&)\s+{NAMES}{seat}|,\s+{NAMES}{seat}){{0,5}}"
    kinds = r"(?i:(?:photo|image|picture|source|credit|foto|imagen|fuente|crédito|photograph|screenshot)s?(?:\s+(?:by|via|from|credit))?\s*:?)"
    return _Shapes(
        published=re.compile(
            rf"[|•·*\s-]*{said}{day}(?:\s*[|/•·,–-].{{0,80}}|\s*\([^()]{{0,60}}\)|\s+(?i:by|por)\s.{{0,60}})?\Z"
            rf"|(?!(?i:{words['by']})\b){NAMES}(?:,\s+{NAMES}){{0,2}}\s*[,|•·/–—-]\s*(?i:{_WEEKDAY}{DATE})(?:\s*[|•·/–—-]\s*.{{0,60}})?\Z"
            rf"|(?!(?i:{words['by']})\b){NAMES}(?:\s*\(@[\w.]{{1,30}}\))?[\s|,·•-]+(?i:{words['published']})\s*:?\s*(?i:(?:on|el)\s+)?{day}\s*\Z"
            rf"|{desk}(?i:{_WEEKDAY}{DATE})\s*[,|@•·-]?\s*\d{{1,2}}[:.]\d\d\s*(?i:[ap]\.?\s?m\.?)?(?:\s*[A-Z]{{2,4}})?\Z"
        ),
        byline=re.compile(
            rf"[|•·*\s-]*(?i:{words['by']}):?\s+{NAMES}{more}(?:\s*\([^()]{{2,40}}\))?{parts}(?:\s+{day})?\s*\Z"
            rf"|(?:{NAMES}\s+)?(?i:staff (?:writer|reporter)s?|correspondent|reporter)\s*\Z"
        ),
        agency=re.compile(rf"{NAMES}\s*[|/,]\s*{agency}(?:\s*[|/,]\s*{agency}){{0,3}}\s*\Z"),
        source=re.compile(rf"[^|]{{2,120}}\|\s*{kinds}\s*[^|]{{2,80}}\Z"),
    )


def _shaped(words: str) -> NoiseKind | None:
    """Noise by its shape: an image, a bare link, a date line, a byline, a credit, a cell of an image table."""
    if words[0] in "![" and _IMAGE.fullmatch(words):
        return NoiseKind.EMPTY_IMAGE
    if words[-4:].lower() in _PICTURE_FILES and " " not in words:
        return NoiseKind.EMPTY_IMAGE
    if words[0].isdigit() and _NUMBERED.match(words):
        return NoiseKind.CAPTION
    if words[0] in "RCE" and _REACH.match(words):
        return NoiseKind.BOILERPLATE
    if not words[0].isalnum() and _SIGNS_ONLY.match(words):
        return NoiseKind.NAVIGATION
    if words.startswith(("http", "www.")) and _URL_ONLY.match(words):
        return NoiseKind.EMBEDDED_POST if "t.co/" in words or "twitter.com" in words else NoiseKind.RELATED
    shapes = _shapes()
    if _YEAR.search(words) and shapes.published.match(words):
        return NoiseKind.PUBLISHED_LINE
    if shapes.byline.match(words) and not _CLAUSE.search(words):
        return NoiseKind.BYLINE
    return _barred(words, shapes)


def _barred(words: str, shapes: _Shapes) -> NoiseKind | None:
    """Noise that bars or slashes give away."""
    if ("/" in words or "|" in words or "," in words) and shapes.agency.match(words):
        return NoiseKind.CREDIT
    if "|" in words:
        if shapes.source.match(words):
            return NoiseKind.CREDIT
        last = words.rpartition("|")[2].strip()
        if len(words) < _SHORT and _YEAR.search(last) and shapes.published.match(last):
            return NoiseKind.PUBLISHED_LINE  # "Newsroom | Lima, 9 July 2025"
        if _CELL.match(words):
            return NoiseKind.CAPTION
    if len(words) < 120 and words[-1] not in ".!?" and _ENUMERATED.match(words):
        return NoiseKind.NAVIGATION
    return None


@cache
def _credits() -> re.Pattern[str]:
    agency = phrases().words["agencies"]
    photo = r"(?:photo(?:graph)?s?|image|picture|pic|illustration|video|screenshot|handout|foto(?:graf[ií]a)?s?|imagen)"
    within = (
        rf"(?:{agency})\s*(?:{photo}|file)?\s*(?:/|via|,|\b)[^()\n]{{0,80}}|[^()\n]{{2,60}}(?:/|\bvia\s|\|)\s*{agency}[^()\n]{{0,40}}"
        rf"|{photo}\s*(?:by|credit|courtesy|via|from|de|por|:|/)[^()\n]{{2,80}}|(?:file|handout|courtesy|archivo)\s*(?:{photo})?[^()\n]{{0,40}}"
    )
    bare = rf"(?:{photo}(?:\s+(?:by|credit|courtesy of|courtesy|via|de|por))?\s*[:|/]|©|\bcredit:|\bcrédito:)\s*[^.!?\n]{{2,80}}"
    slashed = rf"(?:[A-Z][\w.'’-]+\s+){{1,4}}?[A-Z][\w.'’-]+\s*/\s*{agency}(?:\s*/\s*{agency})*(?:\s+(?:via|through)\s+{agency})?"
    return re.compile(rf"(?:\((?:{within})\)|{bare}|{slashed}|\bGetty Images)\s*[.|]?\s*\Z", re.IGNORECASE)


@cache
def _slashed() -> re.Pattern[str]:
    """A slash with an agency behind it: what a credit needs in which no picture is named."""
    return re.compile(rf"/\s*{phrases().words['agencies']}", re.IGNORECASE)


_PICTURES = ("pic", "illustration", "video", "screenshot", "imagen", "(")
_PROSE_ENDS = frozenset('.!?"”’»:,;')
_SHORT = 120
"""A longer line that ends like a sentence is no credit."""
_CREDIT_SIGNS = (
    "photo",
    "image",
    "getty",
    "/",
    "©",
    "credit",
    "crédito",
    "foto",
    "file)",
    "courtesy",
    "handout",
    "(ap",
    "archivo)",
    " via ",
)


def _credited(words: str, signs: tuple[str, ...]) -> NoiseKind | None:
    """A line that ends in a photographer's credit is the caption of the picture, or the credit alone; `signs` are those of
    a credit that its text holds."""
    if words.startswith("FILE") and _FILED.match(words):
        return NoiseKind.CAPTION
    if not signs or (words[-1] in _PROSE_ENDS and len(words) > _SHORT):
        return None
    tail = words[-140:].lower()
    held = [sign for sign in signs if sign in tail]
    start = max(0, len(words) - 140)
    if not held or (held == ["/"] and not _may_slash(words, tail, start)):
        return None
    found = _credits().search(words, start)
    if not found:
        return None
    return NoiseKind.CREDIT if found.start() < 3 else NoiseKind.CAPTION


def _may_slash(words: str, tail: str, start: int) -> bool:
    """Whether a tail of which nothing but a slash says so can still be a credit; most slashes are of addresses."""
    return any(word in tail for word in _PICTURES) or _slashed().search(words, start) is not None
