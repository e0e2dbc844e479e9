from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store import Timeline, TimelineError, check, migrations


def _rename(row: dict[str, Any]) -> dict[str, Any]:
    """A step from a schema in which events had a heading."""
    record = dict(row.get("record", {}))
    if "heading" in record:
        record["title"] = record.pop("heading")
    return {**row, "record": record} if record else row


@pytest.fixture(params=["lines", "plain"])
def old(path: Path, request: pytest.FixtureRequest) -> Path:
    """A timeline of an older schema."""
    content = path.read_bytes().replace(b'"title":"Event', b'"heading":"Event').replace(b'"schema":1', b'"schema":0')
    rows = json.loads(content)
    rows["_default"]["77"] = {"note": "mine"}
    path.write_bytes(json.dumps(rows).encode())
    if request.param == "lines":
        content = b"\n".join(line.rstrip() for line in content.split(b"\n"))
        path.write_bytes(content.replace(b"\n\n}}", b'\n,"77":{"note":"mine"}\n\n}}'))
    return path


def test_an_older_file_is_upgraded_and_kept(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(migrations.UPGRADES, 0, _rename)
    before = old.read_bytes()
    with Timeline.open(old, read_only=True) as reader:
        seen = list(reader.entries())
    assert old.read_bytes() == before
    with Timeline.open(old) as timeline:
        assert "t.json.schema-0" in timeline.notices[0]
        assert list(timeline.entries()) == seen
        assert [getattr(entry.record, "title", "")[:5] for entry in seen[:3]] == ["Event"] * 3
        assert timeline.table.get(doc_id=77) == {"note": "mine"}
    assert (old.parent / "t.json.schema-0").read_bytes() == before
    with Timeline.open(old) as again:
        assert again.notices == ()
    with TinyDB(old) as plain:
        assert plain.get(doc_id=0)["record"]["schema"] == 1
    assert check(old).sound


def test_a_schema_without_a_way_to_ours_is_refused(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(TimelineError, match="schema 0"):
        Timeline.open(old)
    assert old.read_bytes() == before
