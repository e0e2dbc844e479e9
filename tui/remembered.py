"""What the app remembers of each timeline from one visit to the next: the place, the filter, the bookmarks."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from tui import settings
from tui.errors import UserError
from tui.whole_file import replacing


class Spot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day, and an item on it by its kind and its words: ids do not outlive a later import."""

    day: date | None = None
    """None is the row of what has no day."""
    kind: str = ""
    words: str = ""
    """Of the item; "" is the day itself."""


class Bookmark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A spot to come back to, and what it was called."""

    spot: Spot
    title: str = ""


class SavedFilter(msgspec.Struct, frozen=True):
    """A filter that was given a name."""

    name: str
    query: str


class Remembered(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a timeline was left."""

    timeline: str = ""
    """Its path, for people who look into the file."""
    spot: Spot | None = None
    pane: str = ""
    filter: str = ""
    filter_on: bool = True
    sort: str = ""
    theme: str = ""
    """One that was chosen in the app while this timeline was open; "" is that of the settings."""
    bookmarks: tuple[Bookmark, ...] = ()
    filters: tuple[SavedFilter, ...] = ()
    typed: tuple[str, ...] = ()
    """Filters typed before, the latest last."""


class Memory:
    """What is remembered of one timeline, and the file it is kept in."""

    def __init__(self, file: Path | None, name: str = "") -> None:
        """Read `file`; None keeps nothing. `name` is the path of the timeline.

        A file that cannot be read is left until something new is remembered; `problem` says so in a line.
        """
        self.file = file
        self.problem = ""
        self.kept = Remembered(timeline=name)
        if file is not None and file.exists():
            self._read(file)

    @classmethod
    def of(cls, timeline: Path | None) -> Memory:
        """The memory of a timeline file; nothing is kept of one in memory."""
        if timeline is None:
            return cls(None)
        path = str(timeline.resolve())
        mark = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return cls(settings.state_folder() / f"{timeline.stem}-{mark}.json", path.encode("utf-8", "replace").decode())

    def _read(self, file: Path) -> None:
        try:
            self.kept = msgspec.json.decode(file.read_bytes(), type=Remembered)
        except (OSError, msgspec.MsgspecError) as error:
            self.problem = f"{file}: where you left off cannot be read ({error}); this visit starts afresh."

    def keep(self, **changes: Any) -> None:
        """Remember fields of `Remembered` too; raises UserError where the file cannot be written."""
        kept = msgspec.structs.replace(self.kept, **changes)
        if kept == self.kept:
            return
        self.kept = kept
        if self.file is None:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"{self.file.parent}: where you left off cannot be kept: {error.strerror}"
            raise UserError(message) from error
        with replacing(self.file) as out:
            out.write(msgspec.json.format(msgspec.json.encode(kept)).decode() + "\n")
