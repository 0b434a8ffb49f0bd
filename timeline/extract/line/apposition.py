"""What is said of a subject beside its verb: `The school, founded in 1477, is the oldest` → the school was founded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.line.described import can_be_passive
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, OPEN, TIME
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    THIRD,
)

_NOUN = 6
"""Words of a noun with its determiner."""


@dataclass(frozen=True, slots=True)
class Apposition:
    """Words of the subject, words of what was done to it, and the auxiliary that makes them a clause.

    `whole`: all of it, with the commas or brackets that set it off.
    """

    subject: range
    said: range
    auxiliary: str
    whole: range


def apposition(parsed: Parsed, one: Predicate, time: int | None) -> Apposition | None:
    """A dated participle set off by commas after its subject, or before it: `Founded in 1923, the firm made lamps`."""
    bits = parsed.sentence.bits
    if (
        time is None
        or one.form == "noun"
        or one.first != one.head
        or not bits[one.head] & PARTICIPLE
        or time < one.head
    ):
        return None
    last = len(bits) - (parsed.sentence.words[-1] == ".")
    closing = next((k for k in range(time + 1, last) if bits[k] & (COMMA | HARD | CLOSE)), last)
    if verbless := _verbless(parsed, one):
        return Apposition(verbless, _said(parsed, one, time, closing), auxiliary(parsed, verbless), range(0))
    if (closing < len(bits) and bits[closing] & HARD) or (closing == last and one.form != "participle"):
        return None
    if closing < len(bits) and bits[closing] & CLOSE:
        return _bracketed(parsed, one, closing)
    opening = _opening(parsed, one)
    named = _named(parsed, opening)
    if named and can_be_passive(parsed, one):  # `The Tern, a ship | built in 1898, sank`
        said = _said(parsed, one, time, closing)
        several = parsed.sentence.words[named[0]].lower() in parsed.events.sets["the"]  # `The Larks, a band | formed …`
        being = auxiliary(parsed, named) if several else parsed.events.passive[False]
        return Apposition(named, said, being, range(named[-1] + 1, closing + 1))
    subject = _subject(parsed, one, opening, closing) or _name_before(parsed, opening - 1, one)
    while subject and bits[subject[0]] & (COORDINATOR | SUBORDINATOR | COMMA | HARD):
        subject = subject[1:]
    comma = next((k for k in reversed(subject) if bits[k] & COMMA), None)
    beyond = range(0) if comma is None or opening else range(comma + 1, subject[-1] + 1)
    if any(bits[k] & (NAME | PRONOUN) for k in beyond):
        subject, closing = beyond, beyond[0] - 1  # `Born in Vik, the son of a pilot, Moe …`
    if not subject or any(bits[k] & (HARD | COMMA) for k in subject) or bits[subject[0]] & PREPOSITION:
        return None
    if not can_be_passive(parsed, one) or all(bits[k] & (DETERMINER | TIME) for k in subject):
        return None
    whole = range(max(opening - 1, 0), closing + 1)
    return Apposition(subject, _said(parsed, one, time, closing), auxiliary(parsed, subject), whole)


def _subject(parsed: Parsed, one: Predicate, opening: int, closing: int) -> range:
    """Of the clause that the participle opens or interrupts; else the noun right before it."""
    bits, last = parsed.sentence.bits, len(parsed.sentence.bits) - (parsed.sentence.words[-1] == ".")
    verb = next((k.first for k in parsed.predicates if k.first > closing and k.form != "noun"), None)
    after = closing + 1
    while after < last and bits[after] & NAME:
        after += 1
    if after < last and bits[after] & THIRD:  # `Founded in 2003, Hale Works | employs 640 people`
        verb = after
    if verb is None or parsed.clause_of(verb).kind not in ("main", "coord"):
        return _noun_before(parsed, opening - 1, one)
    if opening == 0:
        return range(closing + 1, verb)
    if bits[opening - 1] & COMMA and all(bits[k] & ADVERB for k in range(closing + 1, verb)):
        whole = range(parsed.whole(parsed.clause_of(one.head).number)[0].first, opening - 1)
        verbs = (k.head for k in parsed.predicates if k.form == "finite" and k.head in whole)
        told = any(parsed.clause_of(head).kind != "rel" for head in verbs)
        return _noun_before(parsed, opening - 1, one) if told else whole  # `told of the deed, | done in May, …`
    return _led(parsed, opening - 1)


def _led(parsed: Parsed, comma: int) -> range:
    """`By the Treaty of Vik, | signed in May, the town lost its walls`: what opens the sentence after a preposition."""
    bits = parsed.sentence.bits
    if not bits[comma] & COMMA or comma < 3 or not (bits[0] & PREPOSITION and bits[1] & DETERMINER):
        return range(0)
    barrier = COMMA | HARD | TIME
    plain = not any(bit & barrier for bit in bits[1:comma]) and not any(one.head < comma for one in parsed.predicates)
    return range(1, comma) if plain else range(0)


def _verbless(parsed: Parsed, one: Predicate) -> range:
    """`Ada Moe, nurse, | born 12 May 1904; died 1980`, the last line of a life: the name that opens it."""
    clause, bits = parsed.clause_of(one.head), parsed.sentence.bits
    if clause.first or clause.finite is not None or clause.predicates[0] is not one or not bits[one.head - 1] & COMMA:
        return range(0)
    comma = next(k for k in range(len(bits)) if bits[k] & COMMA)
    named = comma and all(bits[k] & NAME for k in range(bool(bits[0] & DETERMINER), comma))
    return range(comma) if named and can_be_passive(parsed, one) else range(0)


def _named(parsed: Parsed, opening: int) -> range:
    """The name that `, a ship | built …` is said of; nothing where no such noun, or no name, stands before it."""
    bits = parsed.sentence.bits
    comma = next((k for k in range(opening - 1, max(0, opening - _NOUN), -1) if bits[k] & COMMA), 0)
    if not comma or not bits[comma + 1] & DETERMINER or not bits[comma - 1] & NAME:
        return range(0)
    if any(one.form != "noun" and comma < one.head < opening for one in parsed.predicates):
        return range(0)
    first = comma
    while first and bits[first - 1] & NAME:
        first -= 1
    led = (
        first and bits[first - 1] & DETERMINER and parsed.sentence.words[first - 1].lower() in parsed.events.sets["the"]
    )
    first -= bool(led)
    joined = first and bits[first - 1] & (COORDINATOR | COMMA | PREPOSITION) and not _is_object(parsed, first)
    return range(0) if joined else range(first, comma)


def _is_object(parsed: Parsed, first: int) -> bool:
    """`starred in | The Mill`: after the preposition of a verb, so that nothing else is what the noun describes."""
    before = parsed.sentence.bits[first - 1] & PREPOSITION
    return bool(before) and any(one.head == first - 2 and one.form != "noun" for one in parsed.predicates)


def _noun_before(parsed: Parsed, comma: int, one: Predicate) -> range:
    """`said in its annual report, | published on 12 June, that …`: the noun right before the comma.

    `completed the purchase of the mill, | announced in May`: the deed.
    """
    bits = parsed.sentence.bits
    if comma < 1 or not bits[comma] & COMMA:
        return range(0)
    for k in range(comma - 1, max(comma - _NOUN, -1), -1):
        if bits[k] & DETERMINER:
            deed = k > 1 and parsed.sentence.words[k - 1] in parsed.events.sets["of"] and bits[k - 2] & EVENT
            if deed and one.lemma in parsed.events.sets["made_known"]:
                return range(k - 3 if bits[k - 3] & DETERMINER else k - 2, comma)
            return range(k, comma)
        if bits[k] & (PREPOSITION | COMMA | HARD | TIME) or any(
            one.head == k and one.form != "noun" for one in parsed.predicates
        ):
            break
    return range(0)


def _name_before(parsed: Parsed, comma: int, one: Predicate) -> range:
    """`sings in the Vik Orchestra, | founded in 1976`: what is founded, or born, is the name before the comma."""
    bits, sets = parsed.sentence.bits, parsed.events.sets
    if comma < 1 or not bits[comma] & COMMA or one.lemma not in sets["founding"]:
        return range(0)
    first = comma
    while first and bits[first - 1] & NAME:
        first -= 1
    if first and bits[first - 1] & DETERMINER:
        return range(first - 1, comma)
    joined = first and (bits[first - 1] & COORDINATOR or (bits[first - 1] & COMMA and bits[first - 2] & NAME))
    of_thing = parsed.sentence.words[first - 1] in sets["belonging"] | sets["acting"] if first else False
    loose = of_thing and one.lemma not in sets["birth"]  # `a choir of Karl Moe, founded in 1976`
    return range(0) if joined or loose else range(first, comma)


def _opening(parsed: Parsed, one: Predicate) -> int:
    """The first word of the apposition: of its adverb, or of the participle before it (`passed in 2014 and`)."""
    bits, first, opening = parsed.sentence.bits, parsed.clause_of(one.head).first, one.first
    while opening > first and bits[opening - 1] & ADVERB:
        opening -= 1
    if opening > first and bits[opening - 1] & COORDINATOR:
        before = next((k for k in reversed(parsed.predicates) if k.first < opening and k.form != "noun"), None)
        if before is not None and before.first == before.head and bits[before.head] & PARTICIPLE:
            return _opening(parsed, before)
    return opening


def _said(parsed: Parsed, one: Predicate, time: int, closing: int) -> range:
    """From the participle's adverb to the comma, or to the next participle that has a time of its own."""
    bits, first = parsed.sentence.bits, one.first
    while first and bits[first - 1] & ADVERB:
        first -= 1
    if any(bits[k] & TIME for k in range(time + 1, closing)):
        closing = next((k for k in range(time + 1, closing) if bits[k] & COORDINATOR), closing)
    return range(first, closing)


def _bracketed(parsed: Parsed, one: Predicate, closing: int) -> Apposition | None:
    """`The treaty (signed in 1870) was torn up`; `Karl Moe (died 1951)` died."""
    opening, place = one.first - 1, parsed.clause_at[one.first] - 1
    if opening < 1 or place < 0 or not parsed.sentence.bits[opening] & OPEN:
        return None
    subject = range(parsed.clauses[place].first, opening)
    bits = parsed.sentence.bits
    if bits[opening - 1] & NAME:  # `the accused, Neil Moe (born 4 June 1979), was …`
        first = opening
        while first and bits[first - 1] & NAME:
            first -= 1
        subject = range(first, opening)
    if any(k.form != "noun" and k.head in subject for k in parsed.predicates) or any(bits[k] & THIRD for k in subject):
        return None
    being = "" if one.lemma in parsed.events.sets["no_passive"] else auxiliary(parsed, subject)
    return Apposition(subject, range(one.first, closing), being, range(opening, closing + 1))


def auxiliary(parsed: Parsed, subject: Sequence[int]) -> str:
    """`was`, or `were` for several."""
    words, bits, events = parsed.sentence.words, parsed.sentence.bits, parsed.events
    of = next((at for at, k in enumerate(subject) if at and words[k] in events.sets["of"]), len(subject))
    last = words[subject[of - 1]]
    if any(bit & THIRD for bit in bits[subject[-1] + 1 : subject[-1] + 2]):
        return events.passive[False]  # `Hale Works employs 640 people`: one firm
    several = last.endswith(events.endings["plural"]) and not last.endswith(events.endings["no_plural"])
    several = several or last in events.sets["peoples"]
    return events.passive[several or any(bits[k] & COORDINATOR for k in subject)]
