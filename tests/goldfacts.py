"""Reports read by hand and what was found in them: one reader of gold for the folders `gold_*`.

A folder has `reports` and `gold`; `gold/claims.jsonl` has one claim a line, with the words that it stands on. A claim
answers a gold claim of its kind and report that it meets, if it says the same; one claim answers one, the likest first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.publish import codec

__all__ = [
    "GoldFolder",
    "Row",
    "content",
    "same_bound",
    "same_day",
    "same_speaker",
    "same_value",
    "share_of_words",
]

Row = dict
"""One claim as a line of JSON says it, of gold or of a dossier."""

SHARE = 0.34
"""The part of a gold claim's content words that a claim of its kind on the same words must have."""
LIGHT = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in on at for and or by with from its his her their was were is are be been that this as",
    )
)


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """The reports of a folder, what was found in them by hand, and what the program claims of them."""

    at: Path

    @property
    def claims(self) -> list[Row]:
        return _lines(self.at / "gold" / "claims.jsonl")

    def lines(self, name: str) -> list[Row]:
        return _lines(self.at / "gold" / name)

    def told(self, name: str) -> list[Row] | Row:
        return json.loads((self.at / "gold" / name).read_text("utf-8"))

    @property
    def dossier(self) -> Dossier:
        return _built(self.at / "reports")

    @property
    def claimed(self) -> list[Row]:
        return _claimed(self.at / "reports")

    def text(self, doc: str) -> str:
        """A report's own text: that of its file, or what was read from its page."""
        if doc.endswith(".txt"):
            return (self.at / "reports" / doc).read_text("utf-8")
        return next(r.text for r in self.dossier.reports if r.doc == doc)

    def misplaced(self) -> list[Row]:
        """Gold claims that do not stand on the words that they quote."""
        return [g for g in self.claims if self.text(g["doc"])[g["start"] : g["end"]] != g["quote_exact"]]

    def answered(
        self, kind: str, fits: Callable[[Row, Row], float | bool]
    ) -> tuple[list[tuple[Row, Row]], list[Row]]:
        """Pairs of a claim and the gold claim that it answers, and the gold claims of `kind` left over."""
        mine, wanted = of_kind(self.claimed, kind), of_kind(self.claims, kind)
        likest = sorted(
            (
                (float(fits(c, g)), i, j)
                for i, g in enumerate(wanted)
                for j, c in enumerate(mine)
                if meets(c, g)
            ),
            reverse=True,
        )
        pairs: dict[int, int] = {}
        for likeness, i, j in likest:
            if likeness and i not in pairs and j not in pairs.values():
                pairs[i] = j
        return [(mine[j], wanted[i]) for i, j in pairs.items()], [
            g for i, g in enumerate(wanted) if i not in pairs
        ]

    def missed(self, kind: str) -> list[Row]:
        """What of `kind` no claim says, by the words."""
        return self.answered(kind, share_of_words)[1]

    def spare_numbers(self) -> list[Row]:
        """Claimed numbers that no gold number has."""
        used = {c["id"] for c, _ in self.answered("quantity", same_value)[0]}
        mine = of_kind(self.claimed, "quantity")
        return [c for c in mine if c["id"] not in used and not isinstance(c["value"], str)]

    def claimed_of_noise(self) -> list[Row]:
        """Claims that stand on what the gold calls noise."""
        return [c for span in self._noise() for c in self.claimed if meets(c, span)]

    def _noise(self) -> list[Row]:
        found = []
        for noise in self.told("noise.json"):
            at = self.text(noise["doc"]).find(noise["text"])
            found.append({"doc": noise["doc"], "start": at, "end": at + len(noise["text"])})
        return found


def of_kind(claims: list[Row], kind: str) -> list[Row]:
    return [c for c in claims if c["kind"] == kind]


def meets(mine: Row, other: Row) -> bool:
    return mine["doc"] == other["doc"] and mine["start"] < other["end"] and other["start"] < mine["end"]


def content(*texts: object) -> frozenset[str]:
    """The words that say something."""
    return frozenset(w for text in texts for w in re.findall(r"\w+", _folded(text))) - LIGHT


def share_of_words(mine: Row, gold: Row) -> float:
    """The part of the gold claim's words that a claim has; 0 where it is too little to be the same."""
    want = content(gold["subject"], gold["property"], gold["value"])
    share = len(content(mine["subject"], mine["property"], mine["value"]) & want) / len(want)
    return share if share >= SHARE else 0.0


def same_value(mine: Row, gold: Row) -> bool:
    a, b = mine["value"], gold["value"]
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) < 1e-6 * max(1, abs(b))
    return _folded(a) == _folded(b)


def same_bound(mine: Row, gold: Row) -> bool:
    return mine["comparator"] == gold["comparator"]


def same_day(mine: Row, gold: Row) -> bool:
    """Whether a claim is of the gold's day, or of its month or year where one of the two says no more."""
    a, b = mine["as_of"] or "", gold["as_of"]
    return b is None or (bool(a) and (a.startswith(b) or b.startswith(a)))


def same_speaker(mine: Row, gold: Row) -> bool:
    said = _folded(mine["asserted_by"][-1]["name"]) if mine["asserted_by"] else ""
    want = _folded(gold["attributed_to"])
    if not said or not want:
        return said == want
    if "(unnamed)" in want:
        return bool(content(said) & (content(want) - {"unnamed"}))
    return said in want or want in said


def _folded(text: object) -> str:
    plain = "" if text is None else str(text)
    return re.sub(r"\s+", " ", plain.replace("’", "'")).strip(" \"'“”.,").lower()


@cache
def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@cache
def _built(reports: Path) -> Dossier:
    return build([reports])


@cache
def _claimed(reports: Path) -> list[Row]:
    return [json.loads(codec.lines([codec.claim_json(c)])) for c in _built(reports).claims]
