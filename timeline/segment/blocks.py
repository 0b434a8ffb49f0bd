"""Paragraphs, headings, list items and table rows: where one piece of text ends whatever its punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.segment.dateline import dateline
from timeline.segment.lines import FINAL, FRONT_MATTER, Line, is_final, mark, paragraphs, trimmed

WRAPPED = range(45, 133)
"""Widths to which people and programs wrap lines; a longest line outside of it means that line breaks are meant."""
NEVER = 1 << 60
HEADING_LENGTH = 120

_ENTRY = re.compile(
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?| hrs)?[\s:–—-]{1,4}(?=[A-Z])"
    r"|[\[(]?(?:[0-9]{4}[./-][0-9]{2}[./-][0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})(?:T|,? )"
    r"[0-9]{1,2}[:.][0-9]{2}[^\s\])]{0,16}(?: ?[AaPp]\.?[Mm]\.?)?[\])]?[\s:–—-]{1,4}(?=\S)"
    r"|[*_]{2}[^*_\n]{0,18}[0-9]{3}[^*_\n]{0,18}[*_]{2}(?: ?[:–—-])? {1,4}(?=[^\W0-9])"
    r"|[(\[]?(?:c(?:a|irca)?\.? ?|(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?"
    r"(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{3,4}s?(?: ?(?:[-–/]|to) ?[0-9]{1,4})?"
    r"|[0-9]{1,2}\.? [A-Z][a-z]{2,8}\.? [0-9]{3,4}|[A-Z][a-z]{2,8}\.? (?:[0-9]{1,2},? )?[0-9]{3,4})"
    r"(?: ?BCE?| ?CE)?(?: ?\([^()\n]{1,16}\)|,? (?:[0-9]{1,2} )?[A-Z][a-z]{2,8}\.?(?: [0-9]{1,2})?)?[)\]?]?"
    r"(?: ?[:|] ?| [–—-] )(?=[^\W0-9])"
    r"|(?:[A-Z][a-z]{1,8}\.? ){0,2}(?:[0-9]{1,2}[/.])?[0-9]{4}(?: ?[–—-] ?(?:[A-Z][a-z]{2,8}\.? |[0-9]{1,2}[/.])?"
    r"(?:[0-9]{2,4}|[a-z]{3,8}))?(?:\t| {2,40})(?=\S))"
)
"""`02:17 Unit 9 arrives`, `[2020-05-03 10:12:01] started`, `1809, March 3: The mine passes to the Crown`,
`Since 10/2019   Reader in Law`: a line of a log, a chronology or a table of one's life."""
_YEARED = re.compile(r"([0-9]{3,4})(?:s|[-–/][0-9]{2,4})?(?: BCE?)? {1,4}(?=[A-Z“\"'‘À-Þ]|[0-9][0-9.,]{0,9}[a-z]{2} )")
"""`1921 The mill opens`: the line of a chronology where others like it stand beside it."""
_DATED = re.compile(
    r"(?:[A-Z][a-z]{1,8}(?: [a-z]{2,4})?[,:]? )?"
    r"(?:[0-9]{1,2} [A-Z][a-z]{2,8}\.?,? [0-9]{4}|[A-Z][a-z]{2,8}\.? [0-9]{1,2},? [0-9]{4})\Z"
)
"""`Monday, 6 November 2023`, `As of 14 May 2024`: a line under a headline, not the wrapped rest of it."""
_CHRONOLOGY = 3
"""Lines that open with a year, one later than the other, at least."""
_SEVERAL = 3
"""Lines of a paragraph of which one may be too long."""
_DATELINE_WITHIN = 6
"""Paragraphs from the top."""


class Block(NamedTuple):
    """`[start, end)` without its mark (`#`, `-`, `1.`, `|`); kinds are those of `Sentence`."""

    start: int
    end: int
    kind: str


def blocks(text: str) -> Iterator[Block]:
    """All blocks of a text, in order; rules, fences and front matter are left out."""
    front = FRONT_MATTER.match(text)
    fenced = False
    last: Block | None = None
    for number, lines in enumerate(paragraphs(text, front.end() if front else 0)):
        pieces, fenced = _pieces(text, lines, fenced)
        for piece in pieces:
            if last is not None:
                yield _titled(text, last)
            last = piece
            if number < _DATELINE_WITHIN and piece.kind in ("prose", "item"):
                filed = dateline(text, piece.start, piece.end)
                if filed is not None:
                    yield Block(piece.start, filed.end, "heading")
                    last = Block(filed.story, piece.end, "prose")
    if last is not None:  # nothing follows that it could be the heading of: a note, a tweet
        yield last


def _pieces(text: str, lines: list[Line], fenced: bool) -> tuple[list[Block], bool]:
    """The blocks of one run of lines; `fenced` says whether it begins, and ends, inside a code fence."""
    width = _width(lines)
    done: list[Block] = []
    yeared = _yeared(text, lines)
    previous: Line | None = None  # the line before, when it can still be continued
    for line in lines:
        kind, start = mark(text, line)
        if kind == "fence":
            fenced, previous = not fenced, None
        elif fenced:
            done.append(Block(line.start, line.end, "row"))
        elif kind == "rule" or (kind == "underline" and previous is None):
            previous = None
        elif kind == "underline":
            done[-1] = done[-1]._replace(kind="heading")
            previous = None
        elif line.start in yeared:
            done.append(Block(line.start, line.end, "item"))
            previous = line
        elif previous is not None and _continues(text, previous, line, (kind, start), done[-1], width=width):
            done[-1] = done[-1]._replace(end=line.end)
            previous = line
        else:
            block = _begin(text, line, kind, start)
            if block is not None:
                done.append(block)
            previous = line if block is not None and block.kind in ("prose", "item", "quote") else None
    return done, fenced


def _width(lines: list[Line]) -> int:
    """To which they are wrapped, if they are: one line that is much longer than all others was written later."""
    *_, second, longest = [0, *sorted(line.end - line.start for line in lines)]
    if len(lines) > _SEVERAL and second in WRAPPED and longest > second + second // 5:
        return second
    return longest if longest in WRAPPED else NEVER


def _yeared(text: str, lines: list[Line]) -> frozenset[int]:
    """Where lines of a chronology without any marks begin."""
    found = [(line.start, int(year[1])) for line in lines if (year := _YEARED.match(text, line.start, line.end))]
    if len(found) < _CHRONOLOGY or 2 * len(found) < len(lines):
        return frozenset()
    years = [year for _, year in found]
    return frozenset(start for start, _ in found) if years in (sorted(years), sorted(years)[::-1]) else frozenset()


def _begin(text: str, line: Line, kind: str, start: int) -> Block | None:
    if kind == "row":
        return _row(text, start, line.end)
    if kind == "heading":
        end = start + len(text[start : line.end].rstrip("# \t"))
        return Block(start, end, "heading") if end > start else None
    if start >= line.end:
        return None
    if kind == "prose" and _ENTRY.match(text, start, line.end):
        return Block(start, line.end, "item")
    return Block(start, line.end, {"bullet": "item", "number": "item", "quote": "quote"}.get(kind, "prose"))


def _row(text: str, start: int, end: int) -> Block | None:
    """A table row without the bars and empty cells at its ends."""
    while start < end and text[start] in "| \t":
        start += 1
    while end > start and text[end - 1] in "| \t":
        end -= 1
    return Block(start, end, "row") if end > start else None


def _continues(text: str, before: Line, line: Line, marked: tuple[str, int], block: Block, *, width: int) -> bool:
    """Whether a line is the wrapped rest of the one before it, which is the last of `block`."""
    kind, start = marked
    slack = _RAGGED if block.start >= before.start else width // 3
    if kind == "quote":
        return block.kind == "quote" and _wraps(text, before, trimmed(text, start, line.end), width - slack)
    if kind == "number":  # a wrapped line may begin with "12." or "b)": only a finished one can be followed by an item
        return block.kind != "item" and not is_final(text, before.end, before.start) and text[before.end - 1] != ":"
    if kind != "prose" or (block.kind == "item" and _ENTRY.match(text, line.start, line.end)):
        return False
    if _DATED.match(text, line.start, line.end):
        return False
    if block.kind == "item" and line.indent > before.indent:
        return True
    if line.indent > before.indent + 1 and is_final(text, before.end, before.start):
        return False
    return _wraps(text, before, line, width - slack)


def _wraps(text: str, before: Line, line: Line, full: int) -> bool:
    """Whether the line break can be a wrap: the next word is small, or did not fit on a line of `full` signs."""
    if line.start < line.end and text[line.start].islower() and text[before.end - 1] not in FINAL:
        return True
    word = text.find(" ", line.start, line.end)
    first = (word if word >= 0 else line.end) - line.start
    return before.end - before.start + 1 + first > full


_RAGGED = 6
"""By hand lines are not filled to the last sign; after a first line (it may be a title) that is taken strictly."""


def _titled(text: str, block: Block) -> Block:
    """A short single line that does not end as a sentence does is a heading (or a byline, a dateline, a signature)."""
    if block.kind != "prose" or block.end - block.start > HEADING_LENGTH:
        return block
    last = text[block.end - 1]
    if last in ",;:-–—" or is_final(text, block.end, block.start) or "\n" in text[block.start : block.end]:
        return block
    return block._replace(kind="heading")
