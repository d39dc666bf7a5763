"""A pack is data: what is wrong in it is named with its line."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from habeas.errors import PackError
from habeas.flow import build
from habeas.model.claim import Kind
from habeas.packs import bundled, language_frames, lexicon, load_pack

HEAD = 'name = "tiny"\nversion = "1"\ntitle = "Tiny"\n'


def folder(tmp_path: Path, file: str, text: str) -> str:
    (tmp_path / "pack.toml").write_text(HEAD, "utf-8")
    (tmp_path / file).write_text(text, "utf-8")
    return str(tmp_path)


WRONG = [
    (
        "frames.toml",
        '[[frames]]\nid = "a"\nkind = "event"\n\n[[frames]]\nid = "b"\n',
        "frames.toml:5",
        "kind",
    ),
    (
        "things.toml",
        '[[things]]\nid = "a"\nentity = "place"\nnouns = "town"\n',
        "things.toml:4",
        "list of strings",
    ),
    ("laws.toml", '[[laws]]\nid = "a"\nname = "A"\naliases = []\ncolour = "red"\n', "laws.toml:5", "colour"),
    (
        "courts.toml",
        '[[courts]]\nid = "a"\nname = "A"\naliases = []\nlevel = "high"\n',
        "courts.toml:5",
        "whole number",
    ),
    ("parts.toml", "[[parts]\n", "parts.toml", "not TOML"),
]


@pytest.mark.parametrize(("file", "text", "where", "what"), WRONG)
def test_a_mistake_names_its_file_line_and_field(
    tmp_path: Path, file: str, text: str, where: str, what: str
) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(folder(tmp_path, file, text))
    assert where in str(caught.value)
    assert what in str(caught.value)


def test_an_unknown_pack_says_what_to_name_instead() -> None:
    with pytest.raises(PackError, match="detention"):
        load_pack("no-such-pack")


def test_the_detention_pack_is_whole() -> None:
    pack = load_pack("detention")
    parts = {part.id for part in pack.parts}
    assert len(parts) == 11
    assert {q.part for q in pack.questions} <= parts
    assert {f.part for f in pack.frames if f.part} <= parts
    assert {f.language for f in pack.frames} == {"en", "es"}
    for entries in (pack.frames, pack.laws, pack.courts, pack.institutions, pack.rules, pack.questions):
        assert len({e.id for e in entries}) == len(entries)


def test_every_frame_has_a_kind_of_claim() -> None:
    kinds = {k.value for k in Kind} | {"none"}
    frames = (*load_pack("detention").frames, *language_frames("en"), *language_frames("es"))
    assert {f.kind for f in frames} <= kinds
    assert all(set(f.also) <= kinds for f in frames)
    assert all(f.verbs or f.nouns for f in frames)


def test_the_english_verbs_are_many_and_known_once() -> None:
    table = lexicon("en", "verbs")
    assert len(table["verbs"]) >= 1500
    assert len(set(table["verbs"])) == len(table["verbs"])
    assert set(table["nouns_too"]) <= set(table["verbs"])
    assert set(table["irregular"]) <= set(table["verbs"])


def test_every_bundled_pack_loads_and_its_parts_hold_together() -> None:
    assert set(bundled()) >= {"detention", "disasters"}
    for name in bundled():
        pack = load_pack(name)
        parts = {part.id for part in pack.parts}
        assert pack.name == name
        assert {p.part for p in pack.properties if p.part} <= parts
        assert {f.part for f in pack.frames if f.part} <= parts
        assert {q.part for q in pack.questions} <= parts


def test_both_languages_have_words_for_the_same_ideas() -> None:
    home = resources.files("habeas.packs") / "language"
    english, spanish = (
        {f.name for f in (home / code).iterdir() if f.name.endswith(".toml")} for code in ("en", "es")
    )
    assert english == spanish


FISHERY = {
    "pack.toml": 'name = "fishery"\nversion = "1"\ntitle = "Fishery"\n',
    "parts.toml": '[[parts]]\nid = "fleet"\ntitle = "The fleet"\ngist = "Boats and what they land"\n',
    "things.toml": '[[things]]\nid = "boat"\nentity = "other"\nnouns = ["boat", "trawler"]\n',
    "properties.toml": '[[properties]]\nid = "boats lost"\nlabel = "boats lost"\n'
    'question = "How many boats did {subject} lose?"\npart = "fleet"\ncounted = ["trawlers", "boats"]\n'
    'triggers = ["lost"]\ncumulative = true\n',
}


def test_a_pack_of_ones_own_is_a_folder_and_needs_no_python(tmp_path: Path) -> None:
    for name, text in FISHERY.items():
        (tmp_path / name).write_text(text, "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Hanstholm lost 14 trawlers in the spring gales, the harbour office said.\n", "utf-8")
    dossier = build([report], str(tmp_path))
    counts = [c for c in dossier.claims if c.kind is Kind.QUANTITY]
    assert [(c.property, c.value, c.part) for c in counts] == [("boats lost", 14, "fleet")]
    assert dossier.pack == "fishery"
