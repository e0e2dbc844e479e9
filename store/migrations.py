"""From the schema of an older version to ours, row by row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from store.records import SCHEMA

Upgrade: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: dict[int, Upgrade] = {}
"""For each older schema the function that makes a row of the next one of it; rows of other programs pass as well.

Schema 1 is the first. A function must leave alone what it does not know.
"""


def can_upgrade(schema: object) -> bool:
    """Whether there is a way from this schema to ours."""
    return isinstance(schema, int) and schema < SCHEMA and all(step in UPGRADES for step in range(schema, SCHEMA))


def upgrade(table: dict[str, Any], schema: int) -> dict[str, Any]:
    """The rows of a table of an older schema in ours, under the same ids."""
    return {key: _upgrade_row(row, schema) for key, row in table.items() if row}


def _upgrade_row(row: dict[str, Any], schema: int) -> dict[str, Any]:
    for step in range(schema, SCHEMA):
        row = UPGRADES[step](row)
    if row.get("kind") == "meta":
        row = {**row, "record": {**row["record"], "schema": SCHEMA}}
    return row
