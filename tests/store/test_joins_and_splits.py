from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Timeline
from store.merging import merge
from store.records import Context, Entry, Event, Issue, Records, Tie

DAY = date(2019, 5, 11)
ISSUES = {
    number: Issue(text="", context=Context(publication=f"Paper {number}", published=date(2019, 5, 14)))
    for number in range(1, 9)
}


def rally(town: str, *, number: int, report: int, ties: tuple[Tie, ...] = ()) -> Entry:
    event = Event(
        start=0,
        end=1,
        text="A rally was held.",
        title=f"Rally, {town}",
        kind="rally",
        first=DAY,
        last=DAY,
        places=(town,),
    )
    return Entry(id=number, day=DAY, kind="event", issue_id=report, certainty="certain", record=event, ties=ties)


def groups(*entries: Entry) -> set[frozenset[int]]:
    return {frozenset(entry.id for entry in event.mentions) for event in merge(entries, ISSUES)}


def together(other: int, said: int = 1) -> tuple[Tie, ...]:
    return (Tie(other=other, together=True, said=said),)


def apart(*others: int, said: int = 1) -> tuple[Tie, ...]:
    return tuple(Tie(other=other, together=False, said=said) for other in others)


def test_what_a_person_joins_is_one_whatever_the_evidence() -> None:
    leeds, hull = rally("Leeds", number=10, report=1), rally("Hull", number=11, report=2, ties=together(10))
    assert groups(leeds, hull) == {frozenset({10, 11})}
    (event,) = merge([leeds, hull], ISSUES)
    assert event.conflicts == ("place",)


def test_what_a_person_splits_is_two_whatever_the_evidence() -> None:
    one, other = rally("Leeds", number=10, report=1), rally("Leeds", number=11, report=2, ties=apart(10))
    assert groups(one, other) == {frozenset({10}), frozenset({11})}


def test_a_mention_of_neither_goes_to_one_of_two_that_were_split_and_never_joins_both() -> None:
    one, other = rally("Leeds", number=10, report=1), rally("Leeds", number=11, report=2, ties=apart(10))
    found = groups(one, other, rally("Leeds", number=12, report=3))
    assert not any({10, 11} <= group for group in found)
    assert frozenset().union(*found) == {10, 11, 12}


def test_joins_carry_over_and_a_split_parts_all_that_are_joined() -> None:
    entries = [
        rally("Leeds", number=10, report=1, ties=together(11)),
        rally("Hull", number=11, report=2, ties=together(12)),
        rally("York", number=12, report=3),
        rally("York", number=13, report=4, ties=apart(10)),
    ]
    assert groups(*entries) == {frozenset({10, 11, 12}), frozenset({13})}


def test_of_two_words_that_contradict_each_other_the_later_counts() -> None:
    def one(said: int) -> Entry:
        return rally("Leeds", number=10, report=1, ties=together(11, said=said))

    other = rally("Leeds", number=11, report=2, ties=apart(10, said=5))
    assert groups(one(4), other) == {frozenset({10}), frozenset({11})}
    assert groups(one(6), other) == {frozenset({10, 11})}


def test_a_tie_to_a_mention_that_is_not_there_says_nothing() -> None:
    entries = [rally("Leeds", number=10, report=1, ties=apart(99)), rally("Leeds", number=11, report=2)]
    assert groups(*entries) == {frozenset({10, 11})}


def test_the_order_of_the_mentions_does_not_matter_to_ties() -> None:
    entries = [
        rally("Leeds", number=10, report=1, ties=apart(11, said=2)),
        rally("Leeds", number=11, report=2, ties=together(13, said=3)),
        rally("Leeds", number=12, report=3),
        rally("Hull", number=13, report=4, ties=together(10, said=1)),
    ]
    found = {frozenset(groups(*order)) for order in permutations(entries)}
    assert len(found) == 1


@given(st.data())
def test_the_latest_words_always_hold(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 7))
    said = data.draw(
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.booleans()), max_size=8)
    )
    ties: dict[int, tuple[Tie, ...]] = {}
    for when, (one, other, joined) in enumerate(said):
        if one != other:
            ties[one] = (*ties.get(one, ()), Tie(other=other, together=joined, said=when))
    towns = data.draw(st.lists(st.sampled_from(["Leeds", "Hull"]), min_size=count, max_size=count))
    entries = [rally(town, number=n, report=n + 1, ties=ties.get(n, ())) for n, town in enumerate(towns)]
    found = groups(*entries)
    assert sorted(key for group in found for key in group) == list(range(count))
    spoken = [(one, other, joined) for one, other, joined in said if one != other]
    for one, other, joined in spoken[-1:]:
        assert any({one, other} <= group for group in found) is joined


# --- in a timeline --------------------------------------------------------------------------------


def report(paper: str, *towns: str, before: str = "") -> tuple[Issue, Records]:
    text, events = f"{before}{paper} writes. ", list[Event]()
    for town in towns:
        words = f"They met in {town} on the eleventh. "
        events.append(
            Event(
                start=len(text),
                end=len(text) + len(words) - 1,
                text=words[:-1],
                title=f"Rally, {town}",
                kind="rally",
                first=DAY,
                last=DAY,
                places=(town,),
            )
        )
        text += words
    context = Context(publication=paper, issue="7", published=date(2019, 5, 14))
    return Issue(text=text, title=f"From {paper}", context=context), Records(events=tuple(events))


def told(timeline: Timeline) -> set[frozenset[str]]:
    """The events as papers and towns: {"A Leeds", "B Leeds"}."""
    issues = {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}
    return {
        frozenset(f"{issues[entry.issue_id or 0].context.publication} {entry.record.places[0]}"  # type: ignore[union-attr]
                  for entry in event.mentions)
        for event in merge(timeline.entries(), issues)
    }  # fmt: skip


def ids(timeline: Timeline) -> list[int]:
    return [entry.id for entry in timeline.entries()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_a_split_holds_through_a_new_import_of_either_report(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(*report("A", "Leeds"))
        timeline.add(*report("B", "Leeds"))
        one, other = ids(timeline)
        timeline.split(one, [other])
        assert told(timeline) == {frozenset({"A Leeds"}), frozenset({"B Leeds"})}
        for paper in "AB":
            assert timeline.add(*report(paper, "Leeds", "York", before="More of it. ")).status == "replaced"
        assert frozenset({"A Leeds"}) in told(timeline)
        assert timeline.loose_corrections() == []
    with Timeline.open(path) as timeline:
        assert {frozenset({"A Leeds"}), frozenset({"B Leeds"}), frozenset({"A York", "B York"})} == told(timeline)


def test_a_join_holds_through_a_new_import_and_can_be_undone(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(*report("A", "Leeds"))
        timeline.add(*report("B", "Hull"))
        one, other = ids(timeline)
        timeline.join(one, [other], "one rally, on the road between them")
        timeline.add(*report("B", "York", "Hull"))
        assert told(timeline) == {frozenset({"A Leeds", "B Hull"}), frozenset({"B York"})}
        timeline.undo(lambda _: Records())
        assert told(timeline) == {frozenset({"A Leeds"}), frozenset({"B Hull"}), frozenset({"B York"})}


def test_a_tie_to_what_is_gone_needs_attention(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(*report("A", "Leeds"))
        timeline.add(*report("B", "Hull"))
        one, other = ids(timeline)
        timeline.join(one, [other])
        timeline.add(*report("B", "York"))
        assert [entry.id for entry in timeline.loose_corrections()] == [entry.id for entry in timeline.corrections()]
        assert told(timeline) == {frozenset({"A Leeds"}), frozenset({"B York"})}
        timeline.add(*report("B", "Hull"))
        assert timeline.loose_corrections() == []


def test_only_events_are_joined_and_never_with_nothing(path: Path) -> None:
    with Timeline.open(path) as timeline:
        added = timeline.add(*report("A", "Leeds"))
        (one,) = ids(timeline)
        with pytest.raises(ValueError, match="only events"):
            timeline.join(one, [added.issue_id])
        with pytest.raises(ValueError, match="another one"):
            timeline.split(one, [one])
        assert timeline.corrections() == []
