"""A text laid out in blocks, and the facts that its first lines state."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.report import Block, BlockKind, Fact, NoiseKind
from habeas.model.span import Span
from habeas.read.layout.glued import Noise, glued
from habeas.read.layout.headings import kinds
from habeas.read.layout.lines import lines, unwrapped
from habeas.read.layout.noise import line_noise, telltales
from habeas.read.layout.posts import posts
from habeas.read.layout.stated import byline, outlet, published

__all__ = ["Layout", "lay_out"]

_HEAD = frozenset({NoiseKind.PUBLISHED_LINE, NoiseKind.BYLINE})


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and what its own lines say of headline, outlet, byline and date."""

    blocks: tuple[Block, ...]
    headline: Fact | None = None
    outlet: Fact | None = None
    byline: Fact | None = None
    published: Fact | None = None


def lay_out(
    text: str, language: str = "en", headings: frozenset[int] = frozenset(), titled: bool = False
) -> Layout:
    """The layout of `text`. `headings` are starts of lines that the page itself marks as headings;
    `titled` says that the first line is known to be the headline.

    Blocks are in text order, do not overlap, and leave out white space only.
    """
    found = lines(text)
    noise = _noise(text, found[titled:])
    own = unwrapped(text, _own(text, found, noise))
    first = _before_metadata(own, noise)
    named = kinds(text, own, first, titled=titled)
    blocks = [
        Block(span, BlockKind.HEADING if span.start in headings and kind is BlockKind.PARAGRAPH else kind)
        for span, kind in zip(own, named, strict=True)
    ]
    blocks += [Block(span, BlockKind.NOISE, kind) for span, kind in noise]
    blocks.sort(key=lambda block: block.span.start)
    made = tuple(blocks)
    title = next((b.span for b in made if b.kind is BlockKind.HEADLINE), None)
    return Layout(
        blocks=made,
        headline=Fact(text[title.start : title.end], "text", title) if title else None,
        outlet=outlet(text, made),
        byline=byline(text, made),
        published=published(text, made, language),
    )


def _noise(text: str, found: list[Span]) -> list[Noise]:
    """Embedded posts first, then whole lines, then what is glued inside the lines that are left."""
    noise: list[Noise] = [(post.span, NoiseKind.EMBEDDED_POST) for post in posts(text, found)]
    taken = _Cover([span for span, _ in noise])
    known = telltales(text)
    for line in found:
        if not taken.touches(line) and (kind := line_noise(text, line, known)) is not None:
            noise.append((line, kind))
    noise.sort()
    whole = _Cover([span for span, _ in noise])
    noise += [(span, kind) for span, kind in glued(text) if not whole.touches(span)]
    noise.sort()
    return noise


class _Cover:
    """Spans in order, asked about in order."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._at = 0

    def touches(self, span: Span) -> bool:
        while self._at < len(self._spans) and self._spans[self._at].end <= span.start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at].start < span.end


def _own(text: str, found: list[Span], noise: list[Noise]) -> list[Span]:
    """What is left of the lines when noise is taken out."""
    own: list[Span] = []
    at = 0
    for line in found:
        start = line.start
        while at < len(noise) and noise[at][0].end <= start:
            at += 1
        cut = at
        while cut < len(noise) and noise[cut][0].start < line.end:
            own += _trimmed(text, start, noise[cut][0].start)
            start = max(start, noise[cut][0].end)
            cut += 1
        own += _trimmed(text, start, line.end)
    return own


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _before_metadata(own: list[Span], noise: list[Noise]) -> int:
    """How many own lines stand before the first byline or date line near the top; 0 when none is near."""
    head = next((span.start for span, kind in noise if kind in _HEAD), -1)
    before = sum(1 for span in own[:6] if span.start < head)
    return before if before < 5 else 0
