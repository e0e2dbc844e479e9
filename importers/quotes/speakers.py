"""Give each quotation its speaker, sentence by sentence, and leave out what nobody is said to have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.documents import Document
from importers.people import People
from importers.quotes import cues
from importers.quotes.cues import Attribution
from importers.quotes.marks import Quotation
from importers.quotes.resolve import Resolver, Source
from importers.quotes.sentences import Sentence, read_sentences
from store.records import Quote


@dataclass(frozen=True, slots=True)
class _Given:
    """What one quotation was given: its source, or the knowledge that there is none."""

    source: Source | None
    cue: str | None
    how: str
    continued: bool = False


def attribute(document: Document, quotations: Sequence[Quotation], people: People) -> tuple[Quote, ...]:
    """The quotations that are speech, each with its speaker, in the order of the text."""
    reading = _Reading(document, quotations, people)
    for sentence in read_sentences(document, quotations):
        reading.read(sentence)
    return reading.quotes()


class _Reading:
    """Goes through the sentences once and remembers who spoke last."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: People) -> None:
        self.text = document.text
        self.quotations = quotations
        self.resolver = Resolver(document, quotations, people)
        self.given: dict[int, _Given | None] = {}
        self.before: Sentence | None = None

    def read(self, sentence: Sentence) -> None:
        known: dict[int, Attribution] = {}
        for at in sentence.quotations:
            number = sentence.tokens[at].quotation
            self.given[number] = self._attribute(sentence, at, self.quotations[number], known)
        self.before = sentence

    def _attribute(
        self, sentence: Sentence, at: int, quotation: Quotation, known: dict[int, Attribution]
    ) -> _Given | None:
        whole = self._is_whole(quotation)
        found = self._own(sentence, at, quotation, known, whole=whole)
        if found is not None:
            if found.cue >= 0:
                known.setdefault(found.cue, found)
            return self._give(sentence, found)
        if not quotation.opened:
            return _Given(None, None, "its opening mark is lost")
        if at == 0 or all(token.quotation >= 0 or token.tag in {",", "—"} for token in sentence.tokens[:at]):
            return self._from_before(sentence, whole=whole)
        return None

    def _is_whole(self, quotation: Quotation) -> bool:
        """Whether the words are speech of their own rather than a fragment in somebody else's sentence."""
        first = self.text[quotation.start]
        return (first.isupper() or not first.isalnum()) and self.text[quotation.end - 1] in ".,!?…—–-’'"

    def _own(
        self, sentence: Sentence, at: int, quotation: Quotation, known: dict[int, Attribution], *, whole: bool
    ) -> Attribution | None:
        tokens = sentence.tokens
        announced = at > 0 and tokens[at - 1].tag in {":", ","} and self.text[quotation.start].isupper()
        first = None if announced else cues.after(tokens, at, whole=whole)
        if first is not None and self.text[quotation.end - 1] in ",?!—–-…":
            return first
        return (
            cues.before(tokens, at, known, whole=whole)
            or first
            or (cues.after(tokens, at, whole=whole) if announced else None)
        )

    def _give(self, sentence: Sentence, found: Attribution) -> _Given:
        tokens = sentence.tokens
        source = self.resolver.source(tokens, found.source)
        cue = tokens[found.cue].low if found.cue >= 0 else None
        return _Given(source, cue, found.how.format(cue))

    def _from_before(self, sentence: Sentence, *, whole: bool) -> _Given | None:
        """Speech without attribution of its own goes on from what stands before it."""
        before = self.before
        if before is None:
            return _Given(None, None, "nobody is named") if whole else None
        if before.quotations and before.tokens[-1].tag != ":":
            last = self.given.get(before.tokens[before.quotations[-1]].quotation)
            if last is not None:
                return _Given(
                    last.source,
                    last.cue if sentence.block == before.block else None,
                    "continued from " + ("the paragraph before" if sentence.first_in_block else "the sentence before"),
                    continued=sentence.block != before.block,
                )
            return _Given(None, None, "nobody is named") if whole else None
        if not whole:
            return None
        if before.tokens[-1].tag == ":":
            found = cues.before([*before.tokens, sentence.tokens[0]], len(before.tokens), {}, whole=True)
        else:
            found = cues.announced(before.tokens)
        if found is None:
            return _Given(None, None, "nobody is named")
        return self._give(before, found)

    def quotes(self) -> tuple[Quote, ...]:
        """The records; a quotation without speaker that runs on into one with a speaker takes it."""
        found: list[Quote] = []
        for number, quotation in enumerate(self.quotations):
            given = self.given.get(number)
            if given is not None:
                found.append(self._record(quotation, given))
        return tuple(found)

    def _record(self, quotation: Quotation, given: _Given) -> Quote:
        source = given.source
        mention = source is not None
        return Quote(
            start=quotation.start,
            end=quotation.end,
            text=self.text[quotation.start : quotation.end],
            speaker=source.name if source else None,
            speaker_start=source.start if source and mention else None,
            speaker_end=source.end if source and mention else None,
            cue=given.cue,
            role=source.role if source else None,
            how=given.how,
        )
