"""Read the expressions of a text in order, each in the light of what was told before it.

The antecedents (`Antecedents`, and `Story` for days) do not leak from one local report (`Block.section`) into the next.
Inside a quotation the day of speech takes the place of the day of writing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importers.documents import Block, Document
from importers.times.antecedents import Antecedents
from importers.times.country import country_of
from importers.times.dispatch import Writing
from importers.times.forms import (
    Clock,
    Date,
    DayWord,
    Expression,
    Form,
    Holiday,
    Nth,
    Offset,
    Unit,
    Weekday,
)
from importers.times.grammar.units import DAY_BESIDE
from importers.times.intervals import Interval
from importers.times.join import with_year_of
from importers.times.neighbours import (
    APPOSED,
    closes_stretch,
    is_apposed,
    is_beside_day,
    is_kept_daily,
    is_stamp,
    is_up_to,
    looks_back,
    names_again,
    opens_dates,
    opens_stretch,
    side_of,
    takes_up,
    with_open_end,
)
from importers.times.nouns import is_label
from importers.times.resolve import resolve, resolve_beside, resolve_up_to
from importers.times.resolve.before_era import read_before_era
from importers.times.resolve.long_past import LONG
from importers.times.scene import Anchor, Antecedent, Reading, Scene
from importers.times.speech import Quoted, Speeches
from importers.times.story import OPEN_END, PASSING, RECENT, RECENT_IN_PAPER, Story, is_passing, is_scene
from importers.times.tense import Tense, tense
from store.records import Context, Span

_SENTENCE_END = re.compile(r"(?<!\b[ap]\.m)(?<!\b[ap]\. m)[.!?][\"')\]]* +(?!\d)")
_OWN_CLAUSE = re.compile(r", (?:and|but|then|so) (?:i|we|you|he|she|they|it)(?:'\w+)? ")
_BESIDE_UNKNOWN = Reading("DATE", "XXXX-XX-XX", "day beside one that is not known")
_YESTERDAY = re.compile(r"\b(?:yesterday|last night)\b")
_WAS_TO = re.compile(r"\b(?:was|were|been|had)\b[^.;:]*$|\b(?:until|till) +$")
"""“It was to begin at 10am”, “they sang until nine”: hours of a day that has been."""
_CLAUSE_END = re.compile(r"[,.;:]|\b(?:and|but|that|which|who)\b")
_LEAD = 40
SENTENCE = 400
"""The longest sentence, in code points, that is read back to its beginning."""


@dataclass
class Discourse:
    """The state of a reading: what has been told so far."""

    document: Document
    low: str
    context: Context
    quotations: Sequence[Quoted]
    narrative: bool = False
    _section: int = -1
    _block: Block | None = None
    _story: Story = field(init=False)
    _told: Antecedents = field(init=False)
    _speeches: Speeches = field(init=False)
    _writing: Writing = field(init=False)
    _by_words: bool | None = None
    """Whether the report says "yesterday", once that is asked for."""
    _written_in: str | None = None
    """The country whose dates the text writes, once it is asked for."""

    def __post_init__(self) -> None:
        self._story = Story(self.context.published, RECENT_IN_PAPER if self.context.publication else RECENT)
        self._told = Antecedents(self.low, self.context.published, self.narrative)
        self._speeches = Speeches(self.low, self.quotations)
        self._writing = Writing(self.document.text, self.context.published)

    def read(self, block: Block, expression: Expression, following: Expression | None = None) -> Reading:
        """The reading of the next expression in the order of the text; `following` is the one after it in the block."""
        if block.section != self._section:
            self._forget(block.section)
        if block is not self._block:
            self._speeches.leave(self._block)
            self._writing.turn(block)
            self._told.length = ""
            self._block = block
        quotation = self._speeches.around(expression.start)
        expression = with_year_of(expression, following, self.low)
        scene = self._scene(block, expression, quotation, following)
        if is_stamp(self.low, expression, block):
            scene.day = None
        elif isinstance(expression.form, Nth) or (
            isinstance(expression.form, Clock) and expression.form.reference == "bare"
        ):
            scene.beside = self._day_beside(block, expression, following)
            scene.day = scene.beside or scene.day
            scene.again = scene.beside is None and self._comes_again(block, expression)
        told = self._speeches.told[-1] if self._speeches.told else None
        if (
            told is not None
            and told.quoted == (quotation is not None)
            and takes_up(self.low, told, expression, self.context.published)
        ):
            scene.day = told
        if expression.form == Unit("day", "previous") and (planned := self._story.planned(block.start)):
            scene.day = planned
        if expression.rule == "the day told" and quotation is not None:
            scene.day, scene.by_grain = None, {}  # a speaker's day is the one on which he speaks
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
            return resolve(expression, replace(scene, day=named)) if named else _BESIDE_UNKNOWN
        if following is not None and is_up_to(self.low, expression, following):
            end = self._day_of(block, following)
            return resolve_up_to(expression, end, scene) if end else None
        told = self._speeches.told[-1] if self._speeches.told else None
        if told is not None and names_again(self.low, told, expression):
            return resolve_beside(expression, told, "same", scene)
        if told is not None and closes_stretch(self.low, told, expression):
            return resolve_beside(expression, told, "following", scene)
        if following is not None and not self.narrative and opens_dates(self.low, expression, following):
            return self._before(block, expression, following)
        if following is not None and opens_stretch(self.low, expression, following) and scene.tense() != "future":
            last = self._day_of(block, following, past=True)
            return resolve_beside(expression, last, "same", scene) if last else None
        return None

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

    def _alone(self, block: Block, expression: Expression) -> Reading:
        return resolve(expression, self._scene(block, expression, self._speeches.around(expression.start)))

    def _day_of(self, block: Block, expression: Expression, *, past: bool = False) -> Antecedent | None:
        """The day that an expression behind this one names; `past` keeps it from looking ahead."""
        scene = self._scene(block, expression, self._speeches.around(expression.start))
        if past:
            scene.tense = lambda: "past"
        of = resolve(expression, scene).interval
        if of is None or of.grain != "day":
            return None
        return Antecedent(of, (expression.start, expression.end), self.document.text[expression.start : expression.end])

    def _day_beside(self, block: Block, expression: Expression, following: Expression | None) -> Antecedent | None:
        """The day that the rest of the sentence gives, where nothing before in it does: "the lunchtime rally on 16 August"."""
        told = self._story.last
        if following is not None and _is_hour_of(self.low, expression, following):
            return self._day_of(block, following)
        if told and told.span[0] >= block.start and not _SENTENCE_END.search(self.low, told.span[1], expression.start):
            return told
        if following is None or not isinstance(following.form, Date | DayWord | Weekday):
            return None
        if _SENTENCE_END.search(self.low, expression.end, following.start) or self._in_passing(block, following.start):
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
        # A history goes on under its next heading, a page of local reports does not.
        self._story.turn(forget=not self.narrative)
        if not self.narrative:
            self._told.forget()

    def _scene(
        self, block: Block, expression: Expression, quotation: Quoted | None, following: Expression | None = None
    ) -> Scene:
        start, end = expression.start, expression.end

        def looks() -> Tense | None:
            return tense(self.low, start, end, block.start, block.end) or self._runs_ahead(block, start)

        def opens() -> int:
            return self._sentence(block, start)

        return Scene(
            now=self._now(block, expression, quotation, following),
            country=self._country(expression),
            start=start,
            part=expression.part,
            before=self.low[max(block.start, start - _LEAD) : start],
            after=self.low[end : min(block.end, end + _LEAD)],
            sentence=opens,
            tense=looks,
            day=self._story.day(
                looks,
                opens,
                quoted=quotation is not None,
                hour=isinstance(expression.form, Clock)
                and expression.form.reference == "bare"
                and not _WAS_TO.search(self.low, max(block.start, start - _LEAD), start),
            ),
            any=self._told.any,
            by_grain=self._told.by_grain,
            counted=self._told.counted,
            length=self._told.length,
            printed=self.context.publication is not None,
            says_yesterday=self._says_yesterday,
            narrative=self.narrative,
        )

    def _says_yesterday(self) -> bool:
        if self._by_words is None:
            words = _YESTERDAY.finditer(self.low)
            self._by_words = any(self._speeches.around(word.start()) is None for word in words)
        return self._by_words

    def _country(self, expression: Expression) -> str:
        if self._written_in is None and (expression.rule == "numeric date" or isinstance(expression.form, Holiday)):
            self._written_in = country_of(self.low, self.context.country)
        return self._written_in or self.context.country

    def _sentence(self, block: Block, offset: int) -> int:
        """Where the sentence around `offset` begins, as far as the last day told: what lies before it matters not."""
        told = self._story.last
        floor = max(block.start, told.span[0] if told else 0, offset - SENTENCE)
        ends = [match.end() for match in _SENTENCE_END.finditer(self.low, floor, offset)]
        return ends[-1] if ends else floor

    def _runs_ahead(self, block: Block, offset: int) -> Tense | None:
        """“They meet next Thursday and before that on Monday”: a clause without a sign goes on from the day before it."""
        published, told = self.context.published, self._story.last
        if told is None or published is None or told.quoted or told.interval.first <= published:
            return None
        return "future" if told.span[0] >= max(block.start, self._sentence(block, offset)) else None

    def _now(
        self, block: Block, expression: Expression, quotation: Quoted | None, following: Expression | None
    ) -> Anchor | None:
        written = self._writing.anchor
        if written is None:
            return None
        if quotation is not None and isinstance(expression.form, DayWord | Clock | Weekday | Unit | Offset):
            spoken = self._spoken(block, quotation, following) or self._at_hand(block, expression.form, quotation)
            if spoken is not None:
                return Anchor(spoken.interval.first, f"“{spoken.text}”, when the words were spoken", spoken.span)
        return written

    def _spoken(self, block: Block, quotation: Quoted, following: Expression | None) -> Antecedent | None:
        """The day on which a quotation was spoken, by the words before it, after it, or before what it runs on from."""
        introduced = self._speeches.introduced(quotation)
        if introduced is None and following is not None and self._speeches.attributes(quotation, following):
            introduced = self._day_of(block, following)
        return introduced or self._speeches.run_on(quotation)

    def _at_hand(self, block: Block, form: Form, quotation: Quoted) -> Antecedent | None:
        """The day of the event the speaker stands at, for "today" and "last night" where nothing dates the words.

        For "tomorrow" and "yesterday" it is one that the same paragraph tells.
        """
        if form == DayWord(0) or (isinstance(form, Clock) and form.reference in {"this", "last"}):
            return self._story.stood_at(quotation.start)
        if form in {DayWord(1), DayWord(-1)}:
            stood = self._story.stood_at(quotation.start)
            return stood if stood and stood.span[0] >= block.start else None
        return None

    def _bounds(self, block: Block, of: Interval, start: int) -> bool:
        if self.context.published is None or self.context.published - of.last < LONG:
            return False  # only years long past hold what is told after them
        return OPEN_END.search(self.low, max(block.start, start - _LEAD), start) is not None

    def _owns(self, block: Block, span: Span, of: Interval) -> bool:
        """“They dealt today with yesterday's riot”: a day before the one of its sentence says only which riot."""
        last = self._story.last
        if last is None or not self.low.startswith("'s ", span[1]) or last.span[0] < self._sentence(block, span[0]):
            return False
        return of.last < last.interval.first

    def _in_passing(self, block: Block, start: int, end: int | None = None) -> bool:
        last = self._story.last
        if last and last.passing and last.span[1] <= start and APPOSED.fullmatch(self.low, last.span[1], start):
            return True  # "on the eve of the poll, 4 June"
        sentence = self._sentence(block, start)
        opens = max(sentence, start - PASSING)
        return is_passing(self.low, start, opens, second=last is not None and last.span[0] >= sentence, end=end)

    def _remember(self, block: Block, expression: Expression, reading: Reading, *, quoted: bool) -> None:
        of = reading.interval
        if of is None:
            if self._told.leave_calendar(expression, reading):
                self._story.forget()
            return
        span: Span = (expression.start, expression.end)
        told = Antecedent(
            of, span, self.document.text[span[0] : span[1]], quoted, reading.explicit,
            of.grain == "day"
            and (
                self._in_passing(block, span[0], span[1] if looks_back(expression) else None)
                or self._owns(block, span, of)
            ),
            reading.value.partition("T")[2],
            self._bounds(block, of, span[0]),
        )  # fmt: skip
        self._speeches.told.append(told)
        if self._told.take(expression, reading, told, block.start) and of.grain == "day":
            self._story.tell(told, block, scene=self._is_scene(block, expression) and not told.passing)

    def _is_scene(self, block: Block, expression: Expression) -> bool:
        if isinstance(expression.form, Clock) and expression.form.reference == "bare":
            return False  # an hour stands within a day told before
        before = self._story.last
        floor = max(block.start, before.span[1] if before else 0)
        return is_scene(self.low, expression.start, expression.end, floor)


def _is_hour_of(low: str, expression: Expression, following: Expression) -> bool:
    """Whether an hour names a train or shift of the day behind it: "the 11am service on 11 August"."""
    if not isinstance(following.form, Date | Weekday) or not is_label(low, expression.start, expression.end):
        return False
    return _CLAUSE_END.search(low, expression.end, following.start) is None
