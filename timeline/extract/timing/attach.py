"""Which happening a time dates, and which time dates a happening."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, POSSESSIVE, TIME
from timeline.extract.timing.adverbial import adverbial, counted
from timeline.languages.events import (
    ADVERB,
    BASE,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SUBORDINATOR,
)

FAR = 100.0
"""The price of a tie that the sentence does not support."""
LIMIT = 26.0
"""The most that `time_of` pays: beyond it a happening has the time of the document, not of its neighbour."""


def trigger(parsed: Parsed, time: int) -> Predicate | None:
    """The happening that the word `time` dates; None when the sentence tells of none."""
    best, least = None, FAR
    described = attributive(parsed, time)
    for one in parsed.predicates:
        price = cost(parsed, time, one, described)
        if price < least:
            best, least = one, price
    return best


def time_of(parsed: Parsed, word: int) -> int | None:
    """The time that dates the happening at a word; None when none of the sentence's times is near enough to it."""
    one = next((known for known in parsed.predicates if known.first <= word <= known.head), None)
    one = one or Predicate(word, word, "", "noun")
    prices = {time: cost(parsed, time, one, attributive(parsed, time)) for time in parsed.sentence.times}
    if not prices:
        return None
    best = min(prices, key=prices.__getitem__)
    return best if prices[best] < _reach(parsed, one) else None


def _reach(parsed: Parsed, one: Predicate) -> float:
    """How far a happening looks for a time: words of report and of intent, and the present, mostly mean now."""
    if one.lemma in parsed.events.say or one.lemma in parsed.events.sets["sourcing"]:
        return 9.0
    if one.form == "finite" and one.tense == "present" and not one.perfect:
        return 3.5 if intends(parsed, one) else 8.0
    return 3.5 if one.form == "participle" and intends(parsed, one) else LIMIT


def intends(parsed: Parsed, one: Predicate) -> bool:
    """`is expected to close`, `hopes to win`: the time is that of the second verb."""
    status = parsed.events.status
    word = parsed.sentence.words[one.head].lower()
    if one.lemma not in status["planned_verbs"] and word not in status["planned_adjectives"]:
        return False
    return any(k.form == "infinitive" and 0 < k.first - one.head <= 12 for k in parsed.predicates)


def cost(parsed: Parsed, time: int, one: Predicate, described: bool) -> float:
    """How ill the time suits the happening: words between, boundaries crossed, and the kind of each.

    `described`: the time is an attribute of the noun after it.
    """
    after = one.head - time
    if described:
        if one.form == "noun" and 0 < after <= 5 and parsed.clause_at[time] == parsed.clause_at[one.head]:
            return 0.5 * after
        return 12.0 + _plain(parsed, time, one)
    if one.form == "finite" and one.first < time < one.head:
        return 0.0  # `were today jailed`
    if one.form == "finite" and after > 0:
        if _between(parsed, time, one):
            return 0.5
        if opens_for(parsed, time, one):
            return 1.0
    if one.form == "infinitive" and after > 0 and _ahead(parsed, time, one):
        return 0.9
    return _plain(parsed, time, one)


def _ahead(parsed: Parsed, time: int, one: Predicate) -> bool:
    """`Next week, the government is due | to publish it`: an opening time is that of what lies ahead."""
    above = parsed.clause_of(one.head).finite
    if above is None or above.head > one.first or above.tense != "present" or not opens_for(parsed, time, above):
        return False
    k = above.head if above.passive else above.head + 1
    if above.state and above.lemma in parsed.events.status["planned_verbs"] and k == one.first:
        return True  # `By 2030 we mean | to have cut our costs`
    due = parsed.sentence.words[k] in parsed.events.status["planned_adjectives"]
    return due and all(bit & ADVERB for bit in parsed.sentence.bits[k + 1 : one.first])


def _plain(parsed: Parsed, time: int, one: Predicate) -> float:
    clause, home = parsed.clause_of(time), parsed.clause_of(one.head)
    low, high = (time, one.head) if time < one.head else (one.head, time)
    commas = parsed.commas
    price = 0.4 * (high - low) + 1.5 * (bisect_left(commas, high) - bisect_right(commas, low))
    if clause.number != home.number:
        price += _crossing(parsed, clause, home, time)
    elif one.head > time and not _opens(parsed, time):
        price += 4.0
    return price + _form(parsed, time, one)


def _form(parsed: Parsed, time: int, one: Predicate) -> float:
    """Finite verbs are dated first; nouns where the time leans on them; reports only when it stands beside them."""
    gap = time - one.head
    if one.form == "noun":
        return _noun_form(parsed, time, one)
    if one.lemma in parsed.events.say and not (0 < gap <= 3 or -3 <= gap < 0):
        return 0.0 if gap > 0 and _own_time(parsed, time, one) else 8.0
    if gap > 0 and _hands_on(parsed, one, time):
        return 6.0
    if one.form == "participle":
        if one.head and parsed.sentence.bits[one.head - 1] & PREPOSITION:
            return 4.0
        verb = parsed.clause_of(one.head).finite
        if verb is not None and one.passive and one.head < verb.first < time:
            return 8.0  # `The sum claimed was not paid in May`
        whole = verb is not None and verb.head < one.head and one.passive and gap > 2
        if whole and not parsed.sentence.bits[one.head + 1] & (PREPOSITION | ADVERB | TIME | COMMA):
            return 6.0  # `banned any book deemed vile in May`
        return 0.5 if 0 < gap <= 2 else 2.5
    if one.form == "infinitive":
        return 1.0
    if one.tense == "present" and not one.perfect:
        return 4.0
    return 1.5 if one.lemma in parsed.events.sets["copula"] else 0.0


def _own_time(parsed: Parsed, time: int, one: Predicate) -> bool:
    """`said in an editorial on Saturday`: in the clause of the report, and no other verb between."""
    if parsed.clause_at[time] != parsed.clause_at[one.head]:
        return False
    return not any(other.form != "noun" and one.head < other.head < time for other in parsed.predicates)


def _noun_form(parsed: Parsed, time: int, one: Predicate) -> float:
    gap = time - one.head
    if one.head > 1 and parsed.sentence.words[one.head - 1] in parsed.events.sets["agent"] and gap > 0:
        return 6.0  # `damaged by fire on 11 June`
    if gap > 0 and _before_verb(parsed, one, time):
        if gap <= 3 and parsed.sentence.bits[time - 1] & (PREPOSITION | COMMA):
            return -2.0
        if parsed.clause_at[time] == parsed.clause_at[one.head] and not _opens(parsed, time):
            return 0.0
    return 2.5 if 0 < gap <= 2 else 4.0


def _hands_on(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`agreed to meet on Monday`, `denied having met in May`: intent and denial give the time to what they govern."""
    status = parsed.events.status
    denies = one.lemma in status["denied_verbs"]
    if not denies and one.lemma not in status["planned_verbs"] and one.lemma not in status["failed_verbs"]:
        return False
    forms = ("infinitive", "participle") if denies else ("infinitive",)
    return any(k.form in forms and one.head < k.first < time for k in parsed.clause_of(one.head).predicates)


def _before_verb(parsed: Parsed, one: Predicate, time: int) -> bool:
    """Do the noun and its time both stand in the subject's place, before the finite verb of the clause?"""
    verb = parsed.clause_of(one.head).finite
    return verb is None or (one.head < verb.first and time < verb.first)


def _between(parsed: Parsed, time: int, one: Predicate) -> bool:
    """`The government Saturday condemned …`: between a subject that holds no verb and its own verb."""
    place = parsed.clause_at[time]
    if not 0 < one.first - time <= 2 or place != parsed.clause_at[one.head]:
        return False
    if not all(parsed.sentence.bits[k] & ADVERB for k in range(time + 1, one.first)):
        return False
    led = parsed.sentence.bits[time - 1] & PREPOSITION if time else 0
    if any(other.head < time and (led or other.form != "noun") for other in parsed.clauses[place].predicates):
        return False
    return place == 0 or parsed.clauses[place - 1].kind not in ("rel", "sub")


def opens_for(parsed: Parsed, time: int, one: Predicate) -> bool:
    """`On Wednesday, the head of …, said`: an opening time goes to the first finite verb of the main clause."""
    if not _opens(parsed, time):
        return False
    clause, home = parsed.clause_of(time), parsed.clause_of(one.head)
    if clause.number == home.number:
        return next((piece.finite for piece in parsed.whole(home.number) if piece.finite), None) is one
    if any(k.form in ("finite", "infinitive") for k in clause.predicates):
        return False
    if home.kind not in ("main", "coord") or home.finite is not one:
        return False
    between = parsed.clauses[parsed.clause_at[time] + 1 : parsed.clause_at[one.head]]
    if any(piece.kind in ("main", "coord", "that") and piece.finite for piece in between):
        return False
    return not any(parsed.sentence.bits[piece.first] & HARD for piece in (*between, home))


def _listed(parsed: Parsed, time: int) -> bool:
    """`on a March, June, September cycle`: the months describe the noun after the last of them."""
    bits, words, first, last = parsed.sentence.bits, parsed.sentence.words, time, time
    joint = COMMA | COORDINATOR
    while last + 2 < len(bits) and bits[last + 1] & joint and bits[last + 2] & TIME:
        last += 2
    while (
        first > 1 and bits[first - 1] & joint and (bits[first - 2] & TIME or words[first - 2] in parsed.events.calendar)
    ):
        first -= 2
    if last - first < 4 or last + 1 >= len(bits):  # three at least
        return False
    return words[last + 1][0].islower() and not bits[last + 1] & ~(EVENT | BASE | ADVERB)


def _of_a_century(word: str, after: int) -> bool:
    """`in 18th-century livery`: an adjective, as its hyphen says."""
    return "-" in word and word[0].isdigit() and word[-1].isalpha() and not after & ~(EVENT | BASE)


def _opens(parsed: Parsed, time: int) -> bool:
    """`In 2009 the number …`: nothing but a preposition or an adverb between the clause's start and the time."""
    opening = PREPOSITION | ADVERB | COMMA | HARD | TIME | DETERMINER | SUBORDINATOR | COORDINATOR
    bits = parsed.sentence.bits[parsed.clause_of(time).first : time]
    return all(bit & opening and not bit & NAME for bit in bits)


def _crossing(parsed: Parsed, clause: Clause, home: Clause, time: int) -> float:
    """The price of a boundary between the time and the happening."""
    bits = parsed.sentence.bits
    here, there = parsed.clause_at[time], parsed.clause_at[home.first]
    between = parsed.clauses[min(here, there) : max(here, there) + 1]
    headed = there == here + 1 and parsed.sentence.words[home.first] == ":" and home.first == time + 1
    if headed and not clause.predicates:  # `18 May: the mill burned down`
        return 0.0
    if any(bits[piece.first] & HARD for piece in between[1:]):
        return 30.0
    if not clause.predicates and clause.kind != "aside":
        return 0.0 if home.kind in ("main", "coord", "that") else 6.0
    if home.kind == "say":
        return 30.0
    if home.kind == "sub" and clause.last == home.first and time == clause.last - 1:
        bare = clause.finite is None or parsed.sentence.words[home.first].lower() in parsed.events.sets["when"]
        return 2.0 if bare else 12.0  # `shipped papers in May | as his term ended`
    timed = any(home.first <= other < home.last for other in parsed.sentence.times)
    if not timed and len(between) == 2:
        if home.kind == "coord" and there > here and clause.finite is not None and time == clause.last - 1:
            return 8.0  # `searched the offices on Sunday | and seized the books`
        if "coord" in (clause.kind, home.kind):
            return 4.0
        if bits[between[1].first] & COORDINATOR:
            return 5.0
    if home.kind == "part":
        return 12.0 if there > here else 5.0
    return 5.0 if (home.kind == "rel" and not timed and there == here + 1) else 12.0


def attributive(parsed: Parsed, time: int) -> bool:
    """`the 1994 agreement`, `Monday's meeting`, `third-quarter earnings`: the time describes the noun after it."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    word, before = words[time], bits[time - 1] if time else 0
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    if after & POSSESSIVE or word.endswith(("'s", "’s")) or _listed(parsed, time):
        return True
    if after & (CLOSED | TIME | COMMA | HARD | CLOSE | OPEN | NUMBER | PAST | PARTICIPLE | ADVERB):
        return False
    follows = words[time + 1]
    if not follows[0].isalpha() or any(one.first == time + 1 and one.form == "finite" for one in parsed.predicates):
        return False
    if before & (DETERMINER | POSSESSIVE):
        return True
    opens = _opens(parsed, time)
    if before & PREPOSITION and _of_a_century(word, bits[time + 1]):
        return True
    if opens and bits[time + 1] & NAME and counted(parsed, time):
        return False  # `the following spring Norway left`
    if word[:4].lower() == "the ":
        return not (time and before & PREPOSITION and opens)
    plain = follows[0].islower() and not bits[time + 1] & ~(EVENT | BASE)
    if opens or not time or (plain and adverbial(parsed, time)):
        return False
    return (not before & PREPOSITION and (plain or word[-1].isdigit())) or (plain and word.isalpha())
