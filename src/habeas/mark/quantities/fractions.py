"""Fractions in numbers: "two-thirds", "half a million", "10 1/2", "five and a half million"."""

from __future__ import annotations

from dataclasses import replace
from math import gcd

from habeas.mark.quantities.forms import Form, Numeral, whole_number
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.vocabulary import VULGAR

__all__ = ["denominates", "mixed", "portion", "with_fraction"]


def with_fraction(line: Line, value: int | float, stop: int) -> tuple[int | float, int]:
    """ "10 1/2", "1/4", "2½"."""
    if line.word(stop) in VULGAR:
        return value + VULGAR[line.low[stop]], stop + 1
    if line.word(stop) == "/" and line.glued(stop):
        if (quotient := _quotient(line, stop - 1)) is not None:
            return quotient, stop + 2
        return value, stop
    if line.numeric(stop) and line.word(stop + 1) == "/" and (quotient := _quotient(line, stop)) is not None:
        return value + quotient, stop + 3
    return value, stop


def _quotient(line: Line, at: int) -> float | None:
    """The value of digits over digits at token `at`: small numbers only, so that dates and ratios stay out."""
    over, under = line.word(at), line.word(at + 2)
    if not (over.isdecimal() and under.isdecimal() and line.glued(at + 1) and line.glued(at + 2)):
        return None
    if (
        line.word(at + 3) in {"/", "-"}
        or len(over) > 2
        or not 1 < int(under) <= 100
        or int(over) >= int(under)
    ):
        return None
    if int(over) == 9 and int(under) == 11:
        return None
    return int(over) / int(under)


def portion(line: Line, first: int, at: int, count: int | float) -> Numeral | None:
    """`count` of the fraction at token `at`; "half a million" and "two thirds of a million" go on to a power."""
    vocab = line.vocab
    under = vocab.fractions[line.low[at]]
    if isinstance(count, int) and count > 1 and gcd(count, under) > 1 and count < under:
        return None
    value: float = count / under
    stop = at + 1
    after = stop
    if line.has("of_words", after) or (line.word(after) == "-" and line.has("article_scales", after + 1)):
        after += 1
    if line.has("articles", after):
        after += 1
    word = line.word(after)
    if word in vocab.scales and word in vocab.words["article_scales"]:
        scale = vocab.scales[word]
        return Numeral(first, after + 1, whole_number(value * scale), Form.WORDS, scale)
    named = line.has("of_words", stop) or line.has("fraction_rules.parts", stop)
    named = named or line.has("fraction_rules.by", first - 1)
    if under == 4 and count == 1 and not named and not line.has("one_words", first):
        return None
    beyond = stop + (line.word(stop) == "-")
    before = first - 1 - (line.word(first - 1) == "-")
    if under == 2 and (
        line.has("fraction_rules.not_before", beyond) or line.has("fraction_rules.not_after", before)
    ):
        return None
    if count == 1 and line.low[at] in vocab.ordinals and not denominates(line, stop):
        return None
    return Numeral(first, stop + line.has("fraction_rules.parts", stop), value, Form.FRACTION)


def denominates(line: Line, stop: int) -> bool:
    """Whether "a third" before token `stop` is a share and not a place in an order ("a third man")."""
    if line.has("fraction_rules.parts", stop):
        return True
    if line.word(stop) == "-" and line.glued(stop):
        return False  # "a third-country deal"
    return line.has("of_words", stop) or not line.alphabetic(stop) or line.has("nouns.stop", stop)


def _joint(line: Line, at: int) -> int:
    """The token after the hyphen at token `at`, if one stands there between two words."""
    return at + 1 if line.word(at) == "-" and line.glued(at) and line.glued(at + 1) else at


def mixed(line: Line, found: Numeral, scale_before: int) -> Numeral | None:
    """ "five and a half million", "3 million and a quarter", "forty-two and a third", "five-and-a-half"."""
    vocab, at = line.vocab, _joint(line, found.stop)
    if not line.has("and_words", at):
        return None
    at = _joint(line, at + 1)
    over = 1
    if line.has("articles", at):
        at = _joint(line, at + 1)
    elif line.word(at) in vocab.cardinals and line.word(at + 1) in vocab.fractions:
        over = vocab.cardinals[line.low[at]]
        at += 1
    elif vocab.fractions.get(line.word(at), 0) != 2:
        return None
    under = vocab.fractions.get(line.word(at), 0)
    if not under or (
        under != 2 and over == 1 and not denominates(line, at + 1) and line.word(at + 1) not in vocab.scales
    ):
        return None
    share, at = over / under, at + 1
    scale = vocab.scales.get(line.word(at), 0)
    if scale and scale_before >= scale and scale_before > 1:
        return replace(found, stop=at + 1, value=whole_number(found.value + share * scale))
    if scale:
        return replace(found, stop=at + 1, value=whole_number((found.value + share) * scale), scale=scale)
    return replace(
        found,
        stop=at,
        value=whole_number(found.value + share * (scale_before if scale_before >= 1000 else 1)),
    )
