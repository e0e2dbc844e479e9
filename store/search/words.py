"""The full-text index: which rows have a word, the beginning of one, a phrase, or a word spelt nearly so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from store.errors import TimelineError
from store.filters.needles import WORDS, Needle
from store.search.encoding import encode, query

Column: TypeAlias = Literal["said", "rest"]
Text: TypeAlias = tuple[int, str, str]
"""Row, words spoken, and all other text, folded."""

_MAKE = "CREATE VIRTUAL TABLE words USING fts5(said, rest, content='', tokenize='ascii', prefix='1 2')"
# One string comes back quicker than many rows: each row of an answer would wait for its turn among the threads.
_FIND = "SELECT group_concat(rowid) FROM words WHERE words MATCH ?"
_AT_ONCE = 200
"""So many words are asked for in one query."""
_numbers = msgspec.json.Decoder(list[int]).decode


class Words:
    """The words of the rows in one database; rows can be added, and are never taken out."""

    def __init__(
        self,
        database: sqlite3.Connection,
        vocabulary: Iterable[str] = (),
        *,
        writable: bool = True,
        remember: bool = False,
    ) -> None:
        """Read a database that has the index.

        `vocabulary` are the different words in it. Where rows are to be written elsewhere later, `remember` keeps them
        in `texts`.
        """
        self.database = database
        self.vocabulary = set(vocabulary)
        self.writable = writable
        self.texts: list[Text] = []
        """The encoded texts of the rows that were added."""
        self._remember = remember

    @classmethod
    def make(cls, name: str = ":memory:", *, remember: bool = False) -> Words:
        """An empty index in a new database; in memory, or in the file of this name.

        Raises TimelineError where the SQLite of this Python has no full-text index.
        """
        database = sqlite3.connect(name, check_same_thread=False, isolation_level=None)
        # Whole or worthless: a database that was not finished is thrown away.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        try:
            database.execute(_MAKE)
            # Bytes of words that are gathered before they are sorted and written: half the work for many rows.
            database.execute("INSERT INTO words(words, rank) VALUES('hashsize', 4194304)")
        except sqlite3.OperationalError as error:
            database.close()
            message = f"filters read every record, which takes longer: SQLite cannot index words here ({error})"
            raise TimelineError(message) from error
        return cls(database, remember=remember)

    def add(self, texts: Iterable[Text]) -> None:
        """Add rows in ascending order."""
        self.add_encoded(self._encoded(texts))

    def add_encoded(self, texts: Iterable[Text]) -> None:
        """Add rows that are encoded already."""
        self.database.execute("BEGIN")
        self.database.executemany("INSERT INTO words(rowid, said, rest) VALUES(?, ?, ?)", texts)
        self.database.execute("COMMIT")

    def _encoded(self, texts: Iterable[Text]) -> Iterator[Text]:
        for row, said, rest in texts:
            self.vocabulary.update(WORDS.findall(said), WORDS.findall(rest))
            encoded = row, encode(said), encode(rest)
            if self._remember:
                self.texts.append(encoded)
            yield encoded

    def keep(self, content: Mapping[str, bytes]) -> None:
        """Keep named bytes, and the vocabulary, in the database, in the place of those kept before."""
        self.database.execute("INSERT INTO words(words) VALUES('optimize')")
        self.database.execute("DROP TABLE IF EXISTS kept")
        self.database.execute("CREATE TABLE kept(name TEXT PRIMARY KEY, content BLOB)")
        everything = {**content, "vocabulary": "\n".join(self.vocabulary).encode()}
        self.database.executemany("INSERT INTO kept VALUES(?, ?)", everything.items())

    def kept(self) -> dict[str, bytes]:
        """The named bytes in the database. Raises sqlite3.Error."""
        return dict(self.database.execute("SELECT name, content FROM kept"))

    def rows(self, needle: Needle, column: Column | None = None) -> list[int]:
        """The rows with a needle in one column, or in any; a row may come twice."""
        if not needle.fuzzy:
            return self._find(query(needle), column)
        near = [f'"{word}"' for word in nearly(needle, self.vocabulary)]
        parts = [near[start : start + _AT_ONCE] for start in range(0, len(near), _AT_ONCE)]
        return [row for part in parts for row in self._find(" OR ".join(part), column)]

    def _find(self, asked: str, column: Column | None) -> list[int]:
        answer: str | None = self.database.execute(_FIND, (f"{column} : ({asked})" if column else asked,)).fetchone()[0]
        return _numbers(f"[{answer}]") if answer else []


def nearly(needle: Needle, vocabulary: Iterable[str]) -> list[str]:
    """The words that a fuzzy needle finds.

    Cut into one piece more than letters may differ, a word leaves at least one of its pieces whole in every word that
    is spelt nearly so: few words have one, and only these are compared letter by letter.
    """
    text, slips = needle.text, needle.slips
    if not slips:
        return [text]
    low, high = len(text) - slips, len(text) + slips
    edges = [len(text) * number // (slips + 1) for number in range(slips + 2)]
    # A piece that stays whole moves by no more letters than may be missing or too many before it.
    pieces = [(text[start:end], max(start - slips, 0), end + slips) for start, end in pairwise(edges)]
    return [
        word
        for word in vocabulary
        if low <= len(word) <= high and any(word.find(*piece) >= 0 for piece in pieces) and needle.is_nearly(word)
    ]
