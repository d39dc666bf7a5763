"""A dossier grows: the same bytes however its reports come, and only new ones are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path

import pytest

import habeas.flow
from habeas.errors import DossierError
from habeas.flow import build
from habeas.publish import publish
from habeas.publish.state import read_state
from habeas.publish.verifying import verify
from habeas.story import add


def built(paths: Sequence[Path], out: Path) -> Path:
    publish(build(paths), out)
    return out


def grown(paths: Sequence[Path], folder: Path, **how: object) -> Path:
    publish(add(paths, folder, **how).dossier, folder)  # type: ignore[arg-type]
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the reports that workers were given to mark and claim, as it happens."""
    seen: list[str] = []
    real: Callable[..., object] = habeas.flow.each

    def counting(work, tasks, *more):
        seen.extend(report.doc for report in tasks)
        return real(work, tasks, *more)

    monkeypatch.setattr(habeas.flow, "each", counting)
    return seen


def test_one_by_one_or_all_at_once_gives_the_same_bytes(reports, tmp_path):
    files = sorted(reports.iterdir())
    at_once = content(built(files, tmp_path / "at_once"))
    one_by_one = built(files[:1], tmp_path / "one_by_one")
    for file in files[1:]:
        grown([file], one_by_one)
    assert content(one_by_one) == at_once
    assert verify(one_by_one) == ()


@pytest.mark.parametrize("order", [o for n, o in enumerate(permutations(range(4))) if n % 7 == 3])
def test_the_order_in_which_reports_come_does_not_matter(order, reports, tmp_path):
    files = sorted(reports.iterdir())
    expected = (built(files, tmp_path / "at_once") / "manifest.json").read_bytes()
    folder = built([files[order[0]]], tmp_path / "grown")
    grown([files[n] for n in order[1:3]], folder)
    grown([files[order[3]]], folder)
    assert (folder / "manifest.json").read_bytes() == expected


def test_only_new_reports_are_read(reports, tmp_path, counted):
    files = sorted(reports.iterdir())
    folder = built(files[:3], tmp_path / "dossier")
    counted.clear()
    done = add([reports], folder)
    assert counted == ["d_feed.jsonl#1"]
    assert done.new == ("d_feed.jsonl#1",)
    assert done.known == ("a_gazette.txt", "b_courier.txt", "c_observer.html")


def test_a_dossier_to_which_nothing_new_is_added_stays_as_it_is(reports, tmp_path, counted):
    folder = built([reports], tmp_path / "dossier")
    before = content(folder)
    counted.clear()
    done = add([reports], folder)
    assert not done.changed
    assert counted == []
    publish(done.dossier, folder)
    assert content(folder) == before


def test_a_container_that_has_grown_gives_its_new_records_only(reports, tmp_path, counted):
    feed = reports / "d_feed.jsonl"
    folder = built([reports], tmp_path / "dossier")
    more = '{"title": "Camp closes a road", "date": "2031-05-11", "text": "The Norvale camp closed 2 roads on 11 May 2031."}\n'
    feed.write_text(feed.read_text() + more)
    counted.clear()
    grown([feed], folder)
    assert counted == ["d_feed.jsonl#2"]
    assert content(folder) == content(built([reports], tmp_path / "again"))


def test_another_report_of_the_same_name_gets_its_folder_in_front(reports, tmp_path):
    other = tmp_path / "monday"
    other.mkdir()
    (other / "a_gazette.txt").write_text(
        "Norvale camp shrinks\n\nThe Norvale camp holds 900 people, a guard said.\n"
    )
    folder = built([reports], tmp_path / "dossier")
    done = add([other], folder)
    assert done.new == ("monday/a_gazette.txt",)
    publish(done.dossier, folder)
    assert content(folder) == content(built([reports, other], tmp_path / "at_once"))


def test_a_corrected_report_takes_the_place_of_the_old_one(reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    gazette = reports / "a_gazette.txt"
    gazette.write_text(gazette.read_text().replace("3,500", "2,500"))
    done = add([gazette], folder, replace=True)
    assert (done.new, done.replaced) == (("a_gazette.txt",), ("a_gazette.txt",))
    publish(done.dossier, folder)
    assert content(folder) == content(built([reports], tmp_path / "again"))


def test_an_unreadable_report_is_a_failure_until_it_can_be_read(reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    late = reports / "e_late.txt"
    late.write_bytes(b"")
    grown([late], folder)
    assert [f.doc for f in read_state(folder).failures] == ["e_late.txt"]
    assert content(folder) == content(built([reports], tmp_path / "again"))
    late.write_text("Camp quiet\n\nThe Norvale camp was quiet on 12 May 2031.\n")
    done = add([late], folder)
    assert done.dossier.failures == ()
    assert done.new == ("e_late.txt",)


def test_an_unreadable_report_never_costs_one_that_is_held(reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    (reports / "a_gazette.txt").write_bytes(b"")
    for replace in (False, True):
        done = add([reports / "a_gazette.txt"], folder, replace=replace)
        assert "a_gazette.txt" in {r.doc for r in done.dossier.reports}
        assert [f.doc for f in done.failures] == ["reports/a_gazette.txt"]


def test_a_readers_own_notes_stay_in_the_dossier(reports, tmp_path):
    files = sorted(reports.iterdir())
    folder = built(files[:3], tmp_path / "dossier")
    (folder / "my notes.txt").write_text("call Brandt")
    grown(files[3:], folder)
    assert (folder / "my notes.txt").read_text() == "call Brandt"


def test_what_was_understood_is_kept_whole(reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    kept = {one.report.doc: one for one in read_state(folder).understood}
    fresh = build([reports])
    assert tuple(kept) == tuple(r.doc for r in fresh.reports)
    for report, marks, claims in zip(fresh.reports, fresh.marks, fresh.raw, strict=True):
        assert (kept[report.doc].report, kept[report.doc].marks, kept[report.doc].claims) == (
            report,
            marks,
            claims,
        )


def edited(folder: Path, change: Callable[[dict[str, dict[str, str]]], None]) -> None:
    data = json.loads((folder / "manifest.json").read_text())
    change(data)
    (folder / "manifest.json").write_text(json.dumps(data))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data["program"].update(version="0.0.1"), "made by habeas 0.0.1"),
        (lambda data: data["pack"].update(sha256="0" * 64), "another state of the pack"),
        (lambda data: data["inputs"][0].pop("state"), "build"),
        (lambda data: data.pop("failures"), "build"),
    ],
)
def test_a_dossier_that_cannot_be_added_to_says_why(change, said, reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    edited(folder, change)
    with pytest.raises(DossierError, match=said):
        add([reports], folder)


def test_a_folder_without_a_dossier_is_refused(reports, tmp_path):
    with pytest.raises(DossierError, match="no dossier here"):
        add([reports], tmp_path)


def test_a_damaged_state_is_named(reports, tmp_path):
    folder = built([reports], tmp_path / "dossier")
    (folder / "state" / "a_gazette.json.gz").write_bytes(b"\x1f\x8bgone")
    with pytest.raises(DossierError, match="a_gazette"):
        add([reports], folder)
    assert [p.where for p in verify(folder)] == ["state/a_gazette.json.gz"]
