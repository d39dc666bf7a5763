"""Questions: claims that answer the same thing, before it is said how they relate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.finding import Answer, Status
from habeas.model.wording import amount
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case

__all__ = [
    "Question",
    "Told",
    "answers",
    "asked",
    "asked_about",
    "by_amount",
    "cited",
    "clearest",
    "figure_question",
]

Told = tuple[str, Claim]
"""An answer, as it is shown, and a claim that gives it."""

_SUBJECT = "{subject}: "
"""How questions of the pack begin that are asked of any subject."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, the claims that answer it, and how they relate. A `loose` one is made of words in common alone."""

    text: str
    subject: str
    property: str
    status: Status
    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]
    note: str = ""
    loose: bool = False


def answers(groups: Iterable[tuple[str, Sequence[Claim]]]) -> tuple[Answer, ...]:
    """Distinct answers in the order given, each with its claims."""
    found: dict[str, list[str]] = {}
    for value, claims in groups:
        found.setdefault(value, []).extend(c.id for c in claims)
    return tuple(Answer(value, tuple(dict.fromkeys(ids))) for value, ids in found.items())


def by_amount(claims: Iterable[Claim]) -> tuple[Answer, ...]:
    """The answers of claims of numbers: one for each amount, with its bound and unit."""
    return answers((amount(c.value, c.unit, c.value_max, c.comparator), (c,)) for c in claims)


def asked(
    text: str,
    subject: str,
    property_: str,
    status: Status,
    told: Iterable[Told],
    note: str = "",
    *,
    loose: bool = False,
) -> Question:
    """A question with what claims answer it, each claim once and each answer with all of its claims."""
    claims: dict[str, Claim] = {}
    found: dict[str, dict[str, None]] = {}
    for answer, claim in told:
        claims[claim.id] = claim
        found.setdefault(answer, {})[claim.id] = None
    return Question(
        text=text,
        subject=subject,
        property=property_,
        status=status,
        claims=tuple(claims.values()),
        answers=tuple(Answer(answer, tuple(ids)) for answer, ids in found.items()),
        note=note,
        loose=loose,
    )


def asked_about(
    text: str,
    property_: str,
    status: Status,
    told: Iterable[Told],
    note: str,
    case: Case,
    *,
    first: Claim | None = None,
    loose: bool = False,
) -> Question:
    """A question about what one of its claims says, the clearest one unless another comes `first`: its words stand where
    the text has "{}"."""
    given = list(told)
    of = first or clearest(c for _, c in given)
    return asked(text.format(cited(of, case)), of.subject, property_, status, given, note, loose=loose)


def clearest(claims: Iterable[Claim]) -> Claim:
    """The surest and shortest of some claims."""
    return max(claims, key=lambda c: (c.confidence, -len(c.quote), c.id))


def cited(claim: Claim, case: Case) -> str:
    """The words of a claim between quotation marks, without the word that ties them to those before ("that ...")."""
    ties: Sequence[str] = lexicon(case.report[claim.doc].language, "reconcile")["ties"]
    tie = next((t for t in ties if claim.quote.lower().startswith(f"{t} ")), "")
    return f"“{claim.quote[len(tie) :].strip()}”"


def figure_question(
    claims: Sequence[Claim], status: Status, note: str, case: Case, *, of: Claim, named: bool = True
) -> Question:
    """A question for numbers of several reports in the words of one of them; where they name several subjects, or none
    that is theirs alone, it names none."""
    language = case.report[of.doc].language
    known = [p for p in case.pack.properties if p.id == of.property and p.question]
    asked = next((p.question for p in sorted(known, key=lambda p: p.language != language)), None)
    if named:
        text = asked.format(subject=of.subject) if asked else f"{of.subject}: {of.property}?"
    elif asked and asked.startswith(_SUBJECT):
        text = asked.removeprefix(_SUBJECT)
    else:
        text = f"What figure is given for {of.property}?"
    return Question(
        text=f"{text[:1].upper()}{text[1:]}",
        subject=of.subject,
        property=of.property,
        status=status,
        claims=tuple(claims),
        answers=by_amount(claims),
        note=note,
    )
