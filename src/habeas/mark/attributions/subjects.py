"""Subjects: the noun phrase that a saying verb belongs to, before it or, in “...,” said X, after it."""

from __future__ import annotations

from habeas.mark.attributions import hanging as hung
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.phrases import Phrase, Phrases
from habeas.model.marks import EntityType, MentionForm
from habeas.model.seeking import first_from

__all__ = ["after", "before", "beyond", "joined_before", "nearest", "several"]

_STOPS = frozenset("q.;:")
_AGAIN = ["once", "again"]
_AS_WELL = ["as", "well", "as"]
_WHEN = frozenset({"last", "next"})
_DASHES = ("—", "–")
_ASIDE = 25
"""Words of an aside between dashes."""
_MARKED = 2
"""Tokens between the first and the last of one word in marks."""
_FAR = 45
"""Tokens. A subject further from its verb than this is not looked for."""


def before(page: Page, unit: Unit, found: Phrases, verb: int, depth: int = 0) -> Phrase | None:
    """The subject that ends before the verb group that starts at token `verb`."""
    tags = page.tags
    k = verb - 1
    closed = page.known.closed
    while k >= unit.start and (
        tags[k] in "ay" or page.lower[k] in closed.reflexive or page.lower[k : k + 2] == _AGAIN
    ):
        k -= 2 if tags[k] == "y" and tags[k - 1] == "i" else 1
    k = _over_marked_adverb(page, unit, k)
    if k < unit.start or depth > 3:
        return None
    k = hung.over_brackets(tags, unit, k)
    timed = _time_start(page, unit, k + 1)
    told = before(page, unit, found, timed, depth + 1) if timed > unit.start else None
    if told is not None:
        return told
    tag = tags[k] if k >= unit.start else "."
    if page.lower[k] in _DASHES and k > unit.start:
        opened = next(
            (j for j in range(k - 1, max(unit.start, k - _ASIDE), -1) if page.lower[j] in _DASHES), 0
        )
        return before(page, unit, found, opened, depth + 1) if opened > unit.start else None
    if tag == ",":
        joined = joined_before(page, unit, k)
        if joined > unit.start:
            return before(page, unit, found, joined, depth + 1)
        return _who_acts(page, unit, found, k) or _across_comma(page, unit, found, k)
    if tag == "c":
        return _shared(page, unit, found, k, depth)
    if tag == "w" or (page.lower[k] in page.known.closed.that and _is_papers(page, found, k)):
        return hung.antecedent(page, found, k)
    phrase = found.until(k + 1) or _covering(unit, found, k)
    if phrase is None or _is_adverb_in_marks(page, phrase, k):
        return hung.behind_relative(page, unit, found, k)  # none in “strongly” rejects [claims]
    if tags[phrase.start] in "rh":
        return phrase
    if page.lower[phrase.start] in _WHEN and phrase.end - phrase.start == 2:
        return hung.head_of_relative(page, unit, found, phrase) or hung.reduced(page, unit, found, phrase)
    if "y" in tags[phrase.start : phrase.end + 1] and _is_date(tags, phrase):
        return hung.head_of_relative(page, unit, found, phrase)
    if page.lower[phrase.start] in page.known.closed.that and phrase.end - phrase.start > 1:
        return Phrase(
            phrase.start + 1, phrase.end, (phrase.start + 1, phrase.end)
        )  # "what [officials] said was"
    phrase = hung.grown_left(page, unit, found, _whole(page, unit, phrase))
    if tags[phrase.start - 2 : phrase.start] == ",i" and page.lower[phrase.end - 1] in page.known.documents:
        left = found.until(phrase.start - 2)  # "The court, in its ruling said"
        left = hung.grown_left(page, unit, found, left) if left is not None else None
        if left is not None and not _opens_clause(tags, unit, left):
            return left
        return _across_comma(page, unit, found, phrase.start - 2) or phrase
    named = _explained(page, unit, found, phrase)
    if named is not None:
        return named
    opens = _opening(page, unit, found, k + 1) if phrase.start > unit.start else None
    if opens is not None and page.lower[opens.head[1] - 1] in page.known.documents:
        return opens  # "A suit to be filed in the High Court says"
    return hung.head_of_relative(page, unit, found, phrase) or phrase


def _is_papers(page: Page, found: Phrases, that: int) -> bool:
    """Whether a "that" stands for papers: "filed a complaint [that] said men had been beaten"."""
    phrase = found.until(that)
    if hung.before_day(page.tags, that) < that:
        phrase = hung.antecedent(page, found, that)  # "a letter on Monday that warned"
    return phrase is not None and page.lower[phrase.head[1] - 1] in page.known.documents


def _over_marked_adverb(page: Page, unit: Unit, k: int) -> int:
    """The token before an adverb that is set in marks between subject and verb: 'The ministry ["flatly"] rejects'."""
    if page.tags[k] != "z" or not page.lower[k - 1].endswith("ly"):
        return k
    start = page.held[page.inside[k]][0]
    return start - 1 if start > unit.start and k - start == _MARKED else k


def _is_adverb_in_marks(page: Page, phrase: Phrase, last: int) -> bool:
    """Whether a phrase is only an adverb that is set in marks, and the verb behind it."""
    if page.tags[phrase.start] != "z" or page.lower[last] not in page.known.verbs:
        return False
    marked = page.held[page.inside[phrase.start]][1] - 2
    return marked < last and page.lower[marked].endswith("ly")


def _explained(page: Page, unit: Unit, found: Phrases, phrase: Phrase) -> Phrase | None:
    """The name that a phrase only explains, its second comma left out: "..., [HWN], the harbour watch said"."""
    at, tags = phrase.start - 1, page.tags
    if at <= unit.start or tags[at] != "," or page.lower[phrase.start] not in page.known.closed.definite:
        return None
    name = found.until(at)
    if name is None or tags[name.start : name.end].strip("p") or name.start <= unit.start:
        return None
    body = page.words[name.start].start
    k = first_from(page.mention_starts, body)
    told = k < len(page.mentions) and page.mentions[k].full.start == body
    if not told or page.entities[page.mentions[k].entity].type is not EntityType.ORGANISATION:
        return None
    return Phrase(name.start, phrase.end, name.head) if tags[name.start - 1] == "," else None


def _time_start(page: Page, unit: Unit, end: int) -> int:
    """Where a time that ends before token `end` begins: "this week", "Friday night", "two weeks" before "ago";
    the unit's start where none does."""
    closed, lower, at = page.known.closed, page.lower, end - 1
    if at <= unit.start or lower[at] not in closed.periods:
        return unit.start
    counted = page.tags[at - 1] == "y" or (page.tags[at - 1] == "0" and lower[end] in closed.ago)
    if not counted and lower[at - 1] not in closed.pointing:
        return unit.start
    at -= 1
    while at > unit.start and (lower[at - 1] in closed.pointing or lower[at - 1] in closed.shifting):
        at -= 1
    return unit.start if page.tags[at - 1] == "i" else at  # "the events of this week"


def _whole(page: Page, unit: Unit, phrase: Phrase) -> Phrase:
    """The phrase with the rest of the name it ends: "the Institute of Volcanology and [Seismology]"."""
    if page.tags[phrase.start] != "p" or not page.mentions:
        return phrase
    at = page.words[phrase.start].start
    k = first_from(page.mention_starts, at)
    for mention in page.mentions[max(0, k - 3) : k]:
        if mention.span.start < at < mention.span.end and mention.form is MentionForm.NAME:
            start = max(unit.start, page.at(mention.full.start))
            start -= start > unit.start and page.tags[start - 1] == "d"
            return Phrase(start, phrase.end, (start, phrase.end))
    return phrase


def _covering(unit: Unit, found: Phrases, k: int) -> Phrase | None:
    """The part up to token k of a phrase that took a plural verb form for one of its nouns."""
    for start in range(k, max(unit.start, k - 12) - 1, -1):
        phrase = found.at(start)
        if phrase is not None:
            return Phrase(start, k + 1, (start, k + 1)) if phrase.end > k else None
    return None


def _rest(unit: Unit, found: Phrases, k: int) -> Phrase | None:
    """The part from token k on of a phrase that took a verb form for one of its nouns."""
    for start in range(k - 1, max(unit.start, k - 3) - 1, -1):
        phrase = found.at(start)
        if phrase is not None:
            return Phrase(k, phrase.end, (k, phrase.end)) if phrase.end > k else None
    return None


def _shared(page: Page, unit: Unit, found: Phrases, conjunction: int, depth: int) -> Phrase | None:
    """In "X toured the jail and issued" the subject of the verb before "and"."""
    tags = page.tags
    k = conjunction - 2 if tags[conjunction - 1] in ";," else conjunction - 1
    low = max(unit.start, conjunction - _FAR)
    while k >= low and tags[k] not in ".:;":
        if tags[k] in "vtxm" and (k == unit.start or tags[k - 1] not in "doi0"):
            group = k
            while group > low and tags[group - 1] in "xma":
                group -= 1
            if group == k and _modifies(tags, low, k):
                k -= 1
                continue
            inner = group > low and tags[group - 1] == "w"
            subject = None if inner else before(page, unit, found, group, depth + 1)
            if subject is not None:
                return subject
            k = group
        k -= 1
    return None


def _modifies(tags: str, low: int, k: int) -> bool:
    """Whether the participle at `k` only says more of the noun before it: "has described people [held] there as"."""
    after_noun = tags[k] == "t" and tags[k - 1] == "n" and tags[k + 1 : k + 2] in ("i", "a")
    return after_noun and any(tag in "xm" for tag in tags[low : k - 1])


def nearest(page: Page, unit: Unit, found: Phrases, stop: int) -> Phrase | None:
    """The subject of the last finite verb before token `stop`."""
    tags, verbs = page.tags, page.known.verbs
    for k in range(stop - 1, max(unit.start, stop - _FAR) - 1, -1):
        finite = (tags[k] in "vxm" and tags[k - 1 : k + 1] != "dv") or (
            tags[k] in "tn"
            and page.lower[k] in verbs
            and tags[k - 1] not in "deio0"
            and page.lower[k] not in page.known.person_nouns
            and page.lower[k] not in page.known.documents
            and not _ends_noun_phrase(tags, found, k)
        )
        if tags[k] == "t" and k > unit.start and tags[k - 1] in "npra),y":
            finite = True
        if not finite:
            continue
        group = k
        while group > unit.start and tags[group - 1] in "xma":
            group -= 1
        subject = before(page, unit, found, group)
        if subject is not None and not _reported(page, unit, subject):
            return subject
    return None


def _reported(page: Page, unit: Unit, subject: Phrase) -> bool:
    """Whether "that" leads to the subject: "police corrected a report that [400 men] had landed, saying"."""
    return subject.start > unit.start and page.lower[subject.start - 1] in page.known.closed.that


def _ends_noun_phrase(tags: str, found: Phrases, k: int) -> bool:
    """Whether the word at token `k` is the noun of "the Monday night debate" or "after weeks of protest"."""
    phrase = found.until(k + 1)
    if phrase is None or phrase.start == k:
        return False
    return tags[phrase.start] == "d" or (phrase.start > 0 and tags[phrase.start - 1] == "i")


def joined_before(page: Page, unit: Unit, comma: int) -> int:
    """The comma that opens what joins others to a subject: "the families[, as well as] the union, said"; the unit's start
    where none does."""
    for k in range(comma - 1, max(unit.start, comma - _FAR), -1):
        if page.tags[k] == "," and page.lower[k + 1 : k + 4] == _AS_WELL:
            return k
        if page.tags[k] in ".;:q":
            break
    return unit.start


def _who_acts(page: Page, unit: Unit, found: Phrases, comma: int) -> Phrase | None:
    """The person whose name opens the sentence, whatever else is named in the clause about them: "Ana Ruiz, who represents the
    mayor, Bo Ek, said"."""
    phrase = found.at(unit.start)
    if phrase is None or page.tags[phrase.end : phrase.end + 2] != ",w" or comma - unit.start > _FAR:
        return None
    tags = page.tags[phrase.start : phrase.end]
    between = page.tags[phrase.end + 2 : comma]
    goes_on = any(f",{tag}" in between for tag in "vxmt")
    return Phrase(phrase.start, comma, phrase.head) if not tags.strip("p") and not goes_on else None


def _across_comma(page: Page, unit: Unit, found: Phrases, comma: int) -> Phrase | None:
    """The phrase that an apposition, a relative clause or an aside parts from its verb."""
    tags = page.tags
    opens = _opening(page, unit, found, comma)
    if opens is not None and page.lower[opens.head[1] - 1] in page.known.documents:
        return opens
    best: Phrase | None = None
    k = comma - 1
    low = max(unit.start, comma - _FAR)
    while k >= low and tags[k] not in _STOPS:
        if tags[k] == "," or (k == comma - 1 and tags[k] in "a"):
            phrase = found.until(hung.over_brackets(tags, unit, k - 1) + 1)
            if phrase is not None and tags[phrase.start] != "w" and not _is_date(tags, phrase):
                grown = hung.grown_left(page, unit, found, phrase)
                if tags[grown.start - 1] == "g" and grown.start > unit.start:
                    grown = (
                        hung.head_of_relative(page, unit, found, grown) or grown
                    )  # "villagers attending the hearing, held"
                if not _opens_clause(tags, unit, grown):
                    best = Phrase(grown.start, comma, grown.head)
                    if grown.start == unit.start or tags[grown.start - 1] != ",":
                        break
        k -= 1
    return best or opens


def _opening(page: Page, unit: Unit, found: Phrases, comma: int) -> Phrase | None:
    """The phrase that opens the sentence where only what describes it stands between it and the comma: "A suit to be filed
    in Lima, Peru, says", "The envoy while leaving the hall, said"."""
    tags = page.tags
    start = max(
        unit.start, tags.rfind("q", unit.start, comma) + 1
    )  # “...,” the judge of the north court, said
    phrase = found.at(start)
    if phrase is None or _is_date(tags, phrase) or tags[start] in "rwhg" or comma - start > _FAR:
        return None
    between = tags[phrase.end : comma].removeprefix("a")
    if between[:1] not in ("i", "t", "o", "y", "s") or any(tag in "vmq.;:w" for tag in between):
        return None
    plain = "x" not in between or between[:2] == "ox"
    last, known = page.lower[phrase.head[1] - 1], page.known
    speaks = tags[phrase.head[1] - 1] == "p" or last in known.person_nouns or last in known.titles
    speaks = speaks or last in known.unnamed_heads or last in known.group_nouns or last in known.documents
    speaks = speaks or last in known.closed.listeners
    return Phrase(start, comma, phrase.head) if plain and speaks else None


def _is_date(tags: str, phrase: Phrase) -> bool:
    return all(tag in "y0" for tag in tags[phrase.start : phrase.end])


def _opens_clause(tags: str, unit: Unit, phrase: Phrase) -> bool:
    """Whether a preposition or a verb stands before the phrase, so that it is no subject."""
    return phrase.start > unit.start and tags[phrase.start - 1] in "iovtgxm"


def after(page: Page, unit: Unit, found: Phrases, start: int) -> Phrase | None:
    """The subject that starts at token `start`, with the apposition that follows it."""
    tags = page.tags
    while start < unit.end and tags[start] == "a":
        start += 1
    phrase = found.at(start) or _rest(unit, found, start)
    if (
        phrase is None
        or (_is_date(tags, phrase) and page.low(phrase.end) not in page.known.closed.among)
        or tags[start] == "w"
        or hung.leads_to_act(page, unit, phrase)
    ):
        return None
    end = _grown_right(tags, unit, found, phrase.end)
    return Phrase(start, end, phrase.head)


def beyond(page: Page, unit: Unit, found: Phrases, start: int) -> Phrase | None:
    """The subject after adjuncts, as Spanish often has it: "señaló en rueda de prensa la directora"."""
    if page.known.language != "es":
        return None
    k = start
    for _ in range(3):
        while k < unit.end and page.tags[k] in "ay":
            k += 1
        if k < unit.end and page.tags[k] == "i" and (step := found.at(k + 1)) is not None:
            k = step.end
    return after(page, unit, found, k) if k > start else None


def _grown_right(tags: str, unit: Unit, found: Phrases, end: int) -> int:
    while end < unit.end:
        tag = tags[end]
        if tag == "(":
            closed = tags.find(")", end, min(end + 12, unit.end))
            if closed < 0:
                return end
            end = closed + 1
            continue
        step = found.at(end + 1)
        if step is None or _is_date(tags, step) or tag not in "ic,":
            return end
        if tag == "," and tags[step.start] in "rhw":
            return end
        end = step.end
    return end


def several(page: Page, verb: int) -> bool:
    """Whether the word before `verb` alone is who says: "several told Reuters", "some said that"; no "some reported cases"."""
    if page.tags[verb - 1] != "d" or page.lower[verb - 1] not in page.known.closed.many:
        return False
    return page.tags[verb + 1 : verb + 2] in ("d", "p", "r", "h") or page.low(verb + 1) == "that"
