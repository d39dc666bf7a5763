"""What a number is told of, in sentences without end."""

from __future__ import annotations

import time

from reporting_sentences import context

from habeas.claim.predicates import told_of


def test_a_number_at_the_end_of_a_long_sentence_costs_no_more_than_one_at_its_beginning() -> None:
    ctx = context("the clerks of the port saw 5-6 boats and Mexico president people per " * 3_000)
    quantities = ctx.marks.quantities
    assert len(quantities) == 3_000
    for one in quantities:
        told_of(ctx, one)

    def seconds(part: slice) -> float:
        begun = time.process_time()
        for _ in range(5):
            for one in quantities[part]:
                told_of(ctx, one)
        return time.process_time() - begun

    first, last = slice(0, 150), slice(-150, None)
    assert min(seconds(last) for _ in range(3)) < 3 * min(seconds(first) for _ in range(3)) + 0.005
