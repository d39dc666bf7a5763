"""Counts without a number: "hundreds", "several", "another prison", "one man", "a year later", "tripled"."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.nouns import counted, plural
from habeas.model.marks import Comparator, QuantityKind

__all__ = ["added", "multiplied", "single", "unspecific", "whole"]

_NEAR = 5
"""Words after "some" or "several" among which its plural noun is looked for."""


def unspecific(line: Line, at: int) -> Amount | None:
    """A vague count at token `at`: its value is its words."""
    found = line.vocab.vague.starting(line.low, at, line.hi)
    if not found:
        return None
    comparator, stop = found
    word = line.low[at]
    followed = line.has("of_words", stop) or line.has("vague_rules.suffering", stop)
    if line.has("vague_rules.needs_of", at) and stop == at + 1 and not followed:
        return None
    if stop == at + 1 and line.has("vague_rules.determiners", at) and not _counts(line, at):
        return None
    if line.numeric(stop) or (
        line.word(stop) in line.vocab.cardinals and word in line.vocab.words["vague_rules.determiners"]
    ):
        return None
    if line.word(stop) in line.vocab.cardinals and line.has("votes.against", stop + 1):
        return None  # "a majority of two to one" is a vote
    words = [line.low[k] for k in range(at, stop)]
    if words[-1] in line.vocab.words["of_words"]:
        words.pop()
    end = stop - (len(words) < stop - at)
    return Amount(at, end, (at, end), QuantityKind.VAGUE, " ".join(words), comparator=comparator)


def _counts(line: Line, at: int) -> bool:
    """Whether "some", "many" or "several" at token `at` counts things: with a plural noun, "of", or after a comma."""
    if line.has("vague_rules.not_after", at - 1) or (
        line.has("vague_rules.not_before", at + 1) and not line.has("vague_rules.set_off", at - 1)
    ):
        return False
    if line.has("of_words", at + 1) or line.has("vague_rules.set_off", at - 1):
        return True
    if at == line.lo and line.has("vague_rules.pronouns", at) and line.has("vague_rules.linking", at + 1):
        return True
    for ahead in range(at + 1, min(at + 1 + _NEAR, line.hi)):
        if plural(line, ahead):
            return True
        if not line.alphabetic(ahead) and line.low[ahead] != "-":
            return False
        if line.has("nouns.stop", ahead) and line.word(ahead + 1) != "-":
            return False
    return False


def added(line: Line, at: int) -> Amount | None:
    """ "another prison", "an additional prison": one more thing."""
    found = line.vocab.another.starting(line.low, at, line.hi)
    if not found or at == line.lo or line.has("another.not_after", at - 1):
        return None
    stop = found[1]
    if (
        not line.alphabetic(stop)
        or line.capital(stop)
        or line.has("another.not_before", stop)
        or plural(line, stop)
    ):
        return None
    if (
        line.word(stop) in line.vocab.cardinals
        or line.word(stop) in line.vocab.scales
        or line.has("nouns.stop", stop)
        or _only_adverb(line, stop)
    ):
        return None
    noun = counted(line, stop, singular=True)
    return Amount(at, stop, (at, stop), QuantityKind.COUNT, 1, noun=noun) if noun else None


def _only_adverb(line: Line, at: int) -> bool:
    """Whether token `at` is an adverb with a verb after it: "another barely begun"."""
    adverb = line.low[at].endswith(tuple(line.vocab.words["nouns.adverb_endings"]))
    return (
        adverb
        and not line.has("nouns.not_adverb", at)
        and (counted(line, at + 1, singular=True) is None or line.has("nouns.past", at + 1))
    )


def whole(line: Line, at: int) -> bool:
    """Whether the word "one" at token `at` counts: a noun follows, and it is no pronoun ("one of", "no one")."""
    if line.has("one.tellers", at + 2) or (line.has("one.tellers", at + 3) and line.alphabetic(at + 2)):
        return False  # "one resident said"
    if (
        line.has("one.count_after", at - 1)
        and line.alphabetic(at + 1)
        and not line.has("one.not_before", at + 1)
    ):
        return True
    if line.has("one.harming", at - 1) and (line.word(at + 1) in {",", "."} or line.has("and_words", at + 1)):
        return True  # "killing one and injuring 70"
    if line.has("one.not_after", at - 1) or not line.alphabetic(at + 1):
        return at == line.lo and at + 1 == line.hi
    if line.low[at + 1].endswith(("'s", "’s")):
        return False  # "one lawyer's client"
    return not line.has("one.not_before", at + 1) and (not line.capital(at + 1) or _native(line, at + 1))


def _native(line: Line, at: int) -> bool:
    """Whether the capitalised word at token `at` is one person of a people: "one Gambian", not "One Nation Party"."""
    native = line.low[at].endswith(tuple(line.vocab.words["one.natives"]))
    return native and not line.capital(at + 1)


def single(line: Line, at: int) -> Amount | None:
    """ "a year later", "for a month", "a year-long ban", "a weeklong trip": one of a unit of time."""
    word = line.low[at]
    if compound := line.vocab.compounds.get(word):
        return Amount(at, at + 1, (at, at + 1), QuantityKind.DURATION, 1, unit=compound)
    if not line.has("articles", at):
        return None
    found = line.vocab.units.starting(line.low, at + 1, line.hi)
    if not found or found[0].kind is not QuantityKind.DURATION or plural(line, at + 1):
        return None
    unit, stop = found[0], found[1]
    amount = Amount(at, stop, (at, at + 1), QuantityKind.DURATION, 1, unit=unit.name)
    if line.word(stop) == "-" and line.has("single.after_hyphen", stop + 1):
        return replace(amount, stop=stop + 2)
    if line.has("single.after", stop):
        loose = line.has("single.approximate", stop)
        return replace(amount, comparator=Comparator.APPROX if loose else Comparator.EXACT)
    return amount if line.has("single.before", at - 1) else None


def multiplied(line: Line, at: int) -> Amount | None:
    """ "tripled", "a twofold rise", "twice as many": a multiple said by one word."""
    value = line.vocab.multiples.get(line.low[at])
    if value is None:
        return None
    bound = line.vocab.before.ending(line.low, at, line.lo)
    if (
        line.has("multiple_rules.bare", at)
        and not bound
        and not (line.has("multiple_rules.before", at + 1) or line.has("multiple_rules.after", at - 1))
    ):
        return None
    number = int(value) if value == int(value) else value
    return Amount(at, at + 1, (at, at + 1), QuantityKind.MULTIPLE, number, unit="times")
