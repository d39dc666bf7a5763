"""Percentages: a rise or fall from one number to another, and a part of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.span import Span
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, lead, rounded, sentence_over
from habeas.reconcile.intervals import Bounds, bounds

__all__ = ["excesses", "percentages"]

NEAR = 45
"""Characters around a percentage in which it is called a rise or a fall."""

NEARLY = 20
"""The factor by which a number differs at most from the one that it has changed from by a share."""
REACH = 200
"""Characters back from a part "of them" to the number that it is of."""

_LIKE = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)


def percentages(case: Case) -> Iterator[Check]:
    """A check for each percentage in whose sentence stand the two numbers that it is computed from."""
    for one, here, known, over, text, words in _with_numbers(case):
        check = _change(one, here, text, over, words) or _share(one, here, text, words)
        check = check or _share_of_them(one, here, known, text, words)
        if check is not None:
            yield check


def excesses(case: Case) -> Iterator[Check]:
    """A check for each percentage by which a number is said to be over another one of its sentence."""
    for one, here, _, _, text, words in _with_numbers(case):
        check = _excess(one, here, text, words)
        if check is not None:
            yield check


def _with_numbers(
    case: Case,
) -> Iterator[tuple[Figure, Sequence[Figure], Sequence[Figure], Span, str, Table]]:
    """Each percentage with the other numbers of its sentence and of its report, the sentence, the text and the words."""
    for doc in case.of_doc:
        known = figures(case, doc)
        report = case.report[doc]
        words = lexicon(report.language, "reconcile")
        sentences = case.marked[doc].sentences
        for one in known:
            if one.mark.kind is QuantityKind.PERCENT:
                over = sentence_over(sentences, one.mark.number.start)
                here = [f for f in known if over.start <= f.mark.number.start < over.end and f is not one]
                here = [f for f in here if f.mark.kind in _LIKE and f.value > 0]
                yield one, here, known, over, report.text, words


def _change(one: Figure, here: Sequence[Figure], text: str, over: Span, words: Table) -> Check | None:
    """A percentage that is called a rise or fall, with the number before it ("from") and the number after."""
    at = one.mark.span
    near = text[max(over.start, at.start - NEAR) : min(over.end, at.end + NEAR)].lower()
    table = words["changes"]
    up, down = _spoken(near, table["up"]), _spoken(near, table["down"])
    if up == down:
        return None
    old = next((f for f in here if lead(text, f, table["from"])), None)
    if old is None:
        return None
    size = (old.value / NEARLY, old.value * NEARLY)
    rest = [f for f in here if f is not old and f.like(old) and size[0] <= f.value <= size[1]]
    new = next((f for f in rest if lead(text, f, table["to"])), None)
    new = new or min(rest, key=lambda f: abs(f.mark.number.start - old.mark.number.start), default=None)
    if new is None:
        return None
    sign = 1 if up else -1
    low, high = (sign * (new.bounds.low / old.bounds.high - 1), sign * (new.bounds.high / old.bounds.low - 1))
    computed = Bounds(100 * min(low, high), 100 * max(low, high))
    exact = 100 * sign * (new.value / old.value - 1)
    verb = "more" if up else "less"
    statement = f"{figure(new.claim.value)} is {_said(one.claim)} % {verb} than {figure(old.claim.value)}"
    return _check(one, (new, old), statement, f"{_plain(new)}/{_plain(old)} - 1", exact, computed)


def _share(one: Figure, here: Sequence[Figure], text: str, words: Table) -> Check | None:
    """A percentage that stands right beside a part or its whole ("14,000 of 40,000 places, or 35 percent")."""
    table = words["changes"]
    beside = next((f for f in here if _joined(one, f, text, table["or"])), None)
    if beside is None:
        return None
    whole = beside if lead(text, beside, table["of"]) else None
    if whole is None:
        whole = next((f for f in here if f is not beside and lead(text, f, table["of"])), None)
        part: Figure | None = beside
    else:
        before = [f for f in here if f.end <= beside.mark.span.start]
        part = before[-1] if before else None
    if whole is None or part is None or not part.like(whole) or part.value > whole.value:
        return None
    computed = Bounds(100 * part.bounds.low / whole.bounds.high, 100 * part.bounds.high / whole.bounds.low)
    exact = 100 * part.value / whole.value
    statement = f"{figure(part.claim.value)} is {_said(one.claim)} % of {figure(whole.claim.value)}"
    return _check(one, (part, whole), statement, f"{_plain(part)}/{_plain(whole)}", exact, computed)


def _share_of_them(
    one: Figure, here: Sequence[Figure], known: Sequence[Figure], text: str, words: Table
) -> Check | None:
    """A percentage beside a part of what was counted last: "asked 34 people; 21 of them, or 62 percent, had"."""
    back = "|".join(re.escape(w) for w in words["portions"]["back"])
    joint = rf"\s*(?:{back})[\s,;()—–-]*(?:{'|'.join(map(re.escape, words['changes']['or']))})?\s*[(]?$"
    before = [f for f in here if f.end <= one.mark.span.start]
    part = before[-1] if before else None
    if part is None or not re.match(joint, text[part.mark.span.end : one.mark.span.start].lower()):
        return None
    wholes = [f for f in known if 0 < part.mark.span.start - f.end <= REACH and f.mark.kind in _LIKE]
    whole = wholes[-1] if wholes else None
    if whole is None or whole.value < part.value or whole.mark.unit != part.mark.unit:
        return None
    computed = Bounds(100 * part.bounds.low / whole.bounds.high, 100 * part.bounds.high / whole.bounds.low)
    exact = 100 * part.value / whole.value
    statement = f"{figure(part.claim.value)} is {_said(one.claim)} % of {figure(whole.claim.value)}"
    return _check(one, (part, whole), statement, f"{_plain(part)}/{_plain(whole)}", exact, computed)


def _excess(one: Figure, here: Sequence[Figure], text: str, words: Table) -> Check | None:
    """A percentage by which a number is over another, right behind the two: "848 men in a jail for 400 - 112 per cent more
    than it was built for"."""
    after = text[one.mark.span.end :][:NEAR].lower()
    table = words["differences"]
    over = "|".join(map(re.escape, table["more"]))
    than = "|".join(map(re.escape, table["than"]))
    before = [f for f in here if f.end <= one.mark.span.start]
    if len(before) < 2 or not re.match(rf"\s+(?:(?:{over})\s+)?(?:{than})\b(?![^.]*\d)", after):
        return None
    high, low = sorted(before[-2:], key=lambda f: -f.value)
    if not high.like(low) or text[before[-1].end : one.mark.span.start].strip(" ,;()—–-"):
        return None
    computed = Bounds(
        100 * (high.bounds.low / low.bounds.high - 1), 100 * (high.bounds.high / low.bounds.low - 1)
    )
    exact = 100 * (high.value / low.value - 1)
    statement = f"{figure(high.claim.value)} is {_said(one.claim)} % more than {figure(low.claim.value)}"
    return _check(one, (high, low), statement, f"{_plain(high)}/{_plain(low)} - 1", exact, computed)


def _joined(one: Figure, other: Figure, text: str, joints: Sequence[str]) -> bool:
    """Whether nothing but a comma, a bracket or "or" stands between the two."""
    if other.end <= one.mark.span.start:
        between = text[other.end : one.mark.span.start]
    elif one.mark.span.end <= other.mark.span.start:
        between = text[one.mark.span.end : other.mark.span.start]
    else:
        return False
    return between.lower().strip(" ,;()—–-") in ("", *joints) and len(between) < 20


def _spoken(near: str, stems: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(stem)}", near) for stem in stems)


def _check(
    one: Figure, pair: tuple[Figure, Figure], statement: str, formula: str, exact: float, computed: Bounds
) -> Check:
    claim = one.claim
    assert not isinstance(claim.value, str)
    stated = bounds(claim.value, claim.value_max, claim.comparator)
    near = rounded(float(claim.value))
    allowed = near if stated is None else Bounds(min(stated.low, near.low), max(stated.high, near.high))
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=statement,
        formula=formula,
        computed=round(exact, 2),
        holds=computed.meets(allowed),
        claims=(claim.id, *(f.claim.id for f in pair)),
        note=f"{exact:.1f} %",
    )


def _said(claim: Claim) -> str:
    return figure(claim.value)


def _plain(one: Figure) -> str:
    return f"{one.claim.value}"
