from __future__ import annotations

import shutil
import sys
from os import terminal_size

import msgspec
import pytest

from tui.name_tables import print_names


class One(msgspec.Struct):
    name: str
    roles: str
    number: int


COLUMNS = {"person": lambda one: one.name, "roles": lambda one: one.roles, "events": lambda one: one.number}
ROWS = [One("Anna Price", "member of the strike committee of the harbour", 1200), One("Tom\x1b[2J Field\u202e", "", 3)]


def test_a_pipe_gets_the_cells_whole(capsys: pytest.CaptureFixture[str]) -> None:
    print_names(COLUMNS, ROWS, as_json=False, nothing="")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["person", "roles", "events"]
    assert lines[2].endswith("member of the strike committee of the harbour   1,200")


def test_a_terminal_gets_rows_that_fit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: terminal_size((40, 24)))
    print_names(COLUMNS, ROWS, as_json=False, nothing="")
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 40 for line in lines)
    assert "…" in lines[2]
    assert lines[2].endswith("1,200")


def test_a_narrow_terminal_keeps_the_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: terminal_size((5, 24)))
    print_names(COLUMNS, ROWS, as_json=False, nothing="")
    assert capsys.readouterr().out.splitlines()[2].split() == ["Anna", "Pr…", "member…", "1,200"]


@pytest.mark.parametrize("as_json", [True, False])
def test_nothing_in_a_name_acts_on_a_terminal(capsys: pytest.CaptureFixture[str], *, as_json: bool) -> None:
    print_names(COLUMNS, ROWS, as_json=as_json, nothing="")
    printed = capsys.readouterr().out
    assert not {"\x1b", "\u202e"} & set(printed)
    assert "Field" in printed


def test_no_rows_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    print_names(COLUMNS, [], as_json=False, nothing="nobody")
    assert capsys.readouterr() == ("", "nobody\n")
