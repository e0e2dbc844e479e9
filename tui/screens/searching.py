"""Searching the texts of the reports, and stepping through the hits in the source."""

from __future__ import annotations

from store.records import Entry
from tui.hints import key_of, keyed
from tui.models.reading import span_of
from tui.models.text_search import Found, Hit
from tui.screens.base import IMPORT_FIRST
from tui.screens.marking import Marking
from tui.screens.paning import Paning


class Searching(Marking, Paning):
    """Words looked for in the reports, and where one stands among their hits."""

    found = Found("", (), 0)
    _shown_hit: Hit | None = None

    def action_search(self) -> None:
        """Ask for words and go to one of the places where they stand."""
        from tui.screens.search_texts import SearchTexts

        if self.library.issues:
            self.app.push_screen(SearchTexts(self.library.issues, self.found.words), self._go_to_found)
        else:
            self.notify(f"There is no report to search yet: {keyed(IMPORT_FIRST)}")

    def _go_to_found(self, found: Found | None) -> None:
        if found is not None:
            self.leave_place()
            self.found = found
            self._show_hit()

    def action_step_hit(self, by: int) -> None:
        """In the source, after a search: the next or previous place where the words stand; else the next item."""
        if self.active != "source" or not self.found.hits:
            super().action_step_hit(by)
            return
        self.found = Found(self.found.words, self.found.hits, (self.found.at + by) % len(self.found.hits))
        self._show_hit()

    def _show_hit(self) -> None:
        hit = self.found.hits[self.found.at]
        if hit.issue_id not in self.library.issues:
            self.notify("This report has been read anew; search again.")
            return
        item = self._item_at(hit)
        if item is not None:
            self.walk.select(item.id)
        self._shown_hit = hit
        self.action_pane("source")
        self.draw()

    def _item_at(self, hit: Hit) -> Entry | None:
        """The item shown whose words are the nearest ones to a hit; None where the report has none that is shown."""
        ids = self.walk.shown.ids
        there = [entry for entry in self.library.of_issue.get(hit.issue_id, ()) if entry.id in ids]

        def far(entry: Entry) -> int:
            start, end = span_of(entry)
            return max(start - hit.start, hit.end - end, 0)

        return min(there, key=far, default=None)

    def hit_to_show(self) -> tuple[Hit, str] | None:
        """The hit gone to, for the one time that is drawn next, and which of how many it is."""
        hit, self._shown_hit = self._shown_hit, None
        steps = " ".join(filter(None, (key_of("hit.next"), key_of("hit.previous"))))
        place = f"hit {self.found.at + 1:,}/{len(self.found.hits):,}"
        return (hit, " · ".join(filter(None, (place, steps)))) if hit else None
