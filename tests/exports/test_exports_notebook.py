"""The calls of a program, and what Jupyter shows of their results; the notebook of the docs is run by a real kernel."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbclient
import nbformat
import pytest
from lxml import html
from publish_dossiers import large_dossier, small_dossier

import habeas
from habeas.errors import DossierError, UsageError
from habeas.model.dossier import Dossier
from habeas.model.tables import SHOWN

HOME = Path(__file__).resolve().parents[2]
NOTEBOOK = HOME / "docs" / "notebook.ipynb"
HOSTILE = "<script>alert(1)</script> & <b>"


def cells(shown: str) -> list[list[str]]:
    """The rows of the tables in a piece of HTML, as a browser reads them."""
    return [
        [cell.text_content() for cell in row] for row in html.fromstring(f"<div>{shown}</div>").iter("tr")
    ]


@pytest.fixture(scope="module")
def ran() -> nbformat.NotebookNode:
    """The notebook of the docs after a kernel ran all of it."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOK.parent)}}
    ).execute()
    return notebook


def test_the_notebook_of_the_docs_runs_and_every_last_line_shows_a_table(ran: nbformat.NotebookNode) -> None:
    code = [cell for cell in ran.cells if cell.cell_type == "code"]
    assert len(code) >= 8
    for cell in code:
        shown = [output.data for output in cell.outputs if "data" in output]
        assert len(shown) == 1, cell.source
        assert "<table" in shown[0]["text/html"], cell.source
        assert len(shown[0]["text/plain"]) < 2_000, cell.source


def test_the_notebook_of_the_docs_is_kept_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_a_dossier_shows_how_much_there_is_of_everything() -> None:
    shown = dict(cells(small_dossier()._repr_html_()))
    assert (shown["reports"], shown["origins"], shown["claims"], shown["findings"]) == ("3", "2", "14", "6")
    assert shown["findings: conflict"] == "1"


def test_claims_are_a_table_with_the_words_and_who_says_so() -> None:
    head, first, *others = cells(small_dossier().claims._repr_html_())
    row = dict(zip(head, first, strict=True))
    assert row["value"] == "about 3,500 people"
    assert row["said by"] == "Ilse Brandt (director)"
    assert row["words"] == "held about 3,500 people"
    assert len(others) == 13


def test_one_claim_and_one_finding_are_a_table_each() -> None:
    dossier = small_dossier()
    assert dict(cells(dossier.claims[0]._repr_html_()))["subject"] == "Norvale camp"
    assert dict(cells(dossier.findings[0]._repr_html_()))["answers"] == "10,000"


@pytest.mark.parametrize("part", ["reports", "claims", "findings", "checks", "entities", "unclaimed"])
def test_every_part_is_a_table(samples: Dossier, part: str) -> None:
    rows = cells(habeas.table(getattr(samples, part))._repr_html_())
    assert len(rows) == min(SHOWN, len(getattr(samples, part))) + 1
    assert len({len(row) for row in rows}) == 1


def test_no_word_of_a_report_is_read_as_html() -> None:
    dossier = small_dossier()
    claim = replace(dossier.claims[0], subject=HOSTILE, quote=HOSTILE)
    finding = replace(dossier.findings[0], question=HOSTILE)
    rows = (habeas.table([claim]), habeas.table([finding]), habeas.table([HOSTILE]), claim, finding)
    for shown in (value._repr_html_() for value in rows):
        tree = html.fromstring(shown)
        assert list(tree.iter("script", "b")) == []
        assert HOSTILE in tree.text_content()


def test_a_long_table_is_cut_and_says_so() -> None:
    claims = large_dossier(10, 10).claims
    assert len(cells(claims._repr_html_())) == SHOWN + 1
    assert "40 more rows" in claims._repr_html_()
    assert len(cells(claims[60:]._repr_html_())) == 41


def test_rows_are_the_tuple_they_were() -> None:
    claims = small_dossier().claims
    assert isinstance(claims, tuple)
    assert claims == tuple(claims)
    assert claims[1:3] == tuple(claims)[1:3]
    assert pickle.loads(pickle.dumps(claims)) == claims
    assert hash(claims) == hash(tuple(claims))


def test_a_dossier_is_built_written_and_opened_by_name_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Flood leaves 12 people dead\n\n4 May 2031\n\nThe flood left 12 people dead.\n"
    )
    made = habeas.build(str(tmp_path / "a.txt"))
    assert made.reports[0].doc == "a.txt"
    assert made == habeas.build([tmp_path / "a.txt"])
    assert (tmp_path / "d" / "index.html") in habeas.write(made, str(tmp_path / "d"))
    assert habeas.open_dossier(str(tmp_path / "d")).claims == made.claims


def test_what_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        habeas.build(tmp_path / "none")
    with pytest.raises(DossierError, match="habeas build REPORTS"):
        habeas.open_dossier(tmp_path)
    with pytest.raises(AttributeError, match="it has Dossier, Rows"):
        _ = habeas.nothing


def test_importing_habeas_imports_nothing_else() -> None:
    script = (
        "import sys; before = set(sys.modules); import habeas;"
        "print(*(set(sys.modules) - before - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = {name for name in done.stdout.split() if name.split(".")[0] not in sys.stdlib_module_names}
    assert found == {"habeas", "habeas.compiled"}
    assert set(habeas.__all__) <= set(dir(habeas))
