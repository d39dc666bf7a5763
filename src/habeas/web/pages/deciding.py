"""Deciding on claims, one or many at once, and taking decisions back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from habeas.errors import UsageError
from habeas.ledger import Ledger, Role
from habeas.publish.wording import count
from habeas.review import Decision, Verdict, on_claim
from habeas.web.access import Posted, Posting, Visitor
from habeas.web.refusing import RefusedError
from habeas.web.rendering import back_to
from habeas.web.sessions import Notice

__all__ = ["decide_claims", "router", "take_back", "verdict_named"]

router = APIRouter(include_in_schema=False)

MOST_AT_ONCE = 200


@router.post("/decisions")
def decide(sent: Annotated[Posted, Depends(Posting(Role.REVIEWER))]) -> Response:
    """Rule on the claims that the form names."""
    value = sent.text("value") or None
    made = decide_claims(
        sent.desk.ledger,
        sent.visitor,
        sent.texts("claim"),
        sent.text("verdict"),
        sent.text("note"),
        value,
    )
    words = f"{count(len(made), 'claim')} {made[0].ruling.verdict.value}."
    sent.session.notice = Notice(words, tuple(d.id for d in made))
    return back_to(sent.text("back", 4000))


@router.post("/undo")
def undo(sent: Annotated[Posted, Depends(Posting(Role.REVIEWER))]) -> Response:
    """Take back the decisions that the form names."""
    made = take_back(sent.desk.ledger, sent.visitor, _numbers(sent.texts("decision")))
    sent.session.notice = Notice(f"{count(len(made), 'decision')} taken back.")
    return back_to(sent.text("back", 4000))


def decide_claims(
    ledger: Ledger, visitor: Visitor, names: list[str], verdict: str, note: str, value: str | None
) -> tuple[Decision, ...]:
    """Rule on claims in the visitor's name, all or none. Raises UsageError, RefusedError."""
    if not names:
        raise UsageError("choose at least one claim")
    if len(names) > MOST_AT_ONCE:
        raise UsageError(f"at most {MOST_AT_ONCE} claims at once")
    ruled = verdict_named(verdict)
    known = ledger.claims_named(names)
    chosen = [known[name] if name in known else ledger.claim(name).claim for name in dict.fromkeys(names)]
    rulings = [on_claim(claim, ruled, note, value) for claim in chosen]
    return ledger.decide(rulings, visitor.name)


def verdict_named(word: str) -> Verdict:
    """The verdict that a form or program means. Raises UsageError."""
    try:
        return Verdict(word)
    except ValueError:
        raise UsageError(f"there is no verdict {word!r}") from None


def take_back(ledger: Ledger, visitor: Visitor, numbers: list[int]) -> tuple[Decision, ...]:
    """Undo decisions: one's own, or, for an editor, anybody's. Raises UsageError, RefusedError."""
    if not numbers:
        raise UsageError("say which decision is taken back")
    if not visitor.may("editor"):
        made = ledger.decisions_numbered(numbers)
        if not all(n in made and made[n].by == visitor.name for n in numbers):
            raise RefusedError(403, "A reviewer takes back only own decisions; ask an editor.")
    return ledger.undo(numbers, visitor.name)


def _numbers(texts: list[str]) -> list[int]:
    if not all(text.isascii() and text.isdigit() and len(text) < 18 for text in texts):
        raise UsageError("a decision has a number")
    return [int(text) for text in texts]
