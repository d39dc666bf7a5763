"""W3C Web Annotations: every claim as a note on its words.

Each target has two selectors that mean the same place: a TextPositionSelector (code points into the stored text)
and a TextQuoteSelector (the words with what stands before and after), so that a reader can re-anchor them on
another copy of the page. https://www.w3.org/TR/annotation-model/
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
        text = catalogue.reports[claim.doc].text
        start, end = claim.span
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
            "target": {
                "source": f"sources/{catalogue.slugs[claim.doc]}.txt",
                "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": claim.quote,
                        "prefix": text[max(0, start - CONTEXT_CHARACTERS) : start],
                        "suffix": text[end : end + CONTEXT_CHARACTERS],
                    },
                ],
            },
        }
