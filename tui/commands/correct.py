"""`correct`: a person's word on one record, from the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tui.arguments import add_json, add_timeline, add_wait
from tui.errors import UserError
from tui.printing import print_json, print_lines

if TYPE_CHECKING:
    from store import Timeline
    from store.records import Entry

HELP = "correct, delete, join, split, annotate or star a record by hand"
EPILOG = (
    "The id is that of: list --json. A day is `day=2016-08-21`, an interval `first=2016-08-15 last=2016-08-21`, none "
    "`day=none`; several places or people are separated by `;`; a number that the wording bounds is `attendance=3500-`, "
    "`-4000` or `3500-4000`. Every call is one step, taken back with: corrections --undo"
)
_BOUNDS = re.compile(r"(\d+)?(-)?(\d+)?")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("id", type=int, metavar="ID", help="the record")
    parser.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="fields of the record and their right values")
    do = parser.add_mutually_exclusive_group()
    do.add_argument("--delete", action="store_true", help="show it no longer")
    do.add_argument("--restore", action="store_true", help="show it again")
    do.add_argument("--star", action="store_true", help="mark it with a star")
    do.add_argument("--unstar", action="store_true", help="take the star away")
    do.add_argument(
        "--join", type=int, nargs="+", metavar="ID", help="its event is the same as those of these mentions"
    )
    do.add_argument(
        "--split", type=int, nargs="*", metavar="ID", help="it is another event than these (default: all of its event)"
    )
    parser.add_argument("--note", metavar="TEXT", help="how you know; alone, a remark on the record ('' takes it away)")
    add_timeline(parser)
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Make the correction and print the record as it reads now."""
    from store import TimelineError
    from tui.timelines import open_to_change

    with open_to_change(args.timeline, wait=args.wait) as timeline:
        try:
            entry = _work(args)(timeline)
        except KeyError as error:
            message = f"there is no record {error.args[0]}; ids are those of: campaign-timeline list --json"
            raise UserError(message) from error
        except (ValueError, TimelineError) as error:
            raise UserError(str(error)) from error
    _print(entry, as_json=args.json)
    return 0


def _work(args: argparse.Namespace) -> Callable[[Timeline], Entry]:
    """What the arguments ask for; raises UserError where they ask for nothing, or for two things."""
    note = args.note or ""
    asked: list[Callable[[Timeline], Entry]] = []
    if args.fields:
        changes = changes_of(args.fields)
        asked.append(lambda timeline: timeline.correct(args.id, changes, note))
    if args.delete:
        asked.append(lambda timeline: timeline.delete(args.id, note))
    if args.restore:
        asked.append(lambda timeline: timeline.restore(args.id))
    if args.star or args.unstar:
        asked.append(lambda timeline: timeline.star(args.id, on=args.star))
    if args.join:
        asked.append(lambda timeline: timeline.join(args.id, _whole(timeline, [args.id, *args.join]), note))
    if args.split is not None:
        asked.append(lambda timeline: timeline.split(args.id, args.split or _whole(timeline, [args.id]), note))
    if not asked and args.note is not None:
        asked.append(lambda timeline: timeline.annotate(args.id, args.note))
    if len(asked) != 1:
        message = "say one thing: FIELD=VALUE, --delete, --restore, --star, --unstar, --join, --split or --note"
        raise UserError(message)
    return asked[0]


def _whole(timeline: Timeline, ids: Iterable[int]) -> list[int]:
    """All mentions of the events of these mentions; raises KeyError where one is none."""
    from store.exports import IssuesOf
    from store.merging import merge

    about = list(ids)
    for wanted in about:
        timeline.get(wanted)
    events = merge(timeline.of_kind("event"), IssuesOf(timeline), about)
    return list(dict.fromkeys([*about, *(entry.id for event in events for entry in event.mentions)]))


def changes_of(words: Iterable[str]) -> dict[str, Any]:
    """The fields and their values; raises UserError where a word is none of the form FIELD=VALUE."""
    found: dict[str, Any] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            message = f"{word!r} is not FIELD=VALUE"
            raise UserError(message)
        if name == "day":
            found |= {"first": _value("first", value), "last": _value("last", value)}
        else:
            found[name] = _value(name, value)
    return found


def _value(name: str, words: str) -> Any:
    """What the words mean for a field of this name: none, yes or no, a list, a number, bounds, or themselves."""
    from store.records import Event, Figure, Person, Place, Quote, Time

    annotations = " ".join(
        str(each.__annotations__.get(name, "")) for each in (Event, Figure, Quote, Time, Person, Place)
    )
    if words == "none":
        return () if "tuple[str" in annotations else None
    if "tuple[str" in annotations:
        return tuple(part.strip() for part in words.split(";") if part.strip())
    if "Bounds" in annotations:
        return _bounds(words)
    if "bool" in annotations and words in {"yes", "no"}:
        return words == "yes"
    if "Number" in annotations and re.fullmatch(r"\d+(\.\d+)?", words):
        return float(words) if "." in words else int(words)
    return _day(words) if "date" in annotations else words


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = f"{words!r} is no day; write it as 2016-08-21"
        raise UserError(message) from error


def _bounds(words: str) -> dict[str, int | None]:
    found = _BOUNDS.fullmatch(words.replace(",", ""))
    if found is None or not (found[1] or found[3]):
        message = f"{words!r} is no number of people; write it as 3000, 3500-, -4000 or 3500-4000"
        raise UserError(message)
    low, high = (int(part) if part else None for part in (found[1], found[3]))
    return {"low": low, "high": high if found[2] else low}


def _print(entry: Entry, *, as_json: bool) -> None:
    if as_json:
        fields = ("id", "kind", "day", "certainty", "corrected", "hidden", "starred", "note", "record")
        print_json({name: getattr(entry, name) for name in fields})
    else:
        print_lines([line_of(entry)])


def line_of(entry: Entry) -> str:
    """The record on one line: "event 12 · 2016-08-21 · Rally, Leeds · ★"."""
    from store.anchors import shown
    from store.records import Finding

    what = shown(entry.record) if isinstance(entry.record, Finding) else ""
    note = f"note: {entry.note}" if entry.note else ""
    marks = ("deleted" if entry.hidden else "", "★" if entry.starred else "", note)
    return " · ".join(filter(None, (f"{entry.kind} {entry.id}", str(entry.day or "no day"), what, *marks)))
