"""From a query to a filter.

either  = all { "OR" all }
all     = operand { ["AND"] operand }
operand = { "-" } ( "(" either ")" | word | "phrase" | field:value{,value} )
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from store.filters.days import Overlaps
from store.filters.errors import FilterError
from store.filters.fields import FIELDS, Value
from store.filters.logic import EVERYTHING, All, Either, Not, either, every, negate
from store.filters.predicates import OfKind, Predicate, Words
from store.filters.scanner import Token, TokenKind, scan
from store.filters.subject import NOTHING_KNOWN, Known, Subject
from store.records import Entry, Issue

DEEPEST = 50
"""How many brackets may stand inside each other."""


class Filter(msgspec.Struct, frozen=True):
    """What of a timeline is kept: a value that compares by meaning of its parts, and writes itself with `str()`.

    `parse(str(filter)) == filter`; the written form is folded (lower case, no accents) and "" for everything.
    """

    root: Predicate = EVERYTHING

    def __str__(self) -> str:
        return str(self.root)

    def matches(self, entry: Entry, issue: Issue | None, known: Known = NOTHING_KNOWN) -> bool:
        """True where the entry is kept; `issue` is the one it was found in, for `source:`.

        `known`: what the rest of the timeline says of it, for `is:conflict`, `who:` and `place:`.
        """
        return self.root.test(Subject(entry, issue, known))

    @property
    def keeps_all(self) -> bool:
        """True for the filter of the empty query."""
        return self.root == EVERYTHING

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day, both inclusive: every kept record touches one of the days between; None for an open end.

        A timeline that finds days quickly need only look there; alternatives (OR) are not looked into.
        """
        parts = self.root.parts if isinstance(self.root, All) else (self.root,)
        spans = [part for part in parts if isinstance(part, Overlaps)]
        first = max((span.first for span in spans if span.first), default=None)
        last = min((span.last for span in spans if span.last), default=None)
        # A record that must touch two days apart covers all between.
        return (last, first) if first and last and last < first else (first, last)

    def within(self, first: date | None, last: date | None) -> Filter:
        """The same for records that touch these days, both inclusive, None for an open end."""
        return self if first is None and last is None else Filter(every([self.root, Overlaps(first, last)]))

    def but(self, other: Filter) -> Filter:
        """What this filter keeps and the other does not."""
        return Filter(every([self.root, negate(other.root)]))

    def asks_for_kind(self, kind: str) -> bool:
        """True where a `kind:` of the query, not under a minus, names this kind."""
        return any(
            isinstance(part, OfKind) and kind.startswith(part.needle.text.removesuffix("s"))
            for part in _kept_parts(self.root)
        )


def parse(query: str) -> Filter:
    """Read a query; an empty one keeps everything. Raises FilterError."""
    parser = _Parser(query)
    if parser.token.kind == "end":
        return Filter()
    return Filter(parser.whole())


class _Parser:
    """Recursive descent over the tokens; `token` is the next one."""

    def __init__(self, query: str) -> None:
        self._tokens = scan(query)
        self._depth = 0
        self.token: Token = next(self._tokens)

    def whole(self) -> Predicate:
        found = self._either()
        if self._at(")"):
            message = "this bracket closes nothing; remove it or put a ( before"
            raise FilterError(message, self.token.position)
        return found

    def _either(self) -> Predicate:
        return either(self._joined("OR", self._all))

    def _all(self) -> Predicate:
        parts = self._joined("AND", self._operand)
        while self._at("(", "-", "term"):
            parts += self._joined("AND", self._operand)
        return every(parts)

    def _joined(self, operator: TokenKind, read: Callable[[], Predicate]) -> list[Predicate]:
        if self._at(operator):
            raise self._nothing_beside(self.token)
        parts = [read()]
        while self._at(operator):
            sign = self._next()
            if self._at("end", ")", "OR", "AND"):
                raise self._nothing_beside(sign)
            parts.append(read())
        return parts

    def _operand(self) -> Predicate:
        minuses = 0
        while self._at("-"):
            minuses += 1
            self._next()
        found = self._group() if self._at("(") else self._term(behind_minus=minuses > 0)
        return negate(found) if minuses % 2 else found

    def _group(self) -> Predicate:
        opening = self._next()
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"more than {DEEPEST} brackets inside each other; write it with fewer"
            raise FilterError(message, opening.position)
        if self._at(")"):
            message = "there is nothing between these brackets; write something or remove them"
            raise FilterError(message, opening.position)
        found = self._either()
        if not self._at(")"):
            message = "this bracket is never closed; add a )"
            raise FilterError(message, opening.position)
        self._next()
        self._depth -= 1
        return found

    def _term(self, *, behind_minus: bool) -> Predicate:
        token = self.token
        if token.kind != "term":
            raise self._missing(token, "; after a minus write what to leave out" if behind_minus else "")
        self._next()
        read = FIELDS[token.field.name].read if token.field else _words
        return either([read(value) for value in token.values])

    def _at(self, *kinds: TokenKind) -> bool:
        return self.token.kind in kinds

    def _next(self) -> Token:
        token = self.token
        self.token = next(self._tokens, token)
        return token

    @staticmethod
    def _nothing_beside(sign: Token) -> FilterError:
        return FilterError(f"{sign.kind} needs something on both sides, as in corbyn {sign.kind} smith", sign.position)

    @classmethod
    def _missing(cls, token: Token, advice: str) -> FilterError:
        if token.kind in {"OR", "AND"}:
            return cls._nothing_beside(token)
        if token.kind == ")":
            return FilterError("a word is missing before this bracket", token.position)
        return FilterError(f"a word is missing here{advice}", token.position)


def _words(value: Value) -> Predicate:
    return Words(value.needle())


def _kept_parts(part: Predicate) -> list[Predicate]:
    if isinstance(part, Not):
        return []
    if isinstance(part, All | Either):
        return [inner for each in part.parts for inner in _kept_parts(each)]
    return [part]
