"""What refers again to a name: short names, acronyms, titles alone, nouns and pronouns."""

from __future__ import annotations

import pytest
from reading_names import Names

ENGLISH = [
    (
        "Rangers want Velda Orrin Tesk Jr. back. Tesk is armed.",
        "Velda Orrin Tesk Jr",
        ["Velda Orrin Tesk Jr", "Tesk"],
    ),
    ("Henry Tesk III sued. Tesk won.", "Henry Tesk III", ["Henry Tesk III", "Tesk"]),
    ("Amina Yusuf spoke. Yusuf left.", "Amina Yusuf", ["Amina Yusuf", "Yusuf"]),
    ("Minister Yusuf spoke. Amina Yusuf left.", "Amina Yusuf", ["Yusuf", "Amina Yusuf"]),
    ("Amina Yusuf spoke. She left after her speech.", "Amina Yusuf", ["Amina Yusuf", "She", "her"]),
    ("Amina Yusuf met Kofi Osei. He left and she stayed.", "Kofi Osei", ["Kofi Osei", "He"]),
    ("Amina Yusuf met Kofi Osei. He left and she stayed.", "Amina Yusuf", ["Amina Yusuf", "she"]),
    ("Mayor Quell spoke. He left.", "Quell", ["Quell", "He"]),
    ("Mrs. Quell spoke. She left.", "Quell", ["Quell", "She"]),
    (
        "Justice Minister Amina Yusuf spoke. The minister left.",
        "Amina Yusuf",
        ["Amina Yusuf", "The minister"],
    ),
    (
        "Justice Minister Amina Yusuf met Health Minister Kofi Osei. The health minister left.",
        "Kofi Osei",
        ["Kofi Osei", "The health minister"],
    ),
    ("Gov. Amina Yusuf spoke. The governor left.", "Amina Yusuf", ["Amina Yusuf", "The governor"]),
    (
        "The Coastal Fisheries Board (CFB) paid. The CFB denied it.",
        "Coastal Fisheries Board",
        ["Coastal Fisheries Board", "CFB", "CFB"],
    ),
    (
        "The Coastal Fisheries Board paid. CFB denied it.",
        "Coastal Fisheries Board",
        ["Coastal Fisheries Board", "CFB"],
    ),
    (
        "The Eastern Container Terminal, known as Redgate, opened. Redgate is full.",
        "Eastern Container Terminal",
        ["Eastern Container Terminal", "Redgate", "Redgate"],
    ),
    (
        "The Fisheries Commission met. The commission agreed.",
        "Fisheries Commission",
        ["Fisheries Commission", "The commission"],
    ),
    ("Greenpeace sued. The organization won.", "Greenpeace", ["Greenpeace", "The organization"]),
    ("It began in Peru. The country is large.", "Peru", ["Peru", "The country"]),
    ("It began in Lima, Peru. The city is large.", "Lima", ["Lima", "The city"]),
    ("The Peruvian fleet sailed. Peru paid.", "Peru", ["Peruvian", "Peru"]),
    ("The U.S. agreed. The United States paid.", "United States", ["U.S.", "United States"]),
    ("Ships leave Tamra harbour. The harbour is full.", "Tamra", ["Tamra", "The harbour"]),
    ("Kamiti Prison opened. The facility is full.", "Kamiti Prison", ["Kamiti Prison", "The facility"]),
    ("The High Court met. The court agreed.", "High Court", ["High Court", "The court"]),
    (
        "The Clean Rivers Act of 1974 applies. The Clean Rivers Act is old. The law holds.",
        "Clean Rivers Act of 1974",
        ["Clean Rivers Act of 1974", "Clean Rivers Act", "The law"],
    ),
    (
        "The 1974 Clean Rivers Act applies. The Clean Rivers Act of 1974 is old.",
        "Clean Rivers Act of 1974",
        ["1974 Clean Rivers Act", "Clean Rivers Act of 1974"],
    ),
    (
        "The Biden administration agreed. The administration paid.",
        "Biden administration",
        ["Biden administration", "The administration"],
    ),
    (
        "Peru’s government agreed. The Peruvian government paid. The government left.",
        "Government of Peru",
        ["Peru’s government", "Peruvian government", "The government"],
    ),
    ("Members of the Los Primos gang fled. The gang is old.", "Los Primos", ["Los Primos", "The gang"]),
]

SPANISH = [
    ("Amina Ruiz habló. Ruiz salió.", "Amina Ruiz", ["Amina Ruiz", "Ruiz"]),
    ("Ana Ruiz habló. Ella salió.", "Ana Ruiz", ["Ana Ruiz", "Ella"]),
    (
        "El Consejo Nacional de Puertos (CNP) pagó. El CNP lo negó.",
        "Consejo Nacional de Puertos",
        ["Consejo Nacional de Puertos", "CNP", "CNP"],
    ),
    ("Empezó en Perú. El país es grande.", "Perú", ["Perú", "El país"]),
    ("El ministro Mario Ruiz habló. El ministro salió.", "Mario Ruiz", ["Mario Ruiz", "El ministro"]),
    (
        "La Ley de Aguas de 1999 rige. La ley es vieja.",
        "Ley de Aguas de 1999",
        ["Ley de Aguas de 1999", "La ley"],
    ),
    (
        "El gobierno de Chile aceptó. El gobierno chileno pagó.",
        "Gobierno de Chile",
        ["gobierno de Chile", "gobierno chileno"],
    ),
    (
        "El Hospital Rosales abrió. El hospital está lleno.",
        "Hospital Rosales",
        ["Hospital Rosales", "El hospital"],
    ),
]


@pytest.mark.parametrize(("text", "name", "expected"), ENGLISH)
def test_english_references_find_their_name(text, name, expected):
    assert Names(text).mentions_of(name) == expected


@pytest.mark.parametrize(("text", "name", "expected"), SPANISH)
def test_spanish_references_find_their_name(text, name, expected):
    assert Names(text, "es").mentions_of(name) == expected


def test_two_laws_that_begin_alike_stay_two():
    seen = Names("The Clean Rivers Act of 1974 and the Clean Air Act of 1980 apply.")
    assert [e.name for e in seen.entities] == ["Clean Rivers Act of 1974", "Clean Air Act of 1980"]


def test_a_noun_without_a_fitting_name_refers_to_nothing():
    assert Names("The agency denied it. The court agreed.").mentions == ()


def test_another_of_its_kind_is_not_the_one_named():
    seen = Names("Kamiti Prison is full. Another facility is planned.")
    assert seen.mentions_of("Kamiti Prison") == ["Kamiti Prison"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They landed at Kotoka Airport. The dock was full.", "Kotoka Airport"),
        ("They sailed from Lindholm Harbour. Some went to the San Vicente fishing dock.", "Lindholm Harbour"),
    ],
)
def test_a_dock_is_no_airport_and_none_that_has_a_name_of_its_own(text, name):
    assert Names(text).mentions_of(name) == [name]


def test_a_pronoun_between_two_unknown_people_refers_to_nobody():
    seen = Names("Quell and Drosk both said so. He left. Quell said no. Drosk said yes.")
    assert "He" not in [seen.words(m) for m in seen.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Quell spoke. An inmate told a reporter he was beaten.",
        "Mr. Quell spoke. One detainee said he was beaten. He lost two teeth.",
        "Mr. Quell spoke. The driver who saw the crash wrote to us because he was afraid.",
        "Mr. Quell spoke. A young nurse said he was ill. He wept.",
    ],
)
def test_what_somebody_without_a_name_tells_is_not_of_the_one_named_before(text):
    assert Names(text).mentions_of("Quell") == ["Quell"]


UNDERGONE = [
    "President Luis Vera said Omar Diallo was a thief. He was deported in March.",
    "Interior Minister Luis Vera accused Omar Diallo of theft. He was later arrested.",
    "Senator Luis Vera flew to Lima to meet Omar Diallo. He is being held there.",
    "Omar Diallo was fined. President Luis Vera said he was a gang member.",
    "Omar Diallo was fined. His brother, Luis Vera, said he had been beaten.",
    "Judge Luis Vera ruled that Omar Diallo must leave. Police say he is missing.",
]


@pytest.mark.parametrize("text", UNDERGONE)
def test_what_is_done_to_him_is_not_of_whoever_speaks_by_an_office_or_as_kin(text):
    seen = Names(text)
    assert "he" in [word.lower() for word in seen.mentions_of("Omar Diallo")]
    assert "he" not in [word.lower() for word in seen.mentions_of("Luis Vera")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Luis Vera met Omar Diallo. He said it was a good day.", "Luis Vera"),
        ("President Luis Vera was arrested. He was freed in May.", "Luis Vera"),
        ("Mayor Luis Vera met Omar Diallo. He has held office for a year.", "Luis Vera"),
    ],
)
def test_whoever_holds_an_office_still_says_and_undergoes_things(text, name):
    assert "He" in Names(text).mentions_of(name)


def test_a_lawyer_is_not_his_own():
    seen = Names("Omar Diallo was fined. Luis Vera, his lawyer, spoke.")
    assert "his" in seen.mentions_of("Omar Diallo")


def test_the_gender_that_a_title_shows_guides_the_pronoun():
    seen = Names("Mr. Quell met Mrs. Drosk. She left.")
    assert seen.mentions_of("Drosk") == ["Drosk", "She"]


def test_people_with_one_surname_stay_two():
    seen = Names("Ana Ruiz met Kofi Ruiz.")
    assert [e.name for e in seen.entities] == ["Ana Ruiz", "Kofi Ruiz"]


def test_to_call_on_somebody_is_not_to_name_them():
    seen = Names("Tenders left Redhill. Ana Ruiz, called on the guards of Redhill, spoke.")
    assert seen.mentions_of("Ana Ruiz") == ["Ana Ruiz"]


def test_a_place_that_opens_a_sentence_keeps_its_first_word():
    seen = Names("Port Cole's mayor left. The port is shut, and people of Port Cole wait.")
    assert seen.mentions_of("Port Cole") == ["Port Cole", "Port Cole"]


def test_the_one_place_of_a_report_may_be_meant_before_it_is_named():
    seen = Names("The dock in Norland holds ten ships, he said. It is known as Ovel Harbour.")
    assert seen.mentions_of("Ovel Harbour") == ["The dock", "Ovel Harbour"]


def test_a_place_before_two_that_are_named_later_is_neither():
    seen = Names("The dock holds ten ships, he said. Ovel Harbour is near Rusk Harbour.")
    assert "The dock" not in [seen.words(m) for m in seen.mentions]
