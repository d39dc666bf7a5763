"""A pack is a folder of TOML; loading it checks every field and names the line of a mistake."""

from __future__ import annotations

import dataclasses
import re
import tomllib
import types
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from habeas.errors import PackError
from habeas.model import pack as model
from habeas.model.pack import Frame, Pack
from habeas.packs.bundled import DEFAULT, bundled
from habeas.packs.checking import Place, Placed, check, meant

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["language_frames", "load_pack"]

T = TypeVar("T", bound="DataclassInstance")

_FILES: dict[str, type] = {
    "parts": model.Part,
    "things": model.Thing,
    "properties": model.Property,
    "frames": model.Frame,
    "laws": model.Law,
    "courts": model.Court,
    "institutions": model.Institution,
    "descriptors": model.Descriptor,
    "rules": model.Rule,
    "questions": model.PackQuestion,
    "disputes": model.Dispute,
    "derivations": model.Derivation,
    "stages": model.Stage,
    "provisions": model.Provision,
    "projections": model.Projected,
}
"""File name (and table name in it) to the type of one entry."""


@cache
def load_pack(name: str = DEFAULT) -> Pack:
    """The pack called `name` (a bundled pack) or in the folder `name` (a path). Raises PackError."""
    folder = Path(name)
    if not (folder / "pack.toml").is_file():
        folder = Path(str(resources.files("habeas.packs") / name))
        if not (folder / "pack.toml").is_file():
            known = ", ".join(bundled())
            raise PackError(name, f"no such pack: name a bundled one ({known}) or a folder with a pack.toml")
    head = _toml(folder / "pack.toml")
    for field in ("name", "version", "title"):
        if not isinstance(head.get(field), str):
            raise PackError(f"{folder.name}/pack.toml", f'needs {field} = "..."')
    _known_files(folder)
    placed: dict[str, tuple[Placed, ...]] = {
        idea: _entries(folder, idea, kind) for idea, kind in _FILES.items()
    }
    check(placed)
    entries: dict[str, Any] = {idea: tuple(p.entry for p in found) for idea, found in placed.items()}
    return Pack(name=head["name"], version=head["version"], title=head["title"], **entries)


@cache
def language_frames(language: str) -> tuple[Frame, ...]:
    """The frames of general language (`packs/language/<language>/frames.toml`) that serve any domain.

    Raises PackError.
    """
    folder = Path(str(resources.files("habeas.packs") / "language" / language))
    return tuple(
        dataclasses.replace(placed.entry, language=language) for placed in _entries(folder, "frames", Frame)
    )


def _known_files(folder: Path) -> None:
    """Raises PackError for a file whose name is no idea of a pack: its entries would be passed over in silence."""
    for path in sorted(folder.glob("*.toml")):
        idea = path.stem.partition(".")[0]
        if idea != "pack" and idea not in _FILES:
            raise PackError(
                f"{folder.name}/{path.name}", f"a pack has no file of that name; {meant(idea, _FILES)}"
            )


def _entries(folder: Path, idea: str, kind: type[T]) -> tuple[Placed, ...]:
    """All [[idea]] tables of idea.toml and of idea.<language>.toml, as values of `kind` with their places."""
    found: list[Placed] = []
    fields = {f.name for f in dataclasses.fields(kind)}
    for path in sorted((*folder.glob(f"{idea}.toml"), *folder.glob(f"{idea}.*.toml"))):
        language = path.stem.partition(".")[2]
        file = f"{folder.name}/{path.name}"
        text = path.read_text("utf-8")
        table = _toml(path)
        rows = table.get(idea, [])
        lines = [text.count("\n", 0, m.start()) + 1 for m in re.finditer(rf"^\[\[{idea}\]\]", text, re.M)]
        if set(table) - {idea} or not isinstance(rows, list) or len(rows) != len(lines):
            raise PackError(file, f"write each entry as a [[{idea}]] table")
        for row, line in zip(rows, lines, strict=True):
            if language and "language" in fields:
                row.setdefault("language", language)
            found.append(Placed(_entry(row, kind, Place(file, line, text)), Place(file, line, text)))
    return tuple(found)


def _entry(row: dict[str, Any], kind: type[T], place: Place) -> T:
    hints = get_type_hints(kind)
    fields = {f.name: f for f in dataclasses.fields(kind)}
    if unknown := sorted(set(row) - set(fields)):
        raise PackError(place.of(unknown[0]), f"unknown field {unknown[0]!r}; {meant(unknown[0], fields)}")
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in row:
            values[name] = _value(row[name], hints[name], name, place)
        elif field.default is dataclasses.MISSING:
            raise PackError(place.of(""), f"needs the field {name!r}")
    return kind(**values)


_NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "a string", type(None): ""}


def _value(value: object, hint: object, name: str, place: Place) -> object:
    if get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise PackError(place.of(name), f'{name}: must be a list of strings: ["...", "..."]')
        return tuple(value)
    allowed = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if type(value) not in allowed:
        wanted = " or ".join(filter(None, (_NAMES[t] for t in allowed)))
        raise PackError(place.of(name), f"{name}: must be {wanted}, not {value!r}")
    return value


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path.parent.name}/{path.name}" + (f":{line.group(1)}" if line else "")
        raise PackError(where, f"not TOML: {error}") from None
