"""The words of a sentence that belong to another happening than the one that a line tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.shared import shares_passive
from timeline.extract.sentence.words import COMMA, TIME
from timeline.extract.timing.datewords import date_words, leaned_on, paired
from timeline.extract.timing.gapped import either_way, gapped, later_noun, of_later
from timeline.extract.timing.gerund import is_led_in
from timeline.extract.timing.governed import joined
from timeline.languages.events import ADVERB, COORDINATOR, PREPOSITION

Pair = tuple[Predicate, int]
"""A happening and the word of its time."""


def territory(parsed: Parsed, pair: Pair, one: Predicate, time: int) -> Iterator[int]:
    """The words that belong to another happening: its clause, or its share of a verb that both have."""
    other, at = pair
    if other is not one:
        clause = parsed.clause_of(other.head)
        if is_led_in(parsed, other):
            yield from range(other.first - 1, clause.last)
        elif clause is not parsed.clause_of(one.head):
            yield from range(clause.first, _past_its_part(parsed, clause))
        elif {one.form, other.form} <= {"finite", "participle"}:
            yield from _listed(parsed, one, other, at if other.first < one.first else time)
        elif joined(parsed, *sorted((one, other), key=lambda k: k.first)):
            yield from range(other.first - 1, clause.last) if one.first < other.first else range(other.first, one.first)
        return
    yield from _of_one_verb(parsed, one, at, time)


def _of_one_verb(parsed: Parsed, one: Predicate, at: int, time: int) -> Iterator[int]:
    """The words of the other time `at` where both date one verb: `won the cup in 1990 | and the league in 1994`."""
    clause = parsed.clause_of(one.head)
    if gapped(parsed, one, time):
        kept = of_later(parsed, one, time)
        yield from (k for k in range(clause.first, clause.last) if k not in kept)
        return
    if at > time and gapped(parsed, one, at):
        yield from range(time + 1, clause.last)
        return
    if at < time and either_way(parsed, one, time):
        return
    low, high = min(at, time), max(at, time)
    if paired(parsed, time) and high - low == 2:
        return
    if _in_a_row(parsed, low, high):
        own = date_words(parsed, time) | {time}
        yield from (k for k in (*date_words(parsed, at), at, *range(low + 1, high)) if k not in own)
        if leaned_on(parsed, at):
            leaning = range(at + 1, next((k.last for k in parsed.clauses[parsed.clause_at[at] + 1 :]), at + 1))
            yield from leaning if one.head not in leaning else ()
        return
    listed = COMMA if later_noun(parsed, one, high) else 0
    joint = next((k for k in range(low + 1, high) if parsed.sentence.bits[k] & (COORDINATOR | listed)), None)
    if joint is not None and one.head <= low and at < time and _only_again(parsed, joint, time):
        yield from (*date_words(parsed, at), at, joint)
        yield from (k for k in range(joint, time) if parsed.sentence.words[k] in parsed.events.sets["floated"])
    elif joint is not None and one.head <= low:
        last = parsed.clause_of(at).last
        yield from range(joint, last) if at > time else range(_shared(parsed, one, joint), joint + 1)


def _listed(parsed: Parsed, one: Predicate, other: Predicate, time: int) -> range:
    """`was arrested in 1938, released in 1945`: each verb of the list with its own words, and the auxiliary of both.

    `time` is that of the first of the two.
    """
    bits, (before, after) = parsed.sentence.bits, sorted((one, other), key=lambda k: k.first)
    joint = next((k for k in range(time + 1, after.first) if bits[k] & (COMMA | COORDINATOR)), None)
    if (
        joint is None
        or time < before.head
        or any(not bits[k] & (COMMA | COORDINATOR | ADVERB) for k in range(joint, after.first))
    ):
        return range(0)
    if before.first and _set_off(parsed, before):
        return range(0)
    if one is before:
        return range(joint, parsed.clause_of(one.head).last)
    return range(before.head if shares_passive(parsed, before, after) else before.first, after.first)


def _set_off(parsed: Parsed, one: Predicate) -> bool:
    """`The match, first planned for May, …`: beside the verb, not one of a list of verbs."""
    bits, first, k = parsed.sentence.bits, parsed.clause_of(one.head).first, one.first
    while k > first and bits[k - 1] & ADVERB:
        k -= 1
    return (
        k > first
        and bool(bits[k - 1] & COMMA)
        and not any(first <= other.head < k and other.form != "noun" for other in parsed.predicates)
    )


def _past_its_part(parsed: Parsed, clause: Clause) -> int:
    """`A ferry that sank in May|, killing six,| was raised`: the end of a relative clause with what hangs on it."""
    place = parsed.clause_at[clause.first] + 1
    if clause.kind != "rel" or place + 1 >= len(parsed.clauses) or parsed.clauses[place].kind != "part":
        return clause.last
    return parsed.clauses[place].last


def _shared(parsed: Parsed, one: Predicate, joint: int) -> int:
    """The first word that is not said of both: `flew past | Mars in 2011 and Lydia in 2013`."""
    bits, after = parsed.sentence.bits, one.head + 1
    if not bits[after] & PREPOSITION or bits[after + 1] & TIME:
        return after
    return after + 1 if joint + 1 < len(bits) and not bits[joint + 1] & PREPOSITION else after


def _only_again(parsed: Parsed, joint: int, time: int) -> bool:
    """`was rated good in 2012 and | again in 2019`: nothing new but that it was done once more."""
    between = parsed.sentence.bits[joint + 1 : time]
    said = [bit for bit in between if not bit & PREPOSITION]
    return bool(said) and all(bit & ADVERB for bit in said)


def _in_a_row(parsed: Parsed, low: int, high: int) -> bool:
    """`won the cup in 1978, 1983 and 1991`; not `bought Lumen in 2010 and, in 2012, Norba`."""
    between = parsed.sentence.bits[low + 1 : high]
    if not all(bit & (COMMA | COORDINATOR | TIME | PREPOSITION) for bit in between):
        return False
    return not any(one & COORDINATOR and other & COMMA for one, other in pairwise(between))
