"""`extract`: texts in, the records found in them out as JSON; nothing is stored."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.records import Records, Time
from tui.arguments import add_context, given_context
from tui.errors import UserError

HELP = "print the records found in a text as JSON, storing nothing"
EPILOG = (
    'With --jsonl one document a line is read from standard input, {"id", "text", "published", "publication", "issue"}, '
    "and one result a line is printed, in order."
)


class Input(msgspec.Struct):
    """A line of `extract --jsonl`."""

    text: str
    id: Any = None
    published: str | None = None
    publication: str | None = None
    issue: str | int | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a text file (default: standard input)")
    add_context(parser)
    parser.add_argument("--jsonl", action="store_true", help="one document a line in, one result a line out")
    parser.add_argument("--json", action="store_true", help="print JSON, which is what it always does")


def run(args: argparse.Namespace) -> int:
    """Print the records of one text, or of a stream of texts."""
    if args.jsonl:
        return _stream(sys.stdin.buffer if args.file is None else args.file.open("rb"))
    result = one(args)
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(result), indent=2).decode() + "\n")
    return 0


def one(args: argparse.Namespace) -> dict[str, Any]:
    """The result for the file or for standard input; front matter in it counts as publication context."""
    from importers import MAX_BYTES, ReadError, extract, read_issue, read_source
    from importers.readers import source_of
    from importers.readers.decoding import decode

    given = (given_context(args),)
    try:
        if args.file is not None:
            source = read_source(args.file, given, max_bytes=MAX_BYTES)
        else:
            source = source_of("standard input", decode(sys.stdin.buffer.read()), given)
    except ReadError as error:
        raise UserError(str(error)) from error
    except ValueError as error:
        message = f"standard input {error}"
        raise UserError(message) from error
    issue, document = read_issue(source)
    context = issue.context
    records = extract(document, context)
    return result_of(source.name, context.published, context.publication, context.issue, records)


def _stream(lines: Iterable[bytes]) -> int:
    out = sys.stdout.buffer
    encode = msgspec.json.Encoder().encode
    for result in results(lines):
        out.write(encode(result) + b"\n")
        out.flush()
    return 0


def results(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """One result a line that is not blank, in order; a line that is no document gives its errors."""
    decoder = msgspec.json.Decoder(Input)
    for line in lines:
        if not line.strip():
            continue
        try:
            yield _from_line(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield {"id": _id_of(line), "errors": [f"no valid document: {error}"]}


def _from_line(document: Input) -> dict[str, Any]:
    from importers import document_and_context, extract

    issue = None if document.issue is None else str(document.issue)
    try:
        read, context = document_and_context(
            document.text, publication=document.publication, issue=issue, published=document.published
        )
    except ValueError as error:
        return {"id": document.id, "errors": [f"published {error}"]}
    records = extract(read, context)
    return result_of(document.id, context.published, context.publication, context.issue, records)


def _id_of(line: bytes) -> Any:
    """The id of a line whose document is not valid, as far as the line is JSON at all."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return value.get("id") if isinstance(value, dict) else None


def result_of(
    name: Any, published: Any, publication: str | None, issue: str | None, records: Records
) -> dict[str, Any]:
    """The result for one document, as the interface describes it."""
    return {
        "id": name,
        "published": published,
        "publication": publication,
        "issue": issue,
        "times": [_without_derivation(time) for time in records.times],
        "figures": records.figures,
        "quotes": records.quotes,
        "events": records.events,
        "people": records.people,
        "places": records.places,
        "errors": [],
    }


def _without_derivation(time: Time) -> dict[str, Any]:
    """A time without the derivation, whose wording `why` is; and without `mod` where TIMEX3 has none."""
    fields = {name: getattr(time, name) for name in time.__struct_fields__ if name != "derivation"}
    if time.mod is None:
        del fields["mod"]
    return fields
