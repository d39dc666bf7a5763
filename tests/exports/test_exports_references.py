"""The reports as references, read by the processors that write bibliographies."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source import BibliographySource
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON
from publish_dossiers import small_dossier

from habeas.model.report import Fact
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.references import bibtex, csl_items


def bibliography(source: BibliographySource, keys: list[str]) -> str:
    """The references as a word processor prints them."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    for key in keys:
        made.register(Citation([CitationItem(key)]))
    return "\n".join("".join(line) for line in made.bibliography())


def csl(folder: Path) -> list[dict[str, object]]:
    return json.loads((folder / "references.csl.json").read_text("utf-8"))


def test_a_csl_processor_prints_every_report_with_its_day_and_place(folder: Path) -> None:
    items = csl(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        printed = bibliography(CiteProcJSON(items), [item["id"] for item in items])
    assert len(printed.splitlines()) == len(items) == 8
    assert "Dana Whitlock (2025)" in printed
    assert "Harbor Wire" in printed
    assert "https://coastdaily.example/world/2025/03/17/flown-to-el-salvador" in printed


def test_the_same_reports_are_printed_from_bibtex(folder: Path) -> None:
    keys = [item["id"] for item in csl(folder)]
    printed = bibliography(BibTeX(str(folder / "references.bib"), encoding="utf-8"), keys)
    assert len(printed.splitlines()) == len(keys)
    assert "Dana Whitlock (2025)" in printed
    assert "Harbor Wire" in printed


def test_every_bibtex_entry_parses_with_its_fields(folder: Path) -> None:
    library = bibtexparser.parse_file(str(folder / "references.bib"))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [item["id"] for item in csl(folder)]
    first = library.entries[0].fields_dict
    assert first["title"].value.startswith("{Planes Carry Hundreds")
    assert first["month"].value == "mar"


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("5 % more & less", r"5 \% more \& less"),
        ("a_b {c} d", r"a\_b {\textbraceleft}c{\textbraceright} d"),
        ("Two\n  lines\\n", r"Two lines{\textbackslash}n"),
        ("}} @misc{evil,", r"{\textbraceright}{\textbraceright} @misc{\textbraceleft}evil,"),
        ("Владимир 中文", "Владимир 中文"),
    ],
)
def test_no_headline_breaks_its_entry(headline: str, printed: str) -> None:
    dossier = small_dossier()
    first = replace(dossier.reports[0], headline=Fact(headline, "text"), url="https://a.example/}{?q=é x")
    made = bibtex(catalogue(replace(dossier, reports=(first, *dossier.reports[1:])))).decode()
    library = bibtexparser.parse_string(made)
    assert library.failed_blocks == []
    assert len(library.entries) == 3
    assert library.entries[0].fields_dict["title"].value == f"{{{printed}}}"
    assert library.entries[0].fields_dict["url"].value == "https://a.example/%7D%7B?q=%C3%A9%20x"


def test_what_a_report_does_not_say_is_left_out() -> None:
    dossier = small_dossier()
    bare = replace(dossier.reports[0], headline=None, outlet=None, published=None)
    found = catalogue(replace(dossier, reports=(bare, *dossier.reports[1:])))
    item = csl_items(found)[0]
    assert item["title"] == "gazette.txt"
    assert not {"issued", "container-title", "author", "URL"} & set(item)
    assert bibtex(found).decode().startswith("@misc{gazette,\n  title = {{gazette.txt}},\n  langid")


def test_no_report_makes_no_reference(empty: Path) -> None:
    assert csl(empty) == []
    assert (empty / "references.bib").read_bytes() == b""
