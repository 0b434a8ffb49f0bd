"""The little language of rule patterns: a regex over folded text in which `{name}` is a lexicon and a blank any blank.

`{month}` becomes a group named `month`; `{month:second}` one named `second`.
What beginnings a pattern has is told in heads.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.languages.trie import SPACE, trie

REFERENCE = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_CLASS = re.compile(r"(\[[^\]]*\])")
_BLANK = re.compile(r" \??")
END = "(?![a-z0-9])"
NUMERAL = "\N{SECTION SIGN}"


@dataclass(frozen=True)
class Words:
    """A closed class of words, each with its value."""

    values: Mapping[str, object]

    @cached_property
    def regex(self) -> str:
        return trie(self.values)


@dataclass(frozen=True)
class Shape:
    """An open class, told by a regex: years, days, clock times. It may hold other classes, by `{name}`."""

    source: str
    regex: str


Lexicon = Mapping[str, Words | Shape]


def expand(pattern: str, lexicon: Lexicon, *, named: bool) -> str:
    """The regex of a pattern; with `named`, its lexicon references are named groups (the second use `name__2`)."""
    uses: dict[str, int] = {}

    def reference(match: re.Match[str]) -> str:
        body = lexicon[match[1]].regex
        if not named:
            return f"(?:{body})"
        name = match[2] or match[1]
        uses[name] = uses.get(name, 0) + 1
        return f"(?P<{name}{f'__{uses[name]}' if uses[name] > 1 else ''}>{body})"

    return f"(?:{REFERENCE.sub(reference, spaced(pattern))}){END}"


def spaced(pattern: str) -> str:
    """The pattern in which a blank is any blank, but in classes of signs."""
    return "".join(part if part[:1] == "[" else _BLANK.sub(_any_blank, part) for part in _CLASS.split(pattern))


def _any_blank(blank: re.Match[str]) -> str:
    return " {0,8}" if blank[0] == " ?" else SPACE


def references(pattern: str) -> list[tuple[str, str]]:
    """(lexicon, group name) of every reference, groups named as `expand` names them."""
    uses: dict[str, int] = {}
    found = []
    for match in REFERENCE.finditer(pattern):
        name = match[2] or match[1]
        uses[name] = uses.get(name, 0) + 1
        found.append((match[1], name if uses[name] == 1 else f"{name}__{uses[name]}"))
    return found


def numerals(lexicon: Lexicon) -> frozenset[str]:
    """Single words of the lexicon `number` that are plain numbers: heads write any of them as `NUMERAL`."""
    entry = lexicon.get("number")
    if not isinstance(entry, Words):
        return frozenset()
    return frozenset(
        word for word, value in entry.values.items() if " " not in word and len(word) > 2 and isinstance(value, int)
    )
