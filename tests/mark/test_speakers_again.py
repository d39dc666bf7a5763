"""Speakers who are named once and then only by their office, their paper, or what quoted them."""

import pytest
from reading_attributions import quoted_speakers, reported_speakers, words_said

NAMED_ONCE = [
    ("Orchard lawyer Mina Okafor filed the suit. “We were not heard,” the attorney said.", "Mina Okafor"),
    ("Lord Justice Ferrow gave the ruling. ‘The map proves nothing,’ the judge added.", "Ferrow"),
    ("Ports Minister Leo Brandt toured the dock. “We will dredge it,” the official said.", "Leo Brandt"),
    ("Ghana’s State Minister for Home Affairs Kwame Boateng spoke. “It is safe,” he told Joy News.", "Kwame Boateng"),
    ("“The pump broke twice.” Norwegian Ida Holm, 41, told Reuters. “Nobody came.”", "Ida Holm"),
    ("“The gates open at six,” harbour director Luis Pena was quoted as saying.", "Luis Pena"),
    ("Secretary of State Mark Rudd, who had been ill, said the deal would “save the harvest.”", "Mark Rudd"),
    ("The mayor was due “to discuss the ferry,” according to a post on X by the Department of Labor.", "Department of Labor"),
    ("Peru lent “its best boats,” according to a press release from the Ports Authority.", "Ports Authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), NAMED_ONCE)
def test_a_quotation_finds_the_name_behind_an_office_or_a_paper(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}


REPORTED = [
    ("The ferry will sail twice a day, the Gazette quoted its owner, Ana Brandt, as saying.", "Ana Brandt"),
    ("Malawi’s Deputy Minister of Works, Peter Banda, says the bridge will stay shut.", "Peter Banda"),
    ("Labour and Trade Minister Alfred Rolle said the port was full.", "Alfred Rolle"),
    ("Rights Jamaica said the bridge was closed.", "Rights Jamaica"),
    ("According to Malawi’s Deputy Health Minister, Ana Brandt, the bridge will stay shut.", "Ana Brandt"),
    ("According to the harbour director, Luis Pena, nobody drowned.", "Luis Pena"),
    ("Kenya’s Principal Health Secretary, Luis Pena, said the ward was full.", "Luis Pena"),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_indirect_speech_finds_the_name_behind_an_office(text, speaker):
    assert speaker in reported_speakers(text)


def test_a_quotation_alone_goes_on_with_the_speaker_of_its_paragraph():
    text = (
        "“The road is shut,” Joan Marsh said in a video. It was unclear if the rain had stopped. "
        "“The bridge will follow if the river goes on rising.”"
    )
    assert set(quoted_speakers(text)) == {"Joan Marsh"}


def test_a_name_inside_the_quotation_does_not_speak_it():
    text = (
        "The plan angered former Ports Secretary Orla Brennan. Giving the ruling, High Court president Lord Marsden "
        "listed its flaws.\n\n“We accept the Ports Secretary’s case,” he said."
    )
    assert set(quoted_speakers(text)) == {"Marsden"}


def test_a_headline_finds_the_holder_of_an_office_who_is_named_below():
    text = (
        "‘This is theft,’ storms Ports Secretary after ruling\n\n"
        "Shadow ports secretary Dan Frayne kept silent. Ports Secretary Helena Marsh spoke on Monday about the ferry.\n"
    )
    assert quoted_speakers(text) == ["Helena Marsh"]


def test_it_stands_for_the_body_that_spoke_before():
    assert (
        reported_speakers("The Harbour Board warned of ice. It said nine boats were stuck.")
        == ["Harbour Board"] * 2
    )


def test_her_brother_is_not_her():
    assert quoted_speakers("Maria Ruiz was lost at sea. “She could swim,” her brother said.") == [
        "brother (unnamed)"
    ]


COUNTIES = [
    "Franklin County Sheriff Doug Orr said the road was shut.",
    "Clark County District Attorney Doug Orr said the road was shut.",
    "Jackson City Manager Doug Orr said the road was shut.",
]


@pytest.mark.parametrize("text", COUNTIES)
def test_the_county_of_an_officer_is_no_part_of_the_name(text):
    assert reported_speakers(text) == ["Doug Orr"]


COMMENTS = [
    ("The mayor said the ward was clean, a claim that nurses deny.", "the ward was clean"),
    ("The army said nobody was shot, an assertion contradicted by three videos.", "nobody was shot"),
    ("The mayor called it “a lie,” a remark echoing that of the bishop.", "“a lie,”"),
    ("The mayor said that the plan, a promise that he had made, was dead.", "that the plan, a promise that he had made, was dead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), COMMENTS)
def test_what_the_report_says_of_a_saying_is_not_said_by_its_speaker(text, said):
    assert max(words_said(text), key=len) in (said, f"it {said}")


def test_alleged_before_a_noun_says_nothing():
    assert (
        reported_speakers("The town paid the harbour $6 million to hold 300 alleged smugglers for one year.")
        == []
    )


def test_a_long_quotation_is_not_spoken_by_somebody_it_names():
    words = "We accept the Ports Secretary’s case that the ferry was built in good faith, that the dock was deep enough, "
    words += "that the harbour had been dredged twice in a year, that no pilot had complained of the swell, and that the "
    words += "crews of both boats had been told of the storm a day before they left the bay for the islands of the north"
    text = (
        "Former Ports Secretary Orla Brennan stayed away. High Court president Lord Marsden listed the flaws.\n\n"
        f"“{words}”, he said."
    )
    assert quoted_speakers(text) == ["Marsden"]


def test_an_age_finds_the_person_who_is_so_old():
    assert set(quoted_speakers("“The mast broke,” the 56-year-old said. Juan Orr, 56, left the sea.")) == {
        "Juan Orr"
    }


def test_figures_are_those_of_their_owner():
    assert reported_speakers("Half of the boats are new, according to the agency’s figures.") == [
        "agency (unnamed)"
    ]


UNNAMED = [
    ("“I saw them carried out,” says someone held under the decree.", "someone held"),
    ("“We had no water,” said one of the drivers.", "one of the drivers"),
]


@pytest.mark.parametrize(("text", "speaker"), UNNAMED)
def test_somebody_without_a_name_speaks_all_the_same(text, speaker):
    (found,) = quoted_speakers(text)
    assert found.endswith(" (unnamed)")
    assert found.removesuffix(" (unnamed)") in speaker


def test_what_nobody_says_is_given_to_nobody():
    assert not [s for s in reported_speakers("None of the nine members said that the bridge was safe.") if s]


RULINGS = [
    ("The ruling by Judge Ana Ruiz said the tax was “null and void.”", "Ana Ruiz"),
    ("A dissenting opinion by Justice Rosa Lima called the ferries “wholly unsafe.”", "Rosa Lima"),
    ("The judge’s order calls the ferries “wholly unsafe.”", "judge (unnamed)"),
]


@pytest.mark.parametrize(("text", "speaker"), RULINGS)
def test_a_ruling_speaks_for_who_made_it(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}


LEFT_OUT = [
    ("El ministro Juan Paz habló el lunes. Agregó que los puertos “no volverán a abrir”.", "Juan Paz"),
    ("La abogada Ana Ruiz visitó la isla. Denunció que los vecinos “duermen en el suelo”.", "Ana Ruiz"),
    (
        "La ONG Cristales publicó un informe el lunes. Insiste en que las sequías fueron “evitables”.",
        "Cristales",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), LEFT_OUT)
def test_a_spanish_sentence_without_subject_goes_on_with_the_one_before(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}
