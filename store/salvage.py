"""What can be had back of a damaged file: every record that is whole, wherever it lies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import msgspec

from store.layout import HEAD, ILL_SEALED, SEAL_LENGTH, SEALED, TAIL, Line, fits, is_head, read_line, seal
from store.line_file import BLANK, META_ID
from store.rows import read_row

_KEY = re.compile(rb',?"(\d{1,18})":')
_REMOVAL = re.compile(rb',?"(\d{1,18})":\{\}')
_LONGEST_REMOVAL = 24 + SEAL_LENGTH
_ROW = re.compile(r'\s*,?\s*"(\d{1,18})"\s*:\s*(?=\{)')
_META = BLANK[len(HEAD) :].split(b"\n")[0]


class Salvaged(msgspec.Struct):
    """What was had back."""

    records: dict[int, bytes] = {}
    """The latest whole version of each record as JSON, without those that were removed."""
    problems: list[str] = []
    """What was damaged, a sentence each."""
    head: bytes = HEAD
    """The first line, with the tables of other programs."""

    def take(self, line: Line) -> bool:
        """Keep a record, or forget it where the line removes it; False where it holds no JSON object."""
        try:
            row = read_row(line.body)
        except ValueError:
            return False
        if row:
            self.records[line.id] = line.body
        else:
            self.records.pop(line.id, None)
        return True


def salvage(content: bytes) -> Salvaged:
    """Every whole record in the bytes of a damaged timeline file."""
    salvaged = Salvaged()
    if SEALED.search(content):
        _salvage_lines(content, salvaged)
    else:
        _salvage_plain(content.decode("utf-8", "replace"), salvaged)
    return salvaged


def _salvage_lines(content: bytes, salvaged: Salvaged) -> None:
    for number, raw in enumerate(content.split(b"\n"), start=1):
        if number == 1 and is_head(raw):
            salvaged.head = raw + b"\n"
        elif raw not in {b"", TAIL.strip()}:
            line = read_line(raw)
            if line is None or not salvaged.take(line):
                salvaged.problems.append(_damage(number, raw, salvaged))


def _damage(number: int, raw: bytes, salvaged: Salvaged) -> str:
    """Keep the whole records within a damaged line, and say what is lost."""
    found = SEALED.findall(raw) or ILL_SEALED.findall(raw)
    kept = [Line(int(key), body) for record, key, body, blanks in found if fits(record, blanks)]
    kept = [line for line in kept if salvaged.take(line)]
    if kept:
        return f"Line {number} is damaged; {len(kept)} of its records can be had back."
    if (removed := _removed(raw, salvaged)) is not None:
        salvaged.records.pop(removed, None)
        return f"Line {number} is damaged; it removed record {removed}, which stays removed."
    match = _KEY.match(raw)
    key = int(match[1]) if match else None
    if key in salvaged.records:
        return f"Line {number} is damaged; of record {key} an earlier version can be had back."
    if key is None:
        return f"Line {number} is damaged; if it changed or removed a record, that is as it was before."
    return f"Line {number} is damaged; it held record {key}."


def _removed(raw: bytes, salvaged: Salvaged) -> int | None:
    """The record that a damaged line removed, by its seal, or else by what is left before it."""
    if len(raw) > _LONGEST_REMOVAL:
        return None
    blanks = raw[-SEAL_LENGTH:]
    sealed = next((key for key in salvaged.records if seal(b'"%d":{}' % key) == blanks), None)
    match = _REMOVAL.match(raw)
    return sealed if sealed is not None or match is None else int(match[1])


def _salvage_plain(text: str, salvaged: Salvaged) -> None:
    """The same for a file on one long line, which has no seals: what parses is taken for whole."""
    decoder = json.JSONDecoder()
    at = max(text.find('"_default"'), 0)
    while (match := _ROW.search(text, at)) is not None:
        if text[at : match.start()].strip().startswith("}"):
            break  # the table has ended, and that of another program begins
        try:
            row, at = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            at = match.end()
            continue
        salvaged.take(Line(int(match[1]), json.dumps(row, separators=(",", ":")).encode("ascii")))
    salvaged.problems.append("The file cannot be read as JSON.")


def written(salvaged: Salvaged) -> Iterator[bytes]:
    """A new file with what was had back, in pieces."""
    meta = salvaged.records.pop(META_ID, None)
    yield salvaged.head
    yield (_line(META_ID, meta) if meta is not None and _is_meta(meta) else _META) + b"\n\n"
    for key in sorted(salvaged.records):
        yield b"," + _line(key, salvaged.records[key]) + b"\n\n"
    yield TAIL


def _line(key: int, body: bytes) -> bytes:
    record = b'"%d":%s' % (key, body)
    return record + seal(record)


def _is_meta(body: bytes) -> bool:
    return read_row(body).get("kind") == "meta"
