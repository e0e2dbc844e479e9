"""Pairs of reports, written for these tests: what two papers tell becomes one event, or stays two."""

from __future__ import annotations

from datetime import date

import pytest

from importers import read_again
from store import Timeline
from store.merging import merge
from store.records import Context, Issue

PAPERS = (("Valley Herald", date(2019, 5, 14)), ("Northern Worker", date(2019, 5, 15)))
"""The days are a Tuesday and a Wednesday."""

ONE = {
    "the same weekday and town": (
        "Some 400 people came to a rally in Leeds on Saturday.",
        "A rally was held in Leeds on Saturday.",
    ),
    "a weekday and its date": (
        "A rally of 400 was held in Hull on Sunday.",
        "On 12 May supporters held a rally in Hull.",
    ),
    "a weekday and last weekday": (
        "Nurses marched through York on Saturday.",
        "There was a march through York last Saturday.",
    ),
    "a rally called a meeting": (
        "On Saturday 300 people came to a rally in Derby.",
        "A meeting of 300 was held in Derby on Saturday.",
    ),
    "bounds that can both be true": (
        "Up to 4,000 people joined the rally in Kilburn on Sunday.",
        "Over 3,500 people took part in a rally in Kilburn on Sunday.",
    ),
    "hundreds and a number": (
        "Hundreds of people marched in Oxford on Saturday.",
        "On Saturday 700 people marched in Oxford.",
    ),
    "thousands and a number": (
        "Thousands marched through Bristol on Sunday.",
        "Some 6,000 people marched through Bristol on 12 May.",
    ),
    "round and exact": (
        "A rally of 1,000 people was held in Preston on Saturday.",
        "On Saturday 1,050 people came to a rally in Preston.",
    ),
    "a speaker named by both": (
        "Ann Day spoke at a rally of 900 in Bath on Saturday.",
        "Ann Day spoke to 900 people at a rally in Bath on Saturday.",
    ),
    "a hall named by one": (
        "A rally was held in the Town Hall in Leeds on Saturday.",
        "A rally was held in Leeds on Saturday.",
    ),
    "a strike by the day": (
        "Drivers went on strike in Cardiff on Monday.",
        "There was a strike in Cardiff on Monday.",
    ),
    "a protest": (
        "Tenants held a protest in Salford on Friday.",
        "A protest was held in Salford on Friday.",
    ),
    "a conference": (
        "The union held its conference in Blackpool on Sunday.",
        "A conference of the union was held in Blackpool on Sunday.",
    ),
    "a hustings": (
        "A hustings was held in Nottingham on Saturday.",
        "On Saturday there was a hustings in Nottingham.",
    ),
    "a launch": (
        "Ann Day held a launch of her campaign in Salford on Friday.",
        "The campaign launch of Ann Day was held in Salford on Friday.",
    ),
    "the month spelt out": (
        "A march of 500 people was held in Dundee on 4 May.",
        "Some 500 people joined a march in Dundee on May 4.",
    ),
    "yesterday and its weekday": (
        "A rally of 200 was held in Luton yesterday.",
        "Some 200 people came to a rally in Luton on Monday.",
    ),
    "a number half as large again": (
        "A rally of 1,000 people was held in Wigan on Saturday.",
        "On Saturday 1,400 people came to a rally in Wigan.",
    ),
    "with accents and capitals": (
        "A rally was held in LEEDS on Saturday.",
        "A rally was held in Leeds on Saturday.",
    ),
    "one with the number, one without": (
        "On Sunday 850 people marched in Stoke.",
        "A march was held in Stoke on Sunday.",
    ),
    "words in another order": (
        "In Bolton on Saturday a rally of 350 people was held.",
        "Some 350 people came to Saturday's rally in Bolton.",
    ),
    "evening and night": (
        "A rally was held in Luton on Saturday evening.",
        "A rally was held in Luton on Saturday night.",
    ),
    "a vote by its numbers": (
        "Leyton branch voted by 94 to 33 for a strike on Thursday.",
        "The Leyton branch vote on Thursday was 94 votes to 33.",
    ),
    "those barred": (
        "Last week 45,000 members were barred from the vote of the league.",
        "Some 45,000 members of the league were barred from the vote last week.",
    ),
    "last week, twice": (
        "A rally was held in Matlock last week.",
        "Supporters came to a rally in Matlock last week.",
    ),
    "a picket line and a rally with a speech": (
        "Ann Day spoke at a rally in Derby on Friday.",
        "Ann Day gave a speech in Derby on Friday.",
    ),
    "a place with its county": (
        "A rally was held in Matlock, Derbyshire, on Sunday.",
        "A rally was held in Matlock on Sunday.",
    ),
    "a district and its part of the city": (
        "A rally of 900 was held in Kilburn, north London, on Sunday.",
        "A rally of 900 was held in Kilburn on Sunday.",
    ),
    "last month, by the day": (
        "A march of 3,000 people was held in Belfast on 27 April.",
        "On 27 April some 3,000 people marched in Belfast.",
    ),
    "two sentences in one of them": (
        "There was a rally in Coventry on Saturday. Over 600 people came.",
        "A rally of over 600 people was held in Coventry on Saturday.",
    ),
    "planned by one and held for the other": (
        "A march was held in Swansea on 13 May.",
        "A march of 250 people was held in Swansea on Monday.",
    ),
}

TWO = {
    "two towns": ("A rally was held in Leeds on Saturday.", "A rally was held in Hull on Saturday."),
    "two towns, one size": (
        "A rally of 500 was held in Leeds on Saturday.",
        "A rally of 500 was held in Hull on Saturday.",
    ),
    "two towns, one speaker": (
        "Ann Day spoke at a rally in Leeds on Saturday.",
        "Ann Day spoke at a rally in Newcastle on Saturday.",
    ),
    "two boroughs": ("A rally was held in Kilburn on Sunday.", "A rally was held in Islington on Sunday."),
    "two days": ("A rally was held in Leeds on Friday.", "A rally was held in Leeds on Sunday."),
    "two days running": ("A rally was held in Leeds on Saturday.", "A rally was held in Leeds on Sunday."),
    "two weeks": ("A rally was held in Leeds on 4 May.", "A rally was held in Leeds on Saturday."),
    "two months": ("A march was held in York on 11 April.", "A march was held in York on 11 May."),
    "two years": ("A march was held in York on 11 May 2018.", "A march was held in York on 11 May."),
    "a rally and a strike": ("A rally was held in York on Monday.", "Drivers went on strike in York on Monday."),
    "a march and a meeting": ("A march was held in York on Saturday.", "A meeting was held in York on Saturday."),
    "a large march and a small rally": (
        "Some 5,000 people marched through York on Saturday.",
        "A rally of 90 people was held in York on Saturday.",
    ),
    "sizes ten times apart": (
        "A rally of 200 people was held in Leeds on Saturday.",
        "A rally of 2,500 people was held in Leeds on Saturday.",
    ),
    "sizes three times apart": (
        "A meeting of 400 people was held in Leeds on Saturday.",
        "A meeting of 1,300 people was held in Leeds on Saturday.",
    ),
    "morning and evening": (
        "A rally was held in York on Saturday morning.",
        "A rally was held in York on Saturday evening.",
    ),
    "afternoon and night": (
        "A meeting was held in Hull on Friday afternoon.",
        "A meeting was held in Hull on Friday night.",
    ),
    "a week and a day of it": ("A rally was held in Derby last week.", "A rally was held in Derby on Wednesday 8 May."),
    "without a day, two sizes": (
        "A meeting of 300 was held in York.",
        "A meeting of 120 was held in York.",
    ),
    "without a place": ("Ann Day spoke at a rally on Saturday.", "Bo Lind spoke at a rally on Saturday."),
    "a place and none": (
        "Ann Day spoke at a rally in Leeds on Saturday.",
        "Bo Lind spoke at a rally on Saturday.",
    ),
    "a town and its country": ("A rally was held in Leeds on Saturday.", "A rally was held in England on Saturday."),
    "a borough and its city": ("A rally was held in Kilburn on Sunday.", "A rally was held in London on Sunday."),
    "the city alone": ("A rally was held in London on Sunday.", "A rally was held in London on Sunday."),
    "two votes": (
        "Leyton branch voted by 94 to 33 for a strike on Thursday.",
        "Leyton branch voted by 51 to 20 for a levy on Thursday.",
    ),
    "votes in two towns": (
        "Leyton branch voted by 94 to 33 on Thursday.",
        "Derby branch voted by 94 to 33 on Thursday.",
    ),
    "two decisions": (
        "Some 45,000 members of the league were barred from the vote last week.",
        "Some 2,100 members of the league were barred from the vote last week.",
    ),
    "statements of two people": (
        "Ann Day said on Monday that the count was fair.",
        "Bo Lind said on Monday that the count was fair.",
    ),
    "a protest and a conference": (
        "A protest was held in Blackpool on Sunday.",
        "A conference was held in Blackpool on Sunday.",
    ),
    "one announced, one long over": (
        "A march will be held in Swansea on 22 June.",
        "A march was held in Swansea on Saturday.",
    ),
    "next week and last week": (
        "A rally will be held in Hull next Saturday.",
        "A rally was held in Hull last Saturday.",
    ),
}


def together(pair: tuple[str, str]) -> bool:
    """Whether an event has mentions from both reports; each report tells at least one."""
    with Timeline.in_memory() as timeline:
        for (paper, published), text in zip(PAPERS, pair, strict=True):
            issue = Issue(text=f"{text}\n\n{paper}", context=Context(publication=paper, published=published))
            timeline.add(issue, read_again(issue))
        issues = {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}
        told = [{entry.issue_id for entry in event.mentions} for event in merge(timeline.entries(), issues)]
        assert set().union(*told) == set(issues), "a report of the pair tells no event"
        return any(len(reports) == 2 for reports in told)


@pytest.mark.parametrize("name", ONE)
def test_what_two_papers_tell_is_one_event(name: str) -> None:
    assert together(ONE[name])


@pytest.mark.parametrize("name", TWO)
def test_what_two_papers_tell_stays_two(name: str) -> None:
    assert not together(TWO[name])


def test_there_are_thirty_pairs_of_either_sort() -> None:
    assert min(len(ONE), len(TWO)) >= 30
