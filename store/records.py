"""The records of a timeline: what was read, what was found in it, what a person said of it.

Plain immutable values that know nobody. `Issue` is the truth that came in (text and publication
context), `Correction` the truth a person added; `Time`, `Figure`, `Quote`, `Event`, `Person` and `Place` are
derived from an issue and can be computed again at any time. `Entry` is the envelope in which the timeline
file keeps each of them, and in which they are read, with the corrections laid over.

Conventions, the same in every record:

* `start` and `end` are offsets in code points into `Issue.text`, `start` inclusive, `end` exclusive,
  so that `text[start:end]` is the surface form.
* `first` and `last` are calendar days, both inclusive; both are None where no day can be known.
* A field that points to another record of the same issue holds that record's `(start, end)`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

import msgspec

SCHEMA = 1
"""Version of the layout below; a timeline file says which one it was written with."""

Span: TypeAlias = tuple[int, int]

Number: TypeAlias = int | float
"""A whole number stays one in JSON: 3000, not 3000.0."""

Certainty: TypeAlias = Literal["certain", "bounded", "reported", "unknown"]
"""How well the day of a record is known.

certain: one day. bounded: an interval of several days. reported: the text gives no day, the record
is filed under the day of publication. unknown: not even the day of publication is known.
"""

SpeakerCertainty: TypeAlias = Literal["certain", "likely", "unknown"]
"""How well the speaker of a quote is known.

certain: the text names the speaker in the clause that carries the quote, or leaves one person for a pronoun, or a
person said so. likely: the words go on from another quote, or others could be meant. unknown: nobody is named.
"""

Standing: TypeAlias = Literal["told", "claimed", "denied", "quoted", "conditional", "called off"]
"""On whose word an event stands.

told: the report says so itself. claimed: it gives somebody's word for it. denied: somebody says that it was not so.
quoted: it is told inside a quotation. conditional: it hangs on an "if". called off: it did not or will not take place.
"""

TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Provenance: TypeAlias = Literal["command line", "front matter", "manifest", "text", "calendar", "person"]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, gc=False):
    """Base of all records: immutable, fields by keyword only, comparable by value."""


# --- what came in ---------------------------------------------------------------------------------


class Context(Record, frozen=True, kw_only=True):
    """Publication context of one issue: what paper, which number, which day, and how that is known."""

    publication: str | None = None
    """The name of the paper as its masthead gives it."""
    issue: str | None = None
    """The issue number as printed, without "No."."""
    published: date | None = None
    """The document creation time (DCT): the day from which relative expressions count."""
    window: tuple[date, date] | None = None
    """First and last day, inclusive, on which the text can have been written."""
    how: dict[str, Provenance] = {}
    """For each of `publication`, `issue`, `published`: where it was learned."""
    note: str = ""
    """One line for people: "issue 2517, on sale Tue 16 Aug 2016, from the issue number"."""
    country: str = "GB"
    """ISO 3166 code of the paper's country: it decides whether 4/8/2016 is in August or in April."""
    url: str | None = None


class Issue(Record, frozen=True, kw_only=True):
    """One imported report."""

    text: str
    """The whole text as read, without front matter; every offset counts in it."""
    context: Context
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    """File name or address it was read from."""
    digest: bool = False
    """True where the text is somebody's digest of a report rather than the report."""

    @property
    def paper(self) -> str | None:
        """The publication it is from, else the name it was read from."""
        return self.context.publication or self.source


# --- what was found -------------------------------------------------------------------------------


class Alternative(Record, frozen=True, kw_only=True):
    """A reading of a time expression that was considered and lost."""

    first: date | None
    last: date | None
    because: str
    """Why it lost, as half a sentence: "the verb is in the past"."""


class Evidence(Record, frozen=True, kw_only=True):
    """Another place in the text that agrees or disagrees with a resolution."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    agrees: bool


class Derivation(Record, frozen=True, kw_only=True):
    """How a time expression became days: data, which the screen words."""

    rule: str
    """The name of the rule as the code names it."""
    anchor: date | None = None
    """The day from which the expression was counted."""
    anchor_from: str = ""
    """What gave the anchor: "publication date", "'Saturday' in the sentence before", …"""
    anchor_span: Span | None = None
    """The expression that gave the anchor, where one in the text did."""
    alternatives: tuple[Alternative, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Time(Record, frozen=True, kw_only=True):
    """A time expression (TIMEX3) and the days it covers."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    """The TIMEX3 value: 2016-08-19, 2016-W33, 2016-08-01TNI, P3D, PAST_REF, …"""
    mod: str | None = None
    """The TIMEX3 modifier (START, MID, END, APPROX, …)."""
    first: date | None = None
    last: date | None = None
    why: str = ""
    """The derivation as one plain sentence."""
    derivation: Derivation | None = None


class Bounds(Record, frozen=True, kw_only=True):
    """A number as its wording bounds it, both ends inclusive; None is open."""

    low: Number | None = None
    high: Number | None = None
    qualifier: str | None = None
    """The words that qualify the number, lower case: "around", "up to"."""


class Figure(Record, frozen=True, kw_only=True):
    """A number with what it counts."""

    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    qualifier: str | None = None
    """The words that qualify the number, lower case: "up to", "some", "over"."""
    unit: str | None = None
    """people, votes, copies, percent, an ISO 4217 currency code, … or None."""
    counted: str | None = None
    """The noun phrase that is counted."""
    kind: str = "other"
    """attendance, membership, votes, money, audience, contacts, duration, share or other."""
    claimant: str | None = None
    """Whose claim it is, where the text says so."""
    first: date | None = None
    last: date | None = None
    places: tuple[str, ...] = ()
    event: Span | None = None
    """The event mention it belongs to."""


class Quote(Record, frozen=True, kw_only=True):
    """The words inside one pair of quotation marks, without the marks; one record a paragraph."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    """The speaker by the fullest name the document gives; None where nobody is named."""
    speaker_start: int | None = None
    """Start of the mention in the attribution; None where the attribution is only continued."""
    speaker_end: int | None = None
    cue: str | None = None
    """The attribution cue: "said", "told", "according to"."""
    role: str | None = None
    """What the document calls the speaker: "shadow chancellor"."""
    how: str = ""
    """How the speaker was identified, as one plain phrase."""
    speaker_certainty: SpeakerCertainty = "unknown"
    """Unknown also where the quote was read by a version that did not tell."""
    first: date | None = None
    last: date | None = None
    event: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """An event mention: the sentence or sentences that tell one happening."""

    start: int
    end: int
    text: str
    title: str
    """What a person would write on one line: "Rally for Corbyn, Kilburn: up to 4,000"."""
    kind: str
    """A kind of the taxonomy in `data/events.toml`: rally, march, meeting, vote, …"""
    first: date | None = None
    last: date | None = None
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    attendance: Bounds | None = None
    time: Span | None = None
    """The time expression it rests on."""
    planned: bool = False
    """True for what had not happened yet when the text was written."""
    standing: Standing = "told"
    claimant: str | None = None
    """Whose claim, denial or quotation it is, where the text says so."""
    background: bool = False
    """True for what is told only to explain the news: long past, or from a life that is looked back on."""
    venue: str | None = None
    """The hall, square or building where it took place; it is one of `places` as well."""
    at: str | None = None
    """The time of day at which it began, "19:30", where the text gives one."""
    votes: tuple[int, ...] = ()
    """The votes in the order of the text: 94 and 33."""
    organisations: tuple[str, ...] = ()
    """The organisations that took part, as the text names them."""


class Person(Record, frozen=True, kw_only=True):
    """Somebody the document names; `start`, `end` and `text` are those of the first mention."""

    start: int
    end: int
    text: str
    name: str
    """The fullest form of the document, without titles."""
    others: tuple[str, ...] = ()
    """Other forms it uses: "Corbyn", "Jeremy"."""
    roles: tuple[str, ...] = ()
    """What it calls this person, in the order of the text: "shadow chancellor"."""
    mentions: tuple[Span, ...] = ()
    """Every mention by name, the first included; titles and roles are left out."""


PlaceKind: TypeAlias = Literal["town", "venue", "region", "country"]


class Place(Record, frozen=True, kw_only=True):
    """A place the document names; `start`, `end` and `text` are those of the first mention."""

    start: int
    end: int
    text: str
    name: str
    """As the gazetteer has it, else as the document gives it first."""
    others: tuple[str, ...] = ()
    """Other forms the document uses: "north London"."""
    kind: PlaceKind = "town"
    region: str = ""
    """The county or region in which it lies; empty where the gazetteer does not say."""
    country: str = ""
    """ISO 3166 code; empty where unknown or where it lies in several."""
    listed: bool = False
    """True where the gazetteer lists it; other places are known by the grammar around their names."""
    mentions: tuple[Span, ...] = ()


Derived: TypeAlias = Time | Figure | Quote | Event
"""What is filed under days."""

Named: TypeAlias = Person | Place
"""What has no day of its own: it is told of an issue."""

Finding: TypeAlias = Derived | Named


class Records(Record, frozen=True, kw_only=True):
    """Everything found in one document, each kind in the order of the text."""

    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()


# --- what a person said of it ---------------------------------------------------------------------


Act: TypeAlias = Literal["change", "delete", "join", "split", "note", "star"]
"""What a correction does to its record.

change: other values for some fields. delete: it is not shown. join, split: an event mention tells the same happening
as others, or another one. note, star: a remark and a mark, which change nothing that was found.
"""


class Anchor(Record, frozen=True, kw_only=True):
    """What a correction holds on to in an issue: a record by its span, its words and what was found there."""

    kind: Literal["time", "figure", "quote", "event", "person", "place"]
    start: int
    end: int
    text: str
    found: str = ""
    """What was found, in short, which tells apart the records of one kind at one span; see `store.anchors`."""
    nth: int = 0
    """Where several say even the same: which of them, from 0."""
    alone: bool = True
    """Whether it was the only record of its kind at this span."""


class Elsewhere(Anchor, frozen=True, kw_only=True):
    """The anchor of a record in an issue that has to be named."""

    issue_id: int


class Correction(Anchor, frozen=True, kw_only=True):
    """A person's word on one derived record, laid over it for as long as the anchor fits."""

    changes: dict[str, Any] = {}
    """Field names of the record and their corrected values, in JSON form."""
    note: str = ""
    """The remark of a note; else how the person knows."""
    act: Act = "change"
    others: tuple[Elsewhere, ...] = ()
    """The other mentions of a join or a split."""


class Held(Record, frozen=True, kw_only=True):
    """A correction with the id and the issue it has, or had, in the timeline."""

    id: int
    issue_id: int
    correction: Correction


class Recontext(Record, frozen=True, kw_only=True):
    """Another publication context for an issue."""

    issue_id: int
    before: Context
    after: Context


class Step(Record, frozen=True, kw_only=True):
    """One thing a person did, kept so that it can be undone and done again at any later time."""

    what: str
    """In words: "deleted: Rally, Leeds"."""
    made: tuple[Held, ...] = ()
    """The corrections it made."""
    withdrawn: tuple[Held, ...] = ()
    """The corrections it took back."""
    contexts: tuple[Recontext, ...] = ()
    undone: bool = False


# --- how the file keeps them ----------------------------------------------------------------------


class Meta(Record, frozen=True, kw_only=True):
    """The first record of every timeline file."""

    schema: int = SCHEMA
    generator: str = "campaign-timeline"


Kind: TypeAlias = Literal["issue", "time", "event", "figure", "quote", "person", "place", "correction", "step", "meta"]

KINDS: dict[Kind, type[Record]] = {
    "issue": Issue,
    "time": Time,
    "event": Event,
    "figure": Figure,
    "quote": Quote,
    "person": Person,
    "place": Place,
    "correction": Correction,
    "step": Step,
    "meta": Meta,
}


class Tie(Record, frozen=True, kw_only=True):
    """A person's word on whether an event mention tells the same happening as another."""

    other: int
    """The id of the other mention."""
    together: bool
    said: int
    """The id of the correction that says so; of two that contradict each other the later one counts."""


class Entry(Record, frozen=True, kw_only=True):
    """A record in a timeline: `record` with what the file needs to find it again."""

    id: int
    """TinyDB's document id."""
    day: date | None
    """The day it is filed under: `first`, else the day of publication, else None; None for people and places."""
    kind: Kind
    issue_id: int | None
    """The id of the issue it was found in; None for issues, steps and meta."""
    certainty: Certainty
    record: Issue | Finding | Correction | Step | Meta
    corrected: bool = False
    """True where a person changed what was found; False where there is only a note or a star."""
    hidden: bool = False
    """True where a person deleted it; entries that are hidden are read by their id alone."""
    starred: bool = False
    note: str = ""
    """A person's remark; the latest where there are several."""
    ties: tuple[Tie, ...] = ()
    """What a person said of whether it tells the same happening as other event mentions."""
