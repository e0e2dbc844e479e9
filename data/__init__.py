"""Facts that ship with the program: publication calendars, places, names, the sample reports.

The only code here is the doors to them, which work alike in a checkout and installed from a wheel.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """The file or folder `name` of the shipped data.

    Raises FileNotFoundError where the installation lacks it.
    """
    found = FOLDER / name
    if not found.exists():
        message = f"{name} is missing from the installation ({FOLDER}); install campaign-timeline again"
        raise FileNotFoundError(message)
    return found
