"""`It was not until 1548 that the last house was closed`: the time is that of what `that` tells."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME
from timeline.languages.events import ADVERB, BE, DETERMINER, NEGATION, PREPOSITION, PRONOUN, SUBORDINATOR, THAT

_SUBJECT = 4
"""Words from the time to the verb behind a short subject."""


def cleft(parsed: Parsed, time: int) -> Predicate | None:
    """The verb of the clause behind the time that `It was` puts first."""
    clause = _that(parsed, time)
    return clause.finite if clause is not None else _bare(parsed, time)


def put_first(parsed: Parsed, time: int) -> range:
    """The words that only put the time first, none where it stands otherwise: `It was in 1911 that`."""
    clause = _that(parsed, time)
    if clause is not None:
        return range(clause.first + 1)
    return range(0) if _bare(parsed, time) is None else range(time + 1)


def _bare(parsed: Parsed, time: int) -> Predicate | None:
    """`It was 1975 | they closed it`, `It was only in May the roof fell`: no `that` between."""
    bits = parsed.sentence.bits
    if len(bits) < time + 3 or not bits[time + 1] & (PRONOUN | DETERMINER | NAME) or not _opens(parsed, time):
        return None
    one = next((k for k in parsed.predicates if k.head > time), None)
    near = one is not None and one.form == "finite" and one.tense == "past" and one.first - time <= _SUBJECT
    return one if one is not None and near and not any(bit & (COMMA | HARD) for bit in bits[time : one.first]) else None


def _that(parsed: Parsed, time: int) -> Clause | None:
    bits = parsed.sentence.bits
    if len(bits) < time + 3 or not bits[time + 1] & THAT or not _opens(parsed, time):
        return None
    clause = parsed.clause_of(time + 1)
    return clause if clause.first == time + 1 and clause.finite is not None else None


def _opens(parsed: Parsed, time: int) -> bool:
    """`It was only in 1975`, `No, it was in 1975`; not `It was clear in 1990`."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    at = next((k for k in range(time - 2, -1, -1) if words[k].lower() in parsed.events.sets["neuters"]), -1)
    if at < 0 or not bits[at + 1] & BE or (at and not bits[at - 1] & (COMMA | HARD)):
        return False
    led = PREPOSITION | NEGATION | ADVERB | SUBORDINATOR
    return all(bit & led for bit in bits[at + 2 : time])
