"""Framing: which frame a clause has, by its verbs, its words and its subject."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.claim.antecedents import antecedent
from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.scenes import Scene, Subject
from habeas.model.claim import Kind, Modality
from habeas.model.pack import Frame

__all__ = ["framed", "is_guess"]

_LIGHT: Final = 2
"""Priority up to which a first verb only says that another goes on."""
_LEADING: Final = ("agreement", "legal")
"""Kinds of a first verb that what it leads to is besides: "agreed to receive", "are required to register"."""


def framed(scene: Scene, clause: Clause, subject: Subject) -> Frame | None:
    """The frame of the verb group: an intention ("plans to visit") goes before what is intended."""
    lemmas = clause.group.lemmas
    if not any(lemma in scene.index.by_verb for lemma in lemmas):
        return None
    words: list[str] = []
    if any(lemma in scene.index.asking for lemma in lemmas):
        words = scene.asked(_widened(clause, subject))
        apart = clause.role == "main" and clause.subject is not None and clause.subject[1] <= clause.whole[0]
        apart = apart or clause.role in ("relative", "participial")
        if apart and clause.subject is not None and not subject.named:
            words += scene.asked(clause.subject)
        held = antecedent(scene, clause)
        words += [word for word in held.lower().split() if word in scene.index.words] if held else []
    types = subject.types | subject.offices if subject.offices else subject.types
    lo, hi = clause.complement
    while lo < hi and scene.parsed.tags[lo] == t.ADV:
        lo += 1  # "is already under investigation"
    after = scene.parsed.words[lo].lower if lo < hi else ""
    if after in scene.known.links and scene.parsed.tags[lo + 1 : lo + 2] == [t.TO]:
        after = ""  # "are due to lack of water" plans nothing
    if len(lemmas) > 1:
        # "seeks to expel asylum seekers": what is expelled says nothing of what is sought.
        marker = _marker(scene, clause)
        near = scene.asked(clause.verb) if marker else words
        first = scene.index.of_verbs(lemmas[:1], near, types, marker)
        if first is not None and (first.modality == Modality.DENIED.value or first.id == "refusing"):
            return first  # "have denied holding him", "declined to say how many"
        if first is not None and first.kind == "plan" and is_guess(scene, clause):
            return scene.index.of_verbs(lemmas[1:], words, types)  # "is likely to have fled" plans nothing
        if first is not None and first.kind == "plan" and not _only_serves(scene, clause):
            content = scene.index.of_verbs(lemmas[1:], words, types)
            if content is not None and content.kind == "condition" and first.priority <= _LIGHT:
                return content  # "scrutiny continues to grow" plans nothing
            if content is None:
                return first
            besides = first.also
            if content.kind == "legal":
                besides = (*besides, content.kind)  # "sought to prosecute the owners"
            return replace(first, part=content.part, slots=content.slots, also=besides)
        if first is not None and first.kind in _LEADING and marker:
            content = scene.index.of_verbs(lemmas[1:], words, types)
            told = (first.kind, Kind.PLAN.value) if first.kind == Kind.AGREEMENT.value else (first.kind,)
            return first if content is None else replace(content, also=(*content.also, *told))
        if first is not None and first.kind == "none" and lemmas[0] in scene.known.reputing:
            return scene.index.of_verbs(lemmas[1:], words, types)  # "is believed to have fled"
    if scene.parsed.tags[clause.verb[1] - 1] in (t.BE, t.HAVE, t.DO):
        after = _marker(scene, clause) or after  # "are going to be fine"
    return scene.index.of_verbs(lemmas, words, types, after)


def is_guess(scene: Scene, clause: Clause) -> bool:
    """Whether a clause guesses at what is over: "is likely to have caused the fire"."""
    tags, at = scene.parsed.tags, clause.verb[1] - 1
    done = at > clause.verb[0] + 1 and tags[at] == t.VN and tags[clause.verb[0]] == t.BE
    to = at - 2 if done and tags[at - 1] == t.HAVE else at - 3
    return done and to > clause.verb[0] and tags[to] == t.TO and t.HAVE in tags[to:at]


def _only_serves(scene: Scene, clause: Clause) -> bool:
    """Whether the first verb is a participle that only says what for: "the cranes needed to lift it"."""
    tags = scene.parsed.tags[slice(*clause.verb)]
    opens = tags.index(t.TO) if t.TO in tags else 0
    return clause.group.lemmas[0] in scene.known.needed and t.VN in tags[:opens]


def _marker(scene: Scene, clause: Clause) -> str:
    """The word that opens the infinitive in a verb group: "is looking [to] modernise"."""
    tags, words = scene.parsed.tags, scene.parsed.words
    return next((words[i].lower for i in range(*clause.verb) if tags[i] == t.TO), "")


def _widened(clause: Clause, subject: Subject) -> Words:
    """The clause without the words of a name that is its subject: "Prison Watch" says nothing of a prison."""
    return (clause.verb[0] if subject.named else min(clause.whole[0], clause.verb[0]), clause.whole[1])
