"""The limits page as data: each sentence, what habeas is said to read in it, and what it reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.claim import Claim
from habeas.model.marks import Marks
from habeas.packs import load_pack
from habeas.read import read_report

PAGE = Path(__file__).resolve().parents[2] / "docs" / "limits.md"

_LIMIT = re.compile(
    r"^### (?P<title>.+)\n\n> (?P<sentence>.+)\n\n- habeas, (?P<layer>\w+): (?P<today>.+)$", re.M
)


@dataclass(frozen=True, slots=True)
class Limit:
    """One known limit."""

    title: str
    sentence: str
    layer: str
    today: str


def limits() -> list[Limit]:
    """Every limit of the page that has a sentence."""
    return [Limit(**m.groupdict()) for m in _LIMIT.finditer(PAGE.read_text("utf-8"))]


def seen(sentence: str, layer: str) -> str:
    """What habeas reads in a sentence, as the page writes it."""
    pack = load_pack()
    report = read_report("limit.txt", f"{sentence}\n".encode())
    marks = mark(report, pack)
    if layer == "claims":
        rows = [_claim_line(c) for c in claim(report, marks, pack).claims if c.kind == "quantity"]
    else:
        rows = _MARKS[layer](report.text, marks)
    return "; ".join(f"`{row}`" for row in rows) or "nothing"


def _claim_line(one: Claim) -> str:
    said = f", says {one.asserted_by[-1].name}" if one.asserted_by else ""
    return f"{one.value}{' negated' if one.negated else ''}{said}"


def _quantities(text: str, marks: Marks) -> list[str]:
    return [f"{q.span.of(text)} = {_number(q.value)} {q.unit or ''}".rstrip() for q in marks.quantities]


def _number(value: int | float | str) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _moments(text: str, marks: Marks) -> list[str]:
    return [f"{m.span.of(text)} = {m.timex}" for m in marks.moments]


def _speakers(text: str, marks: Marks) -> list[str]:
    return [f"{a.content.of(text)} - {a.speaker or 'nobody named'}" for a in marks.attributions]


def _names(text: str, marks: Marks) -> list[str]:
    return [f"{m.span.of(text)} ({marks.entities[m.entity].type.value})" for m in marks.mentions]


_MARKS = {"quantities": _quantities, "moments": _moments, "speakers": _speakers, "names": _names}
