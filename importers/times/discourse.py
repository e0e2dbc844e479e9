"""Read the expressions of a text in order, each in the light of what was told before it.

The antecedents (`Antecedents`, and `Story` for days) do not leak from one local report (`Block.section`) into the next.
"""

from __future__ import annotations

import re
from dataclasses import replace

from importers.documents import Block
from importers.times.forms import (
    Clock,
    Date,
    DayWord,
    Expression,
    Holiday,
    Nth,
    Offset,
    Unit,
    Weekday,
    is_hour,
)
from importers.times.grammar.units import DAY_BESIDE
from importers.times.join import with_year_of
from importers.times.neighbours import (
    BESIDE_EVENTS,
    came_first,
    closes_stretch,
    goes_on,
    is_apposed,
    is_beside_day,
    is_kept_daily,
    is_stamp,
    is_up_to,
    names_again,
    opens_dates,
    opens_stretch,
    side_of,
    takes_up,
    with_open_end,
)
from importers.times.nouns import is_label
from importers.times.resolve import resolve, resolve_beside, resolve_in_row, resolve_up_to
from importers.times.resolve.before_era import read_before_era
from importers.times.resolve.choice import from_told
from importers.times.scene import Antecedent, Reading, Scene
from importers.times.telling import SENTENCE_END, Telling

_OWN_CLAUSE = re.compile(r", (?:and|but|then|so) (?:i|we|you|he|she|they|it)(?:'\w+)? ")
_DAY_BEFORE = Unit("day", "previous")
_VOTING = frozenset({"polling day", "election day"})
_CLAUSE_END = re.compile(r"[,.;:]|\b(?:and|but|that|which|who)\b")


class Discourse(Telling):
    """Reads one expression after the other, and keeps what each of them tells."""

    def read(self, block: Block, expression: Expression, following: Expression | None = None) -> Reading:
        """The reading of the next expression in the order of the text; `following` is the one after it in the block."""
        self._turn_to(block)
        quotation = self._speeches.around(expression.start)
        expression = with_year_of(expression, following, self.low)
        scene = self._scene(block, expression, quotation, following)
        self._take_up(scene, block, expression, following, quoted=quotation is not None)
        reading = (
            (read_before_era(expression, self._told.before_era) if self._told.before_era else None)
            or self._by_neighbour(block, expression, following, scene)
            or self._in_past(expression, scene)
            or resolve(expression, scene)
        )
        written = self._writing.anchor
        reading = with_open_end(self.low, expression, reading, written.day if written else None)
        self._writing.take(block, expression, reading)
        self._remember(block, expression, reading, quoted=quotation is not None)
        return reading

    def _turn_to(self, block: Block) -> None:
        if block.section != self._section:
            self._forget(block.section)
        if block is not self._block:
            self._speeches.leave(self._block)
            self._writing.turn(block)
            self._told.length = ""
            self._block = block

    def _take_up(
        self, scene: Scene, block: Block, expression: Expression, following: Expression | None, *, quoted: bool
    ) -> None:
        """Set the day that `expression` takes up, where that is not the one at which the story stands."""
        told = self._speeches.last
        if is_stamp(self.low, expression, block):
            scene.day = None
        elif isinstance(expression.form, Nth) or is_hour(expression.form):
            scene.beside = self._day_beside(block, expression, following)
            scene.day = scene.beside or scene.day
            scene.again = scene.beside is None and self._comes_again(block, expression)
        if told and told.quoted == quoted and takes_up(self.low, told, expression, self.context.published):
            scene.day = told
        if expression.form == _DAY_BEFORE:
            scene.day = self._story.planned(block.start) or scene.day
        if expression.rule == "the day told" and quoted:
            scene.day, scene.by_grain = None, {}  # a speaker's day is the one on which he speaks

    def _in_past(self, expression: Expression, scene: Scene) -> Reading | None:
        """“five days later” in a clause told in the past: from a day told in passing, where the story's own leads ahead."""
        form, published = expression.form, self.context.published
        if not isinstance(form, Offset) or form.deictic or form.direction < 0 or scene.day is None or published is None:
            return None
        told = next((one for one in reversed(self._speeches.told) if one.interval.grain == "day"), None)
        if told is None or told is scene.day or scene.tense() not in {"past", "told"}:
            return None
        first = resolve(expression, scene).first
        return resolve(expression, replace(scene, day=told)) if first is not None and first > published else None

    def _by_neighbour(
        self, block: Block, expression: Expression, following: Expression | None, scene: Scene
    ) -> Reading | None:
        """The reading that the expression beside it decides, if any."""
        if following is not None and is_apposed(self.low, expression, following):
            return self._alone(block, following)
        if following is not None and (side := side_of(self.low, expression, following, block.start)):
            named = self._day_of(block, following)
            return resolve_beside(expression, named, side, scene) if named else None
        if expression.rule == DAY_BESIDE:
            beside = following is not None and is_beside_day(self.low, expression, following)
            named = self._day_of(block, following) if following is not None and beside else None
            return resolve(expression, replace(scene, day=named)) if named else _beside_unknown(expression)
        if following is not None and is_up_to(self.low, expression, following):
            end = self._day_of(block, following)
            return resolve_up_to(expression, end, scene) if end else None
        if self._vote and isinstance(expression.form, Holiday) and expression.form.name in _VOTING:
            return self._voting(expression, scene, self._vote)
        told = self._speeches.last
        if told is not None and names_again(self.low, told, expression):
            return resolve_beside(expression, told, "same", scene)
        if scene.day is None and expression.rule in BESIDE_EVENTS and getattr(expression.form, "grain", "day") == "day":
            return _beside_unknown(expression)
        if told is not None and closes_stretch(self.low, told, expression):
            return resolve_beside(expression, told, "following", scene)
        if told is not None and came_first(self.low, told, expression):
            return resolve_beside(expression, told, "previous", scene)
        if told is not None and not self.narrative and goes_on(self.low, told, expression):
            return resolve_in_row(expression, told, scene)
        if following is not None and not self.narrative and opens_dates(self.low, expression, following):
            return self._before(block, expression, following)
        if following is not None and opens_stretch(self.low, expression, following) and scene.tense() != "future":
            last = self._day_of(block, following, past=True)
            return resolve_beside(expression, last, "same", scene) if last else None
        return None

    def _voting(self, expression: Expression, scene: Scene, vote: Antecedent) -> Reading:
        """“polling day” in a report of a by-election, where the calendar has no poll near."""
        reading = resolve(expression, scene)
        if reading.first is not None or scene.now is None:
            return reading
        at = vote.interval.first
        return Reading("DATE", f"{at}", "day of the by-election told", at, at, from_told(vote), (), vote.interval)

    def _before(self, block: Block, expression: Expression, following: Expression) -> Reading | None:
        """The reading of the first date of a stretch: the last one before the other end."""
        end = self._alone(block, following).interval
        form = expression.form
        if end is None or not isinstance(form, Date):
            return None
        later = ((form.month or 0), form.day or 0) > (end.first.month, end.last.day)
        dated = replace(expression, form=replace(form, year=end.first.year - later))
        reading = self._alone(block, dated)
        return replace(reading, rule="date before the end of its stretch", explicit=False)

    def _day_beside(self, block: Block, expression: Expression, following: Expression | None) -> Antecedent | None:
        """The day that the rest of the sentence gives, where nothing before in it does: "the lunchtime rally on 16 August"."""
        told = self._story.last
        if following is not None and _is_hour_of(self.low, expression, following):
            return self._day_of(block, following)
        if told and told.span[0] >= block.start and not SENTENCE_END.search(self.low, told.span[1], expression.start):
            return told
        if following is None or not isinstance(following.form, Date | DayWord | Weekday):
            return None
        if SENTENCE_END.search(self.low, expression.end, following.start) or self._in_passing(block, following.start):
            return None
        # "At 3.40am he told the hall: ‘We are back on Sunday’" tells nothing of Sunday's small hours.
        if self._speeches.around(following.start) is not self._speeches.around(expression.start):
            return None
        if _OWN_CLAUSE.search(self.low, expression.end, following.start):
            return None  # "I finished at five, and I'll vote tomorrow"
        return self._day_of(block, following)

    def _comes_again(self, block: Block, expression: Expression) -> bool:
        return is_kept_daily(self.low, expression, self._sentence(block, expression.start), block.end)

    def _forget(self, section: int) -> None:
        self._section = section
        self._speeches.forget()
        self._vote = None
        # A history goes on under its next heading, a page of local reports does not.
        self._story.turn(forget=not self.narrative)
        if not self.narrative:
            self._told.forget()


def _is_hour_of(low: str, expression: Expression, following: Expression) -> bool:
    """Whether an hour names a train or shift of the day behind it: "the 11am service on 11 August"."""
    if not isinstance(following.form, Date | Weekday) or not is_label(low, expression.start, expression.end):
        return False
    return _CLAUSE_END.search(low, expression.end, following.start) is None


def _beside_unknown(expression: Expression) -> Reading:
    """“On the eve of battle”: the day before one of which nothing is told."""
    rule, form = "day beside one that is not known", expression.form
    if isinstance(form, Clock):
        return Reading("TIME", f"XXXX-XX-XXT{form.code}", rule)
    return Reading("DATE", "XXXX-XX-XX", rule)
