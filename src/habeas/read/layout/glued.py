"""Noise glued to the report's own words: a counter at the end of a sentence, an image between two paragraphs."""

from __future__ import annotations

import re

from habeas.model.report import NoiseKind
from habeas.model.span import Span
from habeas.read.layout.phrases import pattern, phrases

__all__ = ["Noise", "glued"]

Noise = tuple[Span, NoiseKind]

_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\](?:\([^)\n]{0,600}\))?(?:[ \t]*\|)?")
_MID_CREDIT = re.compile(
    r"\((?:AP Photo|Photo by|Photo:|Photo credit|Image:|Foto:|Foto de)[^()\n]{0,100}\)|(?<=[a-z.])\bGetty Images\b(?=[A-Z])"
)
_BEFORE = 45
"""How far before its rarest word a tail phrase can begin."""


def glued(text: str) -> list[Noise]:
    """Noise inside lines, in text order and without overlaps.

    >>> [text_span for text_span, kind in glued("The case is closed.12 Comments")]
    [Span(start=19, end=30)]
    """
    found = [(Span(m.start(), m.end()), NoiseKind.EMPTY_IMAGE) for m in _images(text)]
    found += [(Span(m.start(), m.end()), NoiseKind.CREDIT) for m in _credits(text)]
    found += _tails(text)
    found.sort(key=lambda noise: (noise[0].start, -noise[0].end))
    kept: list[Noise] = []
    for noise in found:
        if not kept or noise[0].start >= kept[-1][0].end:
            kept.append(noise)
    return kept


def _images(text: str) -> list[re.Match[str]]:
    return list(_IMAGE.finditer(text)) if "![" in text else []


def _credits(text: str) -> list[re.Match[str]]:
    signs = ("(AP Photo", "(Photo", "(Image", "(Foto", "Getty Images")
    return list(_MID_CREDIT.finditer(text)) if any(sign in text for sign in signs) else []


def _tails(text: str) -> list[Noise]:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    known = phrases()
    held = lowered.encode("utf-8", "replace")  # what is not there at all is seen in bytes in half the time
    found: list[Noise] = []
    for word, kinds in known.tails.items():
        at = lowered.find(word) if word.encode() in held else -1
        while at >= 0:
            for phrase in kinds:
                start = max(0, at - _BEFORE)
                match = next(
                    (
                        m
                        for m in pattern(phrase.source).finditer(text, start, at + 80)
                        if m.start() <= at < m.end()
                    ),
                    None,
                )
                if match and _stands_apart(text, match.start(), match.end()):
                    found.append((Span(match.start(), match.end()), phrase.kind))
            at = lowered.find(word, at + len(word))
    return found


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether the phrase follows a finished sentence and nothing goes on after it."""
    if text[start].islower():
        return False
    line_start = start == 0 or text[start - 1] == "\n"
    before = text[max(0, start - 4) : start].rstrip(" \t\xa0")
    if not line_start and (not before or before[-1] not in ".!?”\"’')]…»\n"):
        return False
    after = text[end : end + 2]
    if not after or after[0] in "\r\n":
        return True
    if text[end - 1].isalnum() and after[0].isupper():
        return True
    return (
        after[0] in " .!"
        and (after.strip(" .!") == "" or after[1:].isupper())
        and not line_start
        and text[start - 1] != " "
    )
