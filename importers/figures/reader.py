"""Read the figures of a document, block by block, in one pass over its numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from importers.documents import NARRATIVE, Block, Document
from importers.figures import leaning, traps
from importers.figures.counted import Counted, counted_after, rate_after
from importers.figures.following import following
from importers.figures.invisible import Visible, has_invisible
from importers.figures.lexicon import lexicon
from importers.figures.pairs import Pair, pair, restates, scaled_to
from importers.figures.purpose import claimant_of, kind_of
from importers.figures.ranks import find_ranks
from importers.figures.shares import Share, find_shares
from importers.figures.wording import Qualifier, bounds, qualifier_before
from importers.numbers import Number, find_numbers
from store.records import Bounds, Figure, Span, Time

_SIGN = re.compile(r"(?P<sign>(?:(?<!\w)(?:US|AU?|NZ|C|HK))?\$|[£€₹]|(?<!\w)Rs\.?)[ \u00a0]?\Z")
_NAMED = re.compile(r", [A-Z]")
_SHARES = frozenset({"percent", "percentage points"})
_PREPOSITIONS = frozenset({"over", "under", "above", "below", "beyond"})
_LEANT_ON = frozenset({"people", "votes", "percent"})
_ROW = 30
"""How far apart, in code points, the shares of a row stand ("40 percent and 35")."""
_OPENING = frozenset({"at_least", "at_most"})


def read_figures(document: Document, times: Sequence[Time]) -> tuple[Figure, ...]:
    """The figures of the narrative blocks, in the order of the text.

    `times` are the document's time expressions: a number in one that tells when something was is no figure.
    """
    if has_invisible(document.text):
        visible = Visible(document)
        return tuple(map(visible.whole, read_figures(visible.document, visible.times(times))))
    taken = traps.Times(times)
    starts = [start for start, _ in document.sentences]
    figures: list[Figure] = []
    for block in document.blocks:
        if block.kind in NARRATIVE:
            figures += _BlockReader(document, block, taken, starts).read()
    return tuple(figures)


class _BlockReader:
    """Reads one block; remembers the last figure, whose unit a bare number may lean on."""

    def __init__(self, document: Document, block: Block, taken: traps.Times, sentence_starts: list[int]) -> None:
        self._text = document.text
        self._start, self._stop = block.start, block.end
        self._sentences = document.sentences
        self._sentence_starts = sentence_starts
        self._taken = taken
        self._last: Figure | None = None
        self._people: Figure | None = None

    def read(self) -> list[Figure]:
        """The figures of the block, in order."""
        ranks = [
            self._record((n.start, n.end), bounds(n, ()), None, None, None)
            for n in find_ranks(self._text, self._start, self._stop)
            if not self._taken.hold(n)
        ]
        numbers = list(find_numbers(self._text, self._start, self._stop))
        shares = [self._share(share) for share in find_shares(self._text, numbers, self._start, self._stop)]
        found = list(self._counts(numbers)) if numbers else []
        if not ranks and not shares:
            return found
        apart = [f for f in found if not any(f.start < share.end and share.start < f.end for share in shares)]
        return sorted([*apart, *ranks, *shares], key=lambda figure: figure.start)

    def _share(self, share: Share) -> Figure:
        """The figure of a part of a whole or of a multiple, with the qualifiers before it."""
        before = qualifier_before(self._text, share.start, self._start)
        of = self._text.startswith(" of ", share.end)
        counted = counted_after(self._text, share.end, self._stop, of=of) if share.unit == "percent" else None
        limits = bounds(Number(share.start, share.end, share.value, "words"), before.effects)
        span = (before.at, counted.end if counted else share.end)
        return self._record(span, limits, before.words, share.unit, counted)

    def _counts(self, numbers: list[Number]) -> Iterator[Figure]:
        floor, i = self._start, 0
        while i < len(numbers):
            found, i = self._at(numbers, i, floor)
            for figure in found:
                floor, self._last = figure.end, figure
                self._people = figure if figure.unit == "people" else self._people
                yield figure

    def _at(self, numbers: list[Number], i: int, floor: int) -> tuple[list[Figure], int]:
        """The figures that begin with number `i`, and the index of the number to go on with."""
        number = numbers[i]
        second = numbers[i + 1] if i + 1 < len(numbers) else None
        joint: Pair | None = pair(self._text, number, second, floor) if second else None
        if second and joint == "vote" and not self._taken.hold(number):
            return self._vote(number, second), i + 2
        if joint == "score":
            return [], i + 2
        if second and joint == "range":
            figure = self._figure(second, floor, begins=number)
            return ([figure] if figure else []), i + 2
        if second and number.vague and restates(self._text, number, second):
            figure = self._figure(second, floor)
            return ([self._from(number.start, figure)] if figure else []), i + 2
        figure = self._figure(number, floor)
        return ([figure] if figure else []), i + 1

    def _from(self, start: int, figure: Figure) -> Figure:
        return replace(figure, start=start, text=self._text[start : figure.end])

    def _vote(self, number: Number, second: Number) -> list[Figure]:
        """The two sides of a vote: "94 to 33", "52% to 48%"."""
        left = counted_after(self._text, number.end, second.start, of=False)
        right = counted_after(self._text, second.end, self._stop, of=False)
        unit = next((side.unit for side in (right, left) if side and side.unit in _SHARES), "votes")
        return [
            self._record((one.start, side.end if side else one.end), bounds(one, ()), None, unit, side)
            for one, side in ((number, left), (second, right))
        ]

    def _figure(self, number: Number, floor: int, begins: Number | None = None) -> Figure | None:
        """The figure of a number, or of the range from `begins` to it; None where it is no figure."""
        first = begins or number
        sign = _SIGN.search(self._text, max(floor, first.start - 5), first.start)
        before = qualifier_before(self._text, sign.start() if sign else first.start, floor)
        counted, end, after = following(self._text, number, self._stop)
        if sign:
            counted, end = None, rate_after(self._text, after.at if after.effects else number.end, self._stop)
        joined = counted is not None and self._text[number.end] in "-\u2010\u2011"
        if before.words == "over" and counted and self._is_spread(before.at, counted):
            before = Qualifier(first.start)
        effects = (*before.effects, *after.effects)
        if not joined and counted and self._is_anchored(counted):
            return None
        if self._is_when(first, number, effects, counted):
            return None
        if not (joined or sign or after.effects) and traps.is_reference(self._text, number, self._start, self._stop):
            return None
        if not self._says_how_many(number, before, effects, counted, certain=bool(sign) or begins is not None):
            return None
        limits = bounds(number, effects)
        if begins:
            limits = Bounds(low=scaled_to(self._text, begins, number), high=number.value)
        unit = lexicon().symbols[sign["sign"]] if sign else self._unit(number, counted, before.at)
        said = " ".join(words for words in (before.words, after.words) if words) or None
        # a bare number of people that no cue explains is the size of a crowd
        crowd = unit == "people" and counted is None and not number.vague
        return self._record((before.at, end), limits, said, unit, counted, "attendance" if crowd else "other")

    def _is_spread(self, start: int, counted: Counted) -> bool:
        """True for a length over which another figure is spread: "2% over 18 months"."""
        last = self._last
        return (
            last is not None
            and 0 <= start - last.end < _ROW
            and last.start >= self._sentence(start)[0]
            and lexicon().kind_of_unit.get(counted.unit or "") == "duration" != last.kind
        )

    def _is_anchored(self, counted: Counted) -> bool:
        """True for a length that says how far off something is: "three days before the vote"."""
        is_length = lexicon().kind_of_unit.get(counted.unit or "") == "duration"
        return is_length and traps.anchors(self._text, counted.end, self._stop)

    def _is_when(self, first: Number, number: Number, effects: tuple[str, ...], counted: Counted | None) -> bool:
        """True for a year and for a number in a time expression.

        Not so where bounds are stated ("over 2,000"), nor for a round number that fills its block: a cell of a table.
        """
        alone = (first.start, number.end) == (self._start, self._stop) and number.value % 100 == 0
        if alone or number.vague or _OPENING.intersection(effects):
            return False
        if "about" in effects and (counted or not traps.looks_like_year(self._text, number)):
            return False
        if self._taken.hold(first) or self._taken.hold(number):
            return True
        return traps.is_year(self._text, number, self._start) and (counted is None or counted.unit != "people")

    def _says_how_many(
        self,
        number: Number,
        before: Qualifier,
        effects: tuple[str, ...],
        counted: Counted | None,
        *,
        certain: bool,
    ) -> bool:
        """True where the number counts something, by its noun or by leaning on its neighbours."""
        if traps.is_part_of_many(self._text, number, self._start, self._stop):
            return False
        if number.value == 1 and number.form == "words":
            return self._is_counting_one(number, before, counted)
        if certain or counted is not None:
            return True
        if traps.is_age_group(self._text, number, self._start):
            return False
        return leaning.counts(self._text, number, self._start, self._stop, qualified=bool(effects))

    def _is_counting_one(self, number: Number, before: Qualifier, counted: Counted | None) -> bool:
        """True for "one vote" and "at least one member"; "one argument" and "one supporter asked" only introduce."""
        if _OPENING.intersection(before.effects) and before.words not in _PREPOSITIONS:
            return True
        if counted is None or counted.unit is None:
            return False
        if _NAMED.match(self._text, counted.end, self._stop):
            return False
        at_one = self._text[max(self._start, number.start - 3) : number.start].lower() == "at "
        if (
            before.effects
            or (counted.unit in {"votes", *_SHARES} and not at_one)
            or self._text[number.end : number.end + 1] == "-"
        ):
            return True
        if at_one:
            return False
        ends = self._text[counted.end : counted.end + 1] in {"", ".", ",", ";", ")"}
        return ends and lexicon().kind_of_unit.get(counted.unit) != "duration"

    def _unit(self, number: Number, counted: Counted | None, start: int) -> str | None:
        """The unit of the counted noun; for a bare number that of its neighbour, or people where a crowd is told of."""
        if counted:
            return counted.unit
        if leaning.voted(self._text, number, self._stop):
            return "votes"
        last = self._last
        beside = last is not None and last.start >= self._sentence(number.start)[0]
        if last is not None and (beside or leaning.resumes(self._text, start, self._start)):
            in_row = number.value <= 100 and number.start - last.end < _ROW
            if last.unit in _LEANT_ON and (last.unit != "percent" or in_row):
                return last.unit
        if self._people is not None and leaning.resumes(self._text, start, self._start):
            return "people"
        of_things = beside and last is not None and last.unit is None and last.counted is not None
        if leaning.is_side(self._text, number, self._stop) and not of_things:
            return "votes"
        is_crowd = leaning.crowd(self._text, number, self._start, self._stop, weak=not of_things, start=start)
        return "people" if is_crowd else None

    def _record(
        self,
        span: Span,
        limits: Bounds,
        qualifier: str | None,
        unit: str | None,
        counted: Counted | None,
        default: str = "other",
    ) -> Figure:
        sentence = self._sentence(span[0])
        return Figure(
            start=span[0],
            end=span[1],
            text=self._text[span[0] : span[1]],
            low=_plain(limits.low),
            high=_plain(limits.high),
            qualifier=qualifier,
            unit=unit,
            counted=counted.words or None if counted else None,
            kind=kind_of(self._text, span, sentence, unit, default),
            claimant=claimant_of(self._text, span, sentence),
        )

    def _sentence(self, offset: int) -> Span:
        at = bisect_right(self._sentence_starts, offset) - 1
        return self._sentences[at] if at >= 0 else (self._start, self._stop)


def _plain(value: float | None) -> float | None:
    """A whole number as an integer, so that it is written without a point."""
    return int(value) if value is not None and value == int(value) else value
