"""Constructors: what `@dataclass` makes when a module is loaded, written out in the source that mypyc compiles.

The constructor that `dataclass` makes is Python text: even in a compiled class it is interpreted, and costs more than all
else that is done with most values. Written out it is machine code as well; so is `replace`. Pickling, which a compiled
class cannot do by itself, is added, and so are the annotations, which mypyc simplifies and the codec needs whole. Constants
are declared final, or each use of one would look its name up. Frozen values, which never hold themselves, are said to have
no cycles: then the garbage collector is not told of each of them.
No line moves: what is added stands on the blank lines of the class and behind the last line of the module.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import Final, NamedTuple

__all__ = ["spelled"]


_HEAD: Final = "from __future__ import annotations"
_NEEDED: Final = "; import copyreg; from typing import Any, Final; from mypy_extensions import mypyc_attr"
_CONSTANT: Final = re.compile(r"_?[A-Z][A-Z0-9_]+")


class _Made(NamedTuple):
    """A dataclass: its node, the names of its fields, and these as parameters ("unit: str = ''")."""

    node: ast.ClassDef
    names: list[str]
    parameters: list[str]


def spelled(source: str) -> str:
    """The source of a module with the constructor of every dataclass written out whose defaults are plain values.

    >>> print(spelled('from __future__ import annotations\\n\\n@dataclass\\nclass Pair:\\n    \"\"\"Two.\"\"\"\\n\\n    a: int\\n    b: str = ""\\n\\n\\nMOST = 1'))
    from __future__ import annotations; import copyreg; from typing import Any, Final; from mypy_extensions import mypyc_attr
    <BLANKLINE>
    @dataclass
    class Pair:
        \"\"\"Two.\"\"\"
        def __replace__(this, **new: Any) -> Pair: return Pair(new.get('a', this.a), new.get('b', this.b))
        a: int
        b: str = ""
        def __init__(this, a: int, b: str = "") -> None: this.a = a; this.b = b  # type: ignore
    <BLANKLINE>
    MOST: Final = 1
    setattr(Pair, '__annotations__', {'a': 'int', 'b': 'str'})
    copyreg.pickle(Pair, lambda this: (Pair, (this.a, this.b,)))
    """
    module = ast.parse(source)
    lines = _with_replacing(source, module).splitlines()
    if _HEAD not in lines:
        return source
    lines[lines.index(_HEAD)] += _NEEDED
    for at, name in _constants(module):
        lines[at] = lines[at].replace(f"{name} =", f"{name}: Final =", 1)
    told: list[str] = []
    for made in [one for node in module.body if (one := _made(source, node)) is not None]:
        for after, text in _written(made):
            blank = next((at for at in range(after, len(lines)) if not lines[at].strip()), len(lines))
            lines[blank : blank + 1] = [f"    {text}"]
        types = {ast.unparse(one.target): ast.unparse(one.annotation) for one in _fields(made.node)}
        told.append(f"setattr({made.node.name}, '__annotations__', {types!r})")
        if "__reduce__" not in _methods(made.node):
            held = "".join(f"this.{name}, " for name in made.names).removesuffix(" ")
            told.append(f"copyreg.pickle({made.node.name}, lambda this: ({made.node.name}, ({held})))")
    for at in _frozen(module):
        if not lines[at].strip():
            lines[at] = "@mypyc_attr(acyclic=True, free_list_len=1)"
    return "\n".join([*lines, *told])


def _frozen(module: ast.Module) -> list[int]:
    """The index of the line before each frozen dataclass."""
    return [
        node.decorator_list[0].lineno - 2
        for node in module.body
        if isinstance(node, ast.ClassDef)
        and not node.bases
        and any("dataclass(frozen=True" in ast.unparse(one) for one in node.decorator_list)
    ]


def _constants(module: ast.Module) -> list[tuple[int, str]]:
    """The constants of a module that are given a value once, each with the index of its line."""
    names = (
        node for node in ast.walk(module) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    given = Counter(name.id for name in names)
    targets = (
        (one, one.targets[0]) for one in module.body if isinstance(one, ast.Assign) and len(one.targets) == 1
    )
    return [
        (one.lineno - 1, name.id)
        for one, name in targets
        if isinstance(name, ast.Name) and given[name.id] == 1 and _CONSTANT.fullmatch(name.id)
    ]


def _made(source: str, node: ast.stmt) -> _Made | None:
    """The dataclass at `node`; None for all else, and where a default is made or a value checked by a function."""
    if not isinstance(node, ast.ClassDef) or node.bases:
        return None
    if not any("dataclass" in ast.unparse(one) for one in node.decorator_list):
        return None
    fields = _fields(node)
    if "__post_init__" in _methods(node) or any(_is_made(one.value) for one in fields):
        return None
    written = [ast.get_source_segment(source, one) or "" for one in fields]
    return _Made(node, [ast.unparse(one.target) for one in fields], written)


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [one for one in node.body if isinstance(one, ast.AnnAssign)]


def _is_made(default: ast.expr | None) -> bool:
    """Whether a default is made anew for every value, by `field(default_factory=...)`."""
    return isinstance(default, ast.Call) and ast.unparse(default.func) == "field"


def _methods(node: ast.ClassDef) -> list[str]:
    return [one.name for one in node.body if isinstance(one, ast.FunctionDef)]


def _written(made: _Made) -> list[tuple[int, str]]:
    """The methods to add, each with the number of the line after which the next blank one takes it."""
    node, fields = made.node, _fields(made.node)
    following = node.body[node.body.index(fields[-1]) + 1 :]
    last = following[0] if following and isinstance(following[0], ast.Expr) else fields[-1]
    kept = "; ".join(f"this.{name} = {name}" for name in made.names)
    init = f"def __init__(this, {', '.join(made.parameters)}) -> None: {kept}  # type: ignore"
    new = ", ".join(f"new.get({name!r}, this.{name})" for name in made.names)
    replace = f"def __replace__(this, **new: Any) -> {node.name}: return {node.name}({new})"
    # Without the words that say what the class is, there is no blank line for a way to replace fields.
    replaced = [(node.body[0].end_lineno or 0, replace)] if ast.get_docstring(node) else []
    return [*replaced, (last.end_lineno or 0, init)]


def _with_replacing(source: str, module: ast.Module) -> str:
    """The source with `replace(value, ...)` of `dataclasses` asked of the value itself."""
    if not any(isinstance(n, ast.ImportFrom) and n.module == "dataclasses" for n in module.body):
        return source
    lines = source.splitlines()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "replace":
            old = ast.get_source_segment(source, node.args[0]) or ""
            start = len(lines[node.lineno - 1].encode()[: node.col_offset].decode())
            call, _, rest = lines[node.lineno - 1][start:].partition(f"replace({old}, ")
            if not call and rest:
                lines[node.lineno - 1] = f"{lines[node.lineno - 1][:start]}({old}).__replace__({rest}"
    return "\n".join(lines)
