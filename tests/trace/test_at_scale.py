"""Tracing many reports: found by joins, in bounded memory, and no publisher's boilerplate joins its reports."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Made, block
from habeas.model.lineage import Relation
from habeas.trace.joining import FEW, meetings
from habeas.trace.minhash import ALIKE, bands
from habeas.trace.origins import DERIVED
from habeas.trace.rows import Rows, spread
from habeas.trace.shelf import Shelf
from habeas.trace.sketch import Sketch, sketch
from habeas.trace.traced import traced
from habeas.trace.tracing import relations
from light_marks import as_report, light_marks


def sketched(made: Made) -> Sketch:
    report = as_report(made.name, made.outlet, made.text)
    return sketch(traced(report, light_marks(report)))


@pytest.fixture(scope="module")
def corpus() -> list[Made]:
    return block(0)[:400]


@pytest.fixture(scope="module")
def sketches(corpus: list[Made]) -> list[Sketch]:
    return [sketched(one) for one in corpus]


def test_copies_edits_embedded_copies_and_rewrites_are_joined_and_strangers_are_not(
    corpus: list[Made], sketches: list[Sketch]
) -> None:
    derived = [(j.a, j.b) for j in relations(sketches) if j.relation in DERIVED]
    wrong = [p for p in derived if corpus[p[0]].cluster != corpus[p[1]].cluster]
    assert len(wrong) <= len(derived) / 50
    original = {one.cluster: n for n, one in enumerate(corpus) if one.kind == "original"}
    made_from = [
        (min(n, original[one.cluster]), max(n, original[one.cluster]))
        for n, one in enumerate(corpus)
        if one.kind != "original" and one.cluster in original and not one.cluster.endswith("large")
    ]
    assert {corpus[a].kind for a, b in made_from} | {corpus[b].kind for a, b in made_from} >= {
        "copy",
        "edit",
        "embedded",
        "rewrite",
    }
    assert len(set(made_from) & set(derived)) >= 0.95 * len(made_from)


def test_little_memory_and_several_processes_change_nothing(sketches: list[Sketch]) -> None:
    in_memory = list(relations(sketches))
    assert list(relations(sketches, memory=200_000)) == in_memory
    assert list(relations(sketches, processes=2)) == in_memory


def test_what_an_outlet_prints_under_everything_joins_none_of_its_reports() -> None:
    lines = [one.text.split("\n\n") for one in block(1)[:60] if one.kind == "original"][:45]
    under = "\n\n".join(block(2)[0].text.split("\n\n")[:2])
    made = [
        Made(f"{n}.txt", "The Varn Courier", "original", str(n), "\n\n".join((*some[:2], under)))
        for n, some in enumerate(lines)
    ]
    found = [j for j in relations([sketched(one) for one in made]) if j.relation in DERIVED]
    assert found == []


def test_two_reports_of_one_house_do_not_derive_by_what_both_end_with() -> None:
    first, second, under = (block(3)[n].text.split("\n\n")[0] for n in (1, 2, 3))
    texts = [f"{first}\n\n{under}", f"{second}\n\n{under}"]
    for outlets, expected in ((("The Varn Courier",) * 2, False), (("A Paper", "Another"), True)):
        made = [Made(f"{n}.txt", o, "", "", t) for n, (o, t) in enumerate(zip(outlets, texts, strict=True))]
        (judged,) = relations([sketched(one) for one in made])
        assert (judged.relation is Relation.COPY) is expected


def test_a_large_cluster_of_copies_costs_pairs_in_line_with_its_size() -> None:
    reports = np.arange(1000, dtype=np.uint32)
    pairs, _ = meetings((np.zeros(1000, np.uint64), reports))
    assert 999 <= len(pairs) < 4 * 1000
    few, _ = meetings((np.zeros(FEW, np.uint64), reports[:FEW]))
    assert len(few) == FEW * (FEW - 1) // 2


def test_rows_come_in_order_of_their_keys_whether_they_fit_or_not() -> None:
    luck = np.random.default_rng(5)
    keys, reports = (
        spread(luck.integers(0, 500, 40_000).astype(np.uint64)),
        np.arange(40_000, dtype=np.uint32),
    )
    large, small = Rows(1 << 26), Rows(1 << 10)
    for rows in (large, small):
        for some in np.array_split(np.arange(40_000), 97):
            rows.add(keys[some], reports[some])
    (whole,) = large.parts()
    parts = list(small.parts())
    assert small.spilled
    assert not large.spilled
    assert np.array_equal(np.concatenate([k for k, _ in parts]), whole[0])
    assert np.array_equal(np.concatenate([r for _, r in parts]), whole[1])


def test_a_shelf_gives_back_what_was_put_on_it_from_memory_and_from_its_file() -> None:
    shelf: Shelf[tuple[int, str]] = Shelf(1_000)
    for number in range(500):
        shelf.append((number, "word " * number))
    assert shelf.spilled
    assert [shelf[n][0] for n in (499, 0, 250, 0)] == [499, 0, 250, 0]
    assert len(shelf) == 500


def test_near_the_same_texts_share_most_bands_and_others_few() -> None:
    luck = np.random.default_rng(7)
    words = luck.integers(1, 1 << 60, 300).astype(np.uint64)
    near = np.concatenate([words[:297], luck.integers(1, 1 << 60, 3).astype(np.uint64)])
    half = np.concatenate([words[:150], luck.integers(1, 1 << 60, 150).astype(np.uint64)])
    assert len(np.intersect1d(bands(words), bands(near))) >= ALIKE
    assert len(np.intersect1d(bands(words), bands(half))) < ALIKE
    assert not len(bands(words[:20]))
