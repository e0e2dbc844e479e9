"""Whose order of day and month a text has, where its paper is not known."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context


@pytest.mark.parametrize(
    ("text", "country", "first"),
    [
        ("Posted 05/03/2013.", "GB", "2013-03-05"),
        ("Posted 05/03/2013.", "US", "2013-05-03"),
        ("They met on May 1, 2013, at 9 a.m. EDT. Posted 05/03/2013.", "GB", "2013-05-03"),
        ("They met on 1 May 2013 and raised £9. Posted 05/03/2013.", "GB", "2013-03-05"),
    ],
)
def test_figures_are_read_as_the_text_writes(text: str, country: str, first: str) -> None:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    times = read_times(document, Context(published=date(2013, 5, 3), country=country))

    assert str(times[-1].first) == first
