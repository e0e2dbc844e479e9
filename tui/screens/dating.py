"""Reports that wait for a day of publication, worked off one after the other."""

from __future__ import annotations

from tui.screens.editing import Editing


class Dating(Editing):
    """Gives one report after the other its date."""

    def action_undated(self) -> None:
        """List the reports without a day, to give one of them a date; then list those left."""
        self._list_undated(frozenset())

    def _list_undated(self, done: frozenset[int]) -> None:
        from tui.models.undated import by_id, waiting
        from tui.screens.undated import Undated

        found = [each for each in waiting(self.library) if each.issue_id not in done]
        if not found:
            self.notify("Every report in this timeline has its day of publication.")
            return
        undated = Undated(found, self.library)

        def date(issue_id: int | None) -> None:
            chosen = by_id(undated.list.found).get(issue_id or 0)
            if chosen is None or not self.can_edit():
                return

            def then(dated: bool) -> None:  # noqa: FBT001 - what the dialogue answers
                self._list_undated(done | {chosen.issue_id} if dated else done)

            self.ask_context(chosen.issue_id, chosen.issue, then, chosen.suggestion)

        self.app.push_screen(undated, date)
