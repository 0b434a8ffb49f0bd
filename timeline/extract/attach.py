"""Which happening a time dates, and which time dates a happening."""

from __future__ import annotations

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.extract.words import COMMA, HARD, TIME
from timeline.languages.events import ADVERB, DETERMINER, PREPOSITION, SUBORDINATOR, Events

FAR = 100.0
"""The price of a tie that the sentence does not support."""


def trigger(parsed: Parsed, time: int, events: Events) -> Predicate | None:
    """The happening that the word `time` dates; None when the sentence tells of none."""
    best, least = None, FAR
    for one in parsed.predicates:
        price = cost(parsed, time, one, events)
        if price < least:
            best, least = one, price
    return best


def time_of(parsed: Parsed, word: int, events: Events) -> int | None:
    """The time that dates the happening at a word: its own, else that of its clause, else of the clause above it."""
    one = next((known for known in parsed.predicates if known.first <= word <= known.head), None)
    one = one or Predicate(word, word, "", "noun")
    prices = {time: cost(parsed, time, one, events) for time in parsed.sentence.times}
    if not prices:
        return None
    best = min(prices, key=prices.__getitem__)
    return best if prices[best] < FAR else None


def cost(parsed: Parsed, time: int, one: Predicate, events: Events) -> float:
    """How ill the time suits the happening: words between, boundaries crossed, and the kind of each."""
    bits = parsed.sentence.bits
    clause, home = parsed.clause_of(time), parsed.clause_of(one.head)
    low, high = sorted((time, one.head))
    price = 0.4 * (high - low)
    if clause.number != home.number:
        price += _crossing(parsed, clause, home, time)
    elif one.head > time:
        price += 0 if _opens(bits, clause, time) else 4
    price += sum(1.5 for k in range(low + 1, high) if bits[k] & COMMA)
    return price + _form(parsed, time, one, events)


def _form(parsed: Parsed, time: int, one: Predicate, events: Events) -> float:
    """Finite verbs are dated first; nouns where the time leans on them; reports only when it stands beside them."""
    bits = parsed.sentence.bits
    gap = time - one.head
    if one.form == "noun":
        if 0 < gap <= 3 and bits[time - 1] & (PREPOSITION | COMMA) and _before_verb(parsed, one, time):
            return -2.0
        leaning = gap > 0 and _before_verb(parsed, one, time) and parsed.clause_of(time) is parsed.clause_of(one.head)
        return 0.0 if leaning and not _opens(bits, parsed.clause_of(time), time) else 5.0
    if one.lemma in events.say and not 0 < gap <= 3 and not -3 <= gap < 0:
        return 8.0
    if one.form == "participle":
        if one.head and bits[one.head - 1] & PREPOSITION:
            return 5.0
        return 0.5 if 0 < gap <= 2 else 2.5
    if one.form == "infinitive":
        return 2.0
    return 1.5 if one.lemma == "be" else 0.0


def _before_verb(parsed: Parsed, one: Predicate, time: int) -> bool:
    """Do the noun and its time both stand in the subject's place, before the finite verb of the clause?"""
    verb = parsed.clause_of(one.head).finite
    return verb is None or (one.head < verb.first and time < verb.first)


def _opens(bits: list[int], clause: Clause, time: int) -> bool:
    """`In 2009 the number …`: nothing but a preposition or an adverb between the clause's start and the time."""
    return all(
        bits[k] & (PREPOSITION | ADVERB | COMMA | HARD | TIME | DETERMINER | SUBORDINATOR) for k in range(clause.first, time)
    )


def _crossing(parsed: Parsed, clause: Clause, home: Clause, time: int) -> float:
    """The price of a boundary between the time and the happening."""
    bits = parsed.sentence.bits
    places = sorted((parsed.clause_at[time], parsed.clauses.index(home)))
    between = parsed.clauses[places[0] : places[1] + 1]
    if any(bits[piece.first] & HARD for piece in between[1:]):
        return 30.0
    if clause.finite is None and clause.kind != "aside" and not clause.predicates:
        return -2.0 if home.kind in ("main", "coord", "that") else 6.0
    if home.kind == "say":
        return 30.0
    if home.kind == "sub" and clause.last == home.first and time == clause.last - 1:
        return 2.0
    if home.kind == "coord" and places[0] == parsed.clause_at[time]:
        return 4.0
    if home.kind == "part":
        return 5.0
    return 12.0
