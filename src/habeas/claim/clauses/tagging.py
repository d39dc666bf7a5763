"""What each word of a sentence is: closed classes by list, verb or noun by what stands around."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.choosing import Choosing
from habeas.claim.clauses.looking import BOTH, OPENS_OBJECT, PREFIXED
from habeas.claim.clauses.reading import Reading
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

__all__ = ["tagged"]

_AFTER_NOUN_START: Final = t.mask(t.DET, t.POSS, t.ADJ, t.NUM, t.HYPHEN)
_DEGREES: Final = frozenset({"least", "less", "more", "most"})
_ORDINALS: Final = frozenset({"first", "last"})
_HEADS: Final = t.mask(t.N, t.NAME, t.NUM)
_ALONE: Final = frozenset({"that", "these", "this", "those"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_OPENINGS: Final = frozenset({t.COMMA, t.CC, t.COLON, t.QUOTE, t.SUB, t.THAT, t.DASH})
_TOLD: Final = frozenset({t.NAME, t.DET, t.THAT, t.OBJ, t.PRON, t.POSS})
"""What opens that which several people "told" or "said"."""
_AUXILIARY: Final = t.mask(*t.AUXILIARY)
_ASIDES: Final = t.mask(t.PAREN, t.COMMA, t.OBJ)
_AFTER_SUBJECT: Final = (t.BE, t.HAVE, t.MODAL)
_LISTING: Final = t.mask(t.COMMA, t.CC)
_BRACKETS: Final = frozenset({"[", "]"})


def tagged(words: Reading, lo: int, hi: int, known: Vocabulary) -> list[int]:
    """One tag for each of the words from `lo` to `hi`, which are one sentence."""
    return _Tagger(words, lo, hi, known).run()


class _Tagger(Choosing):
    """One pass over one sentence."""

    __slots__ = ()

    def run(self) -> list[int]:
        found = self.found
        words, all_raw = self.words, self.raw
        for i in range(self.count):
            raw = all_raw[i]
            if raw is None:
                found.append(self.plain(i))
            elif isinstance(raw, Form):
                found.append(self.verb(i, raw))
            else:
                found.append(raw if words[i].settled else self.closed(i, raw))
        return found

    def plain(self, i: int) -> int:
        """A word of no list: a name by its capital, else by its ending."""
        word, upper = self.lower[i], self.upper[i]
        shape = self.words[i].shape
        if shape in (t.NUM, t.POSS):
            return shape
        if upper and not self.title and not self.initial(i):
            return t.NAME
        if i + 1 < self.count and self.lower[i + 1] == "-" and self.before(i, skip=True) in PREFIXED:
            return t.ADV
        if self.before(i) == t.TO and self.infinitive(i):
            return t.VB
        if shape == t.N and self.lower[max(0, i - 1)] in _DEGREES and self.before(i) == t.ADV:
            owned = i > 1 and self.found[i - 2] in (t.DET, t.POSS) and self.is_nominal(i + 1)
            return t.ADJ if owned else shape  # "the most important figures"
        if shape == t.ADJ and word in self.known.nominal and self.holds_office(i):
            return t.N
        if shape != t.N or not upper or self.title or self.plural(i):
            return shape
        return t.N if word.endswith(self.known.noun_endings) else t.NAME

    def closed(self, i: int, tag: int) -> int:
        word = self.lower[i]
        if word == "am" and self.before(i) == t.NUM:
            return t.N
        if word == ":" and self.clock(i):
            return t.HYPHEN  # "at 10:30"
        if word == "-":
            return t.DASH if self.dash(i) else t.HYPHEN
        if word in "'’" and i and self.lower[i - 1].endswith("s") and self.possessive(i):
            return t.POSS
        if tag == t.N and self.before(i) in (t.TO, t.PRON) and word in self.known.verbs:
            return self.verb(i, self.known.verbs[word])
        if word == "since" and self.before(i) in (t.HAVE, t.PRON_HAVE):
            return t.ADV
        if word == "because" and self.lower[i + 1 : i + 2] == ["of"]:
            return t.PREP
        named = self.upper[i] and not self.title and tag in (t.ADV, t.ADJ, t.N, t.NUM, t.MODAL)
        if named and not self.initial(i):
            return t.NAME
        if tag == t.ADV and self.before(i) == t.POSS and self.raw_tag(i + 1) in (t.TO, t.PREP):
            return t.N
        if tag == t.ADJ:
            return self.adjective(i, word)
        if tag == t.BE and self.before(i) == t.DET and self.known.language == "es":
            return t.N
        if word in {"that", "que"}:
            return self.that(i)
        if word == "at" and self.lower[i + 1 : i + 2] in (["least"], ["most"]):
            return t.DET
        if self.known.language == "es" and word in ("a", "para") and self.base_only(i + 1):
            return t.TO
        if tag == t.MODAL and self.before(i) in (t.DET, t.POSS, t.ADJ):
            word = self.lower[i - 1]  # "some will receive", "two or more will"
            some = word in self.known.pronominal or word in _ALONE
            some = some or (word in self.known.open_ended and self.before(i - 1) == t.CC)
            return t.MODAL if (some or self.before(i) == t.ADJ) and self.base_next(i) else t.N
        if (
            tag == t.N
            and word.endswith("ing")
            and self.lower[i - 1] not in _ORDINALS
            and (
                self.before(i) in (t.BE, t.ADV, t.COMMA)
                or (self.before(i) == t.PREP and self.raw_tag(i + 1) in (t.DET, t.POSS, t.OBJ))
            )
            and word in self.known.verbs
        ):
            return t.VG
        if tag == t.DET and word in self.known.degrees and i + 1 < self.count:
            manner = self.raw[i + 1] in (None, t.ADV) and self.words[i + 1].shape == t.ADV
            return t.ADV if manner or self.compared(i) else tag  # "more recently", "is more crowded"
        return self.linking(i, tag)

    def compared(self, i: int) -> bool:
        """Whether a degree at `i` says how something is: "was [more] damaged than", not "there were more killed"."""
        following = self.raw[i + 1]
        shown = (
            isinstance(following, Form)
            and bool(following.can & (PARTICIPLE | ADJECTIVE))
            and not following.can & NOUN
        )
        return shown and self.before(i, skip=True) == t.BE and "there" not in self.lower[max(0, i - 3) : i]

    def linking(self, i: int, tag: int) -> int:
        """The tag of a closed word that may join a clause or a noun to what stands before."""
        word = self.lower[i]
        if word == "such" and self.lower[i + 1 : i + 2] == ["as"]:
            return t.PREP  # "goods such as soap are rare"
        if word == "as" and i and self.lower[i - 1] == "such":
            return t.PREP
        if word == "than":
            return t.SUB if self.raw_tag(i + 1) == t.PRON else t.PREP
        if word == "her":
            return t.POSS if self.is_nominal(i + 1) else t.OBJ
        if tag == t.SUB and self.tells_once(i):
            return t.ADV
        if tag == t.SUB and word in BOTH and not self.clause_follows(i):
            return t.PREP
        if tag == t.PREP and word in BOTH and self.clause_follows(i):
            return tag if self.lower[i - 1] in self.known.serving else t.SUB
        if tag == t.ADV and word == "so" and (self.lower[i + 1 : i + 2] == ["that"] or self.concludes(i)):
            return t.SUB
        return tag

    def adjective(self, i: int, word: str) -> int:
        """A word that is listed as an adjective, and can be an adverb or a verb here."""
        known = self.known
        if (
            word in known.nominal
            and self.before(i) == t.DET
            and self.lower[i + 1 : i + 2] != []
            and self.lower[i + 1] in known.reporting
        ):
            return t.N  # "the chief said soldiers were there"
        has = self.before(i) in (t.HAVE, t.PRON_HAVE) and self.raw_tag(i + 1) == t.ADV  # "has long publicly"
        if word in known.wavering and (has or self.tells_when(i) or self.asks_how(i)):
            return t.ADV
        if word not in known.verbs:
            return t.ADJ
        if self.acted(i):
            return t.VB  # "will present a law"
        led = self.lower[i + 1 : i + 2] == ["by"]  # "men alleged by the ministry to"
        told = self.before(i) == t.N and self.raw_tag(i + 1) == t.BE  # "the harm the group alleged is"
        return self.verb(i, known.verbs[word]) if led or told else t.ADJ

    def verb(self, i: int, form: Form) -> int:
        can, before = form.can, self.before(i)
        if self.upper[i] and not (self.initial(i) or self.title or t.holds(_AUXILIARY, before)):
            return t.NAME
        if t.holds(_LISTING, before) and can & NOUN and can & PRESENT and self.lower[i + 1 : i + 2] == ["of"]:
            return t.N  # "a grant and loans of $5m"
        if can & GERUND and self.only_describes(i):
            return t.ADJ
        if i + 1 < self.count and self.lower[i + 1] == "-" and not self.dash(i + 1):
            return t.ADV if before in PREFIXED else t.ADJ
        if (
            t.holds(_HEADS, before)
            and self.raw_tag(i + 1) in (t.PREP, t.TO)
            and self.lower[i] in self.known.homeward
        ):
            return t.ADV  # "the transfer of two men back to Chad"
        if before in (t.ADV, t.NEG):
            before = self.before(i, skip=True)
        elif before == t.DET and i > 1 and self.lower[i - 1] in self.known.floating:
            before = self.found[i - 2] if self.found[i - 2] in (t.BE, t.HAVE) else before  # "were all caught"
        if t.holds(_ASIDES, before):
            before = self.behind_aside(i, before)
        if before == t.HYPHEN and (i < 2 or self.lower[i - 1] not in _BRACKETS):
            return self.compound(i, can)
        before = self.found[i - 2] if before == t.HYPHEN else before  # "[the guards] took"
        if before in (t.MODAL, t.PRON_MODAL, t.DO) and can & BASE:
            return t.VB
        if before == t.TO and can & BASE:
            return t.N if can & NOUN and (self.rather_noun(i) or self.owed(i)) else t.VB
        if before in (t.BE, t.PRON_BE):
            return self.after_be(i, can)
        if before in (t.HAVE, t.PRON_HAVE) and can & PARTICIPLE:
            return t.VN
        if before in (t.HAVE, t.PRON_HAVE) and can & GERUND and self.is_nominal(i + 1):
            return t.ADJ  # "has leaking tents"
        if can & PARTICIPLE and self.opening_phrase(i):
            return t.VN
        headed = before == t.COMMA or t.holds(_HEADS, before)
        if headed and can & PAST and form.lemma in self.known.intransitive:
            can &= ~PARTICIPLE
        if before == t.NUM and (self.year(i - 1) or self.day(i - 1)):
            return self.after_noun(i, can)  # "the attack in May 2015 killed"
        if t.holds(_AFTER_NOUN_START, before) or before in (t.PREP, t.TO):
            return self.after_opener(i, can, before)
        if before in (t.PRON, t.REL) or (before == t.OBJ and self.parted(i)):
            return self.placed_behind(i, can) or self.after_subject_word(can)
        if before == t.OBJ and can & BASE and not can & NOUN and self.plural_head():
            return t.V
        if can & PAST and before in (t.V, t.VN, t.QUOTE) and self.relayed(i):
            return t.V
        if can & PAST and before == t.VN and (self.those_say(i) or self.closes_relative(i)):
            return t.V
        if before in (t.V, t.VB, t.VN, t.VG, t.OBJ):
            return self.after_verb(i, can, before)
        if t.holds(_HEADS, before):
            return self.after_noun(i, can)
        return self.at_start(i, can, before)

    def after_opener(self, i: int, can: int, before: int) -> int:
        """After a determiner, adjective, number, possessive or preposition."""
        following = self.raw_tag(i + 1)
        if before == t.NUM and can & PRESENT and not can & BASE and self.numbered(i):
            return t.V
        if can & BASE and self.lower[i - 1] in self.known.pronominal and not self.plural(i):
            opening = i < 2 or self.found[i - 2] in _OPENINGS
            if opening and following in (t.PREP, t.DET, t.POSS, t.NUM, t.OBJ, t.ADV):
                return t.V  # "many sleep in corridors"
        if self.lower[i - 1] in self.known.articles and following not in (t.DET, t.NAME, t.OBJ):
            return t.N
        if can & PRESENT and can & NOUN and self.lower[i - 1] in self.known.plurally:
            return t.N  # "these sanctions also hit"
        if following == t.OBJ and self.lower[i - 1] in _ARTICLES and self.lower[i + 1].endswith("self"):
            return t.N  # "the accused himself"
        if (
            self.lower[i - 1] == "the"
            and can & PARTICIPLE
            and (following in _AFTER_SUBJECT or self.on_trial(i))
        ):
            return t.N  # "the accused were", "the wounded had"
        if can & NOUN and before == t.ADJ and self.told_that(i):
            return t.N
        if can & NOUN or (can & BASE and before != t.PREP):
            open_ = before in (t.NUM, t.PREP, t.TO) or self.found[i - 1] == t.POSS or self.only_noun(i)
            singular_open = open_ or self.lower[i - 1] in _ARTICLES
            if can & (PRESENT | PAST) and not can & BASE and self.verbal_context(i) and not singular_open:
                return t.V
            return t.N
        if can & GERUND:
            if before == t.PREP or (before == t.NUM and self.spends(i)):
                return t.VG
            return t.ADJ if self.is_nominal(i + 1) else t.N
        if can & PAST and not can & PARTICIPLE:
            return t.N if self.lower[i - 1] == "a" else t.V  # "a bit weak"
        if can & PARTICIPLE and self.lower[i - 1] in self.known.pointing and self.points(i):
            return t.VN
        if can & PARTICIPLE and self.lower[i - 1] == "as" and not self.opens_object(i + 1, direct=True):
            return t.ADJ  # "a permit as requested"
        if can & PAST and self.lower[i] in self.known.reporting and self.lower[i - 1] in self.known.several:
            return t.V if following in _TOLD else t.ADJ
        if can & PRESENT:
            counted = before == t.NUM and self.lower[i - 1].isalpha()
            owned = before in (t.POSS, t.PREP) or (before == t.ADJ and self.finite_before(i))
            return t.N if counted or self.lower[i - 1] in _ARTICLES or owned else t.V
        if can & PARTICIPLE and (self.is_nominal(i + 1) or following in (t.CC, t.COMMA)):
            return t.ADJ
        return t.VN if self.later_finite(i) else (t.V if can & PAST else t.ADJ)

    def after_verb(self, i: int, can: int, before: int) -> int:
        if can & BASE and self.known.language == "es":
            return t.VB
        if can & GERUND:
            last = self.raw[i - 1]
            aspect = isinstance(last, Form) and last.lemma in self.known.aspects
            if aspect or before == t.OBJ or self.opens_object(i + 1, direct=True):
                return t.VG
            return t.ADJ if self.is_nominal(i + 1) else t.N
        object_next = before == t.V and self.lower[i - 1] not in self.known.reporting  # "included stops"
        if can & NOUN or (can == PRESENT and (object_next or before in (t.VG, t.VB))):
            return t.N  # "running wards": what follows a verb without a subject has none either
        if can & PARTICIPLE:
            return t.ADJ if self.is_nominal(i + 1) else t.VN
        if before == t.OBJ and can & BASE:
            return t.V if self.backing(i) else t.VB
        if can & (PAST | PRESENT):
            thing = before == t.VN and can & PRESENT and i > 1 and self.found[i - 2] == t.PREP
            return t.N if thing else t.V  # "with agonized wails"
        pointed = before == t.VN and i > 1 and self.lower[i - 2] in self.known.pointing
        return t.V if can & BASE and (pointed or self.plural_antecedent()) else t.N

    def after_noun(self, i: int, can: int) -> int:
        if can & BASE and self.perceived(i):
            return t.V
        if self.lower[i] in self.known.ages and self.raw_tag(i + 1) == t.NUM:
            return t.ADJ
        if can & GERUND:
            following = self.raw_tag(i + 1)
            return t.N if self.in_compound(i, following) else t.VG
        if can & PAST and (not can & PARTICIPLE or self.awaited(i)):
            return t.V
        if can & PARTICIPLE and not can & NOUN:
            if can & PAST and self.unfinished(i):
                return t.V
            return t.VN if self.orphaned(i) or self.sent_in(i) else self.past_or_participle(i, can)
        if can & BASE and self.helped(i):
            return t.VB
        if can & NOUN:
            lone = can & PAST and not self.later_finite(i) and self.lone_past(i)
            return t.V if (lone or self.verbal_context(i)) and not self.heads_noun(i) else t.N
        if can & PRESENT:
            return t.N if self.raw_tag(i + 1) in (t.BE, t.HAVE, t.MODAL) else t.V  # "men in vests were"
        if can & BASE and (
            self.plural(self.noun_behind(i)) or self.plural_before_relative() or self.plural_head()
        ):
            return t.V
        return t.N

    def at_start(self, i: int, can: int, before: int) -> int:
        """At the start of a clause, after a comma, a conjunction or a sign."""
        if can & GERUND:
            if i == 0 and self.acts(i + 1):
                return t.N  # "Fighting broke out"
            return t.ADJ if before == t.CC and self.compounds(i) else t.VG
        if self.lower[i] in self.known.reporting and can & (PAST | PRESENT) and not can & NOUN:
            return t.VN if before == t.CC and (self.withheld(i) or self.not_told(i)) else t.V
        if before == t.CC:
            return self.coordinate(i, can)
        if can & PAST and not can & PARTICIPLE:
            return t.V
        if before == t.COMMA and can & BASE and not can & (NOUN | PAST | ADJECTIVE) and self.rowed(i):
            return t.VB
        if can & PARTICIPLE and not can & NOUN:
            if (
                self.is_nominal(i + 1)
                and self.raw_tag(i + 1) not in (t.DET, t.POSS, t.NUM)
                and before not in (t.COMMA, t.DASH)
            ):
                return t.ADJ
            object_next = self.opens_object(i + 1, direct=True)
            if before == t.DASH and can & PAST and self.ends_aside(i):
                return t.V
            if (
                before == t.COMMA
                and self.lower[i + 1 : i + 2] == ["that"]
                and self.lower[i] not in self.known.reporting
            ):
                return t.VN  # "A group of nurses, alarmed that"
            if before == t.COMMA and self.enumerated(i):
                return t.V
            if before == t.COMMA and self.listed_noun(i):
                return t.ADJ
            if before == t.COMMA and self.set_aside(i):
                return t.VN
            bare = self.raw_tag(i + 1) == t.N and self.is_nominal(i + 1) and not self.later_finite(i)
            back = object_next or bare or self.finite_before(i) or self.joined_later(i)
            back = back or self.raw_tag(i + 1) == t.COLON  # "the camp, struck by floods, burned."
            back = back or (bool(can & PAST) and self.only_verb(i))
            back = before in (t.COMMA, t.DASH) and (back or before == t.DASH) and self.resumes(i)
            return t.V if back else t.VN
        if can & PRESENT and not can & NOUN:
            return t.V
        if (
            before == t.COMMA
            and can & BASE
            and (self.acts_on(i) or (not can & NOUN and self.plural_waits_on(i)))
        ):
            return t.V
        if before == t.QUOTE and can & BASE and self.quoted_act(i):
            return t.V
        if can & NOUN:
            fits = can & PRESENT or (can & BASE and self.plural_waits(i))
            return t.V if before == t.COMMA and fits and self.resumes(i) else t.N
        return t.V if can & BASE and self.raw_tag(i + 1) in OPENS_OBJECT else t.N
