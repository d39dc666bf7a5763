"""The workbook, read by openpyxl as a spreadsheet reads it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from publish_dossiers import small_dossier

from habeas.model.dossier import Dossier
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.workbook import workbook


def book(dossier: Dossier) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(catalogue(dossier))))


def rows(made: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by the words of its head."""
    head, *others = made[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_every_claim_and_finding_is_a_row(samples: Dossier) -> None:
    made = book(samples)
    assert made.sheetnames == ["Findings", "Claims", "Checks", "Reports", "Pairs", "Names", "Not understood"]
    claims = {row["Id"]: row for row in rows(made, "Claims")}
    assert set(claims) == {claim.id for claim in samples.claims}
    for claim in samples.claims:
        row = claims[claim.id]
        assert row["Words"] == claim.quote
        assert (row["File"], row["Start"], row["End"]) == (claim.doc, claim.span.start, claim.span.end)
    assert {row["Id"] for row in rows(made, "Findings")} == {finding.id for finding in samples.findings}
    assert {row["Id"] for row in rows(made, "Checks")} == {check.id for check in samples.checks}
    assert len(rows(made, "Names")) == len(samples.entities)
    assert len(rows(made, "Not understood")) == len(samples.unclaimed)


def test_numbers_days_and_truths_are_cells_of_their_type() -> None:
    made = book(small_dossier())
    first = next(row for row in rows(made, "Claims") if row["Id"] == "g5")
    assert first["From"] == datetime(2031, 4, 28)
    assert first["Negated"] is False
    assert next(row for row in rows(made, "Claims") if row["Id"] == "g1")["Number"] == 3500
    assert rows(made, "Reports")[0]["Published"] == datetime(2031, 5, 4)


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://a.example")',
        "\t=1",
        "{=1+1}",
        "http://a.example",
        "1e5",
    ],
)
def test_no_cell_is_a_formula_or_a_link_whatever_a_report_says(words: str) -> None:
    dossier = small_dossier()
    claim = replace(dossier.claims[0], subject=words, quote=words)
    made = book(replace(dossier, claims=(claim, *dossier.claims[1:])))
    for sheet in made:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert rows(made, "Claims")[0]["Subject"] == words


def test_what_a_cell_cannot_hold_is_cut_and_said_to_be() -> None:
    dossier = small_dossier()
    claim = replace(dossier.claims[0], quote="😀" * 40_000)
    words = rows(book(replace(dossier, claims=(claim, *dossier.claims[1:]))), "Claims")[0]["Words"]
    assert isinstance(words, str)
    assert words.endswith(" …")
    assert len(words.encode("utf-16-le")) // 2 <= 32_767


def test_signs_that_xml_forbids_do_not_break_the_file() -> None:
    dossier = small_dossier()
    claim = replace(dossier.claims[0], subject="bell\x07 and \ufffe")
    assert rows(book(replace(dossier, claims=(claim, *dossier.claims[1:]))), "Claims")[0]["Subject"]


def test_days_before_excel_has_any_are_text() -> None:
    dossier = small_dossier()
    old = dossier.claims[4]
    assert old.earliest
    claim = replace(dossier.claims[0], earliest=old.earliest.replace(year=1798), latest=old.latest)
    made = book(replace(dossier, claims=(claim, *dossier.claims[1:])))
    assert rows(made, "Claims")[0]["From"] == "1798-04-28"


def test_the_same_dossier_gives_the_same_bytes(samples: Dossier) -> None:
    one = workbook(catalogue(samples))
    assert one == workbook(catalogue(samples))
    with zipfile.ZipFile(io.BytesIO(one)) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}
        assert b"1980-01-01" in packed.read("docProps/core.xml")


def test_a_dossier_of_nothing_has_heads_only(empty: Path) -> None:
    from habeas.publish.opening import open_dossier

    made = book(open_dossier(empty))
    assert all(sheet.max_row == 1 for sheet in made)
