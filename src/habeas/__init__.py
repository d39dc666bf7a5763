"""habeas: a folder of news reports in, an accountable record out.

    import habeas

    dossier = habeas.build("reports")       # or habeas.open_dossier("dossier")
    dossier.findings                        # a table, in Jupyter
    habeas.write(dossier, "dossier")

What a name needs is imported when the name is first used, so that `import habeas` is instant.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from habeas.compiled import enter

if TYPE_CHECKING:
    from habeas.api import Dossier, Rows, build, open_dossier, table, write

enter(__path__)

__all__ = ["Dossier", "Rows", "__version__", "build", "open_dossier", "table", "write"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """A public name, from the module that holds it."""
    if name in __all__:
        return getattr(import_module("habeas.api"), name)
    raise AttributeError(f"module 'habeas' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
