"""What a constructor gets and gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.model.expression import Meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of words, by themselves; `start` and `end` are set where it is only a part of the match."""

    type: str
    value: str
    meaning: Meaning
    mod: str | None = None
    start: int = 0
    end: int | None = None


class Fields:
    """What a rule caught: words of a lexicon by their value, shapes as text; and the rule's fixed fields."""

    def __init__(self, match: re.Match[str], words: Mapping[str, str], fixed: Mapping[str, object], language: Language):
        self._match = match
        self._words = words
        self._fixed = fixed
        self._language = language

    def text(self, name: str) -> str:
        """The words caught under a name, empty when none."""
        group = self._group(name)
        return self._match[group] or "" if group else ""

    def value(self, name: str) -> object:
        """The lexicon's value of what was caught, the text of a shape, a fixed field, or None."""
        text = self.text(name)
        if not text:
            return self._fixed.get(name)
        lexicon = self._words.get(self._group(name))
        if lexicon is None:
            return text
        entry = self._language.lexicon[lexicon]
        return entry.values[_tidy(text)] if isinstance(entry, Words) else text

    def integer(self, name: str) -> int | None:
        """A whole number: a lexicon's value, a fixed field, or the digits of a shape."""
        value = self.value(name)
        if value is None or isinstance(value, int):
            return value
        digits = re.search(r"-?[0-9]{1,6}", str(value))
        return int(digits[0]) if digits else None

    def word(self, name: str) -> str:
        """A value that is a text; empty when nothing was caught."""
        value = self.value(name)
        return "" if value is None else str(value)

    def count(self, name: str) -> float | None:
        """A number in words or digits: `twenty-two`, `2,500`, `2 1/2`; None when it is not told (`several`)."""
        text = self.text(name) or str(self._fixed.get(name, ""))
        count = _count(_tidy(text), self._numbers()) if text else 1
        return count + 0.5 if count is not None and self._fixed.get("half") else count

    def number(self, words: str) -> float | None:
        """A number that other words than a group's spell."""
        return _count(_tidy(words), self._numbers())

    def span(self, name: str) -> tuple[int, int]:
        """Where it stands, counted from the start of the match."""
        start, end = self._match.span(self._group(name))
        return start - self._match.start(), end - self._match.start()

    def end(self) -> int:
        """The length of the match."""
        return self._match.end() - self._match.start()

    def _group(self, name: str) -> str:
        """The group that caught it: a name used twice in a pattern has the groups `name` and `name__2`."""
        groups = self._match.re.groupindex
        for group in (name, f"{name}__2", f"{name}__3"):
            if group in groups and self._match[group] is not None:
                return group
        return ""

    def _numbers(self) -> Mapping[str, object]:
        entry = self._language.lexicon.get("number")
        return entry.values if isinstance(entry, Words) else {}


Maker = Callable[[Fields], "Reading | tuple[Reading, ...] | None"]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _count(text: str, numbers: Mapping[str, object]) -> float | None:
    if text in numbers:
        return _told(numbers[text])
    if match := re.fullmatch(r"([0-9]{1,4}) ([1-9])/([1-9])", text):
        return int(match[1]) + int(match[2]) / int(match[3])
    if match := re.fullmatch(r"([1-9])/([1-9])", text):
        return int(match[1]) / int(match[2])
    if re.fullmatch(r"[0-9][0-9,]*(?:\.[0-9]+)?", text):
        return float(text.replace(",", ""))
    return _spelled(re.split(r"[ -]+(?:and )?", text), numbers)


def _spelled(words: list[str], numbers: Mapping[str, object]) -> float | None:
    """`two hundred and fifty`: units add, hundreds and thousands multiply; an unknown word makes the count unknown."""
    total, current = 0.0, 0.0
    for word in words:
        if word == "and":
            continue
        value = float(word) if word.isascii() and word.isdecimal() else _told(numbers.get(word, ""))
        if value is None:
            return None
        if value >= 100:
            current = (current or 1) * value
        else:
            current += value
        if value >= 1000:
            total, current = total + current, 0.0
    return total + current


def _told(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None
