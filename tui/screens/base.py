"""The state of the timeline screen and how it is drawn; the actions are laid over it theme by theme."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from store import Timeline
from store.records import Entry
from tui.actions import footer
from tui.hints import key_lines, keyed
from tui.models.notes import GIVES, in_the_app
from tui.models.pieces import Line, width_of
from tui.models.record_rows import paper_of
from tui.models.shown import Library, Shown
from tui.models.sorting import SORTS
from tui.models.text_search import Hit
from tui.models.travels import Travels
from tui.models.walk import Walk
from tui.models.words import SIGNS, SURE, count
from tui.remembered import Memory
from tui.safe_text import safe
from tui.settings import Settings
from tui.widgets.bars import Bar, HeatStrip
from tui.widgets.compositor import PlainCompositor
from tui.widgets.inputs import FilterBar
from tui.widgets.line_view import LineView
from tui.widgets.paint import COMPONENTS
from tui.widgets.panes import EMPTY, DayList, RecordList, WhyView
from tui.widgets.source import SourceView

PaneName: TypeAlias = Literal["days", "records", "source", "why"]

PANES: tuple[PaneName, ...] = ("days", "records", "source", "why")
NARROW, WIDE = 80, 120
"""Below NARROW columns one pane at a time, from WIDE columns on all four."""
LOW = 20
"""Below this many lines one pane at a time, and the bars that can be missed go."""

READING = "Reading the timeline …"
IMPORT_FIRST = "import something first ({import})."
HIDDEN = "The filter hides this item; {filter.switch} switches the filter off."
SPELT = "\n~ before a word finds other spellings of it too: ~corbin"
TO_ITEMS = ("busy.previous busy.next", "to the days with items")


class TimelineBase(Screen[None]):
    """What all themes of actions share: the timeline, what is shown of it, where one stands, the panes."""

    AUTO_FOCUS = "#days"
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    focused = Reactive[Widget | None](None, repaint=False)
    """Where keys go; Textual would draw everything anew when it changes."""

    def __init__(
        self, timeline: Timeline, title: str, settings: Settings | None = None, memory: Memory | None = None
    ) -> None:
        """Show a timeline under a title, as a user has set it and left it; it is read once the screen is there."""
        super().__init__()
        self._compositor = PlainCompositor()
        self.timeline = timeline
        self.name_shown = title
        self.settings = settings or Settings()
        self.memory = memory or Memory(None)
        self.problems: Sequence[str] = ()
        """What is wrong with what the user has set or left, a line each; said once the timeline is there."""
        self.sort = next(iter(SORTS))
        self.library: Library = EMPTY
        self.everything: Shown = Shown(())
        self.walk = Walk(self.everything)
        self.travels = Travels()
        self.filter_on = True
        self.filter_read = ""
        """The filter as typed when it could be read last: what is shown is what it left."""
        self.active: PaneName = "days"
        self.zoomed = False
        self.busy: str = READING
        """What is going on that the timeline must be left alone for; "" is nothing."""
        self._bars_of: tuple[object, ...] = ()
        """What the title and the footer were made of last."""
        self._told = ""
        self._untold: Timer | None = None

    def compose(self) -> ComposeResult:
        """The bars, and the panes between them."""
        yield Bar(id="title")
        yield FilterBar(id="filter-bar")
        yield HeatStrip(id="strip")
        with Container(id="panes"):
            yield DayList(id="days")
            yield RecordList(id="records")
            yield SourceView(id="source")
            yield WhyView(id="why")
        yield Bar(id="status")
        yield Bar(id="footer")

    @property
    def filter_text(self) -> str:
        """The filter as typed."""
        return self.query_one(FilterBar).field.value

    @property
    def typing(self) -> bool:
        """Whether keys go to the filter line."""
        return self.focused is self.query_one(FilterBar).field

    def view(self, name: PaneName) -> LineView:
        """One of the panes."""
        return self.query_one(f"#{name}", LineView)

    def draw(self) -> None:
        """Bring everything in line with where one stands."""
        walk = self.walk
        self.query_one(DayList).show(walk.shown, walk.day, self.starred_days())
        self.query_one(HeatStrip).show(walk.shown, walk.day)
        records = self.query_one(RecordList)
        records.hint = "" if walk.items else self._hint()
        records.show(walk.items, self.library, walk.day, walk.item, self.starred_items(walk.day))
        self.query_one(SourceView).show(walk.entry, self.library, self.hit_to_show())
        self.query_one(WhyView).show(walk.entry, self.library, self.said_of(walk.entry))
        self._draw_bars()

    def foresee(self) -> None:
        """Have ready what the next step by day shows if it goes on as the last one, while nobody waits."""
        if self.busy or self.library.merging:
            return
        ahead = self.walk.ahead()
        if ahead.day == self.walk.day:
            return
        self.query_one(RecordList).foresee(ahead.items, self.library, self.starred_items(ahead.day))
        self.query_one(SourceView).foresee(ahead.entry, self.library)
        self.query_one(WhyView).foresee(ahead.entry, self.library, self.said_of(ahead.entry))

    def starred_days(self) -> frozenset[date | None]:
        """The days that have a bookmark."""
        return frozenset()

    def starred_items(self, day: date | None) -> frozenset[int]:
        """The items of a day that have one."""
        del day
        return frozenset()

    def said_of(self, entry: Entry | None) -> Sequence[tuple[str, str]]:
        """What a person said of an item, by label."""
        del entry
        return ()

    def hit_to_show(self) -> tuple[Hit, str] | None:
        """A place in a report that is to be shown instead of the item's own, and what to say of it."""
        return None

    def _hint(self) -> str:
        if not self.library.items:
            begin = (("import", "import files or a folder"), ("palette", "all commands"), ("help", "help"))
            return self.busy or f"\nNothing here yet.\n\n{key_lines(*begin)}"
        query, hidden = self.filter_read, self.everything.count(self.walk.day)
        off = (("back", "clears the filter"), ("filter.switch", "switches it off"))
        if not self.walk.shown.number:
            spelt = "" if "~" in query else SPELT
            return f"\nNothing matches the filter\n{query}\n\n{key_lines(*off)}{spelt}"
        if hidden:
            told = f"{count(hidden, 'item')} of this day hidden by the filter\n{query}"
            return f"\n{told}\n\n{key_lines(TO_ITEMS, *off)}"
        return f"\nNothing on this day.\n\n{key_lines(TO_ITEMS)}"

    def _draw_bars(self) -> None:
        self._draw_status()
        of = (
            self.library,
            self.everything,
            self.name_shown,
            self.timeline.read_only,
            self.settings.keys,
            self.size.width,
        )
        if of == self._bars_of:
            return
        self._bars_of = of
        parts = [count(len(self.library.issues), "report"), count(len(self.everything.days), "day")]
        parts += [count(number, kind) for kind, number in self.library.counts]
        only = (("  read only", "sign"),) if self.timeline.read_only else ()
        title = (("CAMPAIGN TIMELINE", "strong"), (f"  {self.name_shown}", ""), *only)
        self.query_one("#title", Bar).show(title, ((" · ".join(parts), "muted"),) if self.library.items else ())
        self.query_one("#footer", Bar).show(((footer(self.size.width - 2, self.settings.keys), ""),))

    def _draw_status(self) -> None:
        left: Line = ((self._told, "strong"),) if self._told else ((self._status(), ""),)
        self.query_one("#status", Bar).show(left, ((self.busy, "strong"),) if self.busy else ())

    def tell(self, words: str, seconds: float) -> bool:
        """Say something in the status line for a while; False where it does not fit or the line is not there."""
        if "\n" in words or width_of(safe(words)) > self.size.width - 2 or not self.query_one("#status").display:
            return False
        if self._untold is not None:
            self._untold.stop()
        self._told = words
        self._untold = self.set_timer(seconds, self.tell_no_more)
        self._draw_status()
        return True

    def tell_no_more(self) -> None:
        """Take away what was said last, for its time is over or something else is said elsewhere."""
        if self._told:
            self._told = ""
            self._draw_status()

    def _status(self) -> str:
        entry, walk = self.walk.entry, self.walk
        if entry is None:
            return ""
        same = [other.id for other in walk.items if other.kind == entry.kind]
        place = f"{entry.kind} {same.index(entry.id) + 1}/{len(same)} {SIGNS[entry.certainty]} {SURE[entry.certainty]}"
        issue = self.library.issue_of(entry)
        return " · ".join(
            filter(None, [place, paper_of(issue), in_the_app(issue.context.note, GIVES) if issue else ""])
        )

    def arrange_panes(self) -> None:
        """Lay the panes out for the size of the screen: one, three or four of them."""
        width, height = self.size
        alone = self.zoomed or width < NARROW or height < LOW
        wide = width >= WIDE and not alone
        panes = self.query_one("#panes")
        panes.set_class(wide, "-wide")
        panes.set_class(not wide and not alone, "-normal")
        for name in PANES:
            hidden = "source" if self.active == "why" else "why"
            self.view(name).display = name == self.active if alone else wide or name != hidden
        low = height < LOW
        filtering = bool(self.filter_text) or self.typing
        self.query_one("#filter-bar").display = not low or filtering
        self.query_one("#status").display = not low

    def to_pane(self, name: PaneName) -> None:
        """Make a pane the active one."""
        self.active = name
        self.arrange_panes()
        view = self.view(name)
        at_once = ExitStack()
        # What has been asked for meanwhile waits for a word when the batch is over.
        at_once.callback(self.check_idle)
        # The pane left and the pane entered hear of it one after the other, and would be drawn so.
        at_once.enter_context(self.app.batch_update())
        # Not `focus`, which waits its turn behind the keys that have been pressed since.
        self.set_focus(view)
        view.call_later(at_once.close)

    def leave_place(self) -> None:
        """Remember where one stands before going elsewhere."""
        self.travels.leave((self.walk.day, self.walk.item))

    def go_to_item(self, item: int | None, hidden: str = HIDDEN) -> None:
        """Go to an item that was asked for; None stays. Where it is not shown `hidden` is said, as `keyed` reads it."""
        if item is None:
            return
        if item not in self.walk.shown.ids:
            self.notify(keyed(hidden))
            return
        self.leave_place()
        self.walk.select(item)
        self.to_pane("records")
        self.draw()

    def on_resize(self) -> None:
        """Keep everything reachable, and the place."""
        self.arrange_panes()
        self.call_after_refresh(self._draw_bars)
