"""The registry of actions: one entry gives the key, the palette, the help overlay, the footer and the table in the docs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.keys import RESERVED, key_named, sign

Theme: TypeAlias = Literal["days", "items", "panes", "filter", "edit", "files", "general"]

THEMES: dict[Theme, str] = {
    "days": "Walking through the days",
    "items": "Items of a day",
    "panes": "Panes",
    "filter": "Filter",
    "edit": "Corrections",
    "files": "Import, export, copy",
    "general": "General",
}
"""Headings of the help overlay and the docs, in their order."""


class Action(Struct, frozen=True):
    """Something a person can do on the timeline."""

    id: str
    """Name for the user's own keys: "day.next"."""
    keys: tuple[str, ...]
    """Keys as Textual names them, the first one is the one to learn."""
    call: str
    """The method of the timeline screen, with its arguments: "step_day(1)"."""
    label: str
    """A few words for the palette: "Next day"."""
    help: str
    """One sentence for the help overlay and the docs; it names other keys as `keyed` reads them."""
    theme: Theme
    footer: str = ""
    """The word of the footer beside the key: "date"; "" for actions that are not in `FOOTER`."""


ACTIONS: tuple[Action, ...] = (
    Action("day.previous", ("left", "h"), "step_day(-1)", "Previous day", "One day back, empty days too.", "days"),
    Action("day.next", ("right", "l"), "step_day(1)", "Next day", "One day on, empty days too.", "days", "day"),
    Action("busy.previous", ("left_square_bracket",), "step_busy(-1)", "Previous day with items",
           "Back to the last day that has items under the filter; in the source pane, the mention before.", "days"),
    Action("busy.next", ("right_square_bracket",), "step_busy(1)", "Next day with items",
           "On to the next day that has items under the filter; in the source pane, the next mention.", "days"),
    Action("week.previous", ("left_curly_bracket",), "step_day(-7)", "Previous week", "Seven days back.", "days"),
    Action("week.next", ("right_curly_bracket",), "step_day(7)", "Next week", "Seven days on.", "days"),
    Action("month.previous", ("left_parenthesis",), "step_month(-1)", "Previous month",
           "The same day of the month before.", "days"),
    Action("month.next", ("right_parenthesis",), "step_month(1)", "Next month", "The same day of the next month.", "days"),
    Action("day.go", ("g",), "go_to_date", "Go to a date …",
           'Go to a date typed in words, counted from the day shown: "11 aug", "last friday", "+3d".', "days", "date"),
    Action("calendar", ("C",), "calendar", "Calendar …",
           "A month with how much there is on each of its days under the filter; Enter goes to one.", "days"),
    Action("day.ends", ("t",), "to_end", "Latest day, first day", "The latest day with items; again, the first one.", "days"),
    Action("place.back", ("alt+left",), "travel(-1)", "Back", "Back to the place visited before.", "days"),
    Action("place.forward", ("alt+right",), "travel(1)", "Forward", "Forward again.", "days"),
    Action("bookmark.set", ("m",), "bookmark", "Bookmark",
           "Set a bookmark on the item under the cursor, or in the days on the day; again, take it away.", "days"),
    Action("bookmark.list", ("M",), "bookmarks", "Bookmarks …", "The bookmarks of this timeline; Enter goes there, x removes.", "days"),
    Action("row.previous", ("up", "k"), "step_row(-1)", "Row up", "One row up; in the source, one line.", "items"),
    Action("row.next", ("down", "j"), "step_row(1)", "Row down", "One row down; in the source, one line.", "items", "row"),
    Action("page.previous", ("pageup", "ctrl+u"), "step_page(-1)", "Half a page up", "Half a page up.", "items"),
    Action("page.next", ("pagedown", "ctrl+d"), "step_page(1)", "Half a page down", "Half a page down.", "items"),
    Action("row.first", ("home",), "to_row(-1)", "First row", "The first row of the pane.", "items"),
    Action("row.last", ("end", "G"), "to_row(1)", "Last row", "The last row of the pane.", "items"),
    Action("kind.events", ("e",), "to_kind('event')", "Events", "To the day's events.", "items"),
    Action("kind.figures", ("f",), "to_kind('figure')", "Figures", "To the day's figures.", "items"),
    Action("kind.quotes", ("u",), "to_kind('quote')", "Quotes", "To the day's quotes.", "items"),
    Action("items.sort", ("s",), "sort", "Another order",
           "Another order of a day's items: the surest first, by paper, the largest first.", "items"),
    Action("charts", ("number_sign",), "charts", "Charts …",
           "How many came, by day and by size, and how much there is by paper and by kind; also saved as SVG.", "items"),
    Action("compare", ("equals_sign",), "compare", "Compare days, or papers …",
           "In the days, two of them side by side; elsewhere two papers' accounts of the event under the cursor, and what they disagree on.",
           "items"),
    Action("item.open", ("enter",), "open_item", "Open",
           "In the days, go to the items; in the items, read the source on the full screen.", "items"),
    Action("pane.1", ("1",), "pane('days')", "Days pane", "To the days.", "panes"),
    Action("pane.2", ("2",), "pane('records')", "Items pane", "To the day's events, figures and quotes.", "panes"),
    Action("pane.3", ("3",), "pane('source')", "Source pane", "To the source text.", "panes"),
    Action("pane.4", ("4", "w"), "pane('why')", "Why this date", "Why the date is what it is, step by step.", "panes"),
    Action("pane.next", ("tab",), "next_pane(1)", "Next pane", "To the next pane.", "panes"),
    Action("pane.previous", ("shift+tab",), "next_pane(-1)", "Previous pane", "To the pane before.", "panes"),
    Action("pane.zoom", ("full_stop",), "zoom", "Zoom", "The pane on the full screen, and back.", "panes"),
    Action("back", ("escape",), "back", "Back",
           "Out of the zoom, or back from the source or why pane, else clear the filter; the item under the cursor stays. Never quits.", "panes"),
    Action("filter.edit", ("slash",), "filter", "Filter …",
           "Narrow what is shown as you type: words, who: place: source: kind: date: and more.", "filter", "filter"),
    Action("filter.switch", ("ctrl+f",), "switch_filter", "Filter off / on", "Switch the filter off without losing it, and on again.", "filter"),
    Action("filter.facets", ("F",), "facets", "Facets …",
           "Who, where, which paper and what kind there is, with counts, to narrow to or to leave out.", "filter"),
    Action("filter.saved", ("v",), "saved_filters", "Saved filters …",
           "Filters with names: use one, save the one in force, delete one; in the filter line, ↑ and ↓ recall what was typed before.", "filter"),
    Action("search", ("S",), "search", "Search the texts …",
           "Look for words in the texts of the reports, with their hits counted; in the source, {hit.next} and {hit.previous} then step through them.", "filter"),
    Action("hit.next", ("n",), "step_hit(1)", "Next hit",
           "The next item shown, over the ends of days; in the source, after a search, the next hit.", "filter"),
    Action("hit.previous", ("N",), "step_hit(-1)", "Previous hit",
           "The item shown before, over the ends of days; in the source, after a search, the hit before.", "filter"),
    Action("date.correct", ("d",), "correct_date", "Correct the date …",
           "Give the item under the cursor another day, or none; the correction survives a later import.", "edit"),
    Action("context.change", ("c",), "change_context", "Change the publication …",
           "Give the report another paper, number or day of publication, seeing beforehand which dates move.", "edit"),
    Action("reports.undated", ("D",), "undated", "Reports without a date …",
           "The reports that wait for a day of publication, with days that would fit; Enter gives one a date, then the next.", "edit"),
    Action("item.delete", ("x",), "delete", "Delete", "Show the item under the cursor no longer; a later import does not bring it back.", "edit"),
    Action("item.star", ("asterisk",), "star", "Star", "Mark the item under the cursor with a star, or take it away; is:starred finds them.", "edit"),
    Action("item.note", ("a",), "note", "Note …", "Put a remark on the item under the cursor; is:noted finds them.", "edit"),
    Action("event.join", ("J",), "join", "Join events …", "Say which other event the one under the cursor is the same as.", "edit"),
    Action("event.split", ("X",), "split", "Split an event …", "Say which of the mentions of an event tells another one.", "edit"),
    Action("corrections", ("L",), "corrections", "Corrections …",
           "All that was done by hand in this timeline, newest first; Enter goes there, x takes it back.", "edit"),
    Action("edit.undo", ("z",), "undo", "Undo", "Take the last step back, however long ago it was made.", "edit"),
    Action("edit.redo", ("Z",), "redo", "Redo", "Do what was taken back again.", "edit"),
    Action("import", ("i",), "import", "Import …", "Read files or a folder into this timeline.", "files"),
    Action("export", ("E",), "export", "Export …", "Write what is shown to a file, in any format.", "files", "export"),
    Action("copy", ("y",), "copy", "Copy", "Copy the text selected with the mouse, else the item with its day and paper.", "files"),
    Action("copy.json", ("Y",), "copy_json", "Copy as JSON", "Copy the item under the cursor with all its fields, as JSON.", "files"),
    Action("open.source", ("o",), "open_source", "Open the source",
           "Open the web address of the report in the browser, or the file it was read from.", "files"),
    Action("palette", ("colon", "ctrl+p"), "palette", "Commands …", "Find a command by its name.", "general"),
    Action("help", ("question_mark",), "help", "Help", "All keys, those of the pane first.", "general", "help"),
    Action("quit", ("q",), "quit", "Quit", "Leave the program.", "general", "quit"),
)  # fmt: skip
"""Every action of the timeline, in the order in which the help shows them."""

FOOTER = (
    ("day.previous", "day.next"),
    ("row.previous", "row.next"),
    ("day.go",),
    ("filter.edit",),
    ("export",),
    ("help",),
    ("quit",),
)
"""The actions of the footer in their order, at most seven: those needed first. The last of each group names the word."""


def signs(action: Action) -> str:
    """All keys of an action: "← h"."""
    return " ".join(sign(key) for key in action.keys)


def key_of(name: str, actions: Sequence[Action] = ACTIONS) -> str:
    """The key to learn of an action, by its id; "" where it has none. Raises KeyError where there is no such action."""
    return _first_sign({each.id: each for each in actions}[name])


def _first_sign(action: Action) -> str:
    return sign(action.keys[0]) if action.keys else ""


def keyed(words: str, actions: Sequence[Action] = ACTIONS) -> str:
    """`words` with the key of each action that they name in braces: "{edit.undo} takes it back"; see `tui.hints`.

    An action without a key is named as it stands among the commands. Raises KeyError where there is no such action.
    """
    labels = {action.id: action.label.removesuffix(" …") for action in actions}
    return _NAMED.sub(lambda found: key_of(found[1], actions) or f"“{labels[found[1]]}” among the commands", words)


_NAMED = re.compile(r"\{([a-z0-9.]+)\}")


def footer(width: int, actions: Sequence[Action] = ACTIONS) -> str:
    """The footer in at most `width` cells: the actions needed first; help and quit are the last to go."""
    by_id = {action.id: action for action in actions}
    words = []
    for group in FOOTER:
        keys = "".join(_first_sign(by_id[each]) for each in group)
        words += [f"{keys} {by_id[group[-1]].footer}"] if keys else []
    while len(words) > 2 and len("  ".join(words)) > width:
        words.pop(-3)
    return "  ".join(words)


def by_theme(first: Theme | None = None, actions: Sequence[Action] = ACTIONS) -> list[tuple[str, list[Action]]]:
    """The actions under their headings, those of the theme `first` at the front."""
    themes = sorted(THEMES, key=lambda theme: theme != first)
    return [(THEMES[theme], [action for action in actions if action.theme == theme]) for theme in themes]


def with_keys(wanted: Mapping[str, Sequence[str]]) -> tuple[tuple[Action, ...], list[tuple[str, str]]]:
    """The registry with a user's own keys, by the id of the action; and what is wrong: for which id, and what to do.

    A key that is given to an action is taken from the one that had it. An action may be left without any: it stays
    in the palette.
    """
    own, taken, wrong = _own_keys(wanted)
    actions = []
    for action in ACTIONS:
        kept = own.get(action.id, tuple(key for key in action.keys if taken.get(key, action.id) == action.id))
        actions.append(replace(action, keys=kept))
    return tuple(actions), wrong


def _own_keys(
    wanted: Mapping[str, Sequence[str]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, str], list[tuple[str, str]]]:
    """Id -> keys, key -> id, and what is wrong."""
    known = [action.id for action in ACTIONS]
    own: dict[str, tuple[str, ...]] = {}
    taken: dict[str, str] = {}
    wrong = [(name, f"there is no action “{name}”; {_nearest(name, known)}") for name in wanted if name not in known]
    for name in (name for name in wanted if name in known):
        keys = []
        for words in wanted[name]:
            key = key_named(words)
            if key is None:
                wrong.append((name, f'{name}: there is no key “{words}”; write it as "x", "Ctrl-x", "F5" or "PgUp"'))
            elif key in RESERVED:
                wrong.append((name, f"{name}: {sign(key)} cannot be given away; take another key"))
            elif key in taken:
                wrong.append((name, f"{name}: {sign(key)} is the key of {taken[key]} already; take another one"))
            else:
                taken[key] = name
                keys.append(key)
        if keys or not wanted[name]:
            own[name] = tuple(keys)
    return own, taken, wrong


def _nearest(name: str, known: Sequence[str]) -> str:
    meant = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {meant[0]}?" if meant else "`campaign-timeline help settings` lists them"


def key_table(actions: Sequence[Action] = ACTIONS) -> str:
    """The keys as a plain text table, for `help keys`."""
    lines: list[str] = []
    for heading, of_theme in by_theme(actions=actions):
        lines += ["", heading]
        lines += [f"  {signs(action):<14} {keyed(action.help, actions)}" for action in of_theme]
    return "\n".join(lines[1:])


def markdown_table() -> str:
    """The keys as a Markdown page, for the docs: `docs/keys.md` is what this returns."""
    lines = ["# Keys", "", "Every action is in the command palette (`:`) and in the help overlay (`?`) too."]
    for heading, actions in by_theme():
        lines += ["", f"## {heading}", "", "| key | action |", "|---|---|"]
        lines += [
            f"| {' '.join(f'`{sign(key)}`' for key in action.keys)} | {keyed(action.help)} |" for action in actions
        ]
    return "\n".join(lines) + "\n"
