"""What two reports share: facts and their order, runs of words, credits."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from habeas.trace.candidates import ALL_PAIRS, Sketches
from habeas.trace.common_facts import common_facts
from habeas.trace.credits import credits
from habeas.trace.facts import facts
from habeas.trace.passages import containment, passages
from habeas.trace.sketch import sketch
from habeas.trace.traced import Traced, traced
from habeas.trace.words import words


def marked(text: str, name: str = "a.txt") -> tuple[Report, Marks]:
    report = read_report(name, text.encode())
    return report, mark(report, load_pack("detention"))


ORCHARD = "The orchard lost 1,840 trees to the frost. Growers had insured 612 of them, and 37 barns stood empty by May."
RETOLD = "Frost killed 1,840 trees in the valley, of which 612 were insured. By May, 37 barns were without a harvest."
TURNED = "In May 37 barns stood empty. Insurance covers 612 trees; the frost had taken 1,840 trees."


def test_a_rewrite_keeps_the_numbers_and_their_order() -> None:
    told = common_facts(facts(*marked(ORCHARD)), facts(*marked(RETOLD)))
    assert {mine.key for mine, _ in told.pairs} == {"1840/", "612/", "37/"}
    assert told.order == 1.0
    assert told.coverage == pytest.approx(1.0)


def test_another_order_is_seen() -> None:
    told = common_facts(facts(*marked(ORCHARD)), facts(*marked(TURNED)))
    assert told.order < 0.5


def test_a_long_number_tells_more_than_a_short_one() -> None:
    worth = {fact.key: fact.specific for fact in facts(*marked(ORCHARD))}
    assert worth["1840/"] > worth["37/"]


def test_a_table_with_every_small_number_shares_none_with_a_list_of_notes() -> None:
    table = "Final standings\n\n" + "\n\n".join(
        f"{rank} | Rider {chr(65 + rank % 26)} | {rank + 7}" for rank in range(13, 40)
    )
    notes = " ".join(f"A study in Lorne found that sleep helps ({note})." for note in range(11, 45))
    told = common_facts(facts(*marked(table)), facts(*marked(notes)))
    assert told.pairs == ()
    assert common_facts(facts(*marked(ORCHARD)), facts(*marked(RETOLD))).weight > 0


def test_a_number_carries_who_gives_it() -> None:
    report, marks = marked("The dam holds 912 boats, engineer Lena Ostrow said. It has 14 gates.")
    source = {fact.key: fact.source for fact in facts(report, marks)}
    assert source["912/"] == "ostrow"
    assert source["14/"] == ""


def test_the_longest_run_of_shared_words_comes_first() -> None:
    one = words(
        marked("Snow closed the mountain road before dawn. The bus to Varn left at noon with nine riders.")[1]
    )
    other = words(marked("Late in the day the bus to Varn left at noon with nine riders, a clerk said.")[1])
    first = passages(one, other)[0]
    assert first.length == 10
    assert not first.quoted
    assert 0 < containment(one.prose_shingles, other.prose_shingles) < 1


def test_words_in_quotation_marks_are_not_a_reporters_own() -> None:
    said = "“We will rebuild every single publisher on the northern shore before the winter comes,” the mayor said."
    one, other = (
        words(marked(f"{lead}\n\n{said}")[1]) for lead in ("Storm hits shore.", "Mayor speaks out.")
    )
    assert passages(one, other)[0].quoted


def test_a_dateline_and_a_cited_paper_are_credits() -> None:
    report, marks = marked(
        "VARN (Coastal Press) — The pier burned on Friday.\n\nThe fire began at noon, police said."
    )
    assert [c.outlet for c in credits(report, marks)] == ["Coastal Press"]
    assert all(report.quote(c.span) == c.outlet for c in credits(report, marks))


def test_few_reports_are_all_compared_and_many_only_where_they_share_something() -> None:
    texts = [f"Village {n} opened a mill with {n + 20} wheels on a {n}-acre lot." for n in range(ALL_PAIRS)]
    seen = [traced(*marked(t)) for t in [*texts, ORCHARD, RETOLD]]
    assert len(list(candidates(seen[:6]))) == 15
    many = list(candidates(seen))
    assert (ALL_PAIRS, ALL_PAIRS + 1) in many
    assert len(many) < 100


def candidates(reports: list[Traced]) -> list[tuple[int, int]]:
    sketches = Sketches(1 << 20)
    for report in reports:
        sketches.add(sketch(report))
    return list(sketches.candidates())
