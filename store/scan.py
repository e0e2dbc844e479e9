"""Reading a file in the line layout: which batches are whole, where the next one goes, and what is damaged."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from store.glance import columns_of, slot_of
from store.layout import TAIL, Readable, read_closed, read_line, read_lines
from store.line_index import KIND_CODES, REMOVED, Columns, Index, Slot

State: TypeAlias = Literal["sound", "torn", "damaged"]
"""sound: as written. torn: the last write did not come to its end. damaged: anything else."""

_CORRECTION, _META = KIND_CODES["correction"], KIND_CODES["meta"]


class Batch(msgspec.Struct):
    """The lines between two blank lines."""

    start: int
    end: int
    slots: list[Slot] = []
    damaged: list[int] = []
    """Offsets of lines that cannot be read."""
    closed: bool = False


def read_batches(source: Readable, start: int, stop: int = sys.maxsize, first: int = -1) -> Iterator[Batch]:
    """The batches from offset `start` to `stop` or the end; `first`: offset of the line that may lack its comma.

    The last is not closed; it has no slots where the file is sound and `stop` is the end of a batch.
    """
    batch = Batch(start, start)
    for offset, raw, ended in read_lines(source, start, stop):
        batch.end = offset + len(raw) + ended
        if not raw and ended:
            batch.closed = True
            yield batch
            batch = Batch(batch.end, batch.end)
        else:
            slot = _read_slot(offset, raw, first=offset == first)
            if slot is None:
                batch.damaged.append(offset)
            else:
                batch.slots.append(slot)
    yield batch


def _read_slot(offset: int, raw: bytes, *, first: bool) -> Slot | None:
    line = read_line(raw)
    if line is None:
        return None
    try:
        slot = slot_of(line, offset, len(raw))
    except ValueError:
        return None
    # every line but the first, which is the meta record's, begins with a comma
    return slot if raw.startswith(b",") or (first and slot.kind == _META) else None


class Touched(msgspec.Struct):
    """Issues of which something was changed."""

    issues: set[int] = set()
    corrected: set[int] = set()
    """Those whose corrections were changed."""

    def note(self, slot: Slot) -> None:
        """Take a changed record down."""
        if slot.issue:
            self.issues.add(slot.issue)
        if slot.kind == _CORRECTION:
            self.corrected.add(slot.issue)

    def note_many(self, new: Columns) -> None:
        """Take many new records down."""
        self.issues.update(new.issues)
        self.issues.discard(0)
        if _CORRECTION in new.kinds:
            pairs = zip(new.issues, new.kinds, strict=True)
            self.corrected.update(issue for issue, kind in pairs if kind == _CORRECTION)


def scan(source: Readable, start: int, index: Index, touched: Touched) -> tuple[int, State]:
    """Put every whole batch from offset `start` on into the index, up to the first one that is not whole.

    Returns where the next batch goes, which is behind the last whole one, and how the file goes on there.
    """
    end, first = start, -1 if index.ids else start
    for piece in read_closed(source, start):
        columns = columns_of(piece, end) if piece.startswith(b",") or end == first else None
        if columns is not None and index.precedes(columns):
            apply_new(columns, index, touched)
        elif not _scan_each(read_batches(source, end, end + len(piece), first), index, touched):
            break
        end += len(piece)
    return _scan_the_rest(source, read_batches(source, end, first=first), end, index, touched)


def _scan_each(part: Iterator[Batch], index: Index, touched: Touched) -> bool:
    """Put the batches of a part into the index, one by one; False, and nothing is done, where one is damaged."""
    batches = list(part)
    if any(batch.damaged for batch in batches):
        return False
    for batch in batches:
        apply(batch.slots, index, touched)
    return True


def _scan_the_rest(
    source: Readable, rest: Iterator[Batch], end: int, index: Index, touched: Touched
) -> tuple[int, State]:
    """Put the batches from offset `end` on into the index, up to the first one that is not whole."""
    broken: Batch | None = None
    for batch in rest:
        if broken is not None and (batch.closed or batch.slots):
            return end, "damaged"
        if batch.damaged or not batch.closed:
            broken = broken or batch
        else:
            apply(batch.slots, index, touched)
            end = batch.end
    return end, _state(source, end)


def apply_new(new: Columns, index: Index, touched: Touched) -> None:
    """Put new records into the index, which has to precede them."""
    index.extend(new)
    touched.note_many(new)


def apply(slots: list[Slot], index: Index, touched: Touched) -> None:
    """Put a batch into the index."""
    for slot in slots:
        if slot.kind == REMOVED:
            before = index.drop(slot.id)
        else:
            before = index.put(slot)
            touched.note(slot)
        if before is not None:
            touched.note(before)


def _state(source: Readable, end: int) -> State:
    """How the file goes on behind its last whole batch.

    A write that was cut off lacks its end, has pages that never came (NUL), or still has the old end of the
    file where it should begin. A last batch that was closed and cannot be read is damage.
    """
    length = len(TAIL) + 1
    if source.read(end, length) == TAIL:
        return "sound"
    first, behind = source.read(end, 1), bytearray()
    while chunk := source.read(end + len(behind), 1 << 20):
        behind += chunk
    torn = first == b"}" or b"\0" in behind or not behind.endswith(b"\n\n" + TAIL)
    return "torn" if torn else "damaged"
