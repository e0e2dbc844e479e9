"""Which rows of the index belong to which issue, as runs: an issue and what was found in it mostly are one."""

from __future__ import annotations

from array import array
from itertools import groupby


class IssueRows:
    """The rows of each issue, among them some that have gone to another since."""

    def __init__(self, issues: array[int]) -> None:
        """`issues`: the issue of each row."""
        self._runs: dict[int, list[range]] = {}
        row = 0
        for issue, run in groupby(issues):
            length = sum(1 for _ in run)
            self.add(issue, row, length)
            row += length

    def add(self, issue: int, row: int, length: int = 1) -> None:
        """Take down that so many rows from `row` on belong to an issue."""
        there = self._runs.setdefault(issue, [])
        if there and there[-1].stop == row:
            there[-1] = range(there[-1].start, row + length)
        else:
            there.append(range(row, row + length))

    def of(self, issue: int) -> list[int]:
        """The rows of an issue, ascending."""
        return [row for run in self._runs.get(issue, ()) for row in run]
