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
