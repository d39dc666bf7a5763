"""FollowTheMoney: the entities, the reports and the mentions that join them; and the same as statements.

Entities are one JSON object a line, the stream that the `ftm` tools read. Statements carry each property value by
itself with the report it is from, in the column order of `followthemoney.statement` CSV.
https://followthemoney.tech/docs/

Entities of two dossiers with one id are merged by `ftm aggregate` and Aleph. So an id says what is surely one thing
(`_entity_id`): a report by its bytes, bodies, places and laws and people in public office by their name, of which the pack
knows other forms. Private people are never joined by a name alone: nomenklatura proposes them, and a person decides.
"""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections.abc import Iterator
from functools import cache

from habeas.model.entity import Entity, Form
from habeas.model.marks import EntityType
from habeas.model.report import Report
from habeas.packs import bundled, load_pack
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
        yield _thing(entity, catalogue)
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
    return _id("report", report.sha256)


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


def _thing(entity: Entity, catalogue: Catalogue) -> Json:
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
    return {
        "id": _entity_id(entity, catalogue),
        "schema": schema,
        "properties": dict(sorted(properties.items())),
    }


def _entity_id(entity: Entity, catalogue: Catalogue) -> str:
    """The same in every dossier where it is surely the same thing."""
    family = {"Organization": "body", "PublicBody": "body"}.get(_schema(entity), _schema(entity))
    key = _key(entity.name)
    named = _known_names(catalogue.dossier.pack).get(key, key) if family != "Person" else key
    if family == "Person" and not (entity.public and " " in key):
        return _id("entity", family, named, *_first_report(entity, catalogue))
    return _id("entity", family, named)


def _first_report(entity: Entity, catalogue: Catalogue) -> tuple[str, ...]:
    """The bytes of the first report that speaks of a person; a dossier that grows at its end keeps it."""
    docs = {form.doc for form in entity.forms if form.doc in catalogue.reports}
    if not docs:
        return ()
    first = min(docs, key=lambda doc: int(catalogue.labels[doc].removeprefix("R")))
    return (catalogue.reports[first].sha256,)


def _key(name: str) -> str:
    """A name without case, accents and signs, in any script."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


@cache
def _known_names(pack: str) -> dict[str, str]:
    """Every form of the names that a bundled pack knows, and the one it stands for. A pack that is a folder of its own
    may not be at hand any more, so its names are not asked for."""
    if pack not in bundled():
        return {}
    loaded = load_pack(pack)
    forms = [(i.name, i.aliases) for i in loaded.institutions]
    forms += [(law.name, law.aliases) for law in loaded.laws]
    forms += [(court.name, court.aliases) for court in loaded.courts]
    return {_key(form): _key(name) for name, aliases in forms for form in (name, *aliases)}


def _mentions(entity: Entity, catalogue: Catalogue) -> Iterator[Json]:
    """A `Documentation` link for each report that speaks of the entity, with the words it uses."""
    by_doc: dict[str, list[Form]] = {}
    for form in entity.forms:
        by_doc.setdefault(form.doc, []).append(form)
    thing = _entity_id(entity, catalogue)
    for doc, forms in by_doc.items():
        if doc not in catalogue.reports:
            continue
        words = ", ".join(sorted({form.text for form in forms}))
        times = count(sum(len(form.spans) for form in forms), "mention")
        article = _article_id(catalogue.reports[doc])
        yield {
            "id": _id("mention", thing, article),
            "schema": "Documentation",
            "properties": {
                "document": [article],
                "entity": [thing],
                "summary": [f"{times}: {words}"],
            },
        }
