"""Two numbers set against each other: votes ("5-4", "six to three") are quantities, scores of games are not."""

from __future__ import annotations

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.currencies import currency_before
from habeas.mark.quantities.forms import Form, Numeral
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.numerals import numeral
from habeas.model.marks import QuantityKind

__all__ = ["Tally", "tally"]

_WINDOW = 12
"""Words on either side of a pair among which what it is about is looked for."""

Tally = tuple[Amount | None, int]
"""A vote, or None for a score or a code, and the token to go on from."""


def tally(line: Line, number: Numeral) -> Tally | None:
    """The vote or the score that begins with `number`; None where no second number is set against it."""
    other = _other(line, number)
    if other is None:
        return None
    pair, dash, tight = other
    spoken = not dash
    if tight and line.numeric(number.first) and _chained(line, pair.stop):
        return None, _chain_end(line, pair.stop)
    if dash and _coded(line, number, pair):
        return None, pair.stop
    vote = Amount(
        number.first, pair.stop, (number.first, pair.stop), QuantityKind.VOTE, f"{number.value}-{pair.value}"
    )
    if dash and line.has("votes.scoring", number.first - 1):
        return None, pair.stop
    if _headed(line, number, pair.stop):
        return vote, pair.stop
    if _counted(line, number, pair):
        return None
    if _near(line, "votes.scores", number.first, pair.stop) and not _near(
        line, "votes.context", number.first, pair.stop
    ):
        return (None, pair.stop) if dash else None
    if spoken:
        return None
    if _near(line, "votes.context", number.first, pair.stop):
        return vote, pair.stop
    if number.value < pair.value:
        return None
    return None, pair.stop


def _other(line: Line, number: Numeral) -> tuple[Numeral, bool, bool] | None:
    """The second number, whether a dash stands between, and whether it stands tight."""
    at = number.stop
    named = line.has("votes.units", at) and line.has("votes.against", at + 1)
    at += named
    if not isinstance(number.value, int) or number.scale != 1 or number.form is Form.ORDINAL:
        return None
    dash = line.has("ranges.dashes", at)
    if not dash and not line.has("votes.against", at):
        return None
    if dash and (not line.glued(at) or not line.glued(at + 1)):
        return None
    if not (line.numeric(at + 1) or line.word(at + 1) in line.vocab.cardinals):
        return None
    if currency_before(line, number.first):
        return None
    pair = numeral(line, at + 1)
    if pair is None or not isinstance(pair.value, int) or pair.scale != 1 or pair.form is not number.form:
        return None
    return pair, dash, dash


def _chained(line: Line, stop: int) -> bool:
    """Whether more digits follow over a dash or a stroke: a telephone number, a date, a code."""
    return (
        line.word(stop) in {"-", "/", "–"}
        and line.glued(stop)
        and line.glued(stop + 1)
        and line.numeric(stop + 1)
    )


def _chain_end(line: Line, stop: int) -> int:
    while _chained(line, stop):
        stop += 2
    return stop


def _headed(line: Line, number: Numeral, stop: int) -> bool:
    """Whether the pair is the number of a vote by its own phrase: "a 6-3 ruling", "by a vote of 6 to 3"."""
    if line.has("votes.heads", stop) or (line.word(stop) == "-" and line.has("votes.heads", stop + 1)):
        return True
    if line.has("votes.units", number.stop):
        return True
    back = number.first - 1
    back -= line.has("votes.linking", back)
    return line.has("votes.introducers", back)


def _counted(line: Line, number: Numeral, pair: Numeral) -> bool:
    """Whether the pair is a range of things: the lower number first, and a unit or a lower-case noun after it."""
    vocab, at = line.vocab, pair.stop
    if number.value >= pair.value:
        return False
    if vocab.percent.starting(line.low, at, line.hi) or vocab.units.starting(line.low, at, line.hi):
        return True
    return (
        line.alphabetic(at)
        and not line.capital(at)
        and line.low[at] not in vocab.words["nouns.stop"]
        and line.low[at][-1] in "sen"
    )


def _coded(line: Line, number: Numeral, pair: Numeral) -> bool:
    """Whether the pair is years ("2024-25", "1995-01") or a telephone number ("555-0134")."""
    left, right = line.low[number.first], line.low[pair.first]
    if not (left.isdecimal() and right.isdecimal()):
        return False
    year = len(left) == 4 and 1500 <= int(left) <= 2099
    return (
        (year and (len(right) == 2 or 1500 <= int(right) <= 2099))
        or (len(left) == 3 and len(right) == 4)
        or right[0] == "0"
    )


def _near(line: Line, name: str, first: int, stop: int) -> bool:
    words = line.vocab.words[name]
    window = line.low[max(line.lo, first - _WINDOW) : min(line.hi, stop + _WINDOW)]
    return any(word in words for word in window)
