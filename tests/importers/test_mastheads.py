"""The paper a page names itself, where no calendar of ours knows it: taken on evidence, and never a headline for it."""

from __future__ import annotations

from datetime import date

import pytest

from importers.blocks import read_document
from importers.context import Given, read_context
from importers.issues import read_issue
from importers.mastheads import paper_named
from importers.readers import Source

BODY = "Dockers march\n\nSome 900 dockers marched on Saturday. Nobody stayed at home."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Valley Echo", "Valley Echo"),
        ("The Valley Echo |", "The Valley Echo"),
        ("THE VALLEY ECHO", "The Valley Echo"),
        ("NEWCASTLE EVENING CHRONICLE", "Newcastle Evening Chronicle"),
        ("Manchester Evening News", "Manchester Evening News"),
        ("Socialist Times", "Socialist Times"),
        ("Workers’ Weekly Post", "Workers’ Weekly Post"),
    ],
)
def test_a_paper_is_known_by_how_papers_are_called(words: str, name: str) -> None:
    assert paper_named(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "Breaking News",
        "Hard Times",
        "Union Leader",
        "The Times",
        "Echo",
        "",
        "Freddie Mercury",
        "Row over the Valley Echo",
        "Staff Walk Out At Gazette",
        "Valley echo",
        "Valley Echo closes",
        "Tuesday Echo 3",
    ],
)
def test_what_may_be_a_headline_or_a_heading_is_no_paper(words: str) -> None:
    assert paper_named(words) is None


@pytest.mark.parametrize(
    ("head", "paper", "issue", "published"),
    [
        ("The Valley Echo\nIssue No. 312\nTuesday 16 August 2016", "The Valley Echo", "312", date(2016, 8, 16)),
        ("Valley Echo\nTuesday 16 August 2016", "Valley Echo", None, date(2016, 8, 16)),
        ("Skip to main content\nValley Echo\nIssue 312", "Valley Echo", "312", None),
        ("Valley Echo No. 312", "Valley Echo", "312", None),
        ("VALLEY ECHO TUESDAY AUGUST 16 2016", "Valley Echo", None, date(2016, 8, 16)),
        ("Valley Echo, 16 August 2016", "Valley Echo", None, date(2016, 8, 16)),
        ("The Valley Echo | Tuesday 16 August 2016 | No. 312", "The Valley Echo", "312", date(2016, 8, 16)),
    ],
)
def test_the_number_or_the_day_beside_it_bears_a_paper_out(
    head: str, paper: str, issue: str | None, published: date | None
) -> None:
    found, _ = read_issue(Source("a.txt", f"{head}\n\n{BODY}"))
    assert (found.context.publication, found.context.issue, found.context.published) == (paper, issue, published)
    assert found.context.how["publication"] == "text"
    assert found.title == "Dockers march"


@pytest.mark.parametrize(
    "text",
    [
        f"Valley Echo\n\n{BODY}",
        "Valley Echo\nTuesday 16 August 2016\n\nSome 900 dockers marched on Saturday. Nobody stayed at home.",
        f"{BODY}\n\nValley Echo\nIssue No. 312",
        f"Breaking News\nTuesday 16 August 2016\n\n{BODY}",
        f"Socialist Worker\nValley Echo\nIssue No. 2517\n\n{BODY}",
    ],
)
def test_without_that_it_stays_a_headline(text: str) -> None:
    assert read_context(read_document(text)).publication in {None, "Socialist Worker"}
    assert "Valley Echo" not in {text[b.start : b.end] for b in read_document(text).blocks if b.kind == "masthead"}


def test_what_is_given_beats_it() -> None:
    document = read_document(f"Valley Echo\nIssue No. 312\n\n{BODY}")
    assert read_context(document, [Given("manifest", "Harbour Gazette")]).publication == "Harbour Gazette"
