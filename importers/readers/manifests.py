"""A manifest.csv beside the files: publication, issue, day and address of each, where they do not say it themselves."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from importers.context import Given
from importers.readers.errors import ReadError, shown
from importers.readers.files import MAX_BYTES, read_text

NAME = "manifest.csv"
COLUMNS = ("file", "publication", "issue", "published", "url")


@dataclass
class Manifest:
    """The rows of one manifest, by the file they name, relative to the folder it lies in."""

    path: Path
    rows: dict[Path, Given] = field(default_factory=dict)
    broken: dict[Path, str] = field(default_factory=dict)
    """Files whose row cannot be used, and the line that says why."""
    faults: list[str] = field(default_factory=list)
    """What is wrong with rows that name no file, one line each."""


def read_manifest(path: Path, *, max_bytes: int = MAX_BYTES) -> Manifest:
    """Read a manifest; what is wrong in it is told row by row and raises nothing."""
    manifest = Manifest(path)
    try:
        _read_rows(manifest, read_text(path, max_bytes=max_bytes))
    except ReadError as error:
        manifest.faults.append(str(error))
    except csv.Error as error:
        manifest.faults.append(f"{shown(path)}: is not a CSV file ({error}); its rows from there on were not used")
    return manifest


def _read_rows(manifest: Manifest, text: str) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip().casefold() for name in next(reader, [])]
    if "file" not in header:
        message = f"{shown(manifest.path)}: has no column named file; its first line must be {','.join(COLUMNS)}"
        raise ReadError(message)
    for values in reader:
        if any(value.strip() for value in values):
            _read_row(manifest, header, values, reader.line_num)


def _read_row(manifest: Manifest, header: list[str], values: list[str], line: int) -> None:
    where = f"{shown(manifest.path)}, line {line}"
    row = dict(zip(header, (value.strip() for value in values), strict=False))
    name = row.get("file", "")
    fault = _fault(name, len(values) > len(header), len(values) < len(header))
    if fault and not (name and _stays_inside(name)):
        manifest.faults.append(f"{where}: {fault}")
        return
    file = manifest.path.parent / PurePosixPath(name)
    if file in manifest.rows or file in manifest.broken:
        manifest.faults.append(f"{where}: names {name} a second time; the first row counts")
        return
    if not fault:
        try:
            manifest.rows[file] = Given.read("manifest", *(row.get(column) for column in COLUMNS[1:]))
        except ValueError as error:
            fault = f"published {error}"
    if fault:
        manifest.broken[file] = f"{where}: {fault}; {name} was not imported"


def _fault(name: str, *counts: bool) -> str:
    if any(counts):
        return f"has too {'many' if counts[0] else 'few'} values; put those with commas between double quotation marks"
    if not name:
        return "names no file"
    if not _stays_inside(name):
        return f'"{name[:80]}" is not below this folder; a manifest speaks of its own folder alone'
    return ""


def _stays_inside(name: str) -> bool:
    pure = PurePosixPath(name)
    windows = PureWindowsPath(name)
    return not (pure.is_absolute() or windows.drive or windows.root or ".." in pure.parts or ".." in windows.parts)


def manifests_above(folder: Path, root: Path) -> Iterator[Path]:
    """Where a manifest for the files of `folder` may lie: there and in the folders above it, up to `root`."""
    yield folder / NAME
    while folder not in {root, folder.parent}:
        folder = folder.parent
        yield folder / NAME
