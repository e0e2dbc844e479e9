"""`help`: what there is to know about a topic."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from tui.errors import UserError
from tui.safe_text import safe

HELP = "explain a command or a topic: help filter, help keys, help settings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="a command, `filter`, `keys` or `settings`")


def run(args: argparse.Namespace) -> int:
    """Print the help of a topic; the overview where none is named."""
    from tui import cli

    topic: str | None = args.topic
    if topic is None:
        print(cli.overview(), end="")
    elif topic in TOPICS:
        print(safe(TOPICS[topic](), newlines=True))
    elif topic in cli.COMMANDS:
        print(cli.parser(topic, cli.load(cli.COMMANDS[topic])).format_help(), end="")
    else:
        known = ", ".join([*TOPICS, *cli.COMMANDS])
        message = f"no help on {topic}; there is help on {known}"
        raise UserError(message)
    return 0


def filter_help() -> str:
    """The filter language: how its parts combine, and each field with an example."""
    from store.filters import DATE_HELP, FIELDS, STATE_HELP

    lines = [
        "Words are looked for everywhere, from the beginning of a word on; all of them must be there.",
        '  corbyn rally          both words          "social movement"    the phrase, as whole words',
        "  corbyn OR smith       either              -smith               not",
        "  (corbyn OR smith) kind:quote              brackets group",
        "  ~corbin               also spelt a letter otherwise; from six letters on, two",
        "Capitals and accents do not count.",
        "",
        "Fields; a comma means either, and ~ and quotation marks work here too:",
        *_listed({field.example: field.help for field in FIELDS.values()}),
        "",
        "Dates:",
        *_listed(DATE_HELP),
        "",
        "States:",
        *_listed({f"is:{state}": meaning for state, meaning in STATE_HELP.items()}),
    ]
    return "\n".join(lines)


def _listed(examples: Mapping[str, str]) -> list[str]:
    width = max(map(len, examples))
    return [f"  {example:<{width}}  {meaning}" for example, meaning in examples.items()]


def keys_help() -> str:
    """The keys of the app, from its registry of actions: the user's own where some are set."""
    from tui.actions import key_table
    from tui.settings import read_settings, settings_file

    return key_table(read_settings(settings_file())[0].keys)


def settings_help() -> str:
    """What can be set and where, and the names of the actions that keys can be given to."""
    from tui.actions import ACTIONS, signs
    from tui.settings import EXAMPLE, read_settings, settings_file, state_folder

    _, wrong = read_settings(settings_file())
    lines = [
        f"The settings are in {settings_file()}; it need not exist.",
        *(["", "Mistakes in it:", *(f"  {line}" for line in wrong), ""] if wrong else []),
        "All there are, as an example:",
        "",
        *(f"  {line}".rstrip() for line in EXAMPLE.splitlines()),
        "",
        "A key is a character or a name: Left, Enter, Esc, Tab, Space, PgUp, Home, F5, with Ctrl-, Alt- or Shift- before",
        "it. A key that is given to an action is taken from the one that had it. Ctrl-q always leaves the program.",
        "",
        "Actions, and their keys where none are set:",
        *(f"  {action.id:<18} {signs(action):<12} {action.label}" for action in ACTIONS),
        "",
        f"Where you left each timeline (day, pane, filter, order, theme, bookmarks) is kept in {state_folder()}.",
    ]
    return "\n".join(lines)


TOPICS = {"filter": filter_help, "keys": keys_help, "settings": settings_help}
