"""docs/packs.md is true: its pack is built from the page itself and run, and no field is missing there."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from habeas.cli import main
from habeas.errors import PackError
from habeas.flow import build
from habeas.model import pack as model
from habeas.model.pack import VIEWS, Pack
from habeas.packs import bundled, load_pack

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text("utf-8")
BLOCK = re.compile(r"^\*\*`([\w./]+)`\*\*\n\n```\w+\n(.*?)^```$", re.M | re.S)
ROW = re.compile(r"^\| (What|How)(.+?) \| (.+?) \| (\w+) \|$", re.M)

KINDS = {
    "parts": model.Part,
    "things": model.Thing,
    "properties": model.Property,
    "frames": model.Frame,
    "laws": model.Law,
    "courts": model.Court,
    "institutions": model.Institution,
    "descriptors": model.Descriptor,
    "rules": model.Rule,
    "questions": model.PackQuestion,
    "disputes": model.Dispute,
    "derivations": model.Derivation,
    "stages": model.Stage,
    "provisions": model.Provision,
    "projections": model.Projected,
}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The folder that a reader of the page has in the end."""
    for name, text in BLOCK.findall(PAGE):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_pack_of_the_page_finds_what_the_page_says(written: Path) -> None:
    dossier = build([written / "reports"], str(written / "elections"))
    found = {
        (f.question, "; ".join(a.value for a in f.answers), str(f.status))
        for f in dossier.findings
        if "{" not in f.question
    }
    told = {(start + rest, answers, status) for start, rest, answers, status in ROW.findall(PAGE)}
    assert len(told) == 3
    assert told <= found


def test_what_nobody_says_is_an_unknown_of_its_part(written: Path) -> None:
    dossier = build([written / "reports"], str(written / "elections"))
    law = next(p for p in dossier.record.parts if p.id == "law")
    assert [u.question for u in law.unknowns] == ["How many complaints were filed?"]


def test_the_acts_of_the_pack_are_claims_of_its_kinds(written: Path) -> None:
    dossier = build([written / "reports"], str(written / "elections"))
    legal = [c.quote for c in dossier.claims if c.kind == "legal"]
    assert legal == ["The commission annulled the election in the port district on Monday"]


def test_every_file_of_a_pack_has_its_place_on_the_page() -> None:
    assert set(KINDS) == {f.name for f in dataclasses.fields(Pack)} - {"name", "version", "title"}
    assert all(f"### `{name}.toml`" in PAGE for name in (*KINDS, "pack"))


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_every_field_is_explained_and_the_needed_ones_are_marked(name: str, kind: type) -> None:
    section = PAGE.split(f"### `{name}.toml`", 1)[1].split("\n### ", 1)[0]
    told = {field: bool(star) for field, star in re.findall(r"^\| `(\w+)`( \*)? \|", section, re.M)}
    needed = {f.name: f.default is dataclasses.MISSING for f in dataclasses.fields(kind)}
    assert told == needed


def test_every_layout_is_explained() -> None:
    section = PAGE.split("### `parts.toml`", 1)[1].split("\n### ", 1)[0]
    assert all(f"`{view}`" in section for view in VIEWS)


def test_the_packs_that_come_with_the_program_are_named() -> None:
    assert all(f"`{name}`" in PAGE for name in bundled())


MISTAKES = [
    ("properties.toml", "triggers = [", "trigger = [", "unknown field 'trigger'; write 'triggers'"),
    ("properties.toml", 'part = "vote"', 'part = "votes"', "part: no 'votes'; write 'vote'"),
    ("properties.toml", 'on = ["party"]', 'on = ["parties"]', "on: no 'parties'; write 'party'"),
    ("properties.toml", "{subject}", "them", "write {subject} where the name is to stand"),
    (
        "properties.toml",
        "cumulative = true",
        'cumulative = "yes"',
        "cumulative: must be true or false, not 'yes'",
    ),
    ("things.toml", '"organisation"', '"organization"', "entity: no 'organization'; write 'organisation'"),
    ("frames.toml", 'kind = "legal"', 'kind = "law"', "kind: no 'law'; known: quantity, quotation, event"),
    ("frames.toml", '"lose", "trail", "win"]', '"lose', "not TOML"),
    ("parts.toml", 'view = "law"', 'view = "laws"', "view: no 'laws'; write 'law'"),
    ("questions.toml", "[[questions]]", "[[question]]", "write each entry as a [[questions]] table"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "what"), MISTAKES)
def test_a_mistake_names_its_line_and_what_to_write(
    written: Path, file: str, right: str, wrong: str, what: str
) -> None:
    path = written / "elections" / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    line = text[: text.index(right)].count("\n") + 1
    with pytest.raises(PackError) as caught:
        load_pack(str(written / "elections"))
    assert what in caught.value.what
    assert caught.value.where in (f"elections/{file}:{line}", f"elections/{file}")
    assert caught.value.where.endswith(f":{line}") or "[[" in what


def test_a_file_that_is_no_part_of_a_pack_is_named(written: Path) -> None:
    (written / "elections" / "property.toml").write_text("", "utf-8")
    with pytest.raises(PackError, match=r"elections/property\.toml: a pack has no file of that name"):
        load_pack(str(written / "elections"))


def test_the_mistakes_on_the_page_are_those_the_program_reports(written: Path) -> None:
    (written / "elections" / "property.toml").write_text("", "utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(str(written / "elections"))
    assert f"    {caught.value}" in PAGE


def run(*arguments: object) -> int:
    """The exit code of one command."""
    with pytest.raises(SystemExit) as stop:
        main([str(a) for a in arguments])
    return int(stop.value.code or 0)


def test_a_folder_and_a_name_are_packs_on_the_command_line(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = written / "reports"
    assert run("build", "--pack", written / "elections", reports, "--out", written / "mine") == 0
    assert run("build", "--pack", "disasters", reports, "--out", written / "theirs") == 0
    assert json.loads((written / "mine" / "manifest.json").read_text("utf-8"))["pack"]["name"] == "elections"
    assert "2 reports, 2 origins" in capsys.readouterr().out


def test_a_wrong_pack_stops_before_any_report_with_its_line(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = written / "elections" / "parts.toml"
    parts.write_text(parts.read_text("utf-8").replace("title =", "titel =", 1), "utf-8")
    out = written / "out"
    assert run("build", "--pack", written / "elections", written / "reports", "--out", out) == 1
    assert "habeas: elections/parts.toml:3: unknown field 'titel'; write 'title'" in capsys.readouterr().err
    assert not out.exists()
