"""What an act does to the measure: to lift an order that stops it is to allow it."""

from __future__ import annotations

from habeas.model.law import Effect
from habeas.reconcile.legal.vocabulary import Act, Vocabulary

__all__ = ["effect"]

REACH = 60
"""Characters after an act in which its object stands."""

BARE = 18
"""Fewer characters than this after an act hold no object: a preposition and a date at most."""

_TURNED = {Effect.STOPS: Effect.ALLOWS, Effect.ALLOWS: Effect.STOPS, Effect.NONE: Effect.NONE}


def effect(text: str, words: Vocabulary, before: str = "") -> tuple[Act, Effect] | None:
    """The act that folded `text` tells and what it does to the measure, None where it tells none.

    "lifted the order" allows, "lifted the ban's limits" too; "upheld the order" stops, "upheld the policy" allows;
    "ordered the work to stop" stops; "declined to block" allows. `before` is what was said just before, for an act
    whose object stands there ("the order that ... and that a higher court upheld").
    """
    act = words.act(text)
    if act is None:
        return None
    if act.name == "heard":
        return act, Effect.NONE
    refused = words.refusing.search(text, 0, act.start)
    if act.kind == "others" and (found := _found_lawful(act, text, words)):
        return act, found
    if act.kind == "others":
        then = words.act(text, act.end)
        while then is not None and then.kind == "others":
            act = then if then.name == "required" else act
            then = words.act(text, then.end)
        if then is None:
            return act, Effect.NONE
        refused = words.refusing.search(text, act.end, then.start)
        told = (
            then
            if then.kind != "stops" or act.name != "required"
            else Act("stops", "blocked", then.start, then.end)
        )
        found = _plain(told, text, words, before)
        return told, _TURNED[found] if refused else found
    found = _plain(act, text, words, before)
    if refused:
        return Act(act.kind, "ruled", act.start, act.end), _TURNED[found]
    return act, found


def _found_lawful(act: Act, text: str, words: Vocabulary) -> Effect | None:
    """What a finding that a measure is lawful or unlawful does to it; to find unlawful what stops it is to allow it."""
    found = _polarity(text, act.end, words)
    if found is None:
        return None
    does, at = found
    then = words.act(text[:at], act.end)
    return _TURNED[does] if then is not None and then.kind == "stops" else does


def _polarity(text: str, start: int, words: Vocabulary) -> tuple[Effect, int] | None:
    """Whether the words from `start` on call the measure unlawful or lawful, and where."""
    if found := words.unlawful.search(text, start):
        return Effect.STOPS, found.start()
    if found := words.lawful.search(text, start):
        return Effect.ALLOWS, found.start()
    return None


def _plain(act: Act, text: str, words: Vocabulary, before: str) -> Effect:
    decided = words.decisions.search(text, act.end, act.end + REACH)
    if decided and act.kind in ("keeps", "undoes") and (told := _polarity(text, decided.end(), words)):
        return told[0] if act.kind == "keeps" else _TURNED[told[0]]
    on_order = _on_order(act, text, words) or (
        len(text) - act.end < BARE and words.orders.search(before) is not None
    )
    match act.kind:
        case "stops":
            return Effect.STOPS
        case "lets":
            return Effect.ALLOWS
        case "keeps":
            return Effect.STOPS if on_order else Effect.ALLOWS
        case "undoes":
            return Effect.ALLOWS if on_order else Effect.STOPS
    return Effect.NONE


def _on_order(act: Act, text: str, words: Vocabulary) -> bool:
    """Whether the act's object is a court's order rather than the measure itself."""
    found = words.orders.search(text, act.end, act.end + REACH)
    if found is None and text[act.start : act.end] in words.behind:
        found = words.orders.search(text, 0, act.start)
        return found is not None and words.executive.search(text, 0, found.start() + 1) is None
    if found is None:
        return False
    return words.executive.search(text, act.end, found.start() + 1) is None
