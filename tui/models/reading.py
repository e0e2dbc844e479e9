"""What belongs to the item under the cursor: its sentence, its date words, the marks of its report."""

from __future__ import annotations

from collections.abc import Iterator

from store.records import Entry, Event, Figure, Issue, Named, Quote, Span, Time
from tui.models.shown import Library
from tui.models.source_lines import Mark


def span_of(entry: Entry) -> Span:
    """The words of an item, in code points of its report."""
    record = entry.record
    return (record.start, record.end) if isinstance(record, Event | Figure | Quote | Time) else (0, 0)


def sentence_of(entry: Entry, issue: Issue) -> Span:
    """The sentence or sentences an item rests on: those of its event, else the ones its words stand in."""
    record, (start, end) = entry.record, span_of(entry)
    if isinstance(record, Event):
        return start, end
    from importers.sentences import split_sentences

    first = issue.text.rfind("\n", 0, start) + 1
    last = issue.text.find("\n", end)
    sentences = split_sentences(issue.text, first, len(issue.text) if last == -1 else last)
    touched = [span for span in sentences if span[0] < end and span[1] > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def time_of(entry: Entry, library: Library) -> Time | None:
    """The time expression that dates an item: that of its event, else one of the same days next to it."""
    record, times = entry.record, library.times_of(entry.issue_id)
    if isinstance(record, Time):
        return record
    if not isinstance(record, Event | Figure | Quote) or record.first is None:
        return None
    event = record if isinstance(record, Event) else getattr(library.event_of(entry), "record", None)
    rests_on = event.time if isinstance(event, Event) else None
    named = next((time for time in times if (time.start, time.end) == rests_on), None)
    if named is not None and (named.first, named.last) == (record.first, record.last):
        return named
    if entry.corrected:
        return None
    same = [time for time in times if (time.first, time.last) == (record.first, record.last)]
    return min(same, key=lambda time: abs(time.start - record.start), default=named)


def marks_of(entry: Entry, library: Library) -> list[Mark]:
    """Everything marked in the report of an item: its sentence and date words first, then what else was found."""
    issue = library.issue_of(entry)
    if issue is None:
        return []
    marks = [Mark(*sentence_of(entry, issue), "sentence"), *_other_marks(entry, library)]
    if not isinstance(entry.record, Event):
        marks.append(Mark(*span_of(entry), "here"))
    time = time_of(library.as_found(entry), library)
    if time is not None:
        marks.append(Mark(time.start, time.end, "date"))
    return marks


def _other_marks(entry: Entry, library: Library) -> Iterator[Mark]:
    for name in library.named_in(entry.issue_id or 0):
        if isinstance(name.record, Named):
            yield from (Mark(*span, name.kind) for span in name.record.mentions)
    for time in library.times_of(entry.issue_id):
        yield Mark(time.start, time.end, "time")
    for other in library.of_issue.get(entry.issue_id or 0, ()):
        record = other.record
        if isinstance(record, Figure):
            yield Mark(record.start, record.end, "number")
        elif isinstance(record, Quote):
            yield Mark(record.start, record.end, "quote")
            if record.speaker_start is not None and record.speaker_end is not None:
                yield Mark(record.speaker_start, record.speaker_end, "speaker")
