from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from store import Timeline, TimelineError
from store.records import Context, Event, Figure, Issue, Quote, Records

MONDAY, FRIDAY = date(2016, 7, 18), date(2016, 7, 22)
ISSUE = Issue(
    text="A rally was held. Come, she said.",
    title="Rally",
    context=Context(publication="P", issue="1", published=FRIDAY),
)
RALLY = Event(start=0, end=17, text="A rally was held.", title="Rally", kind="rally", first=MONDAY, last=MONDAY)
COME = Quote(start=18, end=22, text="Come", speaker="she")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_a_corrected_day_moves_the_entry(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        now = timeline.correct(found.id, {"first": "2016-07-22", "last": date(2016, 7, 24)}, "she told me")
        assert (now.day, now.certainty) == (FRIDAY, "bounded")
        assert list(timeline.days()) == [FRIDAY]
    with Timeline.open(path) as again:
        assert list(again.days()) == [FRIDAY]
        assert list(again.entries(first=date(2016, 7, 23))) == [now]
        assert list(again.entries(last=MONDAY)) == []


def test_the_later_correction_wins_and_each_can_be_withdrawn(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        rally, come = timeline.entries()
        timeline.correct(come.id, {"speaker": "Ann"})
        timeline.correct(rally.id, {"first": None, "last": None})
        last = timeline.correct(come.id, {"speaker": "Ann Other"})
        told = {"how": "a person said so", "speaker_certainty": "certain"}
        assert last.record == msgspec.structs.replace(COME, speaker="Ann Other", **told)
        ids = [entry.id for entry in timeline.corrections()]
        timeline.withdraw(ids[1])
        assert list(timeline.days()) == [MONDAY, FRIDAY]
        timeline.withdraw(ids[2])
        assert getattr(timeline.get(come.id).record, "speaker", None) == "Ann"


def test_corrections_outlive_a_replacement_and_loose_ones_are_listed(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        rally, come = timeline.entries()
        timeline.correct(rally.id, {"title": "March"})
        timeline.correct(come.id, {"speaker": "Ann"})
        assert timeline.loose_corrections() == []
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (kept,) = timeline.entries()
        assert getattr(kept.record, "title", None) == "March"
        assert [entry.record.text for entry in timeline.loose_corrections()] == ["Come"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changes",
    [
        {"nobody": 1},
        {"text": "x"},
        {"start": 3},
        {"first": "yesterday"},
        {"first": "2016-07-25"},
        {"last": None},
        {"title": 5},
    ],
)
def test_changes_that_do_not_fit_are_refused(path: Path, changes: dict[str, object]) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        size = path.stat().st_size
        with pytest.raises(ValueError, match=r"^[^\n]+$"):
            timeline.correct(found.id, changes)
        assert path.stat().st_size == size
        assert timeline.get(found.id) == found


def test_only_what_was_found_can_be_corrected(path: Path) -> None:
    with Timeline.open(path) as timeline:
        added = timeline.add(ISSUE, Records())
        with pytest.raises(ValueError, match="issue"):
            timeline.correct(added.issue_id, {"title": "x"})
        with pytest.raises(KeyError):
            timeline.correct(99, {})


def nothing(_: Issue) -> Records:
    raise AssertionError


def titles(timeline: Timeline) -> list[object]:
    return [getattr(entry.record, "title", None) for entry in timeline.entries()]


def test_a_deleted_record_is_neither_shown_nor_counted_and_comes_back(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        rally, come = timeline.entries()
        assert timeline.delete(rally.id, "an advert").hidden
        timeline.delete(rally.id)
        assert list(timeline.entries()) == timeline.of_issue(rally.issue_id or 0) == [come]
        assert list(timeline.days()) == [FRIDAY]
        assert list(timeline.entries(first=MONDAY, last=MONDAY)) == []
        assert [entry.record.note for entry in timeline.corrections()] == ["an advert"]  # type: ignore[union-attr]
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        assert timeline.days() == {}
        deletion = timeline.corrections()[0]
        hidden = timeline.corrected_entry(deletion.id)
        assert hidden is not None
        assert hidden.hidden
        assert timeline.restore(hidden.id) == timeline.get(hidden.id)
        assert titles(timeline) == ["Rally"]
        assert list(timeline.days()) == [MONDAY]


def test_a_star_and_a_note_change_nothing_that_was_found(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        timeline.star(found.id)
        timeline.annotate(found.id, "ask Ann")
        marked = timeline.annotate(found.id, "ask Bo")
        assert (marked.starred, marked.note, marked.corrected) == (True, "ask Bo", False)
        assert (marked.record, marked.day, marked.certainty) == (found.record, found.day, found.certainty)
        assert len(timeline.corrections_of(found.id)) == 2
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        (again,) = (entry for entry in timeline.entries() if entry.kind == "event")
        assert (again.starred, again.note) == (True, "ask Bo")
        assert timeline.annotate(again.id, "").note == ""
        assert not timeline.star(again.id, on=False).starred
        assert timeline.corrections() == []


def test_every_step_is_undone_and_done_again_also_after_the_file_was_closed(path: Path) -> None:
    def seen(timeline: Timeline) -> list[tuple[object, bool, str]]:
        return [(getattr(e.record, "title", ""), e.starred, e.note) for e in timeline.entries()]

    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        states = [seen(timeline)]
        for step in (
            lambda: timeline.correct(found.id, {"title": "March"}),
            lambda: timeline.star(found.id),
            lambda: timeline.annotate(found.id, "one"),
            lambda: timeline.annotate(found.id, "two"),
            lambda: timeline.withdraw(timeline.corrections()[0].id),
            lambda: timeline.delete(found.id),
            lambda: timeline.restore(found.id),
        ):
            step()
            states.append(seen(timeline))
    for before in states[-2::-1]:
        with Timeline.open(path) as timeline:
            assert timeline.undo(nothing) is not None
            assert seen(timeline) == before
    for after in states[1:]:
        with Timeline.open(path) as timeline:
            assert timeline.redo(nothing) is not None
            assert seen(timeline) == after
            timeline.compact()
    with Timeline.open(path) as timeline:
        assert timeline.redo(nothing) is None
        for _ in states[1:]:
            assert timeline.undo(nothing) is not None
        assert timeline.undo(nothing) is None
        assert timeline.corrections() == []


def test_a_new_step_takes_the_place_of_what_was_undone(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        timeline.correct(found.id, {"title": "March"})
        timeline.star(found.id)
        timeline.undo(nothing)
        assert timeline.next_redo is not None
        timeline.correct(found.id, {"title": "Vigil"})
        assert timeline.redo(nothing) is None
        assert timeline.next_undo is not None
        assert timeline.next_undo.what == "corrected: Rally"
        timeline.undo(nothing)
        assert titles(timeline) == ["March"]


def test_a_figure_is_named_by_its_words(path: Path) -> None:
    crowd = Figure(start=0, end=8, text="Hundreds", low=200, high=None, kind="attendance", counted="people")
    with Timeline.open(path) as timeline:
        timeline.add(Issue(text="Hundreds marched.", context=Context()), Records(figures=(crowd,)))
        figure = next(entry for entry in timeline.entries() if entry.kind == "figure")
        timeline.delete(figure.id)
        assert timeline.next_undo is not None
        assert timeline.next_undo.what == "deleted: Hundreds"


def test_another_publication_is_previewed_accepted_undone_and_done_again(path: Path) -> None:
    later = Context(publication="P", issue="1", published=date(2016, 7, 29))
    on_tuesday = msgspec.structs.replace(RALLY, first=date(2016, 7, 26), last=date(2016, 7, 26))
    found = {FRIDAY: Records(events=(RALLY,)), later.published: Records(events=(on_tuesday,))}

    def read_again(issue: Issue) -> Records:
        return found[issue.context.published]

    with Timeline.open(path) as timeline:
        added = timeline.add(ISSUE, found[FRIDAY])
        timeline.star(next(timeline.entries()).id)
        entries, loosened = timeline.preview(added.issue_id, later, found[later.published])
        assert [(entry.day, entry.starred) for entry in entries] == [(date(2016, 7, 26), True)]
        assert loosened == []
        assert list(timeline.days()) == [MONDAY]
        timeline.recontext(added.issue_id, later, found[later.published])
        assert timeline.preview(added.issue_id, ISSUE.context, Records())[1] == [timeline.corrections()[0].id]
    for turn, day, published in (("undo", MONDAY, FRIDAY), ("redo", date(2016, 7, 26), later.published)):
        with Timeline.open(path) as timeline:
            step = getattr(timeline, turn)(read_again)
            assert step.what == "another publication: Rally"
            assert [(entry.day, entry.starred) for entry in timeline.entries()] == [(day, True)]
            assert [entry.record.context.published for entry in timeline.issues()] == [published]  # type: ignore[union-attr]


def twins() -> tuple[Event, Event]:
    """Two rallies that one sentence tells."""
    one = Event(
        start=0, end=17, text="A rally was held.", title="Rally, Leeds", kind="rally", first=MONDAY, last=MONDAY
    )
    return one, msgspec.structs.replace(one, title="Rally, Hull")


def test_two_records_at_one_span_are_not_taken_for_each_other(path: Path) -> None:
    leeds, hull = twins()
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(leeds, hull)))
        _, second = timeline.entries()
        timeline.correct(second.id, {"kind": "march"})
        timeline.add(ISSUE, Records(events=(hull, leeds), quotes=(COME,)))
        kinds = {
            entry.record.title: entry.record.kind for entry in timeline.entries() if isinstance(entry.record, Event)
        }
        assert kinds == {"Rally, Leeds": "rally", "Rally, Hull": "march"}
        timeline.add(ISSUE, Records(events=(leeds,)))
        assert [getattr(entry.record, "kind", "") for entry in timeline.entries()] == ["rally"]
        assert len(timeline.loose_corrections()) == 1


def test_two_records_that_say_the_same_at_one_span_are_told_apart_by_their_order(path: Path) -> None:
    leeds, _ = twins()
    other = msgspec.structs.replace(leeds, first=FRIDAY, last=FRIDAY)
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(leeds, other)))
        timeline.delete(list(timeline.entries())[1].id)
        timeline.add(ISSUE, Records(events=(leeds, other), quotes=(COME,)))
        assert [entry.day for entry in timeline.entries() if entry.kind == "event"] == [MONDAY]


def test_a_correction_holds_where_better_rules_give_another_title(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        timeline.correct(next(timeline.entries()).id, {"kind": "march"})
        timeline.add(ISSUE, Records(events=(msgspec.structs.replace(RALLY, title="Great rally"),)))
        (kept,) = timeline.entries()
        assert (kept.corrected, titles(timeline)) == (True, ["Great rally"])


def test_a_correction_follows_its_words_where_they_stand_once(path: Path) -> None:
    def moved(by: int) -> tuple[Issue, Records]:
        text = "x" * by + ISSUE.text
        events = (msgspec.structs.replace(RALLY, start=by, end=by + 17),)
        return msgspec.structs.replace(ISSUE, text=text), Records(events=events)

    with Timeline.open(path) as timeline:
        timeline.add(*moved(0))
        timeline.correct(next(timeline.entries()).id, {"title": "March"})
        for by in (5, 2):
            assert timeline.add(*moved(by)).status == "replaced"
            assert titles(timeline) == ["March"]
        issue, records = moved(5)
        twice = (*records.events, msgspec.structs.replace(RALLY, start=9, end=26))
        timeline.add(issue, Records(events=twice))
        assert titles(timeline) == ["Rally", "Rally"]
        assert len(timeline.loose_corrections()) == 1


def test_a_correction_that_no_longer_fits_the_fields_needs_attention(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        timeline.correct(next(timeline.entries()).id, {"last": FRIDAY})
        later = msgspec.structs.replace(RALLY, first=date(2016, 7, 25), last=date(2016, 7, 25))
        timeline.add(ISSUE, Records(events=(later,)))
        assert [entry.record for entry in timeline.entries()] == [later]
        assert len(timeline.loose_corrections()) == 1


def test_a_timeline_for_reading_only_refuses_every_step(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records(events=(RALLY,)))
        (found,) = writer.entries()
        writer.star(found.id)
        with Timeline.open(path) as reader:
            for step in (
                lambda: reader.delete(found.id),
                lambda: reader.annotate(found.id, "x"),
                lambda: reader.star(found.id, on=False),
                lambda: reader.undo(nothing),
            ):
                with pytest.raises(TimelineError):
                    step()
            assert reader.get(found.id) == writer.get(found.id)


def test_a_correction_of_an_older_version_still_counts(path: Path) -> None:
    anchor = {"kind": "event", "start": 0, "end": 17, "text": "A rally was held."}
    with Timeline.open(path) as timeline:
        added = timeline.add(ISSUE, Records(events=(RALLY,)))
        record = {**anchor, "changes": {"title": "March"}, "note": ""}
        row = {"day": None, "kind": "correction", "issue_id": added.issue_id, "certainty": "unknown", "record": record}
        timeline.table.insert(row)
        assert titles(timeline) == ["March"]
        assert timeline.next_undo is None
    with Timeline.open(path) as timeline:
        timeline.withdraw(timeline.corrections()[0].id)
        assert titles(timeline) == ["Rally"]
        timeline.undo(nothing)
        assert titles(timeline) == ["March"]
