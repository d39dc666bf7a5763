"""A body goes by its name spelt out, not by the letters that stand for it, however often they are used."""

from __future__ import annotations

from pathlib import Path

from habeas.flow import build
from habeas.model.claim import Kind

TEXT = """Huts burned in Sarr

Published 24 June 2031

Harbour Watch Norway (HWN) said on Monday that 40 huts were burned in Sarr. HWN said 12 boats were lost. HWN has asked for an inquiry.
"""


def test_a_body_goes_by_its_name_spelt_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    counted = [c for c in build([tmp_path]).claims if c.kind is Kind.QUANTITY and c.value in (40, 12)]
    assert [c.asserted_by[-1].name for c in counted] == ["Harbour Watch Norway"] * 2
