"""What is left of a pattern where it is known how the text begins: a small regex in place of a large one.

A regex of all number words, months and units is slow to make and too large for the memory close to the processor. Where
the text is known to begin with `# years`, digits and one unit are all that counts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.languages.heads import atom_at, branches
from timeline.languages.pattern import END, NUMERAL, REFERENCE, Lexicon, Shape, numerals, spaced
from timeline.languages.trie import trie

_QUANTIFIER = re.compile(r"[?*+][+]?|\{[0-9,]+\}[+]?|")
_PLAIN = re.compile("[a-z ]+(?![?*+{])")
_WORD = re.compile("[a-z]+")
_PARTED = re.compile("#([.,])#")
_GROUP = re.compile(r"\((?:\?[:>])?")
_DIGITS = "0123456789"
_NUMBER = "\N{NUMERO SIGN}"
"""In place of digits that points and commas may part."""
_MORE = {"#": "+", _NUMBER: "*"}
"""In place of the digits behind the first."""
_ABSORBED = {"+": _DIGITS, "*": _DIGITS + ".,"}
_OVER = frozenset({""})
"""The known beginning lies behind: nothing is known of what follows."""

_Rests = frozenset[str]
_Left = tuple[str, _Rests] | None
"""A regex, and what it may leave of the known beginnings; None where it cannot match."""


class Pruner:
    """Prunes the patterns of one lexicon for one set of beginnings, written as heads are (see heads.py)."""

    def __init__(self, lexicon: Lexicon, heads: Iterable[str]) -> None:
        self.lexicon = lexicon
        self.numerals = numerals(lexicon)
        self.heads = frozenset(_PARTED.sub(rf"#\1{_NUMBER}", head) for head in heads)

    def regex(self, pattern: str) -> str | None:
        """As `expand` without names, for texts that begin so; None where the pattern matches none of them."""
        left = self._branches(branches(pattern), self.heads, True)
        return None if left is None else f"(?:{left[0]}){END}"

    def _branches(self, bodies: Iterable[str], rests: _Rests, blanks: bool) -> _Left:
        kept = [left for body in bodies if (left := self._sequence(body, rests, blanks)) is not None]
        if not kept:
            return None
        return "|".join(regex for regex, _ in kept), frozenset[str]().union(*(after for _, after in kept))

    def _sequence(self, body: str, rests: _Rests, blanks: bool) -> _Left:
        regex = ""
        for atom, times in _atoms(body):
            optional = times[:1] in ("?", "*") or times[:2] == "{0"
            if times[:1] in ("*", "+", "{"):
                rests = self._again(atom, rests, blanks)
            left = self._atom(atom, rests, blanks)
            if left is None and not optional:
                return None
            if left is not None:
                regex += spaced(" ?") if blanks and atom + times == " ?" else left[0] + times
                rests = left[1] | rests if optional else left[1]
            rests = _OVER if "" in rests else rests
        return regex, rests

    def _again(self, atom: str, rests: _Rests, blanks: bool) -> _Rests:
        """What may stand before an atom that comes several times."""
        for _ in range(4):
            left = self._atom(atom, rests, blanks)
            if left is None or left[1] <= rests:
                return rests
            rests |= left[1]
        return rests | _OVER

    def _atom(self, atom: str, rests: _Rests, blanks: bool) -> _Left:
        opening = _GROUP.match(atom)
        ahead = opening is not None and opening[0] == "(" and atom.startswith("(?")  # or behind
        if rests == _OVER or ahead or atom in "$^":
            return self._whole(atom, blanks), rests
        if reference := REFERENCE.fullmatch(atom):
            return self._words(reference[1], rests)
        if opening:
            left = self._branches(branches(atom[opening.end() : -1]), rests, blanks)
            return None if left is None else (f"{opening[0]}{left[0]})", left[1])
        if atom[0] == "[":
            return _told(atom, frozenset(rest for one in rests for rest in _signed(one, atom)))
        if atom == "." or (atom[0] == "\\" and atom[1].isalnum()):
            return atom, _OVER
        return _told(self._whole(atom, blanks), self._eaten(atom.lstrip("\\"), rests))

    def _whole(self, part: str, blanks: bool) -> str:
        """A part as it stands, lexicons filled in."""
        return REFERENCE.sub(lambda name: f"(?:{self.lexicon[name[1]].regex})", spaced(part) if blanks else part)

    def _words(self, name: str, rests: _Rests) -> _Left:
        entry = self.lexicon[name]
        if isinstance(entry, Shape):
            left = self._branches(branches(entry.source), rests, False)
            return None if left is None else (f"(?:{left[0]})", left[1])
        kept = {word: after for word in entry.values if (after := self._eaten(word, rests))}
        return (f"(?:{trie(kept)})", frozenset[str]().union(*kept.values())) if kept else None

    def _eaten(self, words: str, rests: _Rests) -> _Rests:
        """What words leave of the beginnings; a numeral may be written out in a pattern."""
        forms = {words, _WORD.sub(lambda word: NUMERAL if word[0] in self.numerals else word[0], words)}
        return frozenset(left for form in forms for rest in rests if (left := _eat(form, rest)) is not None)


def _told(regex: str, after: _Rests) -> _Left:
    return (regex, after) if after else None


def _eat(words: str, rest: str) -> str | None:
    for sign in words:
        if sign in _ABSORBED.get(rest[:1], ""):
            continue
        rest = rest[1:] if rest[:1] in _ABSORBED else rest
        if not rest:
            return ""
        if rest[0] in _MORE and sign in _DIGITS:
            rest = _MORE[rest[0]] + rest[1:]
        elif rest[0] != sign:
            return None
        else:
            rest = rest[1:]
    return rest


def _signed(rest: str, signs: str) -> Iterator[str]:
    """What one sign of a class may leave."""
    if rest[:1] in _ABSORBED:
        if any(_has(signs, sign) for sign in _ABSORBED[rest[0]]):
            yield rest
        rest = rest[1:]
    if not rest or (rest[0] == NUMERAL and _has(signs, "a")):
        yield ""
    elif rest[0] in _MORE:
        if any(_has(signs, digit) for digit in _DIGITS):
            yield _MORE[rest[0]] + rest[1:]
    elif _has(signs, rest[0]):
        yield rest[1:]


@lru_cache(maxsize=4096)
def _has(signs: str, sign: str) -> bool:
    return re.fullmatch(signs, sign) is not None


@lru_cache(maxsize=4096)
def _atoms(body: str) -> tuple[tuple[str, str], ...]:
    """(atom, how often) of a pattern without branches."""
    found = []
    at = 0
    while at < len(body):
        if plain := _PLAIN.match(body, at):
            found.append((plain[0], ""))
            at = plain.end()
            continue
        atom, at = atom_at(body, at)
        times = _QUANTIFIER.match(body, at)
        found.append((atom, times[0] if times else ""))
        at += len(found[-1][1])
    return tuple(found)
