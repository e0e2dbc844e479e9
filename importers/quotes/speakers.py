"""Give each quotation its speaker, sentence by sentence, and leave out what nobody is said to have said."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import Document
from importers.people import People
from importers.people.lexicon import words
from importers.quotes import cues_after, cues_before
from importers.quotes.clauses import clause_subject
from importers.quotes.cues_after import Attribution
from importers.quotes.labels import Given, labelled, signed
from importers.quotes.lexicon import nouns, particles
from importers.quotes.marks import Quotation
from importers.quotes.named_later import HEADING, HEADINGS
from importers.quotes.resolve import Resolver, is_pointer
from importers.quotes.scare import is_on_banner, is_title
from importers.quotes.sentences import Above, Sentence, read_sentences
from importers.quotes.tokens import Token
from store.records import Quote

NEAR = 4
"""So many tokens at most lie between a verb of speech and a scare quote that is speech after all."""

PAPERS = words(
    "times guardian mirror mail telegraph sun express independent herald post star bbc itv sky reuters tribune standard news record echo"
)
"""The last word of a paper or broadcaster that reports what another said."""

LONG = 6
"""A fragment of so many words is speech rather than a scare quote."""


def attribute(document: Document, quotations: Sequence[Quotation], people: People) -> tuple[Quote, ...]:
    """The quotations that are speech, each with its speaker, in the order of the text."""
    reading = _Reading(document, quotations, people)
    for sentence in read_sentences(document, quotations):
        reading.read(sentence)
    return reading.quotes()


class _Reading:
    """Goes through the sentences once and remembers who spoke last."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: People) -> None:
        self.document = document
        self.text = document.text
        self.quotations = quotations
        self.resolver = Resolver(document, quotations, people)
        self.doubles = any(quotation.mark == '"' for quotation in quotations)
        self.given: dict[int, Given | None] = {}
        self._before: Sentence | Above | None = None

    @property
    def before(self) -> Sentence | None:
        """The sentence before the one that is read, or the last of the block above."""
        if isinstance(self._before, Above):
            self._before = self._before.sentence()
        return self._before

    def read(self, sentence: Sentence | Above) -> None:
        if isinstance(sentence, Above):
            self._before = sentence
            return
        known: dict[int, Attribution] = {}
        for at in sentence.quotations:
            number = sentence.tokens[at].quotation
            self.given[number] = self._attribute(sentence, at, self.quotations[number], known)
        self._before = sentence

    def _attribute(
        self, sentence: Sentence, at: int, quotation: Quotation, known: dict[int, Attribution]
    ) -> Given | None:
        if quotation.mark == "'" and self.doubles and len(sentence.tokens) == 1 and sentence.first_in_block:
            return None  # a heading: `'A hard choice.'` between paragraphs that quote in double marks
        if self.text[quotation.start] == "(" and self.text[quotation.end - 1] == ")":
            return None
        whole = self._is_whole(quotation)
        label = labelled(self.text, quotation, self.resolver.people)
        if label is not None:
            return label
        found = self._own(sentence, at, quotation, known, whole=whole)
        if is_title(self.text, sentence.tokens, at):
            return None
        if found is not None and is_on_banner(sentence.tokens, at, found.cue):
            return None
        if found is not None and not whole and quotation.mark == "'" and self._is_scare(at, quotation, found):
            return None
        if found is not None:
            if found.cue >= 0:
                known.setdefault(found.cue, found)
            given = self._give(sentence, found)
            if found.guessed and self._is_heading(quotation) and given.source and given.source.person is None:
                return Given(None, None, "nobody is named")  # "Rail strikes: ‘We can win’"
            return given
        if not quotation.opened:
            return Given(None, None, "its opening mark is lost")
        if at == 0 or all(token.quotation >= 0 or token.tag in {",", "—"} for token in sentence.tokens[:at]):
            return self._from_before(sentence, whole=whole)
        if whole and sentence.tokens[at - 1].tag == ":" and self.before is not None and not self._is_heading(quotation):
            return Given(None, None, "nobody is named")
        return self._long_fragment(sentence, at) if self._is_long(quotation) else None

    def _is_heading(self, quotation: Quotation) -> bool:
        block = self.document.block_at(quotation.start)
        return block is not None and block.kind in HEADINGS

    def _long_fragment(self, sentence: Sentence, at: int) -> Given | None:
        """A long fragment without cue belongs to the subject of its clause, else to whoever spoke in the sentence before."""
        source = clause_subject(sentence.tokens, at)
        if source is not None and sentence.tokens[source.last].tag in {"Name", "he"}:
            return self._give(sentence, Attribution(source, -1, "subject of the sentence", guessed=True))
        if not sentence.first_in_block and self.before is not None:
            last = self._last_given(self.before)
            how = "goes on from the sentence before"
            return None if last is None else Given(last.source, last.cue, how, sure=False)
        return None

    def _is_scare(self, at: int, quotation: Quotation, found: Attribution) -> bool:
        """Whether a word or two in single marks, in a text that quotes in double ones, stand away from any verb of speech."""
        if self._is_heading(quotation) or not self.doubles or self.text.count(" ", quotation.start, quotation.end) > 1:
            return False
        return not found.strong or found.cue < 0 or abs(at - found.cue) > NEAR

    def _is_long(self, quotation: Quotation) -> bool:
        """Whether a fragment has so many words that only speech can be meant."""
        return self.text.count(" ", quotation.start, quotation.end) >= LONG - 1

    def _is_whole(self, quotation: Quotation) -> bool:
        """Whether the words are speech of their own rather than a fragment in somebody else's sentence."""
        first = self.text[quotation.start]
        return (first.isupper() or not first.isalnum()) and self.text[quotation.end - 1] in ".,!?…—–-’'"

    def _own(
        self, sentence: Sentence, at: int, quotation: Quotation, known: dict[int, Attribution], *, whole: bool
    ) -> Attribution | None:
        tokens = sentence.tokens
        announced = at > 0 and tokens[at - 1].tag in {":", ","} and self.text[quotation.start].isupper()
        goes_on = tokens[at].low in ",?!—–-…"
        right = cues_after.after(tokens, at, whole=whole)
        if right is not None and right.cue < 0 and whole:
            return right  # the signature behind it outweighs every label before it
        if right is not None and goes_on and not announced:
            return right
        left = cues_before.before(tokens, at, known, whole=whole)
        if left is not None and right is not None and self._is_claimed(tokens, left, right, at):
            return left
        if right is not None and goes_on and (whole or left is None or left.cue < 0 or not left.strong):
            return right
        if left is not None and (left.strong or whole):
            return left
        return right or cues_after.tail(tokens, at) or self._of_last(sentence, at) or left

    def _is_claimed(self, tokens: Sequence[Token], left: Attribution, right: Attribution, at: int) -> bool:
        """Whether the attribution before the quotation outweighs the one behind it.

        It does where a claim leads straight up to the words, and where what follows is the paper that reports them.
        """
        if left.cue >= 0 and at - left.cue <= 2 and tokens[left.cue].low in nouns() and tokens[right.cue].tag != "said":
            return True
        paper = tokens[right.source.last]
        return paper.low in PAPERS and paper.tag == "Name" and tokens[left.source.last].tag in {"Name", "he"}

    def _of_last(self, sentence: Sentence, at: int) -> Attribution | None:
        """The attribution behind the last quotation of a sentence, which serves the fragments before it."""
        last = sentence.quotations[-1]
        return None if last == at else cues_after.after(sentence.tokens, last, whole=False)

    def _give(self, sentence: Sentence, found: Attribution) -> Given:
        tokens = sentence.tokens
        if is_pointer(tokens, found.source):
            words = self.text[tokens[found.source.first].start : tokens[found.source.last].end]
            return Given(None, None, f"'{words}' by itself names nobody")
        source = self.resolver.source(tokens, found.source)
        cue = _cue_words(tokens, found.cue) if found.cue >= 0 else None
        how = found.how.format(cue)
        sure = source.sure and not cues_before.is_doubtful(tokens, found)
        return Given(source, cue, f"{how}; {source.how}" if source.how else how, sure=sure)

    def _last_given(self, sentence: Sentence) -> Given | None:
        """What the last quotation of a sentence that is speech was given."""
        for at in reversed(sentence.quotations):
            given = self.given.get(sentence.tokens[at].quotation)
            if given is not None:
                return given
        return None

    def _from_before(self, sentence: Sentence, *, whole: bool) -> Given | None:
        """Speech without attribution of its own goes on from what stands before it."""
        quotation = self.quotations[sentence.tokens[sentence.quotations[0]].quotation]
        if len(sentence.tokens) == 1 and self._is_heading(quotation):
            return Given(None, None, HEADING)
        before = self.before
        if before is None:
            return Given(None, None, "nobody is named") if whole else None
        announces = before.tokens[-1].tag == ":"
        last = None if announces else self._last_given(before)
        if last is not None:
            how = (
                "continued from the paragraph before"
                if sentence.first_in_block
                else "continued from the sentence before"
            )
            same = sentence.block == before.block
            sure = last.sure and (same or self._runs_on(sentence))
            return Given(last.source, last.cue if same else None, how, continued=not same, sure=sure)
        if not whole:
            return None
        if announces:
            found = cues_before.before([*before.tokens, sentence.tokens[0]], len(before.tokens), {}, whole=True)
        else:
            found = cues_before.announced(before.tokens)
        if found is not None and (
            announces or found.cue >= 0 or before.tokens[found.source.last].tag in {"Name", "he"}
        ):
            return self._give(before, found)
        return Given(None, None, "nobody is named")

    def _runs_on(self, sentence: Sentence) -> bool:
        """Whether the quotation that opens a paragraph was left open at the end of the one before."""
        return self.quotations[sentence.tokens[sentence.quotations[0]].quotation].continued

    def quotes(self) -> tuple[Quote, ...]:
        """The records, in the order of the text."""
        found: list[Quote] = []
        for number, quotation in enumerate(self.quotations):
            given = self.given.get(number)
            if given is None:
                continue
            given = signed(self.text, quotation, self.resolver.people) or self._from_behind(number) or given
            if given.source is not None or not self.text[quotation.start : quotation.end].isupper():
                found.append(self._record(quotation, given))  # capitals that nobody says are a headline or a banner
        return tuple(found)

    def _from_behind(self, number: int) -> Given | None:
        """What a quotation without attribution of its own gets from the paragraph into which it runs on."""
        given, behind = self.given[number], self.given.get(number + 1)
        if given is None or behind is None or behind.source is None or behind.continued:
            return None
        if (given.source is not None and not given.continued) or self.quotations[number].continued:
            return None
        if not self.quotations[number + 1].continued:
            return None
        return Given(behind.source, None, "continued in the paragraph behind", continued=True, sure=behind.sure)

    def _record(self, quotation: Quotation, given: Given) -> Quote:
        source = given.source
        mention = source is not None and not given.continued
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
            speaker_certainty="unknown" if source is None else "certain" if given.sure else "likely",
        )


def _cue_words(tokens: Sequence[Token], at: int) -> str:
    """The cue with the particle that belongs to it: "according to", "hit back"."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return f"{low} {following}" if (low, following) in particles() or low == "according" else low
