"""Claims that a noun phrase makes by its adjectives: how people are described, and what a place is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Words
from habeas.claim.clauses.vocabulary import GERUND
from habeas.claim.describing import DescriptionWords, description_words, tells_people, weight
from habeas.claim.drafting import Draft
from habeas.claim.frames import singular
from habeas.claim.origins import origin, parted
from habeas.claim.phrasing import phrase_end
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality
from habeas.model.marks import EntityType

__all__ = ["described"]

_PLACES: Final = frozenset({"cell", "facility"})
_INSIDE: Final = frozenset({t.N, t.ADJ, t.ADV, t.HYPHEN, t.POSS, t.NAME, t.NUM})


def described(scene: Scene) -> Iterator[Draft]:
    """The drafts of the descriptive noun phrases of one sentence."""
    words = description_words(scene.index.language)
    charged = scene.index.stances
    tags, tokens = scene.parsed.tags, scene.parsed.words
    first = scene.parsed.base
    reputed = scene.ctx.has_any(words.reputations, first, first + len(tokens))
    if scene.ctx.has_any(words.hailing, first, first + len(tokens)):
        yield from parted(scene, words)
    for i, tag in enumerate(tags):
        if not t.holds(_NOUNS, tag):
            continue
        token = tokens[i]
        if not reputed and not tells_people(scene.index, words, token.lower):
            continue
        if reputed and tag == t.ADJ and token.lower in words.reputations:
            yield from _reputed(scene, i)
            continue
        if i + 1 < len(tags) and t.holds(_GOES_ON, tags[i + 1]) and not _is_said(scene, words, i + 1):
            continue
        if i + 1 < len(tags) and tags[i + 1] == t.CC and _goes_on(scene, words, charged, i + 2):
            continue
        noun = singular(token.lower)
        judged = i > 0 and (tags[i - 1] in (t.BE, t.CC, t.ADV) or tags[i + 1 : i + 2] == [t.CC])
        if tag == t.ADJ and judged and noun in charged and noun == token.lower:
            continue  # "was illegal", "pending criminal or tax matters"
        ranked = noun in words.ranks
        if ranked or noun in charged or noun in words.people or token.lower in words.people:
            if tag != t.NAME or not scene.mention_named(scene.span((i, i + 1))):
                yield from _people(scene, words, charged, i, noun)
        elif reputed and (
            noun in words.housed or scene.index.things.get(noun) in _PLACES or _is_facility(scene, i)
        ):
            yield from _place(scene, words, i)


def _is_said(scene: Scene, words: DescriptionWords, i: int) -> bool:
    """Whether the word at `i` says something of the noun before it: "men [suspected] of poaching"."""
    tags = scene.parsed.tags
    return (
        tags[i] in (t.ADJ, t.VN)
        and tags[i + 1 : i + 2] in ([t.PREP], [t.TO])
        and scene.parsed.words[i].lower in words.said_of
    )


def _goes_on(scene: Scene, words: DescriptionWords, charged: dict[str, str], lo: int) -> bool:
    """Whether the words after an "and" name people too: one description holds both."""
    tags = scene.parsed.tags
    for i in range(lo, min(len(tags), lo + 4)):
        if tags[i] not in (t.N, t.ADJ, t.HYPHEN):
            return False
        noun = singular(scene.parsed.words[i].lower)
        if (noun in charged or noun in words.people) and not (
            i + 1 < len(tags) and t.holds(_GOES_ON, tags[i + 1])
        ):
            return True
    return False


def _is_facility(scene: Scene, i: int) -> bool:
    mention = scene.ctx.mention_over(scene.span((i, i + 1)))
    if mention is None or scene.ctx.entity(mention).type is not EntityType.FACILITY:
        return False
    return mention.span.end == scene.parsed.words[i].end


def _modified(scene: Scene, i: int) -> int:
    """The first token of the modifiers of the noun at `i`."""
    tags, lo = scene.parsed.tags, i
    while lo > 0 and i - lo < 10:
        before = tags[lo - 1]
        joined = (
            before == t.CC and lo > 1 and tags[lo - 2] in (t.ADJ, t.N) and tags[lo] in (t.ADJ, t.N, t.ADV)
        )
        if before not in _INSIDE and not joined:
            break
        lo -= 1
    while lo < i and tags[lo] in (t.CC, t.HYPHEN):
        lo += 1
    return lo


def _people(
    scene: Scene, words: DescriptionWords, charged: dict[str, str], i: int, noun: str
) -> Iterator[Draft]:
    tokens, tags = scene.parsed.words, scene.parsed.tags
    lo = _modified(scene, i)
    yield from origin(scene, words, i + 1, lo, _group_name(scene, i))
    start = lo
    while start < i and (
        tags[start] in (t.NUM, t.POSS)
        or tokens[start].lower in words.neutral
        or tokens[start].lower in words.parts
        or tags[start] == t.HYPHEN
    ):
        start += 1
    plain = [
        k
        for k in range(start, i)
        if tokens[k].lower not in words.neutral
        and (
            tags[k] == t.ADJ
            or tokens[k].lower in words.hedges
            or tokens[k].lower in words.weighty
            or singular(tokens[k].lower) in charged
        )
    ]
    if plain and plain[0] == start and _is_act(scene, start):
        return  # "denies torturing men", "charged with smuggling people"
    end, tail, bond = _tail(scene, words, charged, i)
    told = tail and tokens[i].lower not in words.members
    if noun in words.ranks and not (told or any(tokens[k].lower in words.weighty for k in plain)):
        return
    if bond is not None:
        yield _bonded(scene, lo, i, bond)
        end = i + 1
    if not plain and charged.get(noun) != "accusing" and not tail:
        return
    if not plain and ((tail and tags[i + 1] == t.VN) or (bond is not None and noun not in charged)):
        return
    hedged = any(tokens[k].lower in words.hedges for k in range(start, i))
    if any(tags[k] == t.NAME for k in range(start, i)) and noun not in charged and not (tail or hedged):
        return
    if not plain and noun not in charged and end == i + 1:
        return
    span, anchor = scene.span((lo, end)), scene.span((i, i + 1))
    yield Draft(
        kind=Kind.ALLEGATION,
        subject=_group_name(scene, i),
        property="described_as",
        value=scene.text((start, end)),
        span=span,
        anchor=anchor,
        frame="described",
        confidence=weight(scene, words, charged, plain, i, hedged or end > i + 1),
        modality=Modality.ALLEGED if hedged else Modality.ASSERTED,
        part="origin",
        subject_type="group",
    )
    if end > i + 1:
        yield from origin(scene, words, end, lo, _group_name(scene, i))


def _is_act(scene: Scene, at: int) -> bool:
    """Whether the form of a verb before people is what is done to them, and no article or number makes it say what they are."""
    form = scene.known.verbs.get(scene.parsed.words[at].lower)
    before = scene.parsed.tags[at - 1] if at else 0
    return (
        form is not None and bool(form.can & GERUND) and before not in (t.DET, t.NUM, t.POSS, t.ADJ, t.COMMA)
    )


def _tail(
    scene: Scene, words: DescriptionWords, charged: dict[str, str], i: int
) -> tuple[int, bool, Words | None]:
    """The end of what follows the noun and describes it: "deemed a threat", "who pose a danger", "of the sect".

    A bond ("with ties to a sect") is given apart, for it is a claim of its own.
    """
    tags, tokens = scene.parsed.tags, scene.parsed.words
    j = i + 1
    if j >= len(tags):
        return j, False, None
    word = tokens[j].lower
    if word in ("with", "con") and any(w.lower in words.bonds for w in tokens[j + 1 : j + 4]):
        return i + 1, True, (j + 1, phrase_end(tags, j))
    known, behind = scene.ctx.words, [w.lower for w in tokens[j + 1 : j + 6]]
    of, who = word in known.partitive, word in ("who", "quienes")
    bad = (of or word in known.origins) and any(singular(w) in charged for w in behind)
    member = of and tokens[i].lower in words.members and words.bodies.isdisjoint(behind)
    member = member and (i == 0 or tokens[i - 1].lower not in words.bodies)  # "a staff member of the port"
    if bad or member or who or (tags[j] in (t.VN, t.ADJ) and word in words.said_of):
        end = phrase_end(tags, j + 1) if who else phrase_end(tags, j)
        return (end, not who, None) if end < i + 16 else (i + 1, False, None)
    return i + 1, False, None


def _bonded(scene: Scene, lo: int, i: int, bond: Words) -> Draft:
    """ "with ties to a banned sect": the tie, and what it is to."""
    tags = scene.parsed.tags
    at = next((k for k in range(*bond) if tags[k] in (t.PREP, t.TO)), bond[0])
    return Draft(
        kind=Kind.ALLEGATION,
        subject=scene.text((lo, i + 1)),
        property=scene.text((bond[0], at + 1)),
        value=scene.text((at + 1, bond[1])) or scene.text(bond),
        span=scene.span((lo, bond[1])),
        anchor=scene.span((i, i + 1)),
        frame="bond",
        confidence=0.75,
        part="origin",
        subject_type="group",
    )


def _reputed(scene: Scene, i: int) -> Iterator[Draft]:
    """ "notorious for its cells": a reputation and its ground, of the noun phrase before."""
    tags, tokens = scene.parsed.tags, scene.parsed.words
    if i + 2 >= len(tags) or tokens[i + 1].lower not in ("for", "por") or i < 2 or tags[i - 1] != t.COMMA:
        return
    lo = i - 1
    while lo > 0 and tags[lo - 1] in t.NOMINAL:
        lo -= 1
    subject = scene.subject((lo, i - 1), scene.span((i, i + 1))) if lo < i - 1 else None
    if subject is None:
        return
    end = phrase_end(tags, i + 1)
    yield Draft(
        kind=Kind.CONDITION,
        subject=subject.name,
        property="reputation",
        value=scene.text((i, end)),
        span=scene.span((lo, end)),
        anchor=scene.span((i, i + 1)),
        frame="reputation",
        confidence=0.7,
        modality=Modality.OPINION,
        part="facility",
        subject_type=subject.type,
    )


def _group_name(scene: Scene, i: int) -> str:
    """What the described people are called besides: the clause's subject when they are its object, else the noun."""
    return scene.parsed.words[i].lower


def _place(scene: Scene, words: DescriptionWords, i: int) -> Iterator[Draft]:
    """The adjectives of a facility: "a sprawling, squalid camp"."""
    tokens = scene.parsed.words
    lo = _modified(scene, i)
    marks = [k for k in range(lo, i) if tokens[k].lower in words.reputations]
    if not marks:
        return
    start = marks[0]
    mention = scene.ctx.mention_over(scene.span((lo, i + 1)))
    name = scene.named(lo, i + 1, scene.span((lo, i + 1)))[0]
    if mention is not None and scene.ctx.entity(mention).type is EntityType.FACILITY:
        name = scene.ctx.entity(mention).name
    elif lo > 1:
        owner = next((k for k in range(lo, start) if scene.parsed.tags[k] == t.POSS), -1)
        owned = scene.subject((lo, owner + 1), scene.span((start, i + 1))) if owner >= 0 else None
        name = owned.name if owned is not None else _apposed_to(scene, lo) or name
    yield Draft(
        kind=Kind.CONDITION,
        subject=name,
        property="described_as",
        value=scene.text((start, i + 1)),
        span=scene.span((lo, i + 1)),
        anchor=scene.span((start, i + 1)),
        frame="place-described",
        confidence=0.65,
        modality=Modality.ASSERTED,
        part="facility",
        subject_type="facility",
    )


def _apposed_to(scene: Scene, lo: int) -> str | None:
    """The name before ", a ...": what the phrase stands beside."""
    tags, tokens = scene.parsed.tags, scene.parsed.words
    j = lo - 1
    while j > 0 and tags[j] in (t.DET, t.COMMA, t.PAREN, t.DASH) and j > lo - 5:
        j -= 1
    if j == lo - 1 or t.COMMA not in tags[j:lo]:
        return None
    mention = scene.ctx.mention_over(scene.span((j, j + 1)))
    found = scene.ctx.entity(mention) if mention is not None else None
    return (
        found.name
        if found is not None and found.type in (EntityType.FACILITY, EntityType.ORGANISATION) and tokens
        else None
    )


_NOUNS: Final = t.mask(t.N, t.ADJ, t.NAME)
_GOES_ON: Final = t.mask(t.N, t.HYPHEN, t.ADJ)
