"""What was done before or after the verb: `She worked in a shop before winning a place in 1909` → she won a place."""

from __future__ import annotations

from timeline.extract.line.apposition import auxiliary
from timeline.extract.line.shape import core, subject
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD
from timeline.languages.events import ADVERB, COORDINATOR, ING, NEGATION, PREPOSITION, RELATIVE, SUBORDINATOR


def led_in(parsed: Parsed, time: int) -> Predicate | None:
    """The gerund after `before` or `after` that a time dates: no comma and no other verb stands between."""
    one = next((k for k in reversed(parsed.predicates) if k.head < time and k.form != "noun"), None)
    if one is None or not is_led_in(parsed, one):
        return None
    return None if any(bit & (COMMA | HARD) for bit in parsed.sentence.bits[one.head : time]) else one


def is_led_in(parsed: Parsed, one: Predicate) -> bool:
    """Is it a gerund, `being shot` too, its subject that of the main verb?"""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    if one.form != "participle" or not one.first:
        return False
    if not (bits[one.head] & ING if one.first == one.head else one.passive):
        return False
    before = next((k for k in reversed(parsed.predicates) if k.head < one.head and k.form != "noun"), None)
    above = next((k for k in parsed.predicates if k.form == "finite"), None)
    if before is not None and above is not None and before.form == "participle" and above.lemma in parsed.events.report:
        return False  # `forecast growth of 3.6%, slipping to 2.9% before recovering to 3.1%`
    nearest = next((k for k in reversed(parsed.predicates) if k.form == "finite" and k.head < one.head), above)
    if nearest is not None and nearest.tense != "past" and words[one.first - 1] in parsed.events.sets["beforehand"]:
        return False  # `said it is expected to fall before rising in 1991`
    at = one.first - 1
    while at and bits[at] & ADVERB and not bits[at] & (PREPOSITION | SUBORDINATOR):
        at -= 1
    if bits[at] & COORDINATOR and before is not None and bits[before.head] & ING:
        return not any(bit & (COMMA | HARD) for bit in bits[before.head : at]) and is_led_in(parsed, before)
    return words[at].lower() in parsed.events.sets["before_gerund"] and _verb(parsed, one) is not None


def told(parsed: Parsed, one: Predicate) -> tuple[list[int], str, list[int]]:
    """Words of the subject, the verb in the past, the words after it."""
    verb = _verb(parsed, one)
    assert verb is not None
    bits, size = parsed.sentence.bits, len(parsed.sentence.bits)
    end = next((k for k in range(one.head + 1, size) if bits[k] & (COMMA | HARD | RELATIVE)), size)
    other = next((k.first for k in parsed.predicates if one.head < k.first < end and k.form == "finite"), end)
    while other > one.head + 1 and bits[other - 1] & (COORDINATOR | ADVERB):
        other -= 1
    who = _who(parsed, verb)
    other = min([other, *(k for k in who if k > one.head)])  # `After leaving the navy in 1946 | he opened …`
    return who, _past(parsed, one, who), [*range(one.head + 1, other)]


def _who(parsed: Parsed, verb: Predicate) -> list[int]:
    """The subject without what is set off from it: `Ada Lindt | , 19, of Ashmere, |`."""
    bits, home = parsed.sentence.bits, parsed.clause_of(verb.head)
    whole = core(parsed, verb) if home.kind == "rel" else subject(parsed, home, verb)
    who = [k for k in whole if k < verb.first]
    while who and bits[who[-1]] & (ADVERB | NEGATION):
        who = who[:-1]
    if who and bits[who[-1]] & COMMA:
        who = who[: next(at for at, k in enumerate(who) if bits[k] & COMMA)]
    return who


def _past(parsed: Parsed, one: Predicate, who: list[int]) -> str:
    """`winning` → `won`, `being fatally shot` → `was fatally shot`."""
    if one.first == one.head or not who:
        return parsed.events.past(one.lemma)
    return " ".join([auxiliary(parsed, who), *parsed.sentence.words[one.first + 1 : one.head + 1]])


def _verb(parsed: Parsed, one: Predicate) -> Predicate | None:
    """The verb whose subject did it: the one before it, else the main one after it."""
    homes = ((k, parsed.clause_of(k.head)) for k in parsed.predicates if k.form == "finite")
    finite = [k for k, clause in homes if clause.kind != "coord" and clause.subject_inside]
    before = [k for k in finite if k.head < one.head]
    return before[-1] if before else next((k for k in finite if parsed.clause_of(k.head).kind == "main"), None)
