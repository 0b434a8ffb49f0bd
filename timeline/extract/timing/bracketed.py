"""A date alone in brackets: of the happening named before it, or of the verb of its clause."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, NAME, OPEN, TIME
from timeline.extract.timing.reigns import of_a_reign
from timeline.languages.events import ADVERB, CLOSED, DETERMINER, EVENT, PREPOSITION
from timeline.temporal.precision import Precision

_NAMED = 2
"""Words between a happening and the bracket with its date, at most."""
_LONGEST = 8
"""Words of the name of a happening."""


def bracketed(parsed: Parsed, time: int) -> Predicate | None:
    """`ended the civil war (1991-97)`, `at the Battle of Vik (1741)`, `became mayor (1903)`; None: not in brackets."""
    clause = parsed.clause_of(time)
    if clause.kind != "aside" or clause.predicates:
        return None
    near = next((k for k in parsed.predicates if k.form == "noun" and 0 < clause.first - k.head <= _NAMED), None)
    if near is not None or not bare(parsed, clause):
        return near
    return _event(parsed, clause.first) or of_a_reign(parsed, clause, time) or _verb(parsed, clause, time)


def bare(parsed: Parsed, clause: Clause) -> bool:
    """Does a bracket hold the time and nothing else?"""
    sentence = parsed.sentence
    plain = OPEN | CLOSE | PREPOSITION | ADVERB | TIME
    circa = parsed.events.sets["circa"]
    return all(
        sentence.bits[k] & plain or sentence.words[k] in circa or sentence.words[k] == "."
        for k in range(clause.first, clause.last)
    )


def named_event(parsed: Parsed, one: Predicate) -> bool:
    """Is it the name of a happening: `the First Battle of Vik`?"""
    return one.form == "noun" and bool(parsed.sentence.bits[one.head] & NAME)


def event_name(parsed: Parsed, head: int) -> list[int]:
    """The words of the name of a happening, with its article."""
    bits, words, joints = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets["joints"]
    first, last = head, head + 1
    while first and head - first < _LONGEST and (bits[first - 1] & NAME or _ordinal(parsed, first - 1)):
        first -= 1
    while last < len(bits) and last - head < _LONGEST:
        joined = words[last] in joints and last + 1 < len(bits) and (bits[last + 1] & NAME or words[last + 1] in joints)
        if not (bits[last] & NAME or joined):
            break
        last += 1
    if first and bits[first - 1] & DETERMINER:
        first -= 1
    return list(range(first, last))


def past_bracket(parsed: Parsed, kept: list[int]) -> list[int]:
    """A line without the bracket that opens it: `After the siege | (1741), the duke took the town`."""
    if not kept or parsed.sentence.words[kept[0]] != "(":
        return kept
    return kept[next((at + 1 for at, k in enumerate(kept) if parsed.sentence.bits[k] & CLOSE), 0) :]


def _ordinal(parsed: Parsed, at: int) -> bool:
    """`the | First Battle of Vik`: a capital that names nobody by itself."""
    return at > 0 and parsed.sentence.words[at][:1].isupper() and not parsed.sentence.bits[at] & ~ADVERB


def named_before(parsed: Parsed, time: int) -> Predicate | None:
    """`…, prompting a second advance: | the First Battle of Vik in April 1741`: where no verb is dated."""
    led = time > 1 and parsed.sentence.bits[time - 1] & PREPOSITION
    return _event(parsed, time - 1) if led else None


def _event(parsed: Parsed, opening: int) -> Predicate | None:
    """The named happening that ends right before a bracket."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    for head in range(opening - 1, max(-1, opening - 1 - _LONGEST), -1):
        if words[head] in parsed.events.sets["named_events"] and bits[head] & NAME:
            whole = event_name(parsed, head)
            named = whole[-1] == opening - 1 and len(whole) > 1
            return Predicate(head, head, words[head].lower(), "noun") if named else None
    return None


def _verb(parsed: Parsed, clause: Clause, time: int) -> Predicate | None:
    """`became commander in Iberia (229 BC)`, `was shot at the same time (1741)`; not `wrote The Mill (1912)`."""
    place, bits, mention = parsed.clause_at[clause.first] - 1, parsed.sentence.bits, parsed.sentence.times[time]
    if place < 0 or mention.range or mention.when is None or mention.when.precision.rank > Precision.YEAR.rank:
        return None
    home = parsed.clauses[place]
    verb = home.finite
    if verb is None or verb.tense != "past" or verb.state or verb.negated or verb.lemma in parsed.events.report:
        return None
    if len([k for k in home.predicates if k.form != "noun"]) > 1:
        return None
    before = clause.first - 1
    if before == verb.head:
        return verb  # `The mill opened (1897)`
    if bits[before] & NAME:
        first = before
        while first > verb.head and bits[first - 1] & NAME:
            first -= 1
        placed = parsed.sentence.words[first - 1] in parsed.events.sets["within"]
        return verb if placed and first - 1 > verb.head else None
    plain = not bits[before] & (CLOSED | EVENT) and parsed.sentence.words[before] not in parsed.events.sets["papers"]
    return verb if bits[before] & TIME or plain else None
