"""The engine knows no domain: no word that only a domain has stands in the program outside packs/.

Names, strings and templates are searched; docstrings and comments may give examples. The words are those of both packs:
the nouns of things, of frames and of descriptors, and what properties count.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import habeas
from habeas.packs import bundled, load_pack

ROOT = Path(habeas.__file__).parent

LISTED = (Path(__file__).parent / "general_words.txt").read_text("utf-8").split("\n")
GENERAL = frozenset(word for line in LISTED if not line.startswith("#") for word in line.split())
"""Words of the packs that are no words of one domain: of any report, of law, of measuring, of programs."""


def domain_words() -> frozenset[str]:
    """What only a domain says: single words, folded."""
    found: set[str] = set()
    for name in bundled():
        pack = load_pack(name)
        for listed in (*pack.things, *pack.frames, *pack.descriptors):
            found.update(listed.nouns)
        for asked in pack.properties:
            found.update(counted.split()[-1] for counted in asked.counted)
    return frozenset(w.lower() for w in found if re.fullmatch(r"[^\W\d_]{3,}", w)) - GENERAL


def forms(word: str) -> set[str]:
    """A word and its other number, near enough."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s", re.sub("ies$", "y", word)}


def words(text: str) -> list[str]:
    """The words of code: `DeathToll`, `death_toll` and "death toll" are two each."""
    return re.findall(r"[^\W\d_]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", text).lower())


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every name and string of a file, docstrings and comments left out."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        yield from enumerate(text.split("\n"), 1)
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        docstring = token.type == tokenize.STRING and '"""' in token.string[:5]
        if token.type in (tokenize.NAME, tokenize.STRING) and not docstring:
            yield token.start[0], token.string


def files() -> list[Path]:
    """The program without its packs: Python, templates, scripts and styles."""
    wanted = (".py", ".html", ".js", ".css", ".sql")
    inside = (p for p in sorted(ROOT.rglob("*")) if p.suffix in wanted)
    return [p for p in inside if p.relative_to(ROOT).parts[0] != "packs"]


def test_the_list_of_domain_words_is_a_list_of_domain_words() -> None:
    found = domain_words()
    assert len(found) > 300
    assert {"prison", "inmate", "pavilion", "deportation", "gang", "convict", "recluso"} <= found
    assert {
        "earthquake",
        "aftershock",
        "flood",
        "shelter",
        "magnitude",
        "rescuer",
        "sismo",
        "réplica",
    } <= found


def test_no_word_of_a_domain_is_in_the_program_outside_packs() -> None:
    known = domain_words()
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in files()
        for line, text in spoken(path)
        for word in words(text)
        if not known.isdisjoint(forms(word))
    ]
    assert found == []


def test_a_word_of_a_domain_in_the_program_would_be_found() -> None:
    known = domain_words()
    for text in ('if noun == "inmates":', "def death_toll():", "PrisonRecord", 'f"{n} aftershocks"'):
        assert any(not known.isdisjoint(forms(word)) for word in words(text)), text
