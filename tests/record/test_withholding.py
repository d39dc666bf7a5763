"""Which claims say that something was not disclosed."""

from __future__ import annotations

import pytest

from habeas.model.claim import Claim, Kind
from habeas.model.span import Span
from habeas.record.withholding import withheld_matter, withholds


def claim(quote: str, kind: Kind = Kind.EVENT, negated: bool = False) -> Claim:
    return Claim("c", "d", "r", kind, "the port", "acts", quote, Span(0, len(quote)), quote, negated=negated)


@pytest.mark.parametrize(
    ("quote", "language", "expected"),
    [
        ("The port has not released the names of the crew", "en", True),
        ("The owner declined to comment", "en", True),
        ("Officials did not identify the ship", "en", True),
        ("The port published the list of ships", "en", False),
        ("The crane did not move for two days", "en", False),
    ],
)
def test_a_refusal_or_an_undisclosed_matter_is_withheld(quote: str, language: str, expected: bool) -> None:
    assert withholds(claim(quote), language) is expected


def test_a_negated_claim_needs_no_negating_word() -> None:
    assert withholds(claim("released the manifest", negated=True), "en")


def test_a_number_withholds_nothing() -> None:
    assert not withholds(claim("did not release 40 names", Kind.QUANTITY), "en")


def test_what_was_withheld_is_told_without_the_telling() -> None:
    matter = withheld_matter(claim("has not released the cargo list"), "en")
    assert "cargo list" in matter
    assert "released" not in matter
