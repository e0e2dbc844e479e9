"""Reading the timeline beside the screen, at the start and after an import."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event, Lock

from textual import on
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from store import Timeline, TimelineError
from tui import heap
from tui.models.go_to import prepare
from tui.models.happenings import together
from tui.models.shown import Library, Shown
from tui.models.sorting import following, in_order
from tui.models.walk import Walk
from tui.remembered import Memory
from tui.screens.base import READING
from tui.screens.filtering import PREPARING, Filtering
from tui.settings import Settings
from tui.widgets.inputs import FilterBar

FOLLOW_EVERY = 3.0
"""Seconds between two looks at a timeline that another program may write to."""
LOOK_FIRST = 0.5
"""Seconds for which what is not needed to see the first screenful waits for that to be drawn, at the longest."""
ASK_AGAIN = 0.03
"""Seconds after which who waits to write asks again whether the timeline is being read."""
NOTICE_STAYS = 8.0
"""Seconds for which each line of a notice is shown: it is longer than a word of confirmation."""


class Reading(Filtering):
    """From the timeline to what is shown."""

    def __init__(
        self, timeline: Timeline, title: str, settings: Settings | None = None, memory: Memory | None = None
    ) -> None:
        """Nothing read yet."""
        super().__init__(timeline, title, settings, memory)
        self._noticed: list[str] = []
        self._at_timeline = Lock()
        """Held by the thread that reads the timeline, or writes to it: never two at once."""
        self._on_screen = Event()
        """Set where what was read stands on the screen."""
        self._to_write: list[Callable[[], None]] = []
        self._following: Timer | None = None

    @dataclass
    class Read(Message):
        """The timeline has been read."""

        library: Library
        everything: Shown

    @dataclass
    class Searchable(Message):
        """The timeline can be filtered."""

        library: Library
        names: Mapping[str, Sequence[str]]
        """Field of the filter language -> names that occur."""

    @dataclass
    class Merged(Message):
        """The events have been merged, behind the first screenful."""

        library: Library

    @dataclass
    class Unreadable(Message):
        """The timeline could not be read, and why."""

        mistake: str

    def read_timeline(self) -> None:
        """Read the timeline anew; where one stands stays."""
        self.busy = READING

        self.run_worker(self._read_beside, thread=True, group="read", exclusive=True)

    def _read_beside(self) -> None:
        heap.look_seldom()
        try:
            with self._at_timeline:
                library = Library.read(
                    self.timeline.issues(),
                    self.timeline.entries(),
                    self.timeline.as_found,
                    self.timeline.named_in,
                    self.timeline.other_names,
                )
        except (TimelineError, OSError) as error:
            self.post_message(self.Unreadable(str(error)))
            return
        everything, _ = library.everything, library.of_issue
        library.merged_later = not (self.library.items and library.is_small)
        if not library.merged_later:
            _ = library.happenings
        self._on_screen.clear()
        self.post_message(self.Read(library, everything))
        self._on_screen.wait(LOOK_FIRST)
        if not library.is_small:
            self._prepare_search(library)
        from store.filters import Filter
        from tui.models.facets import MOST_NAMES, names_in

        self.post_message(self.Searchable(library, names_in(library.facets(Filter(), MOST_NAMES))))
        heap.keep()
        _ = library.happenings
        heap.keep()
        if library.merged_later:
            self.post_message(self.Merged(library))
        # Whoever asks for a day does not wait for the grammar then.
        prepare()
        if library.finder.search is not None:
            library.finder.look_up_letters(library.known)
        if get_current_worker().is_cancelled:
            # Another one has been read meanwhile.
            library.let_go()
        heap.keep()
        if not library.is_small:
            heap.trim()
        heap.look_at_rest()

    def _prepare_search(self, library: Library) -> None:
        """Bring the search index up to date; where there can be none, filters read every item, and a notice says so."""
        try:
            with self._at_timeline:
                library.finder.search_with(self.timeline.search())
                _ = library.known.names
        except TimelineError as error:
            self.problems = (*self.problems, str(error))

    def when_free(self, write: Callable[[], None]) -> None:
        """Write to the timeline as soon as nobody reads it, at once where nobody does; in the order asked for."""
        self._to_write.append(write)
        self._write_waiting()

    def _write_waiting(self) -> None:
        while self._to_write:
            if not self._at_timeline.acquire(blocking=False):
                self.set_timer(ASK_AGAIN, self._write_waiting)
                return
            try:
                write = self._to_write.pop(0)
                write()
            finally:
                self._at_timeline.release()

    def follow(self) -> None:
        """Where another program may write to the timeline: look every few seconds for what it has written."""
        if self.timeline.read_only:
            self._following = self.set_interval(FOLLOW_EVERY, self.look_again)

    def look_again(self) -> None:
        """Read what another program has written since; not while a dialogue has its eyes on the timeline."""
        if not self.busy and self.app.screen is self:
            self.run_worker(self._follow_beside, thread=True, group="follow", exclusive=True)

    def _follow_beside(self) -> None:
        try:
            with self._at_timeline:
                changed = self.timeline.refresh()
        except (TimelineError, OSError) as error:
            self.post_message(self.Unreadable(str(error)))
            return
        if changed:
            self._read_beside()

    @on(Unreadable)
    def _unreadable(self, message: Unreadable) -> None:
        self.busy = ""
        if self._following is not None:
            self._following.stop()
        self.draw()
        self.notify(message.mistake, title="The timeline cannot be read", severity="error", timeout=60)

    @on(Read)
    def _read(self, message: Read) -> None:
        first_time, before = not self.library.items, self.library
        self.library, self.everything, self.busy = message.library, message.everything, ""
        self.preparing = not self.library.is_small
        if self.preparing:
            self.busy = PREPARING
        if first_time:
            self.walk = Walk(self.everything)
            self.come_back()
        self.sort_items(self.sort)
        self.apply_filter()
        self.read_anew()
        before.let_go()
        # A resize while the first screen was being made may have come too early for its panes.
        self.call_after_refresh(self.arrange_panes)
        self.call_after_refresh(self._on_screen.set)
        self._tell_notices()

    @on(Searchable)
    def _searchable(self, message: Searchable) -> None:
        if message.library is self.library:
            self.query_one(FilterBar).names = message.names
            self._tell_notices()
            if self.preparing:
                self.preparing, self.busy = False, ""
                self.apply_filter()

    @on(Merged)
    def _merged(self, message: Merged) -> None:
        if message.library is self.library:
            self.sort_items(self.sort)
            self.draw()

    def come_back(self) -> None:
        """Go where one was when the timeline was left."""

    def read_anew(self) -> None:
        """Bring what is remembered of the items in line with what has been read."""

    def sort_items(self, sort: str) -> None:
        """Show the items of every day in this order."""
        library = self.library
        self.sort = sort
        self.walk.arrange(lambda items: together(in_order(items, sort, library.issues), library.happening_of))

    def action_sort(self) -> None:
        """Show the items of every day in the next order."""
        self.sort_items(following(self.sort))
        self.draw()
        self.notify(f"Order of a day's items: {self.sort}.")

    def _tell_notices(self) -> None:
        """Say what is wrong with the settings, and what opening had to put right or leave out, each once."""
        new = [notice for notice in (*self.problems, *self.timeline.notices) if notice not in self._noticed]
        self._noticed += new
        if new:
            self.notify("\n".join(new), severity="warning", timeout=NOTICE_STAYS * len(new))
