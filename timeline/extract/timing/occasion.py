"""What was done on an occasion that its year names: `won a medal at the 2000 Games`, `in this year’s World Cup`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import HARD, NAME, POSSESSIVE
from timeline.extract.timing.attach import attributive
from timeline.languages.events import CLOSED, DETERMINER

_LONGEST = 6
"""Words of the name of an occasion."""
_ACROSS = 8
"""Words between the verb and the preposition that leads to the occasion."""


def names_occasion(parsed: Parsed, time: int) -> bool:
    """Does the time name the occasion on which something was done: `at the | 2000 | Sydney Games`?"""
    led = _led(parsed, time)
    led_in = led > 0 and parsed.sentence.words[led] in parsed.events.sets["held_in"]
    return led_in and attributive(parsed, time) and _names(parsed, time)


def at_occasion(parsed: Parsed, time: int) -> Predicate | None:
    """The deed in the past before the occasion that the time names; none for `won a place in the 2000 Games`."""
    if not names_occasion(parsed, time):
        return None
    bits, words, sets, led = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets, _led(parsed, time)
    one = next((k for k in reversed(parsed.predicates) if k.head < led and k.form != "noun"), None)
    if one is None or one.form != "finite" or one.tense != "past" or one.state or one.negated:
        return None
    if (
        parsed.clause_at[one.head] != parsed.clause_at[time]
        or led - one.head > _ACROSS
        or one.lemma in parsed.events.say
    ):
        return None
    between = range(one.head + 1, led)
    if words[led - 1] in sets["berths"] or any(k in parsed.sentence.times or bits[k] & HARD for k in between):
        return None
    return one


def _led(parsed: Parsed, time: int) -> int:
    """The place of the preposition."""
    return time - 2 if time > 1 and parsed.sentence.bits[time - 1] & DETERMINER else time - 1


def _names(parsed: Parsed, time: int) -> bool:
    """Is one of the words of the noun phrase after the time an occasion: `the 2000 | Sydney Games`?"""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    first = time + 1 + bool(bits[time + 1] & POSSESSIVE)
    for k in range(first, min(first + _LONGEST, len(bits))):
        if bits[k] & (CLOSED | HARD) or not (bits[k] & NAME or words[k].isalpha() or "-" in words[k]):
            return False
        if words[k].lower() in sets["occasions"]:
            return True
    return False
