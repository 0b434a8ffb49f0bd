"""What a date is called beside it: `in May 2005, | the bloodiest month of the war`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, POSSESSIVE
from timeline.languages.events import DETERMINER, PREPOSITION, RELATIVE, SUBORDINATOR, THAT


def named_so(parsed: Parsed, last: int) -> int:
    """`in May 2005, | the bloodiest month of the war`: what the date is called goes with it."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if last >= len(bits) or not bits[last] & COMMA:
        return last
    end = next((k for k in range(last + 1, len(bits)) if bits[k] & (COMMA | HARD) or words[k] == "."), len(bits))
    noun = next((k for k in range(last + 1, min(end, last + 6)) if words[k] in sets["spans"]), None)
    if (
        noun is None
        or noun < last + 3
        or any(one.form != "noun" and last < one.head < end for one in parsed.predicates)
    ):
        return last
    determined = bits[last + 1] & DETERMINER or any(bits[k] & POSSESSIVE for k in range(last + 1, noun))
    return end if determined and all(not bits[k] & PREPOSITION for k in range(last + 1, noun)) else last


def past_name(parsed: Parsed, at: int) -> int:
    """Past what the day is beside its date, with both commas: `on 14 March 2022, the fifth anniversary of the fall`."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if at + 2 >= len(bits) or not (bits[at] & COMMA and bits[at + 1] & DETERMINER):
        return at
    named = next((k for k in range(at + 2, min(at + 6, len(bits))) if words[k] in sets["days_told"]), None)
    if named is None or any(bit & (PREPOSITION | COMMA | HARD) for bit in bits[at + 1 : named]):
        return at
    stop = {one.first for one in parsed.predicates if one.form == "finite"}
    barrier = COMMA | HARD | SUBORDINATOR | RELATIVE | THAT
    end = next((k for k in range(named, len(bits)) if bits[k] & barrier or k in stop), len(bits))
    return end + 1 if end < len(bits) and bits[end] & COMMA else end
