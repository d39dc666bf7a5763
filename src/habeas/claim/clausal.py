"""Claims from clauses: what kind each finite or participial clause is, and its subject, property and value."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from habeas.claim.accusing import accused, accuser, punished
from habeas.claim.antecedents import antecedent
from habeas.claim.bidding import bidden
from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.drafting import BESIDES, Draft
from habeas.claim.framing import framed
from habeas.claim.kinds import DUTY, FUTURE, POSSIBLE, is_future, is_hearsay, kinds
from habeas.claim.pronouns import PRONOUNS, stand_in
from habeas.claim.scenes import Scene, Subject
from habeas.claim.slots import awaited, slots
from habeas.claim.speechtags import is_speech_tag
from habeas.model.claim import Kind, Modality
from habeas.model.pack import Frame
from habeas.model.span import Span

__all__ = ["clausal"]

_COMMA: Final = t.mask(t.COMMA)
_CONDITIONAL: Final = frozenset({"if", "unless", "si"})
_AFTERTIME: Final = 2
"""Words of a time behind a time."""
_THINGS: Final = frozenset({"facility", "cell"})
_EMPTY: Final = frozenset({"that", "que", "it", "so"})
_AFTER_TIME: Final = frozenset({t.THAT, t.PREP, t.TO, t.DET})
_BIDDING: Final = (Kind.LEGAL, Kind.AGREEMENT, Kind.PLAN)
_MODALITIES: Final = {m.value: m for m in Modality}


def clausal(scene: Scene) -> Iterator[Draft]:
    """The drafts of one sentence's clauses, in text order."""
    if scene.question:
        return
    for clause in scene.parsed.clauses:
        if is_speech_tag(scene, clause) or _is_unshown(scene, clause):
            continue
        if clause.role != "infinitive" or _worth(scene, clause):
            yield from _drafts(scene, clause)
            yield from accused(scene, clause)
        elif _is_purpose(scene, clause):
            yield from _purpose(scene, clause)


def _is_unshown(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what is not said or shown to be so: "reports do not indicate [it was caused by fire]"."""
    if clause.role != "complement" or clause.host < 0:
        return False
    host = scene.parsed.clauses[clause.host]
    return host.group.negated and host.group.lemmas[-1] in scene.reporting


def _worth(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive claims something by itself: its verb has a frame of its own and it is no mere purpose."""
    if _is_ability(scene, clause):
        return False
    frame = scene.index.of_verbs(clause.group.lemmas[-1:], scene.asked(clause.whole), frozenset())
    return frame is not None and frame.kind in ("legal", "agreement", "allegation") and frame.priority >= 6


def _is_ability(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive says what somebody else may do: "upheld the mayor's right to declare"."""
    at = clause.verb[0] - 1
    while at > 0 and scene.parsed.tags[at] != t.TO:
        at -= 1
    return at > 0 and scene.parsed.words[at - 1].lower in scene.known.abilities


def _drafts(scene: Scene, clause: Clause) -> Iterator[Draft]:
    verb_span = scene.span(clause.verb)
    subject = scene.subject(clause.subject, verb_span)
    if subject is None:
        subject = stand_in(scene, clause)
        if subject is None:
            return
    frame = framed(scene, clause, subject)
    if frame is not None and frame.kind == "none":
        if not _is_told(scene, clause) and not _is_of_thing(scene, clause, subject):
            return
        frame = None
    bare = clause.role == "participial" and frame is None and not _full(clause)
    if bare and not _is_dated(scene, clause) and not is_hearsay(scene, clause):
        return
    claimed = kinds(scene, clause, frame, subject)
    accuses = Kind.ALLEGATION in claimed
    deeds = () if accuses and clause.group.passive else punished(scene, clause, subject)
    if deeds and accuses:
        claimed = tuple([kind for kind in claimed if kind is not Kind.ALLEGATION])
    if not claimed:
        yield from deeds
        return
    value, prop = _content(scene, clause, frame)
    if not value or (value in _EMPTY and not _says_enough(clause, frame)):
        return
    listed: tuple[tuple[str, Span], ...] = ((value, scene.span(clause.whole)),)
    if frame is not None and claimed[0] is Kind.CONDITION:
        listed = _items(scene, clause, value)
    elif frame is not None and claimed[0] in _BIDDING:
        listed += bidden(scene, clause)
    sure, filled, subject_type = _confidence(frame, subject), slots(scene, clause, frame), subject.type
    within = scene.span((clause.verb[0], clause.whole[1])) if clause.role == "coordinate" else None
    by = accuser(scene, clause, subject) if accuses else None
    doer = scene.span(clause.subject) if clause.subject is not None else None
    for each in claimed:
        firm = _modality(scene, clause, frame, each)
        for value, span in listed:
            yield Draft(
                kind=each,
                subject=subject.name,
                property=prop,
                value=value,
                span=span,
                anchor=verb_span,
                frame=frame.id if frame else "clause",
                confidence=sure if each is claimed[0] else sure * BESIDES,
                modality=firm,
                negated=clause.group.negated,
                part=frame.part if frame else None,
                subject_type=subject_type,
                slots=filled,
                within=within,
                accuser=by if each is Kind.ALLEGATION else None,
                doer=doer,
            )
    yield from deeds


def _is_told(scene: Scene, clause: Clause) -> bool:
    """Whether somebody "was told" or "was asked" something, or "to" do it."""
    lemmas, tags = clause.group.lemmas, scene.parsed.tags[slice(*clause.verb)]
    passive = clause.group.passive or (len(lemmas) > 1 and t.BE in tags and t.VN in tags)
    return passive and clause.group.means(scene.known.addressed)


def _says_enough(clause: Clause, frame: Frame | None) -> bool:
    """Whether a verb without an object but "it" still says something: "deny it", "intend to honour it"."""
    denied = frame is not None and frame.modality == Modality.DENIED.value
    denied = denied or (clause.group.negated and clause.group.passive)  # "were not allowed to do it"
    return denied or (frame is not None and frame.kind == "plan" and len(clause.group.lemmas) > 1)


def _is_of_thing(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a verb of saying has a thing for its subject and a number for its object: "the block adds 600 places"."""
    lo, hi = clause.complement
    counts = lo < hi and scene.parsed.tags[lo] == t.NUM
    return counts and subject.entity is None and subject.types <= _THINGS and subject.name not in PRONOUNS


def _is_purpose(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive says what an act is for: "met the mayor to discuss", not "a plan to build"."""
    tags, words = scene.parsed.tags, scene.parsed.words
    at = clause.verb[0] - 1
    while at > 0 and tags[at] != t.TO:
        at -= 1
    if at < 1 or tags[at - 1] not in (t.N, t.NAME, t.NUM) or clause.complement[1] - clause.complement[0] < 2:
        return False
    noun = scene.noun_index(words[at - 1].lower)
    return (
        noun not in scene.index.by_noun
        and noun not in scene.known.abilities
        and words[at - 1].lower not in scene.known.abilities
    )


def _purpose(scene: Scene, clause: Clause) -> Iterator[Draft]:
    verb = scene.span(clause.verb)
    subject = scene.subject(clause.subject, verb)
    if (
        subject is None
        or clause.host < 0
        or scene.parsed.clauses[clause.host].group.lemmas[-1] in scene.known.control
    ):
        return
    topics = clause.group.means(scene.known.topical)
    for kind in (Kind.PLAN, Kind.EVENT) if topics else (Kind.PLAN,):
        yield Draft(
            kind=kind,
            subject=subject.name,
            property=f"to {scene.text(clause.verb)}",
            value=scene.text(clause.complement),
            span=scene.span((clause.verb[0] - 1, clause.whole[1])),
            anchor=verb,
            frame="purpose",
            confidence=0.5,
            modality=Modality.PLANNED,
            subject_type=subject.type,
        )


def _items(scene: Scene, clause: Clause, value: str) -> tuple[tuple[str, Span], ...]:
    """What is denied, lacking or allowed one by one: "no visits, exercise or books" is three claims."""
    whole = ((value, scene.span(clause.whole)),)
    tags = scene.parsed.tags
    lo, hi = clause.complement
    joins = [i for i in range(lo, hi) if tags[i] in (t.COMMA, t.CC)]
    if not any(tags[i] == t.COMMA for i in joins) or not any(tags[i] == t.CC for i in joins):
        return whole
    if any(tags[i] not in t.NOMINAL and tags[i] not in (t.COMMA, t.CC) for i in range(lo, hi)):
        return whole
    edges = [lo - 1, *joins, hi]
    parts = [(a + 1, b) for a, b in itertools.pairwise(edges) if b > a + 1]
    span = scene.span((clause.whole[0], hi))
    return tuple((scene.text(part), span) for part in parts)


def _full(clause: Clause) -> bool:
    """Whether a participial clause without a frame still says something: an "-ing" clause with an object, or what
    something is "followed by"."""
    by = clause.group.kind == "participle" and clause.group.lemmas == ("follow",)
    return (by or clause.group.kind == "gerund") and clause.complement[1] > clause.complement[0]


def _is_dated(scene: Scene, clause: Clause) -> bool:
    """Whether a participle tells of an act on a day: "a report tabled in May"."""
    if clause.complement[1] <= clause.complement[0]:
        return False
    dates = scene.ctx.moments_in(scene.span(clause.complement))
    return any(m.kind == "DATE" and m.earliest is not None for m in dates)


def _split(scene: Scene, clause: Clause) -> tuple[Words, Words]:
    """Verb and complement, with the noun of a fixed phrase ("took place") on the verb's side."""
    lo, hi = clause.complement
    verb = clause.group.lemmas[-1]
    if (
        lo < hi
        and verb in scene.known.joined
        and f"{verb} {scene.parsed.words[lo].lower}" in scene.known.fixed
    ):
        return (clause.verb[0], lo + 1), (lo + 1, hi)
    last, tags = clause.verb[1] - 1, scene.parsed.tags
    if (
        lo == last + 1 < hi
        and tags[lo] == t.CC
        and tags[last] == t.VN
        and t.BE in tags[clause.verb[0] : last]
    ):
        return (clause.verb[0], last), (last, hi)  # "are [overcrowded and without light]"
    return clause.verb, clause.complement


def _timeless(scene: Scene, complement: Words) -> Words:
    """The complement without the time that opens it: "said on Monday that prices rose", "met Friday in Lima"."""
    lo, hi = complement
    at = lo + 1 if lo < hi and scene.parsed.tags[lo] == t.PREP else lo
    if at + 1 >= hi:
        return complement
    words = scene.parsed.words
    opening = scene.ctx.moments_in(Span(words[at].start, words[at].end))
    if not opening or opening[0].kind not in ("DATE", "TIME") or opening[0].span.start != words[at].start:
        return complement
    while at < hi and words[at].start < opening[0].span.end:
        at += 1
    if at < hi and hi - at <= _AFTERTIME and scene.ctx.moments_in(scene.span((at, hi))):
        return complement  # "ends on 2 September this year"
    return (at, hi) if at < hi and scene.parsed.tags[at] in _AFTER_TIME else complement


def _content(scene: Scene, clause: Clause, frame: Frame | None) -> tuple[str, str]:
    """Value and property: the complement, and the verb phrase as written."""
    verb, complement = _split(scene, clause)
    complement = _timeless(scene, complement)
    value = scene.text(complement)
    if scene.parsed.tags[verb[0]] in t.CONTRACTED and verb[1] - verb[0] > 1:
        verb = (verb[0] + 1, verb[1])
    written = _unbroken(scene, verb)
    if verb[0] and clause.subject is None and scene.parsed.words[verb[0] - 1].lower == "there":
        written = f"there {written}"
    free = not value or scene.parsed.tags[complement[0]] == t.PREP
    held = antecedent(scene, clause) if free else ""
    if held:
        lo, hi = complement
        bare = lo < hi and scene.parsed.tags[lo] == t.PREP
        if bare and (hi == lo + 1 or scene.parsed.tags[lo + 1] == t.PREP):
            rest, written = scene.text((lo + 1, hi)), f"{written} {scene.text((lo, lo + 1))}"
            return f"{held} {rest}".strip(), written  # "the ships that they relied on in May"
        return f"{held} {value}".strip(), written
    if value:
        first = scene.parsed.tags[complement[0]]
        limits = first == t.PREP and scene.parsed.tags[complement[0] + 1 : complement[0] + 3] == [t.TO, t.NUM]
        if first in (t.PREP, t.TO) and complement[1] - complement[0] > 1 and not limits:
            particle = (complement[0], complement[0] + 1)
            if scene.text((particle[1], complement[1])) in _EMPTY:
                return f"{written} {scene.text(complement)}", clause.group.lemmas[-1]
            return scene.text((particle[1], complement[1])), f"{written} {scene.text(particle)}"
        if first == t.THAT:
            value = scene.text((complement[0] + 1, complement[1]))
        return value, frame.property if frame and frame.property else written
    lemma = clause.group.lemmas[-1]
    bare = clause.role == "participial" and not (clause.group.kind == "gerund" and clause.group.passive)
    done = clause.group.passive and (lemma in scene.known.addressed or _is_full(clause))
    said = lemma in scene.reporting and not done
    if lemma in ("be", "have", "do") or bare or said:
        return "", ""
    held_back = awaited(scene, clause)
    return (held_back, written) if held_back else (written, lemma)


def _is_full(clause: Clause) -> bool:
    """Whether a clause says with its own subject what was done to it: "the request was denied"."""
    subject = clause.subject
    whole = subject is not None and subject[1] == clause.verb[0] and subject[1] - subject[0] > 1
    return whole and clause.group.kind == "finite" and clause.role in ("main", "complement")


def _unbroken(scene: Scene, verb: Words) -> str:
    """The words of a verb group without a saying between commas: "would, she said, urge" is "would urge"."""
    tags = scene.parsed.tags
    if t.met(_COMMA, tags, verb[0], verb[1]) < 0:
        return scene.text(verb)
    commas = [i for i in range(*verb) if tags[i] == t.COMMA]
    if t.V not in tags[commas[0] : commas[-1]]:
        return scene.text(verb)
    return f"{scene.text((verb[0], commas[0]))} {scene.text((commas[-1] + 1, verb[1]))}"


def _modality(scene: Scene, clause: Clause, frame: Frame | None, kind: Kind) -> Modality | None:
    group = clause.group
    host = scene.parsed.clauses[clause.host] if clause.role == "infinitive" and clause.host >= 0 else None
    if host is not None and host.group.lemmas[-1] in scene.known.control:
        return Modality.PLANNED  # "asked the mayor to cancel the deal"
    if clause.role == "infinitive" and group.passive and clause.host < 0:
        return Modality.PLANNED  # "a suit to be filed on Monday"
    modal = group.modal
    if (modal and modal in POSSIBLE and is_future(clause)) or (
        clause.opener and clause.opener in _CONDITIONAL
    ):
        return Modality.CONDITIONAL
    if modal and modal in DUTY:
        return Modality.OPINION if kind is Kind.PLAN else None
    if frame is not None and frame.modality:
        return _MODALITIES[frame.modality]
    return Modality.PLANNED if kind is Kind.PLAN or (modal and modal in FUTURE) else None


def _confidence(frame: Frame | None, subject: Subject) -> float:
    base = 0.5 if frame is None or frame.priority < 0 else (0.8 if frame.priority >= 20 else 0.65)
    if subject.entity is None and subject.name in PRONOUNS:
        return 0.35
    return min(0.9, base + (0.1 if subject.named else 0.0))
