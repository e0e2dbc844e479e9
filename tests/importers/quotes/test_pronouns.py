from __future__ import annotations

from collections.abc import Callable

import pytest

from importers.documents import Block, Document
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes
from store.records import Quote


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Price spoke in Hull. She said: “We are staying.”", "Anna Price"),
        ("Anna Price met Tom Field in Hull. He said: “We are staying.”", "Tom Field"),
        ("Tom Field met Anna Price in Hull. “We are staying,” he said.", "Tom Field"),
        (
            "Minister Tom Field said Jack Wood’s friends were “a shower”. He told the rally: “We are staying.”",
            "Tom Field",
        ),
        ("Tom Field has gone. In Hull the loudest cheer went to Jack Wood.\n“We are staying,” he said.", "Jack Wood"),
        ("Tom Field spoke first. He praised Jack Wood. “We are staying,” he said.", "Tom Field"),
        ("New members like Jack Wood are not convinced by Tom Field’s promises.\nHe asked, “Why stay?”", "Jack Wood"),
        ("“We are staying,” said Tom Field. The hall rose to its feet. “All of us,” he added.", "Tom Field"),
        ("Tom Field spoke. A student, Ritika, 20, had come by bus. “It was full,” she said.", "Ritika"),
        ("Anna Price spoke. The owner, a Pole named Kasia, shrugged. “I just cook,” she said.", "Kasia"),
        ("Jack Wood thrilled the small crowds, Tom Field said. “He was sharp,” he said.", "Tom Field"),
        ("Senator Jack Wood left. Tom Field walked in. The senator said little. “Not now,” he said.", "Jack Wood"),
        ("Anna Price has spoken. The front-runner wrote in the Echo. She promised “more of the same”.", "Anna Price"),
        ("Tom Field spoke. The Prime Minister denied it all. “I am staying,” he said.", "The Prime Minister"),
        ("Anna Price spoke. “It hurts,” said a woman from Hull. “It hurts a lot,” she said.", "a woman from Hull"),
        ("John “Tig” Field spoke. Jack Wood left. “A shame,” Field said. “A great shame,” he added.", "John Field"),
        ("Field campaign chairman Jack Wood was calm. “We are ready,” he said.", "Jack Wood"),
        ("Tom Field attacked union leader Jack Wood. “He is lazy,” he said.", "Tom Field"),
        ("Asked whether he feared Jack Wood, Tom Field laughed. “I sleep well,” he said.", "Tom Field"),
        ("Jack Wood was there. Speaking in Hull, Tom Field was calm. “I sleep well,” he said.", "Tom Field"),
        ("Anna Price spoke. A driver from Hull was in tears. “I lost it all,” she said.", "A driver"),
        ("Jack Wood asked Tom Field how high. “Very high,” he told Jack Wood.", "Tom Field"),
        ("Tom Field spoke of Jack Wood. “A good man,” he said of Wood.", "Tom Field"),
        ("Anna Price met Tom Price. Tom Price nodded. Price was moved. “I wept,” she said.", "Anna Price"),
        ("Another parent, who gave her name only as Marisol, shook her head. “Enough,” she said.", "Marisol"),
        (
            "Anna Price spoke about Tom Field. This was long ago.\nShe also spoke of “the hand of friendship”.",
            "Anna Price",
        ),
    ],
)
def test_a_pronoun_is_whoever_the_nearest_sentence_is_about(
    quotes: Callable[..., list[Quote]], text: str, speaker: str
) -> None:
    assert quotes(text)[-1].speaker == speaker


def test_the_reason_names_the_pronoun_and_the_person(quotes: Callable[..., list[Quote]]) -> None:
    (quote,) = quotes("Anna Price spoke in Hull. She said: “We are staying.”")
    assert quote.how.endswith("'She' is Anna Price, the subject of the sentence before")


def test_who_is_the_name_before_it(quotes: Callable[..., list[Quote]]) -> None:
    (quote,) = quotes("The vote was lost by Tom Field, who called it “a stitch-up from the start”.")
    assert quote.speaker == "Tom Field"


def test_a_pronoun_nobody_fits_stays_as_it_is(quotes: Callable[..., list[Quote]]) -> None:
    (quote,) = quotes("Tom Field spoke in Hull. She said: “We are staying.”")
    assert quote.speaker == "She"


def test_a_heading_parts_a_pronoun_from_the_people_above_it() -> None:
    above, below = "Anna Price spoke in Hull.", "She said: “We are staying.”"
    text = f"{above}\n{below}"
    blocks = (
        Block("paragraph", 0, len(above), section=0),
        Block("paragraph", len(above) + 1, len(text), section=1),
    )
    document = Document(text, blocks)
    (quote,) = read_quotes(document, find_quotations(document), find_people(document))
    assert quote.speaker == "She"


@pytest.mark.parametrize(
    "text",
    [
        "I spoke to Zubeda outside. “We are staying,” she explained.",
        "They met Zubeda, one of the cooks. “We are staying,” she explained.",
        "Zubeda, a canteen assistant who was sacked in May, got three cheers. “We are staying,” she said.",
    ],
)
def test_somebody_with_one_rare_name_is_whom_the_pronoun_means(text: str, quotes: Callable[..., list[Quote]]) -> None:
    (quote,) = quotes(text)
    assert quote.speaker == "Zubeda"
