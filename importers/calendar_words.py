"""The names of weekdays and months as English prints them, and patterns for them.

Not those of the `calendar` module, which can be in the language of the machine.
"""

from __future__ import annotations

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
"""A pattern for the whole name of any weekday."""
MONTH = f"(?:{'|'.join(MONTHS)})"
"""A pattern for the whole name of any month."""
ANY_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
"""A pattern for a weekday, whole or shortened."""
ANY_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A pattern for a month, whole or shortened."""

_LETTERS = 3
"""So many letters tell any two apart."""


def weekday_number(name: str) -> int:
    """Monday 0 to Sunday 6, by the first three letters in any case."""
    return [day[:_LETTERS].casefold() for day in WEEKDAYS].index(name[:_LETTERS].casefold())


def month_number(name: str) -> int:
    """January 1 to December 12, by the first three letters in any case."""
    return [month[:_LETTERS].casefold() for month in MONTHS].index(name[:_LETTERS].casefold()) + 1
