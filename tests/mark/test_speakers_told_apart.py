"""Who speaks where a time, or a phrase that a participle could follow, stands between somebody and what they say, and which
of several."""

import pytest
from reading_attributions import quoted_speakers, reported_speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A minister this week said that the jail would close.", "minister (unnamed)"),
        ("The company this year said it would hire 300 people.", "company (unnamed)"),
        ("Prosecutors earlier this month said 12 guards were charged.", "Prosecutors (unnamed)"),
        ("Two officials two weeks ago said the ferry was overloaded.", "Two officials (unnamed)"),
        ("Campaigners three days later said the ferry was unsafe.", "Campaigners (unnamed)"),
        ("The envoy the same day told parliament that talks had failed.", "envoy (unnamed)"),
        ("Police Friday night said two boats had sunk.", "Police (unnamed)"),
        ("The fire chief only last month warned that the hall was a trap.", "fire chief (unnamed)"),
        ("The mayor, who last year said the bridge was safe, resigned.", "mayor (unnamed)"),
    ],
)
def test_a_time_before_the_verb_is_nobody_who_speaks(text: str, speaker: str) -> None:
    assert reported_speakers(text) == [speaker]


def test_nor_is_it_one_who_is_quoted() -> None:
    assert quoted_speakers("Ana Vega that evening told reporters: “We are leaving.”") == ["Ana Vega"]


def test_a_time_in_spanish() -> None:
    text = "El ministro esta semana dijo que la prisión de la ciudad cerraría y que los presos serían trasladados."
    assert reported_speakers(text) == ["ministro (unnamed)"]


def test_a_time_that_belongs_to_the_subject_stays_in_it() -> None:
    assert reported_speakers("The events of this week showed that the plan had failed.") == [
        "events (unnamed)"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lawyers for the men told the judge that they had been beaten.", "Lawyers (unnamed)"),
        ("Lawyers of migrants told the court that they had been beaten.", "Lawyers (unnamed)"),
        ("The mother of the men told reporters that they had been beaten.", "mother (unnamed)"),
        ("A spokesman for the ministry told The Herald that 40 men had died.", "spokesman (unnamed)"),
    ],
)
def test_those_for_whom_somebody_speaks_were_not_told_where_a_hearer_follows(text: str, speaker: str) -> None:
    assert reported_speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The rules for people told to leave were not read out.",
        "A list of men told they must go was read out.",
    ],
)
def test_those_who_are_told_something_do_not_say_it(text: str) -> None:
    assert reported_speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was chaos,” said one survivor, a cook.", "survivor (unnamed)"),
        ("“It was chaos,” one survivor said.", "survivor (unnamed)"),
        ("“It was chaos,” said one.", "one (unnamed)"),
        ("One of the lawyers, Omar Diallo, described the cells as “inhumane and degrading.”", "Omar Diallo"),
        ("One, Omar Diallo, called the cells “inhumane and degrading.”", "Omar Diallo"),
    ],
)
def test_one_of_several_is_told_by_noun_or_name(text: str, speaker: str) -> None:
    assert quoted_speakers(text) == [speaker]


def test_one_of_several_in_indirect_speech() -> None:
    text = (
        "One of the lawyers, Omar Diallo, said the cells were full. One of the men said that he was beaten."
    )
    assert reported_speakers(text) == ["Omar Diallo", "One of the men (unnamed)"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The special rapporteur on torture, Alice Bright, has warned that the law was broken.",
            "Alice Bright",
        ),
        ("Reyes — who has two children — said he had been given no lawyer.", "Reyes"),
        ("The inspector – now retired – said the jail was unsafe.", "inspector (unnamed)"),
        ("The ministry of justice said the deal was off.", "ministry of justice (unnamed)"),
        ("The head of the prison service said the deal was off.", "head of the prison service (unnamed)"),
        ("The ministry said the deal was off.", "ministry (unnamed)"),
        ("Diallo's lawyer, Omar Sy, said his client was afraid.", "Omar Sy"),
        ("Detainees sleep on the floor, said Maria Lopez.", "Maria Lopez"),
    ],
)
def test_who_speaks_is_read_across_what_says_more_of_them(text: str, speaker: str) -> None:
    assert reported_speakers(text) == [speaker]


def test_people_at_a_place_fear_and_not_the_place() -> None:
    assert "Kigali" not in reported_speakers("Officials in Kigali, who fear arrest, said the deal was off.")


@pytest.mark.parametrize("way", ["by telephone from Dakar", "by e-mail", "by phone on Monday"])
def test_who_was_reached_by_telephone_speaks(way: str) -> None:
    assert quoted_speakers(f"“We have nothing to hide,” Ana Ruiz told Reuters {way}.") == ["Ana Ruiz"]


def test_who_was_questioned_by_somebody_does_not_speak() -> None:
    assert reported_speakers("Sailors questioned by police have left.") == []


def test_a_headline_gives_no_name_to_who_opens_the_report() -> None:
    """It has no stop at its end: its last word and the first name of the report are not one name."""
    text = "Fire burns down the mill in Springfield\nRuiz said that the mill was lost."
    assert reported_speakers(text) == ["Ruiz"]
