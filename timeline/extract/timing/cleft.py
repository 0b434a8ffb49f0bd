"""`It was not until 1548 that the last house was closed`: the time is that of what `that` tells."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.languages.events import ADVERB, BE, NEGATION, PREPOSITION, SUBORDINATOR, THAT


def cleft(parsed: Parsed, time: int) -> Predicate | None:
    """The verb of the clause behind the time that `It was` puts first."""
    clause = _that(parsed, time)
    return clause.finite if clause is not None else None


def put_first(parsed: Parsed, time: int) -> range:
    """The words that only put the time first, none where it stands otherwise: `It was in 1911 that`."""
    clause = _that(parsed, time)
    return range(0) if clause is None else range(clause.first + 1)


def _that(parsed: Parsed, time: int) -> Clause | None:
    words, bits = parsed.sentence.words, parsed.sentence.bits
    if len(bits) < time + 3 or words[0].lower() not in parsed.events.sets["neuters"] or not bits[1] & BE:
        return None
    led = PREPOSITION | NEGATION | ADVERB | SUBORDINATOR  # not `It was clear in 1990 that`
    if not bits[time + 1] & THAT or not all(bit & led for bit in bits[2:time]):
        return None
    clause = parsed.clause_of(time + 1)
    return clause if clause.first == time + 1 and clause.finite is not None else None
