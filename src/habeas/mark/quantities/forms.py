"""A number as it is written, and its value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Form", "Numeral", "whole_number"]


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the tokens `first` to `stop`; `scale` is the last power word in it ("million"), 1 without one."""

    first: int
    stop: int
    value: int | float
    form: Form
    scale: int = 1


def whole_number(value: float) -> int | float:
    """The value as an int where it is one but for the error of binary fractions (4.03 billion)."""
    if isinstance(value, int):
        return value
    clean = float(f"{value:.12g}")
    return int(clean) if clean == int(clean) else value
