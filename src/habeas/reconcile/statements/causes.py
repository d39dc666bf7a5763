"""Why something happened: what reports of a story give as its cause, where they have nothing in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.report import BlockKind
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.questions import Question, asked
from habeas.reconcile.settings import sentence, sentence_before

__all__ = ["cause_questions"]

_OTHERWISE = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.DENIED})
MOST = 24
"""Causes of one sort of event in one story beyond which they are of many events."""
REFUTED = "a report denies the cause that another gives"
APART = "the causes that reports give have nothing in common"
KNOWN = "not known at first; a later report gives a cause"
ENOUGH = 2
"""Words that tell a cause."""
BEFORE = 60
"""Characters before what leads to a cause, and of the claim, in which the event is named."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """What a claim gives as the cause of an event, or says to be none, with the roots of its words; without any where it says
    that the cause is not known."""

    claim: Claim
    words: str
    roots: frozenset[str]
    denied: bool = False

    @property
    def unknown(self) -> bool:
        """Whether it says that the cause is not known."""
        return not self.roots


def cause_questions(case: Case) -> Iterator[Question]:
    """One question for each sort of event of a story to which at least two reports give a cause."""
    found: dict[tuple[int, str], list[_Cause]] = defaultdict(list)
    leading, unknown = _holding("active", case), _holding("unknown", case)
    for claim in case.claims:
        if claim.kind in (Kind.QUANTITY, Kind.QUOTATION) or claim.modality in _OTHERWISE:
            continue
        if claim.id in unknown and _is_unknown(claim, case):
            if event := _event_around(claim, case):
                found[case.story[claim.doc], event].append(_Cause(claim, claim.quote, frozenset()))
            continue
        language = case.report[claim.doc].language
        text = claim.quote.lower()
        denied = _denials(language).search(text)
        led = denied or (
            None if claim.negated else _leads(language).search(text) or _reasons(language).search(text)
        )
        event = _event(claim, led.end(), language) if led else ""
        if led and event:
            words = _cut(claim.quote[led.end() :].strip(), language)
            roots = content_roots(words, language)
            if roots and not words[:1].isdigit():
                found[case.story[claim.doc], event].append(_Cause(claim, words, roots, denied is not None))
        elif active := _active(language).search(text) if claim.id in leading and not claim.negated else None:
            words = claim.quote[: active.start()].strip()
            roots = content_roots(words, language)
            # "An investigation into what sparked the fire" gives no cause.
            if roots and not _asks(words, language):
                event = _events(language)[active.group(1)]
                found[case.story[claim.doc], event].append(_Cause(claim, words, roots))
        elif (blamed := _blamed(claim, language)) and (event := _event_around(claim, case)):
            found[case.story[claim.doc], event].append(_Cause(claim, blamed, content_roots(blamed, language)))
    for (_, event), causes in found.items():
        if len(causes) <= MOST and of_several(c.claim for c in causes):
            told = [c for c in causes if not c.unknown]
            if of_several(c.claim for c in told):
                yield _question(event, told, case)
            yield from _known_later(event, [c for c in causes if c.unknown], told, case)


def _holding(idea: str, case: Case) -> frozenset[str]:
    """The claims that hold a word of an idea, so that few are read closely."""
    tables = (lexicon(language, "reconcile")["causes"] for language in {r.language for r in case.reports})
    words = {word for table in tables for word in table.get(idea, ())}
    return frozenset(c.id for c in case.worded.holding(sorted(words)))


def _known_later(
    event: str, unknown: Sequence[_Cause], told: Sequence[_Cause], case: Case
) -> Iterator[Question]:
    """A question for a cause that was not known at first and that later reports give."""
    days = {c.claim.doc: case.report[c.claim.doc].published_date for c in (*unknown, *told)}
    first = min((day for c in unknown if (day := days[c.claim.doc])), default=None)
    later = [c for c in told if first and (day := days[c.claim.doc]) and day > first]
    if later:
        texts = lexicon(case.report[later[0].claim.doc].language, "reconcile")["causes"]["asked"]
        given = [(c.words, c.claim) for c in (*unknown, *later)]
        subject = later[0].claim.subject
        yield asked(str(texts[event]), subject, "cause", Status.SUPERSEDED, given, KNOWN)


def _is_unknown(claim: Claim, case: Case) -> bool:
    """Whether a claim says that nobody knows the cause: "it is not clear what caused the fire"."""
    language = case.report[claim.doc].language
    words: Sequence[str] = lexicon(language, "reconcile")["causes"].get("unknown", ())
    text = claim.quote.lower()
    return any(w in text for w in words) and _asking(language).search(text) is not None


def _blamed(claim: Claim, language: str) -> str:
    """What a claim says to be to blame: "strong winds were to blame", "blamed worn brakes"; empty where it blames an event on
    something, which is told as the cause of it."""
    words: Sequence[str] = lexicon(language, "reconcile")["causes"].get("blaming", ())
    if claim.negated or not words:
        return ""
    told = f"{claim.property} {claim.value}".lower()
    if any(f" to {w} " in f" {told} " or told.endswith(f" {w}") for w in words):
        return _cut(claim.subject, language)
    verb, value = claim.property.lower().split()[-1:], str(claim.value)
    known = _events(language)
    blames = bool(verb) and verb[0] in words and claim.property in claim.quote
    return _cut(value, language) if blames and known.keys().isdisjoint(value.lower().split()) else ""


def _event_around(claim: Claim, case: Case) -> str:
    """The sort of event that the sentence of a claim names, or else the one before or the headline of its report."""
    report = case.report[claim.doc]
    known = _events(report.language)
    headline = " ".join(b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.HEADLINE)
    before = sentence_before(claim, case)
    around = f"{sentence(claim, case)} {before.of(report.text) if before is not None else ''} {headline}"
    words = re.findall(r"[^\W\d_]+", around.lower())
    return next((known[w] for w in words if w in known), "")


def _cut(words: str, language: str) -> str:
    """A cause without what follows it behind a comma, if it says enough by itself."""
    head = words.split(",", 1)[0]
    return head if len(content_roots(head, language)) >= ENOUGH else words


@cache
def _leads(language: str) -> re.Pattern[str]:
    words: Sequence[str] = lexicon(language, "reconcile")["causes"]["leads"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})\b")


def _asks(words: str, language: str) -> bool:
    """Whether words end with one that asks: "into what"."""
    asking: Sequence[str] = lexicon(language, "reconcile")["causes"].get("asking", ())
    return words.lower().rpartition(" ")[2] in {phrase.split()[0] for phrase in asking}


@cache
def _active(language: str) -> re.Pattern[str]:
    """What says that something led to an event: "a short circuit caused the fire"."""
    table = lexicon(language, "reconcile")["causes"]
    verbs = "|".join(map(re.escape, table.get("active", ()))) or "(?!)"
    events = "|".join(re.escape(w) for words in table["of"].values() for w in words)
    return re.compile(rf"\b(?:{verbs}) (?:[\w’'-]+ ){{0,4}}({events})\b")


@cache
def _asking(language: str) -> re.Pattern[str]:
    """What asks for a cause: "what caused", "the cause"."""
    words: Sequence[str] = lexicon(language, "reconcile")["causes"].get("asking", ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b")


@cache
def _denials(language: str) -> re.Pattern[str]:
    """What says that an event has another cause: "had nothing to do with the protests"."""
    words: Sequence[str] = lexicon(language, "reconcile")["causes"].get("denied", ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b")


@cache
def _reasons(language: str) -> re.Pattern[str]:
    """A cause that stands behind its event: "the reason for the riot was", "attribute the riot to"."""
    table = lexicon(language, "reconcile")["causes"]
    events = "|".join(re.escape(w) for words in table["of"].values() for w in words)
    pairs = (
        rf"{re.escape(opens)} (?:[\w’'-]+ ){{0,2}}(?:{events})\b[^.;]{{0,40}}? {re.escape(closes)}"
        for opens, closes in table["around"]
    )
    return re.compile(rf"\b(?:{'|'.join(pairs)})\b")


@cache
def _events(language: str) -> Mapping[str, str]:
    table = lexicon(language, "reconcile")["causes"]["of"]
    return {word: str(name) for name, words in table.items() for word in words}


def _event(claim: Claim, lead: int, language: str) -> str:
    """The sort of event that a claim names before its cause, the nearest one; empty where it names none."""
    known = _events(language)
    before = f"{claim.subject.lower()} {claim.quote[max(0, lead - BEFORE) : lead].lower()}"
    return next(
        (known[w] for w in reversed(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", before)) if w in known), ""
    )


def _question(event: str, causes: Sequence[_Cause], case: Case) -> Question:
    of_doc: dict[tuple[str, bool], frozenset[str]] = defaultdict(frozenset)
    for cause in causes:
        of_doc[cause.claim.doc, cause.denied] |= cause.roots
    told = [roots for (_, denied), roots in of_doc.items() if not denied]
    refuted = any(
        denied and not also and doc != other and not one.isdisjoint(two)
        for (doc, denied), one in of_doc.items()
        for (other, also), two in of_doc.items()
    )
    apart = refuted or any(one.isdisjoint(other) for one, other in combinations(told, 2))
    alike = any(not one.isdisjoint(other) for one, other in combinations(told, 2))
    status = Status.CONFLICT if apart else Status.AGREE if alike else Status.REFINES
    texts = lexicon(case.report[causes[0].claim.doc].language, "reconcile")["causes"]["asked"]
    given = [(c.words, c.claim) for c in causes]
    note = REFUTED if refuted else APART if apart else "a cause in other words"
    return asked(str(texts[event]), causes[0].claim.subject, "cause", status, given, note)
