"""Reading a file in the line layout: which batches are whole, where the next one goes, and what is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from store.layout import TAIL, Readable, read_line, read_lines
from store.line_index import KIND_CODES, REMOVED, Index, Slot
from store.rows import slot_of

State: TypeAlias = Literal["sound", "torn", "damaged"]
"""sound: as written. torn: the last write did not come to its end. damaged: anything else."""

_CORRECTION, _META = KIND_CODES["correction"], KIND_CODES["meta"]


@dataclass
class Batch:
    """The lines between two blank lines."""

    start: int
    end: int
    slots: list[Slot] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    """Offsets of lines that cannot be read."""
    closed: bool = False


def read_batches(source: Readable, start: int) -> Iterator[Batch]:
    """The batches from offset `start` on; the last is not closed, and has no slots where the file is sound."""
    batch = Batch(start, start)
    for offset, raw, ended in read_lines(source, start):
        batch.end = offset + len(raw) + ended
        if not raw and ended:
            batch.closed = True
            yield batch
            batch = Batch(batch.end, batch.end)
        else:
            slot = _read_slot(offset, raw)
            if slot is None:
                batch.damaged.append(offset)
            else:
                batch.slots.append(slot)
    yield batch


def _read_slot(offset: int, raw: bytes) -> Slot | None:
    line = read_line(raw)
    if line is None:
        return None
    try:
        slot = slot_of(line, offset, len(raw))
    except ValueError:
        return None
    # every line but the first, which is the meta record's, begins with a comma
    return slot if raw.startswith(b",") or slot.kind == _META else None


@dataclass
class Touched:
    """Issues of which something was changed."""

    issues: set[int] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    """Those whose corrections were changed."""

    def note(self, slot: Slot) -> None:
        """Take a changed record down."""
        if slot.issue:
            self.issues.add(slot.issue)
        if slot.kind == _CORRECTION:
            self.corrected.add(slot.issue)


def scan(source: Readable, start: int, index: Index, touched: Touched) -> tuple[int, State]:
    """Put every whole batch from offset `start` on into the index, up to the first one that is not whole.

    Returns where the next batch goes, which is behind the last whole one, and how the file goes on there.
    """
    end = start
    broken: Batch | None = None
    for batch in read_batches(source, start):
        if broken is not None and (batch.closed or batch.slots):
            return end, "damaged"
        if batch.damaged or not batch.closed:
            broken = broken or batch
        else:
            apply(batch.slots, index, touched)
            end = batch.end
    return end, _state(source, end)


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
