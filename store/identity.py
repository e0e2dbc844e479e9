"""Whether an issue is one that the timeline has already."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from store.records import Issue


def text_of(issue: Issue) -> str:
    """What an issue with the same text shares."""
    return f"text\0{issue.text}"


def name_of(issue: Issue) -> str | None:
    """What an issue with the same publication, number and title shares; None where one of them is not known."""
    context = issue.context
    if not (context.publication and context.issue and issue.title):
        return None
    return f"name\0{context.publication}\0{context.issue}\0{issue.title}"


def digest(identity: str) -> bytes:
    """Eight bytes that stand for an identity."""
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Identities:
    """The issues by their text and by their name."""

    def __init__(self, saved: bytes = b"") -> None:
        self._ids = dict(msgspec.msgpack.decode(saved, type=dict[bytes, int])) if saved else {}

    def save(self) -> bytes:
        """What the constructor takes."""
        return msgspec.msgpack.encode(self._ids)

    def add(self, issue_id: int, issue: Issue) -> None:
        """Remember an issue; where two have one name, the latest has it."""
        for identity in (text_of(issue), name_of(issue)):
            if identity is not None:
                self._ids[digest(identity)] = issue_id

    def find(self, issue: Issue, read: Callable[[int], Issue | None]) -> int | None:
        """The id of the same issue, by its text or else by its name; `read` says what is under an id now."""
        for identity in (text_of, name_of):
            wanted = identity(issue)
            known = None if wanted is None else self._ids.get(digest(wanted))
            there = None if known is None else read(known)
            if there is not None and identity(there) == wanted:
                return known
        return None
