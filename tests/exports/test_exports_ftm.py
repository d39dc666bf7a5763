"""The entities, read by the tools that FollowTheMoney's users have: `ftm`, and nomenklatura."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from followthemoney import Dataset, StatementEntity
from followthemoney.statement import read_path_statements
from nomenklatura.db import make_session
from nomenklatura.judgement import Judgement
from nomenklatura.resolver import Resolver
from nomenklatura.store import SimpleMemoryStore
from publish_dossiers import small_dossier

from habeas.flow import build
from habeas.model.dossier import Dossier
from habeas.model.entity import Entity
from habeas.publish.catalogue import catalogue
from habeas.publish.codec import lines
from habeas.publish.exports.ftm import ftm_entities
from habeas.review import protect

BIN = Path(sys.executable).parent

LEDGER = """Camp at Norvale holds 3,500, minister says

NORVALE, 4 May 2031 - The camp at Norvale holds 3,500 people, Interior Minister Ilse Brandt said on Sunday.
The Department of Homeland Security sent two officers to El Salvador. Marta Quispe, who lives nearby, counted the buses.
"""
COURIER = """Minister defends Norvale camp

NORVALE, 9 May 2031 - Interior Minister Ilse Brandt defended the camp at Norvale on Friday.
DHS did not answer from El Salvador. Marta Quispe, who was there, said that 40 people had come.
"""


def tool(name: str, *arguments: str, given: bytes = b"", home: Path | None = None) -> bytes:
    """What a command line tool prints when `given` stands on its standard input."""
    env = {**os.environ, **({"NOMENKLATURA_DB_URL": f"sqlite:///{home / 'nk.db'}"} if home else {})}
    done = subprocess.run([BIN / name, *arguments], input=given, capture_output=True, check=False, env=env)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def rows(stream: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.splitlines()]


def entities(dossier: Dossier) -> bytes:
    return lines(ftm_entities(catalogue(dossier)))


def ids(stream: bytes, *schemata: str) -> dict[str, str]:
    """The ids of the things in a stream by their names."""
    return {row["properties"]["name"][0]: row["id"] for row in rows(stream) if row["schema"] in schemata}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Dossier]:
    """Two dossiers of one story, with no report in common."""
    made = []
    for name, text in (("ledger", LEDGER), ("courier", COURIER)):
        folder = tmp_path_factory.mktemp(name)
        (folder / f"{name}.txt").write_text(text, "utf-8")
        made.append(build([folder]))
    return made[0], made[1]


def test_ftm_validate_passes_every_entity_on_as_it_is(folder: Path) -> None:
    stream = (folder / "entities.ftm.json").read_bytes()
    passed = rows(tool("ftm", "validate", given=stream))
    assert [(row["id"], row["schema"], row["properties"]) for row in passed] == [
        (row["id"], row["schema"], row["properties"]) for row in rows(stream)
    ]
    assert len(passed) > 100


def test_the_ftm_tools_read_what_export_prints(folder: Path, tmp_path: Path) -> None:
    stream = tool("habeas", "export", str(folder), "--format", "ftm")
    kept = rows(tool("ftm", "sieve", "-s", "Documentation", given=stream))
    assert {row["schema"] for row in kept} == {row["schema"] for row in rows(stream)} - {"Documentation"}
    tool("ftm", "export-csv", "-o", str(tmp_path / "csv"), given=stream)
    assert "Article.csv" in {path.name for path in (tmp_path / "csv").iterdir()}
    assert tool("ftm", "pretty", given=stream)


def test_ftm_rolls_our_statements_up_to_our_entities(folder: Path) -> None:
    stream = tool("ftm", "aggregate-statements", "-f", "csv", given=(folder / "statements.csv").read_bytes())
    wanted = {row["id"]: row for row in rows((folder / "entities.ftm.json").read_bytes())}
    found = {row["id"]: row for row in rows(stream)}
    assert set(found) == set(wanted)
    for name, row in found.items():
        values = {prop: sorted(texts) for prop, texts in row["properties"].items()}
        assert values == {prop: sorted(texts) for prop, texts in wanted[name]["properties"].items()}


def test_one_thing_has_one_id_in_two_dossiers_and_they_merge(two: tuple[Dossier, Dossier]) -> None:
    one, other = map(entities, two)
    assert ids(one, "Person")["Ilse Brandt"] == ids(other, "Person")["Ilse Brandt"]
    assert ids(one, "Address")["El Salvador"] == ids(other, "Address")["El Salvador"]
    merged = rows(tool("ftm", "aggregate", given=one + other))
    assert len(merged) == len({row["id"] for row in rows(one + other)}) < len(rows(one + other))
    brandt = [row for row in merged if row["properties"].get("name") == ["Ilse Brandt"]]
    assert len(brandt) == 1
    spoken = [row for row in merged if row["properties"].get("entity") == [brandt[0]["id"]]]
    assert len({row["properties"]["document"][0] for row in spoken}) == 2


def test_what_the_pack_calls_by_two_names_is_one_thing(two: tuple[Dossier, Dossier]) -> None:
    one, other = (ids(entities(made), "PublicBody", "Organization") for made in two)
    assert one["Department of Homeland Security"] == other["DHS"]


def test_private_people_of_one_name_are_joined_by_a_person_only(
    two: tuple[Dossier, Dossier], tmp_path: Path
) -> None:
    one, other = map(entities, two)
    left, right = ids(one, "Person")["Marta Quispe"], ids(other, "Person")["Marta Quispe"]
    assert left != right
    both = tmp_path / "both.json"
    both.write_bytes(one + other)
    # Only people are compared: to compare bodies too nomenklatura would make tables of all their names, for seconds.
    people = tmp_path / "people.json"
    people.write_bytes(
        b"".join(r for r in (one + other).splitlines(True) if json.loads(r)["schema"] == "Person")
    )
    tool("nomenklatura", "xref", str(people), "-p", str(tmp_path / "data"), home=tmp_path)
    with make_session(f"sqlite:///{tmp_path / 'nk.db'}") as session:
        resolver = Resolver[StatementEntity](session)
        resolver.load_into_memory()
        proposed = {frozenset((str(a), str(b))) for a, b, _ in resolver.get_candidates()}
        assert frozenset((left, right)) in proposed
        resolver.decide(left, right, Judgement.POSITIVE)
        session.commit()
    decided = tool("nomenklatura", "apply", str(both), home=tmp_path)
    merged = rows(tool("ftm", "aggregate", given=decided))
    people = [row for row in merged if row["properties"].get("name") == ["Marta Quispe"]]
    assert len(people) == 1
    assert len([row for row in merged if row["properties"].get("entity") == [people[0]["id"]]]) == 2


def test_a_dossier_that_grew_keeps_its_ids(two: tuple[Dossier, Dossier], tmp_path: Path) -> None:
    (tmp_path / "ledger.txt").write_text(LEDGER, "utf-8")
    (tmp_path / "zz-courier.txt").write_text(COURIER, "utf-8")
    grown = entities(build([tmp_path]))
    for name, known in ids(entities(two[0]), "Person", "Address").items():
        assert ids(grown, "Person", "Address").get(name, known) == known
    assert ids(grown, "Person")["Marta Quispe"] == ids(entities(two[0]), "Person")["Marta Quispe"]


def test_pseudonyms_of_two_dossiers_are_never_one_person(two: tuple[Dossier, Dossier]) -> None:
    one, other = (ids(entities(protect(made)), "Person") for made in two)
    assert "Person A" in set(one) & set(other)
    assert one["Person A"] != other["Person A"]
    withheld = [ids(entities(protect(made, withheld=["Ilse Brandt"])), "Person") for made in two]
    assert set(withheld[0].values()).isdisjoint(withheld[1].values())


def test_names_in_every_script_are_told_apart() -> None:
    dossier = small_dossier()
    first: Entity = dossier.entities[0]
    both = tuple(
        replace(first, id=f"e-{name}", name=name) for name in ("Мария Иванова", "Анна Петрова", "王 小明")
    )
    made = ids(entities(replace(dossier, entities=both)), "Person")
    assert len(set(made.values())) == 3


def test_no_two_entities_of_a_dossier_share_an_id_unless_they_are_one(samples: Dossier) -> None:
    stream = rows(entities(samples))
    named = [row["id"] for row in stream if row["schema"] != "Documentation"]
    assert len(named) == len(set(named))


def test_nomenklatura_reads_the_statements_to_the_same_things(folder: Path, tmp_path: Path) -> None:
    wanted = {row["id"]: row for row in rows((folder / "entities.ftm.json").read_bytes())}
    with make_session(f"sqlite:///{tmp_path / 'nk.db'}") as session:
        store = SimpleMemoryStore(
            Dataset.make({"name": "habeas", "title": "habeas"}),
            Resolver[StatementEntity](session, create=True),
        )
        with store.writer() as writer:
            for statement in read_path_statements(folder / "statements.csv", format="csv"):
                writer.add_statement(statement)
        found = {entity.id: entity for entity in store.default_view().entities()}
    assert set(found) == set(wanted)
    assert {name: entity.schema.name for name, entity in found.items()} == {
        n: r["schema"] for n, r in wanted.items()
    }
