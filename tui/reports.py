"""Which report of a timeline is meant: by its id, its file, its number or its title."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.records import Entry, Issue
from tui.errors import UserError

if TYPE_CHECKING:
    from store import Timeline

_SHOWN = 5


def find_report(timeline: Timeline, words: str) -> Entry:
    """The one report that `words` name: an id as `import --json` gives it, a file name, an issue number, a title.

    Raises UserError where there is none, or several; it then names some of them.
    """
    issues = timeline.issues()
    for names in (_is_id, _is_file, _is_number, _is_title, _in_title):
        found = [entry for entry in issues if isinstance(entry.record, Issue) and names(words, entry.id, entry.record)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UserError(_several(words, found))
    message = f"no report {words!r} in this timeline; name it by its file, its title or its id from: import --json"
    raise UserError(message)


def report_in_words(entry: Entry) -> str:
    """A report in one phrase, with its id: "12 (Harbour Gazette 312, “Dockers march”)"."""
    return phrase_of(entry.id, entry.record) if isinstance(entry.record, Issue) else str(entry.id)


def phrase_of(issue_id: int, issue: Issue) -> str:
    """The same of an issue with this id."""
    paper = " ".join(filter(None, (issue.context.publication, issue.context.issue)))
    title = f"“{issue.title}”" if issue.title else issue.source
    return f"{issue_id} ({', '.join(filter(None, (paper, title))) or 'without a title'})"


def _several(words: str, found: list[Entry]) -> str:
    shown = "; ".join(map(report_in_words, found[:_SHOWN]))
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{words!r} names {len(found)} reports; name one by its id: {shown}{more}"


def _is_id(words: str, issue_id: int, _: Issue) -> bool:
    return words.removeprefix("#") == str(issue_id)


def _is_file(words: str, _: int, issue: Issue) -> bool:
    return issue.source is not None and words in {issue.source, Path(issue.source).name}


def _is_number(words: str, _: int, issue: Issue) -> bool:
    return words == issue.context.issue


def _is_title(words: str, _: int, issue: Issue) -> bool:
    return words.casefold() == (issue.title or "").casefold()


def _in_title(words: str, _: int, issue: Issue) -> bool:
    return words.casefold() in (issue.title or "").casefold()
