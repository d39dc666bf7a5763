"""Numbers themselves, in digits or words: "1.2 million", "two hundred and sixty-one", "two-thirds", "21st"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.mark.quantities.currencies import currency_before
from habeas.mark.quantities.digits import grouped
from habeas.mark.quantities.forms import Form, Numeral, whole_number
from habeas.mark.quantities.fractions import denominates, mixed, portion, with_fraction
from habeas.mark.quantities.line import Line
from habeas.mark.quantities.vocabulary import VULGAR

__all__ = ["numeral"]


_LIMIT = 24
"""A number of more tokens than this is a list of numbers."""


def numeral(line: Line, at: int, join: bool = True) -> Numeral | None:
    """The number that begins at token `at`, None where there is none.

    `join` is false where "and" may part two numbers ("between two hundred and three hundred").
    """
    if line.numeric(at):
        found = _from_digits(line, at, join)
    elif line.low[at] in VULGAR:
        found = Numeral(at, at + 1, VULGAR[line.low[at]], Form.FRACTION)
    else:
        found = _from_words(line, at, join)
    return _negated(line, found) if found else None


def _from_digits(line: Line, at: int, join: bool) -> Numeral | None:
    value, stop = grouped(line, at)
    if value is None:
        return None
    if line.has("ordinal_suffixes", stop) and line.glued(stop):
        return Numeral(at, stop + 1, value, Form.ORDINAL)
    if (
        line.glued(at)
        and line.low[at].isdecimal()
        and line.word(at - 1) == "."
        and not line.alphabetic(at - 2)
        and not line.numeric(at - 2)
        and line.low[at].isdecimal()
    ):
        value, at = float(f"0.{line.low[at]}"), at - 1
    value, stop = with_fraction(line, value, stop)
    if line.glued(stop) and (scale := _glued_scale(line, stop)):
        return Numeral(at, stop + 1, whole_number(value * scale), Form.DIGITS, scale)
    plain = Numeral(at, stop, value, Form.DIGITS)
    if (
        line.word(stop) == "-"
        and line.glued(stop)
        and line.word(stop + 1) in line.vocab.words["article_scales"]
    ):
        scale = line.vocab.scales[line.low[stop + 1]]
        return Numeral(at, stop + 2, whole_number(value * scale), Form.DIGITS, scale)
    if line.word(stop) in line.vocab.scales or line.word(stop) in line.vocab.plural_scales:
        return _summed(line, plain, join)
    return (mixed(line, plain, 1) or plain) if _and_a_half(line, stop) else plain


def _and_a_half(line: Line, at: int) -> bool:
    """Whether "and a half" stands at token `at`, and of nothing: "23 and a half hours"."""
    joined = line.has("and_words", at) and line.has("articles", at + 1)
    return joined and line.vocab.fractions.get(line.word(at + 2), 0) == 2 and not line.has("of_words", at + 3)


def _glued_scale(line: Line, at: int) -> int:
    """The power that letters against a number stand for; "m" is a million as a capital or after a sum of money."""
    word = line.low[at]
    scale = line.vocab.glued_scales.get(word, 0)
    if word in {"b", "m", "mm", "t"} and not line.capital(at) and not _after_money(line, at - 1):
        return scale if word in {"b", "m"} and _counting(line, at + 1) else 0
    return 0 if word == "t" and not _after_money(line, at - 1) else scale


def _counting(line: Line, at: int) -> bool:
    """Whether a lower-case noun follows at token `at`, so that "5m people" are millions and "5m long" are metres."""
    if not line.alphabetic(at):
        return line.word(at - 1) == "b"
    if line.word(at - 1) == "m" and line.has("articles", at - 3):
        return False  # "a 30m wall": millions of things have no article of one
    return (
        not line.capital(at) and not line.has("nouns.stop", at) and not line.has("unit_rules.before_word", at)
    )


def _after_money(line: Line, at: int) -> bool:
    """Whether a currency stands straight before the number at token `at`."""
    return currency_before(line, at) is not None


def _from_words(line: Line, at: int, join: bool) -> Numeral | None:
    vocab, word = line.vocab, line.low[at]
    if word in vocab.words["articles"]:
        return _after_article(line, at, join) or _counted_article(line, at)
    if word in vocab.cardinals:
        if line.has("fraction_rules.zero", at) and line.has("fraction_rules.zero_before", at + 1):
            return None
        return _summed(line, Numeral(at, at, 0, Form.WORDS), join)
    if word in vocab.words["article_scales"] and line.word(at - 1) != "-":
        return _summed(line, Numeral(at, at, 1, Form.WORDS), join)
    if word in vocab.fractions and vocab.fractions[word] <= 4 and word not in vocab.ordinals:
        return portion(line, at, at, 1)
    if word in vocab.fractions and line.has("fraction_rules.parts", at + 1) and line.has("of_words", at + 2):
        return portion(line, at, at, 1)
    if word in vocab.ordinals:
        return _ordinal(line, at)
    return None


def _after_article(line: Line, at: int, join: bool) -> Numeral | None:
    """ "a dozen", "a hundred thousand", "half a million", "a third", "a half"."""
    word = line.word(at + 1)
    if word in line.vocab.words["article_scales"]:
        return _summed(line, Numeral(at, at + 1, 1, Form.WORDS), join)
    if word in line.vocab.fractions and line.word(at + 2) not in line.vocab.fractions:
        return portion(line, at, at + 1, 1)
    return None


def _counted_article(line: Line, at: int) -> Numeral | None:
    """ "al menos un muerto": an article that is also the number one, after a bound."""
    if line.low[at] in line.vocab.cardinals and line.has("one.count_after", at - 1):
        return Numeral(at, at + 1, 1, Form.WORDS)
    return None


def _ordinal(line: Line, at: int) -> Numeral | None:
    return Numeral(at, at + 1, line.vocab.ordinals[line.low[at]], Form.ORDINAL)


@dataclass(slots=True)
class _Sum:
    """A number word by word: `total` of the closed thousands, `group` of the open one."""

    total: int | float = 0
    group: int | float = 0
    last: int = 0
    scale: int = 1
    stop: int = 0
    started: bool = False
    counted: bool = False
    """Whether the number began in digits, so that a cardinal after it needs a power of its own."""

    def power(self, scale: int) -> bool:
        """Multiply by a power word; false where the word cannot stand here."""
        if scale in {12, 144, 100}:
            if self.group >= 10_000 and scale == 100:
                return False
            self.group = (self.group or 1) * scale
        elif self.total and not self.group and self.last and scale < self.last:
            return False
        elif self.last and scale > self.last:
            self.total, self.group = (self.total + self.group) * scale, 0
        else:
            self.total, self.group = self.total + (self.group or 1) * scale, 0
        self.last = scale if scale not in {12, 100, 144} else self.last
        self.scale = scale
        return True

    @property
    def value(self) -> int | float:
        """The number so far."""
        return self.total + self.group


def _summed(line: Line, head: Numeral, join: bool) -> Numeral | None:
    """The number that goes on from `head` (the digits, an article, or nothing yet) in words."""
    vocab = line.vocab
    state = _Sum(group=head.value, stop=head.stop, started=head.value != 0, counted=head.form is Form.DIGITS)
    while state.stop < min(line.hi, head.first + _LIMIT):
        word = line.low[state.stop]
        scale = vocab.scales.get(word) or (vocab.plural_scales.get(word) if state.started else None)
        if word == "-" and state.started and head.form is Form.WORDS and _hyphened_power(line, state.stop):
            state.stop += 1
            continue  # "a one-million-pound appeal"
        if scale and state.started:
            if not state.power(scale):
                break
            state.stop += 1
        elif not _step(line, state, join):
            break
    if not state.started or state.stop == head.first:
        return None
    return _tail(line, head, state)


def _hyphened_power(line: Line, at: int) -> bool:
    """Whether the hyphen at token `at` joins a power to the number before it, and a unit or a noun to both."""
    power = line.word(at + 1) in line.vocab.scales and line.glued(at) and line.glued(at + 1)
    return power and line.word(at + 2) == "-" and line.glued(at + 2)


def _step(line: Line, state: _Sum, join: bool) -> bool:
    """Take the next cardinal, over a hyphen or "and" where these join; false where the number ends."""
    vocab, at = line.vocab, state.stop
    hyphen = line.word(at) == "-" and state.group % 100 >= 20 and state.group % 10 == 0
    linked = line.has("and_words", at) and state.started
    if hyphen or linked:
        at += 1
    word = line.word(at)
    if linked and not (join and _links(line, state, at)):
        return False
    if linked and line.word(at + 1) in vocab.fractions and line.low[at + 1] not in vocab.ordinals:
        return False
    if word in vocab.cardinals:
        value = vocab.cardinals[word]
        if state.counted and not linked and not hyphen and not _powered(line, at):
            return False
    elif (
        state.started
        and line.numeric(at)
        and word.isdigit()
        and len(word) <= 3
        and (linked or _powered(line, at))
    ):
        value = int(word)
    else:
        return False
    if state.started and not _fits(state, value, state.scale):
        return False
    state.group += value
    state.stop, state.started = at + 1, True
    return True


def _links(line: Line, state: _Sum, at: int) -> bool:
    """Whether "and" before token `at` goes on with the number: after hundreds and thousands, or to a lesser power."""
    if state.group and state.group % 100 == 0:
        return not _outgrows(line, at, 100) or (state.scale == 100 and _outgrows(line, at, 1000))
    if state.group:
        return line.vocab.and_in_tens and state.group % 100 >= 20 and state.group % 10 == 0
    return (state.scale in {1000} and not _outgrows(line, at, state.scale)) or (
        _outgrows(line, at, 100) and not _outgrows(line, at, state.scale)
    )


def _outgrows(line: Line, at: int, scale: int) -> bool:
    """Whether a power word of at least `scale` follows in the number at token `at`."""
    vocab = line.vocab
    for ahead in range(at, min(at + 4, line.hi)):
        word = line.low[ahead]
        if vocab.scales.get(word, 0) >= scale:
            return True
        if word not in vocab.cardinals and word != "-" and not line.numeric(ahead):
            return False
    return False


def _powered(line: Line, at: int) -> bool:
    return line.word(at + 1) in line.vocab.scales


def _fits(state: _Sum, value: int, scale: int) -> bool:
    """Whether a cardinal may follow what stands open: units after tens, tens after hundreds, all after a power."""
    if not state.group and state.total:
        return value < state.last
    if value >= 100:
        return state.group % 1000 == 0 and scale != 1
    if value >= 10:
        return state.group != 0 and state.group % 100 == 0
    return (
        value > 0
        and (state.group % 100 == 0 or (state.group % 100 >= 20 and state.group % 10 == 0))
        and state.group != 0
    )


def _tail(line: Line, head: Numeral, state: _Sum) -> Numeral | None:
    """Decimals ("point five"), fractions ("and a half", "thirds") and ordinals ("twenty-first") that end a number."""
    found = Numeral(
        head.first,
        state.stop,
        whole_number(state.value),
        Form.WORDS if not head.value else head.form,
        state.scale,
    )
    if line.has("point_words", state.stop):
        found = _decimals(line, found)
    if over := mixed(line, found, state.scale):
        return over
    at = found.stop + 1 if line.word(found.stop) == "-" else found.stop
    word = line.word(at)
    if word in line.vocab.fractions and (
        found.value != 1 or at > found.stop or word not in line.vocab.ordinals or denominates(line, at + 1)
    ):
        many = word not in line.vocab.ordinals
        if word not in {"second"} and (many or found.value == 1):
            part = portion(line, found.first, at, found.value)
            if part is not None or line.vocab.fractions[word] != 2:
                return part  # "two half-brothers" are two
    if line.numeric(head.first):
        return found
    if (
        word in line.vocab.ordinals
        and _fits(state, line.vocab.ordinals[word], state.scale)
        and line.vocab.ordinals[word] < 100
    ):
        return replace(found, stop=at + 1, value=found.value + line.vocab.ordinals[word], form=Form.ORDINAL)
    if word in line.vocab.ordinals and line.vocab.ordinals[word] >= 100:
        return replace(found, stop=at + 1, value=found.value * line.vocab.ordinals[word], form=Form.ORDINAL)
    return found


def _decimals(line: Line, found: Numeral) -> Numeral:
    """ "two hundred point zero three", "point seventy-one"."""
    shown, at = "", found.stop + 1
    while line.word(at) in line.vocab.cardinals and len(shown) < _LIMIT:
        value = line.vocab.cardinals[line.low[at]]
        at += 1
        joint = at + 1 if line.word(at) == "-" else at
        if value >= 20 and 0 < line.vocab.cardinals.get(line.word(joint), 0) < 10:
            value, at = value + line.vocab.cardinals[line.low[joint]], joint + 1
        shown += str(value)
    if not shown:
        return found
    shown_value = float(f"{int(found.value)}.{shown}")
    if scale := line.vocab.scales.get(line.word(at)):
        return replace(found, stop=at + 1, value=whole_number(shown_value * scale), scale=scale)
    return replace(found, stop=at, value=shown_value)


def _negated(line: Line, found: Numeral) -> Numeral:
    """The number below zero where "minus" or a sign against it says so."""
    before = found.first - 1
    if line.has("negative_words", before) and not line.vocab.before.ending(line.low, found.first, line.lo):
        return replace(found, first=before, value=-found.value)
    if (
        line.word(before) in {"-", "−"}
        and line.glued(found.first)
        and line.numeric(found.first)
        and _opens(line, before)
    ):
        return replace(found, first=before, value=-found.value)
    return found


def _opens(line: Line, at: int) -> bool:
    """Whether a sign at token `at` starts a number: white space, a bracket, a currency or nothing before it."""
    return at == line.lo or not line.glued(at) or line.word(at - 1) in {"(", "[", "<", ">", "="}
