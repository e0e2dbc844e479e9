"""`explain`: one expression in, the day it means and why out."""

from __future__ import annotations

import argparse
import difflib
import sys
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from tui.errors import UserError
from tui.safe_text import safe

if TYPE_CHECKING:
    from store.records import Context, Time

HELP = "say which day an expression means, and why"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from tui.arguments import add_context, add_json

    parser.add_argument("phrase", metavar="PHRASE", help='the words, in quotes: "last Friday"')
    add_context(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Resolve the phrase in the given publication context and print the derivation."""
    from importers import context_from
    from importers.times import explain, explain_phrase

    try:
        context = context_from(args.publication, args.issue, args.published)
    except ValueError as error:
        message = f"--published: {error}"
        raise UserError(message) from error
    time = explain_phrase(args.phrase, context)
    if time is None:
        message = f'no date or time found in "{args.phrase}"; try words like "last Friday" or "16 August"'
        raise UserError(message)
    if args.json:
        sys.stdout.buffer.write(msgspec.json.encode(time) + b"\n")
        return 0
    print(safe(f"{time.text} = {days_in_words(time.first, time.last)}   ({time.type} {time.value})"))
    for line in _with_paper(explain(time), time, context):
        print(f"  {safe(line)}")
    return 0


def _with_paper(lines: list[str], time: Time, context: Context) -> list[str]:
    """The derivation, with a paper we do not know named where its calendar would have told the day of publication."""
    from importers.publications import find_publication
    from importers.times.scene import UNANCHORED

    name = context.publication
    unanchored = time.first is None and time.derivation is not None and time.derivation.rule == UNANCHORED
    if not unanchored or not name or find_publication(name):
        return lines
    nearest = _nearest(name)
    way_out = f"did you mean “{nearest}”?" if nearest else "give --published."
    return [*lines[:-1], f"The paper “{name}” is not known, and so not its day of publication; {way_out}"]


def _nearest(name: str) -> str | None:
    """The title of the known paper whose title or alias is nearest to the name; None where none is near."""
    from importers.publications import publications

    titles = {
        each.casefold(): paper.title for paper in publications().values() for each in (paper.title, *paper.aliases)
    }
    near = difflib.get_close_matches(name.casefold(), titles, n=1)
    return titles[near[0]] if near else None


def days_in_words(first: date | None, last: date | None) -> str:
    """A day or an interval as people write it: "Fri 19 Aug 2016", "8 Aug 2016 to 14 Aug 2016"."""
    if first is None or last is None:
        return "no day can be known"
    from importers.days import in_words

    return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"
