"""Reading the timeline beside the screen, at the start and after an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from store import TimelineError
from tui.models.facets import names_in
from tui.models.shown import Library, Shown
from tui.models.walk import Walk
from tui.screens.base import READING
from tui.screens.filtering import Filtering
from tui.widgets.inputs import FilterBar


class Reading(Filtering):
    """From the timeline to what is shown."""

    @dataclass
    class Read(Message):
        """The timeline has been read."""

        library: Library
        everything: Shown
        names: Mapping[str, Sequence[str]]
        """Field of the filter language -> names that occur."""

    @dataclass
    class Unreadable(Message):
        """The timeline could not be read, and why."""

        mistake: str

    def read_timeline(self) -> None:
        """Read the timeline anew; where one stands stays."""
        self.busy = READING

        def work() -> None:
            try:
                library = Library.read(self.timeline.issues(), self.timeline.entries())
            except (TimelineError, OSError) as error:
                self.post_message(self.Unreadable(str(error)))
                return
            everything, _ = library.everything, library.of_issue
            self.post_message(self.Read(library, everything, names_in(library)))
            library.prepare()

        self.run_worker(work, thread=True, group="read", exclusive=True)

    @on(Unreadable)
    def _unreadable(self, message: Unreadable) -> None:
        self.busy = ""
        self.draw()
        self.notify(message.mistake, title="The timeline cannot be read", severity="error", timeout=60)

    @on(Read)
    def _read(self, message: Read) -> None:
        first_time = not self.library.items
        self.library, self.everything, self.busy = message.library, message.everything, ""
        self.query_one(FilterBar).names = message.names
        if first_time:
            self.walk = Walk(self.everything)
            for notice in self.timeline.notices:
                self.notify(notice, severity="warning")
        self.apply_filter()
