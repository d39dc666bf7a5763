"""Where a dossier may be written, and what happens to what stood there."""

from __future__ import annotations

import os
import re

import pytest
from publish_dossiers import empty_dossier, small_dossier

from habeas.errors import DossierError
from habeas.publish import publish, verify
from habeas.publish.placing import place


def test_an_older_dossier_is_replaced_whole(tmp_path):
    publish(small_dossier(), tmp_path / "d")
    publish(empty_dossier(), tmp_path / "d")
    assert not (tmp_path / "d" / "report").exists()
    assert verify(tmp_path / "d") == ()
    assert [p.name for p in tmp_path.iterdir()] == ["d"]


def test_a_readers_own_notes_in_a_dossier_are_kept(tmp_path):
    publish(small_dossier(), tmp_path / "d")
    (tmp_path / "d" / "mine").mkdir()
    (tmp_path / "d" / "mine" / "notes.md").write_text("call the ministry")
    publish(empty_dossier(), tmp_path / "d")
    assert (tmp_path / "d" / "mine" / "notes.md").read_text() == "call the ministry"


def test_a_folder_of_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("ten years of work")
    with pytest.raises(DossierError, match="not a dossier"):
        publish(small_dossier(), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_manifest_of_something_else_does_not_make_a_dossier(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "a web app"}')
    with pytest.raises(DossierError, match="not the manifest of a dossier"):
        publish(small_dossier(), tmp_path)


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "d").write_text("a file")
    with pytest.raises(DossierError, match="is a file"):
        publish(small_dossier(), tmp_path / "d")


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path):
    (tmp_path / "d").mkdir()
    publish(empty_dossier(), tmp_path / "d")
    publish(empty_dossier(), tmp_path / "a" / "b")
    assert verify(tmp_path / "d") == verify(tmp_path / "a" / "b") == ()


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    publish(empty_dossier(), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "manifest.json").is_file()


def test_a_failure_half_way_leaves_the_old_dossier_and_one_clear_line(tmp_path):
    publish(empty_dossier(), tmp_path / "d")
    before = (tmp_path / "d" / "manifest.json").read_bytes()

    def files():
        yield "claims.jsonl", b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(DossierError, match="No space left on device") as raised:
        place(files(), tmp_path / "d")
    assert "\n" not in str(raised.value)
    assert (tmp_path / "d" / "manifest.json").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["d"]


def test_a_folder_that_may_not_be_written_gives_one_clear_line(tmp_path):
    blocked = tmp_path / "plain-file"
    blocked.write_text("")
    with pytest.raises(DossierError, match=re.escape("cannot be written")):
        publish(empty_dossier(), blocked / "inside")


def test_a_swap_that_was_cut_off_is_mended(tmp_path):
    publish(empty_dossier(), tmp_path / "d")
    os.rename(tmp_path / "d", tmp_path / ".d.before")
    (tmp_path / ".d.partial").mkdir()
    publish(small_dossier(), tmp_path / "d")
    assert verify(tmp_path / "d") == ()
    assert [p.name for p in tmp_path.iterdir()] == ["d"]
