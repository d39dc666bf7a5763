"""A ledger as its user meets it on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from habeas.cli import main
from habeas.ledger import open_ledger

WIRE = """Mayor opens ferry quay at Kestrel Point

KESTREL POINT, 4 May 2031 - The quay at Kestrel Point took in 41 boats on Sunday, harbour clerk Rosa Vidal said.
"We counted every one of them," Vidal told reporters. The works cost $3 million.
"""
LATER = """Quay at Kestrel Point too small, skippers say

KESTREL POINT, 9 May 2031 - The quay took in 57 boats on Friday, according to the harbour.
It was built for 40 boats and cost $3 million.
"""


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    return int(stop.value.code or 0)


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A ledger with one report."""
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "later.txt").write_text(LATER, "utf-8")
    ledger = tmp_path / "story.ledger"
    assert run("add", tmp_path / "wire.txt", "--ledger", ledger, "--by", "ana") == 0
    assert "1 new reports" in capsys.readouterr().out
    return ledger


def test_later_reports_are_added_and_known_ones_passed_over(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = tmp_path / "wire.txt", tmp_path / "later.txt"
    assert run("add", *both, "--ledger", story, "--json") == 0
    (said,) = rows(capsys)
    assert (said["new"], said["known"]) == (1, 1)
    assert run("add", *both, "--ledger", story, "--json") == 0
    (said,) = rows(capsys)
    assert (said["new"], said["known"], said["readings"]) == (0, 2, 0)
    assert run("verify", story) == 0
    assert "every hash, seal and span matches" in capsys.readouterr().out


def test_another_report_of_a_held_name_gets_a_name_of_its_own(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wire.txt").write_text(LATER, "utf-8")
    assert run("add", tmp_path / "wire.txt", "--ledger", story) == 0
    assert run("build", "--ledger", story, "--out", tmp_path / "d") == 0
    docs = [row["doc"] for row in json.loads((tmp_path / "d" / "manifest.json").read_text("utf-8"))["inputs"]]
    assert sorted(docs) == ["wire.txt", "wire.txt (2)"]


def test_claims_are_listed_decided_on_and_undone(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review", story, "--kind", "quantity", "--json") == 0
    found = rows(capsys)
    assert found
    first = found[0]["id"]
    assert (
        run(
            "review",
            story,
            "--claim",
            first,
            "--as",
            "corrected",
            "--value",
            "42",
            "--note",
            "the log",
            "--by",
            "bo",
        )
        == 0
    )
    assert "decision 1: corrected" in capsys.readouterr().out
    assert run("review", story, "--decided", "corrected", "--json") == 0
    assert [row["id"] for row in rows(capsys)] == [first]
    assert run("review", story, "--undo", 1, "--by", "bo") == 0
    assert "takes back 1" in capsys.readouterr().out
    assert run("history", story, "--json") == 0
    assert [(row["act"], row["by"]) for row in rows(capsys)] == [
        ("undo", "bo"),
        ("decide", "bo"),
        ("add", "ana"),
    ]


def test_a_dossier_is_built_with_and_without_decisions(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("review", story, "--json")
    first = rows(capsys)[0]["id"]
    run("review", story, "--claim", first, "--as", "rejected", "--by", "bo")
    out = tmp_path / "d"
    assert run("build", "--ledger", story, "--out", out) == 0
    decided = [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in decided if row.get("decision") == "rejected"] == [first]
    assert run("verify", out) == 0
    assert run("build", tmp_path / "wire.txt", "--ledger", story, "--without-decisions", "--out", out) == 0
    assert '"decision"' not in (out / "claims.jsonl").read_text("utf-8")


def test_private_names_are_withheld_unless_an_editor_clears_them(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "d"
    assert run("build", "--ledger", story, "--out", out) == 0
    assert json.loads((out / "manifest.json").read_bytes())["protected"] is True
    assert "A working copy" not in (out / "index.html").read_text("utf-8")
    text = (out / "sources" / "wire.txt").read_text("utf-8")
    assert "Vidal" not in text
    assert "Person " in text
    pseudonym = text.split("clerk ")[1].split(" said")[0]
    run("add", tmp_path / "later.txt", "--ledger", story)
    assert run("build", "--ledger", story, "--protect", "--out", out) == 0
    assert pseudonym in (out / "sources" / "wire.txt").read_text("utf-8")
    assert run("review", story, "--entity", "Rosa Vidal", "--as", "cleared", "--by", "ed") == 0
    assert run("build", "--ledger", story, "--protect", "--out", out) == 0
    assert (out / "sources" / "wire.txt").read_text("utf-8") == WIRE
    assert run("build", tmp_path / "wire.txt", "--protect", "--out", tmp_path / "e") == 0
    assert "Vidal" not in (tmp_path / "e" / "claims.jsonl").read_text("utf-8")
    capsys.readouterr()


def test_names_stand_in_what_is_built_for_the_desk_itself_and_its_first_page_says_so(
    story: Path, tmp_path: Path
) -> None:
    for number, words in enumerate((["--ledger", story, "--named"], [tmp_path / "wire.txt"])):
        out = tmp_path / f"d{number}"
        assert run("build", *words, "--out", out) == 0
        assert "Vidal" in (out / "claims.jsonl").read_text("utf-8")
        assert "protected" not in json.loads((out / "manifest.json").read_bytes())
        assert "A working copy: 1 private person stands in it by name." in (out / "index.html").read_text(
            "utf-8"
        )


def test_no_file_of_a_dossier_from_a_ledger_names_a_private_person(story: Path, tmp_path: Path) -> None:
    from test_review_protecting import texts_of

    from habeas.review.folding import fold

    run("add", tmp_path / "later.txt", "--ledger", story)
    for words in (["--ledger", story], [tmp_path / "wire.txt", "--ledger", story]):
        out = tmp_path / "d"
        assert run("build", *words, "--out", out) == 0
        files = [path for path in out.rglob("*") if path.is_file()]
        assert len(files) > 20
        assert [path.name for path in files if "vidal" in fold(texts_of(path))] == []


def test_backup_and_restore_are_one_command_each(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", story, tmp_path / "b") == 0
    story.unlink()
    assert run("restore", tmp_path / "b", story) == 0
    assert run("verify", story) == 0
    head = capsys.readouterr().out.strip().rsplit(" ", 1)[1]
    assert run("verify", story, "--head", head) == 0
    assert run("verify", story, "--head", "0" * 64) == 1
    assert run("migrate", story) == 0


def test_users_are_made_and_listed(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a long pass word\nand more\n"))
    assert run("users", story, "--name", "rosa", "--role", "editor", "--password", "--by", "root") == 0
    assert capsys.readouterr().err == ""
    with open_ledger(story) as ledger:
        assert ledger.check_password("rosa", "a long pass word") is not None
    assert run("users", story, "--name", "rosa", "--blocked", "--by", "root", "--json") == 0
    assert rows(capsys)[-1] | {"since": ""} == {
        "name": "rosa",
        "role": "editor",
        "active": False,
        "since": "",
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("review", "STORY", "--claim", "zz", "--as", "confirmed"), 2, "no such claim"),
        (("review", "STORY", "--claim", "zz"), 2, "--as VERDICT"),
        (("review", "STORY", "--as", "confirmed"), 2, "--claim, --entity or --finding"),
        (("review", "STORY", "--claim", "zz", "--as", "perhaps"), 2, "no such verdict"),
        (("review", "STORY", "--finding", "zz", "--as", "settle", "--value", "1"), 2, "no finding"),
        (("review", "STORY", "--entity", "zz", "--as", "cleared"), 2, "no entity"),
        (("review", "STORY", "--undo", "9"), 2, "no decision 9"),
        (("review", "nowhere.ledger"), 1, "no ledger here"),
        (("history", "STORY/x"), 1, "no ledger here"),
        (("users", "STORY", "--name", "x", "--role", "king"), 2, "reader, reviewer, editor, admin"),
        (("build", "--out", "d"), 2, "name the reports"),
        (("migrate", "nowhere.ledger"), 2, "no ledger here"),
        (("backup", "nowhere.ledger", "b"), 1, "no ledger here"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    story: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    assert run(*(word.replace("STORY", str(story)) for word in words)) == code
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert said in err


def test_a_changed_byte_is_named_and_the_code_is_1(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    with sqlite3.connect(story) as raw:
        raw.execute("UPDATE claims SET quote = replace(quote, '41 boats', '47 boats')")
    assert run("verify", story) == 1
    said = capsys.readouterr().out
    assert "reading 1 of wire.txt" in said
    assert "its words do not stand at" in said
