from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from importers.blocks import read_document
from importers.pipeline import extract
from store.records import Context, Event

TUESDAY = Context(publication="The Lantern", published=date(2016, 8, 23))
Reader = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="session")
def tuesday() -> Context:
    """A paper of Tuesday 23 August 2016."""
    return TUESDAY


@pytest.fixture(scope="session")
def events() -> Reader:
    """Reads the events of a text in that paper."""
    return lambda text: extract(read_document(text), TUESDAY).events
