"""What is as likely misread as not stands apart in the dossier."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from publish_dossiers import small_dossier

from habeas.publish import publish


def published_with(tmp_path: Path, *confidences: float) -> Path:
    """The small dossier with these confidences for its first claims and 0.9 for the others."""
    dossier = small_dossier()
    levels = [*confidences, *[0.9] * len(dossier.claims)]
    claims = tuple(replace(c, confidence=level) for c, level in zip(dossier.claims, levels, strict=False))
    publish(replace(dossier, claims=claims), tmp_path / "dossier")
    return tmp_path / "dossier"


def test_claims_below_the_bar_are_listed_by_themselves(tmp_path: Path) -> None:
    folder = published_with(tmp_path, 0.2, 0.49, 0.5)
    page = (folder / "low-confidence.html").read_text("utf-8")
    assert len(re.findall(r'<tr id="claim-', page)) == 2
    assert "low confidence, 20&nbsp;%" in page
    assert "low confidence, 49&nbsp;%" in page


def test_they_are_marked_among_all_claims_and_counted_on_the_first_page(tmp_path: Path) -> None:
    folder = published_with(tmp_path, 0.2, 0.3)
    claims = (folder / "claims.html").read_text("utf-8")
    assert claims.count('class="below-bar"') == 2
    first = (folder / "index.html").read_text("utf-8")
    assert re.search(r'<a href="low-confidence.html">2 claims</a>', first)


def test_a_dossier_of_sure_claims_says_so(tmp_path: Path) -> None:
    folder = published_with(tmp_path)
    assert "No claim is below the bar." in (folder / "low-confidence.html").read_text("utf-8")
    assert 'low-confidence.html">' not in (folder / "index.html").read_text("utf-8")
