"""What is said of a subject beside its verb: `The school, founded in 1477, is the oldest` → the school was founded."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.clauses import Parsed
from timeline.extract.predicates import Predicate
from timeline.extract.words import CLOSE, COMMA, HARD, OPEN
from timeline.languages.events import ADVERB, COORDINATOR, PARTICIPLE, SUBORDINATOR


@dataclass(frozen=True, slots=True)
class Apposition:
    """Words of the subject, words of what was done to it, and the auxiliary that makes them a clause."""

    subject: range
    said: range
    auxiliary: str


def apposition(parsed: Parsed, one: Predicate, time: int | None) -> Apposition | None:
    """A dated participle set off by commas after its subject, or before it: `Founded in 1923, the firm made lamps`."""
    bits = parsed.sentence.bits
    if (
        time is None
        or one.form == "noun"
        or one.first != one.head
        or not bits[one.head] & PARTICIPLE
        or time < one.head
    ):
        return None
    closing = next((k for k in range(time + 1, len(bits)) if bits[k] & (COMMA | HARD | CLOSE)), None)
    if closing is None or bits[closing] & HARD:
        return None
    if bits[closing] & CLOSE:
        return _bracketed(parsed, one, closing)
    clause, opening = parsed.clause_of(one.head), one.first
    while opening > clause.first and bits[opening - 1] & ADVERB:
        opening -= 1
    verb = next((k for k in parsed.predicates if k.first > closing and k.form != "noun"), None)
    if verb is None or parsed.clause_of(verb.head).kind not in ("main", "coord"):
        return None
    if opening == 0:
        subject = range(closing + 1, verb.first)
    elif bits[opening - 1] & COMMA and all(bits[k] & ADVERB for k in range(closing + 1, verb.first)):
        subject = range(parsed.whole(clause.number)[0].first, opening - 1)
    else:
        return None
    while subject and bits[subject[0]] & (COORDINATOR | SUBORDINATOR | COMMA):
        subject = subject[1:]
    if not subject or any(bits[k] & (HARD | COMMA) for k in subject):
        return None
    return Apposition(subject, range(opening, closing), auxiliary(parsed, subject))


def _bracketed(parsed: Parsed, one: Predicate, closing: int) -> Apposition | None:
    """`The treaty (signed in 1870) was torn up`."""
    opening, place = one.first - 1, parsed.clause_at[one.first] - 1
    if opening < 1 or place < 0 or not parsed.sentence.bits[opening] & OPEN:
        return None
    subject = range(parsed.clauses[place].first, opening)
    if any(k.form != "noun" and k.head in subject for k in parsed.predicates):
        return None
    return Apposition(subject, range(one.first, closing), auxiliary(parsed, subject))


def auxiliary(parsed: Parsed, subject: range) -> str:
    """`was`, or `were` for several."""
    words, bits, events = parsed.sentence.words, parsed.sentence.bits, parsed.events
    last = words[subject[-1]]
    several = last.endswith(events.endings["plural"]) and not last.endswith(events.endings["no_plural"])
    return events.passive[several or any(bits[k] & COORDINATOR for k in subject)]
