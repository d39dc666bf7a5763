"""Told: what somebody tells of others, on their own word, is an accusation besides what it tells of."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.context import apart, chain
from habeas.claim.holding import is_office
from habeas.claim.scenes import Scene, Subject
from habeas.claim.wrongwords import wrong_words
from habeas.model.marks import EntityType
from habeas.model.span import Span

__all__ = ["is_deed_besides", "is_shown", "is_told_of_others"]

_UNNAMED: Final = " (unnamed)"
_NONE: Final[frozenset[str]] = frozenset()
_ITSELF: Final = frozenset({"it", "you"})
_BODIES: Final = frozenset({EntityType.ORGANISATION.value, EntityType.COURT.value, "government"})
_DONE: Final = t.CONTRACTED | {t.HAVE}
_NOUN_PHRASE: Final = t.NOMINAL | {t.ADV, t.DET, t.CC, t.NEG, t.QUOTE}
_GOING_ON: Final = t.mask(t.VG)
_CAUSE: Final = 4
"""Words of a complement among which stands that it gives a cause."""


def is_told_of_others(scene: Scene, clause: Clause, subject: Subject, judged: bool) -> bool:
    """Whether a clause without a frame of its own says what was done, or not done, on the word of somebody who is not
    its subject; with `judged` it says what something is, which accuses only where the speaker contends it."""
    if clause.group.kind != "finite" and not _goes_on_from(scene, clause):
        return False
    tags, group, verb = scene.parsed.tags, clause.group, scene.span(clause.verb)
    keeps = len(group.lemmas) > 1 and group.lemmas[0] in scene.known.aspects and not group.modal
    going_on = keeps or _goes_on(scene, clause, verb)
    denies = group.negated  # "no officer fired a shot, the chief said"
    known = scene.known
    found_out = group.past and (
        _said_with(scene, verb, known.uncovering, known.contending) or _in_paper(scene, verb)
    )
    acts = not (group.passive and _has_agent(scene, clause))  # "the office was starved of funds by ministers"
    if acts and not subject.types.isdisjoint(_BODIES) and not (going_on or denies or found_out):
        return False
    done = (
        group.past
        or group.passive
        or group.negated
        or tags[clause.verb[0]] in _DONE
        or _is_seen(scene, clause)
    )
    if not judged and not (done or going_on or group.modal or _is_pronoun(scene, clause)):
        return False
    own = scene.span(clause.subject) if clause.subject is not None else None
    links = apart(scene.ctx, verb, own) if own is not None else chain(scene.ctx, verb)
    if not links:
        return False
    if judged:
        told = _contended(scene, verb) or _characterised(scene, clause, verb)
        return told or _is_judgement(scene, clause) or _gives_cause(scene, clause)
    if subject.name in _ITSELF and not _admitted(scene, verb):
        return False
    return links[-1].name != subject.name or _is_witness(scene, clause, subject) or _admitted(scene, verb)


def is_shown(scene: Scene, clause: Clause) -> bool:
    """Whether somebody recounts what a clause tells, or a picture shows it: "described [being beaten]", "footage shows guards
    [kicking a man]", "told of beatings"."""
    showing = scene.known.showing
    if clause.group.means(showing):
        return True
    lo, hi = clause.verb
    if clause.group.kind == "gerund" and clause.subject is not None and clause.subject[0] > 1:
        at, words = clause.subject[0] - 1, scene.parsed.words
        if scene.parsed.tags[at] == t.PREP and words[at - 1].lower in scene.known.pictures:
            return True  # "photos of guards beating men"
    return any(
        other is not clause and other.complement[0] <= lo < hi <= other.complement[1]
        for other in scene.parsed.clauses
        if other.group.means(showing)
    )


def is_deed_besides(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is one more of the deeds that somebody is accused of: "accused of forging wills and [hiding money]"."""
    lo = clause.verb[0]
    if clause.group.kind != "gerund" or lo < 1 or scene.parsed.tags[lo - 1] not in (t.CC, t.PREP):
        return False
    for other in scene.parsed.clauses:
        at, end = other.complement
        if lo - end in (0, 1, 2) and end > at + 1 and other.group.lemmas[-1] in scene.known.accusing:
            return scene.parsed.tags[at] == t.PREP
    return False


def _goes_on_from(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in "-ing" is one more of what somebody is doing: "are robbing the poor and [filling] their pockets"."""
    lo, tags = clause.verb[0], scene.parsed.tags
    if clause.group.kind != "gerund" or lo < 1 or tags[lo - 1] != t.CC or tags[lo] != t.VG:
        return False
    before = [c for c in scene.parsed.clauses if c.group.kind == "finite" and c.complement[1] == lo - 1]
    return any(tags[c.verb[1] - 1] == t.VG and t.TO not in tags[slice(*c.verb)] for c in before)


def _has_agent(scene: Scene, clause: Clause) -> bool:
    base = scene.parsed.base
    lo, hi = clause.complement
    return scene.ctx.has_any(scene.ctx.words.agents, base + lo, base + hi)


def _goes_on(scene: Scene, clause: Clause, verb: Span) -> bool:
    """Whether somebody outside of any office tells, or anybody says in their own words, what is being done."""
    tags = scene.parsed.tags
    lo, hi = clause.verb
    doing = tags[hi - 1] == t.DO and t.BE in tags[lo:hi]  # "are doing everything"
    if not doing and t.met(_GOING_ON, tags, lo, hi) < 0:
        return False
    if scene.ctx.quotation_at(verb) is not None:
        return True
    heard = [a for a in scene.ctx.speech_at(verb.start) if a.speaker and a.content.contains(verb)]
    entities = scene.ctx.marks.entities
    return any(
        a.role is None
        and (a.entity is None or entities[a.entity].type is EntityType.PERSON)
        and not is_office(
            (a.speaker or "").removesuffix(" (unnamed)").rpartition(" ")[2], scene.index.language
        )
        for a in heard
    )


def _is_seen(scene: Scene, clause: Clause) -> bool:
    """Whether somebody saw it done: "saw [soldiers shoot two men]"."""
    if clause.role != "main" or clause.host < 0:
        return False
    return scene.parsed.clauses[clause.host].group.lemmas[-1] in scene.known.witnessing


def _is_witness(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether somebody of no office tells what they saw, or what was done to them."""
    lived = clause.group.passive or clause.group.means(scene.known.witnessing)
    return lived and "person" in subject.types and not subject.offices


def _characterised(scene: Scene, clause: Clause, verb: Span) -> bool:
    """Whether a quotation says what "it" or "this" is: "It is a scheme with a price tag"."""
    lo, hi = clause.complement
    tags = scene.parsed.tags
    while lo + 1 < hi and (tags[lo] == t.COMMA or (tags[lo] == t.ADV and t.COMMA in tags[lo:hi])):
        lo += 1  # "This is, quite simply, a crisis"
    noun = lo < hi and tags[lo] == t.DET and not clause.group.negated and clause.subject is not None
    pronoun = noun and clause.subject is not None and tags[clause.subject[0]] in (t.PRON, t.PRON_BE, t.DET)
    short = clause.subject is not None and clause.subject[1] - clause.subject[0] == 1
    return pronoun and short and scene.ctx.quotation_at(verb) is not None


def _is_judgement(scene: Scene, clause: Clause) -> bool:
    """Whether somebody only praises or blames: "the vote was a disgrace", "the deal is good news"."""
    base = scene.parsed.base
    lo, hi = clause.complement
    end = lo
    while end < hi and (scene.parsed.tags[end] in _NOUN_PHRASE or scene.parsed.words[end].lower == "of"):
        end += 1
    return scene.ctx.has_any(wrong_words(scene.index.language).judging, base + lo, base + end)


def _gives_cause(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says what something comes of: "the deaths are due to poor care", "was the result of neglect"."""
    base, (lo, hi) = scene.parsed.base, clause.complement
    causes, tags = wrong_words(scene.index.language).causes, scene.parsed.tags
    if clause.group.negated or not scene.ctx.has_any(causes, base + lo, base + min(hi, lo + _CAUSE)):
        return False
    while lo < hi and tags[lo] in (t.DET, t.ADJ, t.ADV) and scene.parsed.words[lo].lower not in causes:
        lo += 1
    led = lo + 1 < hi and scene.parsed.words[lo].lower in causes
    return led and (tags[lo + 1] == t.TO or scene.parsed.words[lo + 1].lower in scene.ctx.words.partitive)


def _is_pronoun(scene: Scene, clause: Clause) -> bool:
    return clause.subject is not None and scene.parsed.tags[clause.subject[0]] == t.PRON


def _contended(scene: Scene, verb: Span) -> bool:
    """Whether the verb of saying around the words is one by which people contend ("maintains", "insisted")."""
    return _said_with(scene, verb, scene.known.contending)


def _admitted(scene: Scene, verb: Span) -> bool:
    """Whether the words are what somebody admits to have done: "acknowledged it had taken out a pillar"."""
    return _said_with(scene, verb, scene.known.admitting)


def _in_paper(scene: Scene, verb: Span) -> bool:
    """Whether a paper tells it: "the audit says the ministry had hidden the cracks"."""
    links = chain(scene.ctx, verb)
    return (
        bool(links) and links[-1].name.removesuffix(_UNNAMED).rpartition(" ")[2].lower() in scene.known.papers
    )


def _said_with(scene: Scene, verb: Span, cues: frozenset[str], others: frozenset[str] = _NONE) -> bool:
    """Whether the words are said by a verb that is among `cues` or `others`."""
    for attribution in scene.ctx.speech_at(verb.start):
        if attribution.cue is not None and attribution.content.contains(verb):
            for word in scene.ctx.report.quote(attribution.cue).lower().split():
                if word in cues or word in others:
                    return True
    return False
