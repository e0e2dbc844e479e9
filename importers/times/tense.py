"""Which way a clause looks: the nearest sign of past or future beside a time expression."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Tense: TypeAlias = Literal["past", "future", "present", "told"]
"""told is the past of a clause that opens with its time: "In January they brought …"."""

REACH = 220
"""How far to each side a sign is looked for, in code points."""

NEXT = 25
"""So near behind the expression a verb belongs to it."""
_FUTURE = (
    r"(?:will|shall|won't|would|(?<!\d )(?<!in )(?<!since )(?<!of )(?<!to )may(?! and\b|[,.]| \d)|might|'ll)(?: not| also| now| then| still| likely| probably)?(?: be| have been)?(?: \w+)?|"
    r"(?:must|can|should|needs? to|ha(?:s|ve) to|could)(?! not\b| see\b| hear\b| have\b| barely\b| hardly\b| only\b)(?: also| now| still)? \w+|"
    r"(?:is|are|was|were|be|been) (?:still |now )?(?:to be \w+|to \w+|due|expected|scheduled|supposed|set|likely|planned|slated|billed)(?: to(?: be)? \w+| for)?|"
    r"(?:was|were) (?:not )?(?:going to \w+|planning to|preparing to)|(?:'re|is|are|'s|'m|am) (?:not )?(?:going to \w+|planning|preparing|(?:being )?(?:meeting|holding|leaving|coming|marching|striking|speaking|travelling|traveling|starting|"
    r"launching|visiting|opening|returning|heading|taking place|calling for|voting|hosting|debating))|"
    r"to be \w+|plan(?:s|ned|ning)? (?:to \w+|for|an?|another|more|further|new|protests|strikes|rallies|marches)|expects? to \w+|expected(?! that)|planning|set (?:to|for)|due|scheduled|"
    r"hop(?:es?|ed|ing) to \w+|intend(?:s|ed|ing)? to \w+|aim(?:s|ed|ing)? to \w+|prepar(?:e|es|ed|ing) (?:to \w+|for)|ahead of|upcoming|looms?|(?<!before the )(?<!after the )(?<!before a )deadline|join us|join the|call(?:s|ed|ing) (?:for|an?)|"
    r"(?:pencilled|booked|lined up|fixed|timed|organised|organized|announced|arranged|earmarked) (?:in )?for|as (?:early|soon) as|agreed to \w+|ready to \w+|vow(?:s|ed|ing)? to \w+|demand(?:s|ed|ing) that|"
    r"meets?|begins?|starts?|opens|closes|takes? place|kicks off|returns|arrives|leaves|votes on|goes on|go on|"
    r"(?:runs|run) out|(?:candidates|rivals|contenders|leaders|two|pair|sides) (?:debate|meet|clash|face off|return)|(?<!not )(?<!to )(?<!'t )(?:opens?|closes?|gathers?|assembles?|leaves?|returns?|resumes?|ends|finish(?:es)?|expires?)(?= (?:again )?(?:at|on|from|in) )"
)
_OWNED = r"got (?:an?|the|to|our|my|your|their|his|her|its|another|more|some|no|two|three|four|five|six|\d+|[a-z]+s)"
"""“have got an exam in May”: what one has got with a day lies ahead, for a perfect takes no day."""
_ADDRESSED = (
    r"(?:told|asks?|asked|orders|ordered|urge[sd]?|calls on|called on|invite[sd]?|instructed|begged|reminded|advise[sd]?|encourage[sd]?) "
    r"(?:(?!to\b|that\b|and\b|who\b)[\w'-]+ ){1,4}(?:not )?to (?!the\b|an?\b|[a-z]+ing\b)[a-z]+"
)
"""“told us to go back Monday”: the day is that of the going."""
_LOST_FUTURE = r"had (?:\w+ )?(?:been )?(?:\w+ )?(?:due|scheduled|expected|planned|set|supposed|hoped)(?: to| for)?"
"""What was to happen, told when it had not."""
_PAST = (
    r"follows (?:an?|the|one|two|three|another|last|weeks|months|days|years)|was|were|had|did|has|have|'ve|'d|said|told|met|went|came|held|took|made|won|lost|spoke|began|saw|set|fell|rose|gave|found|left|sent|got|thought|knew|heard|"
    r"struck|drew|broke|became|brought|built|bought|sold|paid|put|ran|fought|caught|led|kept|wrote|read|drove|grew|flew|felt|stood|sat|shot|hit|cut|shut|quit|set off|"
    r"beat|chose|hung|rang|threw|tore|woke|swept|slid|sank|spent|split|spread|stuck|swung|taught|understood|withdrew|[a-z]{2,}ed"
)
_SIGN = re.compile(
    rf"(?<![\w'])(?:(?P<lost>{_LOST_FUTURE})|(?P<future>{_FUTURE}|{_ADDRESSED}|(?:have|has) {_OWNED})|(?P<neutral>(?:is|are) \w+(?:ed|en|rd|ld)|(?:agreed|decided|voted|asked|ordered|urged|invited|proposed|principle|refused|wants?|wanted|offered|promised|pledged|threatened) (?:\w+ ){0, 2}to [a-z]+|still unspecified)|(?P<past>{_PAST}))(?!\w)|(?P<clitic>'ll|'(?:ve|s) {_OWNED}|'ve|'d)(?!\w)"
)
_NO_VERB = frozenset(
    {
        "need",
        "indeed",
        "speed",
        "feed",
        "seed",
        "breed",
        "deed",
        "weed",
        "freed",
        "exceed",
        "proceed",
        "succeed",
        "armed",
        "united",
        "red",
        "bed",
        "hundred",
        "limited",
        "based",
    }
)
_MEANT = re.compile(
    r"[a-z]+ed (?:to|for)\b|hoped|planned|expected|scheduled|(?:told|asked|ordered|urged|called on|invited|instructed|begged|reminded|advised|encouraged)\b"
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
    r"(?:please \w+|(?:do )?(?:send|bring|join|come|meet|assemble|gather|donate|register|submit|invite|tell|get|let us|let's|don't)\b(?! sent)|"
    r"(?:e-?mail|phone|ring|call|text|contact|write to|book|order|sign|return|reply|support|build|help|back|visit|organise|organize|"
    r"vote|march|protest|picket|see|find|buy|read) (?:us|your|yours|it|them|a|an|the|now|for|at|in|on|to|by|with|from|our|copies|tickets)\b)"
)
"""“Send reports by Monday”: an order opens its sentence with the verb."""
_FRONTED = re.compile(
    r",? (?:you|we|they|people|voters|everyone|members|workers|all of us|s?he|i|it) (?:all )?(?:can|must|should|need to|have to)\b(?! have\b)"
)
"""“On Thursday you can vote”."""
_UNTIL = re.compile(r"\b(?:until|till) +(?:on +|the +|\d[\d:. apm]* +)?$")
_NOT_YET = re.compile(r",? +(?:\w+ ){1,4}?(?:had|hadn't|did|didn't|was|were)\b")
_CAME_OTHERWISE = re.compile(
    r"(?<=day),? but (?:\w+ ){0,3}?(?:was|were|had|did|didn't|never|put|chose|pulled|backed|dropped|cancelled|delayed|postponed|withdrew|stayed|called)\b"
)
"""“She was expected to declare on Thursday, but put it off”."""
_TOWARD = re.compile(r"\b(?:ahead of|before|for|in|at|on|to|from|by|until) +$")
_ENDS = re.compile(r"[.!?;:\"]\s|\n\s*\n|—| - ")
_SHORT = re.compile(r"(?:\b(?:vs|mr|mrs|ms|dr|st|no|gen|sen|rep|gov)|\.[a-z])$")
"""What a point behind it does not end."""


def tense(low: str, start: int, end: int, floor: int = 0, ceiling: int | None = None) -> Tense | None:
    """The way the clause around `low[start:end]` looks, from the nearest sign before it, else after it.

    `floor` and `ceiling` bound the sentence. None where the clause has no sign.
    """
    if _UNTIL.search(low, max(floor, start - 30), start):
        return "past" if _NOT_YET.match(low, end) else "future"
    if low.startswith("'s ", end) and not _TOWARD.search(low, max(floor, start - 12), start):
        # "Wednesday's ruling" has been, where its own clause says nothing else.
        return _after(low, end, min(len(low) if ceiling is None else ceiling, end + REACH // 2)) or "past"
    opens = _opening(low, start, max(floor, start - REACH))
    found, at = _before(low, start, opens)
    if found and "," not in low[at:start]:
        return "past" if found == "future" and _CAME_OTHERWISE.match(low, end) else found
    if found is None and (_ORDER.match(low, opens) or _FRONTED.match(low, end)):
        return "future"
    after = _after(low, end, min(len(low) if ceiling is None else ceiling, end + (NEXT if found else REACH // 2)))
    if found is None and after is None and _HEADLINE.match(low, opens, start):
        return "future"
    # "Ahead of the talks, the union on Sunday issued": behind a comma another clause begins.
    return "told" if after == "past" and not found else after or found


def _opening(low: str, start: int, left: int) -> int:
    """Where the clause around `start` opens, behind its marks; not before `left`."""
    for match in _ENDS.finditer(low, left, start):
        if _is_end(low, match.start()):
            left = match.end()
    while left < start and low[left] in " \"'([":
        left += 1
    return left


def _is_end(low: str, at: int) -> bool:
    return low[at] != "." or _SHORT.search(low, max(0, at - 4), at) is None


def _before(low: str, start: int, left: int) -> tuple[Tense | None, int]:
    """The last sign between `left` and `start`, and where it ends."""
    found: Tense | None = None
    at = left
    for match in _SIGN.finditer(low, left, start):
        judged = _judged(match)
        if judged and not (judged == "present" and found == "future"):
            found, at = judged, match.end()
    return found, at


def _after(low: str, end: int, right: int) -> Tense | None:
    """The first sign behind `end` in its clause."""
    right = next((stop.start() for stop in _ENDS.finditer(low, end, right) if _is_end(low, stop.start())), right)
    for match in _SIGN.finditer(low, end, right):
        judged = _judged(match)
        if judged:
            # "On Friday the government planned to pay": the planning was on Friday.
            return "past" if judged == "future" and _MEANT.match(match.group()) else judged
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
    return None if match["past"] in _NO_VERB else "past"
