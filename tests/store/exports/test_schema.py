from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from store.exports import Written, export_schema


@pytest.fixture
def exported(export: Callable[..., tuple[str, Written]]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export("json")[0])
    return found


def errors(document: Any) -> list[str]:
    validator = Draft202012Validator(export_schema(), format_checker=FormatChecker())
    return [error.json_path for error in validator.iter_errors(document)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(export_schema())
    assert json.loads(json.dumps(export_schema())) == export_schema()


def test_an_export_validates(exported: dict[str, Any]) -> None:
    assert errors(exported) == []


def test_every_written_field_is_in_the_schema_and_required(exported: dict[str, Any]) -> None:
    definitions = export_schema()["$defs"]
    for name, records in {
        "Issue": "issues",
        "Event": "events",
        "Figure": "figures",
        "Quote": "quotes",
        "Time": "times",
        "Person": "people",
        "Place": "places",
    }.items():
        assert exported[records]
        for record in exported[records]:
            assert set(record) == set(definitions[name]["properties"]) == set(definitions[name]["required"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("filter",), None),
        (("events",), {}),
        (("events", 0, "start"), "0"),
        (("events", 0, "first"), "20 August"),
        (("events", 0, "places"), "Tynemouth"),
        (("events", 0, "attendance", "high"), "900"),
        (("quotes", 0, "certainty"), "sure"),
        (("times", 0, "type"), "WEEK"),
        (("people", 0, "mentions"), [[1]]),
        (("places", 0, "kind"), "planet"),
        (("issues", 0, "context"), None),
    ],
)
def test_a_broken_export_does_not_validate(exported: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    broken: Any = copy.deepcopy(exported)
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert errors(broken)


@pytest.mark.parametrize("field", ["id", "issue_id", "day", "text", "attendance"])
def test_a_missing_field_does_not_validate(exported: dict[str, Any], field: str) -> None:
    del exported["events"][0][field]
    assert errors(exported) == ["$.events[0]"]
