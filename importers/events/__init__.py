"""Event mentions: what happened, when, where, with whom and how many.

`read_events` is the door. `lexicon` holds the taxonomy of `data/events.toml`, `clauses` cuts a sentence that tells two
happenings and `day_rows` a list of days, `stretches` joins days that belong together, `when` picks the time expression,
`telling` asks whether a clause tells anything, `discourse` carries day and place from what was told before, `mentions`
puts them together, `titles` words the result.
"""

from __future__ import annotations

from importers.events.read import read_events

__all__ = ["read_events"]
