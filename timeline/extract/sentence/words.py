"""A sentence as words: where each stands, what it can be, and which of them tell the time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import add

from timeline.languages.events import ADVERB, CLOSED, ING, PARTICIPLE, PAST, RELATIVE, SUBORDINATOR, THAT, TO, Events
from timeline.model.mention import TimeMention

# What only a sentence can tell of a word; the rest are the bits of languages/events.py.
NAME, NUMBER, TIME, COMMA, HARD, OPEN, CLOSE, QUOTE, POSSESSIVE = (1 << n for n in range(20, 29))
PUNCTUATION = COMMA | HARD | OPEN | CLOSE | QUOTE
OPENING = HARD | QUOTE | OPEN
"""After which a sentence may begin."""

_WORD = re.compile(
    r"(?=\S)(?:[a-z]++(?![\w'’&–-])"  # blanks and most words are told at one look; the others are longer ways
    r"|[$€£¥]?[0-9]+(?:[.,:–-][0-9]+)*%?(?:[a-z]{1,2}\b)?(?:-[A-Za-z]+)*"
    r"|(?:[A-Z]\.){2,8}"
    r"|['’](?:s|ll|d|re|ve|m)\b"
    r"|[^\W_]+(?:[-&–][^\W_]+)*(?:['’](?!(?:s|ll|d|re|ve|m)\b)[^\W_]+)?"
    r"|[^\w\s])"
)
_CAPITAL, _MARK, _COLON, _HYPHEN, _STOP = range(-1, -6, -1)
"""What only the neighbours of a word tell."""
_MOST = 100_000
"""Words that a table learns at most."""
_SIGNS = {
    ",": COMMA,
    ";": HARD,
    "–": HARD,
    "—": HARD,
    "|": HARD,
    "•": HARD,
    "(": OPEN,
    ")": CLOSE,
    "'s": POSSESSIVE,
    "’s": POSSESSIVE,
    ":": _COLON,
    "-": _HYPHEN,
    **dict.fromkeys('"“”', _MARK),
    **dict.fromkeys(".!?", _STOP),
}
_APART = 9
"""Words from `, due` to its time, at most."""
LONGEST = 1200
"""Signs of a sentence that are looked at; what is longer is a list that lost its line ends."""


@dataclass(slots=True)
class Words:
    """Parallel columns, one entry a word."""

    text: str
    first: int
    last: int
    """The span `[first, last)` that was read."""
    words: list[str]
    bits: list[int]
    times: dict[int, TimeMention]
    """Number of the word that stands for a time → the time."""
    events: Events
    """The words of the language."""
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        """Where each word begins in the document's text; found when first asked for, since most sentences never are."""
        if not self._starts:
            self._locate()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        if not self._ends:
            self._locate()
        return self._ends

    @property
    def sizes(self) -> list[int]:
        """How many signs each word adds to a line."""
        if not self._sizes:
            self._sizes = [len(word) + (-1 if word in ",.;" else 1) for word in self.words]
        return self._sizes

    def _locate(self) -> None:
        """Between two words nothing stands but white space and low lines, with which no word begins."""
        index, found, at = self.text.index, self._starts.append, self.first
        for word in self.words:
            at = index(word, at)
            found(at)
            at += len(word)
        self._ends = list(map(add, self._starts, map(len, self.words)))


class _Table(dict[str, int]):
    """Word → bits, where the word alone tells; less than 0 where its neighbours must. Learns words that it meets."""

    def __init__(self, events: Events) -> None:
        super().__init__(events.bits)
        self.update(_SIGNS)
        self.endings = events.endings
        self.nouns = events.nouns
        self.prefixes = events.sets["verb_prefixes"]

    def __missing__(self, word: str) -> int:
        first = word[0]
        if first.isupper():
            bits = _CAPITAL
        elif first.isdigit() or first in "$€£¥":
            bits = NUMBER
        else:
            before, _, rest = word.partition("-")
            again = rest and before in self.prefixes and rest[0].islower()
            bits = self[rest] if again else _unknown(word, self.endings)
            if word in self.nouns and not bits & ING:  # `the family`, `a shed`
                bits = 0
        if len(self) < _MOST:
            self[word] = bits
        return bits


class _Capitals(dict[str, tuple[int, int, int]]):
    """Capitalised word → bits after a plain word, after a name, and where a sentence opens. Learns, too."""

    def __init__(self, events: Events) -> None:
        super().__init__()
        self.events = events

    def __missing__(self, word: str) -> tuple[int, int, int]:
        bits = _capital(word, self.events, 0), _capital(word, self.events, NAME), _capital(word, self.events, HARD)
        if len(self) < _MOST:
            self[word] = bits
        return bits


@lru_cache(maxsize=16)
def _tables(events: Events) -> tuple[_Table, _Capitals]:
    return _Table(events), _Capitals(events)


def split(text: str, start: int, end: int, mentions: Sequence[TimeMention], events: Events) -> Words:
    """The words of `text[start:end]`; each mention (a range as one) becomes a single word with the bit `TIME`."""
    end = min(end, start + LONGEST)
    words: list[str] = []
    times: dict[int, TimeMention] = {}
    at = start
    for mention in mentions:
        first, last = span(mention)
        if first < at or first >= end:
            continue
        words += _WORD.findall(text, at, first)
        times[len(words)] = mention
        words.append(text[first:last])
        at = last
    words += _WORD.findall(text, at, end)
    table, capitals = _tables(events)
    bits = list(map(table.__getitem__, words))
    for time in times:
        bits[time] = TIME
    sentence = Words(text, start, end, words, bits, times, events)
    _settle(sentence, capitals)
    return sentence


def _settle(sentence: Words, capitals: _Capitals) -> None:
    """Capitals, hyphens, colons and quotation marks: what they are depends on where they stand."""
    words, bits, events = sentence.words, sentence.bits, sentence.events
    leading, quoted = events.sets["leading"], False
    for k in [k for k, bit in enumerate(bits) if bit < 0]:
        kind = bits[k]
        if kind == _CAPITAL:
            before, word = bits[k - 1] if k else HARD, words[k]
            bits[k] = capitals[word][2 if before & OPENING else 1 if before & NAME else 0]
            if word in leading and not bits[k] and _leads(sentence, k):
                bits[k] = NAME
        elif kind == _STOP:
            bits[k] = HARD if k and _ends(words[k - 1], bits[k - 1]) and _glued(sentence, k) else 0
            if k and k + 1 < len(words) and bits[k + 1] == NUMBER and words[k - 1] in events.sets["numbered"]:
                bits[k - 1] = 0  # `no. 7`: no denial
        elif kind == _MARK:
            bits[k] = QUOTE
            quoted = not quoted
        elif kind == _COLON:
            bits[k] = NAME if _within_title(sentence, k) else 0 if quoted else HARD
        elif kind < 0:
            first, last, text = sentence.starts[k], sentence.ends[k], sentence.text
            bits[k] = HARD if text[first - 1 : first].isspace() and text[last : last + 1].isspace() else 0
    if not events.sets["stipulating"].isdisjoint(words):
        _stipulated(sentence)
    if not events.sets["awaited"].isdisjoint(words):
        _apart(sentence)


def _apart(sentence: Words) -> None:
    """`The bridge, originally due last June, …`, `, due to open in 2030,`: as if somebody had set the time."""
    words, bits, events = sentence.words, sentence.bits, sentence.events
    for k in [k for k, word in enumerate(words) if word in events.sets["awaited"]]:
        before = k - 1 if k and bits[k - 1] == ADVERB else k
        after = next((n for n in range(k + 1, min(k + _APART, len(bits))) if bits[n] & (TIME | COMMA | HARD)), k)
        if not before or not bits[before - 1] & (COMMA | HARD | OPEN) or not bits[after] & TIME:
            continue
        verb = words[k + 2] if bits[k + 1] & TO and k + 2 < after else ""
        if not bits[k + 1] & TO or verb in events.sets["timetabled"] | events.sets["beings"]:
            bits[k] |= PARTICIPLE


def _stipulated(sentence: Words) -> None:
    """`will try again, | provided that both agree`: a condition; not `The bank provided that sum`."""
    words, bits = sentence.words, sentence.bits
    for k in range(1, len(words) - 1):
        if words[k] in sentence.events.sets["stipulating"] and bits[k + 1] & THAT and bits[k - 1] & (COMMA | TIME):
            bits[k], bits[k + 1] = SUBORDINATOR, 0


def _within_title(sentence: Words, k: int) -> bool:
    """`the film Vik Wars: The Mill Wakes`: a colon and an article within a work's name, not `Vik: The mill woke`."""
    words, bits = sentence.words, sentence.bits
    if k + 2 >= len(words) or not words[k + 2][:1].isupper() or words[k + 1] not in sentence.events.sets["articles"]:
        return False
    first = k
    while first and words[first - 1][:1].isupper():
        first -= 1
    if not 0 < first < k or bits[first - 1] & OPENING:
        return False
    bits[k + 1] = NAME
    return True


def _leads(sentence: Words, k: int) -> bool:
    """`New York`, `the Third Army`: a plain word with a capital before a name; `New England` may open a sentence."""
    words, events = sentence.words, sentence.events
    after = words[k + 1] if k + 1 < len(words) else ""
    if not after[:1].isupper() or after in events.common:
        return False
    opens = not k or sentence.bits[k - 1] & OPENING
    return not opens or after in events.organisation or after in events.sets["new_places"]


def _ends(word: str, bit: int) -> bool:
    """Can a sentence end in this word: not in an initial or a short form?"""
    return bool(bit & (TIME | NUMBER | CLOSE | QUOTE)) or word in ("'", "’") or (word[:1].islower() and len(word) > 1)


def _glued(sentence: Words, k: int) -> bool:
    """A full stop with a capital or a date right after it: two sentences that lost the space between them."""
    final = k + 1 == len(sentence)
    if not final and sentence.bits[k + 1] == TIME and sentence.starts[k + 1] == sentence.ends[k]:
        return True  # `took no action.18 May: the mill …`
    end = sentence.text.rindex(sentence.words[k], sentence.first, sentence.last) + 1 if final else sentence.ends[k]
    follows = sentence.text[end : end + 2]
    return not follows[:1].isspace() and follows.lstrip('"”’)')[:1].isupper()


def span(mention: TimeMention) -> tuple[int, int]:
    """The words of a time; of a range both ends."""
    whole = mention.range
    return (whole.start, whole.end) if whole is not None and whole.first else (mention.start, mention.end)


def _capital(word: str, events: Events, before: int) -> int:
    """A capitalised word is a name, unless it is a word of the language that opens a sentence."""
    lower = word.lower()
    if word in events.common:
        return events.bits.get(lower, 0)
    bit = events.bits.get(lower, 0)
    if before & TIME and bit & PAST and bit & PARTICIPLE:
        return bit  # `1923 Sold to the university`
    if bit & RELATIVE and len(word) > 1 and word.isupper():
        return NAME  # `WHO raised the risk`
    if not before & OPENING:
        return 0 if word in events.roles and not before & NAME else NAME
    if word in events.calendar:
        return NAME
    if bit & (CLOSED | ADVERB) or word in events.roles or (lower in events.nouns and word not in events.organisation):
        return bit
    return NAME | bit if bit else _unknown(lower, events.endings) & ~NAME or NAME


def _unknown(word: str, endings: Mapping[str, tuple[str, ...]]) -> int:
    """Endings tell verbs that no table knows; hyphened words (`three-judge`) are adjectives, or names (`al-Qaeda`)."""
    if "-" in word:
        return NAME if any(sign.isupper() for sign in word) else 0
    if len(word) < 5 or not word[0].isalpha():
        return 0
    if word.endswith(endings["past"]):
        return PAST | PARTICIPLE
    if word.endswith(endings["adverb"]):
        return ADVERB
    return ING if word.endswith(endings["ing"]) else 0
