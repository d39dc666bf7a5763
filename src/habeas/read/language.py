"""The language of a report, by a vote of function words."""

from __future__ import annotations

from collections import Counter

__all__ = ["language"]

_SAMPLE = 3_000
"""Characters looked at: the vote is settled long before."""

_LATIN = "\u024f"
"""The last of the Latin letters that languages of news are written in."""

# The commonest words of each language that are not words of the others
# (source: Universal Dependencies training texts, function word classes).
_VOTES = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "that",
            "was",
            "with",
            "for",
            "his",
            "her",
            "from",
            "they",
            "this",
            "were",
            "which",
            "have",
            "had",
            "not",
            "are",
            "by",
            "an",
            "it",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "los",
            "las",
            "del",
            "que",
            "una",
            "por",
            "con",
            "para",
            "su",
            "sus",
            "como",
            "más",
            "pero",
            "fue",
            "según",
            "también",
            "este",
            "esta",
            "al",
            "lo",
        ]
    ),
    "pt": frozenset(
        [
            "não",
            "uma",
            "os",
            "das",
            "dos",
            "em",
            "um",
            "ao",
            "pela",
            "pelo",
            "são",
            "foi",
            "mais",
            "também",
            "é",
            "à",
            "seu",
            "sua",
            "isso",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "les",
            "des",
            "et",
            "une",
            "dans",
            "est",
            "pour",
            "qui",
            "sur",
            "par",
            "au",
            "aux",
            "avec",
            "ce",
            "cette",
            "été",
            "sont",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "ist",
            "nicht",
            "mit",
            "den",
            "von",
            "zu",
            "auf",
            "dem",
            "eine",
            "ein",
            "sich",
            "für",
            "wurde",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "di",
            "che",
            "gli",
            "una",
            "della",
            "per",
            "non",
            "è",
            "sono",
            "nel",
            "con",
            "alla",
            "dei",
            "anche",
        ]
    ),
}
_READ = ("en", "es")
_WORDS = frozenset().union(*_VOTES.values())


def language(text: str) -> tuple[str, str | None]:
    """The language to read `text` in ("en" or "es") and a note when it seems to be written in another.

    >>> language("The minister said that the court had ruled against her.")
    ('en', None)
    >>> language("Министр сказал, что суд отклонил иск.")[1]
    'the report seems to be written in another script; it is read as English'
    >>> language("El ministro dijo que los jueces fallaron en contra de la medida.")
    ('es', None)
    """
    letters = [sign for sign in text[:_SAMPLE] if sign.isalpha()]
    if 2 * sum(sign > _LATIN for sign in letters) > len(letters):
        return "en", "the report seems to be written in another script; it is read as English"
    counted = Counter(filter(_WORDS.__contains__, text[:_SAMPLE].lower().split()))
    votes = {code: sum(map(counted.__getitem__, words & counted.keys())) for code, words in _VOTES.items()}
    best = max(votes, key=lambda code: (votes[code], code == "en"))
    if best in _READ:
        return best, None
    if votes[best] < 5:
        return max(_READ, key=lambda code: (votes[code], code == "en")), None
    return "en", f"the report seems to be written in another language ({best}); it is read as English"
