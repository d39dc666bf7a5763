"""Every text colour is legible on every ground it stands on (WCAG 2.2 AA: 4.5 to 1), in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import habeas.publish.site

CSS = (Path(habeas.publish.site.__file__).parent / "style.css").read_text("utf-8")
GROUNDS = ("paper", "card", "sunk")
TEXTS = (
    "ink",
    "soft",
    "link",
    "quantity",
    "quotation",
    "other",
    "contested",
    "corroborated",
    "one-origin",
    "overtaken",
)
CHIPS = ("contested", "corroborated", "one-origin", "overtaken", "different-scope", "neutral")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((chip, f"{chip}-ground") for chip in CHIPS),
    ("highlight-ink", "highlight"),
    ("ink", "contested-ground"),
    ("paper", "link"),
    ("paper", "ink"),
]


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = tokens(CSS[: CSS.index("@media")])
DARK = LIGHT | tokens(CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("/* Ground */")])
PRINT = LIGHT | tokens(CSS[CSS.index("@media print") :])


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_legible(scheme, text, ground):
    high, low = sorted((luminance(scheme[text]), luminance(scheme[ground])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_both_schemes_define_the_same_colours():
    assert set(DARK) == set(LIGHT)


def test_no_colour_stands_outside_the_tokens():
    rules = CSS[CSS.index("/* Ground */") : CSS.index("@media print")]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules)
