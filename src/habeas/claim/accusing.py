"""Accusing: of whom and of what somebody accuses, "X accused Y of Z": Y is accused of Z, on the word of X; and what the
law held against those whom it punished, "jailed Y for taking bribes"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.drafting import Draft
from habeas.claim.pronouns import PRONOUNS
from habeas.claim.scenes import Scene, Subject
from habeas.claim.wrongwords import wrong_words
from habeas.model.claim import Kind, Modality

__all__ = ["accused", "accuser", "accuses", "punished", "sentenced"]

_WHOM: Final = t.NOMINAL | {t.CC}
_ENDS: Final = frozenset({t.V, t.MODAL, t.BE, t.HAVE, t.DO})
_THEIRS: Final = frozenset({"court", "judge", "law", "order"})
"""Subjects who punish and are not punished."""
_UNSURE: Final = 0.4
"""How firm it is where nobody can be told who was punished."""
_REACH: Final = 24
"""Words from the noun of a punishment to the end of what it is for."""


def accuser(scene: Scene, clause: Clause, subject: Subject) -> str | None:
    """Who accuses by the verb of the clause: the subject of "the union called the raid a farce", the agent of "was
    criticised by the union"; None where the verb accuses nobody, or nobody can be told."""
    group = clause.group
    lemma = group.lemmas[-1 if group.passive else 0]
    if lemma not in scene.known.accusers or group.kind == "participle":
        return None  # "stopped blaming the union"
    if not group.passive and group.negated:
        return None
    who: Subject | None = subject
    if group.passive:
        words = scene.parsed.words
        lo, hi = clause.complement
        at = next((i for i in range(lo, hi) if words[i].lower in scene.ctx.words.agents), hi)
        end = at + 1
        while end < hi and scene.parsed.tags[end] in t.NOMINAL:
            end += 1
        word = words[at + 1].lower if at + 1 < end else ""
        acts = (
            end == at + 2 and end < hi and scene.parsed.tags[end] == t.VG and scene.noun_index(word) == word
        )
        if acts and scene.parsed.tags[at + 1] != t.NAME:
            return None  # "was exposed by secret filming"
        who = scene.subject((at + 1, end), scene.span((at, at + 1))) if word else None
    if who is None or who.name in PRONOUNS:
        return None
    return who.name if who.entity is not None else f"{who.name} (unnamed)"


def accuses(scene: Scene, clause: Clause) -> bool:
    """Whether the verb of a clause accuses, blames or charges."""
    known = scene.known
    return any(lemma in known.accusing or lemma in known.accusers for lemma in clause.group.lemmas)


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
    said_by = scene.subject(clause.subject, anchor)
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
        accuser=accuser(scene, clause, said_by) if said_by is not None else None,
        subject_type=subject.type if subject is not None else None,
    )


def punished(scene: Scene, clause: Clause, subject: Subject) -> tuple[Draft, ...]:
    """The draft of what somebody was punished, tried or sought for: "sentenced Ana Vega to a year for forging a will",
    "found guilty of fraud"."""
    group, words = clause.group, wrong_words(scene.index.language)
    lo, hi = clause.complement
    served = group.means(words.serving) and _in_custody(scene, clause)
    wants = not group.passive and group.means(words.sought)
    if wants or group.negated or not (served or group.means(words.punishing)):
        return ()
    link = _link(scene, clause.complement)
    if link is None or (_is_with(scene, link) and not group.means(words.charging)):
        return ()
    who: Subject | None = subject
    if not group.passive and not served:
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


def _in_custody(scene: Scene, clause: Clause) -> bool:
    """Whether the time that is served is time in custody: "spent two years behind bars"."""
    base = scene.parsed.base
    lo, hi = clause.complement
    return scene.ctx.has_any(wrong_words(scene.index.language).custody, base + lo, base + hi)


def sentenced(scene: Scene) -> Iterator[Draft]:
    """The drafts of what somebody is held to have done by a noun of the law: "the conviction of 23 nurses for staging a
    march", "her trial on charges of fraud"."""
    penalties, tokens, tags = (
        wrong_words(scene.index.language).penalties,
        scene.parsed.words,
        scene.parsed.tags,
    )
    first = scene.parsed.base
    if not scene.ctx.has_any(penalties, first, first + len(tokens)):
        return
    for at, word in enumerate(tokens):
        if word.lower not in penalties or tags[at] != t.N:
            continue
        hi = at + 1
        while hi < len(tokens) and hi < at + _REACH and tags[hi] not in t.BREAKS and tags[hi] not in _ENDS:
            hi += 1
        link = _link(scene, (at + 1, hi))
        whom = _condemned(scene, at, link[0]) if link is not None else None
        anchor = scene.span((at, at + 1))
        who = scene.subject(whom, anchor)
        if link is None or (who is not None and not _THEIRS.isdisjoint(who.types)):
            continue
        yield Draft(
            kind=Kind.ALLEGATION,
            subject=who.name if who is not None else word.lower,
            property=f"{word.lower} {scene.text(link)}",
            value=scene.text((link[1], hi)),
            span=scene.span((at, hi)),
            anchor=anchor,
            frame="sentenced",
            confidence=0.5 if who is not None else _UNSURE,
            subject_type=who.type if who is not None else None,
        )


def _condemned(scene: Scene, at: int, link: int) -> Words | None:
    """Whom the noun at `at` is about: who owns it, whom "of" names behind it, else the subject of its clause."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    if at + 2 < link and tokens[at + 1].lower == "of":
        return (at + 2, link)
    lo = at
    while lo > 0 and tags[lo - 1] in (t.ADJ, t.N, t.NUM, t.HYPHEN):
        lo -= 1
    if lo > 0 and tags[lo - 1] == t.POSS:
        start = lo - 1
        while start > 0 and tags[start - 1] in (t.NAME, t.N, t.DET) and tags[lo - 1] == t.POSS:
            start -= 1
        return (start, lo)
    inside = [c for c in scene.parsed.clauses if c.complement[0] <= at < c.complement[1]]
    if not inside:
        return None
    clause = min(inside, key=lambda c: c.complement[1] - c.complement[0])
    opening = clause.complement[0]
    return (
        (opening, opening + 1) if tags[opening] == t.OBJ else clause.subject
    )  # "barred [him] over a conviction"


def _link(scene: Scene, within: Words) -> tuple[int, int] | None:
    """The words between the punishment and what it is for: "for" before a deed, "on charges of", "guilty of"."""
    words, tokens, tags = wrong_words(scene.index.language), scene.parsed.words, scene.parsed.tags
    lo, hi = within
    for i in range(lo, hi - 1):
        if tags[i] != t.PREP:
            continue
        behind = [tokens[j].lower for j in range(i + 1, min(hi, i + 4)) if tags[j] in t.NOMINAL]
        if tokens[i].lower in words.grounds and any(word in words.counts for word in behind):
            return (i, i + 1)  # "to 30 years on corruption charges"
        if tokens[i].lower not in words.links | words.reasons:
            continue
        if tokens[i].lower in words.reasons and scene.ctx.speech_at(tokens[i].start):
            return (i, i + 2)
        before = tokens[i - 1].lower
        if before in words.convicting and tokens[i].lower not in scene.ctx.words.partitive:
            return (i, i + 1)
        if before in words.pleas:
            return (i - 1, i + 1)
        if before in scene.known.charges:
            return (i - 2, i + 1) if i - 2 >= lo and tags[i - 2] == t.PREP else (i - 1, i + 1)
        at = i + 1 + (tags[i + 1] == t.ADV and i + 2 < hi)
        deed = tags[at] == t.VG and not _is_time(scene, at)
        near = [tokens[j].lower for j in range(i + 1, min(hi, i + 4))]
        if deed or any(word in scene.known.wrongs or word in words.wrongful for word in near):
            return (i, i + 1)
    return None


def _is_with(scene: Scene, link: tuple[int, int]) -> bool:
    """Whether a word leads on that says what for only behind a charge: "held [with] men suffering abuse"."""
    words = wrong_words(scene.index.language)
    return link[1] - link[0] == 1 and scene.parsed.words[link[0]].lower in words.counted


def _is_time(scene: Scene, at: int) -> bool:
    """Whether a word only names a time: "for the following year"."""
    return scene.parsed.words[at].lower in scene.known.times
