"""Roles: the titles, offices and papers in the words that name a source."""

from __future__ import annotations

from habeas.mark.attributions.page import Page
from habeas.mark.attributions.vocabulary import Vocabulary

__all__ = ["bare", "is_role", "paper", "past_titles", "spoken_of", "unnamed", "unowned"]

_SPOKEN_OF = 40
"""Tokens before "he" or "she" among which a person without a name is sought."""


def past_titles(page: Page, start: int, end: int) -> int:
    """The first token of a name after the last title in `[start, end)`: "Army Gen. [Ruiz]"."""
    for k in range(end - 2, start - 1, -1):
        if page.lower[k] in page.known.titles:
            start = k + 1
            break
    while start < end - 1 and not page.lower[start][0].isalnum():
        start += 1
    return start


def is_role(role: str, heads: tuple[str, ...], said: list[str]) -> bool:
    """Whether an office is one of `heads`, and is what the other words say or shorten ("DHS")."""
    words = role.lower().replace("-", " ").split()
    if not any(head in words for head in heads):
        return False
    capitals = "".join(word[0] for word in role.split() if word[:1].isupper()).lower()
    return all(word in words or (len(word) > 2 and word[-2:] in capitals) for word in said)


def paper(noun: str, known: Vocabulary) -> str:
    """The sort of paper a noun is: a study is spoken of as a report too."""
    return "report" if noun in known.closed.papers else noun


def bare(title: str, known: Vocabulary) -> str:
    """A title without the article before it."""
    first, _, rest = title.partition(" ")
    return rest if first.lower() in known.closed.articles and rest else title


def unnamed(text: str) -> str:
    """What a source is called who has no name: its own words, and that it has none."""
    return text if text.endswith("(unnamed)") else f"{text} (unnamed)"


def unowned(text: str) -> str:
    """The words for whoever has something, without the ending that says so: "Moreno's", "the miners'".

    >>> unowned("Moreno's"), unowned("state's")
    ('Moreno', 'state (unnamed)')
    """
    bare = text.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    return unnamed(bare) if bare != text and bare[:1].islower() else bare


def spoken_of(page: Page, at: int) -> str | None:
    """The last person without a name who is spoken of before token `at`: "federal judge"."""
    known = page.known
    for k in range(at - 1, max(0, at - _SPOKEN_OF), -1):
        if page.tags[k] == "n" and (page.lower[k] in known.person_nouns or page.lower[k] in known.titles):
            start = k
            while start > 0 and page.tags[start - 1] == "n" and page.lower[start - 1][0].isalpha():
                start -= 1
            return page.text[page.words[start].start : page.words[k].end]
    return None
