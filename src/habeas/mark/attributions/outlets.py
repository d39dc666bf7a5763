"""Outlets: the medium or the relaying outlet that words came through."""

from __future__ import annotations

from habeas.mark.attributions.page import Page
from habeas.mark.attributions.vocabulary import Vocabulary

__all__ = ["is_outlet", "via"]


def is_outlet(name: str, known: Vocabulary) -> bool:
    """Whether a name is a news outlet's, by the list or by the words it ends with ("the Ansa news agency").

    >>> from habeas.mark.attributions.vocabulary import vocabulary
    >>> is_outlet("The Tampa Tribune", vocabulary("en"))
    True
    """
    folded = name.lower()
    if folded in known.outlets or folded.removeprefix("the ") in known.outlets:
        return True
    words = name.split()
    if len(words) < 2 or not words[0][0].isupper():
        return False
    return words[-1] in known.outlet_endings or " ".join(words[-2:]) in known.outlet_nouns


def via(page: Page, start: int, end: int) -> str | None:
    """The medium named after a cue, in tokens `[start, end)`: "in an X post", "told Reuters", "on Telegram"."""
    best: str | None = None
    for k in range(start, min(end, start + 14)):
        if page.tags[k] in ".qw;:":
            break
        if page.lower[k] in page.known.closed.media_leads or k == start:
            first = k + 1 if page.lower[k] in page.known.closed.media_leads else k
            while first < end and page.tags[first] == "d" and page.lower[first] != "the":
                first += 1
            made = _medium(page, first, end)
            if made is not None:
                return made
    return best


def _medium(page: Page, first: int, end: int) -> str | None:
    low = first + 1 if page.low(first) == "the" else first
    for length in (3, 2, 1):
        if low + length > end:
            continue
        words = page.text[page.words[low].start : page.words[low + length - 1].end]
        medium = page.known.media.get(words.lower())
        if medium is not None and (length > 1 or len(words) > 1 or words.isupper()):
            return medium
        if words[0].isupper() and is_outlet(words, page.known):
            return page.text[page.words[first].start : page.words[low + length - 1].end]
    return None
