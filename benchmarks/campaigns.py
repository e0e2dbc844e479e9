"""Generated campaigns of any size for the benchmarks: reports in invented words that are as unevenly frequent as real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from store import Timeline
from store.records import Bounds, Context, Event, Figure, Issue, Quote, Records

START = date(2015, 1, 1)
DAYS = 730
FOUND = 24
"""Records of each report: half of them events, a quarter figures, a quarter quotes."""
SYLLABLES = [
    first + rest
    for first in ("b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "ch")
    for rest in ("a", "e", "i", "o", "u", "an", "er", "in", "on", "al")
]
KINDS = ("rally", "march", "meeting", "vote", "strike", "launch", "speech", "hustings")
FIGURES = ("attendance", "money", "votes", "membership")


class Campaign:
    """Reports with words, people and places of its own; the same seed gives the same ones."""

    def __init__(self, records: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.reports = max(records // FOUND, 1)
        self.words = self._names(40_000)
        self._frequencies = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        people = max(records // 100, 50)
        given, family = self._names(300), self._names(people)
        self.people = [f"{self._random.choice(given)} {name}".title() for name in family]
        self._known = list(accumulate(1 / (rank + 3) for rank in range(len(self.people))))
        self.places = [name.title() for name in self._names(max(records // 500, 40))]
        self.papers = [f"The {name}".title() for name in self._names(25)]

    def _names(self, number: int) -> list[str]:
        names: dict[str, None] = {}
        while len(names) < number:
            names["".join(self._random.choices(SYLLABLES, k=self._random.choice((1, 2, 2, 3, 3, 4))))] = None
        return list(names)

    def _text(self, words: int) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._frequencies, k=words))

    def _people(self, number: int) -> tuple[str, ...]:
        return tuple(self._random.choices(self.people, cum_weights=self._known, k=number))

    def report(self, number: int) -> tuple[Issue, Records]:
        """One report with its records, about days near its own."""
        chance = self._random
        day = START + timedelta(days=number * DAYS // self.reports % DAYS)
        context = Context(publication=chance.choice(self.papers), issue=str(number // 25), published=day)
        issue = Issue(text=self._text(300), title=f"{self._text(6)} {number}", context=context)
        events, figures, quotes = [], [], []
        for place in range(FOUND):
            first = day - timedelta(days=chance.randrange(8)) if chance.random() < 0.9 else None
            last = first and first + timedelta(days=chance.choice((0, 0, 0, 0, 6)))
            words = self._text(25)
            span = {"start": 100 * place, "end": 100 * place + len(words), "text": words, "first": first, "last": last}
            low = chance.choice((50, 200, 1_000, 4_000, 10_000)) + chance.randrange(10)
            if place % 2 == 0:
                size = Bounds(low=low, high=low) if chance.random() < 0.3 else None
                towns = tuple(chance.choices(self.places, k=chance.choice((0, 1, 1, 2))))
                events.append(
                    Event(
                        title=self._text(6), kind=chance.choice(KINDS), places=towns, people=self._people(2),
                        attendance=size, planned=chance.random() < 0.1, **span,  # type: ignore[arg-type]
                    )
                )  # fmt: skip
            elif place % 4 == 1:
                figures.append(
                    Figure(low=low, high=None, kind=chance.choice(FIGURES), counted=self._text(2), **span)  # type: ignore[arg-type]
                )
            else:
                (speaker,) = self._people(1)
                quotes.append(Quote(speaker=speaker, cue="said", how="named beside", **span))  # type: ignore[arg-type]
        return issue, Records(events=tuple(events), figures=tuple(figures), quotes=tuple(quotes))

    def all(self) -> Iterator[tuple[Issue, Records]]:
        """All reports."""
        return map(self.report, range(self.reports))


def write(path: Path, campaign: Campaign) -> None:
    """A timeline file with all reports of a campaign."""
    with Timeline.open(path) as timeline:
        for issue, found in campaign.all():
            timeline.add(issue, found)
