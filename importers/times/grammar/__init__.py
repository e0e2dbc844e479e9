"""The grammar of time expressions: tables of rules, and which words make it worth trying them."""

from __future__ import annotations

from importers.times.grammar.clock import CLOCK, PARTS
from importers.times.grammar.dates import DATES, YEARS
from importers.times.grammar.holidays import HOLIDAY_RULES
from importers.times.grammar.quarters import QUARTERS, SEASONS
from importers.times.grammar.rules import Rule
from importers.times.grammar.units import COUNTED, POINTED
from importers.times.grammar.vague import HISTORIES, RECURRING, VAGUE
from importers.times.grammar.weekdays import DAY_WORDS, WEEKDAYS

RULES: tuple[Rule, ...] = (
    *HOLIDAY_RULES,
    *CLOCK,
    *DATES,
    *WEEKDAYS,
    *DAY_WORDS,
    *SEASONS,
    *QUARTERS,
    *YEARS,
    *POINTED,
    *COUNTED,
    *RECURRING,
    *VAGUE,
    *HISTORIES,
    *PARTS,
)
"""All rules in the order in which they are tried."""

__all__ = ["HISTORIES", "RULES", "Rule"]
