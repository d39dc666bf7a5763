"""Five reports whose numbers and quotations were read before the program saw them: a quake, a count of migrants in
Spanish, a contract, a trial, and a page on prisons with its captions, prompts and an embedded post.

When first seen: 155 of 159 numbers with 1 too many; of the 155, 154 with the right bound, 132 the right speaker,
140 the right day, 133 the right subject, 102 all of it; 19 of 22 vague counts; 48 of 48 quotations with 2 too many,
42 of the right speaker. Rules were made general from the misses since, so the floors here are no held-out figure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goldfacts import GoldFolder, content, of_kind, same_bound, same_day, same_speaker, same_value

NUMBERS = GoldFolder(Path(__file__).parent)


def test_gold_stands_on_the_words_of_its_reports():
    assert not NUMBERS.misplaced()


def vague_or_same(mine, gold):
    """A count in words ("dozens") is found whatever words it keeps."""
    return isinstance(gold["value"], str) or same_value(mine, gold)


def test_numbers_are_found_and_few_are_invented():
    pairs, lost = NUMBERS.answered("quantity", vague_or_same)
    assert len(pairs) >= 0.93 * (len(pairs) + len(lost)), [g["quote_exact"] for g in lost]
    assert len(NUMBERS.spare_numbers()) <= 3


def same_subject(mine, gold):
    return bool(content(mine["subject"], mine["property"]) & content(gold["subject"], gold["property"]))


QUALITIES = [
    ("comparator", same_bound, 0.96),
    ("speaker", same_speaker, 0.8),
    ("day", same_day, 0.86),
    ("subject", same_subject, 0.9),
]


@pytest.mark.parametrize(("name", "holds", "floor"), QUALITIES, ids=[q[0] for q in QUALITIES])
def test_what_is_told_of_a_number(name, holds, floor):
    pairs, _ = NUMBERS.answered("quantity", same_value)
    wrong = [g["quote_exact"] for c, g in pairs if not holds(c, g)]
    assert len(wrong) <= (1 - floor) * len(pairs), wrong


def test_quotations_are_whole_and_their_speakers_named():
    pairs, lost = NUMBERS.answered("quotation", same_value)
    assert not lost
    assert len(of_kind(NUMBERS.claimed, "quotation")) - len(pairs) <= 2
    wrong = [g["quote_exact"] for c, g in pairs if not same_speaker(c, g)]
    assert len(wrong) <= 0.13 * len(pairs), wrong


def test_nothing_is_claimed_of_prompts_and_counters():
    assert not NUMBERS.claimed_of_noise()
