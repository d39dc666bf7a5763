"""Report: one news report as stored, its text, and what the reading found around the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.model.span import Span

__all__ = ["Block", "BlockKind", "Fact", "NoiseKind", "Report"]


class BlockKind(StrEnum):
    """What a block of text is in the layout of its report."""

    HEADLINE = "headline"
    DECK = "deck"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    NOISE = "noise"


class NoiseKind(StrEnum):
    """Text that stands in the report's file but is not the report's own words."""

    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT_COUNTER = "comment_counter"
    COMMENT_PROMPT = "comment_prompt"
    SHARE = "share"
    EMBEDDED_POST = "embedded_post"
    EMPTY_IMAGE = "empty_image"
    PUBLISHED_LINE = "published_line"
    BYLINE = "byline"
    RELATED = "related"
    ADVERTISEMENT = "advertisement"
    NAVIGATION = "navigation"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit. Blocks are in text order and do not overlap; the gaps hold white space only.

    `noise` is set exactly when `kind` is NOISE. A noise block can be a part of a line
    (a credit glued to a sentence), so a paragraph may be split around it.
    """

    span: Span
    kind: BlockKind
    noise: NoiseKind | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the report (outlet, byline, date), the reading's ground for it, and where it stands.

    `basis` is one of `text`, `metadata`, `json-ld`, `url`, `warc`, `jsonl`, `parquet`, `pdf`, `embedded_post`, `argument`.
    `span` is None when the ground is not in `Report.text`.
    """

    value: str
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One news report.

    `doc` is the input's name (relative path; for containers `path#record`), `sha256` the digest of the
    stored bytes, `text` the decoded text that all spans point into. For text files `text` is the decoded
    file, nothing normalised away. For HTML it is the page's article text, and `origin_offsets` maps
    each character of `text` to its offset in the decoded page source (-1 where the character was supplied by the
    reading, such as a paragraph break). `pages` holds the start offset of each page of a PDF.
    """

    doc: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    headline: Fact | None = None
    outlet: Fact | None = None
    byline: Fact | None = None
    published: Fact | None = None
    url: str | None = None
    origin_offsets: tuple[int, ...] | None = None
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def published_date(self) -> date | None:
        """The published date (`published.value` is ISO 8601; its first ten characters are the day)."""
        return date.fromisoformat(self.published.value[:10]) if self.published else None

    def quote(self, span: Span) -> str:
        """The words at `span`."""
        return self.text[span.start : span.end]
