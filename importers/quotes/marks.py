"""Find what stands between quotation marks, however the page prints them.

A mark is judged by its shape and by what touches it: `“` opens and `”` closes whatever stands around
them, a straight mark opens before a word and closes behind one, and an apostrophe is one that a word
holds or that nothing answers. A quotation never crosses a paragraph: one that runs on opens again in
the next, and only the last closes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from importers.documents import NARRATIVE, Block, Document
from importers.quotes.transcripts import Turn, find_turns


@dataclass(frozen=True)
class Quotation:
    """The words of one quotation in one paragraph, without the marks and the white space at them.

    `start` is inclusive, `end` exclusive, in code points.
    """

    start: int
    end: int
    closed: bool = True
    """False where no mark closes it in its paragraph."""
    continued: bool = False
    """True where it opens as the running-on of the quotation in the paragraph before."""
    opened: bool = True
    """False where its opening mark is lost and only the closing one stands."""
    mark: str = '"'
    """The family of its marks: `"`, `'`, `''` (two apostrophes for a double mark) or `:` for a turn without marks."""
    label: tuple[int, int] | None = None
    """Where the label of the speaker stands, for a turn of a transcript."""


FEW = 5
"""A paragraph with fewer gaps between words is no speech whose opening mark was lost."""


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


_MARKS = re.compile("[\"“”„‟«»`'‘’]+")
# One mark may stand apart from the one it belongs to: `no. ”"`, and `'"` is two marks.
_RUN = re.compile(r"[“„‟«]+|[”»]+|\"+|``|'{2,}|['‘’]")
_APART = re.compile(r"[^\S\n][”\"](?!\w)")
_NEXT_OPENS = re.compile(r"\s*\n\s*+(?:‘|'(?=[A-Z]))")
_LETTER = re.compile(r"[^\W_]")
_WORD_BEHIND = re.compile(r"[\w$£€#@\[(.…“\"]")
_BEFORE_CLOSING = frozenset('.,!?;:…]%)-–—*“”"')
_DOUBLE_OPENERS, _DOUBLE_CLOSERS = frozenset("“„‟«`"), frozenset("”»")
_BEFORE_OPENING = frozenset("([{-–—/―‒:=>…*_'‘|~")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|n|round|neath|\d0s|\d\d)\b", re.IGNORECASE)


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of the narrative blocks in the order of the text, outermost ones only.

    Takes any text, in time linear in its length.
    """
    found: list[Quotation] = []
    running: Quotation | None = None
    turns = find_turns(document)
    for block in document.blocks:
        if block.kind not in NARRATIVE:
            continue
        if block.start in turns:
            found += [_of_turn(turn) for turn in turns[block.start]]
            continue
        inside = _in_block(document.text, block, running)
        found += inside
        running = inside[-1] if inside and not inside[-1].closed else None
    return tuple(found)


def _of_turn(turn: Turn) -> Quotation:
    return Quotation(turn.start, turn.end, continued=turn.continued, mark=":", label=turn.label)


def _in_block(text: str, block: Block, running: Quotation | None) -> list[Quotation]:
    marks = list(_marks(text, block))
    doubles = [mark for mark in marks if mark.family != "'"]
    singles = [mark for mark in marks if mark.family == "'"]
    double = running if running is None or running.mark != "'" else None
    found = _pair_doubles(text, block, doubles, double) if doubles else []
    return _outermost(found, _pair_singles(text, block, singles, found, running)) if singles else found


# --- what each mark can be --------------------------------------------------------------------------


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    done = block.start
    for match in _MARKS.finditer(text, block.start, block.end):
        start, end = match.span()
        if start < done:
            continue
        if end - start == 1 and text[start] in "'’‘`":
            mark = _single(text, block, start)
            if mark is not None:
                yield mark
            continue
        for run in _RUN.finditer(text, start, end):
            done = run.end()
            if run.group() in {"'", "‘", "’"}:
                mark = _single(text, block, run.start())
                if mark is not None:
                    yield mark
                continue
            closing = run.group()[0] not in _DOUBLE_OPENERS
            apart = _APART.match(text, done, block.end) if closing and done == end else None
            done = apart.end() if apart else done
            yield _double(text, block, run.start(), done)


def _single(text: str, block: Block, start: int) -> _Mark | None:
    """A single mark, unless it is an apostrophe inside a word."""
    before = text[start - 1] if start > block.start else " "
    after = text[start + 1] if start + 1 < block.end else " "
    sign = text[start]
    if sign == "‘":
        return _Mark(start, start + 1, "'", opens=True, closes=False)
    if sign == "`" or (before.isalnum() and (after.isalnum() or after == "_")):
        return None
    if sign == "'" and not before.isalnum() and before != "_" and _WORD_BEHIND.match(after):
        opens = not _ELISION.match(text, start + 1)
        return _Mark(start, start + 1, "'", opens=opens, closes=not opens)
    if (before.isalnum() or before in _BEFORE_CLOSING) and not after.isalnum():
        return _Mark(start, start + 1, "'", opens=False, closes=True)
    return None


def _double(text: str, block: Block, start: int, end: int) -> _Mark:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    opens, closes = _sides(text[start], before, after)
    return _Mark(start, end, "''" if text[start] == "'" else '"', opens=opens, closes=closes)


def _sides(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a double mark can open and whether it can close."""
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    if sign in _DOUBLE_OPENERS:
        # A word before and none behind: the wrong mark was set, as in `Frozen“ and`.
        return (False, True) if not can_open and after.isspace() and not before.isspace() else (True, False)
    if sign in _DOUBLE_CLOSERS:
        return (True, False) if can_open and after.isalnum() and before.isspace() else (False, True)
    if can_open:
        return True, False
    glued = before in ".!?:," and after.isalnum()
    return (True, True) if glued or before.isspace() else (False, True)


# --- double marks -----------------------------------------------------------------------------------


def _pair_doubles(text: str, block: Block, marks: list[_Mark], running: Quotation | None) -> list[Quotation]:
    """Pair them with nesting; where that leaves one open too many, an opening mark also ends the one before."""
    found, balanced = _walk(text, block, marks, running, nest=True)
    return found if balanced else _walk(text, block, marks, running, nest=False)[0]


def _walk(
    text: str, block: Block, marks: list[_Mark], running: Quotation | None, *, nest: bool
) -> tuple[list[Quotation], bool]:
    found: list[Quotation] = []
    current: _Mark | None = None
    depth, continued = 0, False
    for mark in marks:
        if current is None:
            if mark.opens:
                current, depth = mark, 1
                continued = running is not None and mark.start == block.start
            elif not found and _ends_lost_opening(text, block, mark, running):
                _append(text, found, block.start, mark.start, mark.family, continued=running is not None, opened=False)
        elif mark.closes:
            depth -= 1
            if depth == 0:
                _append(text, found, current.end, mark.start, current.family, continued=continued)
                current = None
        elif nest and not _opens_anew(text, mark):
            depth += 1
        else:
            _append(text, found, current.end, mark.start, current.family, closed=False, continued=continued)
            current, depth, continued = mark, 1, True
    if current is not None:
        _append(text, found, current.end, block.end, current.family, closed=False, continued=continued)
    return found, depth <= 1


def _opens_anew(text: str, mark: _Mark) -> bool:
    """Whether an opening mark stands behind the end of a sentence: the break before it was lost."""
    return text[mark.start - 1] in ".!?" if mark.start else False


def _ends_lost_opening(text: str, block: Block, mark: _Mark, running: Quotation | None) -> bool:
    """Whether a closing mark that nothing opened ends speech that fills the paragraph from its start.

    It does behind the end of a sentence, at the end of the paragraph or after a running quotation; a
    straight one behind a digit is an inch.
    """
    if mark.start == block.start or text[mark.start - 1] not in ".!?,…":
        return False
    if running is None and mark.end != block.end:
        return False
    return text.count(" ", block.start, min(mark.start, block.start + 400)) >= FEW


# --- single marks -----------------------------------------------------------------------------------


def _pair_singles(
    text: str, block: Block, marks: list[_Mark], doubles: list[Quotation], running: Quotation | None
) -> list[Quotation]:
    """Quotations in single marks outside of the double ones.

    An opening mark that nothing answers is none, unless the next paragraph opens with another.
    """
    free = [mark for mark in marks if not _is_inside(mark, doubles)]
    found: list[Quotation] = []
    current: _Mark | None = None
    plural: _Mark | None = None
    for mark in free:
        if mark.opens:
            if current is not None and plural is not None:
                _append(text, found, current.end, plural.start, "'")
            current, plural = mark, None
        elif current is not None:
            if _is_plural(text, block, mark):
                plural = plural or mark
                continue
            _append(text, found, current.end, mark.start, "'")
            current = plural = None
    if current is not None and _runs_on(text, block, current):
        _append(text, found, current.end, block.end, "'", closed=False)
    elif current is not None and plural is not None:
        _append(text, found, current.end, plural.start, "'")
    if found and running is not None and running.mark == "'" and marks[0].start == block.start:
        found[0] = replace(found[0], continued=True)
    return found


def _runs_on(text: str, block: Block, opening: _Mark) -> bool:
    """Whether speech that opens here in single marks ends with the paragraph and opens again in the next."""
    begins = opening.start == block.start or text[opening.start - 1].isspace()
    return begins and text[block.end - 1] in ".!?…" and _NEXT_OPENS.match(text, block.end) is not None


def _is_plural(text: str, block: Block, mark: _Mark) -> bool:
    """Whether the mark can be the apostrophe of `the members’ vote`: only a mark behind it can tell."""
    follows = text[mark.end : min(mark.end + 2, block.end)]
    return text[mark.start - 1] == "s" and len(follows) == 2 and follows[0] == " " and follows[1].isalpha()


def _is_inside(mark: _Mark, spans: list[Quotation]) -> bool:
    at = bisect_right(spans, mark.start, key=lambda span: span.start) - 1
    return at >= 0 and mark.start < spans[at].end


def _outermost(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Both kinds in the order of the text without those that stand inside another."""
    kept: list[Quotation] = []
    for one in sorted(doubles + singles, key=lambda span: (span.start, -span.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _append(
    text: str,
    found: list[Quotation],
    start: int,
    end: int,
    mark: str,
    *,
    closed: bool = True,
    continued: bool = False,
    opened: bool = True,
) -> None:
    """Add the quotation of these words, unless there are none."""
    if start >= end or not _LETTER.search(text, start, end):
        return
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    found.append(Quotation(start, end, closed, continued, opened, mark))
