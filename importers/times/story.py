"""The days that a report has told so far, and which of them a later word means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from importers.documents import Block
from importers.times.forms import Grain
from importers.times.scene import Antecedent
from importers.times.tense import Tense

RECENT = timedelta(days=3)
"""So long before publication an event may lie at which the report still stands."""
RECENT_IN_PAPER = timedelta(days=7)
"""And so long in a paper with a name, which may come out once a week."""
KEPT = 12
"""How many days back a story is remembered."""
_REPORTED = re.compile(
    r"\b(?:(?:said|says|(?<!was )(?<!were )(?<!been )(?:revealed|announced|reported|confirmed)|added|claimed|warned|admitted|insisted|stressed|declared|argued)"
    r"|told (?:(?:the|this) (?:[a-z]+ ){0,2}(?:post|echo|herald|record|news|express|telegraph|independent|chronicle|gazette|argus|standard|scotsman|courier|journal|tribune|examiner|sentinel|press association|paper|newspaper|programme)|reporters|journalists|socialist worker|the \w+ (?:star|worker|times)|the (?:bbc|guardian|press|media|mirror|observer|sun|times)))"
    r" +(?:on +|late +|early +)?$"
)
_COMPARED = re.compile(
    r"\b(?:anniversary of (?:the )?|(?<!ed )(?<!grew )(?<!gave )(?<!woke )(?<!built )(?<!came )(?<!caught )(?<!took )(?<!made )(?<!shut )(?<!sat )(?<!broke )(?<!went )(?<!stood )(?<!set )(?<!held )(?:up|down) (?:on|from) (?:(?!in\b|on\b)[\w£$%,.]+ +){0,3}(?:(?:in|on) +)?"
    r"|(?:compared (?:with|to)|as (?:opposed to|against)|from (?:a|the) (?:high|low|peak)) (?:[\w£$%,.]+ +){0,6}|(?:more|fewer|less|higher|lower|bigger|smaller|better|worse) than (?!\d|£|\$|an?\b|half\b|one\b|two\b|ten\b) *(?:[\w']+ +){0,4})$"
)
_BESIDE = re.compile(
    r"\b(?:who|which|where|whom|whose)\b[^,.;:]*$|\b(?:since|until|till|by|from|beginning|starting|began|started) +(?:(?:on|the|early|late|last) +)*$"
)
"""A day told in passing: in a relative clause, or as the end of a stretch."""
_RELATIVE = re.compile(
    r"(?:, |\b[a-z]+ )(?:who|which|where|whom|whose|that (?=had\b|was\b|were\b))\b(?:[^,.;:]|,(?=\d))*$"
)
_PLUPERFECT = re.compile(
    r"\b(?:had|hadn't) (?!(?:heard|been told) (?:how|that)\b|an?\b|the\b|to\b|no\b|some\b|his\b|her\b|their\b|its\b|our\b|my\b|more\b|over\b|up\b|\d)(?:[^,.;:]|,(?=\d))*$"
)
"""“the lorries had got through on Friday”, but not "they had a meeting on Friday"."""
SINCE = re.compile(r"\bsince +(?:(?:on|the|early|late|last) +)*$")
"""“They have been out since Monday”: the story stands at the end of it."""
_FIRST_ONE = re.compile(
    r"[\"' ]*(?:the|its|their) (?:first|second|last|previous|earlier|latest|next|final)(?: one| such| of (?:them|these|those|the [a-z]+))? "
    r"(?:was|were|took|came|had|will|is)\b[^;:]*$"
)
"""“The first was in Hull on 4 August”: one of a row, which is not where the report stands."""
_HAD_THEN = re.compile(
    r"(?:, [^,.;:]{1,40},)? (?:[\w'-]+ ){1,4}had (?!an?\b|the\b|to\b|no\b|some\b|his\b|her\b|their\b|its\b|our\b|my\b|more\b|over\b|\d)"
)
"""“The night before he had been on the late shift.”"""
_COUNTED_FROM = re.compile(
    r"\b(?:after|before|since|following|than) (?!dawn\b|dark\b|sunrise\b|noon\b|midday\b|midnight\b)[^,.;:]*$"
)
"""“on Wednesday, two weeks after the sit-in of 10 November”."""
OPEN_END = re.compile(
    r"\b(?:dat(?:es|ed|ing) (?:back )?to|as far back as|as early as|as late as|since|until|till|before|after|by|than) +(?:the +(?:end|beginning|start) of +)?$"
)
"""“profits have doubled since 1980”: a stretch that a year bounds, and in which the story does not stand."""
_SAID = re.compile(r",? +(?:[\w.'-]+ +){1,4}(?:said|told|announced|claimed|warned|insisted|argued|added)\b")
"""“On Friday, the minister said”: the day of another telling."""
_LEAD = 60
PASSING = 160
"""How far back, in code points, a sentence is read for what makes a day one told in passing."""
_CLAUSE = 160


def is_aside(low: str, start: int, grain: Grain) -> bool:
    """Whether the time at `start` dates the telling ("revealed yesterday") or what is compared ("up from 14 in May").

    A quarter is what was reported, never when: "posted third-quarter profit".
    """
    lead = low[max(0, start - _LEAD) : start]
    dates_telling = grain not in {"quarter", "half"} and _REPORTED.search(lead) is not None
    return dates_telling or _COMPARED.search(lead) is not None


def is_scene(low: str, start: int, end: int, floor: int) -> bool:
    """Whether the day at `low[start:end]` is one at which the report stands, not one told in passing."""
    opens = next((start + len(word) for word in ("beginning ", "starting ") if low.startswith(word, start)), start)
    return not _BESIDE.search(low[max(floor, start - _CLAUSE) : opens]) and not _SAID.match(low, end)


def is_passing(low: str, start: int, floor: int, *, second: bool, end: int | None = None) -> bool:
    """Whether the day at `start` is told in passing, so that the next sentence does not stand at it.

    `floor` is where its sentence begins; `second` says that the sentence has told another day before it; `end` is where
    a day ends that looks back from the one told before it ("the night before").
    """
    lead = low[floor:start]
    if end is not None and not lead.strip(" \"'") and _HAD_THEN.match(low, end):
        return True
    if _FIRST_ONE.match(lead):
        return True
    return bool(_RELATIVE.search(lead) or _PLUPERFECT.search(lead) or (second and _COUNTED_FROM.search(lead)))


@dataclass
class Story:
    """The last days told in a section, and the one that the head of the page set for all its sections."""

    published: date | None
    recent: timedelta = RECENT
    _days: list[Antecedent] = field(default_factory=list)
    _events: list[Antecedent] = field(default_factory=list)
    """The days of `_days` that have been and that the report itself told."""
    _page: Antecedent | None = None

    def tell(self, told: Antecedent, block: Block, *, scene: bool) -> None:
        """Take in a day; `scene` says that speakers may stand at it."""
        self._days = [*self._days[1 - KEPT :], told]
        if told.quoted or self._is_planned(told):
            return
        if scene:
            self._events = [*self._events[1 - KEPT :], told]
        if block.section == 0 and block.kind in {"headline", "standfirst"}:
            self._page = told

    def turn(self, *, forget: bool) -> None:
        """Go on to the next section of the page."""
        if forget:
            self._days = [self._page] if self._page else []
            self._events = list(self._days)

    def forget(self) -> None:
        """Keep nothing: a day came that no calendar at hand has."""
        self._days, self._events = [], []

    @property
    def last(self) -> Antecedent | None:
        """The day told last, by whomever and whether it has been or not."""
        return self._days[-1] if self._days else None

    def day(
        self,
        tense: Callable[[], Tense | None],
        sentence: Callable[[], int],
        *,
        quoted: bool,
        hour: bool = False,
        ahead: bool = False,
    ) -> Antecedent | None:
        """The day that "that evening" or "at 5pm" speaks of, in the sentence that begins at `sentence()`.

        What others said in a quotation is not where the report stands, nor is a day told in passing in a sentence
        before, nor one that is planned where the clause tells what has been; where nothing else was told they count.
        An `hour` does not lie on the day since which something lasts; one `ahead` lies on the day
        told last that is not over.
        """
        if not self._days:
            return None
        days = self._days if quoted else [told for told in self._days if not told.quoted] or self._days
        if any(told.passing for told in days):
            opens = sentence()
            days = [told for told in days if not told.passing or told.span[0] >= opens] or days
        if hour and days[-1].since:
            opens = sentence()
            days = [told for told in days if not told.since or told.span[0] >= opens] or days
        if self._is_planned(days[-1]) and days[-1].span[0] < sentence() and tense() in {"past", "told"}:
            been = next((told for told in reversed(days) if not self._is_planned(told)), None)
            return been or next((told for told in self._days if not (told.quoted or self._is_planned(told))), days[-1])
        if ahead and self._has_been(days[-1]) and days[-1].span[0] < sentence() and tense() == "future":
            return next((told for told in reversed(days) if not self._has_been(told)), days[-1])
        return days[-1]

    def stood_at(self, offset: int) -> Antecedent | None:
        """The day of the event at which the words at `offset` were spoken: the last one told, where it is recent."""
        published = self.published
        if published is None:
            return None
        return next(
            (
                told
                for told in reversed(self._events)
                if told.span[1] <= offset and published - told.interval.last <= self.recent
            ),
            None,
        )

    def planned(self, floor: int) -> Antecedent | None:
        """The day told last, not before `floor`, where it is still to come: "He speaks on Friday, and she the day before"."""
        last = self.last
        return last if last is not None and last.span[0] >= floor and self._is_planned(last) else None

    def _has_been(self, told: Antecedent) -> bool:
        return self.published is not None and told.interval.last < self.published

    def _is_planned(self, told: Antecedent) -> bool:
        return self.published is not None and told.interval.first > self.published
