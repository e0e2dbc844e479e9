"""Whether an issue is one that the timeline has already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    """The issues of a timeline by their text and by their name; they are read when somebody first asks."""

    def __init__(
        self, saved: bytes, issue_ids: Callable[[], Iterable[int]], read: Callable[[int], Issue | None]
    ) -> None:
        """`saved`: what `save` gave of the issues there were then; `issue_ids` are all there are.

        `read` says what is under an id now.
        """
        self._saved, self._issue_ids, self._read = saved, issue_ids, read
        self._ids: dict[bytes, int] | None = None
        self._unread: set[int] = set()

    def note(self, issue_ids: Iterable[int]) -> None:
        """Take note that these issues are new or have changed since the identities were saved."""
        self._unread.update(issue_ids)

    def save(self) -> bytes:
        """What the constructor takes; nothing where nobody has asked yet and none were saved before."""
        return msgspec.msgpack.encode(self._known()) if self._saved or self._ids is not None else b""

    def find(self, issue: Issue) -> int | None:
        """The id of the same issue, by its text or else by its name; where two have one name, the latest has it."""
        for identity in (text_of, name_of):
            wanted = identity(issue)
            known = None if wanted is None else self._known().get(digest(wanted))
            there = None if known is None else self._read(known)
            if there is not None and identity(there) == wanted:
                return known
        return None

    def _known(self) -> dict[bytes, int]:
        """The ids by the digests of text and name."""
        if self._ids is None:
            self._ids = dict(msgspec.msgpack.decode(self._saved, type=dict[bytes, int])) if self._saved else {}
            self._unread.update(() if self._saved else self._issue_ids())
        for issue_id in sorted(self._unread):
            issue = self._read(issue_id)
            identities = (text_of(issue), name_of(issue)) if issue else ()
            self._ids |= {digest(identity): issue_id for identity in identities if identity is not None}
        self._unread.clear()
        return self._ids
