"""The dossier as a report to read: Markdown by a Markdown reader, PDF by a PDF reader."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from publish_dossiers import large_dossier, small_dossier
from test_exports_command import run

from habeas.errors import UsageError
from habeas.model.dossier import Dossier
from habeas.model.finding import Answer
from habeas.publish.catalogue import Catalogue, catalogue
from habeas.publish.exports.briefing import briefing
from habeas.publish.exports.markdown import markdown
from habeas.publish.exports.pdf import pdf


def html(text: str) -> str:
    """What a reader of CommonMark with footnotes shows."""
    return MarkdownIt("commonmark").use(footnote_plugin).render(text)


def saying(words: str) -> Catalogue:
    """The small dossier with `words` for the answer to its first finding, and for its question."""
    dossier = small_dossier()
    first, *others = dossier.findings
    told = replace(first, question=words, note=words, answers=(Answer(words, first.claims),))
    return catalogue(replace(dossier, findings=(told, *others)))


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def test_every_line_of_a_finding_has_notes_and_every_note_is_the_words_of_a_claim(samples: Dossier) -> None:
    made = briefing(catalogue(samples))
    assert [chapter.title for chapter in made.chapters][:2] == ["Contested", "Overtaken"]
    answers = [line for c in made.chapters[:2] for p in c.passages for line in p.lines]
    assert answers
    assert all(line.notes for line in answers)
    quotes = {" ".join(claim.quote.split()) for claim in samples.claims}
    assert all(any(q.startswith(note.words.rstrip("…")) for q in quotes) for note in made.notes)
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))


def test_notes_of_one_line_come_from_as_many_reports_as_there_are(samples: Dossier) -> None:
    made = briefing(catalogue(samples))
    notes = {note.number: note for note in made.notes}
    line = made.chapters[1].passages[0].lines[0]
    assert len({notes[number].place.split(",")[0] for number in line.notes}) == 4


def test_a_markdown_reader_finds_every_footnote(folder: Path) -> None:
    text = (folder / "dossier.md").read_text("utf-8")
    shown = html(text)
    used, told = set(re.findall(r"(?<!\n)\[\^(\d+)\]", text)), re.findall(r"^\[\^(\d+)\]:", text, re.M)
    assert len(told) > 100
    assert used == set(told)
    assert len(re.findall(r'<li id="fn\d+" class="footnote-item">', shown)) == len(told)
    assert "[^" not in shown
    assert "<h1>What the reports say</h1>" in shown
    assert shown.count("<h2>") >= 8


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "# no heading",
        "- no list",
        "1. no list",
        "> no quotation",
        "*no* _emphasis_ `code` ~~gone~~",
        "[no](http://link.example) ![no](picture.png)",
        "[^1] and [^x]: no footnote",
        "a | b | c",
        "&amp; stays &lt;",
        "=== ---",
        "line\n\n# two",
        "$x$ ^sup^ {.class}",
        "ends in a backslash \\",
    ],
)
def test_no_word_of_a_report_is_read_as_markdown(words: str) -> None:
    shown = html(markdown(saying(words)).decode())
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<h3>{' '.join(plain.split())}</h3>" in shown
    assert f"<li>{' '.join(plain.split())}<sup" in shown


def test_a_large_dossier_makes_a_report_of_bounded_length() -> None:
    made = markdown(catalogue(large_dossier(300, 30)))
    assert len(made) < 1_500_000
    assert b"more in findings.jsonl" in made
    assert b"more in reports.jsonl" in made


@pytest.fixture(scope="module")
def story(samples: Dossier) -> bytes:
    """The samples as a PDF."""
    return pdf(catalogue(samples))


def test_the_notes_of_a_page_stand_at_its_foot(samples: Dossier, story: bytes) -> None:
    texts = pages(story)
    assert len(texts) > 10
    assert "What the reports say" in texts[0]
    raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    seen: set[str] = set()
    for text in texts:
        new = set(re.findall(rf"^([{raised}]+)\s“", text, re.M))
        used = set(re.findall(rf"[{raised}]+", text))
        assert seen.isdisjoint(new)
        assert used <= seen | new, "a number is used before its note is printed"
        seen |= new
    assert len(seen) == len(briefing(catalogue(samples)).notes)


def test_nothing_runs_into_the_notes_or_off_the_page(story: bytes) -> None:
    document = pypdfium2.PdfDocument(story)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        width, height = page.get_size()
        assert all(0 < left < right < width and 0 < low < high < height for left, low, right, high in boxes)
        tall = [box for box in boxes if box[3] - box[1] > 4]
        for n, (left, low, right, high) in enumerate(tall):
            for other in tall[n + 1 :]:
                across = min(right, other[2]) - max(left, other[0])
                down = min(high, other[3]) - max(low, other[1])
                assert across < 2 or down < 3, "two pieces of text are on top of each other"
    document.close()


def test_letters_of_other_scripts_are_shown_and_those_of_no_font_are_named() -> None:
    words = "Владимир Ελλάδα العربية עברית देवनागरी ไทย თბილისი"
    text = "\n".join(pages(pdf(saying(words))))
    for word in ("Владимир", "Ελλάδα", "თბილისი"):
        assert word in text
    assert "Letters that no font" not in text
    text = "\n".join(pages(pdf(saying("in 中国"))))
    assert "Letters that no font at hand holds: U+4E2D, U+56FD" in text
    assert "in ▯▯" in text


def test_words_without_a_space_or_an_end_do_not_break_the_page() -> None:
    assert pages(pdf(saying("a" * 5000 + " " + "word " * 3000)))


def test_the_same_dossier_gives_the_same_pdf_on_another_day(small: Path, tmp_path: Path) -> None:
    script = (
        "import datetime, sys\n"
        "real = datetime.datetime\n"
        "class Later(real):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None):\n"
        "        return real(2041, 1, 2, 3, 4, 5, tzinfo=tz)\n"
        "datetime.datetime = Later\n"
        "from habeas.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    command = ["export", str(small), "--format", "pdf", "--out"]
    assert run(*command, tmp_path / "one.pdf") == 0
    subprocess.run([sys.executable, "-c", script, *command, str(tmp_path / "two.pdf")], check=True)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_font_can_be_given_for_further_letters(small: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "no.ttf").write_bytes(b"no font")
    assert run("export", small, "-f", "pdf", "--font", tmp_path / "no.ttf", "-o", tmp_path / "x.pdf") == 2
    assert "is no TrueType or OpenType font" in capsys.readouterr().err
    assert run("export", small, "-f", "csv", "--font", tmp_path / "no.ttf", "-o", tmp_path / "x.csv") == 2
    assert "--font is of a PDF" in capsys.readouterr().err
    import pymupdf_fonts

    (tmp_path / "signs.ttf").write_bytes(pymupdf_fonts.myfont("symbol2"))
    bare, given = pdf(saying("🖹 report")), pdf(saying("🖹 report"), [tmp_path / "signs.ttf"])
    assert "Letters that no font" in "\n".join(pages(bare))
    assert "Letters that no font" not in "\n".join(pages(given))


@pytest.mark.parametrize(
    ("format", "package"),
    [("pdf", "fpdf"), ("pdf", "pymupdf_fonts"), ("pdf", "uharfbuzz"), ("xlsx", "xlsxwriter")],
)
def test_without_the_extra_the_error_names_it(
    small: Path, monkeypatch, capsys, format: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert run("export", small, "--format", format, "--out", "x") == 2
    assert "pip install 'habeas[office]'" in capsys.readouterr().err


def test_what_a_build_writes_needs_none_of_the_extra(small: Path) -> None:
    script = (
        "import sys\n"
        "for name in ('fpdf', 'pymupdf_fonts', 'uharfbuzz', 'xlsxwriter', 'pandas', 'followthemoney'):\n"
        "    sys.modules[name] = None\n"
        "import habeas.publish.publishing, habeas.cli.exporting\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_usage_error_is_raised_for_a_call_as_well(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pymupdf_fonts", None)
    with pytest.raises(UsageError, match="office"):
        pdf(catalogue(small_dossier()))


def test_a_claim_is_quoted_as_it_stands_in_its_report() -> None:
    dossier = small_dossier()
    told = {
        (claim.quote, f"{claim.doc}, characters {claim.span.start} to {claim.span.end}")
        for claim in dossier.claims
    }
    notes = briefing(catalogue(dossier)).notes
    assert notes
    assert {(note.words, note.place) for note in notes} <= told
