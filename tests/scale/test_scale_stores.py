"""Reports in an object store are read by their address, and are the dossier of the same files in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from scale_corpus import files, one_machine, page, story

from habeas.cli import main
from habeas.errors import ScaleError
from habeas.read.limits import Limits
from habeas.scale.sources import sources

pytest.importorskip("daft")
pytest.importorskip("moto")


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A bucket called `press` on a stand-in for S3, and a folder with the same files."""
    import boto3
    from moto.server import ThreadedMotoServer

    folder = tmp_path_factory.mktemp("bucket") / "press"
    kept = {
        "may/a.txt": story(1).encode(),
        "may/café #2.txt": story(2).encode(),
        "may/deep/b[1].html": page(3),
        "may/deep/Thumbs.db": b"\x00\x01",
        "may/.cache/x.txt": story(4).encode(),
        "june/c.txt": story(5).encode(),
    }
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.get_host_and_port()[1]}")
            for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
                patch.setenv(name, "testing")
            patch.setenv("AWS_REGION", "us-east-1")
            patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
            store = boto3.client("s3")
            store.create_bucket(Bucket="press")
            for name, content in kept.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
                store.put_object(Bucket="press", Key=name, Body=content)
            yield folder
    finally:
        server.stop()


def test_a_folder_in_a_store_is_the_dossier_of_the_same_folder_on_disk(bucket, tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(
            [
                "build",
                "s3://press/may",
                "--runner",
                "native",
                "--work",
                "s3://press/work",
                "--out",
                str(tmp_path / "s3"),
            ]
        )
    said = capsys.readouterr().err
    assert stop.value.code == 1
    assert "deep/Thumbs.db: is a file of the operating system" in said
    assert files(tmp_path / "s3") == files(one_machine(bucket / "may", tmp_path / "disk"))


@pytest.mark.parametrize(
    ("place", "docs"),
    [
        ("s3://press/may/", ["a.txt", "café #2.txt", "deep/b[1].html"]),
        ("s3://press/*/*.txt", ["june/c.txt", "may/a.txt", "may/café #2.txt"]),
        ("s3://press/june/c.txt", ["c.txt"]),
        ("s3://press", ["june/c.txt", "may/a.txt", "may/café #2.txt", "may/deep/b[1].html"]),
    ],
)
def test_a_file_is_named_by_what_is_below_the_place_given(bucket, place, docs):
    found, _ = sources([place], Limits())
    assert [one.doc for one in found if not one.where.startswith("s3://press/work")] == docs


def test_two_files_of_one_name_are_told_apart_by_the_folders_before_it(bucket, tmp_path):
    (tmp_path / "a.txt").write_text(story(9))
    found, _ = sources(["s3://press/may/a.txt", str(tmp_path / "a.txt")], Limits())
    assert [one.doc for one in found] == ["a.txt", "may/a.txt"]


def test_a_place_with_nothing_in_it_is_an_error_that_names_it(bucket):
    with pytest.raises(ScaleError, match="s3://press/april"):
        sources(["s3://press/april"], Limits())
