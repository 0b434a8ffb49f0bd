"""Short names for those that a script declares for itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise, product
from string import ascii_letters
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.render.web.tokens import Token

_DEPTHS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_WORDS = (*ascii_letters, *map("".join, product(ascii_letters, ascii_letters)))
_EVERYWHERE = -1


def shortened(tokens: Sequence[Token]) -> dict[str, str]:
    """The most used have the shortest; two may share one if no statement has both and one of them is not the script's.

    Names that the script does not declare stay as they are, and are given to no other.
    """
    used = Counter(told for before, (kind, told) in pairwise(tokens) if kind == "name" and before.told != ".")
    outer, inner = _declared(tokens)
    places = _places(tokens, outer)
    foreign = set(used) - outer - inner
    taken: dict[str, set[int]] = defaultdict(set)
    short = {}
    for name in sorted(outer | inner, key=lambda name: (-used[name], name)):
        short[name] = next(word for word in _WORDS if word not in foreign and not taken[word] & places[name])
        taken[short[name]] |= places[name]
    return short


def _places(tokens: Sequence[Token], outer: set[str]) -> Mapping[str, set[int]]:
    """The statements of the script, by number, in which a name stands; one of the script's own is known everywhere."""
    places: dict[str, set[int]] = defaultdict(set)
    statement = depth = 0
    for (kind, told), after in pairwise(tokens):
        depth += _DEPTHS.get(told, 0)
        if kind == "name":
            places[told].add(statement)
        elif not depth and (told == ";" or (told == "}" and after.kind == "name")):
            statement += 1
    for name in outer:
        places[name].add(_EVERYWHERE)
    return places


def _declared(tokens: Sequence[Token]) -> tuple[set[str], set[str]]:
    """The script's own names, and those that only a part of it knows: its constants and parameters."""
    outer: set[str] = set()
    inner: set[str] = set()
    depth = 0
    for place, (before, (_, told)) in enumerate(pairwise(tokens), start=1):
        depth += _DEPTHS.get(before.told, 0)
        names = inner if depth else outer
        if before.told in ("const", "let"):
            names |= _listed(tokens, place)
        if before.told == "function":
            names.add(told)
            inner |= _listed(tokens, place + 2)
        if told == "=>":
            inner |= {before.told} if before.kind == "name" else _listed(tokens, _opening(tokens, place - 1) + 1)
    return outer, inner


def _listed(tokens: Sequence[Token], start: int) -> set[str]:
    """Names declared from there to the end of the statement or of the brackets around it, those in patterns too."""
    names = set()
    depth, skipped = 0, None
    for (kind, told), after in pairwise(tokens[start:]):
        if depth == 0 and told in (";", "of", ")", "]", "}"):
            break
        depth += _DEPTHS.get(told, 0)
        if skipped is None and kind == "name" and after.told != ":":
            names.add(told)
        if skipped is None and told == "=":
            skipped = depth
        elif skipped is not None and (depth < skipped or (depth == skipped and told == ",")):
            skipped = None
    return names


def _opening(tokens: Sequence[Token], closing: int) -> int:
    """Where the bracket opens that closes there."""
    depth, place = 0, closing
    while depth or place == closing:
        depth -= _DEPTHS.get(tokens[place].told, 0)
        place -= 1
    return place + 1
