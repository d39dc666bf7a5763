"""How the same people are described, by report: where one hedges what another asserts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.names import folded
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.statements.denials import holds_negation

__all__ = ["DESCRIBED", "framing_questions"]

_Side = Mapping[str, Set[str]]
"""The reports that take a side, by the roots of what they say; under `_ANY` all of them."""
_ANY = ""
_PLACE = "facility"
"""The type of what is no person: "the prison was dangerous", and whatever says so of it."""
_DENYING = frozenset({Kind.CONDITION, Kind.EVENT, Kind.LEGAL})
ILL = "accusing"
"""The stance of words that say themselves that people are bad."""
_BAD = frozenset({ILL, "affiliation", "hedged"})
"""Stances of words that speak ill of people, so that to deny them is to speak for them."""
PROOF = "proof"
"""The stance of words that speak for people where there is none: "no evidence"."""
DESCRIBED = "described_as"
"""The property of claims of how somebody is called, and of the question of how people are."""


def framing_questions(case: Case) -> Iterator[Question]:
    """One question a story: the words that each report has for the people it is about."""
    described = [
        c
        for c in case.claims
        if _describes(c) and (stance := stance_of(c, case)) and not (stance == ILL and _is_of_power(c, case))
    ]
    places: dict[str, list[Claim]] = defaultdict(list)
    for claim in described:
        if claim.subject_type == _PLACE:
            places[claim.doc].append(claim)
    described = [c for c in described if not any(c.span.contains(p.span) for p in places.get(c.doc, ()))]
    for claims in case.told_by_story(described):
        by_stance: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_stance[stance_of(claim, case)].append(claim)
        groups = [(_summary(stance, held), held) for stance, held in sorted(by_stance.items())]
        status, note = _status(claims, case)
        yield Question(
            text="How are the people concerned described?",
            subject="people concerned",
            property=DESCRIBED,
            status=status,
            claims=tuple(claims),
            answers=answers(groups),
            note=note,
        )


def _describes(claim: Claim) -> bool:
    """Whether a claim says what people are, or that they are not so: "no criminal charges were filed"."""
    return claim.kind is Kind.ALLEGATION or (claim.negated and claim.kind in _DENYING)


def _is_of_power(claim: Claim, case: Case) -> bool:
    """Whether a claim is about those who act on people and not about these: "the guards turned violent"."""
    powers = lexicon(case.report[claim.doc].language, "reconcile")["framing"]["powers"]
    return claim.subject.lower().rpartition(" ")[2] in powers


def _summary(stance: str, claims: Sequence[Claim]) -> str:
    """The words of one stance, the most used first."""
    used = Counter(str(c.value).lower() for c in claims if c.property == DESCRIBED)
    words = sorted(used, key=lambda w: (-used[w], w))
    more = f" and {len(words) - 6} more" if len(words) > 6 else ""
    listed = "; ".join(f"“{w}”" for w in words[:6]) or "; ".join(f"“{c.quote}”" for c in claims[:2])
    return f"{stance}: {listed}{more}"


def stance_of(claim: Claim, case: Case) -> str:
    """The stance that the words carry by the pack's descriptors: "hedged" where the report alleges it, "denied" where it
    is said not to be so, empty where the words carry none."""
    words = set(folded(f"{claim.value} {claim.quote}").replace("-", " ").split())
    singular = words | {w[:-1] for w in words if w.endswith("s")}
    found = {
        d.stance for d in case.pack.descriptors if d.stance and singular.intersection((*d.nouns, *d.words))
    }
    unproven = PROOF in found and (claim.negated or holds_negation(claim, case))
    found -= {PROOF}
    if unproven or "sympathetic" in found:
        return "sympathetic"
    if not found:
        return ""
    if claim.modality is Modality.DENIED or claim.negated or _tells(claim, "disputing", case):
        return "denied" if found & _BAD else min(found)
    if claim.modality is Modality.ALLEGED or _tells(claim, "alleging", case):
        return "hedged"
    return next((s for s in ("accusing", "hedged") if s in found), min(found))


def _tells(claim: Claim, idea: str, case: Case) -> bool:
    """Whether the verb of a claim says that somebody accuses ("alleging"), or gives a name to others ("calling")."""
    stems = tuple(lexicon(case.report[claim.doc].language, "reconcile")["framing"][idea])
    words = () if claim.property == DESCRIBED else claim.property.lower().split()
    return any(word.startswith(stems) for word in words)


def _status(claims: Sequence[Claim], case: Case) -> tuple[Status, str]:
    """A conflict where a report says in its own voice what another hedges, or one tells that it is denied; words in others'
    mouths assert nothing."""
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        stance = stance_of(claim, case)
        told = claim.asserted_by or claim.via is not None or _tells(claim, "calling", case)
        roots = content_roots(f"{claim.subject} {claim.quote}", case.report[claim.doc].language)
        for side in ("accusing", "own") if stance == "accusing" and not told else (stance,):
            for root in (_ANY, *roots):
                sides[side][root].add(claim.doc)
    own, accusing = sides["own"], sides["accusing"]
    denying = _joined(sides["denied"], sides["sympathetic"])
    hedging = _joined(sides["hedged"], denying)
    if not (accusing and hedging):
        return Status.REFINES, "different words of one stance"
    mine, theirs = len(own.get(_ANY, ())), len(hedging[_ANY])
    others = len(accusing[_ANY]) - mine
    said = [f"{_reports(mine)} in {'its' if mine == 1 else 'their'} own words"] if mine else []
    said += [f"{_reports(others)} in others' words"] if others else []
    note = f"asserted by {' and '.join(said)}; hedged, denied or put otherwise by {_reports(theirs)}"
    # One side's word against the other's, whoever else tells both.
    apart = _are_apart(own, hedging, case) or _are_apart(accusing, denying, case, whoever=True)
    return (Status.CONFLICT if apart else Status.REFINES), note


def _joined(one: _Side, other: _Side) -> _Side:
    return {root: one.get(root, set()) | other.get(root, set()) for root in (*one, *other)}


def _are_apart(one: _Side, other: _Side, case: Case, *, whoever: bool = False) -> bool:
    """Whether two reports speak of the same people in two ways, if not each of them does so itself, or `whoever` does. A few
    reports laid side by side are of one story; in a large collection what they say has a word in common."""
    if not (one and other):
        return False
    for root in (_ANY,) if case.is_small else one.keys() & other.keys() - {_ANY}:
        mine, theirs = one[root], other[root]
        if len(mine | theirs) > 1 if whoever else mine - other[_ANY] or theirs - one[_ANY]:
            return True
    return False


def _reports(count: int) -> str:
    return f"{count} report{'' if count == 1 else 's'}"
