"""Read a million generated texts and check what must be true of every reading.

    python benchmarks/times_fuzz.py [--inputs 1000000] [--seed 1]

Half of the texts are words of time in random order, half are random characters of all of Unicode with such words
strewn in. For each: nothing raised, offsets cut the surface, finds in order and apart, first not after last, both or
neither known, a well-formed value, a reason given. Prints the rate and the slowest input; exit status 1 at the first violation.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator
from datetime import date

from importers.documents import Block, Document
from importers.times import explain, read_times
from importers.times.vocabulary import WORDS
from store.records import Context

GLUE = [
    "the", "of", "in", "on", "since", "until", "by", "before", "after", "ago", "later", "earlier", "a", "an", "and", "or", "to", "from",
    ",", ".", "(", ")", ":", ";", "-", "—", "–", "/", "’", "“", "”", "'s", "st", "th", "mid-", "1", "2", "16", "16th", "29", "31", "99",
    "2016", "9999", "1984-85", "16/8/16", "9:30", "3pm", "pm", "a.m.", "noon", "BC", "£", "%", "every", "each", "half", "few", "several",
    "couple", "about", "nearly", "first", "twenty-four", "30s", "1930s", "10000000", "0", "00", "years'", "time", "tonight", "yesterday",
    "today", "tomorrow", "weekend", "Easter", "Christmas", "eve", "polling day", "inst.", "ult.", "GMT", "UTC", "half past", "minutes to", "the night", "quarter ended", "will", "was",
]  # fmt: skip
"""What stands between the words of time, and around them."""
_CHARACTERS = [
    chr(code)
    for code in (*range(0x20, 0x250), *range(0x300, 0x370), *range(0x2000, 0x2070), 0x130, 0x1F600, 0xFEFF, 0x0A, 0x0D)
]

VALUE = re.compile(
    r"(?:BC|\d{4}|X{4}|\d{3}|\d{2}|X{2,3})(?:-(?:\d\d|XX|Q[1-4X]|H[12X]|W\d\d|WXX|SP|SU|FA|WI)(?:-(?:\d\d|XX|WE|[1-7]))?)?"
    r"(?:T(?:\d\d:\d\dZ?|XX:XX|MO|AF|EV|NI|DT))?"
    r"|\d{4}(?:-\d\d-\d\d)?/\d{4}(?:-\d\d-\d\d)?|BC\d{1,4}(?:-\d\d|-\w\w)?"
    r"|P(?:[\d.X]+(?:Y|M|W|D|DE|CE|Q)){1,2}|P[\d.X]+DT\d+H|P\d+Y\d+M|PT(?:[\d.X]+[HMS]){1,2}|PXX|(?:PAST|PRESENT|FUTURE)_REF"
)
"""What a TIMEX3 value looks like."""


def words() -> list[str]:
    """The words of time, small and with a capital, and often what stands between them."""
    tables = (
        WORDS.weekday, WORDS.weekday_short, WORDS.month, WORDS.month_short, WORDS.season, WORDS.unit, WORDS.units, WORDS.number,
        WORDS.ordinal, WORDS.part, WORDS.deictic, WORDS.edge, WORDS.recurring,
    )  # fmt: skip
    of_time = [word for table in tables for word in table]
    return [*of_time, *(word.capitalize() for word in of_time), *GLUE * 4]


def texts(count: int, chance: random.Random) -> Iterator[str]:
    """So many generated texts."""
    pieces = words()
    for number in range(count):
        if number % 2:
            yield " ".join(chance.choices(pieces, k=chance.randint(1, 12)))
        else:
            parts = ["".join(chance.choices(_CHARACTERS, k=chance.randint(0, 12))) for _ in range(chance.randint(1, 4))]
            yield chance.choice(pieces).join(parts)


def fault(text: str, published: date | None) -> str | None:
    """What is wrong with the reading of `text`, or None."""
    end = 0
    for found in read_times(Document(text, (Block("paragraph", 0, len(text)),)), Context(published=published)):
        if text[found.start : found.end] != found.text or found.start < end:
            return f"offsets of {found}"
        if (found.first is None) != (found.last is None) or (found.first and found.last and found.first > found.last):
            return f"days of {found}"
        if not VALUE.fullmatch(found.value):
            return f"value of {found}"
        if not found.why or not explain(found):
            return f"reason of {found}"
        end = found.end
    return None


def main() -> int:
    """Run; see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    start, slowest, worst = time.perf_counter(), 0.0, ""
    for text in texts(args.inputs, chance):
        day = None if chance.random() < 0.1 else date.fromordinal(chance.randint(1, date.max.toordinal()))
        begun = time.perf_counter()
        try:
            wrong = fault(text, day)
        except Exception as error:  # noqa: BLE001 - any exception at all is the finding
            wrong = f"{type(error).__name__}: {error}"
        if wrong:
            print(f"{text!r} published {day}: {wrong}", file=sys.stderr)
            return 1
        taken = time.perf_counter() - begun
        if taken > slowest:
            slowest, worst = taken, text
    seconds = time.perf_counter() - start
    print(
        f"{args.inputs:,} inputs, seed {args.seed}: no fault, {args.inputs / seconds:,.0f} inputs/s; slowest {1000 * slowest:.1f} ms: {worst!r}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
