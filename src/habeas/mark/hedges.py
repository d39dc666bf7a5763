"""Hedges and negations: words that say how firmly, or whether at all, the words near them hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from habeas.mark.allegations import held
from habeas.mark.denials import Denials, denial, denials
from habeas.mark.inverted import inverted
from habeas.mark.joints import joints
from habeas.mark.named import in_name
from habeas.mark.scopes import Clauses, SentenceWords, clause, clauses, cue_sentences, following, noun_phrase
from habeas.mark.unsaid import Unsaid, unsaid, unsaid_words
from habeas.model.columns import lasting
from habeas.model.marks import Cue, Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.packs.lexicon import lexicon

__all__ = ["hedges", "negations"]


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon of one language: cue word to modality, by the way the cue stands to its scope."""

    adjectives: dict[str, str]
    phrases: dict[str, tuple[tuple[str, ...], str]]
    adverbs: dict[str, str]
    modals: dict[str, str]
    openers: dict[str, str]
    with_to: dict[str, str]
    attempts: dict[str, str]
    considered: dict[str, str]
    gerunds: tuple[str, ...]
    awaited: frozenset[str]
    inverting: frozenset[str]
    by: frozenset[str]
    inverted: frozenset[str]
    fates: frozenset[str]
    passives: dict[str, str]
    reputed: dict[str, str]
    impersonal: frozenset[str]
    charges: dict[str, str]
    claims: dict[str, str]
    contents: dict[str, str]
    clausal: frozenset[str]
    taken: frozenset[str]
    cues: frozenset[str]
    deny: dict[str, frozenset[str]]
    denials: Denials
    denying: frozenset[str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    to: frozenset[str]
    not_modal: frozenset[str]
    unclaimed: frozenset[str]
    dating: frozenset[str]
    unsaid: Unsaid
    leaving: frozenset[str]
    stops: frozenset[str]
    clauses: Clauses


_GOING_ON = 12
"""Words back from "nor" in which its "neither" stands."""
_DENIED = 6
"""Words back from a verb of denying in which it can be negated."""
_TAKEN = 5
"""Words behind a verb of claiming among which it says that lives are taken."""
_DATED = 4
"""Words at most that say when, between a verb and its "to"."""


_TABLES = (
    "adjectives", "adverbs", "modals", "openers", "with_to", "attempts", "considered", "passives", "reputed", "charges",
    "contents",
)  # fmt: skip
"""Tables of the lexicon that are kept under their own names: cue to modality."""


@cache
def _words(language: str) -> _Words:
    table = lexicon(language if language in ("en", "es") else "en", "hedges")
    sets = {name: frozenset(words) for name, words in table["words"].items()}
    deny = {name: frozenset(words) for name, words in table["negations"].items()}
    leaving = deny["clause"] | deny["with_to"] | deny["determiners"]
    refusing = denials(deny)
    over = (*deny["clause"], *deny["determiners"], *deny["following"], *deny["with_to"], *deny["with_of"])
    phrases = {p.split()[0]: (tuple(p.split()), value) for p, value in table["adjective_phrases"].items()}
    return _Words(
        **{name: table[name] for name in _TABLES},
        awaited=sets["awaited"],
        inverting=lasting(sets["inverting"]),
        clausal=sets["clausal"],
        taken=sets["taken"],
        by=sets["by"],
        inverted=sets["inverted"] | sets["determiners"] | sets["subjects"],
        impersonal=sets["impersonal"],
        fates=sets["fates"],
        unclaimed=sets["unclaimed"],
        be=sets["be"],
        auxiliaries=sets["auxiliaries"],
        to=sets["to"],
        dating=sets["dating"],
        phrases=phrases,
        claims={**table["claims"], **table["opinions"]},
        gerunds=tuple(table["words"]["gerund_endings"]),
        cues=lasting(
            frozenset(word for idea in (*_TABLES, "claims", "opinions") for word in table[idea]).union(
                phrases, leaving, sets["awaited"]
            )
        ),
        deny=deny,
        denials=refusing,
        denying=lasting(refusing.cues.union(over)),
        unsaid=unsaid_words(table["unsaid"]),
        leaving=leaving,
        stops=sets["determiners"] | sets["links"] | sets["joiners"],
        not_modal=sets["nouns_not_modals"],
        clauses=clauses(
            sets,
            tuple(table["words"]["verb_endings"]),
            joints(language if language in ("en", "es") else "en", table["words"]),
        ),
    )


def hedges(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Cue, ...]:
    """Hedges in text order, each with the modality it implies and the words in its scope.

    An adjective ("alleged") stands over its noun phrase, a modal or an adverb over its clause, a verb of claiming or
    a charge over what follows it.
    """
    known = _words(report.language)
    kept: list[Cue] = []
    for here, i in cue_sentences(report.text, words, parts, known.cues):
        cue = _hedge(report.text, here, i, known)
        if cue is not None:
            kept.append(cue)
    opened = inverted(report.text, words, parts, known.inverting, known.inverted)
    return tuple(sorted(kept + opened, key=lambda cue: cue.span.start) if opened else kept)


def negations(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Cue, ...]:
    """Negations in text order, with the words in their scope; a denial ("denied") has the modality `denied`."""
    known = _words(report.language)
    kept: list[Cue] = []
    for here, i in cue_sentences(report.text, words, parts, known.denying):
        cue = _negation(report.text, here, i, known)
        if cue is not None:
            kept.append(cue)
    return tuple(kept)


def _hedge(text: str, here: SentenceWords, i: int, known: _Words) -> Cue | None:
    word, before, after = here.low(i), here.low(i - 1), here.low(i + 1)
    cue = here.span(i, i + 1)
    if word in known.phrases:
        return _phrase(here, i, known)
    if word in known.openers:
        return Cue(cue, "hedge", known.openers[word], _whole(cue, following(here, i, known.clauses)))
    if word in known.modals:
        return _modal(text, here, i, known)
    if word in known.adverbs:
        return Cue(cue, "hedge", known.adverbs[word], _adverb_scope(here, i, known))
    if after in known.to and _before_noun(here, i + 2, known):
        return None  # "due to a lack of water"
    if word in known.passives and before in known.be and after in known.to:
        return Cue(here.span(i, i + 2), "hedge", known.passives[word], clause(here, i, known.clauses))
    if word in known.reputed and before in known.be and _is_impersonal(here, i, known):
        return Cue(here.span(i - 1, i + 1), "hedge", known.reputed[word], following(here, i, known.clauses))
    if word in known.passives and after in known.fates:
        return Cue(here.span(i, i + 1), "hedge", known.passives[word], clause(here, i, known.clauses))
    if word in known.with_to and after in known.to and not (word == "set" and before in ("a", "the")):
        if before in known.clauses.determiners or before.endswith(("'s", "s'")):
            return Cue(here.span(i, i + 2), "hedge", known.with_to[word], following(here, i, known.clauses))
        return Cue(here.span(i, i + 2), "hedge", known.with_to[word], clause(here, i, known.clauses))
    if word in known.attempts and after in known.to:
        return Cue(here.span(i, i + 2), "hedge", known.attempts[word], _deed(here, i + 1, known))
    if word in known.considered and after.endswith(known.gerunds):
        return Cue(cue, "hedge", known.considered[word], _deed(here, i, known))
    if word in known.awaited and before in known.to and here.low(i - 2) in known.be:
        return Cue(here.span(i - 2, i + 1), "hedge", "planned", clause(here, i - 2, known.clauses))
    if word in known.charges and after == known.charges[word]:
        return Cue(here.span(i, i + 2), "hedge", "alleged", following(here, i + 1, known.clauses))
    if word in known.contents and (scope := held(here, i, known.clausal, known.clauses)):
        return Cue(cue, "hedge", known.contents[word], scope)
    if word in known.claims:
        return _claim(here, i, known)
    if word in known.leaving:
        return _left_open(here, i, known)
    if word in known.adjectives and after in known.by and word.endswith(known.clauses.verb_endings):
        return Cue(cue, "hedge", known.adjectives[word], following(here, i, known.clauses))
    if word in known.adjectives and _attributive(here, i, known):
        return Cue(cue, "hedge", known.adjectives[word], noun_phrase(here, i, known.clauses))
    return None


def _is_impersonal(here: SentenceWords, i: int, known: _Words) -> bool:
    """Whether nobody is named who says it: "it is [alleged] that", "it has been [claimed] that"."""
    return here.low(i - 2) in known.impersonal or here.low(i - 3) in known.impersonal


def _deed(here: SentenceWords, i: int, known: _Words) -> Span:
    """What is to be done, behind word `i`: up to a sign, or to a word that opens or tells of something else."""
    end = i + 1
    while here.low(end) and here.low(end) not in known.clauses.stops and here.low(end) != ".":
        end += 1
    return here.span(i + 1, end) if end > i + 1 else here.span(i, i + 1)


def _before_noun(here: SentenceWords, i: int, known: _Words) -> bool:
    """Whether a noun follows "to", and no verb."""
    return here.low(i) in known.clauses.determiners or here.low(i + 1) in known.clauses.of


def _phrase(here: SentenceWords, i: int, known: _Words) -> Cue | None:
    words, value = known.phrases[here.low(i)]
    end = i + len(words)
    if tuple(here.low(k) for k in range(i, end)) == words:
        scope = noun_phrase(here, end - 1, known.clauses)
        return Cue(here.span(i, end), "hedge", value, Span(here.words[i].start, scope.end))
    return _modal("", here, i, known) if here.low(i) in known.modals else None


def _modal(text: str, here: SentenceWords, i: int, known: _Words) -> Cue | None:
    word, before = here.low(i), here.low(i - 1)
    if before in known.not_modal and not word.endswith("'ll"):
        return None  # "his will", "a may"
    start = here.words[i].start
    capital = text[start : start + 1].isupper()
    opens = i == here.first or before in ("“", '"', ",", ":")
    if capital and (not opens or text[here.words[i].end + 1 : here.words[i].end + 2].isupper()):
        return None  # the month of May, a person called Will
    return Cue(here.span(i, i + 1), "hedge", known.modals[word], _clause(here, i, known))


def _claim(here: SentenceWords, i: int, known: _Words) -> Cue | None:
    """ "claims that ..." as a verb; a noun ("the claims") and a bare one are no hedge."""
    before, after = here.low(i - 1), here.low(i + 1)
    noun = before in known.clauses.determiners or before in known.clauses.prepositions - known.to
    if (
        (noun and after != "that")
        or before in known.unclaimed
        or any(here.low(k) in known.taken for k in range(i + 1, i + _TAKEN))
        or not after
        or after in (",", ".", "for", "against", "by", "and", "were", "was")
    ):
        return None
    return Cue(here.span(i, i + 1), "hedge", known.claims[here.low(i)], following(here, i, known.clauses))


def _attributive(here: SentenceWords, i: int, known: _Words) -> bool:
    """Whether an adjective stands before a noun here: not "is possible", nor a verb ("police reported that")."""
    before, after = here.low(i - 1), here.low(i + 1)
    if (
        not after
        or not after[0].isalpha()
        or after in known.clauses.closers
        or after in known.clauses.determiners
    ):
        return False
    if after in known.clauses.of or after in known.clauses.prepositions:
        return False
    if not here.low(i).endswith("ed") or (here.low(i) == "alleged" and before != ""):
        return True
    return (
        before in known.clauses.determiners
        or before in known.clauses.prepositions
        or before in ("", ",", "and")
    )


def _adverb_scope(here: SentenceWords, i: int, known: _Words) -> Span:
    """The noun phrase when the adverb stands inside one ("an allegedly stolen car"), else the clause."""
    before = here.low(i - 1)
    inside = (
        before in known.clauses.determiners
        or before in known.clauses.of
        or before in ("other", "many", "some")
    )
    if inside and before not in ("this", "that"):
        return noun_phrase(here, i, known.clauses)
    if before in known.clauses.prepositions and here.low(i + 1) not in known.clauses.determiners:
        return noun_phrase(here, i, known.clauses)
    return clause(here, i, known.clauses)


def _whole(cue: Span, scope: Span) -> Span:
    return Span(min(cue.start, scope.start), max(cue.end, scope.end))


def _negation(text: str, here: SentenceWords, i: int, known: _Words) -> Cue | None:
    word, before, after = here.low(i), here.low(i - 1), here.low(i + 1)
    cue, deny = here.span(i, i + 1), known.deny
    if after in deny["exempt_after"] or here.low(i + 2) in deny["exempt_than"]:
        return None  # "no more than", "no longer than"
    if text[cue.start].isupper() and in_name(text, here, i):
        return None
    if word == "not" and before == "if":
        return None
    if word in deny["determiners"]:
        return _determiner(text, here, i, known)
    if word == "not" and here.low(i + 1) and before not in known.auxiliaries and known.auxiliaries:
        return Cue(cue, "negation", None, _aside(here, i, known))
    if word in deny["clause"]:
        return Cue(cue, "negation", None, _clause(here, i, known))
    if word in deny["following"]:
        if end := unsaid(here, i, known.unsaid, known.stops):
            return Cue(cue, "negation", None, here.span(i, end))  # "nor said that ..."
        scope = here.span(i, min(i + 2, here.last)) if _goes_on(here, i, known) else _aside(here, i, known)
        return Cue(cue, "negation", None, scope)
    if word in deny["with_to"] and (to := _infinitive(here, i, known)):
        scope = _deed(here, to, known) if word.endswith(known.gerunds) else _clause(here, i, known)
        return Cue(here.span(i, to + 1), "negation", None, scope)  # "under fire for failing to act"
    if word in deny["with_of"] and after in known.clauses.of:
        scope = noun_phrase(here, i + 1, known.clauses)
        return Cue(here.span(i, i + 2), "negation", None, _whole(cue, scope))
    if word in known.denials.cues and not _is_unsaid(here, i, known):
        return denial(here, i, known.denials, known.clauses, known.be)
    return None


def _clause(here: SentenceWords, i: int, known: _Words) -> Span:
    """The clause around word `i`; where it stands over a verb of saying, without what is said: "would not [confirm]"."""
    whole, end = clause(here, i, known.clauses), unsaid(here, i, known.unsaid, known.stops)
    return whole if end == 0 else Span(whole.start, here.words[end - 1].end)


def _aside(here: SentenceWords, i: int, known: _Words) -> Span:
    """Word `i` and what it stands over; of an aside, and of what opens a sentence, as far as the comma: "60 men, [not 40],
    were moved", "[Without a lawyer], 40 were moved"."""
    whole = _whole(here.span(i, i + 1), following(here, i, known.clauses))
    if i > here.first and here.low(i - 1) != ",":
        return whole
    for at in range(i + 1, here.last):
        if here.words[at].start >= whole.end:
            break
        if here.low(at) == ",":
            return here.span(i, at)
    return whole


def _goes_on(here: SentenceWords, i: int, known: _Words) -> bool:
    """Whether the word goes on a negation, which stands over all but the verb already: "neither frees [nor] pardons"."""
    if here.low(i) not in known.unsaid.linking or here.low(i - 1) == ",":
        return False
    return any(here.low(at) in known.unsaid.subjects for at in range(max(here.first, i - _GOING_ON), i))


def _is_unsaid(here: SentenceWords, i: int, known: _Words) -> bool:
    """Whether a verb of denying is negated itself: "did not [deny]", "neither confirmed nor [denied]"."""
    if not known.unsaid.holds(here.low(i)):
        return False
    return any(
        here.low(at) in known.leaving and unsaid(here, at, known.unsaid, known.stops) > i
        for at in range(max(here.first, i - _DENIED), i)
    )


def _left_open(here: SentenceWords, i: int, known: _Words) -> Cue | None:
    """What was not said, confirmed or denied, and is put forward all the same: "did not confirm [that 14 had died]"."""
    end = unsaid(here, i, known.unsaid, known.stops)
    after = here.low(end) if end else ""
    if not after or not after[0].isalnum() or after in known.unsaid.asking or after in known.openers:
        return None
    if here.low(end - 1) not in known.unsaid.open:
        return None
    return Cue(here.span(i, end), "hedge", "alleged", following(here, end - 1, known.clauses))


def _infinitive(here: SentenceWords, i: int, known: _Words) -> int:
    """Where the "to" stands that goes on a verb, right behind it or behind when it was: "refused on Thursday [to] halt";
    0 where there is none."""
    for at in range(i + 1, i + 2 + _DATED):
        word = here.low(at)
        if word in known.to:
            return at
        if word not in known.dating:
            return 0
    return 0


def _determiner(text: str, here: SentenceWords, i: int, known: _Words) -> Cue | None:
    """ "no": over the clause ("no charges were filed"), or over what follows a preposition ("with no hearing")."""
    cue, after = here.span(i, i + 1), here.low(i + 1)
    if not after or not (after[0].isalpha() or after[0].isdigit()):
        return None  # "No, he said", "No. 3"
    if text[cue.start : cue.end] == "No" and after[0].isdigit():
        return None
    if here.low(i - 1) in known.clauses.prepositions:
        return Cue(cue, "negation", None, _whole(cue, following(here, i, known.clauses)))
    return Cue(cue, "negation", None, _clause(here, i, known))
