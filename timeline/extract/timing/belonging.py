"""To what a date belongs when it is no verb: to a paper, to the period that a figure covers."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, TIME
from timeline.extract.timing.attach import attributive
from timeline.languages.events import ADVERB, CLOSED, COORDINATOR, DETERMINER, PREPOSITION, PRONOUN
from timeline.temporal.precision import Precision

_FAR = 16
"""Words before a time in which the record that it ends is named."""
_NOUN = 4
"""Words between a preposition and its noun."""


def of_a_period(parsed: Parsed, time: int) -> bool:
    """`the nine months ended 28 February`, `the year to March`, `notes due 2012`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if any(one.form == "finite" and one.head in (time - 1, time - 2) for one in parsed.predicates):
        return False  # `The vote is due in March`
    if any(falls_due(parsed, one, time) for one in parsed.predicates):
        return False
    verb = parsed.clause_of(time).finite
    if verb is not None and verb.head < time and verb.lemma in parsed.events.status["put_off_verbs"]:
        return False  # `was postponed by two weeks to 29 November`
    apart = (one.head for one in parsed.predicates if one.form == "participle" and one.head == time - 1)
    if any(words[k] in sets["awaited"] for k in apart):
        return False  # `The vote, originally due last March, …`
    if begun(parsed, time) is not None:
        return False
    if time and words[time - 1] in sets["edges"]:
        return by_paper(parsed, time) is None
    if time > 1 and parsed.sentence.bits[time - 1] & (COORDINATOR | COMMA) and time - 2 in parsed.sentence.times:
        return of_a_period(parsed, time - 2)
    if _for_a_period(parsed, time) or _of_accounts(parsed, time):
        return True
    if time > 1 and words[time - 2] in sets["edges"] and parsed.sentence.bits[time - 1] & PREPOSITION:
        return True
    closed = sets["periods"] | sets["closed_books"]  # `the accounts to 31 October`
    return time > 1 and words[time - 1] in sets["closing"] and words[time - 2] in closed


def falls_due(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`The loan falls due on 3 May 2031`, `comes due in March`: a verb, and the word for what is awaited behind it."""
    after = parsed.sentence.words[one.head + 1 : one.head + 2]
    awaited = one.form != "noun" and bool(after) and after[0] in parsed.events.sets["awaited"]
    return awaited and one.lemma in parsed.events.sets["falling_due"] and 0 <= time - one.head - 2 <= 1


def of_a_source(cut: Parsed, one: Predicate) -> bool:
    """`Domesday Book credits Ash with two mills in 1086`, `The register records …`: a paper tells of its time."""
    events, words = cut.events, cut.sentence.words
    if one.lemma not in events.sets["recording"] or one.form != "finite" or one.perfect:
        return False
    subject = words[cut.clause_of(one.head).first : one.first]
    return not events.sets["sources"].isdisjoint(word.lower() for word in subject)


def attested(cut: Parsed, one: Predicate) -> bool:
    """`Guigo appears as a castellan in 1089`, `Vik is first mentioned in 1203`: so the sources of that time tell."""
    known = cut.events.sets["attested" if one.passive else "appearing"]
    return one.form == "finite" and one.tense == "present" and not one.perfect and one.lemma in known


def _of_accounts(parsed: Parsed, time: int) -> bool:
    """`for the six months ended 30 June`: what figures cover, told as a stretch of its own."""
    told = parsed.sentence.words[time].split()
    stretch = parsed.sentence.times[time].type == "DURATION" and not parsed.events.sets["periods"].isdisjoint(told)
    return stretch and not parsed.events.sets["closing"].isdisjoint(told)


def begun(parsed: Parsed, time: int) -> int | None:
    """`Beginning in 1955, | she taught`, `fought at Vik, | starting on 3 May`: the word that only leads to the date."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    at = time - 2 if time > 1 and bits[time - 1] & PREPOSITION else time - 1
    if at < 0 or words[at].lower() not in parsed.events.sets["starting"]:
        return None
    return at if not at or bits[at - 1] & COMMA else None


def by_paper(parsed: Parsed, time: int) -> Predicate | None:
    """`By a deed dated 4 May 1911 | he let the mill`, `warned in a letter dated 2 May`: the day is that of the verb."""
    words, sets = parsed.sentence.words, parsed.events.sets
    bits = parsed.sentence.bits
    made = time > 2 and words[time - 2] in sets["made_on"] and bits[time - 1] & PREPOSITION
    made = made and not bits[time - 3] & COMMA
    if not time or not (made or words[time - 1] in sets["edges"]):
        return None
    opening = words[0].lower()
    if opening not in sets["by_means"] and not (opening in sets["in_paper"] and words[time - 1] in sets["dated"]):
        return _in_paper(parsed, time)
    one = next((one for one in parsed.predicates if one.form == "finite" and one.head >= time - 1), None)
    if one is not None and one.head == time - 1:  # `dated` itself
        one = next((later for later in parsed.predicates if later.form == "finite" and later.head > time), None)
    return one if one is not None and one.head > time and one.tense == "past" else None


def _in_paper(parsed: Parsed, time: int) -> Predicate | None:
    """What was said `in a letter dated 2 May`, `by an open letter dated …`; `signed a lease dated 2 May`."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    if words[time - 1] not in parsed.events.sets["dated"]:
        return None
    made = next((one for one in reversed(parsed.predicates) if one.head < time - 1 and one.form == "finite"), None)
    if made is not None and made.lemma in parsed.events.sets["paper_makers"] and time - made.head <= _NOUN + 2:
        return made if made.tense == "past" else None
    led = next((k for k in range(time - 3, max(0, time - 3 - _NOUN), -1) if bits[k] & PREPOSITION), 0)
    before = [one for one in parsed.predicates if one.form == "finite" and one.head < led]
    one = before[-1] if before else None
    if one is None or one.tense != "past" or words[led] not in parsed.events.sets["in_paper"]:
        return None
    by = words[led] in parsed.events.sets["by_means"]  # `rejected the pumps by letter dated 10 March`
    return one if by or one.lemma in parsed.events.report else None


def _for_a_period(parsed: Parsed, time: int) -> bool:
    """`its results for the first half of 2022`, `the forecast for 2023`: of a noun, not of the verb."""
    words, bits, when = parsed.sentence.words, parsed.sentence.bits, parsed.sentence.times[time].when
    if time < 2 or words[time - 1] not in parsed.events.sets["toward"] or when is None:
        return False
    if when.precision.rank < Precision.QUARTER.rank or bits[time - 2] & (CLOSED | NUMBER | NAME | TIME | ADVERB):
        return False
    verb = any(one.head == time - 2 and one.form != "noun" for one in parsed.predicates)
    return words[time - 2].isalpha() and not verb


def of_something(parsed: Parsed, noun: int) -> bool:
    """`the minutes of | the meeting of 4 May`."""
    first = noun - 1
    while first > 0 and not parsed.sentence.bits[first] & PREPOSITION and noun - first < _NOUN:
        first -= 1
    return first >= 0 and parsed.sentence.words[first] in parsed.events.sets["of"]


def since(parsed: Parsed, time: int) -> int | None:
    """The `since` before a time, if no other time and no comma stands between."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    for k in range(time - 1, max(-1, time - _FAR), -1):
        if bits[k] & (COMMA | HARD) or k in parsed.sentence.times:
            return None
        if words[k] in parsed.events.sets["since"]:
            return k
    return None


def ended_record(parsed: Parsed, time: int) -> Predicate | None:
    """The happening since which a record has stood: `the worst loss since | the sinking of the Tern in 1911`.

    Where a clause tells it, its verb: `the most since the Tern | sank in 1911`.
    """
    at = since(parsed, time)
    if at is None:
        return None
    verb, following = parsed.clause_of(time).finite, parsed.sentence.bits[at + 1]
    begins = verb is not None and at == parsed.clause_of(time).first and at + 1 < verb.head < time
    if verb is not None and begins and verb.tense == "past" and not verb.state and not following & PRONOUN:
        return verb
    if not following & DETERMINER or attributive(parsed, time):
        return None
    one = next((one for one in parsed.predicates if one.head > at), None)
    return one if one is not None and one.form == "noun" and one.head < time else None
