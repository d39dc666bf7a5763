"""No published byte names a private person, and every span still stands on its words."""

from __future__ import annotations

import base64
import gzip
import re
import sqlite3
import zipfile
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_dossiers import TEXTS, dossier, entities
from pypdfium2 import PdfDocument

from habeas import table
from habeas.model.dossier import Dossier
from habeas.model.entity import Entity, Form
from habeas.model.marks import EntityType
from habeas.model.span import Span
from habeas.publish import publish, verify
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.formats import FORMATS
from habeas.review import Decision, Verdict, cleared_by, is_protected, on_person, protect, withheld_by
from habeas.review.folding import fold
from habeas.review.protecting.names import names_of
from habeas.review.protecting.pseudonyms import pseudonyms
from habeas.review.protecting.shifting import shifted

SECRETS = (
    "inarritu",
    "iñárritu",
    "i\u00f1\u00e1rritu",
    "I%C3%B1",
    "IÑÁRRITU",
    "\\u00f1\\u00e1rritu",
    "i&#241;",
    "nárritu",
)


def texts_of(path: Path) -> str:
    """Everything a reader could find in a file, unpacked and folded."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        data += "".join(page.get_textpage().get_text_range() for page in PdfDocument(data)).encode()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            data += b"".join(packed.read(name) for name in packed.namelist())
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".sqlite":
        with sqlite3.connect(path) as raw:
            data += "\n".join(raw.iterdump()).encode()
    if path.suffix == ".parquet":
        from pyarrow import parquet

        data += str(parquet.read_table(path).to_pylist()).encode()
    text = data.decode("utf-8", "replace") + data.decode("utf-16-le", "replace")
    for packed in re.findall(r"base64,([A-Za-z0-9+/=]+)", text):
        text += base64.b64decode(packed + "==").decode("utf-8", "replace")
    return text


def exported(made: Dossier, out: Path) -> None:
    """Every format that a dossier can leave in, beside the files of its folder."""
    for form in FORMATS:
        (out / f"exported-{form.file}").write_bytes(form.make(catalogue(made)))


def test_no_file_of_a_protected_dossier_names_the_private_person(tmp_path: Path) -> None:
    out = tmp_path / "d"
    publish(protect(dossier()), out)
    exported(protect(dossier()), out)
    files = [p for p in out.rglob("*") if p.is_file()]
    assert len(files) > 20
    for path in files:
        text, name = texts_of(path), path.relative_to(out).as_posix()
        for secret in SECRETS:
            assert secret not in text, name
            assert secret not in name
        assert "inarritu" not in fold(text), name
        assert "inarritu" not in fold(name)
    assert verify(out) == ()
    assert "Olav Berg" in (out / "claims.jsonl").read_text("utf-8") + (out / "sources/ferry.txt").read_text(
        "utf-8"
    )


def test_no_table_of_a_notebook_names_the_private_person() -> None:
    def shown(made: Dossier) -> str:
        parts = ("reports", "claims", "findings", "checks", "entities", "unclaimed")
        rows = [row for part in parts[1:3] for row in getattr(made, part)]
        tables = [made, *(table(getattr(made, part)) for part in parts), *rows]
        return fold("".join(one._repr_html_() for one in tables))

    assert "inarritu" in shown(dossier())
    assert "inarritu" not in shown(protect(dossier()))
    assert "olav berg" in shown(protect(dossier()))


def test_the_pages_and_search_of_many_reports_name_nobody_private(tmp_path: Path) -> None:
    base = dossier()
    claims = tuple(replace(c, id=f"{c.id[:8]}{n:04}") for n in range(170) for c in base.claims)
    out = tmp_path / "d"
    publish(protect(replace(base, claims=claims, findings=(), checks=())), out)
    files = [path for path in out.rglob("*") if path.is_file()]
    assert {"claims/2.html", "search/claim/0/1.js"} <= {path.relative_to(out).as_posix() for path in files}
    assert [path.name for path in files if "inarritu" in fold(texts_of(path))] == []


def test_the_unprotected_dossier_does_name_her(tmp_path: Path) -> None:
    out = tmp_path / "d"
    publish(dossier(), out)
    exported(dossier(), out)
    named = [p for p in out.rglob("*") if p.is_file() and "inarritu" in fold(texts_of(p))]
    kinds = {
        ".jsonl",
        ".json",
        ".html",
        ".csv",
        ".parquet",
        ".sqlite",
        ".txt",
        ".md",
        ".bib",
        ".pdf",
        ".xlsx",
    }
    assert kinds <= {p.suffix for p in named}


def test_every_span_stands_on_its_words_after_protection() -> None:
    made = protect(dossier())
    texts = {r.doc: r.text for r in made.reports}
    for claim in made.claims:
        assert claim.span.of(texts[claim.doc]) == claim.quote
        assert all(s.span.of(texts[claim.doc]) == s.value for s in claim.slots)
    for left in made.unclaimed:
        assert left.span.of(texts[left.doc]) == left.quote == "31 people"
    for report in made.reports:
        assert report.headline
        assert report.headline.span
        assert report.headline.span.of(report.text) == report.headline.value
        ends = [(b.span.start, b.span.end) for b in report.blocks]
        assert ends == sorted(ends)
        assert ends[-1][1] == len(report.text.rstrip())
    for entity in made.entities:
        for form in entity.forms:
            assert {s.of(texts[form.doc]) for s in form.spans} == {form.text}


def test_what_is_said_of_her_is_kept_under_a_pseudonym() -> None:
    made = protect(dossier())
    assert made.claims[0].asserted_by[0].name == "Person A"
    assert made.claims[2].quote == "Person A had worked there for 12 years"
    assert made.findings[1].question == "What did Person A say?"
    assert made.reports[1].doc == "es/person-A-barco.txt"
    assert made.reports[0].url == "https://news.example/"
    assert [e.name for e in made.entities] == ["Person A", "Olav Berg", "Pinar"]
    assert [c.id for c in made.claims] == [c.id for c in dossier().claims]


def test_an_editor_can_clear_a_name_or_withhold_a_public_one() -> None:
    ana, berg, _ = entities()
    cleared = cleared_by(entities(), [Decision(1, "", "ed", on_person(ana, Verdict.CLEARED))])
    assert cleared == {"Ana Iñárritu"}
    assert protect(dossier(), cleared).claims == dossier().claims
    held = [Decision(1, "", "ed", on_person(berg, Verdict.PROTECTED))]
    assert is_protected(berg, held)
    assert not is_protected(berg, [*held, replace(held[0], id=2, undoes=1)])


def test_a_name_an_editor_withholds_is_replaced_though_its_bearer_holds_office() -> None:
    _, berg, _ = entities()
    withheld = withheld_by(entities(), [Decision(1, "", "ed", on_person(berg, Verdict.PROTECTED))])
    assert "berg" not in repr(protect(dossier(), withheld=withheld)).lower()


def test_pseudonyms_stay_the_same_with_a_key_and_tell_nothing_without() -> None:
    people = entities()[:2]
    assert pseudonyms(people) == {"person:ana-inarritu": "Person A", "person:olav-berg": "Person B"}
    one, again = pseudonyms(people, b"k" * 32), pseudonyms(people[::-1], b"k" * 32)
    assert one == again
    assert one != pseudonyms(people, b"x" * 32)
    assert all(re.fullmatch(r"Person [A-Z]{4,}", name) for name in one.values())


def person(name: str, *aliases: str, public: bool = False) -> Entity:
    return Entity(f"person:{name}", name, EntityType.PERSON, aliases, (), public=public)


ROSA = person("Rosa Vidal Quispe", "Vidal")
KHAN = person("Will O'Hara-Khan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rosa Vidal Quispe left.", "P1 left."),
        ("ROSA VIDAL QUISPE left.", "P1 left."),
        ("Rosa\nVidal  Quispe left.", "P1 left."),
        ("rosa-vidal-quispe.html", "P1.html"),
        ("@rosavidalquispe wrote", "@P1 wrote"),
        ("Vidal's bag", "P1's bag"),
        ("Señora QUISPE", "Señora P1"),
        ("Quispe\u0301 and Qu\u00adispe", "P1 and P1"),
        ("Rosa smiled at vidal", "Rosa smiled at vidal"),
        ("Vidalia onions", "Vidalia onions"),
        ("O’Hara–Khan", "P2–P2"),
        ("Will Khan will", "Will P2 will"),
        ("will o'hara-khan", "P2"),
    ],
)
def test_names_are_found_however_they_are_spelled(text: str, expected: str) -> None:
    names = names_of([ROSA, KHAN], [], {ROSA.id: "P1", KHAN.id: "P2"})
    assert names.string(text).replace("’", "'").replace("O'P2", "P2").replace("P2-P2", "P2") == expected


def test_a_word_that_names_a_public_person_or_a_place_stays_theirs() -> None:
    lima = Entity("place:lima", "Lima", EntityType.PLACE, (), (), country="PE")
    guess = Entity("organisation:quispe", "Quispe", EntityType.ORGANISATION, (), ())
    other = person("Carla Vidal", public=True)
    ana = person("Ana Lima")
    names = names_of([ROSA, ana], [lima, guess, other], {ROSA.id: "P1", ana.id: "P2"})
    assert names.string("Vidal met Quispe in Lima. Ana Lima spoke.") == "Vidal met P1 in Lima. P2 spoke."


def test_two_who_share_a_name_cannot_be_told_apart_by_it() -> None:
    one, two = person("Eva Roth"), person("Max Roth")
    names = names_of([one, two], [], {one.id: "P1", two.id: "P2"})
    assert names.string("Eva Roth and Roth") == "P1 and P1 or P2"


@given(
    st.text(alphabet="ab c\n", min_size=1, max_size=60),
    st.lists(
        st.tuples(st.integers(0, 59), st.integers(1, 9), st.sampled_from(["", "X", "Person A"])), max_size=8
    ),
    st.integers(0, 59),
    st.integers(0, 59),
)
def test_spans_outside_of_what_is_replaced_keep_their_words(
    text: str, cuts: list[tuple[int, int, str]], one: int, other: int
) -> None:
    edits = [(a, min(a + n, len(text)), w) for a, n, w in cuts if a < len(text)]
    moved = shifted(text, edits)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = moved.span(Span(start, end))
    assert 0 <= span.start <= len(moved.text)
    assert span.end <= len(moved.text)
    if start < end and not any(a < end and start < b for a, b, _ in edits):
        assert span.of(moved.text) == text[start:end]
    if start < end:
        assert span.start <= span.end


@given(st.data())
def test_protection_holds_for_any_text_around_the_name(data: st.DataObject) -> None:
    part = st.text(alphabet="xyz .,'\n-é", max_size=12)
    text = (
        data.draw(part)
        + " "
        + "".join(
            f"{name} {data.draw(part)} "
            for name in data.draw(
                st.lists(st.sampled_from(["Ana Iñárritu", "Iñárritu", "ana inarritu"]), min_size=1)
            )
        )
    )
    base = dossier()
    doc = base.reports[0].doc
    report = replace(base.reports[0], text=text, blocks=(), headline=None)
    forms = (
        Form(
            doc,
            "Ana Iñárritu",
            tuple(Span(m.start(), m.end()) for m in re.finditer("Ana Iñárritu", text)),
            True,
        ),
    )
    ana = replace(entities()[0], forms=forms)
    small = replace(
        base,
        reports=(report,),
        marks=base.marks[:1],
        claims=(),
        unclaimed=(),
        entities=(ana,),
        findings=(),
        checks=(),
    )
    small = replace(small, lineage=replace(base.lineage, pairs=(), origins=base.lineage.origins[:1]))
    assert "inarritu" not in fold(protect(small).reports[0].text)


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [s for part in value for s in strings(part)]
    if is_dataclass(value):
        return [s for f in fields(value) for s in strings(getattr(value, f.name))]
    return []


def test_no_string_of_the_protected_dossier_holds_the_name() -> None:
    made: Dossier = protect(dossier())
    assert [s for s in strings(made) if "inarritu" in fold(s)] == []
    assert [s for s in strings(dossier()) if "inarritu" in fold(s)] != []
    assert set(TEXTS) == {r.doc for r in dossier().reports}
