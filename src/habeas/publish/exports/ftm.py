"""FollowTheMoney: the entities, the reports and the mentions that join them; and the same as statements.

Entities are one JSON object a line, the stream that the `ftm` tools read. Statements carry each property value by
itself with the report it is from, in the column order of `followthemoney.statement` CSV.
https://followthemoney.tech/docs/
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator

from habeas.model.entity import Entity, Form
from habeas.model.marks import EntityType
from habeas.model.report import Report
from habeas.publish.catalogue import Catalogue
from habeas.publish.values import Json
from habeas.publish.wording import count

__all__ = ["DATASET", "ftm_entities", "ftm_statements"]

DATASET = "habeas"
"""The name of the dataset that statements belong to."""

_SCHEMA = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.PLACE: "Address",
    EntityType.FACILITY: "Organization",
    EntityType.LAW: "Thing",
    EntityType.COURT: "PublicBody",
    EntityType.GROUP: "Organization",
    EntityType.MEDIUM: "Organization",
    EntityType.OTHER: "Thing",
}
_ABSTRACT = {"Thing": "Note"}
"""FollowTheMoney has no schema for a law; a Note holds a named thing without claiming more."""

_LANGUAGES = {"en": "eng", "es": "spa"}
_COLUMNS = [
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
]
_TYPES = {
    "name": "name",
    "alias": "name",
    "title": "string",
    "position": "string",
    "keywords": "string",
    "country": "country",
    "jurisdiction": "country",
    "full": "address",
    "notes": "text",
    "fileName": "string",
    "mimeType": "mimetype",
    "encoding": "string",
    "language": "language",
    "publishedAt": "date",
    "publisher": "string",
    "author": "string",
    "sourceUrl": "url",
    "document": "entity",
    "resolved": "entity",
    "detectedSchema": "string",
    "entity": "entity",
    "summary": "text",
}


def ftm_entities(catalogue: Catalogue) -> Iterator[Json]:
    """All entities of a dossier: reports, things, and which report names which."""
    for report in catalogue.dossier.reports:
        yield _article(report)
    for entity in catalogue.dossier.entities:
        yield _thing(entity)
    for entity in catalogue.dossier.entities:
        yield from _mentions(entity, catalogue)


def ftm_statements(catalogue: Catalogue) -> bytes:
    """The property values of all entities, one a row, as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, dialect=csv.unix_dialect, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(_COLUMNS)
    for entity in ftm_entities(catalogue):
        name, schema = entity["id"], entity["schema"]
        writer.writerow(_row(name, schema, "id", "entity", name))
        for prop, values in entity["properties"].items():
            writer.writerows(_row(name, schema, prop, _TYPES[prop], value) for value in values)
    return out.getvalue().encode()


def _row(entity: str, schema: str, prop: str, kind: str, value: str) -> list[str]:
    """One statement; its id is the digest that followthemoney computes."""
    key = hashlib.sha1(f"{DATASET}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
    return [entity, entity, prop, kind, schema, value, DATASET, "", "", "", "f", "", "", key]


def _id(*parts: str) -> str:
    return f"{DATASET}-{hashlib.sha1(chr(0).join(parts).encode(), usedforsecurity=False).hexdigest()}"


def _article_id(report: Report) -> str:
    return _id("report", report.doc, report.sha256)


def _article(report: Report) -> Json:
    facts = {
        "title": report.headline.value if report.headline else report.doc,
        "fileName": report.doc,
        "mimeType": report.media_type,
        "encoding": report.encoding.lower(),
        "language": _LANGUAGES.get(report.language),
        "publishedAt": report.published.value[:10] if report.published else None,
        "publisher": report.outlet.value if report.outlet else None,
        "author": report.byline.value if report.byline else None,
        "sourceUrl": report.url,
        "notes": f"sha256:{report.sha256}",
    }
    properties = {name: [value] for name, value in sorted(facts.items()) if value}
    return {"id": _article_id(report), "schema": "Article", "properties": properties}


def _schema(entity: Entity) -> str:
    if entity.type is EntityType.ORGANISATION and entity.public:
        return "PublicBody"
    named = _SCHEMA[entity.type]
    return _ABSTRACT.get(named, named)


def _thing(entity: Entity) -> Json:
    schema = _schema(entity)
    properties: dict[str, list[str]] = {"name": [entity.name]}
    if aliases := sorted(set(entity.aliases) - {entity.name}):
        properties["alias"] = aliases
    if entity.country:
        properties["country"] = [entity.country.lower()]
    if entity.offices:
        properties["position" if schema == "Person" else "keywords"] = sorted(set(entity.offices))
    if entity.note:
        properties["notes"] = [entity.note]
    if schema == "Address":
        properties["full"] = [entity.name]
    return {"id": _entity_id(entity), "schema": schema, "properties": dict(sorted(properties.items()))}


def _entity_id(entity: Entity) -> str:
    return _id("entity", entity.id, entity.type.value, entity.name)


def _mentions(entity: Entity, catalogue: Catalogue) -> Iterator[Json]:
    """A `Documentation` link for each report that speaks of the entity, with the words it uses."""
    by_doc: dict[str, list[Form]] = {}
    for form in entity.forms:
        by_doc.setdefault(form.doc, []).append(form)
    for doc, forms in by_doc.items():
        if doc not in catalogue.reports:
            continue
        words = ", ".join(sorted({form.text for form in forms}))
        times = count(sum(len(form.spans) for form in forms), "mention")
        article = _article_id(catalogue.reports[doc])
        yield {
            "id": _id("mention", _entity_id(entity), article),
            "schema": "Documentation",
            "properties": {
                "document": [article],
                "entity": [_entity_id(entity)],
                "summary": [f"{times}: {words}"],
            },
        }
