"""A report that comes twice, byte for byte: two reports of one origin, whose claims are told apart."""

from __future__ import annotations

import json
from pathlib import Path

from habeas.flow import build
from habeas.publish import publish, verify

STORY = "Boats\n\n4 May 2031\n\nThe harbour of Lindum took in 41 boats on Monday, its master said.\n"


def test_two_identical_reports_make_a_dossier_in_which_every_claim_has_its_own_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "many.jsonl").write_text(2 * (json.dumps({"text": STORY}) + "\n"))
    dossier = build([tmp_path])
    ids = [claim.id for claim in dossier.claims]
    assert len(dossier.reports) == 5
    assert len(ids) == len(set(ids)) > 5
    assert len(dossier.lineage.origins) == 1
    publish(dossier, tmp_path / "d")
    assert verify(tmp_path / "d") == ()


def test_the_first_of_identical_reports_keeps_the_ids_that_it_has_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    alone = build([tmp_path])
    (tmp_path / "b.txt").write_text(STORY)
    both = build([tmp_path])
    assert [c.id for c in both.claims if c.doc == "a.txt"] == [c.id for c in alone.claims]
    assert [c.id for c in both.claims] == [c.id for c in build([tmp_path]).claims]
