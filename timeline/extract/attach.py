"""Which happening a time dates, and which time dates a happening."""

from __future__ import annotations

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.extract.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, POSSESSIVE, TIME
from timeline.languages.events import (
    ADVERB,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SUBORDINATOR,
    Events,
)

FAR = 100.0
"""The price of a tie that the sentence does not support."""
LIMIT = 22.0
"""The most that `time_of` pays: beyond it a happening has the time of the document, not of its neighbour."""


def trigger(parsed: Parsed, time: int, events: Events) -> Predicate | None:
    """The happening that the word `time` dates; None when the sentence tells of none."""
    best, least = None, FAR
    described = attributive(parsed, time)
    for one in parsed.predicates:
        price = cost(parsed, time, one, events, described)
        if price < least:
            best, least = one, price
    return best


def time_of(parsed: Parsed, word: int, events: Events) -> int | None:
    """The time that dates the happening at a word; None when none of the sentence's times is near enough to it."""
    one = next((known for known in parsed.predicates if known.first <= word <= known.head), None)
    one = one or Predicate(word, word, "", "noun")
    prices = {time: cost(parsed, time, one, events, attributive(parsed, time)) for time in parsed.sentence.times}
    if not prices:
        return None
    best = min(prices, key=prices.__getitem__)
    return best if prices[best] < _reach(parsed, one, events) else None


def _reach(parsed: Parsed, one: Predicate, events: Events) -> float:
    """How far a happening looks for a time: words of report and of intent, and the present, mostly mean now."""
    if one.lemma in events.say or one.lemma == "accord":
        return 9.0
    if one.form == "finite" and one.tense == "present" and not one.perfect:
        return 3.5 if _intends(parsed, one, events) else 8.0
    return 3.5 if one.form == "participle" and _intends(parsed, one, events) else LIMIT


def _intends(parsed: Parsed, one: Predicate, events: Events) -> bool:
    """`is expected to close`, `hopes to win`: the time is that of the second verb."""
    meant = (
        one.lemma in events.status["planned_verbs"]
        or parsed.sentence.words[one.head].lower() in events.status["planned_adjectives"]
    )
    return meant and any(k.form == "infinitive" and 0 < k.first - one.head <= 12 for k in parsed.predicates)


def cost(parsed: Parsed, time: int, one: Predicate, events: Events, described: bool) -> float:
    """How ill the time suits the happening: words between, boundaries crossed, and the kind of each.

    `described`: the time is an attribute of the noun after it.
    """
    clause, home = parsed.clause_of(time), parsed.clause_of(one.head)
    after = one.head - time
    if described:
        if one.form == "noun" and 0 < after <= 5 and clause is home:
            return 0.5 * after
        return 12.0 + _plain(parsed, time, one, clause, home, events)
    if _between(parsed, time, one, clause, home):
        return 0.5
    if after > 0 and one.form == "finite" and _opens_for(parsed, time, one, clause, home):
        return 1.0
    return _plain(parsed, time, one, clause, home, events)


def _between(parsed: Parsed, time: int, one: Predicate, clause: Clause, home: Clause) -> bool:
    """`The government Saturday condemned …`: between a subject that holds no verb and its own verb."""
    if one.form != "finite" or not 0 < one.first - time <= 2 or clause is not home:
        return False
    if not all(parsed.sentence.bits[k] & ADVERB for k in range(time + 1, one.first)):
        return False
    if any(other.head < time and other.form != "noun" for other in clause.predicates):
        return False
    place = parsed.clause_at[time]
    return place == 0 or parsed.clauses[place - 1].kind not in ("rel", "sub")


def _plain(parsed: Parsed, time: int, one: Predicate, clause: Clause, home: Clause, events: Events) -> float:
    bits = parsed.sentence.bits
    low, high = (time, one.head) if time < one.head else (one.head, time)
    price = 0.4 * (high - low)
    if clause.number != home.number:
        price += _crossing(parsed, clause, home, time)
    elif one.head > time:
        price += 0 if _opens(bits, clause, time) else 4
    price += 1.5 * (parsed.commas[high] - parsed.commas[low + 1])
    return price + _form(parsed, time, one, events)


def attributive(parsed: Parsed, time: int) -> bool:
    """`the 1994 agreement`, `Monday's meeting`, `third-quarter earnings`: the time describes the noun after it."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    before = bits[time - 1] if time else 0
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    if after & POSSESSIVE or words[time].endswith(("'s", "’s")):
        return True
    if after & (CLOSED | TIME | COMMA | HARD | CLOSE | OPEN | NUMBER | PAST | PARTICIPLE | ADVERB):
        return False
    if time + 1 >= len(words) or not words[time + 1][0].isalpha():
        return False
    if any(one.first == time + 1 and one.form == "finite" for one in parsed.predicates):
        return False
    if before & (DETERMINER | POSSESSIVE):
        return True
    if words[time][:4].lower() == "the ":
        return not (time and before & PREPOSITION and _opens(bits, parsed.clause_of(time), time))
    if _opens(bits, parsed.clause_of(time), time):
        return False
    plain = words[time + 1][0].islower() and not bits[time + 1] & ~EVENT
    return bool(time) and (
        (not before & PREPOSITION and (plain or words[time][-1].isdigit())) or (plain and words[time].isalpha())
    )


def _opens_for(parsed: Parsed, time: int, one: Predicate, clause: Clause, home: Clause) -> bool:
    """`On Wednesday, the head of …, said`: an opening time goes to the first finite verb of the main clause."""
    bits = parsed.sentence.bits
    if not _opens(bits, clause, time):
        return False
    if clause is home or clause.number == home.number:
        return clause.finite is one or next((p.finite for p in parsed.whole(home.number) if p.finite), None) is one
    if clause.predicates or home.kind not in ("main", "coord"):
        return False
    between = parsed.clauses[parsed.clause_at[time] + 1 : parsed.clause_at[one.head]]
    free = not any(piece.kind in ("main", "coord", "that") and piece.finite for piece in between)
    return free and not any(bits[piece.first] & HARD for piece in (*between, home)) and home.finite is one


def _form(parsed: Parsed, time: int, one: Predicate, events: Events) -> float:
    """Finite verbs are dated first; nouns where the time leans on them; reports only when it stands beside them."""
    bits = parsed.sentence.bits
    gap = time - one.head
    if one.form == "noun":
        if 0 < gap <= 3 and bits[time - 1] & (PREPOSITION | COMMA) and _before_verb(parsed, one, time):
            return -2.0
        leaning = gap > 0 and _before_verb(parsed, one, time) and parsed.clause_of(time) is parsed.clause_of(one.head)
        if leaning and not _opens(bits, parsed.clause_of(time), time):
            return 0.0
        return 2.5 if 0 < gap <= 2 else 4.0
    if one.lemma in events.say and not 0 < gap <= 3 and not -3 <= gap < 0:
        return 8.0
    if gap > 0 and _hands_on(parsed, one, time, events):
        return 6.0
    if one.form == "participle":
        if one.head and bits[one.head - 1] & PREPOSITION:
            return 4.0
        return 0.5 if 0 < gap <= 2 else 2.5
    if one.form == "infinitive":
        return 1.0
    if one.tense == "present" and not one.perfect:
        return 4.0
    return 1.5 if one.lemma == "be" else 0.0


def _hands_on(parsed: Parsed, one: Predicate, time: int, events: Events) -> bool:
    """`agreed to meet on Monday`, `denied having met in May`: a verb of intent or denial gives the time to what it governs."""
    if one.lemma in events.status["denied_verbs"]:
        forms: tuple[str, ...] = ("participle", "infinitive")
    elif one.lemma in events.status["planned_verbs"]:
        forms = ("infinitive",)
    else:
        return False
    return any(k.form in forms and one.head < k.first < time for k in parsed.clause_of(one.head).predicates)


def _before_verb(parsed: Parsed, one: Predicate, time: int) -> bool:
    """Do the noun and its time both stand in the subject's place, before the finite verb of the clause?"""
    verb = parsed.clause_of(one.head).finite
    return verb is None or (one.head < verb.first and time < verb.first)


def _opens(bits: list[int], clause: Clause, time: int) -> bool:
    """`In 2009 the number …`: nothing but a preposition or an adverb between the clause's start and the time."""
    opening = PREPOSITION | ADVERB | COMMA | HARD | TIME | DETERMINER | SUBORDINATOR | COORDINATOR
    return all(bits[k] & opening and not bits[k] & NAME for k in range(clause.first, time))


def _crossing(parsed: Parsed, clause: Clause, home: Clause, time: int) -> float:
    """The price of a boundary between the time and the happening."""
    bits = parsed.sentence.bits
    here, there = parsed.clause_at[time], parsed.clause_at[home.first]
    between = parsed.clauses[min(here, there) : max(here, there) + 1]
    if any(bits[piece.first] & HARD for piece in between[1:]):
        return 30.0
    if clause.finite is None and clause.kind != "aside" and not clause.predicates:
        return 0.0 if home.kind in ("main", "coord", "that") else 6.0
    if home.kind == "say":
        return 30.0
    if home.kind == "sub" and clause.last == home.first and time == clause.last - 1:
        return 2.0
    timed = any(home.first <= other < home.last for other in parsed.sentence.times)
    if not timed and abs(here - there) == 1 and "coord" in (clause.kind, home.kind):
        return 4.0
    if not timed and abs(here - there) == 1 and bits[between[1].first] & COORDINATOR:
        return 5.0
    if home.kind == "part" or (home.kind == "rel" and not timed and there == here + 1):
        return 5.0
    return 12.0
