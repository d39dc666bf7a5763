"""Dimensions: which numbers can answer which property, and the unit a claim is given."""

from __future__ import annotations

from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["answers", "dimension", "is_ratio", "unit"]

_BY_KIND = {
    QuantityKind.MONEY: "money",
    QuantityKind.PERCENT: "%",
    QuantityKind.FRACTION: "%",
    QuantityKind.DURATION: "duration",
    QuantityKind.AGE: "age",
    QuantityKind.MULTIPLE: "times",
    QuantityKind.VOTE: "votes",
    QuantityKind.COUNT: "count",
    QuantityKind.VAGUE: "count",
}
_BY_UNIT = {
    "distance": ["centimeters", "feet", "inches", "kilometers", "meters", "miles", "millimeters", "yards"],
    "area": ["acres", "blocks", "hectares", "square"],
    "weight": ["grams", "kilograms", "milligrams", "ounces", "pounds", "tonnes", "tons"],
    "volume": ["barrels", "cubic", "gallons", "liters"],
    "speed": ["knots", "kph", "mph"],
    "temperature": ["celsius", "degrees", "fahrenheit", "kelvin"],
}
_MEASURES = {first: name for name, units in _BY_UNIT.items() for first in units}
_MOMENTS = frozenset({"hour", "minute", "second"})
_SPECIAL = frozenset(("money", "%", "duration", "age", "times", "votes", *_BY_UNIT))


def dimension(quantity: Quantity) -> str:
    """What sort of thing the number measures: "money", "duration", "distance", ... or "count"."""
    if quantity.kind is QuantityKind.COUNT and is_ratio(quantity):
        return "measure"
    if quantity.kind is not QuantityKind.MEASURE:
        return _BY_KIND.get(quantity.kind, "count")
    words = (quantity.unit or "").lower().replace("-", " ").split()
    if "per" in words or quantity.per in _MOMENTS:
        # A distance in a time is a speed; a rate of anything else is a measure of its own.
        return "speed" if words and (_MEASURES.get(words[0]) in ("distance", "speed")) else "measure"
    named = [_MEASURES[w] for w in words if w in _MEASURES]
    return named[0] if named else "measure"


def is_ratio(quantity: Quantity) -> bool:
    """Whether a number is told of every so many: "116 per 100,000 inmates"."""
    return bool(quantity.per) and str(quantity.per)[0].isdigit()


def answers(property_unit: str, measured: str) -> bool:
    """Whether a number of dimension `measured` can answer a property counted in `property_unit`."""
    if property_unit in _SPECIAL:
        return measured == property_unit
    return measured == "count"


def unit(words: Vocabulary, quantity: Quantity, noun: str | None) -> str | None:
    """The unit of the claim: that of the number ("USD per day"), "people" for any noun for people, else the noun."""
    if quantity.kind is QuantityKind.FRACTION:
        return "share"
    if quantity.unit is not None:
        return f"{quantity.unit} per {quantity.per}" if quantity.per else quantity.unit
    if quantity.kind is QuantityKind.VOTE:
        return "votes"
    if not noun:
        return f"per {quantity.per}" if is_ratio(quantity) else None
    head = noun.split()[-1]
    counted = "people" if head in words.persons else head
    return f"{counted} per {quantity.per}" if quantity.per else counted
