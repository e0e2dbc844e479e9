"""Whom "he" and "she" mean: the nearest sentence with somebody of that gender decides, its subject first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from importers.documents import Document
from importers.people import Gender, Mention, People, Person
from importers.people.lexicon import lexicon, words
from importers.people.offices import is_role_of, is_thinkable
from importers.quotes.marks import Quotation
from importers.quotes.subjects import apposed, description, is_governed, named_subject, pronoun_subject
from store.records import Span

REACH = 12
"""So many sentences back an antecedent is looked for."""

NEAR = 3
"""So many sentences back the bearer of a role is looked for, and anybody else whom a pronoun could mean."""

LONGEST = 3000
"""So many code points back at most these sentences are read."""


ANYBODY = words(
    "woman man girl boy youth source official aide spokesman spokeswoman spokesperson reporter interviewer voter"
)
"""Words for somebody that do not name anew who has been named."""


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
        self.named: dict[int, Mention | None] = {}
        self.hearer: Person | None = None
        self.families: dict[str, list[Person]] = {}
        for person in people.persons:
            self.families.setdefault(person.name.rpartition(" ")[2], []).append(person)

    def spoke(self, start: int, person: Person) -> None:
        """Remember that an attribution at `start` meant this person."""
        self.persons.append(person)
        insort(self.speakers, (start, len(self.persons) - 1))

    def antecedent(self, start: int, gender: Gender, hearer: Person | None = None) -> tuple[Person, str] | None:
        """Whom a pronoun at `start` means, and why, as half a sentence; None where nobody fits.

        `hearer` is whom the pronoun speaks to or of ("he told Ann", "he said of Ann"): it is not that person.
        """
        self.hearer = hearer
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
            mention.person == person or not self._fits(mention.person, gender)
            for mention in self._mentions(begin, start)
        )

    def bearer(self, start: int, described: str) -> Person | None:
        """Whom "the union leader" at `start` means: whoever is named beside it and bears such a role.

        Else the subject of the sentence before, whom nothing has explained; else the nearest bearer named shortly before;
        else whoever the sentence before in the same paragraph is about. A heading closes the search.
        """
        sentences = self.document.sentences
        here = bisect_right(sentences, (start, len(self.document.text))) - 1
        while here > 0 and self._is_quoted(sentences[here]):
            here -= 1  # to the sentence in which the quotation before the description begins
        is_role = lexicon().is_role(described.rsplit(maxsplit=1)[-1]) or described.endswith("year-old")
        beside = self._bearer_in(here, here - 1, start, described)
        vague = described.rsplit(maxsplit=1)[-1].casefold() in ANYBODY
        topic = self._topic(here) if is_role and not vague and beside is None else None
        if beside is not None or (topic is not None and not topic.roles):
            return beside or topic
        above = self._bearer_in(here - 2, here - NEAR, start, described)
        return above or (topic if topic is not None and is_thinkable(described, topic.roles) else None)

    def _bearer_in(self, last: int, first: int, start: int, described: str) -> Person | None:
        for number in range(last, max(-1, first - 1), -1):
            begin, end = self.document.sentences[number]
            if not self._is_same_section(begin, start):
                return None
            for mention in self._mentions(begin, min(end, start)):
                if any(is_role_of(described, role) for role in mention.person.roles):
                    return mention.person
        return None

    def _topic(self, here: int) -> Person | None:
        """The subject of the sentence before in the same paragraph, whom a description may name anew."""
        sentences = self.document.sentences
        if here < 1 or self.document.block_at(sentences[here][0]) != self.document.block_at(sentences[here - 1][0]):
            return None
        return self._subject(here - 1)

    def _is_same_section(self, earlier: int, later: int) -> bool:
        """Whether no heading opens another section between the two offsets."""
        first, second = self.document.block_at(earlier), self.document.block_at(later)
        return first is None or second is None or first.section == second.section

    def _within(self, begin: int, start: int, gender: Gender) -> Person | None:
        """Somebody fitting before the pronoun in its own sentence, the speaker and the subject first."""
        speaker = self._speaker(begin, start, gender)
        if speaker is not None:
            return speaker
        at = bisect_left(self.quoted, begin)
        if at < len(self.quoted) and self.quoted[at] < start:
            start = self.quoted[at]  # who is named between the parts of a quotation is spoken of
        mentions = [mention for mention in self._mentions(begin, start) if self._meant(mention, gender)]
        free = [m for m in mentions if not m.possessive and not is_governed(self.document.text, m)]
        chosen = free or mentions
        return self._meant(chosen[0], gender) if chosen else None

    def _in_sentence(self, number: int, gender: Gender) -> tuple[Person, str] | None:
        begin, end = self.document.sentences[number]
        speaker = self._speaker(begin, end, gender)
        if speaker is not None:
            return speaker, "the speaker in"
        subject = self._fitting_subject(number, gender)
        if subject is not None:
            return subject, "the subject of"
        described = self._described(number, gender)
        if described is not None and self._fits(described, gender):
            return described, "the subject of"
        for mention in sorted(self._mentions(begin, end), key=lambda mention: mention.possessive):
            if (person := self._meant(mention, gender)) is not None:
                return person, "named in"
        return None

    def _subject(self, number: int, depth: int = 0) -> Person | None:
        """The person who is the subject of a sentence, through a pronoun if need be."""
        if number in self.subjects:
            return self.subjects[number]
        begin, end = self.document.sentences[number]
        self.subjects[number] = None
        gender = pronoun_subject(self.document.text, begin, end)
        if gender is not None and depth < REACH:
            found = self._before(number, gender, depth + 1)
        else:
            mention = named_subject(self.document.text, self._mentions(begin, end), begin, end)
            found = None if mention is None else mention.person
            self.named[number] = mention
        self.subjects[number] = found
        return found

    def _described(self, number: int, gender: Gender) -> Person | None:
        """The subject of a sentence that opens with a description; where the document names nobody so, the words alone."""
        begin, end = self.document.sentences[number]
        found = description(self.document.text, begin, end)
        if found is None:
            return None
        words, told = found
        mention = apposed(self.document.text, self.people, begin + len(words))
        if mention is not None:
            return mention.person
        named = self.people.by_role(words) if words.startswith("The ") else None
        return named or self._renamed(number, words, gender) or Person(words, (), told)

    def _renamed(self, number: int, words: str, gender: Gender) -> Person | None:
        """Whom "The front-runner" names anew: the subject of the sentence before, if sure to be of the pronoun's gender."""
        if number == 0 or not words.startswith("The ") or words[4:5].isupper():
            return None  # "The Prime Minister" is nobody's description
        subject = self._fitting_subject(number - 1, gender)
        if subject is None or not subject.gender:
            return None
        return subject if not subject.roles or is_thinkable(words, subject.roles) else None

    def _before(self, number: int, gender: Gender, depth: int) -> Person | None:
        here = self.document.sentences[number][0]
        for earlier in range(number - 1, max(-1, number - REACH), -1):
            begin, end = self.document.sentences[earlier]
            if not self._is_same_section(begin, here):
                return None
            speaker = self._speaker(begin, end, gender)
            if speaker is not None:
                return speaker
            subject = self._fitting_subject(earlier, gender, depth)
            if subject is not None:
                return subject
            for mention in self._mentions(begin, end):
                if (person := self._meant(mention, gender)) is not None:
                    return person
        return None

    def _speaker(self, begin: int, end: int, gender: Gender) -> Person | None:
        """The last speaker whose attribution stands in the stretch."""
        at = bisect_left(self.speakers, (end, -1)) - 1
        if at < 0 or self.speakers[at][0] < begin:
            return None
        person = self.persons[self.speakers[at][1]]
        return person if self._fits(person, gender) else None

    def _mentions(self, begin: int, end: int) -> Iterator[Mention]:
        """The people named in the stretch outside of quotations."""
        for mention in self.people.between(begin, end):
            if not self._is_quoted((mention.start, mention.end)):
                yield mention

    def _is_quoted(self, span: Span) -> bool:
        at = bisect_right(self.quoted, span[0]) - 1
        return at >= 0 and span[0] < self.quotations[at].end

    def _fitting_subject(self, number: int, gender: Gender, depth: int = 0) -> Person | None:
        subject, mention = self._subject(number, depth), self.named.get(number)
        if mention is not None:
            return self._meant(mention, gender)
        return subject if subject is not None and self._fits(subject, gender) else None

    def _meant(self, mention: Mention, gender: Gender) -> Person | None:
        """Whom a name can mean where a pronoun takes it up: of several with one family name the one of that gender."""
        if self._fits(mention.person, gender):
            return mention.person
        word = self.document.text[mention.start : mention.end]
        others = self.families.get(word, ()) if mention.person != self.hearer else ()
        return next((person for person in others if person.gender == gender and person != self.hearer), None)

    def _fits(self, person: Person, gender: Gender) -> bool:
        return (person.gender is None or person.gender == gender) and person != self.hearer
