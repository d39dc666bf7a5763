"""Verbs: whether a form of a saying verb is a verb where it stands, and which words go with it."""

from __future__ import annotations

from habeas.mark.attributions.contents import particle_end
from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.mute import mostly_names
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.subjects import several
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["group_start", "is_passive", "is_verb", "marks_near"]

_COUNTED = 3
"""Words from a number to the noun that it counts."""
_WITH = 8
"""Tokens between "with", or a paper, and the verb by which somebody says something there."""
_AT_LAST = ["at", "last"]
_NOUNS = Group.SAY | Group.JUDGE | Group.THINK | Group.WANT | Group.SHOW


def group_start(page: Page, unit: Unit, i: int) -> int:
    """The first token of the verb group: "has [also] repeatedly said"."""
    k = i - 3 if i - 3 > unit.start and _goes_on_to(page, i) else i
    k -= 2 if page.lower[k - 2 : k] == _AT_LAST and k - 2 > unit.start else 0
    while k > unit.start and (page.tags[k - 1] in "xma" or page.tags[k - 1] == "h"):
        if page.tags[k - 1] == "h":
            break
        k -= 1
    while k < i and page.tags[k] == "a":
        k += 1
    return k


def _goes_on_to(page: Page, i: int) -> bool:
    """Whether the infinitive at token `i` is what somebody does next: "went on to [say]"."""
    return page.tags[i - 1] == "o" and f"{page.lower[i - 3]} {page.lower[i - 2]}" in page.known.closed.next_to


def is_passive(page: Page, group: int, i: int) -> bool:
    """Whether the participle at token `i`, whose verb group starts at `group`, tells what is done to its subject."""
    lower, tags = page.lower, page.tags
    if any(word in page.known.closed.being for word in lower[group:i]):
        return True
    if tags[group - 1 : group] == "c" and tags[group - 2 : group - 1] == "t":
        return any(word in page.known.closed.being for word in lower[max(0, group - 5) : group - 2])
    if tags[group - 1 : group] == "h" and lower[group - 1].endswith(("'s", "'re", "'m")):
        return lower[i] != "said"
    return False


def is_verb(page: Page, unit: Unit, verb: Verb, group: int, i: int) -> bool:
    """Whether the form at token i is a verb here, and no noun, adjective or infinitive."""
    tags = page.tags
    before = tags[i - 1] if i > unit.start else "."
    if before == "p" and tags[i] == "p" and page.text[page.words[i].start].isupper():
        return False
    if (tags[i] in "iocs" and group == i) or _is_otherwise(page, i):
        return False
    if verb.lemma in page.known.closed.doubted and before == "0" and group == i:
        return False  # "300 alleged members"
    if verb.form == Form.BASE and any(word in page.known.closed.being for word in page.lower[group:i]):
        return False
    if verb.form & (Form.PAST | Form.PARTICIPLE):
        return _is_finite_past(page, unit, verb, group, i)
    if verb.form & Form.ING:
        return _says_meanwhile(page, unit, verb, i, before)
    to = (
        (before in "eo0" and not _goes_on_to(page, i))
        or (group < i and tags[group] == "o")
        or _is_infinitive(page, unit, i)
    )
    if to or mostly_names(page, unit, i):
        return False
    if before == "d" and page.lower[i - 1] not in page.known.closed.many:
        return False
    if group < i:
        return not (verb.form == Form.PRESENT and before in "xm")  # "had orders to"
    if before == "i":
        return False
    if verb.form & Form.PRESENT:
        return _present_fits(page, unit, verb, i)
    only_judges = not verb.groups & (
        Group.SAY | Group.TELL | Group.QUOTING | Group.THINK | Group.WANT | Group.SHOW
    )
    if only_judges and tags[i + 1 : i + 2] in ("o", "i", ".", ","):
        return False  # "pushed them back to the border"
    k = i - 1
    while k > unit.start and tags[k] == "a":
        k -= 1
    if tags[k] in "rhwd" or (tags[k] in ",c" and verb.groups & Group.SAY):
        return True
    if tags[k] not in "np":
        return False
    if page.lower[k] in page.known.documents or _are_several(page, k):
        return True
    of = page.low(i + 1) == "of"  # "floods in the southern state of Sarr"
    if not only_judges and not of and _head_is_several(page, unit, k):
        return True
    return page.low(i + 1) == "that" and _papers_say(page, unit, k)


def _says_meanwhile(page: Page, unit: Unit, verb: Verb, i: int, before: str) -> bool:
    """Whether the "-ing" form at token `i`, behind a word with the tag `before`, is what somebody says meanwhile: ", adding that"."""
    owned = before == "h" and page.lower[i - 1].endswith(("'s", "'re", "'m"))
    people = page.lower[i - 1] in page.known.person_nouns
    claims = before in "np" and verb.lemma in page.known.closed.claiming and not people
    if owned or claims or _says_beside(page, unit, verb, i, before):
        return True
    return (
        before in ",avxqc;"
        or (i == unit.start and (bool(verb.groups & Group.JUDGE) or _opens_saying(page, i)))
        or (before == "i" and page.lower[i - 1] in ("by", "without", "after", "before", "in"))
        or (i == unit.start + 1 and before in "is" and _opens_saying(page, i))
    )


def _is_otherwise(page: Page, i: int) -> bool:
    """Whether the word means something else beside the next."""
    after = page.known.otherwise.get(page.lower[i])
    return after is not None and page.low(i + 1) in after


def _opens_saying(page: Page, i: int) -> bool:
    """Whether a participle that opens a sentence leads to what is said: "[Warning] that the dam may burst, Soto left"."""
    return page.low(i + 1) == "that"


def _are_several(page: Page, k: int) -> bool:
    """Whether a noun means several, as a base form needs behind it: "officials", "police"."""
    return page.lower[k].endswith("s") or page.lower[k] in page.known.closed.plurals


def _head_is_several(page: Page, unit: Unit, k: int) -> bool:
    """Whether the phrase that ends at token `k` begins with several people or things, and goes on with what they belong to:
    "[Nurses] in the town", "[Aides] to the mayor"."""
    low = max(unit.start, k - _WITH)
    while k > low and page.tags[k] in "npdegito0ya'":
        k -= 1
        if page.tags[k] in "np" and page.tags[k + 1] in "iotg" and _are_several(page, k):
            return True
    return False


def _is_infinitive(page: Page, unit: Unit, i: int) -> bool:
    """Whether a "to" leads to the verb over what takes it back: "its decision to no longer [consider]"."""
    k = i - 1
    while k > unit.start and page.tags[k] == "a":
        k -= 1
    return k > unit.start and page.lower[k] in page.known.closed.denying and page.tags[k - 1] == "o"


def _says_beside(page: Page, unit: Unit, verb: Verb, i: int, before: str) -> bool:
    """Whether the "-ing" form of a saying goes with who stands before it: "with Minister Vo warning of “a bad omen”", "with
    a report last month stating that", "drew crowds into the squares chanting “Bread!”"."""
    if not verb.groups & (Group.SAY | Group.TELL) or before not in "npy":
        return False
    closed = page.known.closed
    with_it = not closed.beside.isdisjoint(page.lower[max(unit.start, i - _WITH) : i])
    if with_it and page.low(i + 1) == "that":
        return True
    if not marks_near(page, i + 1, i + 4):
        return False
    return before == "p" or (before == "n" and (with_it or verb.lemma in closed.chorus))


def _papers_say(page: Page, unit: Unit, k: int) -> bool:
    """Whether papers are the subject that ends at token `k`: "figures from the ministry [show] that"."""
    low = max(unit.start, k - _WITH)
    while k > low and page.tags[k] in "npdeit0ya":
        k -= 1
        if page.lower[k] in page.known.documents and page.tags[k + 1] in "it":
            return True
    return False


def _is_finite_past(page: Page, unit: Unit, verb: Verb, group: int, i: int) -> bool:
    before = page.tags[i - 1] if i > unit.start else "."
    if page.lower[i - 1] in page.known.closed.helping and i > unit.start:
        return False
    if verb.form & Form.PAST and not verb.form & Form.PARTICIPLE:
        clitic = before == "d" and page.lower[i].endswith(("ó", "ron"))
        return before not in "di0" or clitic or page.lower[i - 1] in page.known.closed.many
    if group < i and any(page.tags[k] == "x" for k in range(group, i)):
        return True
    if before in "dei" and page.lower[i - 1] != "that":
        return bool(verb.groups & (Group.SAY | Group.TELL)) and several(page, i)
    voted = page.tags[i + 1 : i + 5] == "i0or"  # "ruled by two to one"
    told_of = (
        verb.lemma in page.known.closed.describing and before in "np" and page.tags[i + 1 : i + 2] == "x"
    )
    if told_of and page.tags[unit.start] not in "ws":
        return False  # "One of the bodies found was that of"
    if not verb.form & Form.PAST or (_agent_follows(page, i, 1) and not voted):
        return False
    heard = bool(verb.groups & Group.TELL) and _has_hearer(page, unit, i)
    return bool(verb.groups & Group.SAY) or heard or not _is_reduced(page, unit, verb, i)


def _has_hearer(page: Page, unit: Unit, i: int) -> bool:
    """Whether somebody is told something behind the verb: "Lawyers for the men told [the judge] that", not "men told to"."""
    tags, lower, closed = page.tags, page.lower, page.known.closed
    end = i + 1
    while end < unit.end and tags[end] in "danepz0'":
        end += 1
    if end == i + 1 or end >= unit.end:
        return False
    noun = lower[end - 1]
    if "p" in tags[i + 1 : end] and tags[end] in ".iya":
        return True  # "..., an aide to the mayor told Reuters", "told the Herald on Monday"
    return (
        lower[end] in closed.that
        or tags[end] in ",:q"
        or noun in page.known.person_nouns
        or not closed.listeners.isdisjoint(lower[i + 1 : end])
    )


def _agent_follows(page: Page, i: int, within: int) -> bool:
    """Whether "by" and who does it stand behind the verb at token `i`: "people questioned by police", not "by telephone"."""
    by, channels = page.known.closed.by, page.known.closed.channels
    return any(
        page.lower[k] in by and page.lower[k + 1] not in channels
        for k in range(i + 1, min(i + 1 + within, len(page.lower) - 1))
    )


def _is_reduced(page: Page, unit: Unit, verb: Verb, i: int) -> bool:
    """Whether a past form is a participle after its noun: "for people deemed at risk", "guests deemed fit by staff"."""
    if _agent_follows(page, i, 4):
        return True
    follows, end = page.tags[i + 1 : i + 3], particle_end(page, verb, i)
    done_to = page.low(i + 1) in page.known.closed.objects or follows[:1] == "s" or follows == "ns"
    if done_to or (verb.groups & Group.JUDGE and follows[:1] == "d"):
        return False  # "An aide to the mayor called it", "expressed concern that", "condemned the raid"
    if end > 0 and page.low(end) in page.known.closed.that:
        return False  # "made clear that"
    k = i
    while k > unit.start and page.tags[k - 1] in "nz0d":
        k -= 1
    if page.lower[k - 1] in page.known.closed.timely and page.tags[i + 1 : i + 2] in ("r", "d", "p", "e"):
        return False  # "after prosecutors accused him"
    return k < i and k > unit.start and page.tags[k - 1] in "iv"


def _present_fits(page: Page, unit: Unit, verb: Verb, i: int) -> bool:
    if (
        verb.groups & Group.WEAK
        and page.tags[i - 1] in "na"
        and page.tags[i + 1 : i + 2] in (",", ".", ";", "")
        and "q" not in page.tags[unit.start : unit.end]
    ):
        return False  # "medical records, and ..."
    if verb.groups == Group.CALL and page.tags[i + 1 : i + 2] in ("i", ".", ","):
        return False  # "jail terms of 12 years"
    if not verb.groups & _NOUNS or verb.lemma == "say":
        return True
    if _is_ground(page, unit, i):
        return False  # "was jailed on tax charges that"
    if _is_counted(page, unit, i):
        return False  # "the only two Arab states to have signed"
    if page.lower[i] in page.known.documents and i + 1 < unit.end and page.tags[i + 1] in "tv":
        return False  # "court documents revealed"
    after = page.tags[i + 1] if i + 1 < unit.end else "."
    before = page.tags[i - 1] if i > unit.start else "."
    if before in "ne" and _is_object(page, unit, i):
        return False  # "has received credible reports that"
    if verb.groups & Group.QUOTING and "q" in page.tags[unit.start : i] and after in ".,":
        return True
    if after in ".," and before in "np" and verb.groups & Group.SAY and _closes(page, unit, i):
        return True
    if after == "," and before in "np" and verb.groups & Group.SAY and _is_inserted(page, unit, i):
        return True
    if before in "rhwp),qza":
        return after in "dsreqpznowt0iah:"
    if before == "n" and after == "0" and page.lower[i] not in page.known.nouns:
        return bool(verb.groups & (Group.SAY | Group.THINK))  # "The ministry believes 40 men were held"
    if before == "n" and page.lower[i - 1] in page.known.person_nouns and after in "ng":
        return True  # "Rights chief calls suffering ‘a shame’"
    return before in "ny'" and after in "dsrqpoh"


def _is_object(page: Page, unit: Unit, i: int) -> bool:
    """Whether the noun phrase that ends at `i` stands right behind a perfect: "[had heard] loud claims"."""
    k = i - 1
    while k > unit.start and page.tags[k] in "ne":
        k -= 1
    if page.tags[k] not in "tv":
        return False
    while k > unit.start and page.tags[k - 1] == "a":
        k -= 1
    return k > unit.start and page.tags[k - 1] == "x"


def _is_ground(page: Page, unit: Unit, i: int) -> bool:
    """Whether a word is a noun behind a preposition of why something was done: "[on] tax charges", "[amid] union claims"."""
    if page.lower[i] not in page.known.nouns and page.lower[i] not in page.known.closed.charging:
        return False
    k = i - 1
    while k > unit.start and page.tags[k] in "nez0":
        k -= 1
    return k < i - 1 and page.lower[k] in page.known.closed.amid


def _is_counted(page: Page, unit: Unit, i: int) -> bool:
    """Whether a number in front of the word, or of what describes it, says how many of these there are."""
    k = i - 1
    while k > unit.start and page.tags[k] in "enp" and i - k < _COUNTED:
        k -= 1
    return page.tags[k] == "0" and page.lower[k] not in page.known.closed.numbering


def _is_inserted(page: Page, unit: Unit, i: int) -> bool:
    """Whether who says and the verb at `i` stand between commas behind a mere adjunct: "On Aug. 8, the suit alleges, ..."."""
    tags, k = page.tags, i - 1
    while k > unit.start and tags[k] in "np'e":
        k -= 1
    k -= tags[k] == "d"
    led = tags[unit.start] in "iy" and unit.start < k < i - 1 and tags[k] == ","
    rest = tags[i + 2 : unit.end]
    return (
        led and not any(tag in "vxmq" for tag in tags[unit.start : k]) and any(tag in "vxm" for tag in rest)
    )


def _closes(page: Page, unit: Unit, i: int) -> bool:
    """Whether the verb at `i` closes its sentence with who says: "..., his sister insists"."""
    k = i - 1
    while k > unit.start and page.tags[k] in "np'eid0":
        k -= 1
    return (
        unit.start < k < i - 1 and page.tags[k] == "," and any(t in "vxm" for t in page.tags[unit.start : k])
    )


def marks_near(page: Page, start: int, end: int) -> bool:
    """Whether a quotation, or a word set in marks, stands among tokens `[start, end)`."""
    return "q" in page.tags[start:end] or "z" in page.tags[start:end]
