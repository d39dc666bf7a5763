"""Claims from nouns that stand for an act: "the arrest of three men", "Tuesday's raid", "a plan to expand"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.drafting import BESIDES, Draft
from habeas.claim.pronouns import stand_in
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality
from habeas.model.pack import Frame

__all__ = ["nominal"]

_OBJECT: Final = frozenset(
    {
        "of",
        "on",
        "against",
        "for",
        "with",
        "between",
        "over",
        "into",
        "to",
        "de",
        "del",
        "contra",
        "entre",
        "con",
        "sobre",
    }
)
_OF: Final = frozenset({"of", "de"})
_PLACES: Final = frozenset({"in", "at", "near", "en"})
_AGENTS: Final = frozenset({"by", "por"})
_RULING: Final = frozenset({"court", "judge"})
_OWNING: Final = frozenset(
    {
        "have",
        "announce",
        "reveal",
        "make",
        "conduct",
        "launch",
        "unveil",
        "emphasise",
        "emphasize",
        "present",
        "propose",
        "tener",
        "anunciar",
        "presentar",
    }
)
_LAYING: Final = frozenset({"begin", "devise", "draw", "finalise", "finalize", "outline", "trazar"})
"""Verbs whose plans are their subject's own: "drew up plans to"."""
_POINTERS: Final = frozenset({"the", "this", "these", "el", "la", "los", "las", "esta", "este"})
_LONGEST: Final = 24
_MENTIONED: Final = 0.4
"""How firm it is that "her verdict" claims anything: an act of the law that is only spoken of."""
_BEFORE_NOUN: Final = t.NOMINAL | {t.ADV, t.VN}
_KINDS: Final = {kind.value: kind for kind in Kind}
_MODALITIES: Final = {m.value: m for m in Modality}


def nominal(scene: Scene) -> Iterator[Draft]:
    """The drafts of one sentence's act nouns, in text order."""
    words, tags = scene.parsed.words, scene.parsed.tags
    by_noun = scene.index.by_noun
    for i, tag in enumerate(tags):
        if tag != t.N:
            continue
        word = words[i].lower
        noun = word if word in by_noun else scene.noun_index(word)
        if noun not in by_noun or (i + 1 < len(tags) and tags[i + 1] in (t.N, t.HYPHEN)):
            continue
        lo, hi = _phrase(scene, tags, i)
        frame = scene.index.of_noun(noun, scene.lower((lo, hi)) if noun in scene.index.asking else [])
        if frame is not None:
            yield from _drafts(scene, frame, lo, i, hi)


def _phrase(scene: Scene, tags: list[int], i: int) -> Words:
    """The noun phrase around the noun at `i`, with what follows it up to the next break or finite verb."""
    lo = i
    while lo > 0 and tags[lo - 1] in _BEFORE_NOUN and lo > i - 10:
        if tags[lo - 1] in (t.PRON, t.OBJ) or (
            tags[lo - 1] in (t.ADV, t.VN) and tags[lo] not in (t.ADJ, t.N, t.VN)
        ):
            break
        lo -= 1
        if tags[lo] == t.DET:
            break
    while lo < i and tags[lo] in (t.ADV, t.HYPHEN, t.VN):
        lo += 1
    hi = i + 1
    verbs = 0
    while hi < len(tags) and hi < i + _LONGEST:
        tag = tags[hi]
        if (tag == t.COMMA and _goes_on(tags, hi)) or (tag == t.QUOTE and hi == i + 1):
            hi += 1
            continue
        if tag == t.DET and tags[hi - 1] in (t.N, t.NAME):
            break  # "called the deal a trap"
        if tag == t.CC and scene.parsed.words[hi].lower in scene.known.turning:
            break  # "the deal in 2021 but parliament"
        if tag in t.BREAKS or tag in (t.V, t.MODAL, t.BE, t.HAVE, t.DO, t.PRON) or tag in t.CONTRACTED:
            break
        if tag in (t.VG, t.VN) and (verbs or tags[hi - 1] not in (t.N, t.NAME, t.PREP)):
            break
        verbs += tag in (t.VG, t.VN)
        hi += 1
    while hi > i + 1 and tags[hi - 1] in (t.CC, t.PREP, t.TO, t.ADV):
        hi -= 1
    return lo, hi


def _goes_on(tags: list[int], comma: int) -> bool:
    """Whether the comma is one of a list of nouns that closes with "and" or "or"."""
    seen = False
    for tag in tags[comma + 1 : comma + 10]:
        if tag == t.CC:
            return seen
        if tag not in t.NOMINAL and tag not in (t.COMMA, t.PREP):
            return False
        seen = True
    return False


def _under(scene: Scene, frame: Frame, lo: int, at: int) -> Iterator[Draft]:
    """ "is held there under an agreement": what is done under it, by the clause's subject."""
    words = scene.parsed.words
    if (
        frame.kind != "agreement"
        or lo < 1
        or words[lo - 1].lower not in ("under", "bajo", "by", "through", "with")
    ):
        return
    for clause in scene.parsed.clauses:
        if clause.complement[0] <= at < clause.complement[1]:
            who = scene.subject(clause.subject, scene.span(clause.verb))
            if who is not None:
                yield Draft(
                    kind=Kind.AGREEMENT,
                    subject=who.name,
                    property=scene.text(clause.verb),
                    value=scene.text(clause.complement),
                    span=scene.span(clause.whole),
                    anchor=scene.span((at, at + 1)),
                    frame="under-agreement",
                    confidence=0.6,
                    part=frame.part,
                    subject_type=min(who.types, default=None),
                )
            return


def _drafts(scene: Scene, frame: Frame, lo: int, at: int, hi: int) -> Iterator[Draft]:
    anchor = scene.span((at, at + 1))
    owner = _owner(scene, lo, at)
    if owner is not None and (scene.ctx.moments_in(scene.span(owner)) or _is_time(scene, owner)):
        owner = None
    agent = _after(scene, at, hi, _AGENTS)
    holder = agent or owner
    who = scene.subject(holder, anchor) if holder else None
    if who is None:
        presented = _presented(scene, at, frame)
        told_of = presented.subject if presented is not None else None
        told_of = told_of or _antecedent(scene, owner) or _headed(scene, lo)
        who = scene.subject(told_of, anchor)
        if who is None and presented is not None and frame.kind == "plan":
            who = stand_in(scene, presented)  # "said it had a timetable to"
    purpose = _infinitive(scene, at, hi)
    what = _after(scene, at, hi, _OBJECT, rest=True)
    where = _after(scene, at, hi, _PLACES, rest=True)
    noun = scene.text((lo if owner is None else owner[1], at + 1))
    kind = _KINDS[frame.kind]
    if kind is Kind.PLAN and owner is not None and _owned_by(scene, owner) in _RULING:
        kind = Kind.LEGAL  # "the court's decision to free them"
    if kind is Kind.PLAN and purpose is None and what is None:
        return
    if who is None and what is None and where is None and (purpose is None or kind is not Kind.PLAN):
        yield from _under(scene, frame, lo, at)
        return
    value = " ".join(x for x in (noun, scene.text((at + 1, hi))) if x) if what or purpose or where else noun
    exists = lo > 1 and scene.parsed.tags[lo - 1] == t.BE and scene.parsed.words[lo - 2].lower == "there"
    if who is None and kind is Kind.PLAN and purpose is None and not exists:
        return
    placed = scene.ctx.moments_in(scene.span((lo, hi)))
    if who is None and kind is Kind.EVENT and not (where or placed or (what and _definite(scene, lo, at))):
        return
    extra = tuple(_KINDS[k] for k in frame.also)
    told = what is not None or purpose is not None or where is not None or agent is not None
    sure = 0.7 if who is not None and who.named else 0.5
    if kind is Kind.LEGAL and not told:
        sure = _MENTIONED
    for each in (kind, *extra):
        yield Draft(
            kind=each,
            subject=who.name if who else noun,
            property=_property(scene, frame, at, who is not None),
            value=value,
            span=scene.span((lo, hi)),
            anchor=anchor,
            frame=frame.id,
            confidence=sure * (1 if each is kind else BESIDES),
            modality=_MODALITIES[frame.modality] if frame.modality else None,
            part=frame.part,
            subject_type=min(who.types, default=None) if who else None,
        )


def _property(scene: Scene, frame: Frame, at: int, owned: bool) -> str:
    """The frame's property; an act that has a doer goes by its own noun."""
    if owned and frame.kind == "event":
        return scene.parsed.words[at].lower
    return frame.property or scene.parsed.words[at].lower


def _definite(scene: Scene, lo: int, at: int) -> bool:
    """Whether the act is a known one: "the arrest of", "two arrests of"."""
    return any(
        w.lower in _POINTERS or scene.parsed.tags[i] == t.NUM
        for i, w in enumerate(scene.parsed.words[lo:at], lo)
    )


def _owner(scene: Scene, lo: int, at: int) -> Words | None:
    """The possessor before the noun: "the mayor's", "Chad's", "his"."""
    tags = scene.parsed.tags
    for i in range(at - 1, lo - 1, -1):
        if tags[i] == t.POSS:
            return (lo, i + 1)
    return None


def _owned_by(scene: Scene, owner: Words) -> str | None:
    """The pack's thing that a possessor names: of "the court's" the court."""
    return scene.index.things.get(scene.lower((owner[1] - 1, owner[1]))[0])


def _is_time(scene: Scene, owner: Words) -> bool:
    """Whether a possessor only says when: "last [week's] riot"."""
    return scene.parsed.words[owner[1] - 1].lower.removesuffix("'s") in scene.known.times


def _antecedent(scene: Scene, owner: Words | None) -> Words | None:
    """Whose "its" is, in "In a new step of its campaign, Chad opened": the subject of the sentence's main clause."""
    if owner is None or owner[1] - owner[0] != 1 or scene.parsed.tags[owner[0]] != t.POSS:
        return None
    return next((c.subject for c in scene.parsed.clauses if c.role == "main" and c.subject), None)


def _headed(scene: Scene, lo: int) -> Words | None:
    """Of whom a headline without a verb tells that they are "on strike" or "under arrest"."""
    tags = scene.parsed.tags
    if scene.parsed.clauses or lo < 2 or tags[lo - 1] != t.PREP or tags[-1] == t.COLON:
        return None
    return (0, lo - 1) if all(tag in t.NOMINAL and tag != t.PREP for tag in tags[: lo - 1]) else None


def _after(scene: Scene, at: int, hi: int, prepositions: frozenset[str], rest: bool = False) -> Words | None:
    """The phrase after the first of `prepositions` behind the noun; with `rest` only where it follows at once."""
    words, tags = scene.parsed.words, scene.parsed.tags
    for i in range(at + 1, hi - 1):
        if words[i].lower in prepositions and tags[i + 1] != t.VB:
            end = i + 1
            while end < hi and (rest or tags[end] in t.NOMINAL):
                end += 1
            return (i + 1, end)
        if rest and tags[i] in (t.TO,):
            return None
    return None


def _infinitive(scene: Scene, at: int, hi: int) -> Words | None:
    """What the noun is for: "a plan to build", "a policy of housing"."""
    tags = scene.parsed.tags
    for i in range(at + 1, hi - 1):
        if tags[i] == t.TO and tags[i + 1] in (t.VB, t.ADV, t.BE):
            return (i, hi)
        if i == at + 1 and tags[i] == t.PREP and tags[i + 1] == t.VG and scene.parsed.words[i].lower in _OF:
            return (i, hi)
    return None


def _presented(scene: Scene, at: int, frame: Frame) -> Clause | None:
    """The clause that presents the noun as its subject's own: "X has plans to", "X revealed plans to"."""
    for clause in scene.parsed.clauses:
        lemma = clause.group.lemmas[-1]
        owning = lemma in _OWNING or (frame.kind == "plan" and (lemma == "be" or lemma in _LAYING))
        if owning and clause.complement[0] <= at < clause.complement[1]:
            return clause
    return None
