"""What nobody has said: the pack's questions without an answer, and reports that say it was withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.model.pack import PackQuestion, Part
from habeas.model.record import Unknown
from habeas.packs.stems import content_roots
from habeas.reconcile.names import folded
from habeas.record.answers import by_claim, by_paragraph, speaks_to
from habeas.record.collection import Collection
from habeas.record.rows import distinct
from habeas.record.standards import KnownRule, rules_of, touched
from habeas.record.withholding import withheld_matter

__all__ = ["unknowns"]


def unknowns(part: Part, held: Collection) -> tuple[Unknown, ...]:
    """The part's questions that no claim answers, or that are answered only by saying that it was not disclosed.

    A question is taken as answered rather than open in doubt: "no report says" must hold for every paragraph.
    """
    silent = () if part.view == "sources" else held.withheld
    hidden = frozenset(c.id for c in silent)
    met = tuple(touched(held)) if part.view == "standards" else ()
    found = []
    for question in held.questions:
        if question.part != part.id or not (question.properties or question.words):
            continue
        if _answered(question, part, held, hidden, met):
            continue
        said = tuple(c.id for c in silent if _about(question, c, held))
        if said:
            found.append(Unknown(question.question, said, "A report says that this was not disclosed."))
        elif not (question.words or part.view == "standards"):
            found.append(Unknown(question.question, (), "No claim answers this."))
        elif not _in_text(question, part, held):
            found.append(Unknown(question.question, (), "No report says."))
    asked = {i for u in found for i in u.withheld}
    return (*found, *_open([c for c in silent if c.part == part.id and c.id not in asked], held))


def _answered(
    question: PackQuestion, part: Part, held: Collection, hidden: frozenset[str], met: Sequence[KnownRule]
) -> bool:
    if by_claim(question, held, hidden):
        return True
    asked = folded(question.question)
    if any(_meet(question, rule.subject, held) or rule.words.search(asked) for rule in met):
        return True
    if any(held.unit.get(p) for p in question.properties):
        return False
    told = held.of_part.get(part.id, ())
    return any(c.id not in hidden and _meet(question, c.quote, held) for c in told)


def _in_text(question: PackQuestion, part: Part, held: Collection) -> bool:
    """Whether some paragraph may answer the question although no claim was made of it."""
    if part.view != "standards":
        return by_paragraph(question, held)
    asked = folded(question.question)
    rules = [
        r for r in rules_of(held.pack.rules) if r.words.search(asked) or _meet(question, r.subject, held)
    ]
    return by_paragraph(question, held) or any(
        r.words.search(text) for r in rules for text in held.paragraphs
    )


def _about(question: PackQuestion, claim: Claim, held: Collection) -> bool:
    """Whether the withheld thing is what the question asks: it answers by its words, or shares a telling word."""
    report = held.report.get(claim.doc)
    matter = withheld_matter(claim, report.language if report else "en")
    return (
        speaks_to(question, claim) or claim.property in question.properties or _meet(question, matter, held)
    )


def _meet(question: PackQuestion, words: str, held: Collection) -> bool:
    telling = held.telling_of(question.question)
    return bool(telling) and bool(telling & content_roots(words))


def _open(claims: Sequence[Claim], held: Collection) -> Iterator[Unknown]:
    """What reports say was withheld beyond the pack's questions, each once."""
    for group in distinct(claims, held):
        words = " ".join(group[0].quote.split())
        yield Unknown(
            f"{words[:1].upper()}{words[1:]}", tuple(c.id for c in group), "Told as withheld or not known."
        )
