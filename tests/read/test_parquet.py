"""A Parquet file is a container of reports, one a row."""

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from pyarrow import parquet

from habeas.read import Limits, read

STORY = "Mayor Opens Bridge\nThe mayor of Arlen opened the new bridge on Monday, after four years of work on it.\n"
PAGE = (
    "<html><head><title>Flood</title></head><body><article><h1>Flood hits Arlen</h1>"
    + "<p>The river rose three metres on Monday, and the town moved 21 families to the school.</p>" * 4
    + "</article></body></html>"
)


def write(path, rows, **options):
    parquet.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def test_each_row_is_a_report_named_by_its_number(tmp_path):
    file = write(tmp_path / "crawl.parquet", [{"text": STORY}, {"text": STORY + "It cost $3 million.\n"}])
    reports, failures = read([file])
    assert [r.doc for r in reports] == ["crawl.parquet#1", "crawl.parquet#2"]
    assert reports[1].text == STORY + "It cost $3 million.\n"
    assert failures == ()


@pytest.mark.parametrize(
    "published", [date(2024, 5, 3), datetime(2024, 5, 3, 10, tzinfo=UTC), "2024-05-03", "May 3, 2024"]
)
def test_the_day_of_a_report_is_read_from_its_column(tmp_path, published):
    [report], _ = read([write(tmp_path / "a.parquet", [{"text": STORY, "published": published}])])
    assert report.published_date == date(2024, 5, 3)
    assert report.published.basis == "parquet"


def test_bytes_are_read_as_a_fetched_file_is(tmp_path):
    rows = [
        {"doc": "https://arlen.example/flood", "bytes": PAGE.encode(), "title": "Flood hits Arlen"},
        {
            "doc": "b",
            "bytes": "La alcaldesa inauguró el puente de la ciudad.".encode("cp1252"),
            "title": None,
        },
    ]
    reports, _ = read([write(tmp_path / "a.parquet", rows)])
    assert [r.media_type for r in reports] == ["text/html", "text/plain"]
    assert reports[0].url == "https://arlen.example/flood"
    assert "inauguró" in reports[1].text


def test_a_row_without_text_costs_itself_alone(tmp_path):
    reports, [failure] = read(
        [write(tmp_path / "a.parquet", [{"text": STORY}, {"text": ""}, {"text": STORY}])]
    )
    assert [r.doc for r in reports] == ["a.parquet#1", "a.parquet#3"]
    assert failure.doc == "a.parquet#2"
    assert "has no text" in failure.reason


def test_a_row_beyond_the_limit_is_named(tmp_path):
    file = write(tmp_path / "a.parquet", [{"text": STORY * 100}, {"text": STORY}])
    reports, [failure] = read([file], limits=Limits(report_bytes=1000))
    assert [r.doc for r in reports] == ["a.parquet#2"]
    assert failure.doc == "a.parquet#1"


def test_a_damaged_row_group_costs_its_own_rows_alone(tmp_path):
    rows = [{"text": f"{STORY}It is bridge number {n} of the town.\n"} for n in range(300)]
    file = write(tmp_path / "a.parquet", rows, row_group_size=100, compression="zstd", use_dictionary=False)
    data = bytearray(file.read_bytes())
    start = parquet.ParquetFile(file).metadata.row_group(1).column(0).data_page_offset
    data[start : start + 400] = bytes(400)
    file.write_bytes(data)
    reports, [failure] = read([file])
    assert [r.doc for r in reports] == [f"a.parquet#{n + 1}" for n in range(300) if n // 100 != 1]
    assert failure.doc == "a.parquet"
    assert "rows 101 to 200" in failure.reason


def test_a_file_cut_off_is_named(tmp_path):
    file = write(tmp_path / "a.parquet", [{"text": STORY}])
    file.write_bytes(file.read_bytes()[:-20])
    reports, [failure] = read([file])
    assert not reports
    assert failure.doc == "a.parquet"
