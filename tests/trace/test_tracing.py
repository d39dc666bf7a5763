"""Which reports are one origin, which only tell of one event."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.model.lineage import Lineage, Relation
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read_report
from habeas.trace import trace

ORIGINAL = """Ferry Sinks Off Northern Port, Leaving 31 Missing

A passenger ferry carrying 214 people capsized in heavy rain off the port of Almena before dawn on Monday, and 31 of
those on board are still missing, the harbour office reported.

Rescue boats pulled 176 survivors from the water. Seven bodies were recovered near the lighthouse by noon. The vessel,
built in 1987, had been licensed for 150 passengers, according to a registry that this newspaper examined.

The owner, a company called Norte Lines, paid a fine of $40,000 in 2019 for overloading another ship.

“We heard the hull break and then everything was dark,” said Tomas Arrieta, a cook who swam for two hours.
"""

COPY = """Ferry disaster: 31 missing

A passenger ferry carrying 214 people capsized in heavy rain off the port of Almena before dawn on Monday, and 31 of
those on board are still missing, the harbour office said.

Rescue boats pulled 176 survivors from the water. Seven bodies were recovered near the lighthouse by noon.

The owner, a company called Norte Lines, paid a fine of $40,000 in 2019 for overloading another ship.
"""

REWRITE = """Search goes on for 31 after ship goes down

Thirty-one people had not been found by Monday evening after a boat with 214 on board overturned in a storm outside
Almena in the early hours.

Crews saved 176 of them from the sea; the bodies of seven others lay close to the lighthouse when they were found.
Registry papers show that the ferry dates from 1987 and had a licence for only 150 passengers.

Norte Lines, which owns it, had to pay $40,000 six years ago because a different vessel of its fleet was overloaded.
"""

SAME_SPEECH = """Minister Promises Inquiry Into Ferry

ALMENA — “We heard the hull break and then everything was dark,” said Tomas Arrieta at a church service for the dead.

Transport Minister Clara Nunes told mourners that an inquiry would begin within a week and would be led by a judge from
the capital. Families shouted at her and asked why the coast guard had come so late. The bishop called for calm.
"""

STRANGER = """Library Reopens After Repairs

The municipal library opened its doors again on Saturday after repairs that took eleven months and cost 2.3 million
euros. A new reading room holds 90 seats, and the archive of maps has moved to the second floor.
"""


def report(name: str, text: str) -> Report:
    return read_report(name, text.encode())


def lineage(**texts: str) -> Lineage:
    pack = load_pack("detention")
    reports = [report(name, text) for name, text in texts.items()]
    return trace(reports, [mark(r, pack) for r in reports])


def relation(found: Lineage, a: str, b: str) -> Relation:
    return next(p.relation for p in found.pairs if {p.a, p.b} == {a, b})


@pytest.fixture(scope="module")
def all_five() -> Lineage:
    return lineage(original=ORIGINAL, copy=COPY, rewrite=REWRITE, speech=SAME_SPEECH, stranger=STRANGER)


def test_a_cut_copy_is_a_copy(all_five: Lineage) -> None:
    assert relation(all_five, "original", "copy") is Relation.COPY


def test_two_versions_of_one_account_that_share_no_sentence_are_one_origin(all_five: Lineage) -> None:
    assert relation(all_five, "original", "rewrite") is Relation.REWRITE
    assert all_five.origin_of("original") == all_five.origin_of("rewrite")


def test_sharing_one_witness_quotation_is_not_derivation(all_five: Lineage) -> None:
    assert relation(all_five, "original", "speech") is Relation.INDEPENDENT
    assert all_five.origin_of("original") != all_five.origin_of("speech")


def test_strangers_stay_apart(all_five: Lineage) -> None:
    assert relation(all_five, "original", "stranger") is Relation.DIFFERENT
    assert len(all_five.origins) == 3


def test_every_pair_of_a_small_corpus_is_judged(all_five: Lineage) -> None:
    assert len(all_five.pairs) == 10


def test_a_report_inside_a_longer_text_is_found() -> None:
    found = lineage(
        original=ORIGINAL, digest=STRANGER + "\n" + ORIGINAL + "\n" + STRANGER.replace("library", "museum")
    )
    assert relation(found, "original", "digest") is Relation.COPY


def test_identical_files_are_copies_and_one_origin() -> None:
    found = lineage(one=ORIGINAL, two=ORIGINAL)
    assert relation(found, "one", "two") is Relation.COPY
    assert len(found.origins) == 1


def test_evidence_points_at_the_same_words_in_both_reports() -> None:
    texts = {"original": ORIGINAL, "copy": COPY}
    found = lineage(**texts)
    passages = [e for p in found.pairs for e in p.evidence if e.type == "shared_passage"]
    assert passages
    for passage in passages:
        assert passage.a is not None
        assert passage.b is not None
        mine = " ".join(passage.a.of(ORIGINAL).lower().split())
        theirs = " ".join(passage.b.of(COPY).lower().split())
        assert mine == theirs


def test_numbers_from_one_named_source_alone_do_not_make_a_rewrite() -> None:
    one = """Storm Toll Rises

    The storm killed 48 people and injured 1,260, the civil protection agency Defensa said on Tuesday.

    In the hills above Corvo, farmers dug out cows with their hands, and a bus driver told of walking nine hours home.
    Schools will stay shut. The governor has not appeared in public since Sunday and his office did not answer calls.
    """
    other = """Economists Count the Cost of the Storm

    The storm killed 48 people and injured 1,260, the civil protection agency Defensa said on Tuesday.

    Insurers expect claims to reach a record. Analysts at two banks cut their forecasts for growth, and the central
    bank said it stood ready to lend. Coffee prices rose in London because the harvest in the south may be lost.
    """
    found = lineage(one=one, other=other)
    assert relation(found, "one", "other") is not Relation.REWRITE


def test_a_credit_to_an_outlet_in_the_folder_is_evidence() -> None:
    wire = ORIGINAL.replace("A passenger ferry", "ALMENA (Harbour Wire) — A passenger ferry")
    follower = """31 Still Missing

    A ferry with 214 people on board sank near Almena and 31 are missing, Harbour Wire reported. Rescuers saved 176.
    The owner was fined $40,000 in 2019.
    """
    found = lineage(wire=wire, follower=follower)
    assert relation(found, "wire", "follower") in (Relation.COPY, Relation.REWRITE)


CUT = """Ferry sinks

A passenger ferry carrying 214 people capsized in heavy rain off the port of Almena before dawn on Monday, and 31 of
those on board are still missing, the harbour office reported. Rescue boats pulled survivors from the water.

The owner, a company called Norte Lines, was fined before. “We heard the hull break and then everything was dark,” said
Tomas Arrieta, a cook who swam for two hours. “I prayed all that time and I thought of my girls,” he told this paper.
"""


OTHER_NEWS = [
    STRANGER.replace("library", place)
    .replace("archive of maps", f"shop of the {place}")
    .replace("90", str(seats))
    for place, seats in (("museum", 40), ("town hall", 75), ("theatre", 300), ("market", 12))
]


def test_a_copy_that_lost_the_facts_shares_the_rewrites_of_its_original() -> None:
    without = lineage(copy=CUT, rewrite=REWRITE)
    assert relation(without, "copy", "rewrite") is not Relation.REWRITE
    found = lineage(original=ORIGINAL, copy=CUT, rewrite=REWRITE)
    assert relation(found, "original", "copy") is Relation.COPY
    assert relation(found, "copy", "rewrite") is Relation.REWRITE
    (pair,) = (p for p in found.pairs if {p.a, p.b} == {"copy", "rewrite"})
    assert pair.evidence[-1].type == "copy_of_rewrite"


def test_a_roundup_that_takes_in_a_report_is_no_rewrite_of_its_rewrite() -> None:
    found = lineage(
        digest="\n".join([STRANGER, CUT, SAME_SPEECH, *OTHER_NEWS]),
        original=ORIGINAL,
        rewrite=REWRITE,
    )
    digest = next(p for p in found.pairs if {p.a, p.b} == {"digest", "rewrite"})
    assert all(e.type != "copy_of_rewrite" for e in digest.evidence)
