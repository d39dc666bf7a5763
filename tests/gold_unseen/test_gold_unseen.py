"""Nine reports read by hand before the program saw them: a wire, its rewrite and its copy, two in Spanish, courts,
prisons, a storm.

When first seen: 102 of 103 numbers with 5 too many, 81 of 102 with the right speaker, 20 of 20 quotations; 22 of 27
events, 12 of 23 facts of law, 16 of 30 conditions, 3 of 12 agreements, 7 of 17 allegations, 17 of 27 roles, 13 of 19
plans (of the last three reports, seen later, more than of the first six). Rules were made general from the misses
since, so the floors here are no held-out figure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goldfacts import GoldFolder, meets, of_kind, same_bound, same_day, same_speaker, same_value

UNSEEN = GoldFolder(Path(__file__).parent)


def test_gold_stands_on_the_words_of_its_reports():
    assert not UNSEEN.misplaced()


def test_numbers_are_found_and_few_are_invented():
    pairs, lost = UNSEEN.answered("quantity", same_value)
    assert len(pairs) >= 0.97 * (len(pairs) + len(lost))
    spare = UNSEEN.spare_numbers()
    assert len(spare) <= 5, [c["quote"] for c in spare]


def test_most_numbers_have_their_bound_their_day_and_their_speaker():
    pairs, _ = UNSEEN.answered("quantity", same_value)
    assert sum(same_bound(c, g) for c, g in pairs) >= 0.95 * len(pairs)
    assert sum(same_speaker(c, g) for c, g in pairs) >= 0.8 * len(pairs)
    assert sum(same_day(c, g) for c, g in pairs) >= 0.93 * len(pairs)


def test_quotations_are_found_with_their_speakers_and_none_is_invented():
    mine, wanted = of_kind(UNSEEN.claimed, "quotation"), of_kind(UNSEEN.claims, "quotation")
    found = [next((c for c in mine if meets(c, g)), None) for g in wanted]
    right = [c and same_speaker(c, g) for g, c in zip(wanted, found, strict=True)]
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
    missed = UNSEEN.missed(kind)
    wanted = len(of_kind(UNSEEN.claims, kind))
    assert wanted - len(missed) >= floor * wanted, [g["quote_exact"] for g in missed]


def test_nothing_is_claimed_of_noise():
    assert not UNSEEN.claimed_of_noise()


def test_the_copy_and_its_original_are_one_origin():
    copied = {frozenset((p.a, p.b)) for p in UNSEEN.dossier.lineage.pairs if p.relation == "copy"}
    assert frozenset(("kenya_wire.txt", "coast_copy.txt")) in copied


def test_sums_and_units_that_hold_are_said_to_hold():
    held = {c.type for c in UNSEEN.dossier.checks if c.holds}
    assert {"arithmetic", "conversion"} <= held
