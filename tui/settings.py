"""What a user has set, and where this user's files live."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

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


SHOWN = 3
"""So many mistakes are told when the app starts; `help settings` tells all."""


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings of a file, and what is wrong with it; what is wrong is as if it were not there.

    A mistake is a line: the file and the line in it, what is wrong, and what to write instead.
    """
    try:
        text = path.read_text(encoding="utf-8")
        told = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:
        return Settings(), [f"{path.name}{_unreadable(error)}; until then no setting counts"]
    settings, wrong = Settings(), list[Mistake]()
    for name, value in told.items():
        try:
            found, more = _READERS[name](value)
        except KeyError:
            wrong.append((name, f"there is no setting “{name}”; there are {', '.join(_READERS)}"))
        except ValueError as error:
            wrong.append((name, f"{name}: {error}"))
        else:
            settings = replace(settings, **{name: found})
            wrong += more
    placed = sorted((_line_of(name, text), words) for name, words in wrong)
    return settings, [f"{path.name}{f', line {line}' if line else ''}: {words}" for line, words in placed]


def in_short(wrong: Sequence[str]) -> list[str]:
    """The first mistakes, and where all of them can be read again."""
    more = f"{len(wrong) - SHOWN:,} more; all of them: " if len(wrong) > SHOWN else "Again: "
    return [*wrong[:SHOWN], f"{more}campaign-timeline help settings"] if wrong else []


def _unreadable(error: OSError | ValueError) -> str:
    """Where the file cannot be read, and why: ", line 3, column 9: Invalid value; words stand in …"."""
    if isinstance(error, OSError):
        return f" cannot be read: {error.strerror}; put that right"
    found = _PLACE.fullmatch(str(error))
    if found is None:
        return f" cannot be read: {error}; put that right"
    place = f"line {found['line']}, column {found['column']}" if found["line"] else "at its end"
    do = next((do for what, do in _DO.items() if found["what"].startswith(what)), "put that right")
    return f", {place}: {found['what']}; {do}"


def _line_of(name: str, text: str) -> int:
    """The line on which the value of this name begins, from 1; 0 where that cannot be told."""
    begins = re.compile(rf"""\s*(?:keys\s*\.\s*)?(["']?){re.escape(name)}\1\s*[.=]|\s*\[\s*{re.escape(name)}\s*\]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if begins.match(line)), 0)


_DO = {
    "Invalid value": "words stand in quotation marks",
    "Illegal character '\\n'": "close the quotation marks on the same line",
    "Cannot overwrite a value": "it is given twice, keep one of them",
}
"""How the complaint of the TOML reader begins -> what to do."""
_PLACE = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


def _text(value: Any) -> Read:
    if not isinstance(value, str):
        message = f"write a name in quotation marks, not {_shown(value)}"
        raise ValueError(message)  # noqa: TRY004 - wrong values of a file, whatever their type
    return value, []


def _weekday(value: Any) -> Read:
    return WEEK.index(_one_of(WEEK, value, 'a day of the week, as in "sunday"')), []


def _order(value: Any) -> Read:
    return _one_of(DATE_ORDERS, value, '"day", "month" or "year"'), []


def _one_of(choices: tuple[str, ...], value: Any, told: str) -> str:
    word = value.casefold() if isinstance(value, str) else ""
    if word not in choices:
        message = f"write {told}, not {_shown(value)}"
        raise ValueError(message)
    return word


def _switch(value: Any) -> Read:
    if not isinstance(value, bool):
        message = f"write true or false, not {_shown(value)}"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value, []


def _shown(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _keys(value: Any) -> Read:
    if not isinstance(value, Mapping):
        message = "begin a table with [keys], and write the keys below it"
        raise ValueError(message)  # noqa: TRY004 - as above
    wanted, wrong = {}, list[Mistake]()
    for name, keys in value.items():
        listed = [keys] if isinstance(keys, str) else keys
        if isinstance(listed, list) and all(isinstance(key, str) and key.strip() for key in listed):
            wanted[name] = listed
        elif isinstance(listed, Mapping):
            wrong.append((name, f'{name}: write the whole name of an action in quotation marks, as in "day.next"'))
        else:
            wrong.append((name, f'{name}: write a key in quotation marks, as in "x", or several as in ["x", "Right"]'))
    actions, more = with_keys(wanted)
    return actions, [*wrong, *more]


Mistake: TypeAlias = tuple[str, str]
"""The name whose value is wrong, and what is wrong and what to write instead."""
Read: TypeAlias = tuple[Any, list[Mistake]]
"""A value, and what is wrong in parts of it."""

_READERS: dict[str, Callable[[Any], Read]] = {
    "theme": _text,
    "week_starts": _weekday,
    "date_order": _order,
    "ascii": _switch,
    "keys": _keys,
}
"""Name of a setting -> what reads its value; raises ValueError with what to write instead."""
