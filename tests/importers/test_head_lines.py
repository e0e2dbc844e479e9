from __future__ import annotations

from datetime import date

import pytest

from importers.blocks import read_document
from importers.context import read_context
from importers.issues import read_issue
from importers.readers import Source

BODY = "\n\nPits stay shut\n\nNo train ran on Monday, and nobody came to the gates.\n\nTalks go on."


def parts(line: str, body: str = BODY) -> list[tuple[str, str]]:
    """The blocks of the line, with their kinds, where it stands at the top of a page."""
    text = line + body
    return [(b.kind, text[b.start : b.end]) for b in read_document(text).blocks if b.start < len(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MORNING STAR TUESDAY MAY 4 1926", [("masthead", "MORNING STAR"), ("dateline", "TUESDAY MAY 4 1926")]),
        ("News Line, Tuesday 4 May 1926", [("masthead", "News Line,"), ("dateline", "Tuesday 4 May 1926")]),
        ("The Socialist | 4 May 1926", [("masthead", "The Socialist |"), ("dateline", "4 May 1926")]),
        (
            "Weekly Worker 31  Tuesday May 4 1926",
            [("masthead", "Weekly Worker"), ("issue line", "31"), ("dateline", "Tuesday May 4 1926")],
        ),
        (
            "Socialist Worker, issue no. 31, 4 May 1926",
            [("masthead", "Socialist Worker,"), ("issue line", "issue no. 31,"), ("dateline", "4 May 1926")],
        ),
        ("May 4, 1926 / Rosa Hill", [("dateline", "May 4, 1926 /"), ("byline", "Rosa Hill")]),
        ("By Rosa Hill | 4th May 1926", [("byline", "By Rosa Hill |"), ("dateline", "4th May 1926")]),
        (
            "PUBLISHED: 08:05 04 May 1926 | UPDATED: 6pm 05 May 1926",
            [("dateline", "PUBLISHED: 08:05 04 May 1926 |"), ("dateline", "UPDATED: 6pm 05 May 1926")],
        ),
        ("Evening Lamplighter Tuesday 4 May 1926", [("dateline", "Evening Lamplighter Tuesday 4 May 1926")]),
    ],
)
def test_a_line_that_says_several_things_is_taken_apart(line: str, expected: list[tuple[str, str]]) -> None:
    assert parts(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Morning Star readers meet on Tuesday 4 May 1926",
        "News Line wins prize",
        "Rally in Hull, Tuesday 4 May 1926",
        "Ten days in May 1926",
        "Pits / Ports / Rail",
        "Morning Star 4 May",
    ],
)
def test_headlines_stay_whole(line: str) -> None:
    assert parts(line) == [("headline", line)]


def test_a_masthead_with_a_day_tells_paper_number_and_day() -> None:
    context = read_context(read_document("WEEKLY WORKER 31 TUESDAY MAY 4 1926" + BODY))
    assert (context.publication, context.issue, context.published) == ("Weekly Worker", "31", date(1926, 5, 4))


def test_the_day_of_publication_beats_that_of_updating_on_one_line() -> None:
    updated_first = "Pits stay shut\n\nUPDATED: 11:02 05 May 1926 | PUBLISHED: 09:14 04 May 1926\n\nNo train ran."
    assert read_context(read_document(updated_first)).published == date(1926, 5, 4)


def test_a_day_of_updating_may_follow_without_a_bar() -> None:
    line = "Tue 4 May 1926 10.28 BST Last modified on Wed 5 May 1926 11.00 BST"
    document = read_document(f"Pits stay shut\n\n{line}\n\nNo train ran.")
    assert document.blocks[1].kind == "dateline"
    assert read_context(document).published == date(1926, 5, 4)


def test_byline_and_day_on_lines_that_follow_each_other_are_apart() -> None:
    text = "Pits stay shut\n\nBy Rosa Hill, labour reporter\n4th May 1926, 6:00 am\n\nNo train ran."
    assert [block.kind for block in read_document(text).blocks] == ["headline", "byline", "dateline", "paragraph"]


def test_points_above_the_text_are_apart() -> None:
    text = "Pits stay shut\n\n• Twelve thousand miners out\n• 3 ships held at Goole\n\nNo train ran."
    assert [block.kind for block in read_document(text).blocks] == ["headline", "standfirst", "standfirst", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Exclusive by Rosa Hill", "EXCLUSIVE: by Rosa Hill", "Special report by Rosa Hill", "Words: Rosa Hill"]
)
def test_the_author_is_named_in_several_ways(line: str) -> None:
    issue, _ = read_issue(Source(text=f"Pits stay shut\n\n{line}\n\nNo train ran on Monday.", name="a.txt"))
    assert issue.byline == "Rosa Hill"
