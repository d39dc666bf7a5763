"""What a second reader proposes becomes a claim only if everything in it stands in the report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from model_server import Model, claims, completion

from habeas.model.claim import Claim, Kind
from habeas.model.dossier import Understood
from habeas.model.marks import Comparator
from habeas.model.reread import Reread
from habeas.packs import DEFAULT, load_pack
from habeas.second_reader.address import endpoint
from habeas.second_reader.cache import Cache
from habeas.second_reader.proposals import Dropped, proposals
from habeas.second_reader.rereading import SecondReader

GOOD = {
    "quote": "waited at the harbour terminal on Sunday",
    "kind": "condition",
    "subject": "passengers",
    "property": "waited",
    "value": "at the harbour terminal",
    "speaker": "Ilse Brandt",
    "modality": "asserted",
    "negated": False,
}
LOST = {
    "quote": "Some 1,400 crates",
    "kind": "quantity",
    "subject": "crates",
    "property": "crates",
    "value": 1400,
}


def read_again(
    model: Model, one: Understood, tmp_path: Path, seconds: float = 10
) -> tuple[list[Claim], Reread]:
    """The reader's claims on a report, and the account; nothing is kept from one call to the next."""
    made = SecondReader(endpoint(model.reader, "small", seconds), Cache(tmp_path / str(len(model.asked))))
    again, account = made.reread([one], load_pack(DEFAULT), lambda *_: None)
    return [c for c in again[0].claims.claims if c.reader], account


def test_a_claim_whose_words_stand_is_kept_and_marked(model: Model, port: Understood, tmp_path: Path) -> None:
    model.body = lambda text: claims(GOOD)
    (claim,), account = read_again(model, port, tmp_path)
    assert claim.quote == port.report.quote(claim.span) == GOOD["quote"]
    assert (claim.reader, claim.frame) == ("openai:small", "reader:openai:small")
    assert (claim.kind, claim.subject, claim.value) == (
        Kind.CONDITION,
        "passengers",
        "at the harbour terminal",
    )
    assert claim.asserted_by[0].name == "Ilse Brandt"
    assert claim.confidence == 0 and claim.below_bar
    assert (account.proposed, account.kept, account.dropped) == (1, 1, ())


def test_a_number_is_read_by_the_program_from_the_words_pointed_at(
    model: Model, port: Understood, tmp_path: Path
) -> None:
    bare = replace(port, claims=replace(port.claims, claims=()))
    model.body = lambda text: claims({**LOST, "unit": "dollars", "comparator": "exact"})
    (claim,), _ = read_again(model, bare, tmp_path)
    assert (claim.value, claim.comparator, claim.unit) == (1400, Comparator.APPROX, "crates")


def test_a_line_break_in_the_report_is_found_by_a_blank_and_quoted_as_it_stands(
    model: Model, port: Understood, tmp_path: Path
) -> None:
    row = {**GOOD, "quote": "opened in 2029", "property": "opened", "value": "in 2029", "subject": "terminal"}
    model.body = lambda text: claims(row)
    (claim,), _ = read_again(model, port, tmp_path)
    assert claim.quote == "opened\nin 2029"


def test_a_place_that_is_right_is_taken(model: Model, port: Understood, tmp_path: Path) -> None:
    words = "burned for 9 hours too"
    start = port.report.text.index(words)
    row = {**GOOD, "quote": words, "property": "burned", "value": "too", "subject": "new pier"}
    model.body = lambda text: claims({**row, "start": start, "end": start + len(words)})
    (claim,), _ = read_again(model, port, tmp_path)
    assert tuple(claim.span) == (start, start + len(words))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "waited at the railway station on Sunday"}, Dropped.NOT_THERE),
        ({"quote": "Waited at the harbour terminal"}, Dropped.NOT_THERE),
        ({"start": 0, "end": 40}, Dropped.NOT_AT_SPAN),
        ({"start": -40, "end": 0}, Dropped.NOT_AT_SPAN),
        ({"start": 5, "end": 10**12}, Dropped.NOT_AT_SPAN),
        ({"quote": "burned for 9 hours", "property": "burned", "value": "for 9 hours"}, Dropped.SEVERAL),
        ({"quote": "aited at the harbour"}, Dropped.CUT),
        ({"quote": "waited at the harb"}, Dropped.CUT),
        ({**LOST, "quote": "400 crates", "value": 400}, Dropped.CUT),
        ({"quote": "3 Comments", "property": "Comments", "value": "3"}, Dropped.NOISE),
        ({"subject": "migrants"}, Dropped.SUBJECT),
        ({"subject": "passenger"}, Dropped.SUBJECT),
        ({"property": "fled"}, Dropped.PROPERTY),
        ({"value": "at the railway station"}, Dropped.VALUE),
        ({"value": 5}, Dropped.VALUE),
        ({**LOST, "value": 1500}, Dropped.VALUE),
        ({**LOST, "value": "1,400"}, Dropped.VALUE),
        ({"speaker": "Brandt Ilse"}, Dropped.SPEAKER),
        ({"kind": "quotation"}, Dropped.NO_QUOTATION),
        ({"quote": "word " * 200}, Dropped.TOO_LONG),
        ({"kind": "rumour"}, Dropped.SHAPE),
        ({"kind": None}, Dropped.SHAPE),
        ({"kind": ["event"]}, Dropped.SHAPE),
        ({"modality": 7}, Dropped.SHAPE),
        ({"negated": "no"}, Dropped.SHAPE),
        ({"quote": 12}, Dropped.SHAPE),
        ({"quote": ""}, Dropped.SHAPE),
        ({"value": True}, Dropped.SHAPE),
        ({"value": {"amount": 1}}, Dropped.SHAPE),
        ({"speaker": ["Ilse Brandt"]}, Dropped.SHAPE),
        ({"start": "0", "end": "4"}, Dropped.SHAPE),
        ({"start": 10}, Dropped.SHAPE),
    ],
)  # fmt: skip
def test_what_does_not_stand_is_dropped_and_counted_by_its_reason(
    model: Model, port: Understood, tmp_path: Path, change: dict[str, Any], reason: Dropped
) -> None:
    bare = replace(port, claims=replace(port.claims, claims=()))
    model.body = lambda text: claims({**GOOD, **change})
    found, account = read_again(model, bare, tmp_path)
    assert found == []
    assert [(d.reason, d.number) for d in account.dropped] == [(reason.value, 1)]
    assert (account.proposed, account.kept) == (1, 0)


def test_what_the_rules_read_too_and_what_is_said_twice_is_dropped(
    model: Model, port: Understood, tmp_path: Path
) -> None:
    rule = next(c for c in port.claims.claims if c.kind is Kind.QUANTITY and c.value == 3500)
    known = {**GOOD, "quote": rule.quote, "kind": "quantity", "value": 3500, "property": "passengers"}
    model.body = lambda text: claims(known, GOOD, GOOD)
    found, account = read_again(model, port, tmp_path)
    assert [c.quote for c in found] == [GOOD["quote"]]
    assert {d.reason: d.number for d in account.dropped} == {Dropped.KNOWN: 1, Dropped.TWICE: 1}


def test_proposals_beyond_two_hundred_are_counted_and_not_looked_at(
    model: Model, port: Understood, tmp_path: Path
) -> None:
    model.body = lambda text: claims(*[GOOD] * 203)
    found, account = read_again(model, port, tmp_path)
    assert len(found) == 1
    assert {d.reason: d.number for d in account.dropped} == {Dropped.TWICE: 199, Dropped.TOO_MANY: 3}
    assert account.proposed == 203


def test_a_fence_around_the_answer_is_no_fault(model: Model, port: Understood, tmp_path: Path) -> None:
    model.body = lambda text: completion(f"```json\n{json.dumps({'claims': [GOOD]})}\n```")
    assert len(read_again(model, port, tmp_path)[0]) == 1


def test_a_long_report_is_sent_in_parts_and_every_claim_stands_in_the_whole(
    model: Model, port: Understood, tmp_path: Path, folder: Path
) -> None:
    from habeas.flow import understand
    from habeas.read import read

    long = folder.parent / "long-reports"
    long.mkdir()
    filler = "\n".join(f"Crane number {n} lifted {n + 20} boxes on the quay." for n in range(600))
    (long / "long.txt").write_text(f"Cranes\n\n{filler}\nThe last watchman locked the gate.\n", "utf-8")
    one = understand(DEFAULT, read([long])[0][0])
    row = {
        **GOOD,
        "quote": "watchman locked the gate",
        "subject": "watchman",
        "property": "locked",
        "value": "gate",
    }
    model.body = lambda text: claims({**row, "speaker": None})
    (claim,), account = read_again(model, one, tmp_path)
    assert claim.quote == one.report.quote(claim.span)
    sent = [asked["messages"][1]["content"] for asked in model.asked]
    assert account.texts == len(sent) > 2
    assert "".join(sent) == one.report.text
    assert {d.reason: d.number for d in account.dropped} == {Dropped.NOT_THERE: len(sent) - 1}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
WORDS = st.sampled_from([*GOOD, "start", "end"])
PIECES = st.sampled_from(
    ["passengers", "3,500 passengers", "1,400", "9 hours", "Brandt", "\ud800", "Nobody slept outside", " ", "condition",
     "quotation", "quantity", 3500, 9, 0, 60, -1, True, None]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        JSON | st.dictionaries(WORDS, PIECES | JSON) | st.fixed_dictionaries(dict.fromkeys(GOOD, PIECES))
    )
)
def test_whatever_comes_every_proposal_is_kept_on_its_words_or_counted(
    port: Understood, rows: list[Any]
) -> None:
    from habeas.model.span import Span
    from habeas.second_reader.holding import Held, held

    text = port.report.text
    known = Held.of(port, load_pack(DEFAULT), "openai:small")
    made = proposals(json.dumps({"claims": rows}))
    assert made is not None and len(made) == len(rows)
    for one in made:
        claim = one if isinstance(one, Dropped) else held(one, Span(0, len(text)), known)
        if not isinstance(claim, Dropped):
            assert claim.quote == claim.span.of(text)
            assert claim.subject.split() and claim.subject.split()[0] in text
