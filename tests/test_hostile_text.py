"""Any text is read in time that grows with its length: rows of one sign, words without ends, quotes without partners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cost import growth
from habeas.claim import claim
from habeas.flow import assemble
from habeas.mark import mark
from habeas.mark.reach import reach
from habeas.model.claim import Kind
from habeas.model.dossier import Understood
from habeas.model.law import Effect, LegalState, LegalStep
from habeas.packs import load_pack
from habeas.read import read_report
from habeas.reconcile.legal import MOST, legal_steps, state_on, states_on
from habeas.understanding import understand

HOSTILE = {
    "one word without end": "wxyz",
    "one letter again and again": "a ",
    "stops without space": ".",
    "stops with spaces": ". ",
    "stops and question marks": "?!.",
    "straight quotation marks": '"',
    "words in straight marks": '"a" ',
    "opening marks that never close": "“b ",
    "closing marks that nothing opened": "b.” ",
    "marks of two languages that close each other's": "” « é ",
    "single marks": "'c' ",
    "apostrophes": "o'",
    "dashes": "—x ",
    "hyphens": "x-",
    "one number without end": "1234567890",
    "numbers": "12 ",
    "numbers of three digits": "123 ",
    "numbers below zero": "-3 ",
    "numbers between commas": "12, ",
    "fractions": "1/2 ",
    "years": "1999 ",
    "dates": "On 5 May 2021, ",
    "words in capitals": "KLM ",
    "names in a row": "Alba ",
    "initials": "J. ",
    "brackets that never close": "([{",
    "lines": "b\n\n",
    "one sentence without end": "the clerk of the town saw a boat and then ",
    "what would be done, in one paragraph": "would ! Mexico ",
    "one quotation without end": "& “ about according ; . ",
    "said": "said ",
    "said that": "she said that ",
    "that": "that ",
    "of": "of the ",
    "who": "who ",
    "combining accents": "e\u0301",
    "letters that grow when lowered": "\u0130 ",
    "addresses": "http://b.example/c?d=e&f ",
}


def reading(piece: str) -> Callable[[int], Callable[[], object]]:
    """The work to read, mark and claim so many characters of `piece`."""

    def read(size: int) -> Callable[[], object]:
        raw = (piece * (size // len(piece) + 1))[:size].encode("utf-8")
        pack = load_pack()

        def work() -> object:
            report = read_report("hostile.txt", raw)
            return claim(report, mark(report, pack), pack)

        return work

    return read


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_time_for_a_text_grows_with_its_length_and_not_with_its_square(piece: str) -> None:
    assert growth(reading(piece), 3_750) < 24


@pytest.mark.parametrize("piece", ["KLM 3 ", "5", "“ \U0001f642\n"])
def test_what_a_long_and_dense_text_leaves_unread_is_listed_to_the_last_word(piece: str) -> None:
    raw = (piece * (230_000 // len(piece))).encode()
    report = read_report("dense.txt", raw)
    understood = understand("detention", report)
    assert isinstance(understood, Understood)
    rest = [left for left in understood.claims.unclaimed if left.kind == "text"]
    assert all(left.quote == report.quote(left.span) and "left unread" in left.reason for left in rest)
    end = rest[0].span.start if rest else len(report.text)
    assert end >= 20_000
    assert "".join("".join(left.quote for left in rest).split()) == "".join(report.text[end:].split())
    assert all(token.end <= end for token in understood.marks.tokens)


def test_a_text_of_a_hundred_thousand_characters_is_read_whole_whatever_stands_in_it() -> None:
    assert [reach((piece * 100_000)[:100_000]) for piece in ("5 ", "x\n", '"', "A.")] == [100_000] * 4


def test_of_a_long_text_less_is_read_the_denser_it_is_and_the_more_lines_it_has() -> None:
    ends = [
        reach((piece * 600_000)[:600_000])
        for piece in ("The boat left the old port at noon on that day. ", "5 opened. ", "5 opened.\n", "5\n")
    ]
    assert ends == sorted(ends, reverse=True)
    assert ends[0] == 600_000 > ends[1] > ends[-1] >= 20_000


def test_a_long_report_of_usual_words_is_read_whole() -> None:
    usual = "The minister of trade told the council on Monday that the port would be opened for 12 ships by June. "
    assert reach(usual * 5_000) == 5_000 * len(usual)


def test_a_report_may_break_off_behind_any_word() -> None:
    told = (
        "The police said on Monday that they had arrested 14 criminals who had ties to a gang.",
        "“They are members of a gang with ties to terrorists,” the minister of justice told reporters, “who must leave.”",
        "Of the 238 men accused by the court of Lima, at least 12 per cent were deported for $6 million under the law.",
        "El gobierno dijo que los criminales quienes mataron a 5 personas con vínculos a una banda fueron detenidos.",
    )
    cuts = [" ".join(one.split()[:end]) for one in told for end in range(1, len(one.split()))]
    made = understand("detention", read_report("cut.txt", "\n\n".join(cuts).encode()))
    assert isinstance(made, Understood)
    assert len(made.marks.sentences) == len(cuts)


def day(n: int) -> str:
    """A day of its own for each number."""
    return (date(2019, 1, 1) + timedelta(days=n)).strftime("%B %d, %Y")


ROWS: dict[str, tuple[int, Callable[[int], str]]] = {
    "acts of courts": (400, lambda _: "about —) judge sent\n"),
    "acts that stand in one sentence without end": (
        400,
        lambda _: "\U0001f642</title><svg> Dr. detained dijo . ",
    ),
    "orders of many days": (
        120,
        lambda n: f"On {day(n)}, Judge Ira Moss blocked deportations under the Alien Enemies Act. ",
    ),
    "flights of many days": (
        150,
        lambda n: f"On {day(n)}, a plane carried {n + 13} migrants from Texas to Peru. ",
    ),
    "numbers that somebody counted": (150, lambda n: f'"We counted {n + 13} boats," said Rosa Vidal. '),
}
"""Reports of many claims of one sort: how many for a first look, and what each of them says."""


@pytest.mark.parametrize(("count", "one"), ROWS.values(), ids=ROWS.keys())
def test_the_dossier_of_a_report_with_many_claims_costs_in_line_with_their_number(
    count: int, one: Callable[[int], str]
) -> None:
    pack = load_pack()

    def assembling(sayings: int) -> Callable[[], object]:
        report = read_report("row.txt", "".join(map(one, range(sayings))).encode())
        marks = mark(report, pack)
        understood = Understood(report, marks, claim(report, marks, pack))
        return lambda: assemble([understood], (), pack)

    assert growth(assembling, count) < 16


def name_of(n: int) -> str:
    """A name of three words of its own for each number below 1,000."""
    words = ("Alba", "Bern", "Cora", "Dell", "Elm", "Fox", "Gale", "Hart", "Iver", "Jude")
    return " ".join(words[n // size % 10] for size in (100, 10, 1))


def test_orders_of_many_courts_on_one_day_are_told_apart_in_line_with_their_number() -> None:
    pack = load_pack()
    told = "".join(
        f"On May 5, 2021, Judge Ira {name_of(n)} blocked deportations under the Alien Enemies Act. "
        for n in range(960)
    )
    report = read_report("courts.txt", told.encode())
    claims = claim(report, mark(report, pack), pack).claims
    legal = [one for one in claims if one.kind is Kind.LEGAL]

    def joining(count: int) -> Callable[[], Sequence[LegalStep]]:
        return lambda: legal_steps(legal[:count], {"courts.txt": "en"}, {"courts.txt": 0}, pack)

    assert len(joining(len(legal))()) > 700
    assert growth(joining, len(legal) // 8) < 14  # told apart pair by pair it is 19


def step(n: int) -> LegalStep:
    """An order of its day, every third of which lifts what stood."""
    when = date(2000, 1, 1) + timedelta(days=n)
    effect = Effect.STOPS if n % 3 else Effect.ALLOWS
    level = 10 + n % 7
    return LegalStep(f"L{n}", "an act", f"Judge {n}", level, "blocked", effect, "", when, when, (), ())


def test_what_held_from_day_to_day_is_told_in_line_with_the_number_of_orders() -> None:
    def telling(count: int) -> Callable[[], list[LegalState]]:
        course = [step(n) for n in range(count)]
        return lambda: states_on([one.earliest for one in course if one.earliest], course)

    assert growth(telling, 500) < 20


def test_a_day_on_which_very_many_orders_stand_names_the_last_and_counts_the_others() -> None:
    course = [replace(step(n), effect=Effect.STOPS) for n in range(MOST + 3)]
    [state] = states_on([date(2030, 1, 1)], course)
    assert state.steps == tuple(one.id for one in course[-MOST:])
    assert state.note.startswith("after 3 others: blocked by Judge 3, 2000-01-04; ")
    assert (
        state_on(date(2000, 1, 2), course).note
        == "blocked by Judge 0, 2000-01-01; blocked by Judge 1, 2000-01-02"
    )
