"""The architecture page names what is there, and only that."""

from __future__ import annotations

import re
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SOURCE = HOME / "src" / "habeas"
PAGE = (HOME / "docs" / "architecture.md").read_text("utf-8")


def tree() -> list[str]:
    """The folders drawn on the page, as paths below the package."""
    block = re.search(r"<!-- generated: tree -->\n+```text\n(.*?)```", PAGE, re.S)
    assert block
    found: list[str] = []
    for line in block[1].splitlines():
        indent, name = re.match(r"( +)(\w+)/", line).groups()
        parent = f"{found_at(found, len(indent) // 2 - 1)}/" if len(indent) > 2 else ""
        found.append(f"{parent}{name}")
    return found


def found_at(found: list[str], depth: int) -> str:
    return next(path for path in reversed(found) if path.count("/") == depth - 1)


def test_every_folder_on_the_page_exists() -> None:
    assert [path for path in tree() if not (SOURCE / path).is_dir()] == []


def test_every_package_is_on_the_page() -> None:
    packages = {p.parent.relative_to(SOURCE).as_posix() for p in SOURCE.glob("*/__init__.py")}
    packages |= {p.parent.relative_to(SOURCE).as_posix() for p in SOURCE.glob("*/*/__init__.py")}
    assert packages - set(tree()) == set(), "run make docs"


def test_every_file_that_the_page_speaks_of_exists() -> None:
    spoken = set(re.findall(r"`((?:[\w./]+/)?\w+\.(?:py|toml|md))`", PAGE))
    known = {
        p.relative_to(root).as_posix() for root in (HOME, SOURCE) for p in root.rglob("*") if p.is_file()
    }
    ends = {name.rpartition("/")[2] for name in known}
    assert {name for name in spoken if name not in known and ("/" in name or name not in ends)} == set()


def test_every_type_that_the_page_speaks_of_is_in_the_model() -> None:
    table = PAGE[PAGE.index("## The types") : PAGE.index("## Imports go one way")]
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    model = "\n".join(p.read_text("utf-8") for p in (SOURCE / "model").glob("*.py"))
    assert [t for cell in cells for t in re.findall(r"`(\w+)`", cell) if f"class {t}" not in model] == []


def test_every_layer_on_the_page_is_a_module() -> None:
    block = re.search(r"<!-- generated: layers -->\n+```text\n(.*?)```", PAGE, re.S)
    assert block
    layers = re.findall(r"[a-z_]+", block[1])
    assert layers[-2:] == ["model", "errors"]
    assert [n for n in layers if not (SOURCE / n).is_dir() and not (SOURCE / f"{n}.py").is_file()] == []
