"""What hangs on another verb, and has its time: `is due | to open`, `is due | for delivery in May`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, QUOTE
from timeline.extract.timing.attach import attributive
from timeline.languages.events import ADVERB, BE, COORDINATOR, DETERMINER, NEGATION, RELATIVE

_CLOSE = 3
"""Words between a verb and what hangs on it."""
_MADE_TO = 8
"""Words that name who is made to do something: `ordered the third army corps to leave`."""


def apart(parsed: Parsed, one: Predicate) -> Predicate | None:
    """`A mill, | due to open in 2030, is to …`: told of the mill, as what is due."""
    if not one.first or parsed.sentence.words[one.first - 1].lower() not in parsed.events.sets["awaited"]:
        return None
    return next((k for k in parsed.predicates if k.form == "participle" and k.head == one.first - 1), None)


def governed(parsed: Parsed, one: Predicate) -> bool:
    """`is due to open`, `agreed to meet`, `ordered the army to leave`; not `rang the bell to wake the town`."""
    bits, sets = parsed.sentence.bits, parsed.events.sets
    clause = parsed.clause_of(one.head)
    above = next((k for k in reversed(clause.predicates) if k.head < one.first and k.form != "noun"), None)
    if above is not None and above.form == "infinitive" and joined(parsed, above, one):
        return governed(parsed, above)
    led = one.first - 1
    if led > 0 and parsed.sentence.words[led] in sets["nowadays"] and bits[led - 1] & BE:
        led -= 1  # `is now to open`
    if above is None or one.first == 0 or bits[led] & (RELATIVE | BE):
        return above is not None and bool(bits[led] & BE)
    if above.form == "infinitive" and one.first - above.head <= _CLOSE and not governed(parsed, above):
        return False
    gap = range(above.head + 1, one.first)
    cues = parsed.events.status
    if above.lemma in sets["going_on"] and len(gap) == 1 and parsed.sentence.words[gap[0]] in sets["onward"]:
        return True  # `will go on to win`
    glad = (
        above.lemma in sets["copula"]
        and above.tense == "past"
        and not sets["glad"].isdisjoint(parsed.sentence.words[k] for k in gap)
    )
    if glad and above.first and parsed.sentence.words[above.first - 1].lower() in sets["neuters"]:
        return True  # `It was good to meet Ada Moe`
    if any(parsed.sentence.words[k].lower() in cues["planned_adjectives"] | sets["ranks"] for k in gap):
        return True  # `is due to open`, `was the first to sail round the cape`
    if above.lemma in sets["controlling"] | cues["planned_verbs"] | cues["failed_verbs"]:
        return len(gap) <= _MADE_TO and not any(bits[k] & (HARD | QUOTE) for k in gap)
    return all(bits[k] & (ADVERB | NEGATION) for k in gap) and (above.passive or not above.state)


def joined(parsed: Parsed, one: Predicate, other: Predicate) -> bool:
    """`plans to open a shop in May | and to close a mill`: two infinitives that hang on one verb."""
    return one.form == other.form == "infinitive" and bool(parsed.sentence.bits[other.first - 1] & COORDINATOR)


def gone_to(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """`will speak at the June 6 meeting`, `promised to come to Friday's hearing`: what is to be done on that day."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    led = time - 2 if bits[time - 1] & DETERMINER else time - 1
    if led < 1 or not attributive(parsed, time) or words[led] not in sets["going_to"]:
        return None
    verbs = [k for k in parsed.clause_of(one.head).predicates if k.form != "noun" and k.head < led]
    if not verbs or led - verbs[-1].head > _CLOSE or any(bit & (COMMA | HARD) for bit in bits[verbs[-1].head : led]):
        return None
    verb = verbs[-1]
    ahead = governed(parsed, verb) if verb.form == "infinitive" else verb.tense in ("future", "conditional")
    return verb if ahead and not verb.state else None


def awaited_for(parsed: Parsed, one: Predicate, verb: Predicate, time: int) -> bool:
    """`is due for delivery in May`, `was slated for release in June`: the noun only tells what is to be done."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if not verb.passive or not verb.head < one.head < time or time - one.head > _CLOSE:
        return False
    planned = words[verb.head] in sets["awaited"] or words[verb.head] in parsed.events.status["planned_adjectives"]
    return planned and words[verb.head + 1] in sets["toward"] and one.head - verb.head <= _CLOSE
