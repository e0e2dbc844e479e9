"""Where this user's timelines live."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP_NAME = "campaign-timeline"


def data_folder() -> Path:
    """The folder for this user's timelines, by the custom of the operating system; it need not exist yet."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def default_timeline() -> Path:
    """The timeline file that commands use where `--timeline` names none; it need not exist yet."""
    return data_folder() / "timeline.json"


def sample_timeline() -> Path:
    """The timeline file into which the bundled sample is imported; it need not exist yet."""
    return data_folder() / "sample.json"
