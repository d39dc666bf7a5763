"""Runs: the capitalised words that stand together and may hold names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from habeas.mark.names.reader import Reader
from habeas.mark.names.scan import Scan, is_called
from habeas.mark.names.vocabulary import Vocabulary
from habeas.model.marks import EntityType

__all__ = ["Run", "runs"]


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (inclusive) that may hold names; `initial` when it begins a sentence."""

    first: int
    last: int
    initial: bool


def runs(reader: Reader) -> list[Run]:
    """The capitalised runs outside Title Case, in text order: neighbours, joined over the small words of names."""
    seen, words = reader.seen, reader.words
    found = []
    capitals, position = seen.capitals, 0
    skip = _Skipper(seen.titled)
    while position < len(capitals):
        first = last = capitals[position]
        position += 1
        small = seen.low[first] in words.function and reader.reach(first) <= first
        if skip.holds(first) or (small and not is_called(seen, words, first)):
            continue
        last = max(last, reader.reach(first))
        while position < len(capitals):
            then = capitals[position]
            if then - first > _LONGEST_RUN or (then > last and not _joins(reader, first, last, then)):
                break
            last = max(last, then)
            position += 1
        if not _shouted(seen, words, first, last):
            found.append(
                Run(_article(seen, words, first), _numbered(seen, words, first, last), seen.initial[first])
            )
    return found


class _Skipper:
    """Tells, for rising token indexes, whether one lies in a Title Case sentence."""

    def __init__(self, titled: tuple[tuple[int, int], ...]) -> None:
        self._titled = titled
        self._at = 0

    def holds(self, index: int) -> bool:
        while self._at < len(self._titled) and self._titled[self._at][1] <= index:
            self._at += 1
        return self._at < len(self._titled) and self._titled[self._at][0] <= index


def _article(seen: Scan, words: Vocabulary, first: int) -> int:
    """Takes in a particle hyphened to the front ("al-Hol")."""
    hyphened = first >= 2 and seen.low[first - 1] == "-" and seen.low[first - 2] in words.particles
    return first - 2 if hyphened and seen.joined(first) and seen.joined(first - 1) else first


def _numbered(seen: Scan, words: Vocabulary, first: int, last: int) -> int:
    """Takes in the number of a numbered text ("Title 42") or hyphened on ("MS-13"), and the stop of "Corp."."""
    low = seen.low
    if last + 1 < len(low) and low[last] in words.numbered and low[last + 1][0].isdigit():
        return last + 1
    stopped = last + 2 < len(low) and low[last + 1] == "." and low[last] in words.abbreviated
    if stopped and seen.joined(last + 1) and not seen.starts[last + 2]:
        return last + 1
    if last + 2 >= len(low) or low[last + 1] != "-" or not (seen.joined(last + 1) and seen.joined(last + 2)):
        return last
    after = low[last + 2]
    syllable = last > first and after.isalpha() and len(after) <= _SYLLABLE and after not in words.hyphened
    return last + 2 if after.isdigit() or (syllable and not seen.starts[last + 2]) else last


_SYLLABLE = 6
"""The longest small-letter syllable after a hyphen in a person's name ("Leung Kwok-hung")."""


def _shouted(seen: Scan, words: Vocabulary, first: int, last: int) -> bool:
    """Whether the run is part of words written in capitals for emphasis: small words beside it are too."""
    second = seen.words[first].start + 1
    if second < len(seen.text) and 97 <= ord(seen.text[second]) <= 122:
        return False  # most names: a small letter behind the capital
    for i in range(first, last + 1):
        if not seen.word(i).isupper():
            return False
    beside = [i for i in (first - 1, last + 1) if 0 <= i < len(seen.low)]
    return any(
        len(seen.low[i]) > 1 and seen.low[i] in words.function and seen.word(i).isupper() for i in beside
    )


def _joins(reader: Reader, first: int, last: int, then: int) -> bool:
    """Whether the capitalised word at `then` goes on with the run from `first` to `last`."""
    seen, words = reader.seen, reader.words
    gap, low = then - last, seen.low
    if gap == 2 and low[last + 1] in "'’" and low[last] in words.owners and seen.joined(last + 1):
        return not (seen.starts[last + 1] or seen.starts[then])  # "the Prisoners' Affairs Commission"
    if gap > _WIDEST or (seen.possessive(last) and low[last] not in words.possessive):
        return False
    for at in range(last + 1, then + 1):
        if seen.starts[at]:
            return False
    if low[then] in words.function and reader.reach(then) <= then and not _is_initial(seen, then):
        return False
    if low[then] in words.calendar and gap == 1:
        return False
    if gap == 1:
        return not seen.joined(then)
    if gap == 2 and low[last + 1] == ".":
        return seen.joined(last + 1) and (len(low[last]) == 1 or low[last] in words.dotted)
    if gap == 2 and low[last + 1] == "-":
        return seen.joined(last + 1) and seen.joined(then)
    between = low[last + 1 : then]
    if gap == _WIDEST and between[0] == between[2] == "-" and between[1] in words.hyphening:
        return all(seen.joined(at) for at in range(last + 1, then + 1))
    return _small_words(seen, words, first, last, between)


def _is_initial(seen: Scan, at: int) -> bool:
    """Whether the token is the initial of a name ("Sonya A. Zoglin"): one letter, its stop, and a capital."""
    low = seen.low
    stopped = len(low[at]) == 1 and at + 2 < len(low) and low[at + 1] == "." and seen.joined(at + 1)
    return stopped and seen.upper[at + 2]


_INITIALS = 3
"""Letters of an acronym that is told from a state's or a country's."""
_LONGEST_RUN = 30
"""Tokens of the longest run read at once: no name is longer, and a table of names is no harm."""
_WIDEST = 4
"""The most tokens a name's inner small words move its capitals apart, plus one ("Ministry of the Interior")."""


def _spelled(seen: Scan, first: int, last: int) -> bool:
    """Whether the letters in brackets behind the next capitalised words are the initials of all, with and without "and"."""
    end = last + 2
    while end < len(seen.low) and seen.upper[end]:
        end += 1
    if end + 2 >= len(seen.low) or seen.low[end] != "(" or seen.low[end + 2] != ")":
        return False
    letters = seen.low[end + 1]
    initials = "".join(seen.low[k][0] for k in range(first, end) if seen.upper[k])
    return len(letters) >= _INITIALS and letters in (initials, initials[1:])


def _small_words(seen: Scan, words: Vocabulary, first: int, last: int, between: list[str]) -> bool:
    low = seen.low
    if all(w in words.particles or w == "-" for w in between):
        return "-" not in between or (between[-1] == "-" and seen.joined(last + len(between)))
    if between == [","]:
        company = words.heads.get(low[last + 2]) is EntityType.ORGANISATION
        return low[last + 2] in words.abbreviated and (company or low[last + 3 : last + 4] == ["."])
    if not all(w in words.of or w in words.both or w in words.articles for w in between):
        return False
    opens = low[last] in words.heads or low[last] in words.place_first or low[last] in words.titles
    if between == ["&"]:
        return True
    if between[0] in words.both:
        if len(between) == 1 and _spelled(seen, first, last):
            return True  # "the Garment Makers and Exporters Association (GMEA)"
        if len(between) > 1 or low[last + len(between) + 1] in words.titles:
            return False
        head = last + 3
        bodied = head < len(low) and words.heads.get(low[head]) is EntityType.ORGANISATION
        if (
            bodied
            and low[last] in words.portfolios
            and low[last + 2] in words.portfolios
            and low[head][-1] != "s"
        ):
            return True  # "the Maritime and Coastguard Agency"
        run = low[first : last + 1]
        return any(a in words.of and b in words.heads for b, a in pairwise(run)) and not opens
    if between[0] == words.genitive:
        return opens or any(w in words.heads for w in low[first : last + 1])
    court = any(words.heads.get(w) is EntityType.COURT for w in low[first : last + 1])
    if words.heads.get(low[last]) is EntityType.FACILITY and low[last] not in words.centres:
        return False
    if low[last] in words.titles:
        # "Minister for Interior Affairs"
        return between == ["for"] and low[last + 2] in words.portfolios
    return opens or court
