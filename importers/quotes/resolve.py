"""From the mention in an attribution to the person: names to their fullest form, pronouns to whom they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from importers.documents import Document
from importers.people import Gender, People, Person
from importers.people.lexicon import lexicon, words
from importers.people.roles import plain_role, without_address, without_article
from importers.quotes.clauses import clause_subject, first_subject
from importers.quotes.lexicon import hearer_verbs
from importers.quotes.marks import Quotation
from importers.quotes.phrases import Phrase
from importers.quotes.pronouns import ANYBODY, Discourse
from importers.quotes.subjects import apposed
from importers.quotes.tokens import Token, tokenise

GENDERS: dict[str, Gender] = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}


PLURAL_REACH = 300
"""So many code points of the sentence before are read to find whom "they" means."""


GROUPS = frozenset(
    {
        "group",
        "union",
        "charity",
        "campaign",
        "organisation",
        "organization",
        "company",
        "firm",
        "network",
        "federation",
        "trust",
    }
)
"""What an organisation is called once its name has been given."""

ORGANISATION = re.compile(r"(?<![\w’'-])[A-Z][\w’&-]*(?: (?:(?:of|for|the|and|against|to) )?[A-Z][\w’&-]*)+")


_POINTERS = words("one another other others")
"""What points back to somebody counted before, and names nobody by itself."""
_OPENERS = words(
    "But For And The In At On By From With As To When While If After Before Yet So A An This That Then Now"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the mention in the text and the name behind it."""

    start: int
    end: int
    name: str
    role: str | None = None
    how: str = ""
    """Why the mention means this person, where it is not the name itself."""
    person: Person | None = None
    sure: bool = True
    """False where the mention could mean another."""


class Resolver:
    """Resolves the mentions of one document in the order of the text."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: People) -> None:
        self.document = document
        self.text = document.text
        self.people = people
        self.discourse = Discourse(document, quotations, people)
        self._bearers = Counter(word for person in people.persons for word in set(person.name.split()))

    def source(self, tokens: Sequence[Token], phrase: Phrase) -> Source:
        """Whom the phrase means."""
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        found = self._named(tokens, phrase) or self._pronoun(tokens, phrase)
        found = found or self._apposed(tokens, phrase) or self._described(tokens, phrase)
        found = found or Source(start, end, self.text[start : _name_end(tokens, phrase)])
        if found.person is not None:
            self.discourse.spoke(start, found.person)
        elif (somebody := self._somebody(tokens, phrase, found)) is not None:
            self.discourse.spoke(start, somebody)
        return found

    def _somebody(self, tokens: Sequence[Token], phrase: Phrase, source: Source) -> Person | None:
        """The one person without name who speaks, so that "she added" can mean "a teacher from Hull"."""
        opens = tokens[phrase.first].low in {"a", "an", "one", "another", "his", "her", "their"}
        opens = opens or (
            tokens[phrase.first].low == "the"
            and tokens[phrase.first + 1 : phrase.last + 1] != []
            and tokens[phrase.first + 1].low in ANYBODY
        )
        head = (
            next((at for at in range(phrase.first + 1, phrase.last + 1) if tokens[at].tag == "of"), phrase.last + 1) - 1
        )
        if not opens or not lexicon().is_role(tokens[head].low):
            return None
        gender = lexicon().role_gender.get(tokens[head].low.removeprefix("ex-"))
        return Person(source.name, (), gender)

    def _named(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        """A name at the head of the phrase, in its fullest form."""
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        head = self._head_end(tokens, phrase)
        inside = [mention for mention in self.people.between(start, head) if mention.end >= head]
        if not inside:
            return None
        mention = inside[-1]
        role = without_address(self.text[start : mention.start].strip(" ,"))
        if role.rstrip(".") in lexicon().titles or role.endswith(("’s", "'s")):
            role = ""
        known = _known_role(mention.person)
        full, said = mention.person.name, self.text[mention.start : mention.end]
        how = "" if said == full else f"'{said}' is {full}"
        sure = said == full or self._bearers[said.split()[-1]] <= 1
        return Source(start, end, full, without_article(role) or known, how, mention.person, sure)

    def _pronoun(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        token = tokens[phrase.first]
        if token.tag == "who" or token.low == "that":
            if phrase.antecedent is None:
                return None
            meant = self.source(tokens, phrase.antecedent)
            return Source(
                token.start,
                token.end,
                meant.name,
                meant.role,
                f"'{token.low}' is {meant.name}",
                meant.person,
                meant.sure,
            )
        if phrase.first != phrase.last:
            return None
        if token.low == "they":
            return self._plural(token)
        if token.low not in GENDERS:
            return None
        if phrase.first > 0 and tokens[phrase.first - 1].low == "what":
            judge = self._judge(tokens, phrase)
            if judge is not None:
                return judge
        found = self.discourse.antecedent(token.start, GENDERS[token.low], self._hearer(tokens, phrase.last))
        if found is None:
            return None
        person, why = found
        role = _known_role(person)
        how = f"'{self.text[token.start : token.end]}' is {person.name}, {why}"
        sure = self.discourse.is_alone(person, token.start, GENDERS[token.low])
        return Source(token.start, token.end, person.name, role, how, person, sure)

    def _hearer(self, tokens: Sequence[Token], pronoun: int) -> Person | None:
        """Whom a pronoun speaks to or of, right behind its verb: `he told Ann`, `he said of Ann`."""
        at = pronoun + 2
        if at >= len(tokens):
            return None
        spoken_of = tokens[pronoun + 1].tag == "said" and tokens[at].low in {"of", "about", "to"}
        if not spoken_of and tokens[pronoun + 1].low not in hearer_verbs():
            return None
        at += spoken_of
        mention = self.people.at(tokens[at].start) if at < len(tokens) and tokens[at].tag == "Name" else None
        return None if mention is None else mention.person

    def _judge(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        """Whom "he" means in `the commissioner condemned what he called “…”`: the subject of the clause above."""
        above = clause_subject(tokens, phrase.first - 1)
        if above is None or above.first == above.last or tokens[above.first].tag != "the":
            return None
        token, meant = tokens[phrase.first], self.source(tokens, above)
        how = f"'{token.low}' is {meant.name}, the subject of the sentence"
        return Source(token.start, token.end, meant.name, meant.role, how, meant.person, meant.sure)

    def _plural(self, token: Token) -> Source | None:
        """Whom "they" means: the people the sentence before is about, where its subject is a plural noun."""
        sentences = self.document.sentences
        number = bisect_right(sentences, (token.start, len(self.text))) - 2
        if number < 0:
            return None
        start, end = sentences[number]
        tokens = tokenise(self.text, start, min(end, start + PLURAL_REACH))
        phrase = first_subject(tokens)
        if phrase is None or not _is_plural(tokens, phrase):
            return None
        name = self.text[tokens[phrase.first].start : tokens[phrase.last].end]
        how = f"'{self.text[token.start : token.end]}' is {name}, the subject of the sentence before"
        return Source(token.start, token.end, name, how=how, sure=False)

    def _apposed(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        """Somebody described whose name follows between commas: "a delegate from Hull, Ann Price, who"."""
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        mention = None if tokens[phrase.last].tag == "he" else apposed(self.text, self.people, end)
        if mention is None or not any(lexicon().is_role(token.low) for token in tokens[phrase.first : phrase.last + 1]):
            return None
        role = without_article(self.text[start:end])
        return Source(
            start, end, mention.person.name, role, f"'{self.text[start:end]}' is {mention.person.name}", mention.person
        )

    def _described(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        """A description such as "the Labour leader" where the document says who that is."""
        first = tokens[phrase.first]
        if first.low != "the":
            return None
        words = self.text[first.start : tokens[phrase.last].end]
        if first.start < tokens[phrase.last].start and tokens[phrase.last].low in GROUPS:
            return self._organisation(first.start, tokens[phrase.last].end)
        office = self.people.by_role(words)
        bearer = office if " " in without_article(words) else None
        person = bearer or self.discourse.bearer(first.start, words) or office
        if person is None:
            return None
        role, how = without_article(words), f"'{words}' is {person.name}"
        return Source(first.start, tokens[phrase.last].end, person.name, role, how, person, bearer is not None)

    def _organisation(self, start: int, end: int) -> Source | None:
        """What "the group" means: the one organisation of several words that the two sentences before name."""
        sentences = self.document.sentences
        here = bisect_right(sentences, (start, len(self.text))) - 1
        begin = max(sentences[max(here - 2, 0)][0] if here >= 0 else 0, start - PLURAL_REACH)
        block = self.document.block_at(start)
        begin = max(begin, block.start) if block is not None else begin
        names = {
            name for found in ORGANISATION.finditer(self.text, begin, start) if (name := self._as_organisation(found))
        }
        if len(names) != 1:
            return None
        name = names.pop()
        return Source(start, end, name, how=f"'{self.text[start:end]}' is {name}", sure=False)

    def _as_organisation(self, found: re.Match[str]) -> str | None:
        """The name without the words that open its sentence; None for a person or a single word."""
        if any(mention.end > found.start() for mention in self.people.between(found.start() - 40, found.end())):
            return None
        words = found.group().split()
        while words and (words[0] in _OPENERS or words[0].islower()):
            del words[0]
        return " ".join(words) if len(words) > 1 else None

    def _head_end(self, tokens: Sequence[Token], phrase: Phrase) -> int:
        """Where the head of the phrase ends: before its first preposition, without a genitive ending."""
        for at in range(phrase.first + 1, phrase.last + 1):
            if tokens[at].tag == "of":
                return tokens[at - 1].end
        end, letters = phrase.last, lexicon().letters
        while end > phrase.first and tokens[end].low in letters and tokens[end].tag == "Name":
            end -= 1
        last = tokens[end]
        return last.end - 2 if last.tag == "Name's" and last.low[-2] in "’'" else last.end


def is_pointer(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is no more than "one", "the other" or "others"."""
    alone = phrase.first == phrase.last or (phrase.first + 1 == phrase.last and tokens[phrase.first].low == "the")
    return alone and tokens[phrase.last].low in _POINTERS


def _name_end(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where the name of a phrase without name ends: before a participle that tells more of it ("campaigners fighting to …")."""
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].low.endswith("ing") and tokens[at].tag in {"word", "saying"} and tokens[at + 1].tag == "of":
            return tokens[at - 1].end
    return tokens[phrase.last].end


def _is_plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the head of the phrase, the word before its first preposition, is a plural noun for people."""
    head = next((at for at in range(phrase.first + 1, phrase.last + 1) if tokens[at].tag == "of"), phrase.last + 1) - 1
    word = tokens[head]
    return word.tag == "word" and (word.low == "people" or word.low.removesuffix("s") in lexicon().roles - {word.low})


def _known_role(person: Person) -> str | None:
    """What the document first calls a person, forms of address left out: "Mr" is no role, "Councillor" is."""
    return next(filter(None, map(plain_role, person.roles)), None)
