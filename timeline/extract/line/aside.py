"""What commas set off between a name and the relative clause that tells of it: an age, an office, a home."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.words import COMMA, NAME, NUMBER
from timeline.languages.events import ADVERB, PREPOSITION


def past_aside(parsed: Parsed, before: Clause) -> Clause:
    """`by Karl Moe, | 31, formerly of the Hale Trust, | who took up a post`: who is meant stands before the commas."""
    bits, last = parsed.sentence.bits, before.last
    while last > before.first:
        end = last - 1 if bits[last - 1] & COMMA else last
        comma = next((k for k in range(end - 1, before.first, -1) if bits[k] & COMMA), None)
        if comma is None:
            break
        aged = bits[comma + 1] & NUMBER and comma + 2 == end and bits[comma - 1] & NAME
        aside = bits[comma + 1] & (ADVERB | PREPOSITION) and bits[comma - 1] & (NAME | NUMBER)
        if not (aged or aside):
            break
        last = comma
    return before if last == before.last else Clause(before.first, last, before.kind, before.number)
