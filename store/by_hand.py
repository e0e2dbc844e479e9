"""What a person does to a timeline by hand: corrections, joins and splits, notes and stars, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import msgspec

from store.anchors import elsewhere, named, shown
from store.corrections import change, require_events
from store.layout import Row
from store.line_index import KIND_CODES
from store.reading import Reading
from store.records import Act, Context, Correction, Elsewhere, Entry, Finding, Held, Issue, Recontext, Records, Step
from store.steps import ReadAgain, Steps, contexts_of_turn, rows_of_turn
from store.taking_turns import one_at_a_time
from store.timeline_file import TimelineFile

_SAID: dict[Act, str] = {
    "change": "corrected",
    "delete": "deleted",
    "join": "joined with others",
    "split": "split off",
    "note": "note on",
    "star": "star on",
}


class ByHand:
    """The part of `Timeline` that holds a person's word on what was found.

    Every method that writes makes one step, which is on the disk when it returns, and which `undo` takes back as a
    whole, at any later time. Each raises KeyError where there is no entry of this id, ValueError (one line) where
    the entry cannot be corrected so, TimelineError where the file cannot be written.
    """

    _file: TimelineFile
    _reading: Reading
    _commit: Callable[[Mapping[int, Row]], None]
    _rows_to_replace: Callable[[int, Issue, Records], dict[int, Row]]

    @one_at_a_time
    def correct(self, entry_id: int, changes: Mapping[str, Any], note: str = "") -> Entry:
        """Give fields of a derived record other values, and return it as it reads now.

        `changes`: names of fields and their values, days as dates or in ISO form; what tells where the record was
        found (start, end, text) cannot be changed. `note`: how the person knows.
        """
        plain = change(self._now(entry_id), changes)
        return self._make(entry_id, "change", changes=plain, note=note)

    @one_at_a_time
    def delete(self, entry_id: int, note: str = "") -> Entry:
        """Show a derived record no longer; it is listed among the corrections, and can be restored."""
        now = self._now(entry_id)
        return now if now.hidden else self._make(entry_id, "delete", note=note)

    @one_at_a_time
    def restore(self, entry_id: int) -> Entry:
        """Show a deleted record again."""
        return self._take_back(entry_id, "delete", "restored")

    @one_at_a_time
    def star(self, entry_id: int, *, on: bool = True) -> Entry:
        """Mark a derived record with a star, or take the star away."""
        if not on:
            return self._take_back(entry_id, "star", "star taken from")
        now = self._now(entry_id)
        return now if now.starred else self._make(entry_id, "star")

    @one_at_a_time
    def annotate(self, entry_id: int, note: str) -> Entry:
        """Put a remark on a derived record, in the place of the one it had; an empty one takes it away."""
        now = self._now(entry_id)
        if not note.strip():
            return self._take_back(entry_id, "note", "note taken from")
        return now if now.note == note else self._make(entry_id, "note", note=note, instead=True)

    @one_at_a_time
    def join(self, entry_id: int, others: Iterable[int], note: str = "") -> Entry:
        """Say that an event mention tells the same happening as `others`, also after they were read anew.

        Where whole events are to be joined, `others` are all the mentions of both. Of a join and a split that
        contradict each other the later one counts.
        """
        return self._tie(entry_id, "join", others, note)

    @one_at_a_time
    def split(self, entry_id: int, others: Iterable[int], note: str = "") -> Entry:
        """Say that an event mention tells another happening than `others`; see `join`."""
        return self._tie(entry_id, "split", others, note)

    @one_at_a_time
    def withdraw(self, *correction_ids: int) -> None:
        """Take corrections back, as one step; raises KeyError where there is none of one of these ids."""
        taken = [self._held(correction_id) for correction_id in correction_ids]
        if taken:
            self._do(Step(what=_in_words("withdrawn", taken[0].correction), withdrawn=tuple(taken)))

    @one_at_a_time
    def recontext(self, issue_id: int, context: Context, records: Records) -> None:
        """Give an issue another publication context, in which `records` were found, as one step.

        Corrections stay; `preview` says what it comes to. Raises KeyError where there is no such issue.
        """
        before = self._issue(issue_id)
        after = msgspec.structs.replace(before, context=context)
        what = f"another publication: {before.title or before.source or before.context.publication or issue_id}"
        changes = (Recontext(issue_id=issue_id, before=before.context, after=context),)
        self._do(Step(what=what, contexts=changes), self._rows_to_replace(issue_id, after, records))

    def preview(self, issue_id: int, context: Context, records: Records) -> tuple[list[Entry], list[int]]:
        """What an issue would hold in another context, in which `records` were found: nothing is written.

        The entries, in the order of the text, with corrections laid over them and ids below zero, and the ids of
        the corrections that fit now and would then fit nothing. Raises KeyError where there is no such issue.
        """
        return self._reading.trial(issue_id, msgspec.structs.replace(self._issue(issue_id), context=context), records)

    # --- undo and redo ----------------------------------------------------------------------------

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back; None where there is none."""
        found = self._steps().next_undo
        return found and found[1]

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would do again; None where there is none."""
        found = self._steps().next_redo
        return found and found[1]

    @one_at_a_time
    def undo(self, read_again: ReadAgain) -> Step | None:
        """Take the last step back that is not undone, however long ago it was made; None where there is none.

        `read_again` is asked where the step changed a publication context.
        """
        return self._turn(self._steps().next_undo, read_again)

    @one_at_a_time
    def redo(self, read_again: ReadAgain) -> Step | None:
        """Do the step again that was undone last; None where there is none, or a new step was made since."""
        return self._turn(self._steps().next_redo, read_again)

    # --- what is there ----------------------------------------------------------------------------

    def corrections(self) -> list[Entry]:
        """All corrections that stand, in the order in which they were made."""
        return list(self._reading.raw_of_kind(KIND_CODES["correction"]))

    def corrections_of(self, entry_id: int) -> list[Entry]:
        """The corrections of one derived record, in the order in which they were made."""
        found = self._reading.raw(entry_id)
        return [self._reading.raw(key) for key in self._reading.pinned(found.issue_id or 0).of_entry.get(entry_id, ())]

    def loose_corrections(self) -> list[Entry]:
        """Corrections that fit nothing that was found, in the order in which they were made."""
        return [self._reading.raw(key) for key in self._reading.loose_corrections()]

    def corrected_entry(self, correction_id: int) -> Entry | None:
        """The record that a correction is about, as it reads now; None where it is gone. Raises KeyError."""
        held = self._held(correction_id)
        entry = self._reading.anchors(held.issue_id).find(held.correction)
        return entry and self._reading.lay_over(entry)

    # --- how --------------------------------------------------------------------------------------

    def _now(self, entry_id: int) -> Entry:
        """The entry as it reads now; raises ValueError where it is none that was found."""
        found = self._reading.raw(entry_id)
        self._reading.anchors(found.issue_id or 0).fields(found)
        return self._reading.lay_over(found)

    def _make(
        self,
        entry_id: int,
        act: Act,
        *,
        instead: bool = False,
        changes: Mapping[str, Any] | None = None,
        note: str = "",
        others: Iterable[int] = (),
    ) -> Entry:
        """Make a correction as a step; `instead` of those of the same act that the record has."""
        found = self._reading.raw(entry_id)
        issue_id = found.issue_id or 0
        correction = Correction(
            **self._reading.anchors(issue_id).fields(found),
            act=act,
            changes=dict(changes or {}),
            note=note,
            others=tuple(map(self._elsewhere, others)),
        )
        made = Held(id=self._next_id(), issue_id=issue_id, correction=correction)
        withdrawn = self._of_act(entry_id, act) if instead else ()
        self._do(Step(what=_in_words(_SAID[act], correction), made=(made,), withdrawn=tuple(withdrawn)))
        return self._reading.lay_over(found)

    def _tie(self, entry_id: int, act: Act, others: Iterable[int], note: str) -> Entry:
        wanted = [other for other in dict.fromkeys(others) if other != entry_id]
        require_events(map(self._reading.raw, (entry_id, *wanted)))
        if not wanted:
            message = f"to {act} an event takes another one"
            raise ValueError(message)
        return self._make(entry_id, act, note=note, others=wanted)

    def _elsewhere(self, entry_id: int) -> Elsewhere:
        found = self._reading.raw(entry_id)
        return elsewhere(found.issue_id or 0, self._reading.anchors(found.issue_id or 0).fields(found))

    def _take_back(self, entry_id: int, act: Act, said: str) -> Entry:
        """Withdraw the corrections of this act that a record has, as one step."""
        now = self._now(entry_id)
        taken = self._of_act(entry_id, act)
        if taken:
            self._do(Step(what=f"{said}: {shown(cast('Finding', now.record))}", withdrawn=tuple(taken)))
        return self._reading.lay_over(self._reading.raw(entry_id))

    def _of_act(self, entry_id: int, act: Act) -> list[Held]:
        there = map(self._held, (entry.id for entry in self.corrections_of(entry_id)))
        return [held for held in there if held.correction.act == act]

    def _held(self, correction_id: int) -> Held:
        entry = self._reading.raw(correction_id)
        if not isinstance(entry.record, Correction):
            raise KeyError(correction_id)
        return Held(id=correction_id, issue_id=entry.issue_id or 0, correction=entry.record)

    def _issue(self, issue_id: int) -> Issue:
        issue = self._reading.issue(issue_id)
        if issue is None:
            raise KeyError(issue_id)
        return issue

    def _steps(self) -> Steps:
        return Steps(self._reading.latest_of_kind(KIND_CODES["step"]))

    def _next_id(self) -> int:
        return self._file.lines.index.next_id

    def _do(self, step: Step, rows: Mapping[int, Row] | None = None) -> None:
        """Write a new step with what it changes."""
        keys = [self._next_id() - 1, *(held.id for held in step.made), *(rows or {})]
        self._commit({**(rows or {}), **self._steps().rows_of_new(max(keys) + 1, step)})

    def _turn(self, found: tuple[int, Step] | None, read_again: ReadAgain) -> Step | None:
        """Undo a step that is done, do one again that is undone."""
        if found is None:
            return None
        rows: dict[int, Row] = {}
        for issue_id, context in contexts_of_turn(found[1]):
            issue = msgspec.structs.replace(self._issue(issue_id), context=context)
            rows |= self._rows_to_replace(issue_id, issue, read_again(issue))
        self._commit(rows | rows_of_turn(*found))
        return found[1]


def _in_words(said: str, correction: Correction) -> str:
    return f"{said}: {named(correction)}"
