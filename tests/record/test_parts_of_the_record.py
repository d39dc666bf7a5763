"""The parts of the record as a reader finds them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from record_stories import CAMP_ES, ISLAND_HALTED, ISLAND_LIFTED, dossier, entry, part, rows

from habeas.model.dossier import Dossier
from habeas.publish import publish


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("island"), a=ISLAND_HALTED, b=ISLAND_LIFTED)


def test_every_value_names_claims_of_the_dossier(island: Dossier) -> None:
    known = {c.id for c in island.claims}
    for one in island.record.parts:
        cited = [i for e in one.entries for r in e.rows for i in r.claims]
        cited += [i for lane in one.lanes for item in lane.items for i in item.claims]
        cited += [i for m in one.matrices for cell in m.cells for i in cell.claims]
        cited += [i for u in one.unknowns for i in u.withheld]
        assert set(cited) <= known, one.id
    assert {i for item in island.record.timeline for i in item.claims} <= known


def test_no_entry_tells_one_thing_twice(island: Dossier) -> None:
    for one in island.record.parts:
        titles = [e.id for e in one.entries]
        assert len(titles) == len(set(titles)), one.id
        for found in one.entries:
            told = [(r.label, r.value) for r in found.rows]
            assert len(told) == len(set(told)), found.title


def test_the_same_reports_give_the_same_record(island: Dossier, tmp_path: Path) -> None:
    assert dossier(tmp_path, a=ISLAND_HALTED, b=ISLAND_LIFTED).record == island.record


def test_cohorts_are_told_apart_by_number_and_day(island: Dossier) -> None:
    titles = [e.title for e in part(island, "transfer").entries if "people" in e.title]
    assert sorted(titles) == [
        "Removal and flight: 12 people, 5 June 2024",
        "Removal and flight: 30 people, 9 June 2024",
        "Removal and flight: 84 people, 1 June 2024",
    ]


def test_counts_that_are_parts_of_each_other_add_up(island: Dossier) -> None:
    first = entry(island, "transfer", "84 people")
    assert rows(first, "parts of the number") == ["60 and 24 make 84: it adds up"]


def test_a_cohort_holds_its_treatment_and_the_order_of_its_day(island: Dossier) -> None:
    first = entry(island, "transfer", "84 people")
    assert any("handcuffed" in v for v in rows(first, "treatment"))
    assert rows(first, "order in force")[0].startswith("not in force")
    assert rows(entry(island, "transfer", "12 people"), "order in force")[0].startswith("in force")


def test_people_arrested_are_not_the_people_flown(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Published May 9, 2023\n\nPolice arrested 7 men in Tirana on Monday. On Tuesday 150 men were deported from Italy "
        "to Albania, the ministry said.",
    )
    titles = [e.title for e in part(found, "transfer").entries]
    assert any(t.startswith("Arrest: 7 people") for t in titles)
    assert any("150 people" in t and not t.startswith("Arrest") for t in titles)


def test_a_planned_cohort_is_kept_from_what_happened(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Britain deported 20 people to Kigali. Hundreds of people could soon be deported to Kigali, officials said.",
    )
    kinds = {e.title.split(",")[0]: e.kind for e in part(found, "transfer").entries if "people" in e.title}
    assert kinds["Removal and flight: 20 people"] == ""
    assert kinds["Removal and flight: hundreds of people"] == "planned"


def test_a_place_has_one_entry_with_numbers_first(island: Dossier) -> None:
    (centre,) = part(island, "facility").entries
    assert centre.title == "Nauru Regional Processing Centre"
    assert rows(centre, "capacity") == ["1,200 people"]
    assert rows(centre, "inmates held") == ["about 300 people"]
    assert any("25% full" in v for v in rows(centre, "share of places taken"))


def test_a_price_for_a_person_and_day_needs_a_number_of_people(island: Dossier, tmp_path: Path) -> None:
    agreement = part(island, "agreement").entries[0]
    costs = rows(agreement, "cost a person a day")
    assert any("USD 1,369" in v and "84 people" in v for v in costs)
    alone = dossier(tmp_path, a="Rwanda will receive $3 million a year under the agreement with Denmark.")
    assert not any("cost" in r.label for e in part(alone, "agreement").entries for r in e.rows)


def test_a_vague_number_gives_a_range_of_prices(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Denmark deported hundreds of people to Kigali. Denmark will pay Rwanda $4 million a year under the agreement.",
    )
    costs = [r.value for e in part(found, "agreement").entries for r in e.rows if "cost" in r.label]
    assert any("10.96 to 54.76" in v for v in costs)


def test_a_condition_touches_rules_on_a_voice_and_breaks_none(island: Dossier) -> None:
    conditions = part(island, "condition")
    lawyers = entry(island, "condition", "touches rule 61")
    assert [r.label for r in lawyers.rows] == ["organisation: Harbour Watch"]
    assert all(
        "breach" not in e.note and "not that it is broken" in e.note
        for e in conditions.entries
        if "rule" in e.title
    )
    voices = conditions.matrices[0]
    assert "organisation" in voices.columns
    assert {voices.rows[c.row].split()[0] for c in voices.cells} >= {"21", "47-49", "58-60", "61"}


def test_rules_stand_in_the_order_of_the_standard(island: Dossier) -> None:
    numbers = [int(r.split("-")[0].split()[0]) for r in part(island, "condition").matrices[0].rows]
    assert numbers == sorted(numbers)


def test_what_was_withheld_is_told_with_the_question(island: Dossier) -> None:
    unknown = next(u for u in part(island, "transfer").unknowns if "by name" in u.question)
    assert unknown.withheld
    assert all("not released" in c.quote for c in island.claims if c.id in unknown.withheld)


def test_a_question_that_a_paragraph_may_answer_is_not_called_unanswered(tmp_path: Path) -> None:
    with_food = dossier(
        tmp_path, a="The Redhill jail holds 90 people. Breakfast: bread, no other food or drinking water."
    )
    questions = [u.question for u in part(with_food, "condition").unknowns]
    assert "What is said of food and water?" not in questions
    assert "What is said of health care?" in questions


def test_spanish_reports_fill_the_same_parts(tmp_path: Path) -> None:
    found = dossier(tmp_path, a=CAMP_ES)
    acts = [(s.act, s.latest) for s in found.record.steps]
    assert ("halted", date(2024, 6, 3)) in acts
    assert any(u.withheld for p in found.record.parts for u in p.unknowns)


def test_versions_of_one_remark_are_one_row(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a='"We will build two more camps on the coast this year," minister Ruth Dale said.',
        b='Ruth Dale, the minister, said: "We will build three more camps on the coast this year."',
    )
    speaker = entry(found, "statement", "Ruth Dale")
    (versions,) = [r for r in speaker.rows if "version" in r.label]
    assert len(versions.claims) == 2
    assert versions.status == "conflict"


def test_the_timeline_has_each_thing_once_and_in_order(island: Dossier) -> None:
    items = island.record.timeline
    assert list(items) == sorted(items, key=lambda i: (i.earliest or date.min, i.latest or date.max))
    assert len({(i.label, i.earliest, i.latest) for i in items}) == len(items)
    assert any("barred further transfers" in i.label and len(i.claims) > 1 for i in items)


def test_a_length_of_time_is_no_moment_of_the_timeline(tmp_path: Path) -> None:
    found = dossier(
        tmp_path, a="Published May 2, 2024\n\nOn Monday the minister began a three-day visit to Lima."
    )
    assert not any("3 days" in i.label for i in found.record.timeline)


def test_each_report_has_an_entry_with_its_origin(island: Dossier) -> None:
    kinds = {e.kind for e in part(island, "origin").entries}
    assert {"a.txt", "b.txt"} <= kinds


def test_descriptions_are_told_by_stance_and_report(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="The ministry flew 40 dangerous criminals to Kigali on Monday. The criminals were met by police.",
        b="The ministry flew 40 alleged gang members to Kigali, and some innocent people, their lawyers said.",
    )
    (table,) = part(found, "origin").matrices
    assert {"accusing", "hedged"} <= set(table.rows)
    assert len(table.columns) == 2


COUNTY = """Inside the Miller County jail

Published January 12, 2024

DAYTON, Ohio — Four inmates to a cell sleep on mats on the floor at the Miller County jail, and lights are kept on all night, two former inmates said. They may shower twice a week. Shackled women were taken to hospital on view of the street. The gym, the library and the yard, once open to all inmates, are designated for staff. Women are not held apart from men, the Prison Clinic said.
"""


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("12", "sleep on mats"),
        ("14", "kept on all night"),
        ("16", "shower twice"),
        ("47-49", "Shackled women"),
        ("73", "on view of the street"),
        ("11", "held apart"),
    ],
)
def test_every_condition_is_linked_to_the_rules_it_touches(tmp_path: Path, rule: str, words: str) -> None:
    found = dossier(tmp_path, a=COUNTY)
    told = [
        r.value for e in part(found, "condition").entries if e.id.endswith(f":rule:{rule}") for r in e.rows
    ]
    assert any(words in v for v in told), told


def test_a_speaker_named_for_a_rule_touches_none(tmp_path: Path) -> None:
    found = dossier(tmp_path, a=COUNTY)
    health = [e for e in part(found, "condition").entries if e.id.endswith(":rule:24-35")]
    assert not any("Prison Clinic" in r.value for e in health for r in e.rows)


def test_what_held_is_told_from_day_to_day(island: Dossier) -> None:
    one = entry(island, "law", "What held, from day to day")
    assert [(r.label, r.value.partition(":")[0]) for r in one.rows] == [
        ("before 3 June 2024", "no order is told"),
        ("3 June 2024 to 6 June 2024", "an order stops the measure"),
        ("from 7 June 2024", "the measure may go on"),
    ]
    assert all(r.claims for r in one.rows[1:])


def test_an_order_without_a_day_leaves_every_day_untold(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="A judge blocked transfers to Nauru under the Migration Act 1958. Later the order was upheld.",
    )
    (row,) = entry(found, "law", "What held, from day to day").rows
    assert row.label == "on any day"
    assert row.value.startswith("cannot be told")


def test_the_share_of_places_taken_is_a_band_where_capacities_conflict(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Camp\n\nPublished March 4, 2024\n\nThe Baxter camp held 400 people in January 2024. The Baxter camp has a capacity"
        " of 1,200.\n",
        b="Camp\n\nPublished June 9, 2024\n\nThe Baxter camp held 900 people on June 3, 2024. The Baxter camp was built for"
        " 800 people.\n",
    )
    (shares,) = [s for s in part(found, "facility").series if "share of places" in s.title]
    assert [(p.value, p.value_max) for p in shares.points] == [(33.3, 50), (75, 112.5)]
    assert all(len(p.claims) == 3 for p in shares.points)


def test_the_people_held_are_seen_against_every_capacity_that_is_reported(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        a="Camp\n\nPublished March 4, 2024\n\nThe Baxter camp held 400 people in January 2024. The Baxter camp has a capacity"
        " of 1,200.\n",
        b="Camp\n\nPublished June 9, 2024\n\nThe Baxter camp held 900 people on June 3, 2024. The Baxter camp was built for"
        " 800 people.\n",
    )
    (held,) = [s for s in part(found, "facility").series if s.title.endswith("inmates held")]
    assert held.against is not None
    assert (held.against.label, held.against.low, held.against.high) == ("capacity", 800, 1200)
    assert {c.value for c in found.claims if c.id in held.against.claims} == {800, 1200}
    publish(found, tmp_path / "out")
    page = (tmp_path / "out" / "statistics.html").read_text("utf-8")
    assert '<rect class="behind"' in page
    assert "Seen against capacity: 800 to 1,200 people" in page


def test_nobody_is_a_place_of_detention(tmp_path: Path) -> None:
    """A chief who says what his crew should not see opened is no facility."""
    text = (
        "Eighteen people died in a lorry near Oster on Monday.\n"
        "Fire Chief Carl Hood spoke at the scene. “We are not supposed to open up a lorry and see bodies,” Hood said."
    )
    found = dossier(tmp_path, a=text)
    assert "Carl Hood" in {e.name for e in found.entities}
    assert "Carl Hood" not in {e.title for e in part(found, "facility").entries}


@pytest.mark.parametrize(
    ("facility", "all_of_them"),
    [
        ("The Baxter prison", "Norland's prisons"),
        ("The Baxter prison", "The country's prisons"),
        ("The Baxter jail", "The jails of Norland"),
        ("The Baxter camp", "The camps in Norland"),
    ],
)
def test_all_prisons_of_a_country_are_not_the_one_of_the_report(
    tmp_path: Path, facility: str, all_of_them: str
) -> None:
    text = (
        f"Prisons\n\nPublished March 4, 2024\n\n{facility} in Norland held 400 people in January 2024."
        f" {facility} was opened in 2020.\n\n{all_of_them} held 110,000 people in January 2024.\n"
    )
    found = dossier(tmp_path, a=text)
    assert 110000 in {c.value for c in found.claims}
    (one,) = [e for e in part(found, "facility").entries if "Baxter" in e.title]
    assert rows(one, "inmates held") == ["400 people (2024-01)"]
