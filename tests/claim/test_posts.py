"""Embedded posts are their posters' words, never the report's."""

from __future__ import annotations

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.claim import Claim, Kind
from habeas.packs import load_pack
from habeas.read import read_report

TEXT = """Mayor closes the bridge

Published May 3, 2024

Mayor Ada Lund closed the old bridge on Thursday and told drivers to stay away.

The old bridge is closed until engineers say it is safe.
Please use the ferry, which is free for 14 days. pic.twitter.com/a1B2c3D4e5
— Mayor Ada Lund (@ada_lund_demo) May 2, 2024

The ferry company said that it had not been told.
"""


def claims() -> list[Claim]:
    pack = load_pack("detention")
    report = read_report("a.txt", TEXT.encode())
    return [c for c in claim(report, mark(report, pack), pack).claims if c.frame == "embedded_post"]


def test_a_post_is_the_quotation_of_its_poster() -> None:
    found = claims()
    assert [c.value for c in found] == [
        "The old bridge is closed until engineers say it is safe.",
        "Please use the ferry, which is free for 14 days.",
    ]
    assert {c.kind for c in found} == {Kind.QUOTATION}
    assert {c.asserted_by[0].name for c in found} == {"Ada Lund"}
    assert {c.asserted_by[0].via for c in found} == {"embedded post"}


def test_the_link_and_the_signature_are_nobodys_words() -> None:
    assert not any("twitter" in c.quote or "@" in c.quote for c in claims())
    assert all(TEXT[c.span.start : c.span.end] == c.quote for c in claims())
