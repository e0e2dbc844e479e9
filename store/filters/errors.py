"""What the filter language says about a query it cannot read."""

from __future__ import annotations


class FilterError(ValueError):
    """A query that cannot be read.

    `message` is one plain line that says what is wrong and what to write instead; `position` is the
    offset in code points into the query at which it went wrong, so that a screen can point there.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
