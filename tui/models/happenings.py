"""Events that several mentions tell, in words: how many papers, what they contradict each other on."""

from __future__ import annotations

from store.merging import Happening

CONFLICT = "⚠"
"""The sign of an event on which papers contradict each other."""


def told_by(happening: Happening) -> str:
    """How many papers tell it: "2 papers", "1 paper and 2 digests", "3 digests"; empty where it is one."""
    papers = len(happening.papers)
    digests = len(set(happening.sources) - set(happening.papers))
    if papers + digests < 2:
        return ""
    named = ((papers, "paper"), (digests, "digest"))
    return " and ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in named if number)


def conflict_in_words(happening: Happening) -> str:
    """What the papers contradict each other on: "⚠ papers differ on day and size"; empty where they do not."""
    if not happening.conflicts:
        return ""
    named = {"day": "the day", "place": "the place", "size": "how many came"}
    return f"{CONFLICT} papers differ on {' and '.join(named[each] for each in happening.conflicts)}"
