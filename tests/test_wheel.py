"""The built wheel, away from the checkout: it must bring its data files and know where they are."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs and nothing else of ours."""
    built = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    wheel_options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(built)]
    subprocess.run([*pip, "wheel", *wheel_options, str(ROOT)], check=True)
    (wheel,) = built.glob("*.whl")
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command from the wheel, in its folder, with a home of its own."""
    home = {"HOME": str(installed), "XDG_DATA_HOME": str(installed / "share"), "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=installed,
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_the_wheel_is_what_runs(installed: Path) -> None:
    code = "import data, tui; print(data.FOLDER, tui.__file__)"
    env = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=installed, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.count(str(installed)) == 2


def test_every_data_file_is_in_the_wheel(installed: Path) -> None:
    def names(folder: Path) -> set[str]:
        files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {str(path.relative_to(folder)) for path in files}

    assert names(installed / "data") == names(ROOT / "data")


def test_the_bare_command_prints_the_sample(installed: Path) -> None:
    done = run(installed)
    assert done.returncode == 0, done.stderr
    assert "21 August 2016" in done.stdout or "21 Aug 2016" in done.stdout
    assert "Kilburn" in done.stdout
