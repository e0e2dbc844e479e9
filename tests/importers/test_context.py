from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as property_of
from hypothesis import strategies as st

from importers.blocks import read_document
from importers.context import Given, context_from, read_context
from importers.days import find_day, in_words, read_day
from importers.issues import document_and_context, read_issue
from importers.readers import Source
from store.records import Context

PAGE = """Socialist Worker

Dockers walk out

by Anna Price
Issue No. 2517

They walked out on Monday.
"""


def context(text: str, *given: Given) -> Context:
    return read_context(read_document(text), given)


def test_the_page_tells_paper_and_number_and_the_calendar_the_day() -> None:
    found = context(PAGE)
    assert (found.publication, found.issue, found.published) == ("Socialist Worker", "2517", date(2016, 8, 16))
    assert found.how == {"publication": "text", "issue": "text", "published": "calendar"}
    assert found.window == (date(2016, 8, 13), date(2016, 8, 22))
    assert found.note == "issue 2517, on sale Tue 16 Aug 2016, from the issue number"
    assert found.country == "GB"


def test_what_is_given_beats_the_page_in_the_order_of_precedence() -> None:
    manifest = Given("manifest", "Morning Star", "7", date(2016, 7, 25))
    matter = Given("front matter", None, "8", None)
    line = Given("command line", None, None, date(2016, 7, 26))
    found = context(PAGE, manifest, line, matter)
    assert (found.publication, found.issue, found.published) == ("Morning Star", "8", date(2016, 7, 26))
    assert found.how == {"publication": "manifest", "issue": "front matter", "published": "command line"}
    assert found.window == (date(2016, 7, 26), date(2016, 7, 26))
    assert found.note == "issue 8, published Tue 26 Jul 2016, as given"


def test_a_given_day_stands_against_the_calendar_and_the_note_says_so() -> None:
    found = context(PAGE, Given("manifest", published=date(2016, 9, 6)))
    assert found.published == date(2016, 9, 6)
    assert found.note == (
        "issue 2517, published Tue 6 Sep 2016, from the manifest; "
        "but by the calendar issue 2517 was on sale Tue 16 Aug 2016"
    )


def test_a_web_piece_of_the_days_around_an_issue_is_no_contradiction() -> None:
    assert "but" not in context(PAGE, Given("manifest", published=date(2016, 8, 21))).note


def test_a_dateline_beats_the_calendar() -> None:
    found = context(PAGE.replace("by Anna Price", "Wednesday 17 August 2016"))
    assert (found.published, found.how["published"]) == (date(2016, 8, 17), "text")


def test_a_day_of_updating_counts_only_without_a_day_of_publication() -> None:
    both = "Pits shut\n\nUpdated 5 May 1926\n\nPublished 4 May 1926\n\nNo train ran."
    assert context(both).published == date(1926, 5, 4)
    assert context(both.replace("\n\nPublished 4 May 1926", "")).published == date(1926, 5, 5)


def test_the_printed_saturday_leads_to_the_day_on_sale() -> None:
    found = context("Socialist Worker\n\nPits shut\n\nSaturday 7 July 2012\n\nNo train ran.")
    assert found.published == date(2012, 7, 3)
    by_number = context("Socialist Worker\n\nIssue No. 2310\n\nNo train ran.")
    assert by_number.note == "issue 2310, on sale Tue 3 Jul 2012, printed Sat 7 Jul 2012, from the issue number"


def test_where_the_calendar_leaves_a_choice_there_is_a_window_and_no_day() -> None:
    found = context("", Given.read("command line", "The Socialist", "911"))
    assert found.published is None
    assert "published" not in found.how
    assert found.window is not None
    assert found.window[0] < date(2016, 7, 20) < date(2016, 8, 3) < found.window[1]
    assert "on sale between" in found.note
    assert "--published" in found.note


@pytest.mark.parametrize("issue", [None, "12"])
def test_without_a_date_none_is_made_up(issue: str | None) -> None:
    found = context("The hall was full on Monday.", Given.read("command line", "The Lamplighter", issue))
    assert (found.published, found.window, found.country) == (None, None, "GB")
    assert found.publication == "The Lamplighter"
    assert "--published" in found.note


def test_a_daily_on_its_day_off_is_noted() -> None:
    assert context_from("Morning Star", None, "2016-07-24").note.endswith("Morning Star does not come out on Sundays")
    assert "but" not in context_from("Morning Star", None, "2016-07-25").note


def test_an_address_tells_what_is_not_said() -> None:
    found = context("No train ran.", Given.read("manifest", url="https://www.weeklyworker.co.uk/2016/08/24/pits"))
    assert (found.publication, found.published) == ("Weekly Worker", date(2016, 8, 24))
    assert found.url == "https://www.weeklyworker.co.uk/2016/08/24/pits"
    said = Given.read("manifest", "Morning Star", published="2016-08-25", url="https://weeklyworker.co.uk/24-08-2016/x")
    assert (said.publication, said.published) == ("Morning Star", date(2016, 8, 25))


def test_an_issue_line_can_name_the_paper() -> None:
    found = context("Pits shut\n\nWeekly Worker, issue no. 1314\n\nNo train ran.")
    assert (found.publication, found.issue, found.published) == ("Weekly Worker", "1314", date(2020, 9, 10))


@pytest.mark.parametrize(
    "words",
    ["2016-08-16", "16 August 2016", "Tue 16 Aug 2016", "Tuesday, 16th August 2016", "August 16, 2016", "16/8/2016",
     "16.08.2016", "16-08-2016", "2016/08/16", "2016-08-16T10:30:00Z", " 16 August 2016, 10.30am "],
)  # fmt: skip
def test_days_are_read_as_people_write_them(words: str) -> None:
    assert read_day(words) == date(2016, 8, 16)


def test_figures_are_read_in_the_order_of_the_country() -> None:
    assert read_day("4/8/2016") == date(2016, 8, 4)
    assert read_day("4/8/2016", "US") == date(2016, 4, 8)


@pytest.mark.parametrize(
    "words", ["", "soon", "August 2016", "16 August", "2016-13-01", "31 June 2016", "2016-08-16 or so"]
)
def test_what_is_no_day_is_refused_with_advice(words: str) -> None:
    with pytest.raises(ValueError, match="write it as 2016-08-16 or 16 August 2016"):
        read_day(words)


@property_of(st.dates())
def test_every_day_is_read_back_from_its_words(day: date) -> None:
    if day.year >= 1000:
        assert read_day(in_words(day)) == read_day(day.isoformat()) == day


@property_of(st.text(alphabet="0123456789-/. Augjne", max_size=40))
def test_no_text_breaks_the_search_for_a_day(words: str) -> None:
    found = find_day(words)
    assert found is None or words[slice(*found[0])].strip()


def test_an_issue_has_title_and_author_of_its_page() -> None:
    issue, document = read_issue(Source("a.txt", PAGE))
    assert (issue.title, issue.byline, issue.source) == ("Dockers walk out", "Anna Price", "a.txt")
    assert document.text == issue.text == PAGE
    named, _ = read_issue(Source("a.txt", PAGE, title="Walk-out", byline="A. P.", digest=True))
    assert (named.title, named.byline, named.digest) == ("Walk-out", "A. P.", True)


def test_a_standfirst_can_name_the_author() -> None:
    issue, _ = read_issue(Source("a.txt", "Dockers out\n\nThe gates are shut, reports Anna Price\n\nNo ship moved."))
    assert issue.byline == "Anna Price"


def test_extraction_gets_document_and_context_of_one_text() -> None:
    document, found = document_and_context("---\nNo train ran.", publication="SW", issue="No. 2517")
    assert document.text == "---\nNo train ran."
    assert (found.publication, found.issue, found.published) == ("Socialist Worker", "2517", date(2016, 8, 16))
    with pytest.raises(ValueError, match="is not a date"):
        document_and_context("No train ran.", published="whenever")
