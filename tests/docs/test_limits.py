"""The limits page says what is so today."""

from __future__ import annotations

import pytest
from limits_page import Limit, limits, seen


@pytest.mark.parametrize("limit", limits(), ids=lambda limit: limit.title)
def test_a_known_limit_is_as_the_page_says(limit: Limit) -> None:
    today = seen(limit.sentence, limit.layer)
    assert today == limit.today, (
        "docs/limits.md: tell what habeas reads now, or take the limit out if it is lifted"
    )


def test_the_page_has_limits_of_every_layer() -> None:
    assert len(limits()) >= 12
    assert {limit.layer for limit in limits()} == {"quantities", "claims", "moments", "speakers", "names"}
