"""The parts of architecture.md that are written from the source: the layers and the folders."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

__all__ = ["architecture_page"]

_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.S)
_DATA = {
    "gazetteer": "countries, cities, organisations, given names",
    "language": "the words of each language, an idea a file",
}
"""Folders of packs that are data without a pack.toml, and what they hold."""


def architecture_page(written: str, home: Path) -> str:
    """The page as written by hand, with its generated blocks made new."""
    blocks = {
        "layers": "\n".join(_layers(home / "pyproject.toml")),
        "tree": "\n".join(_tree(home / "src" / "habeas", 1)),
    }
    return _BLOCK.sub(lambda m: f"{m[1]}\n```text\n{blocks[m[2]]}\n```\n\n{m[3]}", written)


def _layers(pyproject: Path) -> Iterator[str]:
    """The layers of the import contract, the highest first."""
    settings = tomllib.loads(pyproject.read_text("utf-8"))["tool"]["importlinter"]
    contract = next(one for one in settings["contracts"] if one["type"] == "layers")
    for n, layer in enumerate(contract["layers"]):
        if n:
            yield "  |"
        yield " , ".join(name.strip().removeprefix("habeas.") for name in re.split(r"[|:]", layer))


def _tree(folder: Path, level: int) -> Iterator[str]:
    """The packages and data folders below `folder`, each with the first line of what it says of itself."""
    for path in sorted(folder.iterdir()):
        gist = _gist(path) if path.is_dir() else None
        if gist is not None and level <= 2:
            yield f"{'  ' * level}{path.name + '/':<{22 - 2 * level}}{gist}".rstrip()
            yield from _tree(path, level + 1)


def _gist(folder: Path) -> str | None:
    """What a package or pack is, in a line; None for any other folder."""
    if (folder / "__init__.py").is_file():
        said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        first = said.split("\n", 1)[0].rstrip(".")
        return re.sub(rf"^{folder.name}: ", "", first, flags=re.I)
    if (folder / "pack.toml").is_file():
        return f"the pack {tomllib.loads((folder / 'pack.toml').read_text('utf-8'))['title']!r}"
    return _DATA.get(folder.name) if folder.parent.name == "packs" else None
