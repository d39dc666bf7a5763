"""What is written as JSON reads back as the same value."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_dossiers import small_dossier

from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind, Modality, Slot, Unclaimed
from habeas.model.entity import Entity, Form
from habeas.model.finding import Answer, Check, CheckType, Finding, Status
from habeas.model.lineage import Evidence, Lineage, Origin, Pair, Relation
from habeas.model.marks import Comparator, EntityType
from habeas.model.record import Record
from habeas.model.span import Span
from habeas.publish import codec
from habeas.publish.values import plain, restored

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
ids = st.lists(words, max_size=3).map(tuple)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
assertors = st.builds(Assertor, words, st.none() | words, st.none() | words)
claims = st.builds(
    Claim,
    id=words,
    doc=words,
    report=words,
    kind=st.sampled_from(Kind),
    subject=words,
    property=words,
    value=numbers | words,
    span=spans,
    quote=words,
    value_max=st.none() | numbers,
    unit=st.none() | words,
    comparator=st.sampled_from(Comparator),
    as_of=st.none() | words,
    as_of_basis=st.none() | st.sampled_from(AsOfBasis),
    earliest=days,
    latest=days,
    place=st.none() | words,
    asserted_by=st.lists(assertors, max_size=2).map(tuple),
    modality=st.sampled_from(Modality),
    negated=st.booleans(),
    subject_type=st.none() | words,
    slots=st.lists(st.builds(Slot, words, words, spans), max_size=2).map(tuple),
    part=st.none() | words,
    frame=words,
    confidence=st.floats(0, 1),
)
findings = st.builds(
    Finding,
    words,
    words,
    words,
    words,
    st.sampled_from(Status),
    st.lists(st.builds(Answer, words, ids), max_size=3).map(tuple),
    ids,
    ids,
    ids,
    ids,
    words,
)
checks = st.builds(
    Check,
    words,
    st.sampled_from(CheckType),
    words,
    words,
    st.none() | numbers | words | st.lists(st.floats(-1e9, 1e9), max_size=3).map(tuple),
    st.none() | st.booleans(),
    ids,
    words,
)
evidence = st.builds(
    Evidence, words, words, st.none() | st.floats(0, 1), st.none() | spans, st.none() | spans
)
pairs = st.builds(Pair, words, words, st.sampled_from(Relation), st.lists(evidence, max_size=2).map(tuple))
origins = st.builds(Origin, words, ids, st.none() | words)
lineages = st.builds(
    Lineage, st.lists(pairs, max_size=2).map(tuple), st.lists(origins, max_size=2).map(tuple)
)
forms = st.builds(Form, words, words, st.lists(spans, max_size=2).map(tuple), st.booleans())
entities = st.builds(
    Entity,
    words,
    words,
    st.sampled_from(EntityType),
    ids,
    st.lists(forms, max_size=2).map(tuple),
    ids,
    st.none() | words,
    st.booleans(),
    words,
)
unclaimed = st.builds(Unclaimed, words, words, words, spans, words, words)


@pytest.mark.parametrize(
    ("values", "write", "read"),
    [
        (claims, codec.claim_json, codec.claim_from),
        (findings, codec.finding_json, codec.finding_from),
        (checks, codec.check_json, codec.check_from),
        (lineages, codec.lineage_json, codec.lineage_from),
        (entities, codec.entity_json, codec.entity_from),
        (unclaimed, codec.unclaimed_json, codec.unclaimed_from),
    ],
    ids=["claim", "finding", "check", "lineage", "entity", "unclaimed"],
)
def test_everything_written_reads_back_the_same(values, write, read):
    @settings(max_examples=40, deadline=None)
    @given(values)
    def round_trip(value):
        line = codec.lines([write(value)])
        assert line.count(b"\n") == 1
        assert read(json.loads(line)) == value

    round_trip()


def test_a_record_reads_back_the_same():
    record = small_dossier().record
    assert restored(Record, json.loads(codec.document(plain(record)))) == record


def test_a_claim_line_has_the_promised_keys_first():
    keys = list(codec.claim_json(small_dossier().claims[0]))
    assert keys[:19] == [
        "id",
        "doc",
        "report",
        "kind",
        "subject",
        "property",
        "value",
        "value_max",
        "unit",
        "comparator",
        "as_of",
        "as_of_basis",
        "place",
        "asserted_by",
        "modality",
        "negated",
        "quote",
        "start",
        "end",
    ]


def test_a_finding_line_lists_its_values_with_their_claims():
    line = codec.finding_json(small_dossier().findings[1])
    assert line["values"] == [
        {"value": "3,500", "claims": ["g1", "c1"]},
        {"value": "4,200", "claims": ["o1"]},
    ]
