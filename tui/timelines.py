"""Which timeline a command works on, and how it is opened."""

from __future__ import annotations

import difflib
import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import data
from store import Timeline, TimelineError
from store.records import Issue
from tui import settings
from tui.errors import UserError
from tui.safe_text import safe

SAMPLE_TITLE = "sample"
_LONGEST_WAIT = 20.0
"""Seconds for which another process may be writing the sample for the first time."""
_GLANCE = 0.1
"""Seconds until it is looked again whether it has done so."""


def shows_sample(path: Path | None) -> bool:
    """Whether the bundled sample is what is opened: no file is named and the user has none yet."""
    return path is None and not settings.default_timeline().exists()


def open_timeline(path: Path | None, *, read_only: bool = False, tell: bool = True) -> Timeline:
    """Open the timeline at `path`; without one the user's own, or the bundled sample where there is none yet.

    `tell` prints what opening had to put right; the app shows that itself.

    Raises UserError where the file is missing, damaged or no timeline.
    """
    if shows_sample(path):
        return open_sample()
    chosen = path or settings.default_timeline()
    if not chosen.exists():
        raise UserError(_missing(chosen))
    try:
        timeline = Timeline.open(chosen, create=False, read_only=read_only)
    except TimelineError as error:
        raise UserError(str(error)) from error
    for notice in timeline.notices if tell else ():
        _say(notice)
    return timeline


def _missing(path: Path) -> str:
    from tui.cli import COMMANDS

    meant = difflib.get_close_matches(str(path), COMMANDS, n=1)
    if meant:
        return f"{path}: no such timeline and no such command; did you mean {meant[0]}?"
    return f"{path}: no such timeline; make one with: campaign-timeline import PATH --timeline {path}"


def open_to_change(path: Path | None, *, wait: float = 0.0, dry_run: bool = False) -> Timeline:
    """Open a timeline that is there, for writing: the one at `path`, else the user's own, else the sample.

    `wait` as for `open_to_write`; for a `dry_run` it is only read. Raises UserError where it is missing, damaged or cannot be written.
    """
    if dry_run:
        return open_timeline(path, read_only=True)
    chosen = path or settings.default_timeline()
    if not shows_sample(path) and not chosen.exists():
        raise UserError(_missing(chosen))
    timeline = open_sample() if shows_sample(path) else open_to_write(path, wait=wait)
    if timeline.read_only:
        timeline.close()
        raise UserError(" ".join(timeline.notices))
    return timeline


def open_to_write(path: Path | None, *, wait: float = 0.0) -> Timeline:
    """Open the timeline at `path`, else the user's own, for writing; it is made where it does not exist.

    `wait` is how many seconds to wait for another process that writes to it.

    Raises UserError where it cannot be written.
    """
    chosen = path or settings.default_timeline()
    if path is None:
        chosen.parent.mkdir(parents=True, exist_ok=True)
    try:
        timeline = Timeline.open(chosen, create=True, wait=wait)
    except TimelineError as error:
        raise UserError(str(error)) from error
    if timeline.read_only:
        timeline.close()
        raise UserError(" ".join(timeline.notices) or f"{chosen}: this file can only be read")
    return timeline


def open_sample() -> Timeline:
    """The bundled sample as a timeline in the user's data folder; in memory where that cannot be written.

    Shipped reports that are not there yet, as after an upgrade, are imported; what the user added stays.
    Where another process is writing it for the first time, it is waited for.
    """
    try:
        settings.sample_timeline().parent.mkdir(parents=True, exist_ok=True)
        timeline = _begun_sample()
    except (OSError, TimelineError) as error:
        _say(f"{error}; the sample is shown without being kept")
        timeline = Timeline.in_memory()
    if not timeline.read_only:
        _complete(timeline)
    return timeline


def _begun_sample() -> Timeline:
    """The sample as it lies there: whole, or for us to complete. Raises TimelineError."""
    path = settings.sample_timeline()
    deadline = time.monotonic() + _LONGEST_WAIT
    while True:
        # The stamp is looked at before the file: it is written behind it. One of another version will do.
        whole = _text_of(_stamp()) != ""
        timeline = Timeline.open(path, create=True, wait=0.0 if whole else _GLANCE)
        if not timeline.read_only or (whole and timeline.issue_ids()):
            return timeline
        if not os.access(path, os.W_OK) or time.monotonic() >= deadline:
            return timeline
        timeline.close()


def _stamp() -> Path:
    return settings.data_folder() / "sample.shipped"


def _complete(timeline: Timeline) -> None:
    """Import what is shipped and not there yet; what was looked through once is known by its bytes the next time."""
    folder = data.path("sample")
    shipped = hashlib.sha256(b"\0".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()))
    if timeline.path is not None and timeline.issue_ids() and _text_of(_stamp()) == shipped.hexdigest():
        return
    if timeline.path is not None and not timeline.issue_ids():
        with suppress(OSError):  # that of a sample which was removed; others would then see ours before it is whole
            _stamp().unlink(missing_ok=True)
    from importers import find_documents, import_paths, read_source

    paths = [found.path for found in find_documents([folder])]
    known = {entry.record.text for entry in timeline.issues() if isinstance(entry.record, Issue)}
    import_paths([path for path in paths if read_source(path).text not in known], timeline)
    if timeline.path is not None:
        with suppress(OSError):  # it is looked through again, which only takes longer
            _stamp().write_text(shipped.hexdigest(), encoding="ascii")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def _say(line: str) -> None:
    print(f"campaign-timeline: {safe(line)}", file=sys.stderr)
