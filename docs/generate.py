"""Write the generated pages of docs/: accuracy.md with its picture, the curve of copies, cli.md, habeas.1, and the blocks of architecture.md and
scale.md.

    python docs/generate.py [--check]

The figures come from bench/results/*.json and bench/reach.toml, the commands and folders from the program itself. With
--check nothing is written; exit code 1 and the names of the pages that are not what they would be.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parent
HOME = DOCS.parent

sys.path.insert(0, str(DOCS))

from accuracy_page import accuracy_page  # noqa: E402
from calibration_plot import calibration_plot  # noqa: E402
from cli_page import cli_page  # noqa: E402
from copies_page import copies_plot  # noqa: E402
from figures import read_results, read_stages  # noqa: E402
from man_page import man_page  # noqa: E402
from scale_page import scale_page  # noqa: E402
from source_tree import architecture_page  # noqa: E402


def pages(home: Path = HOME) -> dict[str, str]:
    """Every generated file by its path below docs/."""
    results = read_results(home / "bench" / "results")
    stages = read_stages(home / "bench" / "reach.toml")
    return {
        "accuracy.md": accuracy_page(stages, results),
        "architecture.md": architecture_page((home / "docs" / "architecture.md").read_text("utf-8"), home),
        "cli.md": cli_page(),
        "habeas.1": man_page(),
        "scale.md": scale_page((home / "docs" / "scale.md").read_text("utf-8"), results),
        "img/calibration.svg": calibration_plot(results),
        "img/copies.svg": copies_plot(results["copies_at_scale"]),
    }


def drifted(docs: Path = DOCS) -> list[str]:
    """The generated files that differ from what would be written now."""
    return [name for name, text in pages().items() if not _same(docs / name, text)]


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or check them; the exit code."""
    if "--check" in arguments:
        stale = drifted()
        print(
            "\n".join(f"docs/{name}: not what docs/generate.py would write: run make docs" for name in stale)
        )
        return int(bool(stale))
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
