"""How the day of publication is known, worded: the note of a context."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from importers.calendars import OnSale
from importers.days import in_words
from importers.documents import Document
from importers.publications import Publication
from importers.self_dating import SelfDated, fitting_years, self_dated
from store.records import Provenance

HELP = "give it with --published, in front matter or in a manifest.csv"
"""How a person gives a day that is not known."""
_FROM: dict[Provenance, str] = {
    "person": "as corrected",
    "command line": "as given",
    "front matter": "from the front matter",
    "manifest": "from the manifest",
    "text": "from the text",
}


@dataclass(frozen=True)
class Facts:
    """What is known besides the day: the paper, the number, when that was on sale, and the text itself."""

    document: Document
    paper: Publication | None
    name: str | None
    """The name of the paper, known to us or not."""
    issue: str | None
    sale: OnSale | None

    @cached_property
    def phrases(self) -> list[SelfDated]:
        """The phrases of the text that date themselves."""
        return list(self_dated(self.document))

    def given(self, published: date, by: Provenance) -> str:
        """The note on a day that something gives, with what speaks against it."""
        return f"{self._number}published {in_words(published)}, {_FROM[by]}{self._doubt(published)}"

    def on_sale(self, day: date) -> str:
        """The note on a day that follows from the issue number."""
        printed = self.paper.cover_of(day) if self.paper else None
        cover = f", printed {in_words(printed)}" if printed else ""
        return f"{self._number}on sale {in_words(day)}{cover}, from the issue number"

    def written(self, day: date) -> str:
        """The note on a day that the text fixes near the day on sale."""
        sale = f"on sale {in_words(self.sale.first)}, " if self.sale and self.sale.day else ""
        return f"{self._number}{sale}written {in_words(day)} by its words “{self.phrases[0].text}”"

    def undated(self) -> str:
        """The note where no day is known: what is, and how to give one."""
        if self.sale:
            between = f"between {in_words(self.sale.first)} and {in_words(self.sale.last)}"
            return f"{self._number}on sale {between}, from the issue number; {HELP}"
        if self.issue and self.name:
            return f"issue {self.issue} of {self.name}, whose calendar does not tell the day; {HELP}"
        return f"{self._number}no date known{self._offer()}; {HELP}"

    @property
    def _number(self) -> str:
        return f"issue {self.issue}, " if self.issue else ""

    def _offer(self) -> str:
        """The years that a weekday with a day and month allows; offered, and never taken."""
        found = fitting_years(self.document)
        if found is None or not found[1]:
            return ""
        return f" (“{found[0]}” fits {' or '.join(map(str, found[1]))})"

    def _doubt(self, published: date) -> str:
        """What speaks against a given day, as the end of a note."""
        against = next((phrase for phrase in self.phrases if not phrase.allows(published)), None)
        if against:
            return f"; but “{against.text}” was not written on that day"
        if self.paper and self.sale:
            return self._calendar_doubt(self.paper, self.sale, published)
        if self.paper and len(self.paper.days) > 1 and not self.paper.comes_out(published):
            return f"; but {self.paper.title} does not come out on {published:%A}s"
        return ""

    def _calendar_doubt(self, paper: Publication, sale: OnSale, published: date) -> str:
        first, last = paper.written(sale)
        if first <= published <= last or paper.cover_of(sale.first) == published:
            return ""
        when = in_words(sale.first) if sale.day else f"between {in_words(sale.first)} and {in_words(sale.last)}"
        return f"; but by the calendar issue {self.issue} was on sale {when}"
