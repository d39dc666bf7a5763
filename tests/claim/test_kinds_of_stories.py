"""What clauses claim in stories of rulings, inspections, accords and arrests, and of whom they claim it."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str, language: str = "en") -> list[Claim]:
    return list(claims(text, language=language).claims)


CASES = [
    ("Rats ran through the kitchen and sewage leaked into the wards.", K.CONDITION, "leaked", "wards"),
    ("The showers had been cut off for a month.", K.CONDITION, "had been cut", "a month"),
    ("Boys were woken before dawn by guards.", K.CONDITION, "were woken", "dawn"),
    ("Students were kept in a stadium for two nights.", K.CONDITION, "were kept", "stadium"),
    ("She was not permitted to see a lawyer.", K.CONDITION, "was not permitted", "lawyer"),
    ("Witnesses said soldiers used batons on the crowd.", K.ALLEGATION, "used", "batons"),
    ("Her sister said the boy had been dragged into a van.", K.ALLEGATION, "had been dragged", "van"),
    ("The army dismissed the accusations as propaganda.", K.ALLEGATION, "dismissed", "propaganda"),
    ("The governor called the reports a fabrication.", K.ALLEGATION, "called", "fabrication"),
    ("His brother has never been convicted of any crime, an aunt said.", K.ALLEGATION, "convicted", "crime"),
    ("Senators extended the ban in May.", K.LEGAL, "extended", "the ban"),
    ("The appeal is still pending.", K.LEGAL, "is", "pending"),
    ("Prosecutors opened an inquiry into the fire.", K.LEGAL, "opened", "an inquiry"),
    ("The arrests were in violation of the constitution.", K.LEGAL, "breaches", "constitution"),
    ("Justice Ana Prieto, who wrote the dissent, disagreed.", K.LEGAL, "wrote", "the dissent"),
    ("The bench found that section 9 was void.", K.LEGAL, "found", "section 9 was void"),
    ("The measure suspends the right to strike.", K.LEGAL, "suspends", "the right to strike"),
    ("The measure, first decreed in May, lets police search homes.", K.LEGAL, "lets", "search homes"),
    ("His son is serving nine years for theft.", K.LEGAL, "is serving", "nine years"),
    ("Two unions lodged a complaint against the port.", K.LEGAL, "lodged", "a complaint"),
    ("The group urged Peru to open the files.", K.PLAN, "urged", "open the files"),
    ("The bishops called on Peru to end the raids.", K.PLAN, "called on", "end the raids"),
    (
        "Ana Soto, a lawyer in Lima who acts for the men, called the deal a trap.",
        K.ALLEGATION,
        "called",
        "a trap",
    ),
    ("The whole scheme is paid for by the Danes.", K.AGREEMENT, "is paid for", "the Danes"),
    ("Another $9m went into the Chadian budget.", K.AGREEMENT, "went", "the Chadian budget"),
    ('The bishop called the fence "a stain on the town".', K.ALLEGATION, "called", "a stain"),
    ("The minister hailed the vote as a model for others.", K.ALLEGATION, "hailed", "as a model"),
    ("The findings are due next month.", K.PLAN, "are", "due next month"),
    ("No money was paid to the guards.", K.AGREEMENT, "was paid", "the guards"),
    ("The soldiers, who guard the bridge, deny it.", K.ALLEGATION, "deny", "it"),
    ("The camp, Salinas, can take up to 500 men.", K.CONDITION, "can take", "up to 500 men"),
    (
        '"My clients were told to sign papers," lawyer Ana Soto said.',
        K.ALLEGATION,
        "were told to sign",
        "papers",
    ),
    ("He faces charges that he hid the boat.", K.ALLEGATION, "hid", "the boat"),
    ("The union warned that nurses could end up in debt.", K.ALLEGATION, "could end up", "in debt"),
    ('"The state is using fear to win a plea," lawyer Ana Soto said.', K.ALLEGATION, "is using", "fear"),
    ("His lawyers received a notice from the port office.", K.LEGAL, "received", "a notice"),
    (
        "He was ordered to report to the port office on Monday.",
        K.LEGAL,
        "was ordered to report",
        "the port office",
    ),
    ("Peru already hosts 2,000 refugees.", K.CONDITION, "hosts", "refugees"),
    ("Up to 20 men slept in each tent.", K.CONDITION, "slept", "each tent"),
    ("Three hundred people shared one toilet.", K.CONDITION, "shared", "one toilet"),
    (
        "The men were left in the desert without water, the envoy said.",
        K.ALLEGATION,
        "were left",
        "the desert",
    ),
    ("Under the accord, Norway will take 300 people a year.", K.AGREEMENT, "will take", "300 people"),
    (
        "The treaty was signed in Oslo. Norway may send back anyone without papers.",
        K.AGREEMENT,
        "may send",
        "anyone",
    ),
    ("They have no access to a telephone.", K.CONDITION, "have", "no access"),
    ("Students may leave the hall at noon.", K.CONDITION, "may leave", "the hall"),
    ("A report tabled in May 2021 blamed the port.", K.EVENT, "tabled", "May 2021"),
    ("The women, most of them from Chad and Niger, sang.", K.ALLEGATION, "nationality", "Chad and Niger"),
    ("El alcalde mantiene la alerta roja en el puerto.", K.EVENT, "mantiene", "la alerta roja"),
    ("Los guardias abandonaron a los presos, dijo un testigo.", K.ALLEGATION, "abandonaron", "presos"),
    ("El gobernador negó esa versión.", K.ALLEGATION, "negó", "esa versión"),
    ("La fiscalía abrió una investigación por el incendio.", K.LEGAL, "abrió", "investigación"),
]


@pytest.mark.parametrize(("text", "kind", "prop", "value"), CASES)
def test_a_clause_is_claimed_as(text: str, kind: Kind, prop: str, value: str) -> None:
    language = "es" if text.startswith(("Los ", "El ", "La ")) else "en"
    found = [(c.property, str(c.value)) for c in made(text, language) if c.kind is kind]
    assert any(prop in p and value in v for p, v in found), found


NOT = [
    ("Soldiers used batons on the crowd.", K.ALLEGATION),
    ("Villagers tried to cross the river.", K.PLAN),
    ("Court frees three bakers", K.CONDITION),
    ("The union has demanded a vote.", K.CONDITION),
    ("Children of farmers allied with the mayor sang.", K.AGREEMENT),
    ("Prison Watch called on the minister to resign.", K.ALLEGATION),
    ("The lawyers have not been able to speak to him.", K.PLAN),
    ("The ministry said it could hire more nurses.", K.ALLEGATION),
]


@pytest.mark.parametrize(("text", "kind"), NOT)
def test_a_clause_is_not_claimed_as(text: str, kind: Kind) -> None:
    assert kind not in {c.kind for c in made(text) if c.property != "described_as"}


SUBJECTS = [
    ("Oxfam, the largest relief agency, said so.", "Oxfam", "type"),
    ("A private operator, Delta Homes Inc., runs it.", "Delta Homes Inc.", "type"),
    ("The ministry said it would hire guards.", "ministry", "would hire"),
    ("The mayor of Tartu, Ana Prieto, resigned in May.", "Ana Prieto", "resigned in"),
    ("Prieto, a former nurse who won in 2021, is expected to lead talks.", "Prieto", "is expected to lead"),
    ("Girls aged 9 to 11 slept in the hall.", "Girls aged 9 to 11", "slept in"),
    ("The men, most of them from Chad, Mali and Niger, landed at dawn and were held.", "men", "landed at"),
    ("The camp, Salinas, lies in a swamp. It opened in May.", "Salinas", "opened in"),
    ("The camp, Salinas, lies in a swamp. It was built for 300 men.", "Salinas", "was built for"),
    ("The camp, Salinas, lies in a swamp. It has a fence and was closed in May.", "Salinas", "was closed in"),
    ("The camp, Salinas, lies in a swamp. It was sold to Peru in May.", "Salinas", "was sold to"),
    ("The camp, Salinas, lies in a swamp. It was decided that the men would stay.", "it", "was decided"),
    ("The guards took a boat. It was sold in June.", "it", "was sold in"),
    ("Peru said it seized two boats.", "Peru", "seized"),
    ("Ana Soto, a lawyer in Lima who acts for the men, wept at noon.", "Ana Soto", "wept at"),
    ("She said that the dam held and that no water was lost in May.", "water", "was lost in"),
]


@pytest.mark.parametrize(("text", "subject", "prop"), SUBJECTS)
def test_a_clause_is_said_of(text: str, subject: str, prop: str) -> None:
    assert subject in {c.subject for c in made(text) if c.property == prop}, [
        (c.subject, c.property) for c in made(text)
    ]


def test_a_negation_beside_a_clause_does_not_reach_into_it() -> None:
    (let,) = {c.negated for c in made("Pupils are let out at noon and get no lunch.") if "let" in c.property}
    assert not let


NEGATED = [
    ("She declined to speak and was moved to a ward.", "was moved", False),
    ("Any move to sell boats without a vote would break the pact.", "would break", False),
    ("None of the nurses was paid.", "was paid", True),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATED)
def test_a_clause_is_negated_by_its_own_words_alone(text: str, word: str, negated: bool) -> None:
    found = {c.negated for c in made(text) if word in f"{c.property} {c.value}" and c.kind is not K.PLAN}
    assert found == {negated}


def test_what_somebody_may_do_is_not_claimed_of_whom_the_sentence_is_about() -> None:
    found = [(c.subject, c.property) for c in made("The court upheld the mayor's right to declare a curfew.")]
    assert ("court", "declare") not in found


def test_an_hour_alone_dates_nothing() -> None:
    found = [c for c in made("Three cooks were woken at 5 a.m. and sent home.") if "woken" in c.property]
    assert found
    assert not any("T" in (c.as_of or "") or len(c.as_of or "") > 7 for c in found)


def test_the_day_of_saying_is_no_part_of_what_is_said() -> None:
    assert ("warned", "it could close the port") in {
        (c.property, c.value)
        for c in made("The island's council warned on Monday that it could close the port.")
    }
