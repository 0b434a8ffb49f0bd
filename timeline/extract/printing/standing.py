"""How things stood is no happening: `The index was at 92.4 in May`, `He was the tallest in 1990`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, OPEN, TIME
from timeline.languages.events import ADVERB, COORDINATOR, EVENT, PARTICIPLE, PREPOSITION
from timeline.model.claim import Claim
from timeline.temporal.precision import Precision

_THERE = 9
"""Words after `there was` in which it is told what happened."""
_LONG_GONE = 1826
"""Days after which the text looks back on how things stood."""
_NEAR = 5
"""Words after `was` in which it is told what somebody was."""


def stands(made: Claim, one: Predicate, cut: Parsed, today: int | None = None) -> bool:
    """Is it a state or a level that nothing made in its time, and no office that somebody held?

    `today`: a Julian Day Number; None in a text without a day of its own.
    """
    if _usual(cut, one) or (one.form == "finite" and _feels(cut, one)):
        return True
    if _opening_times(cut, one):
        return True
    if one.form != "finite" or one.passive or (one.perfect and made.kind == "span"):
        return False
    sets = cut.events.sets
    if made.status == "denied" and cut.clause_of(one.head).kind == "that":
        return False  # `denied that its managers knew of the cracks before May`
    if one.lemma in sets["levels"]:
        return not _name_before(cut, one) and _number_after(cut, one)
    if one.lemma in sets["sounding"] and _ends_there(cut, one):
        return False  # `The siren sounded at dawn`
    if one.lemma not in sets["idle"] or one.tense not in ("past", "present"):
        return _counts_only(cut, one)
    if made.kind == "span" and one.lemma not in sets["copula"] and not _number_after(cut, one):
        return False  # `The treaty remained in force until 1788`
    if one.lemma in sets["copula"]:
        happened = _there_was(cut, one) or _took_place(cut, one) or _became(cut, one) or _held(made, one, cut)
        happened = happened or _by_then(made, one, cut) or _away(made, one, cut)
        return not (happened or _of_history(made, one, cut, today))
    return True


def _by_then(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`By 3 March the fields were under water`, `by mid-June it was back at full output`: what had come about."""
    bits, words, after = cut.sentence.bits, cut.sentence.words, _after(cut, one)
    at = next((k for k in cut.sentence.times if cut.sentence.starts[k] == made.time_start), 0)
    if not at or words[at - 1].lower() not in cut.events.sets["agent"] or one.tense != "past" or not after:
        return False
    first = next((k for k in after if not bits[k] & ADVERB or bits[k] & PREPOSITION), after[-1])
    return at < one.first and bool(bits[first] & PREPOSITION) and not _number_after(cut, one)


def _away(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`I am on leave from 23 to 27 June`, `Moe was away from 3 to 9 May`: days of somebody's that are set."""
    words = [cut.sentence.words[k].lower() for k in _after(cut, one)[:_NEAR]]
    days = made.kind == "span" or made.status == "planned"
    return days and not cut.events.sets["absences"].isdisjoint(words)


def _of_history(made: Claim, one: Predicate, cut: Parsed, today: int | None) -> bool:
    """`In the sixties it was full of hens`, `In 1938 there were five lines`; `denied that any boat was in the bay`."""
    if one.tense != "past" or made.when is None:
        return False
    if made.status == "denied":
        return cut.clause_of(one.head).kind == "that"
    last = made.when.last_day
    if one.perfect or (today is not None and (last is None or today - last < _LONG_GONE)):
        return False
    words, bits, after = cut.sentence.words, cut.sentence.bits, _after(cut, one)
    first = next((k for k in after if not bits[k] & ADVERB or bits[k] & PREPOSITION), None)
    if one.first and words[one.first - 1].lower() in cut.events.sets["existing"]:
        return first is not None and bool(bits[first] & NUMBER or words[first] in cut.events.sets["numerous"])
    if first is None or first + 1 not in after or _number_after(cut, one):
        return False
    where = bits[first] & PREPOSITION and not (bits[first] | bits[first + 1]) & TIME
    return bool(where) or words[first] in cut.events.sets["stood"]


def _opening_times(cut: Parsed, one: Predicate) -> bool:
    """`The museum is open daily from Easter to October`: of every year."""
    words, sets = cut.sentence.words, cut.events.sets
    if one.form != "finite" or one.tense not in ("present", "future") or one.lemma not in sets["copula"]:
        return False
    said = {word.lower() for word in words[one.first :]}
    return not (sets["admitting"].isdisjoint(said) or sets["recurring"].isdisjoint(said))


def _ends_there(cut: Parsed, one: Predicate) -> bool:
    """Does nothing follow but when and where?"""
    bits, words = cut.sentence.bits[one.head + 1 : one.head + 2], cut.sentence.words[one.head + 1 : one.head + 2]
    return not bits or bool(bits[0] & (PREPOSITION | TIME | HARD) and words[0] not in cut.events.sets["resembling"])


def _usual(cut: Parsed, one: Predicate) -> bool:
    """`They used to sell ten`, `Prices are expected to be ten higher`: a habit, or a level to come."""
    words, sets = cut.sentence.words, cut.events.sets
    if one.form == "infinitive" and one.lemma in sets["copula"]:
        return _number_after(cut, one)
    return words[one.head] in sets["habit"] and not one.passive and words[one.head + 1 : one.head + 2] == ["to"]


def _feels(cut: Parsed, one: Predicate) -> bool:
    """`was worried that …`, `were becoming less impressed`, `believes that …`; not `was surprised by an army`."""
    words, sets = cut.sentence.words, cut.events.sets
    if one.passive and words[one.head] in sets["feelings"]:
        bits, at = cut.sentence.bits, one.head + 1
        at += 2 if any(bit & TIME for bit in bits[at + 1 : at + 2]) else 0  # `was worried in 1912 that …`
        return any(word in sets["felt_about"] for word in words[at : at + 1])
    if one.lemma in sets["opining"]:
        return one.tense == "present" and not one.perfect
    if one.lemma not in sets["becoming"]:
        return False
    return any(words[k] in sets["feelings"] for k in _after(cut, one)[: _NEAR - 2])


def _after(cut: Parsed, one: Predicate) -> range:
    """What follows the verb, up to the end of its clause or a comma."""
    bits, last = cut.sentence.bits, cut.clause_of(one.head).last
    end = next((k for k in range(one.head + 1, last) if bits[k] & (COMMA | HARD)), last)
    return range(one.head + 1, end)


def _number_after(cut: Parsed, one: Predicate) -> bool:
    return any(cut.sentence.bits[k] & NUMBER for k in _after(cut, one))


def _name_before(cut: Parsed, one: Predicate) -> bool:
    """`Ada Lindt stood in Ashmere`: somebody, no figure."""
    return one.first > 0 and bool(cut.sentence.bits[one.first - 1] & NAME)


def _counts_only(cut: Parsed, one: Predicate) -> bool:
    """`By 2040 there will be two`: of what, stands elsewhere."""
    words, after = cut.sentence.words, _after(cut, one)
    if not one.first or words[one.first - 1].lower() not in cut.events.sets["existing"]:
        return False
    counts = cut.events.counts
    plain = NUMBER | TIME | PREPOSITION
    return all(cut.sentence.bits[k] & plain or words[k] in counts or words[k] == "." for k in after)


def _there_was(cut: Parsed, one: Predicate) -> bool:
    """`There was an explosion`, `There were clashes in the port`."""
    words, bits = cut.sentence.words, cut.sentence.bits
    if not one.first or words[one.first - 1].lower() not in cut.events.sets["existing"]:
        return False
    passed = cut.events.sets["belonging"] | cut.events.sets["around_date"]  # `a shock of earthquake`
    for k in _after(cut, one)[:_THERE]:
        if bits[k] & EVENT:
            return True
        if bits[k] & PREPOSITION and words[k] not in passed:
            return False
    return False


def _took_place(cut: Parsed, one: Predicate) -> bool:
    """`The last parade was in Vik in 1976`, `The reign of Aldric (870) was long`: a happening of that time."""
    bits = cut.sentence.bits
    when = next((k for k in range(one.head + 1, len(bits)) if not bits[k] & (PREPOSITION | ADVERB | NAME)), None)
    subject = bits[: one.first]
    if bits[one.first - 1] & EVENT and any(bit & EVENT for bit in bits[one.head + 1 : one.head + 1 + _NEAR]):
        return True  # `The Vik Bridge disaster was the collapse of a bridge on 23 November`
    if not any(bit & EVENT for bit in subject):
        return False
    return any(bit & OPEN for bit in subject) or (when is not None and bool(bits[when] & TIME))


def _became(cut: Parsed, one: Predicate) -> bool:
    """`was dead`, `was the first to sail round it`, `were ready`: what tells that it had happened."""
    words, sets = cut.sentence.words, cut.events.sets
    near = [words[k].lower() for k in _after(cut, one)[:_NEAR]]
    if near[:1] and near[0] in sets["moved"] and near[1:2] and near[1] in sets["closing"]:
        return True  # `was down to 58%`
    return not sets["ranks"].isdisjoint(near[:3]) or not sets["outcomes"].isdisjoint(near[:2])


def _held(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`Ada Lindt was mayor from 1990 to 1994`: an office, told of a name, in years."""
    bits, words = cut.sentence.bits, cut.sentence.words
    when = made.when
    if when is None or when.precision.rank < Precision.MONTH.rank or not _name_before(cut, one):
        return False
    for k in _after(cut, one)[:_NEAR]:
        if bits[k] & (PREPOSITION | COORDINATOR | NUMBER | TIME | PARTICIPLE | ADVERB):
            return False
        if words[k].title() in cut.events.honorifics or words[k] in cut.events.sets["offices_held"]:
            return True
    return False
