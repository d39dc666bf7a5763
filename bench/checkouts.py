"""The public checkouts that the benches read: which there are, and where one stands in a folder."""

from __future__ import annotations

from pathlib import Path

__all__ = ["REPOSITORIES", "find", "repository_of"]

REPOSITORIES = {
    "networkdynamics/PolNeAR": "who said what in political news (Newell, Margolin and Ruths, LREC 2018)",
    "microsoft/Recognizers-Text": "specifications of numbers, units and ranges as sentences with values",
    "jspotter/TempEval-3": "dates and times in news: TBAQ-cleaned, with the official scorer",
    "scrapinghub/article-extraction-benchmark": "article pages with their true bodies",
    "adbar/htmldate": "web pages with their true publication days",
    "UniversalNER/UNER_English-EWT": "names in web text, test fold",
    "amir-zeldes/gum": "GUM: entities in news and other genres",
    "UniversalDependencies/UD_English-EWT": "web text with its sentences, test fold",
    "tommasoc80/EventStoryLine": "ECB+: many news texts on the same events",
}
"""Repository to what it holds."""


def find(folder: Path, repository: str) -> Path | None:
    """Where `repository` stands below `folder`: as owner+name, owner/name or name. None if it does not."""
    owner, _, name = repository.partition("/")
    places = (folder / f"{owner}+{name}", folder / owner / name, folder / name)
    return next((place for place in places if place.is_dir()), None)


def repository_of(checkout: Path) -> str:
    """The repository of a checkout, told by its folder's name (owner+name or name)."""
    named = checkout.resolve().name
    if "+" in named:
        return named.replace("+", "/", 1)
    return next((known for known in REPOSITORIES if known.endswith(f"/{named}")), named)
