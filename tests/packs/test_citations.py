"""Our reading of citations beside eyecite's, an independent reader of American ones, and on those it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from eyecite import get_citations
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.flow import build
from habeas.packs.citations import citations

TEXTS = [
    "The men were removed under 50 U.S.C. § 21, the brief says.",
    "Wilful failure is an offence (8 U.S.C. § 1306(a)) with a fine.",
    "The rule stands in 8 C.F.R. § 264.1 and in 18 U.S.C. § 3571.",
    "See Zadvydas v. Davis, 533 U.S. 678 (2001), and Clark v. Martinez, 543 U.S. 371 (2005).",
    "The panel followed Ludecke v. Watkins, 335 U.S. 160 (1948); 68 S. Ct. 1429 says the same.",
    "An appeals court disagreed in 5 F.4th 12 and a district court in 123 F. Supp. 3d 45.",
    "The act is Pub. L. 119-1; the older one is 54 Stat. 670.",
    "It was published at 90 Fed. Reg. 11793 in March.",
    "The board held in 27 I. & N. Dec. 316 that he may stay.",
    "Judge Learned wrote it in 180 F.3d 12; 21 F.2d 3 was earlier.",
    "Nothing is cited here: 12 U.S. soldiers and 300 others left on May 12, 2024.",
    "The bill has 14 sections, and 8 of them cost $40 million.",
]


def read_by_eyecite(text: str) -> set[tuple[int, int]]:
    """Where eyecite sees a full citation."""
    full = [c for c in get_citations(text) if type(c).__name__ in ("FullLawCitation", "FullCaseCitation")]
    return {c.span() for c in full}


@pytest.mark.parametrize("text", TEXTS)
def test_every_citation_that_eyecite_reads_is_read_and_no_other(text: str) -> None:
    ours = [c.span for c in citations(text)]
    theirs = read_by_eyecite(text)
    assert len(ours) == len(theirs)
    assert all(any(o.start <= start and end <= o.end for o in ours) for start, end in theirs)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 999),
    st.sampled_from(["U.S.C. §", "U.S.", "F.3d", "F. Supp. 2d", "S. Ct.", "Stat.", "Fed. Reg."]),
    st.integers(1, 9999),
    st.sampled_from(["The court cited {} on Monday.", "({})", "It rests on {}; he denies it."]),
)
def test_any_volume_and_page_is_read_as_eyecite_reads_it(
    volume: int, report: str, page: int, frame: str
) -> None:
    text = frame.format(f"{volume} {report} {page}")
    theirs = {text[start:end] for start, end in read_by_eyecite(text)}
    ours = {text[c.span.start : c.span.end] for c in citations(text)}
    assert theirs <= ours
    assert len(ours) == 1


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("8 USC 1302", ("8usc1302",)),
        ("8 U.S.C. §§ 1302, 1304 and 1306", ("8usc1302", "8usc1304", "8usc1306")),
        ("[2023] UKSC 42", ("2023uksc42",)),
        ("[2011] HCA 32", ("2011hca32",)),
        ("189 UNTS 137", ("189unts137",)),
        ("title 18 U.S.C. section 3571", ("18usc3571",)),
    ],
)
def test_forms_that_eyecite_does_not_know_are_read_too(text: str, keys: tuple[str, ...]) -> None:
    (found,) = citations(f"See {text}.")
    assert found.keys == keys


def test_the_numbers_of_a_citation_are_no_claims_and_the_page_of_the_law_lists_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Court rules\n\nPublished May 20, 2025\n\nBOSTON — A federal judge on Monday blocked removals under the Immigration"
        " and Nationality Act, 8 U.S.C. § 1231(b), citing Zadvydas v. Davis, 533 U.S. 678 (2001).\n",
        "utf-8",
    )
    found = build([tmp_path])
    assert not [c for c in found.claims if c.value in (8, 533, 678, 1231)]
    assert {u.reason for u in found.unclaimed} == {"part of a legal citation"}
    law = next(p for p in found.record.parts if p.id == "law")
    listed = next(e for e in law.entries if e.title == "Citations in the reports")
    assert [r.label for r in listed.rows] == ["8 U.S.C. § 1231(b)", "533 U.S. 678"]
