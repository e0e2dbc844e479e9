"""The state of a reading: the days told so far, and the scene they make for the next expression.

Inside a quotation the day of speech takes the place of the day of writing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.documents import Block, Document
from importers.times.antecedents import Antecedents
from importers.times.country import country_of
from importers.times.dispatch import Writing
from importers.times.forms import (
    Clock,
    DayWord,
    Expression,
    Form,
    Holiday,
    Offset,
    Unit,
    Weekday,
    is_hour,
)
from importers.times.intervals import Interval
from importers.times.neighbours import (
    APPOSED,
    is_vote,
    looks_back,
)
from importers.times.resolve import resolve
from importers.times.resolve.long_past import LONG
from importers.times.scene import Anchor, Antecedent, Reading, Scene
from importers.times.speech import Quoted, Speeches
from importers.times.story import OPEN_END, PASSING, RECENT, RECENT_IN_PAPER, SINCE, Story, is_passing, is_scene
from importers.times.tense import Tense, tense
from store.records import Context, Span

SENTENCE_END = re.compile(r"(?<!\b[ap]\.m)(?<!\b[ap]\. m)[.!?][\"')\]]* +(?!\d)")
_YESTERDAY = re.compile(r"\b(?:yesterday|last night)\b")
_WAS_TO = re.compile(r"\b(?:was|were|been|had)\b[^.;:]*$|\b(?:until|till) +$")
"""“It was to begin at 10am”, “they sang until nine”: hours of a day that has been."""
_LEAD = 40
SENTENCE = 400
"""The longest sentence, in code points, that is read back to its beginning."""


@dataclass
class Telling:
    """What has been told so far in one text, and what that makes of the next expression."""

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
    _votes: bool = field(init=False)
    """Whether the text speaks of a by-election at all."""
    _vote: Antecedent | None = None
    """The day of the by-election that the report tells of."""
    _written_in: str | None = None
    """The country whose dates the text writes, once it is asked for."""

    def __post_init__(self) -> None:
        self._votes = "by-election" in self.low or "byelection" in self.low
        self._story = Story(self.context.published, RECENT_IN_PAPER if self.context.publication else RECENT)
        self._told = Antecedents(self.low, self.context.published, self.narrative)
        self._speeches = Speeches(self.low, self.quotations)
        self._writing = Writing(self.document.text, self.context.published)

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

    def _scene(
        self, block: Block, expression: Expression, quotation: Quoted | None, following: Expression | None = None
    ) -> Scene:
        start, end = expression.start, expression.end

        def looks() -> Tense | None:
            return tense(self.low, start, end, block.start, block.end) or self._runs_ahead(block, start)

        def opens() -> int:
            return self._sentence(block, start)

        hour = is_hour(expression.form)
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
                hour=hour,
                ahead=hour and not _WAS_TO.search(self.low, max(block.start, start - _LEAD), start),
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
        ends = [match.end() for match in SENTENCE_END.finditer(self.low, floor, offset)]
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
        if not self.low.startswith("'s ", span[1]):
            return False
        last = self._story.last
        if last is None or last.span[0] < self._sentence(block, span[0]):
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
            self.low.find("since", max(block.start, span[0] - _LEAD), span[0]) >= 0
            and SINCE.search(self.low, max(block.start, span[0] - _LEAD), span[0]) is not None,
            self._bounds(block, of, span[0]),
        )  # fmt: skip
        self._speeches.told.append(told)
        if self._votes and of.grain == "day" and is_vote(self.low, *span, block.start):
            self._vote = told
        if self._told.take(expression, reading, told, block.start) and of.grain == "day":
            self._story.tell(told, block, scene=self._is_scene(block, expression) and not told.passing)

    def _is_scene(self, block: Block, expression: Expression) -> bool:
        if is_hour(expression.form):
            return False  # an hour stands within a day told before
        before = self._story.last
        floor = max(block.start, before.span[1] if before else 0)
        return is_scene(self.low, expression.start, expression.end, floor)
