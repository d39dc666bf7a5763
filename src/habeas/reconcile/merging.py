"""One finding for one thing: what several ways of asking find alike is told once.

Counts are related by their subject, by what happened and by their words. A number that three of these find is one
finding, under the clearest of their questions, and no claim that others bear out is called one of a single source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, by_amount
from habeas.reconcile.settings import sentence_at
from habeas.reconcile.statements.framing import DESCRIBED

__all__ = ["merged"]

TELLING = 20
"""From this number on a report hardly gives it twice of different people or things, if it is not round."""
SEVERAL, REPORTS = 5, 3
"""From this number on, and from so many reports that give it of one thing, others of the story mean the same by it."""
DAY = "day"
"""The property of questions about the day of something."""
_ALIKE = frozenset({Status.AGREE, Status.REFINES})


def merged(questions: Iterable[Question], case: Case) -> Iterator[Question]:
    """The questions in order, those that find one number alike as one where the first of them stood; without what is
    told by a wider one of them."""
    told = list(questions)
    one_number = [n for n, q in enumerate(told) if _is_one_number(q)]
    holders: dict[str, int] = {}
    pairs = []
    for n in one_number:
        for claim in told[n].claims:
            pairs.append((holders.setdefault(claim.id, n), n))
    groups = {group[0]: group for group in joined(one_number, pairs)}
    others = {n for group in groups.values() for n in group[1:]}
    alike = _alike(told, groups)
    shared = {c.id for q in told if _is_shared(q) for c in q.claims}
    # What is found alike by several is one already.
    wider = {n: m for n, m in _wider(told).items() if n not in others and len(groups.get(n, ())) < 2}
    named = _named(told, wider, case)
    days: set[tuple[str, int]] = set()
    for n, question in enumerate(told):
        if n in others or n in wider or _is_told_elsewhere(question, shared):
            continue
        if question.property == DAY:
            # Numbers and acts of the same sentences are of one day.
            places = {(c.doc, sentence_at(c, case).start) for c in question.claims}
            if len({doc for doc, _ in places & days}) > 1:
                continue
            days |= places
        group = groups.get(n, ())
        one = _joined([told[m] for m in group], case) if len(group) > 1 else named.get(n, question)
        yield _told_throughout(one, alike if _is_contested(one) else {}, case)


def _alike(told: Sequence[Question], groups: Mapping[int, Sequence[int]]) -> Mapping[str, Sequence[Claim]]:
    """For each claim of a number the claims that other reports bear it out with, its own among them."""
    found: dict[str, Sequence[Claim]] = {}
    for group in groups.values():
        claims = list({c.id: c for n in group for c in told[n].claims}.values())
        found |= {c.id: claims for c in claims}
    return found


def _told_throughout(question: Question, alike: Mapping[str, Sequence[Claim]], case: Case) -> Question:
    """A question of numbers that several reports answer with every place where one of them gives its number, and with the
    other reports that give it though they name it otherwise ("252 migrants were released", "252 men held for months")."""
    if not _is_shared(question) or any(c.kind is not Kind.QUANTITY for c in question.claims):
        return question
    found = {c.id: c for c in question.claims}
    docs = case.docs(question.claims)
    # Thousands of claims share one group: each is looked through once.
    groups = {id(g): g for c in question.claims if (g := alike.get(c.id))}
    found |= {o.id: o for g in groups.values() for o in g if o.doc not in docs}
    for claim in tuple(found.values()):
        if isinstance(claim.value, int | float) and claim.value >= TELLING and claim.value % 10:
            again = case.giving[claim.doc, float(claim.value)]
            found |= {c.id: c for c in again if c.unit == claim.unit and c.value_max == claim.value_max}
    found |= {c.id: c for c in _of_the_story(question, case)}
    if len(found) == len(question.claims):
        return question
    claims = sorted(found.values(), key=lambda c: (case.place[c.doc], c.span, c.id))
    return replace(question, claims=tuple(claims), answers=by_amount(claims))


def _of_the_story(question: Question, case: Case) -> Iterator[Claim]:
    """Everyone who counts so many of the same, where many reports agree on one number that is of the whole story: "eight
    migrants were flown out", "eight men"."""
    first = question.claims[0]
    docs = {c.doc for c in question.claims}
    told = question.status in _ALIKE and len(docs) >= REPORTS and len({c.value for c in question.claims}) == 1
    if told and not isinstance(first.value, str) and first.value >= SEVERAL:
        for claim in case.in_story.get((case.story[first.doc], float(first.value)), ()):
            if claim.unit == first.unit and claim.comparator is first.comparator and claim.value_max is None:
                yield claim


def _is_one_number(question: Question) -> bool:
    """Whether reports give one number, however it is bounded."""
    claims = question.claims
    return (
        question.status in _ALIKE
        and all(c.kind is Kind.QUANTITY for c in claims)
        and len({(str(c.value), c.value_max) for c in claims}) == 1
        and len({c.doc for c in claims}) > 1
    )


def _is_shared(question: Question) -> bool:
    """Whether several reports answer with numbers of one thing."""
    return (
        question.status not in (Status.SINGLE_SOURCE, Status.DIFFERENT_SCOPE)
        and question.claims[0].kind is Kind.QUANTITY
        and len({c.doc for c in question.claims}) > 1
    )


def _is_told_elsewhere(question: Question, shared: set[str]) -> bool:
    """Whether a number of one report is one that others give or contest, under another question."""
    return (
        question.status is Status.SINGLE_SOURCE
        and question.claims[0].kind is Kind.QUANTITY
        and all(c.id in shared for c in question.claims)
    )


def _wider(told: Sequence[Question]) -> Mapping[int, int]:
    """The questions all of whose words are those of another question, related in the same way, with that one: loose ones,
    and numbers that exclude or overtake each other."""
    words = [frozenset((c.doc, c.span) for c in q.claims) for q in told]
    holders: dict[object, list[int]] = defaultdict(list)
    for n, held in enumerate(words):
        for word in held:
            holders[word].append(n)
    found: dict[int, int] = {}
    for n, question in enumerate(told):
        if not (question.loose or _is_contested(question)):
            continue
        first, *rest = words[n]
        for m in holders[first]:
            one, other = question.status, told[m].status
            alike = {one, other} <= _ALIKE or one is other
            # A denial says more than that people are described in two ways.
            sort = (question.loose and told[m].property != DESCRIBED) or _is_contested(told[m])
            if m != n and m not in found and alike and sort and all(word in words[m] for word in rest):
                found[n] = m
                break
    return found


def _is_contested(question: Question) -> bool:
    """Whether reports give numbers that exclude or overtake each other, and numbers alone: where words stand against them
    the question is another."""
    numbers = (
        all(c.kind is Kind.QUANTITY for c in question.claims) and len({c.value for c in question.claims}) > 1
    )
    return numbers and question.status in (Status.CONFLICT, Status.SUPERSEDED) and _is_shared(question)


def _named(told: Sequence[Question], wider: Mapping[int, int], case: Case) -> Mapping[int, Question]:
    """The wider questions in the words of the pack, where a narrower one is asked by it."""
    asked = {p.id for p in case.pack.properties if p.question}
    return {
        m: replace(told[m], text=told[n].text, subject=told[n].subject, property=told[n].property)
        for n, m in wider.items()
        if _is_contested(told[n]) and told[n].property in asked
    }


def _joined(group: Sequence[Question], case: Case) -> Question:
    """Questions that find one number alike as one: the one of the pack that most reports answer, else the widest."""
    asked = {p.id for p in case.pack.properties if p.question}
    found = {c.id: c for q in group for c in q.claims}
    told = Counter(c.property for c in found.values())
    best = max(
        group,
        key=lambda q: (
            q.property in asked and not q.loose,
            told[q.property],
            len({c.doc for c in q.claims}),
        ),
    )
    claims = sorted(found.values(), key=lambda c: (case.place[c.doc], c.span, c.id))
    bounds = sorted({str(c.comparator).replace("_", " ") for c in claims})
    return Question(
        text=best.text,
        subject=best.subject,
        property=best.property,
        status=Status.AGREE,
        claims=tuple(claims),
        answers=by_amount(claims),
        note=f"the same number, put as {' and '.join(bounds)}" if len(bounds) > 1 else "the same number",
    )
