"""On what day something happened, by reports that tell one act in about the same words and place it on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import MentionForm
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.gathering import sharing, starting_in
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.statements.fates import Fate, fate_of

__all__ = ["day_questions"]

_KINDS = frozenset({Kind.EVENT, Kind.LEGAL, Kind.ALLEGATION, Kind.CONDITION, Kind.AGREEMENT})
_FIRM = frozenset({Modality.ASSERTED, Modality.ALLEGED})
SHARED = 3
"""Words that two reports of one act share at least."""
ALIKE = 0.5
"""Share of the shorter telling's words that both have."""
NEWS = 5
"""Days between two days of one act at most: what happens again does so later."""
ONCE = 400
"""The same of what happens once alone: the first of its kind."""
HAPPENED = 7
"""Days between two days of the one event that each of two reports says to have happened."""
COMMON = 40
"""Dated acts of one story in which a word may stand before it tells nothing."""
MANY = 12
"""Acts joined into one at most; more of them are of several days."""


@dataclass(frozen=True, slots=True)
class _Act:
    """An act on a day: where its sentence begins, the roots of what it is told in, those of the act itself, those of names, and whether it was about
    midnight, which may be either of two days, and whether it is the first of its kind."""

    claim: Claim
    at: int
    day: date
    shown: str
    roots: frozenset[str]
    head: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    night: bool
    once: bool
    fate: Fate | None
    sort: str


def day_questions(case: Case) -> Iterator[Question]:
    """One question for each act that several reports of a story place on a day."""
    dated = (
        c
        for c in case.claims
        if c.kind in _KINDS
        and c.earliest is not None
        and c.earliest == c.latest
        and not c.negated
        and c.modality in _FIRM
    )
    for claims in case.told_by_story(dated):
        acts = [act for c in claims if (act := _act(c, case)) is not None]
        pairs = [(i, j) for i, j in _sharing(acts) if _are_one(acts[i], acts[j])]
        found = sorted({n for pair in pairs for n in pair})
        first: dict[tuple[str, int, date], int] = {}
        # What is told in one sentence of one day is one act, whatever kinds of claim it makes.
        told = [(first.setdefault((acts[n].claim.doc, acts[n].at, acts[n].day), n), n) for n in found]
        apart = [(i, j) for i, j in pairs if _are_apart(acts[i], acts[j])]
        for group in joined(found, [*pairs, *told]):
            if len({first[acts[n].claim.doc, acts[n].at, acts[n].day] for n in group}) <= MANY:
                contested = any(i in group for i, _ in apart)
                yield _question([acts[n] for n in group], contested, case)


def _act(claim: Claim, case: Case) -> _Act | None:
    report, marks = case.report[claim.doc], case.marked[claim.doc]
    over = sentence_over(marks.sentences, claim.span.start)
    moments = starting_in(marks.moments, over.start, over.end)
    # "A day earlier" is earlier than a day that another sentence names, or nobody knows which.
    weekdays = lexicon(report.language, "reconcile")["weekdays"]
    fate = fate_of(claim, case)
    plain = (*weekdays, *(lexicon(report.language, "reconcile")["next_days"] if fate else ()))
    told = [
        m
        for m in moments
        if m.earliest == m.latest == claim.earliest
        and _is_plain(m.span.of(report.text).lower(), plain)
        # The day on which somebody says so is none of the act; that of an act told by its noun alone ("visited the scene
        # of the attack on Friday") may be of another act.
        and (not (claim.asserted_by or claim.property not in claim.quote) or claim.span.contains(m.span))
    ]
    if not told or claim.earliest is None:
        return None
    language = report.language
    when = frozenset(r for m in moments for r in content_roots(m.span.of(report.text), language))
    property_ = claim.property if claim.property in claim.quote else ""
    words = content_roots(f"{claim.subject} {property_} {_own(str(claim.value), language)}", language) - when
    night = lexicon(language, "reconcile")["hours"]["night"]
    around = f" {over.of(report.text).lower()} "
    return _Act(
        claim=claim,
        at=over.start,
        day=claim.earliest,
        shown=told[0].span.of(report.text),
        roots=frozenset(w for w in words if not w[0].isdigit()),
        head=content_roots(property_, language) - when,
        names=_names(claim, case),
        numbers=frozenset(w for w in words if w[0].isdigit()),
        night=any(f" {w} " in around for w in night),
        once=any(f" {w} " in f" {claim.quote.lower()} " for w in lexicon(language, "reconcile")["firsts"]),
        fate=fate,
        sort=_happened(claim, case),
    )


def _own(value: str, language: str) -> str:
    """What an act is done to, without what hangs on it: "marched on Saturday to demand | that the mayor resign"."""
    ties = set(lexicon(language, "reconcile")["ties"])
    words = value.split()
    end = next((n for n, word in enumerate(words) if n and word.lower() in ties), len(words))
    return " ".join(words[:end])


def _happened(claim: Claim, case: Case) -> str:
    """What sort of event a claim says to have happened ("the attack took place"), empty where it says no such thing."""
    table = lexicon(case.report[claim.doc].language, "reconcile")["happenings"]
    if not any(f" {w} " in f" {claim.property.lower()} " for w in table["verbs"]):
        return ""
    sorts = {word: str(name) for name, words in table["of"].items() for word in words}
    told = f"{claim.subject} {claim.value}".lower().split()
    return next((sorts[w] for w in told if w in sorts), "")


def _is_plain(words: str, weekdays: Iterable[str]) -> bool:
    """Whether a moment names a weekday or a date."""
    return any(c.isdigit() for c in words) or any(day in words for day in weekdays)


def _names(claim: Claim, case: Case) -> frozenset[str]:
    """The roots of the names that a claim holds."""
    report = case.report[claim.doc]
    mentions = starting_in(case.marked[claim.doc].mentions, claim.span.start, claim.span.end)
    names = [m.span.of(report.text) for m in mentions if m.form is MentionForm.NAME]
    return content_roots(
        f"{claim.subject if claim.subject[:1].isupper() else ''} {' '.join(names)}", report.language
    )


def _sharing(acts: Sequence[_Act]) -> list[tuple[int, int]]:
    """Pairs of acts of two reports that share enough words, found through the words."""
    docs = [act.claim.doc for act in acts]
    worded = sharing([act.roots for act in acts], SHARED - 1, COMMON, lambda i, j: docs[i] != docs[j])
    return sorted({*worded, *_of_one_fate(acts), *_of_one_event(acts)})


def _of_one_event(acts: Sequence[_Act]) -> Iterator[tuple[int, int]]:
    """Pairs of acts of two reports that say when the one event of a sort happened that each tells of."""
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    holders: dict[str, list[int]] = defaultdict(list)
    for n, act in enumerate(acts):
        if act.sort:
            days[act.claim.doc, act.sort].add(act.day)
            holders[act.sort].append(n)
    for group in holders.values():
        alone = [n for n in group if len(days[acts[n].claim.doc, acts[n].sort]) == 1][:COMMON]
        for i, j in combinations(alone, 2):
            apart = abs((acts[i].day - acts[j].day).days)
            if acts[i].claim.doc != acts[j].claim.doc and apart <= HAPPENED:
                yield i, j


def _of_one_fate(acts: Sequence[_Act]) -> Iterator[tuple[int, int]]:
    """Pairs of acts of two reports that tell the same to have befallen one person."""
    holders: dict[Fate, list[int]] = defaultdict(list)
    for n, act in enumerate(acts):
        if act.fate is not None:
            holders[act.fate].append(n)
    for group in holders.values():
        for i, j in combinations(group[:COMMON], 2):
            if acts[i].claim.doc != acts[j].claim.doc:
                yield i, j


def _are_one(one: _Act, other: _Act) -> bool:
    """Whether two reports tell one act: most of the words of the shorter, the act itself in both, and no other number;
    or what befell one person."""
    if one.fate is not None and one.fate == other.fate:
        return abs((one.day - other.day).days) <= NEWS
    if one.sort and one.sort == other.sort:
        return True
    shared = one.roots & other.roots
    fewest = SHARED - (one.once and other.once)
    if (
        len(shared) < max(fewest, ALIKE * min(len(one.roots), len(other.roots)))
        or shared <= one.names | other.names
    ):
        return False
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return False
    # The first of a kind comes once, whatever verb tells of it.
    once = one.once and other.once
    acted = once or one.head & other.roots or other.head & one.roots
    return bool(acted) and abs((one.day - other.day).days) <= (ONCE if once else NEWS)


def _are_apart(one: _Act, other: _Act) -> bool:
    """Whether two days of one act exclude each other: one night is of two days."""
    apart = abs((one.day - other.day).days)
    return apart > 1 or (apart == 1 and not (one.night or other.night))


def _question(acts: Sequence[_Act], contested: bool, case: Case) -> Question:
    alike = len({a.day for a in acts}) == 1
    return asked_about(
        "On what day did this happen: {}?",
        "day",
        Status.CONFLICT if contested else Status.AGREE if alike else Status.REFINES,
        [(a.shown if alike else f"{a.shown} ({a.day.isoformat()})", a.claim) for a in acts],
        "the days exclude each other" if contested else "the same day" if alike else "the same night",
        case,
    )
