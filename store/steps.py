"""What a person does by hand, as steps: each is one batch in the file, and is undone and done again as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from store.layout import Row
from store.records import Context, Entry, Held, Issue, Records, Step
from store.rows import row_of

ReadAgain: TypeAlias = Callable[[Issue], Records]
"""What is found in an issue in its present context; `importers.read_again` is one."""


class Steps:
    """The steps of a timeline, as far back as the last one that is not undone; those that are undone are the latest."""

    def __init__(self, latest_first: Iterable[Entry]) -> None:
        self._undone: list[tuple[int, Step]] = []
        self.next_undo: tuple[int, Step] | None = None
        """The step that would be undone next, with its id."""
        for entry in latest_first:
            if isinstance(entry.record, Step):
                if not entry.record.undone:
                    self.next_undo = entry.id, entry.record
                    break
                self._undone.append((entry.id, entry.record))

    @property
    def next_redo(self) -> tuple[int, Step] | None:
        """The step that would be done again next, with its id."""
        return self._undone[-1] if self._undone else None

    def rows_of_new(self, key: int, step: Step) -> dict[int, Row]:
        """The rows of a further step: what was undone before it cannot be done again any more."""
        dropped: dict[int, Row] = {undone: {} for undone, _ in self._undone}
        return dropped | _correction_rows(step.made, step.withdrawn) | {key: _step_row(step)}


def rows_of_turn(key: int, step: Step) -> dict[int, Row]:
    """The rows that undo a step, or do it again where it is undone; publication contexts are the caller's."""
    made, withdrawn = (step.made, step.withdrawn) if step.undone else (step.withdrawn, step.made)
    turned = msgspec.structs.replace(step, undone=not step.undone)
    return _correction_rows(made, withdrawn) | {key: _step_row(turned)}


def contexts_of_turn(step: Step) -> list[tuple[int, Context]]:
    """The issues to which that gives another context, with that context."""
    return [(change.issue_id, change.after if step.undone else change.before) for change in step.contexts]


def _correction_rows(made: Iterable[Held], withdrawn: Iterable[Held]) -> dict[int, Row]:
    rows: dict[int, Row] = {held.id: {} for held in withdrawn}
    for held in made:
        rows[held.id] = row_of("correction", held.correction, held.issue_id, (None, "unknown"))
    return rows


def _step_row(step: Step) -> Row:
    return row_of("step", step, None, (None, "unknown"))
