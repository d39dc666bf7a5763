"""Every form of a Spanish verb that news prose uses: regular endings, and the irregular forms of the lexicon."""

from __future__ import annotations

from typing import Final

from habeas.packs import Table

__all__ = ["spanish_forms"]

_BASE, _PRESENT, _PAST, _PARTICIPLE, _GERUND, _NOUN = 1, 2, 4, 8, 16, 32

_AR: Final = (
    (_PRESENT, "a an amos e en emos"),
    (_PAST, "ó aron é aba aban ara aran ase asen"),
    (_PARTICIPLE, "ado ada ados adas"),
    (_GERUND, "ando"),
)
_ER: Final = (
    (_PRESENT, "e en emos a an amos"),
    (_PAST, "ió ieron í ía ían iera ieran iese iesen"),
    (_PARTICIPLE, "ido ida idos idas"),
    (_GERUND, "iendo"),
)
_FUTURE: Final = "á án é emos ía ían"


def spanish_forms(table: Table) -> dict[str, tuple[str, int]]:
    """Spelling to (infinitive, bits). Future and conditional count as present (finite)."""
    nouns = frozenset(table["nouns_too"])
    found: dict[str, tuple[str, int]] = {}

    def add(word: str, lemma: str, bits: int) -> None:
        before = found.get(word)
        bits |= _NOUN if word in nouns else 0
        found[word] = (before[0], before[1] | bits) if before else (lemma, bits)

    for lemma, forms in table["irregular"].items():
        for kind, bits in (
            ("present", _PRESENT),
            ("past", _PAST),
            ("participle", _PARTICIPLE),
            ("gerund", _GERUND),
        ):
            for word in forms.get(kind, "").split():
                add(word, lemma, bits)
    for lemma in (*table["verbs"], *table["irregular"]):
        _regular(lemma, table["stems"].get(lemma, ""), add)
    return found


def _regular(lemma: str, changed: str, add: object) -> None:
    assert callable(add)
    stem = lemma[:-2]
    add(lemma, lemma, _BASE)
    for clitic in ("se", "lo", "la", "los", "las", "le", "les"):
        add(lemma + clitic, lemma, _BASE)
    for ending in _FUTURE.split():
        add(lemma + ending, lemma, _PRESENT)
    for bits, endings in _AR if lemma.endswith("ar") else _ER:
        for ending in endings.split():
            base = changed if changed and bits == _PRESENT and ending in ("a", "an", "e", "en", "o") else stem
            add(_spelled(base, ending, lemma), lemma, bits)


def _spelled(stem: str, ending: str, lemma: str) -> str:
    """Keep the sound of the stem before another vowel: busc-é is busqué, pag-ó stays."""
    if lemma.endswith("ar") and ending[0] in "eé":
        for old, new in (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c")):
            if stem.endswith(old):
                return stem[: -len(old)] + new + ending
    return stem + ending
