"""The heads of a rule: the beginnings that a text must have for the rule to match. They make the trigger.

A head is one word, or more where the first is weak (`the`, `a`, `two`) and so are the first two (`the same`). `#` is a
run of digits, `NUMERAL` a spelled number, and both are weak; a letter or sign after it ends the head, as does a sign
after a weak word. Digits may go on behind a point or a comma: `#.#` is `2.5` and `10.30.15`, `#,#` is `35,000`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.languages.pattern import NUMERAL, REFERENCE, Lexicon, Shape, Words, numerals

_WORD = re.compile("[a-z]+")
_PLAIN = re.compile("[a-z ]+(?![?*+{])")
_DIGIT = re.compile("[0-9]")
_ZERO_WIDTH = ("(?=", "(?!", "(?<")
_MOST_OPTIONS = 12
NUMBERS = ("#", "#.", "#,", "#.#", "#,#")
"""How a number may begin; all are weak."""
_ANY = "\N{REFERENCE MARK}"
"""Stands for any weak word while beginnings are walked."""
_CLOSING = "-–—,/('#"
"""After a word these end a head: what follows them is for the rule to see."""


class _Ways(NamedTuple):
    """The beginnings that are complete, and those that go on."""

    done: frozenset[str]
    going: frozenset[str]


_NONE: frozenset[str] = frozenset()


class Heads:
    """Walks patterns and keeps, for each way through them, the text so far.

    It remembers what it walked; one is made for all rules of a language.
    """

    def __init__(self, lexicon: Lexicon, weak: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.numerals = numerals(lexicon)
        self.weak = weak | self.numerals | {NUMERAL, _ANY, *NUMBERS}
        self._weak_firsts = {words.split()[0] for words in weak if " " in words}
        self._walked: dict[tuple[str, str], _Ways] = {}
        self._spellings: dict[str, str] = {}
        self._chosen: dict[str, tuple[str, ...] | None] = {}

    def of(self, pattern: str) -> frozenset[str]:
        """The beginnings of everything the pattern matches."""
        done, going = self._after("", f"(?:{pattern})")
        return frozenset(map(self._spelled, done | going))

    def _spelled(self, head: str) -> str:
        """With spelled numbers that the pattern itself wrote as `NUMERAL`."""
        found = self._spellings.get(head)
        if found is None:
            found = _WORD.sub(lambda word: NUMERAL if word[0] in self.numerals else word[0], head.strip())
            self._spellings[head] = found
        return found

    def _sequence(self, pattern: str, text: str) -> _Ways:
        done: set[str] = set()
        going = frozenset({text})
        for atom, optional, repeated in _atoms(pattern):
            if not going:
                break
            if not atom.startswith(_ZERO_WIDTH):
                ended, on = self._step(going, atom)
                done |= ended
                going = going | on if optional else on
            if repeated and not self._absorbed(going, atom):
                done |= going
                going = frozenset()
        return _Ways(frozenset(done), going)

    def _absorbed(self, going: frozenset[str], atom: str) -> bool:
        """Whether a head is the same however often the atom comes: digits are."""
        return self._step(going, atom) == _Ways(_NONE, going)

    def _step(self, going: frozenset[str], atom: str) -> _Ways:
        if len(going) == 1:
            return self._after(next(iter(going)), atom)
        done: set[str] = set()
        on: set[str] = set()
        alike: dict[str, list[str]] = {}
        for text in going:
            first, blank, rest = text.partition(" ")
            if blank and first and first not in self._weak_firsts:
                # after a weak word and a blank it is the same whichever the word was
                alike.setdefault(rest, []).append(first)
            else:
                ways = self._after(text, atom)
                done |= ways.done
                on |= ways.going
        for rest, firsts in alike.items():
            ways = self._after(f"{_ANY} {rest}", atom)
            for tail in ways.done:
                done.update([first + tail[1:] for first in firsts])
            for tail in ways.going:
                on.update([first + tail[1:] for first in firsts])
        return _Ways(frozenset(done), frozenset(on))

    def _after(self, text: str, atom: str) -> _Ways:
        """The ways on from one text through one atom."""
        key = (text, atom)
        found = self._walked.get(key)
        if found is None:
            found = self._walked[key] = self._inside(atom, text)
        return found

    def _inside(self, atom: str, text: str) -> _Ways:
        if atom.startswith("("):
            body = atom[3:-1] if atom.startswith(("(?:", "(?>")) else atom[1:-1]
            ways = [self._sequence(branch, text) for branch in branches(body)]
            return _Ways(
                frozenset().union(*(way.done for way in ways)), frozenset().union(*(way.going for way in ways))
            )
        if reference := REFERENCE.fullmatch(atom):
            entry = self.lexicon[reference[1]]
            if isinstance(entry, Shape):
                return self._after(text, f"(?:{entry.source})")
        if atom not in self._chosen:
            self._chosen[atom] = self._options(atom)
        options = self._chosen[atom]
        if options is None:
            return _Ways(frozenset({text}), frozenset())
        made = [self._append(text, option) for option in options]
        return _Ways(
            frozenset([after for after, going in made if not going]),
            frozenset([after for after, going in made if going]),
        )

    def _append(self, text: str, option: str) -> tuple[str, bool]:
        if not text and option.isalpha():
            return option, True
        for char in option:
            if char == "#" and text.endswith("#"):
                continue
            if char == "#" and text and not text.endswith((" ", "'")) and text not in ("#.", "#,"):
                return text, False
            if text == "'#" or text.endswith(" #"):
                return text, False
            if char == "." and text[:2] in ("# ", "#.") and text[-1].isalpha():
                return text, False
            if text in ("#.#", "#,#") and char in ".,":
                continue
            if text in NUMBERS and char not in (" .,#" if text == "#" else " #"):
                return text + char, False
            if char in _CLOSING and text not in ("", "'", *NUMBERS) and text.strip():
                return text + (char if self._goes_on(text + " ") else ""), False
            text += char
            if char == " " and not self._goes_on(text):
                return text, False
        return text, True

    def _goes_on(self, text: str) -> bool:
        return " ".join(text.split()) in self.weak

    def _options(self, atom: str) -> tuple[str, ...] | None:
        """What a class of words or signs may stand for, digits as `#`; None: too much to tell."""
        if reference := REFERENCE.fullmatch(atom):
            entry = self.lexicon[reference[1]]
            if not isinstance(entry, Words):
                return None
            options = [NUMERAL if word in self.numerals else word for word in entry.values]
        elif atom.startswith("["):
            members = _members(atom)
            if members is None:
                return None
            options = members
        else:
            options = [atom[1:] if atom.startswith("\\") else atom]
        return tuple(dict.fromkeys(_DIGIT.sub("#", option) for option in options))


@lru_cache(maxsize=4096)
def _atoms(pattern: str) -> tuple[tuple[str, bool, bool], ...]:
    """(atom, may be left out, may be repeated) of a pattern without branches; letters that stand together are one."""
    found = []
    at = 0
    while at < len(pattern):
        if plain := _PLAIN.match(pattern, at):
            found.append((plain[0], False, False))
            at = plain.end()
            continue
        atom, at = atom_at(pattern, at)
        optional = pattern.startswith("?", at)
        repeated = at < len(pattern) and pattern[at] in "*+{" and not REFERENCE.match(pattern, at)
        if optional:
            at += 1 + pattern.startswith("+", at + 1)
        if repeated:
            at = pattern.index("}", at) + 1 if pattern[at] == "{" else at + 1
        found.append((atom, optional, repeated))
    return tuple(found)


def atom_at(pattern: str, at: int) -> tuple[str, int]:
    """The part of a pattern that begins at an offset, without how often it may come, and where it ends."""
    if pattern[at] == "\\":
        return pattern[at : at + 2], at + 2
    if reference := REFERENCE.match(pattern, at):
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


@lru_cache(maxsize=4096)
def branches(body: str) -> list[str]:
    """The alternatives of a pattern."""
    branches, start, at = [], 0, 0
    while at < len(body):
        if body[at] == "|":
            branches.append(body[start:at])
            start = at = at + 1
        else:
            _, at = atom_at(body, at)
    return [*branches, body[start:]]


def _members(atom: str) -> list[str] | None:
    if re.fullmatch(r"\[[0-9]-[0-9]\]|\[[0-9]+\]", atom):
        return ["0"]
    if atom.startswith("[^"):
        return None
    chars = atom[1:-1].replace("\\", "")
    return list(chars) if len(chars) <= _MOST_OPTIONS and not re.search(r"\w-\w", chars) else None
