"""Lists and tables: `1891, 4 May – The king signs the concession`, `| 1971 | Friends set up | … |`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.line.fitting import LONGEST
from timeline.extract.line.tidy import tidy
from timeline.extract.sentence.words import span
from timeline.extract.timing.idle import stamped
from timeline.languages.events import CLOSED, PAST, PRONOUN, THIRD, Events
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence

_LEAD = re.compile(r"[\s>*+•\-–—~_|#]{0,12}(?:[0-9]{1,3}[.)]\s{1,4})?[\s*_~]{0,6}")
_PART = re.compile(
    r"\s{0,4}(?:\)?[*_~]{0,3}\s{0,3}[:–—|-]|\))[\s*_~]{1,4}"
    r"|\s{0,3}\([^()\n]{1,40}\)\s{0,3}[:–—|-]\s{1,4}"
    r"|\??[*_~]{0,3}\s{1,8}(?=[A-Z])"
)
_CELL = re.compile(r"\s{0,20}\|\s{0,20}")
_DASHES = frozenset(":–—|-")
_FARTHEST = 160
"""Signs of a line whose verb stands late."""
_LEAST = 3
"""Words of a line that is not made shorter."""
_OPENING = 8
"""Signs of `On the `."""


def entry(text: str, sentence: Sentence, mentions: Sequence[TimeMention], events: Events) -> str | None:
    """What an entry that opens with a date says happened; None when the piece is no such entry."""
    first, last = span(mentions[0])
    if sentence.kind == "row":
        return _row(text, sentence, (first, last), events)
    if sentence.kind != "item" and "\n" in text[sentence.start : sentence.end]:
        return None
    lead = _LEAD.match(text, sentence.start)
    if lead is None or first > lead.end() + 12:
        return None
    between = text[lead.end() : first].strip().lower()
    if between and not events.sets["entry_leads"].issuperset(between.split()):
        return None
    for mention in mentions[1:]:
        if 0 <= mention.start - last <= 3:
            last = max(last, mention.end)
    part = _PART.match(text, last)
    if part is None or (sentence.kind != "item" and _DASHES.isdisjoint(part.group())):
        return None
    if stamped(mentions[0]) and _DASHES.isdisjoint(part.group()):
        return None
    if _tells_finer(mentions, part.end()):
        return None
    said = text[part.end() : sentence.end]
    if sentence.kind != "item" and ":" not in part.group() and any(f" {dash} " in said for dash in "–—-"):
        return None  # a pair of dashes in running text
    return tidy(said) if any(sign.isalpha() for sign in said) else None


def _tells_finer(mentions: Sequence[TimeMention], start: int) -> bool:
    """`**1894** On 2 March the council …`: the day of the year stands at once behind it."""
    first = mentions[0].when
    near = (one.when for one in mentions[1:] if 0 <= one.start - start <= _OPENING)
    return first is not None and any(when is not None and when != first and first.covers(when) for when in near)


def _row(text: str, sentence: Sentence, date: tuple[int, int], events: Events) -> str | None:
    """The first cell of some words, of a row whose date has a cell to itself (`2025 (planned)` is one).

    `| 5 Jan | MV Tern | left for Kiel |`: a cell that opens with its verb goes on from the first.
    """
    first, last = date
    cells, at = [], sentence.start
    for match in _CELL.finditer(text, sentence.start, sentence.end):
        cells.append((at, match.start()))
        at = match.end()
    cells.append((at, sentence.end))
    home = next((cell for cell in cells if cell[0] <= first and last <= cell[1]), None)
    if home is None or (home[1] - home[0]) > (last - first) + 24:
        return None
    said = [text[a:b].strip() for a, b in cells if (a, b) != home and any(sign.isalpha() for sign in text[a:b])]
    told = next((cell for cell in said if " " in cell), None)
    deed = next((cell for cell in said[1:] if events.bits.get(cell.split()[0], 0) & (PAST | THIRD)), None)
    if deed is not None and deed.lower() not in events.status["planned_adjectives"]:
        told = f"{said[0]} {deed}"
    return tidy(told or max(said, key=len)) if said else None


def marked(text: str, sentence: Sentence, events: Events) -> str | None:
    """The status that an entry carries as a mark: `(planned)`, `~~…~~ (dropped)`."""
    quote = text[sentence.start : sentence.end].lower()
    marks = (mark for name in ("dropped_marks", "planned_marks") for mark in events.marks.get(name, ()))
    if sentence.kind == "row" and any(cell.strip() in events.status["planned_adjectives"] for cell in quote.split("|")):
        return "planned"
    return "planned" if "~~" in quote or any(mark in quote for mark in marks) else None


def shortened(line: str, told: str, events: Events) -> str:
    """A long entry at its last full stop, semicolon or comma before the limit, and at no word that leads on.

    Not before its verb, `told`: of `Ada Lindt, a retired nurse, …, | is arrested`; then it may be longer.
    """
    if len(line) <= LONGEST:
        return line
    verb = max(line.find(told), 0)
    for sign in ("; ", ". ", ", ", " "):
        at = line.rfind(sign, 30, LONGEST)
        if at <= verb:
            at = line.find(sign, verb + 1, _FARTHEST) if sign != " " else f"{line} ".rfind(sign, verb, _FARTHEST)
        if at > 0:
            words = line[:at].split(" ")
            while len(words) > _LEAST and events.bits.get(words[-1].lower(), 0) & (CLOSED & ~PRONOUN):
                words = words[:-1]
            return tidy(" ".join(words))
    return line[:LONGEST]
