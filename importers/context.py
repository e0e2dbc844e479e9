"""The publication context of a document: what paper, which number, which day, and how that is known.

What is given beats what the text says, and that beats the calendar: `PRECEDENCE`. Where they disagree the stronger one
stands and the note says so. Where nothing tells the day it stays unknown: it is never taken from a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from msgspec.structs import replace

from importers.context_notes import HELP, Facts
from importers.days import day_in_address, find_day, read_day
from importers.documents import Document
from importers.mastheads import paper_named
from importers.page_lines import issue_number, name_before_issue
from importers.publications import find_publication, is_masthead
from importers.self_dating import day_of_writing
from store.records import Context, Provenance

__all__ = ["HELP", "PRECEDENCE", "Given", "context_from", "read_context"]

PRECEDENCE: tuple[Provenance, ...] = ("person", "command line", "front matter", "manifest", "text", "calendar")
"""Strongest first."""

_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited)", re.IGNORECASE)


@dataclass(frozen=True)
class Given:
    """What one source says about a document; None where it is silent."""

    by: Provenance
    publication: str | None = None
    issue: str | None = None
    published: date | None = None
    url: str | None = None

    @classmethod
    def read(
        cls,
        by: Provenance,
        publication: str | None = None,
        issue: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Given:
        """The same from words, the empty ones left out; what they lack the address may tell.

        Raises ValueError, in one line, where `published` is no date.
        """
        name, number, day, address = ((words or "").strip() or None for words in (publication, issue, published, url))
        name = name or (_paper_at(address) if address else None)
        paper = find_publication(name) if name else None
        written = read_day(day, paper.country if paper else "GB") if day else day_in_address(address or "")
        return cls(by, name, _bare(number), written, address)


def _paper_at(address: str) -> str | None:
    """The paper whose site a web address is on."""
    host = (urlsplit(address).hostname or "") if "[" not in address else ""
    paper = find_publication(host.removeprefix("www."))
    return paper.title if paper else None


def read_context(document: Document, given: Iterable[Given] = ()) -> Context:
    """The context of a document from what is given about it, what it says itself, and the paper's calendar."""
    sources = sorted([*given, _from_text(document)], key=lambda source: PRECEDENCE.index(source.by))
    how: dict[str, Provenance] = {}
    for source in sources:
        for field in ("publication", "issue", "published"):
            if getattr(source, field) is not None:
                how.setdefault(field, source.by)
    url = next((source.url for source in sources if source.url), None)
    return replace(_settle(document, {source.by: source for source in reversed(sources)}, how), url=url)


def context_from(publication: str | None = None, issue: str | None = None, published: str | None = None) -> Context:
    """The context of a phrase without a document; raises ValueError, in one line, where `published` is no date."""
    return read_context(Document("", ()), [Given.read("command line", publication, issue, published)])


def _settle(document: Document, sources: dict[Provenance, Given], how: dict[str, Provenance]) -> Context:
    name = sources[how["publication"]].publication if "publication" in how else None
    issue = sources[how["issue"]].issue if "issue" in how else None
    published = sources[how["published"]].published if "published" in how else None
    paper = find_publication(name) if name else None
    facts = Facts(document, paper, name, issue, paper.on_sale(issue) if paper and issue else None)
    context = Context(
        publication=paper.title if paper else name, issue=issue, how=how, country=paper.country if paper else "GB"
    )
    if published:
        note = facts.given(published, how["published"])
        return replace(context, published=published, window=(published, published), note=note)
    if paper and facts.sale:
        return _from_calendar(context, facts, paper.written(facts.sale))
    return replace(context, note=facts.undated())


def _from_calendar(context: Context, facts: Facts, window: tuple[date, date]) -> Context:
    """The day that a phrase of the text fixes within the window of the issue number, else the day on sale."""
    written = day_of_writing(facts.phrases, window, facts.sale.day if facts.sale else None)
    if written:
        how: dict[str, Provenance] = {**context.how, "published": "text"}
        return replace(context, published=written, window=(written, written), how=how, note=facts.written(written))
    if facts.sale and facts.sale.day:
        how = {**context.how, "published": "calendar"}
        return replace(context, published=facts.sale.day, window=window, how=how, note=facts.on_sale(facts.sale.day))
    return replace(context, window=window, note=facts.undated())


def _from_text(document: Document) -> Given:
    """What the page says of itself: masthead, issue line, dateline."""
    publication = issue = None
    for block in document.blocks:
        words = " ".join(document.text[block.start : block.end].split())
        if block.kind == "masthead" and publication is None:
            publication = _paper_of(words)
        if block.kind == "issue line" and issue is None:
            issue = _bare(words)
            name = name_before_issue(words)
            publication = publication or (_paper_of(name) if name else None)
    paper = find_publication(publication) if publication else None
    published = _printed_day(document, paper.country if paper else "GB")
    if paper and published:
        published = paper.sold_before(published) or published
    return Given("text", publication, issue, published)


def _paper_of(words: str) -> str | None:
    return words if is_masthead(words) else paper_named(words)


def _printed_day(document: Document, country: str) -> date | None:
    """The day on the first dateline or issue line that has one; a day of updating only where there is no other."""
    updated: date | None = None
    for block in document.blocks:
        if block.kind not in {"dateline", "issue line"}:
            continue
        words = document.text[block.start : block.end]
        found = find_day(words, country)
        if found is None:
            continue
        if not _UPDATED.match(words):
            return found[1]
        updated = updated or found[1]
    return updated


def _bare(number: str | None) -> str | None:
    """An issue number without "No." or "Issue" before it."""
    return (issue_number(number) or number.strip("# ,:|–—-")) if number else None
