"""An item as people cite it: what, when, in which paper."""

from __future__ import annotations

import msgspec

from store.exports.wording import speaker_in_words
from store.records import Entry, Event, Figure, Quote, Time
from tui.models.record_rows import paper_of
from tui.models.shown import Library, bounds_of
from tui.models.words import long_day, span_of_days
from tui.safe_text import safe


def citation(entry: Entry, library: Library) -> str:
    """Two lines: the words of the item, and its day and source."""
    issue = library.issue_of(entry)
    days = span_of_days(*bounds_of(entry)) or (f"reported {long_day(entry.day)}" if entry.day else "undated")
    parts = [days, paper_of(issue)]
    if issue is not None:
        number, published, title = issue.context.issue, issue.context.published, issue.title
        parts += [
            f"No. {number}" if number else "",
            f"published {long_day(published)}" if published else "",
            title or "",
        ]
    return f"{safe(_words(entry))}\n({safe(', '.join(filter(None, parts)))})\n"


def _words(entry: Entry) -> str:
    record = entry.record
    if isinstance(record, Quote):
        return f"{', '.join(filter(None, (speaker_in_words(record), record.role)))}: “{record.text}”"
    if isinstance(record, Event):
        return f"{record.title}: {record.text}" if record.title else record.text
    return record.text if isinstance(record, Figure | Time) else ""


def as_json(entry: Entry, library: Library) -> str:
    """The item with all its fields, and the publication context of its report, as JSON; nothing in it acts on a terminal."""
    issue = library.issue_of(entry)
    whole = {
        "kind": entry.kind,
        "day": entry.day,
        "certainty": entry.certainty,
        "record": entry.record,
        "context": issue.context if issue else None,
        "title": issue.title if issue else None,
    }
    return safe(msgspec.json.format(msgspec.json.encode(whole)).decode(), newlines=True) + "\n"
