"""What was done on an occasion that its year names: `won a medal at the 2000 Games`, `in this year’s World Cup`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import HARD, NAME, POSSESSIVE
from timeline.extract.timing.attach import attributive, opens_for
from timeline.languages.events import CLOSED, DETERMINER

_LONGEST = 6
"""Words of the name of an occasion."""
_ACROSS = 12
"""Words between the verb and the preposition that leads to the occasion."""


def names_occasion(parsed: Parsed, time: int) -> bool:
    """Does the time name the occasion on which something was done: `at the | 2000 | Sydney Games`?"""
    led = _led(parsed, time)
    led_in = led >= 0 and parsed.sentence.words[led].lower() in parsed.events.sets["held_in"]
    return led_in and attributive(parsed, time) and _names(parsed, time)


def at_occasion(parsed: Parsed, time: int) -> Predicate | None:
    """The deed in the past that was done on the occasion that the time names."""
    if not names_occasion(parsed, time):
        return None
    led = _led(parsed, time)
    ahead = next((k for k in parsed.predicates if k.form == "finite" and k.head > time), None)
    opens = ahead is not None and opens_for(parsed, time, ahead)  # `At the 2000 Games in Vik, she won a medal`
    one = ahead if opens else next((k for k in reversed(parsed.predicates) if k.head < led and k.form != "noun"), None)
    if one is None or one.form != "finite" or one.tense != "past" or one.state or one.negated:
        return None
    return one if one.lemma not in parsed.events.say and (opens or _beside(parsed, one, led, time)) else None


def _beside(parsed: Parsed, one: Predicate, led: int, time: int) -> bool:
    """Is the occasion that of the verb before it: near, with no other time, and not `won a place in the 2000 Games`?"""
    between = range(one.head + 1, led)
    if parsed.clause_at[one.head] != parsed.clause_at[time] or led - one.head > _ACROSS:
        return False
    berth = parsed.sentence.words[led - 1] in parsed.events.sets["berths"]
    return not berth and not any(k in parsed.sentence.times or parsed.sentence.bits[k] & HARD for k in between)


def _led(parsed: Parsed, time: int) -> int:
    """The place of the preposition."""
    return time - 2 if time > 1 and parsed.sentence.bits[time - 1] & DETERMINER else time - 1


def _names(parsed: Parsed, time: int) -> bool:
    """Is one of the words of the noun phrase after the time an occasion: `the 2000 | Sydney Games`?"""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    first = time + 1 + any(bit & POSSESSIVE for bit in bits[time + 1 : time + 2])
    for k in range(first, min(first + _LONGEST, len(bits))):
        if bits[k] & (CLOSED | HARD) or not (bits[k] & NAME or words[k].isalpha() or "-" in words[k]):
            return False
        if words[k].lower() in sets["occasions"]:
            return True
    return False
