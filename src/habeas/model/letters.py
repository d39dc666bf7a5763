"""Letters: what is asked of single letters of a text for nearly every word of it."""

from __future__ import annotations

__all__ = ["is_capital", "is_figure", "owns"]


def is_capital(text: str, at: int) -> bool:
    """Whether the letter of `text` at `at` is a capital.

    It says what `str.isupper` does; plain letters are told by their number, which is machine code once compiled.

    >>> is_capital("in Łódź", 3), is_capital("in Łódź", 4)
    (True, False)
    """
    letter = ord(text[at])
    return 65 <= letter <= 90 or (letter > 127 and text[at].isupper())


def is_figure(word: str) -> bool:
    """Whether a word begins with a digit from 0 to 9.

    >>> is_figure("3rd"), is_figure("third")
    (True, False)
    """
    return 48 <= ord(word[0]) <= 57


def owns(word: str) -> bool:
    """Whether a folded word ends in "'s".

    >>> owns("chad's"), owns("chads")
    (True, False)
    """
    size = len(word)
    return size > 1 and ord(word[size - 1]) == 115 and ord(word[size - 2]) == 39
