"""Times: from the words of a report to the days that were meant.

`grammar` and `recognise` find the expressions and say what they say; `discourse` (with `telling`, its state) and
`resolve` find the days; `explain` words how they were found.
"""

from __future__ import annotations

from importers.times.explain import explain, why
from importers.times.phrase import explain_phrase
from importers.times.read import read_times

__all__ = ["explain", "explain_phrase", "read_times", "why"]
