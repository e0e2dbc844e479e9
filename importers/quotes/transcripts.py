"""Transcripts: turns of speech without quotation marks, each behind the label of its speaker (`WALLACE: Thank you.`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from importers.documents import NARRATIVE, Block, Document
from importers.people.lexicon import lexicon, words

FEWEST = 3
"""So many turns make a transcript; in a digest with a label on each paragraph none of them comes back."""

_CAPITALS = r"[A-Z](?:[A-Z’'.-]|(?<=M)c(?=[A-Z]))*(?: [A-Z](?:[A-Z’'.-]|(?<=M)c(?=[A-Z]))*){0,4}"
_LABEL = re.compile(
    rf"(?P<name>{_CAPITALS}|(?:[A-Z][\w’'-]*\.? ){{0,3}}[A-Z][\w’'-]*)(?P<aside> [(\[][^)\]\n]{{1,40}}[)\]])?: ?(?=[^\s“\"‘'/])"
)
_NEXT_LINE = re.compile(r"\n\s*")
_STAGE = re.compile(r"[(\[][^)\]\n]*[)\]]\.?\Z")
_NO_LABEL = words(
    "Update Note Photo Picture Video Image Read Watch See Date Time When Where Who What Why How Tickets Contact Email Tel"
)
_NOBODY = words("q a question answer")


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of one speaker in one block: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int
    label: tuple[int, int]
    """Where the label stands that names the speaker."""
    continued: bool = False
    """True where the label stands before an earlier block of the same turn."""


def find_turns(document: Document) -> dict[int, list[Turn]]:
    """The turns of a transcript by the offset at which their block begins; empty where the text is none."""
    if not _can_be_transcript(document):
        return {}
    found: dict[int, list[Turn]] = {}
    label: tuple[int, int] | None = None
    for block in document.blocks:
        if block.kind not in NARRATIVE:
            continue
        turns = list(_in_block(document.text, block, label))
        if turns:
            found[block.start] = turns
            label = turns[-1].label
    said = [turn for turns in found.values() for turn in turns if not turn.continued]
    labels = [turn.label for turn in said]
    tabled = sum(document.text.count(" ", turn.start, turn.end) < 1 for turn in said) * 2 > len(said)
    if tabled or not _is_transcript([document.text[start:end] for start, end in labels]):
        return {}
    # A single label in small letters above a transcript in capitals is a line of its head ("Chair: Ann Price"); what
    # follows the last label and its block is narration again.
    capitals = any(document.text[start:end].isupper() for start, end in labels)
    last = labels[-1][0]
    kept = {
        start: [turn for turn in turns if not capitals or document.text[slice(*turn.label)].isupper()]
        for start, turns in found.items()
        if start <= last
    }
    return {start: turns for start, turns in kept.items() if turns}


def _can_be_transcript(document: Document) -> bool:
    """A quick look: whether lines enough open with something like a label."""
    text, seen = document.text, 0
    for block in document.blocks:
        seen += _LABEL.match(text, block.start, block.end) is not None
        if text.find("\n", block.start, block.end) >= 0:
            seen += sum(
                _LABEL.match(text, match.end(), block.end) is not None
                for match in _NEXT_LINE.finditer(text, block.start, block.end)
            )
    return seen >= FEWEST


def speaker_of(label: str) -> str | None:
    """The name a label gives, without form of address and not in capitals; None for "Q" and "A"."""
    given = [word for word in label.split() if word.rstrip(".").capitalize() not in lexicon().titles] or label.split()
    name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in given).rstrip(".")
    return None if name.casefold() in _NOBODY else name


def _in_block(text: str, block: Block, label: tuple[int, int] | None) -> Iterator[Turn]:
    """The turns of one block; without a label of its own it goes on with the turn above."""
    starts = [block.start, *(match.end() for match in _NEXT_LINE.finditer(text, block.start, block.end))]
    heads = [match for start in starts if (match := _LABEL.match(text, start, block.end)) and _can_be(match["name"])]
    if not heads:
        if label is not None and block.kind == "paragraph" and not _STAGE.match(text, block.start, block.end):
            yield Turn(block.start, block.end, label, continued=True)
        return
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = following.start() if following else block.end
        while text[end - 1].isspace():
            end -= 1
        yield Turn(head.end(), end, head.span("name"))


def _can_be(label: str) -> bool:
    return label.isupper() or label.split(maxsplit=1)[0] not in _NO_LABEL


def _is_transcript(labels: list[str]) -> bool:
    """Whether speakers take turns: several labels, and some that come back; names in small letters must be people's."""
    counts = Counter(labels)
    if len(labels) < FEWEST or len(counts) < 2 or counts.most_common(1)[0][1] < 2:
        return False
    if all(label.casefold() in _NOBODY for label in counts):
        return False  # questions and answers of nobody who is named
    small = [label for label in counts if not label.isupper()]
    known = lexicon()
    named = [label for label in small if label.split()[0] in known.given or known.is_title(label.split()[0])]
    return not small or (len(labels) > FEWEST and bool(named))
