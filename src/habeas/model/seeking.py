"""Seeking: where a value would stand in a sorted list of places."""

from __future__ import annotations

__all__ = ["first_from"]


def first_from(places: list[int], least: int) -> int:
    """The index of the first of `places`, in order, that is not less than `least`; their number where none is.

    What `bisect.bisect_left` does: in compiled code the call of it takes longer than the search.

    >>> first_from([2, 5, 9], 5), first_from([2, 5, 9], 10)
    (1, 3)
    """
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) >> 1
        if places[middle] < least:
            low = middle + 1
        else:
            high = middle
    return low
