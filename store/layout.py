"""The line layout: how a TinyDB table is written so that a change costs what it changes.

    {"_default":{
    "0":{"day":null,"kind":"meta",…}
                                            <- a blank line closes a batch
    ,"1":{"day":"2016-07-18","kind":"event",…}
    ,"2":{"day":"2016-07-18","kind":"quote",…}

    }}

To a JSON reader this is one object with one table, and white space. To us each line is one record, and a
batch counts only once the blank line behind it is there. A write puts its lines over the closing `}}`.
The last line with a key wins, as it does in every JSON reader; `{}` under a key removes the record.

The line ends in its seal: 32 blanks that spell the CRC-32 of `"key":{…}` in spaces (0) and tabs (1). So a
flipped bit is noticed, and JSON readers see nothing. A line without blanks, as a text editor that strips
them leaves it, is taken as it is. All bytes are ASCII, so that no locale can misread them.
"""

from __future__ import annotations

import codecs
import json
import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeAlias
from zlib import crc32

import msgspec

HEAD = b'{"_default":{\n'
TAIL = b"}}\n"
SEAL_LENGTH = 32
_BLANKS = bytes.maketrans(b"01", b" \t")
_SPELT = [format(byte, "08b").encode().translate(_BLANKS) for byte in range(256)]
ID_DIGITS = 18
"""What a document id has at most, so that it fits into eight bytes."""
_KEY = re.compile(rb'"(\d{1,18})":')
_LINE = re.compile(rb',?("(\d{1,18})":(\{.*\}))([ \t]*)')
SEALED = re.compile(rb'("(\d{1,18})":(\{[^\n]*?\}))([ \t]{%d})' % SEAL_LENGTH)
"""A record with its seal, anywhere in a line."""
ILL_SEALED = re.compile(rb'("(\d{1,18})":(\{[^\n]*\}))([^\n]{%d})$' % SEAL_LENGTH)
"""A record at the end of a line, with a seal that may have suffered."""
_CHUNK = 1 << 20
_encode_exactly = json.JSONEncoder(separators=(",", ":")).encode


class Readable(Protocol):
    """Something that can be read at an offset, in bytes."""

    def read(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset` on; fewer only at the end."""


Row: TypeAlias = Mapping[str, Any] | msgspec.Struct
"""What becomes a line: a row as TinyDB has it, or a struct with the same fields."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A record as it lies in the file."""

    id: int
    body: bytes
    """The record as JSON, `{}` where it was removed."""


def is_head(line: bytes) -> bool:
    """Whether this is a whole first line, without its line feed; tables of other programs stand before ours."""
    if line == HEAD[:-1]:
        return True
    try:
        return line.startswith(b"{") and line.endswith(HEAD[1:-1]) and isinstance(json.loads(line + b"}}"), dict)
    except (ValueError, RecursionError):
        return False


def seal(record: bytes) -> bytes:
    """The blanks that go behind `"key":{…}`."""
    check = crc32(record)
    return _SPELT[check >> 24] + _SPELT[check >> 16 & 255] + _SPELT[check >> 8 & 255] + _SPELT[check & 255]


def line_of(key: int, row: Row) -> Line:
    """The line for a row; an empty row is a removal.

    Raises ValueError or TypeError where the row is not JSON, or no file can hold the id.
    """
    if not 0 <= key < 10**ID_DIGITS:
        message = f"{key} cannot be the id of a record: it is below 0 or has more than {ID_DIGITS} digits"
        raise ValueError(message)
    return Line(key, _encode(row))


def encode_line(key: int, row: Row) -> bytes:
    """The same as it is written, see `written_line`."""
    return written_line(line_of(key, row))


def written_line(line: Line) -> bytes:
    """The line as it is written, comma first and line feed last."""
    return written_lines([line])[0]


def written_lines(lines: list[Line]) -> list[bytes]:
    """The same for several lines."""
    records = [b'"%d":%s' % (line.id, line.body) for line in lines]
    seals = _seals(records)
    return [b",%s%s\n" % (record, seals[SEAL_LENGTH * n : SEAL_LENGTH * (n + 1)]) for n, record in enumerate(records)]


def _seals(records: list[bytes]) -> bytes:
    """Their seals in a row; quicker than one by one."""
    checks = array("I", map(crc32, records))
    if sys.byteorder == "little":
        checks.byteswap()
    bits = format(int.from_bytes(checks.tobytes(), "big"), f"0{SEAL_LENGTH * len(records)}b")
    return bits.encode().translate(_BLANKS)


def _encode(row: Row) -> bytes:
    """JSON in ASCII. Structs go by msgspec, which is quick; what other programs wrote keeps its every NaN."""
    if not isinstance(row, msgspec.Struct):
        return _encode_exactly(row).encode("ascii")
    try:
        body = msgspec.json.encode(row)
        return body if body.isascii() else body.decode("utf-8").encode("ascii", "json-escapes")
    except UnicodeEncodeError:  # half a surrogate pair
        return _encode_exactly(msgspec.to_builtins(row)).encode("ascii")


def _escape(error: UnicodeError) -> tuple[str, int]:
    """An error handler that writes what is not ASCII as JSON escapes."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error("json-escapes", _escape)


def read_line(raw: bytes) -> Line | None:
    """The record on a line (without its line feed), or None where the line is damaged."""
    record = raw[raw.startswith(b",") : -SEAL_LENGTH]
    key = _KEY.match(record)
    if key is not None and seal(record) == raw[-SEAL_LENGTH:]:
        return Line(int(key[1]), record[key.end() :])
    return _read_unusual_line(raw)


def all_sealed(lines: list[bytes]) -> bool:
    """Whether each of these lines, comma first and without line feed, has its seal; far quicker than one by one."""
    return _seals([line[1:-SEAL_LENGTH] for line in lines]) == b"".join([line[-SEAL_LENGTH:] for line in lines])


def as_object(lines: bytes) -> bytes:
    """Lines in a row as one JSON object; their seals are white space. None at all, or no comma first, is no JSON."""
    return b"".join((b"{", memoryview(lines)[lines.startswith(b",") :], b"}"))


def _read_unusual_line(raw: bytes) -> Line | None:
    """A line without its blanks, or with a wrong one."""
    match = _LINE.fullmatch(raw)
    if match is None:
        return None
    record, key, body, blanks = match.groups()
    if blanks and not fits(record, blanks):
        return None
    return Line(int(key), body)


def fits(record: bytes, blanks: bytes) -> bool:
    """Whether the seal is that of the record; one wrong blank is damage to the seal, not to the record.

    CRC-32 differs in many places where the record itself has suffered, so this lets nothing wrong through.
    """
    expected = seal(record)
    return blanks == expected or (
        len(blanks) == SEAL_LENGTH and sum(a != b for a, b in zip(blanks, expected, strict=True)) == 1
    )


def read_lines(source: Readable, start: int, stop: int = sys.maxsize) -> Iterator[tuple[int, bytes, bool]]:
    """Offset, bytes without line feed, and whether there was one, of each line from `start` to `stop` or the end."""
    rest, offset, position = b"", start, start
    while chunk := source.read(position, min(_CHUNK, stop - position)):
        position += len(chunk)
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop()
        for line in lines:
            yield offset, line, True
            offset += len(line) + 1
    if rest:
        yield offset, rest, False


def read_closed(source: Readable, start: int) -> Iterator[bytes]:
    """Pieces of the file from `start` on, each of whole batches, as far as there are any."""
    size = _CHUNK
    while True:
        piece = source.read(start, size)
        closed = piece.rfind(b"\n\n") + 2
        if closed > 1:
            yield piece[:closed]
            start, size = start + closed, _CHUNK
        elif len(piece) < size:
            return
        else:
            size *= 2  # a batch that is larger than that
