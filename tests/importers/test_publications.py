from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from importers.calendars import KnownIssue, OnSale
from importers.publications import Publication, find_publication, is_masthead, publications

FACTS = Path(__file__).resolve().parents[2].parent / "shared" / "publications.json"
KNOWN = [(key, known) for key, paper in publications().items() for known in paper.issues]
INNER = [(key, known) for key, paper in publications().items() for known in paper.issues[1:-1]]


def paper(key: str) -> Publication:
    return publications()[key]


def name(case: object) -> str:
    return str(case.number) if isinstance(case, KnownIssue) else str(case)


@pytest.mark.parametrize(("key", "known"), KNOWN, ids=name)
def test_a_known_issue_has_its_day(key: str, known: KnownIssue) -> None:
    assert paper(key).on_sale(str(known.number)) == OnSale(known.on_sale, known.on_sale)


@pytest.mark.parametrize(("key", "known"), INNER, ids=name)
def test_a_known_issue_is_found_again_without_itself(key: str, known: KnownIssue) -> None:
    others = tuple(other for other in paper(key).issues if other != known)
    calendar = msgspec.structs.replace(paper(key).calendar, issues=others)
    sale = calendar.on_sale(known.number)
    assert sale is not None
    assert sale.first <= known.on_sale <= sale.last
    if key == "socialist_worker" and known.number not in {1930, 2233}:
        assert sale.day == known.on_sale


@pytest.mark.parametrize("key", [key for key, paper in publications().items() if paper.issues])
def test_days_run_with_the_numbers(key: str) -> None:
    numbers = range(paper(key).issues[0].number, paper(key).issues[-1].number + 1)
    sales = [paper(key).on_sale(str(number)) for number in numbers]
    assert all(one and two and one.first < two.first and one.last < two.last for one, two in pairwise(sales))
    assert not any(sale and sale.day in paper(key).skipped for sale in sales)


@pytest.mark.parametrize(
    ("key", "issue", "day"),
    [
        ("socialist_worker", "2514", date(2016, 7, 26)),
        ("socialist_worker", "2517", date(2016, 8, 16)),
        ("socialist_worker", "2518", date(2016, 8, 23)),
        ("socialist_worker", "2534", date(2016, 12, 13)),
        ("the_socialist", "913", date(2016, 8, 24)),
        ("the_socialist", "915", date(2016, 9, 7)),
        ("weekly_worker", "1315", date(2020, 9, 17)),
    ],
)
def test_numbers_between_known_issues_have_one_day(key: str, issue: str, day: date) -> None:
    assert paper(key).on_sale(issue) == OnSale(day, day)


@pytest.mark.parametrize(
    ("key", "issue"), [("socialist_worker", "2100"), ("the_socialist", "911"), ("weekly_worker", "500")]
)
def test_where_it_is_not_known_which_week_is_missing_there_is_a_stretch(key: str, issue: str) -> None:
    sale = paper(key).on_sale(issue)
    assert sale is not None
    assert sale.day is None
    assert 7 <= (sale.last - sale.first).days <= 42


def test_beyond_the_known_issues_doubt_grows_and_then_nothing_is_said() -> None:
    last = paper("socialist_worker").issues[-1].number
    near, far = (paper("socialist_worker").on_sale(str(last + ahead)) for ahead in (5, 200))
    assert near is not None
    assert far is not None
    assert near.day is None
    assert (near.last - near.first).days < (far.last - far.first).days
    assert paper("socialist_worker").on_sale(str(last + 2000)) is None
    assert paper("socialist_worker").on_sale("1") is None


@pytest.mark.parametrize("issue", ["", "25a", "0", "-3", "²", "99999999"])
def test_what_is_no_number_has_no_day(issue: str) -> None:
    assert paper("socialist_worker").on_sale(issue) is None


def test_a_daily_without_numbers_has_no_day() -> None:
    assert paper("morning_star").on_sale("12") is None
    assert not paper("morning_star").comes_out(date(2016, 7, 24))
    assert paper("morning_star").comes_out(date(2016, 7, 25))
    assert paper("news_line").comes_out(date(2016, 7, 24))


def test_the_printed_date_leads_to_the_day_on_sale() -> None:
    worker = paper("socialist_worker")
    assert worker.sold_before(date(2012, 7, 7)) == date(2012, 7, 3)
    assert worker.cover_of(date(2012, 7, 3)) == date(2012, 7, 7)
    assert worker.sold_before(date(2004, 10, 13)) == date(2004, 10, 12)
    assert worker.sold_before(date(2016, 8, 20)) is None
    assert worker.cover_of(date(2016, 8, 16)) is None


def test_a_piece_was_written_around_the_day_on_sale() -> None:
    sale = OnSale(date(2016, 7, 26), date(2016, 7, 26))
    assert paper("socialist_worker").written(sale) == (date(2016, 7, 23), date(2016, 8, 1))


@pytest.mark.parametrize(
    "words", ["Socialist Worker", "SOCIALIST  WORKER", "The Morning Star", "the socialist", "News Line"]
)
def test_papers_are_known_by_title_and_alias(words: str) -> None:
    assert is_masthead(words)


@pytest.mark.parametrize("words", ["", "Morning Star readers met", "The", "Star", "A socialist worker spoke"])
def test_what_is_no_title_is_no_masthead(words: str) -> None:
    assert not is_masthead(words)


def test_aliases_name_one_paper_each() -> None:
    names = [name for paper in publications().values() for name in (paper.title, *paper.aliases)]
    assert all(find_publication(name) for name in names)
    for one in publications().values():
        assert all(find_publication(alias) is one for alias in (one.title, *one.aliases))


@pytest.mark.skipif(not FACTS.is_file(), reason="the facts (../shared/publications.json) are not on this machine")
def test_every_fact_is_carried_over() -> None:
    for key, facts in json.loads(FACTS.read_text(encoding="utf-8")).items():
        known = {(one.number, one.on_sale.isoformat()) for one in paper(key).issues}
        assert known == {(one["issue"], one.get("press", one["dated"])) for one in facts.get("calibration", [])}
        assert {day.isoformat() for day in paper(key).skipped} == set(facts.get("skipped_dates", []))
