"""Whether reading slows down on long or hostile text: processor time per kilobyte, small against large.

    python benchmarks/hostile.py [SIZE]

Reads each piece repeated to SIZE / 8 and to SIZE characters (default 400,000) through the whole of extraction. A ratio
near 1 says that time grows with the length of the text and no faster.
"""

from __future__ import annotations

import sys
import time
from datetime import date

from importers import document_and_context, extract

PIECES = (
    "Some 90 people met in Leeds on Monday, said Ann Other. ",
    "last ",
    "the last of the ",
    "1",
    "16 ",
    "1-",
    "Monday ",
    "May ",
    "20 and ",
    "two ",
    "twenty ",
    "a week ",
    "p.m. ",
    "early ",
    "2016 and ",
    ". ",
    "“",
    '"',
    " '",
    "said “a” ",
    "“No.”\n",
    "Ann, saying “a” and ",
    "Ann, ",
    "Ann Other of Leeds, ",
    "Mr. ",
    "On Monday, 5 in Hull, ",
    "£1 ",
    "A b\n\n",
    "by A B\n",
    "word",
    "\n",
)


def seconds(text: str) -> float:
    """Processor seconds of one extraction."""
    began = time.process_time()
    extract(*document_and_context(text, published=date(2016, 8, 23).isoformat()))
    return time.process_time() - began


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 400_000
    seconds(PIECES[0] * 20)
    print(f"{'piece':<30} {'ms/KB':>8} {'ms/KB, 8 times':>15} {'ratio':>6}")
    for piece in PIECES:
        small, large = size // 8, size
        one = min(seconds((piece * small)[:small]) for _ in range(2)) / small
        other = seconds((piece * large)[:large]) / large
        print(f"{piece[:26]!r:<30} {one * 1e6:>8.2f} {other * 1e6:>15.2f} {other / one:>6.2f}")


if __name__ == "__main__":
    main()
