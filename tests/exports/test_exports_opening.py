"""A dossier opened from its files is the dossier that was written."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from publish_dossiers import empty_dossier, small_dossier

from habeas.errors import DossierError
from habeas.model.dossier import Dossier
from habeas.model.marks import Marks
from habeas.publish.opening import open_dossier


def kept(dossier: Dossier) -> Dossier:
    """What of a dossier its files keep."""
    reports = tuple(replace(report, origin_offsets=None) for report in dossier.reports)
    marks = tuple(Marks(report.doc, report.language) for report in reports)
    return replace(dossier, reports=reports, marks=marks, raw=())


def test_what_is_opened_is_what_was_written(folder: Path, samples: Dossier) -> None:
    assert open_dossier(folder) == kept(samples)


def test_one_of_everything_comes_back(small: Path) -> None:
    assert open_dossier(small) == kept(small_dossier())


def test_a_dossier_of_nothing_comes_back(empty: Path) -> None:
    assert open_dossier(str(empty)) == kept(empty_dossier())


def test_a_folder_without_a_dossier_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="habeas build REPORTS"):
        open_dossier(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("claims.jsonl", "{}\n"),
        ("claims.jsonl", "[1\n"),
        ("record.json", "[]"),
        ("manifest.json", "7"),
        ("reports.jsonl", '{"doc": "a"}\n'),
        ("entities.json", '[{"id": "x"}]'),
        ("lineage.json", None),
        ("reports.jsonl", None),
        ("sources/gazette.txt", None),
    ],
)
def test_a_broken_dossier_is_one_clear_error(
    small: Path, tmp_path: Path, name: str, content: str | None
) -> None:
    broken = tmp_path / "dossier"
    shutil.copytree(small, broken)
    (broken / name).unlink()
    if content is not None:
        (broken / name).write_text(content)
    with pytest.raises(DossierError, match="build the dossier again"):
        open_dossier(broken)


def test_no_text_is_read_from_outside_of_the_dossier(small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "dossier"
    shutil.copytree(small, broken)
    (tmp_path / "secret.txt").write_text("secret")
    rows = [json.loads(line) for line in (broken / "reports.jsonl").read_text("utf-8").splitlines()]
    rows[0]["text"] = "../secret.txt"
    (broken / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with pytest.raises(DossierError, match="points outside the dossier"):
        open_dossier(broken)
