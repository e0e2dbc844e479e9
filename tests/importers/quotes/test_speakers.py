from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from store.records import Quote

Speakers: TypeAlias = Callable[..., list[str | None]]
Quotes: TypeAlias = Callable[..., list[Quote]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Price said: “We are staying put.”", "Anna Price"),
        ("“We are staying put,” said Anna Price.", "Anna Price"),
        ("“We are staying put,” Anna Price said.", "Anna Price"),
        ("“We are staying put!” Anna Price shouted.", "Anna Price"),
        ("“Who is staying?” Anna Price asked on Monday.", "Anna Price"),
        ("Anna Price, a nurse from Hull, told the Daily Echo, “We are staying put.”", "Anna Price"),
        ("“We are staying put,” said nurse Anna Price, who works nights.", "Anna Price"),
        ("“We are staying put,” Anna Price, 43, of Hull, said.", "Anna Price"),
        ("Shadow transport minister Anna Price said the plan was “a disgrace”.", "Anna Price"),
        ("Anna Price called the plan “a disgrace”.", "Anna Price"),
        ("Anna Price took the stage on Friday, adding: “We are staying put.”", "Anna Price"),
        ("Anna Price took the stage and said, “We are staying put.”", "Anna Price"),
        ("At the rally in Hull on Monday Anna Price said: “We are staying put.”", "Anna Price"),
        ("After the vote, Anna Price, who had lost, said, “We are staying put.”", "Anna Price"),
        ("“We are staying put,” were the words used by Anna Price.", "Anna Price"),
        ("“We are staying put,” according to Anna Price.", "Anna Price"),
        ("The row follows claims by Anna Price that the count was “rigged”.", "Anna Price"),
        ("It was Anna Price’s claim that the count was “rigged”.", "Anna Price"),
        ("The count was “rigged” from the start, Anna Price said.", "Anna Price"),
        ("The count was “rigged”, the tellers were “bribed”, said Anna Price.", "Anna Price"),
        ("Thousands came to hear Anna Price set out her “plan for the many”.", "Anna Price"),
        ("“We are staying put.” ― Anna Price", "Anna Price"),
        ("ANNA PRICE: “We are staying put.”", "ANNA PRICE"),
        ("“We are staying put,” said third year student Anna Price.", "Anna Price"),
        (
            "Year 9 pupil Anna Price, 14, who has walked out twice this February, said: “We are staying put.”",
            "Anna Price",
        ),
        ("First Minister Anna Price, in Hull, accused them of running “dirty tricks”.", "Anna Price"),
        (
            "Anna Price drew 600 to a hall and was in Hull by noon, telling them that they “must stay put.”",
            "Anna Price",
        ),
        ("About 60 joined a picket in Hull, where Anna Price, a guard, said, “We are staying put.”", "Anna Price"),
        ("Anna Price, speaking for the losers, was blunt: “We are staying put.”", "Anna Price"),
        ("A source said: “We are staying put.”", "A source"),
        ("“We are staying put,” said one Price supporter.", "one Price supporter"),
        ("Organisers said the hall was “packed to the rafters”.", "Organisers"),
        ("A spokesman for the union said: “We are staying put.”", "A spokesman for the union"),
        ("Reporters on the spot said the turnout was “modest”.", "Reporters on the spot"),
        ("One of the stewards told me “we had eleven out last time”.", "One of the stewards"),
        ("“It never worked,” was the verdict of Anna Price, 43, a nurse.", "Anna Price"),
        ("“We are staying put,” warned a delegate from Hull, Anna Price, who was jeered.", "Anna Price"),
        ("Anna, from the Ings estate, brought the house down: “We are staying put.”", "Anna"),
        ("His neighbour, Anna Price, was kinder: “We are staying put.”", "Anna Price"),
        ("Anna Price has rejected the offer as “a joke”, the Daily Mirror reports.", "Anna Price"),
        ("The Mirror quotes Anna Price as calling the pickets “a nuisance”.", "Anna Price"),
        ("Anna Price’s claim that “great harm” had been done was disputed by the porters.", "Anna Price"),
        ("QUOTE OF THE WEEK: “We are staying put.” – Anna Price, nurse, Hull", "Anna Price"),
        (
            "Campaigners trying to save the ferry say they will “sit on the slipway”.",
            "Campaigners",
        ),
        ("Labour wants an apology from a candidate who called them “idle”.", "a candidate"),
        ("A march wound through Hull, with people chanting “Save our ferry”.", "people"),
    ],
)
def test_the_speaker_is_the_subject_of_the_cue(speakers: Speakers, text: str, speaker: str) -> None:
    assert set(speakers(text)) == {speaker}


def test_mention_cue_and_role_are_kept(quotes: Quotes) -> None:
    text = "“We are staying put,” said shadow minister Anna Price."
    (quote,) = quotes(text)
    assert text[quote.start : quote.end] == quote.text == "We are staying put,"
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == "shadow minister Anna Price"
    assert (quote.cue, quote.role) == ("said", "shadow minister")
    assert quote.how == "subject of 'said' after the quotation"


def test_the_hearer_is_not_the_speaker(speakers: Speakers) -> None:
    assert speakers("Anna Price told Tom Field, “We are staying put.”") == ["Anna Price"]


def test_a_split_quotation_has_one_speaker(speakers: Speakers) -> None:
    text = "“We are staying,” said Anna Price, “but the others may go.” Tom Field left."
    assert speakers(text) == ["Anna Price", "Anna Price"]


def test_speech_goes_on_behind_its_attribution(speakers: Speakers) -> None:
    assert speakers("“We are staying,” said Anna Price. “The others may go.”") == ["Anna Price", "Anna Price"]


def test_a_running_quotation_keeps_its_speaker_and_has_no_mention(quotes: Quotes) -> None:
    first, second = quotes("Anna Price said: “We are staying.\n“The others may go.”")
    assert second.speaker == first.speaker == "Anna Price"
    assert first.speaker_start is not None
    assert second.speaker_start is None
    assert second.how == "continued from the paragraph before"


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next(speakers: Speakers) -> None:
    assert speakers("Anna Price continued:\n“The others may go.”") == ["Anna Price"]


def test_an_answer_has_its_own_speaker(speakers: Speakers) -> None:
    text = "Anna Price asked: “Who is staying?” Another member answered: “All of us!”"
    assert speakers(text) == ["Anna Price", "Another member"]


def test_names_are_given_in_full(speakers: Speakers) -> None:
    text = (
        "Anna Price, a nurse, said: “We are staying.”\nTom Field agreed with her.\n"
        "“The others may go,” said Price.\n“Not all of them,” Anna added.\n“True,” said Mr Field."
    )
    assert speakers(text) == ["Anna Price", "Anna Price", "Anna Price", "Tom Field"]


def test_a_role_the_document_explains_is_resolved(quotes: Quotes) -> None:
    (quote,) = quotes(
        "Union leader Anna Price came to Hull.\nShe was late. The union leader said: “We are staying put.”"
    )
    assert quote.speaker == "Anna Price"
    assert quote.role == "union leader"
    assert quote.how.endswith("'The union leader' is Anna Price")


def test_a_lost_opening_mark_leaves_the_speaker_unknown(quotes: Quotes) -> None:
    (quote,) = quotes("The march was long.\nWe need many more days like this one.”")
    assert quote.speaker is None
    assert quote.how == "its opening mark is lost"


@pytest.mark.parametrize(
    "text",
    [
        "Another 300 people paid to become “friends” of the party.",
        "She spoke about it on Channel 9’s “Morning Hour”.",
        "He was the host of the show “Deal Me Out” for years.",
        "The film “Northern Light” was shown in the hall.",
        "They published an article entitled “What the Members Want”.",
        "It came out under the title “What the Members Want”.",
        "The song we want on Saturday is “The Ferry Boat”.",
        "They marched behind a banner reading “Our ferry, not theirs”.",
        "“Not in our name,” read one banner.",
        "“Our ferry, not theirs,” said a hand-painted sign in the crowd.",
        "Somebody had written “Can’t sail, won’t sail” on the wall.",
        "The tour is on the “new economics”.",
    ],
)
def test_scare_quotes_and_titles_are_no_speech(speakers: Speakers, text: str) -> None:
    assert speakers(text) == []


def test_a_scare_quote_in_single_marks_far_from_the_cue_is_none(speakers: Speakers) -> None:
    text = "“We won,” said Anna Price.\nTom Field explained why the papers had tried to vilify ‘splitters’ and others."
    assert speakers(text) == ["Anna Price"]


def test_a_headline_quotes_in_single_marks(speakers: Speakers) -> None:
    text = "Anna Price spoke in Hull. “We won,” she said."
    assert speakers(text, headline="Anna Price calls the plan ‘a disgrace’") == ["Anna Price", "Anna Price"]


def test_quotations_in_two_apostrophes_yield_no_record(speakers: Speakers) -> None:
    assert speakers("''Never again,'' said Anna Price.") == []


def test_speech_that_runs_on_takes_its_speaker_from_the_paragraph_behind(speakers: Speakers) -> None:
    text = "“We won,” said Tom Field.\n“We are staying.\n“The others may go,” said Anna Price."
    assert speakers(text) == ["Tom Field", "Anna Price", "Anna Price"]


def test_a_signature_below_a_quotation_names_its_speaker(quotes: Quotes) -> None:
    (quote,) = quotes("“We are staying put and nobody will move us.”\n— Anna Price")
    assert (quote.speaker, quote.how) == ("Anna Price", "signature below the quotation")


def test_they_are_the_people_the_sentence_before_is_about(speakers: Speakers) -> None:
    assert speakers("The bus drivers walked out again. They said: “We are staying put.”") == ["The bus drivers"]


def test_the_cue_is_given_whole(quotes: Quotes) -> None:
    text = "Tom Field hit back: “Nonsense.”\n“We won,” according to Anna Price."
    assert [quote.cue for quote in quotes(text)] == ["hit back", "according to"]


def test_a_label_inside_the_marks_names_the_speaker(speakers: Speakers) -> None:
    assert speakers("Tom Field sat down.\n“FIELD: Well, that is what they say.”") == ["Tom Field"]


def test_a_crowded_sentence_is_a_list_and_no_speech(speakers: Speakers) -> None:
    assert speakers("She said " + "“one” " * 40) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Thousands came to hear Sen. Anna Price.\n“We won,” the Ohio senator said.", "Anna Price"),
        (
            "Dockers’ general secretary Tom Field spoke. The union leader, who had come by bus, said: “We won.”",
            "Tom Field",
        ),
        ("Unite’s Tom Field took the stage. The union leader said: “We won.”", "Tom Field"),
        ("Green Party leader Tom Field spoke. The Labour leader said: “We won.”", "The Labour leader"),
        (
            "The county police commissioner condemned what she called “a reckless act”.",
            "The county police commissioner",
        ),
    ],
)
def test_a_description_means_the_bearer_of_the_role_named_shortly_before(
    text: str, speaker: str, speakers: Speakers
) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mr Field won. Mr Field said: “We are staying put.”", None),
        ("Hull MP Sir Tom Field said: “We are staying put.”", "Hull MP"),
        ("Tom Field, a driver from Hull and Anna Price were there. Field said: “We won.”", "driver from Hull"),
    ],
)
def test_a_role_holds_neither_a_form_of_address_nor_somebody_else(text: str, role: str | None, quotes: Quotes) -> None:
    (quote,) = quotes(text)
    assert quote.role == role


def test_capitals_that_nobody_says_are_a_headline(speakers: Speakers) -> None:
    assert speakers("‘KEEP OUR WARD OPEN!’") == []


def test_single_marks_go_on_behind_the_cue_where_the_text_has_double_ones_too(speakers: Speakers) -> None:
    text = "A source said “Stay”.\n‘I start at four,’ Anna Price said. ‘When do I sleep?’"
    assert speakers(text)[1:] == ["Anna Price", "Anna Price"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two papers were there. The other noted that she wanted a town “for the many”.", None),
        ("Two drivers spoke. One said: “We will stay here.”", None),
        ("One driver said: “We will stay here.”", "One driver"),
    ],
)
def test_who_points_back_is_no_name(text: str, speaker: str | None, speakers: Speakers) -> None:
    assert speakers(text) == [speaker]
