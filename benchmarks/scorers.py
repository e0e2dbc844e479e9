"""Load a scorer, which is a script outside the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def load_scorer(path: Path) -> ModuleType:
    """The script as a module. Raises SystemExit where there is no script of that name."""
    spec = importlib.util.spec_from_file_location(f"{path.stem}_scorer", path)
    if spec is None or spec.loader is None:
        message = f"{path} is no Python script"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
