"""The relation of two reports, judged from what they share, with the evidence in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from habeas.model.lineage import Evidence, Relation
from habeas.trace.common_facts import CommonFacts, common_facts
from habeas.trace.credits import Credit
from habeas.trace.facts import Fact
from habeas.trace.passages import Passage, containment, passages
from habeas.trace.sentences import Content, alignment, common_content
from habeas.trace.words import SHINGLE, Hashes, Words

__all__ = ["Traced", "judge"]

COPIED = 0.30
"""Containment of the shorter report's own prose from which it is a copy. One word changed in eight still leaves
half of all five-word shingles; unrelated news shares under 1 %."""

COPIED_RUN = 35
"""Own words in one unbroken run that nobody writes twice by chance, whatever else the reports hold."""

MINIMAL_FACTS = 2.5
"""Summed specificity of shared numbers from which two accounts can have one original."""


TELLING = 25
"""Distinct content words below which a report (a brief, a caption) is too short to show whose account it is."""

REWRITTEN = 0.3
"""Weighted common content of two versions of one account that also share its numbers. Independent accounts of one
story stay below it (bench/copies.py)."""


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """What tracing knows of one report."""

    words: Words
    prose: Hashes
    facts: tuple[Fact, ...]
    content: tuple[Content, ...]
    credits: tuple[Credit, ...]
    outlet: str


def judge(a: Traced, b: Traced, weight: Mapping[str, float]) -> tuple[Relation, tuple[Evidence, ...]]:
    """The relation of `a` and `b` and its grounds, strongest first."""
    shared = passages(a.words, b.words)
    held = containment(a.prose, b.prose)
    told = common_facts(a.facts, b.facts)
    aligned = alignment(a.content, b.content, weight)
    poorer = min(len(a.content), len(b.content))
    said_alike = len(aligned) / poorer if poorer else 0.0
    content = common_content(a.content, b.content, weight)
    telling = min(_size(a), _size(b)) >= TELLING or (
        told.weight >= 2 * MINIMAL_FACTS and told.coverage >= 0.8
    )
    credited = _credited(a, b)
    evidence = (
        *_passage_evidence(shared, held),
        *credited,
        *_fact_evidence(told),
        *_content_evidence(content, said_alike),
    )
    longest = max((p.length for p in shared if not p.quoted), default=0)
    copied = held * min(len(a.prose), len(b.prose))
    if (held >= COPIED and copied >= 2 * SHINGLE) or (longest >= COPIED_RUN and held >= COPIED / 4):
        return Relation.COPY, evidence
    if (telling or credited) and _rewritten(told, content, said_alike, bool(credited)):
        return Relation.REWRITE, evidence
    quotes = max((p.length for p in shared if p.quoted), default=0)
    if quotes >= 8 or told.weight >= MINIMAL_FACTS or said_alike >= 0.4:
        return Relation.INDEPENDENT, evidence
    return Relation.DIFFERENT, evidence


def _size(report: Traced) -> int:
    """Distinct content roots of a report's own prose."""
    return len(frozenset[str]().union(*(c.roots for c in report.content)))


def _rewritten(told: CommonFacts, content: float, said_alike: float, credited: bool) -> bool:
    """The same facts, on no common named source, with most of the same content, in other words."""
    own = {mine.key for mine, theirs in told.pairs if not mine.source or mine.source != theirs.source}
    facts_meet = len(own) >= 2 and told.weight >= MINIMAL_FACTS and told.coverage >= 0.4 and told.order >= 0.5
    if facts_meet and content >= REWRITTEN:
        return True
    if credited and (facts_meet or said_alike >= 0.3):
        return True
    return content >= 2 * REWRITTEN or said_alike >= 0.6


def _credited(a: Traced, b: Traced) -> tuple[Evidence, ...]:
    """Where one of the two names the other's outlet as its source."""
    found = []
    for mine, other, side in ((a, b, "a"), (b, a, "b")):
        for credit in mine.credits:
            if other.outlet and _plain(credit.outlet) == _plain(other.outlet):
                found.append(
                    Evidence(
                        type="credit",
                        note=f"{mine.words.doc} credits {credit.outlet}, the outlet of {other.words.doc}",
                        a=credit.span if side == "a" else None,
                        b=credit.span if side == "b" else None,
                    )
                )
    return tuple(found)


def _plain(outlet: str) -> str:
    return outlet.lower().removeprefix("the ").strip()


def _passage_evidence(shared: tuple[Passage, ...], held: float) -> tuple[Evidence, ...]:
    found = []
    if held >= 0.01:
        found.append(
            Evidence(
                "containment",
                f"{held:.0%} of the shorter report's own five-word sequences stand in the other",
                round(held, 4),
            )
        )
    for passage in shared[:5]:
        if passage.length >= 8:
            kind = "shared_quotation" if passage.quoted else "shared_passage"
            whose = "quoted words" if passage.quoted else "words of its own"
            found.append(
                Evidence(
                    kind,
                    f"{passage.length} {whose} in a row are the same",
                    passage.length,
                    passage.a,
                    passage.b,
                )
            )
    return tuple(found)


def _fact_evidence(told: CommonFacts) -> tuple[Evidence, ...]:
    found = [
        Evidence(
            "same_quantity",
            "the same number"
            + (
                ", on one source's word"
                if mine.source and mine.source == theirs.source
                else ", on no common named source"
            ),
            mine.specific,
            mine.span,
            theirs.span,
        )
        for mine, theirs in told.pairs
        if mine.specific >= 1.0 or mine.noun
    ]
    if found:
        found.append(
            Evidence(
                "fact_sequence",
                f"{told.coverage:.0%} of the poorer report's numbers are shared; {told.order:.0%} of them in one order",
                round(told.coverage, 4),
            )
        )
    return tuple(found)


def _content_evidence(content: float, said_alike: float) -> tuple[Evidence, ...]:
    if content < 0.1:
        return ()
    note = f"{content:.0%} of the poorer report's own content words (rare ones count more) stand in the other"
    aligned = f"{said_alike:.0%} of the shorter report's sentences have a counterpart with the same content"
    found = [Evidence("same_content", note, round(content, 4))]
    if said_alike > 0:
        found.append(Evidence("same_sentences", aligned, round(said_alike, 4)))
    return tuple(found)
