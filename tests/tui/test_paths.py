from __future__ import annotations

from pathlib import Path

import pytest

from tui.models.paths import complete, completions


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ["reports/one.txt", "reports/two.txt", "report.txt", ".hidden", "zebra/x.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["reports/", "zebra/", "report.txt"]),
        ("re", ["reports/", "report.txt"]),
        ("reports/", ["reports/one.txt", "reports/two.txt"]),
        (".h", [".hidden"]),
        ("~/z", ["~/zebra/"]),
        ("nowhere/", []),
        ("report.txt/", []),
    ],
)
def test_completions(typed: str, found: list[str]) -> None:
    assert completions(typed) == found


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("typed", "whole"), [("r", "report"), ("reports/o", "reports/one.txt"), ("q", "q")])
def test_as_far_as_all_agree(typed: str, whole: str) -> None:
    assert complete(typed) == whole
