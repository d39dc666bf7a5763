"""Accusing: of whom and of what somebody accuses, "X accused Y of Z": Y is accused of Z, on the word of X; and what the
law held against those whom it punished, "jailed Y for taking bribes"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene, Subject
from habeas.claim.wrongs import wrong_words
from habeas.model.claim import Kind, Modality

__all__ = ["accused", "punished"]

_WHOM: Final = t.NOMINAL | {t.CC}


def accused(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """The draft of an active clause of accusing that names the accused and the act."""
    lemma = clause.group.lemmas[-1]
    if clause.group.passive or clause.group.negated or lemma not in scene.known.accusing:
        return
    tags, words = scene.parsed.tags, scene.parsed.words
    lo, hi = clause.complement
    at = next((i for i in range(lo, hi) if tags[i] not in _WHOM or words[i].lower in ("of", "for")), hi)
    if at <= lo or at + 1 >= hi or words[at].lower not in ("of", "for"):
        return
    anchor = scene.span((at + 1, at + 2))
    subject = scene.subject((lo, at), anchor)
    name = subject.name if subject is not None else scene.text((lo, at))
    yield Draft(
        kind=Kind.ALLEGATION,
        subject=name,
        property=f"{scene.known.accusing[lemma]} {words[at].lower}",
        value=scene.text((at + 1, hi)),
        span=scene.span((clause.verb[0], hi)),
        anchor=anchor,
        frame="accused",
        confidence=0.7,
        modality=Modality.ALLEGED,
        subject_type=subject.type if subject is not None else None,
    )


def punished(scene: Scene, clause: Clause, subject: Subject) -> tuple[Draft, ...]:
    """The draft of what somebody was punished, tried or sought for: "sentenced Ana Vega to a year for forging a will",
    "found guilty of fraud"."""
    group, words = clause.group, wrong_words(scene.index.language)
    if group.negated or words.punishing.isdisjoint(group.lemmas):
        return ()
    link = _link(scene, clause)
    if link is None:
        return ()
    lo, hi = clause.complement
    who: Subject | None = subject
    if not group.passive:
        end = lo
        while end < link[0] and scene.parsed.tags[end] in t.NOMINAL:
            end += 1
        who = scene.subject((lo, end), scene.span((link[0], link[1]))) if end > lo else None
    if who is None:
        return ()
    draft = Draft(
        kind=Kind.ALLEGATION,
        subject=who.name,
        property=f"{scene.text(clause.verb)} {scene.text(link)}",
        value=scene.text((link[1], hi)),
        span=scene.span((clause.verb[0], hi)),
        anchor=scene.span(link),
        frame="punished",
        confidence=0.6,
        subject_type=who.type,
    )
    return (draft,)


def _link(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The words between the punishment and what it is for: "for" before a deed, "on charges of", "guilty of"."""
    words, tokens, tags = wrong_words(scene.index.language), scene.parsed.words, scene.parsed.tags
    lo, hi = clause.complement
    for i in range(lo, hi - 1):
        if tags[i] != t.PREP or tokens[i].lower not in words.links:
            continue
        before = tokens[i - 1].lower
        if before in words.pleas:
            return (i - 1, i + 1)
        if before in scene.known.charges:
            return (i - 2, i + 1) if i - 2 >= lo and tags[i - 2] == t.PREP else (i - 1, i + 1)
        at = i + 1 + (tags[i + 1] == t.ADV and i + 2 < hi)
        deed = tags[at] == t.VG and not _is_time(scene, at)
        if deed or any(tokens[j].lower in scene.known.wrongs for j in range(i + 1, min(hi, i + 4))):
            return (i, i + 1)
    return None


def _is_time(scene: Scene, at: int) -> bool:
    """Whether a word only names a time: "for the following year"."""
    return scene.parsed.words[at].lower in scene.known.times
