"""A corpus of any size whose descent is known: originals, copies, edits, embedded copies, rewrites, boilerplate.

    python bench/corpus.py 1000 FOLDER      writes the reports of a small corpus as text files, to look at

Every text is made by the grammar below from a number and SEED, so that any part of the corpus can be made by itself, in any
process, and is the same each time. A cluster of reports has one original; the others were made from it. Reports come in
blocks of BLOCK, shuffled, so that an original does not stand before its copies.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus_words import (
    ADJECTIVES,
    ENDINGS,
    MANNERS,
    NOUNS,
    OPENINGS,
    PATTERNS,
    PEOPLE,
    REASONS,
    ROLES,
    SYLLABLES,
    TIMES,
    VERBS,
)

__all__ = ["BLOCK", "Made", "block", "corpus"]

SEED = 20_260
BLOCK = 1_000
OUTLETS = 400
BIG = 120
"""Reports of the one large cluster in each tenth block: a wire story that everybody runs."""

KINDS = (("copy", 0.10), ("edit", 0.13), ("embedded", 0.08), ("rewrite", 0.10))
"""What share of a corpus each kind is; the rest are originals."""


@dataclass(frozen=True, slots=True)
class Made:
    """One report: its name, its outlet, what it is, the cluster that it belongs to, its text."""

    name: str
    outlet: str
    kind: str
    cluster: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one sentence says, apart from its words: two things, a number, a place, a person, and how it is put."""

    noun: tuple[str, ...]
    verb: tuple[str, ...]
    adjective: tuple[str, ...]
    people: tuple[str, ...]
    number: str
    place: str
    person: str
    role: tuple[str, ...]
    reason: tuple[str, ...]
    pattern: int


def corpus(size: int) -> Iterator[Made]:
    """The first `size` reports."""
    for number in range(-(-size // BLOCK)):
        yield from block(number)[: size - number * BLOCK]


def block(number: int) -> list[Made]:
    """One block of reports, in a random order."""
    luck = random.Random(f"{SEED} {number}")
    made: list[Made] = []
    cluster = 0
    if number % 10 == 0:
        made += _large(f"{number}/large", luck)
    while len(made) < BLOCK:
        made += _cluster(f"{number}/{cluster}", luck)[: BLOCK - len(made)]
        cluster += 1
    luck.shuffle(made)
    return [
        Made(f"{number:04}/{n:03}.txt", one.outlet, one.kind, one.cluster, one.text)
        for n, one in enumerate(made)
    ]


def _cluster(name: str, luck: random.Random) -> list[Made]:
    """An original, and with the shares of KINDS what was made from it."""
    told = [_proposition(luck) for _ in range(luck.randint(6, 11))]
    text = [_sentence(one, 0, luck) for one in told]
    made = [_made(name, "original", text, luck)]
    of_originals = 1 - sum(share for _, share in KINDS)
    for kind, share in KINDS:
        expected = share / of_originals
        while luck.random() < expected / (1 + expected):
            made.append(_made(name, kind, _derived(kind, told, text, luck), luck))
    return made


def _large(name: str, luck: random.Random) -> list[Made]:
    told = [_proposition(luck) for _ in range(10)]
    text = [_sentence(one, 0, luck) for one in told]
    made = [_made(name, "original", text, luck)]
    while len(made) < BIG:
        kind = luck.choice(("copy", "edit"))
        made.append(_made(name, kind, _derived(kind, told, text, luck), luck))
    return made


def _derived(kind: str, told: Sequence[Proposition], text: Sequence[str], luck: random.Random) -> list[str]:
    if kind == "copy":
        return list(text)
    if kind == "edit":
        return _edited(text, luck)
    if kind == "embedded":
        own = [_sentence(_proposition(luck), 0, luck) for _ in range(2 * len(text))]
        at = luck.randrange(len(own))
        return [*own[:at], *text, *own[at:]]
    kept = [one for one in told if luck.random() > 0.15] or list(told)
    return [_sentence(one, 1, luck) for one in kept]


def _edited(text: Sequence[str], luck: random.Random) -> list[str]:
    """One word in fourteen changed or left out, one sentence in six dropped, one moved."""
    kept = [line for line in text if luck.random() > 1 / 6] or list(text)
    if len(kept) > 2:
        kept.insert(luck.randrange(len(kept)), kept.pop(luck.randrange(len(kept))))
    edited = []
    for line in kept:
        words = []
        for word in line.split():
            chance = luck.random()
            if chance < 0.03 and word.isalpha() and word.islower():
                continue
            changed = chance < 0.07 and word.isalpha() and word.islower()
            words.append(luck.choice(luck.choice(NOUNS)) if changed else word)
        edited.append(" ".join(words))
    return edited


def _made(cluster: str, kind: str, lines: Sequence[str], luck: random.Random) -> Made:
    """A report of some outlet: three sentences a paragraph, and under it what the outlet puts under all."""
    outlet = luck.randrange(OUTLETS)
    paragraphs = [" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]
    text = "\n\n".join((*paragraphs, _boilerplate(outlet)))
    return Made("", f"The {_outlet(outlet)}", kind, cluster, text)


def _outlet(number: int) -> str:
    luck = random.Random(f"{SEED} outlet {number}")
    return f"{_name(luck)} {luck.choice(('Herald', 'Courier', 'Gazette', 'Tribune', 'Dispatch', 'Monitor'))}"


_BOILERPLATE: dict[int, str] = {}


def _boilerplate(outlet: int) -> str:
    """What an outlet prints under each report: two to four sentences, with numbers and names of their own."""
    if outlet not in _BOILERPLATE:
        luck = random.Random(f"{SEED} boilerplate {outlet}")
        _BOILERPLATE[outlet] = " ".join(
            _sentence(_proposition(luck), 0, luck) for _ in range(luck.randint(2, 4))
        )
    return _BOILERPLATE[outlet]


def _proposition(luck: random.Random) -> Proposition:
    return Proposition(
        noun=luck.choice(NOUNS),
        verb=luck.choice(VERBS),
        adjective=luck.choice(ADJECTIVES),
        people=luck.choice(PEOPLE),
        number=_number(luck),
        place=_name(luck),
        person=f"{_name(luck)} {_name(luck)}",
        role=luck.choice(ROLES),
        reason=luck.choice(REASONS),
        pattern=luck.randrange(len(PATTERNS)),
    )


def _number(luck: random.Random) -> str:
    """A count as news gives them: two digits to five, round ones more often than not."""
    value = int(10 ** luck.uniform(1.1, 4.7))
    if luck.random() < 0.3:
        value = max(20, round(value, -len(str(value)) + 2))
    return f"{value:,}"


def _name(luck: random.Random) -> str:
    return "".join(luck.choice(SYLLABLES) for _ in range(luck.randint(2, 3))).capitalize()


def _sentence(told: Proposition, wording: int, luck: random.Random) -> str:
    """The proposition in words; another `wording` is another pattern and other words for all but facts and names."""
    pattern = PATTERNS[(told.pattern + wording * luck.randrange(1, len(PATTERNS))) % len(PATTERNS)]
    chosen = {
        field: words[wording] if wording < len(words) else words[0]
        for field, words in (
            ("noun", told.noun),
            ("verb", told.verb),
            ("adjective", told.adjective),
            ("people", told.people),
            ("role", told.role),
            ("reason", told.reason),
        )
    }
    time = luck.choice(TIMES)
    capital = {f"{field}_cap": _capital(chosen[field]) for field in ("people", "role", "reason")}
    return pattern.format(
        **chosen,
        **capital,
        time_cap=_capital(time),
        number=told.number,
        place=told.place,
        person=told.person,
        opening=luck.choice(OPENINGS),
        ending=luck.choice(ENDINGS),
        manner=luck.choice(MANNERS),
        time=time,
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def main(size: int, folder: Path) -> None:
    for one in corpus(size):
        path = folder / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{one.text}\n", "utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
