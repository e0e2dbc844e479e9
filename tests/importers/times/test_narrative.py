"""Histories: what carries the story on, and what is named in passing."""

from __future__ import annotations

from datetime import date

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

LATER = Context(published=date(2009, 12, 19))
BEGINNING = "The union began in 1886. In 1888 came the first walkout, in 1889 the great one, and by 1890 it was over. "


def values(text: str) -> list[str]:
    document = Document(BEGINNING + text, (Block("paragraph", 0, len(BEGINNING + text)),))
    return [time.value for time in read_times(document, LATER)][4:]


def test_a_date_in_what_something_is_called_does_not_lead_back() -> None:
    text = "On 2 June 1893 the works shut. A leader of the August 1892 walkout was held. On 24 June it opened."

    assert values(text) == ["1893-06-02", "1892-08", "1893-06-24"]


def test_the_end_of_a_stretch_does_not_lead_ahead() -> None:
    text = "On 20 October 1894 the lockout began that lasted until the fall of the owner in March 1896. In July it was hard."

    assert values(text)[-1] != "1896-07"


def test_that_year_is_the_year_just_named() -> None:
    assert (
        values("In May 1894 they lost what they had won by 1892. In August of that year they had met.")[-1] == "1892-08"
    )


def test_two_years_written_short_are_no_month() -> None:
    assert values("It was worst in 1906-07, and ended in 1906-10.") == ["1906/1907", "1906-10"]


def test_what_counts_from_a_time_before_our_era_has_no_day_of_ours() -> None:
    text = "Kings ruled from 522 BC. In 499 BC the towns rose, in 494 BC they fell, and in 492 BC and 490 BC came the fleets. "
    found = list(
        read_times(
            Document(
                text + (more := "They met in the summer. Two years later, in September, they left."),
                _blocks(text + more),
            ),
            LATER,
        )
    )

    assert [time.value for time in found[5:]] == ["BC0490-SU", "BC0488", "BC0488-09"]
    assert all(time.first is None for time in found)


def _blocks(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", 0, len(text)),)


def test_a_history_dates_by_adjectives_and_news_does_not() -> None:
    assert values("In 1902 the former minister feared future strikes.") == ["1902", "PAST_REF", "FUTURE_REF"]
    text = "The former minister feared recent strikes on Monday."
    assert [time.text for time in read_times(Document(text, _blocks(text)), LATER)] == ["Monday"]


def test_a_season_that_names_a_kind_has_no_day() -> None:
    text = "They held a summer gathering. In summer they marched."

    assert [str(time.first) for time in read_times(Document(text, _blocks(text)), LATER)] == ["None", "2009-06-01"]
