"""A line that no place near its length could end: it ends before a phrase."""

from __future__ import annotations

from timeline.extract.line.fitting import length
from timeline.extract.line.torn import told_last, torn
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.languages.events import ADVERB, CLOSED, PREPOSITION, TO

_LEAST = 50
"""Signs of a line that is cut before a preposition, at least."""


def shortened(
    parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int], others: frozenset[int]
) -> list[int]:
    """A line that ends nowhere near its length, up to the last preposition before which its sentence could end.

    `Karl Moe will appear in the old court of the harbour | for …`; not `Moe will appear |`, which tells too little.
    """
    if one.form != "finite" or kept != sorted(kept):
        return []
    bits, told, left_out = parsed.sentence.bits, told_last(parsed, kept, one), cut | others
    verbs = {k.head for k in parsed.predicates if k.form != "noun"}
    for at in range(len(kept) - 1, 0, -1):
        before = kept[at - 1]
        if before <= told or length(parsed, kept[:at], cut) < _LEAST:
            break
        led = bits[kept[at]] & PREPOSITION and not bits[kept[at]] & TO
        ends = led and before not in verbs and not bits[before] & (CLOSED | ADVERB)
        if ends and not torn(parsed, kept[:at], left_out):
            return kept[:at]
    return []
