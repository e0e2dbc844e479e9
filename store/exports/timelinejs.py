"""TimelineJS (Knight Lab): every event with a day of its own as a slide; document text is escaped for HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any, TextIO

from store.exports.dated import dated_events
from store.exports.encoding import encode
from store.exports.harmless import one_line
from store.exports.identity import stable_id
from store.exports.kept import Kept, LeftOut
from store.exports.telling import tell
from store.filters import Filter
from store.records import Event


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the timeline, one slide a line."""
    left_out: LeftOut = Counter()
    title = {"text": {"headline": "Campaign timeline", "text": _html(str(keep))}}
    out.write(f'{{"title":{encode(title)},\n"events":[')
    separator = "\n"
    for each, event, first, last in dated_events(kept, left_out):
        out.write(separator + encode(_slide(each, event, first, last)))
        separator = ",\n"
    out.write("\n]}\n")
    return left_out


def _slide(kept: Kept, event: Event, first: date, last: date) -> dict[str, Any]:
    told = tell(kept)
    paragraphs = (event.text, " · ".join(told.details), told.source)
    slide = {
        "start_date": _date(first),
        "text": {
            "headline": _html(event.title),
            "text": "".join(f"<p>{_html(paragraph)}</p>" for paragraph in paragraphs),
        },
        "group": _html(event.kind),
        "unique_id": stable_id(kept, event),
    }
    return slide if last == first else {**slide, "end_date": _date(last)}


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return escape(one_line(text))
