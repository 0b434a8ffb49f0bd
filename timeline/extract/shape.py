"""Which words a title takes: the clause of the happening with its subject, what joins it, and where it is cut."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.extract.speaker import attribution
from timeline.extract.words import COMMA, HARD, NAME, TIME
from timeline.languages.events import (
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
)

LONGEST = 120
"""Signs of a title, about."""
_SHORT = 45
"""A title shorter than this is not cut at a comma."""


def core(parsed: Parsed, one: Predicate) -> list[int]:
    """The clause with its subject, which may stand in an earlier clause."""
    clause = parsed.clause_of(one.head)
    own = [k for piece in parsed.whole(clause.number) for k in range(piece.first, piece.last)]
    place = parsed.clause_at[clause.first]
    if clause.kind == "say" and place:
        return list(range(clause.last))
    if clause.kind == "rel" and place:
        return _relative(parsed, clause, own, place)
    resumed = own[0] < clause.first
    if clause.kind in ("coord", "part") or not (resumed or clause.subject_inside or clause.finite is None):
        for earlier in reversed(parsed.clauses[:place]):
            if earlier.finite is None or earlier.kind in ("say", "aside", "rel"):
                continue
            if clause.kind == "part":
                whole = (k for piece in parsed.whole(earlier.number) for k in range(piece.first, piece.last))
                return [*whole, *own]
            if earlier.subject_inside:
                skip = 1 if parsed.sentence.bits[clause.first] & (COORDINATOR | COMMA) else 0
                return [*_subject(parsed, earlier, earlier.finite), *own[skip:]]
    if clause.finite is None and clause.kind == "main" and place + 1 < len(parsed.clauses):
        following = parsed.clauses[place + 1]
        return [*own, *range(following.first, following.last)]
    said = parsed.clauses[place + 1 : place + 2]
    if one.lemma in parsed.events.report and said and said[0].kind == "that":
        return [*own, *range(said[0].first, said[0].last)]
    return own


def _relative(parsed: Parsed, clause: Clause, own: list[int], place: int) -> list[int]:
    """`His brother Hiero, who reigned …` → `His brother Hiero reigned …`."""
    bits = parsed.sentence.bits
    skip = 1 if bits[clause.first] & COMMA else 0
    while clause.first + skip < clause.last and bits[clause.first + skip] & (RELATIVE | THAT):
        skip += 1
    before = parsed.clauses[place - 1]
    if place > 1 and before.last - before.first == 1:
        before = parsed.clauses[place - 2]
    return _antecedent(parsed, before) + own[skip:]


def _subject(parsed: Parsed, clause: Clause, verb: Predicate) -> list[int]:
    bits = parsed.sentence.bits
    first = clause.first
    while first < verb.first and bits[first] & (COMMA | COORDINATOR | SUBORDINATOR | TIME):
        first += 1
    if bits[first] & PREPOSITION:
        after = next((k for k in range(first, verb.first) if bits[k] & (TIME | COMMA)), None)
        first = after + 1 if after is not None and after + 1 < verb.first else first
    return list(range(first, verb.first))


def _antecedent(parsed: Parsed, before: Clause) -> list[int]:
    """Who or what a relative clause is about: the noun phrase before it, past a place (`a factory in Leipzig`)."""
    bits = parsed.sentence.bits
    heads = {k.head for k in parsed.predicates if k.form != "noun"}
    last = before.last
    while last > before.first and bits[last - 1] & COMMA:
        last -= 1
    first = last
    while first > before.first and first - 1 not in heads and not bits[first - 1] & (COMMA | HARD):
        first -= 1
        if bits[first] & DETERMINER:
            break
        if bits[first] & PREPOSITION and not all(bits[k] & NAME for k in range(first + 1, last)):
            break
    while first < last and bits[first] & (PREPOSITION | COORDINATOR):
        first += 1
    return list(range(first, last))


def noun_phrase(parsed: Parsed, one: Predicate, time: int | None) -> list[int]:
    """A noun that is a happening, with what describes it."""
    bits = parsed.sentence.bits
    finite = [k for k in parsed.predicates if k.form == "finite"]
    stop = {k.first for k in finite} | {k.head for k in finite}
    first = one.head
    barrier = COMMA | HARD | PREPOSITION | COORDINATOR | SUBORDINATOR | RELATIVE | THAT
    while first > 0 and first - 1 not in stop and not bits[first - 1] & barrier:
        first -= 1
        if bits[first] & DETERMINER:
            break
    last = one.head + 1
    barrier = COMMA | HARD | RELATIVE | SUBORDINATOR
    while last < len(bits) and last not in stop and not bits[last] & barrier and last - first < 22:
        last += 1
    return list(range(first, last if time is None or time < last else time + 1))


def grown(parsed: Parsed, one: Predicate, kept: list[int], taken: frozenset[int], cut: frozenset[int]) -> list[int]:
    """Neighbouring clauses join as long as the line stays short; `taken` belongs to others, `cut` is not counted."""
    home = parsed.clause_at[one.head]
    if _alone(parsed, parsed.clauses[home]):
        return kept
    above = attribution(parsed, one)
    words, total, closed = set(kept), length(parsed, kept, cut), [False, False]
    for k in sorted(range(len(parsed.clauses)), key=lambda k: (abs(k - home), k < home)):
        piece, before = parsed.clauses[k], k < home
        if closed[before] or k == home or piece.first in words:
            continue
        barred = piece is above or _barred(parsed, piece, kept[0], taken, before)
        if piece.kind == "aside" and (barred or piece.last - piece.first > 6):
            continue
        size = 0 if barred else length(parsed, range(piece.first, piece.last), cut)
        if barred or total + size > LONGEST:
            closed[before] = True
            continue
        total += size
        words.update(range(piece.first, piece.last))
    return sorted(words)


def _alone(parsed: Parsed, clause: Clause) -> bool:
    """A relative clause and an opening `when …` stand for themselves; a condition needs what hangs on it."""
    if clause.kind != "sub":
        return clause.kind == "rel"
    if any(k.form == "finite" and k.head < clause.first for k in parsed.predicates):
        return False
    return parsed.sentence.words[clause.first].lower() not in parsed.events.status["conditions"]


def _barred(parsed: Parsed, piece: Clause, start: int, taken: frozenset[int], before: bool) -> bool:
    """Words of report, of another claim, or beyond a semicolon do not join."""
    bits = parsed.sentence.bits
    reports = piece.finite is not None and piece.finite.lemma in parsed.events.say and piece.kind != "rel"
    if piece.kind == "say" or (reports and not before):
        return True
    if taken and not taken.isdisjoint(range(piece.first, piece.last)):
        return True
    if before:
        return any(bit & HARD for bit in bits[piece.first + 1 : start + 1])
    return bool(bits[piece.first] & HARD)


def length(parsed: Parsed, kept: Iterable[int], cut: frozenset[int]) -> int:
    """Signs of a line of these words, about."""
    words = parsed.sentence.words
    return sum(len(words[k]) + (-1 if words[k] in ",.;" else 1) for k in kept if k not in cut)


def fitted(parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int]) -> list[int]:
    """A line that is too long loses its opening adjunct, what is inserted, and its tail, at a boundary."""
    if length(parsed, kept, cut) <= LONGEST:
        return kept
    kept = _without_insert(parsed, _without_adjunct(parsed, kept, one, cut), one)
    inside = set(kept)
    verb = min((k.head for k in parsed.predicates if k.form == "finite" and k.head in inside), default=one.head)
    quoted = parsed.clause_of(one.head).kind == "say"
    told, total, size, best, strong = verb if quoted else max(one.head, verb), 0, 0, 0, 0
    for at, k in enumerate(kept):
        total += 0 if k in cut else len(parsed.sentence.words[k]) + 1
        if total > LONGEST:
            break
        size = at + 1
        if k < told:
            continue
        grade = _grade(parsed, k, kept[at + 1] if at + 1 < len(kept) else None, total)
        if grade == 2:
            strong = at + 1
        elif grade == 1:
            best = at + 1
    return kept[: strong or best or size]


def _grade(parsed: Parsed, k: int, after: int | None, total: int) -> int:
    """How well a line can end after a word: 2 at a comma or a new clause, 1 before a phrase, 0 not at all."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    if bits[k] & (PREPOSITION | DETERMINER | COORDINATOR | COMMA | SUBORDINATOR | THAT):
        return 0
    if k and bits[k - 1] & (TO | COORDINATOR):
        return 0
    follows = HARD if after is None else bits[after]
    if after is not None and words[after] in parsed.events.sets["clinging"]:
        return 0
    if follows & (COMMA | HARD | SUBORDINATOR) and total >= _SHORT:
        return 2
    if follows & (COMMA | HARD | SUBORDINATOR | RELATIVE | THAT):
        return 1
    return 1 if follows & PREPOSITION and total > _SHORT + 5 else 0


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
    return [k for k in kept if not opening <= k < verb.first]
