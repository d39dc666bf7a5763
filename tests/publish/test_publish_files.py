"""The files of a dossier: complete, parseable, reproducible, and right in the eyes of the tools that read them."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from publish_dossiers import empty_dossier, small_dossier

from habeas.publish import publish, verify

NAMES = [
    "index.html",
    "claims.jsonl",
    "findings.jsonl",
    "checks.jsonl",
    "lineage.json",
    "unclaimed.jsonl",
    "entities.json",
    "entities.ftm.json",
    "statements.csv",
    "annotations.jsonld",
    "claimreview.jsonld",
    "timeline.json",
    "claims.csv",
    "claims.parquet",
    "dossier.sqlite",
    "record.json",
    "reports.jsonl",
    "dossier.md",
    "references.bib",
    "references.csl.json",
    "datasette.json",
    "manifest.json",
]


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_a_dossier_has_the_file(published, name):
    assert (published / name).is_file()


def test_the_same_dossier_gives_the_same_bytes(published, tmp_path):
    written = publish(small_dossier(), tmp_path / "again")
    for path in written:
        other = published / path.relative_to(tmp_path / "again")
        assert path.read_bytes() == other.read_bytes(), path.name


def test_the_manifest_seals_every_other_file_and_names_every_input(published):
    manifest = json.loads((published / "manifest.json").read_text("utf-8"))
    on_disk = {p.relative_to(published).as_posix() for p in published.rglob("*") if p.is_file()} - {
        "manifest.json"
    }
    assert {row["path"] for row in manifest["outputs"]} == on_disk
    for row in manifest["outputs"]:
        content = (published / row["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (row["sha256"], row["bytes"])
    assert [row["sha256"] for row in manifest["inputs"]] == [
        report.sha256 for report in small_dossier().reports
    ]
    assert manifest["failures"] == [{"doc": "broken.pdf", "reason": "is not a PDF"}]


def test_a_dossier_of_nothing_is_a_whole_dossier(tmp_path):
    publish(empty_dossier(), tmp_path / "empty")
    assert verify(tmp_path / "empty") == ()


def test_every_claim_stands_in_the_stored_text(published):
    texts = {
        row["doc"]: row["text"] for row in json.loads((published / "manifest.json").read_text())["inputs"]
    }
    for claim in lines(published / "claims.jsonl"):
        text = (published / texts[claim["doc"]]).read_bytes().decode()
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_annotations_select_the_same_words_by_place_and_by_quotation(published):
    page = json.loads((published / "annotations.jsonld").read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["total"] == len(page["first"]["items"]) == len(small_dossier().claims)
    for item in page["first"]["items"]:
        stored = item["target"][0]
        text = (published / stored["source"]).read_bytes().decode()
        place, words = stored["selector"]
        assert (place["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text.find(words["prefix"] + words["exact"] + words["suffix"]) == place["start"] - len(
            words["prefix"]
        )


def test_claim_reviews_count_origins_and_give_no_verdict(published):
    graph = json.loads((published / "claimreview.jsonld").read_text("utf-8"))["@graph"]
    articles = [node for node in graph if node["@type"] == "NewsArticle"]
    reviews = [node for node in graph if node["@type"] == "ClaimReview"]
    assert [a["publisher"]["name"] for a in articles] == ["The Norvale Gazette", "Courier", "Observer"]
    assert all("ratingValue" not in review["reviewRating"] for review in reviews)
    words = [review["reviewRating"]["alternateName"] for review in reviews]
    assert "Contested: 2 independent origins" in words
    assert "Corroborated: 2 independent origins" in words
    assert not any(word in str(reviews).lower() for word in ('"true"', '"false"'))


def test_the_timeline_has_what_timelinejs_asks_for(published):
    data = json.loads((published / "timeline.json").read_text("utf-8"))
    assert data["title"]["text"]["headline"]
    assert [event["start_date"]["year"] for event in data["events"]] == [2030, 2031]
    for event in data["events"]:
        assert {"start_date", "text", "unique_id"} <= set(event)
        assert all(isinstance(part, int) for part in event["start_date"].values())
    assert "&lt;b&gt;" in data["events"][1]["text"]["headline"]


def test_followthemoney_accepts_every_entity(published):
    model = pytest.importorskip("followthemoney").model
    rows = lines(published / "entities.ftm.json")
    for row in rows:
        proxy = model.get_proxy(row, cleaned=False)
        assert proxy.to_dict()["properties"] == row["properties"]
        proxy.schema.validate(row)
    assert {row["schema"] for row in rows} >= {
        "Article",
        "Person",
        "Organization",
        "PublicBody",
        "Documentation",
    }
    known = {row["id"] for row in rows}
    for row in rows:
        links = row["properties"].get("document", []) + row["properties"].get("entity", [])
        assert set(links) <= known


def test_followthemoney_reads_the_statements_back_to_the_same_entities(published):
    statement = pytest.importorskip("followthemoney.statement")
    found = list(statement.read_path_statements(published / "statements.csv", format="csv"))
    assert all(one.id == one.generate_key() for one in found)
    values = {(one.entity_id, one.prop, one.value) for one in found if one.prop != "id"}
    wanted = {
        (row["id"], prop, value)
        for row in lines(published / "entities.ftm.json")
        for prop, texts in row["properties"].items()
        for value in texts
    }
    assert values == wanted


def test_the_csv_has_a_row_for_each_claim(published):
    rows = list(csv.DictReader((published / "claims.csv").read_text("utf-8").splitlines()))
    assert [row["id"] for row in rows] == [claim.id for claim in small_dossier().claims]
    assert rows[9]["speaker_chain"] == "the ministry, relaying Ilse Brandt (director)"


def test_the_parquet_reads_in_a_data_frame(published):
    from pyarrow import parquet

    table = parquet.read_table(published / "claims.parquet")
    assert table.num_rows == len(small_dossier().claims)
    assert table["value_number"].to_pylist()[:2] == [3500.0, 10000.0]
    assert table["findings"].to_pylist()[0] == ["f2"]


@pytest.fixture
def sqlite(published):
    connection = sqlite3.connect(f"file:{published / 'dossier.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_the_database_is_sound(sqlite):
    assert sqlite.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert sqlite.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("SELECT count(*) FROM claims", 14),
        ("SELECT count(*) FROM reports", 3),
        ("SELECT count(*) FROM finding_claims WHERE finding = 'f2' AND answer = '3,500'", 2),
        ("SELECT count(*) FROM check_claims", 7),
        ("SELECT count(*) FROM mentions WHERE entity = 'e1'", 4),
        ("SELECT relation FROM pairs WHERE b = 'wire/courier.txt'", "rewrite_of_same_original"),
        ("SELECT reason FROM unclaimed", "no frame takes it"),
        ("SELECT standing FROM findings WHERE id = 'f3'", "one-origin"),
        ("SELECT reports FROM origins WHERE id = 'a'", 2),
    ],
)
def test_the_database_answers(sqlite, question, answer):
    assert sqlite.execute(question).fetchone() == (answer,)


@pytest.mark.parametrize(("words", "found"), [("sleeps", {"g4", "c4"}), ("cApAcity", {"g2", "c2", "o2"})])
def test_the_database_finds_words(sqlite, words, found):
    query = (
        "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_search WHERE claims_search MATCH ?)"
    )
    assert {row[0] for row in sqlite.execute(query, [words])} == found


def test_the_database_holds_every_stored_text(sqlite):
    assert dict(sqlite.execute("SELECT doc, text FROM reports")) == {
        r.doc: r.text for r in small_dossier().reports
    }
