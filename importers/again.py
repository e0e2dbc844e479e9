"""Reading a stored report again: with better rules, or in another publication context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from importers.blocks import read_document
from importers.context import Given, read_context
from store.moves import Changes, compare
from store.records import Context, Entry, Issue, Provenance, Records

ASKED_AGAIN: tuple[Provenance, ...] = ("text", "calendar")
"""What the text or the calendar told is asked of them again; what anybody gave is handed on."""
UNTOLD: Provenance = "manifest"
"""Who is taken to have given what is known without saying whence: the text does not outdo it."""
_FIELDS = ("publication", "issue", "published")


class Previewer(Protocol):
    """A timeline, as far as it is asked what another context comes to."""

    def get(self, entry_id: int, /) -> Entry:
        """The entry of this id; raises KeyError."""

    def of_issue(self, issue_id: int, /) -> list[Entry]:
        """What was found in an issue."""

    def preview(self, issue_id: int, context: Context, records: Records, /) -> tuple[list[Entry], list[int]]:
        """What it would hold in another context, and the corrections that would come loose by that."""


@dataclass(frozen=True)
class Proposal:
    """A report in another publication context: what is found in it there, and what changes by that.

    `timeline.recontext(proposal.issue_id, proposal.issue.context, proposal.records)` accepts it.
    """

    issue_id: int
    before: Issue
    issue: Issue
    records: Records
    changes: Changes
    loosened: tuple[int, ...]
    """Ids of the corrections that fit now and would fit nothing."""


def read_again(issue: Issue) -> Records:
    """What is found in an issue, in its own context."""
    return read_in(issue, issue.context)


def read_in(issue: Issue, context: Context) -> Records:
    """What is found in the text of an issue in any context."""
    from importers.pipeline import extract

    return extract(read_document(issue.text), context)


def propose(
    timeline: Previewer,
    issue_id: int,
    *,
    publication: str | None = None,
    number: str | None = None,
    published: str | None = None,
) -> Proposal:
    """What another paper, issue number or day of publication would change; nothing is written.

    None leaves a field as it is, "" asks the text and the calendar. Raises ValueError, in one line, where `published`
    is no date, KeyError where there is no such issue.
    """
    issue = timeline.get(issue_id).record
    if not isinstance(issue, Issue):
        raise KeyError(issue_id)
    context = another_context(issue, publication=publication, number=number, published=published)
    records = read_in(issue, context)
    entries, loosened = timeline.preview(issue_id, context, records)
    changes = compare(timeline.of_issue(issue_id), entries)
    return Proposal(issue_id, issue, replace(issue, context=context), records, changes, tuple(loosened))


def another_context(
    issue: Issue, *, publication: str | None = None, number: str | None = None, published: str | None = None
) -> Context:
    """The context of an issue with what a person gives; see `propose`."""
    now = issue.context
    told = {"publication": publication, "issue": number, "published": published}
    given = list(_given(now, {name: value for name, value in told.items() if value is not None}))
    return replace(read_context(read_document(issue.text), given), url=now.url)


def with_persons_word(issue: Issue, known: Issue) -> Issue:
    """An issue that is imported again, with what a person said of its context meanwhile; itself where nobody did."""
    said = {
        name: str(getattr(known.context, name) or "") for name in _FIELDS if known.context.how.get(name) == "person"
    }
    if not said:
        return issue
    context = another_context(
        issue, publication=said.get("publication"), number=said.get("issue"), published=said.get("published")
    )
    how = {**context.how, **dict.fromkeys(said, "person")}
    return replace(issue, context=replace(context, how=how))


def _given(context: Context, told: dict[str, str]) -> Iterator[Given]:
    """What is given, by who gave it: what a person says now, and what stays as it was."""
    by_whom: dict[Provenance, dict[str, str]] = {}
    for name in _FIELDS:
        now = str(getattr(context, name) or "")
        value = told.get(name, now).strip()
        by = context.how.get(name, UNTOLD) if value == now else "person"
        if value and by not in ASKED_AGAIN:
            by_whom.setdefault(by, {})[name] = value
    for by, fields in by_whom.items():
        yield Given.read(by, **fields)
