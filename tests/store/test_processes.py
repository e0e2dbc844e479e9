"""Short runs of what `benchmarks/` runs at length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.parametrize(
    "program", ["kills.py --runs 50 --seed 7", "import_kills.py --runs 20 --documents 12", "writers.py --records 60"]
)
def test_nothing_acknowledged_is_lost(program: str) -> None:
    name, *arguments = program.split()
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / name), *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
