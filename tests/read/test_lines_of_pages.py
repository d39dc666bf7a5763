"""Dates and lines around a report, as pages of many papers write them."""

import pytest

from habeas.model.report import NoiseKind
from habeas.read import read_report

BODY = "\n\nThe bridge over the Orra was shut on Tuesday after a barge struck it, the town said. Nobody was hurt in the crash.\n"

DATED = [
    ("PUBLISHED: 22:14, 3 October 2023 | UPDATED: 07:31, 4 October 2023", "2023-10-03"),
    ("date 2025-04-11 (Last Updated On: )", "2025-04-11"),
    ("Local August 22, 2015 | 9:30 am", "2015-08-22"),
    ("Harbour Desk World News 2025-03-02, 2:43pm", "2025-03-02"),
    ("Posted: September 5, 2019 6:42 PM", "2019-09-05"),
    ("Ana Prieto (@AnaWrites77) Published April 3, 2024 | 10:30 AM", "2024-04-03"),
]


@pytest.mark.parametrize(("line", "day"), DATED)
def test_a_date_line_dates_the_report(line, day):
    report = read_report("page.txt", f"Barge strikes bridge over the Orra\n{line}{BODY}".encode())
    assert report.published.value == day
    assert report.headline.value == "Barge strikes bridge over the Orra"


DATELINES = [
    ("(Bangkok, March 6, 2024) – The bridge is shut, the town said in a report on Tuesday.", "2024-03-06"),
    (
        "LIMA, March 6, 2024 (Agency) — The bridge is shut, the town said in a report on Tuesday.",
        "2024-03-06",
    ),
]


@pytest.mark.parametrize(("line", "day"), DATELINES)
def test_a_dateline_dates_the_report(line, day):
    report = read_report("page.txt", f"Barge strikes bridge over the Orra\n\n{line}{BODY}".encode())
    assert report.published.value == day


NOISE = [
    ("1 of 3 | The bridge over the Orra is seen on Monday. Photo by A. Person", NoiseKind.CAPTION),
    ("FILE - A barge lies under the bridge over the Orra, Monday, May 4, 2020.", NoiseKind.CAPTION),
    ("By ANA PEREZ (Daily Ferry)", NoiseKind.BYLINE),
    ("Ferry staff writer", NoiseKind.BYLINE),
    ("Reach Ana Perez at aperez@ferry.example", NoiseKind.BOILERPLATE),
    ("THANKS TO OUR SPONSOR:", NoiseKind.ADVERTISEMENT),
    ("Hide Ad", NoiseKind.ADVERTISEMENT),
    ("Most watched news videos", NoiseKind.RELATED),
    ("barge-508f6d2e5ec1.jpg", NoiseKind.EMPTY_IMAGE),
    ("0 0 votes", NoiseKind.COMMENT_COUNTER),
]


@pytest.mark.parametrize(("line", "kind"), NOISE)
def test_a_line_that_is_no_report_is_noise(line, kind):
    report = read_report("page.txt", f"Barge strikes bridge over the Orra{BODY}\n{line}{BODY}".encode())
    assert [b.noise for b in report.blocks if b.span.of(report.text) == line] == [kind]


def test_a_sentence_about_reaching_a_place_is_no_boilerplate():
    line = "Reach the harbour early if the ferry matters to you, the captain told the passengers."
    report = read_report("page.txt", f"Barge strikes bridge{BODY}\n{line}{BODY}".encode())
    assert all(b.noise is None for b in report.blocks)


def test_a_byline_that_holds_the_date_names_its_author():
    line = "By Ana Prieto | Published April 3, 2024"
    report = read_report("page.txt", f"Barge strikes bridge over the Orra\n{line}{BODY}".encode())
    assert (report.byline.value, report.published.value) == ("Ana Prieto", "2024-04-03")
