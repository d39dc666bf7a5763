"""Scene: one parsed sentence within its report, with what claim makers ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Parsed, Words
from habeas.claim.clauses.vocabulary import Vocabulary
from habeas.claim.context import Context, chain, subject_name
from habeas.claim.frames import FrameIndex, office_types, singular, subject_types
from habeas.claim.governors import is_demonym
from habeas.claim.indexes import longest
from habeas.model.letters import owns
from habeas.model.marks import EntityType, Mention, MentionForm
from habeas.model.span import Span

__all__ = ["Scene", "Subject"]

_NOTHING: Final[frozenset[str]] = frozenset()
_LONGEST: Final = 45
_PARAGRAPH: Final = 250
"""Words of a paragraph before a sentence in which it is told of what the sentence goes on about."""
_EDGES: Final = t.mask(t.COMMA, t.COLON, t.DASH, t.QUOTE, t.HYPHEN)
_CLOSING: Final = _EDGES | t.mask(t.CC)
_HEADS: Final = t.mask(t.N, t.NAME, t.PRON, t.OBJ)
_AND: Final = t.mask(t.CC)
_IN_PHRASE: Final = t.NOMINAL | {t.ADV, t.VN, t.VG}
_AFTER_DET: Final = _IN_PHRASE | {t.QUOTE}
_AFTER_HEAD: Final = t.mask(t.PREP, t.COMMA, t.REL, t.VN, t.VG, t.TO, t.DASH, t.PAREN, t.THAT, t.CC)
"""Tags that end a noun phrase once its head has stood."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a claim is about: the name to show, its types, its entity in the report if it has one, and the
    types of the offices that it holds."""

    name: str
    types: frozenset[str]
    entity: int | None
    named: bool
    offices: frozenset[str] = frozenset()

    @property
    def type(self) -> str | None:
        """The first of its types by the alphabet, None where it has none."""
        if len(self.types) > 1:
            return min(self.types)
        for only in self.types:
            return only
        return None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its words, tags and clauses, and where they stand in the report; `heads` says that it is a
    headline."""

    ctx: Context
    index: FrameIndex
    known: Vocabulary
    parsed: Parsed
    question: bool
    heads: bool = False

    def span(self, words: Words) -> Span:
        """The place of a token range in the report, closing signs left out."""
        lo, hi = words
        tags, tokens = self.parsed.tags, self.parsed.words
        # What `tags.holds` asks, written out: nothing is asked for as often as a span.
        if hi - lo > _LONGEST or (_EDGES >> tags[lo]) & 1 or (_CLOSING >> tags[hi - 1]) & 1:
            lo, hi = self.trimmed(words)
        return Span(tokens[lo].start, tokens[hi - 1 if hi > lo else lo].end)

    def trimmed(self, words: Words) -> Words:
        """The range without signs at its edges, cut to a readable length."""
        lo, hi = words
        tags = self.parsed.tags
        hi = min(hi, lo + _LONGEST)
        while lo < hi - 1 and t.holds(_EDGES, tags[lo]):
            lo += 1
        while hi - 1 > lo and t.holds(_CLOSING, tags[hi - 1]):
            hi -= 1
        return lo, hi

    def text(self, words: Words) -> str:
        """The words of a token range, white space made single."""
        if words[1] <= words[0]:
            return ""
        found = self.ctx.report.quote(self.span(words))
        # A printable text has no white space but single blanks and rows of them: mostly nothing is to be done.
        if not self.ctx.even and (
            "  " in found or "\n" in found or (self.ctx.rare and not found.isprintable())
        ):
            found = " ".join(found.split())
        if not self.ctx.quoting:
            return found
        if '"' in found and found.count('"') % 2:
            found = found.replace('"', "")
        if not ("“" in found or "”" in found) or found.count("“") == found.count("”"):
            return found
        return found.replace("“", "").replace("”", "")

    def lower(self, words: Words) -> list[str]:
        """The folded words of a range, possessive endings removed."""
        found: list[str] = []
        tokens = self.parsed.words
        for i in range(words[0], words[1]):
            word = tokens[i].lower
            found.append(word[:-2] if owns(word) else word)
        return found

    def asked(self, words: Words) -> list[str]:
        """Those words of a range that frames ask for."""
        found: list[str] = []
        tokens, known = self.parsed.words, self.index.asked
        for i in range(words[0], words[1]):
            word = known.get(tokens[i].lower)
            if word is None:
                word = self.index.asking_for(tokens[i].lower)
            if word != "":
                found.append(word)
        return found

    def head(self, words: Words) -> str:
        """The head noun of a noun phrase: its last noun before a preposition or a sign."""
        tags = self.parsed.tags
        head = -1
        for i in range(words[0], words[1]):
            tag = tags[i]
            if t.holds(_HEADS, tag) and self.parsed.words[i].lower != ".":
                head = i
                if self.index.language == "es":
                    break
            elif tag == t.DET and i + 1 < words[1] and tags[i + 1] not in _AFTER_DET:
                return self.parsed.words[i].lower
            elif head >= 0 and t.holds(_AFTER_HEAD, tag):
                break
        return self.parsed.words[head].lower.removesuffix("'s") if head >= 0 else ""

    def subject(self, words: Words | None, anchor: Span) -> Subject | None:
        """Who the noun phrase at `words` is; None where nobody can be told."""
        if words is None or words[1] <= words[0]:
            return None
        lo, hi = self.core(words)
        first = self.parsed.words[lo].lower
        alone = ""
        if hi - lo == 1:
            alone = first.partition("'")[0] if "'" in first else first
        if alone and alone in _SPEAKERS and self.parsed.tags[lo] != t.NAME:
            return self.speaker(anchor)
        span = self.span((lo, hi))
        name, entity = self.named(lo, hi, span)
        if entity is None and alone and (alone in _EMPTY or (alone in _SINGLE and lo)):
            return None
        head = self.head((lo, hi))
        if head in _POINTING and hi - lo > 1:
            head = next(
                (w.lower for w in self.parsed.words[lo + 1 : hi] if w.lower in self.index.things), head
            )
        types = subject_types(self.ctx, self.index, head, entity)
        beside = _NOTHING if entity is not None else self.held_in(span) or self.shared_type(lo, hi, span)
        if beside:
            types |= beside
        is_name = entity is not None and self.ctx.marks.entities[entity].named
        return Subject(name, types, entity, is_name, office_types(self.ctx, self.index, entity))

    def held_in(self, span: Span) -> frozenset[str]:
        """ "facility" where a facility is named in the phrase: what is said of its yard is said of it."""
        for mention in self.ctx.mentions_in(span):
            if self.ctx.entity(mention).type is EntityType.FACILITY:
                return frozenset({"facility"})
        return _NOTHING

    def shared_type(self, lo: int, hi: int, span: Span) -> frozenset[str]:
        """What two names of one sort are that share the phrase: "Chad and Niger" are places."""
        if t.met(_AND, self.parsed.tags, lo + 1, hi - 1) < 0 or not self.joined(lo, hi):
            return _NOTHING
        found = {self.ctx.entity(mention).type.value for mention in self.ctx.mentions_in(span)}
        return frozenset(found) if len(found) == 1 else _NOTHING

    def core(self, words: Words) -> Words:
        """The noun phrase without a quotation mark, opening adverb or comma at its start."""
        lo, hi = self.trimmed(words)
        tags = self.parsed.tags
        if hi == lo + 2 and tags[lo] == t.PRON and tags[lo + 1] == t.ADV:
            hi -= 1  # "he often “hears screams”"
        if lo and hi == lo + 1 and tags[lo] == t.PRON and tags[lo - 1] == t.NEG:
            return lo - 1, hi  # "no one"
        while lo < hi - 1 and (tags[lo] == t.QUOTE or t.leads_up(tags, lo)):
            if tags[lo + 1] == t.PREP and self.parsed.words[lo].lower in self.known.several:
                break  # "most of the men"
            lo += 1
        for i in range(lo, hi - 1):
            if self.parsed.words[i].lower in self.known.owning:
                return i + 1, hi  # "the men whose papers"
            if self.parsed.tags[i] == t.POSS and self.parsed.words[i].lower[:-2] in self.known.times:
                return i + 1, hi  # "last week's riot" is a riot
        return lo, hi

    def named(self, lo: int, hi: int, span: Span) -> tuple[str, int | None]:
        """The canonical name where a mention is the head of the phrase; its own words where one merely stands in it."""
        if self.ctx.mention_over(span) is None or self.joined(lo, hi):
            return self.bare((lo, hi)), None
        head_end = self.head_end(lo, hi)
        mention = self.mention_of(span, head_end)
        if mention is None:
            return self.bare((lo, hi)), None
        covers = mention.full.start <= span.start + 4 and mention.span.end >= head_end - 2
        heads = mention.span.start < head_end <= mention.span.end + 2
        if (covers or heads) and not self.possessed(lo, hi, mention):
            if is_demonym(self.ctx, mention):
                return self.bare((lo, hi)), None
            return subject_name(self.ctx, mention.span)
        return self.bare((lo, hi)), None

    def possessed(self, lo: int, hi: int, mention: Mention) -> bool:
        """Whether the phrase's mention only owns its head: "Chad's army"."""
        tags = self.parsed.tags[lo:hi]
        if t.POSS not in tags or tags[-1] == t.POSS:
            return False
        return any(
            tag == t.POSS and mention.span.start < word.end <= mention.full.end + 2
            for word, tag in zip(self.parsed.words[lo:hi], tags, strict=True)
        )

    def joined(self, lo: int, hi: int) -> bool:
        """Whether two names or nouns share the phrase: "Chad and Niger"."""
        tags = self.parsed.tags
        if t.met(_AND, tags, lo + 1, hi - 1) < 0:
            return False
        for i in range(lo + 1, hi - 1):
            if tags[i] in (t.PREP, t.REL, t.VN, t.VG, t.TO, t.THAT):
                return False
            if tags[i] == t.CC:
                here = self.ctx.mention_over(self.span((i, i + 1)))
                return here is None
        return False

    def mention_of(self, span: Span, head_end: int) -> Mention | None:
        """The mention that ends where the head noun does, else the longest one in the phrase."""
        near = [m for m in self.ctx.mentions_in(span) if abs(m.span.end - head_end) <= 2]
        return longest(near) or self.ctx.mention_over(span)

    def head_end(self, lo: int, hi: int) -> int:
        """Where the head noun ends: before the first preposition, participle or sign."""
        words, tags = self.parsed.words, self.parsed.tags
        start, end = words[lo].start, words[lo].end
        first = self.ctx.mention_over(Span(start, end))
        inside = first.full.end if first is not None else end
        if lo + 1 < hi and first is None:
            second = self.ctx.mention_over(Span(words[lo + 1].start, words[lo + 1].end))
            inside = second.full.end if second is not None else end
        i = lo + 1
        while i < hi and not (t.holds(_AFTER_HEAD, tags[i]) and words[i].start >= inside):
            i += 1
        return words[i - 1].end

    def bare(self, words: Words) -> str:
        """The words of a noun phrase without its article."""
        lo, hi = words
        articles = _ARTICLES[self.index.language]
        while lo < hi - 1 and self.parsed.words[lo].lower in articles:
            lo += 1
        found = self.text((lo, hi))
        if not found or found[-1] not in "s'’":
            return found
        if found.endswith(("'s", "’s")):
            return found[:-2]
        return found[:-1] if found.endswith(("s'", "s’")) else found

    def speaker(self, anchor: Span) -> Subject | None:
        """The one who says "I" or "we" at `anchor`."""
        links = chain(self.ctx, anchor)
        if not links:
            return None
        return Subject(links[-1].name, frozenset({"person"}), None, True)

    @property
    def reporting(self) -> frozenset[str]:
        """Lemmas of saying."""
        return self.known.reporting_lemmas

    def noun_index(self, word: str) -> str:
        """The singular under which a noun triggers frames."""
        return singular(word)

    def has_terms(self, clause: Clause) -> bool:
        """Whether the clause is what an accord says: "Under the accord, ...", or "... under the accord" behind it."""
        tags, words = self.parsed.tags, self.parsed.words
        at = int(tags[0] == t.QUOTE and len(tags) > 1)
        if clause.role not in ("main", "coordinate"):
            return False
        if tags[at] != t.PREP or words[at].lower not in self.known.terms:
            lo, hi = clause.complement
            if not self.ctx.has_any(self.known.terms, self.parsed.base + lo, self.parsed.base + hi):
                return False
            while lo < hi and not (tags[lo] == t.PREP and words[lo].lower in self.known.terms):
                lo += 1
            return lo < hi and self.stipulates(lo + 1, min(hi, lo + _TERMS))
        end = next((i for i, tag in enumerate(tags) if i > at and tag in _TERMS_END), len(tags))
        return clause.verb[0] >= end and self.stipulates(at + 1, end)

    def stipulates(self, lo: int, hi: int) -> bool:
        """Whether the words name an accord or its terms."""
        said = [w.lower for w in self.parsed.words[lo:hi]]
        return any(w in self.index.agreements or w in self.known.stipulated for w in said)

    def in_exchange(self, clause: Clause) -> bool:
        """Whether the clause says what is given "in exchange" or "in return"."""
        words, known, base = self.parsed.words, self.known.exchange, self.parsed.base
        if not self.ctx.has_any(known, base, base + len(words)):
            return False
        lo, hi = clause.whole
        near = (1, 2, lo - 1, lo - 2, hi - 1)
        return any(
            0 < i < len(words) and words[i].lower in known and words[i - 1].lower == "in" for i in near
        )

    def after_agreement(self, at: int = 0, back: int = 0) -> bool:
        """Whether the paragraph, or one that stands at most `back` before it, has told of an agreement before the word at
        `at` of this sentence."""
        start = self.parsed.words[at].start
        first = self.ctx.sentence_index(start) or 0
        sentences = self.ctx.marks.sentences
        block = sentences[first].block
        last = self.ctx.token_from[start]
        opened = self.ctx.token_from[sentences[first].span.start]
        while first > 0 and block - sentences[first - 1].block <= back and opened > last - _PARAGRAPH:
            first -= 1
            opened = self.ctx.token_from[sentences[first].span.start]
        before = self.ctx.marks.tokens[max(opened, last - _PARAGRAPH) : last]
        return any(w.lower in self.index.agreements for w in before)

    def mention_named(self, span: Span) -> bool:
        """Whether a name stands at `span`."""
        mention = self.ctx.mention_over(span)
        return mention is not None and mention.form is MentionForm.NAME


_TERMS: Final = 6
"""Words from "under" to the accord."""
_TERMS_END: Final = frozenset({t.COMMA, t.VN, t.V, t.MODAL, t.BE, t.HAVE})
_POINTING: Final = frozenset({"those", "these", "ones", "quienes"})
_ARTICLES: Final = {
    "en": frozenset({"a", "an", "the"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas"}),
}
_SINGLE: Final = frozenset({"one"})
"""Who is somebody where a sentence opens with it."""
_SPEAKERS: Final = frozenset({"i", "we", "us", "me", "yo", "nosotros", "nosotras"})
_EMPTY: Final = frozenset(
    {
        "it",
        "that",
        "this",
        "there",
        "what",
        "which",
        "who",
        "these",
        "those",
        "he",
        "she",
        "they",
        "them",
        "him",
        "his",
        "her",
        "its",
        "their",
        "your",
        "our",
        "my",
        "su",
        "sus",
        "ello",
        "esto",
        "eso",
        "quien",
        "que",
        "se",
        "everybody",
        "everyone",
        "anybody",
        "nobody",
        "all",
    }
)
