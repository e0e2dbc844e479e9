"""The command line: finds the command, runs it, and turns whatever goes wrong into one line."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from tui import heap
from tui.errors import UserError

PROG = "campaign-timeline"

COMMANDS = {
    "import": "tui.commands.import_",
    "list": "tui.commands.list",
    "corroborate": "tui.commands.corroborate",
    "people": "tui.commands.people",
    "places": "tui.commands.places",
    "export": "tui.commands.export",
    "chart": "tui.commands.chart",
    "extract": "tui.commands.extract",
    "explain": "tui.commands.explain",
    "correct": "tui.commands.correct",
    "corrections": "tui.commands.corrections",
    "undated": "tui.commands.undated",
    "redate": "tui.commands.redate",
    "refresh": "tui.commands.refresh",
    "check": "tui.commands.check",
    "backup": "tui.commands.backup",
    "schema": "tui.commands.schema",
    "help": "tui.commands.help",
}
"""Command -> module. A module is imported when its command runs: the others would only cost time."""

OPEN = "tui.commands.open"
"""What runs where no command is named: `campaign-timeline [TIMELINE]` opens the app."""


class Command(Protocol):
    """What a module of `tui.commands` offers."""

    HELP: str
    """One line: what the command does."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return the exit status; raises UserError with one line for people."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 the work failed, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    heap.look_seldom()
    try:
        status = _run(words)
        sys.stdout.flush()
    except UserError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:
        return _fail("stopped")
    return status


def _run(words: list[str]) -> int:
    if words and words[0] in {"-h", "--help"}:
        sys.stdout.write(overview())
        return 0
    if words and words[0] in {"-V", "--version"}:
        from importlib.metadata import version

        sys.stdout.write(f"{PROG} {version(PROG)}\n")
        return 0
    name = words[0] if words and words[0] in COMMANDS else None
    command = load(COMMANDS[name] if name else OPEN)
    return command.run(parser(name, command).parse_args(words[1:] if name else words))


def load(module: str) -> Command:
    """Import the module of a command."""
    return cast("Command", importlib.import_module(module))


def parser(name: str | None, command: Command) -> argparse.ArgumentParser:
    """The argument parser of one command; without a name, that of the bare command."""
    prog = f"{PROG} {name}" if name else PROG
    made = argparse.ArgumentParser(prog=prog, description=command.HELP, epilog=getattr(command, "EPILOG", None))
    command.add_arguments(made)
    return made


def overview() -> str:
    """The text of `campaign-timeline --help`."""
    lines = [
        f"usage: {PROG} [TIMELINE]",
        f"       {PROG} COMMAND ...",
        "",
        "Rebuild, day by day, what happened in a campaign from newspaper reports.",
        "Without a command it opens the app on TIMELINE; without either, on your own",
        "timeline, or on the bundled sample as long as you have none.",
        "",
        "commands:",
        *(f"  {name:<11} {load(module).HELP}" for name, module in COMMANDS.items()),
        "",
        f"`{PROG} COMMAND --help` tells more. Options: -h, --help; -V, --version.",
        "",
    ]
    return "\n".join(lines)


def _fail(line: str) -> int:
    from tui.safe_text import safe

    print(f"{PROG}: {safe(line)}", file=sys.stderr)
    return 1
