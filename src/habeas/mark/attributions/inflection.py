"""Inflection: the forms of a regular verb, made by the spelling rules of its language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["Form", "english", "spanish"]

_VOWELS = "aeiou"


class Form:
    """What a form of a verb can be, as bits. Plain integers: an `IntFlag` makes a new object at every "&"."""

    BASE: Final = 1
    PRESENT: Final = 2
    PAST: Final = 4
    PARTICIPLE: Final = 8
    ING: Final = 16


def english(lemma: str, irregular: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """The forms of an English verb; `irregular` is its past and, if different, its participle.

    >>> dict(english("deny"))["denied"] == Form.PAST | Form.PARTICIPLE
    True
    """
    yield lemma, Form.BASE
    yield _third(lemma), Form.PRESENT
    stem = _doubled(lemma)
    if not irregular:
        yield _past(lemma, stem), Form.PAST | Form.PARTICIPLE
        if stem != lemma and lemma[-1] == "l":
            yield lemma + "ed", Form.PAST | Form.PARTICIPLE
    elif len(irregular) == 1:
        yield irregular[0], Form.PAST | Form.PARTICIPLE
    else:
        yield irregular[0], Form.PAST
        yield irregular[1], Form.PARTICIPLE
    yield _ing(lemma, stem), Form.ING


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"


def _ing(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return stem + "ing"


def _doubled(lemma: str) -> str:
    """The stem with its last consonant doubled, in words of one closed syllable and in a few stressed ends."""
    if lemma.endswith(
        ("admit", "commit", "submit", "rebut", "concur", "demur", "refer", "confer", "regret", "extol")
    ):
        return lemma + lemma[-1]
    if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return lemma
    return lemma + lemma[-1] if sum(c in _VOWELS for c in lemma) == 1 else lemma


_SPANISH = {
    "ar": ("a an o ó aron aba aban ará arán aría arían e en ando ado", "ar"),
    "er": ("e en o ió ieron ía ían erá erán ería erían a an iendo ido", "er"),
    "ir": ("e en o ió ieron ía ían irá irán iría irían a an iendo ido", "ir"),
}


def spanish(lemma: str, irregular: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """The third-person forms, infinitive, gerund and participle of a Spanish verb, and the `irregular` ones.

    >>> dict(spanish("anunciar"))["anunció"] == Form.PAST
    True
    """
    stem, ending = lemma[:-2], lemma[-2:].replace("í", "i")
    for tail in _SPANISH[ending][0].split():
        soft = _softened(stem, tail) if ending == "ar" else stem
        if tail.endswith("ndo"):
            yield soft + tail, Form.ING
        elif tail.endswith("do"):
            yield soft + tail, Form.PARTICIPLE
        else:
            yield soft + tail, Form.PAST
    yield lemma, Form.BASE
    for form in irregular:
        yield (
            form,
            Form.ING if form.endswith("ndo") else Form.PARTICIPLE if form.endswith("cho") else Form.PAST,
        )


def _softened(stem: str, tail: str) -> str:
    if tail[0] != "e":
        return stem
    for hard, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(hard):
            return stem[: -len(hard)] + soft
    return stem
