from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from store.exports import FORMATS, Written, write_export
from store.exports.csv_table import COLUMNS
from store.filters import parse
from store.records import Context, Entry, Event, Issue, Quote, Standing

Export = Callable[..., tuple[str, Written]]


def harmful(text: str) -> list[str]:
    """The control, direction-changing and separating characters in a text but for line ends."""
    bidi = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return [c for c in text if (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in "\r\n") or c in bidi]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_prints_a_character_that_acts_on_a_terminal(name: str, export: Export) -> None:
    text, _ = export(name, "" if name != "markdown" else "kind:event,time,figure,quote")
    assert "HYPERLINK" in text
    assert harmful(text) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_timeline_can_be_exported(name: str) -> None:
    out = io.StringIO(newline="")
    assert write_export(name, {}, [], out).records == 0
    assert out.getvalue()


def test_an_unknown_format_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        write_export("pdf", {}, [], io.StringIO())


# --- JSON -----------------------------------------------------------------------------------------


def test_json_keeps_every_character(export: Export, issues: dict[int, Issue], entries: list[Entry]) -> None:
    found = json.loads(export("json")[0])
    assert [issue["text"] for issue in found["issues"]] == [issues[1].text, issues[20].text]
    assert [event["text"] for event in found["events"]] == [
        each.record.text for each in entries if isinstance(each.record, Event)
    ]


def test_json_decodes_to_the_records_that_went_in(export: Export, entries: list[Entry]) -> None:
    found = json.loads(export("json")[0])
    quotes = [msgspec.convert(each, Quote) for each in found["quotes"]]
    assert quotes == [each.record for each in entries if each.kind == "quote"]
    assert found["quotes"][0]["day"] == "2016-08-20"
    assert found["quotes"][0]["corrected"] is True


def test_json_honours_the_filter_and_gives_only_the_issues_behind_what_is_kept(export: Export) -> None:
    text, written = export("json", "place:tynemouth kind:event")
    found = json.loads(text)
    assert written == Written(1, found_nothing := written.left_out)
    assert not found_nothing
    assert found["filter"] == "place:tynemouth kind:event"
    assert [issue["id"] for issue in found["issues"]] == [1]
    assert [event["id"] for event in found["events"]] == [2]
    assert found["figures"] == found["quotes"] == found["times"] == []


def test_json_has_one_record_a_line(export: Export) -> None:
    lines = export("json")[0].splitlines()
    records = [line for line in lines if line.startswith('{"id"')]
    assert len(records) == 2 + 7 + 2


def test_jsonl_names_each_line_and_gives_an_issue_before_its_records(export: Export) -> None:
    lines = [json.loads(line) for line in export("jsonl")[0].splitlines()]
    assert [(line["record"], line.get("id")) for line in lines] == [
        ("export", None),
        ("issue", 1),
        ("person", 7),
        ("place", 8),
        ("event", 2),
        ("time", 3),
        ("figure", 4),
        ("quote", 5),
        ("issue", 20),
        ("event", 21),
        ("event", 6),
        ("figure", 22),
    ]


def test_issues_and_corrections_among_the_entries_are_no_records(issues: dict[int, Issue]) -> None:
    whole = Entry(id=1, day=None, kind="issue", issue_id=None, certainty="unknown", record=issues[1])
    out = io.StringIO()
    assert write_export("json", issues, [whole], out).records == 0
    assert json.loads(out.getvalue())["issues"] == []


def many(count: int) -> Iterator[Entry]:
    for number in range(count):
        event = Event(
            start=number, end=number + 1, text="x" * 400, title="Meeting", kind="meeting", first=date(2016, 8, 1)
        )
        yield Entry(id=number, day=event.first, kind="event", issue_id=1, certainty="certain", record=event)


def test_json_larger_than_its_memory_is_whole() -> None:
    out = io.StringIO()
    write_export("json", {1: Issue(text="t", context=Context())}, many(12_000), out)
    assert len(out.getvalue()) > 6_000_000
    assert [event["id"] for event in json.loads(out.getvalue())["events"]] == list(range(12_000))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_records_are_written_as_they_come(name: str) -> None:
    out = io.StringIO(newline="")
    sizes = []

    def watched() -> Iterator[Entry]:
        for number, each in enumerate(many(300)):
            sizes.append(out.tell())
            day = date.fromordinal(date(2016, 1, 1).toordinal() + number)
            yield msgspec.structs.replace(each, day=day)

    write_export(name, {1: Issue(text="t", context=Context())}, watched(), out)
    assert 0 < sizes[100] < sizes[200] < out.tell()


# --- CSV ------------------------------------------------------------------------------------------


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_has_the_documented_columns_and_one_line_a_record(export: Export) -> None:
    text, _ = export("csv")
    assert text.count("\r\n") == len(re.findall(r"[\r\n]+", text)) == 7
    assert [list(row) for row in table(text)] == [list(COLUMNS)] * 6


def test_csv_has_time_expressions_only_where_they_are_asked_for(export: Export) -> None:
    text, written = export("csv")
    assert "time" not in {row["record"] for row in table(text)}
    assert written == Written(6, Counter({"times": 1}))
    text, written = export("csv", "kind:time,figure")
    assert sorted(row["record"] for row in table(text)) == ["figure", "figure", "time"]
    assert written.note() == ""


def test_csv_cells_are_no_formulas(export: Export) -> None:
    rows = table(export("csv")[0])
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert {
        "'=2+5 *bold* `x` | www.evil.example",
        "'+44; # heading",
        "'-1",
        "'@claimant",
        "'=cmd|Star",
        "'@risk",
    } <= set(cells)


def test_csv_values(export: Export) -> None:
    march, figure, quote, *_ = table(export("csv")[0])
    (time,) = table(export("csv", "kind:time")[0])
    assert (march["low"], march["high"], march["places"]) == ("", "900", "Tynemouth; North Shields")
    assert (time["record"], time["kind"], time["value"]) == ("time", "DATE", "2016-08-20")
    assert (figure["qualifier"], figure["high"], figure["unit"], figure["counted"]) == (
        "up to",
        "900",
        "people",
        "dockers",
    )
    assert (march["qualifier"], quote["qualifier"]) == ("up to", "")
    assert (quote["people"], quote["corrected"], quote["issue"]) == ("Zoë Müller", "yes", "312")
    assert (quote["role"], quote["speaker_certainty"]) == ("crane driver", "likely")


# --- iCalendar ------------------------------------------------------------------------------------


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_ics_lines_are_folded_at_75_octets(export: Export) -> None:
    text, _ = export("ics")
    octets = [len(line.encode()) for line in text.split("\r\n")]
    assert max(octets) <= 75
    assert any(line.startswith(" ") for line in text.split("\r\n"))


def test_ics_days_are_all_day_and_the_end_is_exclusive(export: Export) -> None:
    lines = unfolded(export("ics")[0])
    assert [line for line in lines if line.startswith("DT")] == [
        "DTSTAMP:20160823T000000Z",
        "DTSTART;VALUE=DATE:20160820",
        "DTEND;VALUE=DATE:20160821",
        "DTSTAMP:20160820T000000Z",
        "DTSTART;VALUE=DATE:20160820",
        "DTEND;VALUE=DATE:20160903",
    ]


def test_ics_says_what_it_leaves_out(export: Export) -> None:
    _, written = export("ics")
    assert written.records == 2
    assert written.note() == "left out: times (1), figures (2), quotes (1), events without a day (1)"


def test_ics_escapes_and_lets_no_document_add_a_line(export: Export) -> None:
    lines = unfolded(export("ics")[0])
    names = {re.split("[:;]", line)[0] for line in lines}
    assert names == {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "STATUS", "TRANSP"),
    }
    assert r"LOCATION:Tynemouth\, North Shields" in lines
    assert any(r"second\; line\, of a report" in line for line in lines)
    assert [line for line in lines if line.startswith("URL")] == ["URL:https://gazette.example/312"]


def test_uid_stays_when_the_day_is_corrected_and_differs_between_events_of_one_sentence(
    issues: dict[int, Issue],
) -> None:
    def uid(**changes: Any) -> str:
        event = Event(
            start=0, end=28, text="t", title="Rally, Hull", kind="rally", first=date(2016, 8, 20), time=(19, 27)
        )
        changed = msgspec.structs.replace(event, **changes)
        entry = Entry(id=7, day=changed.first, kind="event", issue_id=1, certainty="certain", record=changed)
        out = io.StringIO()
        write_export("ics", issues, [entry], out)
        return next(line for line in out.getvalue().splitlines() if line.startswith("UID"))

    assert uid() == uid(first=date(2016, 8, 21))
    assert len({uid(), uid(title="Rally, Leeds"), uid(time=(0, 4))}) == 3


@pytest.mark.parametrize(
    ("standing", "status"),
    [
        ("told", "CONFIRMED"),
        ("claimed", "TENTATIVE"),
        ("conditional", "TENTATIVE"),
        ("called off", "CANCELLED"),
        ("denied", "CANCELLED"),
    ],
)
@pytest.mark.parametrize("name", ["ics", "csv", "markdown"])
def test_every_text_export_says_on_whose_word_an_event_stands(
    name: str, standing: Standing, status: str, issues: dict[int, Issue]
) -> None:
    event = Event(
        start=0,
        end=1,
        text="t",
        title="Rally",
        kind="rally",
        first=date(2016, 8, 20),
        last=date(2016, 8, 20),
        standing=standing,
    )
    out = io.StringIO()
    write_export(
        name, issues, [Entry(id=1, day=event.first, kind="event", issue_id=1, certainty="certain", record=event)], out
    )
    assert (standing in out.getvalue()) == (standing != "told")
    if name == "ics":
        assert f"STATUS:{status}" in unfolded(out.getvalue())


def test_the_last_day_of_the_calendar_has_no_day_behind_it(issues: dict[int, Issue]) -> None:
    event = Event(start=0, end=1, text="t", title="End", kind="other", first=date.max, last=date.max)
    out = io.StringIO()
    write_export(
        "ics", issues, [Entry(id=1, day=date.max, kind="event", issue_id=1, certainty="certain", record=event)], out
    )
    assert "DTSTART;VALUE=DATE:99991231" in out.getvalue()
    assert "DTEND" not in out.getvalue()


# --- TimelineJS -----------------------------------------------------------------------------------


def test_timelinejs_slides(export: Export) -> None:
    text, written = export("timelinejs")
    march, hostile = json.loads(text)["events"]
    assert march["start_date"] == {"year": 2016, "month": 8, "day": 20}
    assert "end_date" not in march
    assert hostile["end_date"] == {"year": 2016, "month": 9, "day": 2}
    assert march["text"]["headline"] == "March of the dockers, Tynemouth: up to 900"
    assert written.left_out["events without a day"] == 1


def test_timelinejs_text_is_escaped_for_html(export: Export) -> None:
    tags = set(re.findall(r"<[^>]*>", export("timelinejs")[0]))
    assert tags == {"<p>", "</p>"}
    assert "&lt;script&gt;" in export("timelinejs")[0]


# --- Markdown -------------------------------------------------------------------------------------


def test_markdown_goes_day_by_day(export: Export) -> None:
    headings = [line for line in export("markdown")[0].splitlines() if line.startswith("#")]
    assert headings == [
        *("# Campaign timeline", "## Saturday 20 August 2016", "### Events", "### Figures", "### Quotes"),
        *("## Tuesday 23 August 2016", "### Events", "## No day known", "### Figures"),
    ]


def test_markdown_marks_of_a_document_are_escaped(export: Export) -> None:
    text, _ = export("markdown")
    assert r"=2+5 \*bold\* \`x\` \| www\.evil.example" in text
    assert r"\<script\>x\</script\> \[click\](http\://evil.example)" in text
    assert re.search(r"(?<!\\)[<\[`|]", text) is None


def test_markdown_writes_times_only_where_they_are_asked_for(export: Export) -> None:
    text, written = export("markdown")
    assert "### Times" not in text
    assert written.note() == "left out: times (1)"
    asked, all_written = export("markdown", "kind:time")
    assert "### Times" in asked
    assert "Filter: kind:time" in asked
    assert all_written.note() == ""


def test_filters_are_written_into_what_names_them(export: Export) -> None:
    assert json.loads(export("jsonl", "Märch")[0].splitlines()[0])["filter"] == str(parse("march"))
    assert "X-WR-CALNAME:Campaign timeline march" in unfolded(export("ics", "march")[0])
