"""Which reports tell one story."""

from __future__ import annotations

from habeas.model.entity import Entity, Form
from habeas.model.marks import EntityType
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.read import read_report
from habeas.reconcile.story import CROWD, FOLDER, story_of

OPENINGS = {
    "a": "The tide came in, and the boats went out.",
    "b": "A choir of bakers sang for the mayor at noon.",
    "c": "Two foresters planted larches beside a new road.",
}


def report(name: str, published: str) -> Report:
    text = f"A quiet day\n\nPublished {published}\n\n{OPENINGS.get(name, OPENINGS['a'])}\n"
    return read_report(name, text.encode())


def thing(name: str, kind: EntityType, *docs: str) -> Entity:
    return Entity(name, name, kind, (), tuple(Form(d, name, (Span(0, 1),), True) for d in docs))


SPRING = [report("a", "May 2, 2024"), report("b", "May 9, 2024"), report("c", "May 11, 2024")]


def test_a_place_and_a_name_in_common_make_one_story() -> None:
    shared = [
        thing("Tarn Quay", EntityType.FACILITY, "a", "c"),
        thing("Ines Rado", EntityType.PERSON, "a", "c"),
    ]
    assert story_of(SPRING, shared) == {"a": 0, "b": 1, "c": 0}


def test_one_person_in_common_is_not_enough() -> None:
    assert story_of(SPRING, [thing("Ines Rado", EntityType.PERSON, "a", "b", "c")]) == {
        "a": 0,
        "b": 1,
        "c": 2,
    }


def test_a_country_in_common_says_nothing() -> None:
    shared = [thing(n, EntityType.PLACE, "a", "b") for n in ("Norway", "Oslo", "Bergen", "Molde")]
    assert story_of(SPRING, shared) == {"a": 0, "b": 1, "c": 2}


def test_stories_are_joined_through_a_report_between_them() -> None:
    shared = [
        thing("Tarn Quay", EntityType.FACILITY, "a", "b"),
        thing("Ines Rado", EntityType.PERSON, "a", "b"),
        thing("Lock Act", EntityType.LAW, "b", "c"),
        thing("Hill Court", EntityType.COURT, "b", "c"),
    ]
    assert set(story_of(SPRING, shared).values()) == {0}


def test_reports_many_months_apart_are_not_one_story_by_names_alone() -> None:
    reports = [SPRING[0], report("z", "May 2, 2025")]
    shared = [
        thing("Tarn Quay", EntityType.FACILITY, "a", "z"),
        thing("Ines Rado", EntityType.PERSON, "a", "z"),
    ]
    assert story_of(reports, shared) == {"a": 0, "z": 1}


def test_a_late_report_belongs_to_the_one_story_of_a_small_collection() -> None:
    named = [
        thing("Tarn Quay", EntityType.FACILITY, "a", "b", "c", "z"),
        thing("Ines Rado", EntityType.PERSON, "a", "b", "c", "z"),
    ]
    assert set(story_of([*SPRING, report("z", "May 2, 2027")], named).values()) == {0}


def test_what_very_many_reports_name_says_nothing() -> None:
    reports = [report(f"r{n:03}", "May 2, 2024") for n in range(CROWD + 1)]
    docs = [r.doc for r in reports]
    shared = [thing("Tarn Quay", EntityType.FACILITY, *docs), thing("Lock Act", EntityType.LAW, *docs)]
    assert len(set(story_of(reports, shared).values())) == CROWD + 1


def news(name: str, published: str, headline: str, lead: str) -> Report:
    return read_report(name, f"{headline}\n\nPublished {published}\n\n{lead}\n".encode())


BLAZE = [
    news(
        "a", "May 2, 2024", "Warehouse blaze kills six in Molde", "A blaze at a warehouse killed six packers."
    ),
    news(
        "b",
        "May 4, 2024",
        "Six packers dead in warehouse blaze",
        "The warehouse burned for a night in Molde.",
    ),
    news("c", "May 4, 2024", "Herring festival opens", "The herring festival drew crowds to Molde's quays."),
    news("d", "August 9, 2024", "Warehouse blaze kills packers", "A blaze at another warehouse in Molde."),
]


def test_reports_that_name_one_town_and_open_alike_tell_one_story() -> None:
    town = [thing("Molde", EntityType.PLACE, "a", "b", "c", "d")]
    assert story_of(BLAZE, town) == {"a": 0, "b": 0, "c": 1, "d": 2}


def named_at(name: str, kind: EntityType, at: int, *docs: str) -> Entity:
    return Entity(name, name, kind, (), tuple(Form(d, name, (Span(at, at + 1),), True) for d in docs))


def test_a_country_joins_reports_that_open_alike_where_their_headlines_name_it() -> None:
    fires = [
        *BLAZE[:2],
        news("e", "May 30, 2024", "Six packers dead in warehouse blaze", "It burned for a night."),
    ]
    others = [news(f"z{n}", "May 2, 2024", f"Choir {n} sings", "It sang.") for n in range(FOLDER)]
    for at, stories in ((0, {"a": 0, "b": 0, "e": 1}), (80, {"a": 0, "b": 1, "e": 2})):
        found = story_of([*fires, *others], [named_at("Norway", EntityType.PLACE, at, "a", "b", "e")])
        assert {doc: found[doc] for doc in stories} == stories


def test_a_few_reports_that_open_with_one_country_and_its_words_tell_one_story_for_months() -> None:
    told = [*BLAZE[:2], BLAZE[3], news("f", "June 9, 2024", "A choir sings", "It sang on a quay all day.")]
    found = story_of(told, [named_at("Norway", EntityType.PLACE, 0, "a", "b", "d", "f")])
    assert found == {"a": 0, "b": 0, "d": 0, "f": 1}


def test_reports_whose_first_words_name_one_building_tell_one_story() -> None:
    for at, stories in ((0, {0}), (500, {0, 1})):
        sites = [named_at("Kvern Hall", EntityType.FACILITY, at, "a", "c")]
        assert set(story_of([BLAZE[0], BLAZE[2]], sites).values()) == stories


def test_reports_of_one_town_whose_headlines_tell_it_in_the_same_words_tell_one_story() -> None:
    told = [
        news(
            "a",
            "May 2, 2024",
            "Ten miners walk out of Molde pit",
            "A strike had been coming since the winter.",
        ),
        news("b", "May 4, 2024", "Molde pit: miners who walk out want bread", "In Molde nobody sold a loaf."),
        news("c", "May 4, 2024", "Molde choir sings for bread", "In Molde the bakers sang at noon."),
    ]
    town = [thing("Molde", EntityType.PLACE, "a", "b", "c")]
    assert story_of(told, town) == {"a": 0, "b": 0, "c": 1}


def many(groups: str, size: int) -> list[Report]:
    """Reports of as many stories as there are letters, each story in words of its own."""
    told = {g: f"{OPENINGS[g]} {OPENINGS[g][::-1]}" for g in groups}
    return [
        read_report(f"{g}{n:02}", f"A day\n\nPublished May 2, 2024\n\n{told[g]}\n".encode())
        for g in groups
        for n in range(size)
    ]


def crowd(group: str, size: int) -> list[Entity]:
    docs = [f"{group}{n:02}" for n in range(size)]
    return [
        thing(f"Quay {group}", EntityType.FACILITY, *docs),
        thing(f"Lock Act {group}", EntityType.LAW, *docs),
    ]


def bridge(one: str, other: str) -> list[Entity]:
    return [
        thing(f"Bridge {one}{other}", EntityType.FACILITY, one, other),
        thing(f"Ford Act {one}{other}", EntityType.LAW, one, other),
    ]


def test_one_link_too_many_does_not_join_two_stories_of_a_large_collection() -> None:
    reports = [*many("ab", FOLDER), *many("c", 1)]
    named = [*crowd("a", FOLDER), *crowd("b", FOLDER)]
    assert len(set(story_of(reports, [*named, *bridge("a00", "b00")]).values())) == 3


def test_two_groups_of_a_large_collection_that_many_links_join_are_one_story() -> None:
    reports = [*many("ab", FOLDER), *many("c", 3)]
    links = [(f"a{i:02}", f"b{j:02}") for i in range(FOLDER) for j in range(FOLDER) if (i + j) % 5 == 0]
    story = story_of(reports, [*crowd("a", FOLDER), *crowd("b", FOLDER)], (), links)
    assert len({story[doc] for doc in story if doc[0] in "ab"}) == 1


def test_a_chain_of_single_links_does_not_join_a_large_collection() -> None:
    reports = many("abc", FOLDER)
    named = [thing for group in "abc" for thing in crowd(group, FOLDER)]
    links = [("a00", "b00"), ("b01", "c00"), ("c01", "a01")]
    assert len(set(story_of(reports, named, (), links).values())) == 3


def test_a_copy_is_of_the_story_of_its_original_in_any_collection() -> None:
    reports = many("abc", FOLDER)
    named = [thing for group in "ab" for thing in crowd(group, FOLDER)]
    story = story_of(reports, named, [("a00", "c00")])
    assert story["a00"] == story["c00"] != story["b00"]


def test_in_a_large_collection_words_make_up_for_names() -> None:
    reports = many("abc", FOLDER)
    met = [thing("Ines Rado", EntityType.PERSON, "a00", "a01", "b00")]
    story = story_of(reports, met)
    assert story["a00"] == story["a01"] != story["b00"]
