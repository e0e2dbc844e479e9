"""Editing: what a person says of an item, and taking it back; all of it survives a later import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store import TimelineError
from store.records import Correction, Entry, Issue, Step
from tui.hints import keyed
from tui.models.edits import Said, item_of, report_of, said_of
from tui.models.record_rows import title_of
from tui.screens.returning import Returning

if TYPE_CHECKING:
    from tui.models.rework import Rework
    from tui.screens.correct import Change

# Dialogues are imported where they are opened: what they need is not needed to see the first screen.

READ_ONLY = "This timeline can only be read: nothing in it can be changed from here."


class Editing(Returning):
    """Corrections of items: each is on the disk when its message appears, and can be undone at any later time."""

    def said_of(self, entry: Entry | None) -> Sequence[tuple[str, str]]:
        """What a person said of an item, by label."""
        if entry is None or not (entry.corrected or entry.note or entry.ties):
            return ()
        records = (each.record for each in self.timeline.corrections_of(entry.id))
        return said_of(record for record in records if isinstance(record, Correction))

    def can_edit(self) -> bool:
        """Whether the timeline can be written to, also while it is read anew: the items keep their ids."""
        busy = self.busy and not self.library.issues
        if self.timeline.read_only:
            self.notify(keyed(self.read_only_words()), severity="warning")
        elif busy:
            self.notify(f"{self.busy} Edit when that is done.", severity="warning")
        return not self.timeline.read_only and not busy

    def read_only_words(self) -> str:
        """What to say to whoever wants to change a timeline that can only be read, as `keyed` reads it."""
        return READ_ONLY

    def _here(self) -> Entry | None:
        """The item under the cursor, where it can be edited."""
        entry = self.walk.entry
        if entry is None:
            self.notify("There is no item under the cursor.")
        return entry if entry is not None and self.can_edit() else None

    def do_edit(
        self,
        write: Callable[[], object],
        words: str,
        item: int | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Write something, say `words` and read the timeline anew; `item` is where one then stands, `then` what follows.

        The words name keys as `keyed` reads them.
        """

        def do() -> None:
            try:
                write()
            except (TimelineError, ValueError, KeyError, OSError) as error:
                said = "it is not in the timeline any more" if isinstance(error, KeyError) else str(error)
                self.notify(f"Not done: {said}", severity="error")
                return
            self.notify(keyed(words))
            if item is not None:
                self.walk.item = item
            self.read_timeline()
            then()

        self.when_free(do)

    def action_correct_date(self) -> None:
        """Ask for the right day of the item under the cursor."""
        from tui.screens.correct import CorrectDate

        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        counted_from = self.walk.day or (issue.context.published if issue else None)
        if entry is None or counted_from is None:
            self.notify("Nothing under the cursor to correct.")
        elif self.can_edit():

            def correct(change: Change | None) -> None:
                if change is not None:
                    self.do_edit(
                        lambda: self.timeline.correct(entry.id, change.fields, change.note),
                        "Corrected; {edit.undo} takes it back.",
                        entry.id,
                    )

            self.app.push_screen(CorrectDate(counted_from), correct)

    def action_delete(self) -> None:
        """Show the item under the cursor no longer."""
        entry = self._here()
        if entry is not None:
            following = self._beside(entry)
            self.do_edit(lambda: self.timeline.delete(entry.id), "Deleted; {edit.undo} takes it back.", following)

    def _beside(self, entry: Entry) -> int | None:
        """The item below, else the one above: where one stands when `entry` has gone."""
        ids = [other.id for other in self.walk.items]
        at = ids.index(entry.id)
        return next(iter([*ids[at + 1 :], *ids[:at][::-1]]), None)

    def action_star(self) -> None:
        """Mark the item under the cursor with a star, or take it away."""
        entry = self._here()
        if entry is None:
            return

        def star() -> None:
            # Not what the screen knows: it may not have read the last step yet.
            self.timeline.star(entry.id, on=not self.timeline.get(entry.id).starred)

        self.do_edit(star, "Star taken away." if entry.starred else "Starred; is:starred finds it.", entry.id)

    def action_note(self) -> None:
        """Ask for a remark on the item under the cursor."""
        from tui.screens.ask_note import AskNote

        entry = self._here()
        if entry is not None:

            def note(words: str | None) -> None:
                if words is not None and words != entry.note:
                    said = "Noted; {pane.4} shows it." if words else "Note taken away."
                    self.do_edit(lambda: self.timeline.annotate(entry.id, words), said, entry.id)

            self.app.push_screen(AskNote(entry.note), note)

    def _event_here(self) -> Entry | None:
        entry = self._here()
        event = entry if entry is None or entry.kind == "event" else self.library.event_of(entry)
        if entry is not None and event is None:
            self.notify("This belongs to no event.")
        return event

    def action_join(self) -> None:
        """Ask for the event that the one under the cursor is the same as."""
        from tui.models.accounts import accounts
        from tui.models.neighbours import neighbours
        from tui.screens.choosing import Choosing
        from tui.widgets.lists import EventList

        event = self._event_here()
        if event is None:
            return
        found = neighbours(event, self.library)
        if not found:
            self.notify("There is no other event in these days.")
            return

        def join(other: int | None) -> None:
            there = next((each for each in found if each.id == other), None)
            if there is not None:
                both = [each.id for each in (*accounts(event, self.library), *accounts(there, self.library))]
                self.do_edit(lambda: self.timeline.join(event.id, both), "Joined; {edit.undo} takes it back.", event.id)

        asked = f"The same event as {title_of(event)}"
        self.app.push_screen(Choosing(asked, EventList(found, self.library), found[0].id, "join"), join)

    def action_split(self) -> None:
        """Ask which mention of the event under the cursor tells another one."""
        from tui.models.accounts import accounts
        from tui.screens.choosing import Choosing
        from tui.widgets.lists import AccountList

        event = self._event_here()
        if event is None:
            return
        told = accounts(event, self.library)
        if len(told) < 2:
            self.notify("Only one mention tells of this event.")
            return

        def split(other: int | None) -> None:
            rest = [each.id for each in told if each.id != other]
            if other is not None:
                self.do_edit(lambda: self.timeline.split(other, rest), "Split off; {edit.undo} takes it back.", other)

        self.app.push_screen(
            Choosing("Which one tells another event?", AccountList(told, self.library), event.id, "split off"), split
        )

    def action_corrections(self) -> None:
        """List what was done by hand, to go there or to take it back."""
        from tui.screens.corrections import Corrections

        found = self._all_said()
        if found:
            self.app.push_screen(Corrections(found, self._withdraw), self._go_to_said)
        else:
            self.notify("Nothing in this timeline was corrected by hand yet.")

    def _all_said(self) -> list[Said]:
        issues = self.library.issues
        made = [(entry, entry.record) for entry in self.timeline.corrections()]
        said = [
            Said(entry.id, record, self.timeline.corrected_entry(entry.id), issues.get(entry.issue_id or 0))
            for entry, record in made
            if isinstance(record, Correction)
        ]
        return sorted(said, key=lambda each: (each.about is not None, -each.id))

    def _withdraw(self, said: Said) -> Sequence[Said]:
        if self.can_edit():
            self.do_edit(lambda: self.timeline.withdraw(said.id), "Taken back; {edit.undo} has it again.")
        return [each for each in self._all_said() if each.id != said.id]

    def _go_to_said(self, item: int | None) -> None:
        self.go_to_item(item, "It is deleted, or hidden by the filter.")

    def action_change_context(self) -> None:
        """Ask for paper, number and day of publication of the report, showing what would move."""
        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        if entry is None or issue is None or entry.issue_id is None:
            self.notify("There is no report under the cursor.")
        elif self.can_edit():
            self.ask_context(entry.issue_id, issue)

    def ask_context(
        self, issue_id: int, issue: Issue, then: Callable[[bool], None] = lambda _: None, suggested: str = ""
    ) -> None:
        """Ask for the publication of a report; `then` is told whether it got a day, `suggested` is a day to start from."""
        from tui.screens.context import ChangeContext

        def change(result: Rework | None) -> None:
            if result is None:
                then(False)  # noqa: FBT003 - the answer
                return
            dated = result.issue.context.published is not None
            self.do_edit(
                lambda: self.timeline.recontext(issue_id, result.issue.context, result.records),
                "Changed; all dates of this report are resolved anew. {edit.undo} takes it back.",
                then=lambda: then(dated),
            )

        self.app.push_screen(ChangeContext(issue, self.library.times_of(issue_id), suggested), change)

    def action_undo(self) -> None:
        """Take the last step back, however long ago it was made."""
        from importers import read_again

        self._turn(lambda: self.timeline.undo(read_again), "Taken back", "Nothing done by hand is left to take back.")

    def action_redo(self) -> None:
        """Do what was taken back again."""
        from importers import read_again

        self._turn(lambda: self.timeline.redo(read_again), "Done again", "Nothing was taken back last.")

    def _turn(self, turn: Callable[[], Step | None], words: str, nothing: str) -> None:
        if not self.can_edit():
            return

        def do() -> None:
            try:
                step = turn()
            except TimelineError as error:
                self.notify(f"Not done: {error}", severity="error")
                return
            if step is None:
                self.notify(nothing)
                return
            self.notify(f"{words}: {step.what}")
            report = report_of(step)
            item = item_of(step, self.timeline.of_issue(report)) if report is not None else None
            self.walk.item = self.walk.item if item is None else item
            self.read_timeline()

        self.when_free(do)
