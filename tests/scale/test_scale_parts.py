"""Parts of the work: cut so that they are found again, kept so that nothing but our own values comes out of them."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scale_corpus import story

from habeas.errors import ScaleError
from habeas.model.claim import Kind
from habeas.model.dossier import Failure, Understood
from habeas.model.report import Report
from habeas.packs import DEFAULT
from habeas.read import Limits, read_report
from habeas.scale.cutting import Cuts, groups, parts
from habeas.scale.keys import pack_state, program_digest
from habeas.scale.packing import packed, unpacked
from habeas.scale.partitions import Row, content, rows
from habeas.scale.sources import Source
from habeas.scale.stages import Order, Reading, gathered, read_group, understand_part
from habeas.scale.store import store
from habeas.understanding import understand


@pytest.fixture
def order(tmp_path: Path) -> Order:
    work = str(tmp_path / "work")
    store(work).write("run-1", b"")
    state = pack_state(DEFAULT)
    return Order(work, "run-1", program_digest(), DEFAULT, state, None, Cuts(reports=2), Limits())


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    found = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(story(number), "utf-8")
        found.append(Source(path.name, str(path), path.stat().st_size))
    return Reading(tuple(found))


def test_what_is_packed_comes_back_equal():
    understood = understand(DEFAULT, read_report("a.txt", story(1).encode()))
    assert unpacked(Understood, packed(understood), "here") == understood


class Evil:
    def __reduce__(self):
        return os.system, ("touch /nonexistent/habeas-was-here",)


class Fetch:
    """Packs as the look-up of an attribute, which is how Python before 3.11.4 packs members of enumerations."""

    def __init__(self, of, name):
        self.looked_up = (of, name)

    def __reduce__(self):
        return getattr, self.looked_up


@pytest.mark.parametrize("member", list(Kind))
def test_a_member_of_an_enumeration_comes_back_however_it_was_packed(member):
    assert unpacked(Kind, pickle.dumps(Fetch(Kind, member.name)), "here") is member


@pytest.mark.parametrize(
    "value",
    [
        Evil(),
        {"a": print},
        subprocess.Popen,
        Path("a"),
        "a text",
        Fetch(Report, "quote"),
        Fetch(Kind, "__class__"),
    ],
)
def test_a_partition_with_anything_but_our_values_is_refused(value):
    with pytest.raises(ScaleError, match="some/partition"):
        unpacked(Report, pickle.dumps(value), "some/partition")


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_bytes_that_were_never_packed_are_refused(data):
    with pytest.raises(ScaleError):
        unpacked(Report, data, "here")


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.none() | st.binary(), st.none() | st.text())))
def test_a_partition_keeps_its_rows(given_rows):
    kept = [
        Row(*(v if isinstance(v, bytes | None) else v.encode("utf-8", "replace").decode() for v in r))
        for r in given_rows
    ]
    assert rows(content(kept), "here") == kept


def test_a_file_that_is_added_leaves_most_groups_as_they_are():
    found = [Source(f"{n:05}.txt", f"/news/{n}", 1000) for n in range(2000)]
    before = set(groups(found, Cuts()))
    after = set(groups(sorted([*found, Source("00777b.txt", "/news/x", 1000)], key=lambda s: s.doc), Cuts()))
    assert len(before - after) <= 3
    assert max(len(group) for group in after) <= Cuts().files


def test_a_large_file_is_read_by_itself():
    sizes = [10, 10, 500, 10, 10]
    found = [Source(str(n), str(n), size) for n, size in enumerate(sizes)]
    assert [len(g) for g in groups(found, Cuts(files=10_000, bytes=100))] == [2, 1, 2]


@settings(deadline=None)
@given(st.lists(st.integers(0, 30)), st.integers(1, 5), st.integers(1, 40))
def test_parts_are_what_was_read_in_order(lengths, most, characters):
    report = read_report("a.txt", story(1).encode())
    made = [replace(report, doc=str(n), text="x" * length) for n, length in enumerate(lengths)]
    cut = list(parts(made, Cuts(reports=most, characters=characters)))
    assert [one for part in cut for one in part] == made
    assert all(len(part) <= most for part in cut)


def test_a_part_that_was_made_is_found(order, reading):
    first, again = read_group(order, reading), read_group(order, reading)
    assert (first.found, again.found) == (False, True)
    assert first.parts == again.parts
    assert [part.rows for part in first.parts] == [2, 1]
    made = understand_part(order, first.parts[0])
    assert understand_part(order, first.parts[0]) == replace(made, found=True)
    assert [one.report.doc for one in gathered(order, made.parts[0])] == ["0.txt", "1.txt"]


@pytest.mark.parametrize("change", [b"It rained.", b""])
def test_a_report_that_changed_is_read_anew(order, reading, change):
    before = read_group(order, reading)
    with Path(reading.group[0].where).open("ab") as file:
        file.write(change)
    assert read_group(order, reading).found is (change == b"")
    assert (read_group(order, reading).parts == before.parts) is (change == b"")


def test_a_damaged_partition_is_made_anew(order, reading):
    [part, _] = read_group(order, reading).parts
    path = Path(order.work) / part.name
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert not read_group(order, reading).found
    assert path.read_bytes() == whole


def test_a_failure_is_kept_with_its_reason(order, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    [part] = read_group(order, Reading((Source("a.png", str(tmp_path / "a.png"), 9),))).parts
    assert list(gathered(order, understand_part(order, part).parts[0])) == [
        Failure("a.png", "is an image, not a report")
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"token": "run-2"}, "not to be seen from this worker"),
        ({"program": "another"}, "another habeas"),
        ({"pack_digest": "another"}, "another state of this pack"),
    ],
)
def test_a_worker_that_is_not_fit_says_why(order, reading, change, said):
    with pytest.raises(ScaleError, match=said):
        read_group(replace(order, **change), reading)


def test_a_file_that_only_the_other_machine_has_is_no_empty_report(order):
    with pytest.raises(ScaleError, match="share"):
        read_group(order, Reading((Source("a.txt", "/no/such/disk/a.txt", 9),)))


def test_nothing_phones_home():
    pytest.importorskip("daft")
    words = (
        "import os, sys\n"
        "class Watch:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name in ('daft', 'ray'):\n"
        "            print(name, *(os.environ.get(n) for n in sys.argv[1:]))\n"
        "sys.meta_path.insert(0, Watch())\n"
        "from habeas.scale.engine import engine\n"
        "with engine('native'): pass\n"
        "from habeas.scale.quiet import ray\n"
        "ray()\n"
    )
    names = ["DO_NOT_TRACK", "DAFT_ANALYTICS_ENABLED", "RAY_USAGE_STATS_ENABLED"]
    clean = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-c", words, *names], env=clean, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.splitlines()) == {"daft 1 0 0", "ray 1 0 0"}


def test_a_worker_keeps_to_the_limits_of_the_run(order, reading):
    small = replace(order, limits=Limits(report_bytes=10))
    failed = [
        one
        for part in read_group(small, reading).parts
        for one in gathered(small, understand_part(small, part).parts[0])
    ]
    assert len(failed) == 3
    assert all(isinstance(one, Failure) and "the limit for one report" in one.reason for one in failed)
    assert all(part.rows for part in read_group(order, reading).parts)
    found = [
        one
        for part in read_group(order, reading).parts
        for one in gathered(order, understand_part(order, part).parts[0])
    ]
    assert all(isinstance(one, Understood) for one in found)
