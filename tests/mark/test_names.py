"""Names of people, organisations, places, facilities, laws, courts and media, bare of titles and possessives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_names import Names

from cost import growth

ENGLISH = [
    ("Amina Yusuf opened the school.", {"Amina Yusuf": "person"}),
    ("The school was opened by Minister of Education Amina Yusuf.", {"Amina Yusuf": "person"}),
    ("Kenyan President William Ruto flew to Nairobi.", {"William Ruto": "person", "Nairobi": "place"}),
    ("They met Gov. Laura Kelly and Sen. Mark Warner.", {"Laura Kelly": "person", "Mark Warner": "person"}),
    ("Prime Minister Rishi Sunak's car stopped.", {"Rishi Sunak": "person"}),
    ("Dr. Otieno and Mrs. Achieng agreed.", {"Otieno": "person", "Achieng": "person"}),
    ("J.D. Salinger and George W. Bush were named.", {"J.D. Salinger": "person", "George W. Bush": "person"}),
    ("The cleric Muqtada al-Sadr left.", {"Muqtada al-Sadr": "person"}),
    ("Lawyer Leung Kwok-hung spoke.", {"Leung Kwok-hung": "person"}),
    ("Mohammad Rafiul Karim Badal, the clerk, agreed.", {"Mohammad Rafiul Karim Badal": "person"}),
    ("Jean Paul Marie Dupont spoke.", {"Jean Paul Marie Dupont": "person"}),
    ("The list read Ana Maria Ruiz David Cole.", {"Ana Maria Ruiz": "person", "David Cole": "person"}),
    ("María del Carmen Hernández was freed.", {"María del Carmen Hernández": "person"}),
    ("A ferry sank off Zanzibar, Tanzania, on Monday.", {"Zanzibar": "place", "Tanzania": "place"}),
    ("He was born in Quelmora and lives in Lagos.", {"Quelmora": "place", "Lagos": "place"}),
    ("The Rio Bravo County jail was full.", {"Rio Bravo County": "place"}),
    ("They crossed Lake Victoria by night.", {"Lake Victoria": "place"}),
    ("The flood hit New South Wales and the U.S. coast.", {"New South Wales": "place", "U.S.": "place"}),
    ("The Ministry of Fisheries denied it.", {"Ministry of Fisheries": "organisation"}),
    (
        "The Department of Health and Human Services paid.",
        {"Department of Health and Human Services": "organisation"},
    ),
    ("Acme Widgets, Inc. closed its plant.", {"Acme Widgets, Inc.": "organisation"}),
    ("The New People's Party won.", {"New People's Party": "organisation"}),
    (
        "The University of Nairobi and Kisumu College agreed.",
        {"University of Nairobi": "organisation", "Kisumu College": "organisation"},
    ),
    ("The US National Hurricane Center warned ships.", {"US National Hurricane Center": "organisation"}),
    (
        "Amnesty International and the UN called for calm.",
        {"Amnesty International": "organisation", "UN": "organisation"},
    ),
    ("A spokesman for the Coastal Fisheries Board spoke.", {"Coastal Fisheries Board": "organisation"}),
    ("Doctors Without Borders sent tents.", {"Doctors Without Borders": "organisation"}),
    ("The Sinaloa Cartel fought the Los Primos gang.", {"Sinaloa Cartel": "group", "Los Primos": "group"}),
    ("He was held at Kamiti Prison.", {"Kamiti Prison": "facility"}),
    (
        "She flew from Jomo Kenyatta International Airport.",
        {"Jomo Kenyatta International Airport": "facility"},
    ),
    ("Ships wait outside the Tamra harbour.", {"Tamra": "facility"}),
    ("The Clean Rivers Act of 1974 applies.", {"Clean Rivers Act of 1974": "law"}),
    ("The 1974 Clean Rivers Act applies.", {"1974 Clean Rivers Act": "law"}),
    ("Executive Order 14110 was signed under Title 42.", {"Executive Order 14110": "law", "Title 42": "law"}),
    ("The Treaty of Tordesillas divided the sea.", {"Treaty of Tordesillas": "law"}),
    ("The Safe Sailing Act of 1931 was quoted.", {"Safe Sailing Act of 1931": "law"}),
    ("The Supreme Court ruled.", {"Supreme Court": "court"}),
    (
        "The U.S. District Court for the District of Maine agreed.",
        {"U.S. District Court for the District of Maine": "court"},
    ),
    ("The 5th Circuit Court of Appeals agreed.", {"5th Circuit Court of Appeals": "court"}),
    ("The High Court in Mombasa heard the case.", {"High Court": "court", "Mombasa": "place"}),
    ("Reuters and The New York Times saw the list.", {"Reuters": "medium", "The New York Times": "medium"}),
    ("In an X post, he thanked the Tamra Pilots.", {"X": "medium", "Tamra Pilots": "organisation"}),
    ("The Coastal Herald reported it.", {"Coastal Herald": "medium"}),
    ("The Biden administration agreed.", {"Biden administration": "organisation"}),
    ("Peru's government agreed.", {"Peru's government": "organisation", "Peru": "place"}),
    ("Chilean authorities agreed.", {"Chilean authorities": "organisation"}),
    ("“[President Daniel Noboa] agreed,” she said.", {"Daniel Noboa": "person"}),
    ("Officials say the road is open.", {}),
    ("Yesterday the Monday market was closed in May.", {}),
    ("However, nobody came. Instead, they waited.", {}),
    ("LEAVE NOW, he wrote.", {}),
    ("It is a Venezuelan dish.", {}),
]

SPANISH = [
    ("Rodrigo Chaves viajó a Guatemala.", {"Rodrigo Chaves": "person", "Guatemala": "place"}),
    ("El ministro de Salud, Francisco Alabí, habló.", {"Francisco Alabí": "person"}),
    ("La presidenta Claudia Sheinbaum habló.", {"Claudia Sheinbaum": "person"}),
    ("La Fiscalía General de la República informó.", {"Fiscalía General de la República": "organisation"}),
    ("El Ministerio de Hacienda pagó.", {"Ministerio de Hacienda": "organisation"}),
    ("El Hospital Rosales recibió a los heridos.", {"Hospital Rosales": "facility"}),
    ("La Ley de Aguas de 1999 sigue vigente.", {"Ley de Aguas de 1999": "law"}),
    ("El Decreto 42 fue aprobado.", {"Decreto 42": "law"}),
    ("La Corte Suprema de Justicia falló.", {"Corte Suprema de Justicia": "court"}),
    ("El Tribunal Constitucional de Lima falló.", {"Tribunal Constitucional de Lima": "court"}),
    ("El gobierno de Chile aceptó.", {"gobierno de Chile": "organisation", "Chile": "place"}),
    ("El gobierno peruano aceptó.", {"gobierno peruano": "organisation"}),
    ("Las autoridades mexicanas aceptaron.", {"autoridades mexicanas": "organisation"}),
    ("Estados Unidos y Alemania firmaron.", {"Estados Unidos": "place", "Alemania": "place"}),
    ("El Faro publicó la lista.", {"El Faro": "medium"}),
    ("El Sr. Gómez y doña Ana Ruiz vinieron.", {"Gómez": "person", "Ana Ruiz": "person"}),
    ("La Universidad de El Salvador abrió.", {"Universidad de El Salvador": "organisation"}),
    ("Ayer llovió. Después salió el sol.", {}),
    ("El lunes hubo mercado en mayo.", {}),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_names_and_their_types(text, expected):
    assert Names(text).types() == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_names_and_their_types(text, expected):
    assert Names(text, "es").types() == expected


def test_a_headline_in_title_case_names_only_what_is_a_name_elsewhere():
    seen = Names(
        "Ferry Sinks Near Quelmora As Osei Warns Of Storm\nKofi Osei flew to Quelmora on Friday.",
        headline=True,
    )
    heading = [seen.words(m) for m in seen.mentions if m.span.start < 48]
    assert heading == ["Quelmora", "Osei"]


def test_a_sentence_in_capitals_names_only_what_is_a_name_elsewhere():
    seen = Names("FERRY SINKS AND FORTY PEOPLE ARE SAVED BY LAGOS PILOTS\nThe boat left Lagos.")
    assert seen.mentions_of("Lagos") == ["LAGOS", "Lagos"]
    assert len(seen.entities) == 1


def test_a_word_seen_in_small_letters_is_no_name_at_the_start_of_a_sentence():
    assert Names("Fishers want peace. Many fishers agree.").types() == {}


def test_the_adjective_of_a_country_is_a_nominal_mention_of_it():
    seen = Names("The Peruvian ship left. Peru paid.")
    assert [(seen.words(m), m.form.value) for m in seen.mentions] == [
        ("Peruvian", "nominal"),
        ("Peru", "name"),
    ]


def test_full_takes_in_the_title_and_span_does_not():
    seen = Names("They met former Chilean health minister Enrique Paris there.")
    person = next(m for m in seen.mentions if seen.entities[m.entity].type == "person")
    assert seen.words(person) == "Enrique Paris"
    assert person.full.of(seen.text) == "former Chilean health minister Enrique Paris"


OFFICES = [
    ("Energy Minister Ana Ruiz left.", ("Energy Minister", None, False)),
    ("Peruvian Minister of Justice Ana Ruiz left.", ("Minister of Justice", "Peru", False)),
    ("U.S. Labor Secretary Ana Ruiz left.", ("Labor Secretary", "United States", False)),
    ("Former mayor Ana Ruiz left.", ("mayor", None, True)),
    ("Ana Ruiz, a spokeswoman for Greenpeace, left.", ("spokeswoman", "Greenpeace", False)),
    (
        "Ana Ruiz, executive director of Amnesty International, left.",
        ("executive director", "Amnesty International", False),
    ),
    ("Ana Ruiz, the former governor of Texas, left.", ("governor", "Texas", True)),
    ("Ana Ruiz, of the Coastal Fisheries Board, left.", ("", "Coastal Fisheries Board", False)),
    ("The justice minister, Ana Ruiz, left.", ("justice minister", None, False)),
    ("Judge Ana Ruiz left.", ("Judge", None, False)),
    ("Google CEO Ana Ruiz left.", ("Google CEO", "Google", False)),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices_are_kept_as_worded(text, expected):
    offices = Names(text).entity("Ana Ruiz").offices
    assert [(o.title, o.of, o.former) for o in offices] == [expected]


SPANISH_OFFICES = [
    ("El ministro de Justicia y Paz, Mario Ruiz, salió.", ("ministro de Justicia y Paz", None, False)),
    ("El presidente Mario Ruiz salió.", ("presidente", None, False)),
    ("Mario Ruiz, vocero de Greenpeace, salió.", ("vocero", "Greenpeace", False)),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH_OFFICES)
def test_spanish_offices_are_kept_as_worded(text, expected):
    offices = Names(text, "es").entity("Mario Ruiz").offices
    assert [(o.title, o.of, o.former) for o in offices] == [expected]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "Ana",
                "Ruiz",
                "of",
                "Peru",
                ",",
                ".",
                "'",
                "’s",
                "U.S.",
                "(",
                ")",
                "said",
                "minister",
                "Act",
                "1798",
                "and",
                "-",
                "al",
                "“",
                "”",
                "\n",
                "Ñ",
            ]
        ),
        max_size=40,
    )
)
def test_spans_always_lie_in_the_text_and_in_order(parts):
    seen = Names(" ".join(parts).strip())
    for mention in seen.mentions:
        assert 0 <= mention.full.start <= mention.span.start < mention.span.end <= len(seen.text)
        assert 0 <= mention.entity < len(seen.entities)
        assert seen.words(mention) == seen.words(mention).strip()
    starts = [m.span.start for m in seen.mentions]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "unit", ["Ana ", "Ministry of ", "A. ", "the agency ", "Ana Ruiz, ", "Act of 1798 ", "(ABC) ", "Ab-Cd"]
)
def test_any_row_of_names_costs_in_line_with_its_length(unit):
    def read(length):
        text = (unit * length)[:length].strip()
        return lambda: Names(text)

    assert growth(read, 6_000) < 24


def test_a_law_of_the_pack_keeps_its_year_in_the_mention():
    seen = Names("The SSA is old. The 1931 Safe Sailing Act of Tamra applies.")
    assert seen.types()["SSA"] == "law"
    assert next(w for w in seen.types() if "Sailing" in w).startswith("1931 Safe Sailing Act")


@pytest.mark.parametrize("name", ["MS-13", "B-52"])
def test_a_known_name_may_end_in_a_number(name):
    assert Names(f"They joined the {name} gang.").types() == {name: "group"}
