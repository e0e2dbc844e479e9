"""Whom "he" and "she" mean: the nearest sentence with somebody of that gender decides, its subject first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from importers.documents import Document
from importers.people import Gender, Mention, People, Person
from importers.people.lexicon import lexicon
from importers.people.persons import is_role_of
from importers.quotes.marks import Quotation
from store.records import Span

REACH = 12
"""So many sentences back an antecedent is looked for."""

NEAR = 3
"""So many sentences back the bearer of a role is looked for, and anybody else whom a pronoun could mean."""

LONGEST = 3000
"""So many code points back at most these sentences are read."""

_PRONOUN_FIRST = re.compile(
    r"[“\"‘']?(?:(?:And|But|Then|So|Yet|Later|Earlier|Meanwhile|Today|Yesterday|Now|When|While|As|If|After|Before|On \w+|In \w+),? )?(?P<pronoun>[Hh]e|[Ss]he)\b"
)
_GOVERNED = re.compile(
    r"\b(?:of|for|from|in|at|on|with|to|by|about|against|into|over|under|between|among|than|like|unlike|as|behind|near|and|or|via|per|[Ff]or|[Ww]ith|[Aa]gainst|[Uu]nlike|[Oo]f|[Bb]y)"
    r" (?:(?:the|a|an|his|her|former|new|[\w-]+) ){0,3}$"
)
_DESCRIPTION = re.compile(r"The (?:[\w-]+ ){0,4}[\w-]+")
_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}


class Discourse:
    """Who has been spoken of, sentence by sentence, quotations left out."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: People) -> None:
        self.document = document
        self.people = people
        self.quotations = quotations
        self.quoted = [quotation.start for quotation in quotations]
        self.speakers: list[tuple[int, int]] = []
        self.persons: list[Person] = []
        self.subjects: dict[int, Person | None] = {}

    def spoke(self, start: int, person: Person) -> None:
        """Remember that an attribution at `start` meant this person."""
        self.persons.append(person)
        insort(self.speakers, (start, len(self.persons) - 1))

    def antecedent(self, start: int, gender: Gender) -> tuple[Person, str] | None:
        """Whom a pronoun at `start` means, and why, as half a sentence; None where nobody fits."""
        if not self.people.mentions:
            return None
        sentences = self.document.sentences
        here = bisect_right(sentences, (start, len(self.document.text))) - 1
        found = self._within(sentences[here][0] if here >= 0 else 0, start, gender)
        if found is not None:
            return found, "named earlier in the sentence"
        for back in range(1, REACH + 1):
            if here - back < 0 or not self._is_same_section(sentences[here - back][0], start):
                return None
            found_in = self._in_sentence(here - back, gender)
            if found_in is not None:
                return found_in[
                    0
                ], f"{found_in[1]} the sentence before" if back == 1 else f"{found_in[1]} a sentence above"
        return None

    def is_alone(self, person: Person, start: int, gender: Gender) -> bool:
        """Whether nobody else whom the pronoun at `start` could mean is named in the sentences shortly before it."""
        sentences = self.document.sentences
        here = bisect_right(sentences, (start, len(self.document.text))) - 1
        begin = max(sentences[max(here - NEAR, 0)][0] if here >= 0 else 0, start - LONGEST)
        return all(
            mention.person == person or not _fits(mention.person, gender) for mention in self._mentions(begin, start)
        )

    def bearer(self, start: int, description: str) -> Person | None:
        """Whom "the union leader" at `start` means: the nearest person named shortly before who bears such a role.

        Else the subject of the sentence before, whom nothing has explained. A heading closes the search.
        """
        sentences = self.document.sentences
        here = bisect_right(sentences, (start, len(self.document.text))) - 1
        for number in range(here, max(-1, here - NEAR - 1), -1):
            begin, end = sentences[number]
            if not self._is_same_section(begin, start):
                break
            for mention in self._mentions(begin, min(end, start)):
                if any(is_role_of(description, role) for role in mention.person.roles):
                    return mention.person
        return self._unexplained(here) if description.rsplit(maxsplit=1)[-1].casefold() in lexicon().roles else None

    def _unexplained(self, here: int) -> Person | None:
        """The subject of the sentence before in the same paragraph, where nothing has yet been said of who that is."""
        sentences = self.document.sentences
        if here < 1 or self.document.block_at(sentences[here][0]) != self.document.block_at(sentences[here - 1][0]):
            return None
        subject = self._subject(here - 1)
        return subject if subject is not None and not subject.roles else None

    def _is_same_section(self, earlier: int, later: int) -> bool:
        """Whether no heading opens another section between the two offsets."""
        first, second = self.document.block_at(earlier), self.document.block_at(later)
        return first is None or second is None or first.section == second.section

    def _within(self, begin: int, start: int, gender: Gender) -> Person | None:
        """Somebody fitting before the pronoun in its own sentence, the speaker and the subject first."""
        speaker = self._speaker(begin, start, gender)
        if speaker is not None:
            return speaker
        mentions = [mention for mention in self._mentions(begin, start) if _fits(mention.person, gender)]
        free = [mention for mention in mentions if not mention.possessive and not self._is_governed(mention)]
        chosen = free or mentions
        return chosen[0].person if chosen else None

    def _in_sentence(self, number: int, gender: Gender) -> tuple[Person, str] | None:
        begin, end = self.document.sentences[number]
        speaker = self._speaker(begin, end, gender)
        if speaker is not None:
            return speaker, "the speaker in"
        subject = self._subject(number)
        if subject is not None and _fits(subject, gender):
            return subject, "the subject of"
        described = self._described(begin, end)
        if isinstance(described, Person) and _fits(described, gender):
            return described, "the subject of"
        if described is not None:
            return None
        for mention in sorted(self._mentions(begin, end), key=lambda mention: mention.possessive):
            if _fits(mention.person, gender):
                return mention.person, "named in"
        return None

    def _subject(self, number: int, depth: int = 0) -> Person | None:
        """The person who is the subject of a sentence, through a pronoun if need be."""
        if number in self.subjects:
            return self.subjects[number]
        begin, end = self.document.sentences[number]
        self.subjects[number] = None
        pronoun = _PRONOUN_FIRST.match(self.document.text, begin, end)
        if pronoun is not None and depth < REACH:
            gender = _GENDERS[pronoun["pronoun"].lower()]
            found = self._before(number, gender, depth + 1)
        else:
            found = next(
                (m.person for m in self._mentions(begin, end) if not m.possessive and not self._is_governed(m)), None
            )
        self.subjects[number] = found
        return found

    def _described(self, begin: int, end: int) -> Person | str | None:
        """The subject of a sentence that opens with a description: the person, or the words where nobody is known by them."""
        match = _DESCRIPTION.match(self.document.text, begin, end)
        if match is None:
            return None
        words = match.group().split()
        for last in range(len(words), 1, -1):
            if words[last - 1].casefold() in lexicon().roles:
                described = " ".join(words[:last])
                return self.people.by_role(described) or described
        return None

    def _before(self, number: int, gender: Gender, depth: int) -> Person | None:
        here = self.document.sentences[number][0]
        for earlier in range(number - 1, max(-1, number - REACH), -1):
            begin, end = self.document.sentences[earlier]
            if not self._is_same_section(begin, here):
                return None
            speaker = self._speaker(begin, end, gender)
            if speaker is not None:
                return speaker
            subject = self._subject(earlier, depth)
            if subject is not None and _fits(subject, gender):
                return subject
            for mention in self._mentions(begin, end):
                if _fits(mention.person, gender):
                    return mention.person
        return None

    def _speaker(self, begin: int, end: int, gender: Gender) -> Person | None:
        """The last speaker whose attribution stands in the stretch."""
        at = bisect_left(self.speakers, (end, -1)) - 1
        if at < 0 or self.speakers[at][0] < begin:
            return None
        person = self.persons[self.speakers[at][1]]
        return person if _fits(person, gender) else None

    def _mentions(self, begin: int, end: int) -> Iterator[Mention]:
        """The people named in the stretch outside of quotations."""
        for mention in self.people.between(begin, end):
            if not self._is_quoted((mention.start, mention.end)):
                yield mention

    def _is_quoted(self, span: Span) -> bool:
        at = bisect_right(self.quoted, span[0]) - 1
        return at >= 0 and span[0] < self.quotations[at].end

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a preposition or "and" stands before the name, so that it is no subject."""
        return _GOVERNED.search(self.document.text, max(0, mention.start - 40), mention.start) is not None


def _fits(person: Person, gender: Gender) -> bool:
    return person.gender is None or person.gender == gender
