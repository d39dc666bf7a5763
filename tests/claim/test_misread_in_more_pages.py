"""More readings that real pages led astray, each told in sentences of our own: who did it, who it was said of, who counted."""

from __future__ import annotations

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Claim, Kind, Modality


def clauses(text: str) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind not in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # what is held of others is not said of whoever is told of first
        ("The country was given a grant to imprison men alleged by the ministry to have ties to a gang.", ("country", "have")),
        ("The list asked for relief for an official accused of stealing a million dollars.", ("list", "accused of")),
        # a stranger who acts before "he" may be the one
        ("Judge Ana Ruiz met Omar Diallo. Diallo said that a sixth man was held because he had helped the gang.", ("Omar Diallo", "had helped")),
        # a court orders, not those whom it found to be held
        ("A judge ruled Thursday that five men were held unlawfully and ordered their release.", ("five men", "ordered")),
        # a time, a dateline, an amount do nothing
        ("Ruiz said her husband has been missing since May 2005 and she had been told by guards that he was held.", ("2005", "had been told by")),
        ("LIMA, Peru, Dec 28 (Reuters) Peruvian police broke up a protest.", ("Reuters", "broke up")),
        ("The state spent $30 million deporting migrants to Chad.", ("$30 million", "deporting")),
        ("He asked for help, she said, in response to queries about the camp.", ("response", "queries about")),
        ("Egypt has zero forced disappearance cases, he said.", ("zero", "forced")),
    ],
)  # fmt: skip
def test_nobody_is_said_to_do_what_others_did(text, wrong):
    subject, verb = wrong
    made = [(c.subject, c.property) for c in clauses(text)]
    assert made
    assert not [pair for pair in made if subject in pair[0] and pair[1] == verb], made


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("A judge ruled Thursday that five men were held unlawfully and ordered their release.", "judge", "ordered"),
        ("About 50 drivers, most of them women and children, held a rally before dawn.", "About 50 drivers", "held"),
        ("The officials all spoke in private.", "officials", "spoke in"),
        ("“To rest on so thin a reed would be wrong,” he said.", "To rest on so thin a reed", "would be"),
        ("Ana Ruiz had maintained all along that she was a baker.", "Ana Ruiz", "was"),
        ("The report calls for an in-depth study of this policy, which is carried out in secret.", "in-depth study of this policy", "is carried out"),
        ("Guards harassed reporters sent to cover the rally and briefly detained nine of them.", "Guards", "briefly detained"),
        ("LIMA, Peru, Dec 28 (Reuters) Peruvian police broke up a protest.", "Peruvian police", "broke up"),
    ],
)  # fmt: skip
def test_somebody_is_said_to_do_it(text, subject, verb):
    assert subject in {c.subject for c in clauses(text) if c.property == verb}


def test_what_is_alleged_of_men_is_alleged():
    text = "The country was given a grant to imprison men alleged by the ministry to have ties to a gang."
    assert {c.modality for c in clauses(text) if c.property == "have"} == {Modality.ALLEGED}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The case was a test of policies, which critics have long argued harmed families.",
            "critics (unnamed)",
        ),
        (
            "Immigration groups challenging the practice in court argue it harms families.",
            "Immigration groups",
        ),
        ("Nurses working in the town say pay is low.", "Nurses (unnamed)"),
        (
            "A recent report, first highlighted by Semafor, reveals that pay is low.",
            "recent report (unnamed)",
        ),
    ],
)
def test_whoever_says_it_is_found(text, speaker):
    said = {c.asserted_by[-1].name for c in clauses(text) if c.asserted_by}
    assert {s.removesuffix(" (unnamed)") for s in said} == {speaker.removesuffix(" (unnamed)")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The committee says $32 million was paid to four countries: Guinea ($7.5 million), Chad ($7.2 million), Togo ($5.1 million) and Palau ($4.7 million).",
            {7.5e6: "Guinea", 7.2e6: "Chad", 5.1e6: "Togo", 4.7e6: "Palau"},
        ),
        ("Rwanda had received seven migrants, Togo 15, and Guinea 29 under the deal.", {7: "Rwanda", 15: "Togo", 29: "Guinea"}),
        ("The ministry freed 40 men, the army 12 and the police nine.", {40: "ministry", 12: "army", 9: "police"}),
        ("Lima sent 12 nurses, Quito seven.", {12: "Lima", 7: "Quito"}),
        ("About 650 prisoners, including four other Britons, are held at Corran because of ties to al-Qaida.", {4: "britons"}),
        ("Security forces harassed some reporters and detained nine of them.", {9: "reporters"}),
    ],
)  # fmt: skip
def test_a_number_is_of_whoever_stands_beside_it(text, told):
    found = numbers(text)
    assert {value: found[value].subject for value in told} == told


def test_a_number_that_opens_a_sentence_counts_some_of_those_before():
    found = numbers("There are 47 accords at various stages. Fifteen have already been concluded.")
    assert (found[15].subject, found[15].unit) == ("accords", "accords")


@pytest.mark.parametrize(
    "text",
    ["The state spent $30 million deporting migrants.", "The ministry defended sending settlers to Chad."],
)
def test_what_is_done_to_people_does_not_describe_them(text):
    assert not [c for c in claims(text).claims if c.property == "described_as"]


def test_several_reports_are_no_number_of_theirs():
    assert list(numbers("According to various reports, 40 men drowned.")) == [40]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("A group of nurses, alarmed that the ministry is denying vaccines to men in custody, is urging the court to act.", "group of nurses", "is urging"),
        ("He signed a paper attesting they had made their rounds.", "they", "had made"),
        ("Two hostages — a Kenyan and a Dane — who had been held in Chad since 2016 were freed Tuesday.", "Two hostages", "were freed"),
        ("They were hopeful the swap could lead to peace.", "swap", "could lead to"),
        ("Ruiz put Diallo in charge and ordered multiple inquiries into the fire.", "Ruiz", "ordered"),
        ("“You are in this job,” Sasse told Ana Hall, repeatedly calling for an answer.", "Sasse", "calling for"),
        ("“Heads need to roll the day Jeffrey Ruiz dies,” he said.", "Jeffrey Ruiz", "die"),
        ("Huge savings were wasted.", "Huge savings", "waste"),
    ],
)  # fmt: skip
def test_somebody_else_stands_between(text, subject, verb):
    assert subject in {c.subject for c in clauses(text) if c.property == verb}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("He hoped for long unofficial talks between his party and the rebels.", "talks between"),
        ("We see these moves as hopeful signs that the war may end.", "signs"),
        ("Chad Wolf is the new DHS acting secretary.", "acting"),
        ("A clerk said in a note emailed to the paper that 40 men were held.", "emailed to"),
        ("“First reports do not indicate it was caused by enemy fire,” the statement said.", "was caused by"),
    ],
)
def test_nothing_is_made_of_words_that_are_no_verb_of_their_own(text, wrong):
    assert wrong not in {c.property for c in clauses(text)}


def test_what_people_are_kept_from_is_not_denied():
    assert [c.negated for c in claims("The government denied visas to 40 men.").claims if c.value == 40] == [
        False
    ]
    assert [
        c.negated for c in claims("The mayor denied the charges against 40 men.").claims if c.value == 40
    ] == [True]


def test_because_of_opens_no_clause_that_hides_a_speaker():
    made = claims(
        "A clerk who did not wish to be named because of agency policy said 40 men were held."
    ).claims
    assert {c.asserted_by[-1].name for c in made if c.value == 40} == {"clerk (unnamed)"}


def test_what_is_pleaded_ends_before_and():
    text = "Noel and Thomas pleaded not guilty in Lima court and were released on the condition that each pay a bond."
    assert all(not c.asserted_by for c in claims(text).claims)
    made = claims("The doctors pleaded with the ministry to reconsider.").claims
    assert Kind.LEGAL not in {c.kind for c in made}


def test_a_month_goes_on_behind_a_clock():
    text = "Checks were made from 10:30 p.m. Aug. 9 to 6:30 a.m. the next day."
    assert {c.as_of for c in claims(text).claims} == {"2024-08-09"}


def test_an_estimated_number_describes_nobody():
    made = claims("An estimated 2,000 children were held.").claims
    assert "described_as" not in {c.property for c in made}
