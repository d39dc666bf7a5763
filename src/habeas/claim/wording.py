"""Claims in words: everything that the sentences of a report claim besides numbers and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claim.absolutes import absolutes
from habeas.claim.accusing import sentenced
from habeas.claim.alleged import alleged
from habeas.claim.appositions import apposed
from habeas.claim.assessments import assessed
from habeas.claim.callings import callings
from habeas.claim.clausal import clausal
from habeas.claim.clauses.vocabulary import Vocabulary, vocabulary
from habeas.claim.compounds import compounds
from habeas.claim.context import Context
from habeas.claim.descriptions import described
from habeas.claim.drafting import Around, Draft, drafted
from habeas.claim.frames import FrameIndex, frame_index
from habeas.claim.laws import enactments
from habeas.claim.nominals import nominal
from habeas.claim.parses import parses
from habeas.claim.roles import roles
from habeas.claim.scenes import Scene
from habeas.claim.stricken import stricken
from habeas.claim.terms import terms
from habeas.claim.wronged import wronged
from habeas.model.claim import Claim
from habeas.model.marks import Sentence
from habeas.model.report import BlockKind
from habeas.model.span import Span

__all__ = ["clause_claims"]

_PLACE = 4
"""Characters within which two drafts begin in the same place."""


def clause_claims(ctx: Context) -> tuple[Claim, ...]:
    """The claims of kinds event, legal, condition, agreement, allegation, plan and role, sentence by sentence.

    Their ids are empty. The same words give one claim of a kind: of two drafts over one span the surer one stays.
    """
    drafts = [*enactments(ctx), *roles(ctx)]
    index = frame_index(ctx.pack, ctx.language)
    known = vocabulary(index.language, index.verbs)
    for sentence in ctx.marks.sentences:
        drafts += _of_sentence(ctx, sentence, index, known)
    around: dict[Span, Around] = {}
    return tuple([drafted(ctx, draft, around) for draft in _distinct(drafts)])


def _of_sentence(ctx: Context, sentence: Sentence, index: FrameIndex, known: Vocabulary) -> Iterator[Draft]:
    question = _asks(ctx.report.text, sentence.span)
    heads = ctx.report.blocks[sentence.block].kind is BlockKind.HEADLINE
    for _, parsed in parses(ctx, sentence):
        scene = Scene(ctx, index, known, parsed, question, heads)
        yield from clausal(scene)
        yield from nominal(scene)
        yield from sentenced(scene)
        yield from described(scene)
        yield from alleged(scene)
        yield from apposed(scene)
        yield from assessed(scene)
        yield from callings(scene)
        yield from absolutes(scene)
        yield from stricken(scene)
        yield from terms(scene)
        yield from compounds(scene)
        yield from wronged(scene)


def _asks(text: str, sentence: Span) -> bool:
    """Whether the words of a sentence end in a question mark, closing signs left out."""
    end = sentence.end
    while end > sentence.start and text[end - 1] in "\"”’') ":
        end -= 1
    return end > sentence.start and text[end - 1] == "?"


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Without a second draft of one kind that says the same of the same subject in the same place."""
    best: list[Draft] = []
    near: dict[int, list[int]] = {}
    for draft in drafts:
        place = draft.span.start // _PLACE
        held = near.get(place)
        if held is None:
            held = near[place] = []
        for at in held:
            if _is_same(best[at], draft):
                if draft.confidence > best[at].confidence:
                    best[at] = draft
                break
        else:
            held.append(len(best))
            best.append(draft)
    return best


def _is_same(one: Draft, other: Draft) -> bool:
    if one.kind is not other.kind or one.subject != other.subject or one.property != other.property:
        return False
    return one.value == other.value or one.value.lower() == other.value.lower()
