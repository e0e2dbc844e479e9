from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from store import Timeline
from tui.actions import ACTIONS, FOOTER, THEMES, by_theme, footer, key_table, keyed, markdown_table, signs
from tui.keys import sign
from tui.models.pieces import plain, width_of
from tui.screens.help import help_lines
from tui.screens.timeline import HELP_FIRST, TimelineScreen


def test_ids_keys_and_calls_are_each_used_once() -> None:
    for values in ([a.id for a in ACTIONS], [key for a in ACTIONS for key in a.keys], [a.call for a in ACTIONS]):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_every_action_has_a_method_on_the_timeline_screen() -> None:
    missing = [a.call for a in ACTIONS if not hasattr(TimelineScreen, f"action_{a.call.partition('(')[0]}")]
    assert missing == []


def test_bindings_are_those_of_the_registry() -> None:
    bound = {(key, found.action) for key, found in TimelineScreen(Timeline.in_memory(), "t")._bindings}
    assert {(key, action.call) for action in ACTIONS for key in action.keys} <= bound


def test_help_overlay_and_both_tables_name_every_action() -> None:
    overlay = " ".join(plain(line) for line in help_lines("days", 500))
    for action in ACTIONS:
        assert f"{signs(action):<14}"[:14].rstrip() in overlay
        for text in (overlay, key_table(), markdown_table()):
            assert keyed(action.help) in text
    assert all(f"`{sign(key)}`" in markdown_table() for action in ACTIONS for key in action.keys)


def test_every_theme_has_actions_and_the_one_of_the_pane_comes_first() -> None:
    assert all(actions for _, actions in by_theme())
    for pane, theme in HELP_FIRST.items():
        assert by_theme(theme)[0][0] == THEMES[theme], pane


def test_the_footer_has_at_most_seven_and_keeps_help_and_quit() -> None:
    assert len(FOOTER) <= 7
    assert {each for group in FOOTER for each in group} <= {action.id for action in ACTIONS}
    assert {action.id for action in ACTIONS if action.footer} == {group[-1] for group in FOOTER}
    assert footer(38) == "←→ day  ↑↓ row  g date  ? help  q quit"
    assert footer(10).endswith("? help  q quit")


def test_help_is_written_in_sentences() -> None:
    assert [action.id for action in ACTIONS if not re.fullmatch(r"[A-Z].*[.…]", action.help)] == []


def test_help_lines_fit() -> None:
    assert max(width_of(plain(line)) for line in help_lines("items", 40)) <= 40


def test_the_page_in_the_docs_is_the_registry() -> None:
    page = Path(__file__).resolve().parents[2] / "docs/keys.md"
    assert page.read_text(encoding="utf-8") == markdown_table()
