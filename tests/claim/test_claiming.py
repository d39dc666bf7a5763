"""Nothing is lost and nothing invented: the accounting of claims, their ids and their words."""

from hypothesis import given, settings
from hypothesis import strategies as st
from reporting_sentences import as_report, marked

from habeas.claim import claim
from habeas.claim.identity import identified
from habeas.mark import mark
from habeas.model.claim import Kind
from habeas.packs import load_pack
from habeas.packs.stems import stem

PIECES = [
    "At least 40 boats sank off Malta on Friday, the coast guard said. ",
    "“We counted 12 of them,” said Ada Brook. ",
    "It was the third storm in two years. ",
    "The court voted 5-4, and the fine rose to $300 a day",
    "—up from 20 percent in 2019—",
    "(45 miles) ",
    "the “so-called” summit ",
    "Hundreds fled; five (5) stayed. ",
    "\n",
    "one of the 3,000 ",
    "”",
    "“",
    ", which ",
    "Article 5 ",
    "20 to 30 guards, according to The Guardian. ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_number_and_quotation_is_claimed_or_left_over_with_a_reason(text):
    report, marks = marked(text)
    made = claim(report, marks, load_pack())
    own = [c for c in made.claims if c.kind in (Kind.QUANTITY, Kind.QUOTATION) and c.frame not in ("", None)]
    numbers = [c for c in own if c.kind is Kind.QUANTITY]
    words = [c for c in own if c.kind is Kind.QUOTATION]
    left = [u.kind for u in made.unclaimed]
    assert len(numbers) + left.count("quantity") == len(marks.quantities)
    assert len(words) + left.count("quotation") == len(marks.quotations)
    assert all(u.reason for u in made.unclaimed)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_quote_of_every_claim_is_the_report_at_its_span(text):
    report, marks = marked(text)
    made = claim(report, marks, load_pack())
    for one in (*made.claims, *made.unclaimed):
        assert report.quote(one.span) == one.quote
        assert one.quote


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_ids_are_unique_and_the_same_on_every_run(text):
    report, marks = marked(text)
    first = claim(report, marks, load_pack()).claims
    again = claim(report, mark(report, load_pack()), load_pack()).claims
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == len(first)
    assert [c.span.start for c in first] == sorted(c.span.start for c in first)


def test_claims_that_say_the_same_still_have_different_ids():
    report, marks = marked("The dam holds 40 barges.")
    (one,) = [c for c in claim(report, marks, load_pack()).claims if c.kind is Kind.QUANTITY]
    assert len({c.id for c in identified([one, one, one])}) == 3


def test_a_report_without_words_has_no_claims():
    empty = as_report("")
    assert claim(empty, mark(empty, load_pack()), load_pack()).claims == ()


def test_inflections_share_a_stem():
    assert stem("planned", "en") == stem("plans", "en") == stem("plan", "en")
    assert stem("cárceles", "es") == stem("cárcel", "es")
