"""The signs by which a clause looks back or ahead: its verbs, and the words of planning."""

from __future__ import annotations

import re
import tomllib

import data
from importers.word_pattern import exact_pattern

_MODAL = (
    r"(?:will|shall|won't|would|may(?<!\d may)(?<!in may)(?<!since may)(?<!of may)(?<!to may)(?<!mrs may)(?<!mr may)(?<!ms may)(?<!theresa may)(?! and\b|[,.']| \d| (?!shed\b|shred\b|embed\b)\w+[^e]ed\b| (?:told|said|spoke|went|came|took|made|met|won|lost|had|was|did|gave|left|held|kept|chose|stood|sat|saw|began|thought|fought|brought)\b)|might|'ll)"
    r"(?: not| also| now| then| still| likely| probably| almost| even| \w+ly){0,2}(?: be| have been| stay| remain)?(?: \w+)?"
)
"""“will be held”, “may meet”, but neither the month nor the name: “May’s speech”, “May arrived”."""
_DUTY = (
    r"(?:must|can|should|needs? to|ha(?:s|ve) to|could)"
    r"(?! not\b| see\b| hear\b| have\b| barely\b| hardly\b| only\b)(?: also| now| still)? \w+"
)
_IS_TO = (
    r"(?:is|are|was|were|be|been) (?:still |now )?"
    r"(?:to be \w+|to \w+|due|expected|scheduled|supposed|set|likely|planned|slated|billed)(?: to(?: be)? \w+| for)?"
)
"""“is to meet”, “were due to march”."""
_WAS_GOING = r"(?:was|were) (?:not )?(?:going to \w+|planning to|preparing to)"
_IS_GOING = (
    r"(?:'re|is|are|'s|'m|am) (?:not )?(?:going to \w+|planning|preparing|(?:being )?(?:meeting|holding|leaving|coming|marching|"
    r"striking|staging|departing|walking out|joining|appearing|performing|speaking|travelling|traveling|starting|launching|visiting|opening|returning|heading|taking place|calling for|voting|"
    r"hosting|debating))"
)
_STOPPAGES = (
    r"(?:(?:two|three|four|five|six|\d+|several|more|further|another|new|fresh) ){0,3}(?:[\w-]+ )?"
    r"(?:strikes?|walkouts|walk-outs|stoppages|rallies|demonstrations|marches|protests)"
)
_MEANS_TO = (
    r"(?<!seem )(?<!seems )(?<!seemed )(?<!appears )(?<!appeared )(?<!said )(?<!believed )(?<!thought )(?<!known )(?<!found )(?<!used )to be \w+",
    r"plan(?:s|ned|ning)? (?:to \w+|for|an?|another|more|further|new|protests|strikes|rallies|marches)",
    r"expects? (?:\w+ ){0,3}to (?:be )?\w+|expected(?! that)|planning|set (?:to|for)|due|scheduled|slated",
    r"(?:hop(?:es?|ed|ing)|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|vow(?:s|ed|ing)?|agreed|ready) to (?!an?\b|the\b|his\b|her\b|their\b|its\b)\w+",
    rf"argu(?:es?|ed|ing) for (?:an?|another|further|more)(?! hour| time| while| long)|prepar(?:e|es|ed|ing) (?:to \w+|for)|call(?:s|ed|ing) (?:for|an?|{_STOPPAGES})|demand(?:s|ed|ing) that",
    r"(?:pencilled|booked|lined up|fixed|timed|organised|organized|announced|arranged|earmarked) (?:in )?for",
)
_OUTLOOK = (
    r"(?:that|which|who) (?:follows?|hosts?|comes?|votes?|holds?|meets?|begins?|starts?|takes? place|opens?)|needs(?= in )|'d better",
    r"(?:if|unless) (?:\w+ ){1,4}(?:wins?|loses?|takes?|gets?|keeps?|passes|fails?|succeeds?|becomes?)|ahead of|upcoming|looms?|(?<!before the )(?<!after the )(?<!before a )(?<!day )deadline|join us|join the|as (?:early|soon) as",
)
_TIMETABLE = (
    r"(?<!decision to )(?<!attempt to )(?<!failure to )meets?|begins?|(?<!the )(?<!a )starts?|opens|closes|takes? place|kicks off|(?<!not )(?<!did )(?<!n't )(?:appear|resume|assemble|convene|decide)(?= (?:[\w'’-]+ ){0,4}(?:on|next) )|returns|arrives|leaves|votes on|goes on|go on|(?:runs|run) out",
    r"(?:candidates|rivals|contenders|leaders|two|pair|sides) (?:debate|meet|clash|face off|return)",
    (
        r"(?<!it )(?<!that )(?<!which )(?<!who )(?:takes|decides|hears|visits|addresses|speaks|appears|delivers|hosts|"
        r"publishes|unveils|travels|flies|chooses|elects|sits|resumes)(?= (?:[\w'’-]+ ){0,5}(?:on|next) )"
    ),
)
"""The present that announces: “the council meets on Friday”."""
_OPENS = (
    r"(?<!not )(?<!to )(?<!'t )(?:opens?|closes?|follows|gathers?|assembles?|leaves?|returns?|resumes?|ends|finish(?:es)?|expires?)"
    r"(?= (?:again )?(?:at|on|from|in) )"
)
"""“The bridge opens on Friday”, but not "to open on Friday"."""
_OWNED = r"got (?:an?|the|to|our|my|your|their|his|her|its|another|more|some|no|two|three|four|five|six|\d+|[a-z]+s)"
"""“have got an exam in May”: what one has got with a day lies ahead, for a perfect takes no day."""
_ADDRESSED = (
    r"(?:told|asks?|asked|orders|ordered|urge[sd]?|calls on|called on|invite[sd]?|instructed|begged|reminded|advise[sd]?|encourage[sd]?) "
    r"(?:(?!to\b|that\b|and\b|who\b)[\w'-]+ ){1,4}(?:not )?to (?!the\b|an?\b|[a-z]+ing\b)[a-z]+"
)
"""“told us to go back Monday”: the day is that of the going."""
_FUTURE = "|".join(
    (
        _MODAL,
        _DUTY,
        _IS_TO,
        _WAS_GOING,
        _IS_GOING,
        *_MEANS_TO,
        *_OUTLOOK,
        *_TIMETABLE,
        _OPENS,
        _ADDRESSED,
        f"(?:have|has) {_OWNED}",
    )
)
_LOST_FUTURE = r"had (?:\w+ )?(?:been )?(?:\w+ )?(?:due|scheduled|expected|planned|set|supposed|hoped)(?: to| for)?"
"""What was to happen, told when it had not."""
_NEUTRAL = (
    r"(?:is|are) \w+(?:ed|en|rd|ld)|(?:agreed|decided|voted|asked|ordered|urged|invited|proposed|refused|wants?|wanted|"
    r"offered|promised|pledged|threatened) (?:\w+ ){0,2}to [a-z]+"
)
_TELLING = tomllib.loads(data.path("telling.toml").read_text(encoding="utf-8"))["past"]
_ALSO = ("told", "thought", "understood", "heard")
"""Past forms that tell no happening, and so are not in that list."""
_DID_OR_NOT = (
    r"(?:failed|managed|struggled|was able|were able|was unable|were unable) to (?!the\b|an?\b)[a-z]+|"
    r"made it (?:[a-z]+ ){1,2}(?:for (?:[\w'-]+ ){1,3})?to [a-z]+"
)
"""“They failed to meet on Friday”: what was tried then and done or not, and no plan."""
_PAST = (
    rf"{_DID_OR_NOT}|"
    r"follows (?:an?|the|one|two|three|another|last|weeks|months|days|years)|'ve|'d|set off|than (?:forecast|predicted|projected|planned|estimated|expected)|"
    rf"(?!let(?:'s| us)\b){exact_pattern([*_TELLING, *_ALSO])}|(?<!\ba )(?<!\ban )(?<!\bthe )[a-z]{{2,}}ed"
)
SIGN = re.compile(
    rf"(?<![\w'])(?:(?P<lost>{_LOST_FUTURE})|(?P<future>{_FUTURE})|(?P<neutral>{_NEUTRAL})|(?<!\bto )(?<!\blet's )(?<!\blet us )(?P<past>{_PAST}))(?!\w)"
    rf"|(?P<clitic>'ll|'(?:ve|s) {_OWNED}|'(?:re|m|s) (?:not )?(?:going to \w+|planning to)|'re (?:closed|shut|off|out|open|back|away)|'ve|'d)(?!\w)"
)
"""A sign; the name of the group that matched says of what."""
NO_VERB = frozenset({
    "need", "indeed", "speed", "feed", "seed", "breed", "deed", "weed", "freed", "exceed", "proceed", "succeed", "armed", "united",
    "red", "bed", "hundred", "limited", "based", "unspecified", "undisclosed", "unnamed", "unprecedented", "unexpected", "unchanged", "unlimited",
})  # fmt: skip
"""What ends as a past form does and is none."""
