"""The page: the shared tokens with the word class of each, what lies in quotation marks, and the units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.mark.attributions.vocabulary import Vocabulary, Word
from habeas.model.columns import Columns, columns
from habeas.model.letters import owns
from habeas.model.marks import Mention, Quotation, ReportEntity, Sentence, Token
from habeas.model.report import BlockKind, Report
from habeas.model.seeking import first_from
from habeas.model.span import Span

__all__ = ["Page", "Unit", "page"]

_LONGEST = 300
"""Tokens of a unit. Longer ones (text without sentence ends) are cut, so that no work grows with their square."""
_LONGEST_NAME: Final = 6
_P: Final = ord("p")
_REMEMBERED = 32768
"""Words of all reports whose tags are kept, at most."""
_FORMS = ("ed", "ing")
_OPENING = {"ed": "t", "ng": "g"}
"""The tags of verb forms that open a sentence: "Asked", "Speaking"."""
_ACRONYMS = frozenset({"us", "who", "it"})
_JOINING = frozenset("-:.")
"""Signs that may join what stands beside them to one word."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the report, or several that a quotation spans: tokens `[start, end)` of one block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules read. `seen` are the columns of its words. `tags` has one letter a token (see `vocabulary`): `q` inside a quotation, `z` inside
    one that only sets a word apart. `inside[i]` is the index of the quotation that holds token i, or -1;
    `held[q]` are the first and last-but-one tokens of quotation q with its marks."""

    report: Report
    text: str
    known: Vocabulary
    words: tuple[Token, ...]
    seen: Columns
    lower: list[str]
    starts: list[int]
    tags: str
    inside: list[int]
    held: list[tuple[int, int]]
    units: list[Unit]
    unit_starts: list[int]
    quoted: tuple[Quotation, ...]
    entities: tuple[ReportEntity, ...]
    mentions: tuple[Mention, ...]
    mention_starts: list[int]

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens `[start, end)`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def names(self) -> Iterator[tuple[int, int]]:
        """Where words with capitals stand beside each other in one unit, as tokens `[start, end)`: a headline has no stop, and
        its last word is no part of the name that opens the report."""
        tags = self.tags
        for unit in self.units:
            at = tags.find("pp", unit.start, unit.end)
            while at >= 0:
                start, stop = at, min(at + _LONGEST_NAME, unit.end)
                at += 2
                while at < stop and ord(tags[at]) == _P:
                    at += 1
                yield start, at
                at = tags.find("pp", at, unit.end)

    def low(self, k: int) -> str:
        """The folded word at token `k`, "" behind the last."""
        return self.lower[k] if k < len(self.lower) else ""

    def unit_at(self, k: int) -> int:
        """Which unit holds token `k`, -1 before the first."""
        return first_from(self.unit_starts, k + 1) - 1

    def at(self, position: int) -> int:
        """The first token that starts at or after a character."""
        return self.seen.at(position)


def page(
    report: Report,
    known: Vocabulary,
    words: tuple[Token, ...],
    parts: tuple[Sentence, ...],
    quoted: tuple[Quotation, ...],
    entities: tuple[ReportEntity, ...],
    mentions: tuple[Mention, ...],
) -> Page:
    """The page of one report."""
    text = report.text
    seen = columns(text, words)
    lower, starts = seen.lower, seen.starts
    held = [(seen.at(q.outer.start), seen.at(q.outer.end)) for q in quoted]
    inside = [-1] * len(words)
    for index, quotation in enumerate(quoted):
        if not quotation.inner:
            start, end = held[index]
            inside[start:end] = [index] * (end - start)
    units = _units(parts, seen, inside)
    return Page(
        report=report,
        text=text,
        known=known,
        words=words,
        seen=seen,
        lower=lower,
        starts=starts,
        tags=_tagged(report, known, seen, inside, units, quoted),
        inside=inside,
        held=held,
        units=units,
        unit_starts=[unit.start for unit in units],
        quoted=quoted,
        entities=entities,
        mentions=mentions,
        mention_starts=[mention.full.start for mention in mentions],
    )


def _units(parts: tuple[Sentence, ...], seen: Columns, inside: list[int]) -> list[Unit]:
    units: list[Unit] = []
    bounds = seen.bounds(parts)
    for at, part in enumerate(parts):
        start, end = bounds.firsts[at], bounds.ends[at]
        if start == end:
            continue
        last = units[-1] if units else None
        goes_on = last and last.block == part.block and 0 <= inside[start] == inside[last.end - 1]
        if last and goes_on and end - last.start < _LONGEST:
            units[-1] = Unit(last.start, end, part.block)
        else:
            units += [Unit(k, min(end, k + _LONGEST), part.block) for k in range(start, end, _LONGEST)]
    return units


def _tagged(
    report: Report,
    known: Vocabulary,
    seen: Columns,
    inside: list[int],
    units: Sequence[Unit],
    quoted: Sequence[Quotation],
) -> str:
    tags: list[str] = []
    scare = [q.scare for q in quoted]
    text, words, lower, upper = report.text, seen.tokens, seen.lower, seen.upper
    met = known.met
    if len(met) > _REMEMBERED:
        met.clear()
    for unit in units:
        titled = _title_case(report, upper, words, unit)
        first, glued = True, False
        while len(tags) < unit.start:
            tags.append("'")
        for i in range(unit.start, unit.end):
            if inside[i] >= 0:
                tags.append("z" if scare[inside[i]] else "q")
                first = not scare[inside[i]] and lower[i] != "," and lower[i - 1] != ","
                continue
            word = lower[i]
            one = met.get(word)
            if one is None:
                one = met[word] = _word(word, known)
            tag = one.listed
            if glued:
                tag, glued = "p" if upper[i] else "n", False
            elif one.joins and word != "." and _is_glue(words, i, unit):
                if word == "-":
                    tags[-1] = "n" if tags[-1] != "p" else "p"
                    glued = True
                tag = "n"  # "at 7:48 a.m."
            elif one.joins and word == "." and unit.start < i < unit.end - 1 and tags[-1] == "p":
                tag = "p" if inside[i + 1] < 0 else "."
            elif tag is None:
                opens = first and word in known.verbs and word.endswith(_FORMS)
                tag = _OPENING[word[-2:]] if opens else one.capital if upper[i] else one.small
            elif upper[i] and not titled:
                tag = _cased(tag, word, text[words[i].start : words[i].end], first, known.language)
            if one.plain and tag == "v" and tags and tags[-1] == "i":
                tag = "n"  # "the rapporteur on [torture]"
            tags.append(tag)
            if first or one.joins:
                first = tag == ":" or (first and not word[0].isalnum())
    while len(tags) < len(words):
        tags.append("'")
    return _beside(tags, seen, lower, known)


def _beside(tags: list[str], seen: Columns, lower: list[str], known: Vocabulary) -> str:
    """The tags, where a word beside decides: "[one] mayor", "have [long] argued"."""
    for i in seen.among(known.closed.numbering):
        if tags[i] == "r" and i + 1 < len(tags) and tags[i + 1] in "ne":
            tags[i] = "d"
    for i in seen.among(known.closed.enduring):
        if tags[i] == "s" and i + 1 < len(lower) and lower[i + 1] == "of":
            tags[i] = "i"  # "named because of policy"
        elif i and tags[i - 1] == "x":
            tags[i] = "a"
    return "".join(tags)


def _title_case(report: Report, upper: list[bool], words: tuple[Token, ...], unit: Unit) -> bool:
    """Whether nearly every long word of a short unit starts with a capital, as in a headline."""
    if unit.end - unit.start > 30 and report.blocks[unit.block].kind is not BlockKind.HEADLINE:
        return False
    capitals = long = high = 0
    for i in range(unit.start, unit.end):
        if upper[i]:
            capitals += 1
        if words[i].end - words[i].start > 3:
            long += 1
            if upper[i]:
                high += 1
    return capitals > 2 and long > 3 and high > 0.7 * long


def _cased(tag: str, word: str, surface: str, first: bool, language: str) -> str:
    """The tag of a listed word that has a capital: a name, unless the capital is that of a sentence."""
    if tag == "r" and len(word) == 1:
        return tag  # "Last month, I said"
    if tag in "vtmarisn" and (not first or tag == "v"):
        return "p"
    if tag == "y" and language == "es" and not first:
        return "p"
    return "p" if tag in "rwd" and word in _ACRONYMS and surface.isupper() else tag


def _is_glue(words: tuple[Token, ...], i: int, unit: Unit) -> bool:
    """Whether the hyphen at token i joins two words without a space."""
    if not unit.start < i < unit.end - 1:
        return False
    return words[i - 1].end == words[i].start and words[i + 1].start == words[i].end


def _word(word: str, known: Vocabulary) -> Word:
    """What is known of a word that is met for the first time."""
    listed, first, plain = known.tags.get(word), word[0], word in known.plain
    if first.isdigit():
        return Word(listed, "0", "0", plain)
    if not first.isalpha():
        sign = ";" if first == "-" else "n" if first in "#@/" else "'"
        return Word(listed, sign, sign, plain, word in _JOINING)
    if owns(word):
        return Word(listed, "e", "e", plain)
    for ending, tag in known.endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return Word(listed, tag, "p", plain)
    return Word(listed, "n", "p", plain)
