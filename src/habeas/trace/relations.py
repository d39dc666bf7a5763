"""The relation of two reports, judged from what they share, with the evidence in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from habeas.model.lineage import Evidence, Relation
from habeas.trace.common_facts import CommonFacts, common_facts
from habeas.trace.facts import Fact
from habeas.trace.imprint import without_imprint
from habeas.trace.passages import Passage, containment, passages
from habeas.trace.sentences import Roots, Weights, alignment, common_content
from habeas.trace.signatures import Signatures
from habeas.trace.traced import Traced, plain
from habeas.trace.words import SHINGLE, Hashes

__all__ = ["Compared", "Rare", "Weigh", "judge"]

Weigh: TypeAlias = Callable[[], Weights]
Rare: TypeAlias = Callable[[Fact], float]

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


CLOSE = 0.5
"""Weighted common content from which it does not matter that few of the numbers stand together."""

LINKED = 0.2
"""Share of the pairs of facts (numbers near one another, a number with a name) from which one account was written from
the other or both from a third. Strangers that share as many numbers by chance mostly stay below a tenth."""

FEWEST, MANY = 2, 4
"""Pairs of facts in common below which their share says nothing, and from which it tells by itself."""

TOGETHER = 0.25
"""That share where little else is alike: reports that take some figures from one office share up to two in nine."""

ALIKE = 0.45
"""Share of the shorter report's sentences with a counterpart from which two accounts that also share content have one
original, whatever their numbers: an account with few numbers has little else to show."""

LONG_RUN, SOME_ALIKE = 14, 0.3
"""Own words in one run that two writers seldom hit upon, and the share of sentences with a counterpart beside it."""

SENTENCES = 3
"""Sentences with a counterpart from which their share tells: of three sentences two are easily alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A report made ready to be compared with many: its own prose as distinct shingles, its distinct content roots."""

    report: Traced
    prose: Hashes
    roots: Roots

    @classmethod
    def of(cls, report: Traced) -> Compared:
        """Make a report ready."""
        return cls(report, report.words.prose_shingles, report.content.all_roots)


class Links(NamedTuple):
    """Pairs of facts that stand together in both of two reports: how many, and the share of the poorer one's."""

    many: int
    share: float

    def over(self, share: float, many: int) -> bool:
        """Whether there are at least so many, and at least that share."""
        return self.many >= many and self.share >= share


def judge(a: Compared, b: Compared, weigh: Weigh, rare: Rare) -> tuple[Relation, tuple[Evidence, ...]]:
    """The relation of `a` and `b` and its grounds, strongest first.

    `weigh` gives the weight of each content root, `rare` that of a fact among the reports of the story (1 where two tell
    it, little where all do); they are called only where words and facts leave the relation open.
    """
    a, b = _apart_from_imprint(a, b)
    shared = passages(a.report.words, b.report.words)
    held = containment(a.prose, b.prose)
    told = common_facts(a.report.facts, b.report.facts)
    credited = _credited(a.report, b.report)
    evidence = (*_passage_evidence(shared, held), *credited, *_fact_evidence(told))
    longest = max((p.length for p in shared if not p.quoted), default=0)
    copied = held * min(len(a.prose), len(b.prose))
    if (held >= COPIED and copied >= 2 * SHINGLE) or (longest >= COPIED_RUN and held >= COPIED / 4):
        return Relation.COPY, evidence
    weight = weigh()
    mine, theirs = a.report.content, b.report.content
    poorer = min(len(mine), len(theirs))
    aligned = len(alignment(mine, theirs, weight))
    said_alike = aligned / poorer if poorer else 0.0
    content = common_content(mine, theirs, weight)
    linked = _links(a.report.signatures, b.report.signatures)
    evidence += (*_link_evidence(linked), *_content_evidence(content, said_alike))
    telling = min(len(a.roots), len(b.roots)) >= TELLING or (
        told.weight >= 2 * MINIMAL_FACTS and told.coverage >= 0.8
    )
    alike = said_alike if aligned >= SENTENCES else 0.0
    run = longest >= LONG_RUN
    if (telling or credited) and _rewritten(told, linked, content, alike, bool(credited), run, rare):
        return Relation.REWRITE, evidence
    quotes = max((p.length for p in shared if p.quoted), default=0)
    if quotes >= 8 or told.weight >= MINIMAL_FACTS or said_alike >= 0.4:
        return Relation.INDEPENDENT, evidence
    return Relation.DIFFERENT, evidence


def _apart_from_imprint(a: Compared, b: Compared) -> tuple[Compared, Compared]:
    one, other = without_imprint(a.report, b.report)
    return (a, b) if one is a.report else (Compared.of(one), Compared.of(other))


def _rewritten(
    told: CommonFacts,
    linked: Links,
    content: float,
    said_alike: float,
    credited: bool,
    run: bool,
    rare: Rare,
) -> bool:
    """The same facts, on no common named source, with most of the same content, in other words; or most of the same
    sentences."""
    own = {mine.key for mine, theirs in told.pairs if not mine.source or mine.source != theirs.source}
    facts_meet = len(own) >= 2 and told.weight >= MINIMAL_FACTS and told.coverage >= 0.4 and told.order >= 0.5
    if facts_meet and content >= REWRITTEN and (linked.over(LINKED, FEWEST) or content >= CLOSE):
        return True
    if facts_meet and linked.over(TOGETHER, MANY) and content >= REWRITTEN / 2:
        # What every report of a story gives is its news: it shows nobody's original.
        own_news = {mine.key: mine.specific * rare(mine) for mine, _ in told.pairs}
        if sum(own_news.values()) >= MINIMAL_FACTS:
            return True
    if content >= REWRITTEN and said_alike >= (SOME_ALIKE if run else ALIKE):
        return True
    if credited and (facts_meet or said_alike >= 0.3):
        return True
    return content >= 2 * REWRITTEN or said_alike >= 0.6


def _credited(a: Traced, b: Traced) -> tuple[Evidence, ...]:
    """Where one of the two names the other's outlet as its source."""
    found = []
    for mine, other, side in ((a, b, "a"), (b, a, "b")):
        for credit in mine.credits:
            if other.outlet and plain(credit.outlet) == plain(other.outlet):
                found.append(
                    Evidence(
                        type="credit",
                        note=f"{mine.doc} credits {credit.outlet}, the outlet of {other.doc}",
                        a=credit.span if side == "a" else None,
                        b=credit.span if side == "b" else None,
                    )
                )
    return tuple(found)


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


def _links(a: Signatures, b: Signatures) -> Links:
    shared = a.shared(b)
    return Links(shared, shared / min(len(a.keys), len(b.keys)) if shared else 0.0)


def _link_evidence(linked: Links) -> tuple[Evidence, ...]:
    if not linked.many:
        return ()
    note = f"{linked.share:.0%} of the poorer report's pairs of facts (two numbers, a number and a name) stand together in both"
    return (Evidence("linked_facts", note, round(linked.share, 4)),)


def _content_evidence(content: float, said_alike: float) -> tuple[Evidence, ...]:
    if content < 0.1:
        return ()
    note = f"{content:.0%} of the poorer report's own content words (rare ones count more) stand in the other"
    aligned = f"{said_alike:.0%} of the shorter report's sentences have a counterpart with the same content"
    found = [Evidence("same_content", note, round(content, 4))]
    if said_alike > 0:
        found.append(Evidence("same_sentences", aligned, round(said_alike, 4)))
    return tuple(found)
