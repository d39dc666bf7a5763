"""Subjects that no name stands for: "you", "they", what "there is", and "it" where somebody tells of themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.frames import singular
from habeas.claim.kinds import is_future
from habeas.claim.parses import parse_at
from habeas.claim.scenes import Scene, Subject

__all__ = ["PRONOUNS", "stand_in"]

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "él", "ella", "ellos", "ellas"})
_BODIES: Final = frozenset({"organisation", "government", "place", "court", "medium"})
_POINTING: Final = frozenset({"this", "that", "these"})
_SEVERAL: Final = frozenset({"person", "group", "moved", "held"})
_MADE: Final = frozenset({"agreement", "facility", "law", "order"})
_PARAGRAPHS: Final = 3
"""Paragraphs, blank lines between them counted, within which "it" goes on about what was made."""
_OF_PAPERS: Final = frozenset({"apply", "expire", "lapse", "pass", "require", "take effect"})
"""What papers do that are made, and hardly anybody does to them."""
_STATES: Final = frozenset({"appear", "be", "become", "happen", "seem", "take"})
"""Verbs whose "it" mostly stands for nothing: "It took two hours"."""
_SUPPOSING: Final = frozenset({"if", "unless", "si"})
_ITSELF: Final = frozenset({"it", "they"})
_MEANT: Final = {
    **dict.fromkeys(("he", "she", "él", "ella"), frozenset({"person"})),
    **dict.fromkeys(("they", "ellos", "ellas"), frozenset({"group"})),
}
"""What a pronoun stands for at least."""


def stand_in(scene: Scene, clause: Clause) -> Subject | None:
    """Whom a clause is said of where its subject is no name and no noun of its own."""
    return (
        _addressed(scene, clause)
        or _existential(scene, clause)
        or _unresolved(scene, clause)
        or _indefinite(scene, clause)
    )


def _indefinite(scene: Scene, clause: Clause) -> Subject | None:
    """ "many", "nobody", "this", and "those" with what tells who they are: nobody is named, and yet it is said of them."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] > 1:
        return None
    lo, hi = clause.subject
    word = scene.parsed.words[lo].lower
    if word not in scene.known.indefinite:
        return None
    for other in scene.parsed.clauses:
        if other.role == "relative" and other.subject == clause.subject and other is not clause:
            hi = max(hi, other.whole[1] if other.whole[1] <= clause.verb[0] else other.verb[1])
    types = frozenset() if word in _POINTING else frozenset({"group"})
    return Subject(scene.text((lo, hi)), types, None, False)


def _addressed(scene: Scene, clause: Clause) -> Subject | None:
    """ "you" stays "you"."""
    if clause.subject is None:
        return None
    word = scene.parsed.words[clause.subject[0]].lower.partition("'")[0]
    return Subject("you", frozenset(), None, False) if word in ("you", "usted", "ustedes") else None


def _unresolved(scene: Scene, clause: Clause) -> Subject | None:
    """A pronoun that the report's names do not resolve stays as it is written."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] > 2:
        return None
    word = scene.parsed.words[clause.subject[0]].lower.partition("'")[0]
    acts = not clause.group.passive and clause.group.lemmas[-1] not in _STATES
    if word == "it" and (paper := _paper(scene, clause)) is not None:
        return paper
    if clause.role == "complement" and word in _ITSELF and (is_future(clause) or (word == "it" and acts)):
        teller = _teller(scene, clause)
        if teller is not None:
            return teller
    placed = clause.role in ("main", "participial") and clause.subject[0] > 0
    if placed and word in _ITSELF and (acts or word == "they"):
        opened = _opened_by(scene, clause, several=word == "they")
        if opened is not None:
            return opened
    undergoes = clause.group.passive and _undergoes(scene, clause)
    if (
        word == "it"
        and clause.role in ("main", "coordinate")
        and clause.subject[0] == 0
        and (acts or undergoes or _is_subject_to(scene, clause))
    ):
        before = _told_before(scene)
        if before is not None and (acts or before.types & _MADE):
            return before
    return Subject(word, _MEANT.get(word, frozenset()), None, False) if word in PRONOUNS else None


def _is_subject_to(scene: Scene, clause: Clause) -> bool:
    """Whether something is said to be what only what is made can be: "It is also subject to a vote", not "It is clear that"."""
    tags = scene.parsed.tags
    lo, hi = clause.complement
    while lo < hi and tags[lo] == t.ADV:
        lo += 1
    bound = tags[lo : min(hi, lo + 2)] == [t.ADJ, t.TO] and lo + 2 < hi and tags[lo + 2] in t.NOMINAL
    return bound and clause.group.lemmas == ("be",)


def _undergoes(scene: Scene, clause: Clause) -> bool:
    """Whether something is done to "it": "it was built for 300", not "it was decided that"."""
    here = next(n for n, other in enumerate(scene.parsed.clauses) if other is clause)
    tells = any(c.host == here and c.role in ("complement", "infinitive") for c in scene.parsed.clauses)
    return not tells and not clause.group.means(scene.reporting)


def _paper(scene: Scene, clause: Clause) -> Subject | None:
    """The paper that the clause before is about, where this one tells what a paper does: "will table a bill, and it will have to
    pass through both houses"."""
    named = clause.complement[1] > clause.complement[0] and scene.index.things.get(
        scene.head(clause.complement)
    )
    copula = clause.group.lemmas[-1] == "be" and named in _MADE
    if not copula and clause.group.lemmas[-1] not in _OF_PAPERS:
        return None
    earlier = [c for c in scene.parsed.clauses if c.verb[1] <= clause.verb[0] and c is not clause]
    told = earlier[-1] if earlier else None
    for words in (told.subject, told.complement) if told is not None else ():
        if words is None or words[1] <= words[0]:
            continue
        head = scene.head(words)
        thing = scene.index.things.get(head)
        if thing in _MADE - {"facility"} and not scene.joined(*words):
            return Subject(head, frozenset({thing}), None, False)
    return None


def _opened_by(scene: Scene, clause: Clause, *, several: bool) -> Subject | None:
    """Who acts in the clause that opens the sentence: "While [the court] did not rule on the law, it froze the flights"."""
    first = scene.parsed.clauses[0]
    if first is clause or first.role != "adverbial" or first.subject is None or first.opener in _SUPPOSING:
        return None
    found = scene.subject(first.subject, scene.span(first.verb))
    if found is None or found.name.lower() in PRONOUNS or ("person" in found.types and not several):
        return None
    head = scene.head(first.subject)
    plural = scene.joined(*first.subject) or bool(found.types & _SEVERAL) or singular(head) != head
    if plural is not several or (several and found.entity is not None):
        return None
    return found if several or found.entity is not None or found.types else None


def _told_before(scene: Scene) -> Subject | None:
    """What the sentence before is about, where that is one thing and nobody: "The camp lies in a swamp. It opened in
    May"; in the paragraph before only what is made, as laws and agreements are."""
    sentences = scene.ctx.marks.sentences
    here = scene.ctx.sentence_index(scene.parsed.words[0].start)
    apart = sentences[here].block - sentences[here - 1].block if here else _PARAGRAPHS
    if not here or apart >= _PARAGRAPHS:
        return None
    first, _ = scene.ctx.token_range(sentences[here - 1].span)
    told = parse_at(scene.ctx, sentences[here - 1], first)
    if told is None:
        return None
    parsed = told[1]
    main = next((c for c in parsed.clauses if c.role == "main" and c.subject is not None), None)
    if main is None or main.subject is None:
        return None
    before = replace(scene, parsed=parsed)
    several = before.joined(*main.subject)
    called = main.group.lemmas[-1] == "be" and before.text(main.subject).lower() in _ITSELF
    if called:
        return _agreed(before, main)  # "It is a one-off agreement. It will not be repeated"
    if main.group.lemmas[-1] in scene.reporting:
        return _agreed(before, main) if several else None
    found = before.subject(main.subject, before.span(main.verb))
    if apart and not several and (found is None or found.types.isdisjoint(_MADE)):
        return None
    if found is None or several or found.types & _SEVERAL or found.name.lower() in PRONOUNS:
        return _agreed(before, main) if several else None
    head = before.head(main.subject)
    return None if found.entity is None and (not found.types or singular(head) != head) else found


def _agreed(scene: Scene, main: Clause) -> Subject | None:
    """What several parties sign or set up: "Peru and Chile signed the treaty. It provides for"."""
    if main.complement[1] <= main.complement[0]:
        return None
    head = scene.head(main.complement)
    thing = scene.index.things.get(head)
    return Subject(head, frozenset({thing}), None, False) if thing in _MADE else None


def _teller(scene: Scene, clause: Clause) -> Subject | None:
    """Who says what they themselves will do: "The ministry said it would appeal"."""
    host = scene.parsed.clauses[clause.host] if clause.host >= 0 else None
    if host is None or host.group.lemmas[-1] not in scene.reporting or host.subject is None:
        return None
    teller = scene.subject(host.subject, scene.span(host.verb))
    if teller is None or (
        teller.types.isdisjoint(_BODIES) and scene.text(clause.subject or (0, 0)).lower() == "it"
    ):
        return None
    country = "place" in teller.types and scene.text(clause.subject or (0, 0)).lower() == "they"
    return None if country or "person" in teller.types else teller  # "Ghana said they would be fed"


def _existential(scene: Scene, clause: Clause) -> Subject | None:
    """The thing that "there is": the facility or named thing that the report speaks of stays out of reach, so the
    noun phrase itself is the subject."""
    existing = ("haber", "have") if scene.index.language == "es" else ("be",)
    if clause.group.lemmas[-1] not in existing or clause.complement[1] <= clause.complement[0]:
        return None
    near = scene.parsed.words[max(0, clause.verb[0] - 1) : clause.verb[0] + 1]
    spanish = scene.index.language == "es"
    if not spanish and not any(w.lower.partition("'")[0] == "there" for w in near):
        return None
    head = scene.head(clause.complement)
    thing = scene.index.things.get(head)
    return Subject(head, frozenset({thing} if thing else ()), None, False) if head else None
