"""The reasons pane says in a sentence what the rule of a date does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.records import Entry, Time
from tui.models import why_lines
from tui.models.pieces import plain
from tui.models.reading import time_of
from tui.models.shown import Library


def test_the_rule_is_said_in_a_sentence(
    library: Library, named: Callable[[str], Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_by_a_rule_of_ours(entry: Entry, library: Library) -> Time | None:
        time = time_of(entry, library)
        assert time is not None
        assert time.derivation is not None
        return replace(time, derivation=replace(time.derivation, rule="bare weekday"))

    monkeypatch.setattr(why_lines, "time_of", read_by_a_rule_of_ours)
    lines = [plain(row.lines[0]) for row in why_lines.why_rows(named("Campaign launch"), library, 200)]

    assert "because  A weekday by itself is the last one, the day of publication counted in." in lines
    assert "rule     bare weekday" in lines
