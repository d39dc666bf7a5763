"""The source that is compiled: constructors written out, and all else as it stands."""

from __future__ import annotations

import ast
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from habeas.compiled import core
from habeas.constructors import spelled

HOME = Path(__file__).parents[2] / "src" / "habeas"
BOAT = '''
from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Boat:
    """A boat."""

    name: str
    crew: tuple[str, ...] = ()
    length: int | None = None

    def longer(self) -> Boat:
        return replace(self, length=(self.length or 0) + 1)


@dataclass(frozen=True, slots=True)
class Fleet:
    """Boats."""

    boats: tuple[Boat, ...]
'''


@pytest.fixture
def boats() -> Iterator[ModuleType]:
    """The module of boats, its constructors written out (not frozen: Python, unlike mypyc, would hold them to it)."""
    made = ModuleType("boats")
    sys.modules["boats"] = made
    exec(spelled(BOAT).replace("frozen=True, ", ""), made.__dict__)
    yield made
    del sys.modules["boats"]


def test_values_are_made_with_the_same_defaults(boats: Any):
    assert boats.Boat("Gull") == boats.Boat("Gull", (), None)
    assert "dataclass" not in boats.Boat.__init__.__code__.co_filename
    with pytest.raises(TypeError):
        boats.Boat()


def test_a_field_is_replaced_by_the_value_itself(boats: Any):
    assert boats.Boat("Gull", ("Ana",), 7).longer() == boats.Boat("Gull", ("Ana",), 8)
    assert "replace(" not in spelled(BOAT).partition("def longer")[2].partition(".__replace__(")[0]


def test_values_say_how_they_are_made_again_elsewhere(boats: Any):
    gull = boats.Boat("Gull", ("Ana",), 7)
    assert pickle.loads(pickle.dumps(gull)) == gull


def test_fields_keep_their_whole_types(boats: Any):
    assert get_type_hints(boats.Boat)["crew"] == tuple[str, ...]
    assert get_type_hints(boats.Fleet)["boats"] == tuple[boats.Boat, ...]


def test_only_values_that_never_change_are_said_to_have_no_cycles():
    told = spelled(BOAT + "\n\n@dataclass(slots=True)\nclass Log:\n    lines: list[str]\n")
    before = [
        lines[0]
        for lines in zip(told.splitlines(), told.splitlines()[2:], strict=False)
        if "class " in lines[1]
    ]
    assert before == ["@mypyc_attr(acyclic=True, free_list_len=1)"] * 2 + [""]


def test_a_class_whose_defaults_are_made_by_a_function_stays_as_it_is():
    source = "@dataclass\nclass Log:\n    lines: list[str] = field(default_factory=list)\n"
    assert spelled(source).strip() == source.strip()


@pytest.mark.parametrize("path", core(), ids=lambda path: str(path.relative_to(HOME)))
def test_no_line_of_the_core_moves(path: Path):
    source = path.read_text("utf-8")
    assert _places(source) <= _places(spelled(source))


def _places(source: str) -> set[tuple[str, int]]:
    """Every function and class of a module with the line on which it begins."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {(node.name, node.lineno) for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)}
