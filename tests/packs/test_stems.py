"""Keys that forms of a word share, and those that they do not."""

from __future__ import annotations

import pytest

from habeas.packs.stems import content_roots, root, stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("harvest", "harvests", "harvested", "harvesting")),
        ("en", ("carry", "carries", "carried")),
        ("en", ("plan", "plans", "planned", "planning")),
        ("en", ("mayor", "mayors", "mayor's")),
        ("es", ("construido", "construida", "construidos", "construidas")),
        ("es", ("puente", "puentes")),
    ],
)
def test_inflections_share_a_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_a_stem_keeps_derivations_apart_and_a_root_joins_them() -> None:
    assert stem("investments", "en") != stem("invested", "en")
    assert root("investments") == root("invested") == "invest"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The bridges were inspected.", "an inspection of bridges"),
        ("en", "the harbour’s lights", "harbour light"),
        ("es", "los puentes y las torres", "puentes, torres"),
    ],
)
def test_wordings_of_one_thing_have_content_in_common(language: str, one: str, other: str) -> None:
    assert content_roots(one, language) & content_roots(other, language)


def test_words_without_content_count_for_nothing() -> None:
    assert content_roots("it was of them and they said so") == frozenset()
    assert content_roots("1,250 ferries, 3.5 times") >= {"1,250", "3.5"}
