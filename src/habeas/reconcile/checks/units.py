"""Units that convert into one another, as factors to one base unit."""

from __future__ import annotations

__all__ = ["convertible", "in_base", "is_length"]

_FACTORS: dict[str, tuple[str, float]] = {
    # International yard and pound agreement (1959) and SI; plural English nouns as the marker writes them.
    "meters": ("length", 1.0), "metres": ("length", 1.0), "kilometers": ("length", 1000.0), "kilometres": ("length", 1000.0),
    "centimeters": ("length", 0.01), "centimetres": ("length", 0.01), "miles": ("length", 1609.344),
    "feet": ("length", 0.3048), "inches": ("length", 0.0254), "yards": ("length", 0.9144), "nautical miles": ("length", 1852.0),
    "square meters": ("area", 1.0), "square metres": ("area", 1.0), "square feet": ("area", 0.09290304),
    "hectares": ("area", 10_000.0), "acres": ("area", 4046.8564224), "square kilometers": ("area", 1e6),
    "square kilometres": ("area", 1e6), "square miles": ("area", 2_589_988.110336),
    "kilograms": ("mass", 1.0), "kilos": ("mass", 1.0), "grams": ("mass", 0.001), "pounds": ("mass", 0.45359237),
    "ounces": ("mass", 0.028349523125), "tonnes": ("mass", 1000.0), "metric tons": ("mass", 1000.0), "tons": ("mass", 907.18474),
    "liters": ("volume", 1.0), "litres": ("volume", 1.0), "gallons": ("volume", 3.785411784),
    "days": ("time", 1.0), "weeks": ("time", 7.0), "hours": ("time", 1 / 24), "minutes": ("time", 1 / 1440),
    "months": ("months", 1.0), "years": ("months", 12.0),
    "km/h": ("speed", 1.0), "kilometers per hour": ("speed", 1.0), "mph": ("speed", 1.609344), "miles per hour": ("speed", 1.609344),
}  # fmt: skip


def convertible(a: str | None, b: str | None) -> bool:
    """Whether the two are different units of one dimension.

    >>> convertible("kilometers", "miles"), convertible("days", "miles")
    (True, False)
    """
    return bool(a and b and a != b and a in _FACTORS and b in _FACTORS and _FACTORS[a][0] == _FACTORS[b][0])


def in_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension."""
    return value * _FACTORS[unit][1]


def is_length(unit: str | None) -> bool:
    """Whether a unit is one of length.

    >>> is_length("miles"), is_length("acres")
    (True, False)
    """
    return unit in _FACTORS and _FACTORS[unit][0] == "length" if unit else False
