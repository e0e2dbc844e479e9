"""What later expressions may refer back to: the last stretch of time told, and the last one of each grain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from importers.times.forms import Expression, Grain, Offset, YearAgo
from importers.times.narrative import strays
from importers.times.nouns import is_label
from importers.times.resolve.before_era import year_of
from importers.times.resolve.clock import AFTER_MIDNIGHT
from importers.times.resolve.quarters import counts_months, is_beside
from importers.times.scene import Antecedent, Reading
from importers.times.story import is_aside

_LEAD = 40


@dataclass
class Antecedents:
    """The antecedents of one section, or of a whole history."""

    low: str
    published: date | None
    narrative: bool
    any: Antecedent | None = None
    """The last stretch of any grain."""
    by_grain: dict[Grain, Antecedent] = field(default_factory=dict)
    """The last stretch of each grain."""
    counted: str = ""
    """The months that the report went on to from its quarter, as TIMEX3 writes them: P9M."""
    length: str = ""
    """The length of time told last, as TIMEX3 writes it, where no day was told since."""
    before_era: int | None = None
    """The year before our era that was told last, where nothing since it was of ours."""

    def forget(self) -> None:
        """Begin anew, as another local report does."""
        self.any = None
        self.by_grain = {}
        self.counted = ""
        self.length = ""

    def leave_calendar(self, expression: Expression, reading: Reading) -> bool:
        """Take in a reading without days; whether it left the years that the calendar at hand has."""
        if counts_months(expression):
            self._forget_quarter()
            self.counted = reading.value
        if reading.type == "DURATION":
            self.length = reading.value
        year = year_of(reading.value)
        if year is None:
            return False
        self.any = None
        self.before_era = year if self.narrative else None
        return True

    def take(self, expression: Expression, reading: Reading, told: Antecedent, floor: int) -> bool:
        """Take in `told`, in a block that begins at `floor`; whether the story goes on from it."""
        self.length = ""
        if self._is_in_passing(expression, reading, told):
            self.any = self.any or told  # better than nothing told
            return False
        if self._is_compared(expression, told, floor):
            return False
        self.by_grain[told.interval.grain] = told
        if told.interval.grain == "quarter":
            self.counted = ""
        if told.interval.grain in {"decade", "century"} or (
            self.narrative and strays(self.low, expression, told, reading, self.any, self.published)
        ):
            return False
        self.any = told
        self.before_era = None
        return True

    def _is_in_passing(self, expression: Expression, reading: Reading, told: Antecedent) -> bool:
        looks_back = self.any is not None and told.interval.last < self.any.interval.first
        return (
            (looks_back and is_label(self.low, expression.start, expression.end) and told.interval.grain != "quarter")
            or is_aside(self.low, expression.start, told.interval.grain)
            or reading.rule == AFTER_MIDNIGHT
        )

    def _is_compared(self, expression: Expression, told: Antecedent, floor: int) -> bool:
        """Whether it is a quarter beside the one that the report is about."""
        grain = told.interval.grain
        if isinstance(expression.form, YearAgo) or (isinstance(expression.form, Offset) and grain == "quarter"):
            return True
        lead = self.low[max(floor, told.span[0] - _LEAD) : told.span[0]]
        return grain == "quarter" and is_beside(told, self.by_grain.get("quarter"), self.published, lead)

    def _forget_quarter(self) -> None:
        quarter = self.by_grain.pop("quarter", None)
        if quarter is self.any:
            self.any = None
