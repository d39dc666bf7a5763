"""The Parquet file in the libraries that read it, and the CSV beside it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from habeas.model.dossier import Dossier


@pytest.fixture(scope="module")
def path(folder: Path) -> str:
    return str(folder / "claims.parquet")


def test_pandas_reads_every_claim_with_its_types(path: str, samples: Dossier) -> None:
    frame = pd.read_parquet(path)
    assert list(frame["id"]) == [claim.id for claim in samples.claims]
    assert list(frame["quote"]) == [claim.quote for claim in samples.claims]
    assert frame["confidence"].dtype == "float64"
    assert frame["negated"].dtype == "bool"
    numbers = frame.loc[frame["kind"] == "quantity", "value_number"]
    assert numbers.max() == max(c.value for c in samples.claims if isinstance(c.value, int | float))


def test_polars_reads_the_same_days(path: str, samples: Dossier) -> None:
    frame = pl.read_parquet(path)
    assert frame.schema["earliest"] == pl.Date
    assert frame["earliest"].to_list() == [claim.earliest for claim in samples.claims]
    counted = frame.group_by("doc").len().sort("doc")
    assert counted["doc"].to_list() == sorted({claim.doc for claim in samples.claims})
    assert frame.explode("findings")["findings"].drop_nulls().n_unique() > 10


def test_duckdb_answers_a_question_of_the_file(path: str, samples: Dossier) -> None:
    question = f"SELECT count(*) FROM '{path}' WHERE list_contains(findings, ?)"
    for finding in samples.findings[:5]:
        assert duckdb.execute(question, [finding.id]).fetchone() == (len(finding.claims),)


def test_the_csv_says_the_same_as_the_parquet(path: str, folder: Path) -> None:
    table = pl.read_parquet(path)
    rows = pl.read_csv(folder / "claims.csv", infer_schema=False)
    assert rows["id"].to_list() == table["id"].to_list()
    assert [q.lstrip("'") for q in rows["quote"].to_list()] == [
        q.lstrip("'") for q in table["quote"].to_list()
    ]


def test_a_dossier_of_nothing_has_the_same_columns(path: str, empty: Path) -> None:
    none = pl.read_parquet(empty / "claims.parquet")
    assert none.height == 0
    assert none.schema == pl.read_parquet(path).schema
