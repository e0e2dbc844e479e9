"""Whose dates a text writes, where its paper is not known: 4/8/2016 is in April in an American one."""

from __future__ import annotations

import re

_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_AMERICAN = re.compile(
    rf"\b{_MONTHS}\.? \d{{1,2}}, (?:19|20)\d\d\b|\d ?[ap]\.? ?m\.?,? ?(?:[ecmp][sd]t|[ecmp]t)\b|\(ap\)|\bu\.s\.|\d percent\b|"
    r"\b(?:calif|conn|fla|ill|mass|mich|minn|tenn|tex|wash|wis)\.,"
)
_BRITISH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS} (?:19|20)\d\d\b|\d ?[ap]m bst\b|£\d")
_REACH = 20_000
"""So much of a text, in code points, shows how it writes."""


def country_of(low: str, country: str) -> str:
    """The country whose dates `low`, the plain form of a text, writes; `country` is that of the paper, GB unless known."""
    if country != "GB":
        return country
    american = sum(1 for _ in _AMERICAN.finditer(low, 0, _REACH))
    british = sum(1 for _ in _BRITISH.finditer(low, 0, _REACH))
    return "US" if american > british else country
