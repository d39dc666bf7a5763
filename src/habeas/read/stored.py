"""What is stored of one report before it is read."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.report import Fact

__all__ = ["Known", "Record"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a container says of a record: its address, declared charset, and facts with their basis."""

    url: str | None = None
    charset: str | None = None
    headline: Fact | None = None
    outlet: Fact | None = None
    byline: Fact | None = None
    published: Fact | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The bytes of one report; `doc` is `path#n` in a container (n counts from 1).

    `stored` holds the bytes as the container stores them when `data` was taken out of them.
    """

    doc: str
    data: bytes
    known: Known | None = None
    stored: bytes | None = None
