"""Verb groups: "has not been", "plans to expand", "will be required to register" as one thing with its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.guessing import guessed
from habeas.claim.clauses.vocabulary import BASE, PAST, PRESENT, Form, Vocabulary
from habeas.model.marks import Token

__all__ = ["Group", "groups"]

_INSIDE: Final = t.mask(t.ADV, t.NEG, t.HYPHEN)
_VERBS: Final = t.mask(t.V, t.VB, t.VG, t.VN)
_AUXILIARY: Final = t.mask(*t.AUXILIARY)
_OPENING: Final = _AUXILIARY | _VERBS
_AFTER_FLOATING: Final = ([t.BE], [t.VN])
_GUESSING: Final = frozenset({"may", "might"})
_FINITE: Final = frozenset({"am", "are", "did", "does", "had", "has", "is", "was", "were"})
_HAVING: Final = frozenset({"had", "has", "have", "having"})
_BEFORE_GERUND: Final = _VERBS | t.mask(t.BE)


@dataclass(frozen=True, slots=True)
class Group:
    """One verb group over `tokens[start:end]` (indices within the sentence).

    `lemmas` are its full verbs in order ("plan", "expand"); a copula alone gives ("be",). `kind` is "finite",
    "gerund", "participle" or "infinitive". `future` is true for "will", "shall" and "is going to".
    """

    start: int
    end: int
    lemmas: tuple[str, ...]
    kind: str
    passive: bool
    negated: bool
    modal: str
    past: bool

    def means(self, words: frozenset[str]) -> bool:
        """Whether one of its verbs is among `words`."""
        return any(lemma in words for lemma in self.lemmas)


def groups(words: list[Token], tags: list[int], known: Vocabulary) -> list[Group]:
    """The verb groups of a sentence, in order."""
    found = []
    i, count = 0, len(tags)
    while i < count:
        if t.holds(_OPENING, tags[i]):
            group = _group(words, tags, i, known)
            found.append(group)
            i = group.end
        else:
            i += 1
    return found


def _group(words: list[Token], tags: list[int], start: int, known: Vocabulary) -> Group:
    count = len(tags)
    kind = _kind(words, tags, start)
    lemmas: list[str] = []
    passive = negated = past = False
    modal = ""
    last_be = False
    i = end = start
    while i < count:
        tag, word = tags[i], words[i].lower
        if t.holds(_VERBS, tag):
            if lemmas and not _chained(tags, i, word, known) and not (known.language == "es" and tag == t.VB):
                break
            form = known.verbs.get(word) or guessed(word, known.language)
            lemmas.append(form.lemma if form else word)
            passive = tag == t.VN and (last_be or kind == "participle")
            past = past or (len(lemmas) == 1 and tag == t.V and _only_past(form))
            last_be = False
            modal = modal or _spanish_modal(word, known)
            end = i + 1
        elif t.holds(_AUXILIARY, tag):
            if lemmas and tags[i - 1] != t.TO and not (tag == t.BE and tags[i - 1] == t.HAVE):
                break
            if tag in (t.MODAL, t.PRON_MODAL) and not modal:
                modal = _plain_modal(word)
            negated = negated or word.endswith("n't")
            past = past or word in ("was", "were", "had", "did", "been")
            modal = modal or _spanish_modal(word, known)
            last_be = tag in (t.BE, t.PRON_BE)
            end = i + 1
        elif t.holds(_INSIDE, tag) or (not lemmas and _floats(word, tags, i, known)):
            negated = negated or _denies(words, tags, i, known)
        elif (
            tag == t.TO
            and _infinitive_next(words, tags, i)
            and (lemmas or _link_before(words, known, i, end))
        ):
            if not lemmas:
                lemmas.append(words[i - 1].lower)
                negated = negated or words[i - 1].lower == "yet"
        elif tag == t.QUOTE and not lemmas and i > start and _quotes_verb(tags, i):
            pass  # "was “beaten”", "would “pay for the flights”"
        elif tag == t.COMMA and not lemmas and i > start and _resumes(tags, i):
            i = t.aside_from(tags, i)  # "did not, however, stop"
        elif last_be and not lemmas and word in known.links and i + 1 < count and tags[i + 1] == t.TO:
            pass
        else:
            break
        i += 1
    return Group(
        start,
        end,
        _lemmas(lemmas, passive and tags[end - 2 : end] == [t.TO, t.BE], known, tags[start], words[end - 1]),
        kind,
        passive,
        negated,
        _looked_back(modal, tags, start, end),
        past,
    )


def _only_past(form: Form | None) -> bool:
    """Whether a form of a verb can be nothing but its past."""
    return form is not None and bool(form.can & PAST) and not form.can & PRESENT and not form.can & BASE


def _looked_back(modal: str, tags: list[int], start: int, end: int) -> str:
    """The modal, with "have" where it guesses at what is over: "may have fled"."""
    if modal not in _GUESSING or t.HAVE not in tags[start : end - 1]:
        return modal
    return modal if tags[tags.index(t.HAVE, start) + 1] == t.TO else f"{modal} have"


def _resumes(tags: list[int], comma: int) -> bool:
    """Whether the verb that an auxiliary waits for stands behind an aside that opens at `comma`."""
    closing = t.aside_from(tags, comma)
    return 0 < closing < len(tags) - 1 and tags[closing + 1] in (t.VB, t.VN, t.VG, t.BE, t.HAVE)


def _denies(words: list[Token], tags: list[int], i: int, known: Vocabulary) -> bool:
    """Whether the word at `i` denies what its group tells: "not" does, but not before "only"."""
    alone = i + 1 == len(tags) or words[i + 1].lower not in known.exempt
    return alone and (tags[i] == t.NEG or words[i].lower == "never")


def _lemmas(lemmas: list[str], to_be: bool, known: Vocabulary, first: int, last: Token) -> tuple[str, ...]:
    """The verbs of a group, with "be" where something is only said to be so ("were said to be in poor condition"), and its
    auxiliary where it has no other."""
    if to_be and len(lemmas) == 1 and lemmas[0] in known.reputing:
        return (*lemmas, "be")
    return tuple(lemmas) or (_auxiliary_lemma(first, last.lower),)


def _quotes_verb(tags: list[int], quote: int) -> bool:
    """Whether the words in marks that open at `quote`, behind an auxiliary, begin with the verb that it waits for."""
    before, i = tags[quote - 1], quote + 1
    while i < len(tags) and t.holds(_INSIDE, tags[i]):
        i += 1
    following = tags[i] if i < len(tags) else t.COLON
    if before == t.BE:
        whole = i == quote + 1 or tags[i + 1 : i + 2] == [t.PREP]
        return following == t.VN and whole and i + 1 < len(tags)
    if before == t.HAVE:
        return following == t.VN or tags[i : i + 2] == [t.BE, t.VN]
    return before == t.MODAL and following in (t.VB, t.BE)


def _floats(word: str, tags: list[int], i: int, known: Vocabulary) -> bool:
    """Whether a word inside of the group means its subject: "have all been freed"."""
    return tags[i] == t.DET and word in known.floating and tags[i + 1 : i + 2] in _AFTER_FLOATING


def _plain_modal(word: str) -> str:
    """The modal inside a contraction: "'ll" in "they'll", "could" in "couldn't"."""
    return word.removesuffix("n't") if word.endswith("n't") else word.rpartition("'")[2]


def _spanish_modal(word: str, known: Vocabulary) -> str:
    """What the ending of a Spanish future or conditional says, in the English word for it."""
    if known.language != "es":
        return ""
    if word.endswith(("rá", "rán", "remos")):
        return "will"
    return "would" if word.endswith(("ría", "rían")) and len(word) > 6 else ""


def _kind(words: list[Token], tags: list[int], start: int) -> str:
    tag = tags[start]
    if tag == t.VG or words[start].lower in ("being", "having"):
        return "gerund"
    if tag == t.VN:
        return "participle"
    if words[start].lower in ("haber", "ser", "estar"):
        return "infinitive"
    if tag == t.VB or words[start].lower in ("be", "been"):
        wished = tag == t.BE and start and tags[start - 1] in (t.N, t.NAME) and t.THAT in tags[:start]
        return "finite" if wished else "infinitive"  # "asked that the ban be lifted"
    before = start - 1
    while before >= 0 and (t.holds(_INSIDE, tags[before]) or tags[before] == t.QUOTE):
        before -= 1
    led = before >= 0 and tags[before] == t.TO and words[start].lower not in _FINITE
    if led and tag in (t.VB, t.BE, t.HAVE, t.DO):
        return "infinitive"
    return "finite"


def _chained(tags: list[int], i: int, word: str, known: Vocabulary) -> bool:
    """Whether the verb at `i` goes on the group: after "to", or the "-ing" of "continue working", not of "sued saying"."""
    if tags[i] == t.VG and word in known.reporting:
        return False
    j = i - 1
    while j >= 0 and t.holds(_INSIDE, tags[j]):
        j -= 1
    return (
        tags[j] == t.TO
        or (tags[i] == t.VN and tags[j] in (t.BE, t.HAVE))
        or (tags[i] == t.VG and t.holds(_BEFORE_GERUND, tags[j]))
    )


def _infinitive_next(words: list[Token], tags: list[int], i: int) -> bool:
    """Whether an infinitive stands behind the "to" at `i`: not in "the men she spoke to [were]"."""
    j = i + 1
    while j < len(tags) and t.holds(_INSIDE, tags[j]):
        j += 1
    return j < len(tags) and tags[j] in (t.VB, t.BE, t.HAVE, t.DO) and words[j].lower not in _FINITE


def _link_before(words: list[Token], known: Vocabulary, i: int, end: int) -> bool:
    """ "is ready to", "has to", "are to"."""
    return words[i - 1].lower in known.links or i == end


_DOING: Final = frozenset({"doing", "done"})


def _auxiliary_lemma(tag: int, word: str) -> str:
    if word in _DOING:
        return "do"  # "are doing everything"
    if word != "been" and (tag in (t.HAVE, t.PRON_HAVE) or word in _HAVING):
        return "have"
    return "do" if tag == t.DO else "be"
