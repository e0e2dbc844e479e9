"""Copying and opening: what leaves the app for other programs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from textual.app import SuspendNotSupported

from store.records import Issue
from tui.hints import keyed
from tui.models.citation import as_json, citation
from tui.models.clipboard import takes_copies
from tui.screens.dating import Dating
from tui.whole_file import replacing

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
READABLE = frozenset({".txt", ".text", ".md", ".html", ".htm", ".pdf", ""})
"""Only files of these suffixes are opened: a timeline of somebody else may name any file as its source."""


class Copying(Dating):
    """To the clipboard, to the browser, to the program that opens a file."""

    copies: Path | None = None
    """The file that copies go into where the terminal may not take them; None is no such file."""

    def action_copy(self) -> None:
        """Copy the text that is selected, else the item under the cursor: what, when, from where."""
        entry = self.walk.entry
        selected = self.get_selected_text()
        if selected or entry is not None:
            self._copy(selected or (citation(entry, self.library) if entry else ""))
        else:
            self.notify("Nothing under the cursor to copy.")

    def action_copy_json(self) -> None:
        """Copy the item under the cursor with all its fields."""
        entry = self.walk.entry
        if entry is not None:
            self._copy(as_json(entry, self.library))
        else:
            self.notify("Nothing under the cursor to copy.")

    def action_copy_text(self) -> None:
        """Copy the text that is selected with the mouse; Textual calls it."""
        selected = self.get_selected_text()
        if selected:
            self._copy(selected)
        else:
            self.notify(keyed("{quit} leaves the program."))

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        if takes_copies(os.environ) or self.copies is None:
            self.notify("Copied to the clipboard (OSC 52).")
            return
        try:
            self.copies.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self.copies) as out:
                out.write(text if text.endswith("\n") else f"{text}\n")
        except OSError as error:
            self.notify(f"Sent to the terminal (OSC 52); no file: {error.strerror}", severity="warning")
        else:
            self.notify(f"Sent to the terminal (OSC 52), which may not take it; also in {self.copies}", timeout=6)

    def action_open_source(self) -> None:
        """Open the web address of the report, else the file it was read from.

        Only http and https, and only files that hold text: a document is not trusted to name others.
        """
        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        address = issue.context.url if issue else None
        if address and _ADDRESS.fullmatch(address):
            self.app.open_url(address)
            self.notify(f"Opening {address}")
        elif issue is None or not issue.source:
            self.notify("Neither an address nor a file is known for this report.")
        elif (path := self._file_of(issue)) is not None:
            self._open(path)
        else:
            self.notify(f"No web address is known, and the file it was read from is not there: {issue.source}")

    def _file_of(self, issue: Issue) -> Path | None:
        """The file a report was read from: as it is named, or beside the timeline."""
        named = Path(issue.source or "").expanduser()
        beside = [self.timeline.path.parent / named] if self.timeline.path else []
        found = (path for path in (named, *beside) if path.suffix.casefold() in READABLE and path.is_file())
        return next(found, None)

    def _open(self, path: Path) -> None:
        """With the program that the desktop opens it with; without a desktop in the pager, in this terminal."""
        command = opener(path)
        try:
            if command:
                quiet = subprocess.DEVNULL
                subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 - the desktop's own
                self.notify(f"Opening {path}")
                return
            with self.app.suspend():
                subprocess.run([*pager(), str(path)], check=False)  # noqa: S603 - the user's own
        except (OSError, SuspendNotSupported) as error:
            self.notify(f"It cannot be opened from here ({error}): {path}")
        self.app.refresh(layout=True)


def opener(path: Path) -> Sequence[str]:
    """The command that opens a file on this desktop; () where there is none."""
    if sys.platform == "darwin":
        return ("open", str(path))
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    program = shutil.which("xdg-open")
    return (program, str(path)) if desktop and program else ()


def pager() -> Sequence[str]:
    """The user's pager."""
    return shlex.split(os.environ.get("PAGER", "")) or ("less",)
