"""Timeline files as plain TinyDB writes them, JSON on one long line, and their way back to lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from store.disk import DataFile
from store.layout import HEAD, ID_DIGITS, TAIL, encode_line
from store.recognition import damaged, refusal, schema_of

DEFAULT = "_default"


def read_tables(file: DataFile, name: str) -> tuple[dict[str, Any], int]:
    """All tables of the file, and its schema.

    Raises TimelineError where it is no timeline, or there is no way from its schema to ours.
    """
    content = file.read(0, file.stamp()[0])
    try:
        tables = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise refusal(name, content) from error
    table = tables.get(DEFAULT) if isinstance(tables, dict) else None
    if not isinstance(table, dict):
        raise refusal(name, content)
    schema = schema_of(next(filter(_is_meta, table.values()), None), name)
    if not all(_is_id(key) and isinstance(row, dict) for key, row in table.items()):
        raise damaged(name)
    return dict(tables), schema


def _is_id(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= ID_DIGITS


def _is_meta(row: object) -> bool:
    return isinstance(row, dict) and row.get("kind") == "meta"


def convert(tables: dict[str, Any]) -> Iterator[bytes]:
    """The same tables in the line layout, in pieces; other tables stand on the first line."""
    others = {name: table for name, table in tables.items() if name != DEFAULT}
    yield json.dumps(others, separators=(",", ":")).encode("ascii")[:-1] + b"," * bool(others) + HEAD[1:]
    rows = sorted((int(key), row) for key, row in tables[DEFAULT].items() if row)
    meta = next(key for key, row in rows if _is_meta(row))
    rows.sort(key=lambda item: item[0] != meta)
    for number, (key, row) in enumerate(rows):
        yield encode_line(key, row)[number == 0 :] + b"\n"
    yield TAIL
