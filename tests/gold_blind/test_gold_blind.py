"""Four reports read by hand before the program saw them: its numbers and quotations are found and none is invented.

When first seen: 76 of 79 numbers with 6 too many, 50 of them whole (bound, speaker, day and subject), 25 of 25
quotations with 1 too many. Rules were made general from the misses since, so the floors here are no held-out figure.
"""

from __future__ import annotations

from pathlib import Path

from goldfacts import GoldFolder, meets, of_kind, same_value

BLIND = GoldFolder(Path(__file__).parent)


def test_gold_stands_on_the_words_of_its_reports():
    assert not BLIND.misplaced()


def test_numbers_are_found_and_few_are_invented():
    pairs, lost = BLIND.answered("quantity", same_value)
    assert len(pairs) >= 0.93 * (len(pairs) + len(lost))
    assert len(BLIND.spare_numbers()) <= 3


def test_quotations_are_found_and_none_is_invented():
    mine, wanted = of_kind(BLIND.claimed, "quotation"), of_kind(BLIND.claims, "quotation")
    assert all(any(meets(c, g) for c in mine) for g in wanted)
    assert all(any(meets(c, g) for g in wanted) for c in mine)


def test_nothing_is_claimed_of_noise():
    assert not BLIND.claimed_of_noise()
