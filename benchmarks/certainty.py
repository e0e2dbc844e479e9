"""Measure how far the word on a speaker's certainty can be trusted.

    python benchmarks/certainty.py --scorer eval/quotes.py GOLD.jsonl [GOLD.jsonl ...]

GOLD and the scorer are those of `benchmarks/quotes.py`. Of the quotations that overlap an annotated one by half, and whose
speaker is annotated, each row says how many we call certain, likely and unknown, and how many of the speakers we name are right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scorers import load_scorer  # type: ignore[import-not-found]

from importers.blocks import read_document
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes
from store.records import Quote


def main() -> int:
    """Print one table row a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", type=Path, required=True, help="the script that says which speakers are the same")
    parser.add_argument("gold", nargs="+", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    print("| corpus | certain: quotes, right | likely: quotes, right | unknown: quotes |")
    print("|---|---|---|---|")
    for path in arguments.gold:
        found: Counter[tuple[str, bool]] = Counter(_judged(path, scorer))
        cells = []
        for certainty in ("certain", "likely"):
            right, wrong = found[certainty, True], found[certainty, False]
            cells.append(f"{right + wrong:,}, {100 * right / max(right + wrong, 1):.1f} %")
        print(f"| {path.stem} | {' | '.join(cells)} | {found['unknown', True] + found['unknown', False]} |")
    return 0


def _judged(path: Path, scorer: ModuleType) -> Iterator[tuple[str, bool]]:
    """What we say of each speaker's certainty, and whether the speaker is right."""
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        document = read_document(gold["text"])
        for quote in read_quotes(document, find_quotations(document), find_people(document)):
            meant = next((other for other in gold["quotes"] if _overlap(quote, other)), None)
            speaker = meant and (meant.get("speaker") or meant.get("speaker_text"))
            if speaker:
                yield quote.speaker_certainty, scorer.same_speaker([speaker], _names(quote, gold["text"], meant))


def _overlap(quote: Quote, gold: dict[str, Any]) -> bool:
    shared = min(quote.end, gold["end"]) - max(quote.start, gold["start"])
    return bool(shared > 0 and shared / (max(quote.end, gold["end"]) - min(quote.start, gold["start"])) >= 1 / 2)


def _names(quote: Quote, text: str, gold: Any) -> list[str]:
    """The name we give and, where the annotation has the mention alone, the mention."""
    names = [quote.speaker] if quote.speaker else []
    if not gold.get("speaker") and quote.speaker_start is not None:
        names.append(text[quote.speaker_start : quote.speaker_end])
    return names


if __name__ == "__main__":
    sys.exit(main())
