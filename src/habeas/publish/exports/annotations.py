"""W3C Web Annotations: every claim as a note on its words.

The first target is the stored text, with two selectors that mean the same place: a TextPositionSelector (code points)
and a TextQuoteSelector (the words with what stands before and after). A report that is a web page of known address has
a second target, the page itself: its words with as much around them as stands in the same paragraph, which is how a
reader finds them again in the page's own text. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.claim import Claim
from habeas.publish.catalogue import Catalogue
from habeas.publish.values import Json
from habeas.publish.wording import answer, voice, when

__all__ = ["CONTEXT_CHARACTERS", "gist", "web_annotations"]

CONTEXT_CHARACTERS = 32
"""Length of prefix and suffix; 32 is what the Hypothesis client writes and re-anchors well with."""

_PAGE = "text/html"


def web_annotations(catalogue: Catalogue) -> Json:
    """The annotation collection of a dossier, all items in its first page."""
    items = list(_items(catalogue))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "annotations.jsonld",
        "type": "AnnotationCollection",
        "label": "Claims of the dossier",
        "total": len(items),
        "first": {"id": "annotations.jsonld#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def gist(claim: Claim) -> str:
    """A claim in one line: subject, property, value, when, on whose word.

    The line says what is claimed, never that it is so.
    """
    parts = [f"{claim.subject}: {claim.property}: {answer(claim)}"]
    if claim.as_of:
        parts.append(when(claim.as_of))
    if voice(claim):
        parts.append(f"said by {voice(claim)}")
    if claim.negated:
        parts.append("negated")
    if claim.reader:
        parts.append(f"proposed by the second reader {claim.reader}")
    return "; ".join([*parts, claim.modality.value])


def _items(catalogue: Catalogue) -> Iterator[Json]:
    for claim in catalogue.dossier.claims:
        yield {
            "id": f"urn:habeas:claim:{claim.report[:16]}:{claim.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "value": gist(claim),
                },
                {"type": "TextualBody", "purpose": "tagging", "value": claim.kind.value},
            ],
            "target": list(_targets(claim, catalogue)),
        }


def _targets(claim: Claim, catalogue: Catalogue) -> Iterator[Json]:
    report = catalogue.reports[claim.doc]
    start, end = claim.span
    before = report.text[max(0, start - CONTEXT_CHARACTERS) : start]
    after = report.text[end : end + CONTEXT_CHARACTERS]
    yield {
        "source": f"sources/{catalogue.slugs[claim.doc]}.txt",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            _quoted(claim.quote, before, after),
        ],
    }
    if report.url and report.media_type == _PAGE:
        same = before.rpartition("\n")[2], after.partition("\n")[0]
        yield {"source": report.url, "selector": _quoted(claim.quote, *same)}


def _quoted(words: str, before: str, after: str) -> Json:
    return {"type": "TextQuoteSelector", "exact": words, "prefix": before, "suffix": after}
