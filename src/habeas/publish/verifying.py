"""Verifying a dossier: every hash and every span again, from the files alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.errors import DossierError
from habeas.publish.codec import read_lines
from habeas.publish.manifest import digest
from habeas.publish.placing import MANIFEST

__all__ = ["Problem", "verify"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a dossier that is not as it was written: the file (and line), and what is wrong."""

    where: str
    what: str


def verify(folder: Path) -> tuple[Problem, ...]:
    """All problems of the dossier in `folder`, none if it is as it was built.

    Every file is hashed against the manifest, and the words of every claim, every left-over and every annotation
    are read again from the stored texts. Raises DossierError if there is no dossier to verify.
    """
    sealed = _manifest(folder)
    problems = list(_hashes(folder, sealed["outputs"]))
    missing = {problem.where for problem in problems if problem.what == "is missing"}
    texts, unread = _texts(folder, sealed["inputs"])
    problems += unread
    for name, check in (
        ("claims.jsonl", _spans),
        ("unclaimed.jsonl", _spans),
        ("annotations.jsonld", _annotations),
        ("findings.jsonl", _references),
        ("checks.jsonl", _references),
    ):
        if name not in missing:
            problems += _guarded(folder, name, check, texts)
    return tuple(problems)


def _manifest(folder: Path) -> Any:
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes())
        if not all(isinstance(data[key], list) for key in ("inputs", "outputs")):
            raise TypeError("inputs and outputs must be lists")
    except FileNotFoundError as error:
        raise DossierError(str(folder), "has no manifest.json; name the folder that a build wrote") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DossierError(str(path), f"cannot be read ({error}); build the dossier again") from error
    return data


def _hashes(folder: Path, outputs: list[Mapping[str, Any]]) -> Iterator[Problem]:
    for row in outputs:
        path = folder / row["path"]
        if not path.resolve().is_relative_to(folder.resolve()):
            yield Problem(row["path"], "points outside the dossier")
        elif not path.is_file():
            yield Problem(row["path"], "is missing")
        elif digest(path.read_bytes()) != row["sha256"]:
            yield Problem(
                row["path"], "has changed since it was written (its SHA-256 differs from the manifest)"
            )


def _texts(folder: Path, inputs: list[Mapping[str, Any]]) -> tuple[dict[str, str], list[Problem]]:
    """The stored text of each report, by its name and by the path of its text."""
    texts, problems = {}, []
    for row in inputs:
        try:
            text = (folder / row["text"]).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            problems.append(Problem(row["text"], f"the text of {row['doc']} cannot be read"))
            continue
        texts[row["doc"]] = texts[row["text"]] = text
    return texts, problems


def _guarded(folder: Path, name: str, check: Any, texts: Mapping[str, str]) -> list[Problem]:
    """What `check` finds in the file `name`; a file that has lost its shape is one problem."""
    try:
        return list(check(folder, name, texts))
    except DossierError as error:
        return [Problem(name, error.what)]
    except (KeyError, TypeError, ValueError) as error:
        return [Problem(name, f"is not of the shape that the program writes ({error!r})")]


def _spans(folder: Path, name: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    for number, row in enumerate(read_lines(folder / name), 1):
        yield from _span(f"{name}:{number}", texts.get(row["doc"]), row["start"], row["end"], row["quote"])


def _span(where: str, text: str | None, start: int, end: int, words: str) -> Iterator[Problem]:
    if text is None:
        yield Problem(where, "is about a report whose text is not in the dossier")
    elif not 0 <= start < end <= len(text) or text[start:end] != words:
        yield Problem(where, f"its words do not stand at {start}-{end} of the stored text")


def _annotations(folder: Path, name: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    for number, item in enumerate(json.loads((folder / name).read_bytes())["first"]["items"], 1):
        where = f"{name}, item {number}"
        stored = item["target"][0]
        text = texts.get(stored["source"])
        place, words = stored["selector"]
        yield from _span(where, text, place["start"], place["end"], words["exact"])
        around = (text or "")[: place["start"]], (text or "")[place["end"] :]
        if not around[0].endswith(words["prefix"]) or not around[1].startswith(words["suffix"]):
            yield Problem(where, "its words are not between the prefix and the suffix it names")


def _references(folder: Path, name: str, _texts: Mapping[str, str]) -> Iterator[Problem]:
    """Findings and checks that rest on claims which are not in the dossier."""
    known = {row["id"] for row in read_lines(folder / "claims.jsonl")}
    for number, row in enumerate(read_lines(folder / name), 1):
        for claim in row["claims"]:
            if claim not in known:
                yield Problem(f"{name}:{number}", f"names the claim {claim}, which is not in claims.jsonl")
