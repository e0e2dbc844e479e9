"""Measure quotations and their speakers: how many are right, and how fast they are read.

    python benchmarks/quotes.py [--scorer eval/quotes.py] GOLD.jsonl [GOLD.jsonl ...]

GOLD has one document a line: {"id", "text", "quotes": [{"start", "end", "kind", "speaker_text", "speaker"}], ...}. The scorer
is the one that defines the measures; where none is given, only the speed is printed. Speed is processor time of one
process over the text as read, blocks already cut.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scorers import load_scorer  # type: ignore[import-not-found]

from importers.blocks import read_document
from importers.documents import Document
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes
from store.records import Quote


def main() -> int:
    """Print one table row a corpus and kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", type=Path, help="the script that defines the measures")
    parser.add_argument("gold", nargs="+", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer) if arguments.scorer else None
    print(
        "| corpus | kinds | span F1 | speaker | end to end F1 (precision, recall) | marks, people, speakers MB/s | together |"
    )
    print("|---|---|---|---|---|---|---|")
    for path in arguments.gold:
        _measure(path, scorer)
    return 0


def _measure(path: Path, scorer: ModuleType | None) -> None:
    golds = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [read_document(gold["text"]) for gold in golds]
    found, seconds = _read(documents)
    size = sum(len(gold["text"].encode()) for gold in golds) / 1e6
    parts = ", ".join(f"{size / second:.1f}" for second in seconds)
    speed = f"{parts} | {size / sum(seconds):.1f}"
    if scorer is None:
        print(f"| {path.stem} | | | | | {speed} |")
        return
    predictions = scorer.with_mentions(
        golds,
        [
            {"id": gold["id"], "quotes": [_plain(quote) for quote in quotes]}
            for gold, quotes in zip(golds, found, strict=True)
        ],
    )
    resolved = any(quote.get("speaker") for gold in golds for quote in gold["quotes"])
    for kinds in ("direct", "all"):
        score = scorer.score(golds, predictions, kinds, resolved=resolved)
        whole = score["end_to_end"]
        label = f"{kinds}, resolved names" if resolved else kinds
        print(
            f"| {path.stem} | {label} | {score['relaxed']['f1']:.1f} | {score['speaker_acc']:.1f} "
            f"| {whole['f1']:.1f} ({whole['p']:.1f}, {whole['r']:.1f}) | {speed} |"
        )


def _read(documents: list[Document]) -> tuple[list[tuple[Quote, ...]], list[float]]:
    """The quotes of each document, and the seconds that marks, people and speakers took."""
    seconds = [0.0, 0.0, 0.0]
    found = []
    for document in documents:
        marks = [time.process_time()]
        quotations = find_quotations(document)
        marks.append(time.process_time())
        people = find_people(document)
        marks.append(time.process_time())
        found.append(read_quotes(document, quotations, people))
        marks.append(time.process_time())
        for part in range(3):
            seconds[part] += marks[part + 1] - marks[part]
    return found, seconds


def _plain(quote: Quote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker,
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
    }


if __name__ == "__main__":
    raise SystemExit(main())
