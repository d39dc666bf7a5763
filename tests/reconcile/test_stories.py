"""Which reports tell one story."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.model.entity import Entity, Form
from habeas.model.marks import EntityType
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.read import read_report
from habeas.reconcile.story import FOLDER, story_of

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


FLOODS = (
    "The river {river} burst its banks at {town} on Monday night and drowned {dead} people in their beds.",
    "Floods in {town}: {dead} people drowned when the river {river} rose on Monday night.",
    "Rescuers in boats took families off the roofs of {town} after the {river} rose and {dead} people drowned.",
    "On Monday night the {river} came over the wall at {town}. {dead} drowned, and families sat on roofs.",
)
QUIET = (
    "A choir of bakers sang for the mayor at noon and sold {dead} loaves to the crowd outside.",
    "Two foresters planted {dead} larches beside a new road to the quarry above the old mill.",
    "The museum shows {dead} watches that a clockmaker left to her apprentice in a tin.",
    "Pupils counted {dead} storks on chimneys for a map that hangs in the library now.",
)


def told(name: str, text: str, published: str = "May 2, 2024") -> Report:
    return read_report(name, f"A day\n\nPublished {published}\n\n{text}\n".encode())


def floods(letter: str, town: str, river: str, dead: int, times: int = 2) -> list[Report]:
    """Reports of one flood, each wording so many times."""
    texts = [text.format(town=town, river=river, dead=dead) for text in FLOODS] * times
    return [told(f"{letter}{n:02}", text) for n, text in enumerate(texts)]


def quiet(count: int) -> list[Report]:
    """Reports of other things, each of its own."""
    return [told(f"q{n:02}", QUIET[n % 4].format(dead=101 + 7 * n)) for n in range(count)]


def stories(story: Mapping[str, int], letters: str) -> list[set[int]]:
    return [{number for doc, number in story.items() if doc[0] == letter} for letter in letters]


TWO_FLOODS = [
    thing(name, EntityType.PLACE, "z", *(f"{letter}{n:02}" for n in range(8)))
    for letter, name in (("a", "Molde"), ("a", "Rauma"), ("b", "Pinsk"), ("b", "Yaselda"))
]


def test_many_reports_are_of_one_story_where_they_are_told_in_the_same_words() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31), *quiet(8)]
    flood, others = stories(story_of(reports, []), "aq")
    assert len(flood) == 1
    assert not flood & others


def test_a_report_beside_the_story_of_most_belongs_to_it_by_its_town_and_words() -> None:
    told_of = {
        "a": (
            "Old quay breaks",
            "The old quay of Ostby broke on Monday, and the sheds on it slid into the bay.",
        ),
        "b": (
            "Old quay breaks again",
            "The old quay of Ostby broke on Monday night, and more sheds slid into the bay.",
        ),
        "c": (
            "Old quay in Ostby breaks",
            "Part of the old quay broke at Ostby on Monday; sheds slid into the bay.",
        ),
        "d": ("Divers at work", "Divers looked for sheds in the bay off Ostby, where the quay slid away."),
        "e": ("Bakers sing", "A choir of bakers sang for the mayor of Ostby at noon."),
    }
    reports = [news(name, "May 2, 2024", *words) for name, words in told_of.items()]
    story = story_of(
        reports, [thing("Ostby", EntityType.PLACE, *told_of)], of_one_event=[("a", "b"), ("b", "c")]
    )
    assert story["a"] == story["d"] != story["e"]


def test_two_events_of_one_kind_are_told_apart_by_their_names_and_figures() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31), *floods("b", "Pinsk", "Yaselda", 12), *quiet(8)]
    one, other = stories(story_of(reports, TWO_FLOODS), "ab")
    assert len(one) == len(other) == 1
    assert one != other


def test_a_story_of_very_many_reports_is_one() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31, 40), *quiet(8)]
    flood, others = stories(story_of(reports, []), "aq")
    assert len(flood) == 1
    assert not flood & others


def test_a_report_of_two_events_does_not_join_them() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31), *floods("b", "Pinsk", "Yaselda", 12), *quiet(8)]
    both = FLOODS[0].format(town="Molde", river="Rauma", dead=31)
    both += " " + FLOODS[1].format(town="Pinsk", river="Yaselda", dead=12)
    one, other = stories(story_of([told("z", both), *reports], TWO_FLOODS), "ab")
    assert not one & other


def test_the_same_words_months_later_are_another_story() -> None:
    early = floods("a", "Molde", "Rauma", 31)
    text = FLOODS[0].format(town="Molde", river="Rauma", dead=31)
    late = [told(f"b{n}", text, "May 2, 2025") for n in range(4)]
    one, other = stories(story_of([*early, *late, *quiet(4)], []), "ab")
    assert not one & other


RESCUES = {
    "a": (
        "The {river} drowned {dead} geese at {town}. Farmers had left their barns open and slept upstairs.",
        "At {town} the {river} took {dead} geese in one night; farmers upstairs heard nothing from the barns.",
    ),
    "b": (
        "El {river} ahogó a {dead} gansos en {town}. Los granjeros dormían arriba, con los establos abiertos.",
        "En {town} el {river} se llevó {dead} gansos en una noche; arriba los granjeros no oyeron los establos.",
    ),
}
TOLD_FURTHER = {
    "a": "Neighbours carried straw, buckets, shovels and a bell across the meadow before dawn, and a priest rowed "
    "grandmothers to a school where cooks boiled barley; pumps failed, candles ran out, dogs barked at driftwood.",
    "b": "Vecinos cargaron paja, cubos, palas y una campana por el prado antes del alba, y un cura llevó en barca a "
    "las abuelas hasta la escuela, donde hervían cebada; fallaron las bombas, faltaron velas, ladraban los perros.",
}


def test_one_story_in_two_languages_is_joined_by_its_names_and_figures() -> None:
    reports = [
        told(f"{letter}{n}", f"{text} {TOLD_FURTHER[letter]}".format(town="Molde", river="Rauma", dead=3104))
        for letter, texts in RESCUES.items()
        for n, text in enumerate(texts * 3)
    ]
    assert {r.language for r in reports if r.doc[0] == "b"} == {"es"}
    named = [thing(name, EntityType.PLACE, *(r.doc for r in reports)) for name in ("Molde", "Rauma")]
    one, other = stories(story_of([*reports, *quiet(8)], named), "ab")
    assert one == other


def test_one_event_seen_by_tracing_joins_many_reports_only_where_it_joins_most_of_them() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31, 1), *quiet(12)]
    pairs = [(f"a0{n}", f"q0{m}") for n in range(4) for m in (0, 4, 8)]
    story = story_of(reports, [], (), pairs)
    assert {story[f"a0{n}"] for n in range(4)} == {story["q00"], story["q04"], story["q08"]}
    story = story_of(reports, [], (), pairs[:1])
    assert story["a00"] != story["q00"]


def test_a_copy_is_of_the_story_of_its_original_in_any_collection() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31), *quiet(8)]
    story = story_of(reports, [], [("a00", "q05")])
    assert story["a00"] == story["q05"] != story["q06"]


def test_the_stories_of_many_reports_do_not_depend_on_their_order() -> None:
    reports = [*floods("a", "Molde", "Rauma", 31), *floods("b", "Pinsk", "Yaselda", 12), *quiet(8)]
    groups = []
    for order in (reports, reports[::-1], reports[9:] + reports[:9]):
        held: dict[int, set[str]] = {}
        for doc, number in story_of(order, []).items():
            held.setdefault(number, set()).add(doc)
        groups.append(sorted(map(sorted, held.values())))
    assert groups[0] == groups[1] == groups[2]


def test_reports_without_words_are_stories_of_their_own() -> None:
    reports = [read_report(f"r{n:02}", b"?!") for n in range(FOLDER + 1)]
    assert len(set(story_of(reports, []).values())) == len(reports)
