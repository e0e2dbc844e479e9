"""Finds that are the title of a programme, a film or a paper, by their capitals and quotation marks."""

from __future__ import annotations

import re

from importers.times.forms import Expression

_BEFORE = 40
"""So far back, in code points, a title may begin."""
NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_TITLE_WORDS = re.compile(r"[“\"‘'](?:[A-Z][\w'’]* ){1,4}$")
_OF_CHANNEL = re.compile(r"(?:['’]s|\bon|\bof|\bthe) [“\"‘']+$")
_CLOSING = re.compile(r"[,.]?[”\"’']")


def is_title_word(text: str, found: Expression) -> bool:
    """Whether each word of the find has the capital of a name."""
    words = text[found.start : found.end].split()
    return all(word.isdigit() or (word[0].isupper() and not word.isupper()) for word in words)


def is_title(text: str, found: Expression) -> bool:
    """Whether the last word has the capital of a name while the text goes on in small letters: "60 Minutes said"."""
    words = text[found.start : found.end].split()
    ahead = re.match(r"[,.]?[\"'”’]* +([a-z])", text[found.end : found.end + 6])
    return len(words) > 1 and words[-1][:1].isupper() and not words[-1].isupper() and ahead is not None


def opens_title(text: str, found: Expression) -> bool:
    """Whether the find begins a title in quotation marks, each word with a capital: “This Week With Ann Lee”."""
    quoted = text[max(0, found.start - 1) : found.start] in {"“", '"', "‘", "'"}
    return quoted and is_title_word(text, found) and NAME_BEHIND.match(text, found.end) is not None


def capital_inside(text: str, found: Expression) -> bool:
    """Whether the find has a capital though the sentence did not begin there."""
    lead = text[max(0, found.start - 3) : found.start].rstrip()
    return text[found.start].isupper() and lead != "" and (lead[-1].isalnum() or lead[-1] in ",-")


def is_programme(text: str, found: Expression) -> bool:
    """Whether the find is all of a title in quotation marks, with the channel before it: CBS’s “60 Minutes,” the ‘Today’ show."""
    if not _CLOSING.match(text, found.end) or not is_title_word(text, found):
        return False
    return _OF_CHANNEL.search(text, max(0, found.start - 10), found.start) is not None


def closes_title(text: str, found: Expression) -> bool:
    """Whether the find is the last word of a title in quotation marks, each word with a capital: “Fox News Sunday,” he said."""
    return (
        _CLOSING.match(text, found.end) is not None
        and _TITLE_WORDS.search(text, max(0, found.start - _BEFORE), found.start) is not None
    )
