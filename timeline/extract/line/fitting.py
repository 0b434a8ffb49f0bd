"""A line that is too long for a title: what it loses, and where it is cut."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.extract.line.ending import FAIR, LOOSE, NEVER, STRONG, grade
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    THAT,
)

LONGEST = 120
"""Signs of a title, about."""
_ABOUT = 132
"""Signs of a title that is not worth cutting."""
_WHOLE = 140
"""Signs of a title that is cut at a comma or a new clause, not within what is told."""
_FARTHEST = 150
"""Signs of a title that could not be cut sooner."""


def complement(parsed: Parsed, one: Predicate | None, place: int) -> list[Clause]:
    """What a verb of report governs: `Ada Lind said | that the bridge was safe`, `said: | “The bridge is safe”`."""
    pieces: list[Clause] = []
    verb = one
    for piece in parsed.clauses[place + 1 :]:
        marked = piece.kind == "that" and parsed.sentence.bits[piece.first] & THAT
        if verb is None or verb.head >= piece.first or not (marked or verb.lemma in parsed.events.report):
            break
        if piece.kind != "that" and not (piece.kind == "main" and parsed.sentence.words[piece.first] == ":"):
            break
        pieces.append(piece)
        if piece.kind != "that":
            break
        verb = piece.predicates[-1] if piece.predicates else verb
    return pieces


def length(parsed: Parsed, kept: Iterable[int], cut: frozenset[int]) -> int:
    """Signs of a line of these words, about."""
    sizes = parsed.sentence.sizes
    return sum([sizes[k] for k in kept if k not in cut])


def fitted(parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int]) -> list[int]:
    """A line that is too long loses its opening adjunct, what is inserted, and its tail, at a boundary."""
    if length(parsed, kept, cut) <= _ABOUT:
        return _finished(parsed, kept, one)
    kept = _without_insert(parsed, _without_adjunct(parsed, kept, one, cut), one)
    inside = set(kept)
    verb = min((k.head for k in parsed.predicates if k.form == "finite" and k.head in inside), default=one.head)
    home = parsed.clause_of(one.head)
    told, total, size = verb if home.kind == "say" else max(one.head, verb), 0, 0
    ends = dict.fromkeys((STRONG, FAIR, LOOSE, NEVER), 0)
    for piece in complement(parsed, one, parsed.clause_at[home.first]):
        told = max(told, piece.finite.head if piece.finite and piece.finite.head in inside else 0)
    for at, k in enumerate(kept):
        total += 0 if k in cut else len(parsed.sentence.words[k]) + 1
        if total > (LONGEST if ends[STRONG] or ends[FAIR] else _FARTHEST):
            break
        size = at + 1
        if k >= told:
            ends[grade(parsed, k, kept[at + 1] if at + 1 < len(kept) else None, total)] = size
    if not ends[STRONG] and length(parsed, kept, cut) <= _WHOLE:
        return _finished(parsed, kept, one)  # rather a little long than without `… to an international fund`
    return _finished(parsed, kept[: ends[STRONG] or ends[FAIR] or ends[LOOSE] or size], one)


def _finished(parsed: Parsed, kept: list[int], one: Predicate) -> list[int]:
    """A joined clause whose verb lost what it governs goes: `…, when the minister wrote |`, `… and it is |`."""
    bits = parsed.sentence.bits
    if not kept:
        return kept
    after = bits[kept[-1] + 1] if kept[-1] + 1 < len(bits) else 0
    if after & (RELATIVE | THAT):  # `…, one | that would …`
        comma = next((at for at, k in enumerate(kept) if bits[k] & COMMA and len(kept) - at <= 3), len(kept))
        kept = kept[:comma] or kept
    last = next((k for k in reversed(kept) if bits[k] & ~(DETERMINER | THAT) or not bits[k]), kept[-1])
    piece = parsed.clause_of(last)
    verb = piece.finite
    inside = piece.first in kept[1:] and piece is not parsed.clause_of(one.head)
    if inside and piece.kind == "that" and verb is not None and verb.head > last:
        return [k for k in kept if k < piece.first]  # `… that the suspension of an officer |`
    likened = bits[piece.first - 1] & ADVERB  # `as well | as claims to the coast`
    if inside and piece.kind == "sub" and verb is not None and not likened and last + 1 < _end(parsed, piece):
        return [k for k in kept if k < piece.first]  # `…, as the minister |`, `… as the damage done by floods |`
    if verb is None or verb.head != last or piece is parsed.clause_of(one.head) or piece.first not in kept[1:]:
        return kept
    open_ended = verb.lemma in parsed.events.report or bits[last] & AUXILIARY
    return [k for k in kept if k < piece.first] if open_ended else kept


def _end(parsed: Parsed, piece: Clause) -> int:
    """The word after the last that a clause says, its closing sign apart."""
    last = piece.last
    while last > piece.first and parsed.sentence.bits[last - 1] & (COMMA | HARD):
        last -= 1
    return last if parsed.sentence.words[last - 1] not in (".", "!") else last - 1


def _without_adjunct(parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int]) -> list[int]:
    """`As a result of the war, the army …` → `the army …`."""
    bits = parsed.sentence.bits
    comma = next((k for k in kept if bits[k] & COMMA and k < one.first), None)
    opening = next((k for k in kept if k not in cut), kept[0])
    if comma is None or not bits[opening] & PREPOSITION:
        return kept
    if any(k.form == "finite" and k.head in kept and k.head < comma for k in parsed.predicates):
        return kept
    return [k for k in kept if k > comma]


def _without_insert(parsed: Parsed, kept: list[int], one: Predicate) -> list[int]:
    """`The frustration, especially among workers, led …` → `The frustration led …`."""
    bits = parsed.sentence.bits
    verb = parsed.clause_of(one.head).finite
    if verb is None or not kept or verb.first - 1 not in kept or not bits[verb.first - 1] & COMMA:
        return kept
    opening = next((k for k in kept if bits[k] & COMMA and k > kept[0]), None)
    if opening is None or opening >= verb.first - 1 or bits[kept[0]] & PREPOSITION:
        return kept
    if any(bits[k] & COORDINATOR and bits[k + 1] & NAME for k in range(opening, verb.first - 1)):
        return _without_ages(parsed, kept)
    if not bits[opening - 1] & NAME and all(bits[k] & NAME for k in range(opening + 1, verb.first - 1)):
        return kept  # `The keeper, Karl Moe, was charged`: it tells who
    return [k for k in kept if not opening <= k < verb.first]


def _without_ages(parsed: Parsed, kept: list[int]) -> list[int]:
    """`Ada Lindt, 20, and Karl Moe, 23, were charged` → `Ada Lindt, and Karl Moe, were charged`."""
    bits = parsed.sentence.bits
    ages = {k for k in kept if k and bits[k] & NUMBER and bits[k - 1] & bits[min(k + 1, len(bits) - 1)] & COMMA}
    return [k for k in kept if k not in ages and k + 1 not in ages]
