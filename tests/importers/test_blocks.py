from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.blocks import read_document
from importers.documents import Document

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"

PAGE = """Skip to main content

Morning Star

Dockers walk out as talks fail

Three thousand at the gates in Hull

by Anna Price
Issue No. 1234

Dockers on the picket line at dawn on Monday

Dockers on the picket line at dawn on Monday (Pic: Sam Lee)

Dockers walked out across Hull on Monday morning.

They came back to work that night.

Thanks to Rosa Hill

Ports stay shut

No ship moved in Goole either.

Sign up for our weekly newsletter

Fighting fund

You've raised: £ 1,200
We need: £ 3,000
£1,800
12 days remaining
"""


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_document(text).blocks]


def surfaces(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def test_a_page_is_read_from_masthead_to_fund_box() -> None:
    assert kinds(PAGE) == [
        "furniture",
        "masthead",
        "headline",
        "standfirst",
        "byline",
        "issue line",
        "caption",
        "copy",
        "paragraph",
        "paragraph",
        "signature",
        "crosshead",
        "paragraph",
        *["furniture"] * 6,
    ]


def test_crossheads_and_signatures_number_the_local_reports() -> None:
    sections = [(block.kind, block.section) for block in read_document(PAGE).blocks if block.kind != "furniture"]
    assert sections[-3:] == [("signature", 0), ("crosshead", 1), ("paragraph", 1)]


def test_reports_signed_one_after_the_other_are_apart() -> None:
    text = (
        "Pickets everywhere\n\nForty stood outside the depot in Derby.\n\nMary Brook, Derby branch\n\n\n"
        "In Leeds the depot was shut all day.\n\nA Leeds bus driver and union member\n\n\nYork was quiet.\n\nTom Field York"
    )
    document = read_document(text)
    assert surfaces(document, "signature") == [
        "Mary Brook, Derby branch",
        "A Leeds bus driver and union member",
        "Tom Field York",
    ]
    assert [block.section for block in document.blocks if block.kind == "paragraph"] == [0, 1, 2]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council voted late on Tuesday to close two of the\nlibraries that had been threatened since\nthe spring, "
        "and to keep a third one open.\n\nProtesters booed from the gallery as the result was read\nout by the clerk."
    )
    document = read_document(text)
    assert kinds(text) == ["paragraph", "paragraph"]
    assert document.text[document.blocks[0].start : document.blocks[0].end].endswith("one open.")


def test_one_sentence_a_line_stays_one_block_a_line() -> None:
    text = "Strike spreads to Fife\n  \nMiners stopped work on Friday.\nThe pits stay shut.\nTalks begin on Monday."
    assert kinds(text) == ["headline", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Register to vote by Monday 8 August or lose your say.",
        "Share the wealth, the speakers told a packed hall.",
        "Contact with the besieged town was lost on Friday.",
        "Support the Fife strikers and their families.",
        "You have raised an important point, she told him.",
        "Morning Star readers packed the hall in Leeds.",
        "Search parties went out again at dawn.",
        "Contact was made at 5am on Monday.",
        "Call a strike on 4 May, she said.",
        "Send coal to Fife, 4,000 sacks by Friday.",
        "Send reports to news@lamplighter.example by 10am on Monday.",
        "Email workers in 2016 voted 120 to 9.",
        "Contact Rosa Hill on 020 7946 0018 for the coach on 4 May.",
    ],
)
def test_sentences_that_begin_like_furniture_are_paragraphs(line: str) -> None:
    assert kinds(f"The rally began at noon.\n\n{line}") == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Contact Rosa Hill at 555-0199 or rhill@lamplighter.example",
        "Contact: rhill@lamplighter.example",
        "Email rhill@lamplighter.example or call 020 7946 0018",
        "Call 020 7946 0018",
        "You can reach our newsdesk on (555) 555-0199.",
        "Send reports to news@lamplighter.example",
        "Please send letters and photos to: letters@lamplighter.example",
        "Got a story? Email news@lamplighter.example",
        "Click here to join our mailing list",
        "Donate today",
        "Read more",
        "Share on Facebook",
        "© 2016 The Daily Example. All rights reserved.",
        "Don’t forget to add the Example to your home screen.",
        "3 comments",
        "You’ve raised: £ 7.50",
    ],
)
def test_furniture_is_known_wherever_it_stands(line: str) -> None:
    assert kinds(f"{line}\n\nThe rally began at noon.\n\n{line}")[::2] == ["furniture", "furniture"]


def test_an_amount_is_furniture_only_below_furniture() -> None:
    assert kinds("Fighting fund\n£2,000\n\nThe hall was full.")[:2] == ["furniture", "furniture"]
    assert "furniture" not in kinds("The hall was full. They gave\n\n£2,000\n\nin an hour, and went home.")


def test_a_doubled_headline_is_told_once() -> None:
    assert kinds("Thousands march in Cardiff\n\nThousands march in Cardiff\n\nThe march set off at noon.") == [
        "headline",
        "copy",
        "paragraph",
    ]


def test_day_headings_of_a_chronicle_are_crossheads() -> None:
    text = "3 May 1926\n\nThe strike was called.\n\n4 May 1926\n\nNo train ran."
    assert kinds(text) == ["crosshead", "paragraph", "crosshead", "paragraph"]


def test_a_day_above_the_text_is_its_dateline() -> None:
    assert kinds("Pits shut\n\nTuesday 4 May 1926\n\nNo train ran.") == ["headline", "dateline", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Strike dates: Tuesday 4, Wednesday 5 October",
        "Picket lines: from 6am on 4 May, Goole docks",
        "Monday 3 and Tuesday 4 May, all depots",
        "Back the dockers—tiny.ly/goole",
        "More at www.dockers.example",
        "Messages to goole@dockers.example",
    ],
)
def test_days_and_addresses_head_no_section(line: str) -> None:
    text = f"Pits shut\n\nNo train ran.\n\n{line}\n\nHull\n\nNo ship moved in Hull either."
    document = read_document(text)
    assert surfaces(document, "paragraph")[1] == line
    assert surfaces(document, "crosshead") == ["Hull"]
    assert [block.section for block in document.blocks] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize("line", ["Dockers’ strike, 4 May", "Hull: Monday’s march", "Leeds 2-1 York"])
def test_a_heading_may_name_a_day(line: str) -> None:
    assert kinds(f"Pits shut\n\nNo train ran.\n\n{line}\n\nNo ship moved either.")[2] == "crosshead"


def test_the_first_section_has_its_name_where_the_later_ones_have() -> None:
    first = "Strikes in brief\n\nBus drivers\n\nForty walked out in Derby.\n\n"
    assert kinds(first + "Dockers\n\nNo ship moved.") == [
        "headline", "crosshead", "paragraph", "crosshead", "paragraph"
    ]  # fmt: skip
    assert kinds(first + "No ship moved.")[1] == "standfirst"


def test_a_standfirst_stays_one_where_sections_have_names() -> None:
    text = "Strikes spread\n\nDrivers and dockers are out together\n\nForty walked out.\n\nDockers\n\nNo ship moved."
    assert kinds(text)[1] == "standfirst"


@pytest.mark.parametrize("line", ["Liam Fields", "ROSA HILL", "Anna Price and Sam Lee"])
def test_a_name_alone_below_the_headline_is_the_author(line: str) -> None:
    assert kinds(f"Pits shut\n\n{line}\n\nNo train ran.") == ["headline", "byline", "paragraph"]


@pytest.mark.parametrize("line", ["Thousands march", "Great Northern Railway", "Rosa Hill leads the march", "Goole"])
def test_a_line_below_the_headline_need_not_be_a_name(line: str) -> None:
    assert kinds(f"Pits shut\n\n{line}\n\nNo train ran.") == ["headline", "standfirst", "paragraph"]


def test_a_name_in_the_text_is_no_author() -> None:
    assert kinds("Pits shut\n\nNo train ran.\n\nRosa Hill\n\nShe spoke at noon.")[2] == "crosshead"


@pytest.mark.parametrize("line", ["Derby Trades Council", "Friends of the Derby Depot", "A Derby branch member"])
def test_a_signature_can_have_a_second_line(line: str) -> None:
    text = f"Pickets everywhere\n\nForty stood outside in Derby.\n\nMary Brook\n{line}\n\nYork was quiet."
    document = read_document(text)
    assert surfaces(document, "signature") == ["Mary Brook", line]
    assert [block.section for block in document.blocks] == [0, 0, 0, 0, 1]


def test_a_heading_below_a_signature_is_no_part_of_it() -> None:
    text = "Pickets everywhere\n\nForty stood outside.\n\nMary Brook, Derby\n\nNorth York\n\nYork was quiet."
    assert kinds(text)[2:] == ["signature", "crosshead", "paragraph"]


@pytest.mark.parametrize("line", ["‘Shut the pits!’", "Who will run the trains?", "OUT, OUT, OUT!"])
def test_a_headline_may_be_a_call_or_a_question(line: str) -> None:
    assert kinds(f"{line}\n\nNo train ran on Monday.\n\nTalks go on.") == ["headline", "paragraph", "paragraph"]


def test_two_sentences_are_no_headline() -> None:
    assert kinds("Shut the pits? Never!\n\nNo train ran on Monday.") == ["paragraph", "paragraph"]


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds("rally in Leeds on Saturday") == ["paragraph"]


def test_no_text_has_no_blocks() -> None:
    assert kinds(" \n\r\n\t") == []


@given(st.text(alphabet=st.sampled_from("aA.1£ \n\r\t“”?,(") | st.characters(), max_size=300))
def test_blocks_cover_all_but_white_space(text: str) -> None:
    document = read_document(text)
    at = 0
    for block in document.blocks:
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        at = block.end
    assert not text[at:].strip()
    assert all(one.section <= two.section for one, two in pairwise(document.blocks))


@given(st.integers(0, 40), st.sampled_from(["The hall was full.", "Fighting fund", "Leeds and York", "Issue No. 12"]))
def test_block_at_finds_the_block_that_holds_an_offset(offset: int, line: str) -> None:
    document = read_document(f"{line}\n\nNobody left early.")
    expected = [block for block in document.blocks if block.start <= offset < block.end]
    assert document.block_at(offset) == (expected[0] if expected else None)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds (../shared/seeds) are not on this machine")
def test_the_seeds_are_read_as_a_reader_does() -> None:
    gathered = read_document(next(SEEDS.glob("004_*.txt")).read_text(encoding="utf-8"))
    assert len(surfaces(gathered, "signature")) == 6
    assert {block.section for block in gathered.blocks} == set(range(6))
    paper = read_document(next(SEEDS.glob("003_*.txt")).read_text(encoding="utf-8"))
    assert surfaces(paper, "masthead") == ["Socialist Worker"]
    assert surfaces(paper, "issue line") == ["Issue No. 2518"]
    assert len(surfaces(paper, "crosshead")) == 3
    assert len(surfaces(paper, "furniture")) == 2


@pytest.mark.parametrize("width", [40, 60, 72, 100])
def test_paragraphs_are_found_again_at_any_margin(width: int) -> None:
    paragraphs = [
        "The council in Fife voted late on Tuesday to close two of the libraries that had been under threat since May.",
        "Three hundred people stood outside. Some had come from Leven, and all but a few stayed until half past ten.",
        "“We shall be back,” said Rosa Hill, a reader for thirty years. “Wait and see.” Her branch meets on Friday.",
        "Nobody from the council would speak to the Lamplighter that night.",
    ]
    text = "\n\n".join("\n".join(wrap(paragraph, width, break_on_hyphens=False)) for paragraph in paragraphs)
    blocks = read_document(text).blocks
    assert [" ".join(text[block.start : block.end].split()) for block in blocks] == paragraphs


def test_a_deeper_indent_opens_a_paragraph_in_wrapped_lines() -> None:
    text = (
        "   The council voted on Tuesday night to close two of\nthe libraries and to keep a third one open for the rest\n"
        "of the year.\n   Three hundred people stood outside until the doors\nwere opened again late that night."
    )
    assert kinds(text) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "piece",
    [
        "a\n",
        "A b\n\n",
        "Fighting fund\n",
        "by A B\n",
        "A, B c d\n\nx.\n\n",
        "(Pic: ",
        "£1 ",
        "Contact a at 555-0199 or at on or 555-0199, or\n",
        "News Line 1 May 1926 / A B / \n",
        "a.b-c.d@",
    ],
)
def test_hostile_pages_are_read_to_their_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    blocks = read_document(text).blocks
    assert not text[: blocks[0].start].strip()
    assert not text[blocks[-1].end :].strip()
