"""Which documents lie under the paths that somebody names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import stat_result
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from importers.context import Given
from importers.readers.errors import reason, shown
from importers.readers.files import MAX_BYTES
from importers.readers.manifests import NAME, Manifest, manifests_above, read_manifest

SUFFIXES = frozenset({".txt", ".text", ".md", ""})
"""What is taken for a document in a folder; a file that is named itself may have any suffix."""


@dataclass(frozen=True)
class Found:
    """A document that was found, or what stands in the way of one."""

    path: Path
    given: tuple[Given, ...] = ()
    """What a manifest beside it says."""
    fault: str | None = None
    """One line that says why there is nothing to read here."""


def find_documents(paths: Iterable[Path], *, max_bytes: int = MAX_BYTES) -> Iterator[Found]:
    """The documents under `paths`, in their order and sorted within a folder, each file once.

    Folders are walked with all below them, hidden files and folders left out; what cannot be read is found with a
    fault and stops nothing. `max_bytes` bounds a manifest as it bounds a document.
    """
    search = _Search(max_bytes)
    for path in paths:
        yield from search.under(path)


class _Search:
    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.manifests: dict[Path, Manifest | None] = {}
        self.seen: set[tuple[int, int]] = set()
        self.met = 0
        """How many documents were met, those met before included."""

    def under(self, path: Path) -> Iterator[Found]:
        try:
            status = path.stat()
        except OSError as error:
            yield Found(path, fault=_refused(path, error))
            return
        if not S_ISDIR(status.st_mode):
            yield from self._named(path, status)
            return
        met = self.met
        yield from self._walk(path, path, ())
        yield from self._left_over(path)
        if met == self.met:
            yield Found(path, fault=f"{shown(path)}: no text files in this folder; they end in .txt, .text or .md")

    def _named(self, path: Path, status: stat_result) -> Iterator[Found]:
        if path.name == NAME:
            yield Found(path, fault=f"{shown(path)}: is a manifest and no report; name its folder")
        else:
            yield from self._document(path, path.parent, status)

    def _walk(self, folder: Path, root: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Found]:
        """The documents in a folder and below; `above` are the folders that hold it, to know a loop of links."""
        try:
            status = folder.stat()
            entries = sorted(folder.iterdir())
        except OSError as error:
            yield Found(folder, fault=_refused(folder, error))
            return
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Found(folder, fault=f"{shown(folder)}: is a link to a folder that holds it; it was not followed")
            return
        for entry in entries:
            if not entry.name.startswith("."):
                yield from self._entry(entry, root, (*above, here))

    def _entry(self, entry: Path, root: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Found]:
        try:
            status = entry.stat()
        except OSError as error:
            if entry.suffix.casefold() in SUFFIXES:
                yield Found(entry, fault=_refused(entry, error))
            return
        if S_ISDIR(status.st_mode):
            yield from self._walk(entry, root, above)
        elif S_ISREG(status.st_mode) and entry.suffix.casefold() in SUFFIXES and entry.name != NAME:
            yield from self._document(entry, root, status)

    def _document(self, path: Path, root: Path, status: stat_result) -> Iterator[Found]:
        self.met += 1
        if (status.st_dev, status.st_ino) in self.seen:
            return
        self.seen.add((status.st_dev, status.st_ino))
        for place in manifests_above(path.parent, root):
            manifest = self._manifest(place)
            if manifest and path in manifest.broken:
                yield Found(path, fault=manifest.broken.pop(path))
                return
            if manifest and path in manifest.rows:
                yield Found(path, (manifest.rows.pop(path),))
                return
        yield Found(path)

    def _manifest(self, place: Path) -> Manifest | None:
        if place not in self.manifests:
            self.manifests[place] = read_manifest(place, max_bytes=self.max_bytes) if place.is_file() else None
        return self.manifests[place]

    def _left_over(self, root: Path) -> Iterator[Found]:
        """What the manifests of a folder say that fits no file in it."""
        for place, manifest in self.manifests.items():
            if manifest is None or not place.is_relative_to(root):
                continue
            yield from (Found(place, fault=fault) for fault in manifest.faults)
            yield from (Found(place, fault=fault) for fault in manifest.broken.values())
            for file in [file for file in manifest.rows if not file.exists()]:
                del manifest.rows[file]
                yield Found(place, fault=f"{shown(place)}: names {shown(file)}, which is not there")
            manifest.faults.clear()
            manifest.broken.clear()


def _refused(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return f"{shown(path)}: is a link to something that is not there"
        return f"{shown(path)}: is not there; check the name"
    check = "the link" if path.is_symlink() else "your permissions"
    return f"{shown(path)}: cannot be read ({reason(error)}); check {check}"
