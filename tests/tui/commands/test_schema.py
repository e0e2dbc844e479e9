from __future__ import annotations

import json

import pytest

from store.exports import export_schema
from tui import cli


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_the_schema_is_printed(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", *words]) == 0
    assert json.loads(capfd.readouterr().out) == export_schema()
