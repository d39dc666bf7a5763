"""The number that stands before a unit of time: "30", "twenty-four", "a couple of", "two and a half"."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.moments.line import Line

__all__ = ["Count", "count_before", "integer"]

_LONGEST = 8
_MOST_DIGITS = 15
_SCALES = (100, 1000)
_ARTICLES = ("a", "an", "un", "una")
_FRACTION = {("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75}


@dataclass(frozen=True, slots=True)
class Count:
    """The number that ends before a unit: `value` is None when vague; it starts at word `start`."""

    value: float | None
    start: int
    article: bool = False


def count_before(line: Line, j: int, floor: int, part: bool = False) -> Count | None:
    """The number whose last word is at `j`, not reaching left of `floor`; None if there is none.

    `part` when a fraction was read after it already.
    """
    low, words = line.low, line.words
    if low[j] == "of" and low[j - 1] in ("couple", "dozens", "hundreds", "thousands", "lots"):
        j -= 1
    if low[j] in words.vague:
        return _vague(line, j, floor)
    if low[j] == "half" and low[j - 1] == "a" and low[j - 2] == "and":
        before = None if part else count_before(line, j - 3, floor, True)
        if before and before.value is not None:
            return Count(before.value + 0.5, before.start)
    if low[j - 1] == "/" and (low[j - 2], low[j]) in _FRACTION:
        fraction = _FRACTION[low[j - 2], low[j]]
        whole = None if part else count_before(line, j - 3, floor, True)
        return Count(whole.value + fraction, whole.start) if whole and whole.value else Count(fraction, j - 2)
    number = integer(low[j])
    if number is not None:
        return None if line.text[line.token(j).start - 1 : line.token(j).start] == "$" else Count(number, j)
    return _in_words(line, j, floor)


def integer(word: str) -> float | None:
    """The value of a number in figures, commas allowed."""
    if not word[:1].isdigit() or len(word) > _MOST_DIGITS:
        return None
    plain = word.replace(",", "")
    try:
        return int(plain) if plain.isdigit() and plain.isascii() else float(plain)
    except ValueError:
        return None


def _vague(line: Line, j: int, floor: int) -> Count:
    low = line.low
    value = 2.0 if low[j] == "couple" else None
    start = j - 1 if low[j - 1] in ("a", "the") and low[j] in ("couple", "few") and j - 1 >= floor else j
    return Count(value, start)


def _in_words(line: Line, j: int, floor: int) -> Count | None:
    """A number in words that ends at `j`."""
    low, numbers = line.low, line.words.numbers
    if low[j] not in numbers:
        return None
    start = j
    while j - start < _LONGEST:
        if low[start - 1] in numbers and start - 1 >= floor:
            if low[start - 1] in _ARTICLES and numbers[low[start]] not in _SCALES:
                break
            start -= 1
        elif (
            low[start - 1] in ("-", "and", "y")
            and low[start - 2] in numbers
            and start - 2 >= floor
            and start > 1
        ):
            if low[start - 1] == "and" and numbers[low[start - 2]] not in _SCALES:
                break
            if low[start - 1] == "-" and numbers[low[start - 2]] < 20:
                break
            start -= 2
        else:
            break
    total = current = 0
    for word in low[start : j + 1]:
        value = numbers.get(word)
        if value is None:
            continue
        if value in _SCALES:
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        else:
            current += value
    return Count(total + current, start, article=low[j] in _ARTICLES)
