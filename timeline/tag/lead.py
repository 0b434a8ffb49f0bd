"""Words before an expression that shape it: `the`, `early`, `more than`, `about`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Clock, Fixed, Meaning, Partial, Relative, Shift
from timeline.temporal.precision import Precision

_PARTS = {"START": "early", "MID": "mid", "END": "late"}
_SLICES = {"START": "start", "MID": "mid", "END": "end"}
_COMPARED = frozenset(("MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"))
_MOST_WORDS = 4
_CLOSED = '\n."\u201d'
"""Signs behind which a sentence begins, with or without a blank."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What was found before an expression."""

    start: int
    mod: str | None


Endings = dict[str, tuple[tuple[str, str], ...]]


def endings_of(language: Language) -> Endings:
    """Last word of a lead → the leads that end with it, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for words, mod in language.lead.items():
        found.setdefault(words.split()[-1], []).append((words, mod))
    return {last: tuple(sorted(leads, key=lambda lead: -len(lead[0]))) for last, leads in found.items()}


def lead(folded: str, start: int, endings: Endings, kind: str, *, length: bool) -> Lead | None:
    """The leads before `start` (an offset in folded text); None when there are none.

    `kind`: `all`, or `mod` for no bare `the`. `length`: of a duration, which alone can be `more than` something.
    """
    at, mod = start, None
    for _ in range(_MOST_WORDS):
        step = _one(folded, at, endings)
        if step is None:
            break
        begin, sense = step
        if not sense and kind == "mod" and mod is None:
            break
        if sense in _COMPARED and (not length or at != start or folded.startswith("the ", start)):
            break
        if sense.startswith("~"):
            return Lead(at, mod or sense[1:])
        at, mod = begin, mod or sense or None
    return None if at == start else Lead(at, mod)


def _one(folded: str, at: int, endings: Endings) -> tuple[int, str] | None:
    gap = folded[at - 1 : at]
    if gap == ".":
        return _glued(folded, at, endings)
    if gap not in (" ", "-"):
        return None
    word = folded[folded.rfind(" ", max(0, at - 16), at - 1) + 1 : at - 1]
    if word not in endings:
        if word.isalpha():
            return None
        glued = max(word.rfind(sign, 0, -1) for sign in _CLOSED)  # `… offences.Earlier this month …`
        word = word[glued + 1 :].lstrip("('\u201c[*_")
    for words, mod in endings.get(word, ()):
        begin = at - 1 - len(words)
        if gap == "-" and mod not in ("MID", "START", "END"):
            continue
        if folded.startswith(words, begin) and not folded[begin - 1 : begin].isalnum():
            return begin, mod
    return None


def _glued(folded: str, at: int, endings: Endings) -> tuple[int, str] | None:
    """`c.1756`, without its space."""
    word = folded[folded.rfind(" ", max(0, at - 8), at) + 1 : at].lstrip("(\"'\u201c[*_")
    for words, mod in endings.get(word, ()):
        if words == word:
            return at - len(word), mod
    return None


@lru_cache(4096)
def shaped(meaning: Meaning, mod: str | None) -> Meaning:
    """The meaning under a modifier: `early` takes a slice, `about` makes approximate."""
    if mod is None:
        return meaning
    if isinstance(meaning, Fixed):
        return _fixed(meaning, mod)
    if isinstance(meaning, (Partial, Relative, Shift)):
        return replace(meaning, part=_SLICES.get(mod, "about" if mod == "APPROX" else meaning.part))
    if isinstance(meaning, Clock) and meaning.day is not None:
        return replace(meaning, day=shaped(meaning.day, mod))  # type: ignore[arg-type]
    return meaning


def _fixed(meaning: Fixed, mod: str) -> Fixed:
    when = meaning.when
    if mod in _PARTS and when.precision != Precision.DAY:
        return Fixed(when.part(_PARTS[mod]))
    return Fixed(when.approximately()) if mod == "APPROX" else meaning
