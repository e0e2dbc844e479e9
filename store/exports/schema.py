"""The JSON Schema (2020-12) of the JSON export, made from the records themselves."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from store.exports.encoding import EXPORT_SCHEMA, Filing, IssueFiling, NameFiling
from store.records import Event, Figure, Issue, Person, Place, Quote, Record, Time

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def export_schema() -> dict[str, Any]:
    """The schema as JSON: every field is written, so every field is required; later versions may add some."""
    (root,), definitions = msgspec.json.schema_components([_export()], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        properties = definition["properties"]
        definition["required"] = list(properties)
        for field in properties.values():
            field.pop("default", None)
    return {"$schema": DIALECT, "title": "Campaign Timeline export", **root, "$defs": definitions}


def _export() -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Export",
        [
            ("schema", Literal[EXPORT_SCHEMA]),
            ("filter", str),
            ("issues", list[_filed(Issue, IssueFiling)]),  # type: ignore[misc]
            ("events", list[_filed(Event, Filing)]),  # type: ignore[misc]
            ("figures", list[_filed(Figure, Filing)]),  # type: ignore[misc]
            ("quotes", list[_filed(Quote, Filing)]),  # type: ignore[misc]
            ("times", list[_filed(Time, Filing)]),  # type: ignore[misc]
            ("people", list[_filed(Person, NameFiling)]),  # type: ignore[misc]
            ("places", list[_filed(Place, NameFiling)]),  # type: ignore[misc]
        ],
        namespace={
            "__doc__": "What a filter keeps of a timeline, with the issues it comes from: their texts, people and places."
        },
    )


def _filed(record: type[Record], filing: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """The record with the fields of its filing: the shape of what `store.exports.encoding` joins."""
    return msgspec.defstruct(
        record.__name__,
        [(field.name, field.type) for field in msgspec.structs.fields(filing)],
        bases=(record,),
        namespace={"__doc__": record.__doc__},
        kw_only=True,
    )
