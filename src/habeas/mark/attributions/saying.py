"""Saying: a verb of saying, thinking or wanting that stands in a clause, with its subject and what is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.mark.attributions import subjects
from habeas.mark.attributions.contents import Reach, around, as_said, following, particle_end, preceding
from habeas.mark.attributions.given import given_words
from habeas.mark.attributions.hanging import leads_to_act
from habeas.mark.attributions.inflection import Form
from habeas.mark.attributions.mute import (
    does_to_many,
    does_unsaid,
    has_word,
    in_question,
    is_dated,
    is_number,
    is_scene,
    is_unnamed,
    only_hears,
    rules_on_plea,
    takes_lives,
)
from habeas.mark.attributions.page import Page, Unit
from habeas.mark.attributions.papers import author
from habeas.mark.attributions.phrases import Phrase, Phrases, phrases
from habeas.mark.attributions.verbs import group_start, is_passive, is_verb, marks_near
from habeas.mark.attributions.vocabulary import Group, Verb

__all__ = ["Said", "sayings"]

_ASIDE = 30
"""Tokens of the longest relative clause between commas that is stepped over."""
_DASHES = frozenset({"—", "–", "-"})
_TOLD = 5
"""Words that tell something where none of them is known for a verb."""
_TOLD_ON = frozenset({",v", ",x", ",m"})
"""Words that go on with the clause behind who said it."""
_NEAR = 8
"""Sayings of one sentence that are looked at together."""


@dataclass(frozen=True, slots=True)
class Said:
    """One use of a saying verb. Tokens: `cue` is the verb with its particles, `source` the subject,
    `content` what is said (None when it is in quotations only). `passive` when the source is in a "by" phrase;
    `inverted` when it follows the verb; `shared` when it belongs to an earlier verb."""

    unit: Unit
    verb: Verb
    at: int
    cue: tuple[int, int]
    source: Phrase | None
    content: tuple[int, int] | None
    passive: bool = False
    inverted: bool = False
    back: bool = False


def sayings(page: Page) -> list[Said]:
    """Every saying verb of the report, in text order."""
    verbs = page.known.verbs
    hits = [
        i
        for i in page.seen.among(verbs)
        if page.inside[i] < 0 and not (_is_light(page, i) or _hyphened(page, i) or _calls(page, i))
    ]
    made: list[Said] = []
    at = 0
    for index, unit in enumerate(page.units):
        first = at
        while at < len(hits) and hits[at] < unit.end:
            at += 1
        if at > first:
            understood = _understood(page, index, made) if _opens(page, unit, hits[first]) else None
            made += _in_unit(page, unit, hits[first:at], understood)
    return made


def _opens(page: Page, unit: Unit, hit: int) -> bool:
    """Whether a sentence begins with its saying verb, as it may in Spanish: "Agregó que"."""
    return page.known.language == "es" and not page.tags[unit.start : hit].strip("a'")


def _understood(page: Page, index: int, made: list[Said]) -> Phrase | None:
    """Who goes on speaking where a sentence leaves out its subject: who spoke, or what was told of, right before."""
    if index == 0 or page.units[index].block - page.units[index - 1].block > 1:
        return None
    before = page.units[index - 1]
    spoke = next((one.source for one in reversed(made[-_NEAR:]) if one.unit == before and one.source), None)
    return spoke or phrases(page, before).at(before.start)


def _is_light(page: Page, i: int) -> bool:
    """Whether the word says something only beside words that do not follow it: "raised [the rent]"."""
    verb = page.known.verbs[page.lower[i]]
    return bool(verb.groups & Group.LIGHT) and not particle_end(page, verb, i)


def _hyphened(page: Page, i: int) -> bool:
    """Whether the word is the last part of a compound ("so-called"), which says nothing."""
    return i > 0 and page.lower[i - 1] == "-" and page.words[i - 1].end == page.words[i].start


def _calls(page: Page, i: int) -> bool:
    """Whether the word is what somebody is and no verb: "the land rights [advocate] said", "rights advocate Ana Ruiz"."""
    if page.lower[i] not in page.known.callings or i + 1 == len(page.lower) or not i:
        return False
    following = page.tags[i + 1]
    return page.tags[i - 1] in "nep" and (following in ",p" or page.lower[i + 1] in page.known.verbs)


def _in_unit(page: Page, unit: Unit, hits: list[int], understood: Phrase | None) -> list[Said]:
    found = phrases(page, unit)
    made: list[Said] = []
    for i in hits:
        said = _said(page, unit, found, i, _outermost(made), understood if i == hits[0] else None)
        if said is not None:
            made[-_NEAR:] = [_until(page, one, said) for one in made[-_NEAR:]]
            made.append(said)
    return made


def _until(page: Page, one: Said, other: Said) -> Said:
    """A saying without what its source goes on to say by another verb: "denied [the theft] and said he was in Lima"."""
    content, source = one.content, other.source
    if content is None or source is None or one.source is None or one.back or other.back:
        return one
    k = other.cue[0] - 1
    while k > content[0] and page.tags[k] == "a":
        k -= 1
    if source.start != one.source.start or page.tags[k] != "c" or not content[0] < k < content[1]:
        return one
    k -= page.tags[k - 1] == ","
    return replace(one, content=(content[0], k)) if k > content[0] else one


def _outermost(made: list[Said]) -> Said | None:
    """The last saying of the unit that no other one contains."""
    made = made[-_NEAR:]
    for one in reversed(made):
        if one.source is not None and not any(
            o.content is not None and not o.back and o.content[0] <= one.at < o.content[1] for o in made
        ):
            return one
    return None


def _said(
    page: Page, unit: Unit, found: Phrases, i: int, last: Said | None, understood: Phrase | None
) -> Said | None:
    verb = page.known.verbs[page.lower[i]]
    cites = page.lower[i] in page.known.according and not marks_near(page, i + 1, i + 3)
    if cites or in_question(page, unit, i) or is_dated(page, unit, verb, i):
        return None  # "the Herald said, citing police"
    group = group_start(page, unit, i)
    given = given_words(page, unit, found, verb, group, i)
    if given is not None:
        return Said(unit, given.verb, given.at, given.cue, given.source, given.content, back=given.back)
    if verb.lemma == "put":
        return _put_so(page, unit, found, verb, group, i)
    if verb.form & Form.PARTICIPLE and is_passive(page, group, i):
        return _passive(page, unit, found, verb, group, i)
    if verb.lemma in page.known.closed.accusing and page.low(i + 1) in ("of", "to", "with"):
        return None  # "two others, charged with arson,"
    writer = author(page, unit, found, verb, i) if group == i else None
    if _is_given(last, writer, i) or (writer is None and not is_verb(page, unit, verb, group, i)):
        return None
    source, inverted = (writer, False) if writer else _source(page, unit, found, verb, group, i, last)
    if source is None:
        source = understood
    elif (
        page.lower[source.head[0]] in page.known.closed.nobody
        or only_hears(page, source, verb)
        or takes_lives(page, verb, i)
        or is_scene(page, source, verb)
    ):
        return None
    reach = following(page, unit, found, verb, i, source.end if inverted and source else i + 1)
    content, back = reach.content, False
    if (content is None and source is not None) or inverted:
        start = group if inverted or source is None else min(group, source.start)
        content = _beside(page, unit, verb, source, (start, max(source.end if source else 0, i + 1)), reach)
        back = content is not None
    if (
        source is None
        and not (page.lower[group:i] and verb.form & Form.BASE)
        and not _beside_quote(page, unit, i, reach.cue_end)
    ):
        return None
    if content is None and not _beside_quote(page, unit, i, reach.cue_end) and not reach.quotes:
        return None
    if content is not None and source is not None and verb.form & Form.ING:
        content = _before_speaker(content, source)
    unsaid = not reach.quotes and does_unsaid(page, verb, content, inverted)
    if unsaid or (content and (is_unnamed(page, content) or rules_on_plea(page, found, verb, content))):
        return None
    if content is not None and verb.form & Form.ING and not has_word(page, content):
        return None  # ", ruling 2-1"
    if source is not None and back and not reach.quotes and is_number(page, source):
        return None  # "Of the 299, 171 agreed"
    plain = source is not None and not (reach.that or reach.quotes or back)
    if source is not None and plain and (is_number(page, source) or does_to_many(page, verb, content)):
        return None
    if (verb.groups & Group.WEAK or verb.groups == Group.QUOTING) and not _sure(page, verb, reach, i, back):
        return None
    cue = (min(group, i), reach.cue_end)
    return Said(unit, verb, i, cue, source, content, inverted=inverted, back=back)


def _beside(
    page: Page, unit: Unit, verb: Verb, source: Phrase | None, place: tuple[int, int], reach: Reach
) -> tuple[int, int] | None:
    """What a saying at `place`, its source included, gives to it with no words behind it: those before it, or those that "as"
    leads to."""
    content = preceding(page, unit, place[0])
    if content is not None:
        return around(page, unit, content, place[1])
    if source is None or not verb.groups & (Group.SAY | Group.TELL):
        return None
    return as_said(page, unit, source.start, reach.cue_end)


def _before_speaker(content: tuple[int, int], source: Phrase) -> tuple[int, int]:
    """What an opening participle says, without the clause of whoever says it: "Warning that [it may burst], Soto left"."""
    inside = content[0] + 1 < source.start < content[1]
    return (content[0], source.start - 1) if inside else content


def _is_given(last: Said | None, writer: Phrase | None, i: int) -> bool:
    """Whether the verb that gives out a paper has given its words already: "issued a statement [saying]"."""
    if writer is None or last is None or last.source is None or last.content is None:
        return False
    return last.source.start == writer.start and last.content[0] <= i < last.content[1]


def _put_so(page: Page, unit: Unit, found: Phrases, verb: Verb, group: int, i: int) -> Said | None:
    """ "as the minister put it": what stands beside it, in quotation marks or not."""
    if page.low(i + 1) != "it":
        return None
    source = subjects.before(page, unit, found, group)
    if source is None:
        return None
    if marks_near(page, max(unit.start, i - 8), min(unit.end, i + 8)):
        return Said(unit, verb, i, (group, i + 2), source, None)
    content = as_said(page, unit, source.start, i + 2)
    return Said(unit, verb, i, (group, i + 2), source, content, back=True) if content is not None else None


def _source(
    page: Page, unit: Unit, found: Phrases, verb: Verb, group: int, i: int, last: Said | None
) -> tuple[Phrase | None, bool]:
    """The subject of the verb, and whether it follows it."""
    tags = page.tags
    before = tags[group - 1] if group > unit.start else "."
    joined = before == "," and subjects.joined_before(page, unit, i - 1) > unit.start
    inverts = _may_invert(verb) and before in ",qz.;" and group == i and not joined
    if inverts and not _opens_speech(page, unit, found, i):
        phrase = subjects.after(page, unit, found, i + 1) or subjects.beyond(page, unit, found, i + 1)
        quoted = before == "q" or (before in ",;" and tags[group - 2 : group - 1] == "q")
        told = quoted or _tells(tags[unit.start : _before_aside(page, unit, i)], verb)
        if phrase is not None and not told:
            told = page.tags[phrase.end : phrase.end + 2] in _TOLD_ON  # "The trouble, says Vega, is"
        if phrase is not None and told and (quoted or _ends_clause(page, unit, phrase.end)):
            return phrase, True
    if verb.form & Form.ING and group == i and before in "pnh":
        return subjects.before(page, unit, found, group), False
    if verb.form & Form.ING and tags[i - 1 : i] not in ("x",) and not (group < i and tags[group] == "x"):
        return _of_participle(page, unit, found, i, last), False
    if last is not None and last.source is not None and before == "c" and last.verb.groups & Group.SAY:
        return last.source, False
    return subjects.before(page, unit, found, group), False


def _opens_speech(page: Page, unit: Unit, found: Phrases, i: int) -> bool:
    """Whether whoever speaks opens the sentence and nothing is told before the verb: "A suit filed in Lima, Peru, says guards
    lied", "Ruiz, aided by a charity, confirmed the route"."""
    phrase = found.at(unit.start)
    if phrase is None or page.tags[i - 1] != "," or any(tag in "vxmq" for tag in page.tags[phrase.end : i]):
        return False
    aside = page.tags[phrase.end] == "," and phrase.end + 1 < i - 1 and page.tags[phrase.end + 1] in "tg"
    noun = page.lower[phrase.head[1] - 1]
    return (
        aside
        or noun in page.known.documents
        or (noun in page.known.closed.related and page.tags[i - 2] == "p")
    )


def _tells(tags: str, verb: Verb) -> bool:
    """Whether the words before an inverted saying tell something: a verb is among them, or, where none is known as one
    ("Detainees sleep on the floor, said"), enough words that begin no mere adjunct."""
    if any(tag in "vxmthz" for tag in tags):
        return True
    plain = tags.strip(",'")
    told = len(plain) >= _TOLD and plain[0] in "dpne0" and plain[-1] != "p" and "," not in plain
    return told and bool(verb.groups & Group.SAY)


def _before_aside(page: Page, unit: Unit, i: int) -> int:
    """Where a relative clause between commas begins that ends right before token i, else i itself."""
    if page.tags[i - 1] != ",":
        return i
    opened = page.tags.rfind(",w", max(unit.start, i - _ASIDE), i - 1)
    return opened if opened > unit.start and "," not in page.tags[opened + 2 : i - 1] else i


def _may_invert(verb: Verb) -> bool:
    """Whether the verb can stand before its subject: “...,” said X, but never told X."""
    if verb.form & Form.ING or not verb.groups & (Group.QUOTING | Group.SAY):
        return False
    return not verb.groups & Group.TELL or bool(verb.groups & Group.SAY)


def _ends_clause(page: Page, unit: Unit, end: int) -> bool:
    """Whether what follows an inverted subject is the end of the clause or a mere adjunct."""
    if end >= unit.end:
        return True
    if page.lower[end] in _DASHES:
        return False
    return page.tags[end] in ".,;:yiw("


def _of_participle(page: Page, unit: Unit, found: Phrases, i: int, last: Said | None) -> Phrase | None:
    """The subject of ", adding that ...": that of the verb before, else of the clause."""
    if last is not None and last.source is not None:
        return last.source
    if i < unit.start + 3:
        return _main_subject(page, unit, found, i)
    return subjects.nearest(page, unit, found, i)


def _main_subject(page: Page, unit: Unit, found: Phrases, i: int) -> Phrase | None:
    """In "Calling the plan reckless, X voted ..." the phrase after the comma, first of all one with a verb behind it."""
    held: Phrase | None = None
    for k in range(i, min(unit.end, i + 40)):
        if page.tags[k] == ",":
            phrase = subjects.after(page, unit, found, k + 1)
            if phrase is not None and page.tags[phrase.head[1] : phrase.head[1] + 1] in ("v", "x", "m", "h"):
                return Phrase(phrase.start, phrase.head[1], phrase.head)
            held = held or phrase
    return Phrase(held.start, held.head[1], held.head) if held is not None else None


def _passive(page: Page, unit: Unit, found: Phrases, verb: Verb, group: int, i: int) -> Said | None:
    """ "was described by X as ...": the source is the agent; what was planned, or held, by somebody is an act and not said."""
    if verb.groups & ~Group.WEAK == Group.WANT or verb.groups == Group.WEAK:
        return None
    for k in range(i + 1, min(unit.end, i + 14)):
        if page.lower[k] in page.known.closed.by:
            agent = found.at(k + 1)
            if agent is None or page.tags[k + 1] in "gy0z" or leads_to_act(page, unit, agent):
                return None
            subject = subjects.before(page, unit, found, group)
            start = subject.start if subject else group
            limit = following(page, unit, found, verb, i, agent.end).limit
            whole = subjects.after(page, unit, found, k + 1) or agent
            comma = page.tags.find(",", agent.end, limit)
            content = (start, limit if comma < 0 or _names_agent(page, comma, limit) else comma)
            return Said(
                unit,
                verb,
                i,
                (group, i + 1),
                Phrase(agent.start, agent.end, whole.head),
                content,
                passive=True,
            )
        if page.tags[k] in ".,;:vxmsw":
            break
    return None


def _names_agent(page: Page, comma: int, limit: int) -> bool:
    """Whether the comma only opens the agent's name: "was described by the envoy, Ana Roy, as ..."."""
    k = comma + 1
    while k < limit and page.tags[k] == "p":
        k += 1
    return k > comma + 1 and page.tags[k] == "," and page.tags[k + 1 : k + 2] == "s"


def _beside_quote(page: Page, unit: Unit, start: int, end: int) -> bool:
    """Whether a quotation stands within a few tokens of the cue."""
    low, high = max(unit.start - 1, start - 8, 0), min(unit.end, end + 6)
    return "q" in page.tags[low:high]


def _sure(page: Page, verb: Verb, reach: Reach, i: int, back: bool) -> bool:
    if back or reach.that or reach.colon:
        return True
    if verb.groups == Group.QUOTING:
        return False
    if reach.quotes and verb.groups & Group.QUOTING:
        return True
    if verb.groups & Group.WANT and page.low(reach.cue_end) == "to":
        return True
    return bool(verb.particles) and reach.cue_end > i + 1
