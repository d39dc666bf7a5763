"""Denials: words that say of what is told ("reports that 50 died") that it is not so."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.scopes import Clauses, SentenceWords, following
from habeas.model.marks import Cue
from habeas.model.span import Span

__all__ = ["Denials", "denial", "denials"]

_BEFORE = 5
"""Words between a rejection and what it rejects ("dismissed as propaganda a claim that")."""
_CALLED = 4
"""Words back from what is told in which it is called something."""
_PLEA = 6
"""Words from a verb that denies to the plea that is turned down."""
_GOODS = 4
"""Words from a verb that denies to the thing that is kept from somebody."""
_KEPT = 9
"""Words from a verb that keeps somebody from something to the "from"."""
_TOLD = 24
"""Words back from "false" in which what is false was named."""


@dataclass(frozen=True, slots=True)
class Denials:
    """Words of one language. `verbs` deny what follows; `rejecting` reject what is told, which one of `told` names, with
    `opening` behind it; `false` is said of it, or it is called so by a verb of `calling`; `contrary` opens what is not so, with "to" behind it; `pleas` are turned down and `goods` kept from people, and not denied. Verbs of `keeping` stop
    somebody from what `kept` leads to, which ends as `acts` do: "barred the ministry from deporting"."""

    verbs: frozenset[str]
    rejecting: frozenset[str]
    told: frozenset[str]
    opening: frozenset[str]
    false: frozenset[str]
    contrary: frozenset[str]
    calling: frozenset[str]
    pleas: frozenset[str]
    goods: frozenset[str]
    keeping: frozenset[str]
    kept: frozenset[str]
    acts: tuple[str, ...]
    cues: frozenset[str]


def denials(deny: dict[str, frozenset[str]]) -> Denials:
    """The words by the classes of a lexicon."""
    verbs, rejecting = deny["denials"], deny["rejecting"]
    first = frozenset(words.split(" ", 1)[0] for words in (*verbs, *rejecting))
    return Denials(
        verbs,
        rejecting,
        deny["told"],
        deny["opening_told"],
        deny["false"],
        deny["contrary"],
        deny["calling"],
        deny.get("pleas", frozenset()),
        deny["goods"],
        deny["keeping"],
        deny["kept"],
        tuple(deny["acts"]),
        first | deny["false"] | deny["contrary"] | deny["keeping"],
    )


def denial(here: SentenceWords, i: int, known: Denials, bounds: Clauses, be: frozenset[str]) -> Cue | None:
    """What word `i` denies of what others tell; None where it denies nothing, or somebody something ("denied bail")."""
    word, before, after = here.low(i), here.low(i - 1), here.low(i + 1)
    pair = f"{word} {after}"
    if word in known.verbs or pair in known.verbs:
        end = i + 1 if word in known.verbs else i + 2
        if before in be and here.low(end) in bounds.prepositions:
            return None
        if any(here.low(at) in known.pleas for at in range(end, end + _PLEA)):
            return None  # "denied the union's request to lift a ban that"
        if before not in be and _withheld(here, end, known, be):
            return None  # "denied visas to 40 men"
        passive = None if before in be else "denied"  # "he was denied bail" is no denial
        return Cue(here.span(i, end), "negation", passive, following(here, end - 1, bounds))
    if word in known.rejecting or pair in known.rejecting:
        return _rejected(here, i, known, bounds)
    if word in known.keeping:
        return _kept(here, i, known, bounds)
    if word in known.false:
        return _false(here, i, known, bounds, be)
    if word in known.contrary and after in bounds.prepositions:
        return _contrary(here, i, known)
    return None


def _withheld(here: SentenceWords, i: int, known: Denials, be: frozenset[str]) -> bool:
    """Whether what is denied, from word `i` on, is something that people are kept from: "denied visas to", "denying them food"."""
    for at in range(i, i + _GOODS):
        if here.low(at) in known.goods:
            return here.low(at + 1) not in be
        if not here.low(at).isalpha():
            break
    return False


def _kept(here: SentenceWords, i: int, known: Denials, bounds: Clauses) -> Cue | None:
    """ "[barred] the ministry from deporting 40 men": over what somebody is kept from doing."""
    for at in range(i + 1, i + 1 + _KEPT):
        word = here.low(at)
        if word in known.kept and here.low(at + 1).endswith(known.acts):
            return Cue(here.span(i, i + 1), "negation", None, following(here, at, bounds))
        if not word or word in bounds.stops:
            return None
    return None


def _rejected(here: SentenceWords, i: int, known: Denials, bounds: Clauses) -> Cue | None:
    """ "rejected [reports] that ...": over what is told."""
    for at in range(i + 1, i + 2 + _BEFORE):
        if here.low(at) in known.told and here.low(at + 1) in known.opening:
            opens = at + 1 if here.low(at + 2) in known.opening else at
            return Cue(here.span(i, i + 1), "negation", "denied", following(here, opens, bounds))
    return None


def _false(here: SentenceWords, i: int, known: Denials, bounds: Clauses, be: frozenset[str]) -> Cue | None:
    """ "the claim that ... is [false]", "called the report of ... [false]": over what is told."""
    judged = here.low(i - 1) in be and here.low(i - 2) not in bounds.relatives
    for at in range(i - 3, max(here.first, i - _TOLD) - 1, -1):
        word = here.low(at)
        if word in (".", ";", ":", "“", "”", '"'):
            return None
        if word in known.told and here.low(at + 1) in known.opening:
            called = any(here.low(k) in known.calling for k in range(at - _CALLED, at))
            if not judged and not (called and not here.low(i + 1)[:1].isalnum()):
                return None  # "reports that 40 were held on [false] charges"
            end = i - 1 if judged else i
            whole = here.low(at + 1) in bounds.of or _tells(here, at + 2, end, bounds)
            return Cue(here.span(i, i + 1), "negation", "denied", here.span(at + 1, end)) if whole else None
    return None


def _tells(here: SentenceWords, start: int, end: int, bounds: Clauses) -> bool:
    """Whether a verb stands among the words, so that what comes behind is said of all of them: "that 50 [had died] is false",
    not "that 40 charges are false"."""
    verbs = bounds.joints
    words = [here.low(at) for at in range(start, end)]
    return any(
        w in verbs.opening or w in verbs.past or w in verbs.either or w.endswith(verbs.regular) for w in words
    )


def _contrary(here: SentenceWords, i: int, known: Denials) -> Cue | None:
    """ "[contrary] to reports that ...": up to the comma behind."""
    end = next((at for at in range(i + 1, here.last) if here.low(at) in (",", ";")), here.last)
    if not any(here.low(at) in known.told for at in range(i + 2, min(end, i + 2 + _BEFORE))):
        return None
    return Cue(here.span(i, i + 1), "negation", "denied", Span(here.words[i].start, here.words[end - 1].end))
