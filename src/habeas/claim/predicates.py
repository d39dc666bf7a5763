"""Predicates: what the clause of a number is said of, by the parsed sentence."""

from __future__ import annotations

from dataclasses import replace

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Parsed, Words
from habeas.claim.frames import frame_index
from habeas.claim.indexes import Context
from habeas.claim.parses import parse_at
from habeas.claim.scenes import Scene, Subject
from habeas.claim.vocabulary import vocabulary as counting
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, MentionForm, Quantity
from habeas.model.span import Span

__all__ = ["subject_window", "told_of"]

_NO_START = frozenset({t.PREP, t.SUB, t.REL, t.THAT, t.TO, t.VG, t.CC})
"""Tags that no subject begins with: what does is an adverbial ("In June", "Opening the case")."""
_NOUNS = frozenset({t.N, t.NAME, t.ADJ})
_OWN = ("main", "complement")
"""Roles of a clause that tells of its subject."""
_OPENING = 3
"""Words before the number that opens a subject, at most: "at least [40] men"."""
_LONGEST = 9
"""Words of a subject."""
_PRONOUNS = frozenset({t.PRON, t.OBJ})


def told_of(ctx: Context, quantity: Quantity) -> Subject | None:
    """The subject of the clause in whose predicate the number stands; None where the number is in the subject itself,
    or nobody can tell what is."""
    sentence = ctx.sentence_at(quantity.span)
    if sentence is None:
        return None
    at, _ = ctx.token_range(quantity.number)
    found = parse_at(ctx, sentence, at)
    if found is None:
        return None
    lo, parsed = found
    return _told(ctx, parsed, at - lo) if at < lo + len(parsed.words) else None


def subject_window(ctx: Context, quantity: Quantity, clause: Window) -> Window:
    """The clause whose subject holds the number, where the words alone took it for the object of a verb before: "noted that
    [the 100 men who had stayed had eaten]"."""
    sentence = ctx.sentence_at(quantity.span)
    if sentence is None or clause.verb is None or (quantity.noun is None and not clause.leads):
        return clause
    if clause.leads and [t.lower for t in ctx.marks.tokens[clause.verb + 1 : clause.verb + 2]] != [","]:
        return clause  # "More than 40 men, officials say, were freed"
    at, _ = ctx.token_range(quantity.number)
    found = parse_at(ctx, sentence, at)
    if found is None:
        return clause
    lo, parsed = found
    for part in parsed.clauses:
        if part.subject is None or part.role not in _OWN or part.group.kind != "finite":
            continue
        first = part.subject[0] + lo
        aside = clause.leads and part.subject[1] + lo <= clause.verb < part.verb[0] + lo
        led = clause.verb < first and not clause.leads
        if _within(part.subject, at - lo) and (aside or led) and at - first <= _OPENING:
            return replace(
                clause, first=first, last=part.complement[1] + lo, verb=part.group.end - 1 + lo, leads=True
            )
    return clause


def _told(ctx: Context, parsed: Parsed, at: int) -> Subject | None:
    clause = _innermost(parsed, at)
    if clause is None or clause.subject is None or _within(clause.subject, at):
        return None
    lo, hi = clause.subject
    tags = parsed.tags[lo:hi]
    if not tags or tags[0] in _NO_START:
        return None
    if _NOUNS.isdisjoint(tags) and not (len(tags) == 1 and tags[0] in _PRONOUNS):
        return None
    if len(tags) == 1 and parsed.words[lo].lower in counting(ctx.language).us:
        return None
    index = frame_index(ctx.pack, ctx.language)
    scene = Scene(ctx, index, ctx.read[0].known, parsed, False)
    relative = clause.role == "relative"
    words = _apposed(ctx, parsed, clause.subject) if relative else clause.subject
    found = scene.subject(words, scene.span(clause.verb))
    if found is None or (found.entity is None and not _is_phrase(found.name)):
        return None
    return found


def _is_phrase(name: str) -> bool:
    """Whether words can be one noun phrase: a sign or a great many words show that they are not."""
    return len(name.split()) <= _LONGEST and not any(sign in name for sign in ",;()")


def _apposed(ctx: Context, parsed: Parsed, subject: Words) -> Words:
    """The name that a noun phrase explains ("Ana Ruiz, a lawyer who"), else the phrase itself."""
    lo, hi = subject
    last = parsed.words[hi - 1]
    named = ctx.mention_over(Span(last.start, last.end))
    if named is not None and ctx.entity(named).type is EntityType.PERSON and named.form is MentionForm.NAME:
        first = hi - 1
        while first > lo and parsed.words[first - 1].start >= named.span.start:
            first -= 1
        if first > lo and parsed.tags[first - 1] == t.PREP:
            return (first, hi)  # "the successor of [Ana Ruiz], who ruled"
    if lo < 2 or parsed.tags[lo - 1] != t.COMMA or parsed.tags[lo] != t.DET:
        return subject
    word = parsed.words[lo - 2]
    mention = ctx.mention_over(Span(word.start, word.end))
    if mention is None or mention.form is not MentionForm.NAME:
        return subject
    start = lo - 2
    while start > 0 and parsed.words[start - 1].start >= mention.full.start:
        start -= 1
    return (start, lo - 1)


def _innermost(parsed: Parsed, at: int) -> Clause | None:
    """The smallest clause that holds the word in its subject, or in its verb and what follows it."""
    best: Clause | None = None
    size = len(parsed.words) + 1
    for clause in parsed.clauses:
        end = max(clause.verb[1], clause.complement[1])
        if clause.verb[0] <= at < end:
            wide = end - clause.verb[0]
        elif clause.subject is not None and _within(clause.subject, at) and clause.role != "relative":
            wide = clause.subject[1] - clause.subject[0]
        else:
            continue
        if wide < size:
            best, size = clause, wide
    return best


def _within(words: Words, at: int) -> bool:
    return words[0] <= at < words[1]
