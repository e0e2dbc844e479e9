"""Measure how fast figures and quotations are read together, in one process.

    python benchmarks/speech_and_numbers.py [GOLD.jsonl ...]

GOLD has one document a line with its "text"; without arguments quotes-polnear-dev.jsonl of ../shared/gold is read. What is
counted is all that figures and quotes need beyond the text cut into blocks: sentences, quotation marks, people, speakers and
figures. Not counted: cutting the text into blocks and the dates, which other parts of the program need anyway; the second
row says what the blocks cost. Speed is processor time over the bytes of the text, the best of five rounds after one that
warms the caches, so that a busy machine does not blur it.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from importers.blocks import read_document
from importers.documents import Document
from importers.figures import read_figures
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
ROUNDS = 5
SELDOM = 100_000
"""The garbage collector looks as seldom as under the command line."""


def main(paths: list[str]) -> int:
    """Print a table a file: what is timed, its seconds and its MB/s."""
    gc.set_threshold(SELDOM)
    for path in [Path(path) for path in paths] or [GOLD / "quotes-polnear-dev.jsonl"]:
        if not path.is_file():
            print(f"{path}: no such file; name the files as arguments", file=sys.stderr)
            return 1
        texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        size = sum(len(text.encode()) for text in texts) / 1e6
        print(f"\n{path.name}: {len(texts)} texts, {size:.2f} MB\n\n| | seconds | MB/s |\n|---|---|---|")
        for name, work in (("figures and quotes together", _together), ("the same with the blocks", _with_blocks)):
            seconds = min(work(texts) for _ in range(ROUNDS + 1))
            print(f"| {name} | {seconds:.2f} | {size / seconds:.2f} |")
        for name, part in PARTS.items():
            seconds = min(_timed(texts, part) for _ in range(ROUNDS + 1))
            print(f"| of these: {name} | {seconds:.2f} | {size / seconds:.1f} |")
    return 0


def _read(document: Document) -> None:
    """Everything that figures and quotes need of a document, each read once."""
    read_quotes(document, find_quotations(document), find_people(document))
    read_figures(document, ())


PARTS: dict[str, Callable[[Document], object]] = {
    "sentences": lambda document: document.sentences,
    "quotation marks": find_quotations,
    "people": find_people,
    "figures (with sentences)": lambda document: read_figures(document, ()),
}


def _timed(texts: list[str], work: Callable[[Document], object]) -> float:
    documents = [read_document(text) for text in texts]
    begun = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - begun


def _together(texts: list[str]) -> float:
    return _timed(texts, _read)


def _with_blocks(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        _read(read_document(text))
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
