"""What looks like a contradiction and is none: reports of two things in a large collection, and what tells them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build
from habeas.model.finding import Status

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"


def conflicts(folder: Path, one: str, other: str) -> list[str]:
    for number, body in enumerate((one, other)):
        (folder / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    return [f.question for f in build([folder]).findings if f.status is Status.CONFLICT]


APART = [
    (
        "a sum and what it is rounded to",
        "Holm Logistics earned €61.7 million from the yard.",
        "The yard earned Holm Logistics €62 million.",
    ),
    (
        "a report that tells several lengths tells them of several things",
        "Holm Logistics showed a 16-inch screen and a 13-inch screen.",
        "Holm Logistics showed a 14-inch screen.",
    ),
    (
        "ways from two places",
        "The wreck lies 34 miles west of Tolmin.",
        "The wreck lies 85 miles from Varda.",
    ),
    (
        "what was said to be a number of others",
        "Between 30 and 40 volunteers came to the quay with buckets.",
        "Between 35 and 40 volunteers came to the quay with buckets.",
    ),
    (
        "who is charged with a murder did not die by it",
        "Ivo Marsh, who is on suicide watch, was moved to the north wing.",
        "Ivo Marsh faces one count of first-degree murder.",
    ),
    (
        "evidence that there is speaks for nobody",
        "The men are dangerous criminals.",
        "The jury weighed the evidence for two days.",
    ),
    (
        "what befell a man twice, years apart",
        "Ivo Marsh was arrested in May 2019 over a debt.",
        "Ivo Marsh was arrested in June 2008 over a stolen boat.",
    ),
    (
        "what is done to two men for two reasons",
        "Judge Runa Falk barred the removal of Ivo Marsh because of a heart illness.",
        "Judge Runa Falk barred the removal of Pim Aalto because of a typing error.",
    ),
    (
        "an age far from another is of another time",
        "Pim Aalto, 55, was sentenced.",
        "Pim Aalto, 24, was sentenced.",
    ),
]


@pytest.mark.parametrize(("one", "other"), [t[1:] for t in APART], ids=[t[0] for t in APART])
def test_two_things_are_no_conflict(tmp_path: Path, one: str, other: str) -> None:
    assert conflicts(tmp_path, one, other) == []


AGAINST = [
    (
        "sums with as many digits",
        "Holm Logistics won a contract worth €61.7 million.",
        "Holm Logistics won a contract worth €62.9 million.",
    ),
    (
        "lengths of one fall, each the only one of its report",
        "Pim Aalto died after falling about 60 metres from a ridge.",
        "Pim Aalto died after falling about 150 metres from a ridge.",
    ),
    (
        "ages some years apart",
        "Pim Aalto, 55, was sentenced.",
        "Pim Aalto, 59, was sentenced.",
    ),
    (
        "a man who died",
        "The murder of Ivo Marsh shook the north wing.",
        "Ivo Marsh died by suicide in the north wing.",
    ),
]


@pytest.mark.parametrize(("one", "other"), [t[1:] for t in AGAINST], ids=[t[0] for t in AGAINST])
def test_one_thing_told_in_two_ways_is_one(tmp_path: Path, one: str, other: str) -> None:
    assert conflicts(tmp_path, one, other)


FILLER = "{place} opened a market.\n\nPublished 8 March 2034\n\n{place} sold {goods} on Sunday. {name} of {place} sang there.\n"


def large(folder: Path, *told: str) -> list[str]:
    """The conflicts of a large collection in which some reports stand."""
    places = (
        "Ardal",
        "Brekka",
        "Corvo",
        "Dunmore",
        "Elvas",
        "Furano",
        "Gimli",
        "Hovden",
        "Imatra",
        "Jarna",
        "Kalix",
        "Lesja",
    )
    for n, place in enumerate(places):
        text = FILLER.format(place=place, goods=f"{n + 3} baskets of plums", name=f"Ana {place}son")
        (folder / f"f{n}.txt").write_text(text, "utf-8")
    for n, text in enumerate(told):
        (folder / f"t{n}.txt").write_text(text, "utf-8")
    return [f.question for f in build([folder]).findings if f.status is Status.CONFLICT]


CAR = (
    "{maker} shows its {model}\n\nPublished 8 March 2034\n\n{maker} showed the {model} in {place}. The {model} is a car of "
    "{maker}, and {maker} sells the {model} from May. {maker} has a plant in {place}, and {chief} built it. {chief} is proud. Top speed is an electronically limited "
    "{speed} mph. The motor show in Merando, where Tilda Kroon of the Norra Club drove it, closes on Sunday.\n"
)


def test_reports_about_two_cars_are_of_two_matters(tmp_path: Path) -> None:
    one = CAR.format(maker="Tavast", model="Tavast Aurora", place="Ostby", chief="Runa Falk", speed=109)
    other = CAR.format(maker="Renholm", model="Renholm Vega", place="Sundal", chief="Odd Brekke", speed=124)
    assert large(tmp_path, one, other) == []


def test_reports_about_one_car_contradict_each_other(tmp_path: Path) -> None:
    one = CAR.format(maker="Tavast", model="Tavast Aurora", place="Ostby", chief="Runa Falk", speed=109)
    other = CAR.format(maker="Tavast", model="Tavast Aurora", place="Ostby", chief="Runa Falk", speed=124)
    assert large(tmp_path, one, other)


SUM = (
    "{title}\n\nPublished 8 March 2034\n\nThe Norra Fund met in Merando. Tilda Kroon of the Norra Fund spoke to the Holm Club. "
    "{body}\n"
)


def test_many_things_cost_about_as_much(tmp_path: Path) -> None:
    one = SUM.format(
        title="Storm", body="Fishermen lost €55 million when boats broke. Boats cost €12 million each."
    )
    other = SUM.format(
        title="Ships", body="A line borrowed €52 million against tickets. Rails took €31 million."
    )
    assert large(tmp_path, one, other) == []
