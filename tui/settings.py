"""What a user has set, and where this user's files live."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

from tui.actions import ACTIONS, Action, with_keys
from tui.models.words import DATE_ORDERS, FULL_WEEKDAYS, DateOrder

APP_NAME = "campaign-timeline"
WEEK = tuple(name.casefold() for name in FULL_WEEKDAYS)


def data_folder() -> Path:
    """The folder for this user's timelines, by the custom of the operating system; it need not exist yet."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def state_folder() -> Path:
    """The folder for what the app remembers of each timeline; it need not exist yet."""
    return platformdirs.user_state_path(APP_NAME, appauthor=False)


def settings_file() -> Path:
    """The file of the user's settings; it need not exist."""
    return platformdirs.user_config_path(APP_NAME, appauthor=False) / "settings.toml"


def default_timeline() -> Path:
    """The timeline file that commands use where `--timeline` names none; it need not exist yet."""
    return data_folder() / "timeline.json"


def sample_timeline() -> Path:
    """The timeline file into which the bundled sample is imported; it need not exist yet."""
    return data_folder() / "sample.json"


@dataclass(frozen=True)
class Settings:
    """What can be set; every setting has a value that needs no file."""

    theme: str = ""
    """The name of a theme; "" is the program's own choice."""
    week_starts: int = 0
    """The first day of the week in the calendar: 0 is Monday."""
    date_order: DateOrder = "day"
    """How days are written, and what 4/8 means where it is typed."""
    ascii: bool = False
    """Whether only the 95 characters of ASCII are drawn."""
    keys: tuple[Action, ...] = ACTIONS
    """The registry with the user's own keys."""


EXAMPLE = """\
theme = "campaign-light"     # any name the palette (:) offers behind "Theme:"
week_starts = "sunday"       # the first day of the week in the calendar; monday where nothing is set
date_order = "month"         # day: Sat 23 Jul 2016; month: Sat Jul 23 2016; year: Sat 2016-07-23
ascii = true                 # draw with ASCII alone, for terminals and fonts without other signs

[keys]                       # keys of the app, by the name of the action; what is not named keeps its keys
"day.next" = ["Right", "L"]
"export" = "Ctrl-s"
"quit" = []                  # no key at all: it stays in the palette
"""
"""A file with every setting in it, as `help settings` shows it; a test holds it complete."""


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings of a file, and what is wrong with it, a line each; what is wrong is as if it were not there."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return Settings(), [f"{path}: the settings cannot be read: {reason}"]
    settings, wrong = Settings(), []
    for name, value in told.items():
        try:
            found, lines = _READERS[name](value)
        except KeyError:
            wrong.append(f"there is no setting “{name}”; there are {', '.join(_READERS)}")
        except ValueError as error:
            wrong.append(f"{name}: {error}")
        else:
            settings = replace(settings, **{name: found})
            wrong += lines
    return settings, [f"{path}: {line}" for line in wrong]


def _text(value: Any) -> tuple[str, list[str]]:
    if not isinstance(value, str):
        message = "give it in quotation marks"
        raise ValueError(message)  # noqa: TRY004 - wrong values of a file, whatever their type
    return value, []


def _weekday(value: Any) -> tuple[int, list[str]]:
    return WEEK.index(_one_of(WEEK, value)), []


def _order(value: Any) -> tuple[str, list[str]]:
    return _one_of(DATE_ORDERS, value), []


def _one_of(choices: tuple[str, ...], value: Any) -> str:
    word = value.casefold() if isinstance(value, str) else ""
    if word not in choices:
        message = f"it can be {', '.join(choices)}, not {value!r}"
        raise ValueError(message)
    return word


def _switch(value: Any) -> tuple[bool, list[str]]:
    if not isinstance(value, bool):
        message = f"it can be true or false, not {value!r}"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value, []


def _keys(value: Any) -> tuple[tuple[Action, ...], list[str]]:
    if not isinstance(value, Mapping):
        message = "begin a table with [keys]"
        raise ValueError(message)  # noqa: TRY004 - as above
    wanted, wrong = {}, []
    for name, keys in value.items():
        listed = [keys] if isinstance(keys, str) else keys
        if isinstance(listed, list) and all(isinstance(key, str) and key.strip() for key in listed):
            wanted[name] = listed
        else:
            wrong.append(f"keys: {name}: give a key or a list of keys in quotation marks")
    actions, more = with_keys(wanted)
    return actions, [*wrong, *(f"keys: {line}" for line in more)]


_READERS: dict[str, Callable[[Any], tuple[Any, list[str]]]] = {
    "theme": _text,
    "week_starts": _weekday,
    "date_order": _order,
    "ascii": _switch,
    "keys": _keys,
}
"""Name of a setting -> what reads its value; raises ValueError with the reason in a few words."""
