"""Which rows of the index lie on which days: a drawer for each day, length and kind, so that counting reads nothing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

KIND_BITS = 4


class Filed:
    """The rows of derived records by day."""

    def __init__(self) -> None:
        self.days: dict[int, dict[int, array[int]]] = {}
        """day -> place -> rows. A place is a span class and a kind in one number, see `place_of`."""

    def file(self, rows: Iterable[int], day: int, last: int, kind: int) -> None:
        """Put rows where they belong."""
        places, place = self.days.get(day), place_of(day, last, kind)
        if places is None:
            places = self.days[day] = {}
        if place not in places:
            places[place] = array("I")
        places[place].extend(rows)

    def take_out(self, row: int, day: int, last: int, kind: int) -> None:
        """Take a row from where it is."""
        places, place = self.days[day], place_of(day, last, kind)
        rows = places[place]
        rows.remove(row)
        if not rows:
            del places[place]
        if not places:
            del self.days[day]

    def counts(self) -> Iterator[tuple[int, int, int]]:
        """(day, kind, how many) in no order; one pair of day and kind may come several times."""
        for day, place, rows in self.drawers():
            yield day, place % (1 << KIND_BITS), len(rows)

    def drawers(self) -> Iterator[tuple[int, int, array[int]]]:
        """(day, place, rows), also while another thread files more."""
        for day, places in list(self.days.items()):
            for place, rows in list(places.items()):
                yield day, place, rows

    def rows_of(self, day: int, first: int | None, lasts: array[int]) -> list[int]:
        """The rows filed under a day, ascending; where the day lies before `first`, those that last until then.

        `lasts`: the last day of each row.
        """
        rows: list[int] = []
        early = first is not None and day < first
        for place, there in list(self.days.get(day, {}).items()):
            if not early:
                rows.extend(there)
            elif first is not None and day + (1 << (place >> KIND_BITS)) > first:
                rows.extend(row for row in there if lasts[row] >= first)
        rows.sort()
        return rows


def place_of(day: int, last: int, kind: int) -> int:
    """The span class and the kind in one number; span class c holds intervals shorter than 2**c days + 1."""
    return (last - day).bit_length() << KIND_BITS | kind
