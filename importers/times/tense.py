"""Which way a clause looks: the nearest sign of past or future beside a time expression."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from importers.times.signs import NO_VERB, SIGN

Tense: TypeAlias = Literal["past", "future", "present", "told"]
"""told is the past of a clause that opens with its time: "In January they brought …"."""

REACH = 220
"""How far to each side a sign is looked for, in code points."""

LEAD = 60
"""How far before the expression the words are looked at that hang together with it."""
NEXT = 25
"""So near behind the expression a verb belongs to it."""
_MEANT = re.compile(
    r"called an?\b|called for\b|[a-z]+ed (?:\w+ ){0,2}(?:to|for)\b|hoped|planned|expected|scheduled|(?:told|asked|ordered|urged|called on|invited|instructed|begged|reminded|advised|encouraged)\b"
)
_PLAN = (
    r"(?:appear|assemble|back|ballot|begin|block|boycott|close|come|consider|cut|debate|decide|discuss|down|escalate|face|fight|gather|get|give|go|"
    r"hear|hold|host|join|launch|lead|leaflet|lobby|lose|make|march|meet|move|occupy|open|parade|picket|play|protest|rally|reopen|restart|resume|return|"
    r"ride|run|scrap|see|set|shut|sit|speak|stage|stand|start|stop|strike|take|talk|target|tour|unveil|visit|vote|walk|welcome)"
)
"""What headlines say people are to do."""
_HEADLINE = re.compile(
    rf"(?:[\w'&-]+,? ){{1,8}}?(?<!from )(?<!march )(?<!rally )(?<!gather )(?<!protest )(?<!out )to (?:re-?)?{_PLAN}(?= )"
)
"""“Nurses to stage a walkout”: a clause without a verb but its infinitive."""
_ORDER = re.compile(
    r"(?:please \w+|see you\b|(?:do )?(?:send|bring|join|come|meet|assemble|gather|donate|register|submit|invite|tell|get|let us|let's|don't)\b(?! sent)|"
    r"(?:e-?mail|phone|ring|call|text|contact|write to|book|order|sign|return|reply|support|build|help|back|visit|organise|organize|"
    r"vote|march|protest|picket|see|find|buy|read) (?:us|your|yours|it|them|a|an|the|now|for|at|in|on|to|by|with|from|our|copies|tickets)\b)"
)
"""“Send reports by Monday”: an order opens its sentence with the verb."""
_FRONTED = re.compile(
    r",? (?:you|we|they|people|voters|everyone|members|workers|all of us|s?he|i|it) (?:all )?(?:can|must|should|need to|have to)\b(?! have\b)"
)
"""“On Thursday you can vote”."""
_NEARS = re.compile(r" (?:(?:grows?|draws?|gets?|is getting|is drawing) (?:near|close)|nears\b|approaches\b|looms\b)")
"""“as election day draws near”."""
_ONE_WILL = re.compile(
    r", (?:let us|let's)\b|,? (?:you|we|they|people|voters|everyone|s?he|i|it)(?: will| shall|'ll)\b"
)
"""“We have decided that on Thursday, we will strike”."""
_UNTIL = re.compile(r"\b(?:until|till|between now and|from now to|countdown to) +(?:on +|the +|\d[\d:. apm]* +)?$")
_THROUGH = re.compile(r"\b(?:is|are|be|remains?|stays?|'s|'re)(?: (?!was\b|were\b)\w+){0,3} through +$")
"""“Classes are suspended through Sunday”."""
_LASTED = re.compile(
    r"\b(?:had been \w+ing|(?:was|were) \w+ing|kept|lasted|stayed|continued|went on|ran|remained|sat|stood|danced|sang|fought|worked|queued|waited|camped|slept|talked)"
    r"(?: (?!closed\b|shut\b)[\w$£,.]+){0,4} (?:until|till) +(?:(?:on|nearly|about|after|well|past|late|early|the|\d[\d:. apm]*) +)*$"
)
"""“They kept going until Friday”."""
_NOT_UNTIL = re.compile(
    r"\b(?:(?:was|were)(?: not|n't) (?!expected|planned|scheduled|supposed|wanted|needed)(?:\w+(?:ed|en)|let|told|put|held|brought|found|made|sent|heard|paid)|"
    r"did(?: not|n't) (?!want\b|plan\b|expect\b|intend\b|have\b)\w+)"
    r"(?: (?!to\b)[\w']+){0,4} (?:until|till) +(?:(?:on|nearly|about|after|well|past|late|early|the|\d[\d:. apm]*) +)*$"
)
"""“Some were not let go until Friday”: it came at last."""
_NOT_YET = re.compile(r",? +(?:\w+,? ){1,6}?(?:had|hadn't|did|didn't|was|were)\b")
_CAME_OTHERWISE = re.compile(
    r"(?<=day),? but (?:\w+ ){0,3}?(?:was|were|had|did|didn't|never|put|chose|pulled|backed|dropped|cancelled|delayed|postponed|withdrew|stayed|called)\b"
)
"""“She was expected to declare on Thursday, but put it off”."""
_IN_TELLING = re.compile(
    r"\b(?:in|at|during) (?:an?|the|his|her|their|its) (?:[\w'-]+ ){0,2}(?:statement|interview|speech|letter|tweet|post|memo|article|report|"
    r"briefing|release|conference|ruling|e-?mail|column|appearance|hearing) +(?:(?:released|issued|published|broadcast|aired) +)?(?:on +)?$"
)
"""“They called for more money in a statement on Thursday”: the day of the statement."""
_IS_ON = re.compile(
    r"(?:\b(?:is|are)|\b(?:it|that|he|she|who|what|there|here|which)'s) (?:on|in|first thing(?: on)?) +$|(?<!today )(?<!it )(?<!this )(?<!that )(?<!which )\b(?:is|are) +$"
)
"""“the hearing is on Monday”, “the election is Tuesday”, but not "today is Tuesday"."""
_SOON = re.compile(
    r"\b(?:(?<!not )(?<!to )(?<!'t )(?:comes|arrives|speaks|visits|returns|plays|sits|goes|resumes|reopens|departs)(?: here| back| again)?"
    r"|(?:i'm|we're|you're|they're|she's|he's|i am|we are) (?:not )?(?!saying|talking|seeing|getting)[a-z]{2,}ing(?: (?!that\b)\w+){0,2})(?: on)? +$"
)
"""“his sister comes Monday”, “I'm taking Monday off”."""
_WEEKDAY = re.compile(r"(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_HE_IS_IN = re.compile(
    r"\b(?:he|she|they|we|it|who|campaign|leader|tour|party) (?:is|are) (?:(?:back|also|then|due) )?(?:in|at) (?:(?!\w+ed\b)[\w'-]+ ){1,3}(?:on )?$"
)
"""“She is in Hull on Monday”."""
_GO_AHEAD = re.compile(
    r"'s (?:[\w-]+ ){1,3}(?:would|will|could|may|might)(?: not| still| now)? (?:go ahead|take place|be held|proceed)\b"
)
"""“They heard that Thursday's meeting would not go ahead”."""
_DONE = re.compile(
    r"'s (?:[\w-]+ )?(?:decision|ruling|verdict|victory|defeat|attacks?|shootings?|bombings?|announcement|massacre|killings?|explosion|crash|resignation)\b"
)
"""“Monday's ruling will be felt”."""
_SAYING = re.compile(
    r"\b(?:announcing|saying|declaring|claiming|warning|adding|insisting|vowing|promising|tweeting) +(?:(?:on|late|early) +)?$"
)
"""“announcing on Wednesday he would go”."""
_ANNOUNCED = re.compile(
    r"\b(?:announcement|assertion|statement|declaration|claim|remark|warning|admission|pledge|vow|ruling) +(?:on +)?$"
)
"""“his announcement on Friday that he would go”."""
_MAY = re.compile(r"may|might|could|would|should|can")
"""“Monday's ruling might not change much”: what has been has effects to come."""
_WILL = re.compile(
    r"\b(?:will|'ll|shall|(?:is|are|was|were) (?:to|expected|due|set|likely|scheduled)|going to|plans? to|expects? to)\b[^.;]{0,40}$"
)
_TOLD = re.compile(r"\b(?:told|read in) +$")
"""“She told Monday's meeting that they would win”."""
_CALLED_OFF = re.compile(
    r",? (?:(?:was|were|has been|have been|had been) )(?:later |then |also )?(?:called off|cancelled|canceled|suspended|postponed|averted|lifted|"
    r"scrapped|halted|deferred|put off|shelved|abandoned|dropped|banned)\b"
)
"""“A strike set for Monday was called off”."""
_TOWARD = re.compile(r"\b(?:(?:ahead of|before|for|into|in|at|on|to|from|by|until)|to [a-z]+) +$")
_ENDS = re.compile(r"[.!?;:\"]\s|\n\s*\n|—| - ")
_INTENDED = re.compile(r"\bto (?!the\b|an?\b|his\b|her\b|their\b|its\b|[a-z]+(?:ing|s)\b)[a-z]{2,} ")
_ASIDE = re.compile(r", (?:for |of |in |at |to )?(?:which|who|whose|where|what)\b")
"""Where the clause goes on with another, that has a day of its own."""
_CAUSE = re.compile(r"\b(?:after|because|since|although|though|but|while|as) (?:[\w'-]+ ){1,6}(?:on +)?$")
"""Where a subordinate clause has begun that gives the ground of what is to come."""
_SHORT = re.compile(
    r"(?:\b(?:vs|mr|mrs|ms|dr|st|no|gen|sen|rep|gov|rev|hon|prof|lt|col|capt|sgt|jr|sr|inc|corp|ltd|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|\.[a-z])$"
)
"""What a point behind it does not end."""


def tense(low: str, start: int, end: int, floor: int = 0, ceiling: int | None = None) -> Tense | None:
    """The way the clause around `low[start:end]` looks, from the nearest sign before it, else after it.

    `floor` and `ceiling` bound the sentence. None where the clause has no sign.
    """
    right = len(low) if ceiling is None else ceiling
    at_hand = _at_hand(low, start, end, floor) or _of_thing(low, start, end, floor, right)
    if at_hand:
        return at_hand
    opens = _opening(low, start, max(floor, start - REACH))
    found, at = _before(low, start, opens)
    if found == "future" and _came_to_nothing(low, start, end, opens, at):
        return "past"
    if found and "," not in low[at:start]:
        return "past" if found == "future" and _of_cause(low, start, end, at, right) else found
    if found is None and (_ORDER.match(low, opens) or _FRONTED.match(low, end)):
        return "future"
    # The verb of a clause that opens with its time may be far.
    reach = NEXT if found else REACH if low.count(" ", opens, start) <= 2 else REACH // 2
    after = _after(low, end, min(right, end + reach))
    if found == "past" and after is None and _INTENDED.search(low, at, start):
        return "present"
    if found is None and after is None and _HEADLINE.match(low, opens, start):
        return "future"
    # "Ahead of the talks, the union on Sunday issued": behind a comma another clause begins.
    return "told" if after == "past" and not found else after or found


def _at_hand(low: str, start: int, end: int, floor: int) -> Tense | None:
    """What the words right beside the time say: "until Friday", "is on Friday", "as Friday draws near"."""
    lead = low[max(floor, start - LEAD) : start]
    if low.startswith("earlier ", start) or _SAYING.search(lead[-25:]):
        return "past"
    if low.startswith(" that ", end) and _ANNOUNCED.search(lead[-25:]):
        return "past"
    if "til" in lead and (_LASTED.search(lead) or _NOT_UNTIL.search(lead)):
        return "past"
    if _UNTIL.search(lead):
        return "past" if _NOT_YET.match(low, end) else "future"
    if "through" in lead and _THROUGH.search(lead):
        return "future"
    if _NEARS.match(low, end) or _ONE_WILL.match(low, end):
        return "future"
    if (
        _WEEKDAY.match(low, start)
        and not low.startswith("'s ", end)
        and (_SOON.search(lead[-35:]) or _HE_IS_IN.search(lead))
    ):
        return "future"
    return "future" if _IS_ON.search(lead[-25:]) and not low.startswith("'s ", end) else None


def _of_thing(low: str, start: int, end: int, floor: int, right: int) -> Tense | None:
    """The way of what has its day for an owner: "Wednesday's ruling" has been, where its own clause says nothing else."""
    if not low.startswith("'s ", end):
        return None
    if _GO_AHEAD.match(low, end):
        return "future"
    lead = low[max(floor, start - 20) : start]
    if _TOLD.search(lead) or _DONE.match(low, end):
        return "past"
    if _TOWARD.search(lead):
        return None
    right = min(right, end + REACH // 2)
    aside = _ASIDE.search(low, end, right)
    return _after(low, end, aside.start() if aside else right, sure=True) or "past"


def _came_to_nothing(low: str, start: int, end: int, opens: int, at: int) -> bool:
    """Whether a sign of the future that ends at `at` is not one of the time: "the strike set for Monday was called off"."""
    if _IN_TELLING.search(low, at, start) and not _WILL.search(low, opens, at):
        return True
    if "," in low[at:start]:
        return False
    return _CAME_OTHERWISE.match(low, end) is not None or _CALLED_OFF.match(low, end) is not None


def _of_cause(low: str, start: int, end: int, at: int, right: int) -> bool:
    """Whether the time opens a clause of its own about what has been: "they will stay out after the board on Monday refused"."""
    return _CAUSE.search(low, at, start) is not None and _after(low, end, min(right, end + NEXT)) == "past"


def _opening(low: str, start: int, left: int) -> int:
    """Where the clause around `start` opens, behind its marks; not before `left`."""
    for match in _ENDS.finditer(low, left, start):
        if _is_end(low, match.start()):
            left = match.end()
    while left < start and low[left] in " \"'([":
        left += 1
    return left


def _is_end(low: str, at: int) -> bool:
    return low[at] != "." or _SHORT.search(low, max(0, at - 6), at) is None


def _before(low: str, start: int, left: int) -> tuple[Tense | None, int]:
    """The last sign between `left` and `start`, and where it ends."""
    found: Tense | None = None
    at = left
    for match in SIGN.finditer(low, left, start):
        judged = _judged(match)
        if judged and not (judged == "present" and found == "future"):
            found, at = judged, match.end()
    return found, at


def _after(low: str, end: int, right: int, *, sure: bool = False) -> Tense | None:
    """The first sign behind `end` in its clause; `sure` leaves out what may or could be."""
    right = next((stop.start() for stop in _ENDS.finditer(low, end, right) if _is_end(low, stop.start())), right)
    if _ASIDE.match(low, end):
        return None
    for match in SIGN.finditer(low, end, right):
        judged = None if sure and _MAY.match(match.group()) else _judged(match)
        if judged:
            # "On Friday the government planned to pay": the planning was on Friday, and so with "agreed to pay".
            return "past" if judged != "past" and _MEANT.match(match.group()) else judged
    return None


def _judged(match: re.Match[str]) -> Tense | None:
    if match["clitic"]:
        return "past" if match["clitic"] in {"'ve", "'d"} else "future"
    if match["lost"]:
        return "past"
    if match["future"]:
        return "future"
    if match["neutral"]:
        return "present"
    return None if match["past"] in NO_VERB else "past"
