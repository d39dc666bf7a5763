"""Confidence says how often such a claim was right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.claim import claim
from habeas.claim.confidence import confidence
from habeas.mark import mark
from habeas.model.claim import BAR, Kind
from habeas.packs import load_pack
from habeas.packs.calibration import calibration
from habeas.read import read_report

REPORT = """Ferry operator fined after winter collision

BERGEN, 3 March 2031 — "We failed our passengers," said Ingrid Moe, the director of Fjordline.
The court fined the company 2 million kroner. Critics called the sum "a tip".
It will sail again in May.
"""


def test_every_kind_of_claim_was_measured_and_says_on_what() -> None:
    assert {one.kind for one in calibration()} == {kind.value for kind in Kind}
    assert all(one.claims > 10 and one.source for one in calibration())


@given(st.sampled_from(Kind), st.floats(0, 1), st.floats(0, 1))
def test_a_stronger_rule_never_means_less_confidence(kind: Kind, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 <= confidence(kind, low) <= confidence(kind, high) <= 1


def test_a_named_speaker_makes_a_quotation_surer_than_none() -> None:
    pack = load_pack()
    report = read_report("ferry.txt", REPORT.encode())
    found = claim(report, mark(report, pack), pack).claims
    spoken = next(c for c in found if c.kind is Kind.QUOTATION and c.subject == "Ingrid Moe")
    assert spoken.confidence > 0.8
    assert not spoken.below_bar
    assert all(c.below_bar == (c.confidence < BAR) for c in found)
