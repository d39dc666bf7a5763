"""The house style, as far as a program can tell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "habeas"
MODULES = sorted(SOURCE.rglob("*.py"))

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
DEEPEST = 5
"""The hard cap; the aim is three."""

_NESTING = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Match)


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in MODULES}


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))


def depth(node: ast.AST, level: int = 0) -> int:
    """How deep statements nest below a function; an elif is no deeper than its if."""
    deepest = level
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        inner = level + 1 if isinstance(child, _NESTING) and not chained else level
        deepest = max(deepest, depth(child, inner))
    return deepest


def test_no_file_holds_two_ideas() -> None:
    long = {named(p): n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > LONGEST_FILE}
    assert not long, f"over {LONGEST_FILE} lines: split by idea"


def test_functions_are_short() -> None:
    """A migration is one step of a schema, as long as the schema is."""
    long = {
        f"{named(path)}:{f.lineno} {f.name}": size
        for path, tree in trees().items()
        for f in functions(tree)
        if (size := (f.end_lineno or 0) - f.lineno + 1) > LONGEST_FUNCTION and "versions" not in path.parts
    }
    assert not long, f"over {LONGEST_FUNCTION} lines"


def test_no_room_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "base", "manager", "processor", "misc"}
    assert not [named(p) for p in SOURCE.rglob("*") if p.stem in vague and "__pycache__" not in p.parts]


def test_every_module_says_what_it_is() -> None:
    silent = [
        named(p)
        for p, tree in trees().items()
        if p.read_text("utf-8").strip() and not ast.get_docstring(tree)
    ]
    assert not silent


def test_nothing_is_left_to_do() -> None:
    notes = re.compile(r"#.*\b(?:TODO|FIXME|XXX)\b")
    assert not [named(p) for p in MODULES if notes.search(p.read_text("utf-8"))]


def test_no_function_nests_out_of_sight() -> None:
    deep = {
        f"{named(path)}:{f.lineno} {f.name}": d
        for path, tree in trees().items()
        for f in functions(tree)
        if (d := depth(f)) > DEEPEST
    }
    assert not deep
