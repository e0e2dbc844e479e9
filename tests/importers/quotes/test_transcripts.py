from __future__ import annotations

from collections.abc import Callable

from store.records import Quote

HUSTINGS = (
    "Chair: Baroness Edna Marsh\n"
    "MARSH: Welcome. Mr Field, will you begin?\n"
    "FIELD: I will. We have lost forty seats.\n"
    "And we lost them in a day.\n"
    "(Laughter)\n"
    "MS. PRICE: My mother used to say, “Count your change.”\n"
    "Q: What would you do about fares?\n"
    "FIELD: Cut them.\n"
    "The vote was taken at nine."
)


def test_each_turn_is_a_quotation_of_the_speaker_on_its_label(quotes: Callable[..., list[Quote]]) -> None:
    assert [(quote.speaker, quote.text) for quote in quotes(HUSTINGS)] == [
        ("Edna Marsh", "Welcome. Mr Field, will you begin?"),
        ("Field", "I will. We have lost forty seats."),
        ("Field", "And we lost them in a day."),
        ("Price", "My mother used to say, “Count your change.”"),
        (None, "What would you do about fares?"),
        ("Field", "Cut them."),
    ]


def test_only_the_block_with_the_label_mentions_the_speaker(quotes: Callable[..., list[Quote]]) -> None:
    _, first, second, *_ = quotes(HUSTINGS)
    assert HUSTINGS[slice(first.speaker_start, first.speaker_end)] == "FIELD"
    assert second.speaker_start is None


def test_an_interview_may_name_its_speakers_in_small_letters(quotes: Callable[..., list[Quote]]) -> None:
    text = "Anna Price: Who are you?\nTom Field: The chair.\nAnna Price: Of what?\nTom Field: Of this."
    assert [quote.speaker for quote in quotes(text)] == ["Anna Price", "Tom Field", "Anna Price", "Tom Field"]


def test_questions_and_answers_of_nobody_named_are_left_alone(quotes: Callable[..., list[Quote]]) -> None:
    assert quotes("Q: Who are you?\nA: The chair.\nQ: Of what?\nA: Of this.") == []


def test_a_table_of_results_is_no_transcript(quotes: Callable[..., list[Quote]]) -> None:
    assert quotes("FIELD: 547\nPRICE: 46\nFIELD: 1,501\nPRICE: 12") == []


def test_a_digest_with_a_label_on_each_paragraph_is_no_transcript(quotes: Callable[..., list[Quote]]) -> None:
    text = "TRAINS: None ran.\nBUSES: Few ran.\nTRAMS: Anna Price called it “a mess”."
    assert [(quote.speaker, quote.text) for quote in quotes(text)] == [("Anna Price", "a mess")]
