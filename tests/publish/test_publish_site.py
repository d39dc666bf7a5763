"""The site as files: every link resolves, nothing is loaded from elsewhere, every page is well made."""

from __future__ import annotations

import os
import re
import sqlite3
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from big_dossiers import HUB, big_dossier
from publish_dossiers import empty_dossier, large_dossier, small_dossier

from habeas.model.finding import Check, CheckType
from habeas.publish import catalogue, publish, verify
from habeas.publish.site.checks import verdict

VOID = {"meta", "link", "br", "input", "img", "hr", "source", "rect", "path", "line", "circle"}


class Page(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.unclosed: list[str] = []
        self.html = path.read_text("utf-8")
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.unclosed.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        self.links += [found[name] for name in ("href", "src") if found.get(name) is not None]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.unclosed, (self.path, tag)
        assert self.unclosed.pop() == tag, (self.path, tag)


@cache
def pages(root: Path) -> list[Page]:
    return [Page(path) for path in sorted(root.rglob("*.html"))]


@cache
def ids_of(path: Path) -> frozenset[str]:
    return frozenset(Page(path).ids)


def broken_links(root: Path) -> list[tuple[str, str]]:
    found = []
    ids = {page.path: frozenset(page.ids) for page in pages(root)}
    for page in pages(root):
        for link in dict.fromkeys(page.links):
            file, _, fragment = link.partition("#")
            target = Path(os.path.normpath(page.path.parent / unquote(file))) if file else page.path
            if not (target in ids or target.is_file()) or (fragment and fragment not in ids[target]):
                found.append((page.path.name, link))
    return found


@pytest.fixture(scope="module", params=["small", "empty", "large", "big"])
def root(request, tmp_path_factory):
    """Four dossiers; what is done from a thousand reports on is done for the big one from fifty on."""
    out = tmp_path_factory.mktemp("site") / request.param
    made = {"small": small_dossier, "empty": empty_dossier, "large": lambda: large_dossier(60, 20)}
    made["big"] = lambda: big_dossier(210)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "MANY_REPORTS", 50 if request.param == "big" else catalogue.MANY_REPORTS)
        publish(made[request.param](), out)
    return out


def test_every_link_leads_somewhere(root):
    assert broken_links(root) == []


def test_no_page_names_another_host(root):
    for page in pages(root):
        assert not [link for link in page.links if re.match(r"[a-z][a-z0-9+.-]*:|//", link)], page.path
    for name in ("style.css", "site.js"):
        assert not re.search(r"https?:|@import|url\(", (root / name).read_text("utf-8"))


def test_every_page_has_the_strict_policy_and_nothing_inline(root):
    for page in pages(root):
        policies = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert policies == [
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'none'"
        ]
        for tag, attributes in page.tags:
            assert tag != "style"
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]
        scripts = [a["src"].lstrip("./") for tag, a in page.tags if tag == "script"]
        assert scripts == (["site.js", "search.js"] if 'id="search"' in page.html else ["site.js"])


def test_every_page_is_well_nested_with_unique_ids(root):
    for page in pages(root):
        assert page.unclosed == []
        assert len(page.ids) == len(set(page.ids)), page.path


def test_every_page_has_landmarks_one_title_and_headings_in_order(root):
    for page in pages(root):
        tags = [tag for tag, _ in page.tags]
        assert [tags.count(tag) for tag in ("main", "h1")] == [1, 1], page.path
        assert tags[: tags.index("body")].count("title") == 1, page.path
        assert {"header", "nav", "footer"} <= set(tags)
        assert page.headings[0] == 1
        assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False)), page.path
        assert ("html", {"lang": "en"}) in page.tags
        skip = next(a for tag, a in page.tags if tag == "a")
        assert skip["href"] == "#main"


def test_every_table_has_a_caption_and_scoped_headings(root):
    for page in pages(root):
        tags = [tag for tag, _ in page.tags]
        assert tags.count("caption") == tags.count("table")
        assert all("scope" in attributes for tag, attributes in page.tags if tag == "th"), page.path


def test_every_labelled_region_names_an_existing_heading(root):
    for page in pages(root):
        named = {a["aria-labelledby"] for _, a in page.tags if "aria-labelledby" in a}
        assert named <= set(page.ids)
        labels = [a.get("aria-label") for tag, a in page.tags if tag == "nav"]
        assert all(labels)
        assert len(labels) == len(set(labels)) or page.path.name.split("-")[0].split(".")[0] in page.html


def test_a_report_cannot_put_markup_into_a_page(root):
    for page in pages(root):
        assert "<script>alert" not in page.html
        assert "<b>again" not in page.html


def test_the_first_page_is_small_whatever_the_corpus(root):
    assert (root / "index.html").stat().st_size < 200_000


def test_long_tables_are_cut_into_pages(tmp_path):
    publish(large_dossier(60, 20), tmp_path / "d")
    paths = [tmp_path / "d" / "claims.html", *(tmp_path / "d" / "claims").glob("*.html")]
    assert [Page(path).html.count('<tr id="claim-') for path in paths] == [200] * 6


def test_every_claim_is_marked_in_its_report_and_has_a_row(published):
    for claim in small_dossier().claims:
        report = {"g": "gazette", "c": "courier", "o": "observer"}[claim.id[0]]
        assert f"claim-{claim.id}" in ids_of(published / "report" / f"{report}.html")
        assert f"claim-{claim.id}" in ids_of(published / "claims.html")


def test_the_first_page_says_what_there_is(published):
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", (published / "index.html").read_text("utf-8")))
    for said in (
        "3 reports from 2 origins make 14 claims",
        "Contested",
        "No order in force: 1",
        "Repeated, but from one origin",
        "2 reports, 1 origin",
        "1 file could not be read",
        "could not be placed",
    ):
        assert said in words


def test_the_words_behind_a_derived_share_are_one_click_from_the_first_page(published):
    html = (published / "index.html").read_text("utf-8")
    share = html[html.index("The camp is 35 % full") :]
    assert re.search(r'href="report/gazette\.html#claim-g1"', share[: share.index("</li>")])


def test_noise_is_set_apart_and_labelled(published):
    html = (published / "report" / "gazette.html").read_text("utf-8")
    assert 'aria-label="Not the report&#39;s own words: credit"' in html or "own words: credit" in html


def test_two_reports_of_one_name_get_pages_of_their_own(tmp_path):
    from dataclasses import replace

    small = small_dossier()
    doc = "other/gazette.html"
    twin = replace(small.reports[0], doc=doc)
    claim = replace(small.claims[0], id="twin", doc=doc)
    marks = (*small.marks, replace(small.marks[0], doc=doc))
    doubled = replace(small, reports=(*small.reports, twin), claims=(*small.claims, claim), marks=marks)
    publish(doubled, tmp_path / "d")
    assert len(list((tmp_path / "d" / "report").glob("gazette-????????.html"))) == 2
    assert broken_links(tmp_path / "d") == []


def test_no_page_grows_with_the_corpus(root):
    for page in pages(root):
        assert len(page.html.encode()) < 600_000, page.path


def test_many_reports_are_spread_over_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "MANY_REPORTS", 50)
    publish(big_dossier(60), tmp_path / "d")
    assert len(list((tmp_path / "d" / "report").glob("*/*.html"))) == 60
    assert not list((tmp_path / "d" / "report").glob("*.html"))
    assert verify(tmp_path / "d") == ()
    with sqlite3.connect(tmp_path / "d" / "dossier.sqlite") as database:
        stored = [page for (page,) in database.execute("SELECT page FROM reports")]
    assert all((tmp_path / "d" / page).is_file() for page in stored)


def test_a_question_with_very_many_answers_has_a_page_with_all_of_them(tmp_path):
    publish(big_dossier(130), tmp_path / "d")
    first = next(p for p in pages(tmp_path / "d") if f"<h1>{HUB}: population?</h1>" in p.html)
    rest = [Page(path) for path in first.path.with_suffix("").glob("*.html")]
    assert sum(page.html.count('data-label="Report"') for page in (first, *rest)) == 130
    findings = (tmp_path / "d" / "findings.html").read_text("utf-8")
    assert first.path.relative_to(tmp_path / "d").as_posix() in findings


@pytest.mark.parametrize(
    ("holds", "label"), [(True, "Order in force"), (False, "No order in force"), (None, "Cannot be told")]
)
def test_whether_an_order_stood_is_no_sum_that_does_not_add_up(holds, label):
    computed = "not in force" if holds is False else "in force"
    check = Check("K1", CheckType.ORDER_IN_FORCE, "an order was in force", "orders", computed, holds, (), "")
    assert verdict(check).label == label


def test_the_matrix_gives_each_report_its_own_words(published):
    """Two reports answer alike in words, and each cell has those of its report."""
    rows = Page(published / "matrix.html").html.split("<tr>")
    (row,) = [row for row in rows if "What did Ilse Brandt say?" in row]
    cells = row.split("<td")[1:]
    assert "Nobody sleeps outside &amp; nobody waits</a>" in cells[0]
    assert "Nobody sleeps outside</a>" in cells[1]
