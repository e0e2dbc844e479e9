"""The bytes of every format. After a wanted change: UPDATE_GOLDEN=1 pytest tests/store/exports, and read the diff."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.exports import FORMATS, Written

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize("name", FORMATS)
def test_the_export_is_the_golden_file(name: str, export: Callable[..., tuple[str, Written]]) -> None:
    text, _ = export(name)
    path = GOLDEN / f"timeline{FORMATS[name].suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


def test_there_is_no_golden_file_without_a_format() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"timeline{each.suffix}" for each in FORMATS.values()}
