"""A day after a name is no part of it."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.packs import load_pack
from habeas.read import read_report


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Supreme Court on Monday ruled that the law may stand.", "Supreme Court"),
        ("The Harbor Authority on Tuesday closed two piers.", "Harbor Authority"),
        ("Visitors left the Riverside Detention Center on Friday.", "Riverside Detention Center"),
        ("She chairs the Committee on Foreign Relations.", "Committee on Foreign Relations"),
    ],
)
def test_the_day_after_a_name_is_no_part_of_it(text: str, name: str) -> None:
    seen = mark(read_report("a.txt", text.encode()), load_pack("detention"))
    assert name in [m.span.of(text) for m in seen.mentions]
