"""Times that say the same day twice: "yesterday, Sunday", "on Tuesday (16 August)". Each is evidence on the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.records import Evidence, Time

_APPOSED = re.compile(r",? |, ?| ?\(|—| [–-] ")
_DAYS_AWAY = frozenset({"day counted from the day of writing", "last night", "this part of the day"})


def with_evidence(times: Sequence[Time], text: str) -> tuple[Time, ...]:
    """`times`, in order, each with what the apposition beside it says."""
    found = list(times)
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        if right.start - left.end <= 3 and _same_day_twice(left, right, text):
            found[at] = _witnessed(left, right)
            found[at + 1] = _witnessed(right, left)
    return tuple(found)


def _same_day_twice(left: Time, right: Time, text: str) -> bool:
    if left.first is None or left.first != left.last or right.first is None or right.first != right.last:
        return False
    if not _APPOSED.fullmatch(text[left.end : right.start]):
        return False
    rules = {time.derivation.rule if time.derivation else "" for time in (left, right)}
    return not rules.isdisjoint(_DAYS_AWAY) or text[left.end : right.start].endswith("(")


def _witnessed(time: Time, witness: Time) -> Time:
    if time.derivation is None:
        return time
    evidence = Evidence(
        start=witness.start,
        end=witness.end,
        text=witness.text,
        first=witness.first,
        last=witness.last,
        agrees=(witness.first, witness.last) == (time.first, time.last),
    )
    return replace(time, derivation=replace(time.derivation, evidence=(*time.derivation.evidence, evidence)))
