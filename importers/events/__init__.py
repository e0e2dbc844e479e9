"""Event mentions: what happened, when, where, with whom and how many.

`read_events` is the door. By the order of the work: `scene` goes through the sentences, with `crowds` (which figures are
the size of a gathering) and `listings` (diaries and live pages); `lexicon` holds the taxonomy of `data/events.toml`;
`clauses` cuts a sentence that tells two happenings and `day_rows` a list of days; `stretches` joins days that belong
together, `when` picks the time expression, `where` the places; `telling` and `verbs` ask whether a clause tells anything,
`naming` which of its words names it; `discourse` carries day and place from what was told before, to which the words of
`pointing` point; `mentions` puts them together, `making` makes each, and `headlines` dates what stands above its report;
`standing` says on whose word an event stands, `background` whether it is news; `quoted` reads what quotations tell;
`recorder` makes the records, with `particulars` and `organisations`, and `titles` words them, with `causes`, `excerpts`
and `title_words`.
"""

from __future__ import annotations

from importers.events.read import read_events

__all__ = ["read_events"]
