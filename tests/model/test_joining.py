"""Groups of joined things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.joining import joined

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


def test_things_are_joined_through_others() -> None:
    assert joined(["a", "b", "c", "d"], [("c", "d"), ("a", "d")]) == (("a", "c", "d"), ("b",))


def test_nothing_joined_leaves_each_alone() -> None:
    assert joined([3, 1, 2], []) == ((3,), (1,), (2,))


@given(PAIRS)
def test_each_thing_is_in_one_group_and_pairs_are_together(pairs: list[tuple[int, int]]) -> None:
    groups = joined(range(20), pairs)
    assert sorted(n for group in groups for n in group) == list(range(20))
    home = {n: i for i, group in enumerate(groups) for n in group}
    assert all(home[a] == home[b] for a, b in pairs)


@given(PAIRS)
def test_the_order_of_pairs_changes_nothing(pairs: list[tuple[int, int]]) -> None:
    assert joined(range(20), pairs) == joined(range(20), [(b, a) for a, b in reversed(pairs)])
