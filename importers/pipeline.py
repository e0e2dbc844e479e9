"""From a document and its publication context to its records: the only door to extraction."""

from __future__ import annotations

from importers.binding import Binder
from importers.documents import Document
from importers.events import read_events
from importers.figures import read_figures
from importers.names import people_of, places_of
from importers.people import find_people
from importers.places import find_places
from importers.quotes import find_quotations, read_quotes
from importers.times import read_times
from store.records import Context, Records


def extract(document: Document, context: Context) -> Records:
    """Everything found in the document, each kind in the order of the text.

    A pure function of its arguments, with no clock, no network and no files but the shipped data. Takes any text.
    """
    quotations = find_quotations(document)
    times = read_times(document, context, quotations)
    figures = read_figures(document, times)
    people = find_people(document)
    quotes = read_quotes(document, quotations, people)
    places = find_places(document, people)
    events = read_events(document, context, times, figures, people, places, quotations, quotes)
    bind = Binder(document, times, places, events)
    return Records(
        times=times,
        figures=bind.figures(figures, quotes),
        quotes=bind.quotes(quotes),
        events=events,
        people=people_of(document.text, people, places),
        places=places_of(document.text, places),
    )
