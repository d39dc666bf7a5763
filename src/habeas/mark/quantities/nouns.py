"""What is counted: the noun phrase after a number, by a small lexical rule."""

from __future__ import annotations

from habeas.mark.quantities.line import Line
from habeas.model.letters import owns
from habeas.model.span import Span

__all__ = ["counted", "plural"]

_LONGEST = 6
"""Words of a counted noun phrase at most."""
_MODIFIERS = 3
"""Words before an "and" that joins modifiers at most: "four national security and diplomatic officials"."""


def counted(line: Line, at: int, singular: bool = False) -> Span | None:
    """The noun phrase that starts at token `at`, up to the first verb, preposition, relative word or sign.

    A plural noun ends it, save those that stand inside a phrase ("human rights groups").
    """
    if line.word(at) == "-" and line.glued(at):
        return line.span(at + 1, at + 2) if line.alphabetic(at + 1) else None
    while line.has("nouns.skip", at):
        at += 1
    if line.has("nouns.skip", at - 1) and (line.numeric(at) or line.word(at) in line.vocab.cardinals):
        at += 1
    first, stop = at, at
    while stop < line.hi and stop - first < 2 * _LONGEST:
        word = line.low[stop]
        if not singular and line.has("nouns.joins", stop) and _joins_modifiers(line, first, stop):
            stop += 1
            continue
        if word == "-" and stop > first and line.glued(stop) and line.glued(stop + 1):
            stop += 1
            continue
        coded = stop > first and word[0].isdigit() and line.glued(stop)
        if coded and (line.low[stop - 1] == "-" or line.capital(stop - 1)):
            stop += 1  # "six AK-47 rifles", "three G4S guards"
            continue
        if (
            not word[0].isalpha()
            or (
                word in line.vocab.words["nouns.stop"] and not _acronym(line, stop) and not _bound(line, stop)
            )
            or _newline(line, first, stop)
            or (stop > first and (_verb(line, stop) or _people(line, stop)))
        ):
            break
        stop += 1
        if owns(word) or word.endswith("s'"):
            continue
        if not singular and plural(line, stop - 1) and not _goes_on(line, stop):
            break
    while stop > first and (line.low[stop - 1] == "-" or _adverb(line, stop - 1)):
        stop -= 1
    return line.span(first, stop) if stop > first else None


def _joins_modifiers(line: Line, first: int, at: int) -> bool:
    """Whether "and" at token `at` joins two words before one plural noun: "current and former detainees"."""
    if not first < at <= first + _MODIFIERS or plural(line, at - 1):
        return False
    for after in (at + 1, at + 2):
        if (
            not line.alphabetic(after)
            or (line.has("nouns.stop", after) and not _acronym(line, after))
            or plural(line, after)
            or line.word(after) in line.vocab.cardinals
        ):
            return False
        if plural(line, after + 1):
            return True
    return False


def _bound(line: Line, at: int) -> bool:
    """Whether a hyphen binds the word at token `at` to others: "300 would-be sailors", "two over-filled boats"."""
    if line.word(at + 1) == "-" and line.glued(at + 1) and line.glued(at + 2):
        return True
    return line.word(at - 1) == "-" and line.glued(at) and line.glued(at - 1)


def _acronym(line: Line, at: int) -> bool:
    """Whether the word at token `at` is written in capitals: "13,000 US troops" has no "us"."""
    token = line.words[at]
    return token.end - token.start > 1 and line.text[token.start : token.end].isupper()


def _adverb(line: Line, at: int) -> bool:
    word = line.low[at]
    return (
        word.endswith(tuple(line.vocab.words["nouns.adverb_endings"]))
        and word not in line.vocab.words["nouns.not_adverb"]
    )


def _verb(line: Line, at: int) -> bool:
    """Whether the word at token `at`, not the first of its phrase, is a past form with no noun after it ("cleared from")."""
    if not line.has("nouns.past", at) and not line.low[at].endswith(
        tuple(line.vocab.words["nouns.past_endings"])
    ):
        return False
    return not line.alphabetic(at + 1) or line.has("nouns.stop", at + 1)


def _people(line: Line, at: int) -> bool:
    """Whether what is counted ends before the participle at token `at`: "100 Lebanese sheltering in a school"."""
    return line.has("nouns.peoples", at - 1) and line.low[at].endswith(
        tuple(line.vocab.words["nouns.gerund_endings"])
    )


def plural(line: Line, at: int) -> bool:
    """Whether the word at token `at` looks like a plural noun."""
    if not line.alphabetic(at):
        return False
    word, vocab = line.low[at], line.vocab
    if word in vocab.words["nouns.plurals"]:
        return True
    return (
        len(word) > 3
        and word[-1] == "s"
        and word[-2] not in "s'u"
        and word not in vocab.words["nouns.not_plural"]
    )


def _goes_on(line: Line, stop: int) -> bool:
    """Whether a noun phrase goes on over the plural before token `stop`."""
    if not line.alphabetic(stop) or line.has("nouns.stop", stop):
        return False
    if line.capital(stop - 1) and not line.capital(stop) and (plural(line, stop) or plural(line, stop + 1)):
        return True  # "two United States service members"
    return line.low[stop - 1] in line.vocab.words["nouns.inner_plurals"] or (
        line.vocab.stacked_plurals and plural(line, stop)
    )


def _newline(line: Line, first: int, at: int) -> bool:
    """Whether a line break stands before token `at` in the phrase."""
    return at > first and "\n" in line.text[line.words[at - 1].end : line.words[at].start]
