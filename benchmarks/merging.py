"""Measure how event mentions are merged: generated timelines of which it is known what belongs together.

    python benchmarks/merging.py [--events 10000] [--seed 1]

Each event happens on a day in one of the British towns of the gazetteer and is told by one to five papers, some of
them in two mentions. Noise: another word for the kind, another number (rounded, bounded, off by up to 30 %), the week
instead of the day, the next day, no day at all, a venue or a region instead of the town, speakers left out. One event in
eight shares day and town with another of a different kind, size or candidate. Prints pairwise precision and recall, and
the time for 10,000 and 100,000 mentions, by the processor and by the clock: ten times 10,000, one after another, and the
same 100,000 at once, so that what else the machine does weighs on both alike.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import data
from store.merging import Happening, merge
from store.records import Bounds, Certainty, Context, Entry, Event, Issue

START = date(2015, 1, 1)
DAYS = 730
PAPERS = ("Valley Herald", "Northern Worker", "Evening Call", "The Beacon", "Weekly Standard")
WORDS = {
    "rally": ("rally", "meeting", "speech"),
    "march": ("march", "march", "protest"),
    "meeting": ("meeting", "rally"),
}
VENUES = ("Town Hall", "Victoria Hall", "Market Square", "Methodist Church", "Unity Theatre", "People's Park")
SURNAMES = ("Day", "Lind", "Roe", "Fox", "Hart", "Moss", "Pike", "Shaw", "Voss", "Wren", "Yates", "Ash")
NAMES = tuple(f"{first} {last}" for first in ("Ann", "Bo", "Cy", "Di", "Eve", "Flo") for last in SURNAMES)
CERTAINTY: dict[bool, Certainty] = {True: "certain", False: "bounded"}


@dataclass(frozen=True)
class Truth:
    """One event as it was."""

    day: date
    town: str
    venue: str
    kind: str
    people: tuple[str, ...]
    size: int


def truths(chance: random.Random, number: int) -> list[Truth]:
    """So many events; one in eight beside another in the same town on the same day."""
    towns = _towns()
    found: list[Truth] = []
    while len(found) < number:
        kind = chance.choices(tuple(WORDS), (5, 2, 3))[0]
        people = tuple(chance.sample(NAMES, chance.choice((1, 1, 2))))
        day, town = START + timedelta(chance.randrange(DAYS)), chance.choice(towns)
        size = int(pow(10.0, chance.uniform(1.5, 4)))
        found.append(Truth(day, town, chance.choice(VENUES), kind, people, size))
        if chance.random() < 1 / 8:
            other = "march" if kind != "march" else "meeting"
            rival = tuple(name for name in chance.sample(NAMES, 3) if name not in people)[:1]
            far = max(20, round(size / chance.uniform(4, 20)))
            found.append(Truth(day, town, chance.choice(VENUES), chance.choice((kind, other)), rival, far))
    return found[:number]


def _towns() -> list[str]:
    lines = data.path("places.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [row[0] for row in rows if row[2] == "t" and row[4] == "GB" and int(row[5]) >= 5 and row[0] != "London"]


def mentions(chance: random.Random, events: list[Truth], issues: dict[int, Issue]) -> Iterator[tuple[int, Entry]]:
    """The mentions with the number of their event, in the order of the ids of their entries."""
    entry_id = 10_000_000
    for number, truth in enumerate(events):
        for paper in chance.sample(range(len(PAPERS)), chance.randint(1, len(PAPERS))):
            report = _report(truth, paper, issues)
            size = _count(chance, truth.size)
            for again in range(1 + (chance.random() < 0.25)):
                yield number, _entry(entry_id, report, issues[report], _event(chance, truth, size, short=again > 0))
                entry_id += 1


def _report(truth: Truth, paper: int, issues: dict[int, Issue]) -> int:
    """The weekly issue of a paper that tells it."""
    week = (truth.day - START).days // 7 + 1
    report = week * len(PAPERS) + paper + 1
    published = START + timedelta(week * 7 + 1)
    issues.setdefault(report, Issue(text="", context=Context(publication=PAPERS[paper], published=published)))
    return report


def _count(chance: random.Random, size: int) -> int:
    """What one paper counts: half of them round the number, the others are off by up to 30 percent."""
    off = size * (1 if chance.random() < 0.5 else chance.uniform(0.75, 1.3))
    step = int("1".ljust(max(len(str(size)) - 1, 1), "0"))
    return max(10, int(off // step) * step)


def _event(chance: random.Random, truth: Truth, size: int, *, short: bool) -> Event:
    first, last = _days(chance, truth.day)
    kind = chance.choice(WORDS[truth.kind])
    people = tuple(name for name in truth.people if chance.random() < 0.7)
    attendance = None if short or chance.random() < 0.25 else _bounds(chance, size)
    places = (truth.town, truth.venue) if chance.random() < 0.3 else (truth.town,)
    title = f"{kind.capitalize()}, {truth.town}"
    text = f"A {kind} was held in {truth.town}."
    return Event(
        start=0, end=len(text), text=text, title=title, kind=kind, first=first, last=last,
        places=places, people=people, attendance=attendance,
    )  # fmt: skip


def _days(chance: random.Random, day: date) -> tuple[date, date] | tuple[None, None]:
    draw = chance.random()
    if draw < 0.06:
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if draw < 0.08:
        return None, None
    wrong = timedelta(1 if draw < 0.09 else 0)
    return day + wrong, day + wrong


def _bounds(chance: random.Random, size: int) -> Bounds:
    low, high = chance.choices(((size, size), (size, None), (None, size)), (6, 2, 2))[0]
    return Bounds(low=low, high=high)


def _entry(entry_id: int, report: int, issue: Issue, event: Event) -> Entry:
    certainty = "reported" if event.first is None else CERTAINTY[event.first == event.last]
    day = event.first or issue.context.published
    return Entry(id=entry_id, day=day, kind="event", issue_id=report, certainty=certainty, record=event)


def score(found: list[Happening], truth: dict[int, int]) -> tuple[float, float]:
    """Pairwise precision and recall, in percent."""
    both = sum(_pairs(Counter(truth[entry.id] for entry in event.mentions)) for event in found)
    made = sum(_pairs(Counter({event.id: len(event.mentions)})) for event in found)
    return 100 * both / made, 100 * both / _pairs(Counter(truth.values()))


def _pairs(counted: Counter[int]) -> int:
    return sum(number * (number - 1) // 2 for number in counted.values())


def generate(seed: int, events: int) -> tuple[dict[int, int], list[Entry], dict[int, Issue]]:
    """The event of each mention by the id of its entry, the entries, the issues."""
    chance = random.Random(seed)
    issues: dict[int, Issue] = {}
    told = list(mentions(chance, truths(chance, events), issues))
    return {entry.id: number for number, entry in told}, [entry for _, entry in told], issues


def main() -> None:
    """Print what merging makes of generated timelines."""
    parser = argparse.ArgumentParser(description="Measure the merging of event mentions.")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    truth, entries, issues = generate(args.seed, args.events)
    found = merge(entries, issues)
    precision, recall = score(found, truth)
    print(f"{args.events:,} events, {len(entries):,} mentions, merged into {len(found):,}")
    print(f"precision {precision:.2f} %, recall {recall:.2f} %")
    _, entries, issues = generate(args.seed + 1, 28_500)
    parts = [entries[start : start + 10_000] for start in range(0, 100_000, 10_000)]
    few = [sum(each) / len(parts) for each in zip(*(_seconds(part, issues) for part in parts), strict=True)]
    many = _seconds(entries[:100_000], issues)
    for what, one, other in zip(("processor", "clock"), few, many, strict=True):
        print(f"10,000 and 100,000 mentions, {what}: {one:.2f} s, {other:.2f} s, {other / one:.1f} times")


def _seconds(entries: list[Entry], issues: dict[int, Issue]) -> tuple[float, float]:
    """Seconds of the processor and of the clock."""
    processor, clock = time.process_time(), time.perf_counter()
    merge(entries, issues)
    return time.process_time() - processor, time.perf_counter() - clock


if __name__ == "__main__":
    main()
