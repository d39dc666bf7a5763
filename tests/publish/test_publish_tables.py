from __future__ import annotations

import pytest

from habeas.publish.exports.tables import safe_cell


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1+1", "-cmd", "@sum", "\t=1", " =1", "%0A", "|calc", "\ufeff=1"]
)
def test_no_cell_is_run_by_a_spreadsheet(formula):
    assert safe_cell(formula) == "'" + formula


@pytest.mark.parametrize("text", ["", "-5", "+3.5", "a=b", "40,000", "5-4", "it’s"])
def test_plain_words_and_numbers_stay_as_they_are(text):
    assert safe_cell(text) == text
