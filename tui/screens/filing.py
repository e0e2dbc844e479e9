"""Files: import, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from store import Timeline, TimelineError
from tui.errors import UserError
from tui.screens.copying import Copying
from tui.screens.editing import READ_ONLY

if TYPE_CHECKING:
    from tui.screens.import_ import Order

# The dialogues are imported where they are opened: what they need is not needed to see the first screen.


BEGIN_OWN = "This timeline can only be read; importing ({import}) starts one of your own."
GOES_INTO_OWN = "Goes into your own timeline, shown from then on."


class Destination(Protocol):
    """Says where imports go: into the timeline shown, or, from the sample, into the user's own."""

    @property
    def imports_elsewhere(self) -> bool:
        """Whether they go into another timeline than the one shown."""

    def to_import_into(self) -> Timeline:
        """The timeline they go into; raises UserError or TimelineError."""

    async def show_own(self) -> None:
        """Show that timeline from now on, once there is something in it."""


class Filing(Copying):
    """What comes in and what goes out."""

    @property
    def destination(self) -> Destination:
        """Where imports go."""
        return cast("Destination", self.app)

    def read_only_words(self) -> str:
        """From the sample there is a way to a timeline that can be changed."""
        return BEGIN_OWN if self.destination.imports_elsewhere else super().read_only_words()

    def action_import(self) -> None:
        """Ask for files and read them into this timeline."""
        from tui.screens.import_ import ImportFrom

        if self.busy:
            self.notify(f"{self.busy} Import when that is done.", severity="warning")
        elif self.timeline.read_only and not self.destination.imports_elsewhere:
            self.notify(READ_ONLY, severity="warning")
        else:
            where = GOES_INTO_OWN if self.destination.imports_elsewhere else ""
            self.app.push_screen(ImportFrom(where), self._import)

    def _import(self, order: Order | None) -> None:
        from tui.screens.import_ import Importing

        if order is None:
            return
        try:
            timeline = self.destination.to_import_into()
        except (UserError, TimelineError) as error:
            self.notify(f"Not imported: {error}", severity="error")
            return
        if timeline.read_only:
            self.notify(f"Not imported: {' '.join(timeline.notices)}", severity="error")
        else:
            self.app.push_screen(Importing(timeline, order), self._imported)

    def _imported(self, sentence: str | None) -> None:
        if not sentence:
            return
        if self.destination.imports_elsewhere:
            # In the app's own time: this screen makes way for another.
            self.app.call_later(self.destination.show_own)
        else:
            self.read_timeline()
        self.app.call_later(self.app.notify, sentence, title="Imported")

    def action_export(self) -> None:
        """Ask for a format and a path, and write what is shown."""
        from tui.screens.export import Export

        if self.busy:
            self.notify(f"{self.busy} Export when that is done.", severity="warning")
            return
        from store.filters import Filter, FilterError

        try:
            keep = self.current_filter() or Filter()
        except FilterError as error:
            self.notify(f"The filter cannot be read: {error.message}.", severity="warning")
            return
        query = "" if keep.keeps_all else self.filter_text.strip()
        shown = self.walk.shown.number
        self.app.push_screen(Export(self.timeline, keep, query, shown), self._exported)

    def _exported(self, sentence: str | None) -> None:
        if sentence:
            self.notify(sentence, title="Exported")
