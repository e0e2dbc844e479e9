"""A small campaign in two papers, made by hand, so that the screen is tested apart from what importers find."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from typing import Any, TypeVar

import pytest
from textual.color import Color
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from store import Timeline
from store.records import (
    Alternative,
    Bounds,
    Certainty,
    Context,
    Derivation,
    Entry,
    Event,
    Evidence,
    Figure,
    Issue,
    Kind,
    Quote,
    Record,
    Records,
    Span,
    Time,
)
from tui.app import CampaignApp
from tui.keys import name_of_character
from tui.models.shown import Library
from tui.screens.timeline import TimelineScreen

COURIER = """Hall overflows at launch

Some 1,800 people filled the Lowry in Salford on Saturday, where the candidate opened his campaign [sic].

“Many hands make a movement,” Jane Doe told the meeting. Organisers counted the seats yesterday.

Volunteers rang members all of last week. Nobody knows who threw the brick."""

BEACON = """Leeds turns out

More than 2,000 supporters came to the rally in Leeds on Saturday 30 July. Hull followed on the same day with 3,000 people.

“The North is awake,” said Ann Other. Stories of the strike of 1984-85 were told again.

The result is due on 24 September."""

HOSTILE = (
    "[sic] [/i] [b]bold[/] [@click=app.quit]leave[/] [red]\\[x] $accent {0} %s "
    "\x1b[31mCSI \x1b]52;c;aGk=\x07 \x1b]0;title\x07 \x1b]8;;http://x\x07 \x9b31m \x90q \x00 \x08 \r\n \t "
    "\u202eturned\u202c \u2066held\u2069 zero\u200bwidth \ufeff soft\u00adhyphen \u2028 \U000e0041 e" + "\u0301" * 30
)

SATURDAY, WEEK = date(2016, 7, 23), (date(2016, 7, 18), date(2016, 7, 24))
LEEDS, RESULT = date(2016, 7, 30), date(2016, 9, 24)

Found = TypeVar("Found", bound=Record)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def found(
    kind: type[Found], text: str, words: str, first: date | None, last: date | None = None, /, **fields: Any
) -> Found:
    start, end = at(text, words)
    return kind(start=start, end=end, text=words, first=first, last=last or first, **fields)


def courier() -> tuple[Issue, Records]:
    text = COURIER
    launch = at(
        text,
        "Some 1,800 people filled the Lowry in Salford on Saturday, where the candidate opened his campaign [sic].",
    )
    derivation = Derivation(
        rule="weekday before publication",
        anchor=date(2016, 7, 25),
        anchor_from="the day of publication",
        alternatives=(Alternative(first=LEEDS, last=LEEDS, because="the verb is in the past"),),
        evidence=(found(Evidence, text, "yesterday", WEEK[1], agrees=True),),
    )
    why = "A weekday with a verb in the past: the nearest one before the day of publication."
    times = (
        found(Time, text, "Saturday", SATURDAY, type="DATE", value="2016-07-23", why=why, derivation=derivation),
        found(Time, text, "yesterday", WEEK[1], type="DATE", value="2016-07-24", why="The day before publication."),
        found(Time, text, "last week", *WEEK, type="DATE", value="2016-W29", why="The week before publication."),
    )
    return Issue(text=text, context=_context("Morning Courier", None, date(2016, 7, 25)), title="Hall overflows"), Records(
        times=times,
        figures=(
            found(Figure, text, "Some 1,800 people", SATURDAY, low=1800, high=1800, qualifier="some", unit="people",
                  counted="people in the Lowry", kind="attendance", event=launch),
        ),
        quotes=(
            found(Quote, text, "Many hands make a movement,", SATURDAY, speaker="Jane Doe", cue="told",
                  speaker_start=text.index("Jane"), speaker_end=text.index("Jane") + 8, event=launch),
        ),
        events=(
            Event(start=launch[0], end=launch[1], text=text[slice(*launch)], title="Campaign launch, the Lowry, Salford",
                  kind="launch", first=SATURDAY, last=SATURDAY, time=at(text, "Saturday"), places=("Salford",),
                  attendance=Bounds(low=1800, high=1800)),
            found(Event, text, "Volunteers rang members all of last week.", *WEEK, title="Volunteers ring members",
                  kind="canvass", time=at(text, "last week")),
            found(Event, text, "Nobody knows who threw the brick.", None, title="Brick thrown", kind="incident"),
        ),
    )  # fmt: skip


def beacon() -> tuple[Issue, Records]:
    text = BEACON
    return Issue(text=text, context=_context("Weekly Beacon", "17", date(2016, 8, 2)), title="Leeds turns out"), Records(
        times=(
            found(Time, text, "Saturday 30 July", LEEDS, type="DATE", value="2016-07-30", why="Day and month are named."),
            found(Time, text, "the same day", LEEDS, type="DATE", value="2016-07-30", why="The day named before."),
            found(Time, text, "1984-85", date(1984, 1, 1), date(1985, 12, 31), type="DATE", value="1984/1985"),
            found(Time, text, "24 September", RESULT, type="DATE", value="2016-09-24", why="Day and month are named."),
        ),
        figures=(
            found(Figure, text, "More than 2,000 supporters", LEEDS, low=2000, high=None, qualifier="more than",
                  unit="people", counted="supporters", kind="attendance", places=("Leeds",)),
            found(Figure, text, "3,000 people", LEEDS, low=3000, high=3000, unit="people", counted="people",
                  kind="attendance", places=("Hull",)),
        ),
        quotes=(found(Quote, text, "The North is awake,", LEEDS, speaker="Ann Other", cue="said"),),
        events=(
            found(Event, text, "More than 2,000 supporters came to the rally in Leeds on Saturday 30 July.", LEEDS,
                  title="Rally in Leeds: more than 2,000", kind="rally", time=at(text, "Saturday 30 July"), places=("Leeds",)),
            found(Event, text, "Stories of the strike of 1984-85 were told again.", date(1984, 1, 1), date(1985, 12, 31),
                  title="Strike", kind="strike", time=at(text, "1984-85")),
            found(Event, text, "The result is due on 24 September.", RESULT, title="Result of the vote", kind="vote",
                  time=at(text, "24 September"), planned=True),
        ),
    )  # fmt: skip


def _context(publication: str, issue: str | None, published: date) -> Context:
    note = f"issue {issue}, from the issue number" if issue else "from the front matter"
    return Context(publication=publication, issue=issue, published=published, note=note)


def hostile() -> tuple[Issue, Records]:
    """A report that tries everything: markup in Textual's spellings, escape codes, overrides, hidden characters."""
    words = HOSTILE
    text = f"{words}\n\nOn Saturday {words} 50 people {words} “{words}” said {words}. {'wide ' * 40}{'日' * 60}{'x' * 10_000}"
    launch = at(text, f"On Saturday {words}")
    return Issue(text=text, context=Context(publication=words, issue=words, published=date(2016, 7, 25), note=words),
                 title=words, byline=words, source=words), Records(
        times=(found(Time, text, f"Saturday {words}", SATURDAY, type="DATE", value=words, why=words, derivation=Derivation(
            rule=words, anchor=SATURDAY, anchor_from=words,
            alternatives=(Alternative(first=LEEDS, last=LEEDS, because=words),),
            evidence=(Evidence(start=0, end=1, text=words, first=LEEDS, last=LEEDS, agrees=False),))),),
        figures=(found(Figure, text, "50 people", SATURDAY, low=50, high=50, unit=words, counted=words, kind=words,
                       qualifier=words),),
        quotes=(found(Quote, text, f"“{words}”", SATURDAY, speaker=words, cue=words, role=words, how=words),),
        events=(Event(start=launch[0], end=launch[1], text=text[slice(*launch)], title=words, kind=words, first=SATURDAY,
                      last=SATURDAY, places=(words,), people=(words,), attendance=Bounds(low=50, high=50), time=at(text, f"Saturday {words}")),),
    )  # fmt: skip


def entries_of(number: int, issue: Issue, records: Records) -> list[Entry]:
    derived: list[tuple[Kind, Any]] = [("time", time) for time in records.times]
    derived += [("figure", figure) for figure in records.figures]
    derived += [("quote", quote) for quote in records.quotes]
    derived += [("event", event) for event in records.events]
    made = []
    for place, (kind, record) in enumerate(derived, start=1):
        certainty: Certainty = "certain" if record.first == record.last else "bounded"
        certainty = "reported" if record.first is None else certainty
        day = record.first or issue.context.published
        made.append(
            Entry(id=number * 100 + place, day=day, kind=kind, issue_id=number, certainty=certainty, record=record)
        )
    return made


@pytest.fixture(scope="session")
def reports() -> list[tuple[Issue, Records]]:
    return [courier(), beacon()]


@pytest.fixture(scope="session")
def hostile_report() -> tuple[Issue, Records]:
    return hostile()


@pytest.fixture(scope="session")
def library(reports: list[tuple[Issue, Records]]) -> Library:
    issues, derived = [], []
    for number, (issue, records) in enumerate(reports, start=1):
        issues.append(Entry(id=number, day=None, kind="issue", issue_id=None, certainty="unknown", record=issue))
        derived += entries_of(number, issue, records)
    derived.sort(key=lambda entry: (entry.day or date.max, entry.issue_id, entry.id))
    return Library.read(issues, derived)


@pytest.fixture(scope="session")
def named(library: Library) -> Callable[[str], Entry]:
    """An item by a part of its words."""

    def find(words: str) -> Entry:
        return next(entry for entry in library.items if words in f"{getattr(entry.record, 'title', '')} {entry.record}")

    return find


@pytest.fixture
def timeline(reports: list[tuple[Issue, Records]]) -> Iterator[Timeline]:
    """The small campaign as a timeline in memory."""
    with Timeline.in_memory() as made:
        for issue, records in reports:
            made.add(issue, records)
        yield made


class Visit:
    """The app as a person has it before them: keys in, text of the screen out."""

    def __init__(self, app: CampaignApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> TimelineScreen:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, TimelineScreen)
        return screen

    @property
    def item(self) -> str:
        """The words of the item under the cursor."""
        entry = self.main.walk.entry
        return str(getattr(entry.record, "text", "")) if entry else ""

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def at_once(self, *keys: str) -> None:
        """Keys that come faster than any of them is done, as from a paste or a script."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        # Keys climb from widget to widget: only then are they done with.
        await self.pilot.pause(0.2)
        await self.settle()

    async def type(self, words: str) -> None:
        """Put words where the cursor is, as a paste does."""
        field = self.app.focused
        assert isinstance(field, Input)
        field.value = words
        await self.settle()

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """The lines of the screen as they are drawn."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    def drawn(self) -> list[str]:
        """The lines as they reach the terminal, behind all filters of the app."""
        strips = self.app.screen._compositor.render_strips()
        for each in self.app.get_line_filters():
            strips = [strip.apply_filter(each, Color(0, 0, 0)) for strip in strips]
        return ["".join(segment.text for segment in strip) for strip in strips]

    def key(self, character: str) -> str:
        return "escape" if character == "\x1b" else name_of_character(character)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines()) + "\n"


@pytest.fixture
def visit() -> Callable[..., AbstractAsyncContextManager[Visit]]:
    """Opens the real app on a timeline, in a terminal of a given size."""

    @asynccontextmanager
    async def open_app(
        timeline: Timeline,
        size: tuple[int, int] = (120, 36),
        title: str = "try.json",
        own: Callable[[], Timeline] | None = None,
        **more: Any,
    ) -> AsyncIterator[Visit]:
        app = CampaignApp(timeline, title, own, **more)
        async with app.run_test(size=size, notifications=True) as pilot:
            made = Visit(app, pilot)
            await made.settle()
            yield made

    return open_app
