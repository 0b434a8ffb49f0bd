"""What commas set off between a name and the relative clause that tells of it: an age, an office, a home."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.words import COMMA, NAME, NUMBER
from timeline.languages.events import ADVERB, DETERMINER, PREPOSITION

_MARKS = frozenset("*_")
"""What print sets around a name."""
_CALLED = 2
"""Words of `the Bald`."""


def governor(parsed: Parsed, place: int) -> Clause:
    """The clause that a relative clause hangs on: `Guigo | (d. 1118)|, | who built it`."""
    opening = parsed.sentence.words[parsed.clauses[place].first].lower()
    place -= 1
    if place and parsed.clauses[place].last - parsed.clauses[place].first == 1:
        place -= 1
        person = opening in parsed.events.sets["personal_relatives"]
        place -= person and place > 0 and parsed.clauses[place].kind == "aside"
    return parsed.clauses[place]


def complement_of(parsed: Parsed, above: Clause, meant: list[int]) -> list[int] | None:
    """`The House of Vik was a family | that ruled Ashmere`: of the name that the family is said of."""
    verb, bits, words = above.finite, parsed.sentence.bits, parsed.sentence.words
    if verb is None or verb.lemma not in parsed.events.sets["copula"] or verb.negated or not meant:
        return None
    if meant[0] != verb.head + 1 or words[meant[0]] not in parsed.events.sets["indefinite"]:
        return None
    subject = [k for k in range(above.first, verb.first) if words[k] not in _MARKS]
    plain = all(bits[k] & (NAME | DETERMINER | PREPOSITION) for k in subject)
    return subject if plain and subject and bits[subject[-1]] & NAME and not bits[subject[0]] & PREPOSITION else None


def called(parsed: Parsed, article: int, last: int) -> bool:
    """`Guigo | the Bald`, `Eddie | the Eagle`: an article within a name."""
    bits = parsed.sentence.bits
    short = last - article == _CALLED and parsed.sentence.words[article] in parsed.events.sets["the"]
    return short and bool(bits[article - 1] & bits[article + 1] & NAME)


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
