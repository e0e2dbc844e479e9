from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.filters import Filter, FilterError, Known, parse
from store.filters.needles import Needle, distance
from store.records import Bounds, Context, Entry, Event, Figure, Issue, Quote, Time
from store.search import Search
from store.search.words import Words, nearly

START = date(2016, 8, 28)
NAMES = ("Zoë Müller", "Anna Bell", "O’Neil", "Ann", "Bell-Müller", "")
PLACES = ("Tynemouth", "North Shields", "Hull", "Sao Paulo", "São Paulo")
TEXTS = st.one_of(
    st.lists(
        st.sampled_from(
            ["march", "marched", "Märsche", "the", "social", "movement", "move-ment", "1,000", "£", ",", "_", "–", "O’Neil",
             "a", "A\u0301", "\ud800", "\ue000", "\ue02c", "日本", "²", "\n", "\x00", "'", '"', "x" * 40]
        ),
        max_size=8,
    ).map(" ".join),
    st.text(max_size=12),
)  # fmt: skip
SPANS = st.one_of(
    st.none(),
    st.builds(
        lambda start, days: (START + timedelta(start), START + timedelta(start + days)),
        st.integers(-400, 400),
        st.integers(0, 900),
    ),
)
NUMBERS = st.one_of(st.none(), st.integers(0, 3), st.sampled_from([999, 1000, 1000.5]))


@st.composite
def records(draw: st.DrawFn) -> Event | Figure | Quote | Time:
    span = draw(SPANS)
    first, last = span or (None, None)
    start = draw(st.sampled_from([0, 1]))
    event = draw(st.sampled_from([None, (0, 9), (1, 9), (2, 9)]))
    common: dict[str, Any] = {"start": start, "end": 9, "text": draw(TEXTS), "first": first, "last": last}
    people = draw(st.lists(st.sampled_from(NAMES), max_size=2).map(tuple))
    places = draw(st.lists(st.sampled_from(PLACES), max_size=2).map(tuple))
    low, high = draw(NUMBERS), draw(NUMBERS)
    match draw(st.sampled_from(["event", "figure", "quote", "time"])):
        case "event":
            attendance = draw(st.sampled_from([None, Bounds(low=low, high=high)]))
            kind = draw(st.sampled_from(["rally", "march", "own kind"]))
            planned = draw(st.booleans())
            return Event(
                title=draw(TEXTS), kind=kind, people=people, places=places, attendance=attendance, planned=planned,
                **common,
            )  # fmt: skip
        case "figure":
            return Figure(
                low=low, high=high, kind="money", counted=draw(TEXTS), claimant=next(iter(people), None),
                places=places, event=event, **common,
            )  # fmt: skip
        case "quote":
            return Quote(speaker=next(iter(people), None), role=draw(TEXTS), event=event, **common)
        case _:
            return Time(type="DATE", value="2016", **common)


@st.composite
def timelines(draw: st.DrawFn) -> list[tuple[Entry, Issue]]:
    issues = [
        Issue(
            text="",
            title=draw(TEXTS),
            context=Context(publication=draw(st.sampled_from([None, "The Gazette", "Courier"])), issue=str(number)),
        )
        for number in range(2)
    ]
    found = draw(st.lists(records(), max_size=8))
    kinds: dict[type, Any] = {Event: "event", Figure: "figure", Quote: "quote", Time: "time"}
    return [
        (
            Entry(
                id=number * 3 + 1,
                day=record.first or draw(st.sampled_from([None, START])),
                kind=kinds[type(record)],
                issue_id=number % 2 + 1,
                certainty=draw(st.sampled_from(["certain", "bounded", "reported", "unknown"])),
                record=record,
                starred=draw(st.booleans()),
                note=draw(st.sampled_from(["", "a social note"])),
            ),
            issues[number % 2],
        )
        for number, record in enumerate(found)
    ]


WORDS = st.one_of(
    st.sampled_from(
        ["m", "march", '"march"', '"social movement"', '"ent mov"', "~marhc", "~socal", "1,0", '"1,000"', ",", "£", '"£ ,"',
         "o'n", '"the march"', "日", "_", "x", "²", "-march", '"a a"', "\ue000", "\ud800"]
    ),
    TEXTS.map(lambda text: f'"{text}"'),
)  # fmt: skip
TERMS = st.one_of(
    WORDS,
    st.sampled_from(
        ["who:muller", 'who:"anna bell"', "who:~anne", "who:lead", "place:kingston", "place:sao", "place:~hul", "source:gazette", "source:0",
         "kind:event", "kind:rallies,money", 'kind:"own kind"', "date:2016", "date:2016-08", "date:august", "to:2016-08-30",
         'date:"last week of august"', "date:winter", "from:2016-09", "size:>999", "size:1000", "size:<2", "said:march",
         'said:"social movement"', "said:~marsch", "is:planned", "is:undated", "is:certain", "is:starred", "is:noted",
         "is:conflict", "-is:conflict"]
    ),
)  # fmt: skip
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
        inner.map(lambda part: f"-({part})"),
    ),
    max_leaves=6,
)


def known(found: Sequence[tuple[Entry, Issue]]) -> Known:
    names = {"anna bell": ("leader of the council",), "hull": ("kingston upon hull",)}
    return Known(lambda: {1, 7}, lambda: names, lambda issue: [entry for entry, _ in found if entry.issue_id == issue])


def filters(query: str) -> Filter:
    try:
        return parse(query)
    except FilterError:
        return Filter()


@settings(deadline=None)
@given(timelines(), st.lists(QUERIES.map(filters), min_size=1, max_size=12))
def test_the_search_keeps_exactly_what_matches(found: Sequence[tuple[Entry, Issue]], asked: Sequence[Filter]) -> None:
    search = Search()
    search.add(found)
    told = known(found)
    for keep in asked:
        kept = [entry for entry, issue in found if keep.matches(entry, issue, told)]
        hits = search.keep(keep, told)
        assert list(hits.ids) == [entry.id for entry in kept]
        assert len(hits) == len(kept)
        days = {(day, kind): number for day, kinds in hits.days().items() for kind, number in kinds.items()}
        assert days == Counter((entry.day, entry.kind) for entry in kept)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1), st.lists(WORDS, min_size=1))
def test_words_are_what_a_needle_finds(texts: Sequence[str], asked: Sequence[str]) -> None:
    from store.filters.folding import fold
    from store.filters.predicates import Words as Test

    folded = [fold(text) for text in texts]
    words = Words.make()
    words.add((row, "", text) for row, text in enumerate(folded))
    for query in asked:
        root = filters(query).root
        if isinstance(root, Test):
            assert set(words.rows(root.needle)) == {
                row for row, text in enumerate(folded) if root.needle.found_in(text)
            }


@given(st.text("abc1", min_size=3, max_size=8), st.lists(st.text("abc1", min_size=1, max_size=9)))
def test_words_spelt_nearly_so_are_found_by_their_pieces(text: str, vocabulary: list[str]) -> None:
    needle = Needle(text, fuzzy=True)
    assert nearly(needle, vocabulary) == [word for word in vocabulary if distance(word, text) <= needle.slips]


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("corbyn", "corbin", 1), ("corbyn", "crobyn", 2), ("a", "", 1), ("kitten", "sitting", 3)],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == letters == distance(other, one)
