"""Nine reports read by hand before the program saw them: a wire, its rewrite and its copy, two in Spanish, courts,
prisons, a storm.

When first seen: 102 of 103 numbers with 5 too many, 81 of 102 with the right speaker, 20 of 20 quotations; 22 of 27
events, 12 of 23 facts of law, 16 of 30 conditions, 3 of 12 agreements, 7 of 17 allegations, 17 of 27 roles, 13 of 19
plans (of the last three reports, seen later, more than of the first six). Rules were made general from the misses
since, so the floors here are no held-out figure.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from habeas.flow import build
from habeas.publish import codec

HERE = Path(__file__).parent
LIGHT = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "by",
        "with",
        "from",
        "its",
        "his",
        "her",
        "their",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
    ]
)
SHARE = 0.34
"""The part of a gold claim's content words that a claim of its kind on the same words must have."""


@cache
def gold():
    return [json.loads(line) for line in (HERE / "gold" / "claims.jsonl").read_text("utf-8").splitlines()]


@cache
def dossier():
    return build([HERE / "reports"])


@cache
def claimed():
    return [json.loads(codec.lines([codec.claim_json(c)])) for c in dossier().claims]


def of_kind(claims, kind):
    return [c for c in claims if c["kind"] == kind]


def meets(mine, other):
    return mine["doc"] == other["doc"] and mine["start"] < other["end"] and other["start"] < mine["end"]


def content(claim):
    told = f"{claim['subject']} {claim['property']} {claim['value']}"
    return set(re.findall(r"\w+", told.lower().replace("’", "'"))) - LIGHT


def speaker(claim):
    return (
        (claim["asserted_by"][-1]["name"] if claim["asserted_by"] else "").removesuffix(" (unnamed)").lower()
    )


def test_gold_stands_on_the_words_of_its_reports():
    for claim in gold():
        text = (HERE / "reports" / claim["doc"]).read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote_exact"]


@cache
def numbers():
    """Each gold number with the claim that found it, and the claims of numbers that no gold has."""
    mine = [c for c in of_kind(claimed(), "quantity") if not isinstance(c["value"], str)]
    wanted = [g for g in of_kind(gold(), "quantity") if not isinstance(g["value"], str)]
    found = [(g, next((c for c in mine if meets(c, g) and c["value"] == g["value"]), None)) for g in wanted]
    spare = [c for c in mine if not any(meets(c, g) and c["value"] == g["value"] for g in wanted)]
    return found, spare


def test_numbers_are_found_and_few_are_invented():
    found, spare = numbers()
    assert sum(c is not None for _, c in found) >= 0.97 * len(found)
    assert len(spare) <= 5, [c["quote"] for c in spare]


def test_most_numbers_have_their_bound_their_day_and_their_speaker():
    pairs = [(g, c) for g, c in numbers()[0] if c is not None]
    bounds = sum(c["comparator"] == g["comparator"] for g, c in pairs)
    told = sum(speaker(c) == (g["attributed_to"] or "").removesuffix(" (unnamed)").lower() for g, c in pairs)
    days = [(g["as_of"], c["as_of"] or "") for g, c in pairs if g["as_of"]]
    assert bounds >= 0.95 * len(pairs)
    assert told >= 0.8 * len(pairs)
    assert sum(b.startswith(a) or (b and a.startswith(b)) for a, b in days) >= 0.93 * len(days)


def test_quotations_are_found_with_their_speakers_and_none_is_invented():
    mine, wanted = of_kind(claimed(), "quotation"), of_kind(gold(), "quotation")
    found = [next((c for c in mine if meets(c, g)), None) for g in wanted]
    right = [c and speaker(c) == g["attributed_to"].lower() for g, c in zip(wanted, found, strict=True)]
    assert all(found)
    assert sum(map(bool, right)) >= 0.9 * len(wanted)
    assert sum(not any(meets(c, g) for g in wanted) for c in mine) <= 1


FLOORS = [
    ("event", 0.8),
    ("legal", 0.85),
    ("condition", 0.8),
    ("agreement", 0.75),
    ("allegation", 0.6),
    ("role", 0.92),
    ("plan", 0.8),
]


@pytest.mark.parametrize(("kind", "floor"), FLOORS)
def test_what_is_said_in_words_is_claimed(kind, floor):
    wanted, mine = of_kind(gold(), kind), of_kind(claimed(), kind)
    found = [
        g
        for g in wanted
        if any(meets(c, g) and len(content(c) & content(g)) >= SHARE * len(content(g)) for c in mine)
    ]
    assert len(found) >= floor * len(wanted), [g["quote_exact"] for g in wanted if g not in found]


def test_nothing_is_claimed_of_noise():
    for noise in json.loads((HERE / "gold" / "noise.json").read_text("utf-8")):
        at = (HERE / "reports" / noise["doc"]).read_text("utf-8").find(noise["text"])
        span = {"doc": noise["doc"], "start": at, "end": at + len(noise["text"])}
        assert not [c for c in claimed() if meets(c, span)], noise["text"]


def test_the_copy_and_its_original_are_one_origin():
    copied = {frozenset((p.a, p.b)) for p in dossier().lineage.pairs if p.relation == "copy"}
    assert frozenset(("kenya_wire.txt", "coast_copy.txt")) in copied


def test_sums_and_units_that_hold_are_said_to_hold():
    held = {c.type for c in dossier().checks if c.holds}
    assert {"arithmetic", "conversion"} <= held
