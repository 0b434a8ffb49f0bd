"""A sentence as words: where each stands, what it can be, and which of them tell the time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.languages.events import ING, PARTICIPLE, PAST, Events
from timeline.model.mention import TimeMention

# What only a sentence can tell of a word; the rest are the bits of languages/events.py.
NAME, NUMBER, TIME, COMMA, HARD, OPEN, CLOSE, QUOTE, POSSESSIVE = (1 << n for n in range(20, 29))
PUNCTUATION = COMMA | HARD | OPEN | CLOSE | QUOTE

_WORD = re.compile(
    r"[$€£¥]?[0-9]+(?:[.,:–-][0-9]+)*%?(?:[a-z]{2}\b)?"
    r"|(?:[A-Z]\.){2,8}"
    r"|['’]s\b"
    r"|[^\W_]+(?:[-&][^\W_]+)*(?:['’](?!s\b)[^\W_]+)?"
    r"|[^\w\s]"
)
_SIGNS = {
    ",": COMMA,
    ";": HARD,
    ":": HARD,
    "–": HARD,
    "—": HARD,
    "|": HARD,
    "•": HARD,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
    '"': QUOTE,
    "“": QUOTE,
    "”": QUOTE,
    "'s": POSSESSIVE,
    "’s": POSSESSIVE,
}
LONGEST = 1200
"""Signs of a sentence that are looked at; what is longer is a list that lost its line ends."""


@dataclass(slots=True)
class Words:
    """Parallel columns, one entry a word; `starts` and `ends` are offsets into the document's text."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bits: list[int] = field(default_factory=list)
    quoted: bool = False
    """Inside quotation marks, while the words are being read."""
    times: dict[int, TimeMention] = field(default_factory=dict)
    """Number of the word that stands for a time → the time."""

    def __len__(self) -> int:
        return len(self.words)


def split(text: str, start: int, end: int, mentions: Sequence[TimeMention], events: Events) -> Words:
    """The words of `text[start:end]`; each mention (a range as one) becomes a single word with the bit `TIME`."""
    found = Words(text)
    end = min(end, start + LONGEST)
    at = start
    for mention in mentions:
        first, last = span(mention)
        if first < at or first >= end:
            continue
        _plain(found, text, at, first, events)
        found.times[len(found.words)] = mention
        found.starts.append(first)
        found.ends.append(last)
        found.words.append(text[first:last])
        found.bits.append(TIME)
        at = last
    _plain(found, text, at, end, events)
    return found


def span(mention: TimeMention) -> tuple[int, int]:
    """The words of a time; of a range both ends."""
    whole = mention.range
    return (whole.start, whole.end) if whole is not None and whole.first else (mention.start, mention.end)


def _plain(found: Words, text: str, start: int, end: int, events: Events) -> None:
    starts, ends, words, bits = found.starts, found.ends, found.words, found.bits
    known: Mapping[str, int] = events.bits
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        starts.append(match.start())
        ends.append(match.end())
        words.append(word)
        first = word[0]
        if first.islower():
            bit = known.get(word)
            bits.append(_unknown(word) if bit is None else bit)
        elif first.isupper():
            bits.append(_capital(word, events, len(bits) == 0 or bits[-1] & (HARD | QUOTE | OPEN)))
        elif first.isdigit() or first in "$€£¥":
            bits.append(NUMBER)
        else:
            bits.append(_sign(found, match.start(), word, known))


def _sign(found: Words, at: int, word: str, known: Mapping[str, int]) -> int:
    """A colon or dash inside quotation marks belongs to a title; a hyphen parts only between spaces."""
    bit = _SIGNS.get(word)
    if word == "-":
        return HARD if found.text[at - 1 : at].isspace() and found.text[at + 1 : at + 2].isspace() else 0
    if bit is None:
        return known.get(word, 0)
    if bit == QUOTE:
        found.quoted = not found.quoted
    return 0 if bit == HARD and found.quoted and word == ":" else bit


def _capital(word: str, events: Events, opens: int | bool) -> int:
    """A capitalised word is a name, unless it is a word of the language that opens a sentence."""
    lower = word.lower()
    if word in events.common:
        return events.bits.get(lower, 0)
    if word in events.calendar or not opens:
        return 0 if word in events.roles and not opens else NAME
    if (lower in events.nouns and word not in events.organisation) or word in events.roles:
        return events.bits.get(lower, 0)
    bit = events.bits.get(lower, 0)
    return NAME | bit if bit else NAME


def _unknown(word: str) -> int:
    """Endings tell verbs that no table knows; hyphened ones (`Russian-brokered`) are adjectives."""
    if "-" in word or len(word) < 5:
        return 0
    if word.endswith("ed"):
        return PAST | PARTICIPLE
    return ING if word.endswith("ing") else 0
