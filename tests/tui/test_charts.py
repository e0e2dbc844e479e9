from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from store import Timeline
from store.records import Issue, Records
from tui import cli
from tui.models.chart_rows import activity_rows, attendance_rows
from tui.models.charts import Attendance, Mark, Series, activity, attendance, bins
from tui.models.pieces import plain, width_of
from tui.models.scale import scale_of
from tui.models.shown import Library
from tui.models.svg import activity_svg, attendance_svg

Visits = Callable[..., AbstractAsyncContextManager[Any]]
SVG = "{http://www.w3.org/2000/svg}"
LAUNCH, LEEDS = date(2016, 7, 23), date(2016, 7, 30)
HOSTILE = '<script>alert(1)</script> & "]]> [sic] \x1b[31m \u202e \ufffe'


def mark(
    low: float | None, high: float | None, *, contested: bool = False, day: date = LEEDS, title: str = "Rally"
) -> Mark:
    return Mark(1, day, day, low, high, title, "2 papers", contested)


@pytest.mark.parametrize(
    "numbers", [[5], [1], [0], [], [10, 11], [80, 4000], [1, 1_000_000], [0.5, 3], [999, 1000, 49_000]]
)
def test_a_scale_has_room_for_its_numbers_and_few_round_ticks(numbers: list[float]) -> None:
    scale = scale_of(numbers)
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 8
    assert ticks[0] <= min(numbers or [1]) or not scale.by_powers
    assert ticks[-1] >= max(numbers or [0])
    places = [scale.place(number) for number in sorted(numbers)]
    assert all(0 <= place <= 1 for place in places)
    assert places == sorted(places)


def test_one_mark_an_event_with_its_bounds(library: Library) -> None:
    chart = attendance(library.items, library)
    found = [(one.first, one.low, one.high, one.title, one.contested) for one in chart.marks]
    assert found == [
        (LAUNCH, 1800, 1800, "Campaign launch, the Lowry, Salford", False),
    ]
    assert chart.undated == 0


def test_a_figure_stands_for_its_event_once(library: Library) -> None:
    figures = [entry for entry in library.items if entry.kind == "figure"]
    assert len(attendance([*figures, *figures], library).marks) == 1


def test_attendance_in_the_terminal() -> None:
    chart = Attendance((mark(1800, 1800), mark(2000, None), mark(None, 4000), mark(1000, 3000, contested=True)), 2)
    lines = [plain(line) for row in attendance_rows(chart, 60) for line in row.lines]
    assert [line.rstrip() for line in lines] == [
        "                       0        1,000    2,000   3,000",
        "    30 Jul       1,800 ················●···················",
        "    30 Jul      ≥2,000 ··················├────────────────→",
        "    30 Jul      ≤4,000 ←──────────────────────────────────┤",
        "  ⚠ 30 Jul 1,000–3,000 ·········├────────────────┤·········",
        "  2 events with a number but without a day left out",
    ]


def test_the_first_of_several_days_is_marked_as_such() -> None:
    weeks = tuple(replace(mark(80, 80, contested=contested), last=date(2016, 8, 5)) for contested in (False, True))
    lines = [plain(line) for row in attendance_rows(Attendance(weeks, 0), 60)[1:] for line in row.lines]
    assert [line[:10] for line in lines] == ["  ◐ 30 Jul", "  ⚠ 30 Jul"]


@pytest.mark.parametrize("width", [12, 30, 36, 60, 76, 150])
def test_rows_fit(library: Library, width: int) -> None:
    rows = [*attendance_rows(attendance(library.items, library), width)] if width > 30 else []
    for by in ("papers", "kinds"):
        rows += activity_rows(*activity(library.items, library, by), width)
    assert max(width_of(plain(line)) for row in rows for line in row.lines) <= max(width, 20)


def test_activity_by_paper_and_by_kind(library: Library) -> None:
    papers, undated = activity(library.items, library, "papers")
    assert [(one.name, one.total) for one in papers] == [("Weekly Beacon", 6), ("Morning Courier", 5)]
    assert undated == 1
    assert papers[0].counts[LEEDS] == 4
    kinds, _ = activity(library.items, library, "kinds")
    assert {one.name: one.total for one in kinds}["rally"] == 1
    assert sum(one.total for one in kinds) == 6


def test_stretches_cover_every_day_and_fit() -> None:
    for span in (0, 1, 50, 400, 4000):
        for most in (1, 10, 60):
            counts = Counter({LAUNCH + timedelta(number): 1 for number in range(span + 1)})
            found = bins([Series("x", counts, span + 1)], most)
            assert found is not None
            assert found.number <= most
            assert sum(found.of(counts)) == span + 1
    assert bins([Series("x", Counter(), 3)], 10) is None


def parsed(text: str) -> ET.Element:
    root = ET.fromstring(text)  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    return root


def test_the_svg_is_whole_and_says_what_it_shows(library: Library) -> None:
    root = parsed(attendance_svg(attendance(library.items, library), "try.json, 11 items"))
    words = [element.text for element in root.iter() if element.text and element.text.strip()]
    assert "How many came, event by event" in words
    assert "try.json, 11 items" in words
    assert any("1,800" in word and "Campaign launch" in word for word in words)
    assert "papers contradict each other" in words


def test_text_of_documents_is_never_markup() -> None:
    series = [Series(HOSTILE, Counter({LEEDS: 3}), 3)]
    for text in (
        attendance_svg(Attendance((mark(5, 9, title=HOSTILE, contested=True),), 1), HOSTILE),
        activity_svg(series, 1, "papers", HOSTILE),
    ):
        root = parsed(text)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "rect", "text", "line", "path"}
        assert "[sic] ␛[31m ◌ \N{REPLACEMENT CHARACTER}" in text
        assert "\x1b" not in text


def test_marks_stay_on_the_picture_and_titles_apart() -> None:
    day = timedelta(1)
    marks = tuple(mark(10 * (each + 1), 30 * (each + 1), day=LAUNCH + day * (each // 3), title=f"Rally number {each}")
                  for each in range(60))  # fmt: skip
    root = parsed(attendance_svg(Attendance(marks, 0), ""))
    for line in root.iter(f"{SVG}line"):
        assert all(0 <= float(line.attrib[name]) <= 960 for name in ("x1", "x2"))
        assert all(0 <= float(line.attrib[name]) <= 540 for name in ("y1", "y2"))
    titled = [text for text in root.iter(f"{SVG}text") if (text.text or "").startswith("Rally number")]
    places = {(text.attrib["x"], text.attrib["y"]) for text in titled}
    assert 3 <= len(titled) == len(places)


@pytest.mark.parametrize("chart", ["attendance", "papers", "kinds"])
def test_nothing_to_draw_is_a_picture_that_says_so(chart: str) -> None:
    text = attendance_svg(Attendance((), 0), "") if chart == "attendance" else activity_svg([], 0, chart, "")  # type: ignore[arg-type]
    words = [element.text for element in parsed(text).iter(f"{SVG}text")]
    assert any(word and word.startswith(("No event", "Nothing")) for word in words)


@pytest.fixture
def file(tmp_path: Path, reports: list[tuple[Issue, Records]]) -> Path:
    path = tmp_path / "t.json"
    with Timeline.open(path) as timeline:
        for issue, records in reports:
            timeline.add(issue, records)
    return path


def test_the_command_writes_what_the_filter_leaves(
    file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "chart.svg"
    assert cli.main(["chart", "papers", "--timeline", str(file), "--filter", "leeds", "-o", str(out)]) == 0
    words = [element.text for element in parsed(out.read_text(encoding="utf-8")).iter(f"{SVG}text")]
    assert "Weekly Beacon" in words
    assert "Morning Courier" not in words
    assert "t.json, filter: leeds, 2 items" in words
    assert "chart written" in capfd.readouterr().err


def test_the_command_prints_and_tells_numbers_to_programs(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chart", "--timeline", str(file)]) == 0
    parsed(capfd.readouterr().out)
    assert cli.main(["chart", "--timeline", str(file), "--json"]) == 0
    assert '"low": 1800' in capfd.readouterr().out
    assert cli.main(["chart", "kinds", "--timeline", str(file), "--json"]) == 0
    assert '"rally"' in capfd.readouterr().out


def test_the_command_never_overwrites_the_timeline(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert cli.main(["chart", "--timeline", str(file), "-o", str(file)]) == 1
    assert file.read_bytes() == before
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_the_charts_are_driven_by_the_selection(
    visit: Visits, timeline: Timeline, size: tuple[int, int], tmp_path: Path
) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("t", "number_sign")
        assert "How many came, day by day" in seen.text()
        await seen.press("enter")
        assert (seen.main.walk.day, seen.app.screen) == (LAUNCH, seen.main)
        await seen.press("number_sign", "tab", "tab")
        assert "Items by paper" in seen.text()
        await seen.press("down", "enter")
        assert seen.main.filter_text == 'source:"Morning Courier"'
        await seen.press("number_sign", "left")
        assert "Events by kind" in seen.text()
        out = tmp_path / "kinds.svg"
        await seen.press("s")
        await seen.type(str(tmp_path / "nowhere" / "kinds.svg"))
        await seen.press("enter")
        assert "Not written: " in seen.text()
        await seen.type(str(out))
        assert "Not written: " not in seen.text()
        await seen.press("enter")
        text = out.read_text(encoding="utf-8")
        parsed(text)
        assert "filter: source:" in text
        await seen.press("s")
        await seen.type(str(out))
        await seen.press("enter")
        assert "exists already" in " ".join(seen.text().split())
        await seen.press("escape", "escape")
        assert seen.app.screen is seen.main


async def test_nothing_shown_is_nothing_to_draw(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash", *"zebra", "enter", "number_sign")
        assert "There is nothing to draw." in seen.text()
