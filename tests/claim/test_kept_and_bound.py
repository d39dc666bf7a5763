"""How people are kept, by what states are bound, rows of participles, and words in marks that only describe."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CASES = [
    # How people are kept, and what turns
    (
        "The crews were detained in squalid conditions, the union said.",
        K.ALLEGATION,
        "detained in",
        "conditions",
    ),
    (
        "The crews were detained in squalid conditions, the union said.",
        K.CONDITION,
        "detained in",
        "conditions",
    ),
    ("Mali houses a large refugee population.", K.CONDITION, "houses", "refugee population"),
    ("The mood in the port has turned sour.", K.CONDITION, "turned", "sour"),
    # Law: what binds, what is the court's, blows
    ("Chad is bound by a regional treaty.", K.LEGAL, "bound by", "regional treaty"),
    (
        "Ana Vega was summoned to ensure compliance with the court's rota.",
        K.LEGAL,
        "summoned",
        "court's rota",
    ),
    ("The mill suffered a legal blow on Friday.", K.LEGAL, "suffered", "blow"),
    # What is pointed out, what is called wrong
    (
        "The charity highlighted the deaths of six divers.",
        K.ALLEGATION,
        "highlighted",
        "deaths of six divers",
    ),
    ("The draconian law on strikes passed.", K.ALLEGATION, "described_as", "draconian law"),
    # Rows: the middle one, and what "allegedly" stands before
    ("Two men were held, beaten and quietly returned to Chad.", K.EVENT, "beat", "beaten"),
    ("The army freed six clerks allegedly abducted and held by rebels.", K.ALLEGATION, "held by", "rebels"),
    # Offices
    ("They sued private dam contractor the GEO Group in May.", K.ROLE, "type", "private dam contractor"),
    # Clauses
    (
        "The judge described their sale as a possible forced sale.",
        K.LEGAL,
        "described",
        "possible forced sale",
    ),
    ('The firm\'s "work scheme" recruited divers in May.', K.EVENT, "recruited", "divers"),
]


@pytest.mark.parametrize(("text", "kind", "prop", "value"), CASES)
def test_told(text: str, kind: Kind, prop: str, value: str) -> None:
    assert any(prop in c.property and value in c.value for c in made(text, kind))


ABSENT = [
    ("The strike involved 40 nurses.", K.ALLEGATION, "involved"),
    ("The crews were detained with men suffering abuse.", K.ALLEGATION, "detained with"),
    ("Two political parties met in Lima.", K.ALLEGATION, "described_as"),
]


@pytest.mark.parametrize(("text", "kind", "prop"), ABSENT)
def test_not_told(text: str, kind: Kind, prop: str) -> None:
    assert not any(prop in c.property for c in made(text, kind))


def test_who_is_to_be_moved() -> None:
    text = "A court ordered a group of sailors held in camps to be moved to Malta."
    assert any("moved" in c.property and "sailors" in c.subject for c in claims(text).claims)
