"""What only looks like a quantity: section numbers, model names, years, dates, clock times, addresses."""

from __future__ import annotations

from habeas.mark.quantities.currencies import currency_before
from habeas.mark.quantities.forms import Form, Numeral
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.nouns import plural

__all__ = ["labelled", "labels"]

_MARKS = frozenset({'"', "“", "‘", "'"})
_JOINTS = frozenset({"-", "/", "_", "#", "@", "=", "&", "\\", "+", "–", "?", "%"})
_ADDRESS = 200
"""Characters of an address that are looked at."""
_LISTED = 6
"""Numbers of a list that share one label word at most."""
_STREET = 6
"""Tokens of the name of a street at most."""
_LAST_YEAR = 2099
_FIRST_YEAR = 1500
_LATE = 1990
_SOON = 2035
"""Years that news speaks of: four digits without a comma count nothing there ("the inquiry into 2019 elections")."""

_DAY = 2
"""Digits of a day of a month."""
_DAYS = 8
"""Tokens of a list of days behind its first, at most."""


def labels(line: Line, number: Numeral) -> bool:
    """Whether the number names, dates or numbers a thing instead of counting it."""
    if number.form is Form.ORDINAL:
        return _dated(line, number)
    if not line.numeric(number.first):
        return labelled(line, number) or _dated(line, number) or _hour(line, number)
    return (
        _coded(line, number)
        or labelled(line, number)
        or _cited(line, number)
        or _clock(line, number)
        or _dialled(line, number)
        or _dated(line, number)
        or _year(line, number)
        or _resolution(line, number)
        or _housed(line, number)
        or _branded(line, number)
        or _ends_title(line, number)
    )


def _resolution(line: Line, number: Numeral) -> bool:
    """ "a 4K television": pixels, where no plural noun is counted."""
    first = number.first
    return (
        number.scale == 1000
        and line.has("labels.resolutions", first)
        and line.glued(first + 1)
        and line.capital(first + 1)
        and not plural(line, number.stop)
        and currency_before(line, first) is None
    )


def _housed(line: Line, number: Numeral) -> bool:
    """ "of 3170 West Hill Road", "at 12 Elm St.": the number of a house, in digits before the name of a street."""
    at = number.stop
    if number.scale != 1 or at != number.first + 1 or not line.capital(at):
        return False
    for ahead in range(at, min(at + _STREET, line.hi)):
        if line.has("labels.streets", ahead) and line.capital(ahead):
            return ahead > at and not plural(line, ahead + 1)
        if not line.capital(ahead) and line.word(ahead) != ".":
            return False
    return False


def _branded(line: Line, number: Numeral) -> bool:
    """ "the S&P 500", "an iPhone 11": a number behind a name that joins letters as no other word does."""
    before = number.first - 1
    if before < line.lo or number.scale != 1:
        return False
    word = line.text[line.words[before].start : line.words[before].end]
    if word[0].islower() and any(sign.isupper() for sign in word):
        return True
    return line.word(before - 1) == "&" and line.glued(before) and line.glued(before - 1) and word.isupper()


def _ends_title(line: Line, number: Numeral) -> bool:
    """ "Red Dead Redemption 2 shipped": a number after a run of capitals that one verb follows, no preposition before."""
    first, after = number.first, number.stop
    if number.scale != 1 or after != first + 1 or not line.low[first].isdigit() or len(line.low[first]) > 4:
        return False
    past = line.has("nouns.past", after) or line.word(after).endswith(_endings(line))
    if not (past or line.has("labels.single_verbs", after)):
        return False
    start = first
    while line.capital(start - 1) and line.alphabetic(start - 1):
        start -= 1
    if start < first and line.has("nouns.stop", start) and start == line.lo:
        return False
    named = first - start >= 2 or (first - start == 1 and line.low[start].endswith(("'s", "’s")))
    return named and not line.has("nouns.stop", start - 1)


def _endings(line: Line) -> tuple[str, ...]:
    return tuple(line.vocab.words["nouns.past_endings"])


def _coded(line: Line, number: Numeral) -> bool:
    """Whether letters stand against the digits: "MS-13", "A320", "737F", an address on the web."""
    first, stop = number.first, number.stop
    written = line.low[first]
    if written[0] == "0" and len(written) > 1 and written.isdigit() and not line.glued(first):
        return True
    if (
        line.glued(first)
        and _against(line, first - 1)
        and not (line.low[first - 1] == "#" and number.scale > 1)
    ):
        return True
    if line.glued(first) and (_web(line, first) or (line.glued(first - 1) and line.low[first - 1] == "(")):
        return True
    if first == line.lo and line.word(stop) in {".", ")"} and _opens_item(line, stop + 1):
        return True
    if not line.glued(stop):
        return False
    if line.alphabetic(stop):
        return not _suffix(line, stop)
    if line.word(stop) == "(" and line.glued(stop + 1) and len(line.word(stop + 1)) == 1:
        return True
    if line.word(stop) in {"-", "–"} and line.glued(stop + 1) and line.capital(stop + 1):
        return len(line.low[stop + 1]) == 1
    return (line.word(stop) == "/" and line.glued(stop + 1) and line.numeric(stop + 1)) or line.word(
        stop
    ) in {"_", "\\"}


def _opens_item(line: Line, at: int) -> bool:
    """Whether what follows the number of a listed item opens it: nothing, a capital, a quotation."""
    return at == line.hi or line.capital(at) or (line.word(at) in _MARKS and line.capital(at + 1))


def _web(line: Line, at: int) -> bool:
    """Whether token `at` stands in an address of the web or of mail: looked for back to the last white space."""
    start = line.words[at].start
    run = line.text[max(line.words[line.lo].start, start - _ADDRESS) : start].rpartition(" ")[2]
    return "://" in run or "www." in run or "@" in run


def _against(line: Line, at: int) -> bool:
    """Whether the sign or word at token `at`, which touches the number, makes a code of it."""
    word = line.low[at]
    if word[0].isalpha():
        return currency_before(line, at + 1) is None
    if word in {"#", "@", "_", "=", "\\"}:
        return True
    if word in _JOINTS and line.glued(at) and at > line.lo:
        before = line.low[at - 1]
        if before[0].isdigit():
            return word == "/" or (line.glued(at - 1) and line.alphabetic(at - 2))
        if line.has("courses.by", at - 1):
            return False  # "a 6-by-9-foot room"
        return before[0].isalpha() and before not in line.vocab.cardinals and word not in {"–", "+"}
    return word == "." and line.glued(at) and line.alphabetic(at - 1)


def _suffix(line: Line, stop: int) -> bool:
    """Whether the letters at token `stop`, against a number, are its unit, power or currency."""
    vocab, word = line.vocab, line.low[stop]
    if word == "g" and line.capital(stop):
        return False
    if line.glued(stop + 1) and line.numeric(stop + 1):
        found = vocab.units.starting(line.low, stop, line.hi)
        return found is not None and found[1] > stop + 1
    return (
        word in vocab.glued_scales
        or word in vocab.scales
        or word in vocab.words["ordinal_suffixes"]
        or vocab.units.starting(line.low, stop, line.hi) is not None
        or vocab.money.starting(line.low, stop, line.hi) is not None
        or vocab.percent.starting(line.low, stop, line.hi) is not None
        or vocab.old.starting(line.low, stop, line.hi) is not None
    )


def _list_head(line: Line, at: int) -> int:
    """The first number of the list that the number at token `at` goes on: "Sections 4, 5 and 6"."""
    for _ in range(_LISTED):
        joint = at - 1 - (line.word(at - 1) in line.vocab.words["and_words"] and line.word(at - 2) == ",")
        joined = (
            line.has("and_words", joint)
            or line.has("ranges.or", joint)
            or line.word(joint) in {",", "-", "–"}
        )
        if not joined or not line.low[joint - 1].isdigit() or joint - 1 <= line.lo:
            break
        at = joint - 1
    return at


def labelled(line: Line, number: Numeral) -> bool:
    """ "Section 14", "page three", "No. 5": a word that numbers things before a number alone."""
    at = _list_head(line, number.first) - 1
    dotted = line.word(at) == "." and line.glued(at)
    at -= dotted
    if not line.has("labels.before", at) or number.scale != 1:
        return False
    if dotted and not line.has("labels.abbreviated", at):
        return False
    if not line.capital(at) and line.vocab.units.starting(line.low, number.stop, line.hi):
        return False  # "stopped the flight 40 minutes before take-off"
    return line.capital(at) if line.has("labels.capital_only", at) else True


def _cited(line: Line, number: Numeral) -> bool:
    """ "50 U.S.C. 21": the numbers on both sides of a code of law."""
    after, before = number.stop, number.first - 1
    return (
        line.has("labels.codes", after) and (line.numeric(after + 1) or line.word(after + 1) in {"§", "§§"})
    ) or line.has("labels.codes", before)


def _clock(line: Line, number: Numeral) -> bool:
    first, stop = number.first, number.stop
    if line.word(stop) == ":" and line.glued(stop) and line.glued(stop + 1) and line.numeric(stop + 1):
        return True
    if (
        line.word(first - 1) == ":"
        and line.glued(first)
        and line.glued(first - 1)
        and line.numeric(first - 2)
    ):
        return True
    if line.vocab.clock.starting(line.low, stop, line.hi) is not None:
        return True
    return _hour(line, number)


def _hour(line: Line, number: Numeral) -> bool:
    """ "at 3 in the morning", "until two in the morning"."""
    first, stop = number.first, number.stop
    return line.has("labels.clock_at", first - 1) and line.has("labels.clock_parts", stop + 2)


def _dialled(line: Line, number: Numeral) -> bool:
    """ "a 911 call", "a caller dialed 911": the number of a line, not of calls."""
    first, stop = number.first, number.stop
    if stop != first + 1 or not line.has("labels.hotlines", first):
        return False
    return any(line.has("labels.hotline_near", at) for at in (stop, first - 1, first - 2))


def _dated(line: Line, number: Numeral) -> bool:
    """Whether a month stands by a day: "March 3", "3 March", "the 3rd of March", "3 de marzo"."""
    value = number.value
    if not isinstance(value, int) or not (1 <= value <= 31) or number.scale != 1:
        return False
    after = number.stop + line.has("of_words", number.stop)
    if _month(line, number.first - 1) or _month(line, after) or _month(line, _listed_to(line, number.stop)):
        return True
    head = _list_head(line, number.first)  # "on March 23 and 26"
    after = number.stop
    counts = line.word(after) in line.vocab.words["percent.signs"] or (
        line.alphabetic(after)
        and not line.has("nouns.stop", after)
        and line.low[after] not in line.vocab.cardinals
    )
    day = len(line.low[head]) <= _DAY
    return head < number.first and day and not counts and _month(line, head - 1)


def _listed_to(line: Line, at: int) -> int:
    """Where a list of days ends that goes on at token `at`: "el 21 [y el 30 de] marzo", "3 [and 5] March"; -1 for no list."""
    stop, days = min(line.hi, at + _DAYS), False
    while at < stop and (
        line.numeric(at)
        or line.word(at) == ","
        or line.has("labels.day_articles", at)
        or line.has("ranges.between_and", at)
    ):
        days = days or line.numeric(at)
        at += 1
    return at + line.has("of_words", at) if days else -1


def _month(line: Line, at: int) -> bool:
    """Whether token `at` is a month; English names that are also words need their capital letter."""
    at -= line.word(at) == "." and line.has("labels.months", at - 1)
    return line.has("labels.months", at) and (line.capital(at) or not line.vocab.capital_months)


def _year(line: Line, number: Numeral) -> bool:
    """Whether four digits without a separator are a year, by the words around them."""
    written = line.low[number.first]
    if number.stop != number.first + 1 or len(written) != 4 or not written.isdigit():
        return False
    if not _FIRST_YEAR <= int(written) <= _LAST_YEAR:
        return False
    vocab, stop, before = line.vocab, number.stop, number.first - 1
    if currency_before(line, number.first) or vocab.money.starting(line.low, stop, line.hi):
        return False
    if vocab.units.starting(line.low, stop, line.hi) or vocab.percent.starting(line.low, stop, line.hi):
        return False
    if line.has("labels.year_counts", stop) and not line.has("labels.year_since", before):
        return False
    if (
        before < line.lo
        or line.has("labels.year_before", before)
        or line.has("labels.months", before)
        or line.has("labels.era", stop)
    ):
        return True
    if line.vocab.before.ending(line.low, number.first, line.lo):
        return False
    if _LATE <= int(written) <= _SOON and written[-1] != "0":
        return True
    plural = (
        line.alphabetic(stop)
        and not line.capital(stop)
        and line.low[stop][-1] == "s"
        and not line.has("nouns.stop", stop)
    )
    return not plural
