"""What each word of a sentence is: closed classes by list, verb or noun by what stands around."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.vocabulary import (
    ADJECTIVE,
    BASE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PRESENT,
    Form,
    Vocabulary,
)
from habeas.model.marks import Token

__all__ = ["tagged"]

_AFTER_NOUN_START: Final = frozenset({t.DET, t.POSS, t.ADJ, t.NUM, t.HYPHEN})
_HEADS: Final = frozenset({t.N, t.NAME, t.NUM})
_OPENS_OBJECT: Final = frozenset({t.DET, t.POSS, t.NUM, t.OBJ, t.PREP, t.TO, t.ADV, t.THAT, t.PRON, t.SUB, t.REL})
_FINITE: Final = frozenset({t.MODAL, t.BE, t.HAVE, t.V, t.DO}) | t.CONTRACTED
_LOOK: Final = 24


def tagged(words: tuple[Token, ...], lo: int, hi: int, text: str, known: Vocabulary) -> list[int]:
    """One tag for each of `words[lo:hi]`, which are one sentence of `text`."""
    return _Tagger(words, lo, hi, text, known).run()


class _Tagger:
    """One pass over one sentence. `raw` holds the closed tag of a word, its verb form, or None."""

    __slots__ = ("count", "found", "known", "lower", "raw", "starts", "title", "upper")

    def __init__(self, words: tuple[Token, ...], lo: int, hi: int, text: str, known: Vocabulary) -> None:
        closed, verbs = known.closed, known.verbs
        sentence = words[lo:hi]
        self.known = known
        self.lower = [w.lower for w in sentence]
        self.starts = [w.start for w in sentence]
        self.upper = [text[s].isupper() for s in self.starts]
        self.raw = [
            closed.get(w) or verbs.get(w) or (None if up else _guessed(w, known))
            for w, up in zip(self.lower, self.upper, strict=True)
        ]
        self.count = hi - lo
        letters = sum(w[0].isalpha() for w in self.lower)
        self.title = letters > 3 and sum(self.upper) > 0.6 * letters
        self.found: list[int] = []

    def run(self) -> list[int]:
        found = self.found
        for i in range(self.count):
            raw = self.raw[i]
            if raw is None:
                found.append(self.plain(i))
            elif isinstance(raw, int):
                found.append(self.closed(i, raw))
            else:
                found.append(self.verb(i, raw))
        return found

    def plain(self, i: int) -> int:
        """A word of no list: a name by its capital, else by its ending."""
        word = self.lower[i]
        first = word[0]
        if first.isdigit():
            return t.NUM
        if word.endswith(("'s", "s'")) and len(word) > 2:
            return t.POSS
        if self.upper[i] and not self.title and i:
            return t.NAME
        before = self.before(i)
        if before in _PREFIXED and self.lower[i + 1 : i + 2] == ["-"]:
            return t.ADV
        if before == t.TO and self.infinitive(i):
            return t.VB
        if word.endswith("ly") and self.known.language == "en" and len(word) > 4:
            return t.ADV
        if self.known.language == "es" and word.endswith("mente"):
            return t.ADV
        if word.endswith(self.known.adjective_endings):
            return t.ADJ
        return t.NAME if self.upper[i] and not self.title else t.N

    def infinitive(self, i: int) -> bool:
        """Whether an unknown word after "to" is a verb: the noun endings and plurals are not."""
        word = self.lower[i]
        endings = (*self.known.noun_endings, *self.known.adjective_endings, "s")
        if self.known.language != "en" or self.title or word.endswith(endings) or word in self.known.plurals:
            return False
        object_next = self.raw_tag(i + 1) in (t.DET, t.POSS, t.NUM, t.OBJ)
        return i > 1 and object_next and self.found[i - 2] in (t.V, t.VN, t.VB, t.VG, t.ADJ, t.N)

    def dash(self, i: int) -> bool:
        """Whether a hyphen stands between spaces or is one of a pair."""
        start = self.starts[i]
        left = i > 0 and self.starts[i - 1] + len(self.lower[i - 1]) < start
        right = i + 1 < self.count and self.starts[i + 1] > start + 1
        paired = "-" in (self.lower[i - 1 : i] + self.lower[i + 1 : i + 2])
        return (left and right) or paired

    def closed(self, i: int, tag: int) -> int:
        word = self.lower[i]
        if word == "-":
            return t.DASH if self.dash(i) else t.HYPHEN
        if word == "because" and self.lower[i + 1 : i + 2] == ["of"]:
            return t.PREP
        if self.upper[i] and i and not self.title and tag in (t.ADV, t.ADJ, t.N, t.NUM, t.MODAL):
            return t.NAME
        if word == "that" or word == "que":
            return self.that(i)
        if word == "at" and self.lower[i + 1 : i + 2] in (["least"], ["most"]):
            return t.DET
        if tag == t.MODAL and self.before(i) in (t.DET, t.POSS, t.ADJ):
            return t.N
        if tag == t.N and word.endswith("ing") and self.before(i) in (t.BE, t.ADV, t.COMMA) and word in self.known.verbs:
            return t.VG
        if word == "than":
            return t.SUB if self.raw_tag(i + 1) == t.PRON else t.PREP
        if word == "her":
            return t.POSS if self.is_nominal(i + 1) else t.OBJ
        if tag == t.REL and word == "which" and self.before(i) == t.PREP:
            return t.REL
        if tag == t.SUB and word in _BOTH and not self.clause_follows(i):
            return t.PREP
        if tag == t.PREP and word in _BOTH and self.clause_follows(i):
            return t.SUB
        if tag == t.ADV and word == "so" and self.lower[i + 1 : i + 2] == ["that"]:
            return t.SUB
        return tag

    def that(self, i: int) -> int:
        before = self.before(i)
        if i and (self.lower[i - 1] in self.known.reporting or before in (t.ADJ, t.VN)):
            return t.THAT
        if before in _HEADS or before in (t.COMMA, t.POSS, t.PAREN, t.QUOTE, t.PREP) and i:
            if self.verb_follows(i + 1) or (self.plural(i - 1) and self.base_follows(i + 1)):
                return t.REL
            if before == t.PREP and self.known.language == "en":
                return t.DET
            return t.THAT
        if before in (0, t.COLON, t.CC) and self.known.language == "en":
            return t.PRON if self.verb_follows(i + 1) else t.DET
        return t.THAT if self.clause_follows(i) or self.known.language != "en" else t.DET

    def verb(self, i: int, form: Form) -> int:
        can = form.can
        if self.upper[i] and i and not self.title and self.before(i) not in t.AUXILIARY:
            return t.NAME
        before = self.before(i)
        if self.lower[i + 1 : i + 2] == ["-"] and not self.dash(i + 1):
            return t.ADV if before in _PREFIXED else t.ADJ
        if before == t.ADV or before == t.NEG:
            before = self.before(i, skip=True)
        if before == t.HYPHEN:
            return self.compound(i, can)
        if before in (t.MODAL, t.PRON_MODAL, t.DO) and can & BASE:
            return t.VB
        if before == t.TO and can & BASE:
            return t.N if can & NOUN and self.rather_noun(i) else t.VB
        if before in (t.BE, t.PRON_BE):
            return self.after_be(i, can)
        if before in (t.HAVE, t.PRON_HAVE) and can & PARTICIPLE:
            return t.VN
        if before in _AFTER_NOUN_START or before == t.PREP or before == t.TO:
            return self.after_opener(i, can, before)
        if before == t.PRON or before == t.REL:
            return self.after_subject_word(i, can)
        if before in (t.V, t.VB, t.VN, t.VG, t.OBJ):
            return self.after_verb(i, can, before)
        if before in _HEADS:
            return self.after_noun(i, can)
        return self.at_start(i, can, before)

    def compound(self, i: int, can: int) -> int:
        """The last piece of a hyphened word: "gang-affiliated" is an adjective, "fast-tracking" may be a verb."""
        j = i - 2
        before = self.found[j - 1] if j > 0 else 0
        if can & GERUND and before in (t.BE, t.COMMA, t.TO, t.PREP):
            return t.VG
        if can & BASE and before in (t.TO, t.MODAL, t.ADV, t.NEG, t.DO):
            return t.VB
        if can & PARTICIPLE and before in (t.BE, t.HAVE) and not self.is_nominal(i + 1):
            return t.VN
        return t.N if can & NOUN else t.ADJ

    def after_be(self, i: int, can: int) -> int:
        if can & GERUND:
            return t.VG
        if can & PARTICIPLE:
            return t.VN
        return t.ADJ if can & ADJECTIVE else t.N

    def after_opener(self, i: int, can: int, before: int) -> int:
        """After a determiner, adjective, number, possessive or preposition."""
        following = self.raw_tag(i + 1)
        if can & NOUN or (can & BASE and before != t.PREP):
            singular_open = before == t.NUM or self.found[i - 1] == t.POSS
            if can & (PRESENT | PAST) and not can & BASE and self.verbal_context(i) and not singular_open:
                return t.V
            return t.N
        if can & GERUND:
            if before == t.PREP:
                return t.VG
            return t.ADJ if self.is_nominal(i + 1) else t.N
        if can & PAST and not can & PARTICIPLE:
            return t.V
        if can & PRESENT:
            return t.V
        if can & PARTICIPLE and (self.is_nominal(i + 1) or following in (t.CC, t.COMMA)):
            return t.ADJ
        return t.VN if self.later_finite(i) else (t.V if can & PAST else t.ADJ)

    def after_subject_word(self, i: int, can: int) -> int:
        if can & (PAST | PRESENT | BASE):
            return t.V
        return t.VN if can & PARTICIPLE else t.VG

    def after_verb(self, i: int, can: int, before: int) -> int:
        if can & GERUND:
            return t.VG
        if can & NOUN:
            return t.N
        if can & PARTICIPLE:
            return t.ADJ if self.is_nominal(i + 1) else t.VN
        if before == t.OBJ and can & BASE:
            return t.VB
        return t.V if can & (PAST | PRESENT) else t.N

    def after_noun(self, i: int, can: int) -> int:
        if can & GERUND:
            following = self.raw_tag(i + 1)
            joined = following in (0, t.COMMA, t.CC, t.COLON) or (following == t.N and not self.plural(i + 1))
            if self.found[i - 1] == t.N and joined:
                return t.N
            return t.VG
        if can & PAST and not can & PARTICIPLE:
            return t.V
        if can & PARTICIPLE and not can & NOUN:
            return self.past_or_participle(i, can)
        if can & NOUN:
            return t.V if self.verbal_context(i) else t.N
        if can & PRESENT:
            return t.V
        if can & BASE and (self.plural(i - 1) or self.lower[i - 1] in ("i", "we")):
            return t.V
        return t.N

    def at_start(self, i: int, can: int, before: int) -> int:
        """At the start of a clause, after a comma, a conjunction or a sign."""
        if can & GERUND:
            return t.VG
        if self.lower[i] in self.known.reporting and can & (PAST | PRESENT) and not can & NOUN:
            return t.V
        if before == t.CC:
            return self.coordinate(i, can)
        if can & PAST and not can & PARTICIPLE:
            return t.V
        if can & PARTICIPLE and not can & NOUN:
            if self.is_nominal(i + 1) and self.raw_tag(i + 1) not in (t.DET, t.POSS, t.NUM) and before != t.COMMA:
                return t.ADJ
            return t.V if before == t.COMMA and self.finite_before(i) and self.resumes(i) else t.VN
        if can & PRESENT and not can & NOUN:
            return t.V
        if can & NOUN:
            return t.V if before == t.COMMA and can & PRESENT and self.resumes(i) else t.N
        return t.V if can & BASE and self.raw_tag(i + 1) in _OPENS_OBJECT else t.N

    def coordinate(self, i: int, can: int) -> int:
        """After "and": the same kind of verb as the last one, where the word can be it."""
        previous = next((x for x in reversed(self.found) if x in (t.V, t.VB, t.VG, t.VN)), 0)
        if can & PARTICIPLE and not can & NOUN and self.bare_singular(i + 1):
            return t.ADJ
        last = self.found[i - 2] if i > 1 else 0
        if previous == t.VB and can & BASE and (not can & NOUN or self.raw_tag(i + 1) in _OPENS_OBJECT):
            return t.VB
        if can & PAST and previous in (t.V, t.VN) and not (can & NOUN and not self.opens_object(i + 1)):
            if previous == t.VN and can & PARTICIPLE:
                return t.VN
            return t.V
        if can & PRESENT and previous in (t.V, t.VN, 0) and (not can & NOUN or self.opens_object(i + 1)):
            return t.V if last not in (t.ADJ,) else t.N
        if can & BASE and previous == t.V and (not can & NOUN or self.raw_tag(i + 1) in (t.DET, t.POSS, t.OBJ)):
            return t.V
        if can & PARTICIPLE and not can & NOUN:
            return t.ADJ if self.is_nominal(i + 1) else t.VN
        return t.N

    def bare_singular(self, i: int) -> bool:
        """A singular noun without an article: what stands before it modifies it."""
        if i >= self.count or self.plural(i) or self.upper[i]:
            return False
        raw = self.raw[i]
        return raw is None and not self.lower[i].endswith("ly") and self.lower[i].isalpha()

    def past_or_participle(self, i: int, can: int) -> int:
        """ "the man arrested on Monday said" against "police arrested the man"."""
        if not can & PAST or self.lower[max(0, i - 4) : i - 1].count("with"):
            return t.VN
        if self.lower[i + 1 : i + 2] == ["by"]:
            return t.VN
        if self.lower[i] in self.known.reporting:
            return t.V
        if self.later_finite(i) and not self.opens_object(i + 1, direct=True):
            return t.VN
        return t.VN if self.in_object(i) else t.V

    def in_object(self, i: int) -> bool:
        """Whether this stretch already has its finite verb, so that a participle modifies the noun before."""
        for j in range(i - 1, max(-1, i - _LOOK), -1):
            tag = self.found[j]
            if tag in (t.SUB, t.REL, t.THAT, t.COLON, t.QUOTE, t.DASH):
                return False
            if tag == t.CC or tag == t.COMMA:
                return self.raw_tag(i + 1) in (t.PREP, t.TO) and self.finite_before(j)
            if tag in _FINITE or tag in (t.VB, t.VN):
                return self.lower[j] not in self.known.reporting
        return False

    def finite_before(self, i: int) -> bool:
        return any(x in _FINITE for x in self.found[:i])

    def resumes(self, i: int) -> bool:
        """Whether a subject before the comma still waits for its verb: "Noem, the secretary, toured"."""
        return i > 3 and not any(x in _FINITE for x in self.found[:i]) and self.found[0] not in (t.PREP, t.VG, t.SUB)

    def verbal_context(self, i: int) -> bool:
        """Whether a word that can be a noun or a verb is the verb of the noun before it."""
        form = self.raw[i]
        assert isinstance(form, Form)
        if form.can & PRESENT and self.raw_tag(i + 1) == t.TO and self.base_follows(i + 2) and not self.finite_before(i):
            return True
        if not self.opens_object(i + 1) or self.later_finite(i):
            return False
        if form.can & PRESENT and not self.plural(i - 1):
            return not self.in_object(i) and t.VG not in self.found[max(0, i - 3) : i]
        if form.can & PAST:
            return not self.in_object(i)
        if not form.can & BASE or not self.plural(i - 1) or self.in_object(i):
            return False
        return self.firm_object(i + 1) or not self.other_finite(i)

    def other_finite(self, i: int) -> bool:
        """Whether another word of the sentence can be its finite verb."""
        for j, raw in enumerate(self.raw):
            if j == i:
                continue
            if isinstance(raw, int):
                if raw in _FINITE and self.lower[j] not in _NEVER_FINITE:
                    return True
            elif isinstance(raw, Form) and raw.can & (PAST | PRESENT) and not raw.can & NOUN:
                return True
        return False

    def later_finite(self, i: int) -> bool:
        """Whether a verb that is surely finite follows before the next break."""
        for j in range(i + 1, min(self.count, i + _LOOK)):
            raw = self.raw[j]
            if raw in (t.MODAL, t.BE, t.HAVE, t.DO) and self.lower[j] not in _NEVER_FINITE:
                return True
            if self.lower[j] in _BOTH:
                return False
            if isinstance(raw, int) and raw in (t.COMMA, t.COLON, t.DASH, t.QUOTE, t.REL, t.SUB, t.CC, t.PRON):
                return False
            if isinstance(raw, Form) and not raw.can & (PARTICIPLE | NOUN | BASE | GERUND):
                return True
            if self.lower[j] == "that":
                return False
            if isinstance(raw, Form) and raw.can & PAST and not raw.can & NOUN and j > i + 1 and self.opens_object(j + 1, direct=True):
                opener = self.raw[j - 1]
                if opener is None or (isinstance(opener, int) and opener == t.NUM):
                    return True
        return False

    def plural(self, i: int) -> bool:
        word = self.lower[i]
        return word in self.known.plurals or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "is")))

    def opens_object(self, i: int, direct: bool = False) -> bool:
        if i >= self.count:
            return False
        tag = self.raw_tag(i)
        if direct:
            return tag in (t.DET, t.POSS, t.NUM, t.OBJ, t.NAME, t.THAT)
        return tag in _OPENS_OBJECT or tag == t.NAME or (tag == t.ADJ) or (tag == t.N and self.raw[i] is None)

    def firm_object(self, i: int) -> bool:
        return self.raw_tag(i) in (t.DET, t.POSS, t.TO, t.OBJ, t.THAT, t.PREP, t.NUM, t.SUB)

    def rather_noun(self, i: int) -> bool:
        """ "to work" is a verb, "access to work and pay" hardly ever is one."""
        return self.raw_tag(i + 1) in (t.BE, t.HAVE, t.MODAL) or self.lower[i : i + 2] == ["date", ","]

    def before(self, i: int, skip: bool = False) -> int:
        j = i - 1
        while skip and j >= 0 and self.found[j] in (t.ADV, t.NEG):
            j -= 1
        if j < 0:
            return 0
        if self.found[j] == t.QUOTE and j and self.found[j - 1] in _PREFIXED:
            j -= 1
        return self.found[j]

    def raw_tag(self, i: int) -> int:
        """A first guess at a word ahead."""
        if i >= self.count:
            return 0
        raw = self.raw[i]
        if isinstance(raw, int):
            return t.THAT if self.lower[i] == "that" else raw
        if self.upper[i] and not self.title:
            return t.NAME
        if isinstance(raw, Form):
            return t.V if not raw.can & NOUN else t.N
        return t.NUM if self.lower[i][0].isdigit() else t.N

    def is_nominal(self, i: int) -> bool:
        """Whether the word at `i` can go on a noun phrase."""
        if i >= self.count:
            return False
        raw = self.raw[i]
        if raw is None:
            return not (self.lower[i].endswith("ly") and self.known.language == "en")
        if isinstance(raw, int):
            return raw in (t.N, t.ADJ, t.NUM)
        return bool(raw.can & (NOUN | ADJECTIVE | GERUND)) or (bool(raw.can & PARTICIPLE) and self.is_nominal(i + 1))

    def verb_follows(self, i: int) -> bool:
        """Whether a finite verb follows at once (adverbs aside)."""
        for j in range(i, min(self.count, i + 4)):
            raw = self.raw[j]
            if isinstance(raw, int):
                if raw in (t.ADV, t.NEG, t.OBJ):
                    continue
                return raw in (t.MODAL, t.BE, t.HAVE, t.DO)
            if raw is None:
                if (self.lower[j].endswith("ly") and not self.upper[j]) or self.lower[j].endswith("mente"):
                    continue
                return False
            if raw.can & (PAST | PRESENT):
                return not raw.can & NOUN or self.opens_object(j + 1)
            return bool(raw.can & BASE) and not self.upper[j] and not raw.can & NOUN
        return False

    def base_follows(self, i: int) -> bool:
        """Whether a plain verb form with its object follows: "families that live near"."""
        raw = self.raw[i] if i < self.count else None
        return isinstance(raw, Form) and bool(raw.can & BASE) and self.opens_object(i + 1)

    def clause_follows(self, i: int) -> bool:
        """Whether a word such as "before" or "as" opens a clause (subject and finite verb) here."""
        if self.raw_tag(i + 1) == t.PRON or self.raw_tag(i + 1) in t.CONTRACTED:
            return True
        for j in range(i + 1, min(self.count, i + 12)):
            raw = self.raw[j]
            if isinstance(raw, int):
                if (raw in (t.MODAL, t.BE, t.HAVE, t.DO) and self.lower[j] not in _NEVER_FINITE) or raw in t.CONTRACTED:
                    return j > i + 1
                if raw in (t.COMMA, t.COLON, t.DASH, t.QUOTE, t.REL, t.SUB, t.THAT):
                    return False
            elif isinstance(raw, Form) and j > i + 1 and raw.can & BASE and not raw.can & NOUN and self.plural(j - 1):
                return True
            elif isinstance(raw, Form) and j > i + 1 and raw.can & (PAST | PRESENT):
                opener = self.raw[j - 1]
                opens = not isinstance(opener, int) or opener in (t.PRON, t.ADV, t.N, t.NUM)
                if opens and not (raw.can & NOUN and not self.opens_object(j + 1)):
                    return raw.can & PARTICIPLE == 0 or self.lower[j + 1 : j + 2] != ["by"]
        return False


_PREFIXED: Final = frozenset({t.TO, t.BE, t.HAVE, t.MODAL, t.DO})
_NEVER_FINITE: Final = frozenset({"be", "been", "being", "having", "doing", "done"})
_BOTH: Final = frozenset({"after", "as", "before", "once", "since", "than", "until", "like"})
"""Words that are a preposition before a noun phrase and open a clause before a subject with its verb."""


def _guessed(word: str, known: Vocabulary) -> Form | None:
    """A form for a word of no list that ends like one: "perpetuated", "greenlighting"."""
    if known.language != "en" or len(word) < 6:
        return None
    if word.endswith("ed"):
        return Form(word[:-1] if word[-3] in "vzcsgu" else word[:-2], PAST | PARTICIPLE)
    return Form(word[:-3], GERUND) if word.endswith("ing") else None
