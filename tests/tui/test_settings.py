from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store import Timeline
from tui import cli
from tui.actions import ACTIONS, footer, with_keys
from tui.keys import key_named, sign
from tui.models.go_to import resolve
from tui.models.words import long_day, short_day, span_of_days, write_days
from tui.settings import EXAMPLE, Settings, read_settings

Visits = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def day_order() -> Iterator[None]:
    yield
    write_days("day")


def written(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    settings, wrong = read_settings(path)
    assert all(line.startswith(f"{path}: ") and "\n" not in line for line in wrong)
    return settings, [line.removeprefix(f"{path}: ") for line in wrong]


def test_the_example_has_every_setting_and_no_mistake(tmp_path: Path) -> None:
    assert set(tomllib.loads(EXAMPLE)) == {field.name for field in fields(Settings)}
    settings, wrong = written(tmp_path, EXAMPLE)
    assert wrong == []
    assert (settings.theme, settings.week_starts, settings.date_order, settings.ascii) == (
        "campaign-light",
        6,
        "month",
        True,
    )
    keys = {action.id: action.keys for action in settings.keys}
    assert (keys["day.next"], keys["export"], keys["quit"]) == (("right", "L"), ("ctrl+s",), ())


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), [])


def test_what_cannot_be_read_leaves_the_rest(tmp_path: Path) -> None:
    settings, wrong = written(
        tmp_path, 'theme = 3\nweek_starts = "someday"\nascii = true\ncolour = "red"\ndate_order = 1\n'
    )
    assert settings == Settings(ascii=True)
    assert len(wrong) == 4
    assert any("there is no setting “colour”" in line for line in wrong)
    assert any("not 'someday'" in line for line in wrong)


@pytest.mark.parametrize("text", ["theme = ", "\0", "[keys", '"\ud800"'.encode("utf-8", "surrogatepass")])
def test_a_broken_file_is_one_line(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, wrong = read_settings(path)
    assert settings == Settings()
    assert len(wrong) == 1
    assert wrong[0].startswith(f"{path}: the settings cannot be read: ")


def test_a_folder_in_its_place_is_one_line(tmp_path: Path) -> None:
    assert len(read_settings(tmp_path)[1]) == 1


KEYS = [("Ctrl-u", "ctrl+u"), ("ctrl+U", "ctrl+u"), ("[", "left_square_bracket"), ("Left", "left"), ("←", "left"),
        ("PgUp", "pageup"), ("F5", "f5"), ("L", "L"), ("Alt-Left", "alt+left"), ("-", "minus"), ("Ctrl--", "ctrl+minus"),
        ("+", "plus"), ("slash", "slash"), ("Shift-Tab", "shift+tab"), (" ", None), ("Hyper-x", None), ("nonsense", None)]  # fmt: skip


@pytest.mark.parametrize(("typed", "key"), KEYS)
def test_keys_as_people_write_them(typed: str, key: str | None) -> None:
    assert key_named(typed) == key


def test_every_key_can_be_written_as_it_is_shown() -> None:
    assert [key for action in ACTIONS for key in action.keys if key_named(sign(key)) != key] == []


def test_a_key_given_away_is_taken_from_the_one_that_had_it() -> None:
    actions, wrong = with_keys({"day.next": ["n", "Right"]})
    keys = {action.id: action.keys for action in actions}
    assert wrong == []
    assert keys["day.next"] == ("n", "right")
    assert keys["hit.next"] == ()
    assert keys["day.previous"] == ("left", "h")
    assert "n day" not in footer(200)
    assert "←n day" in footer(200, actions)


def test_mistakes_in_keys_are_told_each_in_a_line(tmp_path: Path) -> None:
    settings, wrong = written(
        tmp_path,
        '[keys]\n"day.nxt" = "x"\n"day.next" = "Hyper-x"\n"day.previous" = "x"\nquit = ["x", "ctrl+c"]\nhelp = 3\n',
    )
    keys = {action.id: action.keys for action in settings.keys}
    assert keys["day.next"] == ("right", "l")
    assert keys["day.previous"] == ("x",)
    assert keys["quit"] == ("q",)
    assert len(wrong) == 5
    assert all(line.startswith("keys: ") for line in wrong)


@pytest.mark.usefixtures("day_order")
def test_days_are_written_in_the_order_that_is_set() -> None:
    first, last = date(2016, 8, 8), date(2016, 8, 14)
    told = {}
    for order in ("day", "month", "year"):
        write_days(order)
        told[order] = (short_day(first), long_day(first), span_of_days(first, last))
    assert told == {
        "day": ("8 Aug", "Mon 8 Aug 2016", "8–14 Aug 2016"),
        "month": ("Aug 8", "Mon Aug 8 2016", "Aug 8–14 2016"),
        "year": ("Aug 8", "Mon 2016-08-08", "2016-08-08 – 2016-08-14"),
    }


@pytest.mark.usefixtures("day_order")
def test_the_order_decides_what_a_typed_number_means() -> None:
    anchor = date(2016, 7, 23)
    british = resolve("4/8/2016", anchor)
    write_days("month")
    american = resolve("4/8/2016", anchor)
    assert british is not None
    assert american is not None
    assert (british.first, american.first) == (date(2016, 8, 4), date(2016, 4, 8))


async def test_own_keys_work_and_are_shown(visit: Visits, timeline: Timeline) -> None:
    keys, _ = with_keys({"day.next": ["Ctrl-n", "x"], "quit": []})
    async with visit(timeline, (160, 48), settings=Settings(keys=keys)) as seen:
        await seen.press("x", "ctrl+n")
        assert seen.main.walk.day == date(2016, 7, 20)
        await seen.press("right", "q")
        assert seen.main.walk.day == date(2016, 7, 20)
        assert seen.app.is_running
        assert "←Ctrl-n day" in seen.text()
        assert "q quit" not in seen.text()
        await seen.press("question_mark")
        assert "Ctrl-n x" in seen.text()


async def test_what_is_wrong_with_the_settings_is_said(visit: Visits, timeline: Timeline) -> None:
    settings = Settings(theme="no-such-theme [/b]")
    async with visit(timeline, settings=settings, problems=["s.toml: there is no setting “x”"]) as seen:
        text = " ".join(seen.text().split())
        assert "s.toml: there is no setting “x”" in text
        assert "there is no theme “no-such-theme [/b]”" in text


async def test_the_theme_that_is_set_is_taken(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, settings=Settings(theme="campaign-light")) as seen:
        assert seen.app.theme == "campaign-light"


def test_help_tells_every_setting_and_action(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["help", "settings"]) == 0
    told = capfd.readouterr().out
    assert "settings.toml" in told
    assert all(field.name in told for field in fields(Settings))
    assert all(action.id in told for action in ACTIONS)
