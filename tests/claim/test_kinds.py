"""What kinds of claim a clause is: often two at once, for a record of conditions and one of events both need it."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

K = Kind
CASES = [
    ("The detainees slept on bare boards.", K.CONDITION, "slept", "bare boards"),
    ("Families are living on a football pitch.", K.CONDITION, "are living", "football pitch"),
    ("Inmates may receive one parcel a month.", K.CONDITION, "may receive", "one parcel"),
    ("Prisoners would be kept in double cells.", K.CONDITION, "would be kept", "double cells"),
    ("The jail in Kumasi is run by a security firm.", K.CONDITION, "is run", "a security firm"),
    ("Norway will pay Estonia €4 million a year.", K.AGREEMENT, "will pay", "€4 million"),
    ("Norway will pay Estonia €4 million a year.", K.PLAN, "will pay", "€4 million"),
    ("The envoy hailed the pact as a turning point.", K.AGREEMENT, "hailed", "pact"),
    ("The accord sets no limit on transfers.", K.AGREEMENT, "sets", "no limit"),
    ("Parliament must ratify the treaty by May.", K.LEGAL, "must ratify", "the treaty"),
    ("The president declared a state of emergency in two provinces.", K.LEGAL, "declared", "emergency"),
    ("The plan has hit a legal hurdle.", K.LEGAL, "has hit", "a legal hurdle"),
    (
        "The policy may breach the Refugee Convention, a lawyer said.",
        K.ALLEGATION,
        "may breach",
        "Convention",
    ),
    ("Judge Ana Prieto spoke first. Prieto ordered the guards to leave.", K.LEGAL, "ordered", "the guards"),
    ("Norway to Rent Prison Cells in Estonia", K.PLAN, "Rent", "Prison Cells"),
    ("The petition was thrown out in May.", K.LEGAL, "was thrown out", "May"),
    ("Courts must release them after six months.", K.LEGAL, "must release", "six months"),
    ("Critics warn that the camp makes voters complicit.", K.ALLEGATION, "warn", "complicit"),
    ("Most clients have no criminal records.", K.ALLEGATION, "have", "no criminal records"),
    ("In a rare move, Judge Ana Prieto freed the men.", K.EVENT, "assessed as", "rare move"),
    ("In a show of close cooperation, Norway sent boats.", K.AGREEMENT, "assessed as", "close cooperation"),
    ("The men were held without being charged.", K.LEGAL, "charge", "being charged"),
    ("Ana Prieto met the envoy to discuss new flights.", K.EVENT, "to discuss", "new flights"),
    ("Scrutiny of the jail continues to grow.", K.CONDITION, "grow", "continues to grow"),
    ("The island has become a hub for returnees.", K.EVENT, "has become", "a hub"),
    ("A new four-storey block would add 600 places.", K.PLAN, "would add", "600 places"),
    ("Dos de los expulsados tenían condenas por robo.", K.ALLEGATION, "tenían", "condenas"),
    ("Los internos duermen por turnos en el suelo.", K.CONDITION, "duermen", "turnos"),
]


@pytest.mark.parametrize(("text", "kind", "prop", "value"), CASES)
def test_a_clause_is_claimed_as(text: str, kind: Kind, prop: str, value: str) -> None:
    language = "es" if text.startswith(("Los ", "Dos ")) else "en"
    made = [c for c in claims(text, language=language).claims if c.kind is kind]
    found = [(c.property, str(c.value)) for c in made]
    assert any(p.startswith(prop) and value in v for p, v in found), found


def test_what_a_named_actor_does_now_is_an_event_alone() -> None:
    made = [c for c in claims("Ana Prieto visits the port of Tartu.").claims if c.property == "visits"]
    assert {c.kind for c in made} == {Kind.EVENT}


def test_what_was_not_done_is_claimed_as_not_done() -> None:
    made = [c for c in claims("The men were held without being charged.").claims if c.property == "charge"]
    assert made
    assert all(c.negated for c in made)


PLACES = [
    ("Guards left the Olaine prison, a Soviet-era complex.", "described_as", "Soviet-era complex"),
    ("They went to the Harbour Detention Centre (HDC) on foot.", "name", "Harbour Detention Centre"),
    ("Two boys fled the Kibera prison in Nairobi.", "located in", "Nairobi"),
]


@pytest.mark.parametrize(("text", "prop", "value"), PLACES)
def test_what_stands_beside_a_place_is_claimed_of_it(text: str, prop: str, value: str) -> None:
    made = [c for c in claims(text).claims if c.kind is Kind.CONDITION]
    assert any(c.property == prop and value in str(c.value) for c in made), made


def test_a_guard_named_after_a_place_does_not_describe_it() -> None:
    made = claims("Smoke rose over the Kibera prison, a guard said.").claims
    assert not [c for c in made if c.property == "described_as"]


def test_an_order_until_a_day_is_not_of_that_day() -> None:
    text = "The judge barred removals until June 6."
    made = [c for c in claims(text).claims if c.kind is Kind.LEGAL]
    assert {c.as_of for c in made} == {"2025-05"}, made
