"""Bounds: the words before and after a number that make it more, less, about or at least."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.line import Line
from habeas.model.marks import Comparator, QuantityKind

__all__ = ["bound_after", "bound_before", "bounded"]

_STACK = 3
"""Bounds of one number at most ("up to about 40", "an estimated more than 40")."""
_CLAUSE = 9
"""Words before an amount in which its own clause is looked through."""
_OLDEST = 120
_OR_EQUAL = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}


def bounded(line: Line, amount: Amount) -> Amount:
    """The amount with the bound words around it taken in."""
    comparator, first = bound_before(line, amount)
    after = bound_after(line, amount.stop, comparator)
    stop = amount.stop
    if after:
        comparator, stop = after
    if comparator is None and line.has("bound_rules.estimated_at", amount.first - 1):
        comparator = Comparator.APPROX if _clause_has(line, "bound_rules.estimating", amount.first) else None
    if comparator is None:
        return amount
    if comparator is Comparator.MORE_THAN and amount.kind is QuantityKind.DURATION and _denied(line, first):
        comparator = Comparator.AT_MOST
    exceeds = comparator is Comparator.MORE_THAN and line.has("bound_rules.exceeding", first)
    if exceeds and _clause_has(line, "bound_rules.denying", first):
        comparator = Comparator.AT_MOST
    if amount.comparator is Comparator.RANGE:
        comparator = Comparator.RANGE
    return _of_age(line, replace(amount, comparator=comparator, first=first, stop=stop))


def _of_age(line: Line, amount: Amount) -> Amount:
    """An age for "14 or older", "older than 60", "children 12 and under": so many years, where a plain count stood."""
    plain = amount.kind is QuantityKind.COUNT and amount.noun is None and isinstance(amount.value, int)
    if not plain or not 0 <= float(amount.value) <= _OLDEST:
        return amount
    around = range(amount.first, amount.stop)
    said = any(line.has("ages.comparatives", at) for at in around)
    grouped = line.has("ages.grouped", amount.first - 1) and amount.stop > amount.number[1]
    return replace(amount, kind=QuantityKind.AGE, unit="years") if said or grouped else amount


def bound_before(line: Line, amount: Amount) -> tuple[Comparator | None, int]:
    """What the words before the amount say of it, and the token where they start; a true bound outranks "about"."""
    said, first = None, amount.first
    for _ in range(_STACK):
        found = line.vocab.before.ending(line.low, first, line.lo)
        if not found or not _bounds(line, amount, first - 1):
            break
        comparator, first = found
        if said is None or said is Comparator.APPROX:
            said = comparator
    if said is None and amount.kind is QuantityKind.DURATION and line.has("bound_rules.within", first - 1):
        return Comparator.AT_MOST, first
    if said is None:
        return _limit(line, first)
    return said, first


def _denied(line: Line, first: int) -> bool:
    """Whether the words before token `first` say that nobody goes beyond what follows ("nobody stays for more than")."""
    denied = _clause_has(line, "bound_rules.nobody", first)
    return denied and not _clause_has(line, "bound_rules.perfect", first)


def _clause_has(line: Line, name: str, first: int) -> bool:
    """Whether a word of the set stands before token `first` with no sign between."""
    for at in range(first - 1, max(line.lo, first - _CLAUSE) - 1, -1):
        if not line.low[at][0].isalnum():
            return False
        if line.has(name, at):
            return True
    return False


def _bounds(line: Line, amount: Amount, at: int) -> bool:
    """Whether the word at token `at` bounds; "over three years" says during, save after "for", "just" and their like, and
    "under" may lead a phrase that a length of time only describes ("under a five-year deal")."""
    if line.has("bound_rules.over", at) and line.has("bound_rules.giving_over", at - 1):
        return False  # "handed over $5 million"
    if line.has("bound_rules.over", at) and line.has("bound_rules.disputing", at - 1):
        return False  # "criticism over a $5 million deal"
    if line.has("bound_rules.tallies", at - 2) and line.has("bound_rules.rising", at - 1):
        return False  # "Ferry toll up to 59"
    if line.has("bound_rules.leading", at) and amount.kind is QuantityKind.DURATION:
        return not (line.word(amount.number[1]) == "-" and line.alphabetic(amount.stop))
    if amount.kind is not QuantityKind.DURATION or not line.has("bound_rules.over", at):
        return True
    return at == line.lo or line.has("bound_rules.over_after", at - 1)


def _limit(line: Line, first: int) -> tuple[Comparator | None, int]:
    """ "a maximum capacity of 300", "minimum age of 21": the bound is two or three words before the number."""
    if line.has("of_words", first - 1):
        for back in (first - 2, first - 3):
            if line.has("bound_rules.maximum", back):
                return Comparator.AT_MOST, back
            if line.has("bound_rules.minimum", back):
                return Comparator.AT_LEAST, back
    return None, first


def bound_after(line: Line, stop: int, before: Comparator | None) -> tuple[Comparator | None, int] | None:
    """What the words from token `stop` on say of the amount before them, and where they stop."""
    if before in _OR_EQUAL and (equal := line.vocab.equal_after.starting(line.low, stop, line.hi)):
        return None if _counts(line, equal[1]) else (_OR_EQUAL[before], equal[1])
    found = line.vocab.after.starting(line.low, stop, line.hi)
    if not found or _counts(line, found[1]):
        return None
    comparator, end = found
    return (before if before and comparator is Comparator.APPROX else comparator), end


def _counts(line: Line, at: int) -> bool:
    """Whether a number stands at token `at`, so that the words before it belong to that number."""
    at += line.has("bound_rules.than", at)
    at += line.has("articles", at)
    return (
        line.numeric(at)
        or line.word(at) in line.vocab.cardinals
        or line.word(at) in line.vocab.fractions
        or line.word(at) in {"$", "€", "£"}
    )
