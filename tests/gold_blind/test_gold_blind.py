"""Four reports read by hand before the program saw them: its numbers and quotations are found and none is invented.

When first seen: 76 of 79 numbers with 6 too many, 50 of them whole (bound, speaker, day and subject), 25 of 25
quotations with 1 too many. Rules were made general from the misses since, so the floors here are no held-out figure.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from habeas.flow import build
from habeas.publish import codec

HERE = Path(__file__).parent


@cache
def gold():
    return [json.loads(line) for line in (HERE / "gold" / "claims.jsonl").read_text("utf-8").splitlines()]


@cache
def claimed():
    return [json.loads(codec.lines([codec.claim_json(c)])) for c in build([HERE / "reports"]).claims]


def of_kind(claims, kind):
    return [c for c in claims if c["kind"] == kind]


def meets(mine, other):
    return mine["doc"] == other["doc"] and mine["start"] < other["end"] and other["start"] < mine["end"]


def test_gold_stands_on_the_words_of_its_reports():
    for claim in gold():
        text = (HERE / "reports" / claim["doc"]).read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote_exact"]


def test_numbers_are_found_and_few_are_invented():
    mine = [c for c in of_kind(claimed(), "quantity") if not isinstance(c["value"], str) or "-" in c["value"]]
    wanted = of_kind(gold(), "quantity")
    found = [g for g in wanted if any(meets(c, g) and c["value"] == g["value"] for c in mine)]
    assert len(found) >= 0.93 * len(wanted)
    assert len([c for c in mine if not any(meets(c, g) and c["value"] == g["value"] for g in wanted)]) <= 3


def test_quotations_are_found_and_none_is_invented():
    mine, wanted = of_kind(claimed(), "quotation"), of_kind(gold(), "quotation")
    assert all(any(meets(c, g) for c in mine) for g in wanted)
    assert all(any(meets(c, g) for g in wanted) for c in mine)


def test_nothing_is_claimed_of_noise():
    for noise in json.loads((HERE / "gold" / "noise.json").read_text("utf-8")):
        at = (HERE / "reports" / noise["doc"]).read_text("utf-8").find(noise["text"])
        span = {"doc": noise["doc"], "start": at, "end": at + len(noise["text"])}
        assert not [c for c in claimed() if meets(c, span)], noise["text"]
