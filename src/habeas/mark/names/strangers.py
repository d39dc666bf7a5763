"""Whom a pronoun does not mean: those named in the quotation before it, and those before a stranger who acts ("a sixth man
was held because he had paid")."""

from __future__ import annotations

from habeas.mark.names.reader import Reader

__all__ = ["quotation_before", "stranger_between", "stranger_opens"]

_CLOSING = {"”": "“", '"': '"', "»": "«", "’": "‘"}
_QUOTED = 200
"""Tokens of the longest quotation that is looked back over."""
_TOLD = 120
"""Tokens back in which "a man" stands whom "the man" means again."""
_PHRASE = 4
"""Words before the noun among which its indefinite article stands."""


def stranger_between(reader: Reader, opened: int, at: int, named: int, gender: str) -> bool:
    """Whether somebody without a name is told of between the name at token `named` and the pronoun at `at`, in the sentence
    that opens at `opened`, and does something there; not as what somebody is ("as a man", "is a nurse", "Vo, a nurse,")."""
    return any(_acts(reader, i, named, gender) for i in range(at - 1, max(named, opened - 1), -1))


def stranger_opens(reader: Reader, opened: int, gender: str) -> bool:
    """Whether the sentence that opens at a token begins with somebody without a name who does something: "A nurse said"."""
    for i in range(opened + 1, min(opened + 1 + _PHRASE, len(reader.seen.low) - 1)):
        if _acts(reader, i, opened - 1, gender):
            return True
        if not reader.seen.low[i].isalnum():
            return False
    return False


def _acts(reader: Reader, i: int, named: int, gender: str) -> bool:
    """Whether token `i` ends a phrase for somebody without a name, behind the name at `named`, who does something."""
    low, unnamed = reader.seen.low, reader.words.unnamed
    others = unnamed.female if gender == "m" else unnamed.male
    if low[i] not in unnamed.strangers or low[i] in others:
        return False
    after = low[i + 1]
    if (
        after not in unnamed.doing
        and after not in reader.words.speech
        and not after.endswith(tuple(unnamed.pasts))
    ):
        return False
    article = next(
        (k for k in range(i - 1, max(named, i - 1 - _PHRASE), -1) if _introduces(reader, k, i, named)), -1
    )
    if article < 0 or not all(word.isalnum() or word == "-" for word in low[article:i]):
        return False
    before = low[article - 1] if article else "."
    return before not in unnamed.being and not (before == "," and article - 2 <= named + 1)


def _introduces(reader: Reader, k: int, i: int, named: int) -> bool:
    """Whether the word at `k` opens a phrase, which ends at `i`, for somebody new behind the name at `named`: "a man", "one man",
    "the man who", "the man" after "a man"."""
    low, words = reader.seen.low, reader.words
    if low[k] in words.indefinite or low[k] in words.unnamed.singled:
        return True
    if low[k] not in words.articles:
        return False
    again = (n for n in range(max(named, k - _TOLD) + 1, k) if low[n] == low[i])
    return low[i + 1] in words.unnamed.who or any(low[n - 1] in words.indefinite for n in again)


def quotation_before(reader: Reader, at: int) -> int | None:
    """Where the quotation opens that ends right before token `at`: “...,” he said. Whom it names does not speak it."""
    low = reader.seen.low
    last = at - 1 if at > 0 and low[at - 1] not in ",." else at - 2
    if last < 1 or low[last] not in _CLOSING:
        return None
    opening = _CLOSING[low[last]]
    for k in range(last - 1, max(-1, last - _QUOTED), -1):
        if low[k] == opening:
            return k
    return None
