"""Floors below what has been reached on the annotated corpora, which do not ship with the program."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from importers.blocks import read_document
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes

SHARED = Path(__file__).resolve().parents[3].parent / "shared"

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason=f"the corpora are not at {SHARED}")


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quotes_scorer", SHARED / "eval" / "quotes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _found(text: str) -> list[dict[str, Any]]:
    document = read_document(text)
    quotes = read_quotes(document, find_quotations(document), find_people(document))
    return [
        {
            "start": quote.start,
            "end": quote.end,
            "speaker": quote.speaker,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
        }
        for quote in quotes
    ]


@pytest.mark.parametrize(
    ("corpus", "kinds", "resolved", "floor"),
    [
        ("quotes-polnear-dev", "direct", False, 93.1),
        ("quotes-polnear-dev", "all", False, 89.2),
        ("seeds", "all", True, 99.0),
    ],
)
def test_end_to_end_stays_above_its_floor(corpus: str, kinds: str, floor: float, *, resolved: bool) -> None:
    lines = (SHARED / "gold" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
    golds = [json.loads(line) for line in lines if line.strip()]
    scorer = _scorer()
    found = scorer.with_mentions(golds, [{"id": gold["id"], "quotes": _found(gold["text"])} for gold in golds])
    score = scorer.score(golds, found, kinds, resolved=resolved)
    assert score["end_to_end"]["f1"] >= floor
