"""habeas: a folder of news reports in, an accountable record out."""

from __future__ import annotations

from habeas.compiled import enter

enter(__path__)

__all__ = ["__version__"]
__version__ = "0.1.0"
