"""Five reports of our own, read by hand: how much of what they say the whole flow finds.

The floors are what was reached when they were set, less a little; they rise as the program does.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goldfacts import GoldFolder, content, of_kind, same_bound, same_day, same_speaker, same_value

OWN = GoldFolder(Path(__file__).parent)


def test_gold_stands_on_the_words_of_its_reports():
    assert not OWN.misplaced()


def test_numbers_are_found_and_none_is_invented():
    pairs, lost = OWN.answered("quantity", same_value)
    assert len(pairs) >= 0.97 * (len(pairs) + len(lost))
    assert len(OWN.spare_numbers()) <= 3


QUALITIES = [
    ("comparator", same_bound, 0.96),
    ("speaker", same_speaker, 0.9),
    ("day", same_day, 0.91),
    (
        "subject",
        lambda c, g: content(c["subject"], c["property"]) & content(g["subject"], g["property"]),
        0.78,
    ),
]


@pytest.mark.parametrize(("name", "holds", "floor"), QUALITIES, ids=[q[0] for q in QUALITIES])
def test_what_is_told_of_a_number(name, holds, floor):
    pairs, _ = OWN.answered("quantity", same_value)
    assert sum(bool(holds(c, g)) for c, g in pairs) / len(pairs) >= floor


def test_quotations_are_whole_and_their_speakers_named():
    pairs, lost = OWN.answered("quotation", same_value)
    assert len(pairs) >= 0.97 * (len(pairs) + len(lost))
    assert len(of_kind(OWN.claimed, "quotation")) - len(pairs) <= 2
    assert sum(same_speaker(c, g) for c, g in pairs) / len(pairs) >= 0.93


OTHERS = [
    ("event", 0.8),
    ("legal", 0.7),
    ("role", 0.85),
    ("agreement", 0.75),
    ("allegation", 0.8),
    ("condition", 0.75),
]


@pytest.mark.parametrize(("kind", "floor"), OTHERS)
def test_other_claims_are_found(kind, floor):
    missed = OWN.missed(kind)
    wanted = len(of_kind(OWN.claims, kind))
    assert wanted - len(missed) >= floor * wanted, [g["quote_exact"] for g in missed]


def test_parts_of_the_flight_add_up():
    (sum_,) = OWN.lines("arithmetic.jsonl")
    formulas = [c.formula.replace(" ", "") for c in OWN.dossier.checks if c.holds]
    assert sum_["holds"] and "131+42+14" in formulas


def test_the_rewritten_report_is_no_second_origin():
    derived = {
        frozenset((p.a, p.b))
        for p in OWN.dossier.lineage.pairs
        if p.relation.value in ("copy", "rewrite_of_same_original")
    }
    gold = OWN.told("lineage.json")["pairs"]
    assert derived == {
        frozenset((p["a"], p["b"])) for p in gold if p["judgement"] == "rewrite_of_same_original"
    }


def test_nothing_is_claimed_of_noise():
    assert not OWN.claimed_of_noise()
