"""Scales of numbers for charts: plain where the numbers are near each other, else by powers of ten."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import count

from msgspec import Struct

FAR_APART = 50
"""From this ratio of the largest to the smallest number on, the scale goes by powers of ten."""


def larger(low: float | None, high: float | None) -> float:
    """The number that is named where one is: the upper bound, else the lower one, else 0."""
    return max(bound for bound in (low, high, 0) if bound is not None)


class Scale(Struct, frozen=True):
    """Numbers from `low` to `high`, both inclusive."""

    low: float
    high: float
    by_powers: bool

    def place(self, number: float) -> float:
        """Where a number stands, from 0 to 1."""
        number = min(max(number, self.low), self.high)
        if self.by_powers:
            return math.log10(number / self.low) / math.log10(self.high / self.low)
        return (number - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Round numbers to write on the axis."""
        if self.by_powers:
            return [10.0**power for power in range(round(math.log10(self.low)), round(math.log10(self.high)) + 1)]
        step = _round_step(self.high - self.low)
        return [number for each in range(11) if (number := self.low + each * step) <= self.high]


def scale_of(numbers: Iterable[float]) -> Scale:
    """A scale that has room for all `numbers`, none of them negative."""
    found = [number for number in numbers if number > 0] or [1]
    low, high = min(found), max(found)
    if high / low >= FAR_APART:
        return Scale(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high)), by_powers=True)
    step = _round_step(high)
    return Scale(0, step * math.ceil(high / step), by_powers=False)


def _round_step(reach: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that goes into `reach` at most six times."""
    start = math.floor(math.log10(reach)) - 1
    return next(step for power in count(start) for step in (10.0**power, 2 * 10.0**power, 5 * 10.0**power)
                if reach / step <= 6)  # fmt: skip
