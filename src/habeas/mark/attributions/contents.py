"""Contents: how far the words reach that a saying verb gives to its source."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["Reach", "around", "as_said", "clause_end", "following", "particle_end", "preceding"]

_ADJUNCT = frozenset("ainpdy0oez'(),")
_CLAUSAL = frozenset("vxmtgoswhqz,")
"""Tags of what shows that more than an object is said."""
_COUNTS = frozenset({"many", "much", "few"})
"""What behind "as" is no reason: "say as many as 2,400 will be held"."""
_SUBJECTS = frozenset("dpreh")
"""The tags with which the subject of a clause begins."""
_BRACKETS = 6
"""Tokens of a day in brackets behind a saying ("said Thursday (Sept 9)")."""
_REALM = 4
"""Words of what somebody rules ("the small Gulf state")."""
_ADJECTIVES = 2
"""Words that may stand between a verb and what makes it one of saying."""
_SUBJECT = 9
"""Tokens of a subject, with its titles, before a verb of saying."""
_TURNING = [chr(number) in ",;qz" for number in range(128)]
"""The tags at which another source can take over; inside quotation marks a semicolon is tagged as they are."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What follows a verb: the tokens said (None where nothing is), where the cue and the clause end,
    whether "that" or a colon opens it, and whether a quotation does."""

    content: tuple[int, int] | None
    cue_end: int
    limit: int
    that: bool = False
    colon: bool = False
    quotes: bool = False


def following(page: Page, unit: Unit, found: Phrases, verb: Verb, i: int, start: int) -> Reach:
    """What the verb at token i says after token `start`."""
    tags, lower = page.tags, page.lower
    if verb.lemma in page.known.closed.reigning and _is_realm(page, unit, start):
        return Reach(None, i + 1, start)
    limit = _conceded(page, unit, i, start, clause_end(page, unit, start))
    limit = _before_verb(page, unit, i, start, limit)
    cue_end, k = _particles(page, verb, i, start, limit)
    if verb.groups & Group.TELL and k == start:
        k = _past_hearers(page, unit, found, i, k)
    opener = _opener(page, k, limit)
    if opener is not None:
        k = opener
        that = lower[k] in page.known.closed.that
        colon = tags[k] == ":"
        first = k + 1 if colon else k
        if first >= limit:
            return Reach(None, cue_end, limit, that, colon)
        return Reach((first, limit), cue_end, limit, that, colon, "q" in tags[first : first + 4])
    while k < limit and tags[k] in "ay":
        k += 1
    if k > start and tags[k : k + 1] == "(" and (closed := tags.find(")", k, min(limit, k + _BRACKETS))) > 0:
        k = closed + 1  # "said Thursday (Sept 9), as"
    if k < limit and lower[k] in page.known.closed.timely and "q" in tags[unit.start : i]:
        return Reach(None, cue_end, limit)
    if k == start and k < limit and lower[k] in page.known.closed.granting and _concedes(page, k, limit):
        return Reach((k, limit), cue_end, limit)
    if k < limit and tags[k] == "g" and lower[k] in page.known.according:
        return Reach(None, cue_end, limit)  # "..., local media reported citing police"
    if (
        k >= limit
        or tags[k] in ",.;)c"
        or (tags[k] == "s" and lower[k] not in page.known.closed.that and page.low(k + 1) not in _COUNTS)
        or _only_adjuncts(page, verb, k, limit)
    ):
        quotes = k < limit and tags[k] == "," and tags[k + 1 : k + 2] == "q"
        return Reach((k + 1, limit) if quotes else None, cue_end, limit, quotes=quotes)
    if verb.lemma in page.known.closed.pleading:
        limit = next(
            (j for j in range(k, limit) if tags[j] in "c,"), limit
        )  # "pleaded not guilty and were released", "pleaded not guilty, withdrawing"
    return Reach((k, _object_end(page, k, limit)), cue_end, limit, quotes="q" in tags[k : k + 4])


def _before_verb(page: Page, unit: Unit, i: int, start: int, limit: int) -> int:
    """Where a relative clause that tells what somebody says ends before their own verb: "Ana, who denies the theft[,] has left"."""
    tags = page.tags
    if i < unit.start + 3 or tags[i - 2 : i] != ",w":
        return limit
    return next((k for k in range(start, limit - 1) if tags[k] == "," and tags[k + 1] in "xm"), limit)


def _past_hearers(page: Page, unit: Unit, found: Phrases, i: int, k: int) -> int:
    """The token behind those whom the verb at token `i` tells something, who begin at token `k`; `k` where nobody does."""
    hearer = found.at(k)
    if hearer is None:
        return k
    k = _hearer_end(page, hearer)
    told = "," in page.tags[unit.start : i]
    while told and page.low(k) == "of" and (of := found.at(k + 1)) is not None:
        k = of.end  # ", she told the trial [of the mayor]"
    return k


def _hearer_end(page: Page, hearer: Phrase) -> int:
    """Where those end who are told something, before who it is told of: "told [Reuters] two men had died"."""
    tags, k = page.tags, hearer.start
    if tags[hearer.end : hearer.end + 1] not in ("v", "x", "m"):
        return hearer.end
    while k < hearer.end and tags[k] == "d":
        k += 1
    named = k
    while k < hearer.end and tags[k] == "p":
        k += 1
    return k if k > named else min(k + 1, hearer.end)


def _object_end(page: Page, start: int, limit: int) -> int:
    """Where a mere object ends before somebody else acts: "declared him [a rebel] and the unions have called for his release"."""
    tags = page.tags
    if page.lower[start] not in page.known.closed.objects:
        return limit  # "said [Chad and its allies have called for it]"
    for k in range(start, limit):
        if tags[k] in _CLAUSAL:
            return limit
        if tags[k] == "c" and _subject_acts(page, k + 1, limit):
            return k
    return limit


def _conceded(page: Page, unit: Unit, i: int, start: int, limit: int) -> int:
    """Where the words end of a saying in the clause that opens a sentence: "Though the army denied it, [the union said]"."""
    if page.lower[unit.start] not in page.known.closed.conceding or "," in page.tags[unit.start : i]:
        return limit
    for k in range(start, limit):
        if page.tags[k] == "," and _subject_acts(page, k + 1, unit.end):
            return k
    return limit


def _concedes(page: Page, start: int, limit: int) -> bool:
    """Whether what is said opens with a concession: "said [although the gates were open, the men were stuck]"."""
    comma = page.tags.find(",", start, limit)
    return comma > 0 and _subject_acts(page, comma + 1, limit)


def _is_realm(page: Page, unit: Unit, start: int) -> bool:
    """Whether a country or a party stands from token `start` on, which is governed: "the Gulf state", "the country"."""
    for k in range(start, min(unit.end, start + _REALM)):
        if page.lower[k] in page.known.closed.realms:
            return page.tags[k + 1 : k + 2] not in ("v", "x", "m", "t")
        if page.tags[k] not in "dnpe":
            return False
    return False


def _subject_acts(page: Page, start: int, end: int) -> bool:
    """Whether a subject and its verb stand from token `start` on."""
    tags = page.tags
    if start >= end or tags[start] not in _SUBJECTS | {"n"}:
        return False
    for k in range(start + 1, min(end, start + _SUBJECT)):
        if tags[k] in ",;:wsqc":
            return False
        if tags[k] in "vmxt":
            return True
    return False


def _particles(page: Page, verb: Verb, i: int, start: int, limit: int) -> tuple[int, int]:
    """Where the cue ends, and where what it takes may start."""
    if start != i + 1:
        return i + 1, start
    if (end := particle_end(page, verb, i)) > 0:
        return end, end
    if i + 1 < limit and page.lower[i + 1] in page.known.closed.topical and page.known.language == "en":
        return i + 2, i + 2
    judged = verb.groups & (Group.JUDGE | Group.THINK | Group.WANT)
    if judged and i + 1 < limit and page.lower[i + 1] in page.known.particles and page.lower[i + 1] != "to":
        return i + 2, i + 2
    return i + 1, i + 1


def particle_end(page: Page, verb: Verb, i: int) -> int:
    """The token behind the particles of the verb at token `i`, 0 without them; what only says something by such words may
    have an adjective before them: "raised [serious] doubts about"."""
    light = verb.groups & Group.LIGHT
    for at in range(i + 1, i + 2 + (_ADJECTIVES if light and verb.particles else 0)):
        for wanted in verb.particles:
            if (
                at < len(page.lower)
                and wanted[0] == page.lower[at]
                and page.lower[at : at + len(wanted)] == wanted
            ):
                return at + len(wanted)
        if page.tags[at : at + 1] not in ("a", "e", "n", "0"):
            return 0
    return 0


def _opener(page: Page, start: int, limit: int) -> int | None:
    """The "that" or colon that opens what is said, past mere adjuncts ("on Monday", "in a statement")."""
    for k in range(start, min(limit, start + 16)):
        tag = page.tags[k]
        if tag == ":" or (page.lower[k] in page.known.closed.that and tag in "sdw"):
            return k
        voted = tag == "r" and page.tags[k - 2 : k] == "0o"  # "ruled by two to one that"
        if tag not in _ADJUNCT and not voted:
            return None
    return None


def _only_adjuncts(page: Page, verb: Verb, start: int, limit: int) -> bool:
    """Whether only "in a statement on Monday" follows a verb that could take more."""
    if (
        page.tags[start] not in "io"
        or page.low(start + 1) in ("least", "most")
        or not verb.groups & (Group.SAY | Group.TELL)
    ):
        return False
    if page.lower[start] in page.known.closed.topical or (
        page.tags[start] == "o" and verb.groups & Group.TELL
    ):
        return False
    if verb.groups & (Group.WANT | Group.JUDGE) and not verb.groups & Group.QUOTING:
        return False
    if verb.lemma in page.known.closed.conversing:
        end = next((k for k in range(start, limit) if page.tags[k] in ",vxmwsq"), limit)
        return page.known.closed.topical.isdisjoint(page.lower[start:end])
    if verb.lemma in ("refer", "talk", "speak", "point", "allude") or (
        page.lower[start] == "to" and verb.groups & Group.WANT
    ):
        return False
    for k in range(start, limit):
        if page.tags[k] in ",w":
            return True
        if page.tags[k] in "vxmrqs":
            return False
    return True


def clause_end(page: Page, unit: Unit, start: int) -> int:
    """The end of the clause: the sentence's last word, or where another source takes over."""
    tags = page.tags
    end = unit.end
    while end > start and tags[end - 1] in ".":
        end -= 1
    # "ruled that, until the law is changed, removing people ...": the comma that ends the aside ends nothing else
    aside = tags.find(",", start + 2, end) if tags[start + 1 : start + 2] == "," else -1
    for k in range(start, end):
        if not _TURNING[ord(tags[k])]:
            if tags[k] == "s" and k > start and _turns(page, k, end):
                return k  # "said it was safe while the union said it was not"
            continue
        if tags[k] == "," and k + 1 < end:
            nxt = page.lower[k + 1]
            if nxt in page.known.according and _is_according(page, k + 1):
                return k
            if tags[k + 1] == "g" and k > start + 2 and k != aside and _takes_over(page, k + 1):
                return k  # "said the road was shut, adding that"
            if k != aside and _comments(page, k + 1, end):
                return k  # "said his ward was clean, a claim that nurses deny"
            if nxt in page.known.closed.turning and k != aside and tags[k + 2 : k + 3] in _SUBJECTS:
                return k  # "the families say so, but the ministry denies it"
            goes_on = tags[k + 1] == "c" or nxt in page.known.closed.conceding
            if goes_on and k != aside and _another_says(page, k + 2, end):
                return k  # "the council refused, and the mayor has said he will appeal"
        elif k > start and page.lower[k] == ";":
            return k
        elif k > start and page.lower[k - 1] == "," and k + 1 < end and _comments(page, k + 1, end):
            return k + 1  # "called it “a lie,” a remark that"
    return end


def _comments(page: Page, k: int, end: int) -> bool:
    """Whether from token `k` on the report says more of what was said: "a claim that nurses deny", "a remark echoing May's"; a
    thing that the speaker goes on with is none: "the plan, a promise that he made, was dead"."""
    tags, closed = page.tags, page.known.closed
    if tags[k] != "d" or page.lower[k] not in closed.articles or page.lower[k] in closed.definite:
        return False
    for at in range(k + 1, min(end - 1, k + 2 + _ADJECTIVES)):
        if page.lower[at] in page.known.nouns:
            comma = tags.find(",", at, end - 1)
            return tags[at + 1] in "gswt" and (comma < 0 or tags[comma + 1] not in "vxm")
        if tags[at] not in "en":
            return False
    return False


def _takes_over(page: Page, k: int) -> bool:
    """Whether the participle at token `k` is of the one who speaks; "killing dozens" is of what is spoken of."""
    return page.lower[k] not in page.known.closed.outcomes


def _turns(page: Page, k: int, end: int) -> bool:
    """Whether a word at token `k` sets another voice against the one before."""
    return page.lower[k] in page.known.closed.contrasting and _another_says(page, k + 1, end)


def _another_says(page: Page, start: int, end: int) -> bool:
    """Whether a subject with a verb of saying of its own begins at token `start`."""
    tags, verbs = page.tags, page.known.verbs
    if start >= end or tags[start] not in _SUBJECTS | {"n"}:
        return False
    for k in range(start + 1, min(end, start + _SUBJECT)):
        if tags[k] in ",;:wsq":
            return False
        if tags[k] in "vm" or (tags[k] in "tx" and tags[k - 1] != "x"):
            verb = verbs.get(page.lower[k + 1 if tags[k] == "x" and k + 1 < end else k])
            return verb is not None and bool(verb.groups & (Group.SAY | Group.TELL))
    return False


def _is_according(page: Page, k: int) -> bool:
    return any(page.lower[k : k + len(p)] == list(p) for p in page.known.according[page.lower[k]])


def preceding(page: Page, unit: Unit, end: int) -> tuple[int, int] | None:
    """The clause that ends with the comma before token `end`: "The road is shut, [police said]"."""
    tags = page.tags
    k = end - 1
    if k <= unit.start or tags[k] not in ",;q":
        return None
    stop = k if tags[k] != "q" else k + 1
    start = unit.start
    for j in range(stop - 1, unit.start, -1):
        if tags[j] == ";" and page.lower[j] == ";":
            start = j + 1
            break
    return (start, stop) if stop - start > 1 or tags[start] == "q" else None


def as_said(page: Page, unit: Unit, source: int, end: int) -> tuple[int, int] | None:
    """What "as" gives to the source that begins at a token, where its saying ends before token `end`: "As police said on Monday,
    [the road is shut]", "[The road is shut], as police have said"."""
    opened = source - 1
    if opened < unit.start or page.lower[opened] not in page.known.closed.likewise:
        return None
    while end < unit.end and page.tags[end] in "aiyn0pd":
        end += 1
    if opened > unit.start:
        return preceding(page, unit, opened) if page.tags[end : end + 1] in ("", ".", ",", ";") else None
    return (end + 1, clause_end(page, unit, end + 1)) if page.tags[end : end + 1] == "," else None


def around(page: Page, unit: Unit, before: tuple[int, int], end: int) -> tuple[int, int]:
    """What a saying in mid-sentence gives to its source: "The road, [police said], was shut" is said as a whole."""
    tags = page.tags
    start, stop = before
    after = end
    while after < unit.end and tags[after] in "iya":
        after += 1
    if after + 2 < unit.end and tags[after] == "," and page.lower[after + 1] in page.known.goes_on:
        return start, clause_end(page, unit, after + 1)
    if tags[end : end + 1] != "," or end + 2 >= unit.end:
        return before
    if tags[end + 1] == "c" and _goes_on(page, unit, end + 2):
        return start, clause_end(page, unit, end + 1)
    told = any(tag in "vxmtq" for tag in tags[start:stop])
    if tags[end + 1] in "vxm" or (not told and tags[end + 1] not in "gc"):
        return start, clause_end(page, unit, end + 1)
    return before


def _goes_on(page: Page, unit: Unit, start: int) -> bool:
    """Whether a clause with a verb of its own, and no saying, follows ", she added, and"."""
    tags, verbs = page.tags, page.known.verbs
    rest = range(start, unit.end)
    if any(page.lower[k] in verbs and verbs[page.lower[k]].groups & (Group.SAY | Group.TELL) for k in rest):
        return False
    return any(tags[k] in "xmv" for k in rest)
