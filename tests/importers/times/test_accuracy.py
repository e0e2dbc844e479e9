"""Floors under the accuracy on the development corpora, one point below what was reached; skipped where they are missing."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from importers.blocks import read_document
from importers.quotes import find_quotations
from importers.times import read_times
from store.records import Context

SHARED = Path(__file__).resolve().parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the development corpora is missing")

FLOORS = {
    ("times-timebank-aquaint", "ALL", "strict_F1"): 88.0,
    ("times-timebank-aquaint", "ALL", "relaxed_F1"): 94.1,
    ("times-timebank-aquaint", "ALL", "value_F1"): 82.6,
    ("times-timebank-aquaint", "DAY", "F1"): 92.0,
    ("times-eventstoryline", "ALL", "relaxed_F1"): 91.7,
    ("times-eventstoryline", "ALL", "value_F1"): 68.4,
    ("times-eventstoryline", "DAY", "F1"): 86.0,
    ("times-wikiwars", "ALL", "relaxed_F1"): 94.8,
    ("times-wikiwars", "ALL", "value_F1"): 85.5,
    ("times-wikiwars", "DAY", "F1"): 89.7,
}


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("timex", SHARED / "eval" / "timex.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def read(doc: dict[str, Any], country: str) -> list[dict[str, Any]]:
    document = read_document(doc["text"])
    context = Context(published=date.fromisoformat(doc["published"][:10]), country=country)
    return [
        {
            "start": time.start,
            "end": time.end,
            "type": time.type,
            "value": time.value,
            "first": time.first,
            "last": time.last,
        }
        for time in read_times(document, context, find_quotations(document))
    ]


@cache
def result(name: str) -> dict[str, dict[str, float]]:
    docs = documents(name)
    country = "GB" if name == "times-wikiwars" else "US"
    gold = {doc["id"]: {**doc, "timex": doc["times"]} for doc in docs}
    scored: dict[str, dict[str, float]] = scorer().evaluate(
        gold, {doc["id"]: {"timex": read(doc, country)} for doc in docs}
    )
    return scored


@pytest.mark.parametrize(("corpus", "level", "measure"), FLOORS)
def test_the_figures_hold(corpus: str, level: str, measure: str) -> None:
    assert 100 * result(corpus)[level][measure] >= FLOORS[corpus, level, measure]


def test_every_certain_day_of_the_seeds_is_found() -> None:
    missed = []
    for doc in documents("seeds"):
        found = read(doc, "GB")
        for gold in doc["times"]:
            if gold["first"]:
                near = [one for one in found if one["start"] < gold["end"] and gold["start"] < one["end"]]
                if (gold["first"], gold["last"]) not in {(str(one["first"]), str(one["last"])) for one in near}:
                    missed.append((doc["id"], gold["text"]))

    assert missed == []


def test_no_trap_of_the_seeds_is_fallen_into() -> None:
    fallen = [
        (doc["id"], trap["text"])
        for doc in documents("seeds")
        for trap in doc.get("no_times", [])
        for one in read(doc, "GB")
        if one["start"] < trap["end"] and trap["start"] < one["end"]
    ]

    assert fallen == []
