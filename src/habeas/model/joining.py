"""Groups of things that pairs join, directly or through others: reports of one origin, names of one thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

__all__ = ["joined"]

T = TypeVar("T", bound=Hashable)


def joined(items: Sequence[T], pairs: Iterable[tuple[T, T]]) -> tuple[tuple[T, ...], ...]:
    """The items in groups, in order of each group's first item; one that no pair joins is a group of its own.

    >>> joined("abcde", [("d", "b"), ("a", "e")])
    (('a', 'e'), ('b', 'd'), ('c',))
    """
    head = {item: item for item in items}

    def first(item: T) -> T:
        while head[item] != item:
            head[item] = head[head[item]]
            item = head[item]
        return item

    for one, other in pairs:
        head[first(other)] = first(one)
    groups: dict[T, list[T]] = {}
    for item in items:
        groups.setdefault(first(item), []).append(item)
    return tuple(tuple(group) for group in groups.values())
