"""Measure figures against gold phrases and running text, and the peers that are installed in the same run.

    python benchmarks/figures.py [GOLD.jsonl ...]

A line of gold is a document: {"id", "text", "published", "figures": [{"start", "end", "low", "high"}, ...]}. Without
arguments it reads figures-phrases.jsonl and seeds.jsonl of ../shared/gold. The peers are optional:

    pip install recognizers-text-suite "emoji<2" quantulum3 text2num
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from importers.blocks import read_document
from importers.figures import read_figures
from importers.quotes import find_quotations
from importers.times import read_times
from store.records import Context

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


@dataclass(frozen=True)
class Found:
    """A figure as a reader gives it; `low` and `high` are its bounds, None is open."""

    start: int
    end: int
    low: float | None
    high: float | None


Reader: TypeAlias = Callable[[str, date | None], Iterable[Found]]


def ours(text: str, published: date | None) -> Iterator[Found]:
    """Campaign Timeline, with its own reading of the times."""
    document = read_document(text)
    times = read_times(document, Context(published=published), find_quotations(document))
    for figure in read_figures(document, times):
        yield Found(figure.start, figure.end, figure.low, figure.high)


def recognizers() -> Reader:
    """Microsoft Recognizers-Text, numbers."""
    module = importlib.import_module("recognizers_number")
    model = module.NumberRecognizer("en-us").get_number_model()

    def read(text: str, _: date | None) -> Iterator[Found]:
        for found in model.parse(text):
            try:
                value = float(found.resolution["value"])
            except (TypeError, ValueError):  # "infinity" and the like
                continue
            yield Found(found.start, found.end + 1, value, value)

    return read


def quantulum() -> Reader:
    """quantulum3, quantities with units."""
    parser = importlib.import_module("quantulum3.parser")

    def read(text: str, _: date | None) -> Iterator[Found]:
        for found in parser.parse(text):
            start, end = found.span
            yield Found(start, end, found.value, found.value)

    return read


def text2num() -> Reader:
    """text2num: rewrites number words as digits and keeps no offsets, so only whole phrases can be scored."""
    rewrite: Callable[[str, str], str] = importlib.import_module("text_to_num").alpha2digit
    digits = re.compile(r"\d[\d,]*(?:\.\d+)?")

    def read(text: str, _: date | None) -> Iterator[Found]:
        for found in digits.finditer(rewrite(text, "en")):
            value = float(found.group().replace(",", "").rstrip("."))
            yield Found(0, len(text), value, value)

    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "recognizers-text": recognizers,
    "quantulum3": quantulum,
    "text2num": text2num,
}


PHRASES_ONLY = frozenset({"text2num"})
"""Peers without offsets."""


def readers() -> Iterator[tuple[str, Reader]]:
    """Ours and every peer that can be imported; the others are named on stderr."""
    yield "campaign-timeline", ours
    for name, make in PEERS.items():
        try:
            yield name, make()
        except ImportError as missing:
            print(f"{name}: not installed ({missing})", file=sys.stderr)


def score(documents: list[dict[str, Any]], read: Reader) -> dict[str, float]:
    """Recall, precision, share of gold figures with the right point and with both bounds right, and speed in KB/s."""
    wanted = met = right = pointed = given = size = 0
    begun = time.process_time()
    for document in documents:
        published = date.fromisoformat(document["published"]) if document.get("published") else None
        found = list(read(document["text"], published))
        size += len(document["text"])
        given += len(found)
        for gold in document["figures"]:
            over = [f for f in found if f.start < gold["end"] and gold["start"] < f.end]
            wanted += 1
            met += bool(over)
            right += any((f.low, f.high) == (gold["low"], gold["high"]) for f in over)
            pointed += any({gold["low"], gold["high"]} & {f.low, f.high} - {None} for f in over)
    seconds = time.process_time() - begun
    return {
        "recall": met / wanted,
        "precision": met / given if given else 0.0,
        "point": pointed / wanted,
        "bounds": right / wanted,
        "KB/s": size / 1000 / seconds,
    }


def main(paths: list[str]) -> int:
    """Print one table a file of gold."""
    files = [Path(path) for path in paths] or [GOLD / "figures-phrases.jsonl", GOLD / "seeds.jsonl"]
    for path in files:
        if not path.is_file():
            print(f"{path}: no such file; name the gold files as arguments", file=sys.stderr)
            return 1
    compared = list(readers())
    for path in files:
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        count = sum(len(document["figures"]) for document in documents)
        print(f"\n{path.name}: {count} figures\n")
        print("| | recall | precision | point value | both bounds | KB/s |\n|---|---|---|---|---|---|")
        for name, read in compared:
            if name in PHRASES_ONLY and count != len(documents):
                continue
            got = score(documents, read)
            shares = " | ".join(f"{100 * got[key]:.1f}" for key in ("recall", "precision", "point", "bounds"))
            print(f"| {name} | {shares} | {got['KB/s']:,.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
