"""A verb that is told once of several: `Norway joined the pact in 1960, Sweden in 1963` → `Sweden joined the pact`."""

from __future__ import annotations

from timeline.extract.line.apposition import auxiliary
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, NAME
from timeline.languages.events import ADVERB, COORDINATOR, DETERMINER, PREPOSITION, PRONOUN

_LONGEST = 5
"""Words of such a subject."""


def gapped(parsed: Parsed, one: Predicate, time: int | None) -> range:
    """The words of the later subject; none where the verb is not told of several, or the words are its object."""
    said = later_noun(parsed, one, time)
    return said if said and _is_subject(parsed, one, said) else range(0)


def either_way(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """`The canal reached Ash in 1777 and the railway in 1842`: subject or object; only the sentence's own words do."""
    said = later_noun(parsed, one, time)
    if not said or _shape(parsed, said) != "article" or not one.first:
        return False
    nouns = _nouns(parsed, one)
    subject = _shape(parsed, range(_opening(parsed, one), one.first))
    return subject == "article" and bool(nouns) and _shape(parsed, range(nouns[0], nouns[-1] + 1)) == "name"


def later_noun(parsed: Parsed, one: Predicate, time: int | None) -> range:
    """The noun phrase between the time before and this one, which both date the same verb."""
    if time is None or one.form != "finite" or not one.first:
        return range(0)
    before = max((k for k in parsed.sentence.times if one.head < k < time), default=None)
    if before is None or parsed.clause_at[before] != parsed.clause_at[one.head]:
        return range(0)
    bits, first = parsed.sentence.bits, before + 1
    while first < time and bits[first] & (COMMA | COORDINATOR):
        first += 1
    said = range(first, time - 1 if bits[time - 1] & PREPOSITION else time)
    if not said or len(said) > _LONGEST or first == before + 1:
        return range(0)
    loose = PREPOSITION | PRONOUN | COMMA | COORDINATOR | ADVERB
    if any(bits[k] & loose & ~DETERMINER and not bits[k - 1] & DETERMINER for k in said):
        return range(0)  # `, and the last in 2010` is a noun
    return range(0) if any(k.head in said and k.form != "noun" for k in parsed.predicates) else said


def of_later(parsed: Parsed, one: Predicate, time: int) -> frozenset[int]:
    """All words that the line of the later subject has, and its time."""
    return frozenset([*gapped(parsed, one, time), *range(one.first, one.head + 1), *_shared(parsed, one), time])


def regained(parsed: Parsed, one: Predicate, said: range) -> tuple[list[str], range]:
    """The verb as it agrees with the later subject, and what both have in common."""
    words = parsed.sentence.words[one.first : one.head + 1]
    if words[0] in parsed.events.passive:
        words[0] = auxiliary(parsed, said)
    return words, _shared(parsed, one)


def _shared(parsed: Parsed, one: Predicate) -> range:
    """The words between the verb and its first time."""
    first = min(k for k in parsed.sentence.times if k > one.head)
    return range(one.head + 1, first - 1 if parsed.sentence.bits[first - 1] & PREPOSITION else first)


def _nouns(parsed: Parsed, one: Predicate) -> list[int]:
    """What the verb is told of before its first time."""
    return [k for k in _shared(parsed, one) if not parsed.sentence.bits[k] & (PREPOSITION | ADVERB)]


def _is_subject(parsed: Parsed, one: Predicate, said: range) -> bool:
    """Is it put as the subject is and not as the object: with an article, as a name, bare?"""
    own, nouns = _shape(parsed, said), _nouns(parsed, one)
    if not nouns:
        return True
    if own != _shape(parsed, range(_opening(parsed, one), one.first)) or own == "article":
        return False
    return own != _shape(parsed, range(nouns[0], nouns[-1] + 1)) or one.lemma in parsed.events.sets["joining"]


def _opening(parsed: Parsed, one: Predicate) -> int:
    """The first word of the subject's noun phrase."""
    bits, first = parsed.sentence.bits, one.first - 1
    while first and not bits[first - 1] & (COMMA | COORDINATOR | PREPOSITION) and not bits[first] & DETERMINER:
        first -= 1
    return first


def _shape(parsed: Parsed, phrase: range) -> str:
    """How a noun phrase is put."""
    bits, last = parsed.sentence.bits, phrase[-1]
    if bits[phrase[0]] & DETERMINER:
        return "article"
    if bits[phrase[0]] & PRONOUN:
        return "pronoun"
    plain = not last and parsed.sentence.words[last].lower() in parsed.events.nouns
    return "name" if bits[last] & NAME and not plain else "bare"
