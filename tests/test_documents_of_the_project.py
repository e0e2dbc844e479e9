"""What the README and the command line say of each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_overview_names_every_command() -> None:
    for name in cli.COMMANDS:
        assert re.search(rf"^  {name} ", cli.overview(), re.MULTILINE)


def test_every_command_in_the_readme_exists() -> None:
    shown = set(re.findall(r"^campaign-timeline ([a-z]+)\b(?!\.)", README, re.MULTILINE))
    assert shown
    assert shown <= set(cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_option_in_the_readme_exists(name: str) -> None:
    helped = cli.parser(name, cli.load(cli.COMMANDS[name])).format_help()
    for line in re.findall(rf"^campaign-timeline {name}\b(.*?)(?:#.*)?$", README, re.MULTILINE):
        for option in re.findall(r"(?<!\S)--?[a-z-]+", line):
            assert option in helped


def test_the_readme_has_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("run", "test"):
        assert f"make {target}" in README
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_picture_in_the_readme_is_there_and_asks_nobody_for_anything() -> None:
    named = set(re.findall(r"docs/pictures/[a-z]+\.svg", README))
    assert named == {f"docs/pictures/{path.name}" for path in (ROOT / "docs/pictures").iterdir()}
    for name in named:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert text.rstrip().endswith("</svg>")
        assert not re.search(r"(?:href|src|url)\s*[=(]\s*[\"']?https?:", text)
