"""Standing: what a reader may take from a finding, counted in origins and never in reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.finding import Finding, Status

__all__ = ["LEGEND", "Legend", "Standing", "standing"]


class Standing(StrEnum):
    """How a finding stands, in the order in which a reader should look."""

    CONTESTED = "contested"
    OVERTAKEN = "overtaken"
    CORROBORATED = "corroborated"
    FITTING = "fitting"
    DIFFERENT_SCOPE = "different-scope"
    ONE_ORIGIN = "one-origin"


@dataclass(frozen=True, slots=True)
class Legend:
    """The words and the shape that show a standing; the shape carries it where colour does not."""

    label: str
    shape: str
    meaning: str


LEGEND = {
    Standing.CONTESTED: Legend(
        "Contested", "◆", "Reports answer the same question differently. The answers stand side by side."
    ),
    Standing.OVERTAKEN: Legend(
        "Overtaken",
        "▶",
        "A later account replaces an earlier one: both were right in their time, or one was corrected.",
    ),
    Standing.CORROBORATED: Legend(
        "Corroborated", "●", "Two or more independent origins give the same answer."
    ),
    Standing.FITTING: Legend(
        "Fits together",
        "◐",
        "Two or more origins answer, and the answers fit: one is more exact than another, or says something besides.",
    ),
    Standing.DIFFERENT_SCOPE: Legend(
        "Different scope", "◇", "The answers look alike but are about different things, places or periods."
    ),
    Standing.ONE_ORIGIN: Legend(
        "One origin", "○", "Everything said goes back to one origin, however many reports repeat it."
    ),
}

_BY_STATUS = {
    Status.CONFLICT: Standing.CONTESTED,
    Status.SUPERSEDED: Standing.OVERTAKEN,
    Status.DIFFERENT_SCOPE: Standing.DIFFERENT_SCOPE,
}


def standing(finding: Finding) -> Standing:
    """The standing of `finding`: agreement within one origin corroborates nothing.

    >>> from habeas.model.finding import Answer
    >>> repeated = Finding("f1", "How many?", "camp", "people", Status.AGREE, (Answer("40", ("c1", "c2")),),
    ...                    ("c1", "c2"), ("a.txt", "b.txt"), ("o1",), ())
    >>> standing(repeated)
    <Standing.ONE_ORIGIN: 'one-origin'>
    """
    if finding.status in _BY_STATUS:
        return _BY_STATUS[finding.status]
    if len(finding.origins) < 2:
        return Standing.ONE_ORIGIN
    return Standing.FITTING if finding.status is Status.REFINES else Standing.CORROBORATED
