"""Gather names into people: the full names first, then the parts of them by which they go."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from importers.documents import Document
from importers.people.lexicon import lexicon, words
from importers.people.names import Candidate, find_names, is_explained, is_initial
from importers.people.persons import Gender, Mention, People, Person

_SPEECH = re.compile(
    r",? (?:also |then |later |has |had )?(?:said|says|told|tells|asked|added|adds|wrote|explained|replied|argued|claimed|commented)\b"
)
_SAID = re.compile(r"(?:said|says|added|asked|explained|replied|argues|argued|according to) $")
_ROLE_BEFORE = re.compile(r"(?:(?<![\w’'-])(?:[\w’'-]+,? ){1,7})$")
_MET = re.compile(
    r"(?P<me>\b(?:I|[Ww]e) )?\b(?:[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Mm]et|[Ii]nterviewed|[Aa]sked) $"
)
_MET_BY = ("to ", "with ", "met ", "Met ", "interviewed ", "Interviewed ", "asked ", "Asked ")
"""How the words end behind which `_MET` looks: a quick way to see that they are not there."""
_DOMINANT = 4
"""So many times as often as a namesake somebody is named whom a report is about."""
_NAMING = (" named ", " name as ", " name only as ", " known as ", "year-old ", " calls himself ", " calls herself ")
_SOMEBODY = re.compile(r", (?:\d\d, )?an? (?:[\w’'-]+ ){0,2}?(?P<head>[a-z-]+)(?:,| (?:who|from|at|in)\b)")
_POSSESSIVE = re.compile(r"[’']s?(?!\w)")


@dataclass(slots=True)
class _Draft:
    """A person while the names are being gathered."""

    words: tuple[str, ...]
    gender: Gender | None
    roles: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def find_people(document: Document) -> People:
    """The people the narrative blocks name. Takes any text, in time linear in its length."""
    return _Gathering(document).people()


class _Gathering:
    """One pass over the candidates for full names, one for single ones, then the roles beside them."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.lex = lexicon()
        self.candidates = list(find_names(document))
        self.drafts: dict[tuple[str, ...], _Draft] = {}
        self.named: Counter[tuple[str, ...]] = Counter()
        self.by_family: dict[str, list[_Draft]] = defaultdict(list)
        self.by_given: dict[str, list[_Draft]] = defaultdict(list)

    def people(self) -> People:
        for one in self.candidates:
            if len(one.words) > 1 and one.words not in self.drafts and self._is_full_name(one):
                self._enter(one)
        mentions: list[tuple[Candidate, _Draft]] = []
        recent: dict[str, _Draft] = {}
        for one in self.candidates:
            draft = self.drafts.get(one.words) or self._partial(one, recent)
            if draft is not None:
                mentions.append((one, draft))
                self.named[draft.words] += 1
                recent[draft.words[-1]] = draft
                recent[draft.words[0]] = draft
                self._learn(one, draft)
        return self._finish(mentions)

    # --- full names ---------------------------------------------------------------------------------

    def _is_full_name(self, one: Candidate) -> bool:
        words, lex = one.words, self.lex
        if one.titled and words[0] in lex.given and len(words) <= 3:
            return True
        if len(words) > 5 or words[-1] in lex.things or (words[0] in lex.things and words[0] not in lex.given):
            return False
        if words[0] in lex.given and len(words) <= 4:
            return True
        if one.titled:
            return len(words) <= 3
        if not _OF_SLOGANS.isdisjoint(words) or words[0] in _OF_REGIONS:
            return False
        if sum(word[0].isupper() for word in words) > 3 or any(word in lex.things or word.isupper() for word in words):
            return False
        return is_explained(self.text, one) or self._speaks(one) or self._has_role(one) or self._is_introduced(one)

    def _has_role(self, one: Candidate) -> bool:
        """Whether the word before the name, printed small, says what its bearer is: "campaign manager Robby Mook"."""
        before = self.text[max(0, one.start - 20) : one.start].rsplit(None, 1)
        return bool(before) and before[-1] in self.lex.roles and before[-1].islower()

    def _speaks(self, one: Candidate) -> bool:
        return (
            _SPEECH.match(self.text, one.end) is not None
            or _SAID.search(self.text, max(0, one.start - 14), one.start) is not None
        )

    def _enter(self, one: Candidate) -> _Draft:
        gender = one.gender or self.lex.given.get(one.words[0])
        draft = _Draft(one.words, gender)
        self.drafts[one.words] = draft
        self.by_family[one.words[-1]].append(draft)
        if len(one.words) > 1:
            self.by_given[one.words[0]].append(draft)
        return draft

    # --- parts of names -----------------------------------------------------------------------------

    def _partial(self, one: Candidate, recent: dict[str, _Draft]) -> _Draft | None:
        """Whom a shorter form of a name means: by family name, by given name, or somebody with one name only."""
        if len(one.words) > 1:
            return self._longer_form(one)
        word = one.words[0]
        known = self.by_family.get(word) or self.by_given.get(word)
        if known:
            return self._choose(known, one, recent.get(word))
        if self._is_single_name(one):
            return self._enter(one)
        return None

    def _choose(self, known: list[_Draft], one: Candidate, last: _Draft | None) -> _Draft:
        fitting = [draft for draft in known if not one.gender or not draft.gender or draft.gender == one.gender]
        if last is not None and last in fitting:
            main = max(fitting, key=lambda draft: self.named[draft.words])
            # A paper calls the one it is about by the family name alone, and a namesake by the full name.
            return main if self.named[main.words] >= max(_DOMINANT, _DOMINANT * self.named[last.words]) else last
        return (fitting or known)[0]

    def _longer_form(self, one: Candidate) -> _Draft | None:
        """A name of several words that is no full name by itself: part of one ("Van der Berg"), or capitals run together."""
        for draft in self.by_family.get(one.words[-1], ()):
            if set(one.words) <= set(draft.words) or (one.titled and one.words[-1] == draft.words[-1]):
                return draft
        return None

    def _is_single_name(self, one: Candidate) -> bool:
        word, lex = one.words[0], self.lex
        if len(word) < 2 or word in lex.things or word in lex.no_name or (word.isupper() and len(word) < 5):
            return False
        if one.titled:
            return True
        if word in lex.given and word not in lex.ambiguous:
            return True
        if self._is_met(one) or self._is_somebody(one) or self._is_introduced(one):
            return True
        if word not in lex.given and is_initial(self.text, one):
            return is_explained(self.text, one) and self._speaks_soon(one)
        return word in lex.given and (self._speaks(one) or is_explained(self.text, one))

    def _is_met(self, one: Candidate) -> bool:
        """Whether somebody met the bearer: "I spoke to Farida", or with an apposition "She met Farida, a driver"."""
        if not self.text.endswith(_MET_BY, max(0, one.start - 12), one.start):
            return False
        met = _MET.search(self.text, max(0, one.start - 24), one.start)
        return met is not None and (met["me"] is not None or is_explained(self.text, one))

    def _is_introduced(self, one: Candidate) -> bool:
        """Whether the words before say that a name follows: "an immigrant named Costas", "72-year-old Gurpreet", "A student, Ritika,"."""
        begin = max(0, one.start - 24)
        if self.text.endswith(_NAMING, begin, one.start):
            return True
        if not self.text.endswith(", ", begin, one.start) or self.text[one.end : one.end + 1] not in {",", "."}:
            return False
        before = self.text[begin : one.start - 2].rsplit(None, 1)
        return len(before) == 2 and self.lex.is_role(before[1])

    def _is_somebody(self, one: Candidate) -> bool:
        """Whether the apposition behind the name opens with what a person is: "Candy, a gallery assistant who"."""
        match = _SOMEBODY.match(self.text, one.end, one.end + 60)
        return match is not None and match["head"] in self.lex.roles

    def _speaks_soon(self, one: Candidate) -> bool:
        """Whether a verb of speech follows the apposition behind the name."""
        return (
            re.search(r", (?:said|told|says|asked|added|explained)\b", self.text[one.end : one.end + 120]) is not None
        )

    # --- what else the text says of them ------------------------------------------------------------

    def _learn(self, one: Candidate, draft: _Draft) -> None:
        draft.gender = draft.gender or one.gender
        for role in (self._role_before(one), self._role_behind(one)):
            if role and role not in draft.roles:
                draft.roles.append(role)
                if draft.gender is None:
                    draft.gender = next(
                        (self.lex.role_gender[w] for w in role.casefold().split() if w in self.lex.role_gender), None
                    )

    def _role_before(self, one: Candidate) -> str:
        """The words before a name that say what its bearer is: "former deputy Labour leader"."""
        nearest = self.text[max(0, one.start - len(one.role) - 24) : one.start].rsplit(None, 1)
        parted = bool(nearest) and nearest[-1].endswith(",") and self.text.startswith(",", one.end)
        if not nearest or nearest[-1].rstrip(".," if parted else ".").casefold() not in self.lex.roles:
            return one.role
        reach = max(0, one.start - len(one.role) - 60)
        match = _ROLE_BEFORE.search(self.text, reach, one.start)
        if match is None:
            return one.role
        words = match.group().split()
        if (
            not words
            or words[-1].rstrip(".,").casefold() not in self.lex.roles
            or (words[-1].endswith(",") and not parted)
        ):
            return "" if words and words[-1].rstrip(".") in self.lex.titles else one.role
        first = len(words) - 1
        while first > 0 and self._is_part_of_role(words[first - 1]):
            first -= 1
        return " ".join(words[first:]).rstrip(",")

    def _is_part_of_role(self, word: str) -> bool:
        if word.endswith((",", ";")) or "’" in word or "'" in word:
            return False
        return (word[0].isupper() and word not in _OPENERS) or word in self.lex.roles or word in _MODIFIERS

    def _role_behind(self, one: Candidate) -> str:
        """The apposition behind a name: "a long-time member of Labour"."""
        if not self.text.startswith(", ", one.end):
            return ""
        match = _APPOSED.match(self.text, one.end, one.end + 120)
        if match is None:
            return ""
        role = self._without_conjunct(match["role"])
        return role if any(word.rstrip("s").casefold() in self.lex.roles for word in role.split()[:6]) else ""

    def _without_conjunct(self, role: str) -> str:
        """The role without another person joined to its bearer: "a driver from Hull and Danny Hoggan"."""
        joined = next((m for m in _AND.finditer(role) if m["next"] in self.lex.given), None)
        return role if joined is None else role[: joined.start()]

    def _finish(self, found: list[tuple[Candidate, _Draft]]) -> People:
        persons = {draft.words: Person(" ".join(draft.words), tuple(draft.roles), draft.gender) for _, draft in found}
        mentions = tuple(
            Mention(one.start, one.end, persons[draft.words], _POSSESSIVE.match(self.text, one.end) is not None)
            for one, draft in found
        )
        return People(tuple(persons.values()), mentions)


_APPOSED = re.compile(
    r", (?P<role>(?:(?:an?|the|our|his|her|its) )?(?!who|but|and|or|which|that|with)[\w’' -]{3,80}?)(?=,| who\b| and \w+ \w+ (?:said|were|was)|\.|;| —|—)"
)
_AND = re.compile(r",? and (?=(?P<next>\w+))")
_OF_REGIONS = words(
    "North South East West Northern Southern Eastern Western Central Middle Upper Lower Greater Los Las San Santa El Der Die Le Les Fort "
    "Mount Port Saint Great Royal National"
)
_OF_SLOGANS = words("Our Your My Their We They Us The Not No Save Stop Keep Fight Defend Stand People")
_OPENERS = words(
    "But And The A An When While As If So Yet For In On At By With After Before Now Then However "
    "Meanwhile That This It He She They"
)
_MODIFIERS = words(
    "former shadow deputy acting interim senior junior vice chief general assistant rival fellow local "
    "regional national longtime long-time veteran retired newly-elected foreign prime home union trade "
    "anti-war presidential prime first parliamentary political campaign communications press leadership "
    "party branch school rail public human and education health justice defence defense business finance "
    "treasury labour climate peace community student youth science"
)
