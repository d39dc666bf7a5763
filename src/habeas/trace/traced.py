"""What tracing knows of one report: made report by report, and small enough to be put away."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.trace.credits import Credit, credits
from habeas.trace.facts import Fact, facts
from habeas.trace.sentences import Content, content
from habeas.trace.signatures import Signatures, signatures
from habeas.trace.words import Words, words

__all__ = ["Traced", "plain", "traced"]


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """What tracing knows of one report. `publisher` is who publishes it, as a key: its outlet, else the host of its
    address, else empty; `signatures` are the keys of its pairs of facts."""

    words: Words
    facts: tuple[Fact, ...]
    content: Content
    credits: tuple[Credit, ...]
    outlet: str
    publisher: str
    signatures: Signatures

    @property
    def doc(self) -> str:
        """The name of the report."""
        return self.words.doc


def traced(report: Report, marks: Marks) -> Traced:
    """What tracing needs of one report; nothing of any other is looked at."""
    told = facts(report, marks)
    outlet = report.outlet.value if report.outlet else ""
    return Traced(
        words=words(marks),
        facts=told,
        content=content(marks),
        credits=credits(report, marks),
        outlet=outlet,
        publisher=plain(outlet) or (urlsplit(report.url).hostname or "" if report.url else ""),
        signatures=signatures(told, marks),
    )


def plain(outlet: str) -> str:
    """An outlet's name as a key.

    >>> plain("The Harbour Wire")
    'harbour wire'
    """
    return outlet.lower().removeprefix("the ").strip()
