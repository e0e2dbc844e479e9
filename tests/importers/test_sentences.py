from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The hall was full.", "Nobody left."],
        ["Who came?", "Everybody!", "At last…", "The end."],
        ["Mr. Brown met Dr. J. K. Hale at St. Helens at 3.30 p.m. on Monday.", "They spoke."],
        ["It ended at 5 p.m. The hall emptied."],
        ["Prices rose 3.5 percent to £2.40 in Sept. 2015.", "130 shops shut."],
        ["See No. 12 on p. 4 of the report.", "No. He had not."],
        ["They moved to the U.S. in May.", "She stayed."],
        ["She left the U.S. The others stayed."],
        ["“We won.” He smiled.", "“So there!”", "(All of them cheered.)", "Then rain fell."],
        ["“Whose hall?” Anna Price asked.", "“Ours!” the crowd said."],
        ["He read plan B. The hall groaned."],
        ["It was J. Hale and no other."],
        ["“... and so on,” she said.", "Etc. etc."],
        ["They want bread, coal, etc. and a roof."],
    ],
)
def test_sentences_are_cut_where_they_end(sentences: list[str]) -> None:
    expected = {
        "It ended at 5 p.m. The hall emptied.": ["It ended at 5 p.m.", "The hall emptied."],
        "She left the U.S. The others stayed.": ["She left the U.S.", "The others stayed."],
        "He read plan B. The hall groaned.": ["He read plan B.", "The hall groaned."],
        "“We won.” He smiled.": ["“We won.”", "He smiled."],
        "No. He had not.": ["No.", "He had not."],
    }
    parts = [part for sentence in sentences for part in expected.get(sentence, [sentence])]
    assert cut(" ".join(sentences)) == parts


def test_sentences_glued_together_come_apart() -> None:
    assert cut("We are a union.“Some forget it.") == ["We are a union.", "“Some forget it."]
    assert cut("She got involved.He did too.") == ["She got involved.", "He did too."]
    assert cut("Read it at www.example.org or in U.S.News today.") == [
        "Read it at www.example.org or in U.S.News today."
    ]


def test_an_empty_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert cut("The long\nmarch\n \nbegan here") == ["The long\nmarch", "began here"]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]


@given(st.text(alphabet=st.sampled_from(" \n.!?…“”'\"AaZz1.") | st.characters(), max_size=200))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    at = 0
    for start, end in split_sentences(text, 0, len(text)):
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", [".", ". ", "?”", "\n ", " ", "A. ", "’", '."', "a.B", ".'", "( ", "Mr. "])
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = "x." + piece * (400_000 // len(piece))
    spans = split_sentences(text, 0, len(text))
    assert spans[0][0] == 0
    assert not text[spans[-1][1] :].strip()
