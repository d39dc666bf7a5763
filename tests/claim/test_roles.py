"""Offices, membership, and what kind of organisation a name is."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

CASES = [
    ("Finance Minister Awa Diop resigned on Monday.", "Awa Diop", "holds office", "Finance Minister"),
    ("Awa Diop, director of the clinic, disagreed.", "Awa Diop", "holds office", "director of the clinic"),
    ("Carlos Ruiz, a spokesman for the growers, said so.", "Carlos Ruiz", "holds office", "spokesman"),
    (
        "Mina Torres, of the Harbour Workers Union, agreed.",
        "Mina Torres",
        "affiliated with",
        "Harbour Workers Union",
    ),
    ("The environmental group River Watch sued the city.", "River Watch", "type", "environmental group"),
    ("The Nairobi-based River Watch Foundation dug wells.", "River Watch Foundation", "based in", "Nairobi"),
    ("River Watch, a Nairobi-based charity, dug wells.", "River Watch", "based in", "Nairobi"),
    (
        "Mina Torres of the Harbour Workers Union agreed.",
        "Mina Torres",
        "affiliated with",
        "Harbour Workers Union",
    ),
    ("Awa Diop, a market vendor, wept.", "Awa Diop", "is", "market vendor"),
    ("Awa Diop, mother of one of the miners, wept.", "Awa Diop", "is", "mother of one of the miners"),
    ("Awa Diop, who runs a shelter in Dakar, wept.", "Awa Diop", "runs", "shelter in Dakar"),
    ("Former President Tom Okoro returned home.", "Tom Okoro", "held office", "President"),
]


@pytest.mark.parametrize(("text", "name", "prop", "value"), CASES)
def test_a_role_is_claimed(text: str, name: str, prop: str, value: str) -> None:
    made = [c for c in claims(text).claims if c.kind is Kind.ROLE]
    found = [(c.subject, c.property, str(c.value)) for c in made]
    assert any(s == name and p == prop and value in v for s, p, v in found), found


def test_one_wording_of_an_office_is_claimed_once() -> None:
    text = "Mayor Ines Vega spoke first.\nMayor Ines Vega spoke last."
    made = [c for c in claims(text).claims if c.kind is Kind.ROLE]
    assert len(made) == 1
