"""schema.org and TimelineJS: what leaves is of the shape that their readers ask for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import msgspec_schemaorg.models as vocabulary
import pytest
from pyld import jsonld

SCHEMA = "https://schema.org/"


@pytest.fixture(scope="module", params=["folder", "small"])
def graph(request: pytest.FixtureRequest) -> dict[str, object]:
    path: Path = request.getfixturevalue(request.param) / "claimreview.jsonld"
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module", params=["folder", "small", "empty"])
def timeline(request: pytest.FixtureRequest) -> dict[str, object]:
    path: Path = request.getfixturevalue(request.param) / "timeline.json"
    return json.loads(path.read_text("utf-8"))


def ranges(kind: type, name: str) -> str:
    """The types that a property of a schema.org type takes, as the vocabulary writes them."""
    return next(c.__annotations__[name] for c in kind.__mro__ if name in getattr(c, "__annotations__", {}))


def faults(node: object, at: str = "") -> list[str]:
    """What in a node is not of the vocabulary: unknown types and properties, values out of range."""
    if isinstance(node, list):
        return [fault for n, one in enumerate(node) for fault in faults(one, f"{at}[{n}]")]
    if not isinstance(node, dict) or "@type" not in node:
        return []
    kind = getattr(vocabulary, str(node["@type"]), None)
    if kind is None:
        return [f"{at}: {node['@type']} is no type of schema.org"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in kind.__struct_fields__:
            found.append(f"{at}: {node['@type']} has no property {name}")
            continue
        allowed = ranges(kind, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "@type" in one:
                names = {c.__name__ for c in getattr(vocabulary, one["@type"]).__mro__}
                fits = any(f"'{c}'" in allowed for c in names)
            else:
                fits = isinstance(one, dict) or "str" in allowed or "date" in allowed or "URL" in allowed
            found += [] if fits else [f"{at}.{name}: {one} is not one of {allowed}"]
        found += faults(value, f"{at}.{name}")
    return found


def test_every_type_and_property_is_of_the_vocabulary(graph: dict[str, object]) -> None:
    assert graph["@context"] == "https://schema.org"
    assert faults(graph["@graph"]) == []


def test_the_check_of_the_vocabulary_finds_faults() -> None:
    assert faults({"@type": "ClaimReview", "claimReviewed": "x", "verdict": "false"}) != []
    assert faults({"@type": "NewsStory"}) != []
    assert faults({"@type": "ClaimReview", "author": {"@type": "Place", "name": "x"}}) != []


def test_a_claim_review_has_what_its_readers_require(graph: dict[str, object]) -> None:
    reviews = [node for node in graph["@graph"] if node["@type"] == "ClaimReview"]
    assert reviews
    for review in reviews:
        assert review["claimReviewed"]
        assert review["url"].startswith("findings")
        assert review["author"]["name"]
        assert review["reviewRating"]["@type"] == "Rating"
        assert review["reviewRating"]["alternateName"]
        assert all(item["@type"] == "Claim" and item["appearance"] for item in review["itemReviewed"])


def test_a_news_article_has_a_headline_on_one_line_and_a_day(graph: dict[str, object]) -> None:
    articles = [node for node in graph["@graph"] if node["@type"] == "NewsArticle"]
    assert articles
    for article in articles:
        assert article["headline"] == " ".join(article["headline"].split())
        date.fromisoformat(article["datePublished"][:10])
        assert article["identifier"].startswith("sha256:")
        assert urlsplit(article.get("url", "https://a.example")).scheme in {"http", "https"}


def test_a_json_ld_processor_links_reviews_to_the_reports_they_quote(graph: dict[str, object]) -> None:
    context = {"@context": {"@vocab": SCHEMA, "url": {"@id": f"{SCHEMA}url", "@type": "@id"}}}
    loader = lambda url, options: {"contextUrl": None, "documentUrl": url, "document": context}  # noqa: E731
    flat = jsonld.flatten(graph, options={"base": "https://dossier.example/", "documentLoader": loader})
    nodes = {node["@id"]: node for node in flat}
    articles = {name for name, node in nodes.items() if f"{SCHEMA}NewsArticle" in node.get("@type", ())}
    works = {name for name, node in nodes.items() if f"{SCHEMA}CreativeWork" in node.get("@type", ())}
    assert len(articles) == sum(node["@type"] == "NewsArticle" for node in graph["@graph"])
    assert works
    assert {name.partition("#")[0] for name in works} <= articles


DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "display_date": {"type": "string"},
    },
}
TEXT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": TEXT}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text"],
                "additionalProperties": False,
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "text": TEXT,
                    "group": {"type": "string"},
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
                },
            },
        },
    },
}
"""The rules of https://timeline.knightlab.com/docs/json-format.html for what habeas writes."""


def test_the_timeline_keeps_the_rules_of_timelinejs(timeline: dict[str, object]) -> None:
    jsonschema.validate(timeline, TIMELINE)
    events = timeline["events"]
    assert len({event["unique_id"] for event in events}) == len(events)
    for event in events:
        start = date(**event["start_date"])
        assert date(**event.get("end_date", event["start_date"])) >= start
        assert event["text"]["headline"].strip()
