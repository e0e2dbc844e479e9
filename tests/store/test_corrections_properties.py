"""Whatever a person does, and whatever is imported or read again in between: nothing said by hand is lost."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from store import Timeline
from store.line_index import KIND_CODES
from store.records import Context, Correction, Entry, Event, Issue, Quote, Records

PUBLISHED = [date(2016, 8, 16) + timedelta(7 * week) for week in range(3)]
LINES = ["Rally in Leeds.", "Rally in Hull.", "March in York.", "Rallies in Bath and Ely.", "Rally in Leeds."]
PAPERS = ("A", "B")
texts = st.lists(st.sampled_from(LINES), max_size=5)
picks = st.integers(0, 60)


def found_in(text: str, context: Context, rules: int) -> Records:
    """Stands for extraction: a pure function of text, context and rules. Newer rules word titles anew, and miss York."""
    events, quotes, start = list[Event](), list[Quote](), 0
    for line in text.splitlines():
        kind, _, places = line.rstrip(".").partition(" in ")
        for number, place in enumerate(places.split(" and ") if places else ()):
            if rules == 0 or place != "York":
                title = f"{'Great ' * rules}{kind}, {place}"
                events.append(_event(start, line, title, place, context, number))
        if places:
            quotes.append(Quote(start=start, end=start + len(kind), text=kind))
        start += len(line) + 1
    return Records(events=tuple(events), quotes=tuple(quotes))


def _event(start: int, line: str, title: str, place: str, context: Context, number: int) -> Event:
    day = context.published - timedelta(number) if context.published else None
    end = start + len(line)
    return Event(start=start, end=end, text=line, title=title, kind="rally", first=day, last=day, places=(place,))


class ByHand(RuleBasedStateMachine):
    """A person, an importer and an upgrade at one timeline."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "t.json"
        self.timeline = Timeline.open(self._path)
        self.version = 0
        self.past: list[dict[int, Entry]] = []
        self.future: list[dict[int, Entry]] = []

    def teardown(self) -> None:
        self.timeline.close()
        self._folder.cleanup()

    def read(self, issue: Issue) -> Records:
        return found_in(issue.text, issue.context, self.version)

    @property
    def said(self) -> dict[int, Entry]:
        """The corrections that stand, by id."""
        return {entry.id: entry for entry in self.timeline.corrections()}

    def entry(self, pick: int) -> Entry:
        found = list(self.timeline.entries())
        return found[pick % len(found)]

    @property
    def anything(self) -> bool:
        return any(True for _ in self.timeline.entries())

    # --- what comes from elsewhere ----------------------------------------------------------------

    @initialize()
    def begin(self) -> None:
        for paper in PAPERS:
            self.bring(paper, LINES[:4], 0)

    @rule(paper=st.sampled_from(PAPERS), lines=texts, week=st.integers(0, 2))
    def bring(self, paper: str, lines: list[str], week: int) -> None:
        before = self.said
        context = Context(publication=paper, issue="7", published=PUBLISHED[week])
        text = "\n".join([f"The {paper}:", *lines])
        issue = Issue(text=text, title="Report", context=context)
        self.timeline.add(issue, self.read(issue))
        assert self.said == before

    @rule()
    def upgrade(self) -> None:
        before = self.said
        self.version = 1 - self.version
        for entry in self.timeline.issues():
            assert isinstance(entry.record, Issue)
            self.timeline.renew(entry.id, entry.record, self.read(entry.record))
        assert self.said == before

    @rule(compact=st.booleans())
    def reopen(self, compact: bool) -> None:  # noqa: FBT001 - hypothesis calls it by name
        before = self.said, list(self.timeline.entries())
        if compact:
            self.timeline.compact()
        self.timeline.close()
        self.timeline = Timeline.open(self._path)
        assert (self.said, list(self.timeline.entries())) == before

    # --- what a person does -----------------------------------------------------------------------

    def do(self, step: Any) -> None:
        before, steps = self.said, self.steps
        step()
        if self.steps != steps:
            self.past.append(before)
            self.future.clear()

    @property
    def steps(self) -> list[int]:
        return [entry.id for entry in self.timeline._reading.raw_of_kind(KIND_CODES["step"])]

    @precondition(lambda self: self.anything)
    @rule(pick=picks, title=st.sampled_from(["Vigil", "Picnic"]), day=st.sampled_from([None, *PUBLISHED]))
    def correct(self, pick: int, title: str, day: date | None) -> None:
        entry = self.entry(pick)
        changes: dict[str, Any] = {"first": day, "last": day}
        if entry.kind == "event":
            changes["title"] = title
        self.do(lambda: self.timeline.correct(entry.id, changes))
        assert self.timeline.get(entry.id).record.first == day  # type: ignore[union-attr]

    @precondition(lambda self: self.anything)
    @rule(pick=picks)
    def delete(self, pick: int) -> None:
        entry = self.entry(pick)
        self.do(lambda: self.timeline.delete(entry.id))
        assert entry.id not in {each.id for each in self.timeline.entries()}

    @precondition(lambda self: self.anything)
    @rule(pick=picks, on=st.booleans())
    def star(self, pick: int, on: bool) -> None:  # noqa: FBT001 - as above
        entry = self.entry(pick)
        self.do(lambda: self.timeline.star(entry.id, on=on))
        assert self.timeline.get(entry.id).starred is on
        assert self.timeline.get(entry.id).record == entry.record

    @precondition(lambda self: self.anything)
    @rule(pick=picks, note=st.sampled_from(["", "ask", "see page 2"]))
    def annotate(self, pick: int, note: str) -> None:
        entry = self.entry(pick)
        self.do(lambda: self.timeline.annotate(entry.id, note))
        assert self.timeline.get(entry.id).note == note
        assert self.timeline.get(entry.id).record == entry.record

    @rule(pick=picks, other=picks, joined=st.booleans())
    def tie(self, pick: int, other: int, joined: bool) -> None:  # noqa: FBT001 - as above
        events = [entry for entry in self.timeline.entries() if entry.kind == "event"]
        if len(events) > 1 and pick % len(events) != other % len(events):
            one, two = events[pick % len(events)], events[other % len(events)]
            say = self.timeline.join if joined else self.timeline.split
            self.do(lambda: say(one.id, [two.id]))
            latest = max(self.timeline.get(one.id).ties, key=lambda tie: tie.said)
            assert (latest.other, latest.together) == (two.id, joined)

    @precondition(lambda self: self.said)
    @rule(pick=picks)
    def withdraw(self, pick: int) -> None:
        key = list(self.said)[pick % len(self.said)]
        self.do(lambda: self.timeline.withdraw(key))
        assert key not in self.said

    @rule(pick=picks, week=st.integers(0, 2))
    def redate(self, pick: int, week: int) -> None:
        issues = self.timeline.issues()
        issue = issues[pick % len(issues)]
        assert isinstance(issue.record, Issue)
        context = Context(publication=issue.record.context.publication, issue="7", published=PUBLISHED[week])
        records = found_in(issue.record.text, context, self.version)
        expected, _ = self.timeline.preview(issue.id, context, records)
        self.past.append(self.said)
        self.future.clear()
        self.timeline.recontext(issue.id, context, records)
        now = self.timeline.of_issue(issue.id)
        assert [(entry.record, entry.day) for entry in now] == [(entry.record, entry.day) for entry in expected]

    @rule()
    def undo(self) -> None:
        before = self.said
        step = self.timeline.undo(self.read)
        assert (step is not None) == bool(self.past)
        if step is not None:
            self.future.append(before)
            assert self.said == self.past.pop()

    @rule()
    def redo(self) -> None:
        before = self.said
        step = self.timeline.redo(self.read)
        assert (step is not None) == bool(self.future)
        if step is not None:
            self.past.append(before)
            assert self.said == self.future.pop()

    # --- what always holds ------------------------------------------------------------------------

    @invariant()
    def every_correction_stands_or_needs_attention(self) -> None:
        loose = {entry.id for entry in self.timeline.loose_corrections()}
        seen = {entry.id for entry in self.timeline.entries()}
        latest: dict[tuple[int, str], tuple[Entry, Any]] = {}
        for key in sorted(self.said.keys() - loose):
            about, correction = self.timeline.corrected_entry(key), self.said[key].record
            assert about is not None
            assert isinstance(correction, Correction)
            assert key in {entry.id for entry in self.timeline.corrections_of(about.id)}
            assert about.starred or correction.act != "star"
            assert about.hidden or correction.act != "delete"
            assert (about.id in seen) is not about.hidden
            latest |= {(about.id, field): (about, value) for field, value in correction.changes.items()}
        for (_, field), (about, value) in latest.items():
            now = getattr(about.record, field)
            assert (now.isoformat() if isinstance(now, date) else now) == value

    @invariant()
    def what_is_found_is_all_there(self) -> None:
        for entry in self.timeline.issues():
            assert isinstance(entry.record, Issue)
            read = self.read(entry.record)
            kept = [each.record for each in self.timeline._reading.raw_of_issue(entry.id)]
            assert sorted(map(repr, kept)) == sorted(map(repr, (*read.events, *read.quotes)))
        counted = sum(sum(kinds.values()) for kinds in self.timeline.days().values())
        assert counted == sum(1 for _ in self.timeline.entries())


TestByHand = ByHand.TestCase
TestByHand.settings = settings(
    max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
