"""Proposals: what an answer holds, each of the right shape or dropped for not being so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.model.claim import Kind, Modality

__all__ = ["LONGEST", "MOST", "Dropped", "Proposal", "proposals"]

MOST = 200
"""Proposals of one answer; a text of some thousand characters makes a few dozen claims."""

LONGEST = 600
"""Characters of a proposal's words; the longest sentence that is a claim of its own is shorter."""


class Dropped(StrEnum):
    """Why a proposal was dropped."""

    SHAPE = "not of the shape that was asked for"
    TOO_MANY = f"beyond the first {MOST} of an answer"
    TOO_LONG = f"its words are longer than {LONGEST} characters"
    NOT_THERE = "its words do not stand in the report"
    NOT_AT_SPAN = "its words do not stand at the place given"
    SEVERAL = "its words stand in several places"
    CUT = "its words begin or end inside a word"
    NOISE = "its words are noise, not the report's own"
    SUBJECT = "its subject is not in the report's words"
    PROPERTY = "its property is neither the pack's nor in its words"
    VALUE = "its value is not in its words"
    SPEAKER = "its speaker is not in the report's words"
    NO_QUOTATION = "its words are not between quotation marks"
    KNOWN = "the program's own rules read it too"
    TWICE = "it was proposed before"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as the reader proposes it. `start` and `end` are in the text it was sent, None where it gave none."""

    quote: str
    kind: Kind
    subject: str
    property: str
    value: int | float | str
    speaker: str | None
    modality: Modality
    negated: bool
    start: int | None
    end: int | None


def proposals(content: str) -> list[Proposal | Dropped] | None:
    """All proposals of an answer, in order; None where it is no JSON object with a list of claims.

    >>> proposals('{"claims": ["x"]}')
    [<Dropped.SHAPE: 'not of the shape that was asked for'>]
    """
    try:
        data = json.loads(_bare(content))
    except (ValueError, RecursionError):
        return None
    rows = data.get("claims") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        return None
    kept: list[Proposal | Dropped] = [_proposal(row) for row in rows[:MOST]]
    return kept + [Dropped.TOO_MANY] * max(0, len(rows) - MOST)


def _bare(content: str) -> str:
    """The answer without the fence that many models put around JSON."""
    text = content.strip()
    if text.startswith("```") and text.endswith("```") and "\n" in text:
        return text[text.index("\n") : -3]
    return text


def _proposal(row: Any) -> Proposal | Dropped:
    if not isinstance(row, Mapping):
        return Dropped.SHAPE
    texts = [row.get(name) for name in ("quote", "subject", "property")]
    speaker, value, negated = row.get("speaker"), row.get("value"), row.get("negated", False)
    start, end = row.get("start"), row.get("end")
    if not all(isinstance(text, str) and text.strip() for text in texts):
        return Dropped.SHAPE
    if not (speaker is None or isinstance(speaker, str)) or not isinstance(negated, bool):
        return Dropped.SHAPE
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return Dropped.SHAPE
    if not _is_place(start, end):
        return Dropped.SHAPE
    try:
        kind, modality = Kind(str(row.get("kind"))), Modality(str(row.get("modality") or Modality.ASSERTED))
    except (ValueError, TypeError):
        return Dropped.SHAPE
    quote, subject, property_ = (str(text).strip() for text in texts)
    if len(quote) > LONGEST:
        return Dropped.TOO_LONG
    said = speaker.strip() if speaker else None
    return Proposal(quote, kind, subject, property_, value, said or None, modality, negated, start, end)


def _is_place(start: object, end: object) -> bool:
    """Both left out, or both whole numbers."""
    if start is None and end is None:
        return True
    return all(isinstance(one, int) and not isinstance(one, bool) for one in (start, end))
