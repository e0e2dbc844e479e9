"""Whether a time stands beside a noun and says which one is meant: "the 15 March ballot", "a summer school"."""

from __future__ import annotations

import re

ARTICLE_BEFORE = re.compile(r"(?:\b(?:the|an?|its|their|his|her|whose)|'s) +$")
NOUN_BEHIND = re.compile(
    r" +(?:u\.s\. +)?(?!(?:and|or|of|in|on|to|from|for|with|is|was|were|are|had|has|by|at|as|but|that|which|when|after|before|than|will|would|until|"
    r"he|she|they|we|it|the|an?|this|last|next|came|comes|began|begins|ended|ends)\b)[a-z]{3,}"
)
"""A word that is none of those which go on with a clause."""


def is_label(low: str, start: int, end: int) -> bool:
    """Whether the time at `low[start:end]` is part of what something is called: "a leader of the August 1956 walkout"."""
    return ARTICLE_BEFORE.search(low, max(0, start - 6), start) is not None and NOUN_BEHIND.match(low, end) is not None
