"""Scenarios: from a file, from the claims of a dossier, and back to a file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from projecting import claim

from habeas.errors import UsageError
from habeas.model.claim import Modality
from habeas.packs import load_pack
from habeas.project import (
    ROLES,
    Basis,
    WhenFull,
    default_scenario,
    project,
    projection_part,
    scenario_from,
    scenario_toml,
)

PACK = load_pack("detention")
CLAIMS = [
    claim("aa01", "Norvale camp", "capacity", 10_000, comparator="at_most"),
    claim("aa02", "Norvale camp", "capacity", 12_000, doc="courier.txt"),
    claim("aa03", "Norvale camp", "inmates held", 3_500, comparator="approx"),
    claim("aa04", "Osthaven fort", "capacity", 900),
    claim("aa05", "the ministry", "payment", 2_000_000, "USD per year", modality=Modality.PLANNED),
    claim("aa06", "Norvale camp", "inmates held", 7_000, modality=Modality.CONDITIONAL),
]


def read(text: str):
    return scenario_from(f"start = 2031-02-01\n{text}", CLAIMS, PACK)


def test_a_parameter_names_its_claims_by_id():
    found = read('[parameters.capacity]\nclaims = ["aa01"]').parameter("capacity")
    assert (found.low, found.high, found.basis, found.claims) == (10_000, 10_000, Basis.CLAIMS, ("aa01",))


def test_a_parameter_names_its_claims_by_property_and_subject():
    found = read('[parameters.capacity]\nproperty = "capacity"\nsubject = "norvale"').parameter("capacity")
    assert (found.low, found.high, found.claims) == (10_000, 12_000, ("aa01", "aa02"))
    assert "exclude" in found.note


def test_an_assumption_is_shown_as_one():
    found = read(
        '[parameters.arrivals]\nbasis = "assumed"\nrange = [70, 140]\nper = "week"\nnote = "a guess"'
    )
    arrivals = found.parameter("arrivals")
    assert (arrivals.low, arrivals.high, arrivals.basis, arrivals.note) == (10, 20, Basis.ASSUMED, "a guess")


def test_lengths_take_a_unit_and_dates_count_from_the_start():
    found = read(
        '[parameters.mean_stay]\nbasis = "assumed"\nvalue = 2\nunit = "years"\n'
        '[parameters.expansion_on]\nbasis = "assumed"\nvalue = [2031-03-01, 2031-04-01]\n'
    )
    assert found.parameter("mean_stay").low == 730.5
    assert (found.parameter("expansion_on").low, found.parameter("expansion_on").high) == (28, 59)


def test_a_switch_has_a_range_for_either_end_and_a_chance():
    (switch,) = read(
        '[[switches]]\nlabel = "an order"\nsince = 2031-02-11\nuntil = [2031-03-01, 2031-04-01]\nchance = 0.5\nbasis = "assumed"'
    ).switches
    assert (switch.since.low, switch.until.low, switch.until.high, switch.chance.low) == (10, 28, 59, 0.5)


def test_what_the_scenario_does_not_give_is_listed_as_missing():
    missing = {m.id for m in read('[parameters.capacity]\nclaims = ["aa01"]').missing}
    assert "arrivals" in missing
    assert "capacity" not in missing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("runs = 0", "runs must be from 1"),
        ("days = 99999", "days must be from 1 to 36,600"),
        ('when_full = "explode"', "turn_away or crowd"),
        ("colour = 3", "unknown key 'colour'"),
        ("runs = 'many'", "runs must be a int"),
        ("[parameters.guards]\nvalue = 3", "unknown key 'guards'"),
        ("[parameters.stock]\nvalue = 3", 'needs basis = "assumed"'),
        ('[parameters.stock]\nvalue = 3\nrange = [1, 2]\nbasis = "assumed"', "not both"),
        ('[parameters.stock]\nvalue = -3\nbasis = "assumed"', "no range of people"),
        ('[parameters.stock]\nrange = [5, 2]\nbasis = "assumed"', "no range of people"),
        ('[parameters.stock]\nvalue = true\nbasis = "assumed"', "must be a number"),
        ('[parameters.stock]\nbasis = "assumed"', "name claims, or give value"),
        ('[parameters.stock]\nclaims = ["ffff"]', "holds no claim 'ffff'"),
        ('[parameters.stock]\nclaims = "aa01"', "list of ids"),
        ('[parameters.stock]\nsubject = "camp"', "needs a property"),
        ('[parameters.stock]\nproperty = "guards"', "no claim in the dossier answers"),
        ('[parameters.payment]\nclaims = ["aa01"]', "none of its claims says a number of money"),
        ('[parameters.arrivals]\nvalue = 3\nper = "aeon"\nbasis = "assumed"', "per must be day, week"),
        ('[parameters.expansion_on]\nvalue = 3\nbasis = "assumed"', "must be a date"),
        ('[parameters.expansion_chance]\nvalue = 1.5\nbasis = "assumed"', "no range of share"),
        ('[[switches]]\nbasis = "assumed"', "needs since"),
        ("[[switches]]\nsince = 2031-02-11", 'needs basis = "assumed"'),
        ('[parameters.batch]\nvalue = 3\nbasis = "assumed"', "parameters.batch needs parameters.batch_every"),
        ('[parameters.expansion]\nvalue = 3\nbasis = "assumed"', "needs parameters.expansion_on"),
        ("parameters = 3", "parameters must be a dict"),
        ("[parameters]\nstock = 3", "must be a table"),
        ("switches = [3]", "must be a [[switches]] table"),
        ("runs = ", "not TOML"),
    ],
)
def test_a_wrong_scenario_says_where_and_what(text, said):
    with pytest.raises(UsageError, match=re.escape(said)):
        read(text)


def test_a_scenario_must_say_when_it_starts():
    with pytest.raises(UsageError, match="needs start"):
        scenario_from("days = 10", CLAIMS, PACK)


def test_the_default_takes_the_place_that_most_reports_speak_of():
    found = default_scenario(CLAIMS, PACK)
    assert found.title == "Norvale camp as reported"
    assert found.start == date(2031, 1, 1)
    assert {p.id: p.claims for p in found.parameters} == {
        "capacity": ("aa01", "aa02"),
        "others": ("aa03",),
        "payment": ("aa05",),
        "term": ("aa05",),
        "renewal": ("aa05",),
    }
    assert found.parameter("term").low == 365.25
    assert {"arrivals", "mean_stay", "person_day"} <= {m.id for m in found.missing}
    assert found.currency == "USD"


def test_claims_that_differ_on_whether_the_payment_comes_again_leave_it_open():
    once = claim("aa07", "the minister", "payment", 2_000_000, "USD", modality=Modality.PLANNED)
    renewal = default_scenario([*CLAIMS, once], PACK).parameter("renewal")
    assert (renewal.low, renewal.high, renewal.claims) == (0.0, 1.0, ("aa05", "aa07"))
    assert "one sum" in renewal.note
    alone = default_scenario([c for c in (*CLAIMS, once) if c.id != "aa05"], PACK)
    assert alone.parameter("renewal") is None
    assert "renewal" in {m.id for m in alone.missing}


def test_the_default_needs_a_date_or_a_start():
    undated = [replace(c, earliest=None, latest=None) for c in CLAIMS]
    with pytest.raises(UsageError, match="--start"):
        default_scenario(undated, PACK)
    assert default_scenario(undated, PACK, date(2031, 5, 1)).start == date(2031, 5, 1)


def test_a_dossier_without_numbers_has_a_scenario_of_questions_only():
    found = default_scenario([], PACK, date(2031, 5, 1))
    assert found.parameters == ()
    assert len(found.missing) == len(PACK.projections)
    assert project(replace(found, runs=10)).full.probability == 0


FULL = """
title = 'Norvale "as it \\ is"'
days = 500
runs = 300
seed = 9
when_full = "crowd"
[parameters.term]
basis = "assumed"
value = 90
[parameters.renewal]
basis = "assumed"
value = 0.5
[parameters.capacity]
claims = ["aa01"]
[parameters.others]
claims = ["aa03"]
[parameters.arrivals]
basis = "assumed"
range = [70, 140]
per = "week"
[parameters.expansion_on]
basis = "assumed"
value = [2031-03-01, 2031-04-01]
[parameters.payment]
claims = ["aa05"]
[[switches]]
label = "an order"
since = 2031-02-11
until = [2031-03-01, 2031-04-01]
basis = "assumed"
note = "as in spring"
[[switches]]
label = "a strike"
since = 2031-05-11
chance = [0.1, 0.2]
basis = "assumed"
"""


@pytest.mark.parametrize("scenario", [read(FULL), default_scenario(CLAIMS, PACK)], ids=["file", "default"])
def test_a_written_scenario_reads_back_to_the_same_projection(scenario):
    again = scenario_from(scenario_toml(scenario), CLAIMS, PACK)
    few = replace(scenario, runs=50, missing=())
    assert replace(again, runs=50, missing=()) == few
    assert project(replace(again, runs=50, missing=())) == project(few)
    assert again.when_full in set(WhenFull)


def test_a_written_scenario_asks_for_what_is_missing():
    text = scenario_toml(default_scenario(CLAIMS, PACK))
    assert "# [parameters.arrivals]" in text
    uncommented = re.sub(r"^# (?=\[parameters\.arrivals\]|basis|range|per)", "", text, flags=re.M)
    assert "[parameters.arrivals]\nbasis" in uncommented


def test_the_part_of_the_record_cites_claims_and_leaves_questions():
    part = projection_part(CLAIMS, PACK)
    parameters, full = part.entries
    assert {row.claims for row in parameters.rows} == {("aa01", "aa02"), ("aa03",), ("aa05",)}
    assert full.rows[0].value == "6,450 to 8,550"
    assert all(row.claims == ("aa01", "aa02", "aa03") for row in full.rows)
    assert any("arrive" in unknown.question for unknown in part.unknowns)


def test_the_part_of_a_dossier_without_numbers_holds_its_questions():
    part = projection_part([], PACK)
    assert part.entries == ()
    assert len(part.unknowns) == len(PACK.projections)


def test_a_pack_without_the_part_has_none():
    assert projection_part(CLAIMS, replace(PACK, parts=())) is None


def test_every_parameter_that_the_pack_asks_for_is_one_of_the_model():
    assert {p.id for p in PACK.projections} <= set(ROLES)


def test_the_example_names_only_keys_that_the_program_knows():
    example = Path(__file__).resolve().parents[2] / "docs" / "examples" / "scenario.toml"
    claims = [claim("bb01", "CECOT", "capacity", 40_000), claim("bb02", "someone", "payment", 5, "USD")]
    found = scenario_from(example.read_text("utf-8"), claims, PACK)
    assert project(replace(found, runs=20)).occupancy
