"""Where a clause says that something happened."""

from __future__ import annotations

import re

from importers.events.clauses import Clause, relatives
from importers.places import Place

_ORGANISATION = re.compile(
    r"[ \u00a0](?:Momentum|Labour|CLP|Unite|Unison|UNISON|GMB|TUC|Socialist|Trades|[Cc]ouncil|MPs?|University|branch)\b"
)
_ATTRIBUTE = re.compile(
    r" (?!(?:on|in|at|to|and|or|for|from|by|with|after|before|during|as|who|where|was|were|is|are|has|have|had|will|last|this|next|yesterday|today)\b)[a-z]"
)
_FRONT = re.compile(r"\W*(?:(?:And|and|while|Meanwhile),? )?(?:[Ii]n|[Aa]t) ")
_DATES_BY = re.compile(r"\b(?:after|before|following|since) the \Z")
_CONCERN = re.compile(
    r"\b(?:solidarity with|(?:bombing|bombardment|invasion|siege|occupation|blockade|shelling) of|(?:attacks?|assault|war|raids?|sanctions) on"
    r"|(?:war|peace|massacre|bloodshed|fighting|ceasefire) in) (?:the )?\Z"
)
_HOME = re.compile(
    r"\bwho (?:(?:is|was|are|were|has been|have been) (?:[a-z]+ )?(?:active|based|born|resident)|(?:lives?|lived|comes|grew up)\b)[^,.;:]{0,40}?"
    r"\b(?:in|at|from|near|around) (?:the )?\Z"
)
_ORIGIN = re.compile(r"\b(?!goes|comes|moves|spreads)[A-Za-z][a-z]{2,}(?:s|en|le) from (?:the )?\Z")
_REACH = 80
_LETTERS = frozenset({"US", "UK", "USA", "EU", "UAE"})
_OF_TOWN = re.compile(
    r" (?:Town|City|Civic|County|University|Guildhall|Cathedral|Corn|Market|Library|Central Library|Station|Bus|Railway|Infirmary)\b"
)
"""What a town has is called after it; a square or a road may be called after another."""
_LISTED = frozenset({" and ", ", ", ", and "})


def whereabouts(text: str, clause: Clause) -> tuple[Place, ...]:
    """The places of a clause, each once: no region that only says where a town lies, no place that is part of a name.

    The place in a name ("Leyton and Wanstead CLP") counts where the clause has no other but the wider region.
    """
    if not clause.places:
        return ()
    asides = relatives(text, clause) if clause.times else ()
    places = [
        place
        for place in clause.places
        if not (
            place.qualifies
            or any(start <= place.start < end for start, end in asides)
            or _is_concern(text, clause, place)
            or _of_another(text, clause, place)
            or _is_attribute(text, place)
            or is_home(text, place)
        )
    ]
    places = _without_origins(text, _outermost(text, places))
    named = _in_names(text, places)
    free = [place for place, in_name in zip(places, named, strict=True) if not in_name]
    owners = [place for place, in_name in zip(places, named, strict=True) if in_name]
    chosen = owners if owners and all(is_wide(place) for place in free) else free
    return tuple({place.canonical: place for place in reversed(chosen)}.values())[::-1]


def _without_origins(text: str, places: list[Place]) -> list[Place]:
    """Without where those who did it came from, where it is told where they did it: "students from Hull marched in Leeds"."""
    there = [place for place in places if not _ORIGIN.search(text, max(0, place.start - _REACH), place.start)]
    return there or places


def is_fronted(text: str, clause: Clause, places: tuple[Place, ...]) -> bool:
    """True for a clause that opens on its place: "In Hove, 300 marched", one of a series."""
    return bool(places) and _FRONT.fullmatch(text, clause.start, places[0].start) is not None


def _outermost(text: str, places: list[Place]) -> list[Place]:
    """Without names that are part of another one, such as the George of "George Square", but with the town of a town hall."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not kept or place.end > kept[-1].end or (place.start == kept[-1].start and _OF_TOWN.match(text, place.end)):
            kept.append(place)
    return kept


def _of_another(text: str, clause: Clause, place: Place) -> bool:
    """True for the place of an event that only dates this one: "the day after the Luton rally"."""
    return _DATES_BY.search(text, max(clause.start, place.start - 20), place.start) is not None


def _is_concern(text: str, clause: Clause, place: Place) -> bool:
    """True for the place that a happening elsewhere is about: "in solidarity with Gaza"."""
    return _CONCERN.search(text, max(clause.start, place.start - 40), place.start) is not None


def _is_attribute(text: str, place: Place) -> bool:
    """True for a country in letters before a noun: "the US embassy"."""
    return place.name in _LETTERS and _ATTRIBUTE.match(text, place.end) is not None


def is_home(text: str, place: Place) -> bool:
    """True for where somebody lives or is active, which says nothing of what happens: "Ann, who lives in Hove, said"."""
    return _HOME.search(text, max(0, place.start - _REACH), place.start) is not None


def is_wide(place: Place) -> bool:
    """True for a region or a country, and for London as a whole."""
    return place.kind in {"region", "country"} or place.canonical == "London"


def _in_names(text: str, places: list[Place]) -> list[bool]:
    """For each place whether it is part of the name of an organisation, alone or in a list.

    What is itself a venue here ("at Leeds University") is no organisation.
    """
    halls = {place.start for place in places if place.kind == "venue"}
    part = [place.start not in halls and _ORGANISATION.match(text, place.end) is not None for place in places]
    for i in range(len(places) - 2, -1, -1):
        part[i] = part[i] or (part[i + 1] and text[places[i].end : places[i + 1].start] in _LISTED)
    return part
