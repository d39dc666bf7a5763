"""Folders of mixed files: every report is read, every other file is named with its reason."""

import gzip
import json
import os
import socket
from datetime import date

import pytest
from lxml import etree
from trafilatura import load_html

from cost import growth
from habeas.read import Limits, read
from habeas.read.page_tree import page_tree

STORY = "Mayor Opens Bridge\nThe mayor of Arlen opened the new bridge on Monday, after four years of work on it.\nIt cost $3 million.\n"
PARAGRAPHS = "".join(
    f"<p>The river rose {n} metres on Monday, and the town moved {n * 7} families to the school.</p>"
    for n in range(3, 9)
)
PAGE = (
    "<html><head><title>Flood hits Arlen | Arlen Post</title><meta property='og:site_name' content='Arlen Post'>"
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood hits Arlen","author":{"name":"Ann Lee"},'
    '"datePublished":"2024-05-03T10:00:00+02:00"}</script></head>'
    f"<body><nav>Home News</nav><article><h1>Flood hits Arlen</h1>{PARAGRAPHS}<h2>A night in the school</h2>{PARAGRAPHS[:170]}"
    "<p>Fish &amp; bread were <b>given</b> out by the caf&eacute; owners of the town all night.</p></article></body></html>"
)


def docs(found):
    return [one.doc for one in found]


def response(url, body, fields="Content-Type: text/html; charset=utf-8\r\n"):
    http = f"HTTP/1.1 200 OK\r\n{fields}\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


RECORDS = [
    response("https://arlen.example/1", PAGE.encode()),
    response(
        "https://arlen.example/2",
        gzip.compress(PAGE.encode()),
        "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
    ),
    response("https://arlen.example/p.png", b"\x89PNG", "Content-Type: image/png\r\n"),
    response("https://arlen.example/3", PAGE.encode()),
]


def test_nested_folders_are_read_in_the_order_of_their_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("html") else STORY)
    reports, failures = read([tmp_path])
    assert docs(reports) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.html"]
    assert failures == ()
    assert read([tmp_path / "b.txt"])[0][0].doc == "b.txt"


def test_two_identical_files_are_two_reports(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    one, two = read([tmp_path])[0]
    assert one.sha256 == two.sha256
    assert one.doc != two.doc


def test_inputs_that_share_a_name_keep_apart(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(STORY)
    assert docs(read([tmp_path / "x", tmp_path / "y"])[0]) == ["a.txt", "y/a.txt"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\n ", "empty"),
        (".DS_Store", b"\x00\x00\x00\x01Bud1", "operating system"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "binary"),
        ("a.zip", b"PK\x03\x04\x00\x00", "binary"),
        ("a.pdf", b"%PDF-1.7\nbroken", "PDF"),
        ("a.gz", b"\x1f\x8b\x08\x00broken", ""),
    ],
)
def test_a_file_that_is_no_report_is_named_and_the_rest_is_read(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY)
    reports, failures = read([tmp_path])
    assert docs(reports) == ["good.txt"]
    assert docs(failures) == [name]
    assert reason in failures[0].reason
    assert "\n" not in failures[0].reason


def test_links_out_of_the_folder_pipes_and_sockets_are_not_opened(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(STORY)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    here = os.getcwd()
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("sock")
    os.chdir(here)
    reports, failures = read([folder])
    assert reports == ()
    assert docs(failures) == ["link.txt", "loop", "pipe", "sock"]


def test_a_missing_input_is_a_failure(tmp_path):
    assert docs(read([tmp_path / "none.txt"])[1]) == ["none.txt"]


def test_a_report_over_the_limit_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text(STORY * 50)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(STORY.encode() * 10_000))
    reports, failures = read([tmp_path], limits=Limits(report_bytes=1000))
    assert reports == ()
    assert all("larger than" in failure.reason for failure in failures)


def test_a_zipped_text_is_read(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    assert read([tmp_path])[0][0].headline.value == "Mayor Opens Bridge"


@pytest.mark.parametrize("zipped", [False, True])
def test_the_pages_of_a_web_archive_are_reports(tmp_path, zipped):
    data = b"".join(gzip.compress(r) if zipped else r for r in RECORDS)
    (tmp_path / "a.warc").write_bytes(data)
    reports, failures = read([tmp_path])
    assert docs(reports) == ["a.warc#1", "a.warc#2", "a.warc#4"]
    assert failures == ()
    assert reports[0].url == "https://arlen.example/1"


@pytest.mark.parametrize("zipped", [False, True])
def test_a_cut_web_archive_keeps_what_was_whole_and_says_where_it_ends(tmp_path, zipped):
    data = b"".join(gzip.compress(r) if zipped else r for r in RECORDS)[:-120]
    (tmp_path / "a.warc").write_bytes(data)
    reports, failures = read([tmp_path])
    assert docs(reports) == ["a.warc#1", "a.warc#2"]
    assert any(f.doc == "a.warc" and f"cut off at byte {len(data)}" in f.reason for f in failures)


def test_a_response_is_known_by_its_first_line_where_its_record_does_not_say_what_it_is(tmp_path):
    silent = RECORDS[0].replace(b"Content-Type: application/http; msgtype=response\r\n", b"")
    (tmp_path / "a.warc").write_bytes(silent)
    reports, failures = read([tmp_path])
    assert (docs(reports), reports[0].url, failures) == (["a.warc#1"], "https://arlen.example/1", ())


@pytest.mark.parametrize("broken", ["{broken", '{"text":' + "[" * 100_000, '{"text":' + "9" * 5_000 + "}"])
def test_a_broken_first_line_of_jsonl_costs_none_of_the_others(tmp_path, broken):
    (tmp_path / "a.jsonl").write_text(
        "\n".join([broken, json.dumps({"text": STORY}), json.dumps({"text": STORY})])
    )
    reports, failures = read([tmp_path])
    assert (docs(reports), docs(failures)) == (["a.jsonl#2", "a.jsonl#3"], ["a.jsonl#1"])


@pytest.mark.parametrize("value", ["1", '"<"', '">"', "'a b'"])
def test_a_page_is_read_in_line_with_the_attributes_of_its_largest_tag(value):
    def prepare(size):
        crowd = " ".join(f"a{n}={value}" for n in range(size))
        page = PAGE.replace("<article>", f"<article><p {crowd}>The bridge of Arlen stayed shut.</p>")
        return lambda: page_tree(page)

    assert growth(prepare, 4_000) < 16
    assert "The bridge of Arlen stayed shut." in prepare(4_000)().text_content()


@pytest.mark.parametrize(
    "stray",
    [
        "<p class=x' y>{}</p><p 'z>so it is</p>",
        "<script>if (a <b && c) {}</script>",
        "<!-- <p a {} --><p>and so</p>",
    ],
)
def test_what_only_looks_like_a_crowded_tag_takes_no_words_off_a_page(stray):
    many = " ".join(f"word{n}" for n in range(3_000))
    page = PAGE.replace("<article>", "<article>" + stray.format(many))
    assert etree.tostring(page_tree(page)) == etree.tostring(load_html(page))


def test_each_line_of_jsonl_is_a_report(tmp_path):
    lines = [
        json.dumps(
            {
                "title": "Bridge opens",
                "text": STORY,
                "date": "2024-05-03T08:00:00Z",
                "author": ["Ann Lee"],
                "source": "Arlen Post",
            }
        ),
        "{broken",
        json.dumps({"html": PAGE, "url": "https://arlen.example/1"}),
        json.dumps({"other": 1}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    reports, failures = read([tmp_path])
    assert docs(reports) == ["a.jsonl#1", "a.jsonl#3"]
    assert docs(failures) == ["a.jsonl#2", "a.jsonl#4"]
    first = reports[0]
    assert (first.headline.value, first.published.value, first.byline.value, first.outlet.value) == (
        "Bridge opens", "2024-05-03", "Ann Lee", "Arlen Post",
    )  # fmt: skip
    assert reports[1].media_type == "text/html"


def test_a_page_gives_its_facts_and_maps_back_to_its_source(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    report = read([tmp_path])[0][0]
    assert report.headline.value == "Flood hits Arlen"
    assert (report.outlet.value, report.byline.value) == ("Arlen Post", "Ann Lee")
    assert (report.published.value, report.published.basis) == ("2024-05-03", "json-ld")
    assert "heading" in [b.kind.value for b in report.blocks]
    assert len(report.origin_offsets) == len(report.text)
    for char, offset in zip(report.text, report.origin_offsets, strict=True):
        assert offset < 0 or PAGE[offset] in (char, "&") or char.isspace()
    start = report.text.index("given out")
    assert PAGE[report.origin_offsets[start] :].startswith("given</b> out")
    assert all(o >= 0 for c, o in zip(report.text, report.origin_offsets, strict=True) if not c.isspace())


def test_the_argument_dates_what_has_no_date(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text("Published May 3, 2024\n" + STORY)
    one, two = read([tmp_path], published=date(2024, 1, 2))[0]
    assert (one.published.value, one.published.basis) == ("2024-01-02", "argument")
    assert two.published.value == "2024-05-03"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("¿Cuántos años?".encode(), "utf-8"),
        ("¿Cuántos años?".encode("utf-8-sig"), "utf-8-sig"),
        ("¿Cuántos años?".encode("cp1252"), "cp1252"),
        ("¿Cuántos años?".encode("utf-16"), "utf-16"),
    ],
)
def test_encodings_are_detected(tmp_path, data, encoding):
    (tmp_path / "a.txt").write_bytes(data)
    report = read([tmp_path])[0][0]
    assert (report.text, report.encoding) == ("¿Cuántos años?", encoding)


def test_nothing_of_a_text_file_is_normalised_away(tmp_path):
    text = "One line here \r\n\r\n\tTwo\u00a0words,\u2028e\u0301!\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read([tmp_path])[0][0].text == text


def test_a_pdf_keeps_its_pages(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(["Mayor Opens Bridge in Arlen", "It cost three million dollars."]))
    report = read([tmp_path])[0][0]
    assert report.media_type == "application/pdf"
    assert [report.text[p:].split("\n")[0] for p in report.pages] == [
        "Mayor Opens Bridge in Arlen",
        "It cost three million dollars.",
    ]


def pdf(pages):
    """A PDF of one line a page, by hand."""
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for i, line in enumerate(pages):
        stream = f"BT /F 12 Tf 40 700 Td ({line}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {font} /Contents {4 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def test_half_a_letter_that_json_gives_is_shown_as_unreadable_and_can_be_written(tmp_path):
    half = "\ud800"
    story = {
        "url": f"http://b.example/{half}",
        "title": f"Bridge {half} opens",
        "author": half,
        "text": f"{STORY}{half} 5 boats.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(story))
    (tmp_path / "b.jsonl").write_text(json.dumps([story, story], indent=1))
    (tmp_path / "c.html").write_text(PAGE.replace("Ann Lee", "Ann \\ud800 Lee"))
    reports, failures = read([tmp_path])
    assert (docs(reports), failures) == (["a.jsonl#1", "b.jsonl#1", "b.jsonl#2", "c.html"], ())
    assert [r.headline.value for r in reports[:3]] == ["Bridge \ufffd opens"] * 3
    assert {r.text.encode().decode()[-10:] for r in reports[:3]} == {"? 5 boats."}
    assert all("\ud800" not in repr(report) for report in reports)
