"""Frames: which kind of claim a clause or a noun makes, by the trigger words of the language and of the pack."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from habeas.claim.indexes import Context
from habeas.model.letters import owns
from habeas.model.marks import EntityType
from habeas.model.pack import Frame, Pack
from habeas.packs import language_frames

__all__ = ["FrameIndex", "frame_index", "office_types", "singular", "subject_types"]

_KNOWN: Final = ("en", "es")
_S: Final = ord("s")
_REMEMBERED: Final = 32768
_VOWEL_Y: Final = ("ay", "ey", "oy", "uy")
_NONE: Final[frozenset[str]] = frozenset()
_TYPES: Final = {kind: _NONE if kind is EntityType.OTHER else frozenset({kind.value}) for kind in EntityType}
"""The type of an entity as a set; of a thing of no known type nothing."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """A frame, and the words and subjects that it asks for, as sets; `worded` and `of_some` say whether it asks for any.
    `after` is the word that must follow its verb ("call on")."""

    frame: Frame
    words: frozenset[str]
    subjects: frozenset[str]
    rank: tuple[int, int]
    after: str = ""
    worded: bool = False
    of_some: bool = False


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """The frames of one language by trigger. Each list is in order of choice: highest priority first. `agreements` are
    the nouns for what parties agree on, in both numbers, `verbs` the lemmas that the pack itself names, `asking` the triggers of frames that ask for other words beside them, `words` these
    words. `stances` gives the stance of the pack's descriptor nouns, `judging` are the words beside them by which its descriptors
    judge people; `of_people` remembers of words whether they are nouns for people, `asked` as what frames ask for them."""

    language: str
    by_verb: dict[str, tuple[_Asking, ...]]
    by_noun: dict[str, tuple[_Asking, ...]]
    things: dict[str, str]
    parts: dict[str, str]
    agreements: frozenset[str]
    verbs: frozenset[str]
    asking: frozenset[str]
    words: frozenset[str]
    stances: dict[str, str]
    judging: frozenset[str]
    of_people: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    asked: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def asking_for(self, word: str) -> str:
        """The word, a possessive ending removed, where frames ask for it beside their trigger, else ""; remembered in `asked`."""
        bare = word[:-2] if owns(word) else word
        found = bare if bare in self.words else ""
        if len(self.asked) < _REMEMBERED:
            self.asked[word] = found
        return found

    def of_verbs(
        self, lemmas: tuple[str, ...], words: list[str], types: frozenset[str], after: str = ""
    ) -> Frame | None:
        """The first frame that one of `lemmas`, with the word `after` them, triggers in a clause with these words that frames
        ask for and these subject types."""
        best: _Asking | None = None
        for lemma in lemmas:
            known = self.by_verb.get(lemma)
            if known is None:
                continue
            for one in known:
                if one.after not in ("", after):
                    continue
                if one.worded and not _holds_any(one.words, words):
                    continue
                if one.of_some and types.isdisjoint(one.subjects):
                    continue
                if best is None or one.rank > best.rank:
                    best = one
                break
        return best.frame if best is not None else None

    def of_noun(self, noun: str, words: list[str]) -> Frame | None:
        """The first frame that `noun` triggers in a phrase with these words."""
        for one in self.by_noun.get(noun, ()):
            if not one.words or not one.words.isdisjoint(words):
                return one.frame
        return None


_INDEXES: dict[tuple[int, str], tuple[Pack, FrameIndex]] = {}
"""Made once a pack; the pack is kept beside its index so that its id stays its own."""


def frame_index(pack: Pack, language: str) -> FrameIndex:
    """The frames and things of `pack` and of the language in general; English where the language is unknown."""
    code = language[:2] if language[:2] in _KNOWN else "en"
    key = (id(pack), code)
    held = _INDEXES.get(key)
    if held is None:
        held = _INDEXES[key] = (pack, _index(pack, code))
    return held[1]


def _index(pack: Pack, code: str) -> FrameIndex:
    frames = (*(f for f in pack.frames if f.language == code), *language_frames(code))
    ordered = sorted(map(_widened, frames), key=_rank, reverse=True)
    verbs: dict[str, list[_Asking]] = {}
    nouns: dict[str, list[_Asking]] = {}
    for frame in ordered:
        asking = _Asking(
            frame,
            frozenset(frame.with_words),
            frozenset(frame.subjects),
            _rank(frame),
            worded=bool(frame.with_words),
            of_some=bool(frame.subjects),
        )
        for verb in frame.verbs:
            lemma, _, after = verb.partition(" ")
            verbs.setdefault(lemma, []).append(replace(asking, after=after) if after else asking)
        for noun in frame.nouns:
            nouns.setdefault(noun, []).append(asking)
    things = {noun: thing.id for thing in pack.things if thing.language == code for noun in thing.nouns}
    return FrameIndex(
        language=code,
        by_verb={k: tuple(v) for k, v in verbs.items()},
        by_noun={k: tuple(v) for k, v in nouns.items()},
        things=things,
        parts={t.id: t.entity for t in pack.things},
        agreements=frozenset(
            n for noun, thing in things.items() if thing == "agreement" for n in _numbers(noun)
        ),
        verbs=frozenset(
            v.partition(" ")[0] for frame in pack.frames if frame.language == code for v in frame.verbs
        ),
        asking=frozenset(
            t.partition(" ")[0] for frame in ordered if frame.with_words for t in (*frame.verbs, *frame.nouns)
        ),
        words=frozenset(word for frame in ordered for word in frame.with_words),
        stances={n: d.stance for d in pack.descriptors if d.language == code for n in d.nouns},
        judging=frozenset(w for d in pack.descriptors if d.language == code for w in d.words),
    )


def _widened(frame: Frame) -> Frame:
    """The frame with the words that it asks for in their other number as well."""
    other = {
        f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
        for word in frame.with_words
        if len(word) > 3 and word.isalpha() and word[-1] != "s" and word[-2:] not in _VOWEL_Y
    }
    return replace(frame, with_words=(*frame.with_words, *sorted(other.difference(frame.with_words))))


def _numbers(noun: str) -> tuple[str, str]:
    """A noun in both of its numbers, near enough to look it up."""
    return noun, f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _rank(frame: Frame) -> tuple[int, int]:
    """Higher priority first; of equals the one that asks for more."""
    return frame.priority, bool(frame.with_words) + bool(frame.subjects)


def _holds_any(known: frozenset[str], asked: list[str]) -> bool:
    """What `isdisjoint` denies, by a loop: there are few to ask for."""
    return any(word in known for word in asked)


def singular(word: str) -> str:
    """The singular of a regular English or Spanish noun, near enough to look it up."""
    size = len(word)
    if size < 2 or ord(word[size - 1]) != _S:
        return word
    before = word[size - 2]
    if before == "'":
        return word[:-2]
    if size < 4 or before in "sui":
        return word
    if before != "e":
        return word[:-1]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "ones", "ores", "ales")):
        return word[:-2] if not word.endswith(("ones", "ores", "ales")) else _short_or_long(word)
    return word[:-1]


def _short_or_long(word: str) -> str:
    """ "prisiones" loses its -es, "zones" its -s."""
    return word[:-2] if word.endswith(("iones", "ciones", "adores", "tores")) else word[:-1]


def subject_types(ctx: Context, index: FrameIndex, head: str, entity: int | None) -> frozenset[str]:
    """What a subject is: the type of its entity, the pack's thing that its head noun names."""
    found = _NONE
    if entity is not None:
        found = _TYPES[ctx.marks.entities[entity].type]
    thing = index.things.get(head) or index.things.get(singular(head))
    if thing is not None:
        found |= {thing}
        if thing in index.parts and entity is None:
            found |= {index.parts[thing]}
    return found


def office_types(ctx: Context, index: FrameIndex, entity: int | None) -> frozenset[str]:
    """The pack's things that the offices of an entity name: a person who is a judge acts as one."""
    if entity is None:
        return _NONE
    found = ctx.offices.get(entity)
    if found is None:
        heads = [office.title.rpartition(" ")[2].lower() for office in ctx.marks.entities[entity].offices]
        things = [index.things.get(head) or index.things.get(singular(head)) for head in heads]
        found = ctx.offices[entity] = frozenset([thing for thing in things if thing is not None])
    return found
