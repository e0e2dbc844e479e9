"""Files: import, export, copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.filters import Filter, FilterError
from tui.models.citation import citation
from tui.screens.editing import READ_ONLY, Editing

if TYPE_CHECKING:
    from tui.screens.import_ import Order

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)

# The dialogues are imported where they are opened: what they need is not needed to see the first screen.


class Filing(Editing):
    """What comes in and what goes out."""

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
        elif self.timeline.read_only:
            self.notify(READ_ONLY, severity="warning")
        else:
            self.app.push_screen(ImportFrom(), self._import)

    def _import(self, order: Order | None) -> None:
        from tui.screens.import_ import Importing

        if order is not None:
            self.app.push_screen(Importing(self.timeline, order), self._imported)

    def _imported(self, sentence: str | None) -> None:
        if sentence:
            self.notify(sentence, title="Imported")
            self.read_timeline()

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
