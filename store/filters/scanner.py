"""Cuts a query into tokens: brackets, minus, OR, AND, words, phrases and fields with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from store.filters.errors import FilterError
from store.filters.fields import FIELDS, Field, Value
from store.filters.folding import DASHES, DOUBLE_QUOTES, MARKS, fold

TokenKind: TypeAlias = Literal["(", ")", "-", "OR", "AND", "term", "end"]


class Token(msgspec.Struct, frozen=True):
    """A piece of a query that begins at `position`; a term has values, and a field unless it is a word or phrase."""

    kind: TokenKind
    position: int
    field: Field | None = None
    values: tuple[Value, ...] = ()


_SPACE = re.compile(rf"[\s{MARKS}]*")
"""What stands before a token and is none: the sign behind an accent without a letter is a sign."""
_SIGN = re.compile(rf"(?P<bracket>[()])|(?P<minus>[{DASHES}])|(?P<operator>OR|AND)(?![^\s()])")
_PHRASE = re.compile(rf"[{DOUBLE_QUOTES}]([^{DOUBLE_QUOTES}]*)[{DOUBLE_QUOTES}]")
_WORD = re.compile(rf"[^\s(){DOUBLE_QUOTES}]+")
_VALUE = re.compile(rf"[^\s(),{DOUBLE_QUOTES}]+")
_SIGNS: dict[str, TokenKind] = {"(": "(", ")": ")", "OR": "OR", "AND": "AND"}


def scan(query: str) -> Iterator[Token]:
    """Yield the tokens of `query` and, last, one of the kind "end"; raises FilterError."""
    at = _skip_space(query, 0)
    while at < len(query):
        if sign := _SIGN.match(query, at):
            yield Token("-" if sign["minus"] else _SIGNS[sign[0]], at)
            at = sign.end()
        else:
            token, at = _term(query, at)
            yield token
        at = _skip_space(query, at)
    yield Token("end", len(query))


def _skip_space(query: str, at: int) -> int:
    space = _SPACE.match(query, at)
    return space.end() if space else at


def _term(query: str, at: int) -> tuple[Token, int]:
    if query[at] in DOUBLE_QUOTES:
        value, end = _phrase(query, at)
        return Token("term", at, values=(value,)), end
    word = _WORD.match(query, at)
    text = word[0] if word else query[at]
    head, colon, _ = text.partition(":")
    if colon and fold(head).isalpha():
        return _with_field(query, at, head)
    return Token("term", at, values=(Value(text, quoted=False, position=at),)), at + len(text)


def _with_field(query: str, at: int, head: str) -> tuple[Token, int]:
    field = FIELDS.get(fold(head))
    if field is None:
        known = ", ".join(f"{name}:" for name in FIELDS)
        message = f"there is no field {head}:, only {known}; to look for the words, put them in quotation marks"
        raise FilterError(message, at)
    values, end = _values(query, at + len(head) + 1)
    if not values:
        message = f"{field.name}: needs a value right behind the colon, as in {field.example}"
        raise FilterError(message, end)
    if not field.commas:
        begin = values[0].position
        values = [Value(",".join(value.text for value in values), quoted=False, position=begin)]
    return Token("term", at, field, tuple(values)), end


def _values(query: str, at: int) -> tuple[list[Value], int]:
    values: list[Value] = []
    while at < len(query):
        if query[at] in DOUBLE_QUOTES:
            value, at = _phrase(query, at)
        elif plain := _VALUE.match(query, at):
            value, at = Value(plain[0], quoted=False, position=at), plain.end()
        else:
            break
        values.append(value)
        if not query.startswith(",", at):
            break
        at += 1
    return values, at


def _phrase(query: str, at: int) -> tuple[Value, int]:
    phrase = _PHRASE.match(query, at)
    if phrase is None:
        message = 'this quotation mark is never closed; add a " where the phrase ends'
        raise FilterError(message, at)
    return Value(phrase[1], quoted=True, position=at + 1), phrase.end()
