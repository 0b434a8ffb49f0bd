"""Sentences of a text: one regex for places where one may end, and a set of abbreviations that say it does not.

The rules are those of Unicode Standard Annex #29 (sentence boundaries) made stricter for abbreviations, initials and
numbers; no language is known here, its abbreviations and frequent first words come from the language file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from timeline.model.sentence import Sentence
from timeline.segment.blocks import blocks

LONGEST = 5000
"""Characters; a longer stretch without an end is cut at a space: tables and lists that lost their line breaks."""


class Writing(Protocol):
    """What of a language is needed here."""

    @property
    def abbreviations(self) -> frozenset[str]:
        """Words without their final dot: `Sept`, `No`, `approx`."""

    @property
    def starters(self) -> frozenset[str]:
        """Words that begin a sentence even after an abbreviation: `The`."""


class _Words(NamedTuple):
    abbreviations: frozenset[str]
    starters: frozenset[str]


_CLOSERS = "\"'”’»)\\]}*_」』）"
_OPENERS = "\"'“‘«(\\[{*_—–\\-¿¡„`「『（"
_END = re.compile(
    r"[.!?…։।۔。！？][.!?…。！？]{0,7}["
    + _CLOSERS
    + r"]{0,4}(?:\[[0-9a-z ]{1,12}\]){0,4}(?:(\s++)["
    + _OPENERS
    + r"]{0,4}+(?=[^a-z])|(?<=[a-z][.!?]|.[”’»)\"])(?=[A-Z])|(?<=[a-z][.!?])(?=[“‘\"][A-Z]|[12][0-9]{3}[:, ])"
    r"|(?<=[。！？」』）]))"
)
"""Where a sentence may end. One set of signs at the front lets `re` skip from one to the next; group 1 is the space
before the next sentence, none where two are glued."""
_NEXT = re.compile(r"\S")
_WORD = re.compile(r"\w{1,40}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,6}[^\W\d_]\Z")
_AFTER_FIRST = frozenset(" ,'’:;–-")
_UNSPACED = frozenset("。！？")


def segment(text: str, language: Writing) -> tuple[Sentence, ...]:
    """Every sentence, heading, list item and table row, in order; together they hold all words of the text."""
    return tuple(sentences(text, language))


def sentences(text: str, language: Writing) -> Iterator[Sentence]:
    """The same, one after the other: of a text of any length only a few are held at once."""
    words = _Words(language.abbreviations, language.starters)
    for paragraph, (start, end, kind) in enumerate(blocks(text)):
        spans = iter(((start, end),)) if kind == "row" else _spans(text, start, end, words)
        first = next(spans)
        following = next(spans, None)
        shown = "prose" if kind == "heading" and following is not None else kind
        for left, right in (first,) if following is None else chain((first, following), spans):
            if right - left > LONGEST:
                yield from (Sentence(a, b, paragraph, shown) for a, b in _chopped(text, left, right))
            else:
                yield Sentence(left, right, paragraph, shown)


def _chopped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        following = _NEXT.search(text, cut, end)
        start = following.start() if following else end
    if start < end:
        yield start, end


def _spans(text: str, start: int, end: int, words: _Words) -> Iterator[tuple[int, int]]:
    """The sentences of a block; there is always one."""
    left = start
    for match in _END.finditer(text, start, end):
        at, following = match.span()
        stop, resume = match.span(1)
        if stop < 0:
            stop = resume = _outside(text, left, following)
            if text[resume : resume + 1].isspace():
                following_word = _NEXT.search(text, resume, end)
                resume = following_word.start() if following_word else end
            ends = text[at] in _UNSPACED or _is_glued(text, at, stop, left, words.starters)
        else:
            ends = following >= end or _is_end(text, at, left, following, words)
        if ends and resume < end:
            yield left, stop
            left = resume
    yield left, end


def _is_end(text: str, at: int, left: int, following: int, words: _Words) -> bool:
    """Whether the sentence from `left` ends with the sign at `at`; the next word would begin at `following`."""
    after = text[following]
    if after.islower():
        return False
    if text[at] != "." or text[at + 1] == ".":
        return True
    word = _word_before(text, left, at)
    if word.islower() and word not in words.abbreviations and "." not in word and len(word) > 1:
        return True
    if not _is_abbreviated(word, "0" <= after <= "9", words.abbreviations):
        return True
    return _starts(text, following, words.starters)


def _is_glued(text: str, at: int, stop: int, left: int, starters: frozenset[str]) -> bool:
    """`said.The` is an end; `example.Com` and `node.Js` are none."""
    if stop == len(text) or stop - at > 2 or not text[max(left, at - 2) : at].islower():
        return False
    word = _WORD.match(text, stop if text[stop].isalnum() else stop + 1)
    if word is None or text[word.end() : word.end() + 1] not in _AFTER_FIRST:
        return False
    token = text[max(left, at - 80) : at].rpartition(" ")[2]
    if any(sign in token for sign in "./@:"):
        return False
    if word.group().isdigit():
        return len(token) > 2
    return word.group() in starters or (word.end() - stop > 2 and word.group()[1:].islower())


def _outside(text: str, left: int, following: int) -> int:
    """`gone."She` ends after its quotation mark, `gone."We` before it where none was open."""
    if text[following - 1] != '"' or text.count('"', left, following) % 2 == 0:
        return following
    return following - 1


def _word_before(text: str, left: int, at: int) -> str:
    """The word that a dot ends, dots inside it kept: `Sept`, `U.S`, `a.m`."""
    word = text[max(left, at - _LONGEST_WORD) : at].rpartition(" ")[2]
    return word if word.isalnum() else _TAIL.search(word).group()  # type: ignore[union-attr]


_LONGEST_WORD = 24
_TAIL = re.compile(r"[^\W_]{0,24}(?:\.[^\W_]{1,24}){0,12}\Z")


_VOWELS = frozenset("aeiouy")


def _is_abbreviated(word: str, before_digit: bool, abbreviations: frozenset[str]) -> bool:
    """Whether the dot after a word can be the word's own."""
    if not word:
        return False
    if word.isdigit():  # "10. 6. 1896"; languages that write ordinals with a dot list the numbers as abbreviations
        return (before_digit and len(word) < 3) or word in abbreviations
    if len(word) == 1 and word.isupper():
        return word != "I"
    if word.islower() and "." not in word and not before_digit and not _VOWELS.isdisjoint(word):
        return False  # "he said no.", "the ill.": with small letters they are words, unless a number follows
    return _is_known(word, abbreviations) or _INITIALS.match(word) is not None


def _is_known(word: str, abbreviations: frozenset[str]) -> bool:
    """Listed as it is written, or in small letters: `SEPT` and `Sept` by `sept`."""
    return word in abbreviations or word.lower() in abbreviations


def _starts(text: str, following: int, starters: frozenset[str]) -> bool:
    """Whether a frequent first word stands at `following`: "Inc. The company", but not "J. A. Smith"."""
    word = _WORD.match(text, following)
    return word is not None and word.group() in starters and text[word.end() : word.end() + 1] != "."
