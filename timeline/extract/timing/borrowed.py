"""Times of one part of a sentence that would be put on another: `slid down in May after catching a cold in April`."""

from __future__ import annotations

from timeline.extract.line.shape import noun_phrase
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD
from timeline.extract.timing.attach import attributive
from timeline.extract.timing.belonging import of_a_source
from timeline.extract.timing.datewords import date_words
from timeline.extract.timing.gerund import is_led_in
from timeline.extract.timing.governed import apart, awaited_for, gone_to, governed
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)
from timeline.temporal.precision import Precision

_CLOSE = 3
"""Words between a verb and the happening that it leads to: `won Sunday's election`, `died in Monday's attack`."""
_NOUN = 6
"""Words between an article and its noun, and one more."""
_FEW = 3
"""Words of a noun phrase that cannot stand alone, at most."""
_MADE_TO = 8
"""Words that name who is made to do something: `ordered the third army corps to leave`."""


def owner(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """The happening that the time dates in truth where `one` only stands nearest; None: none that a line could tell."""
    if one.form == "infinitive":
        if (due := apart(parsed, one)) is not None:
            return due
        return one if governed(parsed, one) else _verb_of(parsed, one, time)
    if one.form == "participle":
        if is_led_in(parsed, one):
            return one
        return _of_participle(parsed, one, time)
    if one.form == "noun":
        return _of_noun(parsed, one, time)
    return one


def _verb_of(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """The deed of the same clause before it, if it has no other time: `rang the bell to wake the town at 4 am`."""
    bits, pieces = parsed.sentence.bits, parsed.whole(parsed.clause_of(one.head).number)
    before = [k for piece in pieces for k in piece.predicates if k.form == "finite" and k.head < one.first]
    verb = before[-1] if before else None
    if verb is not None and verb.head < time < one.first:  # `will meet on Tuesday to reach …`
        return None if verb.state else verb
    if verb is None or verb.perfect or not _deed(parsed, verb) or bits[one.first - 1] & COMMA:
        return None
    toward = parsed.sentence.words[time - 1].lower() in parsed.events.sets["toward_date"]
    return None if toward or parsed.sentence.times[time].bound or _dated(parsed, time) else verb


def _deed(parsed: Parsed, verb: Predicate) -> bool:
    done = verb.tense == "past" or (verb.tense == "present" and verb.perfect) or of_a_source(parsed, verb)
    return done and not verb.state and verb.lemma not in parsed.events.say


def _dated(parsed: Parsed, time: int, first: int = 0) -> bool:
    """Has the sentence, or what of it begins with the word `first`, another time before this one?"""
    return any(first <= k < time for k in parsed.sentence.times)


def _of_participle(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """Of `-ing`: its own where it opens the sentence or is set off; else the verb's before it, if that has no other.

    `A note released in May showed that …`: the day of what it tells.
    """
    bits = parsed.sentence.bits
    clause = parsed.clause_of(one.head)
    if clause.kind == "part" and bits[one.head] & ING and _dated(parsed, time):
        return None  # `was sold again in 2000, leading to a tour in 2001`
    if one.passive and one.lemma in parsed.events.sets["publishing"] and (verb := _told_in(parsed, clause)) is not None:
        return verb if verb.lemma in parsed.events.report and not _dated(parsed, time) else one
    total = clause.finite
    if one.passive and total is not None and one.head < total.head and total.lemma in parsed.events.sets["totalling"]:
        return total  # `Loans made in May totalled nine crowns`
    if not bits[one.head] & ING or clause.kind in ("part", "aside") or clause.finite is None:
        return one
    if one.first < clause.finite.first:
        return one if _opens(parsed, one, clause) else None
    k = one.first - 1
    while k > clause.finite.head and bits[k] & ADVERB and not bits[k] & (PREPOSITION | SUBORDINATOR):
        k -= 1
    if bits[k] & (PREPOSITION | SUBORDINATOR):
        return _verb_of(parsed, one, time)
    if bits[k] & COMMA:
        return one
    if _soon_after(parsed, one, clause.finite):
        return clause.finite
    verbs = [other for other in clause.predicates if other.head < one.first and other.form != "noun"]
    above = verbs[-1] if verbs else one
    return above if above.form == "infinitive" and governed(parsed, above) else None  # `to begin night trading in May`


def _soon_after(parsed: Parsed, one: Predicate, verb: Predicate) -> bool:
    """`claimed victory within an hour of the polls | closing on Sunday`: on the same day."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    led = next((k for k in range(one.first - 1, max(verb.head, one.first - _NOUN), -1) if bits[k] & PREPOSITION), 0)
    if led < 1 or words[led] not in sets["of"] | sets["around_date"]:
        return False
    return words[led - 1] in sets["soon"] and _deed(parsed, verb)


def _told_in(parsed: Parsed, clause: Clause) -> Predicate | None:
    """The verb of `A note published in May | said …`; of `In a note published in May, | Karl Moe said …`, too."""
    following = parsed.clauses[parsed.clause_at[clause.first] + 1 :][:1]
    opens = not clause.first and bool(parsed.sentence.bits[0] & PREPOSITION)
    return clause.finite or next((k.finite for k in following if opens and k.kind == "main"), None)


def _opens(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """`Just after joining the club in 2011, he was lent`: nothing but adverbs and a preposition before it."""
    before = parsed.sentence.bits[clause.first : one.first]
    return all(bit & (ADVERB | PREPOSITION | SUBORDINATOR | COMMA) for bit in before)


def _of_noun(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """A subject; what a deed led to on the same day; else the noun itself, if it can stand alone."""
    bits = parsed.sentence.bits
    clause = parsed.clause_of(one.head)
    verb = clause.finite
    made = next((k for k in clause.predicates if one.head < k.first == k.head < time), None)
    if made is not None and made.passive and made.form == "participle" and made.head == one.head + 1:
        return made  # `An agreement made yesterday is expected to …`
    if verb is None or parsed.clause_of(time).kind == "aside":
        return one
    if verb.first and parsed.sentence.words[verb.first - 1].lower() in parsed.events.sets["existing"] and verb.state:
        return verb  # `There was a fire in May`
    if awaited_for(parsed, one, verb, time):
        return verb
    having = next((k for k in clause.predicates if k.form == "participle" and k.perfect and k.head < one.head), None)
    if having is not None and one.head - having.head <= _CLOSE and one.head < time:
        return having  # `denies having made a payment in May`
    if one.head < verb.first and verb.tense == "past":
        inside = bits[clause.first : one.head]
        owned = parsed.sentence.words[one.head - 1].lower() in parsed.events.sets["possessives"]
        if owned and one.head < time <= one.head + 2:  # `Until her retirement in 1961 she taught …`
            return one
        if any(bit & PREPOSITION for bit in inside):
            return _met(parsed, verb, time) or _during(parsed, one, verb, time)
        if verb.state and not verb.passive:  # `The battle on 3 May cost both sides dearly`
            return None if verb.lemma in parsed.events.sets["copula"] else _alone(parsed, one, time)
        return one
    met = _met(parsed, verb, time)
    if met is None and _some(parsed, one):
        return _at_which(parsed, one, time)
    met = met or _in_its_course(parsed, one, verb, time) or gone_to(parsed, one, time)
    return met or _alone(parsed, one, time) or _deed_before(parsed, one, time)


def _some(parsed: Parsed, one: Predicate) -> bool:
    """`a hearing`, `another crackdown`: told only for what was done there."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    before = next((k for k in range(one.head - 1, max(-1, one.head - _NOUN), -1) if bits[k] & DETERMINER), None)
    return before is not None and words[before].lower() in parsed.events.sets["indefinite"]


def _at_which(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """`was jailed for five years at a hearing on Monday`, `will seek to reach a deal at a summit in May`."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    verb = _deed_before(parsed, one, time)
    led = next((k for k in range(one.head - 1, 0, -1) if bits[k] & PREPOSITION), 0)
    if verb is None or words[led] not in parsed.events.sets["meeting_at"]:
        return None
    of = parsed.events.sets["of"] | parsed.events.sets["toward"]
    older = (k for k in parsed.predicates if verb.head < k.head < led and k.form == "noun")
    return None if any(not of.isdisjoint(words[k.head - _CLOSE : k.head]) for k in older) else verb


def _in_its_course(parsed: Parsed, one: Predicate, verb: Predicate, time: int) -> Predicate | None:
    """`broke his arm during Ashmere's 3-2 win over Vik on Sunday`: the deed of the day of that in which it was done."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if not (verb.head < one.head < time) or not _deed(parsed, verb) or verb.perfect or attributive(parsed, time):
        return None
    led = next((k for k in range(one.head - 1, verb.head, -1) if bits[k] & PREPOSITION), 0)
    if words[led] not in sets["held_in"] or words[led - 1] in sets["berths"] or _dated(parsed, time):
        return None
    if any(bit & (COMMA | HARD | COORDINATOR) for bit in bits[verb.head + 1 : time]):
        return None
    return None if any(verb.head < k.head < led for k in parsed.predicates) else verb


def _during(parsed: Parsed, one: Predicate, verb: Predicate, time: int) -> Predicate | None:
    """`At a hearing on 3 May the judge ruled …`, `On his father's death in 1872 they moved`: the deed of that day."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    clause = range(parsed.clause_of(one.head).first, one.head)
    first = next((k for k in clause if not bits[k] & (COORDINATOR | COMMA)), one.head)
    led = words[first].lower()
    upon = led in sets["upon_death"] and one.lemma in sets["upon_which"]
    if not upon and led not in sets["held_in"]:
        return None
    if not 0 < time - one.head <= (_NOUN if upon else _CLOSE) or _dated(parsed, time, first):
        return None
    if any(bit & (PREPOSITION | COMMA | HARD) for bit in bits[first + 1 : one.head]):
        return None
    return None if (verb.state and verb.lemma not in parsed.events.say) or (verb.perfect and not upon) else verb


def _alone(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """`the burial of the old king in Oslo`: words enough to stand by themselves; `the trial` has not."""
    cut = date_words(parsed, time)
    return one if len([k for k in noun_phrase(parsed, one, time) if k not in cut]) > _FEW else None


def _deed_before(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """`was freed after the trial in May`, `plans to raise ten crowns by sales in May`: the verb has the time too."""
    first = parsed.clause_of(time).first
    if attributive(parsed, time) or parsed.sentence.times[time].bound:
        return None
    verbs = [k for k in parsed.clause_of(one.head).predicates if k.form != "noun" and k.head < one.head]
    verb = verbs[-1] if verbs else one
    if _dated(parsed, time, verb.head if parsed.sentence.bits[verb.first - 1] & COMMA else first):
        return None  # `The score, believed lost in 1945, | turned up at an auction in 2009`
    if verb.form == "infinitive":
        return verb if governed(parsed, verb) else None
    return verb if verb.form == "finite" and _deed(parsed, verb) and not verb.perfect else None


def _met(parsed: Parsed, verb: Predicate, time: int) -> Predicate | None:
    """`won Sunday's election`, `In Thursday's robbery the thieves fled`: the deed of that day."""
    when = parsed.sentence.times[time].when
    if when is None or when.precision.rank > Precision.WEEK.rank or verb.lemma in parsed.events.report:
        return None
    if not _deed(parsed, verb) or _dated(parsed, time) or not attributive(parsed, time):
        return None
    low, high = sorted((verb.head, time))
    if _answered(parsed, verb, time):
        return None
    led = parsed.sentence.words[low + 1 if time > verb.head else time - 1].lower()
    bit = parsed.events.bits.get(led, 0)
    if bit & (PREPOSITION | SUBORDINATOR) and led not in parsed.events.sets["within"] | parsed.events.sets["held_in"]:
        return None
    between = parsed.sentence.bits[low + 1 : high]
    near = time < verb.head or len(between) <= _CLOSE
    return verb if near and not any(bit & (COMMA | HARD | THAT | RELATIVE) for bit in between[: _CLOSE + 1]) else None


def _answered(parsed: Parsed, verb: Predicate, time: int) -> bool:
    """`withdrew | Friday's request`, `welcomed yesterday's offer`: what was said that day, and done to it later."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    if verb.head > time or any(bit & PREPOSITION for bit in bits[verb.head + 1 : time]):
        return False
    noun = next((k for k in range(time + 1, min(time + 5, len(words))) if bits[k] & EVENT), time)
    return parsed.events.lemma(words[noun]) in parsed.events.sets["answered"]
