"""What a line on a newspaper page can be by its wording alone: issue line, dateline, byline, credit, signature."""

from __future__ import annotations

import re

from importers.calendar_words import ANY_MONTH, ANY_WEEKDAY

_MONTH = ANY_MONTH
_WEEKDAY = rf"{ANY_WEEKDAY},?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAY_LINE = (
    rf"(?:{_WEEKDAY}\s+)?(?:the\s+)?(?:{_DAY}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))"
)
"""A whole date with its year, as a line of its own gives it."""

_HOUR = r"(?:\d{1,2}[.:]\s?\d{2}(?:\s?[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?(?:GMT|BST|UTC|E[SD]?T|P[SD]?T))?"
_CLOCK = rf"(?:,?\s*(?:at\s+|[-–—|]\s*)?{_HOUR})"
_POSTED = r"(?:(?:first |last )?(?:published|posted|updated|modified|created)(?:\s+(?:on|at))?\s*[:,]?\s*)"
NAME = r"(?:(?:[A-Z]['’])?[A-ZÀ-Þ][\w'’-]*\.?)"
NAMES = rf"{NAME}(?:\s+(?:(?:de|da|di|du|van|von|der|bin|al|el|ap|Ó)\s+)?{NAME}){{1,3}}"

_ISSUE = re.compile(
    r"(?:(?P<before>[\w’'& .-]{0,60}?)[\s,:|–—-]*)?\b(?:issue(?:\s+(?:no|number|nr)\b\.?)?|no\.|nr\.?|number|№)"
    r"[\s:#]*(?P<number>\d{1,5})\b(?P<after>.{0,60})",
    re.IGNORECASE,
)
_STAMP = rf"(?:{_HOUR},?\s+(?:on\s+)?)?{DAY_LINE}{_CLOCK}?"
_DATELINE = re.compile(
    rf"{_POSTED}?{_STAMP}(?:\s+by\s+{NAMES}|[,;]?\s+{_POSTED}{_STAMP})?|{_POSTED}{_CLOCK}?", re.IGNORECASE
)
_WIRE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:,\s+[\w. ]{1,40})?\s*\([A-Z][\w/ ]{1,20}\)\s*[-_–—]*")
_DAYS = re.compile(
    rf"(?:{_WEEKDAY}\s+)?(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY})(?:,?\s+\d{{4}})?:?|{DAY_LINE}:?", re.IGNORECASE
)
_BYLINE = re.compile(
    rf"(?:(?:[Ww]ords|[Rr]eport|[Ii]nterview):|(?:(?:[Ww]ords|(?:[Ss]pecial\s+)?[Rr]eport|[Ii]nterview|[Rr]eview|[Pp]ictures?|[Ee]xclusive|EXCLUSIVE):?\s+)?[Bb][Yy]|[Ff]rom|[Rr]eports?)\s+(?:our\s+own\s+|the\s+)?"
    rf"{NAMES}(?:(?:\s*,\s*|\s+(?:and|&)\s+){NAMES})*(?:,?\s+in\s+{NAME}(?:\s+{NAME})*|,\s+[\w’' -]{{3,40}})?"
)
_OFFICE = re.compile(
    rf"{NAMES},?\s+(?:[\w’'-]+\s+){{0,3}}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ss]taff|[Ww]riter|[Rr]eports)"
)
_ALONE = re.compile(rf"{NAMES}(?:\s+(?:and|&)\s+{NAMES})?")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S|[\w.+-]+@[\w-]+\.\w|(?<![\w@.])[a-z\d-]+(?:\.[a-z]{2,4})?\.(?:com|org|net|info|ly|uk|us|eu|ie|gl)\b",
    re.IGNORECASE,
)
_DAYS_OF_WEEK = re.compile(rf"\b{_WEEKDAY}\s+{_DAY}\b", re.IGNORECASE)
_LISTING = re.compile(
    rf"[^\d:]{{3,60}}:\s.{{0,40}}?(?:{_WEEKDAY}\s+{_DAY}\b|\b{_DAY}\s+{_MONTH}|\b{_MONTH}\s+{_DAY}\b)", re.IGNORECASE
)
_CREDIT = re.compile(
    r"\s*(?:[(\[]\s*(?:pic(?:ture)?s?|photos?|photograph|images?|credit|illustration|graphic|copyright|©|click to)\b[^()\[\]]{0,100}[)\]]"
    r"|(?:\b(?:pic(?:ture)?s?|photos?|photograph|images?|credit)\s*(?::|\bby\b|\bcourtesy of\b).{1,80}))$",
    re.IGNORECASE,
)
_CREDIT_CUES = ("pic", "photo", "image", "credit", "illustration", "graphic", "copyright", "©", "click to")
_PHOTO_OF = re.compile(rf".{{0,60}}\b(?:[Pp]hotos?|[Pp]ics?|[Pp]ictures?)\s+{NAMES}")
_CREDITED = re.compile(
    rf"(?:(?:[Mm]any\s+)?[Tt]hanks\s+to|[Rr]eport(?:ed|s)?\s+by|[Ww]ith\s+thanks\s+to)\s+{NAMES}(?:(?:,| and| &)\s+{NAMES})*"
)
_MEMBER = re.compile(
    r"(?:(?:An?|Two|Three|Several|The|Our|[A-Z][\w’'-]*)\s+)?(?:[\w’'&,-]+\s+){0,8}?(?:members?|supporters?|reporters?|workers?|readers?"
    r"|activists?|delegates?|strikers?|correspondents?|campaigners?|students?|teachers?|nurses?|organisers?|branch|shop\s+stewards?)"
)
_SOMEBODY = re.compile(
    rf"{NAMES}(?:,\s+[^,]{{3,40}}|\s+(?:and|&)\s+{NAMES}|(?:\s+{NAME}){{0,2}}(?:\s+(?:reporters?|correspondents?))?)"
)


def issue_number(words: str) -> str | None:
    """The number on a line that does nothing but name the issue: "Issue No. 2517", "Socialist Worker No. 2517"."""
    found = _ISSUE.fullmatch(words) if len(words) <= 120 else None
    if found is None or len((found["before"] or "").split()) > 5 or found["after"][:1] in {"%", "°"}:
        return None
    rest = found["after"].strip(" ,:;|–—-()")
    plain = not rest or re.search(r"\d{4}|\d+[./]\d+", rest) or rest.istitle()
    return found["number"] if plain else None


def name_before_issue(words: str) -> str | None:
    """What stands on an issue line before the number: "Socialist Worker" in "Socialist Worker No. 2517"."""
    found = _ISSUE.fullmatch(words) if len(words) <= 120 else None
    return (found["before"] or "").strip(" ,:|–—-") or None if found else None


def is_dateline(words: str) -> bool:
    """Whether the line gives the day of publication or, as wire reports do, place and agency."""
    return len(words) <= 100 and bool(_DATELINE.fullmatch(words) or _WIRE.fullmatch(words))


def is_day_heading(words: str) -> bool:
    """Whether the line is a day and nothing else, as chronicles and diaries head their entries."""
    return len(words) <= 40 and bool(_DAYS.fullmatch(words))


def is_byline(words: str) -> bool:
    """Whether the line names the author: "by Nick Clark", "Nick Clark, Political Editor"."""
    return len(words) <= 120 and bool(_BYLINE.fullmatch(words) or _OFFICE.fullmatch(words))


def is_names(words: str) -> bool:
    """Whether the line is the name of somebody, or of two, and nothing else; many another line looks like that."""
    return len(words) <= 60 and bool(_ALONE.fullmatch(words))


def is_listing(words: str) -> bool:
    """Whether a short line announces or points somewhere, and so heads nothing: a label and its days, an address."""
    return len(words) <= 200 and bool(
        _ADDRESS.search(words) or _LISTING.match(words) or len(_DAYS_OF_WEEK.findall(words)) > 1
    )


def without_credit(words: str) -> str:
    """A caption without the credit of its picture: "(Pic: …)" and what stands behind it."""
    head, tail = words[:-160], words[-160:]
    plain = tail.casefold()
    if not any(cue in plain for cue in _CREDIT_CUES):
        return words
    while (shorter := _CREDIT.sub("", tail)) != tail:
        tail = shorter.rstrip()
    return head + tail


def is_credited(words: str) -> bool:
    """Whether the line ends with the credit of a picture, and so is its caption."""
    return len(words) <= 600 and (without_credit(words) != words or bool(_PHOTO_OF.fullmatch(words)))


def is_thanks(words: str) -> bool:
    """Whether the line thanks or names the people a report came from."""
    return len(words) <= 120 and bool(_CREDITED.fullmatch(words))


def names_a_group(words: str) -> bool:
    """Whether the line could sign for somebody unnamed: "A Leyton Labour Party member"."""
    return len(words) <= 90 and bool(_MEMBER.fullmatch(words))


def names_somebody(words: str) -> bool:
    """Whether the line can be names of people, with place or branch behind: "Paula Mitchell, London Socialist Party"."""
    return len(words) <= 90 and bool(_SOMEBODY.fullmatch(words))
