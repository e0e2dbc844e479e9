"""Files: import, export, copy."""

from __future__ import annotations

from store.filters import Filter, FilterError
from tui.models.citation import citation
from tui.screens.export import Export
from tui.screens.filtering import Filtering


class Filing(Filtering):
    """What comes in and what goes out."""

    def action_copy(self) -> None:
        """Copy the item under the cursor: what, when, from where."""
        entry = self.walk.entry
        if entry is None:
            self.notify("Nothing under the cursor to copy.")
            return
        self.app.copy_to_clipboard(citation(entry, self.library))
        self.notify("Copied. Where your terminal does not take it, export (E) writes a file.")

    def action_export(self) -> None:
        """Ask for a format and a path, and write what is shown."""
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
