"""Times that only say when another figure held: `than in 2003`, `up from 31.9 billion in 1985`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NUMBER, TIME
from timeline.languages.events import ADVERB, AUXILIARY, COORDINATOR, DETERMINER, PARTICIPLE, PAST, TO
from timeline.model.expression import Shift
from timeline.temporal.precision import Precision

_SEEN = 5
"""Words from `than that` to its time, at most."""


def compared(parsed: Parsed, time: int) -> bool:
    """Does the time only say when another figure held: `than in 2003`, `from 31.9 billion in 1985`?"""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if time > 1 and words[time - 1] in sets["origin"] and bits[time - 2] & TIME:
        return parsed.sentence.times[time].range is None  # not `64 days from 21 November to 31 January`
    if _on_before(parsed, time):
        return True
    if time > 1 and bits[time - 1] & COORDINATOR and bits[time - 2] & TIME:
        return compared(parsed, time - 2)  # `higher than those seen in May and June`
    if _from_then_on(parsed, time):
        return False
    numbers, succeeding, comparing, origin = False, sets["succeeding"], sets["comparing"], sets["origin"]
    for k in range(time - 1, max(-1, time - 16), -1):
        word, bit = words[k], bits[k]
        counted = bits[k + 2] if bits[k + 1] & DETERMINER and k + 2 < time else bits[k + 1]
        if word in succeeding and counted & NUMBER:
            near = range(parsed.clause_of(k).first if word in origin else max(0, k - 8), k)
            figure = any(bits[j] & NUMBER or words[j] in parsed.events.counts for j in near)
            return figure or (word in origin and bool(bits[k - 1] & TIME or _goes_to(parsed, time)))
        if word in comparing and words[k + 1] in sets["standing_for"] and time - k <= _SEEN:
            return True  # `less strong than that seen in May`
        if word in sets["passed_levels"] and _crossed(parsed, k):
            return False
        if word in comparing:
            return time - k <= 2 or word in sets["compared"] or (numbers and time - k <= 8)
        if word in origin and parsed.sentence.times[time].range is not None:
            return False  # `rose above 500 tons from February to July`
        if word in origin and k == time - 1 and _ago(parsed, time):
            return True  # `also rose from a year ago`
        if word in origin and (numbers or k == time - 1):
            return any(other & NUMBER for other in bits[max(0, k - 8) : time])
        comma = bit & COMMA and k < time - 2 and not bits[k + 1] & NUMBER  # not `from 3.30 mln, 11.9 pct, in January`
        if bit & (HARD | AUXILIARY) or (bit & COORDINATOR and not numbers) or comma:
            return False
        if bit & PAST and not bit & PARTICIPLE:
            return False
        numbers = numbers or bool(bit & NUMBER)
    return False


def _from_then_on(parsed: Parsed, time: int) -> bool:
    """`will charge 3 crowns from May`: what is to come begins then; `is to fall to 3 percent from 4 in May`."""
    verb = parsed.clause_of(time).finite
    if not time or parsed.sentence.words[time - 1] not in parsed.events.sets["origin"] or verb is None:
        return False
    above = verb.tense in ("future", "conditional") and verb.head < time
    return above and verb.lemma not in parsed.events.sets["moving_levels"]


def _crossed(parsed: Parsed, at: int) -> bool:
    """`surged back | above 40 on Monday`: a level that was passed that day; not `1.4 pct above the total of May`."""
    before = at - 1 - bool(parsed.sentence.bits[at - 1] & ADVERB)
    return any(one.head == before and one.form == "finite" and not one.state for one in parsed.predicates)


def _ago(parsed: Parsed, time: int) -> bool:
    """`a year ago`, `twelve months earlier`."""
    meaning = parsed.sentence.times[time].expression.meaning
    return isinstance(meaning, Shift) and meaning.sign < 0


def _goes_to(parsed: Parsed, time: int) -> bool:
    """`fell from 38 in 2007 | to about three`."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    near = range(time + 2, min(time + 4, len(bits)))
    led = bool(near) and bool(bits[time + 1] & TO)
    return led and any(bits[k] & NUMBER or words[k] in parsed.events.counts for k in near)


def _on_before(parsed: Parsed, time: int) -> bool:
    """`up 5% on the same period last year`, `by 2,400 on the previous month`."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    k = time - 1
    while k > 0 and (words[k] in sets["alike"] or bits[k] & DETERMINER):
        k -= 1
    when = parsed.sentence.times[time].when
    if k <= 0 or words[k] not in sets["upon"] or when is None or when.precision.rank <= Precision.DAY.rank:
        return False
    return any(bit & NUMBER for bit in bits[max(0, k - 3) : k])
