"""The fields of the filter language, as data: completion and `help filter` are made from it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from store.filters import kinds
from store.filters.days import Overlaps
from store.filters.errors import FilterError
from store.filters.folding import fold
from store.filters.needles import WORDS, Needle
from store.filters.predicates import Is, Named, OfKind, Predicate, Said
from store.filters.subject import STATES, State
from store.filters.values import read_day, read_days, read_size


class Value(msgspec.Struct, frozen=True):
    """What was written behind the colon, or a word or phrase of its own."""

    text: str
    quoted: bool
    position: int
    """Offset in the query at which the text begins, behind an opening quotation mark."""

    def needle(self) -> Needle:
        """The words to look for; raises FilterError where nothing is left to look for."""
        folded = fold(self.text)
        if folded.startswith("~") and not self.quoted:
            return self._fuzzy(folded.removeprefix("~"))
        if not folded:
            message = "there is nothing to look for here; write a word"
            raise FilterError(message, self.position)
        return Needle(folded, whole=self.quoted)

    def _fuzzy(self, word: str) -> Needle:
        if not WORDS.fullmatch(word):
            message = "~ is for one word of letters and digits right behind it, as in ~corbin"
            raise FilterError(message, self.position)
        return Needle(word, fuzzy=True)


class Field(msgspec.Struct, frozen=True):
    """A field: `name:` before a value."""

    name: str
    help: str
    """One line for people."""
    example: str
    read: Callable[[Value], Predicate]
    """Makes the predicate; raises FilterError."""
    choices: tuple[str, ...] = ()
    """The values there are, or the fixed ones among them; completion offers these."""
    commas: bool = True
    """True where a comma separates values of which one is enough."""


def _is(value: Value) -> Predicate:
    state = fold(value.text)
    for known in STATES:
        if known == state:
            return Is(known)
    message = f"is: does not know “{value.text}”; write {' or '.join(f'is:{known}' for known in STATES)}"
    raise FilterError(message, value.position)


def _kind(value: Value) -> Predicate:
    """A kind; one in quotation marks may be any, for a timeline can hold kinds that this version does not know."""
    needle = value.needle()
    if needle.fuzzy or (not needle.whole and not kinds.is_known(needle.text)):
        listed = ", ".join((*kinds.RECORDS, *kinds.events(), *kinds.FIGURES))
        message = f"there is no kind “{value.text}”, only {listed}; one of your own goes into quotation marks"
        raise FilterError(message, value.position)
    return OfKind(needle)


STATE_HELP: dict[State, str] = {
    "planned": "had not happened when the report was written",
    "undated": "the text gives no day",
    "certain": "the text gives one day",
    "corrected": "changed by a person",
    "starred": "marked with a star",
    "noted": "has a note",
    "conflict": "an event of which the papers disagree",
}
"""What `is:` knows, and what each state means."""

DATE_HELP: dict[str, str] = {
    "date:2016-08-23": "a day; 2016-08 a month, 2016 a year",
    "date:2016-08-01..2016-08-07": "from one to another; either end may be missing or in part",
    'date:"late august 2016"': "in words; also early, mid, “last week of august”, summer",
    "date:june..august": "without a year: in every year",
}
"""Examples of dates, and what they mean."""

_ALL = (
    Field(
        "who",
        "people, speakers, claimants; by any name or role the reports give them",
        "who:corbyn",
        lambda value: Named("who", value.needle()),
    ),
    Field(
        "place",
        "places of events, and of their figures and quotes; by any of their names",
        "place:liverpool",
        lambda value: Named("place", value.needle()),
    ),
    Field(
        "source",
        "publication, issue number or title; where no publication is known, the name of the file",
        'source:"morning star"',
        lambda value: Named("source", value.needle()),
    ),
    Field(
        "kind",
        "kind of record, event or figure; a comma means or",
        "kind:rally,quote",
        _kind,
        choices=kinds.RECORDS,
    ),
    Field(
        "date",
        "a day, month, year or range; august; “last week of august”",
        "date:2016-08..2016-09",
        lambda value: read_days(value.text, value.position),
    ),
    Field(
        "from",
        "on this day or later",
        "from:2016-08-21",
        lambda value: Overlaps(read_day(value.text, value.position)[0], None),
    ),
    Field(
        "to",
        "on this day or earlier",
        "to:2016-08",
        lambda value: Overlaps(None, read_day(value.text, value.position)[1]),
    ),
    Field(
        "size",
        "attendance or figure: > >= < <= or a range",
        "size:>1000",
        lambda value: read_size(value.text, value.position),
        commas=False,
    ),
    Field("said", "words spoken, in quotation marks", 'said:"social movement"', lambda value: Said(value.needle())),
    Field("is", f"{', '.join(STATES[:-1])} or {STATES[-1]}", "is:planned", _is, choices=STATES),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""Name -> field, in the order in which people are told of them."""
