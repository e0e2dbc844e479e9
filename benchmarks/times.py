"""Measure times against gold corpora, and the peers that are installed in the same run.

    python benchmarks/times.py [GOLD.jsonl ...] [--scorer FOLDER] [--modules FOLDER] [--limit N]

A line of gold is a document: {"id", "text", "published", "times": [{"start", "end", "type", "value"}, ...]}. Without
arguments it reads the corpora of ../shared/gold. `--scorer` is the folder of timex.py, the TempEval-3 scorer. The peers
are optional, and measured on the first N documents of each corpus where that is asked for:

    pip install dateparser parsedatetime timefhuman
    npm install chrono-node          (then --modules node_modules)

Peers read paragraph by paragraph. They give days, not TIMEX3, so that what they find is written as a day, with its time
of day where they say one; chrono tells which parts it knows, and gets its months and years.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from importers.blocks import read_document
from importers.quotes import find_quotations
from importers.times import read_times
from store.records import Context
from store.records import Time as Found
from tui import heap

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = ("times-timebank-aquaint.jsonl", "times-eventstoryline.jsonl", "times-wikiwars.jsonl")
AMERICAN = ("timebank", "eventstoryline")

Doc: TypeAlias = dict[str, Any]
Time: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[[str, date], list[Time]]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    strict: float
    relaxed: float
    value: float
    day: float
    speed: float


def published(doc: Doc) -> date:
    """The day of publication of a document of the gold."""
    return date.fromisoformat(doc["published"][:10])


def ours(country: str) -> Reader:
    """Our reader, from the plain text to the times."""

    def read(text: str, day: date) -> list[Time]:
        document = read_document(text)
        return told(read_times(document, Context(published=day, country=country), find_quotations(document)))

    return read


def told(times: Iterable[Found]) -> list[Time]:
    """Our times as the scorer reads them."""
    return [{"start": one.start, "end": one.end, "type": one.type, "value": one.value} for one in times]


def ours_alone(docs: list[Doc], country: str) -> tuple[list[Doc], float]:
    """What we find, and the seconds that the times alone take: blocks and quotations, which others need too, are there."""
    read = [read_document(doc["text"]) for doc in docs]
    contexts = [Context(published=published(doc), country=country) for doc in docs]
    quoted = [find_quotations(document) for document in read]
    begun = time.process_time()
    found = [read_times(*given) for given in zip(read, contexts, quoted, strict=True)]
    seconds = time.process_time() - begun
    return [{"id": doc["id"], "times": told(times)} for doc, times in zip(docs, found, strict=True)], seconds


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text and where they start."""
    for match in re.finditer(r"\S(?:.*\S)?", text):
        yield match.start(), match.group()


def _timed(value: Any, *, with_time: bool) -> Time:
    if isinstance(value, datetime):
        return (
            {"type": "TIME", "value": f"{value:%Y-%m-%dT%H:%M}"}
            if with_time
            else {"type": "DATE", "value": f"{value:%Y-%m-%d}"}
        )
    return {"type": "DATE", "value": str(value)}


def dateparser_reader() -> Reader:
    """scrapinghub/dateparser, `search_dates`; it keeps no offsets, so its words are looked up in order."""
    search = importlib.import_module("dateparser.search").search_dates

    def read(text: str, day: date) -> list[Time]:
        found, base = [], datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the peers want naive times
        for start, words in paragraphs(text):
            at = 0
            for surface, value in search(words, languages=["en"], settings={"RELATIVE_BASE": base}) or ():
                where = words.find(surface, at)
                if where >= 0:
                    at = where + len(surface)
                    timed = _timed(value, with_time=":" in surface)
                    found.append({"start": start + where, "end": start + at, **timed})
        return found

    return read


def parsedatetime_reader() -> Reader:
    """bear/parsedatetime, `nlp`."""
    calendar = importlib.import_module("parsedatetime").Calendar()

    def read(text: str, day: date) -> list[Time]:
        found, base = [], datetime(day.year, day.month, day.day)  # noqa: DTZ001
        for start, words in paragraphs(text):
            for value, flag, first, last, _ in calendar.nlp(words, base) or ():
                found.append({"start": start + first, "end": start + last, **_timed(value, with_time=flag >= 2)})
        return found

    return read


def timefhuman_reader() -> Reader:
    """alvinwan/timefhuman."""
    module = importlib.import_module("timefhuman")

    def read(text: str, day: date) -> list[Time]:
        found = []
        config = module.tfhConfig(now=datetime(day.year, day.month, day.day), return_matched_text=True)  # noqa: DTZ001
        for start, words in paragraphs(text):
            try:
                results = module.timefhuman(words, config=config)
            except Exception:  # noqa: BLE001, S112 - it raises on some prose; that paragraph counts as nothing found
                continue
            for _, (first, last), value in results:
                one = value[0] if isinstance(value, (list, tuple)) else value
                if isinstance(one, (date, datetime)):
                    timed = _timed(one, with_time=isinstance(one, datetime) and (one.hour, one.minute) != (0, 0))
                    found.append({"start": start + first, "end": start + last, **timed})
        return found

    return read


CHRONO = """
const chrono = require('chrono-node');
const two = n => String(n).padStart(2, '0');
require('readline').createInterface({input: process.stdin}).on('line', line => {
  const doc = JSON.parse(line), times = [], began = process.hrtime.bigint();
  for (const match of doc.text.matchAll(/\\S(?:.*\\S)?/g)) {
    for (const one of chrono.parse(match[0], new Date(doc.published.slice(0, 10) + 'T12:00:00'))) {
      const s = one.start, start = match.index + one.index;
      let value = String(s.get('year')).padStart(4, '0'), type = 'DATE';
      if (s.isCertain('month') || s.isCertain('day') || s.isCertain('weekday') || !s.isCertain('year')) value += '-' + two(s.get('month'));
      if (s.isCertain('day') || s.isCertain('weekday')) value += '-' + two(s.get('day'));
      if (s.isCertain('hour')) { type = 'TIME'; value += 'T' + two(s.get('hour')) + ':' + two(s.get('minute') || 0); }
      times.push({start, end: start + one.text.length, type, value});
    }
  }
  console.log(JSON.stringify({id: doc.id, times, nanoseconds: Number(process.hrtime.bigint() - began)}));
});
"""


def chrono(docs: list[Doc], modules: str) -> tuple[list[Doc], float]:
    """wanasit/chrono under Node: what it found, and the seconds it took without starting up."""
    lines = "".join(
        json.dumps({"id": doc["id"], "text": doc["text"], "published": doc["published"]}) + "\n" for doc in docs
    )
    node = shutil.which("node")
    if node is None:
        message = "node"
        raise FileNotFoundError(message)
    done = subprocess.run(
        [node, "-e", CHRONO],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        env={"NODE_PATH": modules, "TZ": "UTC"},
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    # JavaScript counts UTF-16 units; the gold counts code points.
    for doc, result in zip(docs, found, strict=True):
        for one in result["times"]:
            for key in ("start", "end"):
                one[key] = len(doc["text"].encode("utf-16-le")[: 2 * one[key]].decode("utf-16-le", "ignore"))
    return found, sum(result["nanoseconds"] for result in found) / 1e9


def run(read: Reader, docs: list[Doc]) -> tuple[list[Doc], float]:
    """What a reader finds in the documents, and the seconds of processor time it took."""
    begun = time.process_time()
    found = [{"id": doc["id"], "times": read(doc["text"], published(doc))} for doc in docs]
    return found, time.process_time() - begun


def row(name: str, scorer: Any, docs: list[Doc], found: list[Doc], seconds: float) -> Row:
    """The figures of one reader on one corpus, in percent; speed in thousands of characters a second."""
    gold = {doc["id"]: {**doc, "timex": doc["times"]} for doc in docs}
    result = scorer.evaluate(gold, {one["id"]: {**one, "timex": one["times"]} for one in found})
    every, size = result["ALL"], sum(len(doc["text"]) for doc in docs)
    return Row(
        name,
        strict=100 * every["strict_F1"],
        relaxed=100 * every["relaxed_F1"],
        value=100 * every["value_F1"],
        day=100 * result["DAY"]["F1"],
        speed=size / 1000 / seconds,
    )


def rows(corpus: Path, scorer: Any, limit: int | None, modules: str) -> Iterator[Row]:
    """Our row, then one for each peer that is there."""
    docs: list[Doc] = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    country = "US" if any(name in corpus.name for name in AMERICAN) else "GB"
    reader = ours(country)
    run(reader, docs[:5])
    yield row("campaign-timeline", scorer, docs, *run(reader, docs))
    yield row("the same, times alone", scorer, docs, *ours_alone(docs, country))
    some = docs[:limit]
    try:
        yield row("chrono-node", scorer, some, *chrono(some, modules))
    except (FileNotFoundError, subprocess.CalledProcessError):
        print("chrono-node is not there", file=sys.stderr)
    for name, make in (
        ("dateparser", dateparser_reader), ("parsedatetime", parsedatetime_reader), ("timefhuman", timefhuman_reader),
    ):  # fmt: skip
        try:
            peer = make()
        except ImportError:
            print(f"{name} is not there", file=sys.stderr)
            continue
        yield row(name, scorer, some, *run(peer, some))


def main() -> int:
    """Print a table for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--scorer", type=Path, default=SHARED / "eval")
    parser.add_argument("--modules", default="node_modules")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    heap.look_seldom()  # as the command line does
    sys.path.insert(0, str(args.scorer))
    scorer = importlib.import_module("timex")
    for corpus in args.gold or [SHARED / "gold" / name for name in CORPORA]:
        print(f"\n{corpus.name}\n\n| | strict F1 | relaxed F1 | value F1 | DAY F1 | KB/s |\n|---|---|---|---|---|---|")
        for one in rows(corpus, scorer, args.limit, str(Path(args.modules).resolve())):
            print(
                f"| {one.name} | {one.strict:.1f} | {one.relaxed:.1f} | {one.value:.1f} | {one.day:.1f} | {one.speed:,.0f} |",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
