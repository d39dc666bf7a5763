"""Kinds of a clause: an event, a rule, a state of affairs, a deal; often one clause is two of them at once."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.framing import is_guess
from habeas.claim.holding import holds_office
from habeas.claim.lawful import is_agreed, is_of_law
from habeas.claim.saidby import said_by
from habeas.claim.scenes import Scene, Subject
from habeas.claim.told import is_deed_besides, is_shown, is_told_of_others
from habeas.claim.wrongs import goes_on, tells_wrong
from habeas.claim.wrongwords import wrong_words
from habeas.model.claim import Kind
from habeas.model.marks import EntityType
from habeas.model.pack import Frame

__all__ = ["DUTY", "FUTURE", "POSSIBLE", "is_future", "is_hearsay", "kinds"]

FUTURE: Final = frozenset({"will", "shall", "ll"})
POSSIBLE: Final = frozenset({"podría", "podrían", "could", "may", "might", "would", "d"})
_FEARED: Final = frozenset({"could", "may", "might", "podría", "podrían"})
"""Modals by which somebody tells what they fear."""
DUTY: Final = frozenset(
    {"debe", "deben", "deberá", "deberán", "debería", "deberían", "should", "ought", "must"}
)
_TO: Final = t.mask(t.TO)
_PARTICIPLE: Final = t.mask(t.VN)
_TO_BE: Final = frozenset({"is", "are", "was", "were"})
_COPULAS: Final = frozenset(
    {"be", "become", "remain", "seem", "appear", "ser", "estar", "parecer", "have", "tener", "haber"}
)
_SHOWN: Final = frozenset({"appear", "aparecer"})
"""Of these, what somebody does "before" a court."""
_BECOMING: Final = frozenset({"become", "convertir"})
_KINDS: Final = {kind.value: kind for kind in Kind}
_FIRM: Final = ("legal", "agreement", "allegation", "plan", "role")
"""Kinds of frame that a "will" does not turn into a plan."""
_TOLD_PLAINLY: Final = ("condition", "event", "plan")
"""Kinds of frame that accuse only on somebody's word."""
_LAWFUL: Final = frozenset({"law", "order"})
_KEPT: Final = frozenset({"held", "cell", "facility"})
"""Subjects of whom a plain clause tells how they are kept, or what a place is like."""
_RULING: Final = frozenset({"court", "judge"})
"""Subjects whose plans and duties are of the law."""
_OF_LAW: Final = _RULING | _LAWFUL
RULED: Final = frozenset({"can", "cannot", "may", "must", "puede", "pueden", "debe", "deben"})
"""Modals by which a house says what people in it may and must do."""
_GROUPS: Final = frozenset({"moved", "group"})
ABLE: Final = frozenset({"can", "cannot", "puede", "pueden"})
_SETTING_OUT: Final = frozenset({"begin", "commence", "proceed", "resume", "start"})
"""Verbs of what is to come once it "can" be done."""
_AHEAD: Final = FUTURE | POSSIBLE | DUTY
_OPEN: Final = _AHEAD | ABLE
"""Modals by which terms are stated."""
_PARTIES: Final = frozenset({EntityType.PLACE.value, EntityType.ORGANISATION.value, "government"})
"""Who can be party to an agreement."""
_OWN: Final = frozenset({"i", "we", "you"})
_KNOWING: Final = frozenset({"know"})
"""Verbs that accuse only where somebody says it of others: "the firm knew of the cracks"."""
_BACK: Final = 3
"""Paragraphs back in which a party's agreement is told of, blank lines between them counted."""
_LAW: Final = 6
"""Words from "under" to the name of a law."""
_NAMED: Final = frozenset({EntityType.PERSON.value, EntityType.ORGANISATION.value, "government"})


def kinds(scene: Scene, clause: Clause, frame: Frame | None, subject: Subject) -> tuple[Kind, ...]:
    """The kinds of claim that a clause makes, the first the foremost.

    What is agreed or ruled and still to come is a plan as well; how people are kept is a condition even where it is
    told as an act; a frame says what else its clauses are. An accusation needs somebody who makes it.
    """
    first = _foremost(scene, clause, frame, subject)
    found = [first]
    if first in (Kind.ALLEGATION, Kind.EVENT) and _is_lawful(scene, clause):
        found.append(Kind.LEGAL)
    if "agreement" in subject.types:
        found.append(Kind.AGREEMENT)
    for name in frame.also if frame is not None else ():
        if name != "allegation" or _is_accused(scene, clause, frame):
            found.append(Kind.PLAN if name == "event" and is_future(clause) else _KINDS[name])
    found += _besides(scene, clause, frame, subject, first)
    if holds_office(scene, clause, subject):
        found.append(Kind.ROLE)
    if scene.has_terms(clause) or _is_term(scene, clause, subject):
        found.append(Kind.AGREEMENT)
    if _is_aim(scene, clause):
        found.append(Kind.PLAN)
    if clause.group.modal in ABLE and not clause.group.negated and clause.group.lemmas[-1] in _SETTING_OUT:
        found.append(Kind.PLAN)  # "the building of the wall can begin"
    if first is not Kind.PLAN and clause.group.modal in ABLE and clause.opener in scene.known.awaiting:
        found.append(Kind.PLAN)  # "until they can be freed"
    if first in (Kind.CONDITION, Kind.EVENT) and _is_of_wrong(scene, clause, subject):
        found.append(Kind.ALLEGATION)
    said = said_by(scene, clause, first)
    if said is not None:
        found.append(said)
    if Kind.AGREEMENT not in found and is_agreed(scene, clause):
        found.append(Kind.AGREEMENT)
    if Kind.LEGAL not in found and is_of_law(scene, clause, subject):
        found.append(Kind.LEGAL)
    unframed = frame is None or (
        frame.kind == "event" and subject.entity is None and not clause.group.passive
    )
    told = first in (Kind.EVENT, Kind.CONDITION) and unframed and not is_future(clause) and said is None
    told = told or (first is Kind.PLAN and goes_on(scene, clause))
    feared = first is Kind.PLAN and unframed and clause.group.modal in _FEARED
    if (
        _is_charge(scene, clause)
        or is_deed_besides(scene, clause)
        or is_hearsay(scene, clause)
        or tells_wrong(scene, clause, first)
        or ((told or feared) and is_told_of_others(scene, clause, subject, _is_judged(clause, first)))
    ):
        found.append(Kind.ALLEGATION)
    if len(found) == 1 or (len(found) == 2 and found[1] is first):
        return (first,)
    return tuple(dict.fromkeys(found)) if len(found) > 2 else (first, found[1])


def _is_aim(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what somebody's aim is: "the priority is the safety of the crews", "efforts are being made to
    free them"."""
    if clause.subject is None:
        return False
    tags, lo = scene.parsed.tags, clause.subject[0]
    being, start, end = clause.group.lemmas[-1] == "be", clause.verb[0], clause.complement[1]
    owned = being and not clause.group.past and tags[lo] in (t.DET, t.POSS)
    if not owned and (
        t.met(_TO, tags, start, end) < 0 or not (being or t.met(_PARTICIPLE, tags, start, end) >= 0)
    ):
        return False
    noun = scene.noun_index(scene.head(clause.subject))
    frame = scene.index.of_noun(noun, []) if noun in scene.index.by_noun else None
    return frame is not None and frame.kind == "plan" and not frame.also


def _is_judged(clause: Clause, first: Kind) -> bool:
    """Whether a clause says what something is, and guesses at nothing that is over: "may have been a spy"."""
    return first is Kind.CONDITION and not clause.group.modal.endswith(" have")


def _is_of_wrong(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a clause tells of a wrong as of a thing: "the torture included burning", "the abuse took place at night"."""
    if clause.subject is None or subject.entity is not None or clause.group.kind != "finite":
        return False
    return scene.head(clause.subject) in scene.known.wrongs and not clause.group.negated


def _is_charge(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what a charge is: "charges that he hid the boat", "the allegation that she lied"."""
    clause = _first_of(scene, clause)
    if clause.role != "complement" or clause.opener != "that" or clause.subject is None:
        return False
    words, at = scene.parsed.words, clause.subject[0] - 2
    noun = at >= 0 and scene.parsed.tags[at] == t.N and words[at].lower in scene.known.charges
    return noun and words[at + 1].lower == "that"


def _first_of(scene: Scene, clause: Clause) -> Clause:
    """The clause that one behind an "and" goes on with: "allegations that [guards beat men] and kept them from calling"."""
    if clause.role not in ("coordinate", "participial") or scene.parsed.tags[clause.verb[0] - 1] != t.CC:
        return clause
    before = (c for c in scene.parsed.clauses if c.whole[1] == clause.verb[0] - 1 and c.role == "complement")
    return next(before, clause)


def is_hearsay(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says itself that it only tells what is held against somebody: "allegedly sold passports", "is believed
    to have led the ring"."""
    group, known = clause.group, scene.known
    if is_guess(scene, clause):
        return True
    if len(group.lemmas) > 1 and group.lemmas[0] in known.reputing:
        return t.met(_PARTICIPLE, scene.parsed.tags, clause.verb[0], clause.verb[1]) >= 0
    base, first = scene.parsed.base, _first_done(scene, clause)
    return scene.ctx.has_any(known.allegedly, base + max(0, first - 1), base + clause.verb[1])


def _first_done(scene: Scene, clause: Clause) -> int:
    """Where the verb stands with which a participle is joined, "allegedly [seized] and held by police"; else its own."""
    lo, tags = clause.verb[0], scene.parsed.tags
    joined = clause.group.kind == "participle" and lo > 1 and tags[lo - 1] == t.CC and tags[lo - 2] == t.VN
    return lo - 2 if joined else lo


def _is_accused(scene: Scene, clause: Clause, frame: Frame | None) -> bool:
    """Whether what a frame calls an allegation besides is one: what the report tells by itself accuses nobody."""
    if frame is None or frame.kind not in _TOLD_PLAINLY or (frame.modality and frame.kind != "plan"):
        return True
    if clause.group.lemmas[-1] in scene.reporting:
        if clause.group.lemmas[-1] not in _KNOWING:
            return True
        itself = clause.subject is not None and scene.parsed.words[clause.subject[0]].lower in _OWN
        if clause.group.modal or len(clause.group.lemmas) > 1 or itself:
            return False  # "voters need to know about it", "a bill I know of"
    return is_shown(scene, clause) or scene.speaker(scene.span(clause.verb)) is not None


def _is_lawful(scene: Scene, clause: Clause) -> bool:
    """Whether something is done under a law that is named: "were held under the Ports Act"."""
    words, base = scene.parsed.words, scene.parsed.base
    lo, hi = clause.complement
    if not scene.ctx.has_any(scene.known.terms, base + lo, base + hi - 1):
        return False
    for i in range(lo, hi - 1):
        if words[i].lower in scene.known.terms and scene.parsed.tags[i] == t.PREP:
            for mention in scene.ctx.mentions_in(scene.span((i + 1, min(hi, i + _LAW)))):
                if scene.ctx.entity(mention).type is EntityType.LAW:
                    return True
    return False


def _is_term(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a clause says what a party may or must do, in a paragraph that has told of an agreement."""
    if clause.role not in ("main", "coordinate", "complement"):
        return False
    if scene.in_exchange(clause):
        return True
    modal = clause.group.modal
    bound = clause.group.means(scene.known.binding)
    if not bound and modal not in _OPEN:
        return False
    opening = clause.subject[0] if clause.subject is not None else 0
    pointed = clause.subject is not None and scene.parsed.words[opening].lower in scene.known.pointing
    speaks = "person" in subject.types or scene.speaker(scene.span(clause.verb)) is not None
    if subject.types.isdisjoint(_PARTIES) and speaks and not pointed:
        return False
    pronoun = clause.subject is not None and scene.parsed.tags[opening] in (t.PRON, t.OBJ)
    if scene.after_agreement(opening if pronoun else 0):
        return True
    party = EntityType.PLACE.value in subject.types or pointed
    return party and (bound or modal in FUTURE) and scene.after_agreement(back=_BACK)


def is_future(clause: Clause) -> bool:
    """Whether a modal puts the clause in time to come, or in doubt."""
    modal = clause.group.modal
    if modal == "could" and clause.group.negated:
        return False  # "could not be reached"
    return modal != "" and modal in _AHEAD


def _foremost(scene: Scene, clause: Clause, frame: Frame | None, subject: Subject) -> Kind:
    group, future = clause.group, is_future(clause)
    called = (
        group.passive
        and len(group.lemmas) == 1
        and group.lemmas[0] in wrong_words(scene.index.language).calling
    )
    if called and frame is not None and frame.kind == "plan" and not future:
        return Kind.CONDITION  # "is considered one of the worst floods"
    if frame is not None and (frame.kind in _FIRM or not future):
        return _KINDS[frame.kind]
    if future and not (frame is not None and frame.kind == "condition" and group.negated):
        return Kind.PLAN
    if frame is not None:
        return _KINDS[frame.kind]
    lo, hi = clause.complement
    shown = group.lemmas[-1] in _SHOWN and lo < hi and scene.parsed.tags[lo] == t.PREP  # "appeared in court"
    if group.lemmas[-1] in _COPULAS and not shown:
        legal = subject.types & _LAWFUL or _names_law(scene, clause)
        return Kind.LEGAL if legal else Kind.CONDITION
    if len(group.lemmas) > 1 and group.lemmas[0] in _TO_BE:
        return Kind.PLAN
    if subject.types & _LAWFUL:
        return Kind.LEGAL
    return Kind.AGREEMENT if "agreement" in subject.types else Kind.EVENT


def _besides(scene: Scene, clause: Clause, frame: Frame | None, subject: Subject, first: Kind) -> list[Kind]:
    """What a clause is besides, by its tense and by whom it is said of."""
    if first is Kind.PLAN:
        if not subject.types.isdisjoint(_OF_LAW):
            return [Kind.LEGAL]
        kept = subject.types & _KEPT or (subject.types & _GROUPS and clause.group.modal in RULED)
        return [Kind.CONDITION] if kept or (frame is not None and frame.kind == "condition") else []
    if first in (Kind.LEGAL, Kind.AGREEMENT):
        if first is Kind.AGREEMENT and _leads_on(scene, clause):
            return [Kind.PLAN]
        ahead = clause.group.modal in FUTURE or clause.group.modal in POSSIBLE or _is_to(clause)
        ahead = ahead or (first is Kind.AGREEMENT and len(clause.group.lemmas) > 1) or _is_set(scene, clause)
        return [Kind.PLAN] if ahead else []
    if first is Kind.CONDITION and frame is None:
        return [Kind.EVENT] if clause.group.lemmas[-1] in _BECOMING else []
    if first is Kind.EVENT and frame is not None:
        lasting = _is_habit(scene, clause, subject) or _is_of_state(scene, clause)
        return [Kind.CONDITION] if lasting else []
    if first is not Kind.EVENT:
        return []
    usual = [Kind.CONDITION] if _is_usual(scene, clause, subject) or _is_of_state(scene, clause) else []
    if (subject.types | subject.offices) & _RULING:
        return [Kind.LEGAL, *usual]
    return usual or ([Kind.CONDITION] if subject.types & _KEPT or _lasts(scene, clause, subject) else [])


def _leads_on(scene: Scene, clause: Clause) -> bool:
    """Whether the noun that parties reach says what they will do: "reached a deal [to close] the camp"."""
    tags = scene.parsed.tags
    lo, hi = clause.complement
    return any(tags[i] == t.TO and tags[i + 1] == t.VB and tags[i - 1] == t.N for i in range(lo + 1, hi - 1))


def _is_of_state(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of how things are by its subject: "the [conditions] in the centres meet the standards"."""
    return clause.subject is not None and scene.head(clause.subject) in scene.known.states


def _is_usual(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether an act is told as what is done again and again, or can be: "are often fined", "fever can kill within hours"."""
    if clause.group.kind != "finite":
        return False
    if clause.group.modal in ABLE:
        said = clause.subject is not None and scene.parsed.tags[clause.subject[0]] not in (t.PRON, t.OBJ)
        plain = said and subject.entity is None and clause.role == "main"
        return plain and scene.speaker(scene.span(clause.verb)) is None
    tokens, usually = scene.parsed.words, scene.known.usually
    lo, hi = clause.verb
    near = range(max(0, lo - 1), min(hi, len(tokens)))
    return any(tokens[i].lower in usually for i in near)


def _is_habit(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether an act of a kind of its own is told as what goes on, or may be done: "are flown out", "can speak to"."""
    if clause.group.modal:
        return clause.group.modal in RULED and not subject.named and subject.types.isdisjoint(_NAMED)
    return clause.group.passive and _lasts(scene, clause, subject)


def _is_set(scene: Scene, clause: Clause) -> bool:
    """Whether something "is set" or "is expected" to happen, or somebody "seeks" to do it."""
    lemmas = clause.group.lemmas
    if len(lemmas) < 2:
        return False
    frame = scene.index.of_verbs(lemmas[:1], [], frozenset(), "to")
    return frame is not None and frame.kind == "plan"


def _is_to(clause: Clause) -> bool:
    """Whether something "is to" happen."""
    return len(clause.group.lemmas) > 1 and clause.group.lemmas[0] in _TO_BE


def _lasts(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a clause tells how things are: the present tense of somebody who is no named actor, in no headline."""
    group = clause.group
    if group.kind != "finite" or group.modal or subject.named or scene.heads:
        return False
    if scene.parsed.tags[clause.verb[0]] in (t.HAVE, t.PRON_HAVE):
        # "Signal blockers have been installed": what was done to things is how they are.
        if not group.passive or not subject.types.isdisjoint(_NAMED | _GROUPS):
            return False
    elif group.past:
        return False
    return subject.types.isdisjoint(_NAMED) and clause.role != "adverbial"


def _names_law(scene: Scene, clause: Clause) -> bool:
    """Whether the complement names a law."""
    if clause.complement[1] <= clause.complement[0]:
        return False
    inside = scene.ctx.mentions_in(scene.span(clause.complement))
    return any(scene.ctx.entity(m).type is EntityType.LAW for m in inside)
