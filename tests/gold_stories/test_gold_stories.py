"""Fifteen reports whose facts were read by hand before the program saw them: deals over people, prisons, camps, courts,
expulsions, a hospital on strike.

Rules were made from the misses on `dev_*`, which at first sight gave 109 of 182 facts. Those on `held_*` were never looked
at, only scored, at first sight 92 of 200, after the rules for the others 121; who wrote them also made those rules, so they
are not wholly unseen. `fresh_*` were written after most rules: 76 of 113 at first sight, where the program before these
rules gave 69; rules were made from their misses since. `page_*`, questions and answers and a live page, gave 33 of 92 at
first sight, mostly for want of a date of the live page; rules were made from their misses too. Those rules bring
`held_*`, still never looked at, from 123 to 138.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goldfacts import GoldFolder, Row, of_kind, same_day, same_speaker, share_of_words

STORIES = GoldFolder(Path(__file__).parent)
KINDS = ("event", "legal", "condition", "agreement", "allegation", "role", "plan")
FLOORS = [("dev", 0.83), ("held", 0.66), ("fresh", 0.8), ("page", 0.8)]


def of(part: str, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["doc"].startswith(f"{part}_")]


def found(kind: str) -> list[tuple[Row, Row]]:
    return STORIES.answered(kind, lambda c, g: same_day(c, g) and share_of_words(c, g))[0]


def test_gold_stands_on_the_words_of_its_reports() -> None:
    assert not STORIES.misplaced()


@pytest.mark.parametrize(("part", "floor"), FLOORS)
def test_what_is_said_in_words_is_claimed_for_its_day(part: str, floor: float) -> None:
    said = sum(len(of(part, [gold for _, gold in found(kind)])) for kind in KINDS)
    wanted = sum(len(of(part, of_kind(STORIES.claims, kind))) for kind in KINDS)
    assert said >= floor * wanted


def test_most_of_what_is_found_is_on_the_word_of_who_said_it() -> None:
    pairs = [pair for kind in KINDS for pair in found(kind)]
    assert sum(same_speaker(c, g) for c, g in pairs) >= 0.7 * len(pairs)
