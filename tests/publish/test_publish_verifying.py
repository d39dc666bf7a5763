"""A changed byte anywhere is named."""

from __future__ import annotations

import json
import shutil

import pytest

from habeas.errors import DossierError
from habeas.publish import verify


@pytest.fixture
def copy(published, tmp_path):
    return shutil.copytree(published, tmp_path / "copy")


def test_a_fresh_dossier_has_no_problem(published):
    assert verify(published) == ()


@pytest.mark.parametrize(
    "name", ["index.html", "claims.csv", "dossier.sqlite", "sources/gazette.txt", "style.css"]
)
def test_a_changed_byte_is_named(copy, name):
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(bytes(content))
    assert name in {problem.where for problem in verify(copy)}


def test_a_missing_file_is_named(copy):
    (copy / "claims.jsonl").unlink()
    assert ("claims.jsonl", "is missing") in {(p.where, p.what) for p in verify(copy)}


def test_a_moved_word_is_named_claim_by_claim(copy):
    path = copy / "sources" / "observer.txt"
    path.write_text(" " + path.read_text("utf-8"), "utf-8")
    where = [problem.where for problem in verify(copy)]
    assert sum(place.startswith("claims.jsonl:") for place in where) == 4
    assert any(place.startswith("annotations.jsonld") for place in where)


def test_a_finding_without_its_claim_is_named(copy):
    path = copy / "claims.jsonl"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    assert any("names the claim g1" in problem.what for problem in verify(copy))


def test_broken_json_is_a_problem_and_not_a_crash(copy):
    (copy / "findings.jsonl").write_text("{oh\n[]\n")
    (copy / "annotations.jsonld").write_text("[]")
    where = {problem.where for problem in verify(copy)}
    assert {"findings.jsonl", "annotations.jsonld"} <= where


def test_a_manifest_cannot_point_outside(copy):
    data = json.loads((copy / "manifest.json").read_text())
    data["outputs"].append({"path": "../../etc/passwd", "sha256": "", "bytes": 0})
    (copy / "manifest.json").write_text(json.dumps(data))
    assert ("../../etc/passwd", "points outside the dossier") in {(p.where, p.what) for p in verify(copy)}


def test_a_folder_without_manifest_is_no_dossier(tmp_path):
    with pytest.raises(DossierError, match=r"no manifest\.json"):
        verify(tmp_path)
