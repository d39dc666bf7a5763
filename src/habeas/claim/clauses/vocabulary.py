"""The words of one language as the clause parser needs them: closed classes, and every form of every verb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.spanish import spanish_forms
from habeas.packs.lexicon import Table, lexicon

__all__ = [
    "BASE",
    "BOTH",
    "GERUND",
    "PARTICIPLE",
    "PAST",
    "PRESENT",
    "Form",
    "Vocabulary",
    "Word",
    "vocabulary",
]

BASE: Final = 1
PRESENT: Final = 2  # third person singular
PAST: Final = 4
PARTICIPLE: Final = 8
GERUND: Final = 16
NOUN: Final = 32
ADJECTIVE: Final = 64


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a verb: its lemma, and the forms (bits) that it can be, with NOUN and ADJECTIVE."""

    lemma: str
    can: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word before its neighbours are looked at: its closed tag, its verb form or None, as it is read written `small` and
    with a `capital`; the tag that its `shape` alone gives; whether no neighbour changes its tag (`settled`); whether
    it begins with a letter (`alpha`)."""

    small: int | Form | None
    capital: int | Form | None
    shape: int
    settled: bool
    alpha: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of a language's words. `closed` maps a word to its tag, `verbs` a spelling to its form.

    `accusing` maps a verb by which somebody is accused to its participle. `joined` are the verbs of `fixed`, which are one with their noun; `settled` are closed
    words whose tag depends on no neighbour; `met` remembers the words that reports have held.
    """

    language: str
    closed: dict[str, int]
    verbs: dict[str, Form]
    settled: frozenset[str]
    plurals: frozenset[str]
    givers: frozenset[str]
    contents: frozenset[str]
    links: frozenset[str]
    comments: frozenset[str]
    abilities: frozenset[str]
    preceding: frozenset[str]
    privative: frozenset[str]
    fixed: frozenset[str]
    joined: frozenset[str]
    aspects: frozenset[str]
    control: frozenset[str]
    topical: frozenset[str]
    questions: frozenset[str]
    intransitive: frozenset[str]
    terms: frozenset[str]
    several: frozenset[str]
    pronominal: frozenset[str]
    plurally: frozenset[str]
    alongside: frozenset[str]
    indefinite: frozenset[str]
    stipulated: frozenset[str]
    elapsed: frozenset[str]
    exempt: frozenset[str]
    particles: frozenset[str]
    reputing: frozenset[str]
    usually: frozenset[str]
    allegedly: frozenset[str]
    wrongs: frozenset[str]
    addressed: frozenset[str]
    accusing: dict[str, str]
    charges: frozenset[str]
    nouns_singular: frozenset[str]
    appealing: frozenset[str]
    taking: frozenset[str]
    awaiting: frozenset[str]
    degrees: frozenset[str]
    open_ended: frozenset[str]
    needed: frozenset[str]
    themselves: frozenset[str]
    furnished: frozenset[str]
    describing: frozenset[str]
    placing: frozenset[str]
    turning: frozenset[str]
    withheld: frozenset[str]
    helping: frozenset[str]
    homeward: frozenset[str]
    manning: frozenset[str]
    massed: frozenset[str]
    modifying: frozenset[str]
    pointing: frozenset[str]
    recent: frozenset[str]
    ending: frozenset[str]
    hours: frozenset[str]
    securing: frozenset[str]
    plainly: frozenset[str]
    personal: frozenset[str]
    spending: frozenset[str]
    ditransitive: frozenset[str]
    ruling: frozenset[str]
    finding: frozenset[str]
    leading: frozenset[str]
    alone: frozenset[str]
    """Determiners that can be a subject by themselves: `pointing` and `several`."""
    times: frozenset[str]
    articles: frozenset[str]
    groupings: frozenset[str]
    floating: frozenset[str]
    owning: frozenset[str]
    nominal: frozenset[str]
    accusers: frozenset[str]
    serving: frozenset[str]
    wavering: frozenset[str]
    ages: frozenset[str]
    reporting: frozenset[str]
    contending: frozenset[str]
    admitting: frozenset[str]
    uncovering: frozenset[str]
    showing: frozenset[str]
    papers: frozenset[str]
    pictures: frozenset[str]
    states: frozenset[str]
    valued: frozenset[str]
    joining: frozenset[str]
    witnessing: frozenset[str]
    exchange: frozenset[str]
    binding: frozenset[str]
    reporting_lemmas: frozenset[str]
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    agents: tuple[str, ...]
    met: dict[str, Word]


_CLOSED: Final = (
    ("adverbs", t.ADV),
    ("adjectives", t.ADJ),
    ("nouns", t.N),
    ("prepositions", t.PREP),
    ("subordinators", t.SUB),
    ("determiners", t.DET),
    ("numbers", t.NUM),
    ("objects", t.OBJ),
    ("possessives", t.POSS),
    ("pronouns", t.PRON),
    ("relatives", t.REL),
    ("conjunctions", t.CC),
    ("modals", t.MODAL),
    ("auxiliary_be", t.BE),
    ("auxiliary_do", t.DO),
    ("auxiliary_have", t.HAVE),
    ("negators", t.NEG),
)
"""Later classes win where a word stands in several."""

_TOLD: Final = ("papers", "pictures", "showing", "states")
"""Lists of what tells, and of what is told."""
_SIGNS: Final = {
    ",": t.COMMA,
    "—": t.DASH,
    "–": t.DASH,
    "•": t.DASH,
    ":": t.COLON,
    ";": t.COLON,
    ".": t.COLON,
    "!": t.COLON,
    "?": t.COLON,
    "|": t.COLON,
    "…": t.COLON,
    '"': t.QUOTE,
    "“": t.QUOTE,
    "”": t.QUOTE,
    "«": t.QUOTE,
    "»": t.QUOTE,
    "‘": t.QUOTE,
    "'": t.QUOTE,
    "’": t.QUOTE,
    "(": t.PAREN,
    ")": t.PAREN,
    "[": t.HYPHEN,
    "]": t.HYPHEN,
    "-": t.HYPHEN,
    "‑": t.HYPHEN,
    "$": t.NUM,
    "€": t.NUM,
    "£": t.NUM,
    "%": t.NUM,
    "&": t.N,
}
_MOVABLE: Final = frozenset({t.N, t.NUM, t.ADV, t.ADJ, t.MODAL})
"""Tags of closed words that a capital or the word before can change."""
_PLACED: Final = frozenset(
    {"-", ":", "a", "am", "at", "estado", "because", "her", "para", "que", "than", "that"}
)
"""Closed words whose tag is read from the words around them, beside `BOTH` and the apostrophes."""
BOTH: Final = frozenset({"after", "as", "before", "once", "since", "than", "until", "like"})
"""Words that are a preposition before a noun phrase and open a clause before a subject with its verb."""

_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")


_OPTIONAL: Final = (
    "ages", "alongside", "appealing", "articles", "awaiting", "taking", "degrees", "describing", "open_ended", "ditransitive", "elapsed", "ending", "exempt", "finding",
    "floating", "furnished", "groupings", "helping", "homeward", "indefinite", "joining", "leading", "manning", "massed", "personal", "plainly", "modifying", "needed", "nominal", "owning", "particles", "placing", "plurally",
    "pointing", "pronominal", "recent", "securing", "serving", "hours", "ruling", "several", "spending", "stipulated", "terms", "themselves", "times", "turning", "valued", "withheld",
)  # fmt: skip
"""Lists of words that a language may lack."""


@cache
def vocabulary(language: str, more: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary of `language`, built once from `clauses.toml` and `verbs.toml`. Raises PackError.

    `more` are lemmas of a pack: those that the lexicon lacks are taken for regular verbs that may be nouns too.
    """
    table = lexicon(language, "clauses")
    words, endings, said = table["words"], table["endings"], table["reporting"]
    closed = {**_SIGNS, **{word: tag for name, tag in _CLOSED for word in words.get(name, ())}}
    closed.update(_contractions() if language == "en" else {})
    verb_table = _with_more(lexicon(language, "verbs"), more.difference(closed))
    forms = spanish_forms(verb_table) if language == "es" else _english_forms(verb_table)
    verbs = {word: Form(*form) for word, form in forms.items()}
    return Vocabulary(
        language=language,
        closed=closed,
        verbs=verbs,
        settled=_settled(closed).difference(words.get("degrees", ())),
        plurals=frozenset(words["plurals"]),
        givers=frozenset(words["givers"]),
        contents=frozenset(words["contents"]),
        links=frozenset(words["links"]),
        comments=frozenset(said["comments"]),
        fixed=frozenset(said["fixed"]),
        joined=frozenset([phrase.partition(" ")[0] for phrase in said["fixed"]]),
        aspects=frozenset(said["aspects"]),
        topical=frozenset(said["topical"]),
        control=frozenset(said["control"]),
        abilities=frozenset(words["abilities"]),
        preceding=frozenset(words["preceding"]),
        privative=frozenset(words["privative"]),
        questions=frozenset(words["questions"]),
        **{name: frozenset(words.get(name, ())) for name in _OPTIONAL},
        alone=frozenset(words.get("pointing", ())) | frozenset(words.get("several", ())),
        wavering=frozenset(words["adverbs"])
        & frozenset((*words.get("adjectives", ()), *words["subordinators"])),
        nouns_singular=frozenset(verb_table.get("nouns_singular", ())),
        intransitive=frozenset(verb_table.get("intransitive", ())),
        contending=_forms_of(verbs, said.get("contending", ())),
        uncovering=_forms_of(verbs, said.get("uncovering", ())),
        **{name: frozenset(said.get(name, ())) for name in _TOLD},
        admitting=_forms_of(verbs, said.get("admitting", ())),
        witnessing=frozenset(said.get("witnessing", ())),
        accusing=_participles(verbs, said.get("accusing", ())),
        accusers=frozenset(said.get("accusers", ())),
        reputing=frozenset(said.get("reputing", ())),
        usually=frozenset(said.get("usually", ())),
        allegedly=frozenset(said.get("allegedly", ())),
        wrongs=frozenset(said.get("wrongs", ())),
        addressed=frozenset(said.get("addressed", ())),
        charges=frozenset(said.get("charges", ())),
        exchange=frozenset(said.get("exchange", ())),
        binding=frozenset(said.get("binding", ())),
        reporting_lemmas=frozenset(said["verbs"]),
        reporting=_forms_of(verbs, said["verbs"]),
        adjective_endings=tuple(endings["adjective"]),
        noun_endings=tuple(endings["noun"]),
        agents=tuple(endings.get("agents", ())),
        met={},
    )


def _settled(closed: dict[str, int]) -> frozenset[str]:
    """The words of the closed classes whose tag no neighbour changes."""
    movable = (*_PLACED, *BOTH, "'", "’")
    return frozenset(word for word, tag in closed.items() if tag not in _MOVABLE and word not in movable)


def _forms_of(verbs: dict[str, Form], lemmas: Iterable[str]) -> frozenset[str]:
    """Every form of the verbs with these lemmas."""
    return frozenset(word for word, form in verbs.items() if form.lemma in lemmas)


def _participles(verbs: dict[str, Form], lemmas: Iterable[str]) -> dict[str, str]:
    """The participle of each of some verbs."""
    return {
        form.lemma: word for word, form in verbs.items() if form.lemma in lemmas and form.can & PARTICIPLE
    }


def _with_more(table: Table, more: frozenset[str]) -> Table:
    """The table of verbs with further ones; a short verb with one vowel doubles its last letter."""
    new = sorted(more - set(table["verbs"]))
    made = {**table, "verbs": [*table["verbs"], *new], "nouns_too": [*table["nouns_too"], *new]}
    if "doubling" in table:
        made["doubling"] = [*table["doubling"], *(verb for verb in new if _SHORT.fullmatch(verb))]
    return made


def _contractions() -> dict[str, int]:
    made = {}
    for pronoun in ("i", "he", "she", "it", "we", "you", "they", "that", "there", "who", "what"):
        made[f"{pronoun}'s"] = made[f"{pronoun}'re"] = made[f"{pronoun}'m"] = t.PRON_BE
        made[f"{pronoun}'ll"] = made[f"{pronoun}'d"] = t.PRON_MODAL
        made[f"{pronoun}'ve"] = t.PRON_HAVE
    made.update(dict.fromkeys(("isn't", "aren't", "wasn't", "weren't", "ain't"), t.BE))
    made.update(dict.fromkeys(("hasn't", "haven't", "hadn't"), t.HAVE))
    made.update(dict.fromkeys(("don't", "doesn't", "didn't"), t.DO))
    made.update(dict.fromkeys(("won't", "can't", "couldn't", "wouldn't", "shouldn't", "mustn't"), t.MODAL))
    made.update({f"{modal}'ve": t.HAVE for modal in ("could", "might", "must", "should", "would")})
    made["to"] = t.TO
    return made


def _english_forms(table: Table) -> dict[str, tuple[str, int]]:
    """Spelling to lemma and bits, for every verb of the lexicon."""
    nouns, adjectives, doubling = (frozenset(table[k]) for k in ("nouns_too", "adjectives_too", "doubling"))
    singular, pasts = frozenset(table["nouns_singular"]), frozenset(table["pasts_first"])
    irregular: dict[str, str] = table["irregular"]
    found: dict[str, tuple[str, int]] = {}

    def add(word: str, lemma: str, bits: int) -> None:
        known = found.get(word)
        if known is None:
            found[word] = (lemma, bits)
        elif known[0] == lemma or bits & BASE or not known[1] & BASE:
            found[word] = (lemma if bits & BASE else known[0], known[1] | bits)

    for lemma in table["verbs"]:
        noun = NOUN if lemma in nouns else 0
        past, participle, *other = irregular.get(lemma, " ").split(" ")
        stem = lemma + lemma[-1] if lemma in doubling else lemma
        if lemma not in pasts:
            add(lemma, lemma, BASE | noun | (ADJECTIVE if lemma in adjectives else 0))
        add(_with_s(lemma), lemma, PRESENT | (0 if lemma in singular else noun))
        add(past or _with_ed(stem), lemma, PAST | (PARTICIPLE if past.endswith("ed") else 0))
        add(participle or past or _with_ed(stem), lemma, PARTICIPLE)
        for word in other:
            add(word, lemma, PAST | PARTICIPLE)
        add(_with_ing(stem), lemma, GERUND)
    return found


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + "s"


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("c"):
        return stem + "ked"
    return stem[:-1] + "ied" if _ends_in_y(stem) else stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("c"):
        return stem + "king"
    return stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) else stem + "ing"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"


def lemmas(known: Vocabulary, words: Iterable[str]) -> tuple[str, ...]:
    """The lemma of each word that is a verb form, the word itself where it is none."""
    return tuple(known.verbs[w].lemma if w in known.verbs else w for w in words)
