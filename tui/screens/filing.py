"""Files: import, export, copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, cast

from store import Timeline, TimelineError
from store.filters import Filter, FilterError
from tui.errors import UserError
from tui.models.citation import citation
from tui.screens.editing import READ_ONLY, Editing

if TYPE_CHECKING:
    from tui.screens.import_ import Order

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)

# The dialogues are imported where they are opened: what they need is not needed to see the first screen.


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


class Filing(Editing):
    """What comes in and what goes out."""

    @property
    def destination(self) -> Destination:
        """Where imports go."""
        return cast("Destination", self.app)

    def action_copy(self) -> None:
        """Copy the item under the cursor: what, when, from where."""
        entry = self.walk.entry
        if entry is None:
            self.notify("Nothing under the cursor to copy.")
            return
        self.app.copy_to_clipboard(citation(entry, self.library))
        self.notify("Copied. Where your terminal does not take it, export (E) writes a file.")

    def action_open_address(self) -> None:
        """Open the web address of the report; only http and https, for a document is not trusted to name others."""
        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        address = issue.context.url if issue else None
        if address and _ADDRESS.fullmatch(address):
            self.app.open_url(address)
            self.notify(f"Opening {address}")
        elif issue is not None and issue.source:
            self.notify(f"No web address is known; this report was read from {issue.source}.")
        else:
            self.notify("No web address is known for this report.")

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
        try:
            keep = self.current_filter() or Filter()
        except FilterError as error:
            self.notify(f"The filter cannot be read: {error.message}.", severity="warning")
            return
        query = "" if keep.keeps_all else self.filter_text.strip()
        shown = len(self.walk.shown.items)
        self.app.push_screen(Export(self.timeline, keep, query, shown), self._exported)

    def _exported(self, sentence: str | None) -> None:
        if sentence:
            self.notify(sentence, title="Exported")
