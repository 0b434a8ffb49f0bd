"""The little language of rule patterns: a regex over folded text in which `{name}` is a lexicon and a blank any blank.

`{month}` becomes a group named `month`; `{month:second}` one named `second`.
A pattern also tells its *heads*: the beginnings that a text must have for the rule to match. They make the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.languages.trie import SPACE, trie

_REFERENCE = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_ZERO_WIDTH = ("(?=", "(?!", "(?<")
_MOST_OPTIONS = 12
END = "(?![a-z0-9])"
NUMERAL = "\N{SECTION SIGN}"
_CLOSING = "-–—,/('#"
"""After a word these end a head: what follows them is for the rule to see."""


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

    pieces = re.split(r"(\[[^\]]*\])", pattern)
    spaced = "".join(piece if piece.startswith("[") else _spaced(piece) for piece in pieces)
    return f"(?:{_REFERENCE.sub(reference, spaced)}){END}"


def _spaced(piece: str) -> str:
    return re.sub(r" \??", lambda blank: " {0,8}" if blank[0] == " ?" else SPACE, piece)


def references(pattern: str) -> list[tuple[str, str]]:
    """(lexicon, group name) of every reference, groups named as `expand` names them."""
    uses: dict[str, int] = {}
    found = []
    for match in _REFERENCE.finditer(pattern):
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


def heads(pattern: str, lexicon: Lexicon, weak: frozenset[str]) -> frozenset[str]:
    """The beginnings of everything the pattern matches: one word, or two where the first is weak (`the`, `a`, `two`).

    `#` is a run of digits, `NUMERAL` a spelled number, and both are weak; a letter or sign after it ends the head,
    as does a sign after a weak word.
    """
    return frozenset(_Heads(lexicon, weak).of(pattern))


class _Heads:
    """Walks a pattern and keeps, for each way through it, the text so far and whether it goes on."""

    def __init__(self, lexicon: Lexicon, weak: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.numerals = numerals(lexicon)
        self.weak = weak | self.numerals | {NUMERAL, "#"}

    def of(self, pattern: str) -> set[str]:
        return {self._spelled(text.strip()) for text, _ in self._sequence(f"(?:{pattern})", {("", True)})}

    def _spelled(self, head: str) -> str:
        return re.sub("[a-z]+", lambda word: NUMERAL if word[0] in self.numerals else word[0], head)

    def _sequence(self, pattern: str, states: set[tuple[str, bool]]) -> set[tuple[str, bool]]:
        at = 0
        while at < len(pattern) and any(going for _, going in states):
            atom, at = _atom(pattern, at)
            optional = pattern.startswith("?", at)
            repeated = at < len(pattern) and pattern[at] in "*+{" and not _REFERENCE.match(pattern, at)
            if optional:
                at += 1 + pattern.startswith("+", at + 1)
            states = self._step(states, atom, optional=optional)
            if repeated and not (atom.startswith("[") and _members(atom) == ["0"]):
                states = {(text, False) for text, _ in states}
            if repeated:
                at = pattern.index("}", at) + 1 if pattern[at] == "{" else at + 1
        return states

    def _step(self, states: set[tuple[str, bool]], atom: str, *, optional: bool) -> set[tuple[str, bool]]:
        if atom.startswith(_ZERO_WIDTH):
            return states
        done = {state for state in states if not state[1]}
        going = states - done
        after: set[tuple[str, bool]] = set()
        if going:
            after = self._inside(atom, going)
        return done | after | (going if optional else set())

    def _inside(self, atom: str, going: set[tuple[str, bool]]) -> set[tuple[str, bool]]:
        if atom.startswith("("):
            body = atom[3:-1] if atom.startswith("(?:") else atom[1:-1]
            return set().union(*(self._sequence(branch, going) for branch in _branches(body)))
        if reference := _REFERENCE.fullmatch(atom):
            entry = self.lexicon[reference[1]]
            if isinstance(entry, Shape):
                return self._inside(f"(?:{entry.source})", going)
        options = self._options(atom)
        if options is None:
            return {(text, False) for text, _ in going}
        return {self._append(text, option) for text, _ in going for option in options}

    def _append(self, text: str, option: str) -> tuple[str, bool]:
        for char in re.sub("[0-9]", "#", option):
            if char == "#" and text.endswith("#"):
                continue
            if char == "#" and text and not text.endswith((" ", "'")):
                return text, False
            if text == "'#" or (text.endswith(" #") and text != "#"):
                return text, False
            if text == "#" and char != " ":
                return text + char, False
            if char in _CLOSING and text.strip() not in ("", "'"):
                return text + (char if self._goes_on(text + " ") else ""), False
            text += char
            if char == " " and not self._goes_on(text):
                return text, False
        return text, True

    def _goes_on(self, text: str) -> bool:
        words = text.split()
        return len(words) == 1 and words[0] in self.weak

    def _options(self, atom: str) -> list[str] | None:
        if reference := _REFERENCE.fullmatch(atom):
            entry = self.lexicon[reference[1]]
            if isinstance(entry, Words):
                return list(dict.fromkeys(NUMERAL if word in self.numerals else word for word in entry.values))
            return None
        if atom.startswith("["):
            return _members(atom)
        return [atom[1:] if atom.startswith("\\") else atom]


def _atom(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at] == "\\":
        return pattern[at : at + 2], at + 2
    if reference := _REFERENCE.match(pattern, at):
        return reference[0], reference.end()
    if pattern[at] == "[":
        end = pattern.index("]", at + 2) + 1
        return pattern[at:end], end
    if pattern[at] == "(":
        end = _closing(pattern, at)
        return pattern[at:end], end
    return pattern[at], at + 1


def _closing(pattern: str, at: int) -> int:
    depth = 0
    while True:
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "[":
            at = pattern.index("]", at + 2)
        depth += (pattern[at] == "(") - (pattern[at] == ")")
        at += 1
        if not depth:
            return at


def _branches(body: str) -> list[str]:
    branches, start, at = [], 0, 0
    while at < len(body):
        if body[at] == "|":
            branches.append(body[start:at])
            start = at = at + 1
        else:
            _, at = _atom(body, at)
    return [*branches, body[start:]]


def _members(atom: str) -> list[str] | None:
    if re.fullmatch(r"\[[0-9]-[0-9]\]|\[[0-9]+\]", atom):
        return ["0"]
    if atom.startswith("[^"):
        return None
    chars = atom[1:-1].replace("\\", "")
    return list(chars) if len(chars) <= _MOST_OPTIONS and not re.search(r"\w-\w", chars) else None
