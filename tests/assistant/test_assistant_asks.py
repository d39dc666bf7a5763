"""What an assistant is told stands on claims, is bounded, and changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from assistant_client import Assistant, cited, everything
from publish_dossiers import large_dossier

from habeas.assistant.bounds import ANSWER
from habeas.cli import main
from habeas.publish import publish
from habeas.publish.codec import read_lines


def shown_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """What a command prints as JSON lines."""
    with pytest.raises(SystemExit):
        main(arguments)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_tools_say_that_they_only_read_and_what_they_take(assistant: Assistant) -> None:
    tools = assistant.portal.call(assistant.client.list_tools).tools
    assert {t.name for t in tools} == {
        "about", "search_claims", "get_claim", "findings", "why", "checks", "law_on", "reports", "read_report",
        "unclaimed",
    }  # fmt: skip
    assert all(t.annotations.read_only_hint and not t.annotations.open_world_hint for t in tools)
    assert all(t.description and t.input_schema["additionalProperties"] is False for t in tools)
    assert all("description" in p for t in tools for p in t.input_schema["properties"].values())


def test_an_assistant_of_the_older_protocol_is_answered_too(
    connect: Callable[..., Assistant], folder: Path
) -> None:
    older = connect(folder, "legacy")
    assert older.ask("about")["counts"]["reports"] == 8
    assert "square brackets" in older.client.instructions


def test_every_claim_in_every_answer_stands_on_its_words(assistant: Assistant, folder: Path) -> None:
    claims = {row["id"]: row for row in read_lines(folder / "claims.jsonl")}
    inputs = json.loads((folder / "manifest.json").read_text("utf-8"))["inputs"]
    texts = {row["doc"]: (folder / row["text"]).read_bytes().decode() for row in inputs}
    seen: dict[str, int] = {}
    for tool, answer in everything(assistant):
        told = list(cited(answer))
        seen[tool] = seen.get(tool, 0) + len(told)
        for one in told:
            known = claims[one["claim"]]
            quote = known["quote"]
            cut = one.get("quote_cut_after")
            assert one["quote"] == (quote[:cut] if cut else quote)
            assert texts[known["doc"]][one["start"] : one["end"]] == quote
            assert one.get("cite", f"[{known['id']}] {known['doc']}:{known['start']}-{known['end']}") == (
                f"[{known['id']}] {known['doc']}:{known['start']}-{known['end']}"
            )
    assert [tool for tool, number in seen.items() if not number] == []
    assert len(seen) == 10


def test_asking_changes_no_byte_of_the_dossier(assistant: Assistant, folder: Path) -> None:
    def digests() -> dict[str, str]:
        files = (p for p in folder.rglob("*") if p.is_file())
        return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}

    before = digests()
    for tool in ("about", "search_claims", "findings", "checks", "reports", "unclaimed"):
        assistant.ask(tool)
    assert digests() == before


def test_a_search_finds_claims_by_words_speaker_and_time(assistant: Assistant) -> None:
    found = assistant.ask("search_claims", words="40,000 people", kind="quantity")
    assert found["total"] >= 2
    assert all("40,000" in c["quote"] for c in found["claims"][:2])
    said = assistant.ask("search_claims", speaker="boasberg")
    assert said["claims"] and all("Boasberg" in c["said_by"] for c in said["claims"])
    early = assistant.ask("search_claims", until="1999-12-31")
    assert early["claims"] and all(c["as_of"] < "2000" for c in early["claims"])


def test_a_search_that_no_claim_fits_whole_says_so(assistant: Assistant) -> None:
    some = assistant.ask("search_claims", words="prison submarine")
    assert some["note"] == "no claim holds all these words; these hold some of them"
    assert assistant.ask("search_claims", words="submarine") == {"total": 0, "claims": []}


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "x* OR -y", "subject:", "'); DROP TABLE claims;--"])
def test_signs_of_the_search_language_are_only_words(assistant: Assistant, words: str) -> None:
    result = assistant.call("search_claims", words=words)
    assert not result.is_error or "no word and no number" in result.content[0].text
    assert assistant.ask("about")["counts"]["claims"] > 0


def test_one_claim_is_shown_in_its_place_with_its_chain_and_findings(
    assistant: Assistant, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = assistant.ask("findings", status="agree", limit=1)["findings"][0]["answers"][0]["words"][0][
        "claim"
    ]
    told = assistant.ask("get_claim", claim=name)
    shown = shown_by(capsys, "why", name, "--in", str(folder), "--json")[0]
    assert told["quote"] == shown["claim"]["quote"]
    assert told["origin"] == shown["origin"]
    assert [f["finding"] for f in told["findings"]] == [f["id"] for f in shown["findings"]]
    text = assistant.ask("read_report", doc=told["doc"], start=max(0, told["start"] - 240), length=6000)[
        "text"
    ]
    assert text.startswith(told["before"] + told["quote"] + told["after"][:50])


def test_the_law_of_a_day_is_what_the_command_says(
    assistant: Assistant, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = assistant.ask("law_on", date="2025-03-16")
    shown = shown_by(capsys, "law", "--on", "2025-03-16", "--in", str(folder), "--json")
    assert [m["measure"] for m in told["measures"]] == [s["measure"] for s in shown]
    assert [m["state"].split()[0].rstrip(":") for m in told["measures"]] == [
        s["state"].split()[0] for s in shown
    ]
    assert assistant.ask("law_on", date="2025-03-16", measure="no such act")["measures"] == []


def test_reports_of_one_origin_are_told_with_the_ground_for_it(assistant: Assistant) -> None:
    for finding in assistant.ask("findings", limit=30)["findings"]:
        grounds = assistant.ask("why", id=finding["finding"])["grounds"]
        assert len(grounds) == finding["origins"]
        if any(g.get("derived") for g in grounds):
            return
    pytest.fail("no finding of the samples rests on a copy")


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("search_claims", {"limit": "many"}, "limit must be a whole number from 1 to 50, not 'many'"),
        ("search_claims", {"limit": True}, "limit must be a whole number from 1 to 50, not True"),
        ("search_claims", {"limit": 0}, "limit must be a whole number from 1 to 50, not 0"),
        ("search_claims", {"kind": "rumour"}, "kind must be one of quantity, quotation, event"),
        ("search_claims", {"words": "!?"}, "words holds no word and no number to look for"),
        ("search_claims", {"words": "x" * 501}, "words must be a text of 1 to 500 characters"),
        ("search_claims", {"words": ["a"]}, "words must be a text of 1 to 500 characters, not ['a']"),
        ("search_claims", {"colour": "red"}, "has no argument 'colour': it takes words, kind, subject"),
        ("search_claims", {"least_confidence": 2}, "least_confidence must be a number from 0 to 1, not 2"),
        ("about", {"x": 1}, "about has no argument 'x': it takes no arguments"),
        ("get_claim", {}, "get_claim needs claim: A claim's id"),
        ("get_claim", {"claim": "zzz"}, "there is no claim 'zzz': take an id that search_claims gave"),
        ("why", {"id": "F?"}, "'F?' is no finding, check or claim of this record"),
        ("law_on", {"date": "16 March"}, "date must be a day as 2025-03-16, not '16 March'"),
        ("law_on", {"date": "2025-02-30"}, "date must be a day as 2025-03-16, not '2025-02-30'"),
        ("read_report", {"doc": "../../etc/passwd"}, "there is no report '../../etc/passwd'"),
        ("read_report", {"doc": "04_meridian.html", "start": 10**8}, "start is 100000000, and 04_meridian.html has"),
        ("delete_claim", {}, "there is no tool 'delete_claim': the tools are about, search_claims"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_answered_is_told_why(
    assistant: Assistant, tool: str, arguments: dict[str, object], told: str
) -> None:
    assert told in assistant.refused(tool, **arguments)


def test_answers_stay_small_however_large_the_record(
    connect: Callable[..., Assistant], tmp_path: Path
) -> None:
    publish(large_dossier(40, 60), tmp_path / "large")
    large = connect(tmp_path / "large")
    sizes = [(len(json.dumps(answer, ensure_ascii=False)), tool) for tool, answer in everything(large)]
    assert max(sizes)[0] <= ANSWER, max(sizes)
    first = large.ask("search_claims", limit=50)
    second = large.ask("search_claims", limit=50, offset=first["next_offset"])
    assert first["left"] + len(first["claims"]) == first["total"] == 2400
    assert not {c["claim"] for c in first["claims"]} & {c["claim"] for c in second["claims"]}
