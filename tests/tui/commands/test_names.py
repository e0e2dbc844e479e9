from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main

REPORT = """---
publication: The Hull Echo
published: 2016-08-23
---
Nurse Anna Price spoke at a rally in Thornwick on Friday. “We stay,” said Price. Tom Field [sic] stayed in Leeds.
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    timeline = str(tmp_path / "t.json")
    assert main(["import", str(tmp_path / "report.txt"), "--timeline", timeline]) == 0
    capsys.readouterr()

    def run(*words: str) -> tuple[str, str]:
        assert main([*words, "--timeline", timeline]) == 0
        printed = capsys.readouterr()
        return printed.out, printed.err

    return run


def test_people_are_a_table(run: Callable[..., tuple[str, str]]) -> None:
    out, err = run("people")
    headings, _, price, field = (" ".join(line.split()) for line in out.splitlines() if line.strip())
    assert headings == "person roles papers reports mentions events quotes"
    assert price == "Anna Price Nurse The Hull Echo 1 2 1 1"
    assert field == "Tom Field The Hull Echo 1 1 0 0"
    assert err == ""


def test_people_for_programs(run: Callable[..., tuple[str, str]]) -> None:
    price, field = json.loads(run("people", "--json")[0])
    assert len({*price["ids"], *field["ids"]}) == 2
    assert price == {
        "name": "Anna Price",
        "others": ["Price"],
        "papers": ["The Hull Echo"],
        "ids": price["ids"],
        "issues": 1,
        "mentions": 2,
        "events": 1,
        "roles": ["Nurse"],
        "quotes": 1,
    }


def test_a_person_can_be_corrected_by_the_id(run: Callable[..., tuple[str, str]]) -> None:
    _, field = json.loads(run("people", "--json")[0])
    run("correct", str(field["ids"][0]), "name=Tom Fielding", "roles=driver; steward")
    assert "Tom Fielding  driver; steward" in run("people")[0]


def test_places_are_a_table_that_marks_the_unlisted(run: Callable[..., tuple[str, str]]) -> None:
    rows = [" ".join(line.split()) for line in run("places")[0].splitlines() if line.strip()][2:]
    assert rows == ["Leeds town England, GB The Hull Echo 1 1 0", "Thornwick* town The Hull Echo 1 1 1"]


def test_a_filter_narrows_and_an_empty_result_says_so(run: Callable[..., tuple[str, str]]) -> None:
    assert [one["name"] for one in json.loads(run("people", "--json", "--filter", "kind:quote")[0])] == ["Anna Price"]
    assert run("people", "--filter", "kind:strike") == ("", "nobody is named in what the filter keeps\n")
    assert run("places", "--json", "--filter", "kind:strike")[0] == "[]\n"


def test_a_list_tells_who_spoke_where_it_is_asked_to(run: Callable[..., tuple[str, str]]) -> None:
    plain, verbose = run("list")[0], run("list", "--verbose")[0]
    more = [line.strip() for line in verbose.splitlines() if line not in plain.splitlines()]
    assert "rally · Thornwick · Anna Price (Nurse) · The Hull Echo, 23 August 2016" in map(
        str.strip, plain.splitlines()
    )
    assert "quoted: Anna Price (Nurse)" in more
    assert "known by: subject of 'said' after the quotation; 'Price' is Anna" in more
