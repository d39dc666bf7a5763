"""Constructors that set slots make the values that `dataclass` makes, and the values stay frozen."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from types import ModuleType
from typing import Any

import pytest

from habeas.slots import quicken

SOURCE = '''
from dataclasses import dataclass, field

@dataclass(frozen=True, slots=True)
class Ship:
    """With a field that has the name of what a constructor builds."""
    name: str
    self: int = 3
    ports: tuple[str, ...] = ()

@dataclass(frozen=True, slots=True)
class Fleet:
    ships: list = field(default_factory=list)

@dataclass(frozen=True, slots=True)
class Checked:
    at: int
    def __post_init__(self):
        if self.at < 0:
            raise ValueError("below zero")

@dataclass(slots=True)
class Open:
    at: int

@dataclass(frozen=True, slots=True)
class Own:
    at: int
    def __init__(self, at):
        object.__setattr__(self, "at", at + 1)
'''


@pytest.fixture
def kinds() -> Iterator[Any]:
    module = ModuleType("harbour.kinds")
    sys.modules["harbour"], sys.modules["harbour.kinds"] = ModuleType("harbour"), module
    exec(compile(SOURCE, "kinds.py", "exec"), module.__dict__)
    quicken("harbour")
    yield module
    del sys.modules["harbour"], sys.modules["harbour.kinds"]


def test_a_value_is_made_by_place_by_name_and_by_default(kinds: Any) -> None:
    assert kinds.Ship("Alba") == kinds.Ship(name="Alba", self=3, ports=())
    assert repr(kinds.Ship("Alba", 4)) == "Ship(name='Alba', self=4, ports=())"
    assert replace(kinds.Ship("Alba"), ports=("Oslo",)).ports == ("Oslo",)
    assert pickle.loads(pickle.dumps(kinds.Ship("Alba", 5))) == kinds.Ship("Alba", 5)
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        kinds.Ship()


def test_its_fields_are_set_without_a_call_for_each(kinds: Any) -> None:
    assert "__setattr__" not in kinds.Ship.__init__.__code__.co_names
    assert "__setattr__" in kinds.Fleet.__init__.__code__.co_names


def test_a_value_stays_frozen(kinds: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        kinds.Ship("Alba").name = "Bern"


def test_classes_whose_constructor_does_more_keep_it(kinds: Any) -> None:
    assert kinds.Fleet().ships == [] and kinds.Fleet().ships is not kinds.Fleet().ships
    assert kinds.Own(1).at == 2 and kinds.Open(1).at == 1
    with pytest.raises(ValueError, match="below zero"):
        kinds.Checked(-1)
