"""The words of attribution: verbs and nouns of `data/attribution.toml`, inflected, and the small words that frame a clause."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

import msgspec

import data
from importers.people.lexicon import lexicon as people_lexicon

Tag: TypeAlias = Literal[
    "said",  # a verb of speech, finite or past participle
    "saying",  # the -ing form of one
    "say",  # the bare form of one
    "named",  # a verb that names or judges, finite or past participle
    "naming",
    "name it",
    "claim",  # a noun of speech
    "he",  # a pronoun that can be subject
    "who",
    "him",  # a pronoun that cannot
    "the",  # determiners
    "his",  # possessive determiners
    "of",  # prepositions
    "and",  # coordination
    "that",  # what opens a clause
    "is",  # auxiliaries
    "also",  # adverbs
    "Monday",  # what says when
    "went",  # another verb
    "Name",  # a word with a capital
    "Name's",  # a word in the genitive
    "word",
    "1",
    "quotation",
    ",",
    ":",
    "—",
    "(",
    ")",
    ".",
]

_SMALL: dict[Tag, str] = {
    "he": "he she they it i we you one's everyone everybody someone somebody nobody others many",
    "who": "who which",
    "him": "him her them us me himself herself themselves itself",
    "the": "the a an this that these those some any each every another both several many one two three four five all no other most",
    "his": "his her their its our my your whose",
    "of": "of for from in at on with to by about during after before into against including near under over between among "
    "through without within across around behind beyond despite toward towards upon via outside inside since until till off out up down along amid like unlike than alongside following regarding concerning throughout",
    "and": "and but or nor yet so plus",
    "that": "that while when as if because although though whereas whether how why what where whenever wherever unless once",
    "is": "is are was were be been being am has have had having do does did will would can could should may might must shall "
    "'s ’s 'd ’d 'll ’ll 're ’re 've ’ve isn't wasn't didn't doesn't hasn't hadn't won't wouldn't couldn't",
    "also": "also then later now again once recently still even just only not never often always sometimes soon already previously "
    "earlier perhaps maybe rather instead too further furthermore moreover however meanwhile back simply repeatedly famously aloud twice ever thus therefore either neither first there here well himself herself themselves itself",
    "Monday": "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february april "
    "june july august september october november december jan feb aug sept oct nov dec mon tue wed thu fri sat sun last next ago week month year night morning afternoon evening weekend",
    "went": "went drew saw sold hung leapt sank sprang withdrew upheld undertook overcame drank knelt used came took made got gave won lost ran led held began kept left met sent brought knew became fell rose stood sat threw "
    "put hit cut set let goes comes takes makes gets gives wins loses runs leads holds keeps leaves meets sends brings knows becomes stands sits "
    "spent bought built caught chose drove ate fought flew forgot grew heard hid hurt paid rode rang shook shot showed sang slept spread stole taught tore understood "
    "woke wore arose bore beat bent bet bound bit bled blew broke dealt dug forbade forgave froze hung laid lent lit meant sank slid sped spun stuck swam swept swung wept wins wants likes loves needs seems looks plays works lives moves turns",
}


class _Data(msgspec.Struct):
    speech: list[str]
    naming: list[str]
    hearer: list[str]
    mind: list[str]
    nouns: list[str]
    prepositions: list[str]
    irregular: dict[str, list[str]]


@cache
def _words() -> _Data:
    return msgspec.toml.decode(data.path("attribution.toml").read_bytes(), type=_Data)


@cache
def nouns() -> frozenset[str]:
    """The nouns of speech, which may be verb forms too ("claims")."""
    return frozenset(_words().nouns)


@cache
def hearer_verbs() -> frozenset[str]:
    """All forms of the verbs whose object is the hearer."""
    return _forms(_words().hearer)


@cache
def mind_verbs() -> frozenset[str]:
    """All forms of the verbs of the mind."""
    return _forms(_words().mind)


def _forms(verbs: list[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in (verb, *inflect(verb, _words().irregular)))


@cache
def tags() -> dict[str, Tag]:
    """What each known word in lower case is in a clause that attributes speech; a verb goes before a noun."""
    words = _words()
    found: dict[str, Tag] = {}
    for role in people_lexicon().roles:
        found[role] = "word"
    for noun in words.nouns:
        found[noun] = "claim"
    for verb in words.naming:
        _enter(found, verb, ("named", "naming", "name it"))
    for verb in words.speech:
        _enter(found, verb, ("said", "saying", "say"))
    for tag, text in _SMALL.items():
        found |= dict.fromkeys(text.split(), tag)
    return found


def _enter(found: dict[str, Tag], verb: str, forms: tuple[Tag, Tag, Tag]) -> None:
    finite, participle, bare = forms
    if " " in verb:
        return
    if found.get(verb) not in {"said", "named"}:
        found[verb] = bare
    for form in inflect(verb, _words().irregular):
        found[form] = participle if form.endswith("ing") and form != verb else finite


@cache
def particles() -> frozenset[tuple[str, str]]:
    """Verb forms with the word that must follow them: ("points", "out")."""
    words = _words()
    phrases = (phrase.split(" ", 1) for phrase in words.speech + words.naming if " " in phrase)
    return frozenset((form, tail) for verb, tail in phrases for form in (verb, *inflect(verb, words.irregular)))


def inflect(verb: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    """Third person, past, past participle and -ing form of a verb."""
    if verb in irregular:
        return tuple(irregular[verb])
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ed", f"{verb}ing"
