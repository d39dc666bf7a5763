"""The annotations, anchored again on the original files by an implementation that knows nothing of habeas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyld import jsonld
from w3c_anchoring import by_position, by_quote, one_space, page_text

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PAGES = {
    "https://coastdaily.example/world/2025/03/17/flown-to-el-salvador": "02_coast_daily.html",
}


@pytest.fixture(scope="module")
def items(folder: Path) -> list[dict[str, object]]:
    return json.loads((folder / "annotations.jsonld").read_text("utf-8"))["first"]["items"]


def targets(items: list[dict[str, object]], pages: bool) -> list[tuple[dict[str, object], dict[str, object]]]:
    """Annotations with their target on the web, or in the dossier."""
    return [(i, t) for i in items for t in i["target"] if t["source"].startswith("http") == pages]


def test_both_selectors_find_the_same_words_in_the_stored_text(
    folder: Path, items: list[dict[str, object]]
) -> None:
    found = targets(items, pages=False)
    assert len(found) == len(items)
    for _, target in found:
        text = (folder / target["source"]).read_bytes().decode("utf-8")
        place, words = target["selector"]
        assert by_position(place, text) == words["exact"]
        assert (place["start"], place["end"]) in by_quote(words, text)


def test_the_stored_text_of_a_text_report_is_the_report(items: list[dict[str, object]]) -> None:
    for _, target in targets(items, pages=False):
        original = SAMPLES / Path(target["source"]).name
        if original.suffix == ".txt" and original.is_file():
            place, words = target["selector"]
            assert by_position(place, original.read_bytes().decode("utf-8")) == words["exact"]


def test_every_claim_of_a_web_page_is_found_on_the_page_itself(items: list[dict[str, object]]) -> None:
    found = targets(items, pages=True)
    assert {target["source"] for _, target in found} >= set(PAGES)
    sources = {
        address: page_text((SAMPLES / name).read_text("utf-8")) for address, name in pages_of(found).items()
    }
    assert len(found) > 20
    for _, target in found:
        text = sources[target["source"]]
        selector = {
            key: value if key == "type" else loose(value) for key, value in target["selector"].items()
        }
        assert by_quote(selector, text), target["selector"]


def loose(value: str) -> str:
    """White space made one, as in the text of the page; what stands at the edge of the words stays."""
    lead, tail = value[:1].isspace(), value[-1:].isspace()
    return f"{' ' if lead else ''}{one_space(value)}{' ' if tail and value.strip() else ''}"


def pages_of(found: list[tuple[dict[str, object], dict[str, object]]]) -> dict[str, str]:
    """The file of each page that is annotated, by its address."""
    names = {path.name: path.read_text("utf-8") for path in SAMPLES.glob("*.html")}
    addresses = {str(target["source"]) for _, target in found}
    return {address: next(n for n, source in names.items() if address in source) for address in addresses}


def test_most_words_are_told_apart_by_what_stands_around_them(items: list[dict[str, object]]) -> None:
    for _, target in targets(items, pages=True):
        text = page_text((SAMPLES / pages_of([(items[0], target)])[target["source"]]).read_text("utf-8"))
        selector = {
            key: value if key == "type" else loose(value) for key, value in target["selector"].items()
        }
        assert len(by_quote(selector, text)) == 1


def test_every_annotation_has_what_the_model_requires(items: list[dict[str, object]]) -> None:
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:")
        assert item["motivation"] in MOTIVATIONS
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert body["value"]
            assert body["purpose"] in MOTIVATIONS
        for target in item["target"]:
            assert target["source"]


MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
"""The motivations of the W3C Web Annotation Vocabulary."""


def test_a_json_ld_processor_reads_them_as_annotations(folder: Path) -> None:
    data = json.loads((folder / "annotations.jsonld").read_text("utf-8"))
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    oa, ns = "http://www.w3.org/ns/oa#", "https://www.w3.org/ns/activitystreams#"
    terms = {
        **{name: f"{oa}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
        **{name: {"@id": f"{oa}{name}", "@type": "@vocab"} for name in ("motivation", "purpose")},
        "id": "@id", "type": "@type", "@vocab": oa,
        "first": {"@id": f"{ns}first", "@type": "@id"},
        "items": {"@id": f"{ns}items", "@container": "@list"},
        "target": f"{oa}hasTarget", "body": f"{oa}hasBody",
        "selector": f"{oa}hasSelector", "source": {"@id": f"{oa}hasSource", "@type": "@id"},
    }  # fmt: skip
    loader = lambda url, options: {"contextUrl": None, "documentUrl": url, "document": {"@context": terms}}  # noqa: E731
    flat = jsonld.flatten(data, options={"base": "https://dossier.example/", "documentLoader": loader})
    annotations = [node for node in flat if f"{oa}Annotation" in node.get("@type", ())]
    assert len(annotations) == data["total"]
    assert all(node[f"{oa}hasTarget"] and node[f"{oa}hasBody"] for node in annotations)
    selectors = [node for node in flat if f"{oa}TextQuoteSelector" in node.get("@type", ())]
    assert all(node[f"{oa}exact"][0]["@value"] for node in selectors)
