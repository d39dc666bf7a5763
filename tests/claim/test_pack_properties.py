"""A number answers a question of the pack only where its words speak of the pack's subject."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind
from habeas.packs import load_pack

PACK = {p.id for p in load_pack().properties}


def told(text, value, language="en"):
    return next(c for c in claims(text, language).claims if c.kind is Kind.QUANTITY and c.value == value)


ASKED = [
    ("The camp at Orlow holds 640 inmates, though it was built for 300.", 640, "inmates held"),
    ("The camp at Orlow holds 640 inmates, though it was built for 300.", 300, "capacity"),
    ("The old jail in Tarn is full. It holds 90 of the 120 for whom it was built.", 90, "inmates held"),
    ("The old jail in Tarn is full. It holds 90 of the 120 for whom it was built.", 120, "capacity"),
    ("Marlow Prison employs 210 guards.", 210, "staff"),
    ("A bus carried 40 detainees to the Moreton detention center.", 40, "people transferred"),
    ("The prison received 75 migrants from the border.", 75, "people transferred"),
    ("The judge gave her 14 days to appeal the deportation order.", 14, "deadline"),
    ("Norland paid $3 million for the prisoners to be taken in.", 3000000, "payment"),
    ("Rebels freed 12 hostages on Sunday.", 12, "people released"),
    ("About 60 were released from custody on Tuesday.", 60, "people released"),
    ("Police picked up 15 people at the protest.", 15, "people arrested"),
    ("A court charged 18 people with murder.", 18, "people charged"),
    ("He was held in a cell for nine days.", 9, "detention length"),
    ("She was jailed in March and posted a $20,000 bond.", 20000, "bail"),
    ("The prison at Dunmore cost $40 million to build.", 40000000, "construction cost"),
    ("The minister will spend three days on the trip.", 3, "trip length"),
    ("The fire left 14 dead.", 14, "deaths"),
    ("The death of six soldiers shook Norland.", 6, "deaths"),
    ("In the clash 14 officers were hurt, police said.", 14, "people injured"),
]


@pytest.mark.parametrize(("text", "value", "property_"), ASKED)
def test_a_number_of_the_subject_answers_its_question(text, value, property_):
    assert told(text, value).property == property_


NOT_ASKED = [
    ("The stadium at Orlow holds 40,000 fans.", 40000),
    ("Students will receive 300 letters.", 300),
    ("More than 900 workers received notice this week.", 900),
    ("Some 200 commuters carry two phones to work.", 200),
    ("The senator carried 12 counties and most voters.", 12),
    ("A ferry carried 240 tourists to the island.", 240),
    ("Drink a glass within 30 minutes of your workout.", 30),
    ("The charger gives 10 hours of music.", 10),
    ("The fund paid $25 million for the bridge.", 25000000),
    ("Members pay a fee of $70 a year.", 70),
    ("Donors gave $200 to the campaign.", 200),
    ("The gym keeps 30 members inside.", 30),
    ("The region's population grew by 700,000 people.", 700000),
    ("The senator picked up four delegates in Ohio.", 4),
    ("The studio released 12 games last year.", 12),
    ("A poll of 400 voters was released on Friday.", 400),
    ("Two guards chatted beside the museum door.", 2),
    ("She was beaten by two guards at Marlow Prison.", 2),
    ("One woman there was beaten, she said.", 1),
    ("The case is charged with three others.", 3),
    ("They walked four blocks to the hotel.", 4),
    ("Biologists studied 12 cells under a lens.", 12),
    ("The van has room for seven.", 7),
    ("He held a three-hour call with investors.", 3),
    ("The session lasts for 15 minutes.", 15),
    ("The bank sought a $9 billion deal to bail out the firm.", 9000000000),
    ("They live five minutes apart.", 5),
    ("Shares rose to 30 percent of full value.", 30),
    ("The tower cost $40 million to build.", 40000000),
    ("The two candidates are in a dead heat.", 2),
    ("The pop star ranked in the top 10 of dead composers.", 10),
    ("Voters waited three hours to hear the mayor.", 3),
]


@pytest.mark.parametrize(("text", "value"), NOT_ASKED)
def test_a_number_of_another_subject_answers_no_question_of_the_pack(text, value):
    one = told(text, value)
    assert one.property not in PACK
    assert one.property


def test_a_games_score_is_no_vote():
    made = claims("The Rangers and the Senators met again, and the Senators were outshot 16-3.").claims
    assert "vote" not in {c.property for c in made}


def test_the_opening_of_a_report_tells_its_subject():
    lead = (
        "Kerr jail was emptied on Friday, officials said. They gave no reason for it. The roads were closed. "
    )
    text = lead + "Reporters waited at the gate. It rained. A ferry carried 240 men to the island."
    assert told(text, 240).property == "people transferred"
    assert told(text.replace("Kerr jail", "Kerr fair"), 240).property != "people transferred"


SPANISH = [
    ("La cárcel de Lomas alberga a 900 presos.", 900, "inmates held"),
    ("El avión trasladó a 40 deportados.", 40, "people transferred"),
    ("El teatro alberga a 900 espectadores.", 900, None),
    ("El museo recibió a 300 visitantes.", 300, None),
    ("El club pagó 3 millones de dólares por el delantero.", 3000000, None),
]


@pytest.mark.parametrize(("text", "value", "property_"), SPANISH)
def test_a_spanish_number_needs_the_subject_too(text, value, property_):
    one = told(text, value, "es")
    assert one.property == property_ if property_ else one.property not in PACK


SUBJECTS = [
    ("In March, you'll save $60 on shoes.", 60),
    ("On October 18, it's 12 trains fewer.", 12),
    ("70 percent of voters were aged 26.", 26),
    ("Five years later they sold 30 boats.", 30),
    ("And 40 ships sailed.", 40),
]


@pytest.mark.parametrize(("text", "value"), SUBJECTS)
def test_a_number_is_told_of_no_date_number_or_small_word(text, value):
    subject = told(text, value).subject.lower()
    assert subject not in {"and", "age", "march", "october", "in", "on", "it", "it's", "you'll", "later"}
    assert subject[0].isalpha()
    assert not subject.startswith(("october", "march", "70 ", "five"))
