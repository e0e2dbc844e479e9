from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from store.records import Entry
from tui.models.citation import citation
from tui.models.day_rows import DayKey, bar, day_rows
from tui.models.go_to import resolve
from tui.models.heat import heat
from tui.models.pieces import cut, pad, plain, width_of, wrap
from tui.models.reading import marks_of, time_of
from tui.models.record_rows import record_rows
from tui.models.shown import Library, Shown
from tui.models.source_lines import Mark, line_at, marked, wrap_text
from tui.models.why_lines import why_in_short, why_rows
from tui.models.words import amount, span_of_days

LEEDS = date(2016, 7, 30)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (LEEDS, LEEDS, "Sat 30 Jul 2016"),
        (date(2016, 8, 8), date(2016, 8, 14), "8–14 Aug 2016"),
        (date(2016, 7, 28), date(2016, 8, 3), "28 Jul – 3 Aug 2016"),
        (date(1984, 1, 1), date(1985, 12, 31), "1 Jan 1984 – 31 Dec 1985"),
        (None, None, ""),
    ],
)
def test_days_in_words(first: date | None, last: date | None, words: str) -> None:
    assert span_of_days(first, last) == words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "unit", "words"),
    [
        (1800, 1800, "around", "people", "~1,800"),
        (3000, 3000, None, "people", "3,000"),
        (2_000_000, None, "more than", "people", "≥2m"),
        (None, 10000, "up to", "people", "≤10,000"),
        (5, 7, None, "percent", "5–7%"),
        (2.5, 2.5, None, "GBP", "£2.5"),
        (None, None, None, None, "?"),
    ],
)
def test_amounts(low: float | None, high: float | None, qualifier: str | None, unit: str | None, words: str) -> None:
    assert amount(low, high, qualifier, unit) == words


def test_cells_not_characters_are_counted() -> None:
    assert width_of("日本") == 4
    assert cut("日本語", 5) == "日本…"
    assert pad("日本", 5) == "日本 "
    assert cut("plain text", 6) == "plain…"
    assert (
        wrap("one two three four", 9, 2) == ["one two", "three fo…"] or wrap("one two three four", 9, 2)[0] == "one two"
    )


def test_the_day_list_sums_up_what_is_empty(library: Library) -> None:
    text = [plain(row.lines[0]) for row in day_rows(library.everything, LEEDS, 25)]
    assert [line.split("─")[1].strip() for line in text if line.startswith("─")] == [
        "July 2016",
        "4 empty days",
        "55 empty days",
        "September 2016",
    ]
    assert all(len(line) == 25 for line in text)
    assert text[-1] == " ~ undated             1 "


def test_an_empty_day_has_a_row_while_one_stands_on_it(library: Library) -> None:
    rows = list(day_rows(library.everything, date(2016, 7, 27), 25))
    assert DayKey(date(2016, 7, 27)) in [row.key for row in rows]
    assert "1 empty day " in " ".join(plain(row.lines[0]) for row in rows)


@pytest.mark.parametrize(("number", "drawn"), [(0, ""), (1, "▌"), (8, "████"), (9, "████▌"), (16, "████████")])
def test_bars(number: int, drawn: str) -> None:
    assert bar(number, 16, 8) == drawn


@pytest.mark.parametrize("selected", [date.max, date.max - timedelta(1), date(1, 1, 2), date.min])
@pytest.mark.parametrize("width", [5, 40, 118])
def test_the_strip_reaches_the_ends_of_the_calendar(library: Library, selected: date, width: int) -> None:
    strip = heat(Shown(library.items), selected, width)
    assert strip is not None
    assert strip.at is not None
    assert strip.day(strip.at) == selected
    assert len(strip.cells) == width


def test_the_strip_keeps_empty_days_and_follows_the_day(library: Library) -> None:
    whole = heat(library.everything, LEEDS, 100)
    assert whole is not None
    assert len(whole.cells) == 69
    assert whole.day(whole.at or 0) == LEEDS
    assert whole.cells[8:12] == "····"
    assert "▲ Sat 30 Jul 2016" in whole.axis
    part = heat(library.everything, date(2016, 9, 24), 20)
    assert part is not None
    assert len(part.cells) == 20
    assert part.at == 19
    assert part.axis == "   Sat 24 Sep 2016 ▲"
    assert heat(Shown([]), None, 20) is None


@pytest.mark.parametrize("width", [30, 46, 58, 80])
@pytest.mark.parametrize("roomy", [True, False])
def test_rows_fit_their_width(library: Library, width: int, roomy: bool) -> None:  # noqa: FBT001
    for row in record_rows(library.everything.on(date(2016, 7, 23)), library, width, roomy=roomy):
        assert all(width_of(plain(line)) <= width for line in row.lines)


def test_rows_say_how_sure_the_day_is(library: Library) -> None:
    rows = list(record_rows(library.everything.on(date(2016, 7, 23)), library, 60, roomy=True))
    text = "\n".join(plain(line) for row in rows for line in row.lines)
    assert "  ● Campaign launch, the Lowry, Salford" in text
    assert "  ◐ Volunteers ring members" in text
    assert "‘last week’: 18–24 Jul 2016" in text
    assert "~1,800  people in the Lowry" in text
    assert "Jane Doe         “Many hands make a movement,”" in text


def test_wrapping_keeps_every_offset() -> None:
    text = "One two three four.\n\n日本語のとても長い文章です and an_unbreakable_word_of_great_length"
    lines = wrap_text(text, 12)
    assert all(width_of(text[start:end]) <= 12 for start, end in lines)
    assert [offset for offset in range(len(text)) if not text[offset].isspace()] == [
        offset for start, end in lines for offset in range(start, end) if not text[offset].isspace()
    ]
    assert [text[slice(*lines[line_at(lines, offset)])].count("four") for offset in [14, 17]] == [1, 1]


def test_wrapping_at_the_edge_of_a_word() -> None:
    assert [("ab cd ef"[slice(*line)]) for line in wrap_text("ab cd ef", 5)] == ["ab cd", "ef"]
    assert wrap_text("", 5) == [(0, 0)]


def test_marks_overlap() -> None:
    line = marked("on Saturday night", (0, 17), [Mark(0, 17, "sentence"), Mark(3, 11, "date")])
    assert line == (("on ", "sentence"), ("Saturday", "sentence date"), (" night", "sentence"))


def test_the_date_words_of_a_figure_are_those_of_its_event(library: Library, named: Callable[[str], Entry]) -> None:
    figure = named("Some 1,800 people")
    time = time_of(figure, library)
    assert time is not None
    assert time.text == "Saturday"
    roles = {mark.role for mark in marks_of(figure, library)}
    assert {"sentence", "date", "time", "number", "quote", "speaker"} <= roles


def test_why_in_lines(library: Library, named: Callable[[str], Entry]) -> None:
    assert [plain(row.lines[0]) for row in why_rows(named("Campaign launch"), library, 50)] == [
        "Saturday = Sat 23 Jul 2016",
        "sure     ● certain",
        "quoted   Jane Doe",
        "rule     weekday before publication",
        "from     Mon 25 Jul 2016, the day of publication",
        "also     ‘yesterday’ = Sun 24 Jul 2016 (agrees)",
        "not      Sat 30 Jul 2016: the verb is in the past",
        "TIMEX3   DATE 2016-07-23",
        "paper    Morning Courier, from the front matter",
    ]


def test_why_without_a_date(library: Library, named: Callable[[str], Entry]) -> None:
    brick = named("Brick thrown")
    assert why_in_short(brick, library) == "reported Mon 25 Jul 2016 ○"
    assert "names no day" in " ".join(plain(row.lines[0]) for row in why_rows(brick, library, 200))


def test_a_citation_says_what_when_and_where(library: Library, named: Callable[[str], Entry]) -> None:
    assert citation(named("North is awake"), library) == (
        "Ann Other: “The North is awake,”\n"
        "(Sat 30 Jul 2016, Weekly Beacon, No. 17, published Tue 2 Aug 2016, Leeds turns out)\n"
    )


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("11 aug", date(2016, 8, 11), date(2016, 8, 11)),
        ("last friday", date(2016, 8, 12), date(2016, 8, 12)),
        ("2016-09-24", date(2016, 9, 24), date(2016, 9, 24)),
        ("week of 8 August", date(2016, 8, 8), date(2016, 8, 14)),
        ("+3d", date(2016, 8, 19), date(2016, 8, 19)),
        ("- 2 weeks", date(2016, 8, 2), date(2016, 8, 2)),
        ("+1m", date(2016, 9, 16), date(2016, 9, 16)),
        ("-1y", date(2015, 8, 16), date(2015, 8, 16)),
    ],
)
def test_a_day_in_words_counts_from_the_day_shown(phrase: str, first: date, last: date) -> None:
    goal = resolve(phrase, date(2016, 8, 16))
    assert goal is not None
    assert (goal.first, goal.last) == (first, last)


@pytest.mark.parametrize("phrase", ["", "  ", "the day after never", "+9999y", "recently"])
def test_words_that_name_no_day(phrase: str) -> None:
    assert resolve(phrase, date(2016, 8, 16)) is None
