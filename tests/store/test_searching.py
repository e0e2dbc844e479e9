from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from store import Timeline, TimelineError, searching
from store.filters import Filter, parse
from store.records import Bounds, Context, Event, Figure, Issue, Person, Place, Quote, Records
from store.search import Search, saved, words

DAY = date(2016, 8, 1)
QUERIES = [
    "rally",
    "-rally",
    "hull OR leeds",
    "who:ann",
    "place:hull kind:event",
    "source:courier",
    "is:corrected",
    "is:starred",
    "-is:noted",
    "is:conflict",
    "-is:conflict kind:event",
    "date:august size:>100",
    "to:2016-08-03",
    "remember",
    "",
    'who:"crane driver"',
    "place:kingston",
    "place:hull kind:quote",
    "place:leeds -kind:event",
]


def report(number: int, words: str, size: int) -> tuple[Issue, Records]:
    day = DAY + timedelta(number)
    span: dict[str, Any] = {"first": day, "last": day}
    issue = Issue(
        text=f"{words} {number}",
        title=f"Report {number}",
        context=Context(publication="The Courier" if number % 2 else "The Beacon", issue=str(number), published=day),
    )
    return issue, Records(
        events=(
            Event(start=0, end=4, text=words, title=words, kind="rally", places=("Hull",), people=("Ann Other",),
                  attendance=Bounds(low=size, high=size), **span),
        ),
        figures=(Figure(start=5, end=6, text=str(size), low=size, high=None, places=("Leeds",), event=(0, 4)),),
        quotes=(Quote(start=7, end=8, text=f"Remember {words}", speaker="Ann Other", event=(0, 4), **span),),
        people=(Person(start=0, end=1, text="Ann", name="Ann Other", roles=("crane driver",) if number == 1 else ()),),
        places=(Place(start=0, end=1, text="Hull", name="Hull", others=("Kingston upon Hull",) if size > 100 else ()),),
    )  # fmt: skip


def scanned(timeline: Timeline, keep: Filter) -> list[int]:
    """What reading every record keeps."""
    issues = {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}
    known = timeline.known
    return [entry.id for entry in timeline.entries() if keep.matches(entry, issues.get(entry.issue_id or 0), known)]


class Changing(RuleBasedStateMachine):
    """Whatever is done to a timeline, the index says at the next question what reading every record would."""

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline.in_memory()

    def entry(self, number: int) -> int:
        entries = list(self.timeline.entries())
        return entries[number % len(entries)].id

    @rule(
        number=st.integers(0, 5),
        words=st.sampled_from(["Rally", "Rally in the rain", "March"]),
        size=st.sampled_from([50, 500]),
    )
    def add(self, number: int, words: str, size: int) -> None:
        self.timeline.add(*report(number, words, size))

    @precondition(lambda self: any(self.timeline.entries()))
    @rule(
        number=st.integers(0, 20),
        deed=st.sampled_from(["correct", "move", "delete", "star", "unstar", "annotate", "withdraw"]),
    )
    def change(self, number: int, deed: str) -> None:
        key = self.entry(number)
        match deed:
            case "correct":
                self.timeline.correct(key, {"first": "2016-08-04", "last": "2016-08-05"})
            case "move":
                if self.timeline.get(key).kind == "event":
                    self.timeline.correct(key, {"places": ["Leeds"]})
            case "delete":
                self.timeline.delete(key)
            case "star" | "unstar":
                self.timeline.star(key, on=deed == "star")
            case "annotate":
                self.timeline.annotate(key, "To remember")
            case _:
                for correction in self.timeline.corrections()[-1:]:
                    self.timeline.withdraw(correction.id)

    @precondition(lambda self: bool(self.timeline.issues()))
    @rule(number=st.integers(0, 5))
    def another_program_removes(self, number: int) -> None:
        issues = self.timeline.issues()
        self.timeline.table.remove(doc_ids=[issues[number % len(issues)].id])

    @rule(queries=st.lists(st.sampled_from(QUERIES), min_size=1, max_size=4))
    def ask(self, queries: list[str]) -> None:
        self.timeline.search()
        for query in queries:
            keep = parse(query)
            kept = scanned(self.timeline, keep)
            assert [entry.id for entry in self.timeline.entries(keep)] == kept
            assert sum(map(sum, (day.values() for day in self.timeline.days(keep).values()))) == len(kept)
            within = DAY + timedelta(1), DAY + timedelta(4)
            assert [entry.id for entry in self.timeline.entries(keep, *within)] == [
                entry.id for entry in self.timeline.entries(None, *within) if entry.id in kept
            ]

    def teardown(self) -> None:
        self.timeline.close()


TestChanging = Changing.TestCase
TestChanging.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


@pytest.fixture
def timeline() -> Iterator[Timeline]:
    with Timeline.in_memory() as made:
        for number in range(4):
            made.add(*report(number, "Rally", 100 * number))
        yield made


def test_people_and_places_are_found_by_other_names_and_roles(timeline: Timeline) -> None:
    for _ in ("reading every record", "looking it up"):
        assert len(list(timeline.entries(parse('who:"crane driver" kind:quote')))) == 4
        assert len(list(timeline.entries(parse("place:kingston kind:event")))) == 4
        assert list(timeline.entries(parse("place:crane OR who:kingston"))) == []
        timeline.search()
    timeline.add(*report(1, "March", 5))
    timeline.add(*report(5, "March", 5))
    assert len(list(timeline.entries(parse('who:"crane driver" kind:quote')))) == 5


def kinds(timeline: Timeline, query: str) -> list[str]:
    return [entry.kind for entry in timeline.entries(parse(query))]


def test_what_belongs_to_an_event_is_from_its_place_where_it_says_none_itself(timeline: Timeline) -> None:
    event = next(timeline.of_kind("event")).id
    for look in (lambda: None, timeline.search):
        look()
        assert kinds(timeline, "place:hull date:2016-08-01") == ["event", "quote"]
        assert kinds(timeline, "place:leeds date:2016-08-01") == ["figure"]
        timeline.correct(event, {"places": ["Derby", "Hull"]})
        assert kinds(timeline, "place:derby") == ["event", "quote"]
        timeline.delete(event)
        assert kinds(timeline, "place:hull date:2016-08-01") == []
        timeline.undo(lambda _: Records())
        timeline.undo(lambda _: Records())


def test_two_events_of_one_span_both_tell_their_places() -> None:
    hall, park = (
        Event(start=0, end=5, text="x", title="x", kind="rally", places=(place,)) for place in ("Hall", "Park")
    )
    quote = Quote(start=6, end=7, text="y", event=(0, 5))
    with Timeline.in_memory() as timeline:
        timeline.add(Issue(text="x" * 9, context=Context()), Records(events=(hall, park), quotes=(quote,)))
        assert kinds(timeline, "place:hall kind:quote") == kinds(timeline, "place:park kind:quote") == ["quote"]
        assert timeline.search().keep(parse("place:hall")).days()[None] == {"event": 1, "quote": 1}


def test_an_index_of_which_most_is_outdated_is_made_anew(timeline: Timeline) -> None:
    before = timeline.search()
    timeline.add(*report(0, "March", 5))
    assert timeline.search() is before
    assert (len(before), len(before.ids)) == (12, 15)
    for letter in "abcd":
        for number in range(4):
            timeline.add(*report(number, letter, 5))
        timeline.search()
    assert timeline.search() is not before
    assert len(timeline.search().ids) <= 2 * 12


def test_a_file_that_another_process_wrote_anew_is_searched_anew(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    with Timeline.open(path) as writer, Timeline.open(path, read_only=True) as reader:
        writer.add(*report(1, "Rally", 5))
        assert reader.refresh()
        reader.search()
        assert len(list(reader.entries(parse("rally")))) == 2
        writer.add(*report(2, "Rally", 5))
        writer.compact()
        assert reader.refresh()
        reader.search()
        assert len(list(reader.entries(parse("rally")))) == 4


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline file of twelve records that is worth an index of its own."""
    monkeypatch.setattr(searching, "WORTHWHILE", 0)
    path = tmp_path / "with space?.json"
    with Timeline.open(path) as timeline:
        for number in range(4):
            timeline.add(*report(number, "Rally", 100 * number))
        timeline.search()
    return path


def asked(timeline: Timeline) -> list[list[int]]:
    """The answers of the index, which are those of reading every record."""
    timeline.search()
    answers = [[entry.id for entry in timeline.entries(parse(query))] for query in QUERIES]
    assert answers == [scanned(timeline, parse(query)) for query in QUERIES]
    return answers


def is_saved_one(timeline: Timeline) -> bool:
    return not timeline.search().parts[0].writable


def test_an_index_is_saved_and_read_again(path: Path) -> None:
    before = saved.path_of(path).read_bytes()
    with Timeline.open(path) as timeline:
        assert is_saved_one(timeline)
        assert len(asked(timeline)[0]) == 8
    assert saved.path_of(path).read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.search"]


def test_what_was_changed_since_is_taken_up(path: Path) -> None:
    with Timeline.open(path) as timeline:
        key = next(timeline.entries()).id
        timeline.correct(key, {"first": "2016-09-01", "last": "2016-09-02"})
        timeline.star(key)
        timeline.search()
        timeline.delete(key + 1)
        timeline.add(*report(1, "March", 5))
        timeline.add(*report(9, "Rally", 5))
        timeline.table.remove(doc_ids=[timeline.issues()[2].id])
    with Timeline.open(path) as timeline:
        assert is_saved_one(timeline)
        assert timeline.search().new > 0
        changed = asked(timeline)
        timeline.withdraw(*(correction.id for correction in timeline.corrections()))
    with Timeline.open(path) as timeline:
        assert is_saved_one(timeline)
        assert asked(timeline) != changed


def test_much_that_is_new_is_added_to_the_saved_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "EXTEND_FROM", 5)
    with Timeline.open(path) as timeline:
        for number in range(5, 9):
            timeline.add(*report(number, "March in the rain", 5))
        assert len(asked(timeline)[0]) == 8
        assert timeline.search().new == 0
    with Timeline.open(path) as timeline:
        assert is_saved_one(timeline)
        assert timeline.search().new == 0
        assert len(list(timeline.entries(parse('"in the rain"')))) == 8
        assert len(list(timeline.entries(parse("~ralli")))) == 8


@pytest.mark.parametrize("place", [0, 20, 61, 100, 5000, -2000, -1])
def test_a_damaged_index_is_made_anew(path: Path, place: int) -> None:
    file = saved.path_of(path)
    content = bytearray(file.read_bytes())
    sound = bytes(content)
    content[place] ^= 4
    file.write_bytes(content)
    with Timeline.open(path) as timeline:
        assert len(asked(timeline)[0]) == 8
    assert file.read_bytes() != bytes(content)
    assert len(file.read_bytes()) == len(sound)


@pytest.mark.parametrize("content", [b"", b"nothing of the kind", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_index_is_replaced(path: Path, content: bytes) -> None:
    saved.path_of(path).write_bytes(content)
    with Timeline.open(path) as timeline:
        assert len(asked(timeline)[0]) == 8
        assert is_saved_one(timeline)


def test_the_index_of_another_file_is_not_believed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    with Timeline.open(other) as timeline:
        timeline.add(*report(1, "March", 5))
        timeline.search()
    saved.path_of(other).replace(saved.path_of(path))
    with Timeline.open(path) as timeline:
        assert len(asked(timeline)[0]) == 8
    with Timeline.open(path) as timeline:
        timeline.compact()
    with Timeline.open(path) as timeline:
        assert len(asked(timeline)[0]) == 8


def test_a_reader_uses_a_saved_index_and_never_writes_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(*report(9, "Rally", 5))
    before = saved.path_of(path).read_bytes()
    with Timeline.open(path, read_only=True) as timeline, monkeypatch.context() as patch:
        patch.setattr(Filter, "matches", None)  # no record is read through
        assert len(list(timeline.entries(parse("rally")))) == 10
        assert timeline.days(parse("rally"))[DAY]["event"] == 1
    assert saved.path_of(path).read_bytes() == before
    saved.path_of(path).unlink()
    with Timeline.open(path, read_only=True) as timeline:
        assert len(list(timeline.entries(parse("rally")))) == 10
        assert len(asked(timeline)[0]) == 10
    assert not saved.path_of(path).exists()


@pytest.mark.parametrize("refused", ["create", "rename"])
def test_where_nothing_can_be_saved_the_index_is_kept_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    saved.path_of(path).unlink()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    if refused == "create":
        monkeypatch.setattr(saved, "begin", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with Timeline.open(path) as timeline:
        assert len(asked(timeline)[0]) == 8
        assert not is_saved_one(timeline)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_changed_while_the_index_is_made_is_read_again(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Search.add

    def change_meanwhile(search: Search, entries: Any) -> None:
        add(search, entries)
        monkeypatch.setattr(Search, "add", add)
        timeline.add(*report(0, "March", 5))

    monkeypatch.setattr(Search, "add", change_meanwhile)
    timeline.search()
    assert len(asked(timeline)[0]) == 6


def test_without_a_full_text_index_filters_read_every_record(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_MAKE", words._MAKE.replace("fts5", "fts0"))
    with pytest.raises(TimelineError, match=r"filters read every record.*no such module: fts0"):
        timeline.search()
    assert len(list(timeline.entries(parse("rally")))) == 8
