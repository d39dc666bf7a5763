"""The words of one language that claim makers know, as sets made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.mark.names.gazetteer import gazetteer
from habeas.packs.lexicon import lexicon

__all__ = ["DIVIDING", "Vocabulary", "vocabulary"]

DIVIDING = frozenset(';:—–()[]“”«»"…')
"""Signs at which a sentence is divided."""

_KNOWN = ("en", "es")
_APART = (
    "called",
    "denying_prefixes",
    "extents",
    "offspring",
    "person_endings",
    "plural_endings",
    "ranges",
    "worth",
)
"""What the table holds besides sets of words."""
_NEVER: Final = 0
_VERB: Final = 1
_VERB_OR_NOUN: Final = 2
_PARTICIPLE: Final = 3
"""What a word can do as a verb: nothing, be one, be one where no noun can stand, be one that ends like a participle."""
_REMEMBERED: Final = 32768
"""Words of which that is remembered at most."""
_LIGHT = ("articles", "auxiliaries", "joiners", "pronouns", "adverbs", "openers")
"""Sets of words that alone make no subject; together they are `Vocabulary.light`."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of `packs/language/<code>/counting.toml`; every set holds folded words."""

    acting: frozenset[str]
    adverbs: frozenset[str]
    bearings: frozenset[str]
    belongings: frozenset[str]
    increments: frozenset[str]
    infinitive: frozenset[str]
    informants: frozenset[str]
    intended: frozenset[str]
    purposes: frozenset[str]
    orders: frozenset[str]
    another: frozenset[str]
    among: frozenset[str]
    anybody: frozenset[str]
    anyone: frozenset[str]
    particles: frozenset[str]
    willing: frozenset[str]
    enforcers: frozenset[str]
    articles: frozenset[str]
    asides: frozenset[str]
    agents: frozenset[str]
    extents: dict[str, str]
    worth: tuple[str, ...]
    ranges: dict[str, frozenset[str]]
    """Words that open a range, each with those that lead to its end."""
    changes: frozenset[str]
    changing: frozenset[str]
    counting_verbs: frozenset[str]
    deciding: frozenset[str]
    deeds: frozenset[str]
    giving: frozenset[str]
    heading: frozenset[str]
    settlements: frozenset[str]
    dwellers: frozenset[str]
    gatherings: frozenset[str]
    rest: frozenset[str]
    respectively: frozenset[str]
    resting: frozenset[str]
    valued: frozenset[str]
    origins: frozenset[str]
    instruments: frozenset[str]
    objects: frozenset[str]
    several: frozenset[str]
    punishing: frozenset[str]
    leading_to: frozenset[str]
    nearing: frozenset[str]
    travelling: frozenset[str]
    prepositional: frozenset[str]
    buildings: frozenset[str]
    population: frozenset[str]
    courses: frozenset[str]
    crosses: frozenset[str]
    having: frozenset[str]
    carrying: frozenset[str]
    heights: frozenset[str]
    locatives: frozenset[str]
    naming: frozenset[str]
    meanwhile: frozenset[str]
    former: frozenset[str]
    raising: frozenset[str]
    penalties: frozenset[str]
    recipients: frozenset[str]
    without: frozenset[str]
    limits: frozenset[str]
    whom: frozenset[str]
    definite: frozenset[str]
    including: frozenset[str]
    describing: frozenset[str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    offspring: str
    measures: frozenset[str]
    parents: frozenset[str]
    partitive: frozenset[str]
    unsized: frozenset[str]
    reckonings: frozenset[str]
    rates: frozenset[str]
    putting: frozenset[str]
    maybe: frozenset[str]
    months: frozenset[str]
    entire: frozenset[str]
    not_entire: frozenset[str]
    excepting: frozenset[str]
    populations: frozenset[str]
    prepositions: frozenset[str]
    comparing: frozenset[str]
    openers: frozenset[str]
    joiners: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    possessing: frozenset[str]
    pointers: frozenset[str]
    present: frozenset[str]
    relatives: frozenset[str]
    scales: frozenset[str]
    seeing: frozenset[str]
    since: frozenset[str]
    sizing: frozenset[str]
    spanning: frozenset[str]
    impersonal: frozenset[str]
    keepers: frozenset[str]
    lacking: frozenset[str]
    locating: frozenset[str]
    stretches: frozenset[str]
    awaited: frozenset[str]
    suffered: frozenset[str]
    them: frozenset[str]
    timely: frozenset[str]
    trading: frozenset[str]
    costing: frozenset[str]
    dummies: frozenset[str]
    exchanging: frozenset[str]
    existing: frozenset[str]
    bargains: frozenset[str]
    turning: frozenset[str]
    until: frozenset[str]
    when: frozenset[str]
    elsewhere: frozenset[str]
    works: frozenset[str]
    us: frozenset[str]
    demonstratives: frozenset[str]
    labels: frozenset[str]
    set_phrases: frozenset[str]
    persons: frozenset[str]
    verbs: frozenset[str]
    verbs_or_nouns: frozenset[str]
    light: frozenset[str]
    jointed: frozenset[str]
    """Words and signs at which a sentence can be divided at all."""
    participle_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    person_endings: tuple[str, ...]
    denying_prefixes: tuple[str, ...]
    given: frozenset[str]
    """Names of people that end as participles do: "Ahmed"."""
    gerund: tuple[str, ...]
    met: dict[str, int]
    """What the words met so far can do as verbs."""

    def finite(self, word: str, before: str) -> bool:
        """Whether `word`, after the word `before`, acts as a verb."""
        can = self.met.get(word)
        if can is None:
            can = self._can(word)
        if can == _NEVER:
            return False
        if can == _VERB and before in self.heading and word not in self.auxiliaries:
            return False  # "a fall in prices"
        if can == _VERB_OR_NOUN:
            if before in self.articles or before in self.prepositions or before.isdigit():
                return False
        elif (before in self.articles and can == _PARTICIPLE) or (
            before in self.heading and word.endswith(self.participle_endings)
        ):
            return False  # "the extended family"
        elif word in self.describing and (before[:1].isdigit() or before in self.joiners):
            return False  # "and 39 suspected smugglers"
        # A verb in -s has one subject: after "31" "shelters" is a noun.
        return not (before == "-" or (before[:1].isdigit() and before != "1" and word.endswith("s")))

    def _can(self, word: str) -> int:
        """What a word that is met for the first time can do as a verb."""
        if word in self.verbs or word in self.auxiliaries:
            can = _VERB
        elif word in self.verbs_or_nouns:
            can = _VERB_OR_NOUN
        else:
            regular = len(word) > 3 and word.endswith(self.participle_endings) and word not in self.given
            regular = regular and not word.startswith(self.denying_prefixes)  # "74 unaccompanied children"
            can = _PARTICIPLE if regular and word not in self.persons else _NEVER
        if len(self.met) < _REMEMBERED:
            self.met[word] = can
        return can


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language code; English for a language that has none."""
    code = language[:2] if language[:2] in _KNOWN else "en"
    table = lexicon(code, "counting")
    offspring = str(table["offspring"][0])
    sets = {name: frozenset(words) for name, words in table.items() if name not in _APART}
    endings = (
        ("ó", "aron", "ieron", "aban", "ían", "ará", "arán", "erá", "erán", "irá", "irán", "ados", "adas")
        if code == "es"
        else ("ed",)
    )
    known = gazetteer(code)
    named = (*known.given, *known.surnames, *table["called"])
    gerund = ("ando", "iendo", "yendo") if code == "es" else ("ing",)
    light = frozenset().union(*(sets[name] for name in _LIGHT))
    jointed = DIVIDING | {",", "-"} | sets["openers"] | sets["joiners"] | sets["meanwhile"]
    return Vocabulary(
        **sets,
        light=light,
        jointed=jointed,
        offspring=offspring,
        extents=dict(table.get("extents", {})),
        ranges={word: frozenset(closing) for word, closing in table["ranges"].items()},
        worth=tuple(table["worth"]),
        participle_endings=endings,
        plural_endings=tuple(table["plural_endings"]),
        person_endings=tuple(table["person_endings"]),
        denying_prefixes=tuple(table["denying_prefixes"]),
        given=frozenset(name for name in named if name.endswith(endings)),
        gerund=gerund,
        met={},
    )
