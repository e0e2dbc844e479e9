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
from tui.actions import ACTIONS, footer, keyed, with_keys
from tui.hints import use_keys
from tui.keys import key_named, sign
from tui.models.go_to import resolve
from tui.models.words import long_day, short_day, span_of_days, write_days
from tui.settings import EXAMPLE, Settings, in_short, read_settings

Visits = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def day_order() -> Iterator[None]:
    yield
    write_days("day")


def written(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    settings, wrong = read_settings(path)
    assert all(line.startswith("settings.toml") and "\n" not in line for line in wrong)
    return settings, [line.removeprefix("settings.toml") for line in wrong]


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
    assert wrong == [
        ", line 1: theme: write a name in quotation marks, not 3",
        ', line 2: week_starts: write a day of the week, as in "sunday", not "someday"',
        ", line 4: there is no setting “colour”; there are theme, week_starts, date_order, ascii, keys",
        ', line 5: date_order: write "day", "month" or "year", not 1',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ascii = true\ntheme = nord", ", line 2, column 9: Invalid value; words stand in quotation marks"),
        ('theme = "nord\n', ", line 1, column 14: Illegal character '\\n'; close the quotation marks on the same line"),
        ("ascii = true\nascii = true\n", "line 2, column 13: Cannot overwrite a value; it is given twice, keep one of"),
        ("theme = ", ", at its end: Invalid value; words"),
        ("\0", ", line 1, column 1: "),
        ("[keys", ", at its end: Expected ']' at the end of a table declaration; put that right"),
        ('"\ud800"'.encode("utf-8", "surrogatepass"), " cannot be read: "),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str | bytes, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, wrong = read_settings(path)
    assert settings == Settings()
    assert len(wrong) == 1
    assert wrong[0].startswith("settings.toml")
    assert told in wrong[0]
    assert wrong[0].endswith("; until then no setting counts")


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
    assert wrong == [
        ", line 2: there is no action “day.nxt”; did you mean day.next?",
        ', line 3: day.next: there is no key “Hyper-x”; write it as "x", "Ctrl-x", "F5" or "PgUp"',
        ", line 5: quit: Ctrl-c cannot be given away; take another key",
        ", line 5: quit: x is the key of day.previous already; take another one",
        ', line 6: help: write a key in quotation marks, as in "x", or several as in ["x", "Right"]',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("keys = 3", ", line 1: keys: begin a table with [keys], and write the keys below it"),
        (
            '[keys]\nday.next = "x"',
            ', line 2: day: write the whole name of an action in quotation marks, as in "day.next"',
        ),
        ('[keys]\n"day.next" = "x"\n"zebra" = "x"', ", line 3: there is no action “zebra”; `campaign-timeline help "),
    ],
)
def test_a_mistake_in_keys_says_where_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    (line,) = written(tmp_path, text)[1]
    assert line.startswith(told)


def test_many_mistakes_are_told_in_short() -> None:
    assert in_short([]) == []
    assert in_short(["a"]) == ["a", "Again: campaign-timeline help settings"]
    assert in_short([*"abcde"]) == ["a", "b", "c", "2 more; all of them: campaign-timeline help settings"]


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


@pytest.fixture
def our_keys() -> Iterator[None]:
    yield
    use_keys(ACTIONS)


OWN = {"pane.1": "F1", "pane.2": "F2", "pane.3": [], "pane.4": "F4", "back": "F5", "filter.switch": "F6", "import": "F7",
       "busy.previous": "F8", "busy.next": "F9", "hit.next": "F10", "hit.previous": "F11", "edit.undo": "F12", "help": [],
       "bookmark.list": "Ctrl-b", "bookmark.set": "B", "reports.undated": "U"}  # fmt: skip


@pytest.mark.usefixtures("our_keys")
async def test_whatever_names_a_key_names_the_users_own(visit: Visits, timeline: Timeline) -> None:
    keys, wrong = with_keys({name: [key] if isinstance(key, str) else key for name, key in OWN.items()})
    assert wrong == []
    async with visit(timeline, (160, 48), settings=Settings(keys=keys)) as seen:
        assert "━ F1 Days" in seen.text()
        assert "─ F2 Mon 18 Jul 2016" in seen.text()
        assert "─ Source · " in seen.text()
        await seen.press("f4", "f5")
        for press, told in (
            (("ctrl+b",), "No bookmarks yet; B sets one"),
            (("B",), "bookmarked; Ctrl-b lists all."),
            (("asterisk",), "Starred; is:starred"),
            (("f2", "x"), "Deleted; F12 takes it back."),
            (("a", *"hello", "enter"), "Noted; F4 shows it."),
            (("S", *"saturday"), "Enter go there, then F10 F11"),
            (("enter",), "hit 1/2 · F10 F11"),
            (("slash", *"leeds", "enter"), "of 10 shown · F5 clears"),
            (("f6",), "filter off · F6 on"),
            (("f6", "g", *"23 july", "enter"), "F8 F9  to the days with items"),
            ((), "F6     switches it off"),
        ):
            await seen.press(*press)
            assert told in seen.text(), press


@pytest.mark.usefixtures("our_keys")
async def test_a_dialogue_closes_with_the_users_key_that_opens_it(visit: Visits, timeline: Timeline) -> None:
    keys, wrong = with_keys({"filter.saved": ["F3"], "filter.facets": ["space"], "help": ["F1", "F2"]})
    assert wrong == []
    async with visit(timeline, (80, 24), settings=Settings(keys=keys)) as seen:
        for opens, closes in (("f3", "f3"), ("f1", "f2"), ("space", "escape")):
            await seen.press(opens)
            assert seen.app.screen is not seen.main, opens
            # Among facets the key has a use of its own.
            await seen.press(*("space", closes) if opens == "space" else (closes,))
            assert seen.app.screen is seen.main, closes


@pytest.mark.usefixtures("our_keys")
async def test_an_empty_timeline_names_the_users_keys(visit: Visits) -> None:
    keys, _ = with_keys({"import": ["F7"], "help": []})
    with Timeline.in_memory() as empty:
        async with visit(empty, (80, 24), settings=Settings(keys=keys)) as seen:
            assert "F7  import files or a folder" in seen.text()
            assert ":   all commands" in seen.text()
            assert "help" not in seen.text().split("all commands")[1]
            await seen.press("g")
            assert "import something first (F7)." in seen.text()


def test_an_action_without_a_key_is_named_as_the_commands_have_it() -> None:
    keys, _ = with_keys({"edit.undo": []})
    assert keyed("Deleted; {edit.undo} takes it back.", keys) == "Deleted; “Undo” among the commands takes it back."
    with pytest.raises(KeyError):
        keyed("{no.such}")


def test_the_help_of_keys_names_the_users_own(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\n"hit.next" = "F10"\n', encoding="utf-8")
    monkeypatch.setattr("tui.settings.settings_file", lambda: path)
    assert cli.main(["help", "keys"]) == 0
    told = capfd.readouterr().out
    assert "F10            The next item shown" in told
    assert "in the source, F10 and N then step through them." in told


@pytest.mark.usefixtures("our_keys")
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


async def test_each_mistake_has_a_line_of_its_own(visit: Visits, timeline: Timeline) -> None:
    problems = ["settings.toml, line 1: one", "settings.toml, line 2: two"]
    async with visit(timeline, (80, 24), problems=problems) as seen:
        assert sum("settings.toml, line" in line for line in seen.lines()) == 2


async def test_the_theme_that_is_set_is_taken(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, settings=Settings(theme="campaign-light")) as seen:
        assert seen.app.theme == "campaign-light"


def test_help_tells_every_setting_and_action(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["help", "settings"]) == 0
    told = capfd.readouterr().out
    assert "settings.toml" in told
    assert all(field.name in told for field in fields(Settings))
    assert all(action.id in told for action in ACTIONS)
    assert "Mistakes" not in told


def test_help_tells_the_mistakes(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("tui.settings.settings_file", lambda: path)
    path.write_text('ascii = "yes\\u001b[2J"\n', encoding="utf-8")
    assert cli.main(["help", "settings"]) == 0
    told = capfd.readouterr().out
    assert f"{path}; it need not exist.\n\nMistakes in it:\n  settings.toml, line 1: ascii: write true or false" in told
    assert "\x1b" not in told
