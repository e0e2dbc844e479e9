"""Make the mention of a clause, once it is known what happened, when and where."""

from __future__ import annotations

import re
from datetime import date

from importers.events.clauses import Clause
from importers.events.lexicon import OTHER, Kind, Trigger, taxonomy
from importers.events.mention import Mention
from importers.events.scene import Sentence
from importers.events.verbs import is_past, is_to_come, looks_ahead
from importers.places import Place
from store.records import Span, Time

_LINKED = re.compile(r"[\s,;]+(?:and(?: then)?|then|plus|and again)?[\s,;]*(?:on )?(?:the )?\Z")


def make(
    text: str,
    published: date | None,
    clause: Clause,
    sentence: Sentence,
    trigger: Trigger | None,
    time: Time | None,
    places: tuple[Place, ...],
    carried: Kind | None = None,
) -> Mention:
    """The mention; a crowd without a word for what it came to takes the kind `carried`, else it is a rally."""
    crowd = clause.crowds[0] if clause.crowds else None
    kind = trigger.kind if trigger else OTHER
    if crowd and (kind is OTHER or kind.word or kind.name == "visit"):
        kind = carried or taxonomy().kinds["rally"]
    ahead = bool(time and published and time.first and time.first > published)
    today = time is None or time.first == published
    return Mention(
        span=_trimmed(text, clause),
        kind=kind,
        trigger=trigger,
        time=time,
        places=places,
        crowd=crowd,
        planned=ahead or (today and _is_to_come(text, clause, sentence, time)),
        sentence=sentence.index,
        block=sentence.block.kind,
        section=sentence.block.section,
        whole=(sentence.whole.start, sentence.whole.end),
        votes=clause.votes,
        lead=clause.lead,
    )


def _is_to_come(text: str, clause: Clause, sentence: Sentence, time: Time | None) -> bool:
    """True for what lies ahead on the day of publication: "will speak", "takes place tonight", an entry of a diary."""
    span = (clause.start, clause.end)
    if looks_ahead(text, *span):
        return True
    return time is not None and (sentence.listed or (is_to_come(text, *span) and not is_past(text, *span)))


def _trimmed(text: str, clause: Clause) -> Span:
    """The span of a clause without the white space and the link at its ends."""
    words = text[clause.start : clause.end]
    if clause.lead:
        words = _LINKED.sub("", words)
    start = clause.start + len(words) - len(words.lstrip(" \n\t\u00a0,;—–"))
    return min(start, clause.end - 1), clause.start + len(words.rstrip())
