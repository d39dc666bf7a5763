"""Given: words that a verb of giving hands on, "X was quoted as saying", "the ministry put the toll at 40"."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.attributions import subjects
from habeas.mark.attributions.contents import following, preceding
from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.mark.attributions.vocabulary import Verb

__all__ = ["Given", "given_words"]

_QUOTING = frozenset({"cite", "quote"})
_SAYING = frozenset({"saying", "telling"})
_DASHES = frozenset({"—", "–"})
_FAR = 16
"""Tokens between a verb and the "as saying" or "at" that goes with it."""


@dataclass(frozen=True, slots=True)
class Given:
    """Whose words are given, and which: the verb of saying and its token, the cue, the source, what is said
    (None when it is in quotations only), and whether that stands before the verb."""

    verb: Verb
    at: int
    cue: tuple[int, int]
    source: Phrase
    content: tuple[int, int] | None
    back: bool = False


def given_words(page: Page, unit: Unit, found: Phrases, verb: Verb, group: int, i: int) -> Given | None:
    """What the verb at token `i`, whose group starts at `group`, hands on; None where it hands on nothing."""
    if verb.lemma == "put":
        return _put(page, unit, found, verb, group, i)
    return _quoted_as(page, unit, found, group, i) if verb.lemma in _QUOTING else None


def _quoted_as(page: Page, unit: Unit, found: Phrases, group: int, i: int) -> Given | None:
    """ "X was quoted as saying" and "the paper quoted X as saying": the words are those of X."""
    lower = page.lower
    end = min(unit.end - 1, i + _FAR)
    at = next((k for k in range(i + 1, end) if lower[k] == "as" and lower[k + 1] in _SAYING), None)
    if at is None:
        # "the paper quoted Ana Ruiz, a nurse, saying that"
        at = next(
            (k - 1 for k in range(i + 2, end) if lower[k] in _SAYING and page.tags[k - 1] in ",np"), None
        )
    if at is None:
        return _names_whom(page, unit, found, group, i)
    verb = page.known.verbs[lower[at + 1]]
    outlet = subjects.before(page, unit, found, group)
    relayed = lower[i + 1] in page.known.closed.by  # "is quoted by Reuters as saying"
    named = outlet if at == i + 1 or relayed else subjects.after(page, unit, found, i + 1)
    if named is None:
        return None
    source = Phrase(named.start, min(named.end, at), named.head) if named.end > at else named
    reach = following(page, unit, found, verb, at + 1, at + 2)
    content, back = reach.content, False
    if content is None and not reach.quotes:
        content = preceding(page, unit, outlet.start if outlet else group)
        back = content is not None
    return Given(verb, at + 1, (group, reach.cue_end), source, content, back)


def _names_whom(page: Page, unit: Unit, found: Phrases, group: int, i: int) -> Given | None:
    """ "“...,” the paper quoted X": the words before are those of X, whom nothing follows."""
    whom = subjects.after(page, unit, found, i + 1)
    outlet = subjects.before(page, unit, found, group)
    if whom is None or outlet is None or page.tags[whom.end : unit.end].strip(".'"):
        return None
    start = outlet.start - (page.tags[outlet.start - 1] in ",'")
    if start < 1 or "q" not in page.tags[max(0, start - 2) : start + 1]:
        return None
    return Given(page.known.verbs[page.lower[i]], i, (outlet.start, i + 1), whom, None)


def _put(page: Page, unit: Unit, found: Phrases, verb: Verb, group: int, i: int) -> Given | None:
    """ "The ministry put the toll at 40": a figure given, where "at" and a number follow."""
    if verb.form & Form.ING and page.lower[group - 1] in _DASHES:
        return None  # "– 40 in Lima and 30 in Cusco – putting the cost at"
    stop = next((k for k in range(i + 1, min(unit.end, i + _FAR)) if _ends(page, k)), unit.end)
    for k in range(i + 2, min(stop, unit.end - 1)):
        if page.lower[k] == "at" and "0" in page.tags[k + 1 : k + 4]:
            source = subjects.before(page, unit, found, group)
            return Given(verb, i, (group, i + 1), source, (i + 1, stop)) if source else None
    return None


def _ends(page: Page, k: int) -> bool:
    """Whether the sign at token `k` ends the figure that is put: not the comma of "put it higher, at 71"."""
    return page.tags[k] in ".;:q" or (page.tags[k] == "," and page.low(k + 1) != "at")
