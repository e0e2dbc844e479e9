"""The arrows between the rooms, seen at run time: what a command loads is what it may know."""

from __future__ import annotations

import subprocess
import sys

import pytest

from store.exports import FORMATS

HEAVY = ("textual", "rich", "tinydb", "importers.times")


def loaded(code: str) -> set[str]:
    """The names of all modules that are loaded after `code` has run in a fresh interpreter."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("package", ["store", "store.filters", "store.exports", "importers", "importers.times", "data"])
def test_no_package_but_tui_loads_the_screen(package: str) -> None:
    found = loaded(f"import {package}")
    assert package in found
    assert not {"textual", "rich", "tui"} & found


def test_the_store_loads_no_importer() -> None:
    assert not {name for name in loaded("import store") if name.split(".")[0] == "importers"}


def test_showing_the_first_day_loads_nothing_that_it_does_not_need() -> None:
    late = {"tinydb", "sqlite3", "dateutil", "tomllib", "importers", "store.filters", "store.merging", "store.search"}
    found = loaded("from store import Timeline\ntimeline = Timeline.in_memory()\nassert not list(timeline.entries())")
    assert "store.timeline" in found
    assert not found & late
    assert not loaded("import store.filters as filters\nfilters.parse('corbyn rally')") & (late - {"store.filters"})


def test_exports_load_no_format_no_filter_and_no_merging_before_they_are_asked_for() -> None:
    late = {"store.filters", "store.merging", *(each.module for each in FORMATS.values())}
    assert not loaded("import store.exports") & late
    assert loaded(f"import {', '.join(late)}") >= late


@pytest.mark.parametrize("name", ["import", "list", "export", "chart", "extract", "explain", "check", "schema", "help"])
def test_no_command_but_the_app_loads_textual(name: str) -> None:
    found = loaded(f"import tui.cli as cli\ncommand = cli.load(cli.COMMANDS[{name!r}])\ncli.parser({name!r}, command)")
    assert "tui.cli" in found
    assert not [module for module in found if module.split(".")[0] == "textual"]


def test_help_loads_nothing_heavy() -> None:
    found = loaded("import tui.cli as cli\ncli.main(['--version'])")
    assert not {module for module in HEAVY if module in found}


def test_printing_a_timeline_does_not_load_textual(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("t") / "t.json"
    code = (
        "from pathlib import Path\nfrom store import Timeline\n"
        f"Timeline.open(Path({str(path)!r})).close()\n"
        f"import tui.cli as cli\nassert cli.main([{str(path)!r}]) == 0"
    )
    assert not [module for module in loaded(code) if module.split(".")[0] == "textual"]
